"""Who holds a right, how firmly it binds and what weakens it: data/norms.toml as records."""

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
    qualifiers: tuple[Qualifier, ...]


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
        qualifiers=tuple(
            record(Qualifier, lists(one, ("any", "unless")), _FILE)
            for one in inner(data, "qualifier", _FILE)
        ),
    )


@cache
def holder_of(catalogued: str) -> str:
    """The kind of a holder of rights.toml: most are one class of people among others."""
    kinds = (one.id for one in norm_words().holders if catalogued in one.catalogue)
    return next(kinds, CATEGORY)
