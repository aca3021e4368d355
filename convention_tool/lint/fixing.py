"""Mending what rules found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from convention_tool.diagnostics import Diagnostic, Edit


class Mended(NamedTuple):
    """A text after the mends, and what was mended."""

    text: str
    done: tuple[Diagnostic, ...]
    #: What could be mended and was left: it is not safe, meets another mend, or changes the reading.
    left: tuple[Diagnostic, ...]


def mended(
    text: str,
    found: Iterable[Diagnostic],
    *,
    unsafe: bool = False,
    reads_alike: Callable[[str], bool] | None = None,
) -> Mended:
    """A text with the fixes of some remarks applied, those that are safe or all of them.

    Where two fixes meet, the first one is applied; lint again for the other.

    Args:
        text: the source that the remarks speak of.
        found: the remarks.
        unsafe: whether to apply what a lawyer should look at, too.
        reads_alike: whether a mended text is read as the old one is, provision by provision; a fix
            after which it is not is left.
    """
    result = _mended(text, found, unsafe=unsafe)
    if reads_alike is None or reads_alike(result.text):
        return result
    alone = [one for one in result.done if reads_alike(_mended(text, [one], unsafe=unsafe).text)]
    left = tuple(one for one in result.done if one not in alone)
    again = _mended(text, alone, unsafe=unsafe)
    return again._replace(left=(*result.left, *left))


def _mended(text: str, found: Iterable[Diagnostic], *, unsafe: bool) -> Mended:
    done: list[Diagnostic] = []
    left: list[Diagnostic] = []
    edits: list[Edit] = []
    for one in found:
        if one.fix is None:
            continue
        if not (one.fix.safe or unsafe) or _meets(one.fix.edits, edits):
            left.append(one)
        else:
            done.append(one)
            edits.extend(one.fix.edits)
    return Mended(_edited(text, edits), tuple(done), tuple(left))


def _meets(some: Iterable[Edit], others: Iterable[Edit]) -> bool:
    """Whether an edit touches the words of another, or they insert at one place."""
    taken = [edit.span for edit in others]
    return any(
        (span.start < edit.span.end and edit.span.start < span.end) or span == edit.span
        for edit in some
        for span in taken
    )


def _edited(text: str, edits: Iterable[Edit]) -> str:
    parts: list[str] = []
    end = 0
    for edit in sorted(edits):
        parts.extend((text[end : edit.span.start], edit.text))
        end = edit.span.end
    return "".join((*parts, text[end:]))
