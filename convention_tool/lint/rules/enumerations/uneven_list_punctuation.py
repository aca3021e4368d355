"""An item of a list lacks the semicolon of the others, or the last one the full stop.

Why it matters: the usage of the United Nations closes each item with a semicolon and the last with
a full stop. An item that ends otherwise looks as if words were lost there, and a last item without
a full stop as if the list went on.

Found:
    The keeper shall have:
    (a) a lamp;
    (b) a horn
    (c) a boat;

Better:
    The keeper shall have:
    (a) a lamp;
    (b) a horn;
    (c) a boat.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.lists import Enumeration, lists, span_of_end
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Node, Paragraph, Subparagraph

#: The items of a list that are sentences end in full stops, and nothing is said of them.
_SEMICOLON, _FULL_STOP = ";", "."
#: A mark and the "and" after it stand within so many letters.
_JOIN = 12
#: A heading that a copy ran on to the words, or the chapeau of the next item, fits in so many.
_TAIL = 90
#: The next words, and their number, stand within so many letters.
_NEXT = 40


class _End(NamedTuple):
    """How an item ends, and how it should."""

    leaf: Subparagraph
    #: What stands after its words and before "and": ";", ",", "." or "".
    mark: str
    wanted: str


def check(draft: Draft) -> Iterator[Finding]:
    """Each list with some such items, at the first of them."""
    words = rule_words("enumerations", "uneven-list-punctuation", draft.instrument.language)
    if not words:
        return
    [semicolon], joins = words["semicolon"], draft.vocabulary.join
    for listed in lists(draft):
        wrong = [end for end in _ends(listed, joins) if end.mark != end.wanted]
        if not wrong or (wrong[-1].wanted == _FULL_STOP and _goes_on(draft, listed.holder)):
            continue
        first = wrong[0]
        numbers = ", ".join(f"({end.leaf.number})" for end in wrong)
        said = f"{numbers} of this list should end in "
        wanted = {end.wanted: None for end in wrong}
        named = " and ".join(
            "a semicolon" if mark == _SEMICOLON else "a full stop" for mark in wanted
        )
        place = span_of_end(draft, first.leaf) or draft.opening(first.leaf)
        yield Finding(
            place, f"{said}{named}, as lists usually do", _fix(draft, wrong, joins, semicolon)
        )


def _ends(listed: Enumeration, joins: tuple[str, ...]) -> Iterator[_End]:
    """The ends that can be judged: where most items but the last close with a semicolon."""
    leaves = [_leaf(item) for item in listed.items]
    marks = [_mark(leaf.text, joins) if leaf else None for leaf in leaves]
    between = [mark for mark in marks[:-1] if mark is not None]
    if 2 * between.count(_SEMICOLON) <= len(between):
        return
    for leaf, mark in zip(leaves[:-1], marks[:-1], strict=True):
        if leaf and mark in {"", ","}:
            yield _End(leaf, mark, _SEMICOLON)
    leaf, mark = leaves[-1], marks[-1]
    outermost = isinstance(listed.holder, Paragraph) and not listed.holder.closing
    if outermost and leaf and mark in {"", ",", _SEMICOLON}:
        yield _End(leaf, mark, _FULL_STOP)


def _leaf(item: Subparagraph) -> Subparagraph | None:
    """The last item within an item; None where words follow its list, or it says nothing."""
    while item.subparagraphs:
        if item.closing:
            return None
        item = item.subparagraphs[-1]
    return item if item.text else None


def _mark(text: str, joins: tuple[str, ...]) -> str | None:
    """What closes the words; None where a bracket does, or a heading that a copy ran on to them."""
    if text[-1] in {_SEMICOLON, _FULL_STOP}:
        return text[-1]
    found = _closing(joins).search(text[-_JOIN:])
    tail = text[-_TAIL:]
    if found is None or "." in tail or (found["mark"] == "," and _SEMICOLON in tail):
        return None
    return found["mark"]


@cache
def _closing(joins: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, joins))
    return re.compile(rf"\w\s?(?P<mark>[;,.]?)(?:(?:(?<=\W)|\s)\s*(?:{words}))?$", re.IGNORECASE)


def _goes_on(draft: Draft, holder: Node) -> bool:
    """Whether what stands after the list goes on with its sentence."""
    end = draft.span(holder).end
    return bool(_GOES_ON.match(draft.source.text[end : end + _NEXT]))


#: A small letter, after a number or without one.
_GOES_ON = re.compile(r"\s*(?:\(?(?:\d+|[a-zA-Z])[.)]*\s+)?[^\W\d_A-ZÀ-Þ]{2}")


def _fix(draft: Draft, wrong: Sequence[_End], joins: tuple[str, ...], semicolon: str) -> Fix | None:
    """The marks as they should be; None where one of the places cannot be told."""
    edits = []
    for end in wrong:
        place = span_of_end(draft, end.leaf)
        if place is None or _closing(joins).search(end.leaf.text.rsplit(" ", 1)[-1]) is None:
            return None
        word = draft.source.text[place.start : place.end]
        if word.casefold() in joins:
            return None
        bare = word.rstrip(";,")
        if not bare:
            return None
        edits.append(Edit(place, f"{bare}{semicolon if end.wanted == _SEMICOLON else end.wanted}"))
    return Fix("write the marks that lists usually have", tuple(edits))


RULE = Rule("uneven-list-punctuation", Severity.NOTE, __doc__, check)
