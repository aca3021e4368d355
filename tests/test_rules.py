"""What the rules find and pass over, and what every rule owes its reader."""

import ast
from collections import Counter
from pathlib import Path

import pytest
from cases import CASES, Case, read_cases
from corpus import treaties

import convention_tool
from convention_tool.analysis.citations import Owner, mentions
from convention_tool.analysis.draft import Draft
from convention_tool.analysis.numbering import series
from convention_tool.diagnostics import Severity, one_line
from convention_tool.lint import rules
from convention_tool.lint.engine import lint
from convention_tool.lint.explain import explain
from convention_tool.lint.rule import Rule
from convention_tool.lint.rules import RULES
from convention_tool.source import Source
from convention_tool.tree.nodes import Article, Instrument, Paragraph

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


def test_every_rule_is_listed_for_users() -> None:
    page = (Path(__file__).parent.parent / "docs" / "linting.md").read_text("utf-8")
    assert [rule.code for rule in RULES if f"| `{rule.code}` |" not in page] == []
    assert f"There are {len(RULES)}, by family." in page


def test_every_case_file_belongs_to_a_rule() -> None:
    files = {path.stem for path in (CASES / "rules").glob("*.case")}
    assert files == {rule.code for rule in RULES}


def test_an_unknown_code_has_no_page() -> None:
    assert explain("no-such-rule") is None


def test_adopted_treaties_are_seldom_accused() -> None:
    articles, errors = 0, 0
    for path in sorted(treaties().rglob("*.txt")):
        reading = convention_tool.parse(path.read_text("utf-8"), name=path.name)
        remarks = lint(Draft(reading.source, reading.instrument))
        articles += len(reading.instrument.every_article)
        errors += sum(remark.severity is Severity.ERROR for remark in remarks)
        spans = [remark.span for remark in remarks]
        assert all(0 <= start <= end <= len(reading.source.text) for start, end in spans)
    assert articles
    assert 20 * errors <= articles


def test_the_same_text_is_told_the_same_in_the_order_of_the_text() -> None:
    given = "Article 1\n\n[Everyone rests, as article 9 says.\n\nArticle 4\n\nEveryone] travels]."
    reading = convention_tool.parse(given, name="draft")
    first = lint(Draft(reading.source, reading.instrument))
    assert first == lint(Draft(reading.source, reading.instrument), reversed(RULES))
    assert [remark.code for remark in first] == [
        "dangling-reference",
        "skipped-number",
        "unbalanced-bracket",
    ]


def test_a_tree_that_was_not_read_from_a_text_is_linted_too() -> None:
    paragraph = Paragraph(text="The right in article 9 applies.")
    instrument = Instrument(elements=(Article(number="1", paragraphs=(paragraph,)),))
    [remark] = lint(Draft(Source("built", ""), instrument))
    assert remark.message == "there is no article 9 in this draft"
    assert remark.span == (0, 0)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("articles 6, 7 and 11", "6; 7; 11"),
        ("articles 6, 8 (paragraphs 1 and 2), 11 and 12 bis", "6; 8, 1; 8, 2; 11; 12 bis"),
        ("article 5, paragraph 2 (b)", "5, 2"),
        ("article 5 (2) (b) and Article 15.4", "5, 2; 15.4"),
        ("paragraphs 1 and 3 of article 5", "5, 1; 5, 3"),
        ("paragraph 4 above", "here, 4"),
        ("articles 5 and 30 days later", "5"),
        ("article 43, paragraphs 1 (b) and (c), and article 52", "43, 1; 52"),
        ("article 26 of the Covenant", ""),
        ("articles 3 and 4 and article 26, paragraph 1, of the Vienna Convention", ""),
        ("article 8 of that Convention, article III GATT and paragraph 2 of that article", ""),
        ("Annex III, article 4, and Part I, paragraph 18", ""),
        ("Part III, articles 8 to 35", "8; 35"),
        ("article 8 of this Convention and article 9 of the Charter", "8"),
    ],
)
def test_a_citation_names_what_a_lawyer_reads_in_it(words: str, named: str) -> None:
    ours = [mention for mention in mentions(words, "en") if mention.owner is not Owner.OTHER]
    pointers = [pointer for mention in ours for pointer in mention.pointers]
    read = (", ".join(filter(None, (article or "here", par))) for article, par in pointers)
    assert "; ".join(read) == named


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (("1", "2", "3"), []),
        (("1", "4"), ["2", "3"]),
        (("1", "1 bis", "1 ter", "2", "2 A", "3"), []),
        (("premier", "2", "3"), []),
        (("I", "II", "IV"), ["III"]),
        (("g", "h", "i", "j"), ["a", "b", "c", "d", "e", "f"]),
        (("a", "b", "d"), ["c"]),
        (("i", "ii", "iv", "v"), ["iii"]),
        (("z", "aa", "cc"), [chr(code) for code in range(97, 122)] + ["bb"]),
    ],
)
def test_a_series_knows_what_it_leaves_out(numbers: tuple[str, ...], missing: list[str]) -> None:
    read = series(numbers)
    assert read is not None
    assert [number for gap in read.gaps() for number in gap.missing] == missing


def test_numbers_of_no_one_kind_are_no_series() -> None:
    assert series(("15.1", "15.2")) is None
    assert series(("1", "a", "2")) is None


def _makes_a_rule(path: Path) -> bool:
    """Whether a file assigns RULE at its top."""
    return any(
        isinstance(statement, ast.Assign)
        and any(
            isinstance(target, ast.Name) and target.id == "RULE" for target in statement.targets
        )
        for statement in ast.parse(path.read_text("utf-8")).body
    )
