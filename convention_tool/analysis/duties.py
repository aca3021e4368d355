"""Who must do what: the duty bearer and the act of a rule whose operative words are known.

The bearer is the subject of the operative verb, or the one by whom a passive thing is done; where
a clause addresses nobody there is none. The act is what follows the operative words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.indexed import Indexed
from convention_tool.analysis.phrases import Numbers, PhraseBook
from convention_tool.analysis.quotation import as_formed
from convention_tool.analysis.search import Match
from convention_tool.analysis.spans import Quoted, quoted, whole
from convention_tool.analysis.words import form
from convention_tool.catalogue.norms import norm_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convention_tool.analysis.clauses import Clause

#: The auxiliary of a softened verb stands at most so many words before it: "shall, where they can,
#: endeavour".
AUXILIARY_WITHIN = 8

#: "be paid in full by the employer": the agent stands within so many words of its verb.
AGENT_WITHIN = 6

#: So many small words may stand before the head of a subject: "each of the two".
BEFORE_HEAD = 4

#: A chapeau that ends with words of exception has them among so many last ones.
AT_THE_END = 3

#: Modalities whose words are no part of the act: "shall endeavour to", "shall consider".
SOFTENED = frozenset({"endeavour", "consider", "encourage"})

#: How a rule may begin that is no part of the act: the mark of an item that lost its place, "to".
_BEGINNING = re.compile(r"[\s,:–—]*(?:\([A-Za-z0-9]{1,4}\)\s*)?(?:to\s+)?", re.IGNORECASE)

#: What may stand at the end of an act and is no part of it.
_ENDING = re.compile(r"(?:[\s.;:,–—-]|(?<=[;,]\s)(?:and|or)(?=\s*$))+$")

#: What parts a sentence into stretches.
_PAUSE = re.compile(r"[,;:()–—]")

#: An insertion stands after the operative words, between brackets or commas. Nouns in the plural
#: that a list goes on with belong to it: ", in accordance with their laws, rules and practices,".
_INSERTION = re.compile(
    r"\s*(?:\((?P<bracket>[^()]{1,200})\)|,[^,;:]{1,200},"
    r"(?:(?:\s[\w-]{1,40}s,){0,4}\s[\w-]{1,40}s,?\s(?:and|or)\s[^\s,;:]{1,40}(?:\s[^\s,;:]{1,40})?,)?)"
)

#: The endings of participles and adverbs, which may follow the head of a subject.
_AFTER_HEAD = ("ed", "ing", "ly")

_BEING = frozenset({"is", "are"})

_JOINING = frozenset({"and", "or", "nor"})

_GOVERNING = frozenset({"of", "in", "to", "by", "for", "from", "with", "on", "at", "within"})


class Duty(NamedTuple):
    """Who must do what, as far as a clause says so."""

    bearer: Quoted | None
    act: Quoted | None
    #: Whether its operative words give a right.
    gives_right: bool = False


class Duties:
    """The duty of each of some clauses, read when it is first asked for."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        """Keep the clauses; nothing is read yet."""
        self._clauses = tuple(clauses)

    def of(self, clause: Clause, modality: str, operative: Match) -> Duty:
        """The bearer and the act of one of the clauses.

        Args:
            clause: the clause.
            modality: the id of its modality.
            operative: where its words stand, as characters of the whole clause.
        """
        return _Sentence(clause, self._indexed.find(clause), modality, operative).duty()

    def states_a_rule(self, clause: Clause, operative: Match) -> bool:
        """Whether a clause does more than say what words mean or where the instrument applies."""
        found, book = self._indexed.find(clause), _book()
        if clause.defines or not book.no_norm.isdisjoint(found):
            return False
        said = whole(clause)[operative.start : operative.end].casefold()
        openers = book.after | book.rights
        return said not in norm_words().act.weak or not openers.isdisjoint(found)

    @cached_property
    def _indexed(self) -> Indexed:
        return Indexed(_book().book, self._clauses)


def hangs_open(clause: Clause) -> bool:
    """Whether a clause is a chapeau that says nothing without its items: "States shall:"."""
    said = clause.text.rstrip()
    if not said.endswith((":", "–", "—", "-")):
        return False
    last = re.findall(r"\w+", said)[-AT_THE_END:]
    opening = norm_words().act.opening
    return bool(last) and (last[-1].casefold() in opening or "following" in last)


@dataclass(frozen=True, slots=True)
class _Book:
    """The phrases of bearers and acts, apart from those that the comparison looks for."""

    book: PhraseBook
    bearers: Mapping[int, str]
    capital: Mapping[str, frozenset[str]]
    unless: Numbers
    after: Numbers
    rights: Numbers
    forbidden: Numbers
    exceptions: Numbers
    reserves: Numbers
    no_norm: Numbers
    before_head: frozenset[str]
    after_head: frozenset[str]
    asides: frozenset[str]
    pronouns: frozenset[str]
    inverted: frozenset[str]
    conditions: frozenset[str]
    addressed: frozenset[str]
    participles: tuple[str, ...]


class _Bearer(NamedTuple):
    """A bearer among the words of a sentence."""

    start: int
    end: int
    id: str


class _Sentence:
    """A clause with its chapeaux as one sentence, and its operative words in it.

    Places are numbers of words, but for those named `char`.
    """

    def __init__(
        self, clause: Clause, found: Mapping[int, list[Match]], modality: str, operative: Match
    ) -> None:
        self.book = _book()
        self.clause, self.found, self.modality = clause, found, modality
        self.text = whole(clause)
        self.words = as_formed(self.text, self.book.book.parts)
        self.plain = [word.text.casefold() for word in self.words]
        self.starts = [word.start for word in self.words]
        self.own_char = len(self.text) - len(clause.text)
        self.own = self._word_from(self.own_char)
        self.modal = Match(self._word_from(operative.start), self._word_from(operative.end))
        self.openers = self._at(self.book.after | self.book.rights)

    def duty(self) -> Duty:
        """The bearer and the act."""
        inside = [one for one in self.openers if _overlap(one, self.modal)]
        opener = inside[0] if inside else self._auxiliary(self.modal.start)
        if opener is None and self._is_weak():
            opener = self._first_after(self.modal.start)
        auxiliary = opener
        if inside and self.modality in SOFTENED:
            auxiliary = self._auxiliary(inside[0].start) or opener
        first = auxiliary.start if auxiliary else self.modal.start
        if act := self._forbidden(first):
            return Duty(None, act)
        begins, chain = self._operative(opener)
        gives = any(one in self._rights for one in chain)
        if gives:
            return Duty(None, self._act(begins), gives_right=True)
        bearer = self._in_operative(chain) or self._subject(first)
        if bearer is None and (turned := self._inverted(first, begins)):
            bearer, begins = turned, turned.end
        if (verb := self._passive(begins)) is not None:
            addressed = self.plain[verb] in self.book.addressed
            bearer = bearer if addressed and bearer else self._agent(verb)
        return Duty(self._said(bearer), self._act(begins) or self._act(self.modal.start))

    # ------------------------------------------------------------ the operative words

    def _auxiliary(self, before: int) -> Match | None:
        """The last operative word that stands close before some place."""
        near = [one for one in self.openers if before - AUXILIARY_WITHIN <= one.start < before]
        return next((one for one in reversed(near) if one.end <= before), None)

    def _is_weak(self) -> bool:
        """Whether the words of the modality are no verb: "only", which governs one elsewhere."""
        said = " ".join(self.plain[self.modal.start : self.modal.end])
        return said in norm_words().act.weak

    def _first_after(self, place: int) -> Match | None:
        """The first operative word after some place."""
        return next((one for one in self.openers if one.start >= place), None)

    def _operative(self, opener: Match | None) -> tuple[int, list[Match]]:
        """Where the operative words end, and the phrases that make them up."""
        softened = self.modality in SOFTENED
        if opener is None:
            bare = self.plain[self.modal.start] in _BEING
            return (self.modal.end if softened else self.modal.start + bare), []
        chain = [opener]
        end = self._chained(opener.start, opener.end, chain)
        if softened:
            end = self._chained(opener.start, max(end, self.modal.end), chain)
        after = self._after_insertion(end)
        further = self._chained(after, after, chain)
        return further, chain

    def _chained(self, start: int, end: int, chain: list[Match]) -> int:
        """The end of the operative phrases that overlap or follow each other from some place on."""
        for one in self.openers:  # in the order of the text
            if start <= one.start <= end and one.end > end:
                end = one.end
                chain.append(one)
            elif start <= one.start and one.end == end and one not in chain:
                chain.append(one)
        return end

    def _after_insertion(self, place: int) -> int:
        """The first word of the rule after ", within their means," and the like."""
        if not 0 < place < len(self.words):
            return place
        char = self.words[place - 1].end
        found = _INSERTION.match(self.text, char)
        if found is None or (char <= self.own_char < found.end()):
            return place
        aside = self.plain[place] in self.book.asides or found["bracket"]
        after = self._word_from(found.end())
        return self._after_insertion(after) if aside and after < len(self.words) else place

    # ------------------------------------------------------------ the act

    def _forbidden(self, first: int) -> Quoted | None:
        """What is forbidden, where it stands before the operative words."""
        said = next(
            (one for one in self._at(self.book.forbidden) if _overlap(one, self.modal)), None
        )
        opens = self.own if first > self.own else 0
        if said is None or self.plain[opens:first] in ([], ["it"]):
            return None
        return self._quoted("", self.words[opens].start, self.words[said.start - 1].end)

    def _act(self, begins: int) -> Quoted | None:
        """The words from some place to the end, without the reserves there."""
        if begins <= self.own < len(self.words) and self.clause.lead:
            opens, limit = self._item(begins)
        else:
            opens, limit = begins, len(self.text)
        if opens > 0 and (opens > self.own or not self.clause.lead):
            char = self.words[opens - 1].end
        else:
            char = self.words[opens].start if opens < self.own else self.own_char
        char += len(_matched(_BEGINNING, self.text, char))
        closes = min(limit, self._closes(self._word_from(char)))
        said = self.text[char:closes]
        end = char + len(_ENDING.sub("", said))
        return self._quoted("", char, end) if end > char and self.text[char:end].strip() else None

    def _item(self, begins: int) -> tuple[int, int]:
        """The act is the item, or what the chapeau says of it where the items are exceptions or conditions."""
        for one in self._at(self.book.exceptions):
            if begins < one.start < self.own <= one.end + AT_THE_END:
                return begins, self.words[one.start].start
        for place in range(max(begins + 1, self.own - AT_THE_END), self.own):
            if self.plain[place] in self.book.conditions:
                only = self.plain[place - 1] == "only"
                return begins, self.words[place - only].start
        return self.own, len(self.text)

    def _closes(self, first: int) -> int:
        """The character at which a reserve at the end begins."""
        last = [one for one in self._at(self.book.exceptions) if one.start > first]
        trailing = (
            one
            for one in self._at(self.book.reserves)
            if one.start > first and "," not in self.text[self.words[one.start].start :]
        )
        ends = [self.words[one.start].start for one in (*last, *trailing)]
        return min(ends, default=len(self.text))

    # ------------------------------------------------------------ the bearer

    def _in_operative(self, chain: list[Match]) -> _Bearer | None:
        """The one named within the operative words: "it is the duty of the employer to"."""
        spots = (place for one in chain for place in range(one.start, one.end))
        return next((found for place in spots if (found := self._bearer_at(place))), None)

    def _subject(self, end: int) -> _Bearer | None:
        """The bearer at the head of the subject that ends before some word."""
        stretches = list(self._stretches(self.own if end > self.own else 0, end))
        for number in range(len(stretches) - 1, -1, -1):
            start, last = stretches[number]
            if self.plain[start] in self.book.asides:
                continue
            if self.plain[start] in self.book.pronouns and last - start <= 2:
                return self._named_before(start)
            if head := self._head(start, last):
                return self._listed(stretches[:number], head)
            if self.plain[stretches[0][0]] not in self.book.asides:
                return None
            break
        return self._at_the_end(end)

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches between the pauses of a sentence."""
        opens = start
        for place in range(start + 1, end):
            if self._pause_before(place):
                yield opens, place
                opens = place
        if opens < end:
            yield opens, end

    def _pause_before(self, place: int) -> bool:
        between = self.text[self.words[place - 1].end : self.words[place].start]
        return _PAUSE.search(between) is not None

    def _head(self, start: int, end: int) -> _Bearer | None:
        """The bearer that a stretch opens with, if he is what it speaks of."""
        found = self._opening(start, end)
        if found is None or self.words[found.end - 1].text.endswith(("'s", "’s")):
            return None
        if found.end >= end:
            return found
        follows = self.plain[found.end]
        named = follows in self.book.after_head or follows.endswith(_AFTER_HEAD)
        return found if named else None

    def _opening(self, start: int, end: int) -> _Bearer | None:
        """The bearer after the small words that a stretch opens with."""
        for place in range(start, min(start + BEFORE_HEAD, end)):
            if found := self._bearer_at(place, end):
                return self._further(found, end)
            if self.plain[place] not in self.book.before_head:
                return None
        return None

    def _further(self, found: _Bearer, end: int) -> _Bearer:
        """A bearer with those joined to him, and with the State that he is of."""
        place = found.end
        if place + 1 < end and (self.plain[place] in _JOINING or self.plain[place] == "of"):
            follows = self._opening(place + 1, end)
            if follows and not self._pause_before(place):
                return _Bearer(found.start, follows.end, found.id)
        return found

    def _listed(self, before: list[tuple[int, int]], head: _Bearer) -> _Bearer:
        """A bearer with those listed before him: "employers, recruiters and agents"."""
        for start, end in reversed(before):
            one = self._head(start, end)
            if one is None or one.end != end or self.plain[start] in self.book.asides:
                break
            head = _Bearer(one.start, head.end, one.id)
        return head

    def _at_the_end(self, end: int) -> _Bearer | None:
        """The bearer just before the operative words, where an aside runs on without a pause."""
        for start in range(max(0, end - AGENT_WITHIN), end):
            found = self._bearer_at(start, end)
            if found and self._further(found, end).end == end:
                before = start - 1
                while before >= 0 and self.plain[before] in self.book.before_head:
                    before -= 1
                governed = before < 0 or self.plain[before] in _GOVERNING
                return None if governed else self._further(found, end)
        return None

    def _named_before(self, place: int) -> _Bearer | None:
        """The last bearer before a pronoun."""
        named: _Bearer | None = None
        for start in range(place):
            found = self._bearer_at(start, place)
            if found and (named is None or start >= named.end):
                named = found
        return named

    def _inverted(self, first: int, begins: int) -> _Bearer | None:
        """The bearer behind the operative word: "nor shall a State Party"."""
        opens = self.own if first > self.own else 0
        if opens < first and self.plain[opens] not in self.book.inverted:
            return None
        return self._opening(begins, len(self.words)) if begins < len(self.words) else None

    def _passive(self, begins: int) -> int | None:
        """The participle of what is to be done to somebody: "shall not be expelled"."""
        verb = begins + (self.plain[begins : begins + 1] == ["not"]) + 1
        if self.plain[verb - 1 : verb] != ["be"] or verb >= len(self.words):
            return None
        return verb if self.plain[verb].endswith(self.book.participles) else None

    def _agent(self, verb: int) -> _Bearer | None:
        """The one by whom a passive thing is to be done."""
        for place in range(verb + 1, min(verb + 1 + AGENT_WITHIN, len(self.words) - 1)):
            if self.plain[place] != "by":
                continue
            own = place == verb + 1 or not self.plain[place - 1].endswith(self.book.participles)
            return self._opening(place + 1, len(self.words)) if own else None
        return None

    @cached_property
    def _bearers(self) -> Mapping[int, _Bearer]:
        """The longest bearer that opens at each word."""
        aside = self._at(self.book.unless)
        found: dict[int, _Bearer] = {}
        for number, name in self.book.bearers.items():
            for one in self.found.get(number, ()):
                if any(_overlap(one, other) for other in aside) or not self._large(one, name):
                    continue
                if one.start not in found or found[one.start].end < one.end:
                    found[one.start] = _Bearer(one.start, one.end, name)
        return found

    def _bearer_at(self, place: int, end: int | None = None) -> _Bearer | None:
        found = self._bearers.get(place)
        return found if found and (end is None or found.end <= end) else None

    def _large(self, one: Match, name: str) -> bool:
        """Whether its words are written large, where they must be."""
        must = self.book.capital.get(name, frozenset())
        return all(
            word.text[:1].isupper()
            for word in self.words[one.start : one.end]
            if form(word.text) in must
        )

    # ------------------------------------------------------------ words and phrases

    def _word_from(self, char: int) -> int:
        """The first word that opens at a character or after it."""
        return bisect_left(self.starts, char)

    @cached_property
    def _rights(self) -> frozenset[Match]:
        return frozenset(self._at(self.book.rights))

    def _at(self, numbers: Numbers) -> list[Match]:
        """Every match of some phrases, in the order of the text."""
        return sorted(
            match for number, those in self.found.items() if number in numbers for match in those
        )

    def _said(self, bearer: _Bearer | None) -> Quoted | None:
        if bearer is None:
            return None
        start, end = self.words[bearer.start].start, self.words[bearer.end - 1].end
        return self._quoted(bearer.id, start, end)

    def _quoted(self, id_: str, start: int, end: int) -> Quoted:
        return quoted(id_, self.clause, start, end)


