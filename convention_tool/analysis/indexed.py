"""Clauses in which many phrases are looked for, each clause with the chapeaux it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.search import Index, Match, batches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convention_tool.analysis.clauses import Clause
    from convention_tool.analysis.phrases import PhraseBook


class Indexed:
    """Some clauses, found again by their identity."""

    def __init__(self, book: PhraseBook, clauses: Iterable[Clause]) -> None:
        """Note which words each clause has."""
        self._all = range(len(book.steps))
        #: They are kept, so that their identities stay theirs.
        self._clauses = tuple({id(clause): clause for clause in clauses}.values())
        self._where: dict[int, tuple[Index, int]] = {}
        self._likely: dict[tuple[int, int], Mapping[int, list[int]]] = {}
        for batch in batches(self._clauses):
            index = book.index([book.forms((*one.lead_words, *one.words)) for one in batch])
            self._where.update((id(one), (index, place)) for place, one in enumerate(batch))

    def find(
        self, clause: Clause, calls: Mapping[int, frozenset[int]] | None = None
    ) -> Mapping[int, list[Match]]:
        """Phrases in a clause; where `calls` is given, see `Index.find`."""
        index, place = self._where[id(clause)]
        key = (id(index), id(calls))
        if key not in self._likely:
            self._likely[key] = index.runs_with(self._all if calls is None else calls)
        return index.find(place, calls, self._likely[key].get(place, ()))
