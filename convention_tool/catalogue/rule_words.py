"""The words that rules look for, as the files of data/lint/ list them by rule and language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from convention_tool.catalogue.load import part, tables
from convention_tool.errors import BrokenDataError

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def rule_words(family: str, code: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of words of a rule in a language: `[code.en]` of data/lint/family.toml.

    A rule that has no words in a language has nothing to say of a text in it: the mapping is empty.

    Raises:
        BrokenDataError: the file has no such rule, or something else than lists of words.
    """
    name = f"lint/{family}.toml"
    every = tables(name)
    if code not in every:
        raise BrokenDataError(f"the data file {name} has no table [{code}]")
    found = part(part(every, code, name), language, f"{name}, {code}")
    return {key: _listed(value, f"{name}, {code}.{language}.{key}") for key, value in found.items()}


def _listed(value: Any, place: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise BrokenDataError(f"{place} must be a list of words in square brackets")
    return tuple(value)
