"""Numbers count again after insertions, and every reference goes along."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from authoring_commands import HEAD, LAMPS, draft, run
from corpus import treaties

from convention_tool.analysis.pinpoints import Pinpoints
from convention_tool.authoring.checking import CannotRenumberError
from convention_tool.authoring.counting import counted
from convention_tool.authoring.moving import Moved
from convention_tool.authoring.renumbering import renumber
from convention_tool.readers import parse, read
from convention_tool.source import Source
from convention_tool.tree.nodes import Article, Instrument, Node, Paragraph, Subparagraph
from convention_tool.tree.walk import walk, walk_with_ancestors

DRAFTS = sorted((Path(__file__).resolve().parent.parent / "drafts").glob("general-*.txt"))

every_draft = pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)


def renumbered(articles: str, *, keep_bis: bool = False, head: str = HEAD) -> str:
    """Some articles after renumbering, without what stands before them."""
    moved = renumber(draft(f"{head}{articles}"), keep_bis=keep_bis)
    assert moved.text.startswith(head)
    return moved.text.removeprefix(head)


def checks(articles: str, head: str = HEAD) -> list[str]:
    return [check.message for check in renumber(draft(f"{head}{articles}")).checks]


# ---- Numbers ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1 2 2 3", "1 2 3 4"),
        ("1 3 4", "1 2 3"),
        ("1 2 X 3", "1 2 3 4"),
        ("1 12 3", "1 2 3"),
        ("Premier 2 2bis 3", "Premier 2 3 4"),
        ("0 Premier 2", "Premier 2 3"),
        ("I II IIbis III", "I II III IV"),
        ("Ier II IV", "Ier II III"),
        ("FIRST SECOND THIRD THIRD", "FIRST SECOND THIRD 4"),
        ("1º 2º 2º 3", "1º 2º 3 4"),
        ("a b x c", "a b c d"),
        ("i ii iv", "i ii iii"),
        ("g h i j", "a b c d"),
        ("y z bb", "a b c"),
        ("1 2 3 1 2", "1 2 3 1 2"),
        ("101 102 201 202 202", "1 2 201 202 203"),
        ("15.1 15.2 15.4", "15.1 15.2 15.4"),
        ("1 2 A B", "1 2 A B"),
    ],
)
def test_numbers_count_as_they_are_printed(before: str, after: str) -> None:
    assert counted(before.split()) == tuple(after.split())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1, 1 bis, 2", "1, 1 bis, 2"),
        ("1, 1 bis, 1 ter, 4", "1, 1 bis, 1 ter, 2"),
        ("1, 3, 3 bis, 4", "1, 2, 2 bis, 3"),
        ("1, 2, 2 A, 2B, 3, 3", "1, 2, 2 A, 2B, 3, 4"),
        ("a, b, b bis, b", "a, b, b bis, c"),
    ],
)
def test_inserted_numbers_stay_if_asked(before: str, after: str) -> None:
    assert counted(before.split(", "), keep_bis=True) == tuple(after.split(", "))


def test_a_list_of_a_thousand_counts_at_once() -> None:
    numbers = [str(number) for number in range(2, 1002)]
    assert counted(numbers)[-1] == "1000"


# ---- References -----------------------------------------------------------------------------------


def test_articles_paragraphs_and_items_move_with_their_references() -> None:
    inserted = LAMPS.replace(
        "Article 2\nNight", "Article 1 bis\nDawn\n\nDay breaks.\n\nArticle 2\nNight"
    )
    inserted = inserted.replace("(b) kept", "(a bis) sold; or\n\n(b) kept").replace(
        "say; or", "say;"
    )
    after = LAMPS.replace("Article 3\n", "Article 4\n").replace(
        "article 3, paragraph 2 (b)", "article 4, paragraph 2 (c)"
    )
    after = after.replace("Article 2 applies", "Article 3 applies").replace(
        "articles 1 to 3", "articles 1 to 4"
    )
    after = after.replace("Article 2\nNight", "Article 2\nDawn\n\nDay breaks.\n\nArticle 3\nNight")
    after = after.replace("(b) kept", "(b) sold; or\n\n(c) kept").replace("say; or", "say;")
    assert renumber(draft(inserted)).text == after


def test_references_of_every_form_move() -> None:
    given = (
        "Article 1\n\nSee articles 3, 4 (paragraphs 1 and 2) and 5, article 4(2), paragraph 2 of "
        "article 4, articles 3 to 5 inclusive, and article 3 bis.\n\n"
        "Article 3\n\nOne.\n\nArticle 3 bis\n\nNew.\n\n"
        "Article 4\n\n1. Two.\n\n2. Three.\n\nArticle 5\n\nFour.\n"
    )
    assert renumbered(given).startswith(
        "Article 1\n\nSee articles 2, 4 (paragraphs 1 and 2) and 5, article 4(2), paragraph 2 of "
        "article 4, articles 2 to 5 inclusive, and article 3.\n"
    )


def test_french_references_move() -> None:
    given = (
        "Article premier\n\nL'alinéa b) du paragraphe 1 de l'article 2 et les articles 2 à 3 "
        "s'appliquent.\n\nArticle 1 bis\n\nLes lampes brûlent.\n\n"
        "Article 2\n\n1. L'huile est :\n\na) brûlée ;\n\na bis) vendue ;\n\nb) gardée.\n\n"
        "2. L'article premier s'applique.\n\nArticle 3\n\nFin.\n"
    )
    head = "Convention sur les lampes\n\nLes États Parties à la présente Convention,\n\nSont convenus de ce qui suit :\n\n"
    assert renumbered(given, head=head) == (
        "Article premier\n\nL'alinéa c) du paragraphe 1 de l'article 3 et les articles 3 à 4 "
        "s'appliquent.\n\nArticle 2\n\nLes lampes brûlent.\n\n"
        "Article 3\n\n1. L'huile est :\n\na) brûlée ;\n\nb) vendue ;\n\nc) gardée.\n\n"
        "2. L'article premier s'applique.\n\nArticle 4\n\nFin.\n"
    )


def test_spanish_references_move() -> None:
    given = (
        "Artículo 1\n\nEl apartado b) del párrafo 1 del artículo 2 y los artículos 2 a 3 se "
        "aplican.\n\nArtículo 1 bis\n\nLas lámparas arden.\n\n"
        "Artículo 2\n\n1. El aceite es:\n\na) quemado;\n\na bis) vendido;\n\nb) guardado.\n\n"
        "2. El artículo 1 se aplica.\n\nArtículo 3\n\nFin.\n"
    )
    head = "Convención sobre las lámparas\n\nLos Estados Partes en la presente Convención,\n\nHan convenido en lo siguiente:\n\n"
    moved = renumbered(given, head=head)
    assert "El apartado c) del párrafo 1 del artículo 3 y los artículos 3 a 4 se aplican." in moved
    assert "2. El artículo 1 se aplica.\n\nArtículo 4\n\nFin.\n" in moved


def test_roman_numbers_stay_roman_and_citations_keep_their_manner() -> None:
    given = "Article I\n\nSee article II and article 3.\n\nArticle I bis\n\nA.\n\nArticle II\n\nB.\n\nArticle III\n\nC.\n"
    assert renumbered(given) == (
        "Article I\n\nSee article III and article 4.\n\nArticle II\n\nA.\n\nArticle III\n\nB.\n\nArticle IV\n\nC.\n"
    )


def test_marks_stay_printed_as_they_are() -> None:
    given = "Article 1\n\n(1) One.\n\n(1bis) New.\n\n(2) Two:\n\ni. this;\n\niii. that.\n"
    assert (
        renumbered(given)
        == "Article 1\n\n(1) One.\n\n(2) New.\n\n(3) Two:\n\ni. this;\n\nii. that.\n"
    )


def test_a_bare_letter_means_the_paragraph_it_stands_in() -> None:
    given = "Article 1\n\n1. Lamps.\n\n2. Oil is:\n\n(a) clean;\n\n(c) kept as subparagraph (a) says;\n\n(d) sold unless subparagraph (c) applies.\n"
    assert renumbered(given).endswith(
        "(b) kept as subparagraph (a) says;\n\n(c) sold unless subparagraph (b) applies.\n"
    )


def test_headings_and_commentary_name_provisions_too() -> None:
    given = (
        "Article 1\nExceptions from article 3\n\nNone.\n\n> Narrower than article 3; see also article 3 of\n"
        "> the Harbour Convention.\n\nArticle 3\nOil\n\nIt burns.\n"
    )
    assert renumbered(given) == (
        "Article 1\nExceptions from article 2\n\nNone.\n\n> Narrower than article 3; see also article 3 of\n"
        "> the Harbour Convention.\n\nArticle 2\nOil\n\nIt burns.\n"
    )
    assert checks(given) == [
        "article 3 in a note to article 1 may be another instrument's, and stays"
    ]


def test_commentary_of_its_own_moves_wherever_its_lines_break() -> None:
    given = "Article 1\n\nNone.\n\n> It softens the duty in article\n> 3 and nothing else.\n\nArticle 3\n\nIt burns.\n"
    assert "> It softens the duty in article\n> 2 and nothing else." in renumbered(given)


def test_references_to_others_stay() -> None:
    given = (
        "Article 1\n\nArticle 3 of the Charter of the United Nations and its article 3 apply beside "
        "article 3 of the present Convention.\n\nArticle 3\n\nOne.\n"
    )
    moved = renumbered(given)
    assert "Article 3 of the Charter of the United Nations" in moved
    assert "beside article 2 of the present Convention" in moved


def test_annexes_count_by_themselves() -> None:
    given = (
        "Article 1\n\nSee annex I, article 2, and article 3.\n\nArticle 3\n\nOne.\n\nANNEX I\nOIL\n\n"
        "Article 1\n\nSee article 3.\n\nArticle 1 bis\n\nTwo.\n\nArticle 2\n\nThree.\n\nArticle 3\n\nFour.\n"
    )
    moved = renumbered(given)
    assert moved.startswith("Article 1\n\nSee annex I, article 3, and article 2.\n\nArticle 2\n")
    assert "Article 1\n\nSee article 4.\n\nArticle 2\n\nTwo.\n" in moved


# ---- What a person must look at -------------------------------------------------------------------


def test_a_reference_to_nothing_is_told_of() -> None:
    given = "Article 1\n\nSee article 91.\n\nArticle 3\n\nOne.\n"
    assert "See article 91." in renumbered(given)
    assert checks(given) == ["article 91 in article 1 names nothing in this draft"]


def test_words_that_only_look_like_an_item_are_not_told_of() -> None:
    given = "Article 1\n\nFrom the nearest point of the coast.\n\nArticle 3\n\nOne.\n"
    assert checks(given) == []


def test_a_number_that_stood_twice_is_told_of() -> None:
    given = "Article 1\n\nSee article 2.\n\nArticle 2\n\nNew.\n\nArticle 2\n\nOld.\n"
    assert (
        renumbered(given)
        == "Article 1\n\nSee article 2.\n\nArticle 2\n\nNew.\n\nArticle 3\n\nOld.\n"
    )
    assert checks(given) == [
        "article 2 in article 1 was the number of 2 provisions; the first is taken to be meant"
    ]


def test_private_comments_stay_and_are_told_of() -> None:
    given = (
        "% answers: article 16\n% Ask about article 3.\n\nArticle 1\n\nOne.\n\nArticle 3\n\nTwo.\n"
    )
    assert renumbered(given).startswith("% answers: article 16\n% Ask about article 3.\n")
    assert checks(given) == ["article 3 in a private comment is now 2"]


def test_a_list_of_contents_gets_the_new_numbers() -> None:
    entries = [f"Article {number}. Lamp of kind {number}" for number in (1, 2, 4, 5, 6)]
    listed = "\n".join(f"{entry} ........ {page}" for page, entry in enumerate(entries, 1))
    articles = "\n\n".join(f"{entry}\nIt shall be lit." for entry in entries)
    given = f"Convention on Lamps\n\nCONTENTS\n\n{listed}\n\n{articles}\n"
    assert parse(given).instrument.contents
    moved = renumber(draft(given))
    assert "Article 3. Lamp of kind 4 ........ 3\n" in moved.text
    assert "Article 3. Lamp of kind 4\nIt shall be lit." in moved.text
    assert len(parse(moved.text).instrument.articles) == 5


def test_a_number_that_the_source_does_not_show_stops_it() -> None:
    given = draft(f"{HEAD}Article 1\n\nOne.\n\nArticle 3\n\nTwo.\n")
    other = Source("<text>", given.source.text.replace("Article 3", "Clause  3"))
    with pytest.raises(CannotRenumberError, match="article 3: its number cannot be found"):
        renumber(replace(given, source=other))


# ---- All else stays -------------------------------------------------------------------------------


def test_nothing_else_changes_byte_for_byte() -> None:
    given = (
        "Title: Lamps\r\nStatus: zero draft\r\n\r\nConvention  on\tLamps\r\n\r\n"
        "Article 1\r\n\r\n1.  As   article\t3 says,  lamps burn.\r\n% a comment\r\n\r\n"
        "Article 3\r\n\r\nTwo.  \r\n\r\n\r\n"
    )
    after = given.replace("Article 3", "Article 2").replace("\t3 says", "\t2 says")
    assert renumber(draft(given)).text == after


def test_renumbering_twice_changes_nothing_more() -> None:
    once = renumber(draft(LAMPS.replace("Article 2\n", "Article 2\n\nA.\n\nArticle 2 bis\n")))
    assert renumber(draft(once.text)).text == once.text


@every_draft
def test_a_draft_that_counts_stays_as_it_is(path: Path) -> None:
    text = path.read_text("utf-8")
    assert renumber(draft(text)) == Moved(text, (), (), 0, ())


def test_treaties_that_count_stay_and_others_count_after_once() -> None:
    """Few treaties have numbers that do not count; of those one cites in ways that forbid it."""
    changed, refused = [], []
    for path in sorted(treaties().rglob("*.txt")):
        reading = read(path)
        text = reading.source.text
        try:
            moved = renumber(draft(text))
        except CannotRenumberError:
            refused.append(path.stem)
            continue
        if moved.text != text:
            changed.append(path.stem)
            again = renumber(draft(moved.text))
            assert again.text == moved.text, path.stem
    assert len(changed) <= 12
    assert len(refused) <= 2


# ---- References after many insertions -------------------------------------------------------------


@every_draft
@pytest.mark.parametrize("seed", range(3))
def test_references_stay_on_their_targets_after_many_insertions(path: Path, seed: int) -> None:
    text = path.read_text("utf-8")
    before = parse(text).instrument
    moved = renumber(draft(_with_insertions(text, random.Random(seed))))
    after = parse(moved.text).instrument
    assert [article.number for article in after.articles] == [
        str(number) for number in range(1, len(after.articles) + 1)
    ]
    assert len(after.articles) == len(before.articles) + 12
    assert list(_led(after)) == list(_led(before))


def _with_insertions(text: str, chance: random.Random) -> str:
    """A draft with twelve articles put in between others."""
    starts = [match.start() for match in re.finditer(r"^Article \d+$", text, re.MULTILINE)]
    for start in sorted(chance.sample(starts[1:], 12), reverse=True):
        number = re.match(r"Article (\d+)", text[start:])
        assert number
        new = f"Article {int(number[1]) - 1} bis\nNew\n\nA lamp of its own stands here.\n\n"
        text = f"{text[:start]}{new}{text[start:]}"
    return text


def _led(instrument: Instrument) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The beginning of each passage with references, and of the provisions that it names."""
    pinpoints = Pinpoints(instrument)
    for node, holders in walk_with_ancestors(instrument):
        article = next((one for one in reversed(holders) if isinstance(one, Article)), None)
        match node:
            case Paragraph(text=words) | Subparagraph(text=words) if article:
                for one in pinpoints.named(words, article):
                    yield (
                        re.sub(r"[0-9]+", "", words)[:20],
                        (_name(one.nodes[0]), _name(one.nodes[-1])),
                    )
            case _:
                pass


