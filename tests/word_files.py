"""Word files made by hand, part by part, for the tests of what Word and others write."""

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
#: Styles by identifier: their names as Word stores them, here with identifiers of a German Word.
STYLES = {
    "Standard": "Normal",
    "Titel": "Title",
    "Untertitel": "Subtitle",
    "berschrift1": "heading 1",
    "berschrift2": "heading 2",
    "Verzeichnis1": "toc 1",
}
#: Those that only files of this tool have.
OURS = {
    "Kopf": "Draft Header",
    "Wort": "Commentary Label",
    "Bemerkung": "Commentary",
    "Fussbemerkung": "Commentary Footnote",
    "Fussnote": "Printed Footnote",
}
_IDENTIFIERS = {name: key for key, name in (STYLES | OURS).items()}


def word(
    *body: str,
    parts: Mapping[str, str] | None = None,
    header: tuple[tuple[str, str], ...] = (),
    language: str = "",
    ours: bool = False,
) -> bytes:
    """A file.

    Args:
        body: the XML of its paragraphs and tables.
        parts: the XML of other parts: "numbering", "footnotes", "header1"; of more "styles".
        header: the properties that keep a draft's header block.
        language: of the file's properties.
        ours: whether it has the styles of this tool.
    """
    named = "".join(style(key, name) for key, name in (STYLES | (OURS if ours else {})).items())
    more = dict(parts or {})
    inner = {**more, "styles": f"{named}{more.get('styles', '')}"}
    files = {"word/document.xml": root("document", f"<w:body>{''.join(body)}</w:body>")}
    for name, xml in inner.items():
        files[f"word/{name}.xml"] = root(_ROOTS.get(name.rstrip("0123456789"), name), xml)
    files["word/_rels/document.xml.rels"] = relations(
        *((name.rstrip("0123456789"), f"{name}.xml") for name in inner)
    )
    files["_rels/.rels"] = relations(
        ("officeDocument", "word/document.xml"),
        ("core-properties", "docProps/core.xml"),
        ("custom-properties", "docProps/custom.xml"),
    )
    files["docProps/core.xml"] = (
        f'<c:coreProperties xmlns:c="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>{language}</dc:language>'
        "</c:coreProperties>"
    )
    kept = "".join(
        f"<property name={quoteattr(name)}><vt:lpwstr>{escape(said)}</vt:lpwstr></property>"
        for name, said in header
    )
    files["docProps/custom.xml"] = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'docPropsVTypes">{kept}</Properties>'
    )
    return zipped(files)


_ROOTS = {"header": "hdr", "footer": "ftr"}


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """An archive of some parts."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def root(tag: str, inner: str) -> str:
    """A part."""
    return f"<?xml version='1.0' encoding='UTF-8'?><w:{tag} {_NAMES}>{inner}</w:{tag}>"


def relations(*named: tuple[str, str]) -> str:
    """What a part refers to, by purpose."""
    lines = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/{purpose}" Target="{target}"/>'
        for place, (purpose, target) in enumerate(named)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def style(key: str, name: str, inner: str = "", based_on: str = "") -> str:
    """A style of paragraphs; the one named Normal is the common one."""
    default = ' w:default="1"' if name == "Normal" else ""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>'
        f"{base}{inner}</w:style>"
    )


def p(*inner: str, style: str = "", listed: tuple[int, int] | None = None, also: str = "") -> str:
    """A paragraph of words and XML.

    Args:
        inner: words, or XML where it begins with "<".
        style: the name of its style.
        listed: the number of its list, and its level.
        also: more properties.
    """
    named = f'<w:pStyle w:val="{_IDENTIFIERS.get(style, style)}"/>' if style else ""
    number = f"<w:numPr>{level_of(listed)}</w:numPr>" if listed else ""
    runs = "".join(one if one.startswith("<") else r(one) for one in inner)
    return f"<w:p><w:pPr>{named}{number}{also}</w:pPr>{runs}</w:p>"


def level_of(listed: tuple[int, int]) -> str:
    """A list and a level, as properties of a paragraph or style name them."""
    return f'<w:ilvl w:val="{listed[1]}"/><w:numId w:val="{listed[0]}"/>'


def r(text: str, settings: str = "", tag: str = "t") -> str:
    """A run; a tab and a line's end in it are elements of their own."""
    said = escape(text).replace("\t", f"</w:{tag}><w:tab/><w:{tag} xml:space='preserve'>")
    said = said.replace("\n", f"</w:{tag}><w:br/><w:{tag} xml:space='preserve'>")
    return f"<w:r><w:rPr>{settings}</w:rPr><w:{tag} xml:space='preserve'>{said}</w:{tag}></w:r>"


def ins(text: str) -> str:
    """Words that were put in."""
    return f'<w:ins w:id="1" w:author="A">{r(text)}</w:ins>'


def gone(text: str) -> str:
    """Words that were taken out."""
    return f'<w:del w:id="2" w:author="A">{r(text, tag="delText")}</w:del>'


def field(instruction: str, result: str) -> str:
    """A field and what is printed for it, which may be XML."""
    parts = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in parts)
    shown = result if result.startswith("<") or not result else r(result)
    return f"{begin}{r(instruction, tag='instrText')}{separate}{shown}{end}"


def scheme(number: int, *levels: str, also: str = "") -> str:
    """A scheme of numbers; each level is "form text", or XML."""
    inner = "".join(
        one if one.startswith("<") else level(place, *one.split(" ", 1))
        for place, one in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{also}{inner}</w:abstractNum>'


def level(place: int, form: str, text: str, also: str = "") -> str:
    """A level of a scheme."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{also}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def use(number: int, of: int, overrides: str = "") -> str:
    """A list of some scheme."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of the words of its cells."""
    cells = ("".join(f"<w:tc><w:tcPr/>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def box(*inner: str) -> str:
    """A text box as Word writes it: once for itself, and once for programs that came before."""
    text = f"<w:txbxContent>{''.join(inner)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{text}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{text}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
