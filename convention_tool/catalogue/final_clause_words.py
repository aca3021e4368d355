"""How final clauses are read: the words by which each is found, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from convention_tool.catalogue.load import entries, inner, tables
from convention_tool.errors import BrokenDataError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convention_tool.catalogue.phrases import Phrases

_FILE = "final_clause_words.toml"

_LANGUAGES = ("en", "fr", "es")


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """An answer to a question, and the phrases that give it."""

    say: str
    phrases: Phrases
    #: Whether only the sentences on those who join later give it.
    for_later: bool


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What a clause answers."""

    id: str
    title: str
    #: Whether several answers may be given at once.
    all: bool
    #: Whether the last of several places counts.
    last: bool
    answers: tuple[AnswerWords, ...]
    #: A sentence with one of these gives no answer.
    unless: Phrases


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """A final clause: where to look, what belongs to it, and what it answers."""

    id: str
    title: str
    #: Single words; a provision that has one is looked at more closely.
    look: tuple[str, ...]
    scope: Phrases
    unless: Phrases
    #: Whether the whole article belongs to the clause, not only the sentences of its scope.
    whole: bool
    #: Whether only the article that has most of the clause counts.
    main: bool
    questions: tuple[QuestionWords, ...]


@cache
def clause_words(language: str) -> tuple[ClauseWords, ...]:
    """The clauses in the order in which treaties usually place them; none for other languages."""
    if language not in _LANGUAGES:
        return ()
    return tuple(_clause(entry, language) for entry in entries(_FILE, "clause"))


@cache
def later_words(language: str) -> Phrases:
    """The phrases by which a sentence speaks of those who join later."""
    return _written_out(tables(_FILE)["later"], language, "later")


@cache
def open_words(language: str) -> tuple[str, ...]:
    """The words of which two show that several States may join a text."""
    return tuple(tables(_FILE)["open"].get(language, ()))


@cache
def treaty_words(language: str) -> Phrases:
    """The phrases by which a treaty names itself."""
    data = tables(_FILE)["classes"]
    return tuple(data.get(language, data["en"])["this"])


def _clause(entry: Mapping[str, Any], language: str) -> ClauseWords:
    place = f"clause {entry.get('id', '?')}"
    questions = inner(entry, "question", f"{_FILE}, {place}")
    try:
        return ClauseWords(
            entry["id"],
            entry["title"],
            tuple(entry["look"].get(language, ())),
            _written_out(entry["scope"], language, place),
            _written_out(entry.get("unless", {}), language, place),
            entry.get("whole", False),
            entry.get("main", False),
            tuple(_question(question, language, place) for question in questions),
        )
    except KeyError as missing:
        raise BrokenDataError(f"{_FILE}, {place}: {missing} is missing") from missing


def _question(entry: Mapping[str, Any], language: str, place: str) -> QuestionWords:
    place = f"{place}, question {entry.get('id', '?')}"
    answers = inner(entry, "answer", f"{_FILE}, {place}")
    return QuestionWords(
        entry["id"],
        entry["title"],
        entry.get("all", False),
        entry.get("last", False),
        tuple(
            AnswerWords(
                answer["say"], _written_out(answer, language, place), answer.get("for") == "later"
            )
            for answer in answers
        ),
        _written_out(entry.get("unless", {}), language, place),
    )


def _written_out(entry: Mapping[str, Any], language: str, place: str) -> Phrases:
    """The phrases of a language; <this> and its like are left to the search."""
    found = entry.get(language, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise BrokenDataError(f"{_FILE}, {place}: {found!r} is not a list of phrases")
    return tuple(found)
