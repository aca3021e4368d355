"""The runs of numbers that do not simply count 1, 2, 3: the few that rules need to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convention_tool.analysis.draft import Count, Draft


def uneven_articles(draft: Draft) -> tuple[Count, ...]:
    """Those of articles; ask for them through `draft.fact`."""
    return _uneven(draft.article_counts)


def uneven_lists(draft: Draft) -> tuple[Count, ...]:
    """Those of paragraphs and subparagraphs; ask for them through `draft.fact`."""
    return _uneven(draft.list_counts)


def _uneven(counts: Iterable[Count]) -> tuple[Count, ...]:
    return tuple(count for count in counts if not _is_even(count))


def _is_even(count: Count) -> bool:
    ranks = count.series.ranks
    return all(
        rank.main == place and not rank.inserted for place, rank in enumerate(ranks, start=1)
    )
