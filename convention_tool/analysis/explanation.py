"""Why a provision is said to answer a right, and which rights were thought of and left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from convention_tool.analysis.authors import authors
from convention_tool.analysis.counterparts import NAMED_FROM, Own
from convention_tool.analysis.provisions import texts
from convention_tool.analysis.reads import Text
from convention_tool.analysis.recognition import Recognised, recogniser
from convention_tool.catalogue.rights import Right, right
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Article, Instrument, Node
from convention_tool.tree.walk import walk

#: Below this a right was hardly thought of.
THOUGHT_OF_FROM = 0.15

#: "12", "art. 12", "Article 12": how people name an article who know no addresses.
_ARTICLE = re.compile(r"(?:art(?:icle|\.)?\s*)?(?P<number>\S+(?:\s\S+)?)", re.IGNORECASE)


class Word(StrEnum):
    """What the authors say of an answer."""

    NOTHING = ""
    YES = "the authors say that it answers this right"
    NO = "the authors say that it does not answer this right"


@dataclass(frozen=True, slots=True)
class Considered:
    """A right that a provision may answer, with all that speaks for and against it."""

    right: Right
    found: Recognised
    authors: Word = Word.NOTHING

    @property
    def named(self) -> bool:
        """Whether it is given as an answer: its authors say so, or it is sure enough."""
        if self.authors:
            return self.authors is Word.YES
        return self.found.confidence >= NAMED_FROM


@dataclass(frozen=True, slots=True)
class Explanation:
    """A provision and the rights that were thought of, the surest first."""

    citation: str
    considered: tuple[Considered, ...]
    places: Places

    def to_json(self) -> dict[str, Any]:
        """The explanation as JSON values.

        `provision` (its citation) and `rights`, the surest first: `article`, `title`,
        `confidence`, whether it is `named` as an answer, what its `authors` say of it ("" for
        nothing), what is `against` it as a whole, and
        `evidence`: the `words`, the `citation` of where they stand ("" for the heading), how
        surely they show the right `alone`, and what is `against` them.
        """
        return {
            "provision": self.citation,
            "rights": [self._json(one) for one in self.considered],
        }

    def _json(self, one: Considered) -> dict[str, Any]:
        return {
            "article": one.right.article,
            "title": one.right.title,
            "confidence": round(one.found.confidence, 2),
            "named": one.named,
            "authors": str(one.authors),
            "against": [doubt.sentence for doubt in one.found.against],
            "evidence": [
                {
                    "words": part.quotation,
                    "citation": self.places.citation(part.clause.node) if part.clause else "",
                    "alone": round(part.strength, 2),
                    "against": [doubt.sentence for doubt in part.against],
                }
                for part in one.found.evidence
            ],
        }


def explain(instrument: Instrument, name: str) -> Explanation | None:
    """Why a provision answers what it does; None where there is no such provision.

    Args:
        instrument: the draft.
        name: an address ("art_12", "art_12__para_3"), or an article as people name it ("12").
    """
    places = Places(instrument)
    node = places.find(name.strip()) or _article(instrument, name)
    if node is None:
        return None
    for provision, text in texts(instrument):
        if id(node) in {id(one) for one in walk(provision)}:
            own = Own.of(node, authors(instrument))
            within = {id(one) for one in walk(node)}
            clauses = tuple(one for one in text.clauses if id(one.node) in within)
            said = text if node is provision else Text("", clauses)
            return Explanation(places.citation(node), tuple(_considered(said, own)), places)
    return None


def _considered(text: Text, own: Own) -> Iterator[Considered]:
    """The rights that a text may answer, the surest first, and what its authors say of them."""
    found = {one.right: one for one in recogniser().recognise(text, THOUGHT_OF_FROM)}
    ordered = sorted(found.values(), key=lambda one: -one.confidence)
    for name in dict.fromkeys((*own.added, *(one.right for one in ordered))):
        word = Word.NOTHING
        if name in own.added:
            word = Word.YES
        elif name in own.removed:
            word = Word.NO
        yield Considered(right(name), found.get(name, Recognised(name, 0.0, ())), word)


def _article(instrument: Instrument, name: str) -> Node | None:
    match = _ARTICLE.fullmatch(name.strip())
    number = _plain(match["number"]) if match else ""
    articles = (one for one in walk(instrument) if isinstance(one, Article))
    return next((one for one in articles if _plain(one.number) == number), None)


def _plain(number: str) -> str:
    """A number as people compare it: "3 bis" is "3bis"."""
    return "".join(number.casefold().split())
