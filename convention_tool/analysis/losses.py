"""The rights that a draft lacks or weakens, the most serious first."""

from collections.abc import Iterable

from convention_tool.analysis.concordance import Answer
from convention_tool.analysis.strength import Status

#: How much is lost where a right stands so; elements lost count by their share.
_LOST = {Status.MISSING: 1.0, Status.WEAKER: 0.6, Status.PARTIAL: 0.5}

#: What a right weighs by its Part: those of everyone first, then those of the documented.
_WEIGHT = {"II": 1.0, "III": 1.0, "IV": 0.7, "VI": 0.5, "VII": 0.4, "VIII": 0.4}
_LEAST_WEIGHT = 0.2

#: A right that allows no limit weighs so many times as much.
_ABSOLUTE = 2.0


def losses(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The rights that are missing, weaker or partial, the most serious loss first."""
    lost = [answer for answer in answers if answer.status in _LOST]
    return tuple(sorted(lost, key=lambda answer: -seriousness(answer)))


def seriousness(answer: Answer) -> float:
    """How serious the loss of a right is, 0 (none) to 2 (an absolute right is gone)."""
    right = answer.right
    lost = _LOST.get(answer.status, 0.0)
    given = answer.verdict.content
    if given and right.elements:
        share = sum(one.id not in given.elements for one in right.elements) / len(right.elements)
        lost *= 0.5 + 0.5 * share if answer.status is Status.WEAKER else share
    absolute = _ABSOLUTE if right.absolute else 1.0
    return lost * _WEIGHT.get(right.part, _LEAST_WEIGHT) * absolute
