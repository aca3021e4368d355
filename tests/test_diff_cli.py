"""`convention-tool diff`: what it prints in each format, its exit statuses, and its errors."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from conftest import DRAFT
from pages import Page
from test_cli import ROOT, run, stopped, text_of
from test_diff import made, said

from convention_tool import parse
from convention_tool.analysis.diff.records import Kind
from convention_tool.analysis.diff.units import Text
from convention_tool.cli.publish import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.testing import Result

OLD = """Convention on Lighthouses

The States Parties to this Convention,

Recalling that ships founder on dark coasts,

Have agreed as follows:

Article 1
Duty to light
1. States Parties shall ensure that every coast is lit from dusk until dawn.
2. No ship pays for a light.

Article 2
Keepers
The keeper shall:
(a) trim the wick each evening;
(b) polish the lens each week.

Article 3
Bells
The bell is rung in fog by whoever has the watch.

Article 4
Boats
Boats lie ready at each pier, as article 3 says.
"""

#: A rule is weakened, an article inserted, an item reworded, and a reference followed.
NEW = (
    OLD.replace("shall ensure", "shall endeavour to ensure")
    .replace("each week", "each month")
    .replace("as article 3", "as article 4")
    .replace("Article 4", "Article 5")
    .replace("Article 3", "Article 4")
    .replace(
        "Article 2\nKeepers",
        "Article 2\nColours\nRed stands to port and green to starboard.\n\nArticle 3\nKeepers",
    )
)

FRENCH = "Convention sur les phares\n\nArticle premier\n\nChaque État éclaire ses côtes.\n"

OPTIONS = (
    *("--only", "--context", "--stat", "--table", "--answers", "--synoptic", "--fail-on"),
    *("--verify", "--author", "--date", "--to", "--output"),
)


@pytest.fixture(autouse=True)
def _texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The two texts in the current folder, which nothing may change."""
    monkeypatch.chdir(tmp_path)
    texts = {"old.txt": OLD, "new.txt": NEW, "third.txt": DRAFT, "phares.txt": FRENCH, "no.txt": ""}
    for name, text in texts.items():
        Path(name).write_text(text, "utf-8")
    yield
    for name, text in texts.items():
        assert Path(name).read_text("utf-8") == text, f"{name} was changed"
    assert not list(tmp_path.glob(".*")), "a temporary file was left"


def compared(*options: str, code: int = 0) -> Result:
    result = run("diff", "old.txt", "new.txt", *options)
    assert result.exit_code == code, result.stderr
    return result


def changes(*options: str) -> list[dict[str, Any]]:
    data = json.loads(compared("--to", "json", *options).stdout)
    assert list(data) == ["changes", "alerts"]
    found: list[dict[str, Any]] = data["changes"]
    return found


# What is shown


def test_the_help_has_every_option() -> None:
    shown = run("diff", "--help").stdout
    assert all(option in shown for option in OPTIONS)
    assert "Exit status:" in shown


def test_on_screen_rights_come_first_then_the_redline() -> None:
    result = compared()
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == "Convention on Lighthouses (old) → Convention on Lighthouses (new)"
    weakened = "- weakened: article 1 (1): “shall ensure” became “shall endeavour to ensure”"
    assert lines.index(weakened) < lines.index("Changes")
    assert "1. States Parties shall{+ endeavour to+} ensure that every coast is lit from" in lines
    assert "{+Red stands to port and green to starboard.+}" in lines
    assert "    (b) polish the lens each [-week-]{+month+}." in lines
    assert "Article [-3-]{+4+} Bells" in lines
    assert "Boats lie ready at each pier, as article [-3-]{+4+} says." in lines
    assert not any("No ship pays" in line for line in lines)


def test_the_summary_counts_what_happened() -> None:
    lines = compared("--stat").stdout.splitlines()
    assert "Articles       1 inserted, 3 renumbered, 2 modified, 1 reference followed" in lines
    assert "Subparagraphs  1 modified; 1 unchanged" in lines
    assert "Changes" not in lines
    assert any(line.startswith("- weakened: ") for line in lines)


def test_equal_texts_are_said_to_be() -> None:
    result = run("diff", "old.txt", "old.txt", "--fail-on", "weakened,strengthened")
    assert result.exit_code == 0
    assert "The two texts say the same. Nothing changed." in result.stdout
    assert json.loads(run("diff", "old.txt", "old.txt", "--to", "json").stdout) == {
        "changes": [],
        "alerts": [],
    }


def test_a_text_may_come_from_another_program() -> None:
    result = run("diff", "old.txt", "-", "--stat", given=NEW)
    assert result.stdout == compared("--stat").stdout


def test_context_shows_the_lines_around_a_change() -> None:
    assert "No ship pays" not in compared("--context", "0").stdout
    assert "2. No ship pays for a light." in compared("--context", "1").stdout.splitlines()
    whole = compared("--context", "10000").stdout.splitlines()
    assert "Recalling that ships founder on dark coasts," in whole
    assert "…" not in whole


