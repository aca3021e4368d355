"""Goes through the body of a file, block by block: paragraphs, lists, tables, boxes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.odt.lines import (
    Aside,
    AsideKind,
    Deletion,
    Line,
    ListPlace,
    Piece,
)
from convention_tool.readers.odt.names import every, first, number, tag, value, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from convention_tool.readers.odt.styles import Styles

#: Lists of what stands elsewhere in the text.
_INDEXES = frozenset(
    (
        "text:table-of-content",
        "text:illustration-index",
        "text:table-index",
        "text:object-index",
        "text:user-index",
        "text:alphabetical-index",
        "text:bibliography",
    )
)
#: What holds no words of the text.
_SILENT = frozenset(
    (
        "text:tracked-changes",
        "text:sequence-decls",
        "text:variable-decls",
        "text:user-field-decls",
        "text:dde-connection-decls",
        "text:alphabetical-index-auto-mark-file",
        "office:forms",
        "office:scripts",
        "office:event-listeners",
        "office:annotation-end",
        "table:title",
        "table:desc",
        "table:covered-table-cell",
        "text:number",
        "text:note-citation",
        "text:ruby-text",
        "dc:creator",
        "dc:date",
    )
)
#: What was deleted may hold earlier deletions, and these others; deeper ones are not followed.
_MOST_DELETIONS = 8
_SPACES = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}


class _Where(NamedTuple):
    """What a block stands in."""

    #: The list, and its style as far as it is said.
    list_key: str = ""
    list_style: str = ""
    level: int = 0
    #: The item, 0 for a heading of the list, and where it counts anew from.
    item: int = 0
    start: int | None = None
    in_table: bool = False


@dataclass(slots=True)
class Body:
    """Gathers the lines of a body, and what is left out of them."""

    styles: Styles
    #: The tracked changes of the file: what was deleted, None for an insertion.
    changes: dict[str, _Element | None] = field(default_factory=dict)
    indexes: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    #: What pictures are said to show.
    descriptions: list[str] = field(default_factory=list)
    #: Words that somebody put in or struck out.
    tracked: list[str] = field(default_factory=list)
    #: The insertions that have begun and not ended.
    _open: set[str] = field(default_factory=set)
    #: Within how many deletions.
    _deletions: int = 0
    _items: int = 0
    _lists: int = 0
    #: The list that was last in each style, for one that goes on with it.
    _last: dict[str, str] = field(default_factory=dict)

    def read(self, body: _Element) -> tuple[Line, ...]:
        """The lines of a body."""
        for region in every(body, "text:changed-region"):
            name = value(region, "xml:id") or value(region, "text:id") or ""
            if first(region, "text:insertion") is not None:
                self.changes[name] = None
            else:
                deletion = first(region, "text:deletion")
                if deletion is not None:
                    self.changes[name] = deletion
        lines: list[Line] = []
        self._blocks(body, _Where(), lines)
        return tuple(lines)

    def _blocks(self, parent: Iterable[_Element], where: _Where, lines: list[Line]) -> None:
        for element in parent:
            name = tag(element)
            if name in {"text:p", "text:h"}:
                self._line(element, where, lines)
            elif name == "draw:image":
                self.pictures.append("picture")
            elif name in {"svg:title", "svg:desc"}:
                self.descriptions.append(words_of(element))
            elif name in _SILENT:
                continue
            elif name in _INDEXES:
                self.indexes.extend(map(words_of, every(element, "text:p", "text:h")))
            elif name == "text:section" and value(element, "text:display") == "none":
                self.hidden.append(words_of(element))
            elif name in {"text:change", "text:change-start", "text:change-end"}:
                deletion = self._change(element, name)
                lines.extend([Line((deletion,))] if deletion else [])
            elif name == "text:list":
                self._list(element, where, lines)
            elif name == "text:numbered-paragraph":
                self._numbered(element, where, lines)
            else:
                is_table = where.in_table or name == "table:table"
                self._blocks(element, where._replace(in_table=is_table), lines)

    def _list(self, element: _Element, where: _Where, lines: list[Line]) -> None:
        own = value(element, "text:style-name") or where.list_style
        key = where.list_key if where.level else self._key(element, own)
        inner = where._replace(list_key=key, list_style=own, level=where.level + 1)
        for item in element:
            name = tag(item)
            if name == "text:list-item":
                self._items += 1
                start = number(item, "text:start-value")
                self._blocks(item, inner._replace(item=self._items, start=start), lines)
            elif name in {"text:list-header", "text:change-start", "text:change-end"}:
                held = item if name == "text:list-header" else (item,)
                self._blocks(held, inner._replace(item=0, start=None), lines)

    def _numbered(self, element: _Element, where: _Where, lines: list[Line]) -> None:
        """A paragraph that is an item of a list without standing in one."""
        self._items += 1
        style = value(element, "text:style-name") or ""
        inner = where._replace(
            list_key=value(element, "text:list-id") or f"style {style}",
            list_style=style,
            level=number(element, "text:level") or 1,
            item=self._items,
            start=number(element, "text:start-value"),
        )
        self._blocks(element, inner, lines)

    def _key(self, element: _Element, style: str) -> str:
        """What list a list is, or goes on with."""
        continued = value(element, "text:continue-list")
        own = value(element, "xml:id")
        if continued:
            key = self._last.get(f"id {continued}", continued)
        elif value(element, "text:continue-numbering") == "true" and style in self._last:
            key = self._last[style]
        else:
            self._lists += 1
            key = f"{self._lists}"
        self._last[style] = key
        if own:
            self._last[f"id {own}"] = key
        return key

    def _line(self, element: _Element, where: _Where, lines: list[Line]) -> None:
        style = value(element, "text:style-name") or ""
        is_heading = tag(element) == "text:h"
        pieces: list[Piece | Deletion] = []
        self._inline(element, pieces)
        if self.styles.is_hidden("paragraph", style) or _is_hidden_field(element):
            self.hidden.append("".join(p.text for p in pieces if isinstance(p, Piece)))
            pieces = []
        place = None
        if where.level:
            place = ListPlace(
                where.list_key, where.list_style, where.level, where.item, where.start
            )
        line = Line(
            tuple(pieces),
            style,
            level=(number(element, "text:outline-level") or 1) if is_heading else 0,
            place=place,
            is_counted=value(element, "text:is-list-header") != "true",
            start=_restart(element),
            in_table=where.in_table,
            is_end_inserted=bool(self._open),
        )
        lines.append(line)

    def _inline(self, element: _Element, pieces: list[Piece | Deletion]) -> None:
        """The words within a paragraph, or within a part of one."""
        self._say(element.text, pieces)
        for child in element:
            name = tag(child)
            if name in _SPACES:
                self._say(_SPACES[name], pieces)
            elif name in {"text:change", "text:change-start", "text:change-end"}:
                deletion = self._change(child, name)
                pieces.extend([deletion] if deletion else [])
            elif name == "text:note":
                self._aside(child, AsideKind.FOOTNOTE, _mark(child), pieces)
            elif name == "office:annotation":
                self._aside(child, AsideKind.COMMENT, _author(child), pieces)
            elif name.startswith("draw:"):
                self._aside(child, AsideKind.BOX, "", pieces)
            elif name == "text:hidden-text" or (
                name == "text:span"
                and self.styles.is_hidden("text", value(child, "text:style-name") or "")
            ):
                self.hidden.append(words_of(child) or value(child, "text:string-value") or "")
            elif name not in _SILENT:
                self._inline(child, pieces)
            self._say(child.tail, pieces)

    def _say(self, text: str | None, pieces: list[Piece | Deletion]) -> None:
        if text:
            # A line's end in the file is a space; one of the text is an element.
            said = text if text == "\n" else text.replace("\n", " ")
            pieces.append(Piece(said, bool(self._open)))
            if self._open or self._deletions:
                self.tracked.append(said)

    def _aside(
        self, element: _Element, kind: AsideKind, mark: str, pieces: list[Piece | Deletion]
    ) -> None:
        lines: list[Line] = []
        self._blocks(element, _Where(), lines)
        pieces.append(Piece("", bool(self._open), Aside(kind, mark, tuple(lines))))

    def _change(self, element: _Element, name: str) -> Deletion | None:
        """Note that an insertion begins or ends here, or give what was deleted here."""
        change = value(element, "text:change-id") or ""
        if name == "text:change-end":
            self._open.discard(change)
        elif change in self.changes:
            deletion = self.changes[change]
            if deletion is None:
                if name == "text:change-start":
                    self._open.add(change)
            elif name == "text:change" and self._deletions < _MOST_DELETIONS:
                return self._deleted(change, deletion)
        return None

    def _deleted(self, change: str, deletion: _Element) -> Deletion:
        del self.changes[change]  # a change is made once, whatever a file says
        outer, self._open = self._open, set()
        self._deletions += 1
        lines: list[Line] = []
        self._blocks(deletion, _Where(), lines)
        self._deletions -= 1
        self._open = outer
        return Deletion(tuple(replace(line, is_end_inserted=False) for line in lines))


def _restart(element: _Element) -> int | None:
    """Where a heading counts anew from."""
    if value(element, "text:restart-numbering") != "true":
        return None
    start = number(element, "text:start-value")
    return 1 if start is None else start


def _is_hidden_field(element: _Element) -> bool:
    """Whether a field hides the paragraph that it stands in."""
    fields = every(element, "text:hidden-paragraph")
    return any(value(one, "text:is-hidden") == "true" for one in fields)


def _mark(note: _Element) -> str:
    citation = first(note, "text:note-citation")
    return "" if citation is None else words_of(citation).strip()


def _author(annotation: _Element) -> str:
    creator = first(annotation, "dc:creator")
    return "" if creator is None else words_of(creator).strip()
