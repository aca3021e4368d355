"""The rights of the 1990 convention beside a draft, as a page: a summary, a table, the gaps."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from convention_tool.catalogue.rights import PARTS_OF_RIGHTS, RightKind
from convention_tool.document import (
    Badge,
    Block,
    Break,
    Content,
    Document,
    Emphasis,
    Facts,
    Heading,
    Inline,
    Link,
    Listing,
    Prose,
    Row,
    Strong,
    Table,
    Tone,
    Words,
    words,
)
from convention_tool.tree.address import citation_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convention_tool.analysis.concordance import Answer, Concordance, Counterpart

#: From here on the provision says the right in the words that treaties use for it.
CLEAR = 0.85

#: From here on it says it in usual words that could, now and then, mean something else.
LIKELY = 0.7

#: Each degree of confidence: the label, its tone, and what a reader should make of it.
_DEGREES = (
    (CLEAR, "clear", Tone.GOOD, "the words that treaties use for this right"),
    (LIKELY, "likely", Tone.GOOD, "usual words for it, in a clause that seems to be about it"),
    (0.0, "possible", Tone.MIXED, "part of such words, or a mention: read the provision"),
)

#: The quotations shown for a provision; the JSON has them all.
_QUOTED = 2

#: What each Part of the 1990 convention is about.
_PARTS = {
    "II": "Part II: non-discrimination",
    "III": "Part III: rights of all migrant workers and their families",
    "IV": "Part IV: further rights of those in a regular situation",
    "V": "Part V: particular categories of workers",
    "VI": "Part VI: obligations of States on the conditions of migration",
    "VII": "Part VII: the committee and its procedures",
    "VIII": "Part VIII: general provisions",
    "IX": "Part IX: final clauses",
}


def view(concordance: Concordance, title: str) -> Document:
    """The page: how many rights are answered, then each right with its provisions, then the gaps."""
    return Document(
        title=f"Compared with the 1990 convention: {title}",
        blocks=(
            Prose(words(_summary(concordance))),
            *_caution(concordance),
            Facts(tuple((label, words(meaning)) for _, label, _, meaning in _DEGREES)),
            *_parts(concordance.answers),
            *_gaps(concordance.gaps),
        ),
    )


def _summary(concordance: Concordance) -> str:
    rights = [one for one in concordance.answers if one.right.part in PARTS_OF_RIGHTS]
    duties = [one for one in concordance.answers if one.right.kind is RightKind.OBLIGATION]
    missing = sum(not one.counterparts for one in (*rights, *duties))
    return (
        f"The text answers {_counted(rights)} provisions of the 1990 convention on rights "
        f"(articles 7 to 56) and {_counted(duties)} on obligations of States (articles 64 to 71); "
        f"for {missing} of them no provision was found."
    )


def language_caution(language: str) -> str:
    """What a reader must know where a draft is not in a language that we understand."""
    name = _LANGUAGES.get(language, f"the language “{language}”")
    return (
        f"The text is in {name}; rights are recognized in English texts only, so that “not found” "
        "says nothing here."
    )


def _caution(concordance: Concordance) -> Iterator[Block]:
    if not concordance.understood:
        yield Prose((Strong(words(language_caution(concordance.language))),))


_LANGUAGES = {"fr": "French", "es": "Spanish"}


def _counted(answers: list[Answer]) -> str:
    return f"{sum(bool(one.counterparts) for one in answers)} of {len(answers)}"


def _parts(answers: Iterable[Answer]) -> Iterator[Block]:
    for part, group in groupby(answers, lambda answer: answer.right.part):
        yield Heading(2, words(_PARTS[part]), f"answers-{part.lower()}")
        yield Table(
            caption=f"Provisions that answer {_PARTS[part].partition(':')[0]} of 1990",
            header=(words("Right of 1990"), words("Result"), words("Provisions and their words")),
            rows=tuple(_row(answer) for answer in group),
        )


def _row(answer: Answer) -> Row:
    right = answer.right
    tone = Tone.GOOD if answer.counterparts else Tone.BAD
    return Row(
        (
            (Strong(words(right.article)), Words(f" {right.title}")),
            (Badge(str(answer.status), tone),),
            _provisions(answer.counterparts),
        ),
        anchor=f"right-{right.article}",
    )


def _provisions(counterparts: tuple[Counterpart, ...]) -> Content:
    shown: list[Inline] = []
    for counterpart in counterparts:
        if shown:
            shown.append(Break())
        shown += _provision(counterpart)
    return tuple(shown)


def _provision(counterpart: Counterpart) -> Iterator[Inline]:
    label, tone = _degree(counterpart.confidence)
    yield Link(f"#{counterpart.address}", words(citation_case(counterpart.citation)))
    yield Words(" ")
    yield Badge(f"{label}, {counterpart.confidence:.2f}", tone)
    for quotation in counterpart.evidence[:_QUOTED]:
        yield Words(" ")
        yield Emphasis(words(f"“{quotation}”"))


def _degree(confidence: float) -> tuple[str, Tone]:
    return next((label, tone) for least, label, tone, _ in _DEGREES if confidence >= least)


def _gaps(gaps: tuple[Answer, ...]) -> Iterator[Block]:
    yield Heading(2, words("Not found"), "not-found")
    if not gaps:
        yield Prose(words("Every provision of the 1990 convention has an answer in the text."))
        return
    yield Prose(words("No provision of the text was recognised as an answer to these:"))
    yield Listing(tuple(_gap(answer) for answer in gaps))


def _gap(answer: Answer) -> Content:
    right = answer.right
    return (Strong(words(f"{right.article} {right.title}")), Words(f": {right.digest}"))
