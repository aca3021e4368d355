"""What is read from a text: case by case, and of any text whatever."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from cases import CASES, Case, read_cases
from corpus import treaties
from random_texts import keywords, random_text
from sketch import sketch

from convention_tool.diagnostics import one_line
from convention_tool.readers import parse, read
from convention_tool.tree.nodes import (
    AnnexKind,
    Article,
    AsideKind,
    Instrument,
    Note,
    NoteKind,
    Paragraph,
    Subparagraph,
)
from convention_tool.tree.walk import walk
from convention_tool.tree.wording import wording

CHECKOUT = Path(__file__).resolve().parent.parent
DRAFTS = sorted((CHECKOUT / "drafts").glob("general-*.txt"))
EDGE_CASES = 44

#: One label leaves out an article, 11A of an annexed convention, that stands in its text.
MAY_DIFFER = 1


def cases() -> Iterator[tuple[str, Case]]:
    for path in sorted((CASES / "reading").glob("*.case")):
        for case in read_cases(path.read_text("utf-8")):
            yield path.stem, case


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{s}: {case.title}") for s, case in cases()]
)
def test_a_text_is_read_as_a_lawyer_would(case: Case) -> None:
    assert sketch(parse(case.given).instrument) == case.expected


def test_no_two_cases_have_one_name() -> None:
    titles = Counter(f"{topic}: {case.title}" for topic, case in cases())
    assert max(titles.values()) == 1


def test_every_edge_case_of_the_handbook_has_a_case_or_a_reason() -> None:
    rows = re.findall(r"^\| (\d+) \| .+ \| (.+) \|$", handbook(), flags=re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, EDGE_CASES + 1))
    shown = {title.partition(":")[0] for title in (case.title for _, case in cases())}
    for number, how in rows:
        assert number in shown or how.startswith("Not "), f"edge case {number} is not shown"


def handbook() -> str:
    return (CHECKOUT / "docs" / "reading.md").read_text("utf-8")


# ---- Nothing is lost -----------------------------------------------------------------------------


def letters(text: str) -> Counter[str]:
    """How often each letter and digit stands in a text, whatever stands between them."""
    return Counter(re.sub(r"[\W_]", "", text))


def told(instrument: Instrument) -> str:
    """All that a tree holds: wording and numbers, notes, header, and what was set aside."""
    notes = " ".join(node.text for node in walk(instrument) if isinstance(node, Note))
    header = " ".join(f"{name} {value}" for name, value in instrument.header)
    asides = " ".join(aside.text for aside in instrument.asides)
    return " ".join((header, wording(instrument, numbers=True), notes, asides))


def assert_nothing_lost(text: str) -> None:
    instrument = parse(text).instrument
    found = letters(told(instrument))
    if instrument.title and instrument.title == instrument.value("Title"):
        # The header alone may hold the title, which the tree then tells twice.
        found -= letters(instrument.title) if found != letters(text) else Counter()
    assert found == letters(text)


@pytest.mark.parametrize("topic", sorted({topic for topic, _ in cases()}))
def test_no_letter_of_a_case_is_lost(topic: str) -> None:
    for home, case in cases():
        if home == topic:
            assert_nothing_lost(case.given)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_cut_off_anywhere_is_read_to_its_last_letter(draft: Path) -> None:
    lines = draft.read_text("utf-8").splitlines(keepends=True)
    # From one cut to the next only the end of the text differs, so a window of it is enough;
    # a whole draft is read once in a while.
    for end in range(20, len(lines) + 20, 20):
        start = 0 if end % 400 == 0 else max(0, end - 200)
        assert_nothing_lost("".join(lines[start:end]))


@pytest.mark.parametrize("seed", range(20))
def test_lines_of_keywords_in_no_order_are_read_to_the_last_letter(seed: int) -> None:
    random = Random(seed)
    words = [*keywords(), *(["Article", "ARTICLE", "Article", "Part", "Annex"] * 20)]
    for _ in range(20):
        assert_nothing_lost(random_text(random, words))


@pytest.mark.parametrize(
    "text",
    [
        "(" * 5_000,
        "1.1" * 5_000,
        "Article " * 5_000,
        "a, " * 20_000,
        "(a) x; " * 1_000,
        "I" * 20_000,
        ". " * 20_000,
        "Recalling that, " * 5_000,
        "“" * 20_000,
        "(a)\n" * 3_000,
        "Article 1\n" * 3_000,
        "1. (i) (a)\n" * 2_000,
        " " * 50_000 + "x",
        "agree " * 10_000 + "as follows",
    ],
    ids=lambda text: text[:12].strip() or "spaces",
)
@pytest.mark.timeout(5)
def test_a_text_that_repeats_itself_does_not_hold_the_reader_up(text: str) -> None:
    assert_nothing_lost(text)


# ---- Line endings, languages, what counts as an article ---------------------------------------------

LAMPS = """Convention on Lamps

The States Parties to this Convention,

Have agreed as follows:

Article 1
Lighting

1. Lamps shall be lit:
(a) at dusk;
(b) in fog.

Article 2
Lamps shall be put out.
"""


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028", "\x85"], ids=ascii)
def test_line_endings_do_not_change_the_tree(ending: str) -> None:
    assert parse(LAMPS.replace("\n", ending)).instrument == parse(LAMPS).instrument


def test_a_byte_order_mark_and_page_breaks_do_not_change_the_tree() -> None:
    paged = "\ufeff" + LAMPS.replace("\n\nArticle 2", "\n\x0cArticle 2")
    assert parse(paged).instrument == parse(LAMPS).instrument


ATTACHED = """Convention on Lamps

Article 1
Lamps shall be lit.

Article 2
The annex and the protocol are part of this Convention.

