"""A body is called by a short name that nothing introduces.

Why it matters: "the Council" is clear to those who sat in the room. A reader of the text must find
once what it stands for: in a definition, in the article that sets the body up, or in its full name.

Found:
    The Council shall examine the reports of keepers.
    (and no article says which council)

Better:
    A Council of Keepers is established.
    (and, further on)
    The Council shall examine the reports of keepers.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from convention_tool.analysis.definitions import definitions, plain
from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """One finding for each such body, at its first use in an article."""
    words = rule_words("definitions", "undefined-body", draft.instrument.language)
    for body in words.get("bodies", ()):
        said = draft.saying(body.casefold().split("-")[0])
        if said and (match := _bare(draft, body, said)) and not _is_introduced(draft, body, said):
            stretch, start, end = match
            place = draft.span_of_words(stretch, start, end)
            what = f'nothing says which body "the {body}" is'
            yield Finding(place, f"{what}; define it, or write its full name where it first stands")


def _bare(draft: Draft, body: str, said: Sequence[Stretch]) -> tuple[Stretch, int, int] | None:
    """The first place where an article says no more than "the Council"."""
    for stretch in said:
        if stretch.article and stretch.home is draft.instrument:
            words = stretch.words
            for match in _word(body).finditer(words):
                if words.endswith("he ", 0, match.start()) and not _GOES_ON.match(
                    words, match.end()
                ):
                    return (stretch, *match.span())
    return None


def _is_introduced(draft: Draft, body: str, said: Sequence[Stretch]) -> bool:
    """Whether a full name, a definition or an article that sets it up stands anywhere."""
    if body.casefold() in (plain(one.term) for one in draft.fact(definitions)):
        return True
    if any(_introduces(stretch.words, body) for stretch in said):
        return True
    heads = (article.heading for article in draft.instrument.every_article)
    named = (draft.instrument.title, draft.instrument.value("Title"), *heads)
    return any(body in head for head in named)


def _introduces(words: str, body: str) -> bool:
    """Whether the words around a body's name say which it is."""
    return any(
        _AFTER.match(words, match.end())
        or _BEFORE.search(words[max(0, match.start() - _AROUND) : match.start()])
        for match in _word(body).finditer(words)
    )


@cache
def _word(body: str) -> re.Pattern[str]:
    return re.compile(rf"{body}\b")


#: So many letters before a body's name may set it up: "shall establish and maintain a".
_AROUND = 70

#: What follows a body's name where it is given in full.
_LINKS = "of|on|for|to|against|in|established|designated|set up|named|which|that"

#: A capital that opens a sentence is no part of a name.
_NO_NAME = "The|Each|Such|Any|This|That|Every|No|If|When|Where|And|In|Of|For|To|By"

#: What follows a short name where it is part of a longer one.
_GOES_ON = re.compile(rf"-| (?:{_LINKS})\b| [A-Z]")

_BEFORE = re.compile(
    rf"(?:\b(?!(?:{_NO_NAME})\b)[A-Z][\w’'-]+ |[\"“„«‘`](?:[Tt]he )?|\b(?:establish|call|nam|refer|after|"
    r"consist|known as|creat|set up)[^.]{0,60}|\b[Aa]n? [^.]{0,60}(?<![Tt]he ))$"
)
_AFTER = re.compile(
    rf" (?:{_LINKS})\b| (?:is|shall be) (?:hereby )?(?:established|created|set up|constituted|composed)"
)

RULE = Rule("undefined-body", Severity.WARNING, __doc__, check)