def _name(node: Node) -> str:
    """The first words of a provision, without numbers."""
    words = (getattr(one, "heading", "") or getattr(one, "text", "") for one in walk(node))
    return re.sub(r"[0-9]+", "", next(filter(None, words)))


# ---- The command ----------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


INSERTED = LAMPS.replace(
    "Article 2\nNight", "Article 1 bis\nDawn\n\nDay breaks.\n\nArticle 2\nNight"
)


def test_the_draft_is_changed_in_place_and_the_changes_are_told() -> None:
    Path("lamps.txt").write_text(INSERTED, encoding="utf-8")
    done = run("renumber", "lamps.txt")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr == (
        "lamps.txt: renumbered 3 provisions, moved 3 references\n"
        "  article 1 bis is now 2\n"
        "  articles 2 to 3 are now 3 to 4\n"
    )
    assert Path("lamps.txt").read_text("utf-8") == renumber(draft(INSERTED)).text
    assert (
        run("renumber", "lamps.txt").stderr == "lamps.txt: all numbers count; nothing to renumber\n"
    )


def test_changes_are_shown_first() -> None:
    Path("lamps.txt").write_text(INSERTED, encoding="utf-8")
    shown = run("renumber", "lamps.txt", "--diff")
    assert "-Article 1 bis\n+Article 2\n" in shown.stdout
    assert "would renumber 3 provisions" in shown.stderr
    assert Path("lamps.txt").read_text("utf-8") == INSERTED


