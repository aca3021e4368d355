"""A proposal still names the delegation that made it.

Why it matters: the name of a delegation is no part of a treaty. A compilation shows who proposed
what; a chair's text and all that follow leave it out, and a name that stays in will be read as
part of the sentence, or quoted in public.

Found:
    Every keeper has the right to rest (EU: and to leisure).

Better:
    Every keeper has the right to rest [and to leisure].
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.brackets import Holds, brackets
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """Each name before a proposal, and each remark on one; a compilation is meant to have them."""
    known = _known(draft.instrument.language)
    status = draft.instrument.value("Status").casefold()
    if not known or any(word in status for word in known.statuses):
        return
    seen: list[Span] = []
    for bracket in draft.fact(brackets).holding(Holds.ATTRIBUTION):
        seen.append(bracket.span)
        yield _finding(draft, bracket.span)
    for stretch in draft.saying(*known.first_words):
        for match in known.pattern.finditer(stretch.words):
            span = draft.span_of_words(stretch, *match.span())
            if not any(other.start <= span.start < other.end for other in seen):
                yield _finding(draft, span)


def _finding(draft: Draft, span: Span) -> Finding:
    shown = " ".join(draft.source.text[span.start : span.end].split())
    said = f'"{shown}" says whose proposal it is; take the name out before the text goes further'
    return Finding(span, said)


class _Known(NamedTuple):
    statuses: tuple[str, ...]
    first_words: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def _known(language: str) -> _Known | None:
    words = rule_words("negotiation", "attribution-left", language)
    if not words:
        return None
    names = "|".join(map(re.escape, words["delegations"]))
    remarks = "|".join(map(re.escape, words["remarks"]))
    named = rf"(?:{names})(?:\s*[+&]\s*\w+)?"
    several = rf"{named}(?:(?:\s*[,/]\s*|\s+and\s+|\s+){named})*"
    pattern = (
        rf"[(\[]\s*(?:{several}\s*:[^)\]]*|(?:(?:{several})\s+)?(?:{remarks})(?!\w)[^)\]]*)[)\]]"
    )
    firsts = (re.split(r"\W+", remark)[0] for remark in words["remarks"])
    return _Known(
        words["statuses"],
        tuple(dict.fromkeys((*words["delegations"], *firsts))),
        re.compile(pattern, re.IGNORECASE),
    )


RULE = Rule("attribution-left", Severity.WARNING, __doc__, check)
