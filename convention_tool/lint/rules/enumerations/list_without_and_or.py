"""A list of conditions has no "and" or "or" before its last item.

Why it matters: under "unless:", "if:" or "provided that:" it makes all the difference whether one
item is enough or all must be met, and only the word before the last item says which. In other
lists the usage of the United Nations leaves the word out, and nothing is said here.

Found:
    The lamp may be put out if:
    (a) it is day;
    (b) no ship is near.

Better:
    The lamp may be put out if:
    (a) it is day; and
    (b) no ship is near.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.lists import Enumeration, lists
from convention_tool.analysis.wordings import plain, says
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.wording import wording


def check(draft: Draft) -> Iterator[Finding]:
    """Each such list whose items are parts of one sentence."""
    words = rule_words("enumerations", "list-without-and-or", draft.instrument.language)
    if not words:
        return
    openings = tuple(f" {word}" for word in words["chapeaux"])
    for listed in lists(draft):
        chapeau = plain(listed.chapeau).rstrip(" :,–—-")
        if not chapeau.endswith(openings):
            continue
        if not says(chapeau, words["told"]) and not _joined(listed, words["joins"]):
            both, one = words["joins"][:2]
            last = chapeau.rsplit(" ", 1)[-1]
            said = f'the {len(listed.items)} items after "{last}" have no "{both}" or "{one}"'
            cure = "say whether all must be met or one is enough"
            yield Finding(draft.opening(listed.items[-1]), f"{said}; {cure}")


def _joined(listed: Enumeration, joins: tuple[str, ...]) -> bool:
    """Whether the items say how they go together, or are sentences that stand alone."""
    *before, last = (plain(wording(item)) for item in listed.items)
    ends = tuple(f" {word}" for word in joins)
    starts = tuple(f"{word} " for word in joins)
    closes = [said.rstrip(" ,;") for said in before]
    return (
        any(said.endswith((*ends, ".")) for said in closes)
        or any(f";{end}" in said for end in ends for said in (*closes, last))
        or last.startswith(starts)
        or len(listed.items) == len([said for said in closes if not said]) + 1
    )


RULE = Rule("list-without-and-or", Severity.WARNING, __doc__, check)
