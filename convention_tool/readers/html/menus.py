"""Finds menus and tables of contents that nothing in a page's code names: lines of links."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.html.elements import opens
from convention_tool.readers.text.lines import UNITS, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.readers.html.flow import Block

#: What they are, in a report.
LINKS = "menus and lists of links"

#: A line is one of links when so much of it is, of its letters.
_LINKED = 0.8
#: Lines of links that follow each other, or links on one line, are a menu from this number on.
_MENU = 3
#: A link in a menu is no longer than this, in characters; sentences are.
_LONGEST = 160
#: A heading may be a link, and several may follow each other: part, chapter, article. So many
#: openings of units below each other are a table of contents all the same.
_ENTRIES = 4


class Parted(NamedTuple):
    """The blocks of a text, and the words of the menus around it."""

    text: list[Block]
    menus: tuple[str, ...]


def without_menus(blocks: Sequence[Block]) -> Parted:
    """The blocks that are text, and the words of those that are menus."""
    kept: list[Block] = []
    menus: list[str] = []
    for run, linked in _runs(blocks):
        if linked and _is_menu(run):
            if kept and pattern("CONTENTS").fullmatch(kept[-1].text.rstrip(" :.")):
                menus.append(kept.pop().text)
            menus.extend(block.text.replace("\n", " ") for block in run)
        else:
            kept.extend(run)
    return Parted(kept, tuple(menus))


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[list[Block], bool]]:
    """The blocks, those that are links together and the others together."""
    run: list[Block] = []
    linked = False
    for block in blocks:
        here = not block.note and block.linked >= _LINKED and len(block.text) <= _LONGEST
        here = here or (block.linked >= _LINKED and _links(block) >= _MENU)
        if run and here != linked:
            yield run, linked
            run = []
        run.append(block)
        linked = here
    if run:
        yield run, linked


def _is_menu(run: Sequence[Block]) -> bool:
    units = sum(_opens_unit(block) for block in run)
    if units:
        return units >= _ENTRIES
    if any(block.heading for block in run):
        return False
    if len(run) >= _MENU or any(_links(block) >= _MENU for block in run):
        return True
    return all(pattern("WEB_PAGE").fullmatch(block.text) for block in run)


def _opens_unit(block: Block) -> bool:
    found = opens(block.text.partition("\n")[0])
    return found is not None and found.kind in UNITS and bool(found.number)


def _links(block: Block) -> int:
    """How many links a block has."""
    return len({span.link for span in block.spans if span.link and span.text.strip()})
