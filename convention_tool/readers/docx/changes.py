"""Tracked changes: which words and marks a reader of the new or of the old text sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.docx.xml import w

if TYPE_CHECKING:
    from typing import Any

_NEW = frozenset(map(w, ("ins", "moveTo")))
_OLD = frozenset(map(w, ("del", "moveFrom")))
CHANGES = _NEW | _OLD
#: How they are told of; the ledger knows in what the text at hand is.
TRACKED = "tracked changes"


class Version(NamedTuple):
    """The text after the changes of a file, or before them."""

    old: bool

    @property
    def gone(self) -> frozenset[str]:
        """The changes whose words this text does not have."""
        return _NEW if self.old else _OLD

    def properties(self, paragraph: Any) -> Any:
        """How this text sets a paragraph; None where nothing is said."""
        found = paragraph.find(w("pPr"))
        if found is None or not self.old:
            return found
        before = found.find(f"{w('pPrChange')}/{w('pPr')}")
        settled = found if before is None else before
        listed = settled.find(w("numPr"))
        if listed is not None and listed.find(w("ins")) is not None:
            settled.remove(listed)  # the number came with a change
        return settled

    def has_row(self, row: Any) -> bool:
        """Whether this text has a row of a table."""
        found = row.find(w("trPr"))
        return found is None or not any(one.tag in self.gone for one in found)


def mark_changes(paragraph: Any) -> tuple[str, ...]:
    """What is tracked of the mark that ends a paragraph."""
    found = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return () if found is None else tuple(one.tag for one in found if one.tag in CHANGES)


def words_of(change: Any) -> str:
    """The words of a change."""
    return "".join(one.text or "" for one in change.iter(w("t"), w("delText")))
