"""The final clauses of a draft, and the draft's own figures in each.

Nothing is guessed: a clause that no sentence has is silent, and a question that its sentences do
not answer has no answer.
"""

from __future__ import annotations

import re
from collections import Counter
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
    from collections.abc import Iterator, Sequence

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
    _replied: dict[str, Reply] = field(default_factory=dict, repr=False, compare=False)

    @property
    def replies(self) -> tuple[Reply, ...]:
        """The questions of the clause with their answers."""
        return tuple(self.reply(one.id) for one in self.words.questions)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that its sentences stand in, in order."""
        held = (sentence.stretch.article for sentence in self.sentences)
        return tuple({id(article): article for article in held if article}.values())

    def reply(self, question: str) -> Reply:
        """The reply to a question by its id."""
        if question not in self._replied:
            asked = next(one for one in self.words.questions if one.id == question)
            self._replied[question] = Reply(asked, self._answers(asked))
        return self._replied[question]

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

    @cached_property
    def is_read(self) -> bool:
        """Whether final clauses are read in the language of the draft."""
        return bool(clause_words(self.language)) and bool(self.draft.instrument.articles)

    @cached_property
    def is_open_to_all(self) -> bool:
        """Whether States of the whole world may join: the United Nations keep the text."""
        if not self.is_open_to_many:
            return False
        keepers = self.clause("depositary").reply("depositary-name").answers
        return any("United Nations" in keeper.say for keeper in keepers)

    @property
    def all(self) -> tuple[ClauseRead, ...]:
        """Every clause, in the order in which treaties usually place them."""
        return tuple(self.clause(words.id) for words in clause_words(self.language))

    def clause(self, name: str) -> ClauseRead:
        """A clause by its id."""
        if name not in self._read:
            words = self.words(name)
            self._read[name] = ClauseRead(words, self._sentences(words), self.language)
        return self._read[name]

    def _may_hold(self, stretch: Stretch) -> bool:
        """Whether a stretch stands where final clauses stand: near the end, or after all articles."""
        if stretch.home is not self.draft.instrument or isinstance(stretch.node, Recital):
            return False
        return stretch.article is None or id(stretch.article) in self._last_articles

    @cached_property
    def _last_articles(self) -> frozenset[int]:
        return frozenset(map(id, self.draft.instrument.articles[-_LAST_ARTICLES:]))

    @cached_property
    def _last(self) -> tuple[Stretch, ...]:
        return tuple(one for one in self.draft.stretches if id(one.article) in self._last_articles)

    def words(self, name: str) -> ClauseWords:
        """The words by which a clause is found, by its id."""
        return next(one for one in clause_words(self.language) if one.id == name)

    def _sentences(self, words: ClauseWords) -> tuple[Sentence, ...]:
        draft = self.draft
        likely = (one for one in draft.saying(*words.look) if self._may_hold(one))
        named = [one for stretch in likely for one in _named(stretch, words, self.language)]
        if words.main:
            named = _of_main_article(named, words.look)
        if not words.whole:
            return tuple(named)
        held = {id(one.stretch.article) for one in named if one.stretch.article}
        beside = [stretch for stretch in self._last if id(stretch.article) in held]
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
        "understood": read.is_read,
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


#: A long treaty has its final clauses, with those on disputes, among so many last articles.
_LAST_ARTICLES = 40

#: One word may speak of another treaty ("the Convention deposited with ...").
_SIGNS_OF_MANY = 2

#: Where a sentence ends: a full stop before a capital, also where a copy lost the space.
_SENTENCE_END = re.compile(r"\.(?<!\bNo\.)(?=\s*[A-ZÀ-Ý])")


def _named(stretch: Stretch, words: ClauseWords, language: str) -> Iterator[Sentence]:
    """The sentences of a stretch that belong to a clause."""
    if not says(words.scope, stretch.words, language):
        return
    if not _SENTENCE_END.search(stretch.words):
        if not says(words.unless, stretch.words, language):
            yield Sentence(stretch.words, 0, stretch, is_named=True)
        return
    for sentence in _sentences(stretch):
        if says(words.scope, sentence.words, language) and not says(
            words.unless, sentence.words, language
        ):
            yield sentence._replace(is_named=True)


def _of_main_article(named: list[Sentence], look: Sequence[str]) -> list[Sentence]:
    """Those of the article whose heading names the clause, or else that has most of them."""
    counts = Counter(id(one.stretch.article) for one in named)
    headed = {id(one.stretch.article) for one in named if _is_headed(one.stretch, look)}
    main = max(counts, key=lambda key: (key in headed, counts[key]), default=0)
    return [one for one in named if id(one.stretch.article) == main]


def _is_headed(stretch: Stretch, look: Sequence[str]) -> bool:
    heading = stretch.article.heading.casefold() if stretch.article else ""
    return any(word in heading for word in look)


def _sentences(stretch: Stretch) -> Iterator[Sentence]:
    start = 0
    for match in _SENTENCE_END.finditer(stretch.words):
        yield Sentence(stretch.words[start : match.end()], start, stretch, is_named=False)
        start = match.end()
    yield Sentence(stretch.words[start:], start, stretch, is_named=False)


def _says_later(phrases: Sequence[str], sentence: str, language: str) -> bool:
    return slots(phrases, sentence, language) is not None


def _said(say: str, found: Slots) -> str:
    if "{n}" not in say:
        return say.format(text=found.text)
    number = " or ".join(map(str, found.numbers)) or "left open"
    unit = found.unit if found.numbers == (1,) else f"{found.unit}s"
    return say.format(n=number, unit=unit)
