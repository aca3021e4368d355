"""Cases written as text: a title, what is given, what is expected."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    title: str
    given: str
    expected: str


def read_cases(text: str) -> Iterator[Case]:
    """The cases of a file: `=== title`, the given text, `---`, the expected text."""
    for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        title, _, rest = block.partition("\n")
        given, _, expected = rest.partition("---\n")
        yield Case(title, given, expected.strip())
