"""A term is defined outside the article on terms, and does not say for which article it holds.

Why it matters: whoever looks a word up looks in the article on terms. The manual of the
International Labour Organization asks that a definition stand there, or stand in the article that
needs it and say that it holds for that article only.

Found:
    (in article 9) "keeper" means a person in charge of a lighthouse.

Better:
    (in article 9) For the purposes of this article, "keeper" means a person in charge of a
    lighthouse.
"""

from collections import Counter
from collections.abc import Iterator

from convention_tool.analysis.definitions import Definition, Manner, definitions, uses
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Article

#: An article with so many definitions is the article on terms.
_ON_TERMS = 3


def check(draft: Draft) -> Iterator[Finding]:
    """Each definition for the whole text that stands elsewhere, where one article defines."""
    general = [one for one in draft.fact(definitions) if _is_general(draft, one)]
    counted = Counter(id(one.stretch.article) for one in general)
    terms = next(
        (one.stretch.article for one in general if counted[id(one.stretch.article)] >= _ON_TERMS),
        None,
    )
    if not terms:
        return
    for one in general:
        home = one.stretch.article
        if home and counted[id(home)] < _ON_TERMS:
            said = f'"{one.term}" is defined here and not in article {terms.number} with the others'
            place = draft.span_of_words(one.stretch, one.start, one.end)
            yield Finding(place, f"{said}; {_cure(draft, one, home, terms)}")


def _is_general(draft: Draft, one: Definition) -> bool:
    """Whether it defines a term for the whole text."""
    means = one.manner is Manner.MEANS and not one.limited
    return means and one.stretch.home is draft.instrument


def _cure(draft: Draft, one: Definition, home: Article, terms: Article) -> str:
    elsewhere = next(
        (use for use in uses(draft, one.term) if use.stretch.article is not home), None
    )
    if elsewhere and elsewhere.stretch.article:
        return f"article {elsewhere.stretch.article.number} uses it too: move it to article {terms.number}"
    return 'if it holds for this article only, say "for the purposes of this article"'


RULE = Rule("stray-definition", Severity.NOTE, __doc__, check)
