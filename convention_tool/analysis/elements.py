"""Which parts of a right some clauses give: presumption of innocence, interpreter, counsel ...

Looked for only in provisions that answer the right, so a phrase need not say which right it is of.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from convention_tool.analysis.indexed import Indexed
from convention_tool.analysis.phrases import Numbers, PhraseBook
from convention_tool.analysis.quotation import as_formed, own_quotation
from convention_tool.catalogue.elements import ElementSign, element_signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from convention_tool.analysis.clauses import Clause
    from convention_tool.analysis.search import Match


@dataclass(frozen=True, slots=True)
class Present:
    """A part of a right, and the words that give it."""

    id: str
    clause: Clause
    match: Match
    book: PhraseBook

    @property
    def quotation(self) -> str:
        """The words that give it, with the phrase they stand in, as they are printed."""
        text, (start, end) = self.clause.text, self.match
        lead = len(self.book.forms(self.clause.lead_words))
        return own_quotation(text, as_formed(text, self.book.parts), start - lead, end - lead)


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign with its phrases as numbers of the book."""

    id: str
    any: Numbers
    beside: tuple[Numbers, ...]
    unless: Numbers


@dataclass(frozen=True, slots=True)
class _Known:
    """The signs of one right, and the phrases to look for."""

    signs: tuple[_Sign, ...]
    calls: Mapping[int, Numbers]


@dataclass(frozen=True, slots=True)
class Elements:
    """Every sign of every part, compiled once."""

    book: PhraseBook
    known: Mapping[str, _Known]

    def within(self, clauses: Iterable[Clause]) -> Searched:
        """Some clauses, ready to be searched for the parts of many rights."""
        return Searched(self, Indexed(self.book, clauses))


@dataclass(frozen=True, slots=True)
class Searched:
    """Clauses in which the parts of rights are looked for."""

    elements: Elements
    clauses: Indexed

    def present(self, right: str, clauses: Iterable[Clause]) -> Mapping[str, Present]:
        """The parts of a right that some of these clauses give, each with the first that does."""
        known = self.elements.known.get(right)
        found: dict[str, Present] = {}
        if known is None:
            return found
        for clause in clauses:
            for sign, match in self._complete(known, clause):
                if sign.id not in found:
                    found[sign.id] = Present(sign.id, clause, match, self.elements.book)
        return found

    def _complete(self, known: _Known, clause: Clause) -> Iterator[tuple[_Sign, Match]]:
        here = self.clauses.find(clause, known.calls)
        for sign in known.signs if here else ():
            matches = [match for number in sign.any for match in here.get(number, ())]
            if (
                matches
                and all(not group.isdisjoint(here) for group in sign.beside)
                and sign.unless.isdisjoint(here)
            ):
                yield sign, max(matches, key=lambda match: match.end)


@cache
def elements() -> Elements:
    """The parts of every right by the signs of data/elements/."""
    book = PhraseBook()
    by_right: dict[str, list[_Sign]] = defaultdict(list)
    for sign in element_signs():
        by_right[sign.article].append(_compiled(sign, book))
    book.close()
    return Elements(book, {right: _known(signs) for right, signs in by_right.items()})


def _compiled(sign: ElementSign, book: PhraseBook) -> _Sign:
    return _Sign(
        sign.id,
        book.add_all(sign.any),
        tuple(map(book.add_all, sign.beside)),
        book.add_all(sign.unless),
    )


def _known(signs: Sequence[_Sign]) -> _Known:
    calls: dict[int, set[int]] = defaultdict(set)
    for sign in signs:
        for number in sign.any:
            calls[number].update(sign.unless, *sign.beside)
    return _Known(tuple(signs), {number: frozenset(called) for number, called in calls.items()})
