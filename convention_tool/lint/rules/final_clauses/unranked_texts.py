"""The text is drawn up in several languages, and nothing says which of them counts.

Why it matters: the Vienna Convention on the Law of Treaties (article 33) makes the texts equally
authoritative only where each has been authenticated, unless the treaty lets one prevail. A clause
that lists languages without "equally authentic" leaves open whether some are translations.

Found:
    The present Convention is done in English, French and Spanish.

Better:
    The English, French and Spanish texts of the present Convention are equally authentic.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Two languages or more, and no word on their rank."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read:
        return
    clause = clauses.clause("authentic-texts")
    languages = clause.reply("languages").answers
    if len(languages) > 1 and not clause.reply("equally-authentic").answers:
        listed = ", ".join(one.say for one in languages)
        said = f"the text is in {listed}, and nothing says which counts"
        cure = 'write that the texts are "equally authentic", or which of them prevails'
        yield Finding(draft.opening(languages[0].sentence.stretch.node), f"{said}; {cure}")


RULE = Rule("unranked-texts", Severity.WARNING, __doc__, check)
