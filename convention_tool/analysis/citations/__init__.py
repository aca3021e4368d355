"""The provisions that a wording names, and whose they are.

"articles 6, 7 and 11", "article 5, paragraph 2 (b)", "paragraph 2 of article 5", "part III": each
becomes one mention with the provisions it points to, read by grammars/citation.lark. A mention that
another instrument owns ("article 26 of the Vienna Convention") says so, and so does one that might
be: it is better to pass over a reference than to accuse a sound one.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from convention_tool.analysis.citations.lexer import lexer
from convention_tool.analysis.citations.owners import Owned, Owners, owners
from convention_tool.analysis.citations.parsing import parsed
from convention_tool.analysis.citations.records import (
    Division,
    Kind,
    Mention,
    Owner,
    Pointer,
    Range,
    Reading,
    Step,
    Target,
)
from convention_tool.analysis.citations.windows import Start, finder
from convention_tool.analysis.citations.words import citation_words, unit_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "Division",
    "Kind",
    "Mention",
    "Owner",
    "Pointer",
    "Range",
    "Step",
    "Target",
    "mentions",
    "mentions_of_each",
    "unit_words",
]

#: Citations that stand so far apart, in characters, are not in a row.
_FAR = 40

#: What stands between texts that are searched together; no word has it.
_BETWEEN = "\0"

#: The wordings of citations that are kept; a long treaty has some three hundred.
_WORDINGS_KEPT = 8192


def mentions(words: str, language: str) -> tuple[Mention, ...]:
    """The provisions that some words name, in their order.

    Args:
        words: a sentence or more, their spaces single.
        language: "en", "fr" or "es".
    """
    return _mentions(words, finder(language).starts(words), language)


def mentions_of_each(
    texts: Sequence[str], language: str
) -> Iterator[tuple[int, tuple[Mention, ...]]]:
    """The same for many texts, looked at together: the place of each that names any, and which."""
    ends = list(accumulate(len(text) + len(_BETWEEN) for text in texts))
    starts = finder(language).starts(_BETWEEN.join(texts))
    for place, inside in groupby(starts, lambda start: bisect_right(ends, start.at)):
        before = ends[place - 1] if place else 0
        own = [Start(at - before, is_article) for at, is_article in inside]
        if found := _mentions(texts[place], own, language):
            yield place, found


def _mentions(words: str, starts: Iterable[Start], language: str) -> tuple[Mention, ...]:
    """The citations of some words that begin at some of the places where they may."""
    find, around = finder(language), owners(language)
    found: list[Mention] = []
    position = 0
    for at, is_article in starts:
        window = find.window(words, at, is_article=is_article) if at >= position else None
        if window is None or window.start < position:
            continue
        reading = _reading(words[window.start : window.end], language)
        if reading is None:
            continue
        start, position = window.start, window.start + reading.end
        owned = _owned(reading, words, start, position, around)
        found.append(Mention(start, position, owned.owner, reading, instrument=owned.instrument))
    return _settled(found, words, around)


@lru_cache(maxsize=_WORDINGS_KEPT)
def _reading(words: str, language: str) -> Reading | None:
    """What the words of a citation say by themselves; treaties say the same over and over."""
    return parsed(lexer(language).tokens(words), citation_words(language).divisions)


def _owned(reading: Reading, words: str, start: int, end: int, around: Owners) -> Owned:
    if reading.here:
        return Owned(Owner.OURS)
    if reading.same:
        return Owned(Owner.OTHER)
    return around.owned(words, start, end)


def _settled(found: Sequence[Mention], words: str, around: Owners) -> tuple[Mention, ...]:
    """Mentions with the owners that they share with their neighbours."""
    shared: list[Mention] = []
    after: Mention | None = None
    for mention in reversed(found):
        told = mention.owner is not Owner.UNSAID
        after = mention if told else _shared(mention, words, around, after)
        shared.append(after)
    shared.reverse()
    return tuple(_without_strays(shared, words, around) if len(shared) > 1 else shared)


def _shared(mention: Mention, words: str, around: Owners, after: Mention | None) -> Mention:
    """A mention with its owner; in a row, it shares that of the one after it.

    "article 3 and article 5, paragraph 1, of the Charter", "paragraph 2 or paragraph 3 of article 20".
    """
    bare = mention.reading.is_bare
    if bare and after and _leads_to_division(mention, after, words):
        return mention._replace(owner=Owner.OTHER)
    if (
        after
        and after.start - mention.end < _FAR
        and (bare or not (after.here or after.same))
        and around.joined.fullmatch(words, mention.end, after.start)
    ):
        return mention._replace(
            owner=after.owner,
            instrument=after.instrument,
            shared=after.of_article if bare else "",
            shares_here=after.here,
        )
    if bare and around.of_something.match(words, mention.end):
        return mention._replace(owner=Owner.OTHER)
    return mention


def _leads_to_division(mention: Mention, after: Mention, words: str) -> bool:
    """Whether a paragraph is one of the part or section that is named next: "paragraph 3, Section B"."""
    divisions = after.reading.targets and all(one.is_division for one in after.reading.targets)
    return bool(divisions) and words[mention.end : after.start].strip() == ","


def _without_strays(found: Sequence[Mention], words: str, around: Owners) -> Iterator[Mention]:
    """A paragraph straight after an article ("article 5, and paragraph 2") is left alone.

    It may be that article's or its own.
    """
    before: Mention | None = None
    for mention in found:
        stray = (
            before is not None
            and mention.start - before.end < _FAR
            and mention.owner is Owner.UNSAID
            and mention.reading.targets
            and mention.is_bare
            and before.reading.targets
            and not before.is_bare
            and around.joined.fullmatch(words, before.end, mention.start)
        )
        before = mention._replace(owner=Owner.OTHER) if stray else mention
        yield before
