"""Renumbering a draft after insertions and deletions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.authoring.moving import Moved, moved
from convention_tool.authoring.plan import plan

if TYPE_CHECKING:
    from convention_tool.analysis.draft import Draft


def renumber(draft: Draft, *, keep_bis: bool = False) -> Moved:
    """A draft whose articles, paragraphs and items count, its references moved along.

    Args:
        draft: read from a plain text.
        keep_bis: whether "12 bis" and "12 A" stay such; the next number is then 13.

    Raises:
        CannotRenumberError: it would be read otherwise, or a number cannot be found in it.
    """
    return moved(draft, plan(draft.instrument, keep_bis=keep_bis))
