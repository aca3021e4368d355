"""The rights of the 1990 convention beside a draft, as a page: a summary, tables, the detail."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from convention_tool.analysis.losses import losses
from convention_tool.analysis.reasons import holder_title, modality_title, qualifier_title, why
from convention_tool.analysis.strength import Status
from convention_tool.catalogue.rights import NEW, PARTS, PARTS_OF_RIGHTS, RightKind
from convention_tool.document import (
    Badge,
    Block,
    Break,
    Content,
    Document,
    Emphasis,
    Evidence,
    Facts,
    Heading,
    Inline,
    Link,
    Listing,
    Note,
    Prose,
    Row,
    Strong,
    Table,
    Tone,
    Words,
    words,
)
from convention_tool.tree.address import citation_case
from convention_tool.views.rights_words import MEANINGS, TONES, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from convention_tool.analysis.concordance import Answer, Concordance
    from convention_tool.analysis.counterparts import Counterpart
    from convention_tool.catalogue.rights import Right

    Keep = Callable[[Answer], bool]

#: How many losses the summary names.
MOST_SERIOUS = 10

#: From here on the provision says the right in the words that treaties use for it.
CLEAR = 0.85

#: From here on it says it in usual words that could, now and then, mean something else.
LIKELY = 0.7

#: Each degree of confidence: the label, its tone, and what a reader should make of it.
_DEGREES = (
    (CLEAR, "clear", Tone.GOOD),
    (LIKELY, "likely", Tone.GOOD),
    (0.0, "possible", Tone.MIXED),
)

#: The provisions shown for a right in the tables; the detail and the JSON have them all.
_SHOWN = 3

#: The quotations shown for a provision.
_QUOTED = 2

_LANGUAGES = {"fr": "French", "es": "Spanish"}


def every(_answer: Answer) -> bool:
    """Keep every right."""
    return True


def view(
    concordance: Concordance, title: str, *, keep: Keep = every, detail: bool = True
) -> Document:
    """The page: where the rights stand and what is lost, the tables by Part, then each right.

    Args:
        concordance: the rights and their answers.
        title: what the instrument is called.
        keep: which rights the tables and the detail show.
        detail: whether each right is shown with its elements and all provisions at the end.
    """
    told = (*concordance.answers, *concordance.new) if concordance.understood else ()
    shown = [answer for answer in told if keep(answer)]
    return Document(
        title=f"Compared with the 1990 convention: {title}",
        blocks=(
            *summary(concordance),
            *_tables(shown, concordance),
            *(_detail(shown, concordance) if detail else ()),
        ),
    )


def summary(concordance: Concordance) -> Iterator[Block]:
    """A sentence, the counts, and the most serious losses."""
    if not concordance.understood:
        yield Prose((Strong(words(language_caution(concordance.language))),))
        return
    yield Prose(words(in_a_sentence(concordance)))
    yield from _strays(concordance)
    counts = Counter(answer.status for answer in _of_substance(concordance))
    yield Facts(
        tuple(
            (f"{counts[status]} {status}", words(MEANINGS[status]))
            for status in Status
            if counts[status]
        )
    )
    if worst := losses(_of_substance(concordance))[:MOST_SERIOUS]:
        yield Heading(2, words("The most serious losses"), "losses")
        yield Listing(tuple(_loss(answer, concordance) for answer in worst), ordered=True)


def in_a_sentence(concordance: Concordance) -> str:
    """What the text makes of the rights and duties of 1990."""
    rights = [
        one
        for one in concordance.answers
        if one.right.part in PARTS_OF_RIGHTS and one.right.kind is RightKind.RIGHT
    ]
    duties = [one for one in concordance.answers if one.right.kind is RightKind.OBLIGATION]
    kept = sum(one.status in {Status.STRONGER, Status.EQUAL} for one in (*rights, *duties))
    new = sum(bool(one.counterparts) for one in concordance.new)
    return (
        f"The text answers {_counted(rights)} rights of the 1990 convention (articles 7 to 56) "
        f"and {_counted(duties)} of its obligations of States (articles 64 to 71), "
        f"{kept} of them as strongly as the convention or more so; of {len(concordance.new)} "
        f"rights that the convention lacks it has {new}."
    )


def language_caution(language: str) -> str:
    """What a reader must know where a draft is not in a language that we understand."""
    name = _LANGUAGES.get(language, f"the language “{language}”")
    return (
        f"The text is in {name}; rights are recognized in English texts only, so that of none can it "
        "be told where it stands."
    )


def table(concordance: Concordance, keep: Keep = every) -> Table:
    """Every right in a row, for spreadsheets."""
    shown = (answer for answer in (*concordance.answers, *concordance.new) if keep(answer))
    header = (
        *("Right", "Title", "Part", "Kind", "Status", "Elements present", "Elements in all"),
        *("Elements absent", "Holder", "Modality", "Qualifiers", "Provisions", "Confidence"),
        *("Words of the text", "Why"),
    )
    return Table(
        caption="Rights",
        header=tuple(map(words, header)),
        rows=tuple(Row(tuple(map(words, _flat(answer, concordance)))) for answer in shown),
    )


def _flat(answer: Answer, concordance: Concordance) -> tuple[str, ...]:
    right, given = answer.right, answer.verdict.content
    absent = [one.text for one in right.elements if not given or one.id not in given.elements]
    best = answer.counterparts[0] if answer.counterparts else None
    return (
        right.article,
        right.title,
        right.part,
        str(right.kind),
        str(answer.status),
        str(len(right.elements) - len(absent)),
        str(len(right.elements)),
        "; ".join(absent),
        holder_title(given.holder.id) if given and given.holder else "",
        modality_title(given.modality.id) if given and given.modality else "",
        "; ".join(qualifier_title(one.id) for one in given.qualifiers) if given else "",
        "; ".join(one.citation for one in answer.counterparts),
        f"{best.confidence:.2f}" if best else "",
        "; ".join(best.evidence[:_QUOTED]) if best else "",
        why(right, answer.verdict, concordance.places),
    )


def _of_substance(concordance: Concordance) -> list[Answer]:
    """The rights of 1990 and the duties of States: what people argue about."""
    return [
        answer
        for answer in concordance.answers
        if answer.right.kind in {RightKind.RIGHT, RightKind.OBLIGATION}
    ]


def _counted(answers: list[Answer]) -> str:
    return f"{sum(bool(one.counterparts) for one in answers)} of {len(answers)}"


def _strays(concordance: Concordance) -> Iterator[Block]:
    """The lines of the authors that have no effect."""
    for stray in concordance.authors.strays:
        yield Prose(
            (
                Strong(words("The authors' line ")),
                Words(
                    f"“% {stray.aside.text}” is left out: “{stray.words.strip()}” {stray.reason}."
                ),
            )
        )


def _loss(answer: Answer, concordance: Concordance) -> Content:
    reason = _why(answer, concordance)
    return (
        Link(f"#right-{answer.right.article}", words(name_of(answer.right))),
        Words(": "),
        _badge(answer),
        Words(f". {reason}" if reason else ""),
    )


def _why(answer: Answer, concordance: Concordance) -> str:
    """The reason; that a right is missing says all by itself."""
    if answer.status is Status.MISSING:
        return ""
    return why(answer.right, answer.verdict, concordance.places)


def _badge(answer: Answer) -> Badge:
    return Badge(str(answer.status), TONES[answer.status])


def _tables(answers: Iterable[Answer], concordance: Concordance) -> Iterator[Block]:
    for part, group in groupby(answers, lambda answer: answer.right.part):
        yield Heading(2, words(PARTS[part]), f"answers-{part.lower()}")
        yield Table(
            caption=f"Provisions that answer {PARTS[part].partition(':')[0]} of 1990"
            if part != NEW
            else "Provisions that give what 1990 lacks",
            header=(words("Right"), words("Result"), words("Provisions"), words("Why")),
            rows=tuple(_row(answer, concordance) for answer in group),
        )


def _row(answer: Answer, concordance: Concordance) -> Row:
    reason = _why(answer, concordance)
    return Row(
        (
            (Strong(words(name_of(answer.right))),),
            (_badge(answer),),
            _provisions(answer.counterparts),
            words(reason) if reason else (),
        ),
        anchor=f"right-{answer.right.article}",
    )


def _provisions(counterparts: tuple[Counterpart, ...]) -> Content:
    shown: list[Inline] = []
    for counterpart in counterparts[:_SHOWN]:
        if shown:
            shown.append(Break())
        shown += _provision(counterpart)
    if len(counterparts) > _SHOWN:
        shown += [Break(), Words(f"and {len(counterparts) - _SHOWN} more")]
    return tuple(shown)


def _provision(counterpart: Counterpart) -> Iterator[Inline]:
    cited = words(citation_case(counterpart.citation))
    yield Link(f"#{counterpart.address}", (Evidence(cited, _hover(counterpart)),))
    yield Words(" ")
    yield _degree(counterpart)


def _degree(counterpart: Counterpart) -> Badge:
    if counterpart.authors:
        return Badge(f"the authors: {counterpart.authors}", Tone.QUIET)
    found = next(one for one in _DEGREES if counterpart.confidence >= one[0])
    return Badge(f"{found[1]}, {counterpart.confidence:.2f}", found[2])


def _hover(counterpart: Counterpart) -> str:
    """What speaks for an answer and what against it, for who points at it."""
    if counterpart.authors:
        return "The authors of the draft say so."
    said = [f"“{quotation}”" for quotation in counterpart.evidence[:_SHOWN]]
    return ". ".join([*said, *(f"Against: {doubt}" for doubt in counterpart.doubts[:_QUOTED])])


def _detail(answers: Iterable[Answer], concordance: Concordance) -> Iterator[Block]:
    answered = [answer for answer in answers if answer.counterparts]
    if answered:
        yield Heading(2, words("Right by right"), "detail")
        yield Prose(words("The elements of each right with the words that give them."))
    for answer in answered:
        yield Heading(3, words(name_of(answer.right)))
        yield Prose((_badge(answer), Words(f" {answer.right.digest}")))
        if answer.right.elements:
            yield Listing(
                tuple(
                    _element(answer.right, place, answer, concordance)
                    for place in range(len(answer.right.elements))
                )
            )
        yield Note(
            "Provisions and their words",
            (Listing(tuple(_cited(one) for one in answer.counterparts)),),
        )


def _element(right: Right, place: int, answer: Answer, concordance: Concordance) -> Content:
    element = right.elements[place]
    given = answer.verdict.content
    part = given.elements.get(element.id) if given else None
    if part is None:
        return (Badge("not found", Tone.BAD), Words(f" {element.text}"))
    places = concordance.places
    cited = f", {places.citation(part.place.clause.node)}" if places else ""
    return (
        Badge("present", Tone.GOOD),
        Words(f" {element.text}: "),
        Emphasis(words(f"“{part.place.quotation}”")),
        Words(cited),
    )


def _cited(counterpart: Counterpart) -> Content:
    quoted = "; ".join(f"“{one}”" for one in counterpart.evidence[:_SHOWN])
    doubts = "".join(f"; against: {doubt}" for doubt in counterpart.doubts)
    return (
        Link(f"#{counterpart.address}", words(citation_case(counterpart.citation))),
        Words(" "),
        _degree(counterpart),
        Words(f" {quoted}{doubts}"),
    )
