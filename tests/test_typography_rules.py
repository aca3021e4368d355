"""What the cases of the rules on print cannot say: mends change the print and nothing else."""

import pytest

import convention_tool
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Diagnostic
from convention_tool.lint.engine import lint
from convention_tool.lint.fixing import mended
from convention_tool.lint.rules import FAMILIES

RULES = {rule.code: rule for rule in FAMILIES["typography"]}


def remarks(given: str, code: str) -> tuple[Diagnostic, ...]:
    reading = convention_tool.parse(given, name="draft")
    return lint(Draft(reading.source, reading.instrument), [RULES[code]])


@pytest.mark.parametrize(
    ("code", "given", "better"),
    [
        ("mixed-quotes", '“Lamp” and “horn” and "boat"', "“Lamp” and “horn” and “boat”"),
        ("mixed-quotes", '"Lamp" and "horn" and “boat”', '"Lamp" and "horn" and "boat"'),
        ("mixed-apostrophes", "A keeper's crew's man’s boat", "A keeper's crew's man's boat"),
        ("hidden-character", "The con\u00advention", "The convention"),
        ("hidden-character", "The \ufb01rst of\ufb01ce", "The first office"),
        ("lookalike-letter", "The kеeper", "The keeper"),
        (
            "glued-words",
            "The rights ofthe keeper shallbe known",
            "The rights of the keeper shall be known",
        ),
        ("doubled-blank", "Keepers  rest, and   sleep", "Keepers rest, and sleep"),
        ("doubled-punctuation", "Keepers,, and crews", "Keepers, and crews"),
        ("space-before-punctuation", "Keepers , and crews ; all", "Keepers, and crews; all"),
    ],
)
def test_a_safe_mend_changes_the_print_and_silences_its_rule(
    code: str, given: str, better: str
) -> None:
    text = f"Article 1\n\n{given} rest.\n"
    done = mended(text, remarks(text, code))
    assert done.text == f"Article 1\n\n{better} rest.\n"
    assert not done.left
    assert not remarks(done.text, code)


@pytest.mark.parametrize(
    ("code", "given", "better"),
    [
        ("split-word", "A fair remuner ation", "A fair remuneration"),
        ("doubled-word", "The duties of the the keeper", "The duties of the keeper"),
        ("doubtful-digit", "Paragraphs I and 2", "Paragraphs 1 and 2"),
    ],
)
def test_a_mend_that_may_change_the_meaning_waits_for_a_person(
    code: str, given: str, better: str
) -> None:
    text = f"Article 1\n\n{given} are known.\n"
    found = remarks(text, code)
    assert mended(text, found).text == text
    assert mended(text, found, unsafe=True).text == f"Article 1\n\n{better} are known.\n"


@pytest.mark.parametrize("code", sorted(RULES))
def test_print_is_not_judged_in_headers_comments_and_notes(code: str) -> None:
    damage = 'the the kеeper , "a" “b” x\'s y’s ofthe remuner ation,, con\u00adv Ã©  b paragraphs I and 2'
    beside = (
        f"Title: {damage}\nAuthors: {damage}\n\nArticle 1\n\n% {damage}\nThey rest.\n\n> {damage}\n"
    )
    assert remarks(beside, code) == ()
