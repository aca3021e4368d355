"""An article speaks of an annex to this text, and the text has none.

Why it matters: what the annex was to hold, a list, a form, a statute, is then not agreed; or it
was left behind when the file was copied.

Found:
    The model contract is set out in the annex to the present Convention.
    (and nothing follows the signatures)

Better:
    The model contract is set out in the annex to the present Convention.
    ANNEX
"""

import re
from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.vocabulary import vocabulary
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first words that name an annex of this text, if it has nothing attached."""
    if draft.instrument.annexes or draft.amends or not draft.instrument.articles:
        return
    pattern = _pattern(draft.instrument.language)
    for stretch in draft.saying(*draft.vocabulary.annex):
        if stretch.article and (match := pattern.search(stretch.words)):
            said = f'"{match[0]}" is named here, and this text has nothing attached'
            place = draft.span_of_words(stretch, *match.span())
            yield Finding(place, f"{said}; attach it, or take the words out")
            return


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Annexes that the text calls its own: "annex II", "the annex to the present Convention".

    "Annex II of the Agreement" is another's, and "an annex to this Convention" one to be written.
    """
    words = vocabulary(language)
    annex, own, noun, of = (
        "|".join(map(re.escape, group))
        for group in (words.annex, words.self_forms or words.own, words.self_nouns, words.of)
    )
    numbered = rf"(?:{annex})\s+(?:[IVX]+|\d{{1,2}}|[A-H])\b(?!\s+(?:{of})\b)(?!\s+[A-Z]|\.\d)"
    owned = rf"(?:{annex})(?:\s+[IVX\d]+)?\s+(?:{of})\s+(?:{own})\s+(?:{noun})\b"
    return re.compile(rf"(?<!\ban )(?<!\bnew )(?<!\d, )\b(?:{owned}|{numbered})", re.IGNORECASE)


RULE = Rule("missing-annex", Severity.WARNING, __doc__, check, AFTER_ZERO)
