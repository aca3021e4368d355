"""Two whole paragraphs in brackets stand side by side without a label.

Why it matters: readers cannot tell whether both may stay or one must go. Where a paragraph has
alternatives, negotiators label them (Option A, Option B) and keep the bare bracket for words that
may be kept or dropped.

Found:
    [Keepers rest on the seventh day.]
    [Keepers rest on a day of their choice.]

Better:
    [Option A: Keepers rest on the seventh day.]
    [Option B: Keepers rest on a day of their choice.]
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from convention_tool.analysis.brackets import Bracket, Holds, brackets
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each first of two whole paragraphs in brackets that have neither a label nor a number."""
    words = rule_words("negotiation", "unlabelled-alternatives", draft.instrument.language)
    if not words:
        return
    outer = [one for one in draft.fact(brackets).holding(Holds.CONTESTED) if not one.depth]
    told = False
    for first, second in pairwise(outer):
        between = draft.source.text[first.span.end : second.span.start]
        alike = _whole(draft, first, words["labels"]) and _whole(draft, second, words["labels"])
        if alike and "\n" in between and not between.strip():
            if not told:
                said = "two paragraphs in brackets stand side by side: say whether they are alternatives"
                yield Finding(first.span, f"{said} (Option A, Option B)")
            told = True
        else:
            told = False


def _whole(draft: Draft, bracket: Bracket, labels: Sequence[str]) -> bool:
    """Whether a bracket is a paragraph of its own, unnumbered, and says no label."""
    text = draft.source.text
    start, end = bracket.span
    opens = text[:start].rstrip(" \t")[-1:] in {"", "\n", "\r"}
    closes = text[end : end + 1] in {"", "\n", "\r"}
    first = bracket.words.split(maxsplit=1)[:1]
    head = first[0].casefold().strip(".:[(") if first else ""
    numbered = bool(first) and first[0].strip("[(")[:1].isdigit()
    lettered = bool(first) and first[0].endswith(")")
    return opens and closes and not numbered and not lettered and head not in labels


RULE = Rule("unlabelled-alternatives", Severity.WARNING, __doc__, check)
