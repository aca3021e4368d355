"""An article is so long that it holds several subjects.

Why it matters: an article is the unit that States debate, reserve against and cite. Where one runs
over pages a reservation to it takes more away than was meant, and readers lose the paragraph they
came for. Articles on elections and on mutual legal assistance are often long, and may be.

Found:
    Article 12, with 30 paragraphs on admission, work and removal.

Better:
    Article 12 on admission, article 13 on work, article 14 on removal.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.wording import wording


def check(draft: Draft) -> Iterator[Finding]:
    """Each article of more words than readers hold together, with their number."""
    for home in draft.homes:
        for article in home.articles:
            start, end = draft.span(article)
            if end - start > _LONG * _SHORTEST_WORD:
                words = len(wording(article).split())
                if words > _LONG:
                    said = f"article {article.number} has {words} words"
                    cure = "consider whether it is more than one article"
                    yield Finding(draft.opening(article), f"{said}; {cure}")


#: The longest articles of human-rights treaties, those on committees, have some 900 words.
_LONG = 1200
#: No text has shorter words on the average, blank included: shorter articles need no counting.
_SHORTEST_WORD = 4


RULE = Rule("long-article", Severity.NOTE, __doc__, check)
