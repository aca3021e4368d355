"""An article refers to itself by its number.

Why it matters: readers turn the pages to find that they are there already, and wonder whether
another article was meant. When the article is renumbered, the words are easily forgotten. Treaties
say "this article".

Found:
    Article 5
    The time limit of article 5, paragraph 1, runs from the first night.

Better:
    Article 5
    The time limit of paragraph 1 of this article runs from the first night.
"""

import re
from collections.abc import Iterator

from convention_tool.analysis.citations import Owner
from convention_tool.analysis.cited import Cited
from convention_tool.analysis.draft import Citation, Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each reference to one article that stands in this very article."""
    words = rule_words("references", "reference-to-own-article", draft.instrument.language)
    if not words:
        return
    [this] = words["this"]
    for citation in draft.citations:
        own, mention = citation.stretch.article, citation.mention
        if own is None or mention.owner is Owner.OTHER or mention.here or len(mention.named) != 1:
            continue
        [target] = mention.named
        is_one = target.article and not target.last and not target.divisions
        if is_one and draft.fact(Cited).article(citation, target) is own:
            said = f'"{citation.words}" stands in article {own.number} itself; write "{this}"'
            yield Finding(draft.span_of_citation(citation), said, _fix(draft, citation, this))


def _fix(draft: Draft, citation: Citation, this: str) -> Fix | None:
    """The words "this article" in place of the number, where the citation ends with it."""
    place = draft.span_of_citation(citation)
    said = draft.source.text[place.start : place.end]
    [target] = citation.mention.named
    after = citation.stretch.words[citation.mention.end :].lstrip(" ,")
    if draft.instrument.language != "en" or said != citation.words or after.startswith("of "):
        return None
    letters = "".join(f" ({item})" for item in target.items)
    if match := _LAST.search(said):
        new = said[: match.start()] + this
    elif target.paragraph and target.article_at < target.paragraph_at:
        new = f"paragraph {target.paragraph}{letters} of {this}"
    else:
        return None
    if said[0].isupper():
        new = new[0].upper() + new[1:]
    return Fix(f'write "{new}"', (Edit(place, new),))


#: The article at the end of a citation.
_LAST = re.compile(r"article\s\S+\Z", re.IGNORECASE)


RULE = Rule("reference-to-own-article", Severity.NOTE, __doc__, check)
