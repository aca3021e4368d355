"""What holds for the drafts of the project, both homes of the convention alike."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from corpus import treaties

from convention_tool import read
from convention_tool.diagnostics import Severity
from convention_tool.readers.reading import Reading
from convention_tool.tree.nodes import Article, Note, NoteKind
from convention_tool.tree.walk import walk
from convention_tool.tree.wording import wording

CHECKOUT = Path(__file__).resolve().parent.parent
DRAFTS = tuple(
    CHECKOUT / "drafts" / name for name in ("general-convention.txt", "general-convention-iom.txt")
)

every_draft = pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.stem)


class Reference(NamedTuple):
    article: str
    paragraph: str = ""
    subparagraph: str = ""


@cache
def reading(draft: Path) -> Reading:
    return read(draft)


def articles(draft: Path) -> tuple[Article, ...]:
    return reading(draft).instrument.articles


@every_draft
def test_the_articles_are_many_and_numbered_without_a_gap(draft: Path) -> None:
    numbers = [article.number for article in articles(draft)]
    assert len(numbers) >= 110
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


@every_draft
def test_every_article_has_a_heading_of_its_own(draft: Path) -> None:
    headings = [article.heading for article in articles(draft)]
    assert all(headings)
    assert len(set(headings)) == len(headings)


@every_draft
def test_paragraphs_are_numbered_where_there_are_several(draft: Path) -> None:
    for article in articles(draft):
        numbers = [paragraph.number for paragraph in article.paragraphs]
        several = [str(number) for number in range(1, len(numbers) + 1)]
        assert numbers == (several if len(numbers) > 1 else [""]), article.heading


@every_draft
def test_reading_finds_nothing_to_worry_about(draft: Path) -> None:
    worries = [found for found in reading(draft).diagnostics if found.severity != Severity.NOTE]
    assert not worries


@every_draft
def test_the_preamble_is_one_sentence_that_ends_in_the_agreement(draft: Path) -> None:
    preamble = reading(draft).instrument.preamble
    assert preamble is not None
    assert preamble.subject == "The States Parties to the present Convention,"
    assert all(recital.text.endswith(",") for recital in preamble.recitals)
    assert preamble.formula == "Have agreed as follows:"


@every_draft
def test_every_reference_finds_its_provision(draft: Path) -> None:
    provisions = set(provisions_of(draft))
    named = [(article, name) for article in articles(draft) for name in references(article)]
    assert len(named) > 50
    lost = [(article.number, name) for article, name in named if name not in provisions]
    assert not lost


@every_draft
def test_the_main_choices_are_explained(draft: Path) -> None:
    explained = [
        note
        for note in walk(reading(draft).instrument)
        if isinstance(note, Note) and note.kind is NoteKind.COMMENTARY
    ]
    assert len(explained) >= 40


@every_draft
def test_nothing_is_left_open(draft: Path) -> None:
    assert not re.search(r"[\[\]…]|\bT(?:BC|BD)\b", draft.read_text("utf-8"))


@every_draft
def test_the_words_are_our_own(draft: Path) -> None:
    done = subprocess.run(
        [sys.executable, CHECKOUT / "benchmarks" / "own_words.py", draft],
        env={**os.environ, "CONVENTION_CORPUS": str(treaties().parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_two_homes_share_nine_tenths_of_their_articles() -> None:
    first, second = ([unnumbered(article) for article in articles(draft)] for draft in DRAFTS)
    shared = set(first) & set(second)
    assert len(shared) >= 0.9 * max(len(first), len(second))


def provisions_of(draft: Path) -> Iterator[Reference]:
    """Everything that a reference may name."""
    for article in articles(draft):
        yield Reference(article.number)
        for paragraph in article.paragraphs:
            yield Reference(article.number, paragraph.number)
            for item in paragraph.subparagraphs:
                yield Reference(article.number, paragraph.number, item.number)


def references(article: Article) -> Iterator[Reference]:
    """The provisions of the same draft that an article names, in the style that the drafts use."""
    text = wording(article)
    place = r"(?:, paragraph (?P<paragraph>\d+)(?: \((?P<item>[a-z])\))?)?"
    for found in re.finditer(rf"\barticle (?P<article>\d+){place}", text):
        yield Reference(found["article"], found["paragraph"] or "", found["item"] or "")
    for found in re.finditer(r"\barticles (\d+(?:(?:, | and | or )\d+)*)", text):
        yield from (Reference(number) for number in re.findall(r"\d+", found[1]))
    for found in re.finditer(r"\bparagraph (\d+)(?: \(([a-z])\))? of the present article", text):
        yield Reference(article.number, found[1], found[2] or "")


def unnumbered(article: Article) -> str:
    """What an article says, whatever the numbers of the articles it names."""
    return re.sub(r"\d+", "#", wording(article))
