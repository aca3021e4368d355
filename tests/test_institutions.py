"""The map of institutions, one body's sheet, and the candidate homes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from convention_tool.catalogue.home import home_choices
from convention_tool.catalogue.institutions import (
    ATTRIBUTES,
    Has,
    Origin,
    candidate_homes,
    institutions,
)
from convention_tool.cli.institutions import command

ROOT = Path(__file__).parent.parent


def shown(*arguments: str) -> str:
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_bodies_of_the_call_come_before_the_one_that_it_leaves_out() -> None:
    listed = [body.id for body in institutions()]
    assert listed == [
        "ilo",
        "unhcr",
        "desa",
        "gmg",
        "rapporteurs",
        "iom",
        "ohchr",
        "gfmd",
        "compacts",
        "refugee-convention",
        "1990-convention",
        "cmw",
    ]
    assert [body.id for body in institutions() if body.omitted] == ["cmw"]


def test_every_body_answers_every_attribute_and_has_its_weakness() -> None:
    for body in institutions():
        assert body.attributes.keys() == ATTRIBUTES.keys()
        assert body.weakness.endswith(".")
        assert body.mandate.endswith(".")


def test_what_is_added_later_is_dated_and_has_a_source() -> None:
    added = [later for body in institutions() for later in body.later]
    assert {later.source for later in added} == set(Origin)
    for later in added:
        assert later.date
        assert later.text.endswith(".")


def test_no_body_has_all_that_a_home_needs_in_the_call() -> None:
    named = [body for body in institutions() if not body.omitted]
    for body in named:
        assert any(one.has is not Has.YES for one in body.attributes.values()), body.id


def test_the_call_is_corrected_where_the_law_says_otherwise() -> None:
    by_id = {body.id: body for body in institutions()}
    ilo = " ".join(later.text for later in by_id["ilo"].later)
    assert "not the custodian of the 1990 convention" in ilo
    convention = " ".join(later.text for later in by_id["1990-convention"].later)
    assert "Part III (articles 8 to 35) holds for all" in convention


def test_the_homes_that_a_draft_may_choose_are_the_candidates() -> None:
    homes = {home.id: home for home in candidate_homes()}
    assert [choice.home for choice in home_choices("en")] == list(homes)
    for choice in home_choices("en"):
        assert len(choice.clauses) == len(homes[choice.home].forces)
    assert [home.id for home in candidate_homes() if home.named] == [
        "iom-secretariat",
        "ohchr-committee",
    ]


def test_a_body_is_found_by_its_short_name_its_id_or_a_word_of_its_name() -> None:
    for named in ("IOM", "iom", "International Organization for Migration"):
        assert "International Organization for Migration" in shown(named)
    assert "Global Migration Group" in shown("global", "migration")
    assert "left out by the call" in shown("CMW")


@pytest.mark.parametrize(
    ("named", "hint"), [("OHCR", 'did you mean "OHCHR"?'), ("the moon", "choose among ILO, UNHCR")]
)
def test_an_unknown_body_is_told_in_one_sentence(named: str, hint: str) -> None:
    result = CliRunner().invoke(command, [named])
    assert result.exit_code != 0
    assert hint in str(result.exception) + result.output


def test_the_map_is_written_in_every_format_and_as_its_schema_says(tmp_path: Path) -> None:
    schema = json.loads((ROOT / "docs/schemas/institutions.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    for kind in ("text", "json", "markdown", "html", "csv", "docx", "odt", "pdf", "xlsx"):
        for named in ((), ("OHCHR",)):
            target = tmp_path / f"{len(named)}.{kind}"
            shown(*named, "--to", kind, "-o", str(target))
            assert target.stat().st_size > 0
    for count in (0, 1):
        written = json.loads((tmp_path / f"{count}.json").read_text("utf-8"))
        assert list(Draft202012Validator(schema).iter_errors(written)) == []
