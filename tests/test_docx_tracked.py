"""The Word file with tracked changes: all accepted it is the new text, all rejected the old one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import docx
import pytest
from cases import read_cases
from docx.oxml.ns import qn
from office import NEEDS_OFFICE, settled

from convention_tool import parse
from convention_tool.analysis.diff import diff
from convention_tool.document import (
    Content,
    Deleted,
    Fate,
    Inline,
    Inserted,
    LineStyle,
    Omission,
    Redline,
    RedlineLine,
    Words,
    plain,
    words,
)
from convention_tool.views.instrument import view
from convention_tool.views.redline import redline
from convention_tool.writers import docx as whole_writer
from convention_tool.writers.docx_tracked import write

CASES = Path(__file__).parent / "cases" / "diff"

AUTHOR, DATE = "The tool", "2026-11-29T00:00:00Z"

#: What goes when all is accepted, and when all is rejected.
ACCEPTED, REJECTED = frozenset({"del", "moveFrom"}), frozenset({"ins", "moveTo"})
CHANGES = ACCEPTED | REJECTED
RANGES = frozenset({"moveFromRangeStart", "moveToRangeStart"})


def draft(*articles: str, title: str = "Convention on Lamps", end: str = "") -> str:
    """A text of articles; the first line of each is its heading."""
    said = (f"Article {place}\n{article}" for place, article in enumerate(articles, 1))
    lines = "\n".join((title, "Have agreed as follows:", *said, *([end] if end else [])))
    return lines.replace("\n", "\n\n")


LIGHTS = (
    "Lights\n1. Each State shall keep its lights lit.\n2. No ship shall be charged for a light."
)
KEEPERS = "Keepers\nEvery keeper shall be paid each month in the money of the port."
BOATS = "Boats\nA boat shall lie ready at each pier, and its oars shall be of ash."
BELLS = "Bells\nIn fog the bell is rung by whoever has the watch. It is cast of bronze and tin."
CUT_BELLS = BELLS.replace(". It", ".\nIt")
TASKS = "Tasks\nThe crew shall:\n(a) trim the wick;\n(b) polish the brass;\n(c) sweep the stairs."
SWAPPED = "Tasks\nThe crew shall:\n(a) polish the brass;\n(b) sweep the stairs.\n(c) trim the wick;"
DONE = "Done at the harbour, this day."

PAIRS = {
    "edited words": (draft(LIGHTS, BOATS), draft(LIGHTS, BOATS.replace("each", "any stone"))),
    "edited number": (draft(LIGHTS), draft(LIGHTS.replace("2.", "1 bis."))),
    "number lost": (draft(LIGHTS), draft("Lights\nEach State shall keep its lights lit.")),
    "inserted": (draft(LIGHTS, KEEPERS), draft(LIGHTS, BOATS, KEEPERS)),
    "inserted after inserted words": (
        draft(BOATS, BELLS, end=DONE),
        draft(f"{BOATS} Its mast is red.\nNo sail shall be patched twice.", BELLS, end=DONE),
    ),
    "deleted": (draft(LIGHTS, BOATS, KEEPERS), draft(LIGHTS, KEEPERS)),
    "replaced": (draft(LIGHTS, BOATS, KEEPERS), draft(LIGHTS, BELLS, KEEPERS)),
    "moved": (draft(BOATS, LIGHTS, KEEPERS, BELLS), draft(LIGHTS, KEEPERS, BOATS, BELLS)),
    "moved and edited": (
        draft(BOATS, LIGHTS, KEEPERS, BELLS),
        draft(LIGHTS, KEEPERS, BOATS.replace("ash", "old ash").replace("A boat", "A"), BELLS),
    ),
    "moved within a list": (draft(LIGHTS, TASKS, BOATS), draft(LIGHTS, SWAPPED, BOATS)),
    "split": (draft(LIGHTS, BELLS, BOATS), draft(LIGHTS, CUT_BELLS, BOATS)),
    "merged": (draft(LIGHTS, CUT_BELLS, BOATS), draft(LIGHTS, BELLS, BOATS)),
    "title": (draft(LIGHTS), draft(LIGHTS, title="Convention on Lamps and Bells")),
    "another title": (draft(LIGHTS), draft(LIGHTS, title="Protocol")),
    "last words": (draft(LIGHTS, end=DONE), draft(LIGHTS, end=DONE.replace("day", "night"))),
    "last line": (draft(LIGHTS, end=DONE), draft(LIGHTS, end="IN WITNESS WHEREOF we signed.")),
    "inserted at the end": (draft(LIGHTS), draft(LIGHTS, end=DONE)),
    "inserted at the end, in several lines": (draft(LIGHTS), draft(LIGHTS, TASKS, BOATS)),
    "deleted at the end": (draft(KEEPERS, LIGHTS, end=DONE), draft(KEEPERS)),
    "replaced at the end": (draft(KEEPERS, LIGHTS), draft(KEEPERS, TASKS)),
    "moved to the end": (draft(BOATS, LIGHTS, KEEPERS), draft(LIGHTS, KEEPERS, BOATS)),
    "moved from the end": (draft(LIGHTS, KEEPERS, BOATS), draft(BOATS, LIGHTS, KEEPERS)),
    "split at the end": (draft(LIGHTS, BELLS), draft(LIGHTS, CUT_BELLS)),
    "merged at the end": (draft(LIGHTS, CUT_BELLS), draft(LIGHTS, BELLS)),
    "all": (draft(BOATS, LIGHTS, end=DONE), draft(TASKS, BELLS, title="Rules of the Pier")),
}


@pytest.mark.parametrize("name", PAIRS)
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(name: str) -> None:
    old, new = PAIRS[name]
    file = file_of(old, new)
    assert changes(file)
    assert (left(file, ACCEPTED), left(file, REJECTED)) == (lines_of(new), lines_of(old))


def test_random_edits_are_accepted_and_rejected_exactly() -> None:
    for seed in range(80):
        old, new = random_pair(seed)
        file = file_of(old, new)
        assert (left(file, ACCEPTED), left(file, REJECTED)) == (lines_of(new), lines_of(old)), seed


def test_any_lines_in_any_order_are_accepted_and_rejected_exactly() -> None:
    for seed in range(150):
        lines = random_lines(Random(seed))
        file = written(lines)
        assert left(file, ACCEPTED) == projected(lines, Inserted), seed
        assert left(file, REJECTED) == projected(lines, Deleted), seed


def test_the_number_of_a_paragraph_cut_in_two_stays_before_its_first_piece() -> None:
    whole = (
        "1. Each keeper shall keep a lamp lit. He shall clean the glass of every lamp each week."
    )
    old = draft(BOATS, f"Lights\n{whole}\n2. No ship shall be charged for a light.")
    cut = whole.replace("lit. He", "lit.\n2. He")
    new = draft(BOATS, f"Lights\n{cut}\n3. No ship shall be charged for a light.")
    file = file_of(old, new)
    assert (left(file, ACCEPTED), left(file, REJECTED)) == (lines_of(new), lines_of(old))


@pytest.mark.parametrize("path", sorted(CASES.glob("*.case")), ids=lambda path: path.stem)
def test_the_changes_of_every_case_can_be_accepted_and_rejected(path: Path) -> None:
    for case in read_cases(path.read_text("utf-8")):
        first, _, second = case.given.partition("+++\n")
        for old, new in ((first, second), (second, first)):
            file = file_of(old, new)
            assert left(file, ACCEPTED) == lines_of(new), case.title
            assert left(file, REJECTED) == lines_of(old), case.title


def test_texts_that_say_the_same_give_a_file_without_changes() -> None:
    text = draft(LIGHTS, TASKS, end=DONE)
    file = file_of(text, text)
    assert changes(file) == []
    assert left(file, frozenset()) == lines_of(text)


def test_no_lines_give_an_empty_file() -> None:
    assert left(written([]), ACCEPTED) == []


def test_a_file_with_lines_left_out_is_not_written() -> None:
    with pytest.raises(ValueError, match="leaves out 3 lines"):
        written([RedlineLine(words("a")), Omission(3)])


def test_the_same_texts_give_the_same_bytes() -> None:
    old, new = PAIRS["moved and edited"]
    assert file_of(old, new) == file_of(old, new)


def test_every_change_has_its_own_number_an_author_and_a_date() -> None:
    for file in many_files():
        made = [e for e in body_of(file).iter() if name_of(e) in {*CHANGES, *RANGES, "pPrChange"}]
        numbers = [e.get(qn("w:id")) for e in made]
        assert len(numbers) == len(set(numbers))
        assert {e.get(qn("w:author")) for e in made} <= {AUTHOR}
        assert {e.get(qn("w:date")) for e in made} <= {DATE, "2026-11-29T00:02:00Z"}


def test_changes_stand_as_the_format_wants_them() -> None:
    order = {
        "pPr": ["pStyle", "ind", "rPr", "pPrChange"],
        "rPr": ["ins", "del", "moveFrom", "moveTo"],
        "pPrChange": ["pPr"],
    }
    for file in many_files():
        for made in body_of(file).iter():
            if name_of(made) in order:
                places = [order[name_of(made)].index(name_of(inner)) for inner in made]
                assert places == sorted(set(places))
            if name_of(made) == "del":
                assert not list(made.iter(qn("w:t")))
            if name_of(made) in CHANGES:
                assert name_of(made.getparent()) in {"p", "rPr"}
        for paragraph in body_of(file).iter(qn("w:p")):
            assert not {"ins", "del"} <= set(mark_of(paragraph))


def test_the_last_mark_of_a_file_is_never_tracked() -> None:
    for file in many_files():
        *_, last = body_of(file).iter(qn("w:p"))
        assert mark_of(last) == []


def test_a_move_has_one_name_at_both_its_places_and_ends_where_it_began() -> None:
    for file in many_files():
        begun: dict[str, list[str]] = {"moveFromRangeStart": [], "moveToRangeStart": []}
        waiting: list[tuple[str, str]] = []
        for made in body_of(file).iter():
            if name_of(made) in begun:
                assert not waiting
                begun[name_of(made)].append(made.get(qn("w:name")))
                waiting.append((name_of(made).removesuffix("Start"), made.get(qn("w:id"))))
            elif name_of(made).endswith("RangeEnd"):
                assert waiting.pop() == (name_of(made).removesuffix("End"), made.get(qn("w:id")))
            elif name_of(made) in {"moveFrom", "moveTo"} and name_of(made.getparent()) == "p":
                assert waiting[-1][0] == f"{name_of(made)}Range"
        assert not waiting
        away, here = begun.values()
        assert sorted(away) == sorted(here)
        assert len(set(here)) == len(here)


def test_an_article_moves_with_all_that_stands_in_it_and_apart_from_the_next() -> None:
    old = draft(LIGHTS, TASKS, KEEPERS, BOATS, BELLS, f"Oars\n{'An oar is of ash or of oak. ' * 9}")
    new = draft(KEEPERS, BOATS, BELLS, f"Oars\n{'An oar is of ash or of oak. ' * 9}", LIGHTS, TASKS)
    assert moved_here(file_of(old, new)) == [
        ["Article 5\N{EM SPACE}Lights", *LIGHTS.replace(". ", ".\t").split("\n")[1:]],
        ["Article 6\N{EM SPACE}Tasks", *TASKS.replace(") ", ")\t").split("\n")[1:]],
    ]


def test_a_paragraph_moves_alone_and_closing_words_with_what_they_close() -> None:
    away = moved("1", "One.", Fate.MOVED_AWAY), replace(moved("2", "Two:", Fate.MOVED_AWAY))
    here = moved("1", "One.", Fate.MOVED_HERE), moved("2", "Two:", Fate.MOVED_HERE)
    close = RedlineLine(words("so that."), fate=Fate.MOVED_HERE)
    file = written([*away, replace(close, fate=Fate.MOVED_AWAY), KEPT, *here, close, KEPT])
    assert moved_here(file) == [["One."], ["Two:", "so that."]]


def test_a_move_whose_other_place_is_not_there_is_written_as_an_insertion() -> None:
    here = moved("1", "One.", Fate.MOVED_HERE)
    away = moved("2", "Two.", Fate.MOVED_AWAY)
    file = written([here, KEPT, away, KEPT])
    assert changes(file) == ["ins", "ins", "del", "del"]
    assert left(file, ACCEPTED) == ["One.", "kept", "kept"]


def test_an_edited_move_is_moved_words_and_inserted_and_deleted_ones() -> None:
    old, new = PAIRS["moved and edited"]
    assert set(changes(file_of(old, new))) == CHANGES


def test_changes_on_the_two_sides_of_a_mark_that_stays_have_dates_apart() -> None:
    file = written([RedlineLine((Words("a"), Inserted("b"))), line("c", Fate.INSERTED), KEPT])
    dates = [e.get(qn("w:date")) for e in body_of(file).iter(qn("w:ins"))]
    assert dates == [DATE, *["2026-11-29T00:02:00Z"] * 2]


def test_a_line_break_and_characters_that_xml_forbids() -> None:
    file = written([RedlineLine((Words("a\nb"), Deleted("\x01\nc"), Inserted("\r<d>"))), KEPT])
    assert left(file, ACCEPTED) == ["a\nb <d>", "kept"]
    assert left(file, REJECTED) == ["a\nb\ufffd\nc", "kept"]
    assert len(list(body_of(file).iter(qn("w:br")))) == 2


def test_a_text_is_set_as_the_writer_of_whole_texts_sets_it() -> None:
    text = draft(LIGHTS, TASKS, BOATS, end=DONE)
    page = whole_writer.write(view(parse(text).instrument))
    assert looks(file_of(text, text)) == looks(page)


def test_paragraphs_are_set_as_either_text_sets_them() -> None:
    numbered = RedlineLine(words("a"), number=words("1."))
    file = written([numbered, line("b", Fate.INSERTED)])
    _, last = body_of(file).iter(qn("w:p"))
    (was,) = last.iter(qn("w:pPrChange"))
    assert [e.style for e in (last.pPr, was[0])] == ["BodyText", "Provision"]
    assert left(file, REJECTED) == ["1.\ta"]


@NEEDS_OFFICE
@pytest.mark.timeout(300)
def test_libreoffice_accepts_and_rejects_as_word_does(tmp_path: Path) -> None:
    pairs = [*PAIRS.values(), *map(random_pair, range(100, 140))]
    lines = [random_lines(Random(seed)) for seed in range(200, 240)]
    wanted = [(lines_of(new), lines_of(old)) for old, new in pairs]
    wanted += [(projected(row, Inserted), projected(row, Deleted)) for row in lines]
    files = [*(file_of(old, new) for old, new in pairs), *map(written, lines)]
    found = [(one.accepted, one.rejected) for one in settled(files, tmp_path)]
    for place, (got, want) in enumerate(zip(found, wanted, strict=True)):
        assert got == want, place


# Files and what is in them.


def file_of(old: str, new: str) -> bytes:
    return written(redline(diff(parse(old).instrument, parse(new).instrument)))


def written(lines: Iterable[RedlineLine | Omission]) -> bytes:
    return write(Redline("old", "new", tuple(lines)), "Lamps", "en", AUTHOR, DATE)


def many_files() -> Iterator[bytes]:
    for old, new in PAIRS.values():
        yield file_of(old, new)
    for seed in range(40):
        yield written(random_lines(Random(seed)))


def body_of(file: bytes) -> Any:
    return docx.Document(BytesIO(file)).element.body


def left(file: bytes, gone: frozenset[str]) -> list[str]:
    """The paragraphs that the rules of the format leave where the changes of some kinds go."""
    found, waiting = [], ""
    for paragraph in body_of(file).iter(qn("w:p")):
        waiting += "".join(text_of(e) for e in paragraph if name_of(e) not in {"pPr", *gone})
        if gone.isdisjoint(mark_of(paragraph)):
            found.append(waiting)
            waiting = ""
    assert not waiting
    return found


def mark_of(paragraph: Any) -> list[str]:
    """What is tracked of the mark of a paragraph."""
    return [name_of(e) for e in paragraph.xpath("w:pPr/w:rPr/*")]


def text_of(holder: Any) -> str:
    found = holder.iter(*map(qn, ("w:t", "w:delText", "w:tab", "w:br")))
    return "".join({"tab": "\t", "br": "\n"}.get(name_of(e)) or e.text for e in found)


def name_of(made: Any) -> str:
    return str(made.tag).rpartition("}")[2]


def changes(file: bytes) -> list[str]:
    """The kinds of all changes of words and marks."""
    return [name_of(e) for e in body_of(file).iter() if name_of(e) in CHANGES]


def moved_here(file: bytes) -> list[list[str]]:
    """The paragraphs of each move, as they stand at its new place."""
    found: list[list[str]] = []
    inside = False
    for made in body_of(file).iter():
        match name_of(made):
            case "moveToRangeStart":
                inside = True
                found.append([text_of(made.getparent())])
            case "moveToRangeEnd":
                inside = False
            case "p" if inside:
                found[-1].append(text_of(made))
    return found


def looks(file: bytes) -> list[tuple[object, ...]]:
    """The words of each paragraph, its style and how far it stands in."""
    return [
        (
            p.text,
            p.style and p.style.name,
            form.left_indent,
            form.first_line_indent,
        )
        for p in docx.Document(BytesIO(file)).paragraphs
        for form in (p.paragraph_format,)
    ]


# Lines.

Kind = type[Words] | type[Inserted] | type[Deleted]

KEPT = RedlineLine(words("kept"))


def line(text: str, fate: Fate) -> RedlineLine:
    return RedlineLine((Deleted(text) if fate is Fate.DELETED else Inserted(text),), fate=fate)


def moved(number: str, text: str, fate: Fate) -> RedlineLine:
    """A line that moved, at one of its two places."""
    names = f"old_{number}", f"new_{number}"
    anchor, other = names if fate is Fate.MOVED_AWAY else reversed(names)
    return RedlineLine(words(text), fate=fate, anchor=anchor, other=other)


def lines_of(text: str) -> list[str]:
    """The lines of one text alone, as the file sets them."""
    instrument = parse(text).instrument
    return projected(redline(diff(instrument, instrument)), Inserted)


def projected(lines: Iterable[RedlineLine], kind: type[Inserted | Deleted]) -> list[str]:
    """The lines of the text that has the words of a kind."""
    found: list[str] = []
    joined = False
    other = Fate.DELETED if kind is Inserted else Fate.INSERTED
    for one in lines:
        if one.is_new if kind is Inserted else one.is_old:
            text = said(one, kind)
            found[-1:] = [found[-1] + text] if joined else [*found[-1:], text]
            joined = one.end is other
    assert not joined
    return found


def said(line: RedlineLine, kind: type[Inline]) -> str:
    number, content = (
        plain(tuple(inline for inline in part if isinstance(inline, Words | kind)))
        for part in (line.number, line.content)
    )
    if line.style is LineStyle.TEXT:
        return f"{number}\t{content}" if number else content
    return f"{number}\N{EM SPACE}{content}" if number and content else number + content


def random_lines(random: Random) -> list[RedlineLine]:
    """Lines of all fates in no sensible order, of which both texts have some."""
    lines = [KEPT]
    for place in range(random.randrange(1, 9)):
        fate = random.choice((*[Fate.KEPT] * 3, Fate.INSERTED, Fate.DELETED, Fate.MOVED_HERE))
        one = random_line(random, fate)
        if fate is Fate.MOVED_HERE:
            here, away = f"new_{place}", f"old_{place}"
            gone = replace(one, fate=Fate.MOVED_AWAY, anchor=away, other=here)
            gone = replace(gone, content=(*one.content, *random_words(random, Deleted, most=1)))
            one = replace(one, content=(*one.content, *random_words(random, Inserted, most=1)))
            lines.insert(random.randrange(len(lines) + 1), gone)
            one = replace(one, anchor=here, other=away)
            lines.insert(random.randrange(len(lines) + 1), one)
        else:
            lines.append(one)
    random.shuffle(lines)
    for place, (one, after) in enumerate(pairwise(lines)):
        if one.fate is after.fate is Fate.KEPT and random.random() < 0.3:
            lines[place] = replace(one, end=random.choice((Fate.INSERTED, Fate.DELETED)))
    return lines


def random_line(random: Random, fate: Fate) -> RedlineLine:
    kinds: dict[Fate, Kind] = {Fate.INSERTED: Inserted, Fate.DELETED: Deleted}
    kind = kinds.get(fate, Words)
    content = list(random_words(random, kind, most=3, least=1))
    numbers: list[Content] = [(), (kind("1."),)]
    if fate is Fate.KEPT:
        content += (*random_words(random, Inserted, most=2), *random_words(random, Deleted, most=2))
        random.shuffle(content)
        numbers += [(Inserted("2."),), (Deleted("1."),), (Deleted("1."), Inserted("2."))]
    style = random.choice((LineStyle.TEXT, LineStyle.TEXT, LineStyle.HEADING))
    level = random.randrange(3) if style is LineStyle.TEXT else random.randrange(2, 4)
    return RedlineLine(tuple(content), random.choice(numbers), style, level, fate)


def random_words(
    random: Random, kind: Kind, *, most: int, least: int = 0
) -> Iterator[Words | Inserted | Deleted]:
    for _ in range(random.randint(least, most)):
        yield kind(random.choice(Draft.WORDS) + random.choice((" ", "", ".", "\n")))


# Drafts.


@dataclass
class Clause:
    """A paragraph: its sentences, and the items of a list after them."""

    sentences: list[str]
    items: list[str] = field(default_factory=list)


class Draft:
    """A small draft that can be edited at random."""

    WORDS = (
        *("keeper", "lamp", "harbour", "ship", "glass", "oil", "bell", "tower", "ladder", "rope"),
        *("boat", "oar", "fog", "night", "watch", "coast", "master", "wick", "rock", "signal"),
        *("pilot", "anchor", "port", "crew", "storm", "tide", "chart", "buoy", "horn", "beam"),
    )

    def __init__(self, random: Random) -> None:
        self.random = random
        self.numbered = random.random() < 0.5
        self.title = "Convention on Lamps"
        self.end = random.random() < 0.5
        self.articles = [self.article() for _ in range(random.randrange(3, 9))]

    def article(self) -> tuple[str, list[Clause]]:
        heading = " ".join(self.some(2)).capitalize()
        return heading, [self.clause() for _ in range(self.random.randrange(1, 4))]

    def clause(self) -> Clause:
        sentences = [self.sentence() for _ in range(self.random.randrange(1, 4))]
        if self.random.random() < 0.8:
            return Clause(sentences)
        items = [" ".join(self.some(5)) for _ in range(self.random.randrange(2, 5))]
        return Clause([*sentences, "The crew shall keep:"], items)

    def sentence(self) -> str:
        return f"The {' '.join(self.some(self.random.randrange(5, 12)))}."

    def some(self, count: int) -> list[str]:
        return self.random.sample(self.WORDS, count)

    def text(self) -> str:
        articles = (
            "\n".join((heading, *self.lines(clauses))) for heading, clauses in self.articles
        )
        return draft(*articles, title=self.title, end=DONE if self.end else "")

    def lines(self, clauses: list[Clause]) -> Iterator[str]:
        for number, clause in enumerate(clauses, 1):
            mark = f"{number}. " if self.numbered and len(clauses) > 1 else ""
            yield mark + " ".join(clause.sentences)
            last = len(clause.items) - 1
            for place, item in enumerate(clause.items):
                yield f"({'abcdefgh'[place]}) {item}{'.' if place == last else ';'}"

    def edit(self) -> None:
        """Change something, or nothing where the choice does not suit."""
        random = self.random
        _, clauses = random.choice(self.articles)
        clause = random.choice(clauses)
        edits: list[Callable[[], None]] = [
            *(lambda: self.edit_words(clause.sentences),) * 4,
            lambda: self.edit_row(self.articles, self.article),
            lambda: self.edit_row(clauses, self.clause),
            lambda: self.edit_row(clause.items, lambda: " ".join(self.some(5))),
            self.edit_ends,
            lambda: self.cut(clauses),
            lambda: self.join(clauses),
        ]
        random.choice(edits)()

    def edit_words(self, sentences: list[str]) -> None:
        place = self.random.randrange(len(sentences))
        said = sentences[place].split()
        at = self.random.randrange(1, len(said))
        said[at : at + self.random.randrange(2)] = self.some(self.random.randrange(3))
        sentences[place] = " ".join(said)

    def edit_row(self, row: list[Any], made: Callable[[], Any]) -> None:
        """Insert one, delete one, or move one, unless that would leave none."""
        if not row:
            return
        place, other = self.random.randrange(len(row) + 1), self.random.randrange(len(row))
        match self.random.randrange(3):
            case 0:
                row.insert(place, made())
            case 1 if len(row) > 1:
                row.pop(other)
            case _:
                row.insert(place, row.pop(other))

    def edit_ends(self) -> None:
        if self.random.random() < 0.5:
            self.title += f" and {self.random.choice(self.WORDS)}"
        else:
            self.end = not self.end

    def cut(self, clauses: list[Clause]) -> None:
        place = self.random.randrange(len(clauses))
        clause = clauses[place]
        if len(clause.sentences) > 1:
            at = self.random.randrange(1, len(clause.sentences))
            first, second = clause.sentences[:at], clause.sentences[at:]
            clauses[place : place + 1] = Clause(first), Clause(second, clause.items)

    def join(self, clauses: list[Clause]) -> None:
        for place, (one, other) in enumerate(pairwise(clauses)):
            if not one.items:
                joined = Clause(one.sentences + other.sentences, other.items)
                clauses[place : place + 2] = (joined,)
                return


def random_pair(seed: int) -> tuple[str, str]:
    made = Draft(Random(seed))
    old = made.text()
    for _ in range(made.random.randrange(1, 7)):
        made.edit()
    return old, made.text()
