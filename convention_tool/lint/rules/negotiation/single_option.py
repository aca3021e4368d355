"""An option is offered, and there is no other.

Why it matters: "Option A" promises an "Option B". If the other was dropped, the label is left over
and the text is agreed; if it was lost, somebody's proposal is.

Found:
    Option A
    Keepers rest on the seventh day.

Better:
    Keepers rest on the seventh day.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.printed import printed
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """Each label of an option that no other one follows or precedes."""
    labels = rule_words("negotiation", "single-option", draft.instrument.language).get("labels", ())
    if not labels or not _may_have(draft, labels):
        return
    pattern = _pattern(labels)
    for options in _sets(draft.fact(printed).matches(pattern)):
        match options:
            case [only]:
                said = f'there is "{" ".join(only["label"].split())}" and no other option'
                place = Span(*only.span("label"))
                yield Finding(place, f"{said}; take the label out, or find what was lost")
            case _:
                pass


def _sets(labels: Iterator[re.Match[str]]) -> list[list[re.Match[str]]]:
    """The labels that belong together: A, 1 or I opens a new set."""
    sets: list[list[re.Match[str]]] = []
    for label in labels:
        if label["number"] in _FIRST or not sets:
            sets.append([])
        sets[-1].append(label)
    return sets


_FIRST = frozenset({"A", "1", "I"})


def _may_have(draft: Draft, labels: Sequence[str]) -> bool:
    """Whether a label stands anywhere: most texts have none, and that is quick to see."""
    numbered = re.compile(rf"\b(?:{'|'.join(labels)})\.? ?{_NUMBER}\b", re.IGNORECASE)
    heads = (article.heading for home in draft.homes for article in home.articles)
    words = (stretch.words for stretch in draft.saying(*labels))
    return any(map(numbered.search, words)) or any(map(numbered.match, filter(None, heads)))


#: How options are numbered.
_NUMBER = r"(?:[A-H]|[1-9]|I{1,3}|IV|V)"


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """A label at the beginning of a line, alone or before its words; in a bracket, perhaps."""
    forms = {form for word in words for form in (word.capitalize(), word.upper())}
    labels = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return re.compile(
        rf"^[ \t]*\[?[ \t]*(?P<label>(?:{labels})\.?[ \t]*(?P<number>{_NUMBER}))[ \t]*(?:[\]:.)–—-]|$)",
        re.MULTILINE,
    )


RULE = Rule("single-option", Severity.WARNING, __doc__, check)
