"""The Word file: every word in its place, Word's own styles, links that lead somewhere."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.table import Table as FileTable
from docx.text.paragraph import Paragraph
from office import NEEDS_OFFICE, soffice
from samples import EVERY_BLOCK, PAGES, page_of
from test_writers import SHOWN, at_first_sight

from convention_tool.document import (
    Badge,
    Block,
    Document,
    Heading,
    Listing,
    Note,
    NoteRole,
    Prose,
    Row,
    Section,
    Table,
    Tone,
    words,
)
from convention_tool.writers import docx as writer

WIDE = Table("Wide", tuple(map(words, "abcdefg")), (Row(tuple(map(words, "1234567"))),))


def opened(*blocks: Block, title: str = "T", language: str = "en") -> Any:
    return docx.Document(BytesIO(writer.write(Document(title, blocks, language))))


def texts(file: Any) -> list[str]:
    """The words of a file in their order, a text for each paragraph."""
    found: list[str] = []
    for block in file.iter_inner_content():
        if isinstance(block, Paragraph):
            found.append(block.text)
        else:
            assert isinstance(block, FileTable)
            found += (cell.text for row in block.rows for cell in row.cells)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_word_file_says_what_the_web_page_says_in_the_same_order(name: str) -> None:
    file = docx.Document(BytesIO(writer.write(page_of(name))))
    shown = page_of(name)
    page = at_first_sight(replace(shown, blocks=without_labels(shown.blocks)))
    head = [
        e.text for e in page.elements if e.tag == "h1" or e.attributes.get("class") == "subtitle"
    ]
    assert letters(texts(file)) == letters([*head, page.all("main")[0].text])


def without_labels(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Printed footnotes without what the web page calls them: their own mark says it."""
    return tuple(map(without_label, blocks))


def without_label(block: Block) -> Block:
    match block:
        case Note(role=NoteRole.FOOTNOTE):
            return replace(block, label="")
        case Section(blocks=blocks):
            return replace(block, blocks=without_labels(blocks))
        case _:
            return block


def letters(said: list[str]) -> str:
    """Words without the spaces between them, and the colon that only Word has after a name."""
    return re.sub(r"[\s:]+", "", "".join(said))


def test_blocks_have_the_styles_of_word() -> None:
    file = docx.Document(BytesIO(writer.write(EVERY_BLOCK)))
    used = {block.style.name for block in file.iter_inner_content() if block.style}
    assert {
        "Title",
        "Subtitle",
        "Heading 1",
        "Heading 2",
        "List Bullet",
        "List Number",
        "Caption",
        "Table Grid",
    } <= used


def test_headings_go_as_deep_as_five() -> None:
    file = opened(*(Heading(level, words("x")) for level in range(2, 7)))
    assert [p.style.name for p in file.paragraphs[1:]] == [f"Heading {n}" for n in range(1, 6)]


def test_a_link_on_the_page_leads_to_a_bookmark_and_others_only_to_web_addresses() -> None:
    file = docx.Document(BytesIO(writer.write(EVERY_BLOCK)))
    body = file.element.body
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks))
    links = list(chain.from_iterable(p.hyperlinks for p in paragraphs(file)))
    assert [(link.text, link.address) for link in links] == [
        ("above", ""),
        ("out", "https://example.org/a?b=<c>"),
    ]
    assert links[0].fragment in marks


def paragraphs(file: Any) -> list[Paragraph]:
    cells = (cell for table in file.tables for row in table.rows for cell in row.cells)
    return [*chain.from_iterable(cell.paragraphs for cell in cells), *file.paragraphs]


def test_a_header_is_repeated_on_every_page() -> None:
    (table,) = opened(WIDE).tables
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [True, False]


