"""A draft in the canonical form: one block a line, an empty line between, and not a word changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.authors import lines
from convention_tool.authoring.commentary_lines import with_commentary_lines
from convention_tool.authoring.comparing import first_difference
from convention_tool.authoring.edits import line_end_of
from convention_tool.authoring.keeping_comments import ANY, comments_of, with_comments
from convention_tool.errors import ConventionToolError
from convention_tool.readers import parse
from convention_tool.tree.nodes import AsideKind
from convention_tool.writers.text import write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.source import Source
    from convention_tool.tree.nodes import Instrument


class CannotLayOutError(ConventionToolError):
    """A draft that would say something else in another layout."""


def laid_out(source: Source, instrument: Instrument) -> str:
    """A draft in the canonical form, with its private comments and its own ends of lines.

    Raises:
        CannotLayOutError: it would be read otherwise, or holds what is no part of it.
    """
    for aside in instrument.asides:
        if aside.kind is AsideKind.FURNITURE and aside.span:
            line = source.position(aside.span.start).line
            raise CannotLayOutError(
                f'{source.name}, line {line}: "{_short(aside.text)}" was taken for a page number or '
                "running head and would be lost; take it out, or make it part of a paragraph"
            )
    text = write(instrument).decode()
    again = parse(text).instrument
    if again != instrument:
        where = first_difference(instrument, again)
        raise CannotLayOutError(f"{source.name}: laid out anew, {where} would be read otherwise")
    kept = with_commentary_lines(source, instrument, text)
    text = _commented(source, instrument, kept if parse(kept).instrument == instrument else text)
    return text.replace("\n", line_end_of(source.text))


def _commented(source: Source, instrument: Instrument, text: str) -> str:
    """The text with the comments, which must stand above what they stood above."""
    for apart in (False, True):
        full = with_comments(source, instrument, text, apart=apart)
        again = parse(full).instrument
        if again == instrument and list(_told(again)) == list(_told(instrument)):
            return full
    first = comments_of(instrument)[0]
    line = source.position(first.span.start).line if first.span else 1
    raise CannotLayOutError(
        f"{source.name}, line {line}: a private comment from here on would come to stand elsewhere; "
        "move it above a provision"
    )


def _told(instrument: Instrument) -> Iterator[tuple[str, str]]:
    """Each private comment, and the words of the provision under it."""
    for aside, _, node in lines(instrument, ANY):
        yield " ".join(aside.text.split()), str(node)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


#: So many letters of a line say which it is.
_LONGEST = 40
