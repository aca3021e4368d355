"""The words that open a list do not end in a colon or a dash.

Why it matters: the colon tells that the sentence goes on in the items. Without it a reader, and a
program, may take the items for provisions of their own.

Found:
    The keeper shall have
    (a) a lamp;
    (b) a horn.

Better:
    The keeper shall have:
    (a) a lamp;
    (b) a horn.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.lists import lists, span_of_end
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rewording import rewording
from convention_tool.lint.rule import Finding, Rule

#: What closes a chapeau.
_CLOSED = (":", "–", "—", "-", "―")
#: A text that leaves the colon out more often than this share of its lists means to.
_BY_CHANCE = 0.25


def check(draft: Draft) -> Iterator[Finding]:
    """Each such list, in a text whose lists usually have it; a full sentence is no chapeau."""
    words = rule_words("enumerations", "chapeau-without-colon", draft.instrument.language)
    if not words:
        return
    [colon] = words["colon"]
    opened = [
        listed.holder
        for listed in lists(draft)
        if listed.chapeau and not listed.items[0].text.endswith(".")
    ]
    without = [holder for holder in opened if holder.text[-1].isalpha() or holder.text[-1] in ",;"]
    if len(without) > _BY_CHANCE * len(opened):
        return
    for holder in without:
        word = holder.text.rsplit(" ", 1)[-1]
        said = f'a list follows "{word}"; end the words before it in a colon'
        place = span_of_end(draft, holder)
        if place is None:
            yield Finding(draft.opening(holder), said)
        else:
            better = f"{word.rstrip(',;')}{colon}"
            yield Finding(
                place, said, rewording(draft, place, word, better, safe=word[-1].isalpha())
            )


RULE = Rule("chapeau-without-colon", Severity.WARNING, __doc__, check)
