"""An instrument as JSON: every node with its type, address, citation, words and span.

The order of the keys is fixed. A node has the same keys wherever it stands; what it does not have
is an empty text, an empty list or null.
"""

from __future__ import annotations

import json

from convention_tool.tree.address import Places
from convention_tool.tree.nodes import (
    Annex,
    Article,
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

#: What a JSON document is made of.
Data = dict[str, object]


def write(instrument: Instrument) -> bytes:
    """The instrument as it is published: without what its source holds beside it."""
    return _bytes(_instrument(instrument))


def write_with_asides(instrument: Instrument) -> bytes:
    """The instrument as it was read: with page furniture and the drafters' private comments."""
    asides = [
        {"type": "aside", "kind": aside.kind, "text": aside.text, "span": _span(aside)}
        for aside in instrument.asides
    ]
    return _bytes(_instrument(instrument) | {"asides": asides})


def _bytes(data: Data) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _instrument(instrument: Instrument) -> Data:
    return {
        "type": "instrument",
        "title": instrument.title,
        "language": instrument.language,
        "header": [{"key": key, "value": value} for key, value in instrument.header],
        "adoption": list(instrument.adoption),
        "span": _span(instrument),
        "notes": _notes(instrument),
        "children": _children(instrument, Places(instrument)),
    }


def _node(node: Node, places: Places) -> Data:
    return {
        "type": type(node).__name__.lower(),
        "address": places.address(node),
        "citation": places.citation(node),
        **_words(node),
        "span": _span(node),
        "notes": _notes(node),
        "children": _children(node, places),
    }


def _words(node: Node) -> Data:
    match node:
        case Article():
            return {"label": node.label, "number": node.number, "heading": node.heading}
        case Part() | Annex():
            return {
                "kind": node.kind,
                "label": node.label,
                "number": node.number,
                "heading": node.heading,
            }
        case Paragraph() | Subparagraph():
            return {
                "number": node.number,
                "mark": node.mark,
                "text": node.text,
                "closing": node.closing,
            }
        case Recital():
            return {"number": node.number, "mark": node.mark, "text": node.text}
        case Preamble():
            return {"heading": node.heading, "subject": node.subject, "formula": node.formula}
        case Contents():
            return {"lines": list(node.lines)}
        case Conclusions():
            return {}
    raise TypeError(f"{type(node).__name__} is not part of an instrument")


def _children(node: Node, places: Places) -> list[Data]:
    return [_node(child, places) for child in children(node) if not isinstance(child, Note)]


def _notes(node: Node) -> list[Data]:
    return [
        {"type": "note", "kind": child.kind, "text": child.text, "span": _span(child)}
        for child in children(node)
        if isinstance(child, Note)
    ]


def _span(node: Node) -> Data | None:
    return {"start": node.span.start, "end": node.span.end} if node.span else None
