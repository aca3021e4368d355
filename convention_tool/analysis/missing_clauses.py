"""Which of the usual final clauses no article of a whole treaty has."""

from collections.abc import Sequence

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.catalogue.final_clauses import FinalClause, final_clauses, is_multilateral
from convention_tool.tree.nodes import Recital

#: An extract of a treaty seldom holds two kinds of final clause; a whole one has more.
_SIGNS_OF_AN_END = 2
#: Most final clauses stand in so many last stretches, and are found there first.
_LAST_STRETCHES = 120
#: A text this long is meant as a whole, whatever it leaves out.
_WHOLE_TREATY = 21


def missing_final_clauses(draft: Draft) -> tuple[FinalClause, ...]:
    """The final clauses that no article has, if the text looks like a whole treaty."""
    language = draft.instrument.language
    operative = _operative(draft)
    missing, words = final_clauses(), ""
    for stretches in (operative[-_LAST_STRETCHES:], operative):
        if missing:
            words = _said_by(draft, stretches)
            missing = tuple(one for one in missing if not one.stands_in(words, language))
    present = len(final_clauses()) - len(missing)
    articles = len(draft.instrument.articles)
    if not articles or (present < _SIGNS_OF_AN_END and articles < _WHOLE_TREATY):
        return ()
    if any(clause.multilateral for clause in missing) and is_multilateral(words, language):
        return missing
    return tuple(clause for clause in missing if not clause.multilateral)


def _operative(draft: Draft) -> Sequence[Stretch]:
    """The words of the instrument's own articles and testimonium."""
    own = (one for one in draft.stretches if one.home is draft.instrument)
    return [one for one in own if not isinstance(one.node, Recital)]


def _said_by(draft: Draft, stretches: Sequence[Stretch]) -> str:
    """The words of some stretches and all headings: lower case, straight apostrophes.

    The last stretch comes first: final clauses are found sooner.
    """
    heads = (article.heading for article in draft.instrument.articles)
    bodies = (one.words for one in reversed(stretches))
    return " ".join((*bodies, *heads)).casefold().replace("’", "'")
