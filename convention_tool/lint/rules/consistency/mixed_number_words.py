"""Small numbers are written in words and in figures: "three months", "3 months".

Why it matters: it is a matter of form only, but in the clauses on time limits, where such numbers
stand, readers compare them. The United Nations writes numbers up to nine in words.

Found:
    A keeper may complain within three months, and the State shall answer within 3 months.

Better:
    A keeper may complain within three months, and the State shall answer within three months.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import edits, offered, place, times


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, where the rarer form first stands before a unit of time."""
    words = rule_words("consistency", "mixed-number-words", draft.instrument.language)
    if not words:
        return
    numbers = words["numbers"]
    known = {*numbers, *map(str, range(1, len(numbers) + 1))}
    said = [
        use
        for stretch in draft.saying(*words["units"])
        if stretch.article and stretch.home is draft.instrument
        for match in _unit(words["units"]).finditer(stretch.words)
        if (use := _before(stretch, match.start())).words in known
    ]
    figures = [use for use in said if use.words.isdigit()]
    spelt = [use for use in said if not use.words.isdigit()]
    if figures and spelt:
        yield _finding(draft, figures, spelt, numbers)


def _finding(
    draft: Draft, figures: Sequence[Use], spelt: Sequence[Use], numbers: Sequence[str]
) -> Finding:
    """The rarer form; where both are as frequent, the figures."""
    if len(figures) <= len(spelt):
        rarer, usual, form = figures, spelt, "words"
        changes = edits(draft, figures, lambda figure: numbers[int(figure) - 1])
    else:
        rarer, usual, form = spelt, figures, "figures"
        changes = edits(draft, spelt, lambda word: str(numbers.index(word) + 1))
    one = f'"{_with_unit(rarer[0])}" is written so ({times(len(rarer))})'
    other = f'"{_with_unit(usual[0])}" in {form} ({times(len(usual))})'
    fix = offered(f"write small numbers in {form}", changes)
    return Finding(
        place(draft, rarer[0]), f"{one}, and {other}; write small numbers in {form}", fix
    )


def _with_unit(use: Use) -> str:
    """A number and what it counts: "3 months"."""
    number, unit, *_ = use.stretch.words[use.start :].split(maxsplit=2)
    return f"{number} {unit.rstrip('.,;:)')}"


def _before(stretch: Stretch, unit: int) -> Use:
    """The word before a unit; brackets belong to it, since "three (3) months" is in both forms."""
    start = stretch.words.rfind(" ", 0, unit) + 1
    return Use(stretch, start, unit)


@cache
def _unit(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(units)})\b")


RULE = Rule("mixed-number-words", Severity.NOTE, __doc__, check)
