"""Pages that this tool wrote: read back as they were, with the header of the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from convention_tool.readers.extract import Extract, commentary, heading, one_line
from convention_tool.readers.html.elements import attribute, tag, text_of
from convention_tool.tree.nodes import UNTITLED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

#: What the page says it was written by, and how its header lines are called.
_GENERATOR = "convention_tool"
_PREFIX = "draft."


def is_ours(root: Element) -> bool:
    """Whether this tool wrote a page that prints a text."""
    said = any(
        attribute(meta, "name").lower() == "generator" and attribute(meta, "content") == _GENERATOR
        for meta in root.iter("meta")
    )
    return said and _main(root) is not None


def extract(root: Element, kind: str) -> Extract:
    """The text of a page of ours; its contents list and buttons are not worth a word."""
    return Extract(
        kind=kind,
        blocks=tuple(_blocks(root)),
        header=tuple(_header(root).items()),
        language=root.get("lang"),
    )


def _main(root: Element) -> Element | None:
    return next(root.iter("main"), None)


def _header(root: Element) -> dict[str, str]:
    """The header of the draft; what the page prints goes before what it keeps beside it."""
    header = {
        attribute(meta, "name").removeprefix(_PREFIX): attribute(meta, "content")
        for meta in root.iter("meta")
        if attribute(meta, "name").startswith(_PREFIX)
    }
    for facts in root.iter("dl"):
        if attribute(facts, "class") != "draft-header":
            continue
        for name, value in zip(facts.iter("dt"), facts.iter("dd"), strict=False):
            header[text_of(name)] = text_of(value)
    return {name: value for name, value in header.items() if name and value}


def _blocks(root: Element) -> Iterator[str]:
    for top in root.iter("header"):
        for one in top:
            words = _lines(one)
            if (tag(one) == "h1" and words != UNTITLED) or attribute(one, "class") == "subtitle":
                yield from words.split("\n") if tag(one) == "p" else [words]
        break
    main = _main(root)
    if main is not None:
        yield from _within(main)


def _within(parent: Element) -> Iterator[str]:
    for one in parent:
        name, classes = tag(one), attribute(one, "class").split()
        if name == "dl" and "draft-header" in classes:
            continue
        if "note" in classes and name in {"details", "div"}:
            yield from _note(one, classes)
        elif name in {"h2", "h3", "h4", "h5", "h6"}:
            yield _heading(one)
        elif name == "div" and "numbered" not in classes:
            yield from _within(one)
        else:
            yield from _lines(one).split("\n")


def _heading(one: Element) -> str:
    """A heading, its number parted from its words as the page parts them."""
    first = one[0] if len(one) else None
    if first is None or attribute(first, "class") != "number":
        return _lines(one)
    number = text_of(first)
    words = _lines(one).removeprefix(number).strip()
    put = heading(f"{number}\n{words}")
    return put if put.startswith(number) else f"{number}\n{words}".strip()


def _note(one: Element, classes: list[str]) -> Iterator[str]:
    paragraphs = [_lines(part) for part in list(one)[1:]]
    if "commentary" in classes:
        yield commentary("\n\n".join(paragraphs))
    else:
        yield from paragraphs


def _lines(one: Element) -> str:
    """The words of an element; a break begins a new line."""
    lines = [""]
    for event, inner in etree.iterwalk(one, events=("start", "end")):
        if event == "start" and tag(inner) == "br":
            lines.append("")
        words = inner.text if event == "start" else inner.tail if inner is not one else ""
        lines[-1] += words or ""
    return "\n".join(one_line(line) for line in lines)
