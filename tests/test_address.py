"""Addresses that are unique, and citations as lawyers write them."""

import pytest

from convention_tool.readers import parse
from convention_tool.tree.address import Places, citation_case
from convention_tool.tree.nodes import Article, Instrument, Paragraph, Preamble, Subparagraph
from convention_tool.tree.walk import walk

LAMPS = """Convention on Lamps

PREAMBLE

The States Parties to this Convention,

Recalling the old rules,

Noting that lamps burn,

Have agreed as follows:

PART I
LAMPS

CHAPTER 1
Brass lamps

Article 1
Lighting

Lamps shall be lit.

They shall be put out at dawn.

Article 2
Keepers

1. Keepers may rest.

2 bis. Keepers may:

(a) sing:

(i) at noon:

a. in the tower;

b. on the stairs;

(ii) at night;

(b) whistle.

Article 2 bis
Keepers:

(a) may keep a dog;

(b) may keep a cat.

PART II
LADDERS

Article 3
Ladders shall be sound.

DONE at the harbour.

ANNEX I
Fees

Article 1
1. The fee is one crown:

(a) a lamp.

ANNEX
Forms

A form is a sheet of paper.

PROTOCOL ON DOGS

Article 1
Dogs shall be fed.
"""


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(parse(LAMPS).instrument)


@pytest.mark.parametrize(
    ("address", "citation"),
    [
        ("preamble", "preamble"),
        ("preamble__rec_2", "preamble, recital 2"),
        ("part_I", "part I"),
        ("part_I__chp_1", "chapter 1"),
        ("art_1", "article 1"),
        ("art_1__para_2", "article 1, second paragraph"),
        ("art_2__para_1", "article 2, paragraph 1"),
        ("art_2__para_2bis", "article 2, paragraph 2 bis"),
        ("art_2__para_2bis__subpara_a", "article 2, paragraph 2 bis (a)"),
        ("art_2__para_2bis__subpara_a__subpara_i", "article 2, paragraph 2 bis (a) (i)"),
        (
            "art_2__para_2bis__subpara_a__subpara_i__subpara_b",
            "article 2, paragraph 2 bis (a) (i) (b)",
        ),
        ("art_2bis", "article 2 bis"),
        ("art_2bis__para_1__subpara_b", "article 2 bis, subparagraph (b)"),
        ("art_3", "article 3"),
        ("art_3__para_1", "article 3"),
        ("conclusions", "conclusions"),
        ("annex_I", "annex I"),
        ("annex_I__art_1", "annex I, article 1"),
        ("annex_I__art_1__para_1__subpara_a", "annex I, article 1, paragraph 1 (a)"),
        ("annex_2", "annex 2"),
        ("protocol_1__art_1", "protocol 1, article 1"),
    ],
)
def test_a_provision_has_an_address_and_a_citation(
    places: Places, address: str, citation: str
) -> None:
    node = places.find(address)
    assert node is not None
    assert places.address(node) == address
    assert places.citation(node) == citation


def test_article_one_of_an_annex_is_not_article_one(places: Places) -> None:
    body, annex = places.find("art_1"), places.find("annex_I__art_1")
    assert isinstance(body, Article)
    assert isinstance(annex, Article)
    assert body.heading == "Lighting"
    assert annex.heading == ""


def test_an_address_that_nothing_has_finds_nothing(places: Places) -> None:
    assert places.find("art_99") is None
    assert places.find("") is None


def test_addresses_are_in_the_order_of_the_text(places: Places) -> None:
    addresses = list(places.by_address)
    order = ["preamble", "art_1", "art_2", "art_2bis", "part_II", "art_3", "conclusions", "annex_I"]
    assert [address for address in addresses if address in order] == order


def test_every_node_but_notes_has_one_address(places: Places) -> None:
    kinds = (Article, Paragraph, Subparagraph, Preamble)
    nodes = [node for node in walk(places.instrument) if isinstance(node, kinds)]
    addresses = [places.address(node) for node in nodes]
    assert len(set(addresses)) == len(nodes)


def test_articles_are_addressed_from_the_instrument_not_from_their_part(places: Places) -> None:
    assert [address for address in places.by_address if address.endswith("art_3")] == ["art_3"]


def test_what_is_numbered_twice_has_two_addresses() -> None:
    text = "Article 1\n1. Lamps.\n1. Ladders.\n\nArticle 2\nRest.\n\nArticle 2\nSong.\n"
    instrument = parse(text).instrument
    places = Places(instrument)
    first, second = instrument.articles[0].paragraphs
    assert (places.address(first), places.address(second)) == (
        "art_1__para_1",
        "art_1__para_1_2",
    )
    assert [places.address(article) for article in instrument.articles] == [
        "art_1",
        "art_2",
        "art_2_2",
    ]


def test_two_equal_provisions_keep_their_own_addresses() -> None:
    text = "Article 1\nRest.\n\nRest.\n"
    instrument = parse(text).instrument
    first, second = instrument.articles[0].paragraphs
    assert first == second
    assert Places(instrument).address(first) != Places(instrument).address(second)


def test_an_address_holds_no_space_bracket_or_stop_at_its_end() -> None:
    text = "Article 3 (bis)\n(1) Lamps:\n(a) of tin;\n(a bis) of brass.\n\nArticle 15.4\nRest.\n"
    assert list(Places(parse(text).instrument).by_address) == [
        "art_3bis",
        "art_3bis__para_1",
        "art_3bis__para_1__subpara_a",
        "art_3bis__para_1__subpara_abis",
        "art_15.4",
        "art_15.4__para_1",
    ]


def test_dashes_are_cited_by_their_place() -> None:
    instrument = parse("Article 1\nKeepers may:\n- rest;\n- sing.\n").instrument
    (paragraph,) = instrument.articles[0].paragraphs
    places = Places(instrument)
    assert [places.citation(item) for item in paragraph.subparagraphs] == [
        "article 1, subparagraph (1)",
        "article 1, subparagraph (2)",
    ]


def test_unnumbered_paragraphs_are_counted_in_english() -> None:
    article = Article(number="1", paragraphs=tuple(Paragraph(text="Rest.") for _ in range(23)))
    places = Places(Instrument(elements=(article,)))
    cited = [places.citation(paragraph) for paragraph in article.paragraphs]
    assert [cited[at] for at in (0, 10, 20, 21, 22)] == [
        "article 1, first paragraph",
        "article 1, 11th paragraph",
        "article 1, 21st paragraph",
        "article 1, 22nd paragraph",
        "article 1, 23rd paragraph",
    ]


def test_a_citation_can_open_a_sentence() -> None:
    assert citation_case("article 12, paragraph 3 (b)") == "Article 12, paragraph 3 (b)"
    assert citation_case("") == ""