@pytest.mark.parametrize("kind", list(Kind))
def test_only_shows_one_kind(kind: Kind) -> None:
    expected = {
        Kind.UNCHANGED: ("No ship", "No ship"),
        Kind.INSERTED: ("Red stands", "[-week-]"),
        Kind.RENUMBERED: ("[-3-]{+4+} Bells", "[-week-]"),
        Kind.MODIFIED: ("[-week-]", "Bells"),
        Kind.REFERENCE_FOLLOWED: ("as article [-3-]{+4+}", "[-week-]"),
    }
    shown = compared("--only", kind.value).stdout
    if kind is Kind.UNCHANGED or kind not in expected:
        assert "[-" not in shown
        assert "{+" not in shown
    else:
        there, away = expected[kind]
        assert there in shown
        assert away not in shown
    assert all(kind.value in change["kinds"] for change in changes("--only", kind.value))


def test_only_takes_several_kinds_in_any_case() -> None:
    kinds = {
        kind for change in changes("--only", "Inserted, RENUMBERED") for kind in change["kinds"]
    }
    assert kinds == {"inserted", "renumbered", "modified", "reference-followed"}
    assert len(changes("--only", "inserted,inserted")) == 2


# Formats


def test_the_json_makes_the_new_text_of_the_old_one() -> None:
    old, new = (Text.of(parse(text).instrument) for text in (OLD, NEW))
    assert made(changes(), said(old)) == said(new)
    found = {(one["old"], one["new"]): one for one in changes()}
    assert found["art_3", "art_4"] | {"similarity": 0} == {
        "old": "art_3",
        "new": "art_4",
        "old_number": "3",
        "new_number": "4",
        "kinds": ["renumbered"],
        "piece": False,
        "similarity": 0,
        "words": [
            {"op": "equal", "text": "Article ", "in": "number"},
            {"op": "delete", "text": "3", "in": "number"},
            {"op": "insert", "text": "4", "in": "number"},
        ],
    }
    assert found[None, "art_2"]["kinds"] == ["inserted"]
    (alert,) = json.loads(compared("--to", "json").stdout)["alerts"]
    assert (alert["direction"], alert["aspect"], alert["new"]) == (
        "weakened",
        "modality",
        "art_1__para_1",
    )


def test_markdown_marks_the_words() -> None:
    shown = compared("--to", "markdown").stdout
    assert shown.startswith("# Convention on Lighthouses (old) → Convention on Lighthouses (new)")
    assert "shall<ins> endeavour to</ins> ensure" in shown
    assert "each ~~week~~<ins>month</ins>." in shown


def test_html_marks_the_words_and_is_one_page() -> None:
    page = Page(compared("--to", "html").stdout)
    assert "month" in {one.text for one in page.all("ins")}
    assert "week" in {one.text for one in page.all("del")}
    assert not [
        one for one in page.all("script", "link", "img") if {"src", "href"} & {*one.attributes}
    ]
    whole = compared("--to", "html").stdout
    assert "No ship pays for a light." in whole


def test_a_word_file_has_tracked_changes() -> None:
    result = compared("--to", "docx", "--author", "The drafters", "--date", "2026-11-29")
    with ZipFile(BytesIO(result.stdout_bytes)) as file:
        written = file.read("word/document.xml").decode()
    assert 'w:author="The drafters"' in written
    assert set(re.findall(r'w:date="([0-9-]+)T', written)) == {"2026-11-29"}
    assert re.search(r"<w:delText[^>]*>week<", written)
    assert "No ship pays for a light." in written
    assert "endeavour" in written


@pytest.mark.parametrize("option", ["--table", "--answers", "--stat", "--only=modified"])
def test_a_word_file_of_a_part_of_it_is_a_plain_one(option: str) -> None:
    result = compared("--to", "docx", option)
    with ZipFile(BytesIO(result.stdout_bytes)) as file:
        written = file.read("word/document.xml").decode()
    assert "<w:ins " not in written
    assert "<w:del " not in written


def rows(data: str) -> list[list[str]]:
    return list(csv.reader(StringIO(data.removeprefix("\ufeff"))))


def test_csv_is_the_correlation_table() -> None:
    header, *found = rows(compared("--to", "csv").stdout)
    assert header == ["Old article", "New article", "Kind", "What changed"]
    assert [row[:3] for row in found] == [
        ["Preamble", "Preamble", "unchanged"],
        ["1", "1", "modified"],
        ["", "2", "inserted"],
        ["2", "3", "renumbered, modified"],
        ["3", "4", "renumbered"],
        ["4", "5", "renumbered, reference followed"],
    ]
    assert "endeavour to" in found[1][3]
    assert "month" in found[3][3]
    assert compared("--to", "csv", "--table").stdout == compared("--to", "csv").stdout


