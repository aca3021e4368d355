"""A body keeps its full name after the text gave it a short one.

Why it matters: "hereinafter called the Council" says that the short name stands from here on. The
full name, where it comes back, makes the reader ask whether another body is meant.

Found:
    A Council of Keepers (hereinafter "the Council") is established.
    The Council of Keepers meets once a year.

Better:
    The Council meets once a year.
"""

import re
from collections.abc import Iterator, Sequence

from convention_tool.analysis.definitions import Definition, Manner, Use, definitions
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import edits, offered, place, times

#: The full name, right before the words that shorten it: capitals and the little words between.
_FULL = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: (?:of|on|for|the|and|to|against|in|[A-Z][\w’'-]+))* [A-Z][\w’'-]+)"
    r"\s*,?\s*\(?\s*$"
)

#: So many letters before a short name hold the full one.
_BEFORE = 120

_SHORTENED = re.compile(r",?\s*\(?\s*(?:hereinafter|hereafter|henceforth)\b")

#: What stands before a name within a longer one: "Convention of the International Union".
_IN_A_NAME = re.compile(r"\b[A-Z][\w’'-]+ (?:of|in|for|on|to|with|and) [Tt]he $")

_THE = re.compile(r"^[Tt]he\s+")


def check(draft: Draft) -> Iterator[Finding]:
    """One finding for each full name, where it first comes back in an article."""
    if draft.instrument.language != "en":
        return
    for one in draft.fact(definitions):
        name = _full_name(one) if one.manner is Manner.NAMED else ""
        if name and (again := list(_again(draft, one, name))):
            yield _finding(draft, one, name, again)


def _finding(draft: Draft, one: Definition, name: str, again: Sequence[Use]) -> Finding:
    short = _THE.sub("", one.term)
    count = f" {times(len(again))}" if len(again) > 1 else ""
    said = f'"{name}" stands{count} after the text shortened it to "{short}"'
    fix = offered(f'write "{short}"', edits(draft, again, lambda _: short))
    return Finding(place(draft, again[0]), f'{said}; write "{short}"', fix)


def _full_name(one: Definition) -> str:
    """The name that a definition shortens; "" where it is no body's name."""
    words = one.stretch.words
    shortened = list(_SHORTENED.finditer(words, max(0, one.start - _BEFORE), one.start))
    if not shortened:
        return ""
    match = _FULL.search(words, max(0, shortened[-1].start() - _BEFORE), shortened[-1].start())
    name = _THE.sub("", match["name"]) if match else ""
    return name if _THE.sub("", one.term) in name else ""


def _again(draft: Draft, one: Definition, name: str) -> Iterator[Use]:
    """Where the full name stands in an article after that sentence, and is no part of a longer one."""
    pattern = re.compile(rf"(?<=[Tt]he ){re.escape(name)}\b(?! (?:of|on|for|to)\b| [A-Z]|’)")
    longest = max(re.findall(r"\w+", name.lower()), key=len)
    began = False
    for stretch in draft.saying(longest):
        start = one.end if stretch is one.stretch else 0
        began = began or stretch is one.stretch
        if began and stretch.article and stretch.home is draft.instrument:
            for match in pattern.finditer(stretch.words, start):
                if not _IN_A_NAME.search(
                    stretch.words, max(0, match.start() - _BEFORE), match.start()
                ):
                    yield Use(stretch, *match.span())


RULE = Rule("long-name-after-short", Severity.NOTE, __doc__, check)
