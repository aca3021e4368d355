"""What plants the fault of a rule, and what came of it.

Linting a text for every fault of every rule would take minutes. So faults of several rules are
planted in one text, far from each other. Where each rule finds its own there and nothing else is
said, all is as it should be; any other text is taken apart again, and each of its faults is planted
alone. What is reported of a fault was always seen of that fault alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, zip_longest
from random import Random
from types import MappingProxyType
from typing import NamedTuple

from convention_tool.diagnostics import Diagnostic, Edit
from convention_tool.lint.engine import lint
from convention_tool.source import Span
from planting.ground import ZERO, Fault, Places, changed, convention, draft

#: So often each fault is planted, wherever the text has as many places for it.
TIMES = 20

#: Faults of one text lie so many letters apart: more than a provision and both its neighbours have.
_APART = 1500

#: More faults in one text leave too few places that are far enough from all others.
_TOGETHER = 8


@dataclass(frozen=True)
class Planter:
    """How the fault of one rule is planted."""

    #: The rule.
    code: str
    places: Places
    #: Rules that may speak with it, or in other words than before, each with the reason.
    companions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    #: The status of the text into which it is planted.
    status: str = ZERO
    #: Whether it changes how the text reads elsewhere, so that nothing can be planted beside it.
    alone: bool = False
    #: Why there are fewer than twenty places for it; "" where there are as many.
    fewer: str = ""


class Planted(NamedTuple):
    """A fault, and what plants it."""

    planter: Planter
    fault: Fault


class Verdict(NamedTuple):
    """What came of one fault."""

    fault: Fault
    #: Whether the rule spoke where it stands.
    found: bool
    #: What was said elsewhere, or by other rules, and what no longer is.
    beside: tuple[str, ...]
    #: The companions of the rule that did speak, or fell silent.
    companions: frozenset[str]


def harvest(planters: Iterable[Planter]) -> dict[str, list[Verdict]]:
    """What came of every fault of some rules, under their codes."""
    verdicts: dict[str, list[Verdict]] = {planter.code: [] for planter in planters}
    for sheaf in _sheaves(planters):
        for planted, verdict in zip(sheaf, _judged(sheaf), strict=True):
            verdicts[planted.planter.code].append(verdict)
    return verdicts


def chosen(planter: Planter) -> Sequence[Fault]:
    """Twenty places, the same at every run; all of them where there are fewer."""
    places = list(planter.places(convention(planter.status)))
    return Random(planter.code).sample(places, min(TIMES, len(places)))


def shown(fault: Fault) -> str:
    """A fault in a line."""
    text = convention(ZERO).source.text
    return "; ".join(
        f"{text[max(0, start - 30) : start]!r} + {words!r} - {text[start:end]!r}"
        for (start, end), words in fault.edits
    )


def _sheaves(planters: Iterable[Planter]) -> Iterator[list[Planted]]:
    """All faults, those that can be planted together in one list."""
    rows = ([Planted(planter, fault) for fault in chosen(planter)] for planter in planters)
    open_sheaves: list[list[Planted]] = []
    for one in filter(None, chain.from_iterable(zip_longest(*rows))):
        if one.planter.alone or one.planter.companions:
            yield [one]
            continue
        sheaf = next((sheaf for sheaf in open_sheaves if _has_room(sheaf, one)), None)
        if sheaf is None:
            open_sheaves.append([one])
        else:
            sheaf.append(one)
    yield from open_sheaves


def _has_room(sheaf: Sequence[Planted], one: Planted) -> bool:
    """Whether a fault lies far enough from the others, and is of another rule."""
    if len(sheaf) == _TOGETHER:
        return False
    return all(
        other.planter.code != one.planter.code
        and other.planter.status == one.planter.status
        and _apart(other.fault, one.fault)
        for other in sheaf
    )


def _apart(one: Fault, other: Fault) -> bool:
    return all(
        max(mine.start, its.start) - min(mine.end, its.end) > _APART
        for mine in _places(one)
        for its in _places(other)
    )


def _places(fault: Fault) -> Iterator[Span]:
    """Where a fault is planted, and where it is told."""
    yield from (span for span, _ in fault.edits)
    if fault.told_at:
        yield fault.told_at


def _judged(sheaf: Sequence[Planted]) -> list[Verdict]:
    verdicts = _together(sheaf)
    if len(sheaf) > 1 and not all(one.found and not one.beside for one in verdicts):
        return [verdict for planted in sheaf for verdict in _together([planted])]
    return verdicts


def _together(sheaf: Sequence[Planted]) -> list[Verdict]:
    """What came of faults that are planted in one text."""
    status = sheaf[0].planter.status
    edits = tuple(edit for planted in sheaf for edit in planted.fault.edits)
    text = changed(convention(status).source.text, edits)
    more, less = _told(status, text, edits)
    own = [
        [one for one in more if one.code == planter.code and _is_near(one, text, fault, edits)]
        for planter, fault in sheaf
    ]
    allowed = {code for planted in sheaf for code in planted.planter.companions}
    expected = [one for remarks in own for one in remarks]
    changes = [
        (sign, one)
        for sign, remarks in (("+", more), ("-", less))
        for one in remarks
        if one not in expected
    ]
    spoke = frozenset(one.code for _, one in changes if one.code in allowed)
    beside = tuple(
        f"{sign} {one.code}: {one.message}" for sign, one in changes if one.code not in allowed
    )
    return [
        Verdict(planted.fault, bool(remarks), beside, spoke)
        for planted, remarks in zip(sheaf, own, strict=True)
    ]


def _told(
    status: str, text: str, edits: Sequence[Edit]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """What is said more, and what less, than before the changes."""
    before = {
        (_moved(one.span.start, edits), one.code, one.message): one
        for one in _before(status)
        if not any(start <= one.span.start < end for (start, end), _ in edits)
    }
    after = {(one.span.start, one.code, one.message): one for one in lint(draft(text))}
    more = [one for key, one in after.items() if key not in before]
    less = [one for key, one in before.items() if key not in after]
    return more, less


@cache
def _before(status: str) -> tuple[Diagnostic, ...]:
    return lint(convention(status))


def _moved(place: int, edits: Sequence[Edit]) -> int:
    """Where a place of the text stands after the changes before it."""
    return place + sum(
        len(words) - (end - start) for (start, end), words in edits if start <= place
    )


def _is_near(one: Diagnostic, text: str, fault: Fault, edits: Sequence[Edit]) -> bool:
    """Whether a remark stands in a changed provision, or in the one before or after it."""
    if fault.told_at:
        start, end = fault.told_at
        return _moved(start, edits) <= one.span.start <= _moved(end, edits)
    return any(start <= one.span.start <= end for start, end in _around(text, fault, edits))


def _around(text: str, fault: Fault, edits: Sequence[Edit]) -> Iterator[tuple[int, int]]:
    """The provisions of a fault with their neighbours; blank lines part them."""
    for span, words in fault.edits:
        start = _moved(span.start, [edit for edit in edits if edit.span < span])
        first = text.rfind("\n\n", 0, max(text.rfind("\n\n", 0, start + 1), 0))
        last = text.find("\n\n", text.find("\n\n", start + len(words)) + 2)
        yield max(first, 0), last if last > start else len(text)
