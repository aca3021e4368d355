"""The rights: those of the 1990 migrant workers' convention, and those that it lacks.

rights.toml has every article of the convention; new_rights.toml, in the same form, has what a
modern draft needs beside it. The second list is ours, and its entries say so: their Part is "new".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from convention_tool.catalogue.load import choice, entries, inner, record, resolved
from convention_tool.errors import BrokenDataError

_FILE = "rights.toml"
_NEW = "new_rights.toml"

#: The Parts that give rights: II (7), III (8-35) and IV (36-56).
PARTS_OF_RIGHTS = ("II", "III", "IV")


#: The Part of a right that the 1990 convention lacks.
NEW = "new"

#: What each Part of the convention is about, in order, and then our list.
PARTS = {
    "I": "Part I: scope and definitions",
    "II": "Part II: non-discrimination",
    "III": "Part III: rights of all migrant workers and their families",
    "IV": "Part IV: further rights of those in a regular situation",
    "V": "Part V: particular categories of workers",
    "VI": "Part VI: obligations of States on the conditions of migration",
    "VII": "Part VII: the committee and its procedures",
    "VIII": "Part VIII: general provisions",
    "IX": "Part IX: final clauses",
    NEW: "Ours: rights that a modern draft needs and the 1990 convention lacks",
}


class RightKind(StrEnum):
    """What a provision does."""

    #: It gives migrants a right; the rules on categories in Part V count as such.
    RIGHT = "right"
    #: It binds States and names no holder (Part VI).
    OBLIGATION = "obligation"
    #: It sets up the Committee and its procedures (Part VII).
    INSTITUTIONAL = "institutional"
    #: It says how the rest is read: savings, gates and general rules (34 to 36, Part VIII).
    GENERAL = "general"
    #: It is a final clause (Part IX).
    FINAL = "final"
    #: It says who and what is meant (Part I).
    SCOPE = "scope"


class Strength(StrEnum):
    """How firmly a part of a right binds States."""

    FIRM = "firm"
    #: States try: "shall endeavour", "shall make every effort".
    ENDEAVOUR = "endeavour"
    #: States think about it: "shall favourably consider".
    CONSIDER = "consider"
    #: States are free to do it.
    MAY = "may"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a right, or who a provision binds; `brief` is the title where room is short."""

    id: str
    title: str
    brief: str
    description: str


@dataclass(frozen=True, slots=True)
class Treaty:
    """An instrument in which equivalents are found."""

    id: str
    short: str
    title: str


@dataclass(frozen=True, slots=True)
class Element:
    """One part of a right, which an instrument can have without the others."""

    id: str
    text: str
    strength: Strength = Strength.FIRM


@dataclass(frozen=True, slots=True)
class Equivalent:
    """The provisions of another treaty on the same subject.

    `articles` are cited as lawyers write them, "12(2)-(4)"; `partial` says that they take
    in only a part of the subject or only some of the people; `note` says what differs.
    """

    instrument: str
    articles: tuple[str, ...]
    partial: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Right:
    """One article of the 1990 convention, or a right that it lacks, in our own words.

    `part` is a key of PARTS; `digest` says what it provides, `limitations` what narrows it in its own text, and `modern`
    what later texts and practice would add; `holders` are ids of `holders()`. A right that the
    convention lacks has no number: its `article` is its id. `absolute` is true where neither the
    text nor human rights law lets a State limit or suspend it. `modality` and `qualifiers` are ids
    of norms.toml: how firmly its main rule binds, and what weakens that rule in its own text.
    """

    article: str
    id: str
    part: str
    kind: RightKind
    title: str
    digest: str
    holders: tuple[str, ...]
    elements: tuple[Element, ...] = ()
    limitations: tuple[str, ...] = ()
    equivalents: tuple[Equivalent, ...] = ()
    modern: tuple[str, ...] = ()
    absolute: bool = False
    modality: str = "ensure"
    qualifiers: tuple[str, ...] = ()


