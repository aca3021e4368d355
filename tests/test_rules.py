"""What the rules find and pass over, and what every rule owes its reader."""

import ast
from collections import Counter
from pathlib import Path

import pytest
from cases import CASES, Case, read_cases

import convention_tool
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import one_line
from convention_tool.lint import rules
from convention_tool.lint.engine import lint
from convention_tool.lint.explain import explain
from convention_tool.lint.rule import Rule
from convention_tool.lint.rules import RULES

FOLDER = Path(rules.__file__).parent


def found(rule: Rule, given: str) -> list[str]:
    """What one rule finds in a text, as the cases print it."""
    reading = convention_tool.parse(given, name="draft")
    draft = Draft(reading.source, reading.instrument)
    lines = (one_line(diagnostic, draft.source) for diagnostic in lint(draft, [rule]))
    return [line.removeprefix("draft:") for line in lines]


def cases_of(rule: Rule) -> list[Case]:
    path = CASES / "rules" / f"{rule.code}.case"
    return list(read_cases(path.read_text("utf-8"))) if path.exists() else []


@pytest.mark.parametrize(
    ("rule", "case"),
    [
        pytest.param(rule, case, id=f"{rule.code}: {case.title}")
        for rule in RULES
        for case in cases_of(rule)
    ],
)
def test_a_rule_finds_what_its_cases_say(rule: Rule, case: Case) -> None:
    assert found(rule, case.given) == case.expected.splitlines()


def test_every_rule_has_a_finding_and_a_silence() -> None:
    for rule in RULES:
        speaks = {bool(case.expected) for case in cases_of(rule)}
        assert speaks == {True, False}, f"{rule.code}.case needs one finding and one silence"


def test_every_page_shows_what_is_found_and_what_is_better() -> None:
    for rule in RULES:
        page = explain(rule.code) or ""
        assert page.startswith(f"{rule.code} ({rule.severity})"), rule.code
        assert "\nFound:\n" in page, rule.code
        assert "\nBetter:\n" in page, rule.code
        assert "Why it matters:" in page, rule.code


def test_no_two_rules_share_a_code() -> None:
    assert [code for code, times in Counter(rule.code for rule in RULES).items() if times > 1] == []


def test_every_file_with_a_rule_is_in_the_list_under_its_own_name() -> None:
    named = {
        path.stem.replace("_", "-")
        for path in FOLDER.rglob("*.py")
        if path.name != "__init__.py" and _makes_a_rule(path)
    }
    assert named == {rule.code for rule in RULES}


def test_every_case_file_belongs_to_a_rule() -> None:
    files = {path.stem for path in (CASES / "rules").glob("*.case")}
    assert files == {rule.code for rule in RULES}


def test_an_unknown_code_has_no_page() -> None:
    assert explain("no-such-rule") is None


def _makes_a_rule(path: Path) -> bool:
    """Whether a file assigns RULE at its top."""
    return any(
        isinstance(statement, ast.Assign)
        and any(
            isinstance(target, ast.Name) and target.id == "RULE" for target in statement.targets
        )
        for statement in ast.parse(path.read_text("utf-8")).body
    )
