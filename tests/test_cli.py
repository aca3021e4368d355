"""The command line: what it prints where, its exit statuses, and the files it leaves."""

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdf
import pytest
from click.testing import CliRunner, Result
from conftest import DRAFT

import convention_tool
from convention_tool.cli import COMMANDS
from convention_tool.cli import convention_tool as group
from convention_tool.cli.reading import EXPLANATIONS
from convention_tool.errors import UnknownFormatError
from convention_tool.lint.rules import RULES
from convention_tool.writers import WRITERS

ROOT = Path(__file__).parent.parent
DRAFTS = sorted((ROOT / "drafts").glob("*.txt"))


def run(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(group, arguments, input=given, prog_name="convention-tool")


def stopped(result: Result) -> str:
    """The one sentence of a run that could not do its work."""
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert result.stderr.count("\n") == 1
    return result.stderr


def test_help_teaches_the_commands_with_examples() -> None:
    shown = run("--help")
    assert shown.exit_code == 0
    assert all(name in shown.stdout for name in COMMANDS)
    assert "convention-tool review draft.txt" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example(name: str) -> None:
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert f"Examples:\n    convention-tool {name}" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80


def test_the_version_is_that_of_the_package() -> None:
    shown = run("--version").stdout
    assert shown == f"convention-tool {convention_tool.__version__}\n"
    assert f'version = "{convention_tool.__version__}"' in (ROOT / "pyproject.toml").read_text()


def test_an_unknown_command_is_wrong_usage() -> None:
    result = run("publish")
    assert result.exit_code == 2
    assert "No such command 'publish'" in result.stderr


def test_parse_prints_an_outline_no_wider_than_a_terminal(draft: str) -> None:
    result = run("parse", draft)
    assert result.exit_code == 0
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert lines[0] == "Convention on Harbour Lights"
    assert "  Article 1  Right to life" in lines
    assert "      (a) keep its lights lit;" in lines
    assert "  (comment) ask the keeper" in lines
    assert max(map(len, lines)) <= 80


def test_parse_to_json_names_places_in_the_file(draft: str) -> None:
    result = run("parse", draft, "--to", "json")
    data = json.loads(result.stdout)
    (article, *_) = (node for node in data["children"] if node["type"] == "article")
    assert article["address"] == "art_1"
    assert DRAFT[article["span"]["start"] :].startswith("Article 1")
    assert [aside["text"] for aside in data["asides"]] == ["ask the keeper"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_draft_may_come_from_another_program(encoding: str) -> None:
    given = DRAFT.replace("Harbour", "Hârbour")
    result = run("parse", "-", given=given.encode(encoding))
    assert result.exit_code == 0
    assert result.stdout.startswith("Convention on Hârbour Lights\n")


@pytest.mark.parametrize("name", ["parse", "lint", "compare", "cover", "review"])
@pytest.mark.usefixtures("draft")
def test_a_draft_that_is_not_there_is_one_sentence(name: str) -> None:
    assert "no file nowhere.txt" in stopped(run(name, "nowhere.txt"))
    assert "is a folder" in stopped(run(name, "."))
    Path("lights.pdf").write_bytes(b"%PDF-1.7\n\x00\x01")
    assert "PDF" in stopped(run(name, "lights.pdf"))
    Path("lights.bin").write_bytes(bytes(range(256)) * 20)
    assert "not a text file" in stopped(run(name, "lights.bin"))


@pytest.mark.parametrize("name", ["compare", "cover", "review"])
def test_a_text_without_provisions_is_said_to_have_none(name: str) -> None:
    assert "no article in this text" in stopped(run(name, "-", given=""))


def test_parse_and_render_take_an_empty_text() -> None:
    assert run("parse", "-", given="").exit_code in {0, 1}
    assert run("render", "-", "--to", "html", given="").exit_code == 0


@pytest.mark.parametrize("name", WRITERS)
def test_render_writes_every_format_to_standard_output_or_a_file(name: str, draft: str) -> None:
    shown = run("render", draft, "--to", name)
    assert shown.exit_code == 0
    assert b"lamps have rights" in text_of(shown.stdout_bytes)
    assert b"ask the keeper" not in text_of(shown.stdout_bytes)
    written = f"lights{WRITERS[name].suffix}.new"
    assert run("render", draft, "--to", name, "-o", written).stdout == ""
    assert Path(written).read_bytes() == shown.stdout_bytes


def text_of(data: bytes) -> bytes:
    """What can be read in a file, with its footnotes; Word and OpenDocument files are packed."""
    if data.startswith(b"%PDF"):
        pages = pypdf.PdfReader(BytesIO(data)).pages
        return b" ".join(page.extract_text().encode() for page in pages)
    if not data.startswith(b"PK"):
        return data
    with ZipFile(BytesIO(data)) as file:
        texts = ("word/document.xml", "word/footnotes.xml", "content.xml")
        return b"".join(file.read(name) for name in texts if name in file.namelist())


@pytest.mark.parametrize("name", WRITERS)
def test_render_can_leave_the_commentary_out(name: str, draft: str) -> None:
    shown = run("render", draft, "--to", name, "--no-commentary")
    assert b"inherent right" in text_of(shown.stdout_bytes)
    assert b"lamps have rights" not in text_of(shown.stdout_bytes)


def test_an_unknown_format_is_wrong_usage_and_names_the_formats(draft: str) -> None:
    result = run("render", draft, "--to", "papyrus")
    assert result.exit_code == 2
    assert "'html'" in result.stderr
    with pytest.raises(UnknownFormatError, match="choose one of akn, docx, html"):
        convention_tool.render(convention_tool.parse(DRAFT).instrument, "papyrus")


def test_the_draft_is_never_overwritten(draft: str) -> None:
    Path("folder").mkdir()
    Path("alias.txt").symlink_to("lights.txt")
    for output in ("lights.txt", "./folder/../lights.txt", "alias.txt"):
        result = run("render", draft, "--to", "text", "-o", output)
        assert "is the draft itself" in stopped(result)


def test_a_result_that_cannot_be_written_is_one_sentence(draft: str) -> None:
    assert "no folder nowhere" in stopped(run("render", draft, "--to", "text", "-o", "nowhere/x"))
    assert "is a folder" in stopped(run("render", draft, "--to", "text", "-o", "."))


def test_a_folder_that_takes_no_file_is_named_with_the_file(
    draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied", ".new.html.x7")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    told = stopped(run("render", draft, "--to", "html", "-o", "new.html"))
    assert "cannot write new.html in " in told
    assert "permission denied" in told
    assert ".x7" not in told


@pytest.mark.usefixtures("draft")
def test_a_remark_that_does_not_exist_cannot_be_ignored() -> None:
    result = run("lint", "lights.txt", "--ignore", "skiped-number")
    assert result.exit_code == 2
    assert "did you mean skipped-number" in result.stderr


def test_an_interrupted_write_leaves_the_old_file(
    draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("old.html").write_text("old", encoding="utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    result = run("render", draft, "--to", "html", "-o", "old.html")
    assert (result.exit_code, result.stderr) == (130, "")
    assert Path("old.html").read_text(encoding="utf-8") == "old"


def test_a_new_file_has_the_permissions_of_any_new_file(draft: str) -> None:
    run("render", draft, "--to", "html", "-o", "new.html")
    Path("ordinary").touch()
    assert Path("new.html").stat().st_mode == Path("ordinary").stat().st_mode


def test_a_fault_of_ours_is_one_sentence_too(draft: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(_: object) -> Iterator[str]:
        raise ZeroDivisionError

    run("parse", draft)  # loads the module
    monkeypatch.setattr("convention_tool.cli.parse.outline", fault)
    assert "fault of its own (ZeroDivisionError)" in stopped(run("parse", draft))
    monkeypatch.setenv("CONVENTION_TOOL_TRACEBACK", "1")
    assert isinstance(run("parse", draft).exception, ZeroDivisionError)


@pytest.mark.usefixtures("draft")
def test_lint_prints_findings_as_editors_expect_and_exits_1() -> None:
    Path("gap.txt").write_text(DRAFT.replace("Article 2", "Article 4"), encoding="utf-8")
    result = run("lint", "gap.txt")
    assert result.exit_code == 1
    assert "gap.txt:27:1: " in result.stdout
    found = json.loads(run("lint", "gap.txt", "--to", "json").stdout)
    codes = {record["code"] for record in found}
    assert "skipped-number" in codes
    ignored = [part for code in codes for part in ("--ignore", code)]
    silent = run("lint", "gap.txt", *ignored)
    assert (silent.exit_code, silent.stdout) == (0, "")


@pytest.mark.parametrize("code", [*(rule.code for rule in RULES), *EXPLANATIONS])
def test_every_remark_is_listed_and_explained(code: str) -> None:
    assert code in run("explain").stdout
    assert run("explain", code).stdout.startswith(code)
    assert "Why it matters" in run("explain", code).stdout


def test_every_remark_on_a_reading_has_an_explanation() -> None:
    readers = ROOT / "convention_tool" / "readers"
    code = "".join(path.read_text(encoding="utf-8") for path in readers.rglob("*.py"))
    assert set(re.findall(r'Diagnostic\([^"]*"([a-z-]+)"', code)) == set(EXPLANATIONS)


def test_an_unknown_remark_is_one_sentence() -> None:
    assert 'no remark "x"' in stopped(run("explain", "x"))


def test_the_function_lint_keeps_its_name() -> None:
    reading = convention_tool.parse(DRAFT)
    assert convention_tool.lint(reading) == convention_tool.lint(reading)


@pytest.mark.parametrize("name", ["compare", "cover"])
def test_reports_print_in_every_format(name: str, draft: str) -> None:
    text = run(name, draft)
    assert text.exit_code == 0
    assert max(map(len, text.stdout.splitlines())) <= 80
    assert json.loads(run(name, draft, "--to", "json").stdout)
    assert run(name, draft, "--to", "markdown").stdout.startswith("# ")
    page = run(name, draft, "--to", "html").stdout
    assert 'href="#art_1' in page
    assert 'id="art_1"' in page
    assert run(name, draft, "-o", "out.txt").stdout == ""
    assert Path("out.txt").read_text(encoding="utf-8") == text.stdout


def test_review_writes_the_clean_text_and_the_report(draft: str) -> None:
    result = run("review", draft)
    folder = Path("build", "lights")
    assert sorted(path.name for path in folder.iterdir()) == [
        "clean.html",
        "clean.txt",
        "report.html",
        "report.md",
    ]
    assert result.stdout.startswith("Convention on Harbour Lights\n")
    assert "build/lights" in result.stderr.replace("\\", "/")
    clean = (folder / "clean.txt").read_text(encoding="utf-8")
    assert "ask the keeper" not in clean
    assert "lamps have rights" not in clean
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    run("review", draft)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first


@pytest.mark.usefixtures("draft")
def test_review_exits_1_on_a_fault_in_the_structure() -> None:
    Path("twice.txt").write_text(DRAFT.replace("Article 2", "Article 1"), encoding="utf-8")
    assert run("review", "twice.txt").exit_code == 1


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_review_of_our_own_drafts_fits_a_screen_and_finds_nothing_to_correct(
    path: Path, tmp_path: Path
) -> None:
    result = run("review", str(path), "--out", str(tmp_path))
    assert result.exit_code == 0, result.stdout + result.stderr
    lines = result.stdout.splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80


# ---------------------------------------------------------------- compare

#: What 1990 gives a child, in part; and something that is no right.
NAMES = """CONVENTION ON NAMES

Article 1

Every child has the right to a name and to a nationality.

Article 2

Lamps are lit in every harbour at night.
"""

#: The same in full, and one right more.
MORE = """CONVENTION ON MORE NAMES

Article 1

Every child has the right to a name, to registration of birth and to a nationality.

Article 2

No one may be held in slavery.
"""


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Two drafts in the current folder; the first is named."""
    monkeypatch.chdir(tmp_path)
    Path("names.txt").write_text(NAMES, encoding="utf-8")
    Path("more.txt").write_text(MORE, encoding="utf-8")
    return "names.txt"


def compared_json(*arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("compare", *arguments, "--to", "json").stdout)
    return found


def test_compare_shows_only_the_statuses_and_parts_asked_for(names: str) -> None:
    found = compared_json(names, "--only", "partial")
    assert [one["article"] for one in found["rights"]] == ["29"]
    assert found["new"] == []
    found = compared_json(names, "--part", "iv,NEW")
    assert [one["article"] for one in found["rights"]] == [str(n) for n in range(36, 57)]
    assert len(found["new"]) == 28
    found = compared_json(names, "--only", "missing, partial", "--part", "III")
    assert {one["status"] for one in found["rights"]} == {"missing", "partial"}
    assert len(found["rights"]) == 28
    shown = run("compare", names, "--only", "partial")
    assert "29 A child's name" in shown.stdout
    assert "no one" not in shown.stdout.partition("Provisions that answer")[2].casefold()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--only", "lost", "there is no status “lost”; choose among stronger, equal, weaker"),
        ("--only", "missing,lost", "there is no status “lost”"),
        ("--fail-on", "gone", "there is no status “gone”; choose among stronger, equal, weaker"),
        ("--part", "X", "there is no Part “X”; choose among II, III, IV"),
        ("--part", "I", "there is no Part “I”"),
    ],
)
def test_an_unknown_status_or_part_is_named(names: str, option: str, value: str, said: str) -> None:
    result = run("compare", names, option, value)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in " ".join(result.stderr.split())


def test_compare_fails_where_a_right_stands_as_it_must_not(names: str) -> None:
    assert run("compare", names).exit_code == 0
    assert run("compare", names, "--fail-on", "missing").exit_code == 1
    assert run("compare", names, "--fail-on", "weaker,partial").exit_code == 1
    assert run("compare", names, "--fail-on", "weaker").exit_code == 0
    assert run("compare", names, "--fail-on", "partial", "--part", "IV").exit_code == 0
    assert run("compare", names, "--fail-on", "partial", "--part", "III").exit_code == 1


def test_compare_prints_the_same_whether_it_fails_or_not(names: str) -> None:
    failed = run("compare", names, "--fail-on", "missing", "--only", "equal")
    assert failed.exit_code == 1
    assert failed.stdout == run("compare", names, "--only", "equal").stdout
    assert failed.stderr == ""


def test_compare_with_another_instrument(names: str) -> None:
    shown = run("compare", names, "--with", "more.txt")
    assert shown.exit_code == 0
    assert max(map(len, shown.stdout.splitlines())) <= 80
    assert "draft partial" in shown.stdout
    found = compared_json(names, "--with", "more.txt")
    assert found["draft"] == "CONVENTION ON NAMES"
    assert found["others"] == ["CONVENTION ON MORE NAMES"]
    statuses = {one["article"]: one["others"][0]["status"] for one in found["rights"]}
    assert statuses == {"11": "missing", "29": "partial"}


def test_compare_with_two_instruments_side_by_side(names: str) -> None:
    found = compared_json(names, "--with", "more.txt", "--with", names)
    assert len(found["others"]) == len(set(found["others"])) == 2
    statuses = {
        one["article"]: [other["status"] for other in one["others"]] for one in found["rights"]
    }
    assert statuses == {"11": ["missing", None], "29": ["partial", "equal"]}
    found = compared_json(names, "--with", "more.txt", "--only", "partial")
    assert [one["article"] for one in found["rights"]] == ["29"]


def test_compare_with_what_is_not_there_is_one_sentence(names: str) -> None:
    assert "no file nowhere.txt" in stopped(run("compare", names, "--with", "nowhere.txt"))
    Path("empty.txt").write_text("", encoding="utf-8")
    assert "no article in this text" in stopped(run("compare", names, "--with", "empty.txt"))


def test_compare_explains_a_provision(names: str) -> None:
    shown = run("compare", names, "--explain", "1")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("Article 1 of CONVENTION ON NAMES")
    assert "29 A child's name" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80
    found = compared_json(names, "--explain", "art_1")
    assert found["provision"] == "article 1"
    assert [one["article"] for one in found["rights"] if one["named"]] == ["29"]
    assert "not recognized" in run("compare", names, "--explain", "article 2").stdout


@pytest.mark.parametrize("unknown", ["9", "art_1__para_9", "lamps"])
def test_an_unknown_provision_is_one_sentence(names: str, unknown: str) -> None:
    said = stopped(run("compare", names, "--explain", unknown))
    assert f"no provision “{unknown}” in this text" in said
    assert "art_12__para_3" in said


@pytest.mark.parametrize("beside", [(), ("--with", "more.txt")])
@pytest.mark.parametrize("to", ["json", "csv", "xlsx", "docx", "html", "markdown"])
def test_compare_writes_every_format_and_twice_the_same(
    names: str, to: str, beside: tuple[str, ...]
) -> None:
    arguments = ("compare", names, *beside, "--to", to)
    assert run(*arguments, "-o", f"first.{to}").exit_code == 0
    assert run(*arguments, "-o", f"second.{to}").exit_code == 0
    first = Path(f"first.{to}").read_bytes()
    assert first == Path(f"second.{to}").read_bytes()
    assert b"A child's name" in first or to in {"xlsx", "docx", "html"}
    if to in {"xlsx", "docx"}:
        assert first.startswith(b"PK")


def test_a_spreadsheet_of_compare_has_a_row_for_every_right(names: str) -> None:
    rows = list(csv.reader(StringIO(run("compare", names, "--to", "csv").stdout.lstrip("\ufeff"))))
    assert rows[0][:5] == ["Right", "Title", "Part", "Kind", "Status"]
    assert len(rows) == 1 + 87 + 28
    only = run("compare", names, "--to", "csv", "--only", "partial").stdout
    [_, row] = csv.reader(StringIO(only.lstrip("\ufeff")))
    assert (row[0], row[4]) == ("29", "partial")


def test_compare_gives_the_same_bytes_whatever_the_order_of_sets(names: str) -> None:
    def shown(seed: str) -> bytes:
        command = [sys.executable, "-m", "convention_tool", "compare", names, "--to", "json"]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        return subprocess.run(command, capture_output=True, check=True, env=environment).stdout

    first = shown("1")
    assert json.loads(first)
    assert first == shown("2")


def test_the_rights_are_a_command() -> None:
    assert "rights" in COMMANDS
    shown = run("rights", "29")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("Article 29: ")
    assert "there is no article 99" in stopped(run("rights", "99"))
    [entry] = json.loads(run("rights", "firewall", "--to", "json").stdout)["rights"]
    assert entry["ours"] is True
