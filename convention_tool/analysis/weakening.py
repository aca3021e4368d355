"""The words of a draft that weaken a duty: what each provision has of them."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.lists import chapeau_of
from convention_tool.analysis.softening import softened_twice
from convention_tool.analysis.wordings import Wording, plain, says, wordings
from convention_tool.catalogue.rule_words import rule_words

#: The kinds of such words, each the code of its rule.
KINDS = (
    "as-far-as-possible",
    "where-appropriate",
    "endeavour",
    "duty-to-consider",
    "progressive-duty",
)

#: Words of so many kinds in a sentence are told of together.
STACK = 2


#: After words that open a sentence, its subject stands within so many letters.
_SUBJECT = 60


class Weakening(NamedTuple):
    """Words that weaken a duty, and their kind."""

    kind: str
    wording: Wording


def stacked(draft: Draft) -> tuple[tuple[Weakening, ...], ...]:
    """The sentences with words of two kinds or more, each with its words in order."""
    return draft.fact(_read).stacked


def alone(draft: Draft, kind: str) -> tuple[Wording, ...]:
    """The first words of a kind in each provision, where no other kind shares their sentence."""
    return draft.fact(_read).alone.get(kind, ())


class _Found(NamedTuple):
    stacked: tuple[tuple[Weakening, ...], ...]
    alone: Mapping[str, tuple[Wording, ...]]


def _read(draft: Draft) -> _Found:
    stacks: list[tuple[Weakening, ...]] = []
    single: dict[str, list[Wording]] = defaultdict(list)
    for sentence in _by_sentence(draft):
        kinds = {one.kind for one in sentence}
        if len(kinds) >= STACK:
            stacks.append(sentence)
        else:
            kind, wording = sentence[0]
            if not any(other.stretch is wording.stretch for other in single[kind][-1:]):
                single[kind].append(wording)
    return _Found(tuple(stacks), {kind: tuple(some) for kind, some in single.items()})


def _by_sentence(draft: Draft) -> tuple[tuple[Weakening, ...], ...]:
    """What weakens a duty in each sentence; those that soften it twice are told of as such."""
    language = draft.instrument.language
    guards = rule_words("qualifiers", "guards", language)
    told = {(id(one.stretch), one.sentence_start) for one in softened_twice(draft)}
    sentences: dict[tuple[int, int], list[Weakening]] = defaultdict(list)
    for kind in KINDS:
        words = rule_words("qualifiers", kind, language)
        for one in wordings(draft, words["phrases"]) if words else ():
            if one.stretch.article is not None and _weakens(draft, one, guards):
                key = (id(one.stretch), one.sentence_start)
                sentences[key].append(Weakening(kind, one))
    return tuple(
        tuple(sorted(some, key=lambda one: one.wording.start))
        for sentence, some in sentences.items()
        if sentence not in told
    )


def _weakens(draft: Draft, one: Wording, guards: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the words stand in somebody's duty, not in what a body does or somebody may do."""
    before, after = one.before, one.after
    led = f" {plain(chapeau_of(draft, one.stretch.node))} {before}"
    bound = _last(led, guards["binding"])
    if guards["binding"] and bound < 0 and not says(f"{one.words} {after}", guards["binding"]):
        return False
    if before.rstrip().endswith(guards["serial"]):
        return False
    if _last(led, guards["permitting"]) > bound:
        return False
    if says(led, guards["leaving"]) or says(after, guards["unless_after"]):
        return False
    subject = led if before.strip() else f"{led} {after[:_SUBJECT]}"
    return not says(subject, guards["bodies"]) or says(subject, draft.vocabulary.duty_bearers)


def _last(said: str, words: tuple[str, ...]) -> int:
    """Where the last of some words stands in a text; -1 where there is none.

    Of a word that opens a longer one last ("must" in "mustered"), nothing is known.
    """
    found = -1
    for word in [word for word in words if word in said]:
        start = said.rfind(f" {word}")
        end = start + len(word) + 1
        if start > found and not said[end : end + 1].isalnum():
            found = start
    return found
