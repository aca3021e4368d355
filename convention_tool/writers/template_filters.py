"""What a user's template makes of words: the filters of our own, and what can be printed at all."""

from __future__ import annotations

import textwrap
from dataclasses import is_dataclass
from typing import TYPE_CHECKING

from jinja2 import pass_environment
from jinja2.runtime import Undefined
from markupsafe import Markup, escape

from convention_tool.writers.template_limits import LARGEST_VALUE, TemplateLimitError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

#: The widest line that words can be set to, or set in by.
_WIDEST = 1_000


def as_words(value: object) -> str:
    """What is printed of a value.

    Raises:
        TemplateLimitError: it has several parts, or is nothing that can be printed.
    """
    match value:
        case None:
            return ""
        case str() | Undefined():
            return str(value)  # what is missing says so
        case bool() | int() | float():
            return str(value)
        case _ if is_dataclass(value):
            raise TemplateLimitError(
                f"{kind(value)} has several parts; print one of them, as in x.text"
            )
        case list() | tuple() | dict():
            raise TemplateLimitError(
                'a list is not printed at once: go through it with "for", or "join" it'
            )
        case _:
            raise TemplateLimitError("only words and numbers can be printed")


@pass_environment
def join(
    environment: Environment,
    values: Iterable[object],
    between: str = "",
    attribute: str | None = None,
) -> str:
    """Words one after another; with an attribute, that of each."""
    found = (environment.getattr(value, attribute) if attribute else value for value in values)
    words = [value if isinstance(value, Markup) else as_words(value) for value in found]
    if sum(map(len, words)) + len(words) * len(between) > LARGEST_VALUE:
        raise TemplateLimitError(f"a value is larger than {LARGEST_VALUE:,} characters")
    return joined(words, between)


def joined(words: list[str], between: str) -> str:
    """Joined words; where some are escaped already, the others are escaped too."""
    if any(isinstance(word, Markup) for word in (*words, between)):
        return escape(between).join(map(escape, words))
    return between.join(words)


def replace(text: str, old: str, new: str) -> str:
    """Words with some of them replaced."""
    if len(text) + (text.count(old) * len(new)) > LARGEST_VALUE:
        raise TemplateLimitError(f"a value is larger than {LARGEST_VALUE:,} characters")
    return text.replace(old, new)


def center(text: str, width: int = 80) -> str:
    """Words in the middle of a line."""
    return text.center(_width(width))


def indent(text: str, width: int = 4, *, first: bool = False) -> str:
    """Lines set in; the first only if asked."""
    margin = " " * _width(width)
    lines = text.split("\n")
    if len(text) + len(lines) * len(margin) > LARGEST_VALUE:
        raise TemplateLimitError(f"a value is larger than {LARGEST_VALUE:,} characters")
    set_in = [margin + line if line else line for line in lines[1:]]
    return joined([(margin if first else "") + lines[0], *set_in], "\n")


def wrap(text: str, width: int = 79) -> str:
    """Lines of so many letters at most, broken between words; paragraphs stay apart."""
    letters = max(_width(width), 1)
    wrapped = "\n".join(
        textwrap.fill(line, letters, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )
    return Markup(wrapped) if isinstance(text, Markup) else wrapped  # noqa: S704 -- it was


def _width(width: int) -> int:
    if not isinstance(width, int) or width > _WIDEST:
        raise TemplateLimitError(f"a width is a number up to {_WIDEST}")
    return width


def kind(value: object) -> str:
    """What a value is called in messages."""
    match value:
        case str():
            return "a text"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case None:
            return "nothing"
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _ if is_dataclass(value):
            name = type(value).__name__.lower()
            return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
        case _:
            return "this"
