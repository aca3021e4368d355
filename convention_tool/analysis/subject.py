"""What an instrument is about, and which phrases its articles have: quick questions for rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.catalogue.rule_words import rule_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convention_tool.analysis.draft import Draft

#: A shorter text is an extract or a sketch: what it does not say is no omission.
_WHOLE = 15


def is_whole_instrument_on_migrants(draft: Draft) -> bool:
    """Whether the title says that the text is about migrants, and its articles are many.

    Ask for it through `draft.fact`. A text that amends another leaves most to the other.
    """
    instrument = draft.instrument
    words = rule_words("rights", "subject", instrument.language)
    title = f"{instrument.title} {instrument.value('Title')}".casefold()
    about = any(word in title for word in words.get("titles", ()))
    if any(word in title for word in words.get("others", ())):
        return False
    return about and len(instrument.articles) >= _WHOLE and not draft.amends


def lacks_clause(draft: Draft, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a whole instrument on migrants has no article with any phrase of a clause.

    Args:
        draft: the text.
        words: those of a rule, "near" and "words"; none for a language that it does not know.
    """
    if not words or not draft.fact(is_whole_instrument_on_migrants):
        return False
    return not articles_say(draft, words["near"], words["words"])


def articles_say(draft: Draft, near: Iterable[str], phrases: Iterable[str]) -> bool:
    """Whether an article of the instrument has one of some phrases.

    Args:
        draft: the text.
        near: words in lower case of which each phrase has one, to look only where it pays.
        phrases: in lower case.
    """
    wanted = tuple(phrases)
    return any(
        phrase in words
        for stretch in draft.saying(*near)
        if stretch.article and stretch.home is draft.instrument
        for words in (stretch.words.casefold(),)
        for phrase in wanted
    )
