"""Everything we have to say about a draft: a summary for the terminal, and the report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage import Status
from convention_tool.analysis.strength import FOR_PEOPLE
from convention_tool.analysis.strength import Status as Standing
from convention_tool.diagnostics import Severity
from convention_tool.document import (
    Block,
    Content,
    Document,
    Facts,
    Heading,
    Listing,
    Prose,
    deeper,
    words,
)
from convention_tool.tree.address import citation_case
from convention_tool.views import concordance as concordance_view
from convention_tool.views import coverage as coverage_view
from convention_tool.views import verdicts
from convention_tool.views.instrument import title_of
from convention_tool.views.lint import Linted, remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.concordance import Answer, Concordance
    from convention_tool.analysis.coverage import Coverage
    from convention_tool.analysis.judged import Judged
    from convention_tool.diagnostics import Diagnostic
    from convention_tool.source import Source
    from convention_tool.tree.nodes import Instrument

#: How many remarks a summary shows, so that it fits a terminal; the report has them all.
_SHOWN = 5

#: So many gaps are named with their titles; of more, the numbers alone are easier to read.
_TITLED = 6

#: What a reader of any report of ours must know.
_CAVEAT = (
    "Made by comparing words, for a lawyer to judge. It is not legal advice: likeness of wording "
    "is not equivalence in law, and a provision reported as not found may stand in the text in "
    "words that the tool does not know."
)

#: The places of which a drafter would want to hear which groups have them.
_WORTH_NAMING = (Status.CONDITIONAL, Status.EXCLUDED, Status.SILENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A draft, and what each question we asked of it gave."""

    source: Source
    instrument: Instrument
    #: What reading and the rules remarked on, in the order of the text.
    diagnostics: tuple[Diagnostic, ...]
    concordance: Concordance
    coverage: Coverage
    #: What a person has decided, and whether it still stands.
    judged: tuple[Judged, ...] = ()


def summary(review: Review) -> Document:
    """What fits a terminal."""
    return Document(title_of(review.instrument), tuple(_summary(review)))


def view(review: Review) -> Document:
    """The report."""
    title = title_of(review.instrument)
    return Document(
        title=f"Review: {title}",
        subtitle=tuple(_edition(review.instrument)),
        blocks=(
            Facts(tuple(_facts(review))),
            Prose(words(_CAVEAT)),
            Heading(2, words("Structure"), "structure"),
            remarks(Linted(review.source, review.instrument, review.diagnostics)),
            Heading(2, words("The rights of 1990"), "rights-of-1990"),
            *deeper(concordance_view.view(review.concordance, title).blocks),
            Heading(2, words("Whom the draft reaches"), "groups"),
            *deeper(_coverage(review, title)),
        ),
    )


def _coverage(review: Review, title: str) -> tuple[Block, ...]:
    """Whom the draft reaches, and what a person has decided of it."""
    places = review.coverage.places
    if places is None:
        return coverage_view.view(review.coverage, title).blocks
    on_cells = verdicts.on_cells(review.judged, places)
    page = coverage_view.view(review.coverage, title, on_cells)
    return (*page.blocks, *verdicts.section(review.judged, places))


def _edition(instrument: Instrument) -> Iterator[str]:
    named = ((key, instrument.value(key)) for key in ("Status", "Version", "Date"))
    said = [f"{key.lower()}: {value}" for key, value in named if value]
    if said:
        yield citation_case("; ".join(said))


def _summary(review: Review) -> Iterator[Block]:
    yield Facts(tuple(_facts(review)))
    if review.diagnostics:
        worst_first = sorted(
            review.diagnostics, key=lambda found: list(Severity).index(found.severity)
        )
        shown = worst_first[:_SHOWN]
        yield Listing(tuple(_remark(found, review.source) for found in shown))
        if len(worst_first) > _SHOWN:
            yield Prose(words(f"and {len(worst_first) - _SHOWN} more in the report"))


def _remark(diagnostic: Diagnostic, source: Source) -> Content:
    line = source.position(diagnostic.span.start).line
    return words(f"line {line}, {diagnostic.severity}: {diagnostic.message}")


def _facts(review: Review) -> Iterator[tuple[str, Content]]:
    yield "Text", words(_size(review.instrument))
    yield "Structure", words(_counted(review.diagnostics))
    answers = review.concordance.answers
    rights = [answer for answer in answers if answer.right.kind in FOR_PEOPLE]
    others = [answer for answer in answers if answer.right.kind not in FOR_PEOPLE]
    if review.concordance.understood:
        yield "Rights of 1990", words(_answered(rights))
        yield "Other rules of 1990", words(_answered(others))
        new = [answer for answer in review.concordance.new if answer.counterparts]
        total = len(review.concordance.new)
        yield "New rights", words(f"{len(new)} of {total} that the convention lacks")
    else:
        caution = concordance_view.language_caution(review.concordance.language)
        yield "Rights of 1990", words(caution)
    titles = {
        status: [place.title for place in review.coverage.groups if place.status is status]
        for status in Status
    }
    counted = (
        f"{len(named)} {coverage_view.place_name(status)}"
        for status, named in titles.items()
        if named
    )
    yield "Groups", words(", ".join(counted))
    for status in _WORTH_NAMING:
        if titles[status]:
            name = citation_case(coverage_view.place_name(status))
            yield name, words("; ".join(titles[status]))


def _size(instrument: Instrument) -> str:
    said = [_count(len(instrument.articles), "article")]
    if instrument.parts:
        said.append(f"in {_count(len(instrument.parts), 'part')}")
    if instrument.annexes:
        said.append(f"with {_count(len(instrument.annexes), 'annex', 'annexes')}")
    return " ".join(said)


def _counted(diagnostics: tuple[Diagnostic, ...]) -> str:
    if not diagnostics:
        return "nothing to remark on"
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return ", ".join(_count(counts[severity], severity) for severity in Severity)


def _answered(answers: list[Answer]) -> str:
    """How many rights stand where, and which are missing."""
    counts = Counter(answer.status for answer in answers)
    said = ", ".join(f"{counts[one]} {one}" for one in Standing if counts[one])
    gaps = [answer.right for answer in answers if answer.status is Standing.MISSING]
    if not gaps:
        return said
    if len(gaps) > _TITLED:
        return f"{said}: {', '.join(right.article for right in gaps)}"
    return f"{said}: {'; '.join(f'{right.article} {right.title}' for right in gaps)}"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
