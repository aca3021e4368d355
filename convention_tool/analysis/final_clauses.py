"""The final clauses of a draft, and the draft's own figures in each.

Nothing is guessed: a clause that no sentence has is silent, and a question that its sentences do
not answer has no answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from convention_tool.analysis.clause_phrases import Slots, says, slots
from convention_tool.catalogue.final_clause_words import (
    AnswerWords,
    ClauseWords,
    QuestionWords,
    clause_words,
    later_words,
    open_words,
)
from convention_tool.tree.nodes import Recital

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convention_tool.analysis.draft import Draft, Stretch
    from convention_tool.tree.nodes import Article


class Sentence(NamedTuple):
    """A sentence of a stretch, and where it stands in it."""

    words: str
    start: int
    stretch: Stretch
    #: Whether it has a phrase of the clause's scope; its article may belong to the clause as a whole.
    is_named: bool


class Answer(NamedTuple):
    """What a clause answers to a question."""

    say: str
    sentence: Sentence
    slots: Slots = Slots()


class Reply(NamedTuple):
    """A question, and the answers that a draft gives; none where it is silent on it."""

    question: QuestionWords
    answers: tuple[Answer, ...]

    def __str__(self) -> str:
        """The answers as one reads them."""
        return ", ".join(answer.say for answer in self.answers)


@dataclass(frozen=True)
class ClauseRead:
    """A final clause of a draft: the sentences that belong to it, and what they answer."""

    words: ClauseWords
    sentences: tuple[Sentence, ...]
    language: str

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        """The questions of the clause with their answers."""
        return tuple(Reply(one, self._answers(one)) for one in self.words.questions)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that its sentences stand in, in order."""
        held = (sentence.stretch.article for sentence in self.sentences)
        return tuple({id(article): article for article in held if article}.values())

    def reply(self, question: str) -> Reply:
        """The reply to a question by its id."""
        return next(reply for reply in self.replies if reply.question.id == question)

    @cached_property
    def later(self) -> tuple[Sentence, ...]:
        """The sentences that speak of those who join later."""
        words = later_words(self.language)
        return tuple(one for one in self.sentences if _says_later(words, one.words, self.language))

    def _answers(self, question: QuestionWords) -> tuple[Answer, ...]:
        found: list[Answer] = []
        for answer in question.answers:
            if any(one.say == answer.say for one in found):
                continue
            if given := self._answer(answer, question):
                found.append(given)
                if not question.all:
                    break
        return tuple(found)

    def _answer(self, answer: AnswerWords, question: QuestionWords) -> Answer | None:
        sentences = self.later if answer.for_later else self.sentences
        for sentence in reversed(sentences) if question.last else sentences:
            if _says_later(question.unless, sentence.words, self.language):
                continue
            found = slots(answer.phrases, sentence.words, self.language, last=question.last)
            if found:
                return Answer(_said(answer.say, found), sentence, found)
        return None


@dataclass(frozen=True)
class FinalClauses:
    """The final clauses of a draft, each read when it is asked for."""

    draft: Draft
    _read: dict[str, ClauseRead] = field(default_factory=dict, repr=False, compare=False)

    @property
    def language(self) -> str:
        """The language of the draft."""
        return self.draft.instrument.language

    @cached_property
    def is_open_to_many(self) -> bool:
        """Whether several States may join; what two parties agree they settle by exchange."""
        found = (bool(self.draft.saying(word)) for word in open_words(self.language))
        return sum(found) >= _SIGNS_OF_MANY

    @property
    def all(self) -> tuple[ClauseRead, ...]:
        """Every clause, in the order in which treaties usually place them."""
        return tuple(self.clause(words.id) for words in clause_words(self.language))

    def clause(self, name: str) -> ClauseRead:
        """A clause by its id."""
        if name not in self._read:
            words = next(one for one in clause_words(self.language) if one.id == name)
            self._read[name] = ClauseRead(words, self._sentences(words), self.language)
        return self._read[name]

    def _sentences(self, words: ClauseWords) -> tuple[Sentence, ...]:
        draft = self.draft
        likely = (one for one in draft.saying(*words.look) if _is_operative(one, draft))
        named = [one for stretch in likely for one in _named(stretch, words, self.language)]
        if words.main:
            named = _of_main_article(named)
        if not words.whole:
            return tuple(named)
        held = {id(one.stretch.article) for one in named if one.stretch.article}
        beside = [stretch for stretch in draft.stretches if id(stretch.article) in held]
        known = {(id(one.stretch.node), one.stretch.closing, one.start) for one in named}
        others = (
            one
            for stretch in beside
            for one in _sentences(stretch)
            if (id(stretch.node), stretch.closing, one.start) not in known
        )
        return (*named, *others)


