"""The provisions that a wording names, and whose they are.

"articles 6, 7 and 11", "article 5, paragraph 2 (b)", "paragraph 2 of article 5", "part III": each
becomes one mention with the provisions it points to, read by grammars/citation.lark. A mention that
another instrument owns ("article 26 of the Vienna Convention") says so, and so does one that might
be: it is better to pass over a reference than to accuse a sound one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convention_tool.analysis.citations.lexer import lexer
from convention_tool.analysis.citations.owners import Owners, owners
from convention_tool.analysis.citations.parsing import parsed
from convention_tool.analysis.citations.records import (
    Division,
    Mention,
    Owner,
    Pointer,
    Range,
    Target,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Division", "Mention", "Owner", "Pointer", "Range", "Target", "mentions"]


def mentions(words: str, language: str) -> tuple[Mention, ...]:
    """The provisions that some words name, in their order.

    Args:
        words: a sentence or more, their spaces single.
        language: "en", "fr" or "es".
    """
    around = owners(language)
    found: list[Mention] = []
    for mention in reversed(list(_mentions(words, language))):
        found.append(_owned(mention, words, around, found[-1] if found else None))
    return tuple(_without_strays(found[::-1], words, around))


def _mentions(words: str, language: str) -> Iterator[Mention]:
    """The citations of some words, their owners still to be told."""
    lexes = lexer(language)
    lowered = words.lower()
    if not any(noun in lowered for noun in lexes.nouns):
        return
    if len(lowered) != len(words):  # a letter that is two in lower case would move the others
        lowered = words
    position = 0
    while trigger := lexes.trigger.search(lowered, position):
        made = parsed(lexes.tokens(words, trigger.start()))
        if made is None:
            position = trigger.end()
            continue
        position = made.end
        targets = tuple(_named(target, lexes.divisions) for target in made.targets)
        yield Mention(
            trigger.start(),
            made.end,
            Owner.UNSAID,
            targets,
            of_article=made.of_article,
            here=made.here,
            same=made.same,
            step=made.step,
        )


def _named(target: Target, names: dict[str, str]) -> Target:
    """A target whose divisions have the names that every language gives them."""
    if not target.divisions:
        return target
    divisions = tuple(
        one._replace(kind=names.get(one.kind.casefold(), one.kind)) for one in target.divisions
    )
    last = _named(target.last, names) if target.last else None
    return target._replace(divisions=divisions, last=last)


def _owned(mention: Mention, words: str, around: Owners, after: Mention | None) -> Mention:
    """A mention with its owner; in a row, it shares that of the one after it.

    "article 3 and article 5, paragraph 1, of the Charter", "paragraph 2 or paragraph 3 of article 20".
    """
    if mention.same:
        return replace(mention, owner=Owner.OTHER)
    owner = around.owner(words, mention.start, mention.end, here=mention.here)
    joined = after and around.joined.fullmatch(words, mention.end, after.start)
    if after and joined and owner is Owner.UNSAID:
        if mention.is_bare and after.of_article:
            targets = tuple(one._replace(article=after.of_article) for one in mention.targets)
            mention = replace(mention, targets=targets)
        return replace(mention, owner=after.owner, here=mention.here or after.here)
    if mention.is_bare and owner is Owner.UNSAID and not mention.step:
        owner = Owner.OTHER if around.of_something.match(words, mention.end) else owner
    return replace(mention, owner=owner)


def _without_strays(found: Sequence[Mention], words: str, around: Owners) -> Iterator[Mention]:
    """A paragraph straight after an article ("article 5, and paragraph 2") is left alone.

    It may be that article's or its own.
    """
    before: Mention | None = None
    for mention in found:
        stray = (
            before is not None
            and mention.owner is Owner.UNSAID
            and mention.is_bare
            and not before.is_bare
            and around.joined.fullmatch(words, before.end, mention.start)
        )
        before = replace(mention, owner=Owner.OTHER) if stray else mention
        yield before
