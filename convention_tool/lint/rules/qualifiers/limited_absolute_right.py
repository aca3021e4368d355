"""A right from which no State may depart is limited all the same.

Why it matters: under article 4, paragraph 2, of the International Covenant on Civil and Political
Rights nobody may be tortured or held as a slave, imprisoned for a broken contract, punished for
what was no crime when it was done, or denied to be a person before the law, not even in an
emergency. A treaty that makes such a right "subject to national law" contradicts the Covenant and
its own words.

Found:
    No one shall be held in slavery, except as provided by law.

Better:
    No one shall be held in slavery.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.wordings import plain, says, wordings
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first such limit in the sentence of each such right."""
    words = rule_words("qualifiers", "limited-absolute-right", draft.instrument.language)
    if not words:
        return
    for right in wordings(draft, words["rights"]):
        if right.stretch.article is None:
            continue
        sentence = f"{right.before}{plain(right.words)}{right.after}"
        limits = [limit for limit in words["limits"] if says(sentence, (limit,))]
        if limits and not says(right.after, words["unless"]):
            place = draft.span_of_words(right.stretch, right.start, right.end)
            said = f'"{limits[0]}" limits a right that allows no limit ("{right.words}")'
            yield Finding(place, f"{said}; leave the limit out")


RULE = Rule("limited-absolute-right", Severity.ERROR, __doc__, check)
