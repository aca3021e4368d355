"""What lint mends in adopted treaties: the remark is gone, and nothing else is."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from corpus import treaties

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Diagnostic, Edit, Fix, Severity
from convention_tool.lint.engine import lint
from convention_tool.lint.fixing import mended
from convention_tool.readers import parse
from convention_tool.source import Span
from convention_tool.tree.address import Places


def remarks(text: str) -> tuple[Diagnostic, ...]:
    reading = parse(text)
    return lint(Draft(reading.source, reading.instrument))


def alike(text: str) -> Callable[[str], bool]:
    """Whether a text has the provisions of another."""
    provisions = list(Places(parse(text).instrument).by_address)
    return lambda other: list(Places(parse(other).instrument).by_address) == provisions


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


@pytest.mark.timeout(180)
def test_safe_mends_of_adopted_treaties_leave_every_provision_in_its_place() -> None:
    count = 0
    for path in sorted(treaties().rglob("*.txt")):
        text = path.read_text("utf-8")
        result = mended(text, remarks(text), reads_alike=alike(text))
        count += len(result.done)
        if not result.done:
            continue
        assert alike(text)(result.text), path.stem
        codes = {one.code for one in result.done}
        left = [one for one in remarks(result.text) if one.code in codes and one.fix]
        assert len(left) < len(result.done) + len(result.left), path.stem
        changed = (words(text) - words(result.text)).total()
        assert changed <= 12 * len(result.done), (path.stem, changed)
    assert count


@pytest.mark.timeout(180)
def test_mending_again_and_again_comes_to_an_end() -> None:
    for path in sorted(treaties().rglob("*.txt"))[::4]:
        text = path.read_text("utf-8")
        for _ in range(6):
            result = mended(text, remarks(text))
            if result.text == text:
                break
            text = result.text
        assert not mended(text, remarks(text)).done, path.stem


def test_a_mend_that_changes_the_reading_is_left() -> None:
    text = "Article 1\n\nLamps burn.\n"
    spans = {"Article": Span(0, 7), "Lamps": Span(11, 16)}
    found = [
        Diagnostic(span, "x", "m", Severity.NOTE, Fix("do it", (Edit(span, "Oil"),)))
        for span in spans.values()
    ]
    result = mended(text, found, reads_alike=alike(text))
    assert result.text == "Article 1\n\nOil burn.\n"
    assert [one.span for one in result.left] == [spans["Article"]]
