"""Which words lead to which provisions."""

import pytest
from corpus import treaties

from convention_tool.analysis.linking import references
from convention_tool.readers import parse, read
from convention_tool.tree.address import Places

LIGHTS = """Convention on Lights

Article 1
Lamps
1. Every ship shall show a lamp.
2. The lamp shall:
(a) burn;
(b) be seen.

Article 2
Keepers
1. {}

Article 3
Rest
Keepers may rest.
"""


def led(sentence: str) -> list[tuple[str, str]]:
    """The words of a sentence in article 2 that lead somewhere, and where."""
    found = references(parse(LIGHTS.format(sentence)).instrument)
    return [
        (words[one.start : one.end], one.address)
        for (words, _), named in found.found.items()
        for one in named
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("See article 1.", [("article 1", "art_1")]),
        ("See article 1, paragraph 2 (b).", [("article 1, paragraph 2 (b)", "art_1__para_2__subpara_b")]),
        ("Article 1, paragraph 1, and article 3 apply.", [("Article 1, paragraph 1", "art_1__para_1"), ("article 3", "art_3")]),
        ("See articles 1 and 3.", [("1", "art_1"), ("3", "art_3")]),
        ("See articles 1 to 3.", [("1", "art_1"), ("3", "art_3")]),
        ("See paragraph 1 of this article.", [("paragraph 1 of this article", "art_2__para_1")]),
        ("See article 9.", []),
        ("See article 1 of the Vienna Convention on the Law of Treaties.", []),
        ("Lamps burn.", []),
    ],
)  # fmt: skip
def test_words_that_name_a_provision_lead_there(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert led(sentence) == expected


def test_an_annex_that_numbers_its_own_articles_means_these() -> None:
    text = f"{LIGHTS.format('Rest.')}\nANNEX I\nRules\n\nArticle 1\nOil is kept dry.\n\nArticle 2\nArticle 1 applies.\n"
    found = references(parse(text).instrument)
    assert [(one.address, where) for (_, where), named in found.found.items() for one in named] == [
        ("annex_I__art_1", "annex_I__art_2__para_1")
    ]


def test_every_reference_of_the_treaties_leads_to_a_provision_and_lies_in_its_words() -> None:
    for path in sorted(treaties().rglob("*.txt")):
        instrument = read(path).instrument
        places = Places(instrument)
        for (words, where), named in references(instrument).found.items():
            assert places.find(where), path.stem
            last = 0
            for one in named:
                assert places.find(one.address), path.stem
                assert last <= one.start < one.end <= len(words), (path.stem, words)
                last = one.end
