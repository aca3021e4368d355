"""Which format a file has: what it holds decides, and a false name is told of in one line."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from convention_tool.errors import UnreadableFileError
from convention_tool.readers.extract import draft_text, heading
from convention_tool.readers.formats import FORMATS, format_of
from convention_tool.readers.package import LARGEST, MOST_PARTS, parts_of


def archive(**parts: bytes) -> bytes:
    """A zip archive with some parts; "__" in a name is a slash, "_dot_" a dot."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return data.getvalue()


WORD = archive(word__document_dot_xml=b"<w/>")
OPEN = archive(mimetype=b"application/vnd.oasis.opendocument.text")
PDF = b"%PDF-1.7\n..."
PAGE = b"<!DOCTYPE html>\n<html><body><p>Article 1</p></body></html>"
AKN = (
    b'<?xml version="1.0"?>\n<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>'
)
DATA = b'{\n  "type": "instrument"\n}'

HELD = [
    (WORD, "docx"),
    (OPEN, "odt"),
    (PDF, "pdf"),
    (PAGE, "html"),
    (AKN, "akn"),
    (DATA, "json"),
    (b"Article 1\nLamps shall burn.\n", "text"),
    (b"", "text"),
    (b"\xef\xbb\xbf" + PAGE, "html"),
    (PAGE.decode().encode("utf-16"), "html"),
]


@pytest.mark.parametrize(("data", "found"), HELD)
@pytest.mark.parametrize("name", ["-", "treaty", "treaty.download"])
def test_a_file_without_a_telling_name_is_what_it_holds(data: bytes, found: str, name: str) -> None:
    assert format_of(data, name) == found


@pytest.mark.parametrize(("data", "found"), HELD)
def test_a_file_under_its_own_name_is_taken(data: bytes, found: str) -> None:
    for suffix in FORMATS[found].suffixes:
        assert format_of(data, f"treaty{suffix}") == found
        assert format_of(data, f"TREATY{suffix.upper()}") == found


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (PDF, "a.docx", "a.docx is a PDF document, not a Word document; give it a name that ends in .pdf"),
        (WORD, "a.pdf", "a.pdf is a Word document, not a PDF document; give it a name that ends in .docx"),
        (WORD, "a.txt", "a.txt is a Word document, not a text file; give it a name that ends in .docx"),
        (OPEN, "a.docx", "a.docx is an OpenDocument text, not a Word document; give it a name that ends in .odt"),
        (PAGE, "a.xml", "a.xml is a web page, not an Akoma Ntoso document; give it a name that ends in .html"),
        (b"Article 1", "a.pdf", "a.pdf is not a PDF document, whatever its name says"),
        (b"", "a.docx", "a.docx is not a Word document, whatever its name says"),
        (b"\xd0\xcf\x11\xe0old", "a.doc", "a.doc is an old Word, Excel or Outlook file; open it in a word processor and save it as .docx"),
        (b"{\\rtf1 x}", "a.rtf", "a.rtf is a rich-text document; open it in a word processor and save it as .docx"),
        (b"\x89PNG\r\n", "scan.png", "scan.png is a picture; only text can be read"),
        (archive(xl__workbook_dot_xml=b"<x/>"), "a.xlsx", "a.xlsx is an Excel workbook; save its text as .docx"),
        (archive(readme=b"x"), "a.zip", "a.zip is a zip archive; unpack it and name the file that you mean"),
        (WORD[:40], "a.docx", "a.docx is a broken or incomplete archive; ask for the file again"),
        (b"<?xml version='1.0'?><feed/>", "a.xml", "a.xml is XML, but no Akoma Ntoso document; only that is read"),
    ],
)  # fmt: skip
def test_a_false_name_is_told_of_in_one_line(data: bytes, name: str, said: str) -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        format_of(data, name)
    assert str(refusal.value) == said