def test_a_wide_table_and_its_heading_have_a_page_on_its_side() -> None:
    file = opened(Prose(words("a")), Heading(2, words("b")), WIDE, WIDE, Prose(words("c")))
    upright, on_side = WD_ORIENTATION.PORTRAIT, WD_ORIENTATION.LANDSCAPE
    assert [s.orientation for s in file.sections] == [upright, on_side, upright]
    assert [s.page_width.cm > 25 for s in file.sections] == [False, True, False]
    said = [
        [p.text for p in s.iter_inner_content() if p.style.name != "Table Grid"]
        for s in file.sections
    ]
    assert [[text for text in page if text] for page in said] == [
        ["T", "a"],
        ["b", "Wide", "Wide"],
        ["c"],
    ]


def test_every_ordered_list_begins_at_one() -> None:
    entries = Listing((words("x"), words("y")), ordered=True)
    file = opened(entries, entries)
    numberings = [p._p.pPr.numPr.numId.val for p in file.paragraphs[1:]]
    assert numberings[0] == numberings[1] != numberings[2] == numberings[3]


def test_a_number_hangs_before_its_paragraph_and_levels_stand_in() -> None:
    file = opened(Prose(words("x"), "", "(a)", 1), Note("N", (Prose(words("y")),), folded=False))
    _, item, label, note = (p for p in file.paragraphs)
    assert item.text == "(a)\tx"
    assert item.style.name == "Provision 1"
    assert item.style.paragraph_format.first_line_indent.cm == pytest.approx(-1, abs=0.01)
    assert item.style.paragraph_format.left_indent.cm == pytest.approx(2, abs=0.01)
    assert item._p.pPr.ind is None
    assert label.paragraph_format.left_indent == note.paragraph_format.left_indent > 0


def test_a_badge_is_coloured_and_says_the_same_in_words() -> None:
    file = opened(Prose((Badge("not found", Tone.BAD),)))
    (run,) = file.paragraphs[1].runs
    assert run.text == "not found"
    assert run._r.xpath("w:rPr/w:shd/@w:fill") == ["FBE3E0"]


def test_what_speaks_for_words_is_not_written() -> None:
    assert texts(opened(Prose((SHOWN, *words("."))))) == ["T", "found."]


def test_the_file_and_its_sections_name_their_language() -> None:
    section = Section("fr", (Prose(words("Fait")),))
    file = opened(Prose(words("hecho")), section, title="Título", language="es")
    assert (file.core_properties.title, file.core_properties.language) == ("Título", "es")
    assert file.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["es-ES"]
    assert file.paragraphs[1]._p.xpath(".//w:lang") == []
    assert file.paragraphs[2]._p.xpath(".//w:lang/@w:val") == ["fr-FR"]


def test_what_xml_forbids_is_replaced_and_a_long_title_is_cut_in_the_properties() -> None:
    file = opened(Prose(words("a\x00\x0b\x1b\ud800\nb"), number="\x01"), title="\x02" * 300)
    assert texts(file)[1] == "\ufffd\ta\ufffd \ufffd\ufffd b"
    assert file.core_properties.title == "\ufffd" * 255


def test_a_word_file_is_packed_without_a_date() -> None:
    data = writer.write(EVERY_BLOCK)
    with ZipFile(BytesIO(data)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in packed.namelist() if "thumbnail" in name]
    properties = docx.Document(BytesIO(data)).core_properties
    assert (properties.author, properties.comments) == ("", "")
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.year == 1980


@NEEDS_OFFICE
@pytest.mark.timeout(180)
def test_libreoffice_opens_a_word_file(tmp_path: Path) -> None:
    (tmp_path / "page.docx").write_bytes(writer.write(EVERY_BLOCK))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    program = soffice()
    assert program
    command = [program, profile, "--headless", "--convert-to", "txt:Text", "page.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    shown = (tmp_path / "page.txt").read_text(encoding="utf-8-sig")
    for said in ("Findings", "deeper", "Because.", "Fait à Port-Lumière", "alert('1 & 2')"):
        assert said in shown
