"""A part gives rights to those with a regular status, and no part gives rights to all.

Why it matters: human rights belong to everyone; a status may add to them. The convention of 1990
has both, a part for all and a part for the documented. With the second alone, people in an
irregular situation have no right under the text.

Found:
    PART II: Rights of migrants in a regular situation
    (and no part for the others)

Better:
    PART II: Rights of all migrants
    PART III: Further rights of migrants in a regular situation
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first part whose heading names a status, if no words of the text reach everyone."""
    words = rule_words("scope", "status-without-baseline", draft.instrument.language)
    parts = draft.instrument.parts
    if not words or not parts:
        return
    headed = [(part, part.heading.casefold()) for part in parts]
    graded = [part for part, head in headed if any(word in head for word in words["status"])]
    if not graded or any(word in head for _, head in headed for word in words["everyone"]):
        return
    if not _reaches_all(draft, words["holders"]):
        said = f'"{graded[0].heading}" is for those with a status, and no part is for everyone'
        place = draft.opening(graded[0])
        yield Finding(place, f"{said}; say which rights all migrants have")


def _reaches_all(draft: Draft, holders: tuple[str, ...]) -> bool:
    """Whether a sentence of an article begins with everyone."""
    firsts = {holder.split()[0] for holder in holders}
    return any(
        stretch.words.casefold().startswith(holders)
        for stretch in draft.saying(*firsts)
        if stretch.article
    )


RULE = Rule("status-without-baseline", Severity.WARNING, __doc__, check)
