"""An instrument as an outline that fits beside the text it was read from."""

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
from convention_tool.tree.walk import children


def sketch(instrument: Instrument) -> str:
    """Every word of the tree, one line each, indented by what holds it.

    A unit is its kind and number, then its heading: `article 3 bis: Purpose`. A paragraph or
    subparagraph is its mark and words as printed; one without a mark opens with `text:`. The
    language is told where it is not English; what was set aside stands at the end.
    """
    return "\n".join(_instrument(instrument))


def _instrument(instrument: Instrument) -> Iterator[str]:
    if instrument.language != "en":
        yield f"language: {instrument.language}"
    for name, value in instrument.header:
        yield f"header: {name}: {value}"
    if instrument.title:
        yield f"title: {instrument.title}"
    for line in instrument.adoption:
        yield f"adoption: {line}"
    for child in children(instrument):
        yield from _node(child, "")
    for aside in instrument.asides:
        yield f"{aside.kind}: {aside.text}"


def _node(node: Node, indent: str) -> Iterator[str]:
    yield from (f"{indent}{line}".rstrip() for line in _opening(node))
    for child in children(node):
        yield from _node(child, f"{indent}  ")
    match node:
        case Paragraph(closing=closing) | Subparagraph(closing=closing) if closing:
            yield from (f"{indent}closing: {line}" for line in closing.split("\n"))
        case Preamble(formula=formula) if formula:
            yield f"{indent}  formula: {formula}"
        case _:
            pass


def _opening(node: Node) -> Iterator[str]:
    """What stands in the outline for a node itself."""
    match node:
        case Article():
            yield _headed("article", node.number, node.heading)
        case Part() | Annex():
            yield _headed(node.kind, node.number, node.heading)
        case Preamble():
            yield _headed("preamble", "", node.heading)
            if node.subject:
                yield f"  subject: {node.subject}"
        case Recital():
            yield f"recital: {node.mark} {node.text}" if node.mark else f"recital: {node.text}"
        case Paragraph(mark="") | Subparagraph(mark=""):
            yield f"text: {node.text}"
        case Paragraph() | Subparagraph():
            yield f"{node.mark} {node.text}"
        case Note():
            yield from (f"{node.kind}: {text}" for text in node.text.split("\n\n"))
        case Conclusions():
            yield "conclusions"
        case Contents():
            yield from (f"contents: {line}" for line in node.lines)
        case Instrument() | Aside():
            pass


def _headed(kind: str, number: str, heading: str) -> str:
    named = f"{kind} {number}" if number else kind
    return f"{named}: {heading}" if heading else named
