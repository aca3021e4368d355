"""A Word file in the look of a house: its styles, page, headers, and nothing of its text."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from convention_tool.document import Document, Heading, Prose, words
from convention_tool.errors import UnreadableFileError
from convention_tool.writers import WordOptions
from convention_tool.writers import docx as writer

PAGE = Document(
    "Convention on Harbour Bells",
    (
        Heading(2, words("Bells"), "art_1", "Article 1"),
        Prose(words("Each harbour keeps a bell."), number="1.", anchor="art_1__para_1"),
        Prose(words("It is rung in fog.")),
    ),
)


def template(change: Callable[[Any], None] = lambda _: None) -> bytes:
    """The template of a house: its own letters, a narrow page, its name over each page."""
    file: Any = docx.Document()
    file.styles["Normal"].font.name = "Garamond"
    file.styles["Heading 1"].font.size = Pt(21)
    section = file.sections[0]
    section.page_width, section.left_margin = Cm(17), Cm(4)
    section.header.paragraphs[0].text = "House of Bells"
    file.add_paragraph("Words of the template.")
    file.core_properties.author = "A clerk"
    change(file)
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def written(reference: bytes) -> bytes:
    return writer.write(PAGE, WordOptions(reference=reference, reference_name="house.docx"))


def opened(reference: bytes) -> Any:
    return docx.Document(BytesIO(written(reference)))


def refusal(reference: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        written(reference)
    return str(caught.value)


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


def test_a_house_keeps_its_letters_page_and_header() -> None:
    file = opened(template())
    assert file.styles["Normal"].font.name == "Garamond"
    assert file.styles["Heading 1"].font.size == Pt(21)
    (section,) = file.sections
    assert section.page_width.cm == pytest.approx(17, abs=0.01)
    assert section.left_margin.cm == pytest.approx(4, abs=0.01)
    assert section.header.paragraphs[0].text == "House of Bells"
    assert [p.text for p in file.paragraphs] == [
        "Convention on Harbour Bells",
        "Article 1\N{EM SPACE}Bells",
        "1.\tEach harbour keeps a bell.",
        "It is rung in fog.",
    ]


def test_styles_that_a_house_lacks_are_added_and_rest_on_its_own() -> None:
    styles = opened(template()).styles
    assert styles["Provision"].base_style.name == "Body Text"
    assert styles["Body Text"].base_style.name == "Normal"


def test_a_style_of_the_house_is_used_by_its_name_whatever_word_calls_it() -> None:
    def translate(name: str, part: bytes) -> bytes:
        return re.sub(rb'"Heading1"', b'"berschrift1"', part) if name.endswith(".xml") else part

    file = opened(repacked(template(), translate))
    heading = file.paragraphs[1]
    assert (heading.style.name, heading.style.style_id) == ("Heading 1", "berschrift1")


def test_another_style_with_the_identifier_of_ours_is_not_taken_for_it() -> None:
    def change(file: Any) -> None:
        style = file.styles.add_style("House provision", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), "Provision")

    file = opened(template(change))
    assert [p.style.name for p in file.paragraphs][2] == "Provision"
    identifiers = [one.get(qn("w:styleId")) for one in file.styles.element.iter(qn("w:style"))]
    assert len(identifiers) == len(set(identifiers))


def test_a_house_that_numbers_its_headings_does_not_number_ours() -> None:
    def change(file: Any) -> None:
        numbering = file.styles["Heading 1"].element.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_numId().val = 1

    _, heading, *_ = opened(template(change)).element.body.p_lst
    assert heading.pPr.numPr.numId.val == 0


def test_a_template_is_taken_as_a_document_is() -> None:
    def as_template(_: str, part: bytes) -> bytes:
        return part.replace(b"document.main+xml", b"template.main+xml")

    file = opened(repacked(template(), as_template))
    assert file.styles["Normal"].font.name == "Garamond"


def test_nothing_of_the_template_stays_but_its_look() -> None:
    def change(file: Any) -> None:
        file.add_comment(file.paragraphs[0].runs, "A secret remark", "A clerk")
        file.part.relate_to(
            "file://server/macros.dotm", f"{RELATION}/attachedTemplate", is_external=True
        )

    data = written(template(change))
    with ZipFile(BytesIO(data)) as packed:
        said = b"".join(packed.read(name) for name in packed.namelist())
    for gone in (b"secret", b"clerk", b"macros", b"Words of the template"):
        assert gone not in said


def test_a_header_of_an_earlier_section_is_kept() -> None:
    def change(file: Any) -> None:
        file.add_section()

    assert opened(template(change)).sections[-1].header.paragraphs[0].text == "House of Bells"


def test_a_page_without_room_between_its_margins_is_refused() -> None:
    def change(file: Any) -> None:
        file.sections[0].left_margin = Cm(15)

    assert refusal(template(change)) == "house.docx leaves no room for words between its margins"


RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_a_template_without_header_and_footer_gets_the_number_of_the_page() -> None:
    made = BytesIO()
    docx.Document().save(made)
    footer = opened(made.getvalue()).sections[0].footer.paragraphs[0]
    assert footer.text == "Page 1 of 1"


def test_the_same_template_gives_the_same_bytes() -> None:
    reference = template()
    assert written(reference) == written(reference)


@pytest.mark.parametrize("cut", [0, 4, 300, -400])
def test_a_broken_template_is_refused_in_one_sentence(cut: int) -> None:
    assert refusal(template()[:cut]) == "house.docx is a broken Word document"


def test_an_archive_that_is_no_word_document_is_refused() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as new:
        new.writestr("hello.txt", "hello")
    assert refusal(made.getvalue()) == "house.docx is no Word document or template"


def test_a_template_whose_parts_are_broken_is_refused() -> None:
    def cut(name: str, part: bytes) -> bytes:
        return part[: len(part) // 2] if name == "word/styles.xml" else part

    assert refusal(repacked(template(), cut)) == "house.docx is a broken Word document"


@pytest.mark.parametrize("part", ["word/styles.xml", "word/document.xml", "word/numbering.xml"])
def test_a_part_that_holds_something_else_is_refused(part: str) -> None:
    def other(name: str, old: bytes) -> bytes:
        return b"<a/>" if name == part else old

    assert refusal(repacked(template(), other)) == "house.docx is no Word document or template"


def test_a_template_that_unpacks_without_end_is_refused() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as new:
        new.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
    assert refusal(made.getvalue()).startswith("house.docx is too large for a template")


def test_a_template_with_entities_is_refused() -> None:
    def entity(name: str, part: bytes) -> bytes:
        declared = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        return part.replace(b"?>", b"?>" + declared, 1) if name == "word/styles.xml" else part

    assert "declares a document type" in refusal(repacked(template(), entity))


def test_a_header_that_takes_a_picture_from_elsewhere_is_refused() -> None:
    def change(file: Any) -> None:
        header = file.sections[0].header.part
        header.relate_to("https://example.org/spy.png", f"{RELATION}/image", is_external=True)

    assert "outside itself" in refusal(template(change))


def test_a_header_whose_field_takes_words_from_elsewhere_is_refused() -> None:
    def change(file: Any) -> None:
        (line,) = file.sections[0].header.part.element.p_lst
        field = line.makeelement(qn("w:fldSimple"))
        field.set(qn("w:instr"), ' INCLUDEPICTURE "https://example.org/spy.png" ')
        line.append(field)

    assert "outside itself" in refusal(template(change))
