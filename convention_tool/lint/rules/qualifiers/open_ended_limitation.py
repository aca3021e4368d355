"""A clause lets States limit a right without saying by what law, for what aim, or how far.

Why it matters: the limitation clauses of the International Covenant on Civil and Political Rights
(articles 12, 18, 19, 21 and 22) ask for three things together: the limit is laid down by law, it
serves an aim that the clause names, and it is necessary for that aim. A clause that lacks one of
them leaves the right to each State's discretion.

Found:
    The right to keep a lamp may be restricted by law.

Better:
    The right to keep a lamp may be restricted by law where that is necessary for public safety.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.lists import chapeau_of
from convention_tool.analysis.wordings import (
    Wording,
    first_of_each_provision,
    plain,
    says,
    wordings,
)
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.wording import wording

#: What a limitation must say, and how a remark puts what it lacks.
_ASKED = (
    ("law", "that it be laid down by law"),
    ("aim", "for what aim"),
    ("necessity", "that it be necessary"),
)


def check(draft: Draft) -> Iterator[Finding]:
    """The first in each provision, the items of its list included."""
    words = rule_words("qualifiers", "open-ended-limitation", draft.instrument.language)
    if not words:
        return
    for one in first_of_each_provision(wordings(draft, words["phrases"])):
        clause = _clause(draft, one)
        if one.stretch.article is None or not says(clause, words["rights"]):
            continue
        if not says(clause, words["people"]):
            continue
        missing = [said for key, said in _ASKED if not says(clause, words[key])]
        if missing:
            place = draft.span_of_words(one.stretch, one.start, one.end)
            told = f'"{one.words}" limits a right and does not say {" nor ".join(missing)}'
            yield Finding(place, f"{told}; name the law, the aim and the necessity")


def _clause(draft: Draft, one: Wording) -> str:
    """The provision with the words above it and the list below it."""
    node = one.stretch.node
    return plain(f"{chapeau_of(draft, node)} {wording(node)}")


RULE = Rule("open-ended-limitation", Severity.WARNING, __doc__, check)
