"""The final clauses of drafts as a checklist, beside the figures of the core treaties."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.catalogue.final_clause_figures import SILENT, core_treaties
from convention_tool.catalogue.final_clause_words import clause_words
from convention_tool.document import (
    Badge,
    Block,
    Content,
    Document,
    Facts,
    Link,
    Listing,
    Prose,
    Row,
    Strong,
    Table,
    Tone,
    words,
)
from convention_tool.tree.address import citation_case
from convention_tool.views.concordance import language_caution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.draft import Draft
    from convention_tool.analysis.final_clauses import Answer, ClauseRead, FinalClauses, Reply
    from convention_tool.catalogue.final_clause_figures import CoreTreaty

#: What a cell says where a draft has no such clause, and where the clause does not answer.
ABSENT = "no such clause"
NOT_SAID = "not said"

#: So many drafts fit beside the core treaties on an upright page.
_PORTRAIT = 2

#: What marks a figure that nobody has checked in the treaty.
_UNCHECKED = "*"

_INTRODUCTION = (
    "What the final clauses settle, in the figures of the text itself. A treaty may be silent on "
    "most of this on purpose; the general law of treaties then decides. Figures of the core "
    "treaties stand beside it for comparison, not as a rule."
)


class Checked(NamedTuple):
    """A draft with its final clauses, under the name that its column bears."""

    name: str
    draft: Draft
    clauses: FinalClauses


def view(drafts: Sequence[Checked]) -> Document:
    """The page: one draft, or several side by side."""
    title = f"Final clauses of {drafts[0].name}" if len(drafts) == 1 else "Final clauses compared"
    return Document(title=title, blocks=tuple(_blocks(drafts)))


def table(drafts: Sequence[Checked]) -> Table:
    """Every answer of every draft in a row, for spreadsheets."""
    header = ("Draft", "Clause", "Question", "Answer", "Provision", "Words", "Core treaties")
    rows = (
        Row(tuple(map(words, cells)))
        for checked in drafts
        for clause in checked.clauses.all
        for reply in clause.replies
        for cells in _flat(checked, clause, reply)
    )
    return Table("Final clauses", tuple(map(words, header)), tuple(rows), row_headers=False)


def _blocks(drafts: Sequence[Checked]) -> Iterator[Block]:
    yield Prose(words(_INTRODUCTION))
    for checked in drafts:
        if not clause_words(checked.clauses.language):
            yield Prose((Strong(words(language_caution(checked.clauses.language))),))
        elif not checked.clauses.is_open_to_many:
            yield Prose(words(f"{checked.name} does not look open to more than two parties."))
    if len(drafts) == 1:
        yield Facts(tuple(_summary(drafts[0])))
    yield _checklist(drafts)
    yield Prose((Strong(words("The treaties beside which it stands")),))
    yield Listing(tuple(map(_treaty, core_treaties())))
    yield Prose(
        words(f"{_UNCHECKED} from memory, to be checked; the others were read in the treaty.")
    )


def _summary(checked: Checked) -> Iterator[tuple[str, Content]]:
    clauses = checked.clauses.all
    found = sum(bool(clause.sentences) for clause in clauses)
    yield "Clauses found", words(f"{found} of {len(clauses)}")
    replies = [reply for clause in clauses if clause.sentences for reply in clause.replies]
    answered = sum(bool(reply.answers) for reply in replies)
    yield "Questions answered", words(f"{answered} of the {len(replies)} that these clauses raise")


def _checklist(drafts: Sequence[Checked]) -> Table:
    names = ("This text",) if len(drafts) == 1 else tuple(one.name for one in drafts)
    header = ("Clause", *names, "Core treaties")
    return Table(
        caption="Clauses, and what they say",
        header=tuple(map(words, header)),
        rows=tuple(_rows(drafts)),
        landscape=len(drafts) > _PORTRAIT,
    )


def _rows(drafts: Sequence[Checked]) -> Iterator[Row]:
    for nth, clause in enumerate(clause_words("en")):
        for question in clause.questions:
            title = f"{clause.title}: {question.title}"
            cells = (_cell(checked, nth, question.id) for checked in drafts)
            core = words(_core(question.id))
            yield Row((words(title), *cells, core))


def _cell(checked: Checked, nth: int, question: str) -> Content:
    clauses = checked.clauses.all
    if not clauses:
        return words("not read")
    clause = clauses[nth]
    if not clause.sentences:
        return (Badge(ABSENT, Tone.QUIET),)
    answers = clause.reply(question).answers
    if not answers:
        return (Badge(NOT_SAID, Tone.MIXED),)
    said = words(", ".join(answer.say for answer in answers))
    return (*said, *_places(checked.draft, answers))


def _places(draft: Draft, answers: Sequence[Answer]) -> Content:
    """The provisions that answer, as links; none for words that stand in no article."""
    nodes = {id(one.sentence.stretch.node): one.sentence.stretch for one in answers}
    links: list[Link] = []
    for stretch in nodes.values():
        if stretch.article:
            place = draft.places.citation(stretch.node)
            links.append(Link(f"#{draft.places.address(stretch.node)}", words(place)))
    if not links:
        return ()
    content: Content = words(" (")
    for nth, link in enumerate(links):
        content = (*content, *(words("; ") if nth else ()), link)
    return (*content, *words(")"))


def _core(question: str) -> str:
    """What the core treaties answer, the most frequent answer first."""
    by_answer: dict[str, list[str]] = defaultdict(list)
    for treaty in core_treaties():
        if question in treaty.known:
            mark = _UNCHECKED if question in treaty.from_memory else ""
            by_answer[treaty.known[question]].append(f"{treaty.short}{mark}")
    groups = sorted(by_answer.items(), key=lambda item: (-len(item[1]), item[0]))
    return "; ".join(f"{_printed(answer)}: {', '.join(names)}" for answer, names in groups)


def _printed(answer: str) -> str:
    return "silent" if answer == SILENT else answer


def _treaty(treaty: CoreTreaty) -> Content:
    return words(f"{treaty.short}: {treaty.title} ({treaty.year})")


def _flat(checked: Checked, clause: ClauseRead, reply: Reply) -> Iterator[tuple[str, ...]]:
    asked = (checked.name, clause.words.title, reply.question.title)
    core = _core(reply.question.id)
    if not reply.answers:
        yield (*asked, NOT_SAID if clause.sentences else ABSENT, "", "", core)
    for answer in reply.answers:
        stretch = answer.sentence.stretch
        held = stretch.article is not None
        place = citation_case(checked.draft.places.citation(stretch.node)) if held else ""
        yield (*asked, answer.say, place, " ".join(answer.sentence.words.split()), core)