@cache
def _book() -> _Book:
    known, book = norm_words(), PhraseBook()
    made = _Book(
        book=book,
        bearers={book.add(phrase): one.id for one in known.bearers for phrase in one.any},
        capital={one.id: frozenset(one.capital) for one in known.bearers},
        unless=book.add_all(known.bearer_places.unless),
        after=book.add_all(known.act.after),
        rights=book.add_all(known.act.rights),
        forbidden=book.add_all(known.act.forbidden),
        exceptions=book.add_all(known.act.exceptions),
        reserves=book.add_all(known.act.reserves),
        no_norm=book.add_all(known.no_norm),
        before_head=frozenset(known.bearer_places.before),
        after_head=frozenset(known.bearer_places.after),
        asides=frozenset(known.bearer_places.asides),
        pronouns=frozenset(known.bearer_places.pronouns),
        inverted=frozenset(known.bearer_places.inverted),
        conditions=frozenset(known.conditions.words),
        addressed=frozenset(known.bearer_places.addressed),
        participles=known.bearer_places.participles,
    )
    book.close()
    return made


def _overlap(one: Match, other: Match) -> bool:
    return one.start < other.end and other.start < one.end


def _matched(pattern: re.Pattern[str], text: str, place: int) -> str:
    found = pattern.match(text, place)
    return found[0] if found else ""
