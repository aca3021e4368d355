"""Room for an article: the others are renumbered, and every reference goes along."""

import random
from pathlib import Path

import pytest
from authoring_commands import HEAD, LAMPS, draft, run

from convention_tool.authoring.inserting import CannotInsertError, Room, insert
from convention_tool.authoring.renumbering import renumber
from convention_tool.readers import parse

DRAFTS = sorted((Path(__file__).resolve().parent.parent / "drafts").glob("general-*.txt"))

every_draft = pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)

DAWN = "Article {}\nDawn\n\nDay breaks."


def inserted(text: str, room: Room, words: str = "Day breaks.") -> str:
    return insert(draft(text), room, "Dawn", words)[0].text


# ---- Where it goes --------------------------------------------------------------------------------


def test_an_article_after_another_moves_all_that_follow() -> None:
    after = inserted(LAMPS, Room("1"))
    assert after == (
        LAMPS.replace("Article 3\n", "Article 4\n")
        .replace("article 3, paragraph", "article 4, paragraph")
        .replace("Article 2 applies", "Article 3 applies")
        .replace("articles 1 to 3", "articles 1 to 4")
        .replace("Article 2\nNight", f"{DAWN.format(2)}\n\nArticle 3\nNight")
    )


def test_the_first_and_the_last() -> None:
    assert f"{HEAD}{DAWN.format(1)}\n\nArticle 2\nKeepers" in inserted(LAMPS, Room("0"))
    assert inserted(LAMPS, Room("0")) == inserted(LAMPS, Room("1", before=True))
    last = inserted(LAMPS.rstrip("\n"), Room("3"))
    assert last == f"{LAMPS}\n{DAWN.format(4)}"


def test_bis_renumbers_nothing() -> None:
    once = inserted(LAMPS, Room("2", bis=True))
    assert once == LAMPS.replace("Article 3\nOil", f"{DAWN.format('2 bis')}\n\nArticle 3\nOil")
    for room in (Room("2", bis=True), Room("2 bis", bis=True)):
        twice = inserted(once, room)
        assert f"{DAWN.format('2 bis')}\n\n{DAWN.format('2 ter')}\n\nArticle 3" in twice


def test_bis_articles_stay_with_theirs() -> None:
    given = inserted(LAMPS, Room("2", bis=True))
    after = inserted(given, Room("2"))
    assert f"{DAWN.format('2 bis')}\n\n{DAWN.format(3)}\n\nArticle 4\nOil" in after
    first = inserted(given, Room("0"))
    assert (
        f"Article 3\nNight\n\nNobody keeps watch on two nights in a row.\n\n{DAWN.format('3 bis')}"
        in first
    )


def test_a_free_number_is_taken_first() -> None:
    given = LAMPS.replace("Article 3\n", "Article 4\n")
    after = inserted(given, Room("2"))
    assert f"{DAWN.format(3)}\n\nArticle 4\nOil" in after


def test_between_two_parts_it_is_in_the_part_of_the_article_named() -> None:
    given = f"{HEAD}PART I\nA\n\nArticle 1\nOne\n\nOne.\n\nPART II\nB\n\n% on two\nArticle 2\nTwo\n\nTwo.\n"
    assert f"One.\n\n{DAWN.format(2)}\n\nPART II" in inserted(given, Room("1"))
    before = inserted(given, Room("2", before=True))
    assert f"PART II\nB\n\n{DAWN.format(2)}\n\n% on two\nArticle 3\n" in before


def test_it_is_laid_out_and_numbered_as_its_neighbour() -> None:
    given = f"{HEAD}ARTICLE I. One\r\n\r\nOil.\r\n\r\nARTICLE II. Two\r\n\r\nWicks.\r\n".replace(
        "\r\n", "\n"
    )
    given = given.replace("\n", "\r\n")
    after = inserted(given, Room("1"))
    assert "ARTICLE II. Dawn\r\n\r\nDay breaks.\r\n\r\nARTICLE III. Two" in after


def test_commentary_stays_above_it() -> None:
    given = LAMPS.replace("in a row.\n", "in a row.\n\n> They tried.\n> Twice.\n")
    assert f"> Twice.\n\n{DAWN.format(3)}\n\nArticle 4" in inserted(given, Room("2"))


