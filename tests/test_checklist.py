"""Checklists: what each group must have and needs, what is missing, and what a person has decided."""

import json
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import convention_tool
from convention_tool import parse
from convention_tool.analysis.checklist import (
    QUESTIONS,
    Checklists,
    Item,
    Kind,
    Reply,
    State,
    checklists,
    gaps,
)
from convention_tool.analysis.coverage import (
    Cell,
    Coverage,
    Evidence,
    GroupCell,
    GroupPlace,
    Status,
)
from convention_tool.analysis.coverage.records import ElementRow, RightRow
from convention_tool.analysis.judged import Proposals, with_verdicts
from convention_tool.catalogue.groups import group, groups
from convention_tool.catalogue.needs import baseline, needs_of, weights
from convention_tool.catalogue.rights import new_rights, rights
from convention_tool.catalogue.rights import right as right_of
from convention_tool.cli import convention_tool as command
from convention_tool.document import Badge, Document, Strong, Table, blocks_of, plain
from convention_tool.reviews import Decision, Judgement, Rest, Review, fingerprint
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Instrument
from convention_tool.tree.wording import wording
from convention_tool.views.checklist import tables, view

ROOT = Path(__file__).parent.parent
DRAFTS = sorted((ROOT / "drafts").glob("*.txt"))

#: A draft has one of these of each thing that the tests speak of.
TEXT = """Convention on Everybody Abroad

Article 1

Everyone has the right to be left alive.

Article 2

{clause}
"""

PLAIN = TEXT.format(clause="Everyone may go to school.")


@cache
def instrument(text: str = PLAIN) -> Instrument:
    return parse(text).instrument


def coverage(
    changes: dict[str, Cell] | None = None,
    *,
    place: Status = Status.GENERAL,
    language: str = "en",
) -> Coverage:
    """A coverage in which every group has everything, but for some rights or parts of rights."""
    changed = changes or {}

    def cells(key: str, fallback: Cell) -> tuple[GroupCell, ...]:
        status = changed.get(key, fallback)
        good = status in {Cell.EXPLICIT, Cell.INCLUSIVE}
        reason = "" if good else f"It is {status}."
        provisions = () if status is Cell.SILENT else ("art_1",)
        evidence = tuple(Evidence("article 1", one, "left alive") for one in provisions)
        return tuple(GroupCell(one.id, status, provisions, reason, evidence) for one in groups())

    def row(article: str) -> RightRow:
        right = right_of(article)
        whole = changed.get(article, Cell.INCLUSIVE)
        parts = tuple(
            ElementRow(part, given=True, cells=cells(f"{article}/{part.id}", whole))
            for part in right.elements
        )
        return RightRow(right, cells(article, Cell.INCLUSIVE), parts)

    return Coverage(
        groups=tuple(
            GroupPlace(one.id, one.title, place, f"It is {place}.", ()) for one in groups()
        ),
        matrix=tuple(row(one.article) for one in (*rights(), *new_rights())),
        language=language,
    )


def listed(
    changes: dict[str, Cell] | None = None,
    *,
    text: str = PLAIN,
    review: Review | None = None,
    place: Status = Status.GENERAL,
    language: str = "en",
) -> Checklists:
    given = coverage(changes, place=place, language=language)
    return with_verdicts(Proposals(given, instrument(text)), review or Review())


def item(lists: Checklists, id_: str) -> Item:
    (found,) = (one for one in lists.items if one.id == id_)
    return found


def reply(lists: Checklists, group_id: str, letter: str) -> str:
    (one,) = (one for one in lists.lists if one.group == group_id)
    (question,) = (question for question in one.questions if question.letter == letter)
    return str(question.reply)


# ---------------------------------------------------------------- what is on the lists


def test_each_group_has_the_baseline_and_its_own_needs() -> None:
    lists = listed().lists
    assert [one.group for one in lists] == [one.id for one in groups()]
    for one in lists:
        rights_of_all = [entry.subject for entry in one.of_kind(Kind.BASELINE)]
        assert rights_of_all == [entry.right.article for entry in baseline()]
        assert [entry.subject for entry in one.of_kind(Kind.NEED)] == [
            need.id for need in needs_of(one.group)
        ]


