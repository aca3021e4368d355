"""On which page each heading will stand, reckoned as Word sets lines.

A table of contents needs page numbers before any program has set the text. Lines are broken with
the widths of Times, the letters of our own styles; for the letters of a house it is an estimate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as File

    from convention_tool.writers.docx_styles import Styles

#: The width of letters in thousandths of their size, as Times has them; others are as "a".
_WIDTHS = {
    letter: width
    for width, letters in {
        180: "'",
        200: "|",
        250: " ,.\u00a0",
        278: "/\\:;ijlt",
        333: "!()-`I[]frI",
        389: "Js",
        408: '"',
        444: "?aceézàçèê",
        469: "^",
        500: "#$*0123456789_bdghknopquvxyñóúö–",
        541: "~",
        556: "FPS",
        564: "+<=>",
        611: "ELTZÉÈ",
        667: "BCR",
        722: "ADGHKNOQUVXYwÑÓ",
        778: "&m",
        833: "%",
        889: "M",
        921: "@",
        944: "W",
        1000: "\u2003—…",
    }.items()
    for letter in letters
}
_USUAL_WIDTH = 444

#: The height of a line of Times, to the size of its letters.
_LINE = 1.15

#: So many lines of a paragraph stay together at the foot and at the head of a page.
_WIDOW = 2

#: The space left and right of the words of a cell, in points.
_CELL = 10.8


def pages(file: File, styles: Styles) -> dict[Any, int]:
    """The page on which each paragraph of a file begins, by its element."""
    body: Any = file.element.body
    measures = _Measures(styles)
    notes = _notes(file)
    found: dict[Any, int] = {}
    setting = _Setting(found, tuple(_sheets(body)))
    for block in _flat(body):
        width = setting.sheet.width
        if block.tag == qn("w:tbl"):
            for row in block.iterchildren(qn("w:tr")):
                setting.add(_row(row, measures))
        else:
            below = sum(
                _height(notes[mark.get(qn("w:id"))], measures, width)
                for mark in block.iter(qn("w:footnoteReference"))
            )
            setting.add(_paragraph(block, measures, width)._replace(notes=below))
    setting.end()
    return found


class _Sheet(NamedTuple):
    """The room between the margins of a page, in points."""

    width: float
    height: float


class _Measure(NamedTuple):
    """What a style says of the room that its paragraphs take, in points."""

    size: float = 10
    left: float = 0
    above: float = 0
    below: float = 0
    with_next: bool = False


class _Block(NamedTuple):
    """A paragraph or a row as it takes room on a page."""

    element: Any
    lines: int
    height: float
    above: float = 0
    below: float = 0
    with_next: bool = False
    #: The height of its footnotes.
    notes: float = 0
    #: Whether a page ends with it.
    ends: bool = False
    ends_section: bool = False


class _Setting:
    """Sets blocks on pages, one after another."""

    def __init__(self, found: dict[Any, int], sheets: tuple[_Sheet, ...]) -> None:
        self._found = found
        self._sheets = sheets
        self._section = 0
        self._page = 1
        self._used = 0.0
        #: Headings that wait for what they stand with.
        self._waiting: list[_Block] = []

    @property
    def sheet(self) -> _Sheet:
        """The page that is being set."""
        return self._sheets[min(self._section, len(self._sheets) - 1)]

    def add(self, block: _Block) -> None:
        """Set a block, once it is known what stands with it."""
        self._waiting.append(block)
        if block.ends or not block.with_next:
            self.end()

    def end(self) -> None:
        """Set what still waits."""
        if not self._waiting:
            return
        together, self._waiting = self._waiting, []
        block = together[-1]
        room = sum(one.above + one.height * one.lines + one.below for one in together[:-1])
        opening = block.height * (_WIDOW if block.lines > _WIDOW + 1 else block.lines)
        wanted = room + block.above + opening + sum(one.notes for one in together)
        if self._used and self._used + wanted > self.sheet.height:
            self._turn()
        for one in together:
            self._set(one)

    def _set(self, block: _Block) -> None:
        self._used += block.above if self._used else 0
        self._found[block.element] = self._page
        lines = block.lines
        while lines:
            fitting = int((self.sheet.height - self._used) / block.height + _TOLERANCE)
            if fitting >= lines or (not self._used and fitting < 1):
                self._used += lines * block.height
                break
            lines -= max(min(fitting, lines - _WIDOW), 0)
            self._turn()
        self._used += block.below + block.notes
        if block.ends:
            self._turn()
        if block.ends_section:
            self._section += 1

    def _turn(self) -> None:
        self._page += 1
        self._used = 0


#: Sums of points are not exact.
_TOLERANCE = 0.01


class _Measures:
    """The measures of styles, each looked up once."""

    def __init__(self, styles: Styles) -> None:
        self._elements = {one.get(qn("w:styleId")): one for one in styles.elements()}
        self._base = _Measure(size=styles.usual_size())
        self._known: dict[str, _Measure] = {}

    def of(self, style: str) -> _Measure:
        """The measure of a style, what it does not say taken from its base."""
        if style not in self._known:
            self._known[style] = self._base  # two styles that are based on each other end here
            one = self._elements.get(style)
            if one is not None:
                (above,) = one.xpath("w:basedOn/@w:val") or ("",)
                self._known[style] = _said(one, self.of(above) if above else self._base)
        return self._known[style]


def _said(style: Any, base: _Measure) -> _Measure:
    def value(path: str, usual: float, share: float) -> float:
        (found,) = style.xpath(path)[:1] or ("",)
        # A house may write "12pt", which no reckoning needs.
        return float(found) / share if found and found.isdecimal() else usual

    return _Measure(
        value("w:rPr/w:sz/@w:val", base.size, 2),
        value("w:pPr/w:ind/@w:left", base.left, 20),
        value("w:pPr/w:spacing/@w:before", base.above, 20),
        value("w:pPr/w:spacing/@w:after", base.below, 20),
        bool(style.xpath("w:pPr/w:keepNext")) or base.with_next,
    )


def _flat(body: Any) -> Iterator[Any]:
    """The paragraphs and tables of a file, those of its table of contents too."""
    for block in body:
        if block.tag == qn("w:sdt"):
            yield from block.find(qn("w:sdtContent"))
        elif block.tag in {qn("w:p"), qn("w:tbl")}:
            yield block


def _paragraph(paragraph: Any, measures: _Measures, width: float) -> _Block:
    measure = measures.of(paragraph.style or "")
    text = "".join(_texts(paragraph))
    lines = _lines(text, measure.size, width - measure.left)
    ends_section = bool(paragraph.xpath("w:pPr/w:sectPr"))
    ends = ends_section or bool(paragraph.xpath("w:r/w:br[@w:type='page']"))
    height = measure.size * _LINE
    above, below = measure.above, measure.below
    return _Block(paragraph, lines, height, above, below, measure.with_next, ends, ends_section)


def _row(row: Any, measures: _Measures) -> _Block:
    """A row, as high as the highest of its cells; it stays on one page."""
    heights = [
        _height(cell, measures, float(cell.xpath("w:tcPr/w:tcW/@w:w")[0]) / 20 - _CELL)
        for cell in row.iterchildren(qn("w:tc"))
    ]
    return _Block(row, 1, max(heights, default=0) + 1)


def _height(holder: Any, measures: _Measures, width: float) -> float:
    """The height of the paragraphs of a cell or a footnote."""
    blocks = [_paragraph(one, measures, width) for one in holder.iterchildren(qn("w:p"))]
    return sum(block.above + block.lines * block.height + block.below for block in blocks)


def _notes(file: File) -> dict[str, Any]:
    """The footnotes of a file by their numbers."""
    parts: list[Any] = [
        relation.target_part
        for relation in file.part.rels.values()
        if relation.reltype.endswith("/footnotes")
    ]
    return {note.get(qn("w:id")): note for part in parts for note in part.element}


def _texts(paragraph: Any) -> Iterator[str]:
    for one in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        yield (one.text or "") if one.tag == qn("w:t") else _SIGNS[one.tag]


_SIGNS = {qn("w:br"): "\n", qn("w:tab"): "\t"}


def _lines(text: str, size: float, width: float) -> int:
    """How many lines some words take. The mark of a provision stands before them."""
    count = 0
    for line in text.rpartition("\t")[2].split("\n"):
        count += 1
        used = 0.0
        for word in line.split(" "):
            long = sum(_WIDTHS.get(letter, _USUAL_WIDTH) for letter in word) * size / 1000
            if used and used + long > width:
                count += 1
                used = 0.0
            used += long + size / 4
    return count


#: Word's measure of a page, to a point.
_POINT = 12_700


def _sheets(body: Any) -> Iterator[_Sheet]:
    """The room on the pages of each section."""
    for section in body.xpath("w:p/w:pPr/w:sectPr | w:sectPr"):
        size, margins = section.pgSz, section.pgMar
        yield _Sheet(
            (size.w - margins.left - margins.right) / _POINT,
            (size.h - margins.top - margins.bottom) / _POINT,
        )
