"""A body may take complaints from persons, and the steps between complaint and answer are missing.

Why it matters: a power without a procedure is not used, or is disputed each time. Treaties say which
complaints are inadmissible, how the State is heard and in what time, and what the body decides at the
end (model: the first Optional Protocol to the International Covenant on Civil and Political Rights).

Found:
    The Committee shall receive and consider communications from individuals.
    (and nothing more)

Better:
    The Committee shall receive and consider communications from individuals. A communication is
    inadmissible if domestic remedies have not been exhausted. The State Party shall submit its
    explanations within six months. The Committee shall send its views to both.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.home.procedures import complaints_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The power to take complaints, with the steps that no article on complaints has."""
    complaints = draft.fact(complaints_of)
    if complaints and complaints.lacks:
        *others, last = complaints.lacks
        missing = f"{', '.join(others)} and {last}" if others else last
        said = f"a body takes complaints, but nothing says {missing}"
        yield Finding(draft.opening(complaints.stretch.node), f"{said}; add it")


RULE = Rule("complaints-without-procedure", Severity.WARNING, __doc__, check, AFTER_ZERO)
