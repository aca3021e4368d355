"""The styles of a Word file, by the names that Word itself knows: a house can restyle a text at once.

All of the look is in the styles, so that a paragraph that a drafter adds looks like its neighbours.
The page is that of a treaty of the United Nations: a serif of 12 points, headings in the middle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docx.oxml.ns import qn
from docx.shared import Cm

from convention_tool.writers.docx_xml import element, full_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as File

#: How far a level stands in: the mark of a provision has so much room.
STEP = Cm(1)

#: Provisions stand in so many levels deep at most; treaties reach the fifth.
_DEEPEST = 8

#: Headings have so many levels; deeper ones share the last.
_HEADINGS = 5

_FONT = "Times New Roman"
_LINK = "174E8C"


class Styles:
    """The styles of a file by their names: Word's own identifiers differ from house to house."""

    def __init__(self, file: File) -> None:
        """Read the styles that a file has."""
        self._all: Any = file.styles.element
        self._ids: dict[tuple[str, str], str] = {
            (_plain(one.find(qn("w:name"))), one.get(qn("w:type"))): one.get(qn("w:styleId"))
            for one in self._all.iter(qn("w:style"))
            if one.find(qn("w:name")) is not None
        }
        self._numbered: dict[str, bool] = {}

    def named(self, name: str, kind: str = "paragraph") -> str:
        """The identifier of a style."""
        return self._ids[name.casefold(), kind]

    def has(self, name: str, kind: str) -> bool:
        """Whether the file has a style."""
        return (name.casefold(), kind) in self._ids

    def add(self, style: _Style) -> None:
        """Add a style that the file lacks."""
        taken = set(self._ids.values())
        made = wanted = style.name.title().replace(" ", "")
        count = 1
        while made in taken:
            count += 1
            made = f"{wanted}{count}"
        self._ids[style.name.casefold(), style.kind] = made
        self._all.append(_built(style, made, self))

    def elements(self) -> list[Any]:
        """The styles as the file has them."""
        return list(self._all.findall(qn("w:style")))

    def usual_size(self) -> float:
        """The size of letters where no style says another, in points."""
        found = self._all.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
        return float(found[0]) / 2 if found and found[0].isdecimal() else 10

    def indents(self, name: str) -> list[Any]:
        """How far a style itself says that its paragraphs stand in."""
        wanted = self.named(name)
        return [
            indent
            for one in self._all
            if one.get(qn("w:styleId")) == wanted
            for indent in one.xpath("w:pPr/w:ind")
        ]

    def is_numbered(self, style: str) -> bool:
        """Whether a style numbers its paragraphs by itself, as those of some houses do."""
        if style not in self._numbered:
            self._numbered[style] = False  # two styles that are based on each other end here
            found = [one for one in self._all if one.get(qn("w:styleId")) == style]
            self._numbered[style] = any(
                one.xpath("w:pPr/w:numPr/w:numId[@w:val!='0']")
                or any(self.is_numbered(base) for base in one.xpath("w:basedOn/@w:val"))
                for one in found
            )
        return self._numbered[style]


def heading_style(level: int) -> str:
    """The style of a heading; the page's title is level 1."""
    return f"Heading {min(max(level - 1, 1), _HEADINGS)}"


def provision_style(level: int, *, numbered: bool) -> str:
    """The style of a paragraph of a text, by how far it stands in."""
    level = min(level, _DEEPEST)
    if numbered:
        return f"Provision {level}" if level else "Provision"
    return {0: "Body Text", 1: "List Continue"}.get(level, f"List Continue {level}")


def add_styles(file: File, *, is_text: bool) -> Styles:
    """Add the styles that a file lacks.

    Args:
        file: to add to.
        is_text: whether the file is the text of a treaty, which has its headings in the middle and
            shows no links; a report about one has them at the margin.
    """
    styles = Styles(file)
    for style in _styles(is_text=is_text):
        if not styles.has(style.name, style.kind):
            styles.add(style)
    return styles


