"""Why a provision is said to answer a right, and which rights were thought of and left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from convention_tool.analysis.concordance import NAMED_FROM
from convention_tool.analysis.provisions import Provision, texts
from convention_tool.analysis.recognition import Recognised, recogniser
from convention_tool.catalogue.rights import Right, right
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Article, Instrument, Node
from convention_tool.tree.walk import walk

#: Below this a right was hardly thought of.
THOUGHT_OF_FROM = 0.15

#: "12", "art. 12", "Article 12": how people name an article who know no addresses.
_ARTICLE = re.compile(r"(?:art(?:icle|\.)?\s*)?(?P<number>\S+)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Considered:
    """A right that a provision may answer, with all that speaks for and against it."""

    right: Right
    found: Recognised

    @property
    def named(self) -> bool:
        """Whether it is sure enough to be given as an answer."""
        return self.found.confidence >= NAMED_FROM


@dataclass(frozen=True, slots=True)
class Explanation:
    """A provision and the rights that were thought of, the surest first."""

    citation: str
    provision: Provision
    considered: tuple[Considered, ...]
    places: Places

    def to_json(self) -> dict[str, Any]:
        """The explanation as JSON values.

        `provision` (its citation) and `rights`, the surest first: `article`, `title`,
        `confidence`, whether it is `named` as an answer, what is `against` it as a whole, and
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
        inner = {id(one) for one in walk(provision)}
        if id(node) in inner:
            within = {id(one) for one in walk(node)}
            found = recogniser().recognise(text, THOUGHT_OF_FROM)
            kept = found if node is provision else tuple(_within(found, within))
            ordered = sorted(kept, key=lambda one: -one.confidence)
            considered = tuple(Considered(right(one.right), one) for one in ordered)
            return Explanation(places.citation(node), provision, considered, places)
    return None


def _article(instrument: Instrument, name: str) -> Node | None:
    match = _ARTICLE.fullmatch(name.strip())
    number = match["number"].casefold() if match else ""
    articles = (one for one in walk(instrument) if isinstance(one, Article))
    return next((one for one in articles if one.number.casefold() == number), None)


def _within(found: tuple[Recognised, ...], nodes: set[int]) -> Iterator[Recognised]:
    """The answers to which some nodes contribute, with what they contribute."""
    for one in found:
        own = tuple(part for part in one.evidence if part.clause and id(part.clause.node) in nodes)
        if own:
            yield one._replace(evidence=own)
