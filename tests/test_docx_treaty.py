"""A treaty as a Word file: numbers, references, contents and commentary as Word has them."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from office import NEEDS_OFFICE, converted
from pypdf import PdfReader

from convention_tool import parse
from convention_tool.document import Document
from convention_tool.views.instrument import view
from convention_tool.writers import CommentaryAs, Numbering, WordOptions
from convention_tool.writers import docx as writer

TREATY = """\
Title: Convention on Lake Lamps
Status: zero draft
Date: 2026-11-23

Convention on Lake Lamps

The States Parties to the present Convention have agreed as follows:

PART I
LAMPS

Article 1
Lamps

1. Each State shall keep its lamps lit.
> The keepers asked for this.
>
> It is old practice.

2. A lamp is:

(a) a light under article 2, paragraph 1 (b);

(b) a beacon:

(i) of iron; or

(ii) of stone.

2 bis. No fee is due under paragraph 2 (a) of this article.

3. Paragraph 2 bis prevails over paragraph 1 of article 2.

Article 2
Keepers

1. A keeper shall:

(a) keep watch as in article 1;

(b) report under article 1, paragraph 1.

2. Article 2 bis applies to article 2, paragraph 2.

Article 2 bis
Others

The keeper pays as article 3 says.

PART II
END

Article 3

1. Articles 1 and 2 apply.

5. See paragraph 1 and article 2, paragraph 2.

