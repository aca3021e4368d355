"""Some provisions say that people have a right, others that they shall have it.

Why it matters: "everyone has the right" recognizes a right that stands already; "everyone shall
have the right" gives one. The covenants of 1966 use both with care. Where a draft uses the second
form only here and there, a reader asks whether those rights are of another kind.

Found:
    Every keeper has the right to rest.
    Every keeper shall have the right to a lamp.

Better:
    Every keeper has the right to rest.
    Every keeper has the right to a lamp.
"""

from collections.abc import Iterator, Mapping

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.wordings import Wording, says, wordings
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule

#: Who has the right is named so many letters before the verb, or somebody else has it.
_NEAR = 60
#: The usual form is so many times as frequent; where both are frequent, the drafters chose.
_USUAL = 3


def check(draft: Draft) -> Iterator[Finding]:
    """One remark for the text, at the first provision in the rarer form."""
    words = rule_words("modality", "mixed-forms-of-rights", draft.instrument.language)
    if not words:
        return
    commanded = _of_people(draft, words["commanded"], words)
    standing = _of_people(draft, words["standing"], words) if commanded else []
    rare, usual = sorted((commanded, standing), key=len)
    if not rare or len(usual) < _USUAL * len(rare):
        return
    first = rare[0]
    said = f'"{first.words}" stands {_times(len(rare))}, "{usual[0].words}" {_times(len(usual))}'
    place = draft.span_of_words(first.stretch, first.start, first.end)
    yield Finding(place, f"{said}; choose one form for all rights, unless two kinds are meant")


def _of_people(
    draft: Draft, phrases: tuple[str, ...], words: Mapping[str, tuple[str, ...]]
) -> list[Wording]:
    """The uses that state the right of people, not one of States or one spoken of in passing."""
    return [
        one
        for one in wordings(draft, phrases)
        if one.stretch.article
        and says(one.before[-_NEAR:], words["people"])
        and not one.before.rstrip().endswith(words["in_passing"])
    ]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


RULE = Rule("mixed-forms-of-rights", Severity.NOTE, __doc__, check)
