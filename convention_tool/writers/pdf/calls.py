"""Calls to the functions of `templates/page.typ`, as typst code.

Words stand in the code as string literals and nowhere else: whatever they say, typst prints them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convention_tool.writers.characters import without_forbidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: What a page of paper shows as one space. No-break spaces are kept.
_SPACES = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")

#: What no font has a sign for.
_CONTROLS = re.compile("[\x7f-\x9f]")


class Code(str):
    """Typst code, as against words, which are only ever quoted in it."""

    __slots__ = ()


#: Nothing, in typst.
NONE = Code("none")


def call(name: str, *arguments: object, **options: object) -> Code:
    """A call, to stand within code.

    Args:
        name: of the function.
        arguments: words, numbers, code, or lists of these.
        options: the same, by the names of the parameters; "_" in a name is "-" in typst.
    """
    named = (f"{key.replace('_', '-')}: {value(said)}" for key, said in options.items())
    return Code(f"{name}({', '.join((*map(value, arguments), *named))})")


def markup(codes: Iterable[Code]) -> Code:
    """Pieces of content one after another."""
    return Code(f"[{''.join(f'#{code};' for code in codes)}]")


def value(said: object) -> Code:
    """A value of Python as typst writes it."""
    match said:
        case Code():
            return said
        case str():
            return literal(said)
        case bool():
            return Code("true" if said else "false")
        case int() | float():
            return Code(repr(said))
        case None:
            return NONE
        case list() | tuple():
            inner = ", ".join(map(value, said))
            return Code(f"({inner}{',' if len(said) == 1 else ''})")
        case _:
            raise TypeError(said)


def literal(text: str) -> Code:
    """Words as a string of typst."""
    escaped = without_forbidden(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return Code(f'"{escaped}"')


def clean(text: str, stand_ins: Mapping[str, str]) -> str:
    """Words as a page of paper can show them: on one line, and in letters that there are."""
    spaced = _CONTROLS.sub("\ufffd", without_forbidden(_SPACES.sub(" ", text)))
    return spaced.translate({ord(old): new for old, new in stand_ins.items()})