def test_places_to_look_at_have_their_line_in_the_new_text() -> None:
    Path("lamps.txt").write_text(f"{HEAD}Article 1\n\nSee article 91.\n\nArticle 3\n\nA.\n")
    done = run("renumber", "lamps.txt", "-o", "new.txt")
    assert done.exit_code == 1
    assert "lamps.txt:12:13: needs check: article 91 in article 1 names nothing" in done.stderr
    assert Path("new.txt").exists()


def test_standard_input_goes_to_standard_output() -> None:
    assert run("renumber", "-", given=INSERTED).stdout == renumber(draft(INSERTED)).text


def test_bis_is_kept_if_asked() -> None:
    assert run("renumber", "-", "--keep-bis", given=INSERTED).stdout == INSERTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_file_keeps_its_encoding_and_the_ends_of_its_lines(encoding: str) -> None:
    text = INSERTED.replace("Keepers", "Gardiens zélés à l’œuvre").replace("\n", "\r\n")
    Path("lamps.txt").write_bytes(text.encode(encoding))
    assert run("renumber", "lamps.txt").exit_code == 0
    assert Path("lamps.txt").read_bytes() == renumber(draft(text)).text.encode(encoding)


def test_what_is_no_plain_text_is_not_touched() -> None:
    Path("lamps.html").write_text("<html><body><h1>Lamps</h1><p>Article 1</p></body></html>")
    stopped = run("renumber", "lamps.html")
    assert stopped.exit_code == 2
    assert "import it first" in stopped.stderr


def test_a_draft_that_comes_with_the_tool_is_not_changed() -> None:
    stopped = run("renumber", "general-convention")
    assert stopped.exit_code == 2
    assert "name a file with -o" in stopped.stderr
