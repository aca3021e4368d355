"""How the rules on references mend what they find."""

import pytest

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Fix
from convention_tool.lint.rule import Rule
from convention_tool.lint.rules.references import (
    mixed_reference_style,
    reference_to_own_article,
    relative_reference,
    singular_for_several,
)
from convention_tool.readers import parse

LIGHTS = """Article 1

1. Lamps burn.

2. {}

Article 2

1. Horns sound:

(a) by day;

(b) by night.

2. {}

Article 3

{}
"""


def fixes(rule: Rule, text: str) -> list[Fix]:
    reading = parse(text)
    draft = Draft(reading.source, reading.instrument)
    return [finding.fix for finding in rule.check(draft) if finding.fix]


def mended(rule: Rule, text: str) -> str:
    """A text after its one fix, in which the rule finds nothing more."""
    [fix] = fixes(rule, text)
    assert fix.safe
    for span, new in sorted(fix.edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    assert fixes(rule, text) == []
    return text


CASES = [
    (
        singular_for_several.RULE,
        "Article 1 and 2 apply.",
        "Articles 1 and 2 apply.",
    ),
    (
        singular_for_several.RULE,
        "The provisions of article 1 to 2 apply.",
        "The provisions of articles 1 to 2 apply.",
    ),
    (
        reference_to_own_article.RULE,
        "Article 3 applies.",
        "This article applies.",
    ),
    (
        mixed_reference_style.RULE,
        "Article 1, paragraph 1, article 1, paragraph 2, and article 2 (1) (b) apply.",
        "Article 1, paragraph 1, article 1, paragraph 2, and article 2, paragraph 1 (b) apply.",
    ),
    (
        mixed_reference_style.RULE,
        "Paragraph 1 of article 1, paragraph 2 of article 1, and article 2, paragraph 1 (b), apply.",
        "Paragraph 1 of article 1, paragraph 2 of article 1, and paragraph 1 (b) of article 2, apply.",
    ),
    (
        relative_reference.RULE,
        "The preceding article applies.",
        "Article 2 applies.",
    ),
]


@pytest.mark.parametrize(("rule", "before", "after"), CASES)
def test_a_reference_is_mended_without_a_change_of_meaning(
    rule: Rule, before: str, after: str
) -> None:
    text = LIGHTS.format("Bells ring.", "Flags fly.", before)
    assert mended(rule, text) == LIGHTS.format("Bells ring.", "Flags fly.", after)


OWN = [
    (
        reference_to_own_article.RULE,
        "Under article 2, paragraph 1 (a), keepers watch.",
        "Under paragraph 1 (a) of this article, keepers watch.",
    ),
    (
        reference_to_own_article.RULE,
        "Paragraph 1 of article 2 applies.",
        "Paragraph 1 of this article applies.",
    ),
    (
        relative_reference.RULE,
        "The preceding paragraph applies.",
        "Paragraph 1 applies.",
    ),
    (
        relative_reference.RULE,
        "As said in the preceding paragraph, lamps burn.",
        "As said in paragraph 1, lamps burn.",
    ),
]


@pytest.mark.parametrize(("rule", "before", "after"), OWN)
def test_a_reference_within_an_article_is_mended(rule: Rule, before: str, after: str) -> None:
    text = LIGHTS.format("Bells ring.", before, "Flags fly.")
    assert mended(rule, text) == LIGHTS.format("Bells ring.", after, "Flags fly.")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (reference_to_own_article.RULE, "Article 2, paragraph 1, of this Convention applies."),
        (relative_reference.RULE, "Such preceding paragraph applies."),
        (mixed_reference_style.RULE, "Article 1, paragraph 1, article 1, paragraph 2, and article 1 (1) and (2) apply."),
    ],
)  # fmt: skip
def test_what_would_not_read_well_is_left_to_the_drafter(rule: Rule, said: str) -> None:
    assert fixes(rule, LIGHTS.format("Bells ring.", said, "Flags fly.")) == []
