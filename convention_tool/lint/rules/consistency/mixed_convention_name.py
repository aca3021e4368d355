"""The text calls itself both "the present Convention" and "this Convention".

Why it matters: two names suggest two things. Many adopted treaties mix them, by history; a new
text can choose one. Treaties of the United Nations use either, each throughout.

Found:
    The present Convention applies to all migrants.
    (and, further on)
    Nothing in this Convention limits more favourable law.

Better:
    The present Convention applies to all migrants.
    (and, further on)
    Nothing in the present Convention limits more favourable law.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


class _Name(NamedTuple):
    """A name that the text gives itself, how often, and where first."""

    words: str
    times: int
    first: Span


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, where the rarer name is used first."""
    match sorted(_names(draft), key=lambda name: name.times):
        case [rarer, *_, usual]:
            said = f'this draft calls itself "{usual.words}" {_times(usual)}'
            also = f'and "{rarer.words}" {_times(rarer)}; choose one name'
            yield Finding(rarer.first, f"{said} {also}")
        case _:
            pass


def _names(draft: Draft) -> Iterator[_Name]:
    """The names used in the articles; a preamble may speak of another convention before."""
    noun = _noun(draft)
    if not noun:
        return
    pattern = re.compile(rf"{noun}\b")
    uses = [
        (stretch, match)
        for stretch in draft.saying(noun.casefold())
        if stretch.article and stretch.home is draft.instrument
        for match in pattern.finditer(stretch.words)
    ]
    for form in draft.vocabulary.self_forms:
        named = [(stretch, match) for stretch, match in uses if _follows(form, stretch, match)]
        if named:
            stretch, match = named[0]
            start = match.start() - len(form) - 1
            span = draft.span_of_words(stretch, start, match.end())
            yield _Name(f"{form} {noun}", len(named), span)


def _follows(form: str, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether the word stands after a form: "the present", "this"."""
    start = match.start()
    before = stretch.words[max(0, start - len(form) - 2) : start].casefold()
    return f" {before}".endswith(f" {form} ")


def _noun(draft: Draft) -> str:
    """What kind of instrument the title says it is, as the text prints it: "Convention"."""
    title = draft.instrument.title.casefold()
    found = {
        match.start(): noun
        for noun in draft.vocabulary.self_nouns
        if (match := re.search(rf"\b{noun}\b", title))
    }
    return found[min(found)].capitalize() if found else ""


def _times(name: _Name) -> str:
    return {1: "once", 2: "twice"}.get(name.times, f"{name.times} times")


RULE = Rule("mixed-convention-name", Severity.WARNING, __doc__, check)