def set_defaults(file: File, language: str) -> None:
    """Make a serif of 12 points what every style begins with."""
    defaults = element(
        "docDefaults",
        element(
            "rPrDefault",
            element(
                "rPr",
                element("rFonts", ascii=_FONT, hAnsi=_FONT, eastAsia=_FONT, cs=_FONT),
                element("sz", val="24"),
                element("szCs", val="24"),
                element("lang", val=full_language(language), eastAsia="en-US", bidi="ar-SA"),
            ),
        ),
        element("pPrDefault"),
    )
    styles: Any = file.styles.element
    styles.replace(styles.find(qn("w:docDefaults")), defaults)


class _Style(NamedTuple):
    """A style; what it does not say is as in the style that it is based on."""

    name: str
    based: str = "Normal"
    kind: str = "paragraph"
    #: The style of the paragraph after it.
    after: str = ""
    #: In points.
    size: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    underlined: bool = False
    raised: bool = False
    #: "center", "both"; "" is as in the base.
    align: str = ""
    #: How far it stands in, and how far its first line stands out again, in steps.
    left: int = 0
    hanging: int = 0
    #: In points; None is as in the base.
    above: float | None = None
    below: float | None = None
    with_next: bool = False
    #: The level of a heading, from 1.
    outline: int = 0
    #: A right tab at the right margin, dots before it.
    dotted: bool = False
    #: A thin line at the left.
    ruled: bool = False
    is_default: bool = False
    #: Whether it stands in Word's gallery of styles.
    shown: bool = True


def _styles(*, is_text: bool) -> Iterator[_Style]:
    """Every style that the writers use, a style after the one that it is based on."""
    yield _Style("Normal", "", below=6, is_default=True)
    yield _Style("Default Paragraph Font", "", "character", is_default=True, shown=False)
    yield _Style("Normal Table", "", "table", is_default=True, shown=False)
    yield _Style("No List", "", "numbering", is_default=True, shown=False)
    yield _Style("Body Text", align="both" if is_text else "")
    middle = "center" if is_text else ""
    yield _Style(
        "Title", size=16, bold=True, align=middle, below=12, after="Body Text", with_next=True
    )
    yield _Style("Subtitle", size=12, italic=is_text, align=middle, below=12, after="Body Text")
    for level, size in enumerate((14, 12, 12, 12, 11), 1):
        yield _Style(
            f"heading {level}",
            size=size,
            bold=level < 5,
            italic=level in {3, 5},
            align=middle,
            above=18 if level == 1 else 12,
            below=6,
            with_next=True,
            outline=level,
            after="Body Text",
        )
    for level in range(1, _DEEPEST + 1):
        yield _Style(provision_style(level, numbered=False), "Body Text", left=level)
    for level in range(_DEEPEST + 1):
        name = provision_style(level, numbered=True)
        yield _Style(name, "Body Text", left=level + 1, hanging=1)
    yield _Style("Draft Header", size=10, below=0)
    yield _Style("Commentary", size=10, left=1, ruled=True)
    yield _Style("Commentary Label", "Commentary", bold=True, with_next=True, after="Commentary")
    yield _Style("footnote text", size=10, below=2)
    yield _Style("Commentary Footnote", "footnote text")
    yield _Style("Printed Footnote", size=10, left=1)
    yield _Style("annotation text", size=10)
    yield _Style("header", size=9, align="center", below=0)
    yield _Style("footer", size=9, align="center", below=0)
    yield _Style("TOC Heading", size=14, bold=True, align=middle, above=12, below=6, with_next=True)
    for level in range(1, 4):
        yield _Style(f"toc {level}", left=level - 1, below=2, dotted=True, shown=False)
    yield _Style("caption", size=11, bold=True, above=12, below=6, with_next=True)
    yield _Style("List Bullet", left=1, hanging=1)
    yield _Style("List Number", left=1, hanging=1)
    yield _Style("Note", size=10, above=3, below=3)
    yield _Style("Note Label", size=9, bold=True, above=3, below=3, with_next=True, after="Note")
    yield _Style("Table Text", size=9, above=2, below=2)
    yield _Style("Table Small", size=7, above=1, below=1)
    base = "Default Paragraph Font"
    yield _Style("Hyperlink", base, "character", colour=_LINK, underlined=True)
    shown = not is_text
    colour = _LINK if shown else ""
    yield _Style("Cross-Reference", base, "character", colour=colour, underlined=shown)
    yield _Style("footnote reference", base, "character", raised=True)
    yield _Style("annotation reference", base, "character", size=8)
    yield _Style("Table Grid", "Normal Table", "table")


