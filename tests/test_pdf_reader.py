"""PDF documents: what stands on their pages becomes the text that was meant."""

import contextlib
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import typst
from corpus import treaties
from office import NEEDS_OFFICE, SECONDS, converted
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    DictionaryObject,
    NameObject,
    RectangleObject,
    TextStringObject,
)

from convention_tool import readers, render
from convention_tool.errors import UnreadableFileError
from convention_tool.readers.extract import Extract, read_extract
from convention_tool.readers.pdf import extract
from convention_tool.tree.nodes import Instrument

DRAFTS = Path(__file__).parent.parent / "drafts"

#: Long enough for a line to break in it anywhere.
LIGHT = (
    "The keeper of each lighthouse shall maintain the lamp from dusk to dawn, shall record every "
    "ship that passes, and shall notify the harbour without delay of any failure of the light."
)
WATER = (
    "The States of the basin shall share the water of the lake equitably, and none of them shall "
    "lower its level without the consent of the others given in writing beforehand."
)
#: A5 pages, so that a short text has several of them.
PAGE = '#set page(paper: "a5", margin: 18mm)\n#set text(size: 10pt, lang: "en")\n'


def made(source: str) -> bytes:
    file: bytes = typst.compile(source.encode(), ignore_system_fonts=True)
    return file


def plain(source: str) -> bytes:
    """A file that says nothing of its parts: no tags, no name of the program that made it."""
    file: bytes = typst.compile(source.encode(), ignore_system_fonts=True, pdf_tags=False)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(file)))
    writer.add_metadata({"/Creator": "Press"})
    return saved(writer)