def test_ids_are_those_by_which_verdicts_know_the_items() -> None:
    ids = [one.id for one in listed().items]
    assert len(set(ids)) == len(ids)
    assert "students:9" in ids
    assert "students:need:work-hours" in ids
    assert all(one.id.startswith(f"{one.group}:") for one in listed().items)


# ---------------------------------------------------------------- states


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        (Cell.EXPLICIT, State.TICKED),
        (Cell.INCLUSIVE, State.TICKED),
        (Cell.CONDITIONAL, State.PARTLY),
        (Cell.PARTIAL, State.PARTLY),
        (Cell.CONSIDER, State.PARTLY),
        (Cell.EXCLUDED, State.BARRED),
        (Cell.SUBTRACTED, State.BARRED),
        (Cell.SILENT, State.OPEN),
        (Cell.NOT_APPLICABLE, State.NOT_APPLICABLE),
    ],
)
def test_a_cell_makes_the_state_of_a_right(cell: Cell, state: State) -> None:
    found = item(listed({"9": cell}), "students:9")
    assert found.state is state
    assert found.cells == (cell,)
    assert bool(found.missing) == (state not in {State.TICKED, State.NOT_APPLICABLE})
    assert bool(found.evidence) == (cell is not Cell.SILENT)


def test_a_right_without_a_part_that_it_must_have_is_there_in_part() -> None:
    found = item(listed({"22/review": Cell.SILENT}), "refugees:22")
    assert found.state is State.PARTLY
    assert "review" in found.missing
    assert found.gap


def test_another_part_that_is_lacking_is_told_and_does_not_count() -> None:
    found = item(listed({"22/costs": Cell.SILENT}), "refugees:22")
    assert found.state is State.TICKED
    assert len(found.without) == 1
    assert not found.gap


def test_where_any_right_is_enough_the_best_counts() -> None:
    changes = {"adequate-standard/housing": Cell.SILENT, "43/housing": Cell.CONDITIONAL}
    assert item(listed(changes), "students:need:housing").state is State.PARTLY
    changes["43/housing"] = Cell.INCLUSIVE
    assert item(listed(changes), "students:need:housing").state is State.TICKED
    changes["43/housing"] = Cell.EXCLUDED
    assert item(listed(changes), "students:need:housing").state is State.BARRED
    changes["43/housing"] = Cell.SILENT
    found = item(listed(changes), "students:need:housing")
    assert found.state is State.OPEN
    assert " or " in found.missing


def test_where_each_is_needed_some_are_a_part() -> None:
    whole = item(listed(), "irregular:need:expulsion")
    assert whole.state is State.TICKED
    part = item(listed({"22/stay": Cell.SILENT}), "irregular:need:expulsion")
    assert part.state is State.PARTLY
    assert "stay" in part.missing
    silent = {f"22/{name}": Cell.SILENT for name in ("no-collective-expulsion", "review", "stay")}
    assert item(listed(silent), "irregular:need:expulsion").state is State.OPEN


def test_what_the_parts_of_a_right_are_is_for_a_person_where_they_were_not_looked_for() -> None:
    given = coverage()
    bare = replace(given, matrix=tuple(replace(row, elements=()) for row in given.matrix))
    lists = checklists(bare, instrument())
    assert item(lists, "students:22").state is State.PARTLY
    assert "for a person to see" in item(lists, "students:22").missing
    assert item(lists, "students:24").state is State.TICKED


def test_a_right_that_is_not_looked_for_is_no_gap() -> None:
    lists = checklists(replace(coverage(), matrix=()), instrument())
    assert item(lists, "students:9").state is State.UNTOLD
    assert not item(lists, "students:9").gap
    assert reply(lists, "students", "D") == Reply.UNTOLD


def test_in_a_language_that_is_not_understood_silence_is_no_gap() -> None:
    lists = listed({"9": Cell.SILENT, "10": Cell.CONDITIONAL}, language="fr")
    assert item(lists, "students:9").state is State.UNTOLD
    assert item(lists, "students:10").state is State.PARTLY
    assert not lists.understood
    shut = listed({"9": Cell.SILENT}, language="fr", place=Status.EXCLUDED)
    assert item(shut, "students:9").state is State.BARRED
    assert "English" in str(view(lists, "T").blocks[0])


