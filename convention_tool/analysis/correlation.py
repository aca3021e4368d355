"""A draft beside other instruments, right by right: where each gives it, and who gives more."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from convention_tool.analysis.concordance import Answer, Concordance
from convention_tool.analysis.reasons import why
from convention_tool.analysis.strength import Status, Verdict, baseline_of, verdict
from convention_tool.catalogue.rights import Right

_NOT_UNDERSTOOD = "One of the two is in a language in which rights are not recognized."


@dataclass(frozen=True, slots=True)
class Measured:
    """A right in another instrument, and where the draft's stands against it."""

    answer: Answer
    #: None where neither gives the right.
    verdict: Verdict | None
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """A right in the draft and in each of the other instruments."""

    right: Right
    draft: Answer
    others: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Correlation:
    """The rights that at least one of some instruments gives."""

    title: str
    others: tuple[str, ...]
    rows: tuple[Row, ...]
    #: The languages among them in which rights are not recognized.
    not_understood: tuple[str, ...] = ()

    def to_json(self, keep: Callable[[Row], bool] = lambda _: True) -> dict[str, Any]:
        """The table as JSON values; docs/schemas/correlation.json describes them.

        `draft` and `others` (titles), and `rights`: of each its `article`, `title`, the provisions
        of the draft (`draft`, a list of citations), and for each other instrument, in order, its
        `provisions`, the `status` of the draft against it and `why`.
        """
        return {
            "draft": self.title,
            "others": list(self.others),
            "rights": [_json(row) for row in self.rows if keep(row)],
        }


def correlate(
    title: str, draft: Concordance, others: Sequence[tuple[str, Concordance]]
) -> Correlation:
    """A draft beside other instruments, through the rights that each gives."""
    rows = tuple(_rows(draft, [concordance for _, concordance in others]))
    every = (draft, *(concordance for _, concordance in others))
    foreign = dict.fromkeys(one.language for one in every if not one.understood)
    return Correlation(title, tuple(name for name, _ in others), rows, tuple(foreign))


def _rows(draft: Concordance, others: Sequence[Concordance]) -> Iterator[Row]:
    mine = (*draft.answers, *draft.new)
    theirs = [(*other.answers, *other.new) for other in others]
    for place, answer in enumerate(mine):
        beside = [(every[place], other) for every, other in zip(theirs, others, strict=True)]
        if answer.counterparts or any(one.counterparts for one, _ in beside):
            measured = (_measured(answer, one, draft, other) for one, other in beside)
            yield Row(answer.right, answer, tuple(measured))


def _measured(mine: Answer, theirs: Answer, draft: Concordance, other: Concordance) -> Measured:
    if not (draft.understood and other.understood):
        return Measured(theirs, Verdict(Status.CANNOT_TELL), _NOT_UNDERSTOOD)
    given, measured = mine.verdict.content, theirs.verdict.content
    if given is None and measured is None:
        return Measured(theirs, None, "Neither gives it.")
    if measured is None:
        return Measured(theirs, Verdict(Status.STRONGER, content=given), "Only the draft gives it.")
    if given is None:
        return Measured(theirs, Verdict(Status.MISSING), "Only the other gives it.")
    against = baseline_of(mine.right, measured)
    result = verdict(given, against)
    return Measured(theirs, result, why(mine.right, result, draft.places, against, "the other"))


def _json(row: Row) -> Mapping[str, Any]:
    return {
        "article": row.right.article,
        "title": row.right.title,
        "draft": [one.citation for one in row.draft.counterparts],
        "others": [
            {
                "provisions": [one.citation for one in other.answer.counterparts],
                "status": str(other.verdict.status) if other.verdict else None,
                "why": other.reason,
            }
            for other in row.others
        ],
    }
