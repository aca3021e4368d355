"""A redline as a web page has it: the text once with its changes in place, or both texts side by side.

A line is written as both texts have it, and once more as the new text has it. In place, the style
sheet shows the first; side by side, the first without what is inserted is the old text, and the
second stands to its right. So a line has one anchor, links lead to it in either view, and neither
needs a script. `templates/redline.js` goes from change to change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from convention_tool.document import (
    DEEPEST_HEADING,
    Deleted,
    Fate,
    Heading,
    Inserted,
    LineStyle,
    Omission,
    RedlineLine,
    Words,
    plain,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.document import Content, Redline

#: The deepest indentation that the style sheet knows.
_DEEPEST_LEVEL = 4

_NOTHING = Markup()
_LINE = Markup("\n")

#: What is said at the first of some lines that only one text has here, if they say nothing themselves.
_FATES = {
    Fate.INSERTED: "inserted",
    Fate.DELETED: "deleted",
    Fate.MOVED_HERE: "moved from another place",
    Fate.MOVED_AWAY: "moved to another place",
}

#: The end of a line that only one text has.
_ENDS = {
    Fate.INSERTED: Markup('<ins class="end">¶</ins>'),
    Fate.DELETED: Markup('<del class="end">¶</del>'),
}

_FRAME = Markup("""<div class="redline" id="{id}">
<dl class="legend">
{legend}</dl>
<div class="bar">
<fieldset class="views"><legend>View</legend>
<input type="radio" name="{id}-view" id="{id}-in-place" checked><label for="{id}-in-place">In place</label>
<input type="radio" name="{id}-view" id="{id}-side" class="side"><label for="{id}-side">Side by side</label>
</fieldset>
<div class="steps" role="group" aria-label="Changes" hidden>
<button type="button" class="first">First</button>
<button type="button" class="previous" aria-keyshortcuts="p k">Previous</button>
<p class="count" role="status">{count}</p>
<button type="button" class="next" aria-keyshortcuts="n j">Next</button>
<button type="button" class="only" aria-pressed="false">Only changes</button>
<p class="keys" title="n or j: next change; p or k: previous change"><input type="checkbox" id="{id}-keys" checked><label for="{id}-keys">Keys n, p</label></p>
</div>
<div class="heads"><p><b>Old text</b> <span>{old}</span></p><p><b>New text</b> <span>{new}</span></p></div>
</div>
<div class="lines">
{lines}
</div>
</div>""")


def write(redline: Redline, place: int) -> Markup:
    """Both texts, with the choice of how to see them.

    Args:
        redline: what to write.
        place: its number on the page, for what must be unique there.
    """
    changes = len({line.change for line in _lines(redline)} - {0})
    return _FRAME.format(
        id=f"redline-{place}",
        legend=_legend(redline),
        count=f"{changes} change{'' if changes == 1 else 's'}",
        old=redline.old,
        new=redline.new,
        lines=_LINE.join(_Lines(redline).write()),
    )


def headings(redline: Redline) -> Iterator[Heading]:
    """What a contents list names of the two texts: the headings of either."""
    for line in _lines(redline):
        if line.style is LineStyle.HEADING and line.anchor:
            side = Inserted if line.is_new else Deleted
            gone = "" if line.is_new else f" ({'moved' if line.other else 'deleted'})"
            said = plain(_only(line.content, side)) + gone
            number = plain(_only(line.number, side))
            yield Heading(_level_of(line), words(said.strip()), line.anchor, number)


def _lines(redline: Redline) -> Iterator[RedlineLine]:
    return (line for line in redline.lines if isinstance(line, RedlineLine))


def _level_of(line: RedlineLine) -> int:
    """The level of a heading; the first is that of the page's own title."""
    return min(max(line.level, 2), DEEPEST_HEADING)


def _legend(redline: Redline) -> Markup:
    """What the signs mean, those that occur."""
    fates = {line.fate for line in _lines(redline)}
    entries = [
        (Markup("<del>words</del>"), f"deleted: only in the old text, {redline.old}"),
        (Markup("<ins>words</ins>"), f"inserted: only in the new text, {redline.new}"),
    ]
    if fates & {Fate.MOVED_AWAY, Fate.MOVED_HERE}:
        moved = (
            "each text has it in another place, and a link leads from one to the other;"
            " in place, it is struck out with two lines where it stood"
        )
        entries.append((Markup("<span>moved</span>"), moved))
    if any(line.end is not Fate.KEPT for line in _lines(redline)):
        ends = "a paragraph was cut in two here (underlined), or joined with the next (struck out)"
        entries.append((Markup("<span>¶</span>"), ends))
    if any(line.label for line in _lines(redline)):
        labels = "what happened to the provision that begins there"
        entries.append((Markup('<span class="fate">modified</span>'), labels))
    return _NOTHING.join(
        Markup("<dt>{}</dt><dd>{}</dd>\n").format(sign, meaning) for sign, meaning in entries
    )


