"""A person's verdicts: kept beside the draft, never lost, and flagged when their ground changes."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

import convention_tool
from convention_tool.analysis.coverage import Cell, Coverage, Evidence, GroupCell, RightRow
from convention_tool.analysis.coverage.records import ElementRow
from convention_tool.analysis.judged import Judged, Proposals, Standing, judged, to_json
from convention_tool.catalogue.groups import groups
from convention_tool.catalogue.rights import right
from convention_tool.cli import convention_tool as group
from convention_tool.cli.beside import path_beside, review_beside
from convention_tool.document import plain
from convention_tool.readers.review import ReviewReading, parse_review
from convention_tool.reviews import (
    Decision,
    Ground,
    Item,
    Judgement,
    Rest,
    Review,
    fingerprint,
    footings,
    item,
    unsettled,
)
from convention_tool.tree.address import Places
from convention_tool.tree.wording import wording
from convention_tool.views import verdicts
from convention_tool.writers.review import put, take

LAKE = """\
Convention on the Lake

Article 1
Schooling

1. Every child of a migrant may attend the school on the shore.

2. The school keeps a boat.

Article 2
Shelter

Refugees and students shall have shelter in the boathouse.

Article 3
Boats

The States Parties paint their boats.
"""

#: Another article stands before all others, and every number is another one.
RENUMBERED = (
    LAKE.replace("Article 3", "Article 4")
    .replace("Article 2", "Article 3")
    .replace("Article 1\n", "Article 1\nSwans\n\nSwans are left in peace.\n\nArticle 2\n")
)


def by_ruiz(key: str, decision: Decision, note: str = "") -> Judgement:
    return Judgement(key, decision, note, "A. Ruiz", "2024-05-31")


def run(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(group, arguments, input=given, prog_name="convention-tool")


def stopped(result: Result) -> str:
    """The one sentence of a run that could not do its work."""
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert "fault of its own" not in result.stderr
    return result.stderr


@pytest.fixture
def lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A draft in the current folder, on a fixed day."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717113600")
    Path("lake.txt").write_text(LAKE, encoding="utf-8")
    return "lake.txt"


# ---------------------------------------------------------------- keys and fingerprints


def test_a_key_names_a_cell_an_element_or_a_need() -> None:
    assert item("students:43") == Item("students", "43")
    assert item("students:43/training") == Item("students", "43", "training")
    assert item("students:need:work-hours") == Item("students", need="work-hours")


@pytest.mark.parametrize("key", ["", "students", "students:", ":43", "students:need:", "a:43/"])
def test_what_is_no_key_is_none(key: str) -> None:
    assert item(key) is None


@given(st.from_regex(r"[a-z]{1,9}:(need:[a-z]{1,9}|[0-9a-z-]{1,9}(/[a-z]{1,9})?)", fullmatch=True))
def test_a_key_is_written_as_it_is_read(key: str) -> None:
    found = item(key)
    assert found is not None
    assert found.key == key


def test_white_space_is_no_change_of_words() -> None:
    assert fingerprint("the  boat\nhouse ") == fingerprint("the boat house")
    assert fingerprint("the boat house") != fingerprint("the boat horse")
    assert fingerprint("the boat house") != fingerprint("The boat house")
    assert re.fullmatch("[0-9a-f]{16}", fingerprint(""))


def prints(text: str) -> dict[str, str]:
    places = Places(convention_tool.parse(text).instrument)
    return {at: fingerprint(wording(node)) for at, node in places.by_address.items()}


def resting_on(*addresses: str, text: str = LAKE) -> Judgement:
    found = prints(text)
    rests = tuple(Rest(address, found[address]) for address in addresses)
    return Judgement("students:30", Decision.CONFIRMED, rests_on=rests)


def test_a_changed_provision_unsettles_a_verdict_and_another_does_not() -> None:
    judgement = resting_on("art_1", "art_2")
    amended = prints(LAKE.replace("shall have shelter", "may ask for shelter"))
    (changed,) = unsettled(judgement, amended)
    assert (changed.rest.address, changed.ground) == ("art_2", Ground.CHANGED)
    assert not unsettled(judgement, prints(LAKE.replace("paint", "scrub")))


def test_new_lines_and_new_marks_change_nothing() -> None:
    wrapped = LAKE.replace("the school on", "the\nschool on").replace("1. Every", "(1)  Every")
    assert "art_1" in prints(wrapped)
    assert not unsettled(resting_on("art_1"), prints(wrapped))


def test_a_renumbered_article_is_found_under_its_new_number() -> None:
    judgement = resting_on("art_1", "art_1__para_2", "art_2")
    found = footings(judgement, prints(RENUMBERED))
    assert [one.ground for one in found] == [Ground.MOVED] * 3
    assert [one.now for one in found] == ["art_2", "art_2__para_2", "art_3"]


def test_an_article_that_has_the_words_of_its_paragraph_is_found_as_an_article() -> None:
    bare = LAKE.replace("Boats\n\n", "")
    moved = bare.replace("Article 3", "Article 9")
    (found,) = footings(resting_on("art_3__para_1", text=bare), prints(moved))
    assert found.now == "art_9__para_1"


def test_a_provision_that_was_struck_out_is_gone() -> None:
    without = LAKE[: LAKE.index("Article 3")]
    (gone,) = unsettled(resting_on("art_3"), prints(without))
    assert (gone.ground, gone.now) == (Ground.GONE, "")


def test_provisions_without_words_are_not_taken_for_one_another() -> None:
    judgement = Judgement("a:1", Decision.NOTED, rests_on=(Rest("art_1", fingerprint("")),))
    (found,) = footings(judgement, {"art_2": fingerprint("")})
    assert found.ground is Ground.GONE


# ---------------------------------------------------------------- the file, read

FILE = """\
# The commission's verdicts
[[verdict]]          # the first
item = "students:30"
decision = "confirmed"
by = "A. Ruiz"
on = 2024-05-31
proposed = "explicit"
rests_on = [{ address = "art_1", fingerprint = "0123456789abcdef" }]

