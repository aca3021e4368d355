"""Whom a text reaches: what a mention is worth, the matrix, and how near a reader's judgement."""

import json
from collections.abc import Mapping

import pytest
from cases import CASES, Case, read_cases
from corpus import treaties

from convention_tool import parse
from convention_tool.analysis.concordance import Answer, Concordance
from convention_tool.analysis.counterparts import Counterpart
from convention_tool.analysis.coverage import Coverage, cover
from convention_tool.analysis.coverage.clauses import clauses
from convention_tool.analysis.coverage.lexicon import lexicon
from convention_tool.analysis.coverage.roles import mentions
from convention_tool.analysis.strength import Status as Strength
from convention_tool.analysis.strength import Verdict
from convention_tool.catalogue.groups import groups
from convention_tool.catalogue.rights import new_rights, right
from convention_tool.tree.nodes import Instrument
from convention_tool.views.coverage import view

FOLDER = CASES / "coverage"
TRAPS = list(read_cases((FOLDER / "traps.case").read_text("utf-8")))
TWO_TIER = (FOLDER / "two-tier.txt").read_text("utf-8")

#: Which article of the two-tier draft answers which right, so that the matrix is what is tested.
ANSWERS = {"9": "5", "26": "6", "28": "7", "22": "8", "40": "11", "43": "12"}

#: The cells that the build of the two-tier draft calls for.
CELLS = """
irregular: 9 explicit, 26 explicit, 28 explicit, 22 explicit, 40 excluded, 43 excluded
documented: 26 explicit, 40 explicit, 43 explicit
students: 9 excluded, 26 excluded, 40 excluded
refugees: 9 conditional, 22 conditional, 40 conditional
generalised-violence: 9 silent, 40 silent
seasonal: 26 explicit, 40 conditional
family-members: 9 explicit
investors: 28 excluded
"""

#: Where the readers of the labelled treaties are met at least this often, no rule is far off.
LABELLED_SHARE = 0.92


def statuses(text: str) -> Mapping[str, str]:
    return {place.id: str(place.status) for place in cover(parse(text).instrument).groups}


def two_tier(text: str = TWO_TIER) -> Coverage:
    instrument = parse(text).instrument
    return cover(instrument, concordance(instrument))


def concordance(instrument: Instrument) -> Concordance:
    numbers = {article.number for article in instrument.articles}
    return Concordance(
        answers=tuple(
            Answer(
                right=right(article),
                counterparts=(counterpart(number),) if number in numbers else (),
                verdict=Verdict(Strength.EQUAL if number in numbers else Strength.MISSING),
            )
            for article, number in ANSWERS.items()
        )
    )


def counterpart(number: str) -> Counterpart:
    return Counterpart(
        article=number,
        address=f"art_{number}",
        citation=f"article {number}",
        confidence=1.0,
    )


def cells(coverage: Coverage) -> Mapping[tuple[str, str], str]:
    return {
        (cell.group, row.right.article): str(cell.status)
        for row in coverage.matrix
        for cell in row.cells
    }


@pytest.mark.parametrize("case", TRAPS, ids=lambda case: case.title)
def test_what_a_mention_is_worth(case: Case) -> None:
    expected = dict(line.split(": ") for line in case.expected.splitlines())
    found = statuses(case.given)
    assert {group: found[group] for group in expected} == expected


def test_a_two_tier_convention_places_each_group() -> None:
    found = {place.id: str(place.status) for place in two_tier().groups}
    assert {group: status for group, status in found.items() if group in _TWO_TIER} == _TWO_TIER


_TWO_TIER = {
    "irregular": "named",
    "students": "excluded",
    "trainees": "excluded",
    "stateless": "conditional",
    "refugees": "conditional",
    "generalised-violence": "silent",
    "natural-disasters": "silent",
    "international-officials": "excluded",
    "investors": "excluded",
    "frontier": "named",
    "seasonal": "named",
    "seafarers": "named",
    "project-tied": "named",
    "self-employed": "named",
    "family-members": "named",
    "children": "named",
}


@pytest.mark.parametrize("line", CELLS.strip().splitlines())
def test_a_two_tier_convention_has_the_cells_it_is_built_for(line: str) -> None:
    group, _, expected = line.partition(": ")
    found = cells(two_tier())
    for entry in expected.split(", "):
        article, status = entry.split()
        assert found[group, article] == status, f"{group}, {article}"


def test_a_right_that_no_provision_answers_is_not_found_for_anyone() -> None:
    row = next(row for row in two_tier().matrix if row.right.article == "19")
    assert {str(cell.status) for cell in row.cells} == {"silent"}


def test_every_cell_rests_on_provisions_and_words_and_says_why_it_is_not_plain() -> None:
    unanswered = {"silent", "not applicable"}
    for row in two_tier().matrix:
        for cell in row.cells:
            assert cell.provisions or cell.status in unanswered
            assert cell.evidence or cell.status in unanswered
            assert cell.reason or cell.status in {"explicit", "inclusive"}