def test_its_text_may_have_paragraphs_or_wait() -> None:
    both = inserted(LAMPS, Room("2"), "1. Day breaks.\n\n2. Lamps go out.")
    assert [one.number for one in parse(both).instrument.articles[2].paragraphs] == ["1", "2"]
    assert "Dawn\n\n[To be completed.]\n" in inserted(LAMPS, Room("2"), "")


# ---- What it refuses, and tells of ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (Room("9"), "there is no article 9"),
        (Room("0", before=True), "there is no article 0"),
        (Room("0", bis=True), "no article before it"),
    ],
)
def test_a_place_that_is_not_there(room: Room, said: str) -> None:
    with pytest.raises(CannotInsertError, match=said):
        inserted(LAMPS, room)


def test_a_number_that_stands_twice() -> None:
    with pytest.raises(CannotInsertError, match="2 articles of this draft have the number 2"):
        inserted(LAMPS.replace("Article 3\n", "Article 2\n"), Room("2"))


@pytest.mark.parametrize("words", ["Article 9\n\nAnother.", "PART IV\n\nA", "% nothing"])
def test_words_that_are_not_the_text_of_one_article(words: str) -> None:
    with pytest.raises(CannotInsertError, match="with these words"):
        inserted(LAMPS, Room("2"), words)


def test_the_preceding_article_is_told_of() -> None:
    given = LAMPS.replace("Oil is clean.", "The preceding article applies to oil.")
    moved, number = insert(draft(given), Room("2"), "Dawn")
    assert number == "3"
    (check,) = moved.checks
    assert "preceding article" in check.message
    assert moved.text[slice(*check.span)] == "preceding article"


def test_a_range_that_stops_short_of_it_is_told_of() -> None:
    given = LAMPS.replace("articles 1 to 3", "articles 1 to 2")
    (check,) = insert(draft(given), Room("2"), "Dawn")[0].checks
    assert check.message == "a range of articles ends just before the new article"
    (check,) = insert(draft(LAMPS), Room("0"), "Dawn")[0].checks
    assert check.message == "a range of articles begins just after the new article"


# ---- There and back -------------------------------------------------------------------------------


@every_draft
def test_an_article_put_in_and_taken_out_gives_the_draft_back(path: Path) -> None:
    text = path.read_text("utf-8")
    numbers = random.Random(7).sample(range(1, 150), 6)
    for room in [Room("0"), *(Room(str(one), before=one % 2 == 0) for one in numbers)]:
        moved, number = insert(draft(text), room, "Dawn", "Day breaks.")
        article = DAWN.format(number)
        assert moved.text.count(f"{article}\n\n") == 1
        out = moved.text.replace(f"{article}\n\n", "")
        assert renumber(draft(out)).text == text


# ---- The command ----------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lamps.txt").write_text(LAMPS, encoding="utf-8")


def test_the_file_is_changed_and_what_moved_is_told() -> None:
    done = run("insert", "lamps.txt", "--after", "1", "--heading", "Dawn", "--text", "Day breaks.")
    assert done.exit_code == 0
    assert done.stderr == (
        "lamps.txt: put in article 2\n"
        "lamps.txt: renumbered 2 provisions, moved 3 references\n"
        "  articles 2 to 3 are now 3 to 4\n"
    )
    assert Path("lamps.txt").read_text("utf-8") == inserted(LAMPS, Room("1"))


def test_the_change_is_shown_first() -> None:
    shown = run("insert", "lamps.txt", "--after", "2", "--bis", "--heading", "Dawn", "--diff")
    assert shown.stdout == (
        "@@ lamps.txt, line 20 @@\n+\n+Article 2 bis\n+Dawn\n+\n+[To be completed.]\n"
    )
    assert Path("lamps.txt").read_text("utf-8") == LAMPS


@pytest.mark.parametrize("options", [(), ("--after", "1", "--before", "2")])
def test_one_place_is_to_be_named(options: tuple[str, ...]) -> None:
    stopped = run("insert", "lamps.txt", "--heading", "Dawn", *options)
    assert stopped.exit_code == 2
    assert "--after NUMBER or --before NUMBER" in stopped.stderr
