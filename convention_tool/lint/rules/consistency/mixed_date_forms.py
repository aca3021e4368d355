"""Dates are written in two forms: "1 January 2030" and "January 1, 2030".

Why it matters: a form is easily taken for another where the month is a figure too, and a text that
mixes them looks like the work of several hands. The United Nations writes "1 January 2030".

Found:
    This Convention is open for signature from 1 May 2030 to December 31, 2031.

Better:
    This Convention is open for signature from 1 May 2030 to 31 December 2031.
"""

import re
from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import edits, offered, place


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, where the rarer form first stands; it mends every date to the usual form."""
    months = rule_words("consistency", "mixed-date-forms", draft.instrument.language).get("months")
    if not months:
        return
    date = _date(months)
    forms: dict[str, list[Use]] = {}
    for stretch in _with_months(draft, months):
        for match in date.finditer(stretch.words):
            forms.setdefault(_form(match), []).append(Use(stretch, *match.span()))
    if len(forms) > 1:
        usual = max(forms, key=lambda form: len(forms[form]))
        others = (use for form, uses in forms.items() if form != usual for use in uses)
        rarer = sorted(others, key=lambda use: place(draft, use))
        changes = edits(draft, rarer, lambda words: _written(date, words, usual))
        right = _written(date, rarer[0].words, usual)
        said = (
            f'"{rarer[0].words}": other dates of this text are written as "{forms[usual][0].words}"'
        )
        fix = offered(f'write "{right}"', changes)
        yield Finding(place(draft, rarer[0]), f'{said}; write "{right}"', fix)


def _with_months(draft: Draft, months: tuple[str, ...]) -> Iterator[Stretch]:
    """Where a month may stand; "may" is mostly none."""
    certain = draft.saying(*(month.lower() for month in months if month != "May"))
    yield from certain
    known = {id(stretch) for stretch in certain}
    for stretch in draft.saying("may"):
        if "May " in stretch.words and id(stretch) not in known:
            yield stretch


def _form(match: re.Match[str]) -> str:
    if match["day_after"]:
        return "month first"
    return "ordinal" if match["ending"] else "day first"


def _written(date: re.Pattern[str], words: str, form: str) -> str:
    """A date in another form."""
    match = date.fullmatch(words)
    if not match:
        return words
    day, month, year = match["day"] or match["day_after"], match["month"], match["year"]
    month = month or match["month_first"]
    year = year or match["year_after"]
    match form:
        case "month first":
            return f"{month} {day}, {year}"
        case "ordinal":
            return f"{day}{_ending(int(day))} {month} {year}"
        case _:
            return f"{day} {month} {year}"


def _ending(day: int) -> str:
    """The ending of a day's number: 1st, 12th."""
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day // 10 != 1 else 0, "th")


@cache
def _date(months: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(months)
    first = rf"(?P<day>[1-9]|[12]\d|3[01])(?P<ending>st|nd|rd|th)? (?P<month>{names}),? (?P<year>\d{{4}})"
    second = (
        rf"(?P<month_first>{names}) (?P<day_after>[1-9]|[12]\d|3[01]), ?(?P<year_after>\d{{4}})"
    )
    return re.compile(rf"\b(?:{first}|{second})\b")


RULE = Rule("mixed-date-forms", Severity.NOTE, __doc__, check)
