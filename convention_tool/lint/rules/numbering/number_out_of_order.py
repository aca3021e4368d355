"""An article stands where its number does not put it.

Why it matters: readers look for article 7 between 6 and 8. An article that was moved without its
number will be cited wrongly as soon as somebody counts.

Found:
    Article 3
    (then)
    Article 7
    (then)
    Article 4

Better:
    Article 3
    (then)
    Article 4
    (and article 7 after article 6)
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Count, Draft
from convention_tool.analysis.uneven_counts import uneven_articles
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each article out of order, with its neighbours."""
    for count in draft.fact(uneven_articles):
        for place in count.series.out_of_order():
            said = f"article {count.items[place].number} is out of order: it stands"
            yield Finding(draft.opening(count.items[place]), f"{said} {_standing(count, place)}")


def _standing(count: Count, place: int) -> str:
    match [item.number for item in count.items[max(place - 1, 0) : place + 2]]:
        case [before, _, after]:
            return f"between article {before} and article {after}"
        case [_, after] if place == 0:
            return f"before article {after}"
        case [before, *_]:
            return f"after article {before}"
    raise ValueError(f"no article stands at place {place}")


RULE = Rule("number-out-of-order", Severity.ERROR, __doc__, check)