@pytest.mark.parametrize(
    ("place", "inside", "stated"),
    [
        (Status.NAMED, State.TICKED, State.TICKED),
        (Status.GENERAL, State.TICKED, State.PARTLY),
        (Status.CONDITIONAL, State.PARTLY, State.PARTLY),
        (Status.EXCLUDED, State.BARRED, State.TICKED),
        (Status.SILENT, State.OPEN, State.OPEN),
    ],
)
def test_the_place_of_a_group_answers_some_needs(
    place: Status, inside: State, stated: State
) -> None:
    lists = listed(place=place)
    assert item(lists, "refugees:need:inside").state is inside
    assert item(lists, "internally-displaced:need:in-or-out").state is stated


# ---------------------------------------------------------------- needs that words answer

CLAUSES = [
    ("Students shall enjoy academic freedom.", Status.NAMED, State.TICKED),
    ("Everyone has the right to academic freedom.", Status.GENERAL, State.TICKED),
    ("Refugees have the right to academic freedom.", Status.GENERAL, State.OPEN),
    ("The States Parties shall protect academic freedom.", Status.GENERAL, State.PARTLY),
    ("Everyone lawfully present has a right to academic freedom.", Status.GENERAL, State.PARTLY),
    ("Students shall enjoy academic freedom.", Status.CONDITIONAL, State.PARTLY),
    ("Students shall enjoy academic freedom.", Status.EXCLUDED, State.BARRED),
    ("Everyone has the right to academic freedom.", Status.SILENT, State.OPEN),
    (
        "The States Parties shall endeavour to ensure academic freedom to students.",
        Status.NAMED,
        State.PARTLY,
    ),
    ("Everyone may sing.", Status.NAMED, State.OPEN),
]


@pytest.mark.parametrize(("clause", "place", "state"), CLAUSES)
def test_words_answer_a_need_only_in_a_clause_that_reaches_the_group(
    clause: str, place: Status, state: State
) -> None:
    lists = listed(text=TEXT.format(clause=clause), place=place)
    found = item(lists, "students:need:academic-freedom")
    assert found.state is state
    if state is State.TICKED:
        assert [(one.address, "academic freedom" in one.text) for one in found.evidence] == [
            ("art_2__para_1", True)
        ]
    else:
        assert found.missing


def test_words_in_the_preamble_answer_nothing() -> None:
    text = f"Convention\n\nPreamble\n\nConsidering that students need academic freedom,\n\n{PLAIN}"
    found = item(listed(text=text), "students:need:academic-freedom")
    assert found.state is State.OPEN


def test_a_rule_of_the_text_counts_whoever_it_speaks_of() -> None:
    clause = "A State in which a person has habitual residence may issue a card."
    found = item(listed(text=TEXT.format(clause=clause)), "stateless:need:habitual-residence")
    assert found.state is not State.OPEN


@pytest.mark.parametrize(
    ("language", "clause"),
    [
        ("fr", "Toute personne a droit à la liberté académique."),
        ("es", "Toda persona tiene derecho a la libertad académica."),
    ],
)
def test_words_answer_in_the_language_of_the_draft(language: str, clause: str) -> None:
    heading = {"fr": "Article 1", "es": "Artículo 1"}[language]
    text = f"Convention\n\n{heading}\n\n{clause}\n"
    lists = listed(text=text, language=language)
    assert item(lists, "students:need:academic-freedom").state is State.TICKED


# ---------------------------------------------------------------- the gaps


def test_gaps_come_by_weight_then_by_group_and_bars_first() -> None:
    lists = listed({"9": Cell.SILENT, "10": Cell.EXCLUDED, "24": Cell.SILENT, "15": Cell.SILENT})
    found = [one for one in lists.gaps if one.kind is Kind.BASELINE]
    first = [one.subject for one in found if one.group == "irregular"]
    assert first == ["10", "9", "24", "15"]
    steps = [weight.id for weight in weights()]
    order = [group.id for group in groups()]
    keys = [(steps.index(one.weight.id), order.index(one.group)) for one in lists.gaps]
    assert keys == sorted(keys)
    assert gaps(lists.lists) == lists.gaps


def test_what_is_there_is_no_gap() -> None:
    assert all(one.state not in {State.TICKED, State.NOT_APPLICABLE} for one in listed().gaps)
    assert "students:9" not in {one.id for one in listed().gaps}


# ---------------------------------------------------------------- the eight questions


