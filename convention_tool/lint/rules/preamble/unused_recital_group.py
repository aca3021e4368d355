"""The preamble names a group of people of whom no article speaks.

Why it matters: recitals give no rights. A group that stands in the preamble alone was promised
something and given nothing, and in a dispute the silence of the articles counts against it. Either
the articles lost a provision, or the recital says more than the text does.

Found:
    Concerned for seafarers and for their families,
    ...
    Article 1
    Every keeper has the right to rest.

Better:
    Concerned for seafarers and for their families,
    ...
    Article 1
    Every keeper and every seafarer has the right to rest.
"""

from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.analysis.wordings import plain, says, uses, wordings
from convention_tool.catalogue.groups import groups
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Recital

#: A text with fewer articles is an extract, or will speak of the group elsewhere.
_WHOLE = 5
#: The word that tells a title stands within so many letters before a group in it.
_TITLE = 60


def check(draft: Draft) -> Iterator[Finding]:
    """Each such group, where a recital of the instrument's own preamble names it first."""
    preamble, language = draft.instrument.preamble, draft.instrument.language
    if preamble is None or len(draft.instrument.articles) < _WHOLE:
        return
    recitals = [
        Stretch(recital.text, recital, None, draft.instrument) for recital in preamble.recitals
    ]
    whole = plain("\n".join(recital.text for recital in preamble.recitals))
    titles = rule_words("preamble", "unused-recital-group", language).get("titles", ())
    for terms in _terms(language):
        if not any(term in whole for term in terms):
            continue
        named = _first(preamble.recitals, terms, titles)
        if named is None or _is_named(draft, terms):
            continue
        number, start, end = named
        words = recitals[number].words[start:end]
        place = draft.span_of_words(recitals[number], start, end)
        told = f'"{words}": the preamble names them, and no article does'
        yield Finding(place, f"{told}; give them a provision, or leave them out here")


def _first(
    recitals: tuple[Recital, ...], terms: tuple[str, ...], titles: tuple[str, ...]
) -> tuple[int, int, int] | None:
    """The recital that names a group first, and where its name stands in it.

    In the title of an instrument it is no name of a group: "the Status of Refugees".
    """
    for number, recital in enumerate(recitals):
        said = plain(recital.text)
        found = [
            (start, -len(term))
            for term in terms
            for start in uses(said, term)
            if recital.text[start].islower()
            and not says(said[max(0, start - _TITLE) : start], titles)
        ]
        if found:
            start, length = min(found)
            return number, start, start - length
    return None


def _is_named(draft: Draft, terms: tuple[str, ...]) -> bool:
    """Whether an article, its heading or an annex speaks of the group."""
    if any(
        one.stretch.article is not None or one.stretch.home is not draft.instrument
        for one in wordings(draft, terms)
    ):
        return True
    heads = plain("\n".join(article.heading for article in draft.instrument.articles))
    return any(term in heads for term in terms)


@cache
def _terms(language: str) -> tuple[tuple[str, ...], ...]:
    """The words for each group."""
    words = rule_words("preamble", "unused-recital-group", language)
    general = frozenset(words.get("general", ()))
    known = [group.terms.of(language) for group in groups()]
    more = [terms for key, terms in words.items() if key not in {"general", "titles"}]
    particular = (tuple(term for term in terms if term not in general) for terms in (*known, *more))
    return tuple(terms for terms in particular if terms)


RULE = Rule("unused-recital-group", Severity.WARNING, __doc__, check)
