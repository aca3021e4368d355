"""One list joins its items both by "and" and by "or".

Why it matters: "(a); or (b); and (c)" can mean that (c) is always asked beside one of the others,
or that (b) and (c) together are one choice. The reader has to guess how the items go together.

Found:
    The lamp may be put out if:
    (a) it is day; or
    (b) no ship is near; and
    (c) the keeper is asleep.

Better:
    The lamp may be put out if the keeper is asleep and:
    (a) it is day; or
    (b) no ship is near.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.lists import lists
from convention_tool.analysis.wordings import plain
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Subparagraph
from convention_tool.tree.wording import wording

#: The last word of an item, and what closes it, stand within so many letters.
_TAIL = 30


def check(draft: Draft) -> Iterator[Finding]:
    """Each such list; what joins the items of a list within it is its own affair."""
    words = rule_words("enumerations", "both-and-and-or", draft.instrument.language)
    if not words:
        return
    for listed in lists(draft):
        ends = [_last_word(item) for item in listed.items[:-1]]
        both = [end for end in ends if end in words["and"] or end in words["or"]]
        if any(end in words["and"] for end in both) and any(end in words["or"] for end in both):
            joined = [
                f'"{end}" after ({item.number})'
                for item, end in zip(listed.items, ends, strict=False)
                if end in both
            ]
            place = draft.opening(listed.items[0])
            where = draft.citation(listed.holder)
            told = f"the list in {where} has {' and '.join(joined)}"
            yield Finding(place, f"{told}; say which items go together, in lists of their own")


def _last_word(item: Subparagraph) -> str:
    words = wording(item) if item.subparagraphs else item.text
    return plain(words[-_TAIL:]).rstrip(" ,;").rsplit(" ", 1)[-1]


RULE = Rule("both-and-and-or", Severity.ERROR, __doc__, check)
