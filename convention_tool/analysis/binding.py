"""Which articles bind: those that say "shall"."""

import re

from convention_tool.analysis.draft import Draft


def binding_articles(draft: Draft) -> frozenset[int]:
    """The articles, by identity, that have the word by which a duty binds."""
    return draft.fact(_binding_articles)


def _binding_articles(draft: Draft) -> frozenset[int]:
    words = draft.vocabulary.binding
    single = tuple(word for word in words if word.isalpha())
    found = {id(stretch.article) for stretch in draft.saying(*single)}
    for phrase in set(words).difference(single):
        first = phrase.replace("’", " ").replace("'", " ").split()[0]
        pattern = re.compile(rf"\b{phrase}\b", re.IGNORECASE)
        found.update(
            id(stretch.article) for stretch in draft.saying(first) if pattern.search(stretch.words)
        )
    return frozenset(found)