def _built(style: _Style, identifier: str, styles: Styles) -> Any:
    made = element("style", type=style.kind, styleId=identifier)
    if style.is_default:
        made.set(qn("w:default"), "1")
    made.append(element("name", val=style.name))
    if style.based:
        made.append(element("basedOn", val=styles.named(style.based, style.kind)))
    if style.after:
        made.append(element("next", val=styles.named(style.after)))
    made.append(element("uiPriority", val="1" if style.shown else "99"))
    if not style.shown:
        made.extend([element("semiHidden"), element("unhideWhenUsed")])
    if style.shown:
        made.append(element("qFormat"))
    paragraph, words = list(_of_paragraph(style)), list(_of_words(style))
    if style.kind == "paragraph" and paragraph:
        made.append(element("pPr", *paragraph))
    if words:
        made.append(element("rPr", *words))
    if style.kind == "table":
        made.append(_table(lines=not style.is_default))
    return made


def _of_paragraph(style: _Style) -> Iterator[Any]:
    """How paragraphs of a style are set, in the order that Word wants."""
    if style.with_next:
        yield element("keepNext")
    if style.outline:
        yield element("keepLines")
    if style.is_default:
        yield element("widowControl")
    if style.ruled:
        line = element("left", val="single", sz="6", space="8", color="A0A0A0")
        yield element("pBdr", line)
    if style.dotted:
        yield element("tabs", element("tab", val="right", leader="dot", pos=str(_RIGHT)))
    space = {"before": style.above, "after": style.below}
    said = {side: _twentieths(size) for side, size in space.items() if size is not None}
    if said:
        yield element("spacing", **said)
    if style.left:
        hanging = {"hanging": str(style.hanging * STEP.twips)} if style.hanging else {}
        yield element("ind", left=str(style.left * STEP.twips), **hanging)
    if style.align:
        yield element("jc", val=style.align)
    if style.outline:
        yield element("outlineLvl", val=str(style.outline - 1))


def _of_words(style: _Style) -> Iterator[Any]:
    """How the words of a style look, in the order that Word wants."""
    if style.bold:
        yield from (element("b"), element("bCs"))
    if style.italic:
        yield from (element("i"), element("iCs"))
    if style.colour:
        yield element("color", val=style.colour)
    if style.size:
        half = str(round(style.size * 2))
        yield from (element("sz", val=half), element("szCs", val=half))
    if style.underlined:
        yield element("u", val="single")
    if style.raised:
        yield element("vertAlign", val="superscript")


#: The right margin of our page, from the left one, in twentieths of a point.
_RIGHT = Cm(16).twips


def _table(*, lines: bool) -> Any:
    """How a table is set: with lines between its cells or without."""
    made = element("tblPr", element("tblInd", w="0", type="dxa"))
    if lines:
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        each = [element(side, val="single", sz="4", space="0", color="auto") for side in sides]
        made.append(element("tblBorders", *each))
    sizes = {"top": "0", "left": "108", "bottom": "0", "right": "108"}
    each = [element(side, w=size, type="dxa") for side, size in sizes.items()]
    made.append(element("tblCellMar", *each))
    return made


def _twentieths(points: float) -> str:
    return str(round(points * 20))


def _plain(name: Any) -> str:
    return str(name.get(qn("w:val"), "")).casefold()
