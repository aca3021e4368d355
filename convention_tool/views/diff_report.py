"""What changed between two texts, as a page: what it does to rights, then the changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convention_tool.analysis.diff.effects import Aspect, Direction
from convention_tool.analysis.diff.records import Kind
from convention_tool.analysis.diff.units import Level
from convention_tool.document import (
    Badge,
    Block,
    Content,
    Document,
    Emphasis,
    Facts,
    Heading,
    Inline,
    LineStyle,
    Link,
    Listing,
    Omission,
    Prose,
    Redline,
    RedlineLine,
    Strong,
    Tone,
    Words,
    words,
)
from convention_tool.views.concordance import language_caution
from convention_tool.views.diff_words import KIND_WORDS
from convention_tool.views.instrument import title_of
from convention_tool.views.redline import redline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from convention_tool.analysis.diff import Change, Diff
    from convention_tool.analysis.diff.effects import Effect, Effects

_TONES = {Direction.WEAKENED: Tone.BAD, Direction.STRENGTHENED: Tone.GOOD}

_READ_IT = (
    "What a change does to rights is read off the words. It says where to look first; it is not the "
    "last word on a text."
)

#: The places of a group, in words that read on.
_PLACES = {
    "named": "reached by name",
    "general": "reached by general words",
    "conditional": "reached on a condition",
    "excluded": "excluded",
    "silent": "not mentioned",
}

#: The levels that are counted, and what their units are called. Those of the second list are told of
#: only where something changed.
_COUNTED = {
    Level.ARTICLE: "Articles",
    Level.PARAGRAPH: "Paragraphs",
    Level.SUBPARAGRAPH: "Subparagraphs",
}
_COUNTED_IF_CHANGED = {
    Level.INSTRUMENT: "Title",
    Level.RECITAL: "Recitals",
    Level.PART: "Parts",
    Level.ANNEX: "Annexes",
}


def view(
    diff: Diff, told: Effects, lines: Sequence[RedlineLine | Omission], *, stat: bool = False
) -> Document:
    """The page.

    Args:
        diff: the two texts compared.
        told: what the changes do to rights.
        lines: the lines to show, all or those around the changes that were asked for.
        stat: whether only the summary is shown.
    """
    old, new = titles(diff)
    shown: tuple[Block, ...] = ()
    if diff.changed and not stat:
        shown = (Heading(2, words("Changes"), "changes"), Redline(old, new, tuple(lines)))
    return Document(title=f"{old} → {new}", blocks=(*_summary(diff), *_alerts(told), *shown))


def whole(diff: Diff) -> Redline:
    """Every line of both texts."""
    return Redline(*titles(diff), redline(diff))


def titles(diff: Diff) -> tuple[str, str]:
    """What the two texts are called, so that they can be told apart."""
    old, new = (title_of(text.instrument) for text in (diff.old, diff.new))
    return (old, new) if old != new else (f"{old} (old)", f"{new} (new)")


def _summary(diff: Diff) -> Iterator[Block]:
    if not diff.changed:
        yield Prose(words("The two texts say the same. Nothing changed."))
        return
    entries = []
    for level, name in (_COUNTED | _COUNTED_IF_CHANGED).items():
        those = [change for change in diff.changes if change.unit.level is level]
        if those and (level in _COUNTED or any(change.is_changed for change in those)):
            entries.append((name, words(_counts(those))))
    yield Facts(tuple(entries))


def _counts(changes: Sequence[Change]) -> str:
    """How many provisions each thing happened to: "12 modified, 3 moved; 40 unchanged"."""
    counts = {kind: sum(kind in change.kinds for change in changes) for kind in Kind}
    told = [
        f"{count} {KIND_WORDS[kind]}"
        for kind, count in counts.items()
        if count and kind is not Kind.UNCHANGED
    ]
    rest = counts[Kind.UNCHANGED]
    return "; ".join([", ".join(told) or "none changed", *([f"{rest} unchanged"] if rest else [])])


# What it does to rights


def _alerts(told: Effects) -> Iterator[Block]:
    for language in told.not_understood:
        yield Prose((Strong(words(language_caution(language))),))
    if told.effects:
        yield Heading(2, words("What this does to rights"), "rights")
        yield Listing(tuple(alert(one) for one in told.effects))
        yield Prose(words(_READ_IT))


def alert(effect: Effect) -> Content:
    """An effect as a line: "weakened: article 44 (1): “shall ensure” became “shall …”"."""
    where: Content = words(_pinpoint(effect.citation))
    if effect.new:
        where = (Link(f"#{effect.new}", where),)
    badge = Badge(effect.direction.value, _TONES[effect.direction])
    placed = (*where, Words(": ")) if effect.citation else ()
    return (badge, Words(": "), *placed, *_said(effect))


def _said(effect: Effect) -> Iterator[Inline]:
    gone = effect.direction is Direction.WEAKENED
    match effect.aspect:
        case Aspect.MODALITY:
            yield from (_quoted(effect.was), Words(" became "), _quoted(effect.now))
        case Aspect.HOLDER:
            yield Words("narrower holders: " if gone else "wider holders: ")
            yield from (_quoted(effect.was), Words(" became "), _quoted(effect.now))
        case Aspect.GROUP:
            yield Words(f"{_some(effect.elements)}: ")
            yield Words(f"{_PLACES[effect.was]} before, {_PLACES[effect.now]} now")
        case Aspect.QUALIFIER if gone:
            yield from (Words("qualified by "), _quoted(effect.now))
        case Aspect.QUALIFIER:
            yield from (Words("no longer qualified by "), _quoted(effect.was))
        case Aspect.ELEMENTS:
            yield Words(f"{'lost from' if gone else 'gained for'} {_right(effect)}: ")
            yield Words("; ".join(effect.elements))
        case Aspect.RIGHT:
            yield Words("the only provision that gave " if gone else "now gives ")
            yield Words(f"{_right(effect)} ({'; '.join(effect.elements)})")
            yield Words(" is gone or changed" if gone else ", which the old text did not")


#: Of more groups these are named.
_NAMED = 6


def _some(names: tuple[str, ...]) -> str:
    """Some names, the first of many: "students; refugees; and 20 other groups"."""
    if len(names) <= _NAMED + 1:
        return "; ".join(names)
    return f"{'; '.join(names[:_NAMED])}; and {len(names) - _NAMED} other groups"


def _right(effect: Effect) -> str:
    """A right as one refers to it: "“Urgent medical care” (28 of 1990)"."""
    return f"“{effect.title}”" + (
        f" ({effect.right} of 1990)" if effect.right[:1].isdigit() else ""
    )


def _quoted(text: str) -> Inline:
    return Emphasis(words(f"“{text}”"))


def _pinpoint(citation: str) -> str:
    """A citation in short: "article 44, paragraph 1 (b)" is "article 44 (1) (b)"."""
    return re.sub(r", paragraph (\S+)", r" (\1)", citation)


# The lines around changes


def focused(
    lines: Sequence[RedlineLine], context: int, anchors: Collection[str] | None = None
) -> tuple[RedlineLine | Omission, ...]:
    """The lines that changed, with the headings they stand under and some lines around them.

    Args:
        lines: all lines.
        context: how many unchanged lines are shown before and after.
        anchors: of the changed lines that are asked for; None for all. Lines without an anchor go
            with the line before them.
    """
    shown: set[int] = set()
    heading, kept = -1, True
    for place, line in enumerate(lines):
        if line.style is LineStyle.HEADING:
            heading = place
        if line.anchor and anchors is not None:
            kept = line.anchor in anchors
        if line.change and kept:
            shown.update(range(max(place - context, 0), min(place + context + 1, len(lines))))
            if heading >= 0:
                shown.add(heading)
    return tuple(_with_omissions(lines, shown))


def _with_omissions(
    lines: Sequence[RedlineLine], shown: set[int]
) -> Iterator[RedlineLine | Omission]:
    left_out = 0
    for place, line in enumerate(lines):
        if place not in shown:
            left_out += 1
            continue
        if left_out:
            yield Omission(left_out)
        left_out = 0
        yield line
    if left_out:
        yield Omission(left_out)
