"""A report in the format that was asked for."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from convention_tool import writers
from convention_tool.cli.group import Stopped
from convention_tool.cli.page import as_text, show
from convention_tool.cli.results import keep_from_terminal, print_or_save
from convention_tool.document import Document, Matrix, Table, blocks_of
from convention_tool.views.instrument import beside_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from convention_tool.tree.nodes import Instrument

FORMATS = ("text", "json", "markdown", "html", "csv", "docx", "odt", "pdf", "xlsx")


#: The option that every report takes.
to_option = click.option(
    "--to",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write it.",
)


class Report(NamedTuple):
    """What a command found: a page, the data behind it, and the instrument that both speak of."""

    page: Document
    data: dict[str, Any] | list[dict[str, Any]]
    #: None where the page speaks of no one text; it is then written alone.
    instrument: Instrument | None
    #: All findings in one table, a finding a row, for spreadsheets.
    table: Table | None = None
    #: Further tables, each a sheet of its own in a workbook.
    sheets: tuple[Table, ...] = ()


def publish(report: Report, to: str, output: str | None, draft: str) -> None:
    """Write a report to a file, or to standard output where none is named."""
    keep_from_terminal(to, output)
    if to == "text" and output is None:
        show(report.page)
    else:
        print_or_save(_WRITE[to](_dated(report)), output, draft)


def _dated(report: Report) -> Report:
    """The report, its page of the date of the draft that it speaks of."""
    if report.instrument is None:
        return report
    page = replace(report.page, date=report.instrument.value("Date"))
    return report._replace(page=page)


def _json(report: Report) -> bytes:
    return (json.dumps(report.data, ensure_ascii=False, indent=2) + "\n").encode()


def _html(report: Report) -> bytes:
    """The page with the text that it speaks of, so that its links lead there."""
    if report.instrument is None:
        return writers.write_html(report.page)
    return writers.write_html(beside_text(report.page, report.instrument))


def _csv(report: Report) -> bytes:
    if report.table is None:
        raise Stopped("this report is not one table and cannot be written as csv; try xlsx or html")
    return writers.write_csv(report.table)


def _xlsx(report: Report) -> bytes:
    """The matrices of the page, and the one table of all findings or else the page's tables."""
    on_page = tuple(blocks_of(report.page))
    matrices = tuple(block for block in on_page if isinstance(block, Matrix))
    tables = tuple(block for block in on_page if isinstance(block, Table))
    findings = tables if report.table is None else (report.table, *report.sheets)
    sheets: tuple[Table | Matrix, ...] = (*matrices, *findings)
    if not sheets:
        raise Stopped("this report has no table to write as xlsx; try docx or html")
    return writers.write_xlsx(sheets, report.page.title, report.page.date)


_WRITE: dict[str, Callable[[Report], bytes]] = {
    "text": lambda report: as_text(report.page).encode(),
    "json": _json,
    "markdown": lambda report: writers.write_markdown(report.page),
    "html": _html,
    "csv": _csv,
    "docx": lambda report: writers.write_docx(report.page),
    "odt": lambda report: writers.write_odt(report.page),
    "pdf": lambda report: writers.write_pdf(report.page),
    "xlsx": _xlsx,
}