def test_the_words_of_a_cell_stand_in_the_text() -> None:
    printed = " ".join(TWO_TIER.split())
    for row in two_tier().matrix:
        for cell in row.cells:
            for found in cell.evidence:
                assert found.text.removeprefix("… ").removesuffix(" …") in printed


def changed(text: str) -> dict[tuple[str, str], tuple[str, str]]:
    """The cells in which a changed two-tier draft differs from the original."""
    before, after = cells(two_tier()), cells(two_tier(text))
    return {key: (before[key], after[key]) for key in before if before[key] != after[key]}


def test_a_provision_dedicated_to_one_group_is_silent_for_the_others() -> None:
    text = TWO_TIER.replace(
        "Article 6\nUnions\n\nMigrant workers may",
        "Article 6\nUnions of seasonal workers\n\nSeasonal workers may",
    )
    found = cells(two_tier(text))
    assert found["seasonal", "26"] == "explicit"
    assert found["irregular", "26"] == "silent"


def test_a_right_that_names_a_group_and_asks_for_a_status_is_conditional() -> None:
    text = TWO_TIER.replace(
        "Migrant workers may go to", "Seasonal workers lawfully present may go to"
    )
    found = cells(two_tier(text))
    assert found["seasonal", "26"] == "conditional"


def test_a_right_of_children_reaches_the_children_of_a_group() -> None:
    text = TWO_TIER.replace("Migrant workers may go to", "Each child may go to")
    found = cells(two_tier(text))
    assert found["seasonal", "26"] == "explicit"
    assert found["generalised-violence", "26"] == "silent"


WITH_A_GENERAL_DUTY = """
Article 1
Scope

{scope}

Article 5
Duty

{duty}

Article 6
Pay

Migrant workers shall be paid each month.

Article 7
Rest

Migrant workers shall have a day of rest each week.
"""

WORKERS_AND_FAMILIES = (
    "This Agreement applies to migrant workers and members of their families.",
    "This Agreement covers migrant workers and their families.",
    "The present Convention shall extend to migrant workers and members of their families.",
    "The provisions of this Agreement apply to migrant workers. They apply also to their families.",
)

DUTIES = (
    "The States Parties shall ensure the rights in this Agreement without distinction of any kind.",
    "Each State Party undertakes to respect and ensure the rights set forth in this Agreement.",
    "The rights in this Agreement shall be secured to every person without discrimination.",
)


@pytest.mark.parametrize("duty", DUTIES)
@pytest.mark.parametrize("scope", WORKERS_AND_FAMILIES)
def test_a_duty_that_names_no_narrower_holder_reaches_whom_the_scope_names(
    scope: str, duty: str
) -> None:
    found = cells(two_tier(WITH_A_GENERAL_DUTY.format(scope=scope, duty=duty)))
    assert found["family-members", "9"] == "inclusive"
    assert found["seasonal", "9"] == "inclusive"
    assert found["refugees", "9"] == "silent"


def test_a_right_of_some_whom_the_scope_names_is_silent_for_the_others() -> None:
    duty = "The States Parties shall ensure to migrant workers the rights in this Agreement."
    text = WITH_A_GENERAL_DUTY.format(scope=WORKERS_AND_FAMILIES[0], duty=duty)
    assert cells(two_tier(text))["family-members", "9"] == "silent"


def test_a_right_of_the_holders_reaches_whom_their_definition_includes() -> None:
    scope = '"Migrant worker" means a person who works abroad. It includes students.'
    duty = "Migrant workers shall not be held in slavery."
    text = WITH_A_GENERAL_DUTY.format(scope=scope, duty=duty)
    found = cells(two_tier(text))
    assert found["students", "9"] == "explicit"
    assert found["trainees", "9"] == "silent"


def test_an_exclusion_removed_brings_the_group_back() -> None:
    assert statuses(TWO_TIER.replace("students and trainees", "trainees"))["students"] == "silent"


def test_an_exclusion_added_takes_the_group_out_of_every_right_and_no_other_group() -> None:
    text = TWO_TIER.replace("(b) investors;", "(b) investors and seasonal workers;")
    found = changed(text)
    assert {group for group, _ in found} == {"seasonal"}
    assert {after for _, after in found.values()} == {"excluded"}


def test_a_group_removed_from_the_definitions_is_no_longer_named() -> None:
    text = TWO_TIER.replace(
        '(b) the term "seasonal worker" means a migrant worker whose job lasts as long as a season;',
        "",
    )
    assert statuses(text)["seasonal"] == "general"
    assert {group for group, _ in changed(text)} == {"seasonal"}