def saved(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def found(source: str) -> Extract:
    return extract(plain(source), "lake.pdf")


def said(extracted: Extract, of: str) -> tuple[str, ...]:
    """The words of what was guessed or dropped."""
    choices = (*extracted.guessed, *extracted.dropped)
    return next((choice.words for choice in choices if of in choice.what), ())


def read(extracted: Extract) -> Instrument:
    return read_extract(extracted, "lake.pdf", None).instrument


def numbers(instrument: Instrument) -> list[str]:
    return [article.number for article in instrument.every_article]


def bare(instrument: Instrument) -> Instrument:
    return replace(instrument, contents=None, asides=())


def articles(count: int, text: str = LIGHT) -> str:
    return (
        "\n".join(
            f"#align(center)[*Article {number}*]\n\n1. {text}\n\n2. {WATER}\n"
            for number in range(1, count + 1)
        )
        .replace("\n1. ", "\n1\\. ")
        .replace("\n2. ", "\n2\\. ")
    )


# ---- Paragraphs ------------------------------------------------------------------------------


@pytest.mark.parametrize("justify", ["true", "false"])
def test_lines_become_paragraphs_and_numbers_open_them(justify: str) -> None:
    tree = read(found(f"{PAGE}#set par(justify: {justify})\n{articles(4)}"))
    assert numbers(tree) == ["1", "2", "3", "4"]
    for article in tree.every_article:
        assert [one.mark for one in article.paragraphs] == ["1.", "2."]
        assert [one.text for one in article.paragraphs] == [LIGHT, WATER]


def test_a_sentence_that_runs_over_the_page_stays_whole() -> None:
    tree = read(found(f'{PAGE}#set page(numbering: "1")\n{articles(9)}'))
    assert {one.text for article in tree.every_article for one in article.paragraphs} == {
        LIGHT,
        WATER,
    }


def test_indents_part_paragraphs_that_no_gap_parts() -> None:
    setting = "#set par(first-line-indent: (amount: 1.5em, all: true), spacing: 0.65em)\n"
    blocks = found(f"{PAGE}{setting}{LIGHT}\n\n{WATER}\n\n{LIGHT}").blocks
    assert blocks == (LIGHT, WATER, LIGHT)


def test_a_list_with_hanging_letters_keeps_a_reference_in_its_line() -> None:
    text = f"{LIGHT} This is without prejudice to article 9, paragraph 2, subparagraph (b) of this Convention."
    source = f'{PAGE}#set enum(numbering: "(a)")\n+ {text}\n+ {WATER}\n+ {text}'
    assert found(source).blocks == (f"(a) {text}", f"(b) {WATER}", f"(c) {text}")


def test_a_long_title_is_one_and_the_words_of_a_heading_stand_below_its_number() -> None:
    title = "General Convention on the Lights, Harbours and Pilots of the Northern Lakes"
    head = f"#align(center, text(size: 18pt, weight: 700)[{title}])\n\n{LIGHT[:60]}.\n\n"
    heading = "#align(center)[*Article 1*\\ *Duties of keepers*]\n\n"
    tree = read(found(f"{PAGE}{head}{heading}{LIGHT}"))
    assert tree.title == title
    assert [(one.number, one.heading) for one in tree.every_article] == [("1", "Duties of keepers")]


# ---- What belongs to the page ----------------------------------------------------------------


def test_running_heads_and_page_numbers_are_told_and_headings_at_the_top_stay() -> None:
    setting = '#set page(header: [_Lake Convention_ #h(1fr) A/LAKE/12], numbering: "- 1 -")\n'
    parts = "\n#pagebreak()\n".join(articles(4).split("#align")[1:]).replace(
        "(center)", "#align(center)"
    )
    extracted = found(f"{PAGE}{setting}{parts}")
    assert numbers(read(extracted)) == ["1", "2", "3", "4"]
    dropped = said(extracted, "running heads")
    assert dropped.count("Lake Convention A/LAKE/12") == 4
    assert [one for one in dropped if one.startswith("-")] == ["- 1 -", "- 2 -", "- 3 -", "- 4 -"]
    assert not any("Lake Convention" in block for block in extracted.blocks)


@pytest.mark.parametrize("numbering", ['"1"', '"i"', '"1 / 1"', "(n, all) => [Page #n of #all]"])
def test_page_numbers_of_every_print_are_left_out(numbering: str) -> None:
    extracted = found(f"{PAGE}#set page(numbering: {numbering})\n{articles(14)}")
    assert len(said(extracted, "running heads")) >= 3
    assert {one.text for of in read(extracted).every_article for one in of.paragraphs} == {
        LIGHT,
        WATER,
    }


@pytest.mark.parametrize("step", [1, 5])
def test_line_numbers_in_the_margin_are_no_words(step: int) -> None:
    numbering = f"n => if calc.rem(n, {step}) == 0 {{ str(n) }}"
    extracted = found(f"{PAGE}#set par.line(numbering: {numbering})\n{articles(14)}")
    assert len(said(extracted, "line numbers")) >= 14
    assert {one.text for of in read(extracted).every_article for one in of.paragraphs} == {
        LIGHT,
        WATER,
    }


def test_a_list_of_contents_does_not_double_the_articles() -> None:
    body = "\n".join(f"= Article {n}\n{LIGHT}\n" for n in range(1, 111))
    setting = (
        "#show heading: it => align(center, it.body)\n#outline(title: [Contents])\n#pagebreak()\n"
    )
    extracted = found(f"{PAGE}{setting}{body}")
    assert numbers(read(extracted)) == [str(n) for n in range(1, 111)]
    assert len(said(extracted, "contents")) == 111


def test_a_scale_of_dues_with_dots_is_no_list_of_contents() -> None:
    rows = "\n\n".join(f"Class {n} #box(width: 1fr, repeat[.]) {9 - n},600" for n in range(1, 7))
    assert len(found(f"{PAGE}{LIGHT}\n\n{rows}").blocks) == 7


def test_footnotes_do_not_break_a_sentence_and_stand_below_it() -> None:
    noted = LIGHT.replace(
        "dusk to dawn", "dusk#footnote[As the almanac of the lake gives it.] to dawn"
    )
    extracted = found(f"{PAGE}{articles(5, noted)}")
    assert (
        sum(block == "[2] As the almanac of the lake gives it." for block in extracted.blocks) == 1
    )
    tree = read(extracted)
    texts = [one.text for article in tree.every_article for one in article.paragraphs]
    assert texts[::2] == [LIGHT.replace("dusk", f"dusk[{n}]") for n in range(1, 6)]
    assert set(texts[1::2]) == {WATER}


def test_a_document_of_a_committee_keeps_its_symbol_once_and_loses_its_page_heads() -> None:
    head = (
        "#grid(columns: (1fr, 1fr), [*Lake Committee*], align(right)[A/LAKE/12/L.3])\n#line(length: 100%)\n"
        "#align(right)[Distr.: Limited \\ 4 May 2031]\n\n*Second session* \\ *Agenda item 5*\n\n"
    )
    setting = (
        "#set page(header: context if here().page() > 1 [A/LAKE/12/L.3 #h(1fr)], "
        "footer: context [31-04512 #h(1fr) #counter(page).display() / 4])\n"
    )
    extracted = found(f"{PAGE}{setting}{head}{articles(14)}")
    tree = read(extracted)
    assert numbers(tree) == [str(n) for n in range(1, 15)]
    assert {one.text for of in tree.every_article for one in of.paragraphs} == {LIGHT, WATER}
    assert sum("A/LAKE/12/L.3" in block for block in extracted.blocks) == 1


# ---- Columns ---------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_one_after_the_other_under_a_title(count: int) -> None:
    head = "#align(center, text(size: 15pt)[Convention on the Lights of the Northern Lakes and Harbours])\n\n"
    setting = '#set page(paper: "a4", numbering: "1", header: [Lights])\n#set par(justify: true)\n'
    extracted = found(f"{PAGE}{setting}{head}#columns({count})[{articles(14)}]")
    tree = read(extracted)
    assert numbers(tree) == [str(n) for n in range(1, 15)]
    assert {one.text for of in tree.every_article for one in of.paragraphs} == {LIGHT, WATER}
    assert said(extracted, "column by column")[0] == "page 1"


def test_two_languages_side_by_side_are_read_one_after_the_other() -> None:
    english = " ".join([LIGHT] * 3)
    french = (
        "Le gardien du phare entretient la lampe et les feux des ports du lac, et il note le "
        "passage des navires dans un registre que les autorités des États du bassin consultent."
    )
    source = (
        f"{PAGE}#grid(columns: (1fr, 1fr), gutter: 8mm, [{english}], [{' '.join([french] * 3)}])"
    )
    extracted = found(source)
    assert extracted.blocks == (english, " ".join([french] * 3))
    assert said(extracted, "a language in each column") == ("page 1",)


def test_a_hanging_number_is_no_column() -> None:
    rows = "\n".join(f"[({n})], [{LIGHT}]," for n in "abcdef")
    assert found(f"{PAGE}#grid(columns: (12mm, 1fr), row-gutter: 3mm, {rows})").blocks == tuple(
        f"({n}) {LIGHT}" for n in "abcdef"
    )


# ---- Words -----------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [plain, made])
def test_hyphens_of_the_printer_go_and_those_of_words_stay(make: Callable[[str], bytes]) -> None:
    text = (
        "Co-operation and non-discrimination guide the administration of lighthouses. "
        "The administration cooperates with extraordinary intergovernmental organizations. "
    ) * 6
    source = f'#set page(width: 62mm, height: auto)\n#set par(justify: true)\n#set text(lang: "en", hyphenate: true)\n{text}'
    extracted = extract(make(source), "lake.pdf")
    assert extracted.blocks == (text.strip(),)
    assert said(extracted, "broken at the end of a line")


def test_french_words_are_made_whole() -> None:
    text = (
        "Les États riverains garantissent l'administration internationale des phares, "
        "l'établissement des registres et la responsabilité des gardiens. Celui-ci informe "
        "l'administration, et l'établissement assume la responsabilité internationale. "
    ) * 4
    source = f'#set page(width: 70mm, height: auto)\n#set par(justify: true)\n#set text(lang: "fr", hyphenate: true)\n#set smartquote(enabled: false)\n{text}'
    assert found(source).blocks == (text.strip(),)


def test_joined_letters_spaced_letters_and_small_capitals_are_plain_words() -> None:
    source = (
        f"{PAGE}#align(center, text(tracking: 5pt)[PREAMBLE])\n\nThe official keeper of the first "
        "affluent shall file a reflection.\n\n#smallcaps[Final Clauses] of the lake."
    )
    assert found(source).blocks == (
        "PREAMBLE",
        "The official keeper of the first affluent shall file a reflection.",
        "Final Clauses of the lake.",
    )


def test_a_raised_mark_that_no_footnote_explains_stays_a_raised_mark() -> None:
    assert found(f"{PAGE}A basin of 12 km#super[2] and the 1#super[er] keeper.").blocks == (
        "A basin of 12 km² and the 1er keeper.",
    )


def test_old_tex_files_keep_their_joined_letters() -> None:
    if shutil.which("pdflatex") is None:
        pytest.skip("LaTeX is not installed")
    body = "".join(
        rf"\begin{{center}}\textbf{{Article {n}}}\end{{center}}"
        rf"{WATER} The offices\footnote{{Note {n}.}} of the affluents are efficient.\par {LIGHT}\par "
        for n in range(1, 31)
    )
    tree = read(extract(tex(body), "lake.pdf"))
    assert numbers(tree) == [str(n) for n in range(1, 31)]
    for number, article in enumerate(tree.every_article, start=1):
        assert [one.text for one in article.paragraphs] == [
            f"{WATER} The offices[{number}] of the affluents are efficient.",
            LIGHT,
        ]


def tex(body: str) -> bytes:
    """A file of LaTeX in two columns, its letters joined by codes that have no names."""
    source = rf"\documentclass[twocolumn]{{article}}\usepackage[T1]{{fontenc}}\begin{{document}}{body}\end{{document}}"
    with TemporaryDirectory() as folder:
        (Path(folder) / "lake.tex").write_text(source, "utf-8")
        command = ["pdflatex", "-interaction=batchmode", "lake.tex"]
        subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=50)
        return (Path(folder) / "lake.pdf").read_bytes()


