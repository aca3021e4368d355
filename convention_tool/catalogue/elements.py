"""How treaties word each part of a right: data/elements/ as records.

Article 18 has the presumption of innocence, the interpreter, counsel ...; a draft can give some and
lack others. The files list the phrases that show each; they are looked for only in provisions
that answer the right.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from convention_tool.catalogue.load import inner, record, tables
from convention_tool.catalogue.phrases import Phrases, Shorthands
from convention_tool.catalogue.recognition import COMMON
from convention_tool.catalogue.rights import right
from convention_tool.errors import BrokenDataError

#: By the part of the 1990 convention; the last holds the rights that it lacks.
ELEMENTS = (
    "elements/part-3-rights-of-all.toml",
    "elements/part-4-further-rights.toml",
    "elements/part-6-duties-of-states.toml",
    "elements/new-rights.toml",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementSign:
    """Words that, in a provision that answers a right, show that a part of it is there."""

    #: The article of the right, and the id of the part as the catalogue has it.
    article: str
    id: str
    #: One of these must stand in the clause or in the chapeaux it hangs on.
    any: Phrases
    #: And one of each of these groups.
    beside: tuple[Phrases, ...] = ()
    #: And none of these.
    unless: Phrases = ()


@cache
def element_signs() -> tuple[ElementSign, ...]:
    """The signs of every part of every right.

    Raises:
        BrokenDataError: a file of data/elements/ has an unknown key, right, part or shorthand.
    """
    return tuple(sign for name in ELEMENTS for sign in _signs(name))


def _signs(name: str) -> tuple[ElementSign, ...]:
    data = tables(name)
    common = tables(COMMON)
    merged = {key: {**common.get(key, {}), **data.get(key, {})} for key in ("classes", "concepts")}
    words = Shorthands.read(merged, name)
    return tuple(
        _sign(entry, one["article"], words)
        for one in inner(data, "right", name)
        for entry in inner(one, "element", name)
    )


def _sign(entry: Mapping[str, Any], article: str, words: Shorthands) -> ElementSign:
    place = f"article {article}"
    try:
        known = {element.id for element in right(article).elements}
    except KeyError:
        raise BrokenDataError(f"{words.file}: there is no right {article!r}") from None
    if entry.get("id") not in known:
        raise BrokenDataError(f"{words.file}, {place}: there is no element {entry.get('id')!r}")
    lists = words.lists(entry, ("any", "unless"), place)
    beside = words.groups(entry.get("beside", []), place)
    values = {**entry, **lists, "beside": beside, "article": article}
    return record(ElementSign, values, f"{words.file}, {place}")
