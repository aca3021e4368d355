"""What lint says on the command line, what it is told not to say, and what it mends."""

import json
from pathlib import Path

import pytest
from test_cli import run, stopped

from convention_tool.diagnostics import Diagnostic, Edit, Fix, Severity, with_caret
from convention_tool.lint.fixing import mended
from convention_tool.lint.rules import FAMILIES, RULES
from convention_tool.source import Source, Span

LAMPS = """Title: Lamps
Status: zero draft

Convention on Lamps

Article 1

Keepers rest as article 9 says.

Article 3

Lamps burn.
"""


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lamps.txt").write_text(LAMPS, encoding="utf-8")


def codes(*arguments: str) -> list[str]:
    """The codes of what lint says."""
    found = json.loads(run("lint", *arguments, "--to", "json").stdout)
    return [record["code"] for record in found if record["severity"] != "note"]


def test_a_remark_shows_the_line_and_marks_the_words() -> None:
    told = run("lint", "lamps.txt", "--select", "dangling-reference").stdout
    assert told == (
        "lamps.txt:8:17: error[dangling-reference] there is no article 9 in this draft\n"
        "  Keepers rest as article 9 says.\n"
        "                  ^^^^^^^^^\n"
    )


def test_a_long_line_is_cut_around_the_words() -> None:
    text = f"{'word ' * 100}HERE{' word' * 100}"
    start = text.index("HERE")
    found = Diagnostic(Span(start, start + 4), "x", "look", Severity.NOTE)
    first, line, mark = with_caret(found, Source("a", text)).split("\n")
    assert first == f"a:1:{start + 1}: note[x] look"
    assert len(line) <= 80
    assert line.startswith("  …")
    assert line.endswith("…")
    assert line[mark.index("^") : mark.index("^") + 4] == "HERE"
    assert mark.count("^") == 4


def test_a_family_or_a_code_can_be_selected_or_ignored() -> None:
    assert codes("lamps.txt", "--select", "references,numbering") == [
        "dangling-reference",
        "skipped-number",
    ]
    assert codes("lamps.txt", "--select", "references") == ["dangling-reference"]
    assert codes("lamps.txt", "--select", "references", "--ignore", "dangling-reference") == []


def test_every_family_is_a_folder_with_rules_of_its_own() -> None:
    assert sum(map(len, FAMILIES.values())) == len(RULES)


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_slip_in_a_code_is_told_of(option: str) -> None:
    told = stopped(run("lint", "lamps.txt", option, "danglin-reference"))
    assert "did you mean dangling-reference" in told


def test_a_line_in_the_draft_silences_a_remark_below_it() -> None:
    silenced = LAMPS.replace("Keepers", "% ignore dangling-reference: to come\nKeepers")
    Path("lamps.txt").write_text(silenced, encoding="utf-8")
    assert codes("lamps.txt", "--select", "references,suppression") == []


def test_a_line_above_the_title_silences_a_remark_everywhere() -> None:
    silenced = LAMPS.replace(
        "Convention", "% ignore dangling-reference, skipped-number: sketch\nConvention"
    )
    Path("lamps.txt").write_text(silenced, encoding="utf-8")
    assert codes("lamps.txt", "--select", "references,numbering,suppression") == []


def test_a_line_that_silences_nothing_is_told_of_and_can_be_taken_out() -> None:
    idle = LAMPS.replace("Lamps burn", "% ignore skipped-number: to come\nLamps burn")
    Path("lamps.txt").write_text(idle, encoding="utf-8")
    assert codes("lamps.txt", "--select", "suppression,numbering") == [
        "skipped-number",
        "useless-suppression",
    ]
    shown = run("lint", "lamps.txt", "--select", "suppression,numbering", "--diff")
    assert "-% ignore skipped-number: to come\n" in shown.stdout
    assert Path("lamps.txt").read_text(encoding="utf-8") == idle
    run("lint", "lamps.txt", "--select", "suppression,numbering", "--fix")
    assert "% ignore" not in Path("lamps.txt").read_text(encoding="utf-8")
    # A run without the rule cannot tell.
    Path("lamps.txt").write_text(idle, encoding="utf-8")
    assert codes("lamps.txt", "--select", "suppression") == []


def test_settings_beside_the_draft_are_heard() -> None:
    Path("convention.toml").write_text('[lint]\nignore = ["references"]\n', encoding="utf-8")
    assert "dangling-reference" not in codes("lamps.txt")
    Path("convention.toml").write_text('[lint]\nselect = ["references"]\n', encoding="utf-8")
    assert codes("lamps.txt") == ["dangling-reference"]
    assert codes("lamps.txt", "--select", "numbering") == ["skipped-number"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("[lint", "convention.toml is not written as TOML is"),
        ("[lint]\nslect = []", '[lint] has no "slect"; it has select, ignore'),
        ('[lint]\nignore = "references"', "ignore is to be a list of codes"),
        ('[lint]\nignore = ["refs"]', 'convention.toml: there is no remark and no family "refs"'),
        ("lint = 3", "lint is to be a table"),
    ],
)
def test_broken_settings_are_told_of_in_a_sentence(settings: str, told: str) -> None:
    Path("convention.toml").write_text(settings, encoding="utf-8")
    assert told in stopped(run("lint", "lamps.txt"))


def test_other_programs_get_the_same_places() -> None:
    chosen = ("lamps.txt", "--select", "references")
    assert run("lint", *chosen, "--to", "github").stdout == (
        "::error file=lamps.txt,line=8,endLine=8,col=17,endColumn=26,title=dangling-reference"
        "::there is no article 9 in this draft\n"
    )
    log = json.loads(run("lint", *chosen, "--to", "sarif").stdout)
    [result] = log["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("dangling-reference", "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "lamps.txt"}
    assert place["region"] == {"startLine": 8, "startColumn": 17, "endLine": 8, "endColumn": 26}
    described = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert described >= {rule.code for rule in RULES}


def test_notes_alone_need_no_attention() -> None:
    assert run("lint", "lamps.txt", "--select", "numbering").exit_code == 1
    assert run("lint", "lamps.txt", "--select", "suppression").exit_code == 0


def test_unsafe_goes_with_fix() -> None:
    assert "--unsafe goes with --fix" in stopped(run("lint", "lamps.txt", "--unsafe"))


# ---- Mending ---------------------------------------------------------------------------------------


def remark(start: int, end: int, text: str, *, safe: bool = True) -> Diagnostic:
    span = Span(start, end)
    return Diagnostic(span, "x", "m", Severity.NOTE, Fix("do it", (Edit(span, text),), safe))


def test_mends_are_made_where_they_belong() -> None:
    found = [remark(0, 4, "Lights"), remark(5, 9, "shine"), remark(9, 9, "!")]
    assert mended("Lamp burn", found).text == "Lights shine!"


def test_where_two_mends_meet_the_first_is_made() -> None:
    result = mended("Lamps burn", [remark(0, 7, "A"), remark(6, 10, "B")])
    assert result.text == "Aurn"
    assert len(result.done) == len(result.left) == 1


def test_what_is_not_safe_is_left_unless_asked_for() -> None:
    found = [remark(0, 5, "Lights", safe=False)]
    assert mended("Lamps burn", found).text == "Lamps burn"
    assert mended("Lamps burn", found, unsafe=True).text == "Lights burn"