# ---- Pages -----------------------------------------------------------------------------------


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_printed_on_its_side_is_read_upright(turn: int) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(plain(f"{PAGE}{articles(2)}"))))
    for page in writer.pages:
        page.rotate(turn)
        page.transfer_rotation_to_content()
    assert extract(saved(writer), "lake.pdf").blocks == found(f"{PAGE}{articles(2)}").blocks


def test_what_lies_outside_the_page_that_is_shown_is_not_read_but_told() -> None:
    source = f"{PAGE}#place(dx: -15mm, dy: -12mm)[TRIMMED]\n{LIGHT}"
    writer = PdfWriter(clone_from=PdfReader(BytesIO(plain(source))))
    box = writer.pages[0].mediabox
    shown = RectangleObject((30, 30, float(box.right) - 30, float(box.top) - 30))
    writer.pages[0].cropbox = shown
    extracted = extract(saved(writer), "lake.pdf")
    assert extracted.blocks == (LIGHT,)
    assert said(extracted, "outside the page") == ("TRIMMED",)


def test_a_scanned_file_is_told_as_such() -> None:
    picture = "#set page(width: 90mm, height: 120mm)\n#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>\"), format: \"svg\")"
    assert "PDF without any text" in problem(made(picture))
    assert problem(scan(3)) == (
        "lake.pdf is a scanned picture of pages without text; "
        "run it through text recognition (OCR) first"
    )


