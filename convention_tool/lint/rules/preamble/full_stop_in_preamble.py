"""A recital ends in a full stop, though the sentence goes on to the formula.

Why it matters: the preamble is one sentence, from "The States Parties" to "Have agreed as
follows:". A full stop cuts it in two, and what stands before it has no verb.

Found:
    Recalling the Lamp Convention.
    Have agreed as follows:

Better:
    Recalling the Lamp Convention,
    Have agreed as follows:
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.diagnostics import Severity
from convention_tool.lint.rewording import rewording
from convention_tool.lint.rule import Finding, Rule

#: What a quotation opens with, which may end as it likes.
_QUOTES = ('"', "“", "«", "„")


def check(draft: Draft) -> Iterator[Finding]:
    """Each such recital of a preamble that has its formula, unless all of its recitals end so."""
    preamble = draft.instrument.preamble
    if preamble is None or not preamble.formula:
        return
    stopped = [
        recital
        for recital in preamble.recitals
        if recital.text.endswith(".") and not recital.mark and recital.text[0] not in _QUOTES
    ]
    if 2 * len(stopped) > len(preamble.recitals):
        return
    for recital in stopped:
        word = recital.text.rsplit(" ", 1)[-1]
        size = len(recital.text)
        stretch = Stretch(recital.text, recital, None, draft.instrument)
        place = draft.span_of_words(stretch, size - len(word), size)
        better = f"{word[:-1]},"
        fix = rewording(draft, place, word, better, safe=True)
        yield Finding(place, "the preamble is one sentence; end this recital in a comma", fix)


RULE = Rule("full-stop-in-preamble", Severity.NOTE, __doc__, check)
