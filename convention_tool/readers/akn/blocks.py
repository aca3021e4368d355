"""The elements of an Akoma Ntoso file as the blocks of a draft, in the order of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convention_tool.readers.akn.elements import name_of, words_of
from convention_tool.readers.akn.vocabulary import (
    ARTICLES,
    BLOCKS,
    HEADED,
    HOLDERS,
    INLINES,
    ITEMS,
    LABELS,
    SILENT,
)
from convention_tool.readers.extract import commentary, footnote, one_line
from convention_tool.readers.reading import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

#: Elements that stand in words and are no part of them.
_NOT_SAID = frozenset(("authorialNote", "noteRef", "del", "img"))

#: A letter or Roman number without any sign that it is one: "a", "iv", "aa".
_BARE = re.compile(r"[a-zA-Z]{1,5}")
#: The number of a division or article without its word: "12", "12.", "IV", "3bis".
_WORDLESS = re.compile(r"\W*(?:\d.*|[IVXLCDMivxlcdm]+|[A-Za-z])\W*")


class Blocks:
    """Collects blocks, and what was decided on the way.

    Args:
        language: whose words for "article" and "part" are taken where the file prints none.
        header: an element that is left out, because it is read as the header block of a draft.
    """

    def __init__(self, language: str, header: _Element | None) -> None:
        self._header = header
        self.found: list[str] = []
        #: The words and numbers of articles: "Article 5".
        self.articles: list[str] = []
        self._labels = LABELS.get(language, LABELS["en"])
        self._labelled: list[str] = []
        self._numbered: list[str] = []
        self._unknown: list[str] = []
        self._left_out: dict[str, list[str]] = {"del": [], "img": []}
        self._notes: dict[str, _Element] = {}
        self._footnotes = 0
        self._in_article = False
        #: The mark and heading of a unit, which its first words will follow.
        self._opening = ""

    def guessed(self) -> Iterator[Choice]:
        """What the file does not say outright."""
        yield Choice(
            "units called articles or parts, whose word the file does not print",
            tuple(self._labelled),
        )
        yield Choice("letters given the brackets of a mark", tuple(self._numbered))
        yield Choice(
            "elements that are not known, their words kept as text",
            tuple(dict.fromkeys(self._unknown)),
        )

    def dropped(self) -> Iterator[Choice]:
        """What was left out."""
        yield Choice("words marked as deleted", tuple(self._left_out["del"]))
        yield Choice("pictures", tuple(self._left_out["img"]))
        unsaid = (one_line(words_of(note)) for note in self._notes.values())
        yield Choice("notes of the metadata that no words refer to", tuple(unsaid))

    def add_all(self, root: _Element) -> None:
        """Add all that the document says."""
        for note in root.iterfind(".//{*}meta/{*}notes/{*}note"):
            self._notes[_identifier(note)] = note
        for child in root:
            self._add(child)

    def _add(self, element: _Element) -> None:
        name = name_of(element)
        if name in SILENT or element is self._header:
            return
        if name in HEADED and not (self._in_article and _wordless(element)):
            self._headed(element, name)
        elif name in ITEMS or name in HEADED:
            self._unit(element)
        elif name == "attachment":
            self._attachment(element)
        elif name == "toc":
            self._block("\n".join(filter(None, (one_line(words_of(line)) for line in element))))
        elif name == "tr":
            cells = (one_line(words_of(cell, without=_NOT_SAID)) for cell in element)
            self._block(" | ".join(cells))
            self._hanging(element)
        elif name in BLOCKS or _is_words(element):
            if name not in BLOCKS:
                self._unknown.append(name)
            self._words(element)
        else:
            if name not in HOLDERS:
                self._unknown.append(name)
            for child in element:
                self._add(child)

    # ---- Units -----------------------------------------------------------------------------------

    def _headed(self, element: _Element, name: str) -> None:
        """A division or an article: its number and heading, then what it holds."""
        self._flush()
        unit = name == "article" or (name in ARTICLES and not _holds_articles(element))
        wordless = _wordless(element)
        kind = "article" if unit and (wordless or name == "article") else name
        number, heading = _said(element, "num"), _heading(element)
        if wordless:
            number = self._labelled_number(number, kind)
        if kind == "article":
            self.articles.append(number)
        if kind == "article" and number and heading.endswith((".", ";", ":", ",")):
            self._block(f"{number} – {heading}")
        else:
            self._block("\n".join(words for words in (number, heading) if words))
        self._hanging_on_heads(element)
        self._in_article = unit
        for child in element:
            if name_of(child) not in _HEAD:
                self._add(child)
        self._in_article = False

    def _labelled_number(self, number: str, kind: str) -> str:
        label = self._labels.get(kind, self._labels["article"])
        said = f"{label} {number.strip('.() ')}"
        self._labelled.append(said)
        return said

    def _unit(self, element: _Element) -> None:
        """A paragraph or an item: its mark stands before its first words."""
        mark = _said(element, "num")
        if mark and _BARE.fullmatch(mark):
            mark = f"({mark})"
            self._numbered.append(mark)
        heading = _heading(element)
        if mark or heading:
            self._flush()
            self._opening = f"{mark} {heading} –".strip() if heading else mark
        for child in element:
            if name_of(child) in _HEAD:
                continue
            if name_of(child) not in _FIRST:
                self._flush()
            self._add(child)
        self._flush()
        self._hanging_on_heads(element)

    def _attachment(self, element: _Element) -> None:
        self._block("\n".join(filter(None, (_said(element, "num"), _heading(element)))))
        self._hanging_on_heads(element)
        for child in element:
            if name_of(child) not in _HEAD:
                self._add(child)

    def _hanging_on_heads(self, element: _Element) -> None:
        for head in element:
            if name_of(head) in _HEAD:
                self._hanging(head)

    # ---- Words -----------------------------------------------------------------------------------

    def _words(self, element: _Element) -> None:
        """A block, and below it the notes that hang on it."""
        words = words_of(element, without=_NOT_SAID)
        parent = element.getparent()
        if parent is not None and name_of(parent) == "wrapUp":
            for line in words.split("\n"):
                self._block(line)
        elif name_of(element) == "li":
            self._block(f"- {words}" if words else "")
        else:
            self._block(words)
        self._hanging(element)

    def _block(self, words: str) -> None:
        """Add a block; the first of a unit has its mark before it."""
        if words.strip():
            self.found.append(f"{self._opening} {words}" if self._opening else words)
            self._opening = ""

    def _flush(self) -> None:
        """Add the mark of a unit that has no words of its own."""
        if self._opening:
            self.found.append(self._opening.removesuffix(" –"))
            self._opening = ""

    def _hanging(self, element: _Element) -> None:
        """The notes, pictures and deleted words within some words."""
        for inner in element.iter("{*}authorialNote", "{*}noteRef", "{*}del", "{*}img"):
            match name_of(inner):
                case "authorialNote":
                    self._note(inner, inner.get("marker", ""))
                case "noteRef":
                    note = self._notes.pop(inner.get("href", "").lstrip("#"), None)
                    if note is not None:
                        self._note(note, inner.get("marker") or note.get("marker") or "")
                case "img":
                    self._left_out["img"].append(inner.get("alt") or inner.get("src") or "picture")
                case _:
                    self._left_out["del"].append(one_line(words_of(inner)))

    def _note(self, note: _Element, marker: str) -> None:
        self._flush()
        parts = list(note) or [note]
        paragraphs = [words_of(part, without=_NOT_SAID) for part in parts]
        if note.get("class") == "commentary":
            self._block(commentary("\n\n".join(paragraphs)))
            return
        text = " ".join(words for words in paragraphs if words)
        if note.get("class") == "footnote" and _COUNTED.fullmatch(marker):
            self._block(text)
            return
        self._footnotes += 1
        self._block(footnote(marker or str(self._footnotes), text))


#: Parts of a unit that stand before what it holds.
_HEAD = frozenset(("num", "heading", "subheading"))
#: Where the first words of a unit stand.
_FIRST = frozenset(("content", "intro", "p", "block", "blockList", "list", "listIntroduction"))
#: The marker of a note that prints none of its own.
_COUNTED = re.compile(r"n\d+")


def _said(element: _Element, part: str) -> str:
    """The words of the parts of a unit that have some name."""
    found = (words_of(child, without=_NOT_SAID) for child in element if name_of(child) == part)
    return one_line(" ".join(found))


def _wordless(element: _Element) -> bool:
    """Whether the number of a unit is printed without the word for what it is."""
    return bool(_WORDLESS.fullmatch(_said(element, "num")))


def _holds_articles(element: _Element) -> bool:
    return next(element.iter("{*}article"), None) is not None


def _heading(element: _Element) -> str:
    headings = (_said(element, "heading"), _said(element, "subheading"))
    if name_of(element) == "attachment":
        return "\n".join(filter(None, headings))
    return " – ".join(filter(None, headings))


def _identifier(element: _Element) -> str:
    return element.get("eId") or element.get("id") or ""


def _is_words(element: _Element) -> bool:
    """Whether an element holds words at once, not other blocks."""
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return True
    return len(element) > 0 and all(name_of(child) in INLINES for child in element)
