"""Each rule's fault is planted in the general convention at twenty places: the rule finds it there.

And it alone speaks: whatever was said of the convention before is said again, and nothing more. How
the faults are planted is in planting/, a module for each family of rules; a new rule needs a planter.
"""

from functools import cache

import pytest
from planting import PLANTERS
from planting.planter import TIMES, Planter, Verdict, harvest, shown

from convention_tool.lint.rules import FAMILIES, RULES

#: Of twenty faults a rule may miss one.
_MAY_MISS = 1

#: A rule that must speak with so many others would be no rule of its own.
_MOST_COMPANIONS = 4


@cache
def verdicts(family: str) -> dict[str, list[Verdict]]:
    return harvest([PLANTERS[rule.code] for rule in FAMILIES[family] if rule.code in PLANTERS])


every_planted_rule = pytest.mark.parametrize(
    ("family", "planter"),
    [
        pytest.param(family, PLANTERS[rule.code], id=rule.code)
        for family, rules in FAMILIES.items()
        for rule in rules
        if rule.code in PLANTERS
    ],
)


def test_every_rule_has_a_fault_to_plant() -> None:
    assert [rule.code for rule in RULES if rule.code not in PLANTERS] == []
    assert PLANTERS.keys() <= {rule.code for rule in RULES}


@every_planted_rule
def test_a_rule_finds_its_fault_wherever_it_is_planted(family: str, planter: Planter) -> None:
    seen = verdicts(family)[planter.code]
    missed = [shown(verdict.fault) for verdict in seen if not verdict.found]
    assert seen
    assert len(missed) <= (_MAY_MISS if len(seen) == TIMES else 0), missed


@every_planted_rule
def test_no_other_rule_speaks_of_a_planted_fault(family: str, planter: Planter) -> None:
    beside = [
        (shown(verdict.fault), remark)
        for verdict in verdicts(family)[planter.code]
        for remark in verdict.beside
    ]
    assert beside == []


@every_planted_rule
def test_a_fault_is_planted_at_twenty_places_unless_a_text_has_fewer(
    family: str, planter: Planter
) -> None:
    assert len(verdicts(family)[planter.code]) == TIMES or planter.fewer


@every_planted_rule
def test_companions_are_few_and_did_speak(family: str, planter: Planter) -> None:
    spoke = {code for one in verdicts(family)[planter.code] for code in one.companions}
    assert planter.companions.keys() == spoke
    assert len(spoke) <= _MOST_COMPANIONS
