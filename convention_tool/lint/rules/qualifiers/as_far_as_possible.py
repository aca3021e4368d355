"""A duty holds only as far as it is possible or practicable.

Why it matters: "as far as possible" lets each State decide how much it can do, and puts the
burden on whoever says that it could have done more. The words are at home where means differ
(article 16, paragraph 5, or article 33 of the 1990 convention); on a duty that costs nothing, or
on the core of a right, they take it back. One remark for each provision.

Found:
    Each State shall inform the keeper, as far as possible, in a language that the keeper knows.

Better:
    Each State shall inform the keeper in a language that the keeper knows.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.weakening import alone
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first such words of each provision."""
    for one in alone(draft, RULE.code):
        place = draft.span_of_words(one.stretch, one.start, one.end)
        said = f'"{one.words}" lets whoever bears the duty decide how much to do'
        yield Finding(place, f"{said}; say what is owed in any case, or leave it out")


RULE = Rule("as-far-as-possible", Severity.NOTE, __doc__, check)
