"""A list of references names the same provision twice.

Why it matters: one of the two is a slip, and the provision that was meant is missing. In a list of
exceptions or of articles that may not be derogated from, that provision then binds, or does not,
by accident.

Found:
    No derogation is permitted from articles 6, 7, 9 and 7.

Better:
    No derogation is permitted from articles 6, 7, 8 and 9.
"""

from collections.abc import Iterator

from convention_tool.analysis.citations import Target
from convention_tool.analysis.draft import Draft
from convention_tool.analysis.numbering import canonical, series
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each list with a provision that stands in it twice, or also lies in one of its ranges."""
    for citation in draft.citations:
        targets = citation.mention.named
        if len(targets) > 1 and (twice := _twice(targets)):
            said = (
                f'"{citation.words}" names {twice} twice; one of the two may be meant for another'
            )
            yield Finding(draft.span_of_citation(citation), said)


def _twice(targets: tuple[Target, ...]) -> str:
    """The number that is named twice; "" for none."""
    seen: set[tuple[object, ...]] = set()
    for target in targets:
        own = (
            canonical(target.article),
            canonical(target.paragraph),
            target.items,
            target.divisions,
            target.last and canonical(target.last.paragraph or target.last.article),
        )
        if own in seen:
            return _said(target)
        seen.add(own)
    ranges = [one for one in targets if one.last and not one.is_division]
    for one in targets:
        if not one.last and not one.items and any(_lies_in(one, given) for given in ranges):
            return _said(one)
    return ""


def _lies_in(target: Target, given: Target) -> bool:
    """Whether a provision is one of a range."""
    last = given.last
    if last is None or bool(target.paragraph) != bool(given.paragraph):
        return False
    if target.paragraph and canonical(target.article) != canonical(given.article):
        return False
    ends = (given.paragraph or given.article, last.paragraph or last.article)
    read = series((ends[0], target.paragraph or target.article, ends[1]))
    return read is not None and read.ranks[0] <= read.ranks[1] <= read.ranks[2]


def _said(target: Target) -> str:
    if target.items:
        return "".join(f"({item})" for item in target.items)
    if target.paragraph:
        return f"paragraph {target.paragraph}"
    return target.article or target.divisions[0].number


RULE = Rule("repeated-target", Severity.WARNING, __doc__, check)
