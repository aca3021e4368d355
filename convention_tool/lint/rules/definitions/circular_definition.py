"""A definition uses the term that it defines, or two definitions lean on each other.

Why it matters: such a definition tells nothing. The manual of the International Labour Organization
names the tautology first among the faults of definitions.

Found:
    "keeper" means a keeper who is in charge of a lighthouse.

Better:
    "keeper" means a person who is in charge of a lighthouse.
"""

import re
from collections.abc import Iterator, Mapping

from convention_tool.analysis.definitions import Definition, Manner, definitions, plain
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span

#: A definition that opens so names one thing out of many, and need not explain the word.
_POINTS_OUT = re.compile(
    r"[,(]|(?:of|for|on|to|by|in|as|within|referred|established|mentioned|defined|specified|that|which|"
    r"under|according|or|and|law|nationale?|de|du|des|del|al?|selon|au)\b|[A-ZÀ-Ý]"
)

#: A definition may be as long as it likes; whether it goes in a circle is told at its start.
_OPENING = 160


def check(draft: Draft) -> Iterator[Finding]:
    """Each term in its own definition, and each pair of definitions that explain one another."""
    meant = [one for one in draft.fact(definitions) if one.manner is Manner.MEANS]
    if not meant:
        return
    by_term = {plain(one.term): one for one in meant}
    leans = {term: _leans_on(one, by_term) for term, one in by_term.items()}
    for term, one in by_term.items():
        if term in leans[term]:
            said = f'the definition of "{one.term}" uses the word that it defines'
            yield Finding(_place(draft, one), f"{said}; say it in other words")
        for other in leans[term]:
            earlier = by_term[other]
            if other != term and term in leans[other] and _stands_before(draft, earlier, one):
                said = f'"{one.term}" is explained by "{earlier.term}", and that by "{one.term}"'
                yield Finding(_place(draft, one), f"{said}; say one of them in other words")


def _place(draft: Draft, definition: Definition) -> Span:
    return draft.span_of_words(definition.stretch, definition.start, definition.end)


def _leans_on(definition: Definition, by_term: Mapping[str, Definition]) -> tuple[str, ...]:
    """The terms that open a definition as what the thing is: "a keeper who", "any keepers".

    The longest counts: "migrant child" is no use of "migrant". A proper name that holds the term,
    or words that pick one thing out ("the law of the State"), explain no word.
    """
    opening = _OPENED.match(definition.meaning[:_OPENING])
    rest = definition.meaning[opening.end() if opening else 0 :]
    words = " ".join(rest[:_OPENING].casefold().split())
    found = [term for term in by_term if words.startswith(term)]
    if not found:
        return ()
    longest = max(found, key=len)
    after = rest[len(longest) :].removeprefix("s")
    if after[:1].isalnum():
        return ()
    after = after.lstrip()
    named = by_term[longest].term.istitle()
    return () if named or _POINTS_OUT.match(after) or not after else (longest,)


#: How a definition opens before it says what kind of thing the term is.
_OPENED = re.compile(
    r"\s*(?:,|:)?\s*(?:the|an?|any|all|every|each|une?|toute?s?|les?|la|un|una|todo|toda)?\s*\b"
)


def _stands_before(draft: Draft, one: Definition, other: Definition) -> bool:
    return draft.span(one.stretch.node).start < draft.span(other.stretch.node).start


RULE = Rule("circular-definition", Severity.WARNING, __doc__, check)
