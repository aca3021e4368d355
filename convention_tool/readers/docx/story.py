"""The paragraphs of a text in the order in which they are read.

They stand in the body, in cells of tables, in content controls and in text boxes, and the mark
between two of them may be one that a tracked change takes away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.docx.changes import TRACKED, mark_changes, words_of
from convention_tool.readers.docx.styles import Role, with_outline
from convention_tool.readers.docx.words import Line, Reference, WordReader
from convention_tool.readers.docx.xml import FALLBACK, number, value, w
from convention_tool.readers.text.lines import ATTACHED, UNITS, opening

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from convention_tool.readers.docx.changes import Version
    from convention_tool.readers.docx.ledger import Ledger
    from convention_tool.readers.docx.numbering import Mark, Numbering
    from convention_tool.readers.docx.styles import Styles

#: What holds no paragraphs: settings of tables, cells, content controls and sections.
_SETTINGS = frozenset(
    (
        *map(w, ("tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr")),
        FALLBACK,
    )
)
#: What a table of contents is called as a content control.
_CONTENTS = "Table of Contents"
_CONTENTS_LINES = "lines of a table of contents"
#: Of a table or a box so many characters are told.
_FEW = 60


class Paragraph(NamedTuple):
    """A paragraph as it is printed."""

    text: str
    role: Role = Role.TEXT
    mark: Mark | None = None
    centred: bool = False
    references: tuple[Reference, ...] = ()


class Story:
    """Reads one text of a file: its body, a footnote, a header."""

    def __init__(
        self, styles: Styles, numbering: Numbering, version: Version, ledger: Ledger
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._version = version
        self._ledger = ledger
        self._words = WordReader(styles, version, ledger)
        self._line = Line()
        #: How a paragraph is set whose mark is gone: what follows goes on with it.
        self._joined: Any = None
        #: Text boxes of the last paragraph, still to be read.
        self._boxes: list[Any] = []

    def paragraphs(self, elements: Iterable[Any]) -> Iterator[Paragraph]:
        """The paragraphs of a text, in order."""
        for element in elements:
            yield from self._within(element)
        yield from self._rest()

    def _within(self, element: Any) -> Iterator[Paragraph]:
        """The paragraphs of an element, those of a box after the one that it hangs on."""
        waiting = [element]
        while waiting:
            node = waiting.pop()
            tag = node.tag
            if tag == w("p"):
                yield from self._read(node)
                waiting.extend(reversed(self._take_boxes()))
                continue
            if tag in _SETTINGS or tag in self._version.gone:
                continue
            if tag in {w("tbl"), w("tc")}:
                yield from self._rest()  # no paragraph goes on in a table
            if tag == w("tbl"):
                self._ledger.guess("tables read line by line", _begin(node))
            elif tag == w("tr") and not self._version.has_row(node):
                self._ledger.guess(TRACKED, _begin(node))
                continue
            elif tag == w("sdt") and _lists_contents(node):
                for line in node.iter(w("p")):
                    self._ledger.drop(_CONTENTS_LINES, words_of(line))
                continue
            waiting.extend(reversed(node))

    def _read(self, element: Any) -> Iterator[Paragraph]:
        """A paragraph, unless the next one goes on with it."""
        properties = self._version.properties(element)
        style = self._styles.of(value(properties, "pStyle"))
        self._words.read(element, self._line, hidden=style.hidden)
        changes = mark_changes(element)
        for _ in changes:
            self._ledger.guess(TRACKED, "¶")
        if self._version.gone.isdisjoint(changes):
            self._joined = None
            yield from self._ended(properties)
        else:
            self._joined = properties

    def _rest(self) -> Iterator[Paragraph]:
        """What stands before a mark that is gone, where no paragraph goes on with it."""
        if self._joined is not None:
            properties, self._joined = self._joined, None
            yield from self._ended(properties)
        for box in self._take_boxes():
            yield from self._within(box)

    def _ended(self, properties: Any) -> Iterator[Paragraph]:
        """The paragraph that ends here, unless it is empty or a line of a table of contents."""
        line, self._line = self._line, Line()
        self._boxes.extend(line.boxes)
        for box in line.boxes:
            self._ledger.guess("text boxes read below the paragraph they stand by", _begin(box))
        self._ledger.drop(_CONTENTS_LINES, "".join(line.contents))
        style = self._styles.of(value(properties, "pStyle"))
        role = with_outline(style.role, number(properties, "outlineLvl"))
        text = "".join(line.text).strip()
        if role is Role.CONTENTS:
            self._ledger.drop(_CONTENTS_LINES, text)
            return
        aligned = value(properties, "jc")
        mark = self._numbering.mark(properties, style)
        if text or mark or line.references:
            centred = style.centred if aligned is None else aligned == "center"
            yield Paragraph(text, role, mark, centred, tuple(line.references))

    def _take_boxes(self) -> list[Any]:
        boxes, self._boxes = self._boxes, []
        return boxes


def is_unit(text: str) -> bool:
    """Whether some words are no more than the number of an article or a division, or "Annex"."""
    opens = opening(text) if text else None
    if opens is None or opens.kind not in UNITS or opens.rest:
        return False
    return bool(opens.number) or opens.kind in ATTACHED


def _begin(element: Any) -> str:
    """The first words of an element, to name it by."""
    words = ""
    for one in element.iter(w("t"), w("delText")):
        words += f"{one.text or ''} "
        if len(words) > _FEW:
            return f"{words[:_FEW].rsplit(' ', 1)[0]} …"
    return words


def _lists_contents(control: Any) -> bool:
    """Whether a content control is a table of contents."""
    return value(control, "sdtPr/docPartObj/docPartGallery") == _CONTENTS
