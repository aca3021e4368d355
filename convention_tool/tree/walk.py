"""Going through an instrument, in the order of its text."""

from collections.abc import Iterator

from convention_tool.tree.nodes import (
    Annex,
    Article,
    Aside,
    Conclusions,
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


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly under a node, its notes last; asides belong to no node."""
    match node:
        case Paragraph() | Subparagraph():
            return (*node.subparagraphs, *node.notes)
        case Article() | Conclusions():
            return (*node.paragraphs, *node.notes)
        case Instrument():
            before = (part for part in (node.contents, node.preamble) if part)
            after = (node.conclusions,) if node.conclusions else ()
            return (*before, *node.elements, *after, *node.annexes, *node.notes)
        case Annex():
            preamble = (node.preamble,) if node.preamble else ()
            after = (node.conclusions,) if node.conclusions else ()
            return (*preamble, *node.elements, *after, *node.notes)
        case Preamble():
            return (*node.recitals, *node.notes)
        case Part():
            return (*node.elements, *node.notes)
        case Recital():
            return node.notes
        case Note() | Contents() | Aside():
            return ()
    raise TypeError(f"{type(node).__name__} is not part of an instrument")


def walk(node: Node) -> Iterator[Node]:
    """The node, then everything under it."""
    yield node
    for child in children(node):
        yield from walk(child)


def walk_with_ancestors(
    node: Node, ancestors: tuple[Node, ...] = ()
) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """Each node under (and with) a node, beside the nodes that hold it, outermost first."""
    yield node, ancestors
    for child in children(node):
        yield from walk_with_ancestors(child, (*ancestors, node))
