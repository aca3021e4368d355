"""A recital opens with a verb of its own: "Recalls", where the others say "Recalling".

Why it matters: the preamble is one sentence. Its verb is in the formula ("have agreed"), and each
recital hangs on the subject by a participle. "Recalls" belongs to the operative paragraphs of a
resolution; in a preamble it breaks the sentence.

Found:
    The States Parties to the present Convention,
    Recalls the wreck of the Aurora,

Better:
    The States Parties to the present Convention,
    Recalling the wreck of the Aurora,
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.analysis.wordings import plain
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rewording import rewording
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each such recital of the instrument's own preamble."""
    words = rule_words("preamble", "finite-recital", draft.instrument.language)
    if not words or draft.instrument.preamble is None:
        return
    participles = dict(zip(words["verbs"], words["participles"], strict=True))
    for recital in draft.instrument.preamble.recitals:
        verb = recital.text.split(maxsplit=1)[0]
        participle = participles.get(plain(verb).rstrip(","))
        if participle is not None:
            better = participle.capitalize() if verb[0].isupper() else participle
            stretch = Stretch(recital.text, recital, None, draft.instrument)
            place = draft.span_of_words(stretch, 0, len(verb))
            said = f'"{verb}" makes a sentence of the recital; write "{better}"'
            yield Finding(place, said, rewording(draft, place, verb, better, safe=True))


RULE = Rule("finite-recital", Severity.WARNING, __doc__, check)