def test_a_part_that_becomes_reserved_closes_its_rights_to_those_without_papers() -> None:
    text = TWO_TIER.replace(
        "Rights of every worker", "Rights of workers who are documented or in a regular situation"
    )
    found = changed(text)
    assert found["irregular", "26"] == ("explicit", "excluded")
    assert found["seasonal", "26"] == ("explicit", "conditional")
    assert not {article for _, article in found} & {"40", "43"}


def test_a_gate_removed_opens_the_part() -> None:
    text = TWO_TIER.replace(" who are documented or in a regular situation", "")
    assert cells(two_tier(text))["irregular", "40"] == "explicit"


def test_a_part_can_be_reserved_from_afar() -> None:
    text = TWO_TIER.replace(
        "PART V\n",
        "Article 13 bis\n\nThe rights in Part II belong to migrant workers who are documented.\n\n"
        "PART V\n",
    )
    assert changed(text)["irregular", "26"] == ("explicit", "excluded")


def test_an_empty_instrument_leaves_every_group_in_silence() -> None:
    coverage = cover(Instrument())
    assert {place.status for place in coverage.groups} == {"silent"}
    assert {str(cell.status) for row in coverage.matrix for cell in row.cells} == {
        "silent",
        "not applicable",
    }


def test_evidence_is_quoted_from_the_provision_it_cites() -> None:
    for place in two_tier().groups:
        for found in place.evidence:
            words = found.text.removeprefix("… ").removesuffix(" …")
            assert words in " ".join(TWO_TIER.split()), place.id


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_phrase_is_one_that_can_be_looked_for(language: str) -> None:
    for known in (
        *dict(lexicon(language).every.names).values(),
        *lexicon(language).every.lists.values(),
    ):
        for phrase in known.phrases:
            assert phrase.expression.groups == 0
            assert all(anchor.islower() for anchor in phrase.anchors), phrase.words


def test_looking_only_for_likely_phrases_misses_none() -> None:
    known = lexicon("en")
    for clause in clauses(parse(TWO_TIER).instrument):
        likely = mentions(clause, known.words(clause.text))
        assert list(likely) == list(mentions(clause, known.every)), clause.said


def test_a_long_sentence_is_read_in_time_that_grows_with_it() -> None:
    sentence = "The Convention shall not apply to refugees who are students other than children, "
    assert statuses(f"Article 1\n\n{sentence * 1000}")["seasonal"] == "silent"


def test_the_json_has_every_group_in_order_and_every_right_of_people() -> None:
    found = two_tier().to_json()
    assert [entry["id"] for entry in found["groups"]] == [group.id for group in groups()]
    rows = [entry["right"] for entry in found["matrix"]]
    gates = {"34", "35", "36"}
    assert [row for row in rows if row.isdigit()][:62] == [
        str(number) for number in range(7, 72) if str(number) not in gates
    ]
    assert [entry["right"] for entry in found["matrix"] if entry["new"]] == [
        entry.article for entry in new_rights()
    ]
    for row in found["matrix"]:
        assert [cell["group"] for cell in row["cells"]] == [group.id for group in groups()]
    assert json.loads(json.dumps(found)) == found


def test_the_same_text_gives_the_same_coverage() -> None:
    assert json.dumps(two_tier().to_json()) == json.dumps(two_tier().to_json())


def test_the_page_shows_every_group_and_every_right() -> None:
    shown = str(view(two_tier(), "Convention on Workers Abroad"))
    for group in groups():
        assert group.title in shown
    assert "56 " in shown


def test_the_readers_of_labelled_treaties_are_met() -> None:
    folder = treaties()
    labels = folder.parent / "gold" / "groups.json"
    if not labels.exists():
        pytest.skip("the folder of treaties has no labels beside it")
    gold = json.loads(labels.read_text("utf-8"))
    right_cells = []
    for treaty, labelled in gold.items():
        found = statuses((folder / "core" / f"{treaty}.txt").read_text("utf-8"))
        right_cells += [found[group] in entry["status"] for group, entry in labelled.items()]
    assert sum(right_cells) >= LABELLED_SHARE * len(right_cells)


ENDLESS = {
    "terms that lead from one to the next": "Article 1\n\n"
    + "".join(f'"term{n}x" means a term{n + 1}x who walks. ' for n in range(1500)),
    "provisions cited again and again": "Article 1\n\n"
    + "Article 1, paragraph 1 (b), and " * 8000
    + "article 2 shall not apply to students.",
    "a definition that goes on": 'Article 1\n\n"migrant" means '
    + "a migrant other than a person who " * 8000,
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
@pytest.mark.timeout(20)
def test_no_text_keeps_the_reader_waiting(text: str) -> None:
    assert len(cover(parse(text).instrument).groups) == len(groups())


def test_terms_that_define_each_other_end() -> None:
    text = 'Article 1\n\n"guest" means a visitor who stays. "Visitor" means a guest who comes.\n'
    assert cover(parse(text).instrument).terms == ()
