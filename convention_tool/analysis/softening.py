"""Where a draft softens a duty twice: to endeavour to promote, to consider encouraging."""

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.wordings import Wording, first_of_each_provision, plain, wordings
from convention_tool.catalogue.rule_words import rule_words


def softened_twice(draft: Draft) -> tuple[Wording, ...]:
    """The first softer verb upon a softer verb in each provision of the articles."""
    return draft.fact(_softened_twice)


def _softened_twice(draft: Draft) -> tuple[Wording, ...]:
    words = rule_words("modality", "duty-at-two-removes", draft.instrument.language)
    if not words:
        return ()
    weighed = words["before_gerund"]
    softened = (
        one
        for one in wordings(draft, (*words["phrases"], *weighed))
        if one.stretch.article
        and (plain(one.words) not in weighed or _opens_with(one.after, words["gerund"]))
    )
    return tuple(first_of_each_provision(softened))


def _opens_with(after: str, endings: tuple[str, ...]) -> bool:
    """Whether the next word is an act: "consider adopting", not "consider this Convention"."""
    return "".join(after.split()[:1]).endswith(endings)
