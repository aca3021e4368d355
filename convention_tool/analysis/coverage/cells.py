"""The matrix of rights by groups: what each right, and each element of it, is to each group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.matrix import Cell, Verdict
from convention_tool.analysis.coverage.records import ElementRow, GroupCell, RightRow
from convention_tool.analysis.norms import modality_ranks
from convention_tool.analysis.reasons import modality_title
from convention_tool.analysis.strength import SOFT
from convention_tool.catalogue.applicability import not_applicable
from convention_tool.tree.nodes import Article
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convention_tool.analysis.concordance import Answer
    from convention_tool.analysis.content import Part
    from convention_tool.analysis.counterparts import Counterpart
    from convention_tool.analysis.coverage.matrix import Provisions
    from convention_tool.analysis.coverage.quoting import Quoting
    from convention_tool.analysis.coverage.records import Evidence
    from convention_tool.analysis.coverage.standing import Standing
    from convention_tool.analysis.norms import Said
    from convention_tool.catalogue.rights import Element, Right
    from convention_tool.tree.address import Places
    from convention_tool.tree.nodes import Node

#: States in which a group has what a provision gives, in full or on terms.
REACHED = frozenset({Cell.EXPLICIT, Cell.INCLUSIVE, Cell.CONDITIONAL, Cell.PARTIAL, Cell.CONSIDER})

#: States in which others have it and the group has not.
LOST = frozenset({Cell.EXCLUDED, Cell.SUBTRACTED, Cell.SILENT})

#: So many lacking elements are named in a reason; the rows of the elements have all.
_NAMED = 4

_STRENGTH = {cell: place for place, cell in enumerate(Cell)}


@dataclass(frozen=True, slots=True)
class _Found:
    """What some provisions are to a group, those that give it, and the words that show it."""

    verdict: Verdict
    provisions: tuple[str, ...] = ()
    #: Words of the provision beside those of the verdict: what makes it a soft duty.
    shown: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Cells:
    """Makes the rows of the matrix."""

    provisions: Provisions
    standings: tuple[Standing, ...]
    quoting: Quoting
    places: Places
    #: The gaps that the authors mean: right and group.
    meant: frozenset[tuple[str, str]] = frozenset()

    def row(self, right: Right, answer: Answer | None) -> RightRow:
        """A right with a cell for each group, and the same for each of its elements."""
        if answer is None or not answer.counterparts:
            cells = self._silent_on(right, _SILENT)
            return RightRow(
                right,
                cells,
                tuple(ElementRow(element, given=False, cells=cells) for element in right.elements),
            )
        given = answer.verdict.content
        everywhere = given.everywhere if given else {}
        elements = [self._element(element, everywhere, answer) for element in right.elements]
        cells = tuple(
            self._cell(right, place, answer, elements) for place in range(len(self.standings))
        )
        return RightRow(right, cells, tuple(elements))

    def _silent_on(
        self, right: Right, silence: Verdict, element: str = ""
    ) -> tuple[GroupCell, ...]:
        """The cells of what no provision gives."""
        if self._is_plain(right):
            return self._silent(silence)
        return tuple(
            self._as_meant(right, _settled(right, element, standing.group.id, silence))
            for standing in self.standings
        )

    def _is_plain(self, right: Right) -> bool:
        """Whether a right is for every group, and no gap in it is meant."""
        return right.article not in _with_exceptions() and not any(
            article == right.article for article, _ in self.meant
        )

    def _silent(self, silence: Verdict) -> tuple[GroupCell, ...]:
        """The same cells stand in most such rows, so they are made once."""
        found = self._silences.get(silence.reason)
        if found is None:
            reason = _sentence(silence.reason)
            found = self._silences[silence.reason] = tuple(
                GroupCell(standing.group.id, Cell.SILENT, (), reason) for standing in self.standings
            )
        return found

    @cached_property
    def _silences(self) -> dict[str, tuple[GroupCell, ...]]:
        return {}

    def _cell(
        self, right: Right, place: int, answer: Answer, elements: Sequence[ElementRow]
    ) -> GroupCell:
        """What a right is to a group: the best of its provisions, less what others have more."""
        standing = self.standings[place]
        every = [
            self._counterpart(one, modality, standing)
            for one, modality in zip(answer.counterparts, self._modalities(answer), strict=True)
        ]
        best = min(every, key=lambda found: _STRENGTH[found.verdict.cell])
        alike = [one for one in every if one.verdict.cell is best.verdict.cell]
        provisions = tuple(address for one in alike for address in one.provisions)
        cell = self._made(right, standing.group.id, replace(best, provisions=provisions))
        cell = self._less(cell, place, elements, answer)
        return self._as_meant(right, cell)

    def _as_meant(self, right: Right, cell: GroupCell) -> GroupCell:
        """A cell, marked where it is a gap, or in part, and the authors say that they mean it."""
        if cell.status in LOST | {Cell.PARTIAL} and (right.article, cell.group) in self.meant:
            return replace(cell, intended=True)
        return cell

    def _modalities(self, answer: Answer) -> tuple[Said | None, ...]:
        given = answer.verdict.content
        return given.modalities if given else (None,) * len(answer.counterparts)

    def _counterpart(self, one: Counterpart, modality: Said | None, standing: Standing) -> _Found:
        """What a provision that answers a right is to a group."""
        article = self.places.find(one.address)
        assert article is not None
        verdict = min(
            (self._at(node, article, standing) for node in _shown(one) or (article,)),
            key=lambda verdict: _STRENGTH[verdict.cell],
        )
        return self._softened(_Found(verdict, (one.address,)), modality)

    def _at(self, node: Node, article: Node, standing: Standing) -> Verdict:
        """What the words of a node are to a group, worked out once."""
        key = (id(node), standing.group.id)
        found = self._verdicts.get(key)
        if found is None:
            found = self._verdicts[key] = self._worked_out(node, article, standing)
        return found

    @cached_property
    def _verdicts(self) -> dict[tuple[int, str], Verdict]:
        return {}

    def _worked_out(self, node: Node, article: Node, standing: Standing) -> Verdict:
        """What the words of a node are to a group.

        They are for those whom their paragraph names, and where it names nobody for those of the
        article, less what a clause takes away by the number of the very paragraph or item.
        """
        paragraph = self._paragraph(node, article)
        home = paragraph if paragraph and self.provisions.names_holders(paragraph) else article
        verdict = self.provisions.verdict(home, article, standing)
        taken = self.provisions.taken(node, standing.group.id)
        if taken is None or verdict.cell not in REACHED:
            return verdict
        found = self.provisions.taking(taken, article)
        if not taken.as_to:
            return found
        return Verdict(Cell.PARTIAL, f"a clause takes it away “{taken.as_to}”", found.grounds)

    def _paragraph(self, node: Node, article: Node) -> Node | None:
        """The paragraph of an article that holds a node."""
        return self._holding(article).get(id(node))

    @cached_property
    def _paragraphs(self) -> dict[int, Mapping[int, Node]]:
        return {}

    def _holding(self, article: Node) -> Mapping[int, Node]:
        found = self._paragraphs.get(id(article))
        if found is None:
            paragraphs = article.paragraphs if isinstance(article, Article) else (article,)
            found = self._paragraphs[id(article)] = {
                id(inner): paragraph for paragraph in paragraphs for inner in walk(paragraph)
            }
        return found

    def _softened(self, found: _Found, modality: Said | None) -> _Found:
        """The same as a soft duty, where States need only try, consider or may."""
        if modality is None or not _is_soft(modality.id):
            return found
        verdict = found.verdict
        if verdict.cell not in {Cell.EXPLICIT, Cell.INCLUSIVE, Cell.CONDITIONAL}:
            return found
        soft = _soft(modality.id)
        words = self.quoting.said(modality)
        if verdict.cell is Cell.CONDITIONAL:
            return _Found(
                Verdict(verdict.cell, f"{verdict.reason}, and {soft}", verdict.grounds),
                found.provisions,
                (words,),
            )
        return _Found(Verdict(Cell.CONSIDER, soft, verdict.grounds), found.provisions, (words,))

    def _element(
        self, element: Element, everywhere: Mapping[str, Sequence[Part]], answer: Answer
    ) -> ElementRow:
        parts = everywhere.get(element.id, ())
        if not parts:
            cells = self._silent_on(answer.right, _NO_ELEMENT, f"/{element.id}")
            return ElementRow(element, given=False, cells=cells)
        placed = [(part, article) for part in parts if (article := self._home(part, answer))]
        return ElementRow(
            element,
            given=True,
            cells=tuple(
                self._made(
                    answer.right,
                    standing.group.id,
                    min(
                        (self._part(part, article, standing) for part, article in placed),
                        key=lambda found: _STRENGTH[found.verdict.cell],
                    ),
                    f"/{element.id}",
                )
                for standing in self.standings
            ),
        )

    def _home(self, part: Part, answer: Answer) -> Node | None:
        """The provision of an answer that holds the words of an element."""
        for one in answer.counterparts:
            article = self.places.find(one.address)
            if article is not None and id(part.place.clause.node) in self._holding(article):
                return article
        return None

    def _part(self, part: Part, article: Node, standing: Standing) -> _Found:
        """What the words that give an element are to a group."""
        node = part.place.clause.node
        verdict = self._at(node, article, standing)
        address = self.places.address(node)
        found = _Found(verdict, (address,))
        if part.modality is None or not _is_soft(part.modality):
            return found
        if verdict.cell not in {Cell.EXPLICIT, Cell.INCLUSIVE}:
            return found
        return _Found(Verdict(Cell.CONSIDER, _soft(part.modality), verdict.grounds), (address,))

    def _with_some(self, cell: GroupCell, place: int, given: Sequence[ElementRow]) -> GroupCell:
        """A cell that is partial, where the group has elements of a right that is for others."""
        had = [row for row in given if row.cells[place].status in REACHED]
        if not had:
            return cell
        named = "; ".join(row.element.text for row in had[:_NAMED])
        provisions = (one for row in had for one in row.cells[place].provisions)
        evidence = (one for row in had for one in row.cells[place].evidence)
        return replace(
            cell,
            status=Cell.PARTIAL,
            reason=f"{cell.reason} It has only: {named}.",
            provisions=tuple(dict.fromkeys(provisions)),
            evidence=tuple(dict.fromkeys(evidence)),
        )

    def _without_items(self, cell: GroupCell, place: int, answer: Answer) -> GroupCell:
        """A cell that is partial, where items of the provision are taken away by their letters."""
        group = self.standings[place].group.id
        if not self.provisions.takes_from(group):
            return cell
        for one in answer.counterparts:
            article = self.places.find(one.address)
            assert article is not None
            for node in _shown(one):
                paragraph = self._paragraph(node, article)
                for inner in walk(paragraph) if paragraph else ():
                    if taken := self.provisions.taken(inner, group):
                        verdict = self.provisions.taking(taken, article)
                        reason = f"some of its items are not theirs: {verdict.reason}"
                        evidence = (*cell.evidence, *self.quoting.evidence(verdict.grounds))
                        return replace(
                            cell, status=Cell.PARTIAL, reason=_sentence(reason), evidence=evidence
                        )
        return cell

    def _less(
        self, cell: GroupCell, place: int, elements: Sequence[ElementRow], answer: Answer
    ) -> GroupCell:
        """A cell that is partial, where the group lacks elements that the draft gives to others."""
        given = [row for row in elements if row.given]
        if cell.status in {Cell.SILENT, Cell.EXCLUDED}:
            return self._with_some(cell, place, given)
        if cell.status in {Cell.NOT_APPLICABLE, Cell.SUBTRACTED, Cell.PARTIAL}:
            return cell
        lost = [row for row in given if row.cells[place].status in LOST]
        some = [row for row in given if row.cells[place].status is Cell.PARTIAL]
        if not (lost or some):
            return self._without_items(cell, place, answer)
        lacking = "; ".join(row.element.text for row in (*lost, *some)[:_NAMED])
        more = len(lost) + len(some) - _NAMED
        reason = f"{cell.reason} " if cell.reason else ""
        reason += f"Without, in whole or in part: {lacking}" + (
            f"; and {more} more." if more > 0 else "."
        )
        shown = (
            *cell.evidence,
            *(one for row in (*lost, *some) for one in row.cells[place].evidence),
        )
        status = Cell.CONDITIONAL if cell.status is Cell.CONDITIONAL else Cell.PARTIAL
        return GroupCell(
            cell.group, status, cell.provisions, reason, tuple(dict.fromkeys(shown)), cell.intended
        )

    def _made(self, right: Right, group: str, found: _Found, element: str = "") -> GroupCell:
        cell = _settled(right, element, group, found.verdict)
        if cell.status is Cell.NOT_APPLICABLE:
            return cell
        evidence = (*self.quoting.evidence(found.verdict.grounds), *found.shown)
        return GroupCell(group, cell.status, found.provisions, cell.reason, evidence)


def _shown(one: Counterpart) -> tuple[Node, ...]:
    """The nodes of a provision whose words answer a right, each once."""
    return tuple({id(clause.node): clause.node for clause in one.answering.shown}.values())


def _is_soft(modality: str) -> bool:
    return modality_ranks()[modality] <= SOFT


def _soft(modality: str) -> str:
    return f"States here only “{modality_title(modality)}”"


def _settled(right: Right, element: str, group: str, verdict: Verdict) -> GroupCell:
    """A verdict as a cell; silence on what is not for the group is none.

    The element, if one is meant, is written after a slash: "/training".
    """
    if verdict.cell is Cell.SILENT:
        known = not_applicable()
        why = known.get((right.article, group)) or known.get((right.article + element, group))
        if why:
            return GroupCell(group, Cell.NOT_APPLICABLE, (), _sentence(why))
    return GroupCell(group, verdict.cell, (), _sentence(verdict.reason))


@cache
def _with_exceptions() -> frozenset[str]:
    """The rights that are by their nature not for every group."""
    return frozenset(right.partition("/")[0] for right, _ in not_applicable())


def _sentence(reason: str) -> str:
    return f"{reason[0].upper()}{reason[1:]}." if reason else ""


_SILENT = Verdict(Cell.SILENT, "no provision answers this right")
_NO_ELEMENT = Verdict(Cell.SILENT, "no provision gives this element")
