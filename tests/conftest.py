"""What every test may ask for: a golden file, a small draft in the current folder, a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import browser, opened

__all__ = ["browser", "opened"]

GOLDEN = Path(__file__).parent / "golden"

#: A small draft as it comes from a file.
DRAFT = (GOLDEN / "small.txt").read_text(encoding="utf-8")

Golden = Callable[[str, bytes], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares an output with the golden file of that name, byte for byte."""

    def compare(name: str, output: bytes) -> None:
        path = GOLDEN / name
        if request.config.getoption("--accept"):
            path.write_bytes(output)
        assert output.decode() == path.read_bytes().decode(), f"{name} differs; see --accept"

    return compare


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A small draft in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("lights.txt").write_text(DRAFT, encoding="utf-8")
    yield "lights.txt"
    assert Path("lights.txt").read_text(encoding="utf-8") == DRAFT, "the draft was changed"
    assert not list(tmp_path.glob(".*")), "a temporary file was left"
