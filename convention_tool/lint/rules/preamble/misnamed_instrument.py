"""The preamble cites a well known instrument by a title that is not its own.

Why it matters: an instrument is found by its title. A wrong or shortened one makes a reader ask
whether another instrument is meant, and the depositary ask for a correction after adoption.

Found:
    Recalling the Convention on the Status of Refugees,

Better:
    Recalling the Convention relating to the Status of Refugees,
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.analysis.wordings import plain, uses
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rewording import rewording
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each such title, once in each recital of the instrument's own preamble."""
    titles = rule_words("preamble", "misnamed-instrument", draft.instrument.language)
    if not titles or draft.instrument.preamble is None:
        return
    for recital in draft.instrument.preamble.recitals:
        said = plain(recital.text)
        for title, wrong in titles.items():
            for phrase in wrong:
                if (start := next(uses(said, phrase), None)) is not None:
                    end = start + len(phrase)
                    stretch = Stretch(recital.text, recital, None, draft.instrument)
                    place = draft.span_of_words(stretch, start, end)
                    words = recital.text[start:end]
                    fix = rewording(draft, place, words, title, safe=False)
                    yield Finding(place, f'"{words}" is called the "{title}"', fix)


RULE = Rule("misnamed-instrument", Severity.NOTE, __doc__, check)