# to be discussed in June
[[verdict]]
item = "refugees:need:papers"
decision = "noted"
note = \"\"\"
See
[[verdict]]
# and the commentary\"\"\"
"""


def test_a_file_is_read_entry_by_entry() -> None:
    reading = parse_review(FILE)
    assert not reading.diagnostics
    first, second = reading.review.judgements
    assert first == Judgement(
        "students:30",
        Decision.CONFIRMED,
        "",
        "A. Ruiz",
        "2024-05-31",
        (Rest("art_1", "0123456789abcdef"),),
        "explicit",
    )
    assert second.note == "See\n[[verdict]]\n# and the commentary"
    assert [entry.item for entry in reading.entries or ()] == [first.item, second.item]
    assert reading.review.last_by == "A. Ruiz"


def told(text: str) -> list[tuple[int, str]]:
    reading = parse_review(text, "lake.review.toml")
    return [
        (reading.source.position(one.span.start).line, one.message) for one in reading.diagnostics
    ]


class Mistake(NamedTuple):
    change: tuple[str, str]
    line: int
    message: str
    #: Which verdicts are still read.
    left: tuple[str, ...]


BOTH = ("students:30", "refugees:need:papers")
MISTAKES = (
    Mistake(('decision = "confirmed"', 'desicion = "confirmed"'), 4, '"desicion" is not', BOTH[1:]),
    Mistake(('decision = "confirmed"\n', ""), 2, "has no decision", BOTH[1:]),
    Mistake(('"confirmed"', '"agreed"'), 4, '"agreed" is no decision; write "confirmed"', BOTH[1:]),
    Mistake(('"confirmed"', "[1]"), 4, "is no decision", BOTH[1:]),
    Mistake(('item = "students:30"\n', ""), 2, "does not say on what", BOTH[1:]),
    Mistake(('"students:30"', '"students 30"'), 3, "GROUP:RIGHT", BOTH[1:]),
    Mistake(('"students:30"', "30"), 3, "item must be text in quotes", BOTH[1:]),
    Mistake(('"A. Ruiz"', "7"), 5, "by must be text in quotes", BOTH),
    Mistake(("2024-05-31", '"last May"'), 6, "write it as 2024-05-31", BOTH),
    Mistake(("2024-05-31", "true"), 6, "write it as 2024-05-31", BOTH),
    Mistake(('address = "art_1"', "address = 1"), 8, "not watched", BOTH),
    Mistake(("# to be", "[extra]\nx = 1\n# to be"), 10, '"extra" is not read', BOTH),
    Mistake(('"A. Ruiz"', "A. Ruiz"), 5, "cannot be read", BOTH[1:]),
    Mistake(("# The comm", "The comm"), 1, "cannot be read", BOTH),
    Mistake(("refugees:need:papers", "students:30"), 11, "line 2 too; this one counts", BOTH[:1]),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.message)
def test_a_mistake_is_said_with_its_line_and_costs_no_other_verdict(mistake: Mistake) -> None:
    text = FILE.replace(*mistake.change, 1)
    assert text != FILE
    assert any(
        line == mistake.line and mistake.message in message for line, message in told(text)
    ), told(text)
    assert tuple(one.item for one in parse_review(text).review.latest) == mistake.left


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "verdict = 3",
        "verdict = 3\n[[verdict]]\nx",
        "verdict = 3\n[[verdict]]\n",
        "verdict = [1, 2]",
        "[verdict]\nitem = 1",
        "x = " + "[" * 20_000,
        "x = " + "1" * 5_000,
        "[[verdict]]\nitem = {a = {b = 1}}\ndecision = nan",
        '[[verdict]]\nnote = """' + "[[verdict]]\n" * 2_000,
        "[[verdict]]\n" * 2_000,
        '"' * 20_001,
        "[[verdict]]\nitem = 'a:1'\non = 9999-99-99",
        "=" * 50_000,
    ],
    ids=lambda text: text[:20],
)
def test_a_hostile_file_gives_messages(text: str) -> None:
    reading = parse_review(text)
    assert reading.diagnostics
    assert all(one.message.isprintable() for one in reading.diagnostics)


