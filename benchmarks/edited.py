"""Edited treaties whose edits are known: what a drafting session might do to a text, seeded.

Each article and paragraph of an edited treaty knows which of the old text it was made from, so
the true pairs, moves, splits and merges are known without reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Article, Element, Instrument, Paragraph, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

#: The shares of words that a modification touches: a slip of the pen to a rewriting.
STRENGTHS = (0.03, 0.1, 0.25, 0.4)

#: An article that is shorter is not split, moved or modified beyond recognition.
_SHORT = 20


class Pair(NamedTuple):
    """The addresses of what belongs together."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Truth:
    """What was done to a treaty."""

    articles: frozenset[Pair]
    paragraphs: frozenset[Pair]
    moved: frozenset[Pair]
    renumbered: frozenset[Pair]
    split: frozenset[Pair]
    merged: frozenset[Pair]
    inserted: frozenset[str]
    deleted: frozenset[str]


@dataclass(slots=True)
class _Piece:
    """A paragraph on its way, and the old paragraphs whose words it has."""

    node: Paragraph
    sources: list[str]


@dataclass(slots=True)
class _Draft:
    """An article on its way, and the old articles that it is made of."""

    node: Article
    pieces: list[_Piece]
    sources: list[str]
    moved: bool = False
    split: bool = False
    merged: bool = False


@dataclass(slots=True)
class _Opening:
    """Where a part opens."""

    part: Part
    depth: int


@dataclass(slots=True)
class Plan:
    """How many of the articles of a treaty suffer what, as shares."""

    modified: float = 0.4
    moved: float = 0.06
    split: float = 0.04
    merged: float = 0.04
    inserted: float = 0.05
    deleted: float = 0.04
    #: Of the articles with several paragraphs.
    reordered: float = 0.04
    strengths: tuple[float, ...] = STRENGTHS
    #: Whether references follow their targets.
    follows: bool = True


#: What each sitting does: some everything, others one thing a lot.
PLANS: dict[str, Plan] = {
    "everything": Plan(),
    "light": Plan(0.2, 0.01, 0.01, 0.01, 0.02, 0.02, 0.01, (0.03, 0.1)),
    "heavy": Plan(0.8, 0.08, 0.05, 0.05, 0.08, 0.08, 0.05),
    "moves": Plan(0.3, 0.2, 0, 0, 0, 0, 0.1),
    "renumbering": Plan(0.1, 0, 0, 0, 0.15, 0.15, 0),
    "splits and merges": Plan(0.3, 0, 0.15, 0.15, 0, 0, 0),
}


