"""An instrument without its drafters' commentary, for those who publish the text alone."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from convention_tool.tree.nodes import Node, Note, NoteKind

_AnyNode = TypeVar("_AnyNode", bound=Node)


def without_commentary(node: _AnyNode) -> _AnyNode:
    """The same node, its commentary and that of all under it left out; footnotes stay."""
    changes: dict[str, Any] = {}
    for field in fields(node):
        match getattr(node, field.name):
            case Node() as child:
                changes[field.name] = without_commentary(child)
            case (Node(), *_) as children:
                changes[field.name] = tuple(map(without_commentary, filter(_stays, children)))
    return replace(node, **changes)


def _stays(node: Node) -> bool:
    match node:
        case Note(kind=kind):
            return kind is not NoteKind.COMMENTARY
        case _:
            return True
