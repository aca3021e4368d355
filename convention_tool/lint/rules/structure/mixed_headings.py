"""Some articles have a heading and some have none.

Why it matters: headings guide interpretation where they are used throughout; where some are
missing, readers ask whether the silence means something. Human-rights treaties up to 1990 have
none, later ones give one to every article.

Found:
    Article 3
    Non-discrimination
    (and, further on, without a heading)
    Article 4

Better:
    Article 3
    Non-discrimination
    (and, further on)
    Article 4
    Remedies
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.names import named
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, at the first article that departs from the others."""
    headed = [article for article in draft.instrument.articles if article.heading]
    bare = [article for article in draft.instrument.articles if not article.heading]
    if not headed or not bare:
        return
    few, many, lack = (
        (bare, headed, "no heading") if len(bare) <= len(headed) else (headed, bare, "a heading")
    )
    names = named(few[0], [article.number for article in few])
    have = "has" if len(few) == 1 else "have"
    others = "the other has" if len(many) == 1 else f"the other {len(many)} have"
    said = f"{names} {have} {lack}; {others} {'one' if few is bare else 'none'}"
    yield Finding(draft.opening(few[0]), said)


RULE = Rule("mixed-headings", Severity.WARNING, __doc__, check)
