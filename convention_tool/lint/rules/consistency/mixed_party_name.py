"""Those who are bound are called by two names, such as "States Parties" and "Contracting States".

Why it matters: two names suggest two circles. The law of treaties knows both: a contracting State
has consented to be bound, a party is bound because the treaty is in force for it. A text that
means the second should say so throughout.

Found:
    Each State Party shall keep a list of lighthouses.
    The Contracting Parties shall exchange their lists.

Better:
    Each State Party shall keep a list of lighthouses.
    The States Parties shall exchange their lists.
"""

import re
from collections.abc import Iterator

from convention_tool.analysis.definitions import Use, definitions, plain
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import found, mixed


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, where the rarest name is used first; names that are defined apart are left."""
    names = rule_words("consistency", "mixed-party-name", draft.instrument.language)
    defined = {plain(one.term) for one in draft.fact(definitions)}
    apart = {
        name
        for name, phrases in names.items()
        if any(plain(phrase) in defined for phrase in phrases)
    }
    forms = found(draft, names, counts=_is_bound_here)
    if len(forms) > 1 and not apart.issuperset(form.name for form in forms):
        finding = mixed(draft, forms, "choose one name, or define what each means")
        if finding:
            yield finding


def _is_bound_here(use: Use) -> bool:
    """Whether the name is for those bound by this text, and is no "federal State" that is a party."""
    words = use.stretch.words
    return not words[: use.start].endswith("ederal ") and not _OF_ANOTHER.match(words, use.end)


#: What follows the name of those bound by another text.
_OF_ANOTHER = re.compile(
    r" (?:of|to|de|à|du|en|del) (?:(?:the|that|la|le|el) (?!pr)|l['’]|another|other)"
)

RULE = Rule("mixed-party-name", Severity.WARNING, __doc__, check)
