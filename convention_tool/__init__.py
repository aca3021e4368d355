"""Reads, compares, checks and publishes drafts of international conventions.

What each function needs is loaded when it is called, so that a command which only reads starts at
once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

# Loaded before the function of the same name, which would lose it to the folder otherwise.
import convention_tool.lint  # noqa: F401

if TYPE_CHECKING:
    from pathlib import Path

    from convention_tool.analysis.checklist import Checklists
    from convention_tool.analysis.concordance import Concordance
    from convention_tool.analysis.coverage import Coverage
    from convention_tool.analysis.diff import Diff
    from convention_tool.diagnostics import Diagnostic
    from convention_tool.readers.reading import Reading
    from convention_tool.reviews import Review
    from convention_tool.tree.nodes import Instrument
    from convention_tool.writers import WordOptions

__all__ = [
    "__version__",
    "checklist",
    "compare",
    "cover",
    "diff",
    "lint",
    "parse",
    "read",
    "render",
]

__version__ = "0.1.0"


def read(path: str | Path) -> Reading:
    """Read the draft in a file.

    Raises:
        UnreadableFileError: there is no such file, or it holds no text.
    """
    from convention_tool import readers

    return readers.read(path)


def parse(text: str, *, name: str = "<text>", language: str | None = None) -> Reading:
    """Read a draft that is already in memory. Any text can be read; what is odd is a diagnostic."""
    from convention_tool import readers

    return readers.parse(text, name=name, language=language)


def lint(reading: Reading) -> tuple[Diagnostic, ...]:
    """What a careful editor would remark on, in the order of the text."""
    from convention_tool.analysis.draft import Draft
    from convention_tool.lint.engine import lint as run

    return run(Draft(reading.source, reading.instrument))


def compare(instrument: Instrument) -> Concordance:
    """Which provisions answer each right of the 1990 convention, how well, and what is lacking."""
    from convention_tool.analysis.concordance import compare as run

    return run(instrument)


def cover(instrument: Instrument) -> Coverage:
    """Whom an instrument reaches, and with which rights."""
    from convention_tool.analysis.coverage import cover as run

    return run(instrument)


def checklist(instrument: Instrument, review: Review | None = None) -> Checklists:
    """What each group must have and needs, ticked or open, with what persons have decided of it."""
    from convention_tool.analysis.judged import Proposals, with_verdicts
    from convention_tool.reviews import Review

    return with_verdicts(Proposals(cover(instrument), instrument), review or Review())


def diff(old: Instrument, new: Instrument) -> Diff:
    """What changed from one instrument to another, provision by provision and word by word."""
    from convention_tool.analysis.diff import diff as run

    return run(old, new)


def render(
    instrument: Instrument,
    to: str = "html",
    *,
    commentary: bool = True,
    word: WordOptions | None = None,
    line_numbers: bool = False,
) -> bytes:
    """The instrument as it is published.

    Args:
        instrument: the text.
        to: a format, one of `convention_tool.writers.WRITERS`: "docx", "pdf", "html", "akn" ...
        commentary: whether to print the drafters' commentary.
        word: how a Word file is made.
        line_numbers: whether a PDF numbers its lines.

    Raises:
        UnknownFormatError: there is no such format.
        MissingExtraError: the format needs a library that is not installed.
    """
    from convention_tool import writers
    from convention_tool.analysis.linking import references
    from convention_tool.views.instrument import view
    from convention_tool.writers.clean import without_commentary

    writer = writers.writer_for(to)
    shown = instrument if commentary else without_commentary(instrument)
    if isinstance(writer, writers.TreeWriter):
        return writer.write(shown, references(shown) if writer.refers else None)
    page = view(shown)
    if to == "docx":
        return writers.write_docx(page, word)
    return writers.write_pdf(page, line_numbers=line_numbers) if to == "pdf" else writer.write(page)
