"""Texts that no drafter writes and some program will: what they take grows with their length."""

from pathlib import Path

import pytest
from test_cli import run

ASIDES = "Everyone may leave, without prejudice to education and subject to health, "
TEXTS = {
    "a sentence without an end": f"Article 1\n{ASIDES * 3000}",
    "a word without an end": f"Article 1\n{'a' * 500_000}\n\nArticle 2\n{'shall' * 50_000}",
    "one name again and again": f"Article 1\n{'children ' * 30_000}",
    "references to nothing": f"Article 1\n{'article 999 and shall; ' * 6000}\n\nArticle 2\nRest.",
    "headings alone": "\n".join(f"Article {number}" for number in range(1, 6000)),
    "a remark on every article": "\n".join(
        f"Article {number}\nStates Parties shall act.\nStates Parties should act [ here.\n> Why."
        for number in range(1, 1500)
    ),
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_review_ends_in_time(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("review", "-", given=text).exit_code in {0, 1}
