"""The preamble does not end with the words by which the parties agree.

Why it matters: the preamble is one sentence, from "The States Parties" through every recital to
"Have agreed as follows:". Without its verb nobody agrees to anything.

Found:
    The States Parties to the present Convention,
    Recalling the work of the General Assembly on migration,
    Article 1

Better:
    The States Parties to the present Convention,
    Recalling the work of the General Assembly on migration,
    Have agreed as follows:
    Article 1
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.vocabulary import deciding_phrases
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Preamble
from convention_tool.tree.wording import wording


def check(draft: Draft) -> Iterator[Finding]:
    """The preamble of the instrument, if it lacks its formula; those of annexes are not judged."""
    match draft.instrument.preamble:
        case Preamble(formula="", recitals=[_, *_]) as preamble if draft.instrument.articles:
            if not _decides(preamble):
                said = 'the preamble has no formula; end it with "Have agreed as follows:"'
                yield Finding(draft.opening(preamble), said)
        case _:
            pass


def _decides(preamble: Preamble) -> bool:
    """Whether it decides something in words of its own, or ends by announcing what follows."""
    words = wording(preamble).casefold()
    return words.endswith(":") or any(phrase in words for phrase in deciding_phrases())


RULE = Rule("missing-formula", Severity.ERROR, __doc__, check)
