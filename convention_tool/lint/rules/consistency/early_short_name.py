"""A short name is used before the text introduces it.

Why it matters: "hereinafter called the Council" promises that the name stands after these words
only. A reader who meets the Council earlier must search for it; an article that was moved to the
front usually is the cause.

Found:
    (in article 2) The Council shall keep the list.
    (in article 5) A Council of Keepers (hereinafter "the Council") is established.

Better:
    Introduce the name where it first stands, or define it with the other terms.
"""

import re
from collections.abc import Iterator

from convention_tool.analysis.definitions import Definition, Manner, Use, definitions
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import place

_THE = re.compile(r"^(?:[Tt]he|[Ll]es?|[Ll]a|[Ll]['’]|[Ee]l|[Ll]os|[Ll]as)\s*")


def check(draft: Draft) -> Iterator[Finding]:
    """One finding for each short name, at its first use."""
    for one in draft.fact(definitions):
        if one.manner is Manner.NAMED and one.stretch.article and (early := _early(draft, one)):
            said = f'"{early.words}" stands here before article {one.stretch.article.number}'
            yield Finding(place(draft, early), f"{said} introduces it; introduce it here")


def _early(draft: Draft, one: Definition) -> Use | None:
    """The first use of a short name in an article before the one that introduces it."""
    name = _THE.sub("", one.term)
    if not name[:1].isupper():
        return None
    pattern = re.compile(rf"\b[Tt]he {re.escape(name)}\b(?! (?:of|on|for|to|against)\b| [A-Z])")
    longest = max(re.findall(r"\w+", name.lower()), key=len)
    for stretch in draft.saying(longest):
        if stretch.article is one.stretch.article or stretch.home is not one.stretch.home:
            return None
        if stretch.article and (match := pattern.search(stretch.words)):
            return Use(stretch, *match.span())
    return None


RULE = Rule("early-short-name", Severity.WARNING, __doc__, check)
