"""A draft in the canonical layout says the same, word for word."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent, wrap

import pytest
from authoring_commands import HEAD, run
from corpus import treaties

from convention_tool.authoring.formatting import CannotLayOutError, laid_out
from convention_tool.readers import parse, read
from convention_tool.readers.reading import Reading
from convention_tool.writers.clean import without_commentary
from convention_tool.writers.text import write

DRAFTS = sorted((Path(__file__).resolve().parent.parent / "drafts").glob("general-*.txt"))

every_draft = pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)


def formatted(text: str) -> str:
    reading = parse(text)
    return laid_out(reading.source, reading.instrument)


# ---- The layout -----------------------------------------------------------------------------------


def test_a_paragraph_a_line_and_an_empty_line_between() -> None:
    given = f"""{HEAD.rstrip()}
Article 1.  Keepers
1.   Keepers rest
by day.
2. They watch:
  a)  by night;
  b)  in fog.


Article 2.  Oil
Oil is clean.
"""
    assert formatted(given) == dedent(f"""\
        {"".join(HEAD)}Article 1
        Keepers

        1. Keepers rest by day.

        2. They watch:

        a) by night;

        b) in fog.

        Article 2
        Oil

        Oil is clean.
        """).replace("        ", "")


def test_private_comments_stand_where_they_stood() -> None:
    text = f"""{HEAD.replace("Convention on Lamps" + chr(10) * 2 + "The", "% ignore skipped-number: sketch" + chr(10) * 2 + "Convention on Lamps" + chr(10) * 2 + "% c1" + chr(10) + "The")}% above part one

PART I
% above its heading
LIGHTS

% above article one
% in two lines

Article 1
% above the heading
Keepers

% above paragraph one
1. Keepers rest.

2. They watch:

(a) by night; and

% above item b
(b) in fog.

> They also sing.
% within the commentary
> Not all of them.

% above article two
Article 2
Oil

Oil is clean.

% at the end
"""
    assert text.count("%") == 13 - 1
    assert formatted(text) == text


def test_comments_move_along_when_lines_are_joined() -> None:
    given = f"{HEAD}Article 1\n1. Keepers\nrest.\n% here\n2. They\nwatch.\n\n\n\n% there\n\n\n\nArticle 2\nOil is clean.\n"
    assert formatted(given).endswith(
        "1. Keepers rest.\n\n% here\n2. They watch.\n\n% there\n\nArticle 2\n\nOil is clean.\n"
    )


def test_commentary_keeps_its_lines() -> None:
    given = f"{HEAD}Article 1\n\nKeepers rest.\n>  They  rest\n>   by day.\n>\n> Not by night.\n"
    assert formatted(given).endswith(
        "Keepers rest.\n\n> They rest\n> by day.\n>\n> Not by night.\n"
    )


def test_commentary_on_a_part_and_on_its_articles_keeps_its_lines() -> None:
    given = (
        f"{HEAD}PART I\nLIGHTS\n\n> On the part.\n> In two lines.\n\n"
        "Article 1\n\nOil.\n\n> On the article.\n> In two lines.\n"
    )
    assert formatted(given) == given


def test_the_ends_of_lines_stay() -> None:
    given = f"{HEAD}Article 1\nKeepers rest.\n".replace("\n", "\r\n")
    assert formatted(given) == f"{HEAD}Article 1\n\nKeepers rest.\n".replace("\n", "\r\n")


# ---- What it refuses ------------------------------------------------------------------------------


def test_page_numbers_are_not_lost_in_silence() -> None:
    pages = "\n\n".join(
        f"Article {page}\n\nLamps burn with oil of kind {page}.\n\n- {page} -"
        for page in range(1, 9)
    )
    with pytest.raises(CannotLayOutError, match="would be lost; take it out"):
        formatted(f"{HEAD}{pages}\n")


# ---- Everywhere -----------------------------------------------------------------------------------


def readings() -> Iterator[tuple[str, Reading]]:
    for path in (*DRAFTS, *sorted(treaties().rglob("*.txt"))):
        yield path.stem, read(path)


@every_draft
def test_the_drafts_of_the_project_are_laid_out(path: Path) -> None:
    text = path.read_text("utf-8")
    assert formatted(text) == text


@every_draft
@pytest.mark.parametrize("width", [60, 72, 80])
def test_a_draft_that_was_wrapped_is_laid_out_as_it_was(path: Path, width: int) -> None:
    text = write(without_commentary(read(path).instrument)).decode()
    lines = (wrap(line, width, break_on_hyphens=False) for line in text.splitlines())
    wrapped = "\n".join("\n".join(line) for line in lines)
    assert formatted(wrapped) == text


def test_treaties_say_the_same_and_a_second_time_changes_nothing() -> None:
    refused = []
    for name, reading in readings():
        try:
            text = laid_out(reading.source, reading.instrument)
        except CannotLayOutError:
            refused.append(name)
            continue
        again = parse(text)
        assert again.instrument == reading.instrument, name
        assert laid_out(again.source, again.instrument) == text, name
    assert len(refused) <= 3


# ---- The command ----------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lamps.txt").write_text(LOOSE, encoding="utf-8")


LOOSE = f"{HEAD}Article 1\nKeepers  rest.\n"
NEAT = f"{HEAD}Article 1\n\nKeepers rest.\n"


def test_the_file_is_laid_out_in_place() -> None:
    done = run("fmt", "lamps.txt")
    assert done.exit_code == 0
    assert done.stderr == "lamps.txt: laid out anew\n"
    assert Path("lamps.txt").read_text("utf-8") == NEAT
    assert run("fmt", "lamps.txt").stderr == "lamps.txt: is laid out so already\n"


def test_check_changes_nothing_and_says_so_by_its_status() -> None:
    assert run("fmt", "lamps.txt", "--check").exit_code == 1
    assert Path("lamps.txt").read_text("utf-8") == LOOSE
    Path("lamps.txt").write_text(NEAT, encoding="utf-8")
    assert run("fmt", "lamps.txt", "--check").exit_code == 0


def test_changes_are_shown() -> None:
    shown = run("fmt", "lamps.txt", "--diff")
    assert shown.exit_code == 0
    assert shown.stdout == "@@ lamps.txt, line 11 @@\n-Keepers  rest.\n+\n+Keepers rest.\n"


def test_another_file_or_standard_output() -> None:
    assert run("fmt", "lamps.txt", "-o", "neat.txt").exit_code == 0
    assert Path("neat.txt").read_text("utf-8") == NEAT
    assert Path("lamps.txt").read_text("utf-8") == LOOSE
    assert run("fmt", "-", given=LOOSE).stdout == NEAT


def test_a_file_in_windows_1252_stays_so() -> None:
    Path("lamps.txt").write_bytes(LOOSE.replace("Keepers", "Zélés “gardiens”").encode("cp1252"))
    assert run("fmt", "lamps.txt").exit_code == 0
    assert Path("lamps.txt").read_bytes().endswith("Zélés “gardiens” rest.\n".encode("cp1252"))
