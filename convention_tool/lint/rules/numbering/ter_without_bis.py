"""A provision is numbered ter, and there is no bis.

Why it matters: 8 ter is the second provision inserted after 8, so readers look for the first. It
was dropped without renumbering, or lost. A provision taken out on purpose keeps its number and
says "[Deleted]".

Found:
    Article 8
    (and the next article is)
    Article 8 ter

Better:
    Article 8
    (and the next article is)
    Article 8 bis
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Count, Draft
from convention_tool.analysis.numbering import Rank
from convention_tool.analysis.uneven_counts import uneven_articles, uneven_lists
from convention_tool.catalogue.vocabulary import inserted
from convention_tool.diagnostics import Severity
from convention_tool.lint.names import named
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each inserted number whose forerunner is missing; letters (8 A) follow rules of their own."""
    for count in (*draft.fact(uneven_articles), *draft.fact(uneven_lists)):
        yield from _findings(draft, count)


def _findings(draft: Draft, count: Count) -> Iterator[Finding]:
    present = set(count.series.ranks)
    for item, rank in zip(count.items, count.series.ranks, strict=True):
        word = item.number.split()[-1].strip("()").casefold()
        if word not in inserted() or rank.inserted < _SECOND:
            continue
        if Rank(rank.main, rank.inserted - 1) not in present:
            missing = _word_of(rank.inserted - 1)
            stem = item.number[: -len(word)].strip("( -)")
            said = f"{named(item, (item.number,))} has no {stem} {missing} before it"
            yield Finding(draft.opening(item), f"{said}; renumber, or say what was deleted")


#: "ter" is the second number of the series of insertions.
_SECOND = inserted()["ter"]


def _word_of(place: int) -> str:
    return next(word for word, standing in inserted().items() if standing == place)


RULE = Rule("ter-without-bis", Severity.WARNING, __doc__, check)
