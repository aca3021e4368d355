"""A draft beside other instruments, right by right."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from strengths import answer

from convention_tool.analysis.concordance import Concordance, compare
from convention_tool.analysis.correlation import Correlation, Measured, Row, correlate
from convention_tool.analysis.strength import Status
from convention_tool.document import Heading, Link, Table, blocks_of, plain
from convention_tool.readers import parse
from convention_tool.views.correlation import table, view

DRAFTS = Path(__file__).parent.parent / "drafts"
NAMES = ("general-convention", "general-convention-iom")

ONLY_DRAFT, ONLY_OTHER = "Only the draft gives it.", "Only the other gives it."

#: Torture in part, the child's name in part, and a right that B lacks.
A = """Article 1
Nobody may be tortured.
Article 2
Every child has the right to a name and to a nationality.
Article 3
Nobody may be held in slavery.
"""

#: Torture for the documented only, the child's name in full, and rights that A lacks.
B = """Article 1
No worker lawfully residing in a State Party may be tortured.
Article 2
Every child has the right to a name, to registration of birth and to a nationality.
Article 3
Everyone is presumed innocent until proved guilty by law.
Article 4
Labour inspectors shall not pass on the names of undocumented workers to immigration officers.
"""

SMALL = {"A": A, "B": B}


def read(text: str) -> Concordance:
    return compare(parse(f"CONVENTION\n\n{text}").instrument)


@cache
def ours(name: str) -> Concordance:
    if name in SMALL:
        return read(SMALL[name])
    return compare(parse((DRAFTS / f"{name}.txt").read_text("utf-8")).instrument)


def beside(draft: Concordance, other: Concordance) -> Correlation:
    return correlate("The draft", draft, [("The other", other)])


def measured(correlation: Correlation) -> dict[str, Measured]:
    """What is said of each right, of a draft beside one other instrument."""
    return {row.right.article: row.others[0] for row in correlation.rows}


def status(one: Measured) -> Status | None:
    return one.verdict.status if one.verdict else None


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_beside_itself_is_nowhere_weaker(name: str) -> None:
    found = measured(beside(ours(name), ours(name)))
    worse = {Status.WEAKER, Status.PARTIAL, Status.MISSING}
    assert {article for article, one in found.items() if status(one) in worse} == set()
    assert Status.STRONGER not in map(status, found.values())


@pytest.mark.parametrize("names", [NAMES, ("A", "B")])
def test_what_one_lacks_only_the_other_gives(names: tuple[str, str]) -> None:
    first, second = map(ours, names)
    there, back = measured(beside(first, second)), measured(beside(second, first))
    assert there.keys() == back.keys()
    for article, one in there.items():
        missing = status(one) is Status.MISSING
        assert missing == (back[article].reason == ONLY_DRAFT), article
        assert missing == (one.reason == ONLY_OTHER), article
        assert missing == (not answer(first, article).counterparts), article


def test_a_right_stands_by_what_the_other_gives_not_by_1990() -> None:
    found = measured(beside(read(A), read(B)))
    assert answer(read(A), "29").status is Status.PARTIAL
    assert status(found["29"]) is Status.PARTIAL
    assert "2 of 3 elements" in found["29"].reason
    assert "registration of birth" in found["29"].reason
    assert answer(read(A), "10").status is Status.PARTIAL
    assert status(found["10"]) is Status.STRONGER
    assert "Wider holder" in found["10"].reason
    assert "in the other only those with a status" in found["10"].reason


def test_the_same_seen_from_the_other_side() -> None:
    found = measured(beside(read(B), read(A)))
    assert status(found["10"]) is Status.WEAKER
    assert "Narrower holder" in found["10"].reason
    assert "“lawfully residing”, article 1" in found["10"].reason


def test_what_one_of_them_lacks() -> None:
    found = measured(beside(read(A), read(B)))
    assert (status(found["11"]), found["11"].reason) == (Status.STRONGER, ONLY_DRAFT)
    assert (status(found["18"]), found["18"].reason) == (Status.MISSING, ONLY_OTHER)
    assert (status(found["firewall"]), found["firewall"].reason) == (Status.MISSING, ONLY_OTHER)


def test_only_rights_that_somebody_gives_have_a_row() -> None:
    rows = beside(read(A), read(B)).rows
    assert [row.right.article for row in rows] == ["10", "11", "18", "29", "firewall"]


def test_several_instruments_stand_side_by_side() -> None:
    both = correlate("A", read(A), [("B", read(B)), ("A again", read(A))])
    assert both.others == ("B", "A again")
    alone = measured(beside(read(A), read(B)))
    for row in both.rows:
        first, second = row.others
        assert (status(first), first.reason) == (
            status(alone[row.right.article]),
            alone[row.right.article].reason,
        )
        assert status(second) in {Status.EQUAL, None}
        assert (status(second) is None) == (second.reason == "Neither gives it.")


def test_the_json_has_the_keys_that_its_docstring_names() -> None:
    found = correlate("A", read(A), [("B", read(B)), ("A again", read(A))]).to_json()
    assert list(found) == ["draft", "others", "rights"]
    assert {tuple(entry) for entry in found["rights"]} == {("article", "title", "draft", "others")}
    others = [one for entry in found["rights"] for one in entry["others"]]
    assert {tuple(one) for one in others} == {("provisions", "status", "why")}
    assert {one["status"] for one in others} == {"stronger", "missing", "partial", "equal", None}


def keep(row: Row) -> bool:
    return row.right.article in {"10", "29"}


def test_what_is_asked_for_is_shown_in_every_form() -> None:
    correlation = beside(read(A), read(B))
    assert [one["article"] for one in correlation.to_json(keep)["rights"]] == ["10", "29"]
    assert [plain(row.cells[0]) for row in table(correlation, keep).rows] == ["10", "29"]
    page = view(correlation, keep)
    rows = [row for block in blocks_of(page) if isinstance(block, Table) for row in block.rows]
    assert [plain(row.cells[0]).split()[0] for row in rows] == ["10", "29"]


def test_the_table_for_spreadsheets_fits_its_header() -> None:
    sheet = table(correlate("A", read(A), [("B", read(B)), ("C", read(A))]), lambda _: True)
    assert {len(row.cells) for row in sheet.rows} == {len(sheet.header)}
    assert [plain(cell) for cell in sheet.header][3:] == [
        *("A", "B", "The draft against B", "Why"),
        *("C", "The draft against C", "Why"),
    ]


def test_the_page_names_all_and_links_only_to_the_draft() -> None:
    page = view(beside(read(A), read(B)), lambda _: True)
    assert page.title == "The draft beside The other"
    tables = [block for block in blocks_of(page) if isinstance(block, Table)]
    assert {tuple(map(plain, one.header)) for one in tables} == {
        ("Right", "The draft", "The other")
    }
    rows = {plain(row.cells[0]).split()[0]: row for one in tables for row in one.rows}
    assert plain(rows["11"].cells[2]).startswith("nothing found")
    assert plain(rows["18"].cells[1]) == "nothing found"
    links = [one.target for row in rows.values() for one in row.cells[1] if isinstance(one, Link)]
    assert links == ["#art_1", "#art_3", "#art_2"]
    assert not [one for row in rows.values() for one in row.cells[2] if isinstance(one, Link)]
    parts = [plain(one.content) for one in blocks_of(page) if isinstance(one, Heading)]
    assert len(parts) == 2