def test_a_group_that_has_everything_is_answered_yes() -> None:
    lists = listed(place=Status.NAMED)
    for letter in "ABCDFGH":
        assert reply(lists, "asylum-seekers", letter) == Reply.YES, letter
    assert "".join(QUESTIONS) == "ABCDEFGH"


@pytest.mark.parametrize(
    ("changes", "place", "letter", "expected"),
    [
        ({}, Status.EXCLUDED, "A", Reply.NO),
        ({}, Status.SILENT, "A", Reply.NO),
        ({}, Status.CONDITIONAL, "A", Reply.IN_PART),
        ({}, Status.EXCLUDED, "B", Reply.NO),
        ({"10": Cell.SUBTRACTED}, Status.NAMED, "B", Reply.IN_PART),
        ({}, Status.CONDITIONAL, "C", Reply.NO),
        ({"9": Cell.CONDITIONAL}, Status.NAMED, "C", Reply.IN_PART),
        ({"9": Cell.SILENT}, Status.NAMED, "D", Reply.IN_PART),
        ({"28": Cell.CONDITIONAL}, Status.NAMED, "F", Reply.IN_PART),
        ({"77": Cell.SILENT}, Status.NAMED, "G", Reply.IN_PART),
        ({"77": Cell.CONDITIONAL}, Status.NAMED, "G", Reply.IN_PART),
        (dict.fromkeys(("77", "72", "74", "76", "inquiry"), Cell.SILENT), Status.NAMED, "G", "no"),
        ({"81": Cell.SILENT}, Status.NAMED, "H", Reply.NO),
    ],
)
def test_a_lack_is_seen_in_the_question_that_asks_for_it(
    changes: dict[str, Cell], place: Status, letter: str, expected: str
) -> None:
    assert reply(listed(changes, place=place), "students", letter) == expected


def test_the_rights_of_a_group_are_counted_and_never_added_to_its_needs() -> None:
    lists = listed({"9": Cell.SILENT, "10": Cell.CONDITIONAL})
    (one,) = (one for one in lists.lists if one.group == "students")
    by_letter = {question.letter: question.because for question in one.questions}
    assert by_letter["D"] == "45 of 47, and 1 in part; not “Life”."
    assert by_letter["E"].partition(" of ")[2].startswith(str(len(needs_of("students"))))


# ---------------------------------------------------------------- what a person has decided


def judged(
    decision: Decision, id_: str = "students:9", *, then: str | None = None, note: str = ""
) -> Review:
    """A verdict on an item that rests on article 1, whose words were then these."""
    places = Places(instrument())
    node = places.find("art_1")
    assert node is not None
    rest = Rest("art_1", fingerprint(wording(node) if then is None else then))
    return Review((Judgement(id_, decision, note, "A. Person", "2024-05-31", (rest,)),))


def test_a_verdict_stands_beside_the_proposal_and_does_not_change_it() -> None:
    found = item(listed(review=judged(Decision.REJECTED)), "students:9")
    assert found.state is State.TICKED
    assert found.judgement is not None
    assert found.stands
    assert found.changed == ()


def test_a_rejected_tick_is_a_gap_and_a_rejected_gap_is_none() -> None:
    assert item(listed(review=judged(Decision.REJECTED)), "students:9").gap
    silent = {"9": Cell.SILENT}
    assert not item(listed(silent, review=judged(Decision.REJECTED)), "students:9").gap
    assert item(listed(silent, review=judged(Decision.CONFIRMED)), "students:9").gap
    assert item(listed(silent, review=judged(Decision.NOTED)), "students:9").gap


def test_a_verdict_whose_words_have_changed_is_flagged_and_closes_no_gap() -> None:
    review = judged(Decision.REJECTED, then="Everyone has the right to something else.")
    found = item(listed({"9": Cell.SILENT}, review=review), "students:9")
    assert found.changed == ("article 1",)
    assert not found.stands
    assert found.gap


def test_of_a_provision_that_has_changed_inside_the_inner_one_is_told() -> None:
    rests = (Rest("art_1", "0" * 16), Rest("art_1__para_1", "0" * 16))
    given = Judgement("students:9", Decision.CONFIRMED, rests_on=rests)
    changed = item(listed(review=Review((given,))), "students:9").changed
    assert len(changed) == 1


