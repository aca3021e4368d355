"""A line of the authors names a right that there is not.

Why it matters: "% answers: 44" above a provision tells every comparison which right of the 1990
convention the provision answers. A number that no article has, or a word that names no right of
the tool's own list, is left out without any effect; so is a line under the last provision.

Found:
    % answers: 144
    Article 60
    Every migrant has the right to family life.

Better:
    % answers: 44
    Article 60
    Every migrant has the right to family life.
"""

from collections.abc import Iterator

from convention_tool.analysis.authors import authors
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each line that begins with "% answers:" and names no right, or has no provision under it."""
    for stray in authors(draft.instrument).strays:
        if stray.aside.span:
            said = (
                f"“{stray.words.strip()}” {stray.reason}: above a provision, write the number of "
                "an article of 1990 from 7 to 93, or a name that “convention-tool rights” prints"
            )
            yield Finding(stray.aside.span, said)


RULE = Rule("unknown-answer", Severity.WARNING, __doc__, check)
