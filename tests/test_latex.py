"""The LaTeX file: every TeX prints it, every word of it, and nothing in a draft is a command."""

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from corpus import treaties
from pypdf import PdfReader
from samples import EVERY_BLOCK, PAGES, page_of

from convention_tool import diff, parse, read
from convention_tool.document import (
    Badge,
    Break,
    ColumnGroup,
    Deleted,
    Detail,
    Document,
    Facts,
    Heading,
    Inserted,
    Link,
    Listing,
    Matrix,
    MatrixCell,
    MatrixRow,
    Note,
    Prose,
    Redline,
    Row,
    RowGroup,
    State,
    Strong,
    Table,
    Tone,
    words,
)
from convention_tool.views.instrument import view
from convention_tool.views.redline import redline
from convention_tool.writers import latex
from convention_tool.writers.latex_words import escape, place

ROOT = Path(__file__).parent.parent
SECONDS = 120  # for one run of the slowest, with its fonts not yet cached

#: Each is a command, a comment or the end of something to TeX.
COMMANDS = (
    r"\input{/etc/passwd}",
    r"\write18{touch written}",
    r"\immediate\openout5=written",
    r"\end{document} and what follows",
    r"\catcode`\@=11 \csname x\endcsname",
    "}{ }} {{ %no comment% #1 $x$ a_b x^2 ~ & \\",
    "^^M ^^5cinput ^^4d",
    "((* if x *)) ((( title ))) ((# no #))",
    "[an option] *star",
    r"\\[5cm] \\*",
    r"\begin{verbatim}",
)
#: What pdfLaTeX has no letters for, and what is no letter.
SCRIPTS = (
    "Женева",
    "Αθήνα",
    "قطر العمال",
    "日本国",
    "한국",
    "😀",
    "\u0301x",
    "\ufdd0",
    "\U0010fffd",
    "ḥ ṣ ẓ ſ ŉ ⁵ ≤ − ① ☐",
)
CONTROLS = "a\x00b\x01c\x0cd\x1be\x7ff\x85g\x9fh\ud800i\uffffj\u202ek\u200bl\u2028m"


