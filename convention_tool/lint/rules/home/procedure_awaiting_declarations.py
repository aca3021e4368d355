"""A procedure begins only when a number of parties have declared that they accept it.

Why it matters: such a threshold stands beside the one for entry into force and may never be met. Two
procedures of the 1990 convention on migrant workers need ten declarations each; neither was in force
when this was last looked up, decades after the convention was adopted. A procedure that binds each
State from its own declaration needs no threshold; one from which States may opt out needs none
either.

Found:
    This article comes into force when ten States Parties have made declarations under it.

Better:
    A State Party may declare, on joining, that it does not accept the procedure in this article.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.home.procedures import optional_procedures
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each procedure that waits for declarations."""
    for procedure in draft.fact(optional_procedures):
        number = " or ".join(map(str, procedure.declarations.numbers)) or "a number of"
        said = f"the procedure waits for {number} declarations, which may never be made"
        cure = "consider letting it bind each State from its own declaration, or unless it opts out"
        yield Finding(draft.opening(procedure.stretch.node), f"{said}; {cure}")


RULE = Rule("procedure-awaiting-declarations", Severity.NOTE, __doc__, check)
