"""Changes a drafter could make to one provision, each of which must show in one right.

Five kinds: an article is deleted; its holder is narrowed; "shall" becomes "shall endeavour to"; a
rule is made subject to national legislation; one element is deleted. A mutant is made wherever a
draft allows it, in every form of words that we have for its kind. What may be mutated is what a
reader could agree on: a right that one article clearly answers, and that stands at least as strong
as in 1990, or lacks no more than some elements.

An element is deleted with the sentence, item or member of a list whose words give it and give no
other. Where words left in that sentence give it as well, it is not deleted, and there is no mutant.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from convention_tool.analysis.clauses import Clause
from convention_tool.analysis.concordance import Answer, Concordance, compare
from convention_tool.analysis.content import Content
from convention_tool.analysis.counterparts import Counterpart
from convention_tool.analysis.elements import elements
from convention_tool.analysis.norms import LAWFUL
from convention_tool.analysis.strength import Aspect, Baseline, Direction, Status, baseline
from convention_tool.catalogue.rights import RightKind
from convention_tool.readers import parse
from convention_tool.tree.nodes import Article, Paragraph

#: An article that answers a right at least so surely answers it clearly.
CLEAR = 0.8

#: And no other answers it nearly as surely.
AHEAD = 0.1

#: Holders that a status can narrow.
WIDE = frozenset({"everyone", "workers", "child", "family"})

#: What a rule on a right has, and a definition lacks.
_OPERATIVE = re.compile(r"\b(?:shall|ha(?:s|ve) the right|(?:is|are) (?:entitled|free)|enjoys?)\b")

#: From this rank of the ladder up a duty is firmer than trying.
FIRM = 4

#: What narrows a holder: after its name, and before it.
_AFTER = (
    "lawfully residing in the territory",
    "lawfully staying in the territory of the State Party",
    "in a regular situation",
    "who holds a residence permit",
    "authorized to stay in the territory",
)
_BEFORE = ("documented", "lawfully resident")

#: Reserves for national legislation.
_RESERVES = (
    "subject to national legislation",
    "in accordance with national legislation",
    "subject to national laws and regulations",
)

#: What opens a rule on what States try to ensure.
_TRYING = (
    "States Parties shall endeavour to ensure that",
    "Each State Party shall endeavour to ensure that",
)

_HOLDER = re.compile(
    r"\b([Ee]very|[Ee]ach|[Nn]o|[Aa]ny|[Aa]) ((?:migrant )?(?:migrant|child|worker|person)\b)"
)
_HOLDERS = re.compile(
    r"\b([Mm]igrants|[Mm]igrant workers|[Mm]igrant children)\b(?! shall be called)"
)

#: A holder that is named with these words cannot be narrowed by a status without contradiction.
_ANY_STATUS = re.compile(
    r"\b(?:irrespective of|regardless of|whatever)\b.{0,40}\bstatus\b|\bin an irregular situation\b"
)

_HAS_RIGHT = re.compile(r"^((?:Every|Each|A|Any) [^,;:]{3,80}?) has the right to (?!be\b)")

#: Where a reserve can stand inside a rule.
_INSIDE = re.compile(
    r"\b(has the right|have the right|is entitled|are entitled|is free|shall)\b(?! not)"
)

#: A part of a list that stands between commas has no more words than this.
_LONGEST_MEMBER = 12


class Kind(StrEnum):
    """A kind of change."""

    DELETED = "an article deleted"
    NARROWED = "its holder narrowed"
    SOFTENED = "“shall endeavour to”"
    RESERVED = "subject to national legislation"
    LESSENED = "one element deleted"


#: What a change of words makes weaker.
_ASPECTS = {
    Kind.NARROWED: Aspect.HOLDER,
    Kind.SOFTENED: Aspect.MODALITY,
    Kind.RESERVED: Aspect.QUALIFIER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A changed draft, and what the change touched."""

    kind: Kind
    #: The right that must change.
    right: str
    #: The number of the changed article.
    article: str
    #: The form of the change, and the words changed.
    form: str
    words: str
    text: str
    #: The clauses whose words were changed; None for all of the article.
    touched: frozenset[str] | None
    #: The status that must be seen.
    status: Status
    #: The element deleted, where one is.
    element: str = ""

    def may_change(self, answer: Answer) -> bool:
        """Whether a right rested on the changed words."""
        here = [one for one in answer.counterparts if one.article == self.article]
        if self.touched is None or not here:
            return bool(here)
        content = answer.verdict.content
        clauses = [clause for one in here for clause in one.answering.shown]
        clauses += _read_from(content) if content else ()
        return any(clause.text in self.touched for clause in clauses)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft without its commentary, as it stands before any change."""

    text: str
    articles: Mapping[str, Article]
    concordance: Concordance

    @classmethod
    def read(cls, text: str) -> "Draft":
        """A draft from its text."""
        bare = "\n".join(line for line in text.splitlines() if not line.startswith(">"))
        instrument = parse(bare).instrument
        articles = {article.number: article for article in instrument.articles}
        return cls(bare, articles, compare(instrument))

    @property
    def answers(self) -> Iterator[tuple[Answer, Counterpart, Content]]:
        """The rights that may be mutated, with the article that answers each and what it gives."""
        for answer in (*self.concordance.answers, *self.concordance.new):
            first, *rest = answer.counterparts or (None,)
            content = answer.verdict.content
            if (
                first
                and content
                and first.confidence >= CLEAR
                and all(one.confidence <= first.confidence - AHEAD for one in rest)
                and answer.right.kind in {RightKind.RIGHT, RightKind.OBLIGATION}
                and answer.status in {Status.EQUAL, Status.STRONGER, Status.PARTIAL}
            ):
                yield answer, first, content

    def changed(self, article: str, old: str, new: str) -> str | None:
        """The text with some words of an article changed; None where they do not stand there."""
        span = self.articles[article].span
        own = self.text[span.start : span.end] if span else ""
        if not span or own.count(old) != 1:
            return None
        return self.text[: span.start] + own.replace(old, new) + self.text[span.end :]

    def without(self, node: Article | Paragraph, left: str = "") -> str:
        """The text without a provision, or with other words in its place."""
        assert node.span
        return self.text[: node.span.start] + left + self.text[node.span.end :]


def mutants(draft: Draft) -> Iterator[Mutant]:
    """Every change that a draft allows, in every form."""
    for answer, counterpart, content in draft.answers:
        yield from _deleted(draft, answer, counterpart)
        yield from _reworded(draft, answer, counterpart, content)
        yield from _lessened(draft, answer, counterpart, content)


def _deleted(draft: Draft, answer: Answer, counterpart: Counterpart) -> Iterator[Mutant]:
    """Only where no other provision answers the right at all."""
    if len(answer.counterparts) > 1:
        return
    article = draft.articles[counterpart.article]
    for form, left in (
        ("removed", ""),
        ("deleted", f"Article {article.number}\n\n[Deleted]"),
        ("reserved", f"Article {article.number}\nReserved"),
    ):
        yield Mutant(
            kind=Kind.DELETED,
            right=answer.right.article,
            article=article.number,
            form=form,
            words=article.heading,
            text=draft.without(article, left),
            touched=None,
            status=Status.MISSING,
        )


Rewording = Callable[[str], Iterator[tuple[str, str]]]


def _reworded(
    draft: Draft, answer: Answer, counterpart: Counterpart, content: Content
) -> Iterator[Mutant]:
    """The sentence that gives the right, in the words of a weaker rule."""
    sentences = map(_sentence, counterpart.answering.shown)
    main = next(filter(_OPERATIVE.search, sentences), None)
    if main is None:
        return
    against = baseline(answer.right)
    giving = _giving(answer, counterpart, against)
    for kind, status, rewording in _apt(answer, content, against):
        for sentence in dict.fromkeys((main,) if kind is Kind.NARROWED else (main, *giving)):
            touched = frozenset(
                clause.text
                for clause in counterpart.answering.clauses
                if sentence in {clause.text, *clause.lead}
            )
            for form, words in rewording(sentence):
                if text := draft.changed(counterpart.article, sentence, words):
                    yield Mutant(
                        kind=kind,
                        right=answer.right.article,
                        article=counterpart.article,
                        form=form,
                        words=words,
                        text=text,
                        touched=touched | {words},
                        status=status,
                    )


def _giving(answer: Answer, counterpart: Counterpart, against: Baseline) -> Iterator[str]:
    """The sentences that alone give an element which is firm in 1990."""
    for name, (clause, _) in _alone(answer).items():
        sentence = _sentence(clause)
        here = any(clause is one for one in counterpart.answering.clauses)
        if here and against.elements.get(name, 0) >= FIRM and _OPERATIVE.search(sentence):
            yield sentence


def _apt(
    answer: Answer, content: Content, against: Baseline
) -> Iterator[tuple[Kind, Status, Rewording]]:
    """The rewordings that a right must show, and the status it must then have."""
    more = {one.aspect for one in answer.verdict.differences if one.direction is Direction.UP}
    if content.holder and content.holder.id in WIDE:
        if against.holder in WIDE:
            yield Kind.NARROWED, Status.WEAKER, narrowed
        elif against.holder == LAWFUL and more == {Aspect.HOLDER}:
            yield Kind.NARROWED, Status.EQUAL, narrowed
    if against.rank >= FIRM:
        yield Kind.SOFTENED, Status.WEAKER, softened
    if "national-law" not in against.qualifiers:
        yield Kind.RESERVED, Status.WEAKER, reserved


def _sentence(clause: Clause) -> str:
    """The words that carry a clause's rule: those above a list, where it is an item."""
    return clause.lead[0] if clause.lead else clause.text


