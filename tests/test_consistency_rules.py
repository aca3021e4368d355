"""What the cases of the rules on consistency and terms cannot say: what their fixes make of a text."""

import pytest

import convention_tool
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Diagnostic
from convention_tool.lint.engine import lint
from convention_tool.lint.rules import RULES


def remarks(text: str, code: str) -> list[Diagnostic]:
    reading = convention_tool.parse(text, name="draft")
    rule = next(rule for rule in RULES if rule.code == code)
    return list(lint(Draft(reading.source, reading.instrument), [rule]))


def mended(text: str, found: list[Diagnostic]) -> str:
    edits = sorted(edit for remark in found if remark.fix for edit in remark.fix.edits)
    for (start, end), words in reversed(edits):
        text = text[:start] + words + text[end:]
    return text


@pytest.mark.parametrize(
    ("code", "sentence", "right"),
    [
        (
            "wrong-party-plural",
            "State Parties meet, and State parties vote.",
            "States Parties meet, and States parties vote.",
        ),
        (
            "mixed-party-capitals",
            "Each State Party votes. The States Parties meet, and a State party may leave.",
            "Each State Party votes. The States Parties meet, and a State Party may leave.",
        ),
        (
            "mixed-reference-capitals",
            "The rights in article 1, in article 1 and in Article 1 are one.",
            "The rights in article 1, in article 1 and in article 1 are one.",
        ),
        (
            "mixed-number-words",
            "A keeper waits three months, then six\nmonths, then 3\nmonths, and 13 months.",
            "A keeper waits three months, then six\nmonths, then three\nmonths, and 13 months.",
        ),
        (
            "mixed-date-forms",
            "From 1 May 2030 to 2 May 2030, from May 3, 2030 and on 4th May 2030.",
            "From 1 May 2030 to 2 May 2030, from 3 May 2030 and on 4 May 2030.",
        ),
        (
            "mixed-spelling",
            "All recognize and organize. They recognise the Organisation of recognised keepers.",
            "All recognize and organize. They recognize the Organisation of recognized keepers.",
        ),
        (
            "long-name-after-short",
            'The Council of All Keepers, hereinafter "the Council", sits. The Council of All Keepers votes.',
            'The Council of All Keepers, hereinafter "the Council", sits. The Council votes.',
        ),
    ],
)
def test_a_safe_fix_writes_the_usual_form(code: str, sentence: str, right: str) -> None:
    text = f"Title: Convention on Lights\n\nArticle 1\n\n3. {sentence}"
    found = remarks(text, code)
    assert all(remark.fix and remark.fix.safe for remark in found)
    better = mended(text, found)
    assert better == text.replace(sentence, right)
    assert remarks(better, code) == []


@pytest.mark.parametrize(
    ("code", "sentence", "right"),
    [
        (
            "illegal-person",
            "Illegal migrants have rights, and so has an illegal worker.",
            "Migrants in an irregular situation have rights, and so has a worker in an irregular situation.",
        ),
        (
            "outdated-term",
            "Seamen rest, and seamen eat. The disabled do too.",
            "Seafarers rest, and seafarers eat. Persons with disabilities do too.",
        ),
        ("wrong-instrument-name", "This Treaty is new.", "This Convention is new."),
    ],
)
def test_a_fix_that_changes_words_waits_for_a_lawyer(code: str, sentence: str, right: str) -> None:
    text = f"Title: Convention on Lights\n\nArticle 1\n\n{sentence}"
    found = remarks(text, code)
    assert found
    assert all(remark.fix and not remark.fix.safe for remark in found)
    assert mended(text, found) == text.replace(sentence, right)


def test_the_number_of_a_paragraph_is_no_figure_among_words() -> None:
    text = "Article 1\n\n1. After two months.\n\n2. After two months.\n\n3. After 3 months."
    [remark] = remarks(text, "mixed-number-words")
    assert text[remark.span.start :].startswith("3 months")


def test_a_text_that_is_consistent_hears_nothing() -> None:
    text = "Article 1\n\nEach State Party recognizes, within three months, the rights in article 1."
    reading = convention_tool.parse(text, name="draft")
    found = lint(Draft(reading.source, reading.instrument), RULES)
    assert not [remark for remark in found if remark.code.startswith("mixed-")]
