"""Who holds a right, how firmly it binds, what weakens it, who must do what: data/norms.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from convention_tool.catalogue.load import inner, part, record, tables
from convention_tool.catalogue.phrases import Phrases, Shorthands
from convention_tool.catalogue.recognition import COMMON

_FILE = "norms.toml"

#: One class of people: refugees, women, seasonal workers.
CATEGORY = "category"


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderWords:
    """A kind of holder, and the words that name it."""

    id: str
    title: str
    any: Phrases
    #: The holders of rights.toml that it stands for.
    catalogue: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """A step of the ladder from "ensure" down to "may"."""

    id: str
    title: str
    #: 5 binds most, 0 leaves the State free.
    rank: int
    any: Phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """Words that weaken a rule, and those that look the same and do not."""

    id: str
    title: str
    any: Phrases
    unless: Phrases = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """Single words that open a clause whose rule begins only after a comma."""

    words: tuple[str, ...]
    lead_ins: tuple[str, ...]
    #: What shows that the rule has begun.
    binding: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A kind of duty bearer, and the words that name it."""

    id: str
    title: str
    any: Phrases
    #: Words that name it only where they are written large.
    capital: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BearerPlaces:
    """Where in a sentence a bearer is addressed, as single words, and how else he may be."""

    unless: Phrases
    before: tuple[str, ...]
    after: tuple[str, ...]
    asides: tuple[str, ...]
    pronouns: tuple[str, ...]
    inverted: tuple[str, ...]
    addressed: tuple[str, ...]
    participles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """Where the act stands in a clause."""

    #: The operative words, after which it stands.
    after: Phrases
    #: Those that give a right.
    rights: Phrases
    #: Those that it stands before.
    forbidden: Phrases
    #: Words of modalities that are no verbs; they make a rule only with operative words.
    weak: tuple[str, ...]
    #: Single words at the end of a chapeau that belong to its items.
    opening: tuple[str, ...]
    #: What closes it, wherever it stands, and only at the end.
    exceptions: Phrases
    reserves: Phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class NormWords:
    """The whole file."""

    holders: tuple[HolderWords, ...]
    #: People whom holders are only measured against: "than nationals".
    compared: Phrases
    #: What ties a holder to a status, and what opens that again.
    gate: Phrases
    neutral: Phrases
    #: What opens all rights of an instrument to limits at once.
    general_limits: Phrases
    modalities: tuple[Modality, ...]
    #: The verb of a clause that has no other.
    permission: Phrases
    #: Single words with which a modality is quoted, whatever it was recognized by.
    verbs: tuple[str, ...]
    qualifiers: tuple[Qualifier, ...]
    conditions: Conditions
    bearers: tuple[Bearer, ...]
    bearer_places: BearerPlaces
    act: ActWords
    #: What shows that a clause states no rule.
    no_norm: Phrases


@cache
def norm_words() -> NormWords:
    """The words of norms.

    Raises:
        BrokenDataError: norms.toml has an unknown key or shorthand.
    """
    data = tables(_FILE)
    words = Shorthands.read(tables(COMMON), _FILE)

    def lists(entry: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
        return {**entry, **words.lists(entry, keys, str(entry.get("id", "?")))}

    def alone(name: str) -> Phrases:
        return words.written_out(part(data, name, _FILE).get("any", []), name)

    return NormWords(
        holders=tuple(
            record(HolderWords, lists(one, ("any",)), _FILE) for one in inner(data, "holder", _FILE)
        ),
        compared=alone("compared"),
        gate=alone("gate"),
        neutral=alone("neutral"),
        general_limits=alone("general_limits"),
        modalities=tuple(
            record(Modality, lists(one, ("any",)), _FILE) for one in inner(data, "modality", _FILE)
        ),
        permission=alone("permission"),
        verbs=tuple(part(data, "permission", _FILE).get("verbs", ())),
        qualifiers=tuple(
            record(Qualifier, lists(one, ("any", "unless")), _FILE)
            for one in inner(data, "qualifier", _FILE)
        ),
        conditions=record(Conditions, part(data, "condition", _FILE), _FILE),
        bearers=tuple(
            record(Bearer, lists(one, ("any",)), _FILE) for one in inner(data, "bearer", _FILE)
        ),
        bearer_places=record(BearerPlaces, lists(part(data, "bearers", _FILE), ("unless",)), _FILE),
        act=record(
            ActWords,
            lists(
                part(data, "act", _FILE), ("after", "rights", "forbidden", "exceptions", "reserves")
            ),
            _FILE,
        ),
        no_norm=alone("no_norm"),
    )


@cache
def holder_of(catalogued: str) -> str:
    """The kind of a holder of rights.toml: most are one class of people among others."""
    kinds = (one.id for one in norm_words().holders if catalogued in one.catalogue)
    return next(kinds, CATEGORY)
