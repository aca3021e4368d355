"""A list is opened twice ("including but not limited to"), or trails off in "etc.".

Why it matters: "including" alone leaves a list open. Beside "including but not limited to" a plain
"including" elsewhere in the text begins to look closed, and a reader argues that it was meant so.
"etc." does not say what else is meant.

Found:
    Keepers have the right to tools, including but not limited to oil and wicks.

Better:
    Keepers have the right to tools, including oil and wicks.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.wordings import plain, wordings
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rewording import rewording
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each of them in an article."""
    words = rule_words("qualifiers", "doubly-open-list", draft.instrument.language)
    if not words:
        return
    [once] = words["plain"]
    for one in wordings(draft, (*words["phrases"], *words["vague"])):
        if one.stretch.article is None:
            continue
        place = draft.span_of_words(one.stretch, one.start, one.end)
        if plain(one.words) in words["vague"]:
            said = f'"{one.words}" does not say what else is meant'
            yield Finding(place, f'{said}; name it, or open the list with "{once}"')
        else:
            said = f'"{one.words}" opens the list twice; "{once}" alone leaves it open'
            yield Finding(place, said, rewording(draft, place, one.words, once, safe=False))


RULE = Rule("doubly-open-list", Severity.NOTE, __doc__, check)
