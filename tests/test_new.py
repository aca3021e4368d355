"""A new draft is whole, lints clean and says what is to be decided."""

from pathlib import Path

import pytest
from authoring_commands import run

from convention_tool import lint, render
from convention_tool.analysis.draft import Draft
from convention_tool.authoring.formatting import laid_out
from convention_tool.authoring.renumbering import renumber
from convention_tool.authoring.starting import CannotStartError, start
from convention_tool.catalogue.final_clauses import final_clauses
from convention_tool.catalogue.skeletons import kinds, languages
from convention_tool.readers import parse
from convention_tool.readers.reading import Reading
from convention_tool.tree.nodes import AsideKind

every_kind = pytest.mark.parametrize("kind", kinds())
every_language = pytest.mark.parametrize("language", languages())


def begun(kind: str, language: str) -> Reading:
    return parse(start(kind, language))


@every_kind
@every_language
def test_it_lints_clean(kind: str, language: str) -> None:
    reading = begun(kind, language)
    assert [one.message for one in reading.diagnostics] == []
    assert [f"{one.code}: {one.message}" for one in lint(reading)] == []


@every_kind
@every_language
def test_it_has_parts_a_committee_and_all_final_clauses(kind: str, language: str) -> None:
    instrument = begun(kind, language).instrument
    assert instrument.language == language
    assert len(instrument.parts) >= 4
    assert instrument.preamble
    assert instrument.preamble.formula
    assert instrument.conclusions
    assert any("Committee" in one.heading or "Com" in one.heading for one in instrument.articles)
    words = " ".join(render(instrument, "text").decode().split()).casefold().replace("’", "'")
    missing = [one.id for one in final_clauses() if not one.stands_in(words, language)]
    assert missing == []


@every_kind
@every_language
def test_it_counts_and_is_laid_out(kind: str, language: str) -> None:
    reading = begun(kind, language)
    assert laid_out(reading.source, reading.instrument) == reading.source.text
    assert renumber(Draft(reading.source, reading.instrument)).changes == ()


@every_kind
@every_language
def test_choices_are_listed_at_the_end_and_never_published(kind: str, language: str) -> None:
    reading = begun(kind, language)
    comments = [one for one in reading.instrument.asides if one.kind is AsideKind.COMMENT]
    assert len(comments) >= 12
    assert reading.source.text.rstrip().splitlines()[-len(comments) :] == [
        f"% {one.text}" for one in comments
    ]
    assert "%" not in render(reading.instrument, "text").decode()


@every_kind
def test_the_languages_have_the_same_articles(kind: str) -> None:
    shapes = {
        tuple(
            tuple(len(paragraph.subparagraphs) for paragraph in article.paragraphs)
            for article in begun(kind, language).instrument.articles
        )
        for language in languages()
    }
    assert len(shapes) == 1


@every_kind
@every_language
def test_no_placeholder_of_ours_is_left(kind: str, language: str) -> None:
    assert not set("{}+") & set(start(kind, language))


def test_the_title_is_taken_and_a_title_that_is_none_is_not() -> None:
    text = start("blank", "en", "Convention  on the Keepers of Lamps")
    assert parse(text).instrument.title == "Convention on the Keepers of Lamps"
    with pytest.raises(CannotStartError, match="would not be read as a title"):
        start("blank", "en", "Article 1")


# ---- The command ----------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_file_is_written() -> None:
    done = run("new", "draft.txt", "--from", "general", "--title", "Convention on Migrants")
    assert done.exit_code == 0
    assert "choices" in done.stderr
    assert Path("draft.txt").read_text("utf-8") == start("general", "en", "Convention on Migrants")


def test_a_file_that_is_there_is_never_overwritten() -> None:
    Path("draft.txt").write_text("mine", encoding="utf-8")
    stopped = run("new", "draft.txt")
    assert stopped.exit_code == 2
    assert "is there already" in stopped.stderr
    assert Path("draft.txt").read_text("utf-8") == "mine"


def test_a_name_of_another_format_is_not_taken() -> None:
    stopped = run("new", "draft.docx")
    assert stopped.exit_code == 2
    assert "name a file such as draft.txt" in stopped.stderr
    assert not Path("draft.docx").exists()


@pytest.mark.parametrize("command", ["new", "insert", "renumber", "fmt"])
def test_help_has_examples_and_fits_a_terminal(command: str) -> None:
    shown = run(command, "--help")
    assert f"Examples:\n    convention-tool {command}" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80
