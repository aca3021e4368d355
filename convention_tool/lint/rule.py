"""What a rule is."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.source import Span


class Finding(NamedTuple):
    """A rule's remark on a stretch of text."""

    span: Span
    message: str


class Rule(NamedTuple):
    """One thing that a draft should not contain; its explanation is the docstring of its file."""

    code: str
    severity: Severity
    explanation: str
    check: Callable[[Draft], Iterator[Finding]]
