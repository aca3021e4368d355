"""A duty is to be met by and by, or within the resources at hand.

Why it matters: the words follow article 2, paragraph 1, of the International Covenant on Economic,
Social and Cultural Rights. They are no fault where a right costs money; still, some duties hold at
once whatever the means, such as not to discriminate, and a draft should say which. One remark for
each provision.

Found:
    States Parties shall progressively give every keeper a dry house.

Better:
    States Parties shall progressively give every keeper a dry house. From the entry into force of
    the present Convention no keeper shall be without shelter.
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
        said = f'"{one.words}" gives the duty no date'
        yield Finding(place, f"{said}; say what is owed at once, and how progress is measured")


RULE = Rule("progressive-duty", Severity.NOTE, __doc__, check)
