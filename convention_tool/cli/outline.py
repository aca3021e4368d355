"""An instrument as an outline: what each line of a draft was read as."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The width of a terminal that nobody has widened.
WIDTH = 80
_STEP = "  "


def outline(instrument: Instrument) -> Iterator[str]:
    """One line for each node, indented by its depth and cut at the width of a terminal."""
    for depth, line in _lines(instrument, 0):
        yield _cut(_STEP * depth + line.replace("\n", " "))


def _lines(node: Node, depth: int) -> Iterator[tuple[int, str]]:
    yield from ((depth + extra, line) for extra, line in _own(node))
    for child in children(node):
        yield from _lines(child, depth + 1)
    match node:
        case Paragraph(closing=closing) | Subparagraph(closing=closing) if closing:
            yield depth + 1, f"(closing words) {closing}"
        case Preamble(formula=formula) if formula:
            yield depth + 1, f"(formula) {formula}"
        case Instrument(asides=asides):
            yield from ((depth + 1, f"({aside.kind}) {aside.text}") for aside in asides)
        case _:
            pass


def _own(node: Node) -> Iterator[tuple[int, str]]:
    """The lines of a node itself, and how much deeper than the node each stands.

    What is in round brackets is the outline's word, not the draft's.
    """
    match node:
        case Instrument():
            yield 0, node.title or "(no title)"
            yield from ((1, f"(header) {key}: {value}") for key, value in node.header)
            yield from ((1, f"(adoption) {line}") for line in node.adoption)
        case Article() | Part() | Annex():
            yield 0, _spaced(node.label, node.number, f" {node.heading}" if node.heading else "")
        case Preamble(heading=heading, subject=subject):
            yield 0, _spaced("(preamble)", heading)
            if subject:
                yield 1, f"(subject) {subject}"
        case Recital(mark=mark, text=text):
            yield 0, _spaced("(recital)", mark, text)
        case Paragraph(mark=mark, text=text):
            yield 0, _spaced(mark or "(paragraph)", text)
        case Subparagraph(mark=mark, text=text):
            yield 0, _spaced(mark or "(subparagraph)", text)
        case Note(kind=kind, text=text):
            yield 0, f"({kind}) {text}"
        case Contents(lines=lines):
            yield 0, f"(contents) {len(lines)} lines"
        case Conclusions():
            yield 0, "(conclusions)"
        case _:
            raise TypeError(f"{type(node).__name__} is not part of an instrument")


def _spaced(*words: str) -> str:
    return " ".join(word for word in words if word)


def _cut(line: str) -> str:
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1].rstrip()}…"
