"""The text has an annex, and no article mentions one.

Why it matters: an annex binds because the treaty says so. Final clauses therefore say that the
annexes are an integral part of the treaty, and the articles say what each of them is for; without
that the annex may be read as mere context (VCLT, article 31 (2)).

Found:
    (articles 1 to 20, none of which says "annex")
    ANNEX: Model contract of keepers

Better:
    Article 20
    The annex is an integral part of the present Convention.
"""

import re
from collections.abc import Iterator
from itertools import chain

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Annex, AnnexKind


def check(draft: Draft) -> Iterator[Finding]:
    """The first annex of a text whose own words never say that it has one."""
    annexes = [annex for annex in draft.instrument.annexes if annex.kind in _ATTACHED]
    if not annexes or not draft.instrument.articles or _says_so(draft):
        return
    name = _name(annexes[0])
    said = f"no article mentions {name}; say what it is for and that it is an integral part"
    yield Finding(draft.opening(annexes[0]), said)


#: Protocols and declarations are instruments of their own.
_ATTACHED = frozenset((AnnexKind.ANNEX, AnnexKind.APPENDIX, AnnexKind.SCHEDULE))


def _says_so(draft: Draft) -> bool:
    named = draft.saying(*draft.vocabulary.annex, "annexed", "appended", "tables", "table")
    attached = (one for one in draft.saying("attached") if _ATTACHES.search(one.words))
    return any(stretch.home is draft.instrument for stretch in chain(named, attached))


#: A right may be attached to a status; a list is "the attached list", or "attached hereto".
_ATTACHES = re.compile(
    r"\bthe attached\b|\battached (?:hereto|to (?:this|the present))\b", re.IGNORECASE
)


def _name(annex: Annex) -> str:
    return f"{annex.kind} {annex.number}" if annex.number else f"the {annex.kind}"


RULE = Rule("unmentioned-annex", Severity.WARNING, __doc__, check)
