"""Who holds what a clause gives, and whom the instrument reaches as a whole."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from convention_tool.analysis.coverage.clauses import Clause
from convention_tool.analysis.coverage.continuing import applied
from convention_tool.analysis.coverage.lexicon import Words
from convention_tool.analysis.coverage.patterns import blanked
from convention_tool.catalogue.holders import HolderClass, holder_classes
from convention_tool.source import Span

#: A text is universal if "everyone" holds more than this share of the clauses that name a holder:
#: conventions for one class say "no one" once or twice too.
UNIVERSAL_SHARE = 1 / 3

#: Or if "everyone" holds so many clauses, and not only in passing: a charter for workers can
#: give half of its rights to everyone.
UNIVERSAL_COUNT = 6
UNIVERSAL_PASSING = 0.1

#: But a long text that speaks of "everyone", or of some class, in fewer than one article of fifty,
#: or of children or women in fewer than one of four, meets them in passing.
UNIVERSAL_ARTICLES = 1 / 50
ACROSS_ARTICLES = 1 / 4

#: The group that a status gate shuts out rather than tests.
WITHOUT_STATUS = "irregular"

#: A class must hold this share of what the foremost class holds to be among the holders.
CLASS_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds what a clause gives."""

    clause: Clause
    universal: bool
    classes: frozenset[str]
    #: The right hangs on a status or a permit.
    gated: bool
    #: The words that name the first holder.
    span: Span
    #: The words by which the right hangs on a permit still to be had.
    terms: Span | None = None
    #: It says to whom the instrument applies.
    scope: bool = False

    @property
    def named(self) -> bool:
        """Whether the clause names any holder."""
        return self.universal or bool(self.classes)

    @property
    def own(self) -> bool:
        """Whether the holder stands in the clause's own words, not in those that open its list."""
        return self.span.start >= self.clause.start


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom an instrument reaches without naming them."""

    universal: bool
    classes: tuple[HolderClass, ...]
    #: The clauses that show it best, first those without a gate.
    grounds: tuple[Holding, ...]

    def by_class(self, group: str) -> HolderClass | None:
        """The class of holders that takes a group in; rather one that does not cut across."""
        found = [kind for kind in self.classes if group in kind.reaches]
        return min(found, key=lambda kind: kind.across, default=None)

    def of(self, group: str) -> Iterator[Holding]:
        """The clauses whose holder takes a group in."""
        kinds = {kind.id for kind in self.classes if group in kind.reaches}
        return (
            held
            for held in self.grounds
            if (self.universal and held.universal) or held.classes & kinds
        )

    def gated(self, group: str) -> bool:
        """Whether every right that reaches a group hangs on a status or a permit."""
        every = list(self.of(group))
        return bool(every) and all(held.gated for held in every)

    def on_terms(self, group: str) -> bool:
        """Whether every right that reaches a group hangs on a permit still to be had."""
        every = list(self.of(group))
        return bool(every) and all(held.terms for held in every)

    def takes_in(self, group: str) -> bool:
        """Whether a group is within the holders."""
        return self.universal or self.by_class(group) is not None


def holdings(clauses: Iterable[Clause], words: Words) -> Iterator[Holding]:
    """The holders of each clause that can give a right."""
    for clause in clauses:
        if clause.preamble or clause.heading or not _gives(clause, words):
            continue
        held = _holding(clause, words)
        if applied(clause.text, words) is not None:
            held = replace(held, scope=True, classes=held.classes | _described(clause.text, words))
        yield held


def reach(
    holdings: Iterable[Holding], language: str, own: Iterable[HolderClass] = (), articles: int = 0
) -> Reach:
    """Whom the holders of all clauses reach together.

    Args:
        holdings: the holders of each clause.
        language: the language of the text.
        own: the classes that the text itself defines.
        articles: how many articles the text has.
    """
    named = [holding for holding in holdings if holding.named and holding.own]
    universal = [holding for holding in named if holding.universal]
    counts = Counter(kind for holding in named for kind in holding.classes)
    is_universal = _is_universal(len(universal), len(named)) and (
        _articles(universal) >= UNIVERSAL_ARTICLES * articles
    )
    least = max(CLASS_SHARE * max(counts.values(), default=0), 1)
    in_scope = {kind for holding in named if holding.scope for kind in holding.classes}
    # A class that the draft itself defines holds what is given to it, however little that is.
    classes = (
        *(kind for kind in own if counts[kind.id]),
        *(
            kind
            for kind in holder_classes(language)
            if kind.id in in_scope
            or (
                counts[kind.id] >= least
                and _articles(held for held in named if kind.id in held.classes)
                >= (ACROSS_ARTICLES if kind.across else UNIVERSAL_ARTICLES) * articles
            )
        ),
    )
    chosen = {kind.id for kind in classes}
    grounds = [
        holding
        for holding in named
        if (is_universal and holding.universal) or holding.classes & chosen
    ]
    grounds.sort(key=lambda holding: holding.gated)
    return Reach(
        universal=is_universal,
        classes=classes,
        grounds=tuple(grounds),
    )


def _articles(holdings: Iterable[Holding]) -> int:
    """In how many articles some clauses stand."""
    return len({id(held.clause.article or held.clause.node) for held in holdings})


def _is_universal(universal: int, named: int) -> bool:
    return universal > UNIVERSAL_SHARE * named or (
        universal >= UNIVERSAL_COUNT and universal > UNIVERSAL_PASSING * named
    )


def gated(text: str, words: Words) -> bool:
    """Whether a text ties a right to a status or a permit, and does not rather widen it."""
    if not words["gate"].stands_in(text) or words["neutral"].stands_in(text):
        return False
    named = words.group(WITHOUT_STATUS).find(text)
    return words["gate"].stands_in(blanked(text, named))


def _gives(clause: Clause, words: Words) -> bool:
    """Whether a clause can give a right: it does not define, take out, save or administer."""
    if words.defined(clause.text) or words["institution"].stands_in(clause.text):
        return False
    if words["saving"].stands_in(clause.text):
        return False
    return not (any(words.itself(clause.text)) and words["exclusion"].stands_in(clause.text))


def _holding(clause: Clause, words: Words) -> Holding:
    text = _given(clause.text, words)
    found = {}
    particular = sorted(span for _, known in words.names for span in known.find(text))
    for kind, names in words.classes:
        spans = tuple(span for span in names.find(text) if not is_part_of(span, particular))
        if spans:
            found[kind.id] = spans[0]
            text = blanked(text, spans)
    universal = next(words["universal"].find(text), None)
    first = universal or min(found.values(), default=Span(clause.start, len(clause.text)))
    return Holding(
        clause=clause,
        universal=universal is not None,
        classes=frozenset(found),
        gated=gated(clause.text, words)
        or (
            universal is None
            and bool(found)
            and all(kind.gated for kind, _ in words.classes if kind.id in found)
        ),
        span=first,
        terms=next(words["on_terms"].find(clause.text), None),
    )


#: A group's name is so much longer than that of the class in it: "migrants in an irregular
#: situation". What goes on longer is a description with other people in it.
_LONGER = 45


def _described(text: str, words: Words) -> frozenset[str]:
    """The class that a scope clause means without its name, the first of those it may be."""
    found = (kind.id for kind, described in words.described if described.stands_in(text))
    return frozenset(islice(found, 1))


#: So many names that begin before it can hold the name of a class: one of each of a few groups.
_NESTED = 12


def is_part_of(span: Span, names: Sequence[Span]) -> bool:
    """Whether the name of a class is only a part of a group's: "seasonal workers".

    Args:
        span: where the class is named.
        names: where groups are named, sorted.
    """
    before = bisect_right(names, span.start, key=lambda name: name.start)
    return any(
        span.end <= name.end and 0 < (name.end - name.start) - (span.end - span.start) <= _LONGER
        for name in names[max(0, before - _NESTED) : before]
    )


def _given(text: str, words: Words) -> str:
    """A clause without the words that name people and give them nothing."""
    reserved = (
        Span(marker.start, comma if comma != -1 else len(text))
        for marker in words["reserved"].find(text)
        for comma in (text.find(",", marker.end),)
    )
    dealings = (
        Span(marker.start, len(text))
        for name in ("cooperation", "attention")
        for marker in words[name].find(text)
    )
    return blanked(text, (*words["passing"].find(text), *reserved, *dealings))
