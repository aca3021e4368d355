"""Reads plain text, as drafters have it, into an instrument."""

from dataclasses import replace

from convention_tool.readers.reading import Reading
from convention_tool.readers.text.builder import build
from convention_tool.readers.text.furniture import furniture
from convention_tool.readers.text.glue import unglued
from convention_tool.readers.text.header import header
from convention_tool.readers.text.language import code_of, language_of
from convention_tool.readers.text.lines import Opening, opening
from convention_tool.readers.text.reflow import reflow, rejoin
from convention_tool.readers.text.remarks import remarks
from convention_tool.readers.text.structure import pieces
from convention_tool.readers.text.tidy import Line, tidy
from convention_tool.readers.text.units import settle
from convention_tool.source import Source, Span
from convention_tool.tree.nodes import Aside, AsideKind


def read_text(source: Source, language: str | None = None) -> Reading:
    """The instrument that a text holds; whatever the text, nothing of it is lost."""
    lines = tidy(source.text)
    head, lines = header(lines)
    lines, comments = _without_comments(unglued(lines))
    openings = [_opening(line.text) for line in lines]
    lines, openings, aside = _without_furniture(lines, openings)
    stretches = reflow(lines, openings)
    meant, kinds = rejoin(stretches, settle(stretches))
    instrument = build([*head, *pieces(meant, kinds)])
    language = language or code_of(instrument.value("Language")) or language_of(source.text)
    instrument = replace(instrument, language=language, asides=(*comments, *aside))
    return Reading(source, instrument, remarks(meant, kinds, instrument))


def _opening(text: str) -> Opening | None:
    """How a line opens; a drafter's commentary opens with ">"."""
    if text[0] == ">" and text[1:2] in {"", " "}:
        return Opening("note", ">", "", "", text[2:])
    return opening(text)


def _without_comments(lines: list[Line]) -> tuple[list[Line], list[Aside]]:
    """The lines, and beside them the drafters' own comments, which are never published."""
    comments = [line for line in lines if line.text[0] == "%" and line.text[1:2] in {"", " "}]
    if not comments:
        return lines, []
    private = set(comments)
    asides = [
        Aside(kind=AsideKind.COMMENT, text=line.text[2:], span=Span(line.start, line.end))
        for line in comments
    ]
    return [line for line in lines if line not in private], asides


def _without_furniture(
    lines: list[Line], openings: list[Opening | None]
) -> tuple[list[Line], list[Opening | None], list[Aside]]:
    """The lines and how they open, and beside them what belongs to pages, not to the text."""
    places = furniture(lines, openings)
    if not places:
        return lines, openings, []
    asides = [
        Aside(
            kind=AsideKind.FURNITURE,
            text=lines[place].text,
            span=Span(lines[place].start, lines[place].end),
        )
        for place in sorted(places)
    ]
    kept: list[Line] = []
    for place, line in enumerate(lines):
        if place in places:
            continue
        # A sentence that a page broke goes on as if there were no empty line.
        broken = place - 1 in places and line.text[0].islower()
        kept.append(line._replace(blank=False) if broken else line)
    return kept, [one for place, one in enumerate(openings) if place not in places], asides
