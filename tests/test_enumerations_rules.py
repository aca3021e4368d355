"""The mends of lists and recitals: what they write, and that the rule is silent afterwards."""

import pytest

import convention_tool
from convention_tool.analysis.draft import Draft
from convention_tool.lint.engine import lint
from convention_tool.lint.fixing import mended
from convention_tool.lint.rule import Rule
from convention_tool.lint.rules.enumerations import (
    both_and_and_or,
    chapeau_without_colon,
    list_without_and_or,
    uneven_list_punctuation,
    unlike_items,
)
from convention_tool.lint.rules.preamble import (
    finite_recital,
    full_stop_in_preamble,
    misnamed_instrument,
    repeated_opener,
)

ALIKE = "Article 1\n\n1. The keeper has:\n\n(a) a lamp;\n\n(b) a horn.\n\n"
THREE = (
    ALIKE + "2. The mate has:\n\n(a) a lamp;\n\n(b) a horn.\n\n3. The boy has:\n\n(a) a net;\n\n"
)
PREAMBLE = (
    "Convention on Lighthouses\n\nThe States Parties to the present Convention,\n\n{}\n\n"
    "Have agreed as follows:\n\nArticle 1\n\nLamps are lit at dusk.\n"
)


def remarks(rule: Rule, text: str) -> int:
    reading = convention_tool.parse(text, name="draft")
    return len(lint(Draft(reading.source, reading.instrument), [rule]))


def mend(rule: Rule, text: str, *, unsafe: bool = False) -> str:
    reading = convention_tool.parse(text, name="draft")
    return mended(text, lint(Draft(reading.source, reading.instrument), [rule]), unsafe=unsafe).text


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        (
            chapeau_without_colon.RULE,
            THREE + "(b) a rod.\n\n4. The cook has\n\n(a) a pot;\n\n(b) a pan.\n",
            THREE + "(b) a rod.\n\n4. The cook has:\n\n(a) a pot;\n\n(b) a pan.\n",
        ),
        (
            uneven_list_punctuation.RULE,
            "Article 1\n\nThe keeper has:\n\n(a) a lamp;\n\n(b) a horn;\n\n(c) a bell,\n\n(d) oil;\n",
            "Article 1\n\nThe keeper has:\n\n(a) a lamp;\n\n(b) a horn;\n\n(c) a bell;\n\n(d) oil.\n",
        ),
        (
            uneven_list_punctuation.RULE,
            "Article premier\n\nLe gardien a :\n\na) une lampe ;\n\nb) un cor ;\n\nc) du sel\n\nd) un fil.\n",
            "Article premier\n\nLe gardien a :\n\na) une lampe ;\n\nb) un cor ;\n\nc) du sel\u00a0;\n\nd) un fil.\n",
        ),
        (
            unlike_items.RULE,
            "Article 1\n\nThe keeper has:\n\n(a) A lamp;\n\n(b) A horn;\n\n(c) a boat.\n",
            "Article 1\n\nThe keeper has:\n\n(a) A lamp;\n\n(b) A horn;\n\n(c) A boat.\n",
        ),
        (
            finite_recital.RULE,
            PREAMBLE.format("Recalls the wreck of the Aurora,"),
            PREAMBLE.format("Recalling the wreck of the Aurora,"),
        ),
        (
            full_stop_in_preamble.RULE,
            PREAMBLE.format("Aware of fog,\n\nMindful of storms.\n\nFearing ice,"),
            PREAMBLE.format("Aware of fog,\n\nMindful of storms,\n\nFearing ice,"),
        ),
        (
            repeated_opener.RULE,
            PREAMBLE.format("Recalling the Aurora,\n\nRecalling the Boreas,"),
            PREAMBLE.format("Recalling the Aurora,\n\nRecalling also the Boreas,"),
        ),
    ],
)
def test_a_mend_writes_the_usual_form_and_the_rule_falls_silent(
    rule: Rule, before: str, after: str
) -> None:
    assert mend(rule, before) == after
    assert remarks(rule, after) == 0


def test_a_mended_list_is_the_same_list_but_for_the_mark() -> None:
    before = "Article 1\n\nThe keeper has:\n\n(a) a lamp;\n\n(b) a horn;\n\n(c) oil;\n"
    after = mend(uneven_list_punctuation.RULE, before)
    reading = convention_tool.parse(after, name="draft").instrument
    assert reading == convention_tool.parse(before.replace("oil;", "oil."), name="d").instrument


def test_a_title_is_only_mended_when_asked() -> None:
    text = PREAMBLE.format("Recalling the Convention on the Status of Refugees,")
    assert mend(misnamed_instrument.RULE, text) == text
    mended_text = mend(misnamed_instrument.RULE, text, unsafe=True)
    assert "the Convention relating to the Status of Refugees," in mended_text


def test_whether_items_go_together_is_never_guessed() -> None:
    conditions = "Article 1\n\nIt is dark if:\n\n(a) it is night{}\n\n(b) no moon{}\n\n(c) fog.\n"
    unjoined, mixed = conditions.format(";", ";"), conditions.format("; or", "; and")
    assert remarks(list_without_and_or.RULE, unjoined) == 1
    assert mend(list_without_and_or.RULE, unjoined, unsafe=True) == unjoined
    assert remarks(both_and_and_or.RULE, mixed) == 1
    assert mend(both_and_and_or.RULE, mixed, unsafe=True) == mixed


def test_a_text_whose_lists_never_have_a_colon_means_it() -> None:
    text = ALIKE.replace("has:", "has") + "2. The mate has\n\n(a) a net;\n\n(b) a rod.\n"
    assert remarks(chapeau_without_colon.RULE, text) == 0


def test_a_list_within_a_list_may_go_on() -> None:
    text = "Article 1\n\nThe keeper has:\n\n(a) tools, namely:\n\n(i) a lamp;\n\n(ii) a horn;\n\n(b) oil.\n"
    assert remarks(uneven_list_punctuation.RULE, text) == 0