@given(st.text(alphabet=st.sampled_from("[]verdict=\"'\n#\\ai:1{},.\r\ufeff-é")))
@settings(max_examples=300)
def test_any_text_can_be_read(text: str) -> None:
    reading = parse_review(text)
    assert reading.whole or reading.diagnostics


def test_a_file_of_thousands_of_verdicts_is_read_and_changed_at_once() -> None:
    text = "".join(
        f'[[verdict]]\nitem = "a:{place}"\ndecision = "noted"\nnote = "{"x" * 90}"\n\n'
        for place in range(20_000)
    )
    reading = parse_review(text)
    assert len(reading.review.judgements) == 20_000
    entries = reading.entries
    assert entries is not None
    changed = put(text, Judgement("a:7", Decision.REJECTED), entries[7].span)
    assert parse_review(changed).review.of("a:7") == Judgement("a:7", Decision.REJECTED)


# ---------------------------------------------------------------- the file, written


def place_of(reading: ReviewReading, key: str) -> tuple[int, int] | None:
    spans = [entry.span for entry in reading.entries or () if entry.item == key]
    return spans[-1] if spans else None


def with_verdict(text: str, judgement: Judgement) -> str:
    return put(text, judgement, place_of(parse_review(text), judgement.item))


def test_a_new_file_says_what_it_is() -> None:
    text = put("", by_ruiz("students:30", Decision.CONFIRMED))
    assert text.startswith("# Verdicts on a draft")
    assert max(map(len, text.splitlines())) <= 100
    assert not parse_review(text).diagnostics
    assert parse_review(text).review.judgements == (by_ruiz("students:30", Decision.CONFIRMED),)


def test_what_a_person_wrote_around_the_values_stays() -> None:
    judgement = Judgement("students:30", Decision.REJECTED, "No.\nNever.", "B. Sow", "2024-06-02")
    text = with_verdict(FILE, judgement)
    assert parse_review(text).review.of("students:30") == judgement
    assert text.startswith("# The commission's verdicts\n[[verdict]]          # the first\n")
    after = FILE[FILE.index("\n# to be discussed") :]
    assert text.endswith(after)


def test_a_remark_behind_a_value_stays() -> None:
    text = FILE.replace('decision = "confirmed"', "decision = 'confirmed'  # at last")
    changed = with_verdict(text, by_ruiz("students:30", Decision.NOTED, "wait"))
    assert 'decision = "noted"  # at last\n' in changed


def test_the_same_verdict_again_changes_no_byte() -> None:
    judgement = parse_review(FILE).review.of("students:30")
    assert judgement is not None
    assert with_verdict(FILE, judgement) == FILE


def test_a_withdrawn_verdict_leaves_the_comment_on_the_next() -> None:
    place = place_of(parse_review(FILE), "students:30")
    assert place is not None
    text = take(FILE, place)
    assert text == f"# The commission's verdicts\n{FILE[FILE.index(chr(10) + '# to be') :]}"


def test_a_verdict_may_stand_before_other_tables() -> None:
    text = f"{FILE}\n[ours] # kept\nx = [\n[1],\n]"
    judgement = by_ruiz("refugees:need:papers", Decision.REJECTED)
    changed = with_verdict(text, judgement)
    assert changed.endswith("\n\n[ours] # kept\nx = [\n[1],\n]")
    assert parse_review(changed).review.of(judgement.item) == judgement
    added = with_verdict(text, Judgement("a:1", Decision.CONFIRMED))
    assert added.startswith(text)
    assert len(parse_review(added).review.judgements) == 3


