"""Imports run one way. The table is the architecture; change it on purpose."""

import ast
from collections.abc import Iterator
from pathlib import Path

MAY_IMPORT = {
    "source": set(),
    "diagnostics": {"source"},
    "errors": {"source"},
    "reviews": set(),
    "tree": {"source"},
    "grammar": {"errors"},
    "catalogue": {"errors"},
    "readers": {"source", "diagnostics", "errors", "reviews", "tree", "grammar"},
    "analysis": {"source", "reviews", "tree", "catalogue", "grammar"},
    "lint": {"source", "diagnostics", "errors", "tree", "catalogue", "analysis"},
    "authoring": {
        "source",
        "diagnostics",
        "errors",
        "tree",
        "catalogue",
        "analysis",
        "readers",
        "writers",
    },
    "document": set(),
    "views": {
        "source",
        "diagnostics",
        "errors",
        "reviews",
        "tree",
        "catalogue",
        "analysis",
        "lint",
        "document",
    },
    "writers": {"tree", "document", "errors", "reviews"},
}

#: Each third party has one door; tomllib has others, for what a person wrote beside a draft.
DOORS: dict[str, str | tuple[str, ...]] = {
    "lark": ("grammar.py", "readers/text/", "analysis/citations/"),
    "rapidfuzz": "analysis/similarity.py",
    "scipy": ("analysis/diff/assignment.py", "analysis/diff/weighing.py"),
    "jinja2": "writers/",
    "click": "cli/",
    "rich": "cli/",
    "tomllib": ("catalogue/load.py", "readers/review.py", "readers/settings.py"),
    "tomlkit": "writers/review.py",
    "docx": "writers/docx",
    "xlsxwriter": "writers/xlsx.py",
    "odfdo": "writers/odt",
    "typst": "writers/pdf",
    "pypdfium2": "readers/pdf",
    "lxml": ("readers/", "writers/docx", "writers/odt"),
    "markdown_it": "readers/markdown.py",
}

ROOT = Path(__file__).parent.parent / "convention_tool"


def test_imports_run_one_way() -> None:
    for path in ROOT.rglob("*.py"):
        home = path.relative_to(ROOT).parts[0].removesuffix(".py")
        if home in MAY_IMPORT:
            strays = set(ours(path.read_text("utf-8"))) - MAY_IMPORT[home] - {home}
            assert not strays, f"{path} reaches for {sorted(strays)}"


def test_nobody_imports_the_command_line() -> None:
    for path in ROOT.rglob("*.py"):
        home = path.relative_to(ROOT).parts[0].removesuffix(".py")
        if home not in {"cli", "__main__"}:
            assert "cli" not in set(ours(path.read_text("utf-8"))), path


def test_each_third_party_has_one_door() -> None:
    for path in ROOT.rglob("*.py"):
        place = path.relative_to(ROOT).as_posix()
        for name in imported(path.read_text("utf-8")):
            door = DOORS.get(name.partition(".")[0])
            assert door is None or place.startswith(door), f"{place} imports {name}"
            assert name.partition(".")[0] != "difflib", f"{place} imports difflib"


def ours(code: str) -> Iterator[str]:
    """The parts of our package that some code imports."""
    for name in imported(code):
        package, _, part = name.partition(".")
        if package == "convention_tool" and part:
            yield part.partition(".")[0]


def imported(code: str) -> Iterator[str]:
    """What some code imports, by full name."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.ImportFrom(module=str(module), names=aliases):
                yield from (f"{module}.{alias.name}" for alias in aliases)
            case ast.Import(names=aliases):
                yield from (alias.name for alias in aliases)
            case _:
                continue