def test_a_tick_that_a_person_rejects_is_listed_with_the_gaps() -> None:
    page = view(listed(review=judged(Decision.REJECTED)), "T", keep=lambda name: name == "students")
    gap = next(
        block for block in blocks_of(page) if isinstance(block, Table) and "Gaps" in block.caption
    )
    assert "A person does not find" in "".join(plain(cell) for cell in gap.rows[0].cells)


def test_gaps_that_a_person_rejects_are_counted_and_left_out() -> None:
    review = judged(Decision.REJECTED)
    page = view(listed({"9": Cell.SILENT}, review=review), "T")
    assert "A person has rejected 1 gap that the tool proposes" in said(page)


def test_a_verdict_on_a_provision_that_is_gone_is_flagged() -> None:
    gone = Judgement("students:9", Decision.CONFIRMED, rests_on=(Rest("art_9", "0" * 16),))
    found = item(listed(review=Review((gone,))), "students:9")
    assert found.changed == ("art_9, which is gone",)


def test_a_verdict_on_another_proposal_is_flagged() -> None:
    for then, flagged in (("silent", True), ("inclusive", False), ("", False)):
        (given,) = judged(Decision.CONFIRMED).judgements
        review = Review((replace(given, proposed=then),))
        found = item(listed(review=review), "students:9")
        assert found.again is flagged, then
        told = "but the tool proposed “silent” then"
        assert (told in said(view(listed(review=review), "T"))) is flagged


def test_a_verdict_whose_provision_has_only_moved_stands() -> None:
    (given,) = judged(Decision.CONFIRMED).judgements
    moved = replace(given, rests_on=(replace(given.rests_on[0], address="art_7"),))
    assert item(listed(review=Review((moved,))), "students:9").stands


def test_a_verdict_on_a_cell_that_no_list_has_belongs_to_the_matrix() -> None:
    for key in ("students:43", "students:43/training"):
        assert listed(review=judged(Decision.CONFIRMED, key)).strays == ()
    for key in ("students:43/singing", "students:need:singing", "students:94"):
        assert len(listed(review=judged(Decision.CONFIRMED, key)).strays) == 1


def test_a_verdict_on_nothing_in_the_lists_is_told() -> None:
    lists = listed(review=judged(Decision.CONFIRMED, "martians:9"))
    assert [one.item for one in lists.strays] == ["martians:9"]
    assert "martians:9" in said(view(lists, "T"))


# ---------------------------------------------------------------- on the page


def said(page: Document) -> str:
    return str(page)


def badges(page: Document, group_id: str) -> list[tuple[str, bool]]:
    """The labels in the lists of a group: what each says, and whether it is set in bold."""
    title = group(group_id).title
    return [
        (inline.text, False) if isinstance(inline, Badge) else (plain((inline,)), True)
        for block in blocks_of(page)
        if isinstance(block, Table) and block.caption.endswith(f": {title}")
        for row in block.rows
        for cell in row.cells
        for inline in cell
        if isinstance(inline, Badge | Strong)
    ]


def test_a_proposal_never_looks_like_a_verdict() -> None:
    page = view(listed(review=judged(Decision.CONFIRMED)), "T")
    for text, bold in badges(page, "students"):
        assert text.startswith("proposed: ") is not bold
    assert ("confirmed by A. Person on 2024-05-31", True) in badges(page, "students")


def test_a_changed_verdict_says_what_has_changed() -> None:
    review = judged(Decision.CONFIRMED, then="Other words.", note="See the minutes.")
    shown = badges(view(listed(review=review), "T"), "students")
    told = "confirmed by A. Person on 2024-05-31, but article 1 has changed since"
    assert (told, True) in shown
    assert "See the minutes." in said(view(listed(review=review), "T"))


def test_the_page_ends_with_the_gaps_and_shows_only_the_groups_asked_for() -> None:
    page = view(listed({"9": Cell.SILENT}), "T", keep=lambda name: name == "students")
    captions = [block.caption for block in blocks_of(page) if isinstance(block, Table)]
    assert captions[-1].startswith("Gaps: ")
    assert not any("Refugees" in caption for caption in captions)
    assert all(block.landscape for block in blocks_of(page) if isinstance(block, Table))


