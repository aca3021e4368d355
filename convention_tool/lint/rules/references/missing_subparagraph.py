"""A reference names a letter that the list of its paragraph does not have.

Why it matters: letters move when an item is struck out, and the reference stays behind. What rests
on "article 12, paragraph 1 (d)" rests on nothing where the list ends at (c).

Found:
    Keepers referred to in article 2, paragraph 1 (d), shall be on duty by night.
    (in a draft whose article 2, paragraph 1, has the items (a) to (c))

Better:
    Keepers referred to in article 2, paragraph 1 (c), shall be on duty by night.
"""

from collections.abc import Iterator

from convention_tool.analysis.citations import Owner, Target
from convention_tool.analysis.cited import Cited
from convention_tool.analysis.draft import Draft
from convention_tool.analysis.inside import inside, numbered
from convention_tool.analysis.numbering import series, stands_inside
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Article, Paragraph
from convention_tool.tree.wording import wording

#: A list of one item may be a copy that lost the others.
_LEAST = 2


def check(draft: Draft) -> Iterator[Finding]:
    """Each letter that is named and not there, where its list is."""
    for citation in draft.citations:
        mention = citation.mention
        if mention.owner is Owner.OTHER or citation.stretch.article is None or draft.amends:
            continue
        before: tuple[str, ...] = ()
        for target in mention.named:
            if target.items and target.paragraph and not target.divisions:
                article = draft.fact(Cited).article(citation, target)
                if article and (said := _missing(target, article, before)):
                    yield Finding(draft.span_of_citation(citation), said)
            before = target.items


def _missing(target: Target, article: Article, before: tuple[str, ...]) -> str:
    """What is missing, as a message; "" if it is there, or may be where its print does not show."""
    found = numbered(article.paragraphs, target.paragraph)
    if len(found) != 1:
        return ""
    [paragraph] = found
    numbers = tuple(one.number for one in paragraph.subparagraphs)
    letter = target.items[0]
    if len(numbers) < _LEAST or letter in numbers:
        return ""
    if (
        inside(article.paragraphs, target, before)
        or not isinstance(paragraph, Paragraph)
        or series((*numbers, letter)) is None
        or stands_inside(letter, wording(paragraph))
    ):
        return ""
    where = f"article {article.number}, paragraph {paragraph.number or target.paragraph}"
    return f"{where}, has no ({letter}); its list has ({numbers[0]}) to ({numbers[-1]})"


RULE = Rule("missing-subparagraph", Severity.ERROR, __doc__, check)
