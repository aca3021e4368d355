"""The forms that one thing has in a text: how often each stands, and where.

A family of rules asks the same question of different words: does the text say it in one way
throughout? What those words are is data; this module finds them and counts them.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Draft
from convention_tool.analysis.wordings import likely
from convention_tool.diagnostics import Edit, Fix
from convention_tool.lint.rule import Finding
from convention_tool.source import Span

#: Phrases by the form that they are examples of.
Forms = Mapping[str, tuple[str, ...]]


class Form(NamedTuple):
    """One way to say it, and where the text does."""

    name: str
    uses: tuple[Use, ...]

    @property
    def counted(self) -> str:
        """The form and its count: '"aliens" twice'."""
        return f'"{self.name}" {times(len(self.uses))}'


def found(
    draft: Draft, forms: Forms, *, counts: Callable[[Use], bool] = lambda _: True
) -> list[Form]:
    """The forms that the articles of an instrument use, the most frequent first, then the earliest.

    Args:
        draft: where to look.
        forms: the phrases of each form, as printed; letters count as they are, large or small.
        counts: whether a use is one, where words alone do not tell.
    """
    if not forms:
        return []
    pattern, names = _pattern(tuple(forms.items()))
    uses: dict[str, list[Use]] = {name: [] for name in forms}
    for stretch in likely(draft, tuple(names)):
        if stretch.article and stretch.home is draft.instrument:
            for match in pattern.finditer(stretch.words):
                use = Use(stretch, *match.span())
                if opens_word(use) and counts(use):
                    uses[names[match[0]]].append(use)
    used = [Form(name, tuple(where)) for name, where in uses.items() if where]
    if len(used) < 2:
        return used
    return sorted(used, key=lambda form: (-len(form.uses), place(draft, form.uses[0])))


def mixed(draft: Draft, forms: Sequence[Form], cure: str) -> Finding | None:
    """What to say of a text that uses several forms: at the first use of the rarest one."""
    if len(forms) < 2:
        return None
    rarest = forms[-1]
    said = _listed([form.counted for form in forms])
    return Finding(place(draft, rarest.uses[0]), f"this draft says {said}; {cure}")


def place(draft: Draft, use: Use) -> Span:
    """Where a use stands in the source.

    A short word, a figure above all, is found with the word after it: the number of the paragraph
    may be the same figure.
    """
    words = use.stretch.words
    after = _NEXT.match(words, use.end)
    if " " in use.words or not after:
        return draft.span_of_words(use.stretch, use.start, use.end)
    start, end = draft.span_of_words(use.stretch, use.start, after.end())
    length = use.end - use.start
    said = draft.source.text[start : start + length] == words[use.start : use.end]
    return Span(start, start + length) if said else Span(start, end)


def edits(draft: Draft, uses: Iterable[Use], mend: Callable[[str], str]) -> tuple[Edit, ...]:
    """Each use in other words; places that furniture interrupts are left to the drafter."""
    places = ((use, place(draft, use)) for use in uses)
    made = (
        Edit(span, mend(use.words))
        for use, span in places
        if draft.source.text[span.start : span.end].split() == use.words.split()
    )
    return tuple(dict.fromkeys(made))


def offered(what: str, changes: tuple[Edit, ...], *, safe: bool = True) -> Fix | None:
    """A fix, if there is something that it can change."""
    return Fix(what, changes, safe=safe) if changes else None


def opens_sentence(use: Use) -> bool:
    """Whether a use stands at the start of a sentence or item, where a capital says nothing."""
    before = use.stretch.words[: use.start].rstrip('"“«( ')
    return not before or before[-1] in ".;:"


def opens_word(use: Use) -> bool:
    """Whether a use begins where a word does; patterns without this check are found faster."""
    return not use.stretch.words[use.start - 1 : use.start].isalnum()


def times(count: int) -> str:
    """How often, in words: "once", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _listed(parts: Sequence[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


#: A word after a word.
_NEXT = re.compile(r"[^\w\s]? \w+")


@cache
def _pattern(
    forms: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for every phrase, the longest first, and the form of each.

    It opens with letters, since Python looks for those first and fast.
    """
    names = {phrase: name for name, phrases in forms for phrase in phrases}
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, ordered))})(?!\w)"), names