def test_the_gaps_of_a_group_that_the_text_does_not_reach_are_one_line_for_each_weight() -> None:
    changes = {one.right.article: Cell.SILENT for one in baseline()}

    def rows(place: Status) -> int:
        page = view(listed(changes, place=place), "T", keep=lambda name: name == "detained")
        found = (block for block in blocks_of(page) if isinstance(block, Table))
        return sum(len(block.rows) for block in found if block.caption.startswith("Gaps"))

    assert rows(Status.SILENT) == len(weights())
    assert rows(Status.GENERAL) >= len(baseline())


def test_every_row_of_the_sheets_says_in_words_what_its_colours_say() -> None:
    sheet, of_gaps = tables(listed({"9": Cell.SILENT}, review=judged(Decision.NOTED)))
    assert (sheet.caption, of_gaps.caption) == ("Checklist", "Gaps")
    assert len(sheet.rows) == len(listed().items)
    named = [plain(cell) for cell in sheet.header]
    row = next(row for row in sheet.rows if plain(row.cells[-1]) == "students:9")
    flat = dict(zip(named, map(plain, row.cells), strict=True))
    assert flat["Proposed"] == "missing"
    assert flat["Verdict"] == "noted by A. Person on 2024-05-31"
    assert (flat["By"], flat["On"]) == ("A. Person", "2024-05-31")
    assert flat["Weight"] == "life and liberty"


# ---------------------------------------------------------------- the command


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["checklist", *arguments])


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_our_drafts_have_their_lists(path: Path) -> None:
    begun = time.perf_counter()
    lists = convention_tool.checklist(convention_tool.read(path).instrument)
    assert time.perf_counter() - begun < 20, "a drafter waits for it"
    inside = {one.place.status for one in lists.lists[:7]}
    assert inside <= {Status.NAMED, Status.GENERAL}
    for one in lists.items:
        assert one.state is State.TICKED or one.state is State.NOT_APPLICABLE or one.missing, one.id
        assert one.evidence or one.state is not State.TICKED, one.id
        assert one.state is not State.BARRED or one.group not in {"students", "refugees"}, one.id


def test_the_same_draft_gives_the_same_bytes(draft: str) -> None:
    assert run(draft, "--to", "json").stdout == run(draft, "--to", "json").stdout


def test_one_group_is_shown_with_every_item_and_all_groups_with_the_gaps(draft: str) -> None:
    whole, one = run(draft).stdout, run(draft, "--group", "students,refugees").stdout
    assert "Gaps in order of weight" in whole
    assert "What this group needs: Students" in one
    assert "What this group needs: Refugees" in one
    assert "What this group needs" not in whole
    assert max(map(len, (whole + one).splitlines())) <= 80


def test_an_unknown_group_is_told_with_those_there_are(draft: str) -> None:
    found = run(draft, "--group", "martians")
    assert found.exit_code == 2
    assert "there is no group “martians”; choose among irregular, students" in found.stderr


def test_it_can_fail_on_a_gap_of_a_weight(draft: str) -> None:
    assert run(draft, "--to", "json").exit_code == 0
    assert run(draft, "--to", "json", "--fail-on", "vital").exit_code == 1
    assert run(draft, "--to", "json", "--fail-on", "changed").exit_code == 0


def test_the_verdicts_beside_the_draft_are_shown_and_their_mistakes_remarked_on(draft: str) -> None:
    review = Path(draft).with_suffix(".review.toml")
    review.write_text(
        '[[verdict]]\nitem = "students:9"\ndecision = "rejected"\nby = "A. Person"\n'
        'on = 2024-05-31\n\n[[verdict]]\nitem = "students:10"\ndecision = "perhaps"\n',
        encoding="utf-8",
    )
    found = run(draft, "--to", "json")
    assert found.exit_code == 0
    entries = [one for each in json.loads(found.stdout)["groups"] for one in each["items"]]
    verdicts = {one["id"]: one["verdict"] for one in entries if one["verdict"]}
    assert {key: one["decision"] for key, one in verdicts.items()} == {"students:9": "rejected"}
    assert "perhaps" in found.stderr
    assert "rejected by A. Person on 2024-05-31" in run(draft, "--group", "students").stdout


@pytest.mark.parametrize("to", ["markdown", "html", "csv", "docx", "xlsx"])
def test_it_is_written_in_every_format(to: str, draft: str) -> None:
    shown = run(draft, "--group", "students", "--to", to)
    assert shown.exit_code == 0
    assert shown.stdout_bytes
    assert run(draft, "--group", "students", "--to", to).stdout_bytes == shown.stdout_bytes
