"""The numbers of the articles leave one out.

Why it matters: a missing number is an article lost in editing, or a renumbering left half done,
and every reference beyond it is in doubt. An article taken out on purpose keeps its number and
says "[Deleted]". Numbers may start again in an annex, and 8 bis or 8 A fills no gap and makes none.

Found:
    Article 4
    (and the next article is)
    Article 6

Better:
    Article 4
    (and the next article is)
    Article 5
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.uneven_counts import uneven_articles
from convention_tool.diagnostics import Severity
from convention_tool.lint.names import are, named
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each gap, at the article that follows it; an annex may open with any number."""
    own = {article.number for article in draft.instrument.articles}
    for count in draft.fact(uneven_articles):
        for gap in count.series.gaps():
            main = count.series.ranks[gap.place].main
            opens_anew = main % _HUNDRED == 1 and main > _HUNDRED
            in_annex = count.holder is not draft.instrument
            # An annex that speaks of some of the text's articles leaves the others out.
            if in_annex and (not gap.place or own.issuperset(gap.missing)):
                continue
            if not opens_anew:
                article = count.items[gap.place]
                said = f"{named(article, gap.missing)} {are(len(gap.missing))} missing"
                yield Finding(draft.opening(article), f"{said} before article {article.number}")


#: Trade agreements number by chapters: article 1501 opens chapter 15 and follows article 1412.
_HUNDRED = 100


RULE = Rule("skipped-number", Severity.ERROR, __doc__, check)
