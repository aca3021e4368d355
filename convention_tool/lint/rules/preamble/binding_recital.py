"""A recital says "shall" of those whom the instrument binds.

Why it matters: recitals help to interpret a treaty (Vienna Convention on the Law of Treaties,
article 31, paragraph 2) and bind nobody. A duty that stands only there is lost; a duty that stands
there and in an article, in other words, is read in two ways. What another text says may be
reported ("the Charter provides that ...").

Found:
    Convinced that each State Party shall keep its lighthouses lit,

Better:
    Convinced that ships need light,
    and, in an article: Each State Party shall keep its lighthouses lit.
"""

from collections.abc import Iterator, Mapping

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.analysis.wordings import Wording, plain, says, uses
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Recital

#: What stands in quotation marks is said by another text.
_QUOTES = frozenset('"“«„')


def check(draft: Draft) -> Iterator[Finding]:
    """The first in each recital of the instrument's own preamble."""
    words = rule_words("preamble", "binding-recital", draft.instrument.language)
    if not words or draft.instrument.preamble is None:
        return
    for recital in draft.instrument.preamble.recitals:
        if one := _binding(recital, draft, words):
            place = draft.span_of_words(one.stretch, one.start, one.end)
            said = f'"{one.words}" in a recital binds nobody'
            yield Finding(place, f"{said}; move the duty to an article, or say why it is laid down")


def _binding(
    recital: Recital, draft: Draft, words: Mapping[str, tuple[str, ...]]
) -> Wording | None:
    """The first modal of a recital that binds somebody, in words of this text."""
    said = plain(recital.text)
    for modal in words["modals"]:
        for start in uses(said, modal):
            stretch = Stretch(recital.text, recital, None, draft.instrument)
            one = Wording(stretch, start, start + len(modal))
            quoted = not _QUOTES.isdisjoint(said[:start])
            if says(one.before, words["bound"]) and not (
                quoted or says(one.before, words["reported"])
            ):
                return one
    return None


RULE = Rule("binding-recital", Severity.WARNING, __doc__, check)