@dataclass(slots=True)
class Editor:
    """Edits treaties."""

    random: Random
    #: Words to write with, and articles of other treaties to insert.
    words: Sequence[str]
    foreign: Sequence[Article]
    plan: Plan = field(default_factory=Plan)

    def edit(self, old: Instrument) -> tuple[Instrument, Truth]:
        """The treaty after the sitting, and what was done to it."""
        places = Places(old)
        row = list(_flat(old.elements, places))
        drafts = [one for one in row if isinstance(one, _Draft)]
        count = len(drafts)
        deleted = self._some(drafts, count * self.plan.deleted)
        row = [one for one in row if one not in deleted]
        rest = [one for one in row if isinstance(one, _Draft)]
        moved = self._some(rest, count * self.plan.moved, _is_long)
        for draft in self._some(
            [one for one in rest if one not in moved], count * self.plan.split, _can_split
        ):
            self._split(row, draft)
        for _ in range(round(count * self.plan.merged)):
            self._merge(row, moved)
        for draft in moved:
            self._move(row, draft)
        for _ in range(round(count * self.plan.inserted)):
            article = self.random.choice(self.foreign)
            pieces = [_Piece(paragraph, []) for paragraph in article.paragraphs]
            row.insert(self.random.randint(0, len(row)), _Draft(article, pieces, []))
        rest = [one for one in row if isinstance(one, _Draft)]
        for draft in self._some(rest, count * self.plan.reordered, lambda one: len(one.pieces) > 3):
            self._reorder(draft)
        for draft in self._some(rest, count * self.plan.modified):
            self._modify(draft)
        return self._result(old, row)

    def _some(
        self, drafts: Sequence[_Draft], count: float, fit: Callable[[_Draft], bool] = lambda _: True
    ) -> list[_Draft]:
        able = [draft for draft in drafts if fit(draft)]
        return self.random.sample(able, min(round(count), len(able)))

    def _split(self, row: list[_Draft | _Opening], draft: _Draft) -> None:
        """Part an article in two, between paragraphs or, if it has one, between sentences."""
        if len(draft.pieces) > 1:
            at = self.random.randint(1, len(draft.pieces) - 1)
            second = draft.pieces[at:]
            draft.pieces = draft.pieces[:at]
        else:
            (piece,) = draft.pieces
            ends = _sentence_ends(piece.node.text)
            end = self.random.choice(ends)
            text = piece.node.text
            second = [_Piece(Paragraph(text=text[end:].strip()), list(piece.sources))]
            piece.node = replace(piece.node, text=text[:end].strip())
        heading = (
            " ".join(self.random.sample(self.words, 2)).capitalize() if draft.node.heading else ""
        )
        other = _Draft(
            replace(draft.node, heading=heading), second, list(draft.sources), split=True
        )
        draft.split = True
        row.insert(row.index(draft) + 1, other)

    def _merge(self, row: list[_Draft | _Opening], moved: Sequence[_Draft]) -> None:
        """Make one article of two neighbours."""
        able = [
            place
            for place, (one, two) in enumerate(pairwise(row))
            if isinstance(one, _Draft)
            and isinstance(two, _Draft)
            and not (one.split or two.split or one.merged or two.merged)
            and one not in moved
            and two not in moved
            and _is_long(one)
            and _is_long(two)
        ]
        if able:
            place = self.random.choice(able)
            one, two = row[place], row.pop(place + 1)
            assert isinstance(one, _Draft)
            assert isinstance(two, _Draft)
            one.pieces += two.pieces
            one.sources += two.sources
            one.merged = True

    def _move(self, row: list[_Draft | _Opening], draft: _Draft) -> None:
        """Take an article out and put it in far enough away that it is this one that moved."""
        place = row.index(draft)
        row.remove(draft)
        far = [target for target in range(len(row) + 1) if abs(target - place) > 3]
        if far:
            row.insert(self.random.choice(far), draft)
            draft.moved = True
        else:
            row.insert(place, draft)

    def _reorder(self, draft: _Draft) -> None:
        piece = draft.pieces.pop(0)
        draft.pieces.append(piece)

    def _modify(self, draft: _Draft) -> None:
        strength = self.random.choice(self.plan.strengths)
        for piece in draft.pieces:
            piece.node = self._modified(piece.node, strength)

    def _modified(self, node: Paragraph, strength: float) -> Paragraph:
        items = tuple(
            replace(item, text=self._reworded(item.text, strength)) for item in node.subparagraphs
        )
        return replace(node, text=self._reworded(node.text, strength), subparagraphs=items)

    def _reworded(self, text: str, strength: float) -> str:
        said: list[str] = []
        for word in text.split(" "):
            if self.random.random() >= strength:
                said.append(word)
                continue
            match self.random.randrange(3):
                case 0:
                    said.append(self.random.choice(self.words))
                case 1:
                    said += [word, self.random.choice(self.words)]
                case _:
                    pass
        return " ".join(said)

    def _result(self, old: Instrument, row: list[_Draft | _Opening]) -> tuple[Instrument, Truth]:
        drafts = [one for one in row if isinstance(one, _Draft)]
        numbers: dict[str, str] = {}
        for number, draft in enumerate(drafts, 1):
            for source in draft.sources:
                numbers.setdefault(source, str(number))
            draft.node = replace(
                draft.node,
                number=str(number),
                paragraphs=tuple(_renumbered([piece.node for piece in draft.pieces])),
            )
        if self.plan.follows:
            by_number = {
                address.removeprefix("art_"): number for address, number in numbers.items()
            }
            for draft in drafts:
                draft.node = replace(
                    draft.node,
                    paragraphs=tuple(_follow(one, by_number) for one in draft.node.paragraphs),
                )
        new = replace(old, elements=tuple(_nested(row)))
        return new, _truth(old, new, drafts)