DONE at the harbour.

ANNEX
Kinds of Lamps

Article 1
Lamps are of brass.

PROTOCOL ON DOGS

Article 1
Dogs shall be fed.

DONE at the harbour.

Agreement between Nearland and Farland on Ladders

Article 1
Ladders shall be sound.

Article 2
Ladders shall be long.
"""


def test_articles_are_those_of_the_body_every_article_adds_what_is_attached() -> None:
    instrument = parse(ATTACHED).instrument
    kinds = [annex.kind for annex in instrument.annexes]
    assert kinds == [AnnexKind.ANNEX, AnnexKind.PROTOCOL, AnnexKind.REPRODUCED]
    assert [article.number for article in instrument.articles] == ["1", "2"]
    assert [article.number for article in instrument.every_article] == ["1", "2", "1", "1"]
    assert [article.number for article in instrument.annexes[2].articles] == ["1", "2"]


FRENCH = """Article premier
Les phares sont allumés par les gardiens et les pilotes du port.

Article 2
Les phares sont éteints.
"""


def test_the_language_is_told_from_the_text_the_header_or_the_caller() -> None:
    assert parse(LAMPS).instrument.language == "en"
    assert parse(FRENCH).instrument.language == "fr"
    assert parse(f"Title: Phares\nLanguage: es\n\n{FRENCH}").instrument.language == "es"
    assert (
        parse(f"Title: Phares\nLanguage: es\n\n{FRENCH}", language="fr").instrument.language == "fr"
    )
    assert parse(LAMPS, language="es").instrument.language == "es"


def test_the_language_does_not_change_what_is_read() -> None:
    as_french = parse(LAMPS, language="fr").instrument
    assert sketch(as_french).removeprefix("language: fr\n") == sketch(parse(LAMPS).instrument)


# ---- What the reader says about its reading -----------------------------------------------------


def said(text: str) -> list[str]:
    reading = parse(text, name="lamps.txt")
    return [one_line(diagnostic, reading.source) for diagnostic in reading.diagnostics]


def test_a_plain_text_needs_no_remark() -> None:
    assert said(LAMPS) == []


def test_a_text_without_articles_is_remarked_on() -> None:
    (line,) = said("Lamps shall be lit.\n\nThey shall be put out at dawn.\n")
    assert line.startswith("lamps.txt:1:1: warning[no-article] there is no article in this text")


def test_page_furniture_is_told_where_it_stood() -> None:
    (line,) = said(
        "Article 1\nLamps shall be lit.\n\nPage 3 of 10\n\nArticle 2\nLamps shall be put out.\n"
    )
    assert line.startswith("lamps.txt:4:1: note[page-furniture] “Page 3 of 10” ")


def test_a_table_of_contents_is_told() -> None:
    table = "".join(f"Article {n} Lamps ..... {n}\n" for n in range(1, 6))
    articles = "".join(f"\nArticle {n}\nLamps shall be lit.\n" for n in range(1, 6))
    (line,) = said(f"Convention on Lamps\n\n{table}{articles}")
    assert line.startswith("lamps.txt:3:1: note[contents-list] 5 lines ")


def test_words_outside_any_article_are_told() -> None:
    (line,) = said("PART I\nLAMPS\n\nLamps are lights.\n\nArticle 1\nLamps shall be lit.\n")
    assert line.startswith("lamps.txt:4:1: note[outside-articles] “Lamps are lights.” ")


def test_what_was_set_aside_is_kept_with_its_place() -> None:
    text = "% ask the harbour\nArticle 1\nLamps shall be lit.\n\n- 2 -\n"
    asides = parse(text).instrument.asides
    assert [(aside.kind, aside.text) for aside in asides] == [
        (AsideKind.COMMENT, "ask the harbour"),
        (AsideKind.FURNITURE, "- 2 -"),
    ]
    places = [aside.span for aside in asides if aside.span]
    assert [text[start:end] for start, end in places] == ["% ask the harbour", "- 2 -"]


def test_commentary_is_kept_apart_from_footnotes() -> None:
    text = "Article 1\n1. Lamps shall be lit.\n> We chose dusk.\n[1] See the old rules.\n2. Rest.\n"
    (article,) = parse(text).instrument.articles
    kinds = [(note.kind, note.text) for note in article.paragraphs[0].notes]
    assert kinds == [
        (NoteKind.COMMENTARY, "We chose dusk."),
        (NoteKind.FOOTNOTE, "[1] See the old rules."),
    ]


# ---- Spans ---------------------------------------------------------------------------------------


def test_a_span_shows_where_in_the_source_a_provision_stands() -> None:
    instrument = parse(LAMPS).instrument
    shown = {
        type(node): LAMPS[node.span.start : node.span.end]
        for node in walk(instrument)
        if node.span and isinstance(node, Article | Paragraph | Subparagraph)
    }
    assert shown == {
        Article: "Article 2\nLamps shall be put out.",
        Paragraph: "Lamps shall be put out.",
        Subparagraph: "(b) in fog.",
    }


# ---- Adopted treaties ----------------------------------------------------------------------------


def test_the_articles_of_adopted_treaties_are_found_exactly() -> None:
    wrong = []
    labelled = [
        path for path in sorted(treaties().glob("*.txt")) if path.with_suffix(".json").exists()
    ]
    for path in labelled:
        wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))["articles"]
        if [article.number for article in read(path).instrument.every_article] != wanted:
            wrong.append(path.stem)
    assert labelled
    assert len(wrong) <= MAY_DIFFER, wrong


def test_every_word_of_adopted_treaties_is_in_the_tree() -> None:
    for path in sorted(treaties().rglob("*.txt")):
        assert_nothing_lost(path.read_text("utf-8"))
