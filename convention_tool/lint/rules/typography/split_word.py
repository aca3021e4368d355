"""A word is split in two: remuner ation.

Why it matters: copies leave a blank where a line ended in a hyphen. A search for the word passes
over the place.

Found:
    a fair remuner ation

Better:
    a fair remuneration
"""

import re
from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each end of a word that stands alone after its beginning."""
    ends = rule_words("typography", "split-word", draft.instrument.language).get("ends", ())
    for stretch in draft.saying(*ends):
        for match in _pattern(ends).finditer(stretch.words):
            whole = match["start"] + match["end"]
            span = draft.span_of_words(stretch, *match.span())
            fix = Fix(f'write "{whole}"', (Edit(span, whole),), safe=False)
            yield Finding(span, f'"{match[0]}" looks like one word; write "{whole}"', fix)


@cache
def _pattern(ends: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<start>[^\W\d_]{{2,}}) (?P<end>{'|'.join(ends)})\b")


RULE = Rule("split-word", Severity.WARNING, __doc__, check)