@cache
def rights() -> tuple[Right, ...]:
    """Every article from 1 to 93, in order."""
    return tuple(_right(entry, _FILE) for entry in entries(_FILE, "right"))


@cache
def new_rights() -> tuple[Right, ...]:
    """Rights that a modern draft needs and the 1990 convention lacks."""
    return tuple(_right(entry, _NEW) for entry in entries(_NEW, "right"))


@cache
def compared() -> tuple[Right, ...]:
    """The articles that a provision of a draft can answer: all but scope and definitions."""
    return tuple(entry for entry in rights() if entry.kind is not RightKind.SCOPE)


@cache
def held_by_people() -> tuple[Right, ...]:
    """The rows of a table of rights by groups: 1990 first, then what it lacks.

    What gives people rights, what binds States for their sake, and of the other provisions of Parts
    VII and VIII those that people hold themselves: complaint, no waiver, remedy. Gates and rules of
    reading (34 to 36) are no rows: they decide the cells of others.
    """
    return tuple(
        entry
        for entry in (*rights(), *new_rights())
        if entry.kind in {RightKind.RIGHT, RightKind.OBLIGATION}
        or entry.part == NEW
        or (entry.part in {"VII", "VIII"} and not _NOBODY.issuperset(entry.holders))
        or entry.article in _FOR_ALL
    )


#: Holders that are nobody's names: bodies and States.
_NOBODY = frozenset({"state", "institution", "nobody"})

#: Rules of Part VIII whose gain is the people's though they bind States: more favourable law.
_FOR_ALL = frozenset({"81"})


@cache
def holders() -> tuple[Holder, ...]:
    """Those who hold the rights, and those whom the other provisions bind."""
    return tuple(record(Holder, entry, f"{_FILE}, holder") for entry in entries(_FILE, "holder"))


@cache
def instruments() -> tuple[Treaty, ...]:
    """The treaties in which equivalents are found."""
    return tuple(
        record(Treaty, entry, f"{_FILE}, instrument") for entry in entries(_FILE, "instrument")
    )


def right(article: str) -> Right:
    """The entry of one article, by its number; of a right that the convention lacks, by its id.

    Raises:
        KeyError: the convention has no such article, and no such right is missing from it.
    """
    return _by_article()[article]


def of_kind(*kinds: RightKind) -> tuple[Right, ...]:
    """The articles that do one of these things."""
    return tuple(entry for entry in rights() if entry.kind in kinds)


def in_parts(*parts: str) -> tuple[Right, ...]:
    """The articles of some Parts; PARTS_OF_RIGHTS together are articles 7 to 56."""
    return tuple(entry for entry in rights() if entry.part in parts)


@cache
def _by_article() -> Mapping[str, Right]:
    return {entry.article: entry for entry in (*rights(), *new_rights())}


def _right(entry: Mapping[str, Any], file: str) -> Right:
    place = f"{file}, article {entry.get('article', '?')}"
    known = {holder.id for holder in holders()}
    values = dict(entry)
    values["kind"] = choice(RightKind, entry.get("kind"), place)
    values["holders"] = resolved(entry.get("holders", ()), known, place)
    values["elements"] = [_element(part, place) for part in inner(entry, "elements", place)]
    equivalents = (_equivalent(part, place) for part in inner(entry, "equivalents", place))
    values["equivalents"] = sorted(equivalents, key=lambda one: _order()[one.instrument])
    return record(Right, values, place)


def _element(entry: Mapping[str, Any], place: str) -> Element:
    strength = choice(Strength, entry.get("strength", Strength.FIRM), place)
    return record(Element, {**entry, "strength": strength}, place)


def _equivalent(entry: Mapping[str, Any], place: str) -> Equivalent:
    equivalent = record(Equivalent, entry, place)
    if equivalent.instrument not in _order():
        raise BrokenDataError(f"{place}: there is no instrument {equivalent.instrument!r}")
    return equivalent


@cache
def _order() -> Mapping[str, int]:
    """The place of each treaty in the list: equivalents stand in one order everywhere."""
    return {treaty.id: place for place, treaty in enumerate(instruments())}