def final_clauses_of(draft: Draft) -> FinalClauses:
    """The final clauses of a draft; ask for it by `draft.fact`."""
    return FinalClauses(draft)


def to_json(draft: Draft) -> dict[str, Any]:
    """The checklist of a draft: each clause, where it stands, and what it answers."""
    read = draft.fact(final_clauses_of)
    return {
        "language": read.language,
        "understood": bool(clause_words(read.language)),
        "open_to_many": read.is_open_to_many,
        "clauses": [_clause_json(clause, draft) for clause in read.all],
    }


def _clause_json(clause: ClauseRead, draft: Draft) -> dict[str, Any]:
    return {
        "id": clause.words.id,
        "title": clause.words.title,
        "found": bool(clause.sentences),
        "provisions": [draft.places.address(article) for article in clause.articles],
        "questions": [
            {
                "id": reply.question.id,
                "title": reply.question.title,
                "answers": [_answer_json(answer, draft) for answer in reply.answers],
            }
            for reply in clause.replies
        ],
    }


def _answer_json(answer: Answer, draft: Draft) -> dict[str, Any]:
    return {
        "answer": answer.say,
        "numbers": list(answer.slots.numbers),
        "unit": answer.slots.unit or None,
        "open": answer.slots.is_open,
        "address": draft.places.address(answer.sentence.stretch.node),
        "words": " ".join(answer.sentence.words.split()),
    }


#: One word may speak of another treaty ("the Convention deposited with ...").
_SIGNS_OF_MANY = 2

#: Where a sentence ends: a full stop before a capital, also where a copy lost the space.
_SENTENCE = re.compile(r"(?:[^.]|\.(?!\s*[A-ZÀ-Ý]|\s*$)|(?<=\bNo)\.)+\.?")


def _is_operative(stretch: Stretch, draft: Draft) -> bool:
    return stretch.home is draft.instrument and not isinstance(stretch.node, Recital)


def _named(stretch: Stretch, words: ClauseWords, language: str) -> Iterator[Sentence]:
    """The sentences of a stretch that belong to a clause."""
    if not says(words.scope, stretch.words, language):
        return
    for sentence in _sentences(stretch):
        if says(words.scope, sentence.words, language) and not says(
            words.unless, sentence.words, language
        ):
            yield sentence._replace(is_named=True)


def _of_main_article(named: list[Sentence]) -> list[Sentence]:
    """Those of the article that has most of them, the first of several such."""
    counts = Counter(id(one.stretch.article) for one in named)
    most = max(counts.values(), default=0)
    main = next((key for key in counts if counts[key] == most), 0)
    return [one for one in named if id(one.stretch.article) == main]


def _sentences(stretch: Stretch) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(stretch.words):
        yield Sentence(match[0], match.start(), stretch, is_named=False)


def _says_later(phrases: Sequence[str], sentence: str, language: str) -> bool:
    return slots(phrases, sentence, language) is not None


def _said(say: str, found: Slots) -> str:
    if "{n}" not in say:
        return say.format(text=found.text)
    number = " or ".join(map(str, found.numbers)) or "left open"
    unit = found.unit if found.numbers == (1,) else f"{found.unit}s"
    return say.format(n=number, unit=unit)
