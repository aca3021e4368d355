"""The text has annexes, and no words make them part of it.

Why it matters: treaties say that their annexes are an integral part, so that a reference to the
treaty is a reference to them and no party can consent to the one without the other. The Vienna
convention, article 31 (2), helps where that is missing, and leaves room for dispute.

Found:
    Lamps are listed in the annex.
    ANNEX

Better:
    Lamps are listed in the annex, which is an integral part of the present Convention.
    ANNEX
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule
from convention_tool.tree.nodes import AnnexKind


def check(draft: Draft) -> Iterator[Finding]:
    """The first annex of a text that mentions annexes and never says what they are to it."""
    words = rule_words("structure", "annex-without-status", draft.instrument.language)
    annexes = [annex for annex in draft.instrument.annexes if annex.kind in _ATTACHED]
    if not words or not annexes or not draft.instrument.articles:
        return
    mentioned = any(one.article for one in draft.saying(*draft.vocabulary.annex))
    if mentioned and not _says_so(draft, words["near"], words["part"]):
        name = f"{annexes[0].kind} {annexes[0].number}" if annexes[0].number else "the annex"
        said = f"no words say whether {name} is part of this text"
        yield Finding(draft.opening(annexes[0]), f'{said}; write "an integral part"')


#: Protocols and declarations are instruments of their own.
_ATTACHED = frozenset((AnnexKind.ANNEX, AnnexKind.APPENDIX, AnnexKind.SCHEDULE))


def _says_so(draft: Draft, near: tuple[str, ...], phrases: tuple[str, ...]) -> bool:
    """Whether any stretch says it, in an article or in the annex itself."""
    said = (stretch.words.casefold() for stretch in draft.saying(*near))
    return any(phrase in words for words in said for phrase in phrases)


RULE = Rule("annex-without-status", Severity.NOTE, __doc__, check, AFTER_ZERO)