def narrowed(sentence: str) -> Iterator[tuple[str, str]]:
    """The first holder, tied to a status in each form; "every migrant who holds ..."."""
    if _ANY_STATUS.search(sentence):
        return
    one, many = _HOLDER.search(sentence), _HOLDERS.search(sentence)
    if one and (not many or one.start() < many.start()):
        first, name = one.groups()
        rest = sentence[one.end() :]
        before = sentence[: one.start()]
        article = "A" if first == "A" else first
        for words in _AFTER:
            yield words, f"{before}{article} {name} {words}{rest}"
        for words in _BEFORE:
            yield words, f"{before}{article} {words} {name}{rest}"
    elif many:
        for words in _AFTER:
            plural = words.replace("who holds", "who hold")
            yield words, f"{sentence[: many.end()]} {plural}{sentence[many.end() :]}"


def softened(sentence: str) -> Iterator[tuple[str, str]]:
    """The rule as something that is tried, in each form that its grammar allows."""
    by_states = re.match(r"(?:States Parties|Each State Party|A State Party|The State)\b", sentence)
    if re.search(r"\bshall\b", sentence) and not re.search(
        r"\bshall (?:be|have|enjoy|in no|never|remain|stay|keep)\b|\b(?:right|entitled)\b", sentence
    ):
        words = re.sub(r"\bshall not\b", "shall endeavour not to", sentence)
        yield "verb", re.sub(r"\bshall\b(?! endeavour)", "shall endeavour to", words)
    if not by_states:
        for opening in _TRYING:
            yield opening.partition(" shall")[0], f"{opening} {_inner(sentence)}"
    if said := _HAS_RIGHT.match(sentence):
        who, rest = _inner(said[1]), sentence[said.end() :]
        yield (
            "right of",
            f"States Parties shall endeavour to ensure to {who} the right to {rest}",
        )


