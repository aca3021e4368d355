"""Remarks as SARIF 2.1.0, the form in which code hosts and editors take the findings of any tool."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from convention_tool.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from convention_tool.diagnostics import Diagnostic, Edit
    from convention_tool.source import Source, Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(
    remarks: Iterable[tuple[Source, Sequence[Diagnostic]]],
    meanings: Mapping[str, str],
    version: str,
) -> dict[str, Any]:
    """One run with every remark, in the order given.

    Args:
        remarks: texts, each with what was remarked on in it.
        meanings: what each remark means, by its code.
        version: of this tool.
    """
    rules = [_rule(code, page) for code, page in sorted(meanings.items())]
    results = [_result(source, one) for source, found in remarks for one in found]
    driver = {"name": "convention-tool", "version": version, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, page: str) -> dict[str, Any]:
    first, _, rest = page.strip().partition("\n\n")
    return {
        "id": code,
        "shortDescription": {"text": " ".join(first.split())},
        "fullDescription": {"text": rest.strip() or first},
    }


def _result(source: Source, found: Diagnostic) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": _uri(source.name)}, "region": _region(source, found.span)}
    result: dict[str, Any] = {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": found.message},
        "locations": [{"physicalLocation": place}],
    }
    if found.fix:
        replacements = [_replacement(source, edit) for edit in found.fix.edits]
        change = {"artifactLocation": place["artifactLocation"], "replacements": replacements}
        result["fixes"] = [
            {"description": {"text": found.fix.what}, "artifactChanges": [change]},
        ]
    return result


def _replacement(source: Source, edit: Edit) -> dict[str, Any]:
    return {
        "deletedRegion": _region(source, edit.span),
        "insertedContent": {"text": edit.text},
    }


def _region(source: Source, span: Span) -> dict[str, int]:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _uri(name: str) -> str:
    """A file's name as part of an address: slashes, and no blanks."""
    return name.replace("\\", "/").replace("%", "%25").replace(" ", "%20")
