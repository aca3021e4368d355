"""The text calls itself by another kind of name than its title does.

Why it matters: "this Treaty" in a text whose title says "Convention" points to no treaty, or to
another one. It is what remains when articles are taken over from an older text.

Found:
    (in a Convention on Lighthouses) Nothing in this Treaty limits more favourable law.

Better:
    Nothing in this Convention limits more favourable law.
"""

import re
from collections.abc import Iterator
from functools import partial

from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import Form, edits, found, offered, place, times

#: So few slips are slips; a text that says it more often means an instrument beside itself.
_SLIPS = 3


def check(draft: Draft) -> Iterator[Finding]:
    """One finding for each other name, where it is used first."""
    own = _own_names(draft)
    if len(own) != 1:
        return
    [noun] = own
    words = draft.vocabulary
    others = (other.capitalize() for other in words.self_nouns)
    for form in found(draft, {other: (other,) for other in others if other != noun}):
        uses = [use for use in map(partial(_with_form, words.self_forms), form.uses) if use]
        if 0 < len(uses) <= _SLIPS:
            yield _finding(draft, Form(uses[0].words, tuple(uses)), noun)


def _with_form(forms: tuple[str, ...], use: Use) -> Use | None:
    """A name with "this" or "the present" before it; None where it stands without."""
    before = use.stretch.words[: use.start].lower()
    form = next((form for form in forms if before.endswith(f"{form} ")), None)
    return use._replace(start=use.start - len(form) - 1) if form else None


def _finding(draft: Draft, form: Form, noun: str) -> Finding:
    right = f"{form.name.rpartition(' ')[0]} {noun}"
    said = f'the title says "{noun}", and "{form.name}" stands here'
    more = f" ({times(len(form.uses))})" if len(form.uses) > 1 else ""
    changes = edits(draft, form.uses, lambda words: f"{words.rpartition(' ')[0]} {noun}")
    cure = f'write "{right}", or name the other instrument in full'
    fix = offered(f'write "{right}"', changes, safe=False)
    if draft.instrument.language != "en":  # "this" takes the gender of the noun
        cure, fix = "name it as the title does, or name the other instrument in full", None
    return Finding(place(draft, form.uses[0]), f"{said}{more}; {cure}", fix)


def _own_names(draft: Draft) -> list[str]:
    """The kinds of instrument that the title names: "Convention"."""
    title = draft.instrument.title.casefold()
    nouns = draft.vocabulary.self_nouns
    return [noun.capitalize() for noun in nouns if re.search(rf"\b{noun}\b", title)]


RULE = Rule("wrong-instrument-name", Severity.WARNING, __doc__, check)
