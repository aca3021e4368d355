"""How treaties word each right: data/recognition/ as records.

The files are for lawyers: they list, for each provision of the 1990 convention and each new right,
the phrases by which treaties usually answer it, what must stand beside them, and what shows that
they do not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from convention_tool.catalogue.load import inner, record, tables
from convention_tool.catalogue.phrases import Phrases, Shorthands

#: What all files share: shorthands, asides, kinds of articles.
COMMON = "recognition/common.toml"

#: The rights, by the part of the 1990 convention; the last holds the rights that it lacks.
RIGHTS = (
    "recognition/part-3-rights-of-all.toml",
    "recognition/part-4-further-rights.toml",
    "recognition/part-5-categories.toml",
    "recognition/part-6-duties-of-states.toml",
    "recognition/part-7-committee.toml",
    "recognition/part-8-general.toml",
    "recognition/part-9-final-clauses.toml",
    "recognition/new-rights.toml",
)

_FILE = "recognition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Words that, standing in one clause, show that it answers a right."""

    #: One of these must be there.
    any: Phrases
    #: And one of each of these groups, in the same clause or the chapeau it hangs on.
    beside: tuple[Phrases, ...] = ()
    #: And one of these, anywhere in the article or its heading.
    about: Phrases = ()
    #: And none of these in the clause.
    unless: Phrases = ()
    #: And none of these anywhere in the article or its heading.
    nowhere: Phrases = ()
    #: How surely this answers the right in a clause that is about nothing else, 0 to 1.
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All that shows one right of 1990."""

    #: The article of the 1990 convention.
    article: str
    #: Where such provisions stand: the name of a field.
    field: str
    #: Headings under which treaties give it.
    headings: Phrases = ()
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A kind of article, by what it is for: rights, machinery, final clauses, definitions."""

    name: str
    #: What stands in the clauses of such articles.
    cues: Phrases = ()
    #: Headings of such articles.
    headings: Phrases = ()
    #: Other fields whose provisions do not stand in such articles.
    shuts: tuple[str, ...] = ()
    #: Whether its provisions refer to others at every step, so that an aside says nothing.
    formal: bool = False
    #: Whether a clause that opens with a term in quotation marks is of this kind.
    quotes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The whole file, its concepts and word classes written out."""

    #: The languages whose words for the rights are here: "en".
    languages: tuple[str, ...]
    wordings: tuple[Wording, ...]
    fields: tuple[Field, ...]
    #: Words after which a right is only mentioned: "without prejudice to", "except".
    asides: Phrases
    #: Words after which, to the end of the clause, rights are only talked about: "information on".
    topics: Phrases
    #: Reserves that part the words of a rule: "subject to national legislation".
    insertions: Phrases
    #: Words after which a right is denied: "shall not have the right".
    denials: Phrases
    #: Set phrases whose words name no right: "public order, health or morals".
    masks: Phrases


@cache
def knowledge() -> Knowledge:
    """How treaties word every right.

    Raises:
        BrokenDataError: a file of data/recognition/ has an unknown key, concept or word class.
    """
    every = [entry for name in RIGHTS for entry in inner(tables(name), "right", name)]
    return read_knowledge({**tables(COMMON), "right": every})


def read_knowledge(data: Mapping[str, Any]) -> Knowledge:
    """The records of the tables of data/recognition/."""
    words = Shorthands.read(data, _FILE)
    return Knowledge(
        languages=words.written_out(data.get("languages", []), "languages"),
        wordings=tuple(_wording(entry, words) for entry in inner(data, "right", _FILE)),
        fields=tuple(_field(entry, words) for entry in inner(data, "field", _FILE)),
        asides=words.written_out(data.get("asides", []), "asides"),
        topics=words.written_out(data.get("topics", []), "topics"),
        insertions=words.written_out(data.get("insertions", []), "insertions"),
        denials=words.written_out(data.get("denials", []), "denials"),
        masks=words.written_out(data.get("masks", []), "masks"),
    )


def _wording(entry: Mapping[str, Any], words: Shorthands) -> Wording:
    place = f"article {entry.get('article', '?')}"
    signs = [_sign(sign, words, place) for sign in inner(entry, "sign", f"{_FILE}, {place}")]
    headings = words.written_out(entry.get("headings", []), place)
    values = {**entry, "headings": list(headings), "signs": signs}
    values.pop("sign", None)
    return record(Wording, values, f"{_FILE}, {place}")


def _sign(entry: Mapping[str, Any], words: Shorthands, place: str) -> Sign:
    lists = words.lists(entry, ("any", "about", "unless", "nowhere"), place)
    beside = words.groups(entry.get("beside", []), place)
    return record(Sign, {**entry, **lists, "beside": beside}, f"{_FILE}, {place}")


def _field(entry: Mapping[str, Any], words: Shorthands) -> Field:
    place = f"field {entry.get('name', '?')}"
    lists = words.lists(entry, ("cues", "headings"), place)
    return record(Field, {**entry, **lists}, f"{_FILE}, {place}")