IN WITNESS WHEREOF we signed.
"""

LIVE = WordOptions(Numbering.LIVE)
FOOTNOTES = WordOptions(commentary=CommentaryAs.FOOTNOTES)
COMMENTS = WordOptions(Numbering.LIVE, CommentaryAs.COMMENTS)
EVERY_WAY = {"text": WordOptions(), "live": LIVE, "footnotes": FOOTNOTES, "comments": COMMENTS}


@cache
def page(text: str = TREATY) -> Document:
    return view(parse(text).instrument)


@cache
def written(options: WordOptions = EVERY_WAY["text"], text: str = TREATY) -> bytes:
    return writer.write(page(text), options)


def part(data: bytes, name: str) -> Any:
    with ZipFile(BytesIO(data)) as packed:
        return etree.fromstring(packed.read(name))


def body(data: bytes) -> Any:
    return part(data, "word/document.xml")[0]


def says(holder: Any) -> str:
    """The words of a paragraph, as a reader sees them."""
    signs = {"tab": "\t", "br": "\n"}
    found = holder.iter(*(qn(f"w:{tag}") for tag in ("t", "tab", "br")))
    return "".join(signs.get(name(one)) or one.text or "" for one in found)


def name(made: Any) -> str:
    return str(made.tag).rpartition("}")[2]


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """The style and the words of each paragraph, those of the contents aside."""
    made = docx.Document(BytesIO(data)).paragraphs
    return [(p.style.name if p.style else "", says(p.paragraph_format.element)) for p in made]


def value(made: Any, attribute: str = "val") -> str:
    return str(made.get(qn(f"w:{attribute}")))


def asked(holder: Any, word: str) -> list[str]:
    """What the fields of a kind ask for."""
    said = (one.text.strip() for one in holder.iter(qn("w:instrText")))
    return [text for text in said if text.startswith(word)]


# Styles and words.


def test_each_kind_of_paragraph_has_a_style_of_its_own() -> None:
    assert paragraphs(written())[:15] == [
        ("Title", "Convention on Lake Lamps"),
        ("Draft Header", "Status: zero draft"),
        ("Draft Header", "Date: 2026-11-23"),
        ("Body Text", "The States Parties to the present Convention"),
        ("Body Text", "have agreed as follows:"),
        ("Heading 1", "PART I\N{EM SPACE}LAMPS"),
        ("Heading 2", "Article 1\N{EM SPACE}Lamps"),
        ("Provision", "1.\tEach State shall keep its lamps lit."),
        ("Commentary Label", "Commentary"),
        ("Commentary", "The keepers asked for this."),
        ("Commentary", "It is old practice."),
        ("Provision", "2.\tA lamp is:"),
        ("Provision 1", "(a)\ta light under article 2, paragraph 1 (b);"),
        ("Provision 1", "(b)\ta beacon:"),
        ("Provision 2", "(i)\tof iron; or"),
    ]


def test_a_file_has_the_page_of_a_treaty() -> None:
    file = docx.Document(BytesIO(written()))
    (section,) = file.sections
    assert section.page_width is not None
    assert section.page_width.cm == pytest.approx(21, abs=0.01)
    assert section.header.paragraphs[0].text == "Convention on Lake Lamps"
    assert section.first_page_header.paragraphs[0].text == ""
    for footer in (section.footer, section.first_page_footer):
        assert footer.paragraphs[0].text == "Page 1 of 1"
        assert asked(footer.part.element, "") == ["PAGE", "NUMPAGES"]


def test_the_header_block_stands_among_the_properties_of_the_file() -> None:
    entries = [(one.get("name"), one[0].text) for one in part(written(), "docProps/custom.xml")]
    assert entries == [
        ("Draft.Title", "Convention on Lake Lamps"),
        ("Draft.Status", "zero draft"),
        ("Draft.Date", "2026-11-23"),
        ("Draft", "Title; Status; Date"),
    ]


# Lists.


def test_numbers_that_follow_are_counted_by_word_and_others_stay_words() -> None:
    numbered = {
        says(p): p.find(qn("w:pPr")).find(qn("w:numPr")) is not None
        for p in body(written(LIVE)).iterchildren(qn("w:p"))
        if p.find(qn("w:pPr")).find(qn("w:pStyle")).get(qn("w:val")).startswith("Provision")
    }
    assert [text for text, counted in numbered.items() if not counted] == [
        "2 bis.\tNo fee is due under paragraph 2 (a) of this article."
    ]


def test_a_list_begins_where_its_first_number_says() -> None:
    numbering = part(written(LIVE), "word/numbering.xml")
    starts = {
        value(num, "numId"): [value(one) for one in num.iter(qn("w:startOverride"))]
        for num in numbering.iter(qn("w:num"))
    }
    *_, last = body(written(LIVE)).iter(qn("w:numId"))
    assert starts[value(last)][0] == "5"


def test_headings_that_follow_count_and_others_stay_words() -> None:
    assert asked(body(written(LIVE)), "SEQ") == [
        "SEQ PARTRoman \\* ROMAN",
        "SEQ Article \\* ARABIC",
        "SEQ Article \\* ARABIC",
        "SEQ PARTRoman \\* ROMAN",
        "SEQ Article \\* ARABIC",
    ]
    assert asked(body(written()), "SEQ") == []


# References.


@pytest.mark.parametrize("way", EVERY_WAY)
def test_every_reference_leads_to_a_bookmark_that_is_there(way: str) -> None:
    holder = body(written(EVERY_WAY[way]))
    marks = [value(one, "name") for one in holder.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks))
    fields = [text.split()[1] for word in ("REF", "PAGEREF") for text in asked(holder, word)]
    links = [value(one, "anchor") for one in holder.iter(qn("w:hyperlink"))]
    assert fields
    assert {*fields, *links} <= set(marks)


def test_each_number_of_a_reference_is_a_field_that_shows_its_own_bookmark() -> None:
    holder = body(written())
    marked = bookmarks(holder)
    shown = list(fields(holder))
    assert shown[:5] == [("2", "2"), ("1", "1"), ("b", "b"), ("2", "2"), ("a", "a")]
    assert all(one == marked_words for one, marked_words in shown)
    assert marked[asked(holder, "REF")[0].split()[1]] == ("2", "Article 2\N{EM SPACE}Keepers")
    assert marked[asked(holder, "REF")[1].split()[1]] == ("1", "1.\tA keeper shall:")


def test_two_numbers_that_are_the_same_are_told_apart() -> None:
    holder = body(written())
    *_, last = (p for p in holder.iterchildren(qn("w:p")) if "See paragraph 1" in says(p))
    led = [bookmarks(holder)[one.split()[1]][1] for one in asked(last, "REF")]
    assert led == ["1.\tArticles 1 and 2 apply.", "Article 2\N{EM SPACE}Keepers", led[2]]
    assert led[2].startswith("2.\tArticle 2 bis applies")


def test_a_reference_to_a_counted_number_asks_for_that_number() -> None:
    holder = body(written(LIVE))
    first, second, third, *_ = asked(holder, "REF")
    assert not first.endswith("\\n \\h")
    assert second.endswith("\\n \\h")
    assert third.endswith("\\n \\h")
    (line,) = (p for p in holder.iterchildren(qn("w:p")) if "a light under" in says(p))
    assert [text for text, _ in fields(line)] == ["2", "1", "(b)"]


def bookmarks(holder: Any) -> dict[str, tuple[str, str]]:
    """What each bookmark stands round, and the paragraph that it stands in."""
    found: dict[str, tuple[str, str]] = {}
    for start in holder.iter(qn("w:bookmarkStart")):
        inner = []
        for one in start.itersiblings():
            if name(one) == "bookmarkEnd" and value(one, "id") == value(start, "id"):
                break
            inner.append(says(one))
        found[value(start, "name")] = "".join(inner), says(start.getparent())
    return found


def fields(holder: Any) -> Iterable[tuple[str, str]]:
    """What each reference shows, and what stands at its bookmark."""
    marked = bookmarks(holder.getroottree().getroot())
    for run in holder.iter(qn("w:r")):
        asks = "".join(one.text for one in run.iterchildren(qn("w:instrText"))).split()
        if asks[:1] == ["REF"]:
            _, result, *_ = run.itersiblings(qn("w:r"))
            yield says(result), marked[asks[1]][0]


# Contents.


def test_the_contents_name_the_headings_and_their_pages() -> None:
    (contents,) = body(written()).iterchildren(qn("w:sdt"))
    (gallery,) = contents.iter(qn("w:docPartGallery"))
    assert value(gallery) == "Table of Contents"
    title, *lines, _ = map(says, contents.iter(qn("w:p")))
    assert title == "Contents"
    assert [line.rpartition("\t")[0] for line in lines] == [
        "PART I\N{EM SPACE}LAMPS",
        "Article 1\N{EM SPACE}Lamps",
        "Article 2\N{EM SPACE}Keepers",
        "Article 2 bis\N{EM SPACE}Others",
        "PART II\N{EM SPACE}END",
        "Article 3",
    ]
    assert {line.rpartition("\t")[2] for line in lines} <= {"1", "2"}
    assert asked(contents, "TOC") == ['TOC \\o "1-3" \\h \\z \\u']


def test_word_asks_no_question_when_it_opens_a_file() -> None:
    with ZipFile(BytesIO(written(LIVE))) as packed:
        said = b"".join(packed.read(name) for name in packed.namelist())
    assert b"w:dirty" not in said
    assert b"updateFields" not in said


def test_a_page_of_two_headings_has_no_contents() -> None:
    text = "Convention\n\nHave agreed:\n\nArticle 1\n\nOne.\n\nArticle 2\n\nTwo.\n"
    assert list(body(written(text=text)).iterchildren(qn("w:sdt"))) == []


def test_long_texts_are_reckoned_page_by_page() -> None:
    articles = "".join(
        f"Article {n}\n\n{'The keeper lights the lamp. ' * 120}\n\n" for n in range(1, 9)
    )
    (contents,) = body(written(text=f"Convention\n\nHave agreed:\n\n{articles}")).iterchildren(
        qn("w:sdt")
    )
    pages = [int(says(p).rpartition("\t")[2]) for p in contents.iter(qn("w:p")) if "\t" in says(p)]
    assert pages == sorted(pages)
    assert 6 <= pages[-1] <= 8


# Commentary.


def test_commentary_in_footnotes_stands_at_the_end_of_its_provision() -> None:
    data = written(FOOTNOTES)
    (provision,) = (p for p in body(data) if "keep its lamps" in says(p))
    (mark,) = provision.iter(qn("w:footnoteReference"))
    notes = {value(one, "id"): one for one in part(data, "word/footnotes.xml")}
    said = [says(p) for p in notes[value(mark, "id")].iter(qn("w:p"))]
    assert said == [" The keepers asked for this.", "It is old practice."]
    assert [value(one, "type") for one in notes.values()][:2] == [
        "separator",
        "continuationSeparator",
    ]
    assert "Commentary" not in [text for _, text in paragraphs(data)]


def test_commentary_in_the_margin_stands_at_its_provision() -> None:
    file = docx.Document(BytesIO(written(COMMENTS)))
    (comment,) = file.comments
    assert [p.text for p in comment.paragraphs] == [
        "The keepers asked for this.",
        "It is old practice.",
    ]
    assert (comment.author, comment.timestamp) == ("Commentary", datetime(2026, 11, 23, tzinfo=UTC))
    (provision,) = (p for p in body(written(COMMENTS)) if "keep its lamps" in says(p))
    inner = [name(one) for one in provision]
    assert inner.index("commentRangeStart") < inner.index("r") < inner.index("commentRangeEnd")


# The file as such.


@pytest.mark.parametrize("way", EVERY_WAY)
def test_a_file_is_the_same_whenever_it_is_written(way: str) -> None:
    data = writer.write(page(), EVERY_WAY[way])
    assert data == writer.write(page(), EVERY_WAY[way])
    with ZipFile(BytesIO(data)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2026, 11, 23, 0, 0, 0)}
    assert docx.Document(BytesIO(data)).core_properties.created == datetime(
        2026, 11, 23, tzinfo=UTC
    )


#: The order that Word wants within each element; what is not here does not occur.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind "
    "jc outlineLvl rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs strike color sz szCs u shd vertAlign lang",
    "tcPr": "tcW shd",
    "trPr": "cantSplit tblHeader",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg docGrid",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "numbering": "abstractNum num",
    "lvl": "start numFmt suff lvlText lvlJc pPr",
    "settings": "zoom proofState defaultTabStop characterSpacingControl footnotePr compat mathPr "
    "themeFontLang clrSchemeMapping decimalSymbol listSeparator docId defaultImageDpi",
}


@pytest.mark.parametrize("way", EVERY_WAY)
def test_elements_stand_in_the_order_that_word_wants(way: str) -> None:
    with ZipFile(BytesIO(written(EVERY_WAY[way]))) as packed:
        names = [one for one in packed.namelist() if re.match(r"word/\w+\.xml", one)]
    for one in names:
        for holder in part(written(EVERY_WAY[way]), one).iter():
            order = ORDER.get(name(holder), "").split()
            if order:
                places = [order.index(name(inner)) for inner in holder]
                assert places == sorted(places), (one, name(holder))


@pytest.mark.parametrize("way", EVERY_WAY)
def test_every_style_that_is_used_is_there(way: str) -> None:
    data = written(EVERY_WAY[way])
    known = {value(one, "styleId") for one in part(data, "word/styles.xml").iter(qn("w:style"))}
    with ZipFile(BytesIO(data)) as packed:
        names = [one for one in packed.namelist() if re.match(r"word/\w+\.xml", one)]
    tags = [qn(f"w:{tag}") for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")]
    used = {value(one) for path in names for one in part(data, path).iter(*tags)}
    assert used <= known


@NEEDS_OFFICE
@pytest.mark.timeout(300)
def test_libreoffice_prints_the_same_in_every_way(tmp_path: Path) -> None:
    """It works out the numbers of lists and references for itself: what a file shows is spoilt."""
    files = spoilt(written()), spoilt(written(LIVE)), written()
    text, live, whole = (printed(converted(file, ".docx", "pdf", tmp_path)) for file in files)
    assert "alightunderarticle2,paragraph1(b);" in whole
    assert text == live == whole


def printed(data: bytes) -> str:
    """The words of a file of pages, without the spaces between them."""
    pages = PdfReader(BytesIO(data)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


def spoilt(data: bytes) -> bytes:
    """A file whose references show nonsense until they are worked out."""
    spoilt = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(spoilt, "w") as new:
        for entry in old.namelist():
            made = part(data, entry) if entry == "word/document.xml" else None
            for run in made.iter(qn("w:r")) if made is not None else ():
                if any(one.text.strip().startswith("REF") for one in run.iter(qn("w:instrText"))):
                    _, result, *_ = run.itersiblings(qn("w:r"))
                    result.find(qn("w:t")).text = "@"
            new.writestr(entry, old.read(entry) if made is None else etree.tostring(made))
    return spoilt.getvalue()
