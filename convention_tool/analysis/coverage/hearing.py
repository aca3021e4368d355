"""What an instrument says of people, heard article by article.

An article that names nobody is passed over: most of a long treaty speaks of States and things.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.clauses import Home, homes
from convention_tool.analysis.coverage.continuing import connected
from convention_tool.analysis.coverage.gates import reserved
from convention_tool.analysis.coverage.holding import Reach, holdings, reach
from convention_tool.analysis.coverage.lexicon import Lexicon, lexicon, words_of
from convention_tool.analysis.coverage.roles import mentions
from convention_tool.analysis.coverage.terms import terms
from convention_tool.analysis.pinpoints import Pinpoints

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convention_tool.analysis.coverage.clauses import Clause
    from convention_tool.analysis.coverage.holding import Holding
    from convention_tool.analysis.coverage.lexicon import Words
    from convention_tool.analysis.coverage.roles import Mention
    from convention_tool.analysis.coverage.standing import Ground
    from convention_tool.analysis.coverage.terms import Term
    from convention_tool.tree.nodes import Instrument, Part


@dataclass(frozen=True, slots=True)
class Said:
    """What an instrument says of people."""

    #: The clauses of the provisions that speak of people, as they are read.
    clauses: tuple[Clause, ...]
    #: The phrases that can stand in each of them, by the clause's identity.
    words: Mapping[int, Words]
    holdings: tuple[Holding, ...]
    mentions: tuple[Mention, ...]
    terms: tuple[Term, ...]
    reach: Reach
    #: All phrases of the language, and the names that the draft gives to holders of its own.
    known: Lexicon
    #: The divisions that hold each article, outermost first, by the article's identity.
    parts: Mapping[int, tuple[Part, ...]]
    #: The Parts and provisions reserved to those of a status, and the words that reserve them.
    gates: Mapping[int, Ground]
    pinpoints: Pinpoints


def hear(instrument: Instrument) -> Said:
    """The clauses that speak of people, with their holders and the groups that they name."""
    language = instrument.language
    every = tuple(homes(instrument))
    spoken = _Spoken.read(every, lexicon(language))
    defined = terms(chain.from_iterable(map(Home.clauses, spoken.defining)), lexicon(language))
    own = tuple(term for term in defined if term.own)
    known = lexicon(language).knowing(tuple(term.local for term in own))
    read: list[Clause] = []
    words: dict[int, Words] = {}
    held: list[Holding] = []
    named: list[Mention] = []
    for home, text, of_people in spoken.homes:
        if not (of_people or known.names_own_holders(text)):
            continue
        those = tuple(home.clauses())
        within = (id(home.node), *map(id, home.parts))
        local = known.words("\n".join(clause.text for clause in those), within)
        article = tuple(connected(those, local))
        read.extend(article)
        words.update((id(clause), local) for clause in article)
        held.extend(holdings(article, local))
        for clause in article:
            named.extend(mentions(clause, local))
    pinpoints = Pinpoints(instrument)
    parts = {id(home.node): home.parts for home in every}
    gates = reserved(read, words, parts.values(), pinpoints)
    held = [
        replace(one, gated=True) if not one.gated and _within(one.clause, gates) else one
        for one in held
    ]
    return Said(
        clauses=tuple(read),
        words=words,
        holdings=tuple(held),
        mentions=tuple(named),
        terms=defined,
        reach=reach(
            held,
            language,
            [term.kind for term in own if term.only_in is None],
            len(instrument.articles),
        ),
        known=known,
        parts=parts,
        gates=gates,
        pinpoints=pinpoints,
    )


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What is read together, as texts to be searched, and which of them speak of people."""

    homes: tuple[tuple[Home, str, bool], ...]
    #: Those that may define a term.
    defining: tuple[Home, ...]

    @classmethod
    def read(cls, homes: Iterable[Home], known: Lexicon) -> _Spoken:
        """Each text, once its words have shown which phrases are worth looking for."""
        spoken = [(home, text, words_of(text)) for home in homes for text in (home.text,)]
        likely = known.of_people(set().union(*(words for _, _, words in spoken)))
        heard = []
        for home, text, words in spoken:
            phrases = (entry for word in words & likely.keys() for entry in likely[word])
            heard.append((home, text, known.names_people(text, phrases)))
        return cls(
            tuple(heard),
            tuple(
                home
                for home, text, of_people in heard
                if (of_people or '"' in text) and known.may_define(text)
            ),
        )


def _within(clause: Clause, gates: Mapping[int, Ground]) -> bool:
    """Whether a clause stands in a Part or article that is reserved."""
    return id(clause.article) in gates or any(id(part) in gates for part in clause.parts)
