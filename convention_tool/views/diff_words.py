"""What is said of changes, in the same words on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.diff.records import Kind
from convention_tool.analysis.diff.units import Level
from convention_tool.tree.address import citation_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.diff import Change
    from convention_tool.analysis.diff.units import Unit

#: What happened, as an adjective.
KIND_WORDS = {
    Kind.UNCHANGED: "unchanged",
    Kind.INSERTED: "inserted",
    Kind.DELETED: "deleted",
    Kind.MOVED: "moved",
    Kind.RENUMBERED: "renumbered",
    Kind.SPLIT: "split",
    Kind.MERGED: "merged",
    Kind.HEADING_CHANGED: "heading changed",
    Kind.MODIFIED: "modified",
    Kind.REFERENCE_FOLLOWED: "reference followed",
    Kind.MINOR: "punctuation or spelling only",
}


def kinds_in_words(change: Change) -> str:
    """What happened to a provision: "moved, renumbered, modified"."""
    return ", ".join(KIND_WORDS[kind] for kind in change.kinds)


def cited(unit: Unit) -> str:
    """A unit as one refers to it in a sentence."""
    return "the title" if unit.level is Level.INSTRUMENT else unit.citation


def told(change: Change) -> str:
    """What happened to a provision, with where it came from: "moved from article 5; modified"."""
    return "; ".join(_told(change))


def told_of_old(change: Change) -> str:
    """What became of a provision that stood here."""
    return f"moved to {cited(change.new)}" if change.new else "deleted"


def _told(change: Change) -> Iterator[str]:
    old = change.old
    for kind in change.kinds:
        if kind is Kind.RENUMBERED and old:
            if Kind.MOVED not in change.kinds:
                yield f"was {old.number}" if old.number else "was not numbered"
        elif kind is Kind.MOVED and old:
            yield f"moved from {cited(old)}"
        elif kind is Kind.SPLIT and old:
            yield f"split from {cited(old)}"
        elif kind is Kind.MERGED and old:
            yield f"merged from {cited(old)}" if not change.similarity else "merged with another"
        else:
            yield KIND_WORDS[kind]


def from_to(change: Change) -> str:
    """A change's provision in both texts: "article 5 → article 7"; one citation if it is the same."""
    old = cited(change.old) if change.old else ""
    new = cited(change.new) if change.new else ""
    if old == new or not old or not new:
        return citation_case(new or old)
    return f"{citation_case(old)} → {new}"
