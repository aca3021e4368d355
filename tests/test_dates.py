"""The date of a file comes from the draft or from who builds it, never from the clock."""

import pytest

from convention_tool.writers.dates import EARLIEST, moment


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_the_draft_says_when_it_was_made() -> None:
    assert moment("2026-11-29").isoformat() == "2026-11-29T00:00:00+00:00"
    assert moment(" 2026-11-29 ") == moment("2026-11-29")


@pytest.mark.parametrize("said", ["", "last Tuesday", "2026-13-45", "29 November 2026"])
def test_a_draft_without_a_date_has_a_fixed_one(said: str) -> None:
    assert moment(said) == EARLIEST


def test_who_builds_reproducibly_says_it_in_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert moment("2026-11-29").isoformat() == "2023-11-14T22:13:20+00:00"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert moment("2026-11-29").isoformat() == "2026-11-29T00:00:00+00:00"


@pytest.mark.parametrize("said", ["0099-01-01", "1648-10-24"])
def test_a_date_before_the_first_that_files_can_hold_is_that_first_one(said: str) -> None:
    assert moment(said) == EARLIEST