def test_a_text_that_speaks_of_formats_is_a_text() -> None:
    assert format_of(b"Article 1\n<html> and %PDF are words here.", "draft.txt") == "text"
    assert format_of(b"[PK] Article 1", "draft.txt") == "text"


# ---- Archives --------------------------------------------------------------------------------------


def refusal_of(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as refusal:
        parts_of(data, "a.docx", "Word document")
    return str(refusal.value)


def test_the_xml_of_an_archive_is_read_and_the_rest_left() -> None:
    data = archive(word__document_dot_xml=b"<w/>", word__media__a_dot_png=b"\x89PNG")
    assert parts_of(data, "a.docx", "Word document") == {"word/document.xml": b"<w/>"}


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked() -> None:
    data = archive(word__document_dot_xml=b" " * (LARGEST + 1))
    assert len(data) < LARGEST // 100
    assert (
        refusal_of(data) == "a.docx unpacks to more than 256 MB; it is no Word document to be read"
    )


def test_an_archive_of_too_many_parts_is_not_unpacked() -> None:
    data = BytesIO()
    with ZipFile(data, "w") as file:
        for number in range(MOST_PARTS + 1):
            file.writestr(f"word/{number}.xml", b"")
    assert refusal_of(data.getvalue()) == "a.docx has 5001 parts; no Word document has so many"


@pytest.mark.parametrize(
    "name", ["../evil.xml", "/etc/evil.xml", "word/../../evil.xml", "C:\\evil.xml"]
)
def test_a_part_outside_the_archive_is_refused(name: str, tmp_path: Path) -> None:
    data = BytesIO()
    with ZipFile(data, "w") as file:
        file.writestr(name, b"<x/>")
    assert "outside itself" in refusal_of(data.getvalue())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>',
        b'<!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>',
        b'<?xml version="1.0"?>\n<!doctype w>\n<w/>',
        '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'.encode("utf-16"),
    ],
)
def test_xml_that_declares_entities_is_refused(xml: bytes) -> None:
    assert "declares a document type or entities" in refusal_of(archive(word__document_dot_xml=xml))


def test_an_archive_whose_first_part_is_damaged_is_told_of() -> None:
    place = OPEN.index(b"mimetype") + len(b"mimetype")
    broken = OPEN[:place] + b"\xff" * 10 + OPEN[place + 10 :]
    with pytest.raises(UnreadableFileError, match="is a broken or incomplete archive"):
        format_of(broken, "a.odt")


def test_a_broken_archive_is_told_of() -> None:
    good = archive(word__document_dot_xml=b"<w>" + b"lamp " * 1000 + b"</w>")
    broken = good.replace(good[60:70], b"\xff" * 10)
    assert refusal_of(broken) == "a.docx is a broken Word document"


# ---- Blocks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "block"),
    [
        ("Article 12", "Article 12"),
        ("Article 12 Lights at sea", "Article 12\nLights at sea"),
        ("Article 12\u2003Lights at sea", "Article 12\nLights at sea"),
        ("ARTICLE IV: Keepers", "ARTICLE IV\nKeepers"),
        ("Article 8 bis\nLamps", "Article 8 bis\nLamps"),
        ("PART III General", "PART III\nGeneral"),
        ("Article 3 Lamps burn.", "Article 3 – Lamps burn."),
        ("Preamble", "Preamble"),
        ("Keepers and their families", "Keepers and their families"),
        ("", ""),
    ],
)
def test_a_heading_is_parted_from_its_number(said: str, block: str) -> None:
    assert heading(said) == block


def test_blocks_make_a_draft() -> None:
    header = (("Title", "Lights"), ("Status", "zero draft"))
    assert draft_text(header, ("Lights", "", "Article 1\nLamps", "1. Burn.")) == (
        "Title: Lights\nStatus: zero draft\n\nLights\n\nArticle 1\nLamps\n\n1. Burn.\n"
    )
    assert draft_text((), ()) == ""