def test_scanned_pages_among_others_are_named() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(plain(f"{PAGE}{articles(2)}"))))
    writer.append(BytesIO(scan(1)))
    pages = len(writer.pages)
    extracted = extract(saved(writer), "lake.pdf")
    assert said(extracted, "pictures without text") == (f"page {pages}",)
    assert numbers(read(extracted)) == ["1", "2"]


def scan(pages: int) -> bytes:
    """A file of grey pictures, as a scanner makes it."""
    pixels = "bytes(range(64 * 64).map(n => calc.rem(n, 251)))"
    picture = f'#image({pixels}, format: (encoding: "luma8", width: 64, height: 64), width: 100%)'
    return made("#pagebreak()".join([picture] * pages))


def problem(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as raised:
        extract(data, "lake.pdf")
    return str(raised.value)


def test_a_locked_file_is_told_as_such() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(plain(f"{PAGE}{LIGHT}"))))
    writer.encrypt("lamp")
    assert "is locked with a password" in problem(saved(writer))


def test_what_is_no_whole_file_ends_in_one_line() -> None:
    whole = plain(f"{PAGE}{articles(3)}")
    empty = saved(PdfWriter())
    for data in (b"", b"%PDF-1.7", whole[:200], b"%PDF-1.7" + bytes(range(256)) * 40, empty):
        assert "\n" not in problem(data)


