"""One subject has two modals of different strength in a sentence: "shall ... and should".

Why it matters: the reader takes the two verbs for two duties of unlike force, and cannot tell
whether that was meant. "Shall ... and may" gives a duty and a power, and is no fault.

Found:
    The keeper shall light the lamp and should watch it.

Better:
    The keeper shall light the lamp and watch it.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.wordings import Wording, says, wordings
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each second modal that has no subject of its own and no clause of its own."""
    words = rule_words("modality", "two-modals-in-one-sentence", draft.instrument.language)
    if not words:
        return
    loose = draft.saying(*words["loose"])
    if not loose:
        return
    firm, own = words["firm"], words["own_clause"]
    for one in wordings(draft, words["joined"]):
        if (
            one.stretch.article is not None
            and says(one.before, firm)
            and not says(_clause(one, firm), own)
        ):
            modal = one.words.rsplit(" ", 1)[-1]
            said = f'"{firm[0]}" and "{modal}" in one sentence differ in strength'
            place = draft.span_of_words(one.stretch, one.start, one.end)
            yield Finding(place, f"{said}; use one word for both, or make two sentences")


def _clause(one: Wording, firm: tuple[str, ...]) -> str:
    """What stands between the last modal that binds and the second one."""
    return max((one.before.rsplit(word, 1)[-1] for word in firm), key=len)


RULE = Rule("two-modals-in-one-sentence", Severity.WARNING, __doc__, check)
