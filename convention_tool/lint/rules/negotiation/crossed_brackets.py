"""A square bracket and a round one cross each other.

Why it matters: when the square brackets fall, with or without their words, half of a pair of round
ones stays behind. The sentence is then broken, and nobody can tell what belonged together.

Found:
    Keepers (and [their crews) and guests] may rest.

Better:
    Keepers (and [their crews]) [and guests] may rest.
"""

import re
from collections.abc import Iterator

from convention_tool.analysis.brackets import Holds, brackets
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each bracket within a line that holds half a pair of round brackets."""
    for bracket in draft.fact(brackets).holding(Holds.CONTESTED):
        words = _LIST_MARK.sub("", bracket.words)
        if "\n" not in words and not _pairs_up(words):
            said = "this bracket holds one half of a pair of round brackets; move one of them"
            yield Finding(bracket.span, said)


#: The half bracket of "a) lamps; 1) horns" is no pair.
_LIST_MARK = re.compile(r"(?<![\w(])\w{1,4}\)")


def _pairs_up(words: str) -> bool:
    depth = 0
    for sign in words:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


RULE = Rule("crossed-brackets", Severity.ERROR, __doc__, check)