def _truth(old: Instrument, new: Instrument, drafts: list[_Draft]) -> Truth:
    was, places = Places(old), Places(new)
    articles, paragraphs, moved, renumbered, split, merged = (set[Pair]() for _ in range(6))
    inserted = set[str]()
    numbers = {was.address(one): one.number for one in old.articles}
    for draft in drafts:
        address = places.address(draft.node)
        if not draft.sources:
            inserted.add(address)
        for source in draft.sources:
            pair = Pair(source, address)
            articles.add(pair)
            if draft.moved:
                moved.add(pair)
            if draft.split:
                split.add(pair)
            if draft.merged:
                merged.add(pair)
            if numbers[source] != draft.node.number:
                renumbered.add(pair)
        for piece, node in zip(draft.pieces, draft.node.paragraphs, strict=True):
            paragraphs |= {Pair(source, places.address(node)) for source in piece.sources}
    kept = {pair.old for pair in articles}
    deleted = frozenset(numbers) - kept
    return Truth(
        articles=frozenset(articles),
        paragraphs=frozenset(paragraphs),
        moved=frozenset(moved),
        renumbered=frozenset(renumbered),
        split=frozenset(split),
        merged=frozenset(merged),
        inserted=frozenset(inserted),
        deleted=deleted,
    )


def _flat(
    elements: tuple[Element, ...], places: Places, depth: int = 0
) -> Iterator[_Draft | _Opening]:
    for element in elements:
        match element:
            case Article():
                pieces = [_Piece(one, [places.address(one)]) for one in element.paragraphs]
                yield _Draft(element, pieces, [places.address(element)])
            case Part():
                yield _Opening(element, depth)
                yield from _flat(element.elements, places, depth + 1)
            case Paragraph():
                pass


def _nested(row: Sequence[_Draft | _Opening], depth: int = 0) -> Iterator[Element]:
    place = 0
    while place < len(row):
        one = row[place]
        place += 1
        if isinstance(one, _Draft):
            yield one.node
            continue
        end = place
        while end < len(row) and not _closes(row[end], one.depth):
            end += 1
        yield replace(one.part, elements=tuple(_nested(row[place:end], depth + 1)))
        place = end


def _closes(one: _Draft | _Opening, depth: int) -> bool:
    return isinstance(one, _Opening) and one.depth <= depth


def _renumbered(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs counted anew, if they are numbered and there are several."""
    numbered = len(paragraphs) > 1 and any(one.number for one in paragraphs)
    for count, paragraph in enumerate(paragraphs, 1):
        number = str(count) if numbered else ""
        yield replace(paragraph, number=number, mark=f"{number}." if number else "")


def _follow(paragraph: Paragraph, numbers: dict[str, str]) -> Paragraph:
    def new(match: re.Match[str]) -> str:
        return match[1] + numbers.get(match[2], match[2])

    return replace(paragraph, text=re.sub(r"\b([Aa]rticle )([0-9]+)\b", new, paragraph.text))


def _is_long(draft: _Draft) -> bool:
    return _length(draft) >= _SHORT


def _length(draft: _Draft) -> int:
    return sum(len(piece.node.text.split()) for piece in draft.pieces)


def _can_split(draft: _Draft) -> bool:
    if len(draft.pieces) > 1:
        return _length(draft) >= 2 * _SHORT
    return bool(draft.pieces) and bool(_sentence_ends(draft.pieces[0].node.text))


def _sentence_ends(text: str) -> list[int]:
    """Where a text of some length may be cut: after sentences that leave enough on both sides."""
    ends = [match.end() for match in re.finditer(r"[a-z)]\.(?= [A-Z])", text)]
    return [
        end
        for end in ends
        if len(text[:end].split()) >= _SHORT / 2 and len(text[end:].split()) >= _SHORT / 2
    ]