def test_cut_files_never_break_the_reader() -> None:
    whole = plain(f"{PAGE}{articles(3)}")
    for end in range(0, len(whole), max(1, len(whole) // 40)):
        with contextlib.suppress(UnreadableFileError):
            extract(whole[:end], "lake.pdf")


def test_a_file_of_endless_pages_or_letters_is_not_read() -> None:
    writer = PdfWriter()
    for _ in range(3_001):
        writer.add_blank_page(100, 100)
    assert "3001 pages" in problem(saved(writer))
    start = time.perf_counter()
    dots = made(
        '#set page(width: 3000mm, height: 3000mm)\n#set text(size: 2pt)\n#("lake " * 60000)'
    )
    assert "more characters on page 1" in problem(dots)
    assert time.perf_counter() - start < 30


def test_scripts_and_attachments_are_not_looked_at() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(plain(f"{PAGE}{LIGHT}"))))
    script = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert('lake');"),
        }
    )
    writer.root_object[NameObject("/OpenAction")] = script
    writer.add_attachment("lamp.txt", b"Article 9")
    assert extract(saved(writer), "lake.pdf").blocks == (LIGHT,)


def test_the_same_file_is_read_the_same_way_twice() -> None:
    data = plain(f"{PAGE}{articles(3)}")
    assert extract(data, "lake.pdf") == extract(data, "lake.pdf")


# ---- Our own files, and those of others ------------------------------------------------------


@pytest.mark.parametrize("draft", sorted(path.stem for path in DRAFTS.glob("general-*.txt")))
def test_a_draft_that_this_tool_printed_is_read_back_word_for_word(
    draft: str, tmp_path: Path
) -> None:
    instrument = readers.read(DRAFTS / f"{draft}.txt").instrument
    (tmp_path / "draft.pdf").write_bytes(render(instrument, "pdf"))
    again = readers.read(tmp_path / "draft.pdf").instrument
    assert numbers(again) == numbers(instrument)
    assert again.header == instrument.header
    assert words(again) == words(instrument)


def words(instrument: Instrument) -> list[str]:
    """Every word in order, but for the marks of commentary."""
    text = render(bare(instrument), "text").decode()
    return [word for word in text.split() if word != ">"]


@pytest.mark.timeout(300)
def test_treaties_that_this_tool_printed_keep_their_articles() -> None:
    for path in sorted(treaties().glob("core/*.txt")):
        instrument = readers.read(path).instrument
        again = read(extract(render(instrument, "pdf"), path.name))
        assert numbers(again) == numbers(instrument), path.name
        before, after = words(instrument), words(again)
        assert abs(len(before) - len(after)) <= 0.002 * len(before), path.name


@NEEDS_OFFICE
@pytest.mark.timeout(2 * SECONDS)
def test_a_word_file_that_an_office_printed_gives_the_same_articles(tmp_path: Path) -> None:
    instrument = readers.read(DRAFTS / "general-convention.txt").instrument
    data = converted(render(instrument, "docx"), ".docx", "pdf", tmp_path)
    assert numbers(read(extract(data, "office.pdf"))) == numbers(instrument)
