"""The checklists as a page and as tables: what the tool proposes, and what a person has decided."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from convention_tool.analysis.checklist import GAPS, QUESTIONS, Kind, Reply, State
from convention_tool.analysis.coverage import Status
from convention_tool.catalogue.needs import weights
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
from convention_tool.reviews import Decision
from convention_tool.tree.address import citation_case
from convention_tool.views.verdicts import DECISIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from convention_tool.analysis.checklist import Checklist, Checklists, Item, Question
    from convention_tool.analysis.coverage import Evidence
    from convention_tool.reviews import Judgement

    Keep = Callable[[str], bool]

#: What the tool proposes: the label, its tone, and what it means.
_STATES = {
    State.TICKED: ("present", Tone.GOOD, "the group has it, with the parts that are needed"),
    State.PARTLY: (
        "in part",
        Tone.MIXED,
        "on a condition, as a soft duty, or without some of the parts that are needed",
    ),
    State.OPEN: ("missing", Tone.BAD, "no provision was found that gives it to the group"),
    State.BARRED: ("barred", Tone.BAD, "a clause or a gate takes it from the group"),
    State.UNTOLD: ("cannot tell", Tone.QUIET, "the tool cannot look for it in this text"),
    State.NOT_APPLICABLE: ("not for them", Tone.QUIET, "by its nature it is not for the group"),
}

_REPLIES = {
    Reply.YES: Tone.GOOD,
    Reply.IN_PART: Tone.MIXED,
    Reply.NO: Tone.BAD,
    Reply.UNTOLD: Tone.QUIET,
}

#: What it means that a person has decided so.
_MEANINGS = {
    Decision.CONFIRMED: "a person agrees with what the tool proposes",
    Decision.REJECTED: "a person does not agree; the note says why",
    Decision.NOTED: "a person left a note and decided nothing",
}

_NO_VERDICT = "no verdict yet"

#: The places of a group that the text leaves out or passes over.
_NOT_REACHED = frozenset({Status.EXCLUDED, Status.SILENT})

_TITLES = {
    Kind.BASELINE: "Rights that every group must have",
    Kind.NEED: "What this group needs",
}

_KINDS = {Kind.BASELINE: "right of every group", Kind.NEED: "need of the group"}

#: The provisions shown for an item; the JSON and the spreadsheet have them all.
_SHOWN = 3

_PROPOSALS = (
    "What stands as “proposed” comes from the tool, which reads words and knows no law: each tick is "
    "a claim with its article, each gap a place to look. What a person has decided stands beside it "
    "with a name and a date, and is kept apart from it."
)

_CAVEATS = (
    "This is no legal advice. A provision that sounds like a right need not be its equal in law.",
    "“Missing” says that no provision was found, not that there is none.",
    "The answers to the eight questions are not added up: what a group has makes good no lack.",
    "A text that was copied may differ from the official one; say where yours is from, and its date.",
    "What counts as a need, and how much hangs on it, is our judgement, for a lawyer to correct.",
)

_ENGLISH_ONLY = (
    "Rights are recognized in English texts only. Of most rights it cannot be told here whether the "
    "text has them; the place of each group is told."
)


def every(_group: str) -> bool:
    """Keep every group."""
    return True


def view(lists: Checklists, title: str, *, keep: Keep = every, detail: bool = True) -> Document:
    """The page: how to read it, the groups side by side, each list, then the gaps.

    Args:
        lists: the checklists.
        title: what the instrument is called.
        keep: which groups are shown, by id.
        detail: whether the list of each group is shown, or only the questions and the gaps.
    """
    shown = [one for one in lists.lists if keep(one.group)]
    return Document(
        title=f"Checklists: {title}",
        blocks=(
            *_opening(lists, shown),
            *_legend(),
            *(_overview(shown) if len(shown) > 1 else ()),
            *(block for one in shown for block in _list(one) if detail),
            *_gaps(lists, keep),
        ),
    )


def tables(lists: Checklists, keep: Keep = every) -> tuple[Table, Table]:
    """Every item in a row, and every gap in a row, for spreadsheets."""
    titles = _titles(lists)
    items = [item for item in lists.items if keep(item.group)]
    gaps = [item for item in lists.gaps if keep(item.group)]
    return (_flat_table("Checklist", items, titles), _flat_table("Gaps", gaps, titles))


def _opening(lists: Checklists, shown: list[Checklist]) -> Iterator[Block]:
    if not lists.understood:
        yield Prose((Strong(words(_ENGLISH_ONLY)),))
    yield Prose(words(_in_a_sentence(lists, shown)))
    yield Prose(words(_PROPOSALS))
    for judgement in lists.strays:
        yield Prose((Strong(words("A verdict without its item: ")), *words(_stray(judgement))))


def _in_a_sentence(lists: Checklists, shown: list[Checklist]) -> str:
    items = [item for one in shown for item in one.items]
    kept = {one.group for one in shown}
    gaps = [item for item in lists.gaps if item.group in kept]
    counts = Counter(item.weight.id for item in gaps)
    by_weight = ", ".join(
        f"{counts[weight.id]} of them on {weight.title}"
        for weight in weights()
        if counts[weight.id]
    )
    judged = sum(item.judgement is not None for item in items)
    groups = "1 group" if len(shown) == 1 else f"{len(shown)} groups"
    said = f"{_number(items, 'item')} for {groups}; {_number(gaps, 'gap')}"
    said += f" ({by_weight})" if by_weight else ""
    again = sum(item.again for item in items)
    said += f". A person has judged {judged or 'none'} of the items"
    return f"{said}; {again} of these should be looked at again." if again else f"{said}."


def _number(items: list[Item], name: str) -> str:
    return f"{len(items)} {name}{'' if len(items) == 1 else 's'}"


def _stray(judgement: Judgement) -> str:
    decided = _decided(judgement)
    return (
        f"“{judgement.item}” ({decided}) is no item of these lists; see its key in the review file."
    )


def _legend() -> Iterator[Block]:
    yield Heading(2, words("How to read it"), "legend")
    yield Facts(
        tuple((f"proposed: {label}", words(meaning)) for label, _, meaning in _STATES.values())
    )
    yield Facts(
        (
            *((f"{decision} by …", words(meaning)) for decision, meaning in _MEANINGS.items()),
            (
                "…, but …",
                words("the words, or the proposal, that the verdict was given on are others now"),
            ),
        )
    )
    yield Facts(tuple((f"Question {one}", words(text)) for one, text in QUESTIONS.items()))
    yield Facts(tuple((weight.title, words(weight.reason)) for weight in weights()))
    yield Listing(tuple(map(words, _CAVEATS)))


def _overview(shown: list[Checklist]) -> Iterator[Block]:
    """The answers to the questions, a group a row."""
    yield Heading(2, words("Eight questions to each group"), "questions")
    yield Table(
        caption="The answers that are proposed",
        header=(
            words("Group"),
            *map(words, QUESTIONS),
        ),
        rows=tuple(
            Row(
                (
                    (Link(f"#checklist-{one.group}", words(one.place.title)),),
                    *((_reply(question),) for question in one.questions),
                )
            )
            for one in shown
        ),
        landscape=True,
    )


def _reply(question: Question) -> Badge:
    return Badge(f"proposed: {question.reply}", _REPLIES[question.reply])


def _list(one: Checklist) -> Iterator[Block]:
    yield Heading(2, words(one.place.title), f"checklist-{one.group}")
    yield Table(
        caption=f"Is this group covered well enough? {one.place.title}",
        header=tuple(map(words, ("Question", "Answer", "Because", "Where"))),
        rows=tuple(
            Row(
                (
                    words(f"{question.letter}. {question.text}"),
                    (_reply(question),),
                    words(question.because),
                    _where(question.evidence),
                )
            )
            for question in one.questions
        ),
        landscape=True,
    )
    for kind, title in _TITLES.items():
        yield Table(
            caption=f"{title}: {one.place.title}",
            header=tuple(
                map(words, ("Item", "Weight", "State", "Where", "What is missing", "Verdict"))
            ),
            rows=tuple(map(_row, one.of_kind(kind))),
            landscape=True,
        )


def _row(item: Item) -> Row:
    return Row(
        (
            words(name_of(item)),
            words(item.weight.title),
            (_proposed(item),),
            _where(item.evidence),
            _said(_lacking(item)),
            _verdict(item),
        )
    )


def name_of(item: Item) -> str:
    """What an item is called: a right of 1990 with its number, a need by its words."""
    if item.kind is Kind.BASELINE and item.subject.isdigit():
        return f"{item.subject} {item.title}"
    return citation_case(item.title)


def _proposed(item: Item) -> Badge:
    """What the tool proposes; in the same words everywhere, so that no reader takes it for more."""
    label, tone, _ = _STATES[item.state]
    return Badge(f"proposed: {label}", tone)


def _where(evidence: tuple[Evidence, ...]) -> Content:
    shown: list[Inline] = []
    for found in evidence[:_SHOWN]:
        if shown:
            shown.append(Break())
        shown.append(Link(f"#{found.address}", words(citation_case(found.citation))))
        if found.text:
            shown += [Words(": "), Emphasis(words(found.text))]
    if len(evidence) > _SHOWN:
        shown += [Break(), Words(f"and {len(evidence) - _SHOWN} more")]
    return tuple(shown)


def _said(text: str) -> Content:
    """Words, or an empty cell."""
    return words(text) if text else ()


def _lacking(item: Item) -> str:
    """What is missing; of a right that is there, the other parts that it could have."""
    if item.without:
        also = f"Also without: {'; '.join(item.without)}."
        return f"{item.missing} {also}".strip()
    return item.missing


def _verdict(item: Item) -> Content:
    """What a person has decided, in bold, so that it cannot be taken for a proposal."""
    if item.judgement is None:
        return words(_NO_VERDICT)
    note = item.judgement.note
    return (Strong((_judged(item),)), *((Break(), Words(f"Note: {note}")) if note else ()))


def _judged(item: Item) -> Badge:
    """A verdict, and whether a person should look again."""
    assert item.judgement is not None
    tone = DECISIONS[item.judgement.decision]
    return Badge(_told(item), Tone.MIXED if item.again else tone)


def _told(item: Item) -> str:
    assert item.judgement is not None
    said = _decided(item.judgement)
    reasons = []
    if item.changed:
        has = "has" if len(item.changed) == 1 else "have"
        reasons.append(f"{' and '.join(item.changed)} {has} changed since")
    if item.otherwise:
        reasons.append(f"the tool proposed “{item.otherwise}” then")
    return f"{said}, but {', and '.join(reasons)}" if reasons else said


def _decided(judgement: Judgement) -> str:
    by = f" by {judgement.by}" if judgement.by else ""
    on = f" on {judgement.on}" if judgement.on else ""
    return f"{judgement.decision}{by}{on}"


def _gaps(lists: Checklists, keep: Keep) -> Iterator[Block]:
    found = [item for item in lists.gaps if keep(item.group)]
    yield Heading(2, words("Gaps in order of weight"), "gaps")
    if closed := [item for item in lists.items if keep(item.group) and _closed(item)]:
        yield Prose(
            words(
                f"A person has rejected {_number(closed, 'gap')} that the tool proposes; the lists "
                "of the groups show them, and this one does not."
            )
        )
    if not found:
        yield Prose(words("No gap is left in these lists."))
    for weight in weights():
        of_weight = [item for item in found if item.weight == weight]
        if of_weight:
            yield Heading(3, words(citation_case(weight.title)), f"gaps-{weight.id}")
            yield Table(
                caption=f"Gaps: {weight.title}",
                header=tuple(map(words, ("Item", "Group", "State", "What is missing", "Verdict"))),
                rows=tuple(_gap_rows(of_weight, lists)),
                landscape=True,
            )


def _gap_rows(items: list[Item], lists: Checklists) -> Iterator[Row]:
    """The gaps of one weight; those of a group that the text does not reach are one gap."""
    titles = _titles(lists)
    places = {one.group: one.place for one in lists.lists}
    for group, found in groupby(items, key=lambda item: item.group):
        of_group = list(found)
        place = places[group]
        judged = any(item.judgement for item in of_group)
        if place.status in _NOT_REACHED and len(of_group) > 1 and not judged:
            yield _all_gaps(of_group, titles[group], place.reason)
        else:
            yield from (_gap(item, titles) for item in of_group)


def _all_gaps(items: list[Item], title: str, reason: str) -> Row:
    named = "; ".join(map(name_of, items))
    return Row(
        (
            words(f"All {len(items)} of this weight"),
            (Link(f"#checklist-{items[0].group}", words(title)),),
            (_proposed(items[0]),),
            words(f"{reason} So it lacks: {named}."),
            words(_NO_VERDICT),
        )
    )


def _closed(item: Item) -> bool:
    return item.state in GAPS and not item.gap


def _gap(item: Item, titles: dict[str, str]) -> Row:
    return Row(
        (
            words(name_of(item)),
            (Link(f"#checklist-{item.group}", words(titles[item.group])),),
            (_proposed(item),),
            _why_gap(item),
            _verdict(item),
        )
    )


def _why_gap(item: Item) -> Content:
    """What is missing, and the provisions behind it by their citations alone."""
    missing = item.missing or "A person does not find in these provisions what the tool found."
    shown: list[Inline] = [Words(missing)]
    for place, found in enumerate(item.evidence[:_SHOWN]):
        shown.append(Words("; " if place else " See "))
        shown.append(Link(f"#{found.address}", words(found.citation)))
    return (*shown, Words(".")) if item.evidence else tuple(shown)


def _titles(lists: Checklists) -> dict[str, str]:
    return {one.group: one.place.title for one in lists.lists}


_COLUMNS = (
    *("Group", "Kind", "Right or need", "Weight", "Proposed", "Article", "Words", "Missing"),
    *("Cells", "Verdict", "By", "On", "Note", "Changed since", "Key"),
)


def _flat_table(caption: str, items: Iterable[Item], titles: dict[str, str]) -> Table:
    return Table(
        caption=caption,
        header=tuple(map(words, _COLUMNS)),
        rows=tuple(Row(tuple(_flat(item, titles))) for item in items),
    )


def _flat(item: Item, titles: dict[str, str]) -> Iterator[Content]:
    judgement = item.judgement
    yield words(titles[item.group])
    yield words(_KINDS[item.kind])
    yield words(name_of(item))
    yield words(item.weight.title)
    label, tone, _ = _STATES[item.state]
    yield (Badge(label, tone),)
    yield words("\n".join(citation_case(found.citation) for found in item.evidence))
    yield words("\n".join(found.text for found in item.evidence if found.text))
    yield words(_lacking(item))
    yield words("; ".join(dict.fromkeys(map(str, item.cells))))
    yield (_judged(item),) if judgement else words(_NO_VERDICT)
    yield words(judgement.by if judgement else "")
    yield words(judgement.on if judgement else "")
    yield words(judgement.note if judgement else "")
    yield words("; ".join(item.changed))
    yield words(item.id)