class _Lines:
    """Writes the lines of a redline, each with what the line before it leaves to it."""

    def __init__(self, redline: Redline) -> None:
        self._redline = redline
        self._places = {
            line.anchor: place
            for place, line in enumerate(redline.lines)
            if isinstance(line, RedlineLine) and line.anchor
        }

    def write(self) -> Iterator[Markup]:
        """The lines, in order."""
        before: RedlineLine | None = None
        cut = joined = False  # whether the old text, or the new one, goes on with its next line
        for place, line in enumerate(self._redline.lines):
            if isinstance(line, Omission):
                yield Markup('<p class="omission"><span>{}</span></p>').format(str(line))
                before, cut, joined = None, False, False
                continue
            yield self._line(
                line,
                self._told(line, before, place),
                cut=cut and line.is_old,
                joined=joined and line.is_new,
            )
            cut = line.end is Fate.INSERTED or (cut and not line.is_old)
            joined = line.end is Fate.DELETED or (joined and not line.is_new)
            before = line

    def _line(self, line: RedlineLine, told: Markup, *, cut: bool, joined: bool) -> Markup:
        is_heading = line.style is LineStyle.HEADING and bool(line.anchor)
        parts = [_text(line, line.anchor if is_heading else "", runs_on=cut)]
        # A heading comes before what is said of it, so that who goes by headings hears both.
        parts.insert(0 if line.style is LineStyle.TEXT else 1, told)
        if line.is_old and line.is_new:
            parts.append(_copy(line, runs_on=joined))
        return Markup('<div class="{}"{}{}>{}</div>').format(
            " ".join(_names(line)),
            _NOTHING if is_heading else _attribute("id", line.anchor),
            _attribute("data-change", str(line.change or "")),
            _NOTHING.join(parts),
        )

    def _told(self, line: RedlineLine, before: RedlineLine | None, place: int) -> Markup:
        """What is said beside a line: its own label, or what became of the lines that begin here."""
        target = self._places.get(line.other)
        said = line.label
        if not said and line.fate is not Fate.KEPT:
            follows = before and before.fate is line.fate and before.change == line.change
            said = "" if follows and self._moved_with(line, before) else _FATES[line.fate]
        if not said:
            return _NOTHING
        if target is None:
            return Markup('<p class="fate">{}</p>').format(said)
        return Markup('<p class="fate"><a href="#{}">{} {}</a></p>').format(
            line.other, said, "↑" if target < place else "↓"
        )

    def _moved_with(self, line: RedlineLine, before: RedlineLine | None) -> bool:
        """Whether a line stands after the same line at its other place too, as far as we know."""
        here, there = self._places.get(line.other), self._places.get(before.other if before else "")
        return here is None or there is None or here == there + 1


def _names(line: RedlineLine) -> Iterator[str]:
    """The classes of a line."""
    yield "line"
    if line.style is not LineStyle.TEXT:
        yield "headed"
    if line.change or line.is_changed:
        yield "changed"
    if line.fate is not Fate.KEPT:
        yield line.fate.value


def _text(line: RedlineLine, anchor: str, *, runs_on: bool) -> Markup:
    """A line as both texts have it."""
    tag, name = _form(line)
    end = _ENDS.get(line.end, _NOTHING)
    inner = _inner(line, line.number, line.content, _continued(runs_on=runs_on), end)
    return Markup('<{0} class="text{1}"{2}>{3}</{0}>').format(
        tag, name, _attribute("id", anchor), inner
    )


def _copy(line: RedlineLine, *, runs_on: bool) -> Markup:
    """A line as the new text has it, for its place beside the old one.

    Who hears the page has heard it already if it is the same.
    """
    tag, name = _form(line)
    end = _ENDS[Fate.INSERTED] if line.end is Fate.INSERTED else _NOTHING
    number, content = _only(line.number, Inserted), _only(line.content, Inserted)
    return Markup('<{0} class="new{1}"{2}>{3}</{0}>').format(
        "div" if line.style is LineStyle.HEADING else tag,
        name,
        _NOTHING if line.is_changed else Markup(' aria-hidden="true"'),
        _inner(line, number, content, _continued(runs_on=runs_on), end),
    )


def _form(line: RedlineLine) -> tuple[str, str]:
    """The element that a line is, and its classes."""
    match line.style:
        case LineStyle.HEADING:
            return f"h{_level_of(line)}", f" head-{_level_of(line)}"
        case LineStyle.TITLE | LineStyle.SUBTITLE:
            return "p", f" {line.style.value}"
        case LineStyle.TEXT:
            level = f" level-{min(line.level, _DEEPEST_LEVEL)}" if line.level else ""
            return ("div", f" numbered{level}") if line.number else ("p", level)


def _inner(
    line: RedlineLine, number: Content, content: Content, lead: Markup, end: Markup
) -> Markup:
    """The number of a line and its words; a number that only one text has keeps its place."""
    said = lead + _run(content) + end
    if not line.number:
        return said
    numbered = Markup('<span class="number">{}</span>').format(_run(number))
    return numbered + Markup(" <span>{}</span>").format(said) if said else numbered


def _continued(*, runs_on: bool) -> Markup:
    return Markup('<span class="on">… </span>') if runs_on else _NOTHING


def _only(content: Content, side: type[Deleted | Inserted]) -> Content:
    """Some content as one text has it."""
    return tuple(inline for inline in content if isinstance(inline, (Words, side)))


def _run(content: Content) -> Markup:
    return _NOTHING.join(map(_inline, content))


def _inline(inline: object) -> Markup:
    match inline:
        case Words(text):
            return _broken(text)
        case Deleted(text):
            return Markup("<del>{}</del>").format(_broken(text))
        case Inserted(text):
            return Markup("<ins>{}</ins>").format(_broken(text))
        case _:
            message = f"a line of a redline cannot hold {type(inline).__name__}"
            raise TypeError(message)


def _broken(text: str) -> Markup:
    """Words with their new lines."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def _attribute(name: str, value: str) -> Markup:
    return Markup(' {}="{}"').format(name, value) if value else _NOTHING
