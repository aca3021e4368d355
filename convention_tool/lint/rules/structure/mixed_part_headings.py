"""Some parts or chapters have a heading and some of the same kind have none.

Why it matters: the heading of a part says whom or what its articles are about, and tribunals read
it so. A part without one, among others that have it, looks unfinished.

Found:
    PART I
    General provisions
    (and, further on)
    PART II
    Article 8

Better:
    PART I
    General provisions
    (and, further on)
    PART II
    Rights of all migrants
    Article 8
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.names import are
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Element, Part


def check(draft: Draft) -> Iterator[Finding]:
    """The first division of each kind that has no heading where most have one."""
    parts = sorted(_parts(draft.instrument.elements), key=lambda part: part.kind)
    for kind, group in groupby(parts, key=lambda part: part.kind):
        same = list(group)
        bare = [part for part in same if not part.heading]
        if bare and 2 * len(bare) < len(same):
            others = len(same) - len(bare)
            first = bare[0]
            more = f" (and {len(bare) - 1} more)" if len(bare) > 1 else ""
            said = f"{kind} {first.number}{more} {are(len(bare))} without a heading"
            yield Finding(draft.opening(first), f"{said}; the other {others} have one")


def _parts(elements: Iterable[Element]) -> Iterator[Part]:
    for element in elements:
        if isinstance(element, Part):
            yield element
            yield from _parts(element.elements)


RULE = Rule("mixed-part-headings", Severity.WARNING, __doc__, check)