KEYS = ("students:30", "students:43/training", "refugees:need:papers", "stateless:7", "a:b")

#: Any letter that a file can hold, and marks that mean something in one.
NOTES = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\r"),
        st.sampled_from("\"'\\[]#=\n"),
    ),
    max_size=30,
)
JUDGEMENTS = st.builds(
    Judgement,
    st.sampled_from(KEYS),
    st.sampled_from(Decision),
    NOTES,
    NOTES.map(lambda text: text.replace("\n", " ")),
    st.dates().map(lambda day: day.isoformat()) | st.just(""),
    st.lists(st.builds(Rest, st.just("art_1"), st.just("0f"))).map(tuple),
    st.sampled_from(["", "explicit"]),
)

#: What a person may write between verdicts and within them.
OWN = (
    "# ours: 1\n",
    "\n\n",
    "# item = [[verdict]] \"\"\" '''\n",
    "[[verdict]] # ours: 2\n  item = 'stateless:7'   # ours: 3\ndecision= \"noted\"# ours: 4\n",
    '[[verdict]]\n# ours: 5\ndecision = "confirmed"\n\nitem = "a:b"\n# ours: 6\n',
    "[[verdict]]\nitem = \"x:y\"\nnote = '''\n[[verdict]]\n# ours: 7'''\ndecision = 'noted'\n",
)


@st.composite
def own_files(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.sampled_from(OWN), unique=True))
    text = "".join(parts)
    return draw(st.sampled_from([text, text.replace("\n", "\r\n"), text.rstrip("\n")]))


@given(own_files(), st.lists(JUDGEMENTS, max_size=5))
@settings(max_examples=200, deadline=None)
def test_any_verdicts_in_any_order_keep_all_other_text(text: str, given_: list[Judgement]) -> None:
    own = re.findall(r"# ours: \d", text)
    others = {one.item: one for one in parse_review(text).review.judgements}
    for judgement in given_:
        text = with_verdict(text, judgement)
        others[judgement.item] = judgement
        reading = parse_review(text)
        assert reading.whole
        assert {one.item: one for one in reading.review.judgements} == others
    assert re.findall(r"# ours: \d", text) == own


@given(own_files(), st.lists(JUDGEMENTS, min_size=1, max_size=3))
@settings(max_examples=100, deadline=None)
def test_what_was_added_and_withdrawn_leaves_what_was_there(
    text: str, given_: list[Judgement]
) -> None:
    before = parse_review(text).review
    new = {one.item: one for one in given_ if before.of(one.item) is None}
    changed = text
    for judgement in new.values():
        changed = with_verdict(changed, judgement)
    if text:
        assert changed.startswith(text)
    for key in new:
        place = place_of(parse_review(changed), key)
        assert place is not None
        changed = take(changed, place)
    assert parse_review(changed).review == before
    assert changed.strip().endswith(text.strip())


# ---------------------------------------------------------------- beside what the tool proposes


def coverage(text: str, status: Cell = Cell.EXPLICIT, at: str = "art_2") -> Proposals:
    """A coverage in which one right rests on one article, for every group alike."""
    instrument = convention_tool.parse(text).instrument
    found = convention_tool.cover(instrument)
    after = f"art_{int(at.removeprefix('art_')) + 1}"
    evidence = (Evidence("an article", after, "boats"),)
    cells = tuple(
        GroupCell(one.id, status, (at,), "" if status is Cell.EXPLICIT else "It is.", evidence)
        for one in groups()
    )
    given_to = right("30")
    element = given_to.elements[0]
    row = RightRow(given_to, cells, (ElementRow(element, given=True, cells=cells),))
    return Proposals(
        Coverage(found.groups, (row,), language="en", places=Places(instrument)), instrument
    )


def verdict_on(proposals: Proposals, key: str = "students:30") -> Review:
    proposal = proposals.of(key)
    assert proposal is not None
    rests = proposals.rests(proposal)
    return Review(
        (Judgement(key, Decision.CONFIRMED, "", "A. Ruiz", "2024-05-31", rests, proposal.proposed),)
    )


def only(review: Review, proposals: Proposals) -> Judged:
    (found,) = judged(review, proposals)
    return found


def test_a_verdict_rests_on_the_provisions_and_the_evidence_of_its_cell() -> None:
    review = verdict_on(coverage(LAKE))
    assert [rest.address for rest in review.judgements[0].rests_on] == ["art_2", "art_3"]