def reserved(sentence: str) -> Iterator[tuple[str, str]]:
    """The rule with a reserve at its beginning, inside it, and at its end."""
    for reserve in _RESERVES:
        opening = reserve[0].upper() + reserve[1:]
        yield f"{opening} ...", f"{opening}, {_inner(sentence)}"
        if inside := _INSIDE.search(sentence):
            where = inside.end()
            yield f"..., {reserve}, ...", f"{sentence[:where]}, {reserve},{sentence[where:]}"
        if sentence.endswith((".", ";")):
            yield f"..., {reserve}", f"{sentence[:-1]}, {reserve}{sentence[-1]}"


def _inner(sentence: str) -> str:
    """A sentence as it stands inside another."""
    return sentence if sentence.startswith("State") else sentence[0].lower() + sentence[1:]


def _lessened(
    draft: Draft, answer: Answer, counterpart: Counterpart, content: Content
) -> Iterator[Mutant]:
    """Each element that just one stretch of words gives, without those words."""
    against = baseline(answer.right)
    if len(content.elements) < 2:
        return
    number, answering = answer.right.article, counterpart.answering
    for name, (clause, others) in _alone(answer).items():
        here = any(clause is one for one in answering.clauses)
        if not here or not against.elements.get(name):
            continue
        made = Mutant(
            kind=Kind.LESSENED,
            right=number,
            article=counterpart.article,
            form="",
            words=content.elements[name].place.quotation,
            text="",
            touched=frozenset({clause.text}),
            status=Status.PARTIAL,
            element=name,
        )
        if not others and clause is not next(iter(answering.shown), None):
            yield from _without_clause(draft, made, clause)
        for words, mutant in _without_member(draft, made, clause, others):
            rest = replace(clause, text=words)
            if name not in elements().within((rest,)).present(number, (rest,)):
                yield mutant


