"""Tables for spreadsheets: every cell as it reads, nothing that runs, and how commands ask."""

import csv as reader
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from samples import EVERY_BLOCK, LIGHTS, NASTY
from test_cli import run, stopped
from test_process import ENVIRONMENT

from convention_tool import writers
from convention_tool.cli.group import Stopped
from convention_tool.cli.publish import Report, publish
from convention_tool.cli.results import keep_from_terminal
from convention_tool.document import (
    Badge,
    Break,
    Document,
    Evidence,
    Link,
    Prose,
    Row,
    Table,
    Tone,
    words,
)
from convention_tool.errors import MissingExtraError
from convention_tool.writers import csv, xlsx

TABLE = Table(
    "Findings",
    (words("Right"), words("Words")),
    (
        Row((words("Life, liberty"), (*words('the "right"'), Break(), *words("to life")))),
        Row((words(NASTY), (Badge("not found", Tone.BAD),))),
        Row((words("Égalité"), (Link("#a", (Badge("found", Tone.GOOD),)),))),
        Row(((), (Evidence(words("said"), "where"),))),
    ),
)
SAID = [
    ["Right", "Words"],
    ["Life, liberty", 'the "right"\nto life'],
    [NASTY, "not found"],
    ["Égalité", "found"],
    ["", "said"],
]
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "https://example.org", "{=1}")


def column(*cells: str, caption: str = "C") -> Table:
    return Table(caption, (words("x"),), tuple(Row((words(cell),)) for cell in cells))


def test_csv_reads_back_as_it_was() -> None:
    data = csv.write(TABLE)
    assert data.startswith(b"\xef\xbb\xbfRight,Words\r\n")
    assert list(reader.reader(StringIO(data.decode("utf-8-sig"), newline=""))) == SAID


def test_csv_has_nothing_that_a_spreadsheet_would_run() -> None:
    data = csv.write(column(*FORMULAS)).decode("utf-8-sig")
    cells = [row[0] for row in reader.reader(StringIO(data, newline=""))][1:]
    assert cells == [f"'{cell}" for cell in FORMULAS[:6]] + list(FORMULAS[6:])


