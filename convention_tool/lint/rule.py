"""What a rule is."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.stages import Stage
from convention_tool.diagnostics import Fix, Severity
from convention_tool.source import Span

#: A rule that speaks at every stage of a text.
EVERY_STAGE = frozenset(Stage)
#: One that misses what a first sketch need not have.
AFTER_ZERO = frozenset((Stage.NEGOTIATING, Stage.FINAL))
#: One that speaks of what must be gone from a text that is settled.
ONLY_FINAL = frozenset((Stage.FINAL,))


class Finding(NamedTuple):
    """A rule's remark on a stretch of text."""

    span: Span
    message: str
    #: How it can be mended, where that can be told.
    fix: Fix | None = None


class Rule(NamedTuple):
    """One thing that a draft should not contain; its explanation is the docstring of its file."""

    code: str
    severity: Severity
    explanation: str
    check: Callable[[Draft], Iterator[Finding]]
    #: The stages of a text at which it speaks.
    stages: frozenset[Stage] = EVERY_STAGE
