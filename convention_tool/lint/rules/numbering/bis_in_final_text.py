"""A text that is settled still has a number such as 8 bis.

Why it matters: bis and ter spare negotiators the renumbering while a text moves. At the legal
scrub before adoption the articles are counted anew and the references follow; a bis that stays
looks like a later amendment.

Found:
    Status: final
    Article 8 bis

Better:
    Status: final
    Article 9
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Count, Draft
from convention_tool.analysis.uneven_counts import uneven_articles, uneven_lists
from convention_tool.catalogue.vocabulary import inserted
from convention_tool.diagnostics import Severity
from convention_tool.lint.names import named
from convention_tool.lint.rule import ONLY_FINAL, Finding, Rule
from convention_tool.tree.nodes import Provision


def check(draft: Draft) -> Iterator[Finding]:
    """Each inserted number; a text that amends another must number as the other does."""
    if draft.amends:
        return
    for count in (*draft.fact(uneven_articles), *draft.fact(uneven_lists)):
        for item in _inserted(count):
            said = f"{named(item, (item.number,))} keeps the number of a text under negotiation"
            yield Finding(draft.opening(item), f"{said}; renumber, and the references with it")


def _inserted(count: Count) -> Iterator[Provision]:
    for item in count.items:
        if item.number.split()[-1].strip("()").casefold() in inserted():
            yield item


RULE = Rule("bis-in-final-text", Severity.WARNING, __doc__, check, ONLY_FINAL)
