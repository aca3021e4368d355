"""The grammars by which a text is read: how lines look, and how an instrument is built of them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from lark import Lark, Transformer

from convention_tool.grammar import built


@cache
def terminals() -> Mapping[str, str]:
    """The terminals of lines.lark and of all it imports, as regular expressions by name."""
    lines = built("lines.lark", start="line")
    return {terminal.name: terminal.pattern.to_regexp() for terminal in lines.terminals}


def instrument_grammar(transformer: Transformer[Any, Any]) -> Lark:
    """The parser of instrument.lark, which gives what the transformer makes of each rule."""
    return built("instrument.lark", start="instrument", transformer=transformer)
