"""A text that is to be signed ends without the words that introduce the signatures.

Why it matters: the closing words say that those who sign have the powers to do so (Vienna
Convention on the Law of Treaties, article 7). Conventions that an assembly adopts and opens for
signature often do without; a text that a conference signs has them.

Found:
    (a final text that ends with the article on languages)

Better:
    In witness whereof the undersigned, who have full powers, have signed the present Convention.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import ONLY_FINAL, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Signature is foreseen, and no article or closing words introduce it."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not draft.instrument.articles or draft.instrument.conclusions:
        return
    signed = clauses.clause("signature").sentences
    if signed and not clauses.clause("testimonium").sentences:
        yield Finding(draft.opening(draft.instrument.articles[-1]), _MESSAGE)


#: What a drafter reads.
_MESSAGE = (
    "the text is open for signature but has no closing words before the signatures; add them, as in "
    '"In witness whereof", unless an assembly adopts the text'
)


RULE = Rule("missing-testimonium", Severity.NOTE, __doc__, check, ONLY_FINAL)
