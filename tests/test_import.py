"""From what others send to an editable draft, and files that mean no good."""

import socket
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from test_cli import run, stopped

from convention_tool import render
from convention_tool.analysis.diff import diff
from convention_tool.readers import parse, read
from convention_tool.views import diff_report
from convention_tool.writers import write_tracked

LAMPS = """Title: Convention on Lamps
Status: zero draft
Date: 2026-11-23

Convention on Lamps

The States Parties,

Recalling that ships meet at night,

Have agreed as follows:

PART I
GENERAL

Article 1
Lamps

1. Every ship shall show a lamp:

(a) that can be seen; and

(b) that burns.

> Rowing boats are left out on purpose.

2. Paragraph 1 does not apply in port.

Article 2
Keepers

Keepers may rest, as article 1, paragraph 2, says.
"""


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own, and no network."""
    monkeypatch.chdir(tmp_path)

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a file must not reach the network")

    monkeypatch.setattr(socket.socket, "connect", refused)


@pytest.mark.parametrize("to", ["docx", "odt", "html", "akn", "markdown", "json"])
def test_what_was_published_becomes_the_draft_again(to: str) -> None:
    suffix = {"akn": "xml", "markdown": "md"}.get(to, to)
    Path(f"lamps.{suffix}").write_bytes(render(parse(LAMPS).instrument, to))
    result = run("import", f"lamps.{suffix}", "-o", "draft.txt")
    assert result.exit_code == 0, result.output
    assert Path("draft.txt").read_text("utf-8") == LAMPS
    assert result.stderr.startswith(f"Read lamps.{suffix}, ")
    assert ": 2 articles, 1 part\n" in result.stderr


def test_a_pdf_becomes_the_same_articles_and_words() -> None:
    Path("lamps.pdf").write_bytes(render(parse(LAMPS).instrument, "pdf", commentary=False))
    assert run("import", "lamps.pdf", "-o", "draft.txt").exit_code == 0
    again = read("draft.txt").instrument
    assert (
        again.articles
        == parse(
            LAMPS.replace("> Rowing boats are left out on purpose.\n\n", "")
        ).instrument.articles
    )


def test_every_command_takes_a_word_file() -> None:
    Path("lamps.docx").write_bytes(render(parse(LAMPS).instrument, "docx"))
    assert "Article 2  Keepers" in run("parse", "lamps.docx").stdout
    assert run("compare", "lamps.docx").exit_code == 0
    assert run("lint", "lamps.docx", "--select", "references").stdout == ""


def test_of_tracked_changes_the_new_text_is_read_or_the_old() -> None:
    old = parse(LAMPS).instrument
    new = parse(LAMPS.replace("may rest", "shall rest")).instrument
    page = diff_report.whole(diff(old, new))
    file = write_tracked(page, page.new, "en", "A. Ruiz", "2026-11-29T00:00:00Z")
    Path("marked.docx").write_bytes(file)
    assert "Keepers shall rest" in run("import", "marked.docx").stdout
    assert "Keepers may rest" in run("import", "marked.docx", "--old").stdout


def test_a_text_is_a_draft_already() -> None:
    Path("lamps.txt").write_text(LAMPS, "utf-8")
    assert "is a draft as it is" in stopped(run("import", "lamps.txt"))


def test_the_report_says_what_was_guessed_and_dropped() -> None:
    page = (
        "<!DOCTYPE html><html><body><nav><a href='/'>Home</a> <a href='/all'>All treaties</a></nav>"
        "<main><h1>Convention on Lamps</h1><p><b>Article 1</b></p><ol><li>Lamps burn.</li>"
        "<li>Keepers rest.</li></ol></main></body></html>"
    )
    Path("lamps.html").write_text(page, "utf-8")
    result = run("import", "lamps.html")
    assert "1. Lamps burn.\n\n2. Keepers rest." in result.stdout
    assert "Guessed: " in result.stderr
    assert "1.; 2." in result.stderr
    assert "Dropped: " in result.stderr
    assert "Home" in result.stderr


# ---- Files that mean no good -----------------------------------------------------------------------


def packed(**parts: bytes) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return data.getvalue()


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act>&b;</act></akomaNtoso>'
)
OUTSIDE = ENTITIES.replace(b'"aaaaaaaaaa"', b'SYSTEM "file:///etc/passwd"')
BOMB = packed(word__document_dot_xml=b" " * (300 * 1024 * 1024))
LEAVING = packed(word__document_dot_xml=b"<w/>", __outside_dot_xml=b"<x/>")
PDF = render(parse(LAMPS).instrument, "pdf")

HOSTILE = {
    "entities that grow.xml": (ENTITIES, "declares a document type or entities"),
    "a file outside.xml": (OUTSIDE, "declares a document type or entities"),
    "a bomb.docx": (BOMB, "unpacks to more than"),
    "a path outside.docx": (LEAVING, "outside itself"),
    "an empty archive.docx": (packed(word__document_dot_xml=b""), "Word document"),
    "half a file.docx": (render(parse(LAMPS).instrument, "docx")[:3000], "broken"),
    "half a file.odt": (render(parse(LAMPS).instrument, "odt")[:3000], "broken"),
    "a pdf without its end.pdf": (PDF[: len(PDF) // 3], "PDF"),
    "a pdf of nothing.pdf": (b"%PDF-1.7\n" + b"\x00" * 5000, "PDF"),
    "a pdf that is a page.pdf": (b"<!DOCTYPE html><html><p>Lamps</html>", "is a web page"),
    "a word file that is text.docx": (LAMPS.encode(), "is not a Word document"),
    "a page that is a program.html": (b"MZ\x90\x00" + b"\x00" * 100, "is a program"),
}  # fmt: skip


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_means_no_good_ends_in_one_line(name: str) -> None:
    data, said = HOSTILE[name]
    Path(name).write_bytes(data)
    told = stopped(run("import", name, "-o", "draft.txt"))
    assert said in told
    assert name in told
    assert [path.name for path in Path().iterdir()] == [name]


def test_scripts_of_a_web_page_are_no_words_of_the_treaty() -> None:
    page = (
        "<html><head><script>alert('Article 9')</script><meta http-equiv=refresh content='0;url=http://x.example/'>"
        "<link rel=stylesheet href='http://x.example/a.css'></head><body onload='go()'>"
        "<h1>Convention on Lamps</h1><h2>Article 1</h2><p>Lamps <img src='http://x.example/p.png'>burn.</p>"
        "<iframe src='file:///etc/passwd'></iframe></body></html>"
    )
    Path("lamps.html").write_text(page, "utf-8")
    result = run("import", "lamps.html")
    assert result.exit_code == 0
    assert result.stdout == "Convention on Lamps\n\nArticle 1\n\nLamps burn.\n"


# ---- The options of publishing ---------------------------------------------------------------------


def test_a_word_file_is_made_as_the_options_say(tmp_path: Path) -> None:
    Path("lamps.txt").write_text(LAMPS, "utf-8")
    made = {}
    for name, options in {
        "plain": (),
        "live": ("--numbering", "live"),
        "remarks": ("--commentary-as", "comments"),
        "below": ("--commentary-as", "text"),
        "without": ("--no-commentary",),
        "house": ("--reference", "plain.docx"),
    }.items():
        result = run("render", "lamps.txt", "--to", "docx", *options, "-o", f"{name}.docx")
        assert result.exit_code == 0, result.output
        with ZipFile(tmp_path / f"{name}.docx") as file:
            made[name] = (frozenset(file.namelist()), file.read("word/document.xml"))
        expected = (
            LAMPS
            if name != "without"
            else LAMPS.replace("> Rowing boats are left out on purpose.\n\n", "")
        )
        assert run("import", f"{name}.docx").stdout == expected
    assert "word/footnotes.xml" in made["plain"][0]
    assert "word/comments.xml" in made["remarks"][0]
    assert b"<w:numPr>" in made["live"][1]
    assert b"<w:numPr>" not in made["plain"][1]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--to", "pdf", "--numbering", "live"), "--numbering goes with --to docx"),
        (("--to", "docx", "--line-numbers"), "--line-numbers goes with --to pdf"),
        (("--to", "html", "--reference", "house.dotx"), "--reference goes with --to docx"),
        (("--to", "docx", "--reference", "house.dotx"), "there is no file house.dotx"),
        (("--to", "docx", "--reference", "lamps.txt"), "lamps.txt"),
        ((), "one of --to and --template"),
        (("--to", "text", "--template", "a.j2"), "one of --to and --template"),
        (("--template", "nowhere.j2"), "there is no file nowhere.j2"),
    ],
)
def test_options_that_do_not_fit_are_told_of(options: tuple[str, ...], told: str) -> None:
    Path("lamps.txt").write_text(LAMPS, "utf-8")
    assert told in stopped(run("render", "lamps.txt", *options, "-o", "out"))


def test_a_template_of_ones_own_is_filled_or_told_where_it_is_wrong() -> None:
    Path("lamps.txt").write_text(LAMPS, "utf-8")
    Path("list.j2").write_text(
        "{% for a in articles %}{{ a.number }} {{ a.heading }}\n{% endfor %}", "utf-8"
    )
    assert run("render", "lamps.txt", "--template", "list.j2").stdout == "1 Lamps\n2 Keepers\n"
    Path("list.j2").write_text("\n\n{{ artcles }}", "utf-8")
    told = stopped(run("render", "lamps.txt", "--template", "list.j2"))
    assert "list.j2, line 3" in told
    assert 'did you mean "articles"' in told
    Path("list.j2").write_text("{{ ''.__class__.__mro__ }}", "utf-8")
    assert "line 1" in stopped(run("render", "lamps.txt", "--template", "list.j2"))


def test_the_starters_can_be_listed_printed_and_filled() -> None:
    Path("lamps.txt").write_text(LAMPS, "utf-8")
    names = [line.split()[0] for line in run("render", "--list-templates").stdout.splitlines()]
    assert names == ["html", "markdown", "table", "text"]
    for name in names:
        Path("mine.html.j2").write_text(run("render", "--print-template", name).stdout, "utf-8")
        result = run("render", "lamps.txt", "--template", "mine.html.j2")
        assert (result.exit_code, "Keepers may rest" in result.stdout) == (0, True), name
    assert "no template" in stopped(run("render", "--print-template", "tabel"))
