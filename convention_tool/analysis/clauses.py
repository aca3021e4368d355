"""The clauses of an article: what is read together when a right is looked for.

A clause is a sentence, or an item of a list together with the chapeau it hangs on. Recognition
works on clauses, because words that stand in two sentences do not make one rule.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from convention_tool.analysis.words import printed, sentences
from convention_tool.tree.nodes import Article, Paragraph, Subparagraph

#: Items of a list whose marks were lost: what follows an open chapeau or another item.
_OPEN = re.compile(r"(?:[:;—–-]|[;,]\s*(?:and|or))\s*$")

#: A clause that opens with a term in quotation marks says what the term means.
_QUOTED = re.compile(r"\s*(?:\([a-z0-9]{1,3}\)\s*)?[\"“„«][^\"”“»]{1,80}[\"”“»]\s")


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A sentence or item, with the chapeaux above it, outermost first."""

    node: Article | Paragraph | Subparagraph
    text: str
    lead: tuple[str, ...] = ()
    #: The place of its paragraph in the article, from 0.
    paragraph: int = 0

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its own words as printed."""
        return tuple(printed(self.text))

    @cached_property
    def lead_words(self) -> tuple[str, ...]:
        """The words of the chapeaux above it as printed."""
        return tuple(chain.from_iterable(map(_words, self.lead)))

    @property
    def defines(self) -> bool:
        """Whether it opens with the term that it defines."""
        return _QUOTED.match(self.text) is not None


@lru_cache(maxsize=256)
def _words(chapeau: str) -> tuple[str, ...]:
    """The words of a chapeau as printed; its items come one after another."""
    return tuple(printed(chapeau))


def clauses(paragraphs: Iterable[Paragraph]) -> Iterator[Clause]:
    """The clauses of some paragraphs, in the order of the text."""
    lead: tuple[str, ...] = ()
    for place, paragraph in enumerate(paragraphs):
        hangs = lead if not paragraph.number or _is_item(paragraph.text) else ()
        yield from _unit(paragraph, hangs, place)
        lead = _lead_after(paragraph, hangs)


def _is_item(text: str) -> bool:
    return text[:1].islower()


def _lead_after(paragraph: Paragraph, hangs: tuple[str, ...]) -> tuple[str, ...]:
    """The chapeau that the next paragraph hangs on, where a list lost its marks."""
    if paragraph.subparagraphs or not _OPEN.search(paragraph.text):
        return ()
    if paragraph.text.rstrip().endswith((":", "—", "–", "-")):
        return tuple(sentences(paragraph.text)[-1:])
    return hangs


def _unit(node: Paragraph | Subparagraph, lead: tuple[str, ...], place: int) -> Iterator[Clause]:
    said = sentences(node.text)
    for sentence in said:
        yield Clause(node=node, text=sentence, lead=lead, paragraph=place)
    inner = (*lead, *said[-1:])  # a list hangs on the last sentence before it
    for item in node.subparagraphs:
        yield from _unit(item, inner, place)
    if node.closing:
        yield Clause(node=node, text=node.closing, lead=inner, paragraph=place)
