"""Parts the heading of an article from its first paragraph."""

from collections.abc import Sequence

from convention_tool.readers.text.kinds import SHORT_HEADING, WORDS, heading_like
from convention_tool.readers.text.lines import pattern
from convention_tool.readers.text.lists import Item
from convention_tool.readers.text.paragraphs import item_of, marked
from convention_tool.readers.text.pieces import Piece
from convention_tool.readers.text.reflow import Stretch
from convention_tool.readers.text.run_in import first_mark_in, may_open_list


def headed(
    block: Sequence[Stretch], kinds: Sequence[str]
) -> tuple[list[Piece], list[Item | Piece]]:
    """The heading of an article, if it has one, and its items."""
    first = block[0]
    rest = first.opening.rest if first.opening else ""
    noted = rest if not rest.strip(_NOTE_MARKS) else ""  # "Article 2*"
    rest = rest.removeprefix(noted)
    items = list(map(item_of, block[1:], kinds[1:]))
    words, start, end = rest, first.start, first.end
    taken = 0
    if not rest and items and kinds[1] not in _MARKED:
        words, start, end, taken = block[1].text, block[1].start, block[1].end, 1
    after = taken + 1
    if words and len(items) > after and kinds[after] == WORDS and _two_lines(words, block[after]):
        words, end, taken = f"{words} {block[after].text}", block[after].end, taken + 1
    if not words:
        return [Piece("HEADING", noted, start, end)] if noted else [], items
    items = items[taken:]
    marks = _marks(items) if may_open_list(words) else None
    more = any(isinstance(item, Item) for item in items)
    separated = bool(rest and first.opening and first.opening.separator)
    heading = _heading_in(words, marks, on_line=bool(rest), separated=separated, more=more)
    opens = bool(heading) and bool(pattern("MARK").match(words))
    if opens or (heading == words and items and _is_chapeau(words, items[0])):
        heading = ""
    begun = words[len(heading) :].strip()
    heading = f"{heading.strip()}{noted}"
    if begun:
        items = [marked(begun, start, end), *items]
    return [Piece("HEADING", heading, start, end)] if heading else [], items


def _marks(items: Sequence[Item | Piece]) -> list[str]:
    return [item.mark for item in items if isinstance(item, Item) and item.mark]


def _is_chapeau(words: str, below: Item | Piece) -> bool:
    """Whether words before a list are its chapeau although no colon ends them."""
    mark = below.mark.lstrip("([") if isinstance(below, Item) else ""
    listed = mark and not mark[0].isdigit()
    return bool(listed) and bool(pattern("VERB").search(words))


def _two_lines(words: str, below: Stretch) -> bool:
    """Whether a heading takes two lines."""
    return heading_like(words) and heading_like(below.text) and goes_on(words, below)


#: Lines that are no heading: they open with a mark, or are about the text.
_MARKED = frozenset(("mark", "unsure", "note", "footnote"))


def _heading_in(
    words: str, marks: Sequence[str] | None, *, on_line: bool, separated: bool, more: bool
) -> str:
    """How much of the first words of an article is its heading: all, a beginning, or nothing.

    Args:
        words: what follows the number of the article, on its line or the next.
        marks: the marks further down in the article; None if no list begins in the words.
        on_line: whether the words stand on the line of the number ...
        separated: ... after a dash, a colon or a full stop.
        more: whether there is text below the words.
    """
    cut = -1 if marks is None else first_mark_in(words, marks)
    if cut > 0 and heading_like(words[:cut].rstrip(" .:–—-")):
        return words[:cut]
    if heading_like(words):
        bracketed = words[0] in "(["
        return words if more or separated or (on_line and not bracketed) else ""
    short = on_line and len(words) <= SHORT_HEADING and words.endswith(".")
    return words if short and more else ""


def goes_on(heading: str, below: Stretch) -> bool:
    """Whether a heading goes on in the line below it."""
    capitals = heading.isupper() and below.text.isupper() and not below.blank
    return capitals or bool(pattern("GOES_ON").search(heading))


#: Marks of a footnote on the number of an article.
_NOTE_MARKS = "*¹²³⁴⁵⁶⁷⁸⁹ "
