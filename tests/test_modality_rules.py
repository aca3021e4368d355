"""What rules on modals and qualifiers tell once, and what they mend only when asked."""

import pytest

import convention_tool
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Diagnostic
from convention_tool.lint.engine import lint
from convention_tool.lint.fixing import mended
from convention_tool.lint.rule import Rule
from convention_tool.lint.rules import modality, qualifiers
from convention_tool.lint.rules.modality import may_not, will_for_shall
from convention_tool.lint.rules.qualifiers import doubly_open_list

SHALL = "".join(f"Article {n}\n\nEach State Party shall light lamp {n}.\n\n" for n in range(1, 7))


def remarks(rules: tuple[Rule, ...], text: str) -> tuple[Diagnostic, ...]:
    reading = convention_tool.parse(text, name="draft")
    return lint(Draft(reading.source, reading.instrument), rules)


def mend(rule: Rule, text: str, *, unsafe: bool) -> str:
    return mended(text, remarks((rule,), text), unsafe=unsafe).text


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        (
            will_for_shall.RULE,
            SHALL + "Article 7\n\nEach State Party will light the last lamp.\n",
            SHALL + "Article 7\n\nEach State Party shall light the last lamp.\n",
        ),
        (
            may_not.RULE,
            "Article 1\n\nA keeper may not sleep on watch.\n",
            "Article 1\n\nA keeper shall not sleep on watch.\n",
        ),
        (
            doubly_open_list.RULE,
            "Article 1\n\nKeepers have tools, including but not limited to oil.\n",
            "Article 1\n\nKeepers have tools, including oil.\n",
        ),
    ],
)
def test_a_change_of_the_meaning_is_mended_only_when_asked(
    rule: Rule, before: str, after: str
) -> None:
    assert mend(rule, before, unsafe=False) == before
    assert mend(rule, before, unsafe=True) == after
    assert remarks((rule,), after) == ()


def test_a_provision_full_of_weak_words_is_remarked_on_once() -> None:
    text = (
        "Article 1\n\nEach State Party shall endeavour, as far as possible, where appropriate and "
        "progressively, to house keepers.\n"
    )
    assert [one.code for one in remarks(qualifiers.RULES, text)] == ["stacked-qualifiers"]


def test_the_same_weak_words_are_told_once_in_a_provision() -> None:
    text = "Article 1\n\nStates shall help as appropriate. They shall pay as appropriate.\n"
    assert [one.code for one in remarks(qualifiers.RULES, text)] == ["where-appropriate"]


def test_a_duty_beside_shall_is_told_by_one_rule_only() -> None:
    text = "Article 1\n\n1. States Parties shall light lamps.\n\n2. States Parties should pay.\n"
    assert [one.code for one in remarks(modality.RULES, text)] == ["mixed-modals"]


def test_a_page_break_in_the_words_leaves_them_without_a_mend() -> None:
    text = "Article 1\n\nA keeper may\n\n- 3 -\n\nnot sleep on watch.\n"
    assert all(one.fix is None for one in remarks((may_not.RULE,), text))


def test_each_language_has_its_own_words() -> None:
    french = "Article premier\n\nLes États Parties s'efforcent de payer les gardiens.\n"
    spanish = "Artículo 1\n\nLos Estados Partes procurarán pagar a los guardianes.\n"
    assert [one.code for one in remarks(qualifiers.RULES, french)] == ["endeavour"]
    assert [one.code for one in remarks(qualifiers.RULES, spanish)] == ["endeavour"]
