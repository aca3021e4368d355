"""The PDF: every word in its order, marked for reading aloud, the same bytes on any day."""

import re
from io import BytesIO
from typing import Any

import pytest
from corpus import treaties
from pypdf import PdfReader
from samples import PAGES, page_of
from test_writers import at_first_sight

from convention_tool import parse
from convention_tool.document import (
    Badge,
    Block,
    Break,
    ColumnGroup,
    Content,
    Deleted,
    Document,
    Emphasis,
    Evidence,
    Facts,
    Fate,
    Heading,
    Inserted,
    LineStyle,
    Link,
    Listing,
    Matrix,
    MatrixCell,
    MatrixRow,
    Note,
    NoteRole,
    Omission,
    Prose,
    Redline,
    RedlineLine,
    Row,
    RowGroup,
    Section,
    State,
    Strong,
    Table,
    Tone,
    plain,
    words,
)
from convention_tool.errors import ConventionToolError
from convention_tool.views.instrument import view
from convention_tool.writers import pdf
from convention_tool.writers.pdf import compiling

LAKE = """Title: Lake Basin Convention
Status: first draft
Date: 2026-11-29
Language: en

Lake Basin Convention

The Parties to this Convention,

Mindful of the keepers of the lights,

Have agreed as follows:

PART I
THE LAKE

Article 1
Use of the water

1. The keeper shall:

(a) light the lamp at dusk; and

(i) trim the wick;

(b) put it out at dawn.

> The lamp of the northern pier was forgotten once.

2. No fee shall be charged.

PART II
THE SHORE

Article 2

The shore is open to all.
"""


def read(*blocks: Block, title: str = "T", language: str = "en") -> PdfReader:
    return PdfReader(BytesIO(pdf.write(Document(title, blocks, language))))


def text_of(reader: PdfReader) -> str:
    """What a page says, without its margins: the text on each page in order."""
    pages = []
    for number, page in enumerate(reader.pages, 1):
        lines = page.extract_text().split("\n")
        foot = f"{number} / {len(reader.pages)}"
        pages.append("\n".join(line for line in lines if line.strip() != foot))
    return whole_words("\n".join(pages))


def whole_words(text: str) -> str:
    """Words that the end of a line cut are whole again."""
    return re.sub(r"\u00ad\s*", "", text)


def letters(text: str) -> str:
    return re.sub(r"[\s:\u00ad]+", "", text)


def lake() -> Document:
    return view(parse(LAKE, name="lake.txt").instrument)


def test_a_treaty_is_printed_word_for_word_with_numbers_before_their_words() -> None:
    text = text_of(PdfReader(BytesIO(pdf.write(lake()))))
    assert text.split("\n") == [
        "Lake Basin Convention",
        "Status: first draft",
        "Date: 2026-11-29",
        "The Parties to this Convention,",
        "Mindful of the keepers of the lights,",
        "Have agreed as follows:",
        "PART I",
        "THE LAKE",
        "Article 1",
        "Use of the water",
        "1. The keeper shall:",
        "(a) light the lamp at dusk; and",
        "(i) trim the wick;",
        "(b) put it out at dawn.",
        "Commentary",
        "The lamp of the northern pier was forgotten once.",
        "2. No fee shall be charged.",
        "PART II",
        "THE SHORE",
        "Article 2",
        "The shore is open to all.",
    ]


def test_a_file_names_its_title_language_author_and_the_header_of_the_draft() -> None:
    reader = PdfReader(BytesIO(pdf.write(lake())))
    metadata = reader.metadata
    assert metadata
    assert metadata.title == "Lake Basin Convention"
    assert metadata.subject == "\n".join(f"{name}: {said}" for name, said in lake().header)
    assert root_of(reader)["/Lang"] == "en"
    assert str(metadata["/CreationDate"]).startswith("D:20261129000000")


def test_a_file_is_marked_for_reading_aloud() -> None:
    reader = PdfReader(BytesIO(pdf.write(lake())))
    assert root_of(reader)["/MarkInfo"]["/Marked"]
    assert is_accessible(reader)
    kinds = kinds_of(root_of(reader)["/StructTreeRoot"])
    headings = [kind for kind in kinds if re.fullmatch(r"/H\d", kind)]
    assert headings == ["/H1", "/H2", "/H3", "/H2", "/H3"]


def root_of(reader: PdfReader) -> Any:
    return reader.root_object


def is_accessible(reader: PdfReader) -> bool:
    assert reader.xmp_metadata
    return b"<pdfuaid:part>1<" in reader.xmp_metadata.stream.get_data()


