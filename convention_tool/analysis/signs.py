"""The knowledge of data/recognition/, its phrases compiled into one book."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from convention_tool.analysis.phrases import Numbers, PhraseBook
from convention_tool.catalogue.recognition import Knowledge, knowledge


@dataclass(frozen=True, slots=True)
class CompiledSign:
    """A sign with its phrases as numbers of the book."""

    number: int
    right: str
    field: str
    any: Numbers
    beside: tuple[Numbers, ...]
    about: Numbers
    unless: Numbers
    nowhere: Numbers
    weight: float


@dataclass(frozen=True, slots=True)
class CompiledField:
    """A kind of article with its phrases as numbers of the book."""

    cues: Numbers
    headings: Numbers
    shuts: frozenset[str]
    #: Whether clauses that open with a term in quotation marks are of this kind.
    quotes: bool


@dataclass(frozen=True, slots=True)
class Signs:
    """Every sign, and the way from a phrase to the signs it may complete."""

    book: PhraseBook
    every: tuple[CompiledSign, ...]
    #: The signs that a phrase may be the `any` of.
    by_phrase: Mapping[int, tuple[CompiledSign, ...]]
    #: The rights that a phrase is the heading of.
    by_heading: Mapping[int, tuple[str, ...]]
    #: Where the provisions of each right stand.
    field_of: Mapping[str, str]
    fields: tuple[CompiledField, ...]
    #: The fields where an aside says nothing.
    formal: frozenset[str]
    asides: Numbers
    topics: Numbers
    denials: Numbers
    insertions: Numbers
    masks: Numbers
    #: The phrases to look for in a clause, each with those that matter once it is found.
    calls: Mapping[int, Numbers]
    #: The same for a heading, where a right's own headings count too.
    in_headings: Mapping[int, Numbers]
    #: Those that matter alone: the others only where the rest of a sign can stand with them.
    alone: Numbers


@cache
def signs() -> Signs:
    """The signs of every right, compiled once."""
    return compiled(knowledge())


def compiled(known: Knowledge) -> Signs:
    """The knowledge with its phrases in one book."""
    book = PhraseBook()

    every: list[CompiledSign] = []
    by_heading: dict[int, list[str]] = defaultdict(list)
    for wording in known.wordings:
        for heading in book.add_all(wording.headings):
            by_heading[heading].append(wording.article)
        for sign in wording.signs:
            every.append(
                CompiledSign(
                    number=len(every),
                    right=wording.article,
                    field=wording.field,
                    any=book.add_all(sign.any),
                    beside=tuple(book.add_all(group) for group in sign.beside),
                    about=book.add_all(sign.about),
                    unless=book.add_all(sign.unless),
                    nowhere=book.add_all(sign.nowhere),
                    weight=sign.weight,
                )
            )
    fields = tuple(
        CompiledField(
            cues=book.add_all(kind.cues),
            headings=book.add_all(kind.headings),
            shuts=frozenset(kind.shuts),
            quotes=kind.quotes,
        )
        for kind in known.fields
    )
    asides, topics = book.add_all(known.asides), book.add_all(known.topics)
    denials, insertions = book.add_all(known.denials), book.add_all(known.insertions)
    masks = book.add_all(known.masks)
    headings = frozenset(by_heading).union(*(kind.headings for kind in fields))
    article = [sign.about | sign.nowhere for sign in every]
    alone = asides.union(topics, denials, *(kind.cues for kind in fields), *article)
    calls = _calls(every, alone)
    book.close()
    return Signs(
        book=book,
        every=tuple(every),
        by_phrase=_by_phrase(every),
        by_heading={phrase: tuple(rights) for phrase, rights in by_heading.items()},
        field_of={one.article: one.field for one in known.wordings},
        fields=fields,
        formal=frozenset(kind.name for kind in known.fields if kind.formal),
        asides=asides,
        topics=topics,
        denials=denials,
        insertions=insertions,
        masks=masks,
        calls=calls,
        in_headings={**dict.fromkeys(headings, frozenset()), **calls},
        alone=alone,
    )


def _by_phrase(every: Iterable[CompiledSign]) -> Mapping[int, tuple[CompiledSign, ...]]:
    found: dict[int, list[CompiledSign]] = defaultdict(list)
    for sign in every:
        for phrase in sign.any:
            found[phrase].append(sign)
    return {phrase: tuple(signs) for phrase, signs in found.items()}


def _calls(every: Iterable[CompiledSign], alone: Numbers) -> Mapping[int, Numbers]:
    """What is looked for with each phrase; what a whole article is asked for is so everywhere."""
    found: dict[int, Numbers] = dict.fromkeys(alone, frozenset())
    for sign in every:
        with_it = sign.unless.union(*sign.beside)
        for phrase in sign.any:
            found[phrase] = found.get(phrase, frozenset()) | with_it
    return found
