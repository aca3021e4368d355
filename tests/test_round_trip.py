"""A text that is written and read again says the same, and every provision can be found in it."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from textwrap import wrap

import pytest
from cases import CASES, read_cases
from corpus import treaties

from convention_tool.readers import parse, read
from convention_tool.readers.reading import Reading
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Article, Instrument, Node, Note, Paragraph, Subparagraph
from convention_tool.tree.walk import children, walk
from convention_tool.writers import text as text_writer
from convention_tool.writers.clean import without_commentary

DRAFTS = sorted((Path(__file__).resolve().parent.parent / "drafts").glob("general-*.txt"))
TOPICS = sorted((CASES / "reading").glob("*.case"))

#: Where typewriters, e-mail and terminals have their margins, in characters.
WIDTHS = (72, 80)

every_draft = pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
every_topic = pytest.mark.parametrize("topic", TOPICS, ids=lambda path: path.stem)


def readings(topic: Path) -> Iterator[tuple[str, Reading]]:
    """The title and the reading of each case of a file."""
    for case in read_cases(topic.read_text("utf-8")):
        yield case.title, parse(case.given)


def adopted() -> Iterator[tuple[str, Reading]]:
    """The name and the reading of each adopted treaty."""
    for path in sorted(treaties().rglob("*.txt")):
        yield path.stem, read(path)


def written(instrument: Instrument) -> str:
    return text_writer.write(instrument).decode()


# ---- Written as text and read again ----------------------------------------------------------------


@every_draft
def test_a_draft_written_and_read_again_is_equal(draft: Path) -> None:
    instrument = read(draft).instrument
    assert parse(written(instrument)).instrument == instrument


@every_topic
def test_a_case_written_and_read_again_is_equal(topic: Path) -> None:
    for title, reading in readings(topic):
        instrument = reading.instrument
        again = parse(written(instrument), language=instrument.language).instrument
        assert again == instrument, title


def test_adopted_treaties_written_and_read_again_are_equal() -> None:
    differ = [
        name
        for name, reading in adopted()
        if parse(written(reading.instrument)).instrument != reading.instrument
    ]
    assert differ == []


@every_draft
def test_writing_twice_gives_the_same_bytes(draft: Path) -> None:
    first = text_writer.write(read(draft).instrument)
    second = text_writer.write(read(draft).instrument)
    assert first == second
    assert text_writer.write(parse(first.decode()).instrument) == first


@pytest.mark.parametrize("width", WIDTHS)
@every_draft
def test_a_draft_that_was_wrapped_at_a_margin_reads_the_same(draft: Path, width: int) -> None:
    clean = without_commentary(read(draft).instrument)
    header, _, body = written(clean).partition("\n\n")
    lines = (wrap(line, width, break_on_hyphens=False) or [""] for line in body.split("\n"))
    wrapped = "\n".join(line for broken in lines for line in broken)
    assert parse(f"{header}\n\n{wrapped}\n").instrument == clean


def test_nothing_written_is_nothing_read() -> None:
    assert text_writer.write(Instrument()) == b""
    assert parse("").instrument == Instrument()


# ---- Where things stand ------------------------------------------------------------------------------


def assert_spans_nest(reading: Reading, name: str) -> None:
    """Every span lies in the source; a node's holds those of its children; these are in order."""
    length = len(reading.source.text)
    for node in walk(reading.instrument):
        if node.span:
            assert 0 <= node.span.start <= node.span.end <= length, (name, node)
        below = [child for child in children(node) if child.span and not isinstance(child, Note)]
        for child in below:
            assert child.span, (name, child)
            if node.span and not isinstance(node, Instrument):
                assert node.span.start <= child.span.start, (name, node, child)
                assert child.span.end <= node.span.end, (name, node, child)
        units = [child for child in below if isinstance(child, Article | Paragraph | Subparagraph)]
        for before, after in pairwise(units):
            assert before.span, name
            assert after.span, name
            assert before.span.start <= after.span.start, (name, before, after)


def assert_provisions_have_places(reading: Reading, name: str) -> None:
    provisions = (Article, Paragraph, Subparagraph)
    for node in walk(reading.instrument):
        assert not isinstance(node, provisions) or node.span, (name, node)


@every_draft
def test_the_spans_of_a_draft_nest(draft: Path) -> None:
    reading = read(draft)
    assert_spans_nest(reading, draft.stem)
    assert_provisions_have_places(reading, draft.stem)


@every_topic
def test_the_spans_of_the_cases_nest(topic: Path) -> None:
    for title, reading in readings(topic):
        assert_spans_nest(reading, title)
        assert_provisions_have_places(reading, title)


def test_the_spans_of_adopted_treaties_nest() -> None:
    for name, reading in adopted():
        assert_spans_nest(reading, name)
        assert_provisions_have_places(reading, name)


@every_draft
def test_the_span_of_an_article_opens_with_its_label_and_number(draft: Path) -> None:
    reading = read(draft)
    for article in reading.instrument.articles:
        assert article.span
        source = reading.source.text[article.span.start : article.span.end]
        assert source.startswith(f"{article.label} {article.number}\n")


# ---- Addresses ---------------------------------------------------------------------------------------


def assert_addresses_find_their_nodes(instrument: Instrument, name: str) -> None:
    places = Places(instrument)
    seen: set[int] = set()
    for address, node in places.by_address.items():
        assert places.address(node) == address, name
        assert places.find(address) is node, name
        seen.add(id(node))
    provisions = [node for node in walk(instrument) if isinstance(node, Article | Paragraph)]
    assert all(id(node) in seen for node in provisions), name


@every_draft
def test_every_address_of_a_draft_finds_its_own_node(draft: Path) -> None:
    assert_addresses_find_their_nodes(read(draft).instrument, draft.stem)


@every_topic
def test_every_address_of_the_cases_finds_its_own_node(topic: Path) -> None:
    for title, reading in readings(topic):
        assert_addresses_find_their_nodes(reading.instrument, title)


def test_every_address_of_adopted_treaties_finds_its_own_node() -> None:
    for name, reading in adopted():
        assert_addresses_find_their_nodes(reading.instrument, name)


@every_draft
def test_addresses_stay_when_a_draft_is_written_and_read_again(draft: Path) -> None:
    instrument = read(draft).instrument
    again = parse(written(instrument)).instrument
    assert list(Places(again).by_address) == list(Places(instrument).by_address)


def test_words_between_two_addresses_do_not_change_them() -> None:
    text = "Article 1\n1. Lamps.\n2. Ladders.\n\nArticle 2\nKeepers may rest.\n"
    longer = text.replace("Lamps.", "Lamps of brass, and of tin.\n> We like tin.")
    before, after = (Places(parse(each).instrument).by_address for each in (text, longer))
    assert list(before) == list(after)
    moved: Node | None = after["art_1__para_2"]
    assert moved == before["art_1__para_2"]