def engine(name: str) -> str:
    """Where an engine is, or a skipped test."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    kpsewhich = shutil.which("kpsewhich")
    if name == "xelatex" and kpsewhich:
        # hyperref loads it for XeLaTeX; a TeX Live without its recommended fonts lacks it.
        looked = subprocess.run([kpsewhich, "pzdr.tfm"], capture_output=True, check=False)
        if looked.returncode:
            pytest.skip("the recommended fonts of TeX Live are not installed")
    return found


def typeset(
    document: Document, folder: Path, name: str = "pdflatex", *, runs: int = 1
) -> PdfReader:
    """What an engine makes of a document; an error of TeX is an error of the test."""
    return PdfReader(BytesIO(pages(document, folder, name, runs=runs)))


def pages(document: Document, folder: Path, name: str = "pdflatex", *, runs: int = 1) -> bytes:
    command = (engine(name), "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error")
    (folder / "page.tex").write_bytes(latex.write(document))
    for _ in range(runs):
        done = subprocess.run(
            (*command, "page.tex"), cwd=folder, capture_output=True, timeout=SECONDS, check=False
        )
        log = (folder / "page.log").read_text("utf-8", "replace")
        errors = [line for line in log.split("\n") if line.startswith("!")]
        assert not errors, errors
        assert done.returncode == 0, log[-2000:]
        assert "Missing character" not in log
    return (folder / "page.pdf").read_bytes()


def said(pdf: PdfReader) -> str:
    """The words of all pages without white space, which a PDF does not keep."""
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in pdf.pages))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def hostile(text: str) -> Document:
    """A document that says some words in every place that holds words."""
    shown = words(text)
    state = State(text, "F", Tone.GOOD, text)
    row = MatrixRow(text, (MatrixCell(state, text, "why"),), note=text, anchor=f"row_{text}")
    return Document(
        title=text,
        subtitle=(text,),
        header=(("Authors", text), ("Date", text)),
        blocks=(
            Facts(((text, shown),)),
            Heading(2, shown, f"part_{text}", text),
            Heading(3, (*shown, Break(), *shown), "article", text),
            Prose((*shown, Break(), Strong(shown), Deleted(text), Inserted(text)), "a", text, 1),
            Prose(
                (
                    Badge(text),
                    Link(f"#part_{text}", shown),
                    Link("https://a.example/%7E#x_&", shown),
                )
            ),
            Listing((shown, shown), ordered=True),
            Table(text, (shown, shown), (Row((shown, (Break(), *shown)), f"cell_{text}"),)),
            Table(text, (shown,) * 7, (Row((shown,) * 7),)),
            Note(text, (Prose(shown), Table("", (shown,), (Row((shown,)),)))),
            Matrix(
                text,
                text,
                (state,),
                (ColumnGroup(text, (text,)),),
                (RowGroup(text, (row,)),),
                (Detail("why", (Prose(shown),)),),
            ),
        ),
    )


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("name", ["pdflatex", "lualatex", "xelatex"])
@pytest.mark.parametrize("page", PAGES)
def test_every_tex_prints_every_page(page: str, name: str, tmp_path: Path) -> None:
    assert typeset(page_of(page), tmp_path, name).pages


@pytest.mark.timeout(SECONDS * 2)
@pytest.mark.parametrize("name", ["pdflatex", "lualatex", "xelatex"])
@pytest.mark.parametrize("texts", [COMMANDS, SCRIPTS, (CONTROLS,)], ids=["tex", "letters", "none"])
def test_no_words_stop_a_run(texts: tuple[str, ...], name: str, tmp_path: Path) -> None:
    typeset(hostile(" ".join(texts)), tmp_path, name, runs=2)
    assert not (tmp_path / "written").exists()


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("text", COMMANDS)
def test_commands_print_as_words(text: str, tmp_path: Path) -> None:
    printed = said(typeset(Document("Lights", (Prose(words(f"start {text} end")),)), tmp_path))
    plain = printed.replace("’", "'").replace("‘", "`")
    assert f"start{squeezed(text)}end" in plain


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize(
    "text", ["a--b---c", "<<a>> ,,b,,", "''a'' ``b``", "?`x !`y", 'he said "lit"', "fi ffi"]
)
def test_signs_that_tex_joins_print_one_by_one(text: str, tmp_path: Path) -> None:
    printed = said(typeset(Document("Lights", (Prose(words(text)),)), tmp_path))
    for fine, plain in (("’", "'"), ("‘", "`"), ("\u201d", '"'), ("ﬁ", "fi"), ("ﬃ", "ffi")):
        printed = printed.replace(fine, plain)
    assert squeezed(text) in printed


@pytest.mark.timeout(SECONDS)
def test_a_letter_that_pdflatex_lacks_shows_its_number(tmp_path: Path) -> None:
    printed = said(typeset(Document("Lights", (Prose(words("Жук")),)), tmp_path))
    assert "04160443043A" in printed


@pytest.mark.timeout(SECONDS)
def test_accents_of_any_latin_script_are_set(tmp_path: Path) -> None:
    text = "café Łódź Québec señor Şule ṣaḥīḥ"
    source = latex.write(Document("Lights", (Prose(words(text)),))).decode()
    assert "café Łódź Québec señor Şule" in source
    assert r"\substitute{1E63}{\d{s}}" in source
    typeset(Document("Lights", (Prose(words(text)),)), tmp_path)


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("draft", sorted((ROOT / "drafts").glob("*.txt")), ids=lambda p: p.stem)
def test_a_draft_is_printed_from_its_first_word_to_its_last(draft: Path, tmp_path: Path) -> None:
    instrument = read(draft).instrument
    pdf = typeset(view(instrument), tmp_path, runs=2)
    printed = re.sub(r"[\W_]", "", said(pdf).replace("ﬁ", "fi").replace("ﬂ", "fl"))
    opening = instrument.articles[0].paragraphs[0].text
    closing = instrument.articles[-1].paragraphs[-1].text
    for text in (opening, closing):
        assert all(re.sub(r"[\W_]", "", word) in printed for word in text.split())
    titles = str(pdf.outline)
    for article in instrument.articles:
        assert f"{article.label} {article.number}. {article.heading}" in titles


@pytest.mark.timeout(900)
def test_core_treaties_are_printed(tmp_path: Path) -> None:
    for path in sorted((treaties() / "core").glob("*.txt")):
        assert typeset(view(read(path).instrument), tmp_path).pages, path.name
        for left in tmp_path.iterdir():
            left.unlink()


@pytest.mark.timeout(SECONDS)
def test_links_lead_to_provisions(tmp_path: Path) -> None:
    text = (
        "Convention on Lamps\n\nArticle 1\nLamps\nLamps burn.\n\nArticle 2\nOil\nSee article 1.\n"
    )
    pdf = typeset(view(parse(text).instrument), tmp_path, runs=2)
    assert place("art_1") in pdf.named_destinations
    assert b"art-1" in b"".join(
        str(note.get_object()).encode() for page in pdf.pages for note in page.get("/Annots", [])
    )


@pytest.mark.timeout(SECONDS)
def test_a_cell_longer_than_a_page_goes_on_over_pages(tmp_path: Path) -> None:
    long = " ".join(f"word{count}" for count in range(3000))
    table = Table("Long", (words("a"), words("b")), (Row((words("short"), words(long))),))
    pdf = typeset(Document("Lights", (table,)), tmp_path, runs=3)
    assert len(pdf.pages) > 3
    printed = said(pdf)
    assert all(f"word{count}" in printed for count in range(3000))


@pytest.mark.timeout(SECONDS)
def test_a_heading_longer_than_a_page_is_printed(tmp_path: Path) -> None:
    text = "lamp " * 5_000
    blocks = (Heading(2, words(text), "lamps"), Heading(3, words("Oil"), "oil"), Prose(words("x")))
    pdf = typeset(Document(text, blocks, subtitle=(text,)), tmp_path, runs=3)
    assert said(pdf).count("lamp") > 15_000


@pytest.mark.timeout(SECONDS)
def test_a_wide_table_lies_on_its_side(tmp_path: Path) -> None:
    pdf = typeset(EVERY_BLOCK, tmp_path)
    assert any(page.get("/Rotate") == 90 for page in pdf.pages)


@pytest.mark.timeout(SECONDS)
def test_two_texts_are_printed_with_what_changed(tmp_path: Path) -> None:
    old = parse("Convention on Lamps\n\nArticle 1\nLamps\n1. Each keeper shall keep one lamp.\n")
    new = parse("Convention on Lamps\n\nArticle 1\nLamps\n1. Each keeper shall keep two lamps.\n")
    lines = redline(diff(old.instrument, new.instrument))
    document = Document("Changes", (Redline("old", "new", lines),))
    source = latex.write(document).decode()
    assert r"\struck{" in source
    assert r"\added{" in source
    printed = said(typeset(document, tmp_path))
    assert "one" in printed
    assert "two" in printed


@pytest.mark.timeout(SECONDS)
def test_the_same_document_gives_the_same_file_and_pages(tmp_path: Path) -> None:
    document = replace(page_of("instrument"), date="2026-11-29")
    assert latex.write(document) == latex.write(document)
    once, again = (pages(document, tmp_path, runs=3) for _ in range(2))
    assert once == again
    assert b"D:20261129" in once.replace(b"\\072", b":") or "2026" in str(
        PdfReader(BytesIO(once)).metadata
    )


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("language", ["en", "fr", "es", "de"])
def test_languages_hyphenate_as_their_own(language: str, tmp_path: Path) -> None:
    document = replace(page_of("instrument"), language=language)
    names = {"fr": "french", "es": "spanish"}
    assert ",provide=*]" in latex.write(document).decode()
    assert names.get(language, "english") in latex.write(document).decode()
    typeset(document, tmp_path)


def test_parts_and_articles_are_told_apart() -> None:
    source = latex.write(page_of("instrument")).decode()
    assert r"\division{1}[{PART I. Lights}]" in source
    assert r"\article{2}[{Article 1. Keeping of lights}]" in source


def test_a_person_can_read_the_lines_of_the_file() -> None:
    text = f"{'lamp ' * 20_000}{'x' * 300_000}"
    long = Document(text, (Heading(2, words(text), "lamps"), Prose(words(text))), subtitle=(text,))
    assert max(map(len, latex.write(long).decode().split("\n"))) < 450


def test_words_for_any_latex_file() -> None:
    assert escape("50 % of {a}_b & #1 \\ ^ ~ $") == (
        r"50 \% of \{a\}\_b \& \#1 \textbackslash{} \textasciicircum{} \textasciitilde{} \$"
    )
    assert escape("a  b\n\nc") == "a b c"
    assert escape("\ufffd") == "?"