def test_answers_add_the_articles_of_1990() -> None:
    header, *found = rows(compared("--to", "csv", "--answers").stdout)
    assert header[-1] == "1990 convention"
    assert all(len(row) == 5 for row in found)
    general = str(ROOT / "drafts/general-convention.txt")
    with_rights = rows(run("diff", general, general, "--answers", "--to", "csv").stdout)
    assert sum(bool(row[4]) for row in with_rights[1:]) > 20


def test_the_table_on_screen_is_no_wider_than_a_terminal() -> None:
    lines = compared("--table").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert any(re.match(r"2 +3 +renumbered", line) for line in lines)
    assert "Changes" not in lines


def test_a_workbook_has_the_table() -> None:
    with ZipFile(BytesIO(compared("--to", "xlsx").stdout_bytes)) as file:
        written = "".join(file.read(name).decode() for name in file.namelist())
    assert all(words in written for words in ("Old article", "renumbered", "month"))


@pytest.mark.parametrize("table", [(), ("--table", "--answers")], ids=["redline", "table"])
@pytest.mark.parametrize("name", FORMATS)
def test_the_bytes_are_the_same_twice_and_in_a_file(name: str, table: tuple[str, ...]) -> None:
    first = compared("--to", name, *table).stdout_bytes
    assert first
    assert compared("--to", name, *table).stdout_bytes == first
    assert compared("--to", name, *table, "-o", "result").stdout == ""
    if name != "text":  # on a screen it is as wide as the screen
        assert Path("result").read_bytes() == first


# Several texts


@pytest.mark.parametrize("name", FORMATS)
def test_three_texts_stand_side_by_side_in_every_format(name: str) -> None:
    result = run("diff", "old.txt", "new.txt", "third.txt", "--to", name)
    assert result.exit_code == 0
    assert run("diff", "old.txt", "new.txt", "third.txt", "--to", name).stdout_bytes == (
        result.stdout_bytes
    )
    if name in {"docx", "xlsx"}:
        assert result.stdout_bytes.startswith(b"PK")
    elif name != "json":
        assert b"Keepers" in text_of(result.stdout_bytes)


def test_three_texts_as_json() -> None:
    data = json.loads(run("diff", "old.txt", "new.txt", "old.txt", "--to", "json").stdout)
    assert data["instruments"] == ["Convention on Lighthouses"] * 3
    assert data["rows"] == [
        ["art_1", "art_1", "art_1"],
        [None, "art_2", None],
        ["art_2", "art_3", "art_2"],
        ["art_3", "art_4", "art_3"],
        ["art_4", "art_5", "art_4"],
    ]


def test_texts_of_one_title_are_told_apart_by_their_files() -> None:
    header, *_ = rows(run("diff", "old.txt", "new.txt", "--synoptic", "--to", "csv").stdout)
    assert header[-2:] == ["Convention on Lighthouses (old)", "Convention on Lighthouses (new)"]


def test_texts_of_one_title_and_file_name_are_told_apart() -> None:
    for folder, text in (("june", OLD), ("july", NEW)):
        Path(folder).mkdir()
        Path(folder, "draft.txt").write_text(text, "utf-8")
    files = ("june/draft.txt", "july/draft.txt")
    header, *_ = rows(run("diff", *files, "--synoptic", "--to", "csv").stdout)
    assert len(set(header)) == len(header)


def test_two_texts_side_by_side_on_screen() -> None:
    result = run("diff", "old.txt", "new.txt", "--synoptic")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80


# Exit statuses


@pytest.mark.parametrize(
    ("effect", "forth", "back"),
    [("weakened", 1, 0), ("strengthened", 0, 1), ("weakened,strengthened", 1, 1)],
)
def test_fail_on_tells_the_shell(effect: str, forth: int, back: int) -> None:
    there = run("diff", "old.txt", "new.txt", "--fail-on", effect)
    again = run("diff", "new.txt", "old.txt", "--fail-on", effect, "--to", "json")
    assert (there.exit_code, again.exit_code) == (forth, back)
    assert there.stdout == compared().stdout


def test_fail_on_does_not_pretend_to_read_french() -> None:
    shown = run("diff", "phares.txt", "old.txt")
    assert shown.exit_code == 0
    said_so = stopped(run("diff", "phares.txt", "old.txt", "--fail-on", "weakened"))
    assert "--fail-on" in said_so


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("articles 1 to 5", 0),
        ("articles 1 to 4", 0),
        ("article 1, article 2, article 3, article 4", 0),
        ("article 1", 1),
        ("article 1, paragraph 1", 1),
        ("the preamble", 1),
    ],
)
def test_verify_tells_whether_anything_else_changed(named: str, code: int) -> None:
    result = compared("--verify", named, code=code)
    assert result.stdout == ""
    if code:
        assert re.match(rf"[0-9]+ provisions? outside {named} changed:\n", result.stderr)
        assert "  Article 2: inserted\n" in result.stderr
    else:
        assert result.stderr == f"Nothing changed outside {named}.\n"