def _alone(answer: Answer) -> Mapping[str, tuple[Clause, list[str]]]:
    """Each element that just one clause gives, with that clause and its words on other elements."""
    every = [clause for one in answer.counterparts for clause in one.answering.clauses]
    read = elements().within(every)
    giving: dict[str, list[tuple[Clause, list[str]]]] = defaultdict(list)
    for clause in every:
        given = read.present(answer.right.article, (clause,))
        for name in given:
            others = [one.quotation for one in given.values() if one.id != name]
            giving[name].append((clause, others))
    return {name: clauses[0] for name, clauses in giving.items() if len(clauses) == 1}


def _without_clause(draft: Draft, made: Mutant, clause: Clause) -> Iterator[Mutant]:
    """The sentence, item or paragraph left out."""
    node, span = clause.node, clause.node.span
    if isinstance(node, Article) or not span or node.subparagraphs or node.closing:
        return
    if node.text == clause.text:
        form = "item" if clause.lead else "paragraph"
        yield replace(made, form=form, text=draft.text[: span.start] + draft.text[span.end :])
    elif text := draft.changed(made.article, clause.text, ""):
        yield replace(made, form="sentence", text=text)


def _without_member(
    draft: Draft, made: Mutant, clause: Clause, others: list[str]
) -> Iterator[tuple[str, Mutant]]:
    """The member of a list between commas left out, with what is left of the clause."""
    whole = " ".join(clause.text.split())
    at = whole.find(made.words)
    if at < 0 or whole != clause.text:
        return
    start = whole.rfind(",", 0, at + 1)
    end = min((place for mark in ",;.:" if (place := whole.find(mark, at)) > 0), default=-1)
    if start < 0 or end < 0 or re.search(r"[;:.]", whole[start:at]):
        return
    member = whole[start:end]
    if len(member.split()) > _LONGEST_MEMBER or any(
        _overlap(whole, member, start, one) for one in others
    ):
        return
    before, after = whole[:start], whole[end:]
    if member.startswith((", and ", ", or ")) and "," in before and after[0] != ",":
        link = " and" if member.startswith(", and ") else " or"
        head, _, last = before.rpartition(",")
        before = f"{head}{link}{last}"
    words = before + after
    if text := draft.changed(made.article, clause.text, words):
        touched = frozenset({clause.text, words})
        yield words, replace(made, form="member", words=member, text=text, touched=touched)


def _overlap(whole: str, member: str, start: int, other: str) -> bool:
    """Whether the words of another element stand in a member, at least in part."""
    at = whole.find(other)
    return at < start + len(member) and start < at + len(other)


def _read_from(content: Content) -> Iterator[Clause]:
    """The clauses from whose words something was read of a right."""
    yield from (part.place.clause for part in content.elements.values())
    yield from (one.clause for one in (content.holder, content.modality) if one)
    yield from (one.clause for one in content.qualifiers)


def failure(mutant: Mutant, before: Concordance, after: Concordance) -> str:
    """Why a mutant is not seen for what it is; "" where it is."""
    old, new = _by_right(before), _by_right(after)
    if reason := _target(mutant, old[mutant.right], new[mutant.right]):
        return reason
    strays = [
        f"{right} from {answer.status} to {new[right].status}"
        for right, answer in old.items()
        if right != mutant.right
        and answer.status is not new[right].status
        and not mutant.may_change(answer)
    ]
    return f"another right changed: {'; '.join(strays)}" if strays else ""


def _by_right(concordance: Concordance) -> Mapping[str, Answer]:
    return {one.right.article: one for one in (*concordance.answers, *concordance.new)}


def _target(mutant: Mutant, old: Answer, new: Answer) -> str:
    """What is wrong with the status of the right that was to change."""
    if mutant.kind is Kind.LESSENED and (reason := _lost(mutant, old, new)):
        return reason
    if new.status is not mutant.status:
        return f"it is {new.status} after {old.status}, not {mutant.status}"
    wanted = _ASPECTS.get(mutant.kind)
    down = {one.aspect for one in new.verdict.differences if one.direction is Direction.DOWN}
    if new.status is Status.WEAKER and wanted not in down:
        return f"it is weaker, but not by its {wanted}"
    return ""


def _lost(mutant: Mutant, old: Answer, new: Answer) -> str:
    """Just the one element must be gone."""
    if new.verdict.content is None or old.verdict.content is None:
        return ""
    was, still = old.verdict.content.elements, new.verdict.content.elements
    if mutant.element in still:
        return f"{mutant.element} is still found: “{still[mutant.element].place.quotation}”"
    others = was.keys() - still.keys() - {mutant.element}
    return f"also lost: {', '.join(sorted(others))}" if others else ""


__all__ = ["Draft", "Kind", "Mutant", "failure", "mutants"]
