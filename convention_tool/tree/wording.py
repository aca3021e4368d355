"""The running text of any node."""

from collections.abc import Iterator

from convention_tool.tree.nodes import (
    Annex,
    Article,
    Aside,
    Contents,
    Instrument,
    Node,
    Note,
    Paragraph,
    Part,
    Preamble,
    Recital,
    Subparagraph,
)
from convention_tool.tree.walk import children


def wording(node: Node, *, numbers: bool = False) -> str:
    """The words of a node and all under it, without notes; with its numbers if asked."""
    return " ".join(words for words in _stretches(node, numbers=numbers) if words)


def _stretches(node: Node, *, numbers: bool) -> Iterator[str]:
    if isinstance(node, Note | Aside):
        return
    yield from _before(node, numbers=numbers)
    for child in children(node):
        yield from _stretches(child, numbers=numbers)
    match node:
        case Paragraph(closing=closing) | Subparagraph(closing=closing):
            yield closing
        case Preamble(formula=formula):
            yield formula
        case _:
            pass


def _before(node: Node, *, numbers: bool) -> Iterator[str]:
    """What a node says before its children."""
    match node:
        case Instrument():
            yield node.title
            yield from node.adoption
        case Annex() | Part() | Article():
            if numbers:
                yield node.label
                yield node.number
            yield node.heading
        case Preamble():
            yield node.heading
            yield node.subject
        case Paragraph() | Subparagraph() | Recital():
            if numbers:
                yield node.mark
            yield node.text
        case Contents():
            yield from node.lines
        case _:
            pass