def test_a_verdict_stands_on_the_same_draft() -> None:
    found = only(verdict_on(coverage(LAKE)), coverage(LAKE))
    assert (found.standing, found.again) == (Standing.STANDS, False)
    element = f"students:30/{right('30').elements[0].id}"
    assert only(verdict_on(coverage(LAKE), element), coverage(LAKE)).standing is Standing.STANDS


def test_a_verdict_on_changed_words_needs_another_look() -> None:
    now = coverage(LAKE.replace("shall have shelter", "may ask for shelter"))
    found = only(verdict_on(coverage(LAKE)), now)
    assert found.standing is Standing.CHANGED
    assert verdicts.why(found, now.places) == "the words of article 2 have changed"


def test_evidence_that_changed_is_a_changed_ground_too() -> None:
    now = coverage(LAKE.replace("paint their boats", "sell their boats"))
    assert only(verdict_on(coverage(LAKE)), now).standing is Standing.CHANGED


def test_a_verdict_on_a_provision_that_is_gone_says_which() -> None:
    now = coverage(LAKE[: LAKE.index("Article 3")])
    found = only(verdict_on(coverage(LAKE)), now)
    assert found.standing is Standing.GONE
    assert verdicts.why(found, now.places) == "article 3 is no longer in the draft"


def test_a_verdict_stands_where_the_article_has_another_number() -> None:
    now = coverage(RENUMBERED, at="art_3")
    found = only(verdict_on(coverage(LAKE)), now)
    assert found.standing is Standing.STANDS
    assert "the former article 2 is now article 3" in verdicts.why(found, now.places)


def test_a_change_is_told_once_of_the_innermost_provision() -> None:
    rests = resting_on("art_1", "art_1__para_2", "art_2", "art_2__para_1").rests_on
    review = Review((Judgement("students:30", Decision.CONFIRMED, rests_on=rests),))
    now = coverage(LAKE.replace("keeps a boat", "keeps two boats"))
    assert verdicts.why(only(review, now), now.places) == (
        "the words of article 1, paragraph 2 have changed"
    )
    now = coverage(LAKE[: LAKE.index("Article 1")] + LAKE[LAKE.index("Article 3") :])
    assert verdicts.why(only(review, now), now.places) == (
        "article 1 is no longer in the draft; article 2 is no longer in the draft"
    )
    now = coverage(RENUMBERED)
    assert verdicts.why(only(review, now), now.places) == (
        "the former article 1 is now article 2; the former article 2 is now article 3"
    )


def test_like_words_elsewhere_do_not_hide_a_change() -> None:
    twin = (
        LAKE
        + "\nArticle 4\nShelter\n\nRefugees and students shall have shelter in the boathouse.\n"
    )
    now = coverage(twin.replace("students shall have", "students may have", 1))
    assert only(verdict_on(coverage(twin)), now).standing is Standing.CHANGED


def test_a_verdict_on_another_proposal_needs_another_look() -> None:
    now = coverage(LAKE, Cell.EXCLUDED)
    found = only(verdict_on(coverage(LAKE)), now)
    assert found.standing is Standing.OTHERWISE
    assert "proposed “named” then and proposes “out” now" in verdicts.why(found, now.places)


@pytest.mark.parametrize("key", ["student:30", "students:300", "students:need:x", "students:30/x"])
def test_a_verdict_on_what_does_not_exist_is_shown_and_said(key: str) -> None:
    proposals = coverage(LAKE)
    found = only(Review((Judgement(key, Decision.NOTED, "hm"),)), proposals)
    assert found.standing is Standing.UNKNOWN
    assert "there is no such" in verdicts.in_a_sentence(found, proposals.places)


def test_a_verdict_by_hand_is_not_said_to_stand() -> None:
    proposals = coverage(LAKE)
    found = only(Review((Judgement("students:30", Decision.CONFIRMED),)), proposals)
    assert (found.standing, found.again) == (Standing.UNWATCHED, False)


def test_labels_say_who_decided_and_when_to_look_again() -> None:
    review, now = verdict_on(coverage(LAKE)), coverage(LAKE, Cell.SILENT)
    stands = only(review, coverage(LAKE))
    assert plain(verdicts.label(stands)) == "confirmed by A. Ruiz, 2024-05-31"
    assert plain(verdicts.label(only(review, now))).endswith("look again: proposal changed")
    said = verdicts.on_cells((stands,), now.places)
    assert said == {("30", "students"): "Confirmed by A. Ruiz, 2024-05-31."}