SPACE = {"": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


class Book:
    """A workbook as a test looks at it."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as packed:
            self.names = packed.namelist()
            self.parts = {
                name: ET.fromstring(packed.read(name))
                for name in self.names
                if name.endswith(".xml")
            }
        book = self.parts["xl/workbook.xml"]
        self.sheets = [sheet.get("name", "") for sheet in book.findall("sheets/sheet", SPACE)]

    def sheet(self, number: int) -> ET.Element:
        return self.parts[f"xl/worksheets/sheet{number}.xml"]

    def rows(self, number: int) -> list[list[str]]:
        shared = self.parts["xl/sharedStrings.xml"].findall("si", SPACE)
        said = [
            "".join(text.text or "" for text in item.iter(f"{{{SPACE['']}}}t")) for item in shared
        ]
        return [
            [
                said[int(value.text or "")] if (value := cell.find("v", SPACE)) is not None else ""
                for cell in row.findall("c", SPACE)
            ]
            for row in self.sheet(number).findall("sheetData/row", SPACE)
        ]


def test_a_workbook_reads_back_as_it_was() -> None:
    book = Book(xlsx.write((TABLE, column("y", caption="Other")), "A title \x01"))
    assert book.sheets == ["Findings", "Other"]
    assert book.rows(1) == SAID
    assert book.rows(2) == [["x"], ["y"]]
    core = "".join(book.parts["docProps/core.xml"].itertext())
    assert "A title \ufffd" in core
    assert "1980-01-01" in core


def test_a_sheet_has_its_header_in_view_and_a_filter() -> None:
    sheet = Book(xlsx.write((TABLE,), "T")).sheet(1)
    pane = sheet.find("sheetViews/sheetView/pane", SPACE)
    assert pane is not None
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    area = sheet.find("autoFilter", SPACE)
    assert area is not None
    assert area.get("ref") == "A1:B5"


def test_a_cell_that_is_one_badge_is_coloured() -> None:
    book = Book(xlsx.write((TABLE,), "T"))
    looks = [
        row.findall("c", SPACE)[1].get("s") for row in book.sheet(1).iter(f"{{{SPACE['']}}}row")
    ]
    _, plain, bad, good, said = looks
    assert len({plain, bad, good}) == 3
    assert said == plain


def test_rows_are_as_tall_as_their_words() -> None:
    sheet = Book(xlsx.write((column("short", "many words " * 40),), "T")).sheet(1)
    heights = [float(row.get("ht", "0")) for row in sheet.iter(f"{{{SPACE['']}}}row")]
    assert heights[2] > 5 * (heights[1] or 15)


def test_columns_give_way_where_a_page_could_not_hold_them() -> None:
    def widths(count: int) -> list[float]:
        long = Table("T", (words("x"),) * count, (Row((words("a long cell " * 9),) * count),))
        sheet = Book(xlsx.write((long,), "T")).sheet(1)
        return [
            float(one.get("width", "0"))
            for one in sheet.findall("cols/col", SPACE)
            for _ in range(int(one.get("min", "0")), int(one.get("max", "0")) + 1)
        ]

    assert min(widths(2)) > 50
    assert sum(widths(8)) < 220
    assert len(widths(8)) == 8


def test_a_workbook_has_neither_formulas_nor_links() -> None:
    book = Book(xlsx.write((column(*FORMULAS),), "T"))
    assert not list(book.sheet(1).iter(f"{{{SPACE['']}}}f"))
    assert book.sheet(1).find("hyperlinks", SPACE) is None
    written = [cell.replace("\r", "_x000D_") for cell in FORMULAS]  # as Excel writes it
    assert [row[0] for row in book.rows(1)][1:] == written


def test_sheets_have_names_that_excel_takes() -> None:
    captions = ("a/b: [c]?*\\", "A B C", "History", "", "'quoted'", "x" * 40, "X" * 40)
    book = Book(xlsx.write([column("1", caption=caption) for caption in captions], "T"))
    assert book.sheets == [
        "a b c",
        "A B C (2)",
        "History (2)",
        "Table 4",
        "quoted",
        "x" * 31,
        f"{'X' * 27} (2)",
    ]


def test_a_cell_longer_than_excel_takes_is_cut_and_says_so() -> None:
    book = Book(xlsx.write((column("x" * 40_000),), "T"))
    assert book.rows(1)[1][0] == f"{'x' * 32_766}…"


def test_the_same_tables_give_the_same_bytes() -> None:
    assert xlsx.write((TABLE,), "T") == xlsx.write((TABLE,), "T")


def published(capfdbinary: pytest.CaptureFixture[bytes], report: Report, to: str) -> bytes:
    publish(report, to, None, "-")
    sys.stdout.flush()
    return capfdbinary.readouterr().out


def test_a_report_has_its_one_table_in_spreadsheets(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    report = Report(EVERY_BLOCK, {}, LIGHTS, TABLE)
    assert published(capfdbinary, report, "csv") == csv.write(TABLE)
    assert Book(published(capfdbinary, report, "xlsx")).sheets == ["Findings"]


def test_a_report_without_one_table_has_the_tables_of_its_page(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    report = Report(EVERY_BLOCK, {}, LIGHTS)
    assert len(Book(published(capfdbinary, report, "xlsx")).sheets) == 2
    with pytest.raises(Stopped, match="not one table"):
        publish(report, "csv", None, "-")
    with pytest.raises(Stopped, match="no table to write"):
        publish(Report(Document("T", ()), {}, None), "xlsx", None, "-")


def test_a_report_on_no_one_text_is_a_page_alone(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    page = Document("T", (Prose(words("alone")),))
    assert b"alone" in published(capfdbinary, Report(page, {}, None), "html")


@pytest.mark.parametrize("name", ["compare", "cover"])
@pytest.mark.parametrize("to", ["docx", "xlsx"])
def test_commands_write_files_for_an_office(name: str, to: str, draft: str) -> None:
    shown = run(name, draft, "--to", to)
    assert shown.exit_code == 0
    assert shown.stdout_bytes.startswith(b"PK")
    assert run(name, draft, "--to", to, "-o", f"out.{to}").stdout == ""
    assert Path(f"out.{to}").read_bytes() == shown.stdout_bytes


@pytest.mark.parametrize("to", ["docx", "xlsx"])
def test_a_terminal_is_spared_a_packed_file(to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    for output in (None, "-"):
        with pytest.raises(Stopped, match="name a file with -o"):
            keep_from_terminal(to, output)
    keep_from_terminal(to, f"out.{to}")
    keep_from_terminal("csv", None)


@pytest.mark.parametrize(
    ("library", "to", "write"),
    [
        ("docx", "docx", lambda: writers.write_docx(EVERY_BLOCK)),
        ("xlsxwriter", "xlsx", lambda: writers.write_xlsx((TABLE,), "T")),
    ],
)
def test_a_library_that_is_not_installed_is_asked_for_in_one_line(
    library: str, to: str, write: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch, draft: str
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("docx", "docx_file", "xlsx"):
        monkeypatch.delitem(sys.modules, f"convention_tool.writers.{name}", raising=False)
        monkeypatch.delattr(writers, name, raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError):
        write()
    told = stopped(run("cover", draft, "--to", to))
    assert told.startswith(f"convention-tool: to write {to}, ")
    assert 'pip install "convention-tool[office]"' in told


def test_the_libraries_are_loaded_only_to_write(draft: str) -> None:
    code = (
        "import sys\n"
        "from convention_tool.cli import convention_tool\n"
        "try:\n"
        "    convention_tool(sys.argv[1:])\n"
        "finally:\n"
        "    assert not {'docx', 'lxml', 'xlsxwriter'} & set(sys.modules)\n"
    )
    for arguments in (("render", draft, "--to", "markdown"), ("cover", draft, "--to", "html")):
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
