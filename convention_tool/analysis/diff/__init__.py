"""Compares article sets: what of one text became what of another."""

from convention_tool.analysis.diff.comparing import diff
from convention_tool.analysis.diff.records import Change, Diff, Kind

__all__ = ["Change", "Diff", "Kind", "diff"]