def test_verdicts_on_elements_and_needs_are_not_said_of_the_cell() -> None:
    proposals = coverage(LAKE)
    keys = (f"students:30/{right('30').elements[0].id}", "students:need:work-hours")
    found = judged(Review(tuple(Judgement(key, Decision.NOTED) for key in keys)), proposals)
    assert verdicts.on_cells(found, proposals.places) == {}
    assert verdicts.section((), proposals.places) == ()
    assert len(verdicts.section(found, proposals.places)) == 3


def test_the_json_tells_what_was_proposed_then_and_now() -> None:
    now = coverage(LAKE.replace("shall have", "may have"), Cell.SILENT)
    (told_,) = to_json(judged(verdict_on(coverage(LAKE)), now))
    assert told_ == {
        "item": "students:30",
        "decision": "confirmed",
        "by": "A. Ruiz",
        "on": "2024-05-31",
        "note": "",
        "standing": "ground changed",
        "proposed_then": "explicit",
        "proposed_now": "silent",
        "changed": ["art_2"],
        "moved": [],
    }


# ---------------------------------------------------------------- on the command line


def give(*arguments: str) -> Result:
    result = run("verdict", "lake.txt", *arguments)
    assert result.exit_code == 0, result.output
    assert max(map(len, result.stdout.splitlines())) <= 80
    return result


def test_a_provision_under_a_verdict_is_named_once(lake: str) -> None:
    Path(lake).write_text("Article 1\n\nEveryone shall receive urgent medical care.\n", "utf-8")
    said = " ".join(give("refugees:28", "confirmed", "--by", "A. Ruiz").stdout.split())
    assert "resting on article 1. Written" in said


def test_a_verdict_is_kept_beside_the_draft(lake: str) -> None:
    result = give("students:30", "confirmed", "--by", "A. Ruiz", "--note", "As agreed.")
    assert "students:30 confirmed by A. Ruiz, 2024-05-31." in result.stdout
    judgement = review_beside(lake).of("students:30")
    assert judgement is not None
    assert (judgement.note, judgement.on) == ("As agreed.", "2024-05-31")
    assert judgement.proposed in list(Cell)
    assert Path(lake).read_text(encoding="utf-8") == LAKE
    assert [path.name for path in sorted(Path().iterdir())] == ["lake.review.toml", "lake.txt"]


@pytest.mark.parametrize(
    "said",
    [
        ("students:30",),
        ("students 30",),
        ("Students", "30"),
        ("student", "article", "30"),
        ("students:art. 30",),
        ("STUDENTS:30",),
        ("students:child-education",),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("lake")
def test_an_item_may_be_written_as_people_write(said: tuple[str, ...]) -> None:
    if said[-1].endswith("education"):
        said = (f"students:{right('30').id}",)
    give(*said, "confirm", "--by", "me")
    assert review_beside("lake.txt").of("students:30")


@pytest.mark.usefixtures("lake")
def test_a_need_of_the_checklist_has_verdicts_too() -> None:
    give("students", "need", "work-hours", "rejected", "--by", "me")
    judgement = review_beside("lake.txt").of("students:need:work-hours")
    assert judgement is not None
    assert judgement.proposed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("refuges:30 confirmed", "did you mean refugees?"),
        ("xyzzy:30 confirmed", "the groups are irregular, students"),
        ("refugees:nonrefoulment confirmed", "did you mean non-refoulement"),
        ("refugees:xyzzy confirmed", "from 7 to 83"),
        ("refugees:91 confirmed", "no right that groups hold"),
        ("refugees:0 confirmed", 'no right "0"'),
        ("refugees:143 confirmed", "did you mean"),
        ("refugees confirmed", "write both, as in refugees:43"),
        ("confirmed", "say on what"),
        ("--by me", "say on what"),
        ("--withdraw", "say on what"),
        ("refugees:30 confrimed", "did you mean confirmed?"),
        ("refugees:30 perhaps", '"perhaps" is no decision; write one of confirmed, rejected'),
        ("refugees:30", "add your verdict: one of confirmed, rejected, noted"),
        ("refugees:30 confirmed", 'add --by "NAME"'),
        ("refugees:30 confirmed --by=", 'add --by "NAME"'),
        ("refugees:30 noted --by me", "add --note"),
        ("refugees:30 confirmed --by me --on 31.5.2024", "write it as 2024-05-31"),
        ("students:need:workhours confirmed", "did you mean work-hours?"),
        ("students:need:xyzzy confirmed", "they are "),
        ("refugees:30/xyzzy confirmed", "part"),
        ("refugees:30 --withdraw", "no verdict on refugees:30"),
    ],
)
@pytest.mark.usefixtures("lake")
def test_a_slip_is_answered_in_one_sentence(arguments: str, said: str) -> None:
    message = stopped(run("verdict", "lake.txt", *arguments.split()))
    assert said in message
    assert message.count("\n") == 1
    assert not path_beside("lake.txt").exists()


