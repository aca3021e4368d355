"""What holds for the drafts of the project in French and in Spanish."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from corpus import treaties

from convention_tool import lint, read, render
from convention_tool.analysis.linking import references
from convention_tool.readers.reading import Reading
from convention_tool.tree.nodes import Article, Note, NoteKind, Paragraph, Subparagraph
from convention_tool.tree.walk import walk

CHECKOUT = Path(__file__).resolve().parent.parent


class Own(NamedTuple):
    """A draft, and what its language makes of the parts that every treaty has."""

    name: str
    language: str
    subject: str
    formula: str
    first: str
    #: A unit with its number, and what an address calls the unit.
    unit: str
    pieces: Mapping[str, str]
    #: References of each form that the draft has: the words, and the address.
    references: frozenset[tuple[str, str]]


FRENCH = Own(
    "convention-transit-fr",
    "fr",
    "Les États parties à la présente Convention,",
    "Sont convenus de ce qui suit :",
    "premier",
    r"\b(article|partie|paragraphe)s? (\d+|[IVX]+)\b",
    {"article": "art", "partie": "part", "paragraphe": "para"},
    frozenset(
        {
            ("article 33", "art_33"),
            ("paragraphe 3 de l’article 25", "art_25__para_3"),
            ("paragraphe 2 du présent article", "art_11__para_2"),
            ("alinéa b) du paragraphe 2 du présent article", "art_12__para_2__subpara_b"),
            ("alinéa c) du paragraphe 2 de l’article 11", "art_11__para_2__subpara_c"),
            (
                "d)",
                "art_19__para_1__subpara_d",
            ),  # aux alinéas a) à d) du paragraphe 1 de l’article 19
            ("24", "art_24"),  # aux articles 8 à 24
            ("4", "art_11__para_4"),  # aux paragraphes 3 et 4 de l’article 11
            ("partie VI", "part_VI"),
            ("IV", "part_IV"),  # les parties III et IV
        }
    ),
)
SPANISH = Own(
    "convencion-temporada-y-hogar-es",
    "es",
    "Los Estados Partes en la presente Convención,",
    "Han convenido en lo siguiente:",
    "1",
    r"\b(artículo|parte|párrafo)s? (\d+|[IVX]+)\b",
    {"artículo": "art", "parte": "part", "párrafo": "para"},
    frozenset(
        {
            ("artículo 29", "art_29"),
            ("párrafo 2 del artículo 7", "art_7__para_2"),
            ("párrafo 1 del presente artículo", "art_5__para_1"),
            ("apartado c) del párrafo 3 del artículo 7", "art_7__para_3__subpara_c"),
            ("c)", "art_2__para_1__subpara_c"),  # los apartados b) y c) del párrafo 1
            ("28", "art_28"),  # los artículos 6 a 28
            ("27", "art_27"),  # los artículos 17 a 22 y 27
            ("parte V", "part_V"),
            ("IV", "part_IV"),  # las partes III y IV
        }
    ),
)

every_draft = pytest.mark.parametrize("own", [FRENCH, SPANISH], ids=lambda own: own.language)


def path_of(own: Own) -> Path:
    return CHECKOUT / "drafts" / f"{own.name}.txt"


def reading(own: Own) -> Reading:
    return read_once(path_of(own))


@cache
def read_once(path: Path) -> Reading:
    return read(path)


def articles(own: Own) -> tuple[Article, ...]:
    return reading(own).instrument.articles


@every_draft
def test_the_language_is_told_by_the_header_and_by_the_words_alike(
    own: Own, tmp_path: Path
) -> None:
    bare = tmp_path / "bare.txt"
    bare.write_text(path_of(own).read_text("utf-8").split("\n\n", 1)[1], "utf-8")
    assert reading(own).instrument.language == own.language
    assert read(bare).instrument.language == own.language


@every_draft
def test_the_articles_are_many_and_numbered_without_a_gap(own: Own) -> None:
    numbers = [article.number for article in articles(own)]
    assert len(numbers) >= 28
    assert numbers == [own.first, *map(str, range(2, len(numbers) + 1))]


@every_draft
def test_every_article_has_a_heading_of_its_own(own: Own) -> None:
    headings = [article.heading for article in articles(own)]
    assert all(headings)
    assert len(set(headings)) == len(headings)


@every_draft
def test_paragraphs_are_numbered_where_there_are_several(own: Own) -> None:
    for article in articles(own):
        numbers = [paragraph.number for paragraph in article.paragraphs]
        several = [str(number) for number in range(1, len(numbers) + 1)]
        assert numbers == (several if len(numbers) > 1 else [""]), article.heading


@every_draft
def test_subparagraphs_have_two_levels(own: Own) -> None:
    items = [
        item
        for article in articles(own)
        for paragraph in article.paragraphs
        for item in paragraph.subparagraphs
    ]
    assert {item.number for item in items} >= set("abcdefghijk")
    assert {below.number for item in items for below in item.subparagraphs} >= {"i", "ii", "iii"}


@every_draft
def test_reading_has_no_remark_and_nor_has_a_careful_editor(own: Own) -> None:
    assert not reading(own).diagnostics
    assert not lint(reading(own))


@every_draft
def test_what_is_silenced_is_silenced_with_a_reason(own: Own) -> None:
    said = re.findall(r"^% ignore.*$", path_of(own).read_text("utf-8"), re.MULTILINE)
    assert all(re.fullmatch(r"% ignore [a-z-]+: .{20,}", line) for line in said), said


@every_draft
def test_the_preamble_is_one_sentence_that_ends_in_the_agreement(own: Own) -> None:
    preamble = reading(own).instrument.preamble
    assert preamble is not None
    assert preamble.subject == own.subject
    assert len(preamble.recitals) >= 10
    assert all(recital.text.endswith(",") for recital in preamble.recitals)
    assert preamble.formula == own.formula


@every_draft
def test_every_number_of_a_reference_leads_to_its_provision(own: Own) -> None:
    leading = links(own)
    named = list(numbers_named(own))
    assert len(named) >= 30
    lost = [
        (words, address)
        for words, address in named
        if not any(f"__{address}__" in f"__{link}__" for _, link in leading.get(words, ()))
    ]
    assert not lost


@every_draft
def test_references_of_every_form_are_followed(own: Own) -> None:
    found = {link for some in links(own).values() for link in some}
    assert found >= own.references


@every_draft
def test_the_main_choices_are_explained(own: Own) -> None:
    explained = [
        note
        for note in walk(reading(own).instrument)
        if isinstance(note, Note) and note.kind is NoteKind.COMMENTARY
    ]
    assert len(explained) >= 15


@every_draft
def test_nothing_is_left_open(own: Own) -> None:
    assert not re.search(r"[\[\]…]|\bT(?:BC|BD)\b", path_of(own).read_text("utf-8"))


def test_french_and_spanish_marks_are_those_of_their_printers() -> None:
    french, spanish = (path_of(own).read_text("utf-8") for own in (FRENCH, SPANISH))
    body = french.split("\n\n", 1)[1]
    assert not re.search(r"\S[;»?!]|«\S|['\"“”]", body)
    assert not re.search(r"\s[;:»?!]|«\s|['\"“”]", spanish)


@every_draft
@pytest.mark.parametrize(
    "to", ["text", "docx", "odt", "html", "akn", "markdown", "json", "pdf", "latex"]
)
def test_it_is_published_in_every_format(own: Own, to: str) -> None:
    assert len(render(reading(own).instrument, to)) > 10_000


@pytest.mark.timeout(60)
@every_draft
@pytest.mark.parametrize("to", ["text", "docx", "odt", "html", "akn", "markdown"])
def test_what_is_published_is_read_back(own: Own, to: str, tmp_path: Path) -> None:
    draft = replace(reading(own).instrument, contents=None)
    file = tmp_path / f"draft.{ENDINGS.get(to, to)}"
    file.write_bytes(render(draft, to))
    assert replace(read(file).instrument, contents=None) == draft


@every_draft
def test_the_words_are_our_own(own: Own) -> None:
    done = subprocess.run(
        [sys.executable, CHECKOUT / "benchmarks" / "own_words.py", path_of(own)],
        env={**os.environ, "CONVENTION_CORPUS": str(treaties().parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


#: How files of a format end, where the format has another name.
ENDINGS = {"text": "txt", "markdown": "md", "akn": "xml"}


def links(own: Own) -> dict[str, list[tuple[str, str]]]:
    """By the words of each part of a draft: what they name, and its address."""
    found = references(reading(own).instrument).found
    named: dict[str, list[tuple[str, str]]] = {}
    for (words, _), some in found.items():
        named.setdefault(words, []).extend((words[at.start : at.end], at.address) for at in some)
    return named


def numbers_named(own: Own) -> Iterator[tuple[str, str]]:
    """The words that name a provision, and a piece of the address that they must lead to."""
    for article in articles(own):
        for node in walk(article):
            if not isinstance(node, Paragraph | Subparagraph):
                continue
            for unit, number in re.findall(own.unit, node.text):
                yield node.text, f"{own.pieces[unit]}_{number}"