def kinds_of(node: Any) -> list[str]:
    """The kinds of the parts that a file is marked to have, in order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [kind for inner in node for kind in kinds_of(inner)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + kinds_of(node.get("/K"))


def test_the_header_of_a_table_is_marked_as_one() -> None:
    table = Table("Lamps", (words("Pier"), words("Lamps")), (Row((words("North"), words("2"))),))
    reader = read(table)
    kinds = kinds_of(root_of(reader)["/StructTreeRoot"])
    assert (kinds.count("/TH"), kinds.count("/TD")) == (2, 2)


def test_bookmarks_are_the_headings_in_their_places() -> None:
    reader = PdfReader(BytesIO(pdf.write(lake())))
    assert titles(reader.outline) == [
        "Lake Basin Convention",
        ["PART I THE LAKE", ["Article 1 Use of the water"], "PART II THE SHORE", ["Article 2"]],
    ]


def titles(outline: Any) -> list[Any]:
    return [titles(one) if isinstance(one, list) else one["/Title"] for one in outline]


def test_levels_that_a_report_leaves_out_are_not_missed_by_who_hears_it() -> None:
    reader = read(Heading(2, words("a")), Heading(5, words("b")), Heading(6, words("c")))
    assert is_accessible(reader)
    assert titles(reader.outline) == ["T", ["a", ["b", ["c"]]]]


def test_the_same_page_has_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first = pdf.write(lake())
    assert pdf.write(lake()) == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    other = pdf.write(lake())
    assert other != first
    assert pdf.write(lake()) == other


@pytest.mark.parametrize("name", PAGES)
def test_every_word_of_the_web_page_is_printed_in_the_same_order(name: str) -> None:
    page = at_first_sight(page_of(name))
    heads = [
        e.text for e in page.elements if e.tag == "h1" or e.attributes.get("class") == "subtitle"
    ]
    printed = iter(letters(text_of(PdfReader(BytesIO(pdf.write(page_of(name)))))))
    lost = [one for one in letters("".join(heads) + page.all("main")[0].text) if one not in printed]
    assert not lost


def test_every_kind_of_block_and_inline_is_printed() -> None:
    yes = State("found", "F", Tone.GOOD, "it is there")
    matrix = Matrix(
        "Keepers",
        "Right",
        (yes,),
        (ColumnGroup("Lakes", ("North", "South")),),
        (RowGroup("Rest", (MatrixRow("Sleep", (MatrixCell(yes, "4"), MatrixCell(yes))),)),),
    )
    inlines: Content = (
        Strong(words("strong ")),
        Emphasis(words("set apart ")),
        Deleted("struck "),
        Inserted("added "),
        Link("#up", words("in ")),
        Link("https://example.org/", words("out ")),
        Badge("label", Tone.MIXED),
        Break(),
        Evidence(words("carried"), "not printed"),
    )
    reader = read(
        Heading(2, words("Up"), "up", "Section 4"),
        Prose(inlines),
        Facts((("Name", words("value")),)),
        matrix,
        Listing((words("first"), words("second")), ordered=True),
        Note("Detail", (Prose(words("behind")),)),
        Note("Footnote", (Prose(words("* below")),), role=NoteRole.FOOTNOTE),
        Section("fr", (Prose(words("en français")),)),
    )
    assert text_of(reader).split("\n")[1:] == [
        "Section 4",
        "Up",
        "strong set apart struck added in out label",
        "carried",
        "Name: value",
        "found: it is there",
        "Keepers: Lakes",
        "Right North South",
        "Rest",
        "Sleep found 4 found",
        "1. first",
        "2. second",
        "Detail",
        "behind",
        "Footnote",
        "* below",
        "en français",
    ]
    addresses = [
        link.get_object().get("/A", {}).get("/URI", "")
        for page in reader.pages
        for link in page.get("/Annots", [])
    ]
    assert addresses == ["", "https://example.org/"]


def test_two_texts_are_printed_with_what_became_of_each_line() -> None:
    reader = read(
        Redline(
            "the first draft",
            "the second draft",
            (
                RedlineLine(
                    words("Lamps"),
                    (*words("Article "), Deleted("3"), Inserted("4")),
                    LineStyle.HEADING,
                    2,
                    anchor="a",
                    label="was 3",
                ),
                RedlineLine((*words("Lit at "), Deleted("noon"), Inserted("dusk")), words("1.")),
                RedlineLine(words("Kept"), end=Fate.INSERTED),
                RedlineLine(words("Gone"), fate=Fate.MOVED_AWAY, label="moved to article 9"),
                RedlineLine((Inserted("New"),), fate=Fate.INSERTED),
                Omission(3),
            ),
        )
    )
    assert text_of(reader).split("\n")[1:] == [
        "struck out: only in the first draft",
        "underlined: only in the second draft",
        "Article 34",
        "Lamps",
        "was 3",
        "1. Lit at noondusk",
        "Kept¶",
        "(Gone: moved to article 9)",
        "New",
        "3 unchanged lines",
    ]
    assert titles(reader.outline) == ["T", ["Article 4 Lamps"]]


HOSTILE = (
    '#import "@preview/x:1.0.0"',
    '#read("/etc/passwd")',
    '\\" ) #panic("',
    "$x$ @a <label> *b* _c_ `d` [e] {f} // g /* h",
    "- = + ~ ' -- ... #",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_taken_for_code(text: str) -> None:
    page = Document(
        text,
        (
            Heading(2, words(text), text, text),
            Prose(words(text), "x", text, 3),
            Table(text, (words(text),), (Row((words(text),), text),)),
            Facts(((text, words(text)),)),
            Note(text, (Prose((Link(f"#{text}", words(text)), Badge(text))),)),
            Listing((words(text),)),
        ),
        language=text,
        subtitle=(text,),
        header=((text, text), ("Authors", text)),
    )
    reader = PdfReader(BytesIO(pdf.write(page)))
    assert is_accessible(reader)
    assert letters(text_of(reader)).count(letters(text)) == 15


def test_letters_that_no_font_has_are_printed_as_their_numbers() -> None:
    reader = read(Prose(words("Ελληνικά, Русский, 灯, 😀")))
    assert text_of(reader).split("\n")[1] == "Ελληνικά, Русский, [U+706F], [U+1F600]"
    assert is_accessible(reader)


def test_arabic_and_hebrew_are_printed() -> None:
    reader = read(Prose(words("منارة")), Prose(words("מגדלור")), title="ضوء", language="ar")
    assert is_accessible(reader)
    assert "[U+" not in text_of(reader)


def test_signs_that_cannot_be_printed_leave_a_mark() -> None:
    reader = read(Prose(words("a\x00\x07\ud800\x90b\u2028c\n\td"), "\ud800"), title="\x01\ufeff")
    assert text_of(reader).split("\n") == ["\ufffd[U+FEFF]", "a\ufffd\ufffd\ufffd\ufffdb c d"]


@pytest.mark.parametrize("text", ["word " * 20_000, "a" * 100_000])
def test_a_hundred_thousand_letters_are_printed_within_the_page(text: str) -> None:
    reader = read(Prose(words(text), number="1."))
    assert text_of(reader).count(text[0]) >= text.count(text[0])
    assert len(reader.pages) > 10


def test_every_fifth_line_has_its_number_if_asked() -> None:
    blocks = tuple(Prose(words("One line.")) for _ in range(12))
    page = Document("T", (*blocks, Note("Why", (Prose(words("Not counted.")),))))
    plainly, numbered = (
        text_of(PdfReader(BytesIO(pdf.write(page, line_numbers=asked)))) for asked in (False, True)
    )
    assert set(numbered.split("\n")) - set(plainly.split("\n")) == {"5", "10"}


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Contents"), ("fr", "Sommaire"), ("es", "Índice")]
)
def test_a_long_text_has_a_list_of_contents_with_its_pages(language: str, title: str) -> None:
    blocks = tuple(
        block
        for number in range(1, 10)
        for block in (
            Heading(2, words("Lamps"), f"art_{number}", f"Art. {number}"),
            Prose(words("Light.")),
        )
    )
    first, second = (page.extract_text() for page in read(*blocks, language=language).pages)
    assert first.split("\n")[1] == title
    assert re.search(r"Art\. 9 Lamps[ .]+2$", first, re.MULTILINE)
    assert "Light." in second
    few = read(*blocks[:6], language=language)
    assert title not in text_of(few)


def test_a_wide_table_has_a_page_on_its_side_with_its_heading() -> None:
    wide = Table("Wide", tuple(map(words, "abcdefg")), (Row(tuple(map(words, "1234567"))),))
    reader = read(Prose(words("before")), Heading(2, words("over")), wide, Prose(words("after")))
    sides = [page.mediabox.width > page.mediabox.height for page in reader.pages]
    assert sides == [False, True, False]
    assert "over" in reader.pages[1].extract_text()
    first = read(wide)
    assert len(first.pages) == 1


def test_the_header_of_a_table_is_repeated_on_every_page() -> None:
    rows = tuple(Row((words(f"row {n}"), words("x"))) for n in range(120))
    reader = read(Table("Long", (words("Name of it"), words("State")), rows))
    assert len(reader.pages) > 2
    assert all("Name of it" in page.extract_text() for page in reader.pages)


def test_a_row_that_is_taller_than_a_page_is_printed_whole() -> None:
    row = Row((words("tall"), tuple(x for n in range(300) for x in (*words(f"<{n}>"), Break()))))
    text = text_of(read(Table("Tall", (words("a"), words("b")), (row,))))
    assert all(f"<{n}>" in text for n in range(300))


def test_what_the_compiler_cannot_make_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "template", lambda: "#let paper(")
    with pytest.raises(ConventionToolError, match=r"^the PDF cannot be made: "):
        pdf.write(lake())


def test_treaties_are_printed_without_a_word_lost() -> None:
    for path in sorted((treaties() / "core").glob("*.txt"))[:6]:
        page = view(parse(path.read_text("utf-8"), name=path.name).instrument)
        reader = PdfReader(BytesIO(pdf.write(page)))
        assert is_accessible(reader), path.name
        printed = iter(letters(text_of(reader)))
        said = letters("".join(map(words_of, page.blocks)))
        lost = [one for one in said if one not in printed]
        assert not lost, path.name


def words_of(block: Block) -> str:
    match block:
        case Heading(_, content, _, number) | Prose(content, _, number):
            return number + plain(content)
        case Note(label, blocks):
            return label + "".join(map(words_of, blocks))
        case _:
            return ""
