"""A body may inquire of its own motion, and nothing says how.

Why it matters: an inquiry touches a State in its territory. Treaties say what starts it, that it is
confidential, whether it includes a visit and with whose consent, and when the State answers (models:
article 20 of the Convention against Torture; article 8 of the protocol to the convention on
discrimination against women).

Found:
    The Committee may make an inquiry where violations are grave.

Better:
    The Committee may make an inquiry, which is confidential and may include a visit with the consent
    of the State Party; the State Party shall submit its observations within six months.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.home.procedures import inquiry_without_conduct
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The power to inquire, where no article about inquiries has a step of it."""
    power = draft.fact(inquiry_without_conduct)
    if power:
        yield Finding(draft.opening(power.node), _MESSAGE)


#: What a drafter reads.
_MESSAGE = (
    "a body may inquire, but nothing says how; add confidence, visits and consent, and when the State "
    "answers"
)


RULE = Rule("inquiry-without-conduct", Severity.NOTE, __doc__, check, AFTER_ZERO)
