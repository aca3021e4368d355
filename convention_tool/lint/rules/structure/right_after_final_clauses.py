"""An article gives persons a right after the article on entry into force.

Why it matters: the final clauses close a treaty. A right that stands behind them was added late;
it lies outside the part whose scope and limits it needs, and readers do not look for it there.

Found:
    Article 40: The present Convention shall enter into force on ...
    Article 41: Every keeper has the right to a pension.

Better:
    Article 20: Every keeper has the right to a pension.
    Article 41: The present Convention shall enter into force on ...
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.catalogue.vocabulary import vocabulary
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each article after entry into force whose words give a right to persons."""
    known = _known(draft.instrument.language)
    if not known or draft.amends:
        return
    closing = _entry_into_force(draft, known)
    if closing is None:
        return
    told: set[int] = set()
    for stretch in draft.saying(*known.first_words):
        if stretch.article and draft.span(stretch.node) > draft.span(closing.node):
            match = known.right.search(stretch.words)
            if match and _is_of_persons(stretch, match, known) and id(stretch.article) not in told:
                if stretch.home is not draft.instrument or stretch.article is closing.article:
                    continue
                told.add(id(stretch.article))
                yield _finding(draft, stretch, match, closing)


def _entry_into_force(draft: Draft, known: "_Known") -> Stretch | None:
    """Where the text says when it enters into force itself."""
    for stretch in draft.saying("force", "vigueur", "vigor", "vigencia"):
        if (
            stretch.home is draft.instrument
            and stretch.article
            and known.force.match(stretch.words)
        ):
            return stretch
    return None


def _is_of_persons(stretch: Stretch, match: re.Match[str], known: "_Known") -> bool:
    before = stretch.words[: match.start()].rpartition(".")[2]
    return not known.parties.search(before)


def _finding(draft: Draft, stretch: Stretch, match: re.Match[str], closing: Stretch) -> Finding:
    own = stretch.article.number if stretch.article else ""
    last = closing.article.number if closing.article else ""
    said = f"article {own} gives a right after article {last}, on entry into force"
    place = draft.span_of_words(stretch, *match.span())
    return Finding(place, f"{said}; move it to the rights")


class _Known(NamedTuple):
    force: re.Pattern[str]
    right: re.Pattern[str]
    parties: re.Pattern[str]
    first_words: tuple[str, ...]


@cache
def _known(language: str) -> _Known | None:
    words = rule_words("structure", "right-after-final-clauses", language)
    if not words:
        return None
    nouns = "|".join(map(re.escape, vocabulary(language).self_nouns))
    force, right, parties = ("|".join(words[key]) for key in ("force", "rights", "parties"))
    return _Known(
        re.compile(rf"(?:\w+\W+){{1,2}}(?:{nouns}) (?:{force})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{right})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{parties})\b", re.IGNORECASE),
        ("right", "entitled", "droit", "derecho"),
    )


RULE = Rule("right-after-final-clauses", Severity.WARNING, __doc__, check)
