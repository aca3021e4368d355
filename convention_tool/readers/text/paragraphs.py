"""The lines of an article to the tokens of its paragraphs and lists."""

from collections.abc import Iterator, Sequence
from itertools import islice

from convention_tool.readers.text.lines import pattern
from convention_tool.readers.text.lists import Item, placed
from convention_tool.readers.text.pieces import Piece
from convention_tool.readers.text.reflow import Stretch
from convention_tool.readers.text.run_in import may_run_in, paragraph_cut, run_in


def paragraphs(items: Sequence[Item | Piece], *, whole: bool) -> list[Piece]:
    """The tokens of the paragraphs of an article (or, if not whole, of text that is in none)."""
    if len(items) == 1 and whole and isinstance(items[0], Item) and _is_plain(items[0]):
        only = items[0]  # the commonest article: a single paragraph
        return [Piece("TEXT", only.words, only.start, only.end)]
    parted, notes = _parted(items)
    late = notes.pop(-1, [])
    if whole and parted:
        late += notes.pop(len(parted) - 1, [])
    out: list[Piece] = []
    keep = out.append
    if not whole:
        out.extend(note.called("TEXT") for note in late)
    lists = 0
    for index, (item, depth, role) in enumerate(placed(parted)):
        mark, words, start, end, _ = item
        if role == "mark" and depth and not index:
            keep(Piece("TEXT", "", start, start))
        while lists > depth:
            lists -= 1
            keep(Piece("_END", "", start, start))
        if role != "mark":
            keep(Piece(role, words, start, end))
        else:
            if lists < depth:
                lists += 1
                keep(Piece("_LIST", "", start, start))
            keep(Piece("MARKED", words, start, end, mark))
        if index in notes:
            out.extend(notes[index])
    if parted:
        out.extend(Piece("_END", "", parted[-1].end, parted[-1].end) for _ in range(lists))
    if whole and late:
        keep(Piece("_NOTES", "", late[0].start_pos, late[0].start_pos))
        out.extend(late)
    return out


def _parted(items: Sequence[Item | Piece]) -> tuple[list[Item], dict[int, list[Piece]]]:
    """Items with combined marks and run-in lists parted; notes by the index of the item above."""
    parted: list[Item] = []
    notes: dict[int, list[Piece]] = {}
    expected = 0
    glued = ""
    for index, item in enumerate(items):
        if isinstance(item, Piece):
            notes.setdefault(len(parted) - 1, []).append(item)
            continue
        mark, words = item.mark, item.words
        if mark and mark[-1] == "." and mark[:-1].isdigit():
            expected = int(mark[:-1]) + 1
            glued = f" {expected}. "
        if expected and glued in words:
            for one in _unglued(item, expected, _following(items, index)):
                parted.extend(run_in(one))
        elif words and may_run_in(words):
            parted.extend(run_in(item, _mark_below(items, index)))
        else:
            parted.append(item)
    return parted, notes


def _mark_below(items: Sequence[Item | Piece], index: int) -> str:
    """The mark of the line below an item, if it has one."""
    for place in range(index + 1, len(items)):
        below = items[place]
        if isinstance(below, Item):
            return below.mark
    return ""


def _following(items: Sequence[Item | Piece], index: int) -> int:
    """The number of the next numbered paragraph below an item; -1 where there is none."""
    below = (_paragraph_number(item) for item in islice(items, index + 1, None))
    return next((number for number in below if number >= 0), -1)


def _paragraph_number(item: Item | Piece) -> int:
    """The number of an item marked as "2." is; -1 for any other."""
    mark = item.mark if isinstance(item, Item) else ""
    return int(mark[:-1]) if mark[-1:] == "." and mark[:-1].isdigit() else -1


def _is_plain(item: Item) -> bool:
    """Whether an item has no mark, neither before its words nor in them."""
    return not item.mark and bool(item.words) and not may_run_in(item.words)


def _unglued(item: Item, expected: int, following: int) -> Iterator[Item]:
    """An item, and as items of their own the next paragraphs that stand in the middle of its words.

    "... of their families. 2. States Parties shall ..." holds paragraph 2, unless that follows.
    """
    cut = paragraph_cut(item.words, expected)
    while cut >= 0 and expected != following:
        mark = f"{expected}."
        yield item._replace(words=item.words[:cut])
        words = item.words[cut:].strip().removeprefix(mark).strip()
        item = Item(mark, words, item.start, item.end)
        expected += 1
        cut = paragraph_cut(item.words, expected)
    yield item


def item_of(stretch: Stretch, kind: str) -> Item | Piece:
    """A line as an item of the article it stands in, or as a note on the item above it."""
    text, start, end, _, opens, _ = stretch
    if opens is None or kind not in _OPENED:
        return Item("", text, start, end)
    if kind == "note":
        return Piece("COMMENTARY", opens.rest, start, end)
    if kind == "footnote":
        return Piece("FOOTNOTE", text, start, end)
    return Item(opens.label, opens.rest, start, end, kind == "unsure")


#: The kinds of lines that are more than words.
_OPENED = frozenset(("mark", "unsure", "note", "footnote"))


def marked(words: str, start: int, end: int) -> Item:
    """Words that may begin with a mark, as an item."""
    found = pattern("MARK").match(words) or pattern("UNSURE_MARK").match(words)
    if found:
        return Item(found[0].strip(), words[found.end() :].strip(), start, end)
    return Item("", words, start, end)
