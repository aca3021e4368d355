"""A tree after its numbers have moved, as it must be read back."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from convention_tool.authoring.passages import Field
from convention_tool.tree.nodes import Node

if TYPE_CHECKING:
    from collections.abc import Mapping

N = TypeVar("N", bound=Node)

#: Words after a change, by the identity of their node and which of its words they are.
Words = dict[tuple[int, Field], str]


def moved_tree(node: N, numbers: Mapping[int, str], words: Mapping[tuple[int, Field], str]) -> N:
    """A node with other numbers and words in it, all else as it was."""
    changes: dict[str, Any] = {}
    for one in fields(node):
        value = getattr(node, one.name)
        match value:
            case Node():
                changes[one.name] = moved_tree(value, numbers, words)
            case (Node(), *_):
                changes[one.name] = tuple(moved_tree(part, numbers, words) for part in value)
            case _:
                pass
    changes |= {part: words[id(node), part] for part in Field if (id(node), part) in words}
    if id(node) in numbers:
        changes |= _numbered(node, numbers[id(node)])
    return replace(node, **changes)


def _numbered(node: Any, number: str) -> dict[str, str]:
    mark = getattr(node, "mark", "")
    return {"number": number} | ({"mark": mark.replace(node.number, number, 1)} if mark else {})
