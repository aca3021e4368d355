"""Golden files: whole outputs, rebuilt with `pytest --accept` and then read by a person."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"

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
