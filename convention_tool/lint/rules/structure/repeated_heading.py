"""Two articles of one division have the same heading.

Why it matters: headings are how readers find an article and how they speak of it. Two articles
called "Procedure" in one part are confused in debate and in the index. The same heading in two
parts ("Use of terms") does no harm.

Found:
    Article 21: Procedure
    Article 24: Procedure

Better:
    Article 21: Procedure of inquiry
    Article 24: Procedure of appeal
"""

from collections import defaultdict
from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Article, Element, Part


def check(draft: Draft) -> Iterator[Finding]:
    """Each second article of a heading within the division that holds it."""
    for home in draft.homes:
        for articles in _divisions(home.elements):
            yield from _findings(draft, articles)


def _divisions(elements: tuple[Element, ...]) -> Iterator[list[Article]]:
    """The articles of each division, those outside divisions first."""
    yield [element for element in elements if isinstance(element, Article)]
    for element in elements:
        if isinstance(element, Part):
            yield from _divisions(element.elements)


def _findings(draft: Draft, articles: list[Article]) -> Iterator[Finding]:
    headed: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        if article.heading:
            headed[article.heading.casefold()].append(place)
    for places in headed.values():
        match places:
            case [first, second] if second - first <= _NEAR:
                before, article = articles[first], articles[second]
                said = f'articles {before.number} and {article.number} are both headed "{article.heading}"'
                yield Finding(draft.opening(article), f"{said}; say in which way they differ")
            case _:
                pass


#: Further apart they belong to different subjects, as "Scope" does in a text that lost its parts;
#: and what stands above three articles or more is a note of an editor.
_NEAR = 10


RULE = Rule("repeated-heading", Severity.NOTE, __doc__, check)
