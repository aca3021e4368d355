"""An instrument on migrants does not say to whom and where it applies.

Why it matters: who is protected, in which situations and in whose territory are the first things
that a court asks. Without an article on scope the definitions decide alone, and States will argue
that people at the border or in transit are outside.

Found:
    (no article of the text says "applies to")

Better:
    The present Convention applies to every migrant within the territory of a State Party or
    subject to its jurisdiction.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.subject import lacks_clause
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, at the first article."""
    words = rule_words("scope", "missing-scope-clause", draft.instrument.language)
    if lacks_clause(draft, words) and not _is_headed(draft, words["headings"]):
        said = "no article says to whom and where this text applies"
        first = draft.opening(draft.instrument.articles[0])
        yield Finding(first, f"{said}; add one on its scope")


def _is_headed(draft: Draft, headings: tuple[str, ...]) -> bool:
    heads = [article.heading.casefold() for article in draft.instrument.articles]
    return any(heading in head for head in heads for heading in headings)


RULE = Rule("missing-scope-clause", Severity.WARNING, __doc__, check, AFTER_ZERO)