@pytest.mark.usefixtures("lake")
def test_verdicts_are_given_on_a_file_of_ones_own() -> None:
    assert "name its file" in stopped(run("verdict", "-", "students:30", "confirmed", given=LAKE))
    assert "save a copy" in stopped(run("verdict", "general-convention"))
    assert "no file nowhere" in stopped(run("verdict", "nowhere"))
    Path("lake.review.toml").write_text("")
    assert "name the draft" in stopped(run("verdict", "lake.review.toml"))


@pytest.mark.usefixtures("lake")
def test_the_name_is_that_of_the_last_verdict_unless_given() -> None:
    give("students:30", "confirmed", "--by", "A. Ruiz")
    assert "by A. Ruiz" in give("students:28", "confirmed").stdout
    give("students:27", "confirmed", "--by", "B. Sow", "--on", "2024-06-02")
    judgement = review_beside("lake.txt").of("students:27")
    assert judgement is not None
    assert (judgement.by, judgement.on) == ("B. Sow", "2024-06-02")


@pytest.mark.usefixtures("lake")
def test_a_later_verdict_takes_the_place_of_the_former_and_says_so() -> None:
    give("students:30", "confirmed", "--by", "A. Ruiz", "--note", "x")
    again = give("students:30", "rejected", "--by", "B. Sow")
    assert "takes the place of “confirmed” by A. Ruiz" in again.stdout.replace("\n", " ")
    (judgement,) = review_beside("lake.txt").judgements
    assert (judgement.decision, judgement.by, judgement.note) == (Decision.REJECTED, "B. Sow", "")


@pytest.mark.usefixtures("lake")
def test_a_withdrawn_verdict_is_taken_out_and_the_rest_stays() -> None:
    path_beside("lake.txt").write_text(FILE.replace("refugees:need:papers", "refugee:30"))
    give("students:30", "--withdraw")
    give("refugee:30", "--withdraw")
    text = path_beside("lake.txt").read_text()
    assert review_beside("lake.txt") == Review()
    assert "# The commission's verdicts" in text
    assert "# to be discussed in June" in text


@pytest.mark.usefixtures("lake")
def test_running_the_tool_again_leaves_the_file_as_it_is() -> None:
    give("students:30", "confirmed", "--by", "A. Ruiz")
    before = path_beside("lake.txt").read_bytes()
    assert run("cover", "lake.txt").exit_code == 0
    assert run("verdict", "lake.txt").exit_code == 0
    give("students:30", "confirmed")
    assert path_beside("lake.txt").read_bytes() == before


def test_the_list_says_which_verdicts_need_another_look(lake: str) -> None:
    empty = run("verdict", lake)
    assert (empty.exit_code, empty.stderr) == (0, "")
    assert "There are no verdicts." in empty.stdout
    give("students:30", "confirmed", "--by", "A. Ruiz")
    judgement = review_beside(lake).of("students:30")
    assert judgement is not None
    path = path_beside(lake)
    ground = Judgement(
        *(judgement.item, judgement.decision, "", "A. Ruiz", "2024-05-31"),
        (Rest("art_3", prints(LAKE)["art_3"]),),
        judgement.proposed,
    )
    path.write_text(put("", ground))
    assert run("verdict", lake).exit_code == 0
    Path(lake).write_text(LAKE.replace("paint their boats", "sell their boats"))
    changed = run("verdict", lake)
    assert changed.exit_code == 1
    assert "1 needs another look" in changed.stdout
    assert "The words of article 3 have changed." in changed.stdout
    assert max(map(len, changed.stdout.splitlines())) <= 80
    record = json.loads(run("verdict", lake, "--to", "json").stdout)["verdicts"][0]
    assert (record["standing"], record["changed"]) == ("ground changed", ["art_3"])
    rows = list(csv.reader(StringIO(run("verdict", lake, "--to", "csv").stdout)))
    assert len(rows) == 2


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_keeps_its_line_ends_and_its_mark(lake: str, ending: str, mark: str) -> None:
    path = path_beside(lake)
    path.write_bytes((mark + FILE.replace("\n", ending)).encode())
    give("stateless:30", "noted", "--note", "a\nb", "--by", "me")
    data = path.read_bytes().decode()
    assert data.startswith(mark + FILE.replace("\n", ending))
    assert data.count("\n") == data.count(ending)
    note = review_beside(lake).of("stateless:30")
    assert note is not None
    assert note.note == "a\nb"