def test_verify_tells_one_provision() -> None:
    Path("one.txt").write_text(OLD.replace("each week", "each month"), "utf-8")
    result = run("diff", "old.txt", "one.txt", "--verify", "article 1")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[1:] == ["  Article 2: modified"]
    assert run("diff", "old.txt", "one.txt", "--verify", "article 2").exit_code == 0
    Path("one.txt").unlink()


def test_verify_names_the_first_of_many() -> None:
    general = ROOT / "drafts/general-convention.txt"
    edited = general.read_text("utf-8").replace("States Parties", "Parties")
    result = run("diff", str(general), "-", "--verify", "article 1", given=edited)
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 22
    assert re.fullmatch(r"  and [0-9]+ more", lines[-1])


def test_verify_with_a_result_writes_it_too() -> None:
    result = compared("--verify", "article 1", "--to", "json", "-o", "out.json", code=1)
    assert "outside article 1" in result.stderr
    assert json.loads(Path("out.json").read_text("utf-8"))["changes"]
    shown = compared("--verify", "articles 1 to 5", "--to", "json")
    assert json.loads(shown.stdout)["changes"]


# Errors


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("old.txt", "nowhere.txt"), "no file nowhere.txt"),
        (("nowhere.txt", "old.txt"), "no file nowhere.txt"),
        (("old.txt", "."), "is a folder"),
        (("old.txt", "no.txt"), "no.txt: there is no article in this text"),
        (("no.txt", "old.txt"), "no.txt: there is no article in this text"),
        (("old.txt", "new.txt", "no.txt"), "no.txt: there is no article in this text"),
        (("old.txt",) * 7, "room for 6 texts; you named 7"),
        (("old.txt", "new.txt", "--verify", "nonsense"), "“nonsense” names no provision"),
        (("old.txt", "new.txt", "--verify", "article 99"), "“article 99” names no provision"),
        (("old.txt", "new.txt", "--verify", ""), "names no provision"),
        (("old.txt", "new.txt", "--to", "docx", "--date", "soon"), "“soon” is no date"),
        (("old.txt", "new.txt", "--to", "docx", "--date", "2026-02-31"), "is no date"),
        (("old.txt", "new.txt", "--to", "docx", "--date", ""), "is no date"),
        (("old.txt", "new.txt", "--to", "docx", "--author", ""), "need an author"),
        (("old.txt", "new.txt", "--to", "docx", "--author", "  "), "need an author"),
        (("old.txt", "new.txt", "-o", "new.txt"), "new.txt is one of the texts"),
        (("old.txt", "new.txt", "-o", "old.txt"), "old.txt is one of the texts"),
        (("old.txt", "new.txt", "third.txt", "-o", "third.txt"), "third.txt is one of the texts"),
        (("old.txt", "new.txt", "-o", "nowhere/x.txt"), "there is no folder nowhere"),
        (("old.txt", "new.txt", "third.txt", "--stat"), "--stat is for two texts"),
        (("old.txt", "new.txt", "third.txt", "--only", "moved"), "--only is for two texts"),
        (("old.txt", "new.txt", "third.txt", "--context", "2"), "--context is for two texts"),
        (("old.txt", "new.txt", "third.txt", "--table"), "--table is for two texts"),
        (("old.txt", "new.txt", "third.txt", "--answers"), "--answers is for two texts"),
        (("old.txt", "new.txt", "third.txt", "--fail-on", "weakened"), "--fail-on is for two"),
        (("old.txt", "new.txt", "third.txt", "--verify", "article 1"), "--verify is for two"),
        (("old.txt", "new.txt", "--synoptic", "--stat"), "--stat"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_stops_it_is_one_clear_line(arguments: tuple[str, ...], message: str) -> None:
    assert message in stopped(run("diff", *arguments))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--only", "nonsense"), "there is no kind “nonsense”; choose among unchanged, inserted"),
        (("--fail-on", "nonsense"), "there is no effect “nonsense”; choose among weakened"),
        (("--context", "-1"), "-1 is not in the range"),
        (("--context", "many"), "'many' is not a valid integer"),
        (("--to", "papyrus"), "'papyrus' is not one of"),
        (("--nonsense",), "No such option"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_wrong_option_is_wrong_usage(arguments: tuple[str, ...], message: str) -> None:
    result = run("diff", "old.txt", "new.txt", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr


def test_one_text_is_not_enough() -> None:
    result = run("diff", "old.txt")
    assert result.exit_code == 2
    assert "Missing argument 'NEW'" in result.stderr
