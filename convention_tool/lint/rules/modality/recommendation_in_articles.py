"""An article recommends: its verb is "should".

Why it matters: what an article says binds those who ratify it; "should" only advises. In the
practice of the International Labour Organization "shall" belongs to Conventions and "should" to
Recommendations. A reader cannot tell whether a "should" among duties is advice or an oversight.

Found:
    Keepers should be given a day of rest each week.

Better:
    Keepers shall be given a day of rest each week.
"""

from collections.abc import Iterator

from convention_tool.analysis.binding import binding_articles
from convention_tool.analysis.draft import Draft
from convention_tool.analysis.wordings import Wording, says, wordings
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first in each article; a "should" that opens a condition or reports a thought is none."""
    words = rule_words("modality", "recommendation-in-articles", draft.instrument.language)
    if not words:
        return
    told: set[int] = set()
    for one in wordings(draft, words["modals"]):
        article = one.stretch.article
        if article is None or id(article) in told or not _advises(one, words["before"]):
            continue
        if not says(one.before, words["unless"]) and not _is_mixed(draft, one):
            told.add(id(article))
            said = f'"{one.words}" recommends, in an article that binds'
            cure = "make it a duty, or move the advice to a resolution or a recommendation"
            place = draft.span_of_words(one.stretch, one.start, one.end)
            yield Finding(place, f"{said}; {cure}")


def _advises(one: Wording, joined: tuple[str, ...]) -> bool:
    """Whether it has a subject before it: "should a State wish" is a condition."""
    before = one.before.rstrip()
    return bool(before) and one.words.islower() and not before.endswith((")", ":", *joined))


def _is_mixed(draft: Draft, one: Wording) -> bool:
    """Whether it is the duty of a State beside "shall", of which mixed-modals speaks."""
    by_a_state = one.before.rstrip().endswith(draft.vocabulary.duty_bearers)
    return by_a_state and id(one.stretch.article) in binding_articles(draft)


RULE = Rule("recommendation-in-articles", Severity.WARNING, __doc__, check)