@pytest.mark.parametrize(
    "content",
    [
        FILE.replace('"A. Ruiz"', "A. Ruiz").encode(),
        b'verdict = [{item = "students:30", decision = "noted"}]',
        FILE.replace("June", "août").encode("cp1252"),
    ],
)
def test_a_file_that_cannot_be_changed_safely_is_left_alone(lake: str, content: bytes) -> None:
    path = path_beside(lake)
    path.write_bytes(content)
    stopped(run("verdict", lake, "students:30", "confirmed", "--by", "me"))
    assert path.read_bytes() == content


def test_the_list_never_takes_the_place_of_the_verdicts(lake: str) -> None:
    give("students:30", "confirmed", "--by", "A. Ruiz")
    before = path_beside(lake).read_bytes()
    stopped(run("verdict", lake, "--to", "json", "-o", "lake.review.toml"))
    assert path_beside(lake).read_bytes() == before


def test_mistakes_in_the_file_are_told_with_their_lines(lake: str) -> None:
    path_beside(lake).write_text(FILE.replace('"noted"', '"maybe"'))
    result = run("verdict", lake)
    assert result.exit_code == 1
    assert 'lake.review.toml:13:1: "maybe" is no decision' in result.stderr
    assert "students:30" in result.stdout


def test_a_folder_in_the_place_of_the_file_is_one_sentence(lake: str) -> None:
    path_beside(lake).mkdir()
    assert "is a folder" in stopped(run("verdict", lake))


def test_a_draft_from_elsewhere_has_no_verdicts() -> None:
    assert review_beside("-") == Review()
    assert review_beside("nowhere.txt") == Review()


def test_the_file_is_named_after_the_draft() -> None:
    assert path_beside("a/lake.txt") == Path("a/lake.review.toml")
    assert path_beside("lake") == Path("lake.review.toml")
    assert path_beside("lake.v2.txt") == Path("lake.v2.review.toml")


def test_cover_shows_what_a_person_decided_apart_from_what_is_proposed(lake: str) -> None:
    assert json.loads(run("cover", lake, "--to", "json").stdout)["verdicts"] == []
    assert "Verdicts" not in run("cover", lake).stdout
    give("students:30", "rejected", "--by", "A. Ruiz", "--note", "Only on the shore.")
    data = json.loads(run("cover", lake, "--to", "json").stdout)
    (shown,) = data["verdicts"]
    assert (shown["item"], shown["decision"]) == ("students:30", "rejected")
    cells = next(row["cells"] for row in data["matrix"] if row["right"] == "30")
    proposed = next(cell["status"] for cell in cells if cell["group"] == "students")
    assert shown["proposed_now"] == shown["proposed_then"] == proposed
    assert "Only on the shore." in run("cover", lake).stdout
    page = run("cover", lake, "--to", "html").stdout
    assert "Rejected by A. Ruiz, 2024-05-31: Only on the shore." in page


def test_every_format_of_cover_shows_the_verdicts(lake: str) -> None:
    element = f"students:30/{right('30').elements[0].id}"
    for key, note in (("students:30", "Only on the shore."), (element, "By boat.")):
        give(key, "rejected", "--by", "A. Ruiz", "--note", note)
    for to in ("text", "markdown", "html", "csv"):
        shown = run("cover", lake, "--to", to).stdout
        assert "Only on the shore." in shown, to
        assert "By boat." in shown, to
    for to, inside in (("docx", "word/document.xml"), ("xlsx", "xl/sharedStrings.xml")):
        assert run("cover", lake, "--to", to, "-o", f"lake.{to}").exit_code == 0
        with ZipFile(f"lake.{to}") as file:
            written = file.read(inside).decode()
        assert "Only on the shore." in written, to
        assert "By boat." in written, to


def test_the_table_of_cells_has_a_column_for_verdicts(lake: str) -> None:
    give("students:30", "confirmed", "--by", "A. Ruiz")
    header, *rows = csv.reader(StringIO(run("cover", lake, "--to", "csv").stdout))
    said = [row for row in rows if row[-1]]
    assert header[-1] == "Verdict"
    (row,) = said
    assert row[header.index("Number")] == "30"
    assert row[header.index("Group")] == "Students"
