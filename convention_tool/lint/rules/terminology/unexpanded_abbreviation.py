"""An abbreviation stands in an article, and the text nowhere says what it is short for.

Why it matters: abbreviations change their owners. A treaty is read for decades by people who do not
know which organization three letters meant; the full name, once, costs a line.

Found:
    Reports shall be sent to the IALA.

Better:
    Reports shall be sent to the International Association of Lighthouses (IALA).
"""

import re
from collections.abc import Iterator

from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import place, times

#: Three capitals; Python looks for them twice as fast as for a whole word.
_CAPITALS = re.compile(r"[A-Z][A-Z][A-Z]")

#: Two letters are too often initials, numbers or codes; more than five a heading.
_REST = re.compile(r"(?<!\w)[A-Z]{3,5}\b")

#: Letters of which Roman numbers are made.
_ROMAN = frozenset("IVXLCDM")


def check(draft: Draft) -> Iterator[Finding]:
    """One finding for each abbreviation, at its first use."""
    known = rule_words("terminology", "unexpanded-abbreviation", draft.instrument.language).get(
        "known"
    )
    if not known:
        return
    for word in _abbreviations(draft.source.text):
        if word in known or _ROMAN.issuperset(word):
            continue
        uses = _uses(draft, word)
        if uses and not _is_explained(draft, word):
            yield _finding(draft, word, uses)


def _abbreviations(text: str) -> list[str]:
    """The words in capitals of a whole text, each once, in their order; one look for all provisions."""
    found = (_REST.match(text, match.start()) for match in _CAPITALS.finditer(text))
    alone = (match for match in found if match and _stands_alone(text, *match.span()))
    return list(dict.fromkeys(match[0] for match in alone))


def _uses(draft: Draft, word: str) -> list[Use]:
    """Where the articles use an abbreviation as a word."""
    return [
        Use(stretch, *match.span())
        for stretch in draft.saying(word.lower())
        if word in stretch.words and stretch.article and stretch.home is draft.instrument
        for match in re.finditer(word, stretch.words)
        if _stands_alone(stretch.words, *match.span())
    ]


def _finding(draft: Draft, word: str, uses: list[Use]) -> Finding:
    count = f" ({times(len(uses))})" if len(uses) > 1 else ""
    said = f'the text does not say what "{word}"{count} is short for'
    return Finding(
        place(draft, uses[0]), f"{said}; write the full name once, with ({word}) after it"
    )


def _stands_alone(words: str, start: int, end: int) -> bool:
    """Whether letters are a word of a sentence: no code, title, or part of a line in capitals."""
    before, after = words[max(0, start - 4) : start], words[end : end + 4]
    return not _JOINED_BEFORE.search(before) and not _JOINED_AFTER.match(after)


_JOINED_BEFORE = re.compile(r"[\w.’'/&-]$|[A-Z]{2},? $|\.  ?$")
_JOINED_AFTER = re.compile(r"[’'/&-]|\.\w| No|,? [A-Z]{2}| [A-Z][a-z]")


def _is_explained(draft: Draft, word: str) -> bool:
    """Whether the abbreviation stands in brackets or quotation marks somewhere, or is explained after it."""
    text = draft.source.text
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        bracketed = _OPENS.search(text, max(0, start - 5), start) and _CLOSES.match(text, end)
        if bracketed or _EXPLAINS.match(text, end):
            return True
        start = text.find(word, end)
    return False


_OPENS = re.compile(r"[(\"“«‘`/,]\s*(?:the |l['’]|la |el |le )?$")
_CLOSES = re.compile(r"\s*[)\"”»’,;/]")
_EXPLAINS = re.compile(r"\s*(?:\(|means\b|=)")

RULE = Rule("unexpanded-abbreviation", Severity.NOTE, __doc__, check)
