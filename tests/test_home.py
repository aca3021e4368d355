"""Whether a draft gives the convention a home: read in invented texts, and checked in real ones."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from corpus import treaties
from jsonschema import Draft202012Validator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.home.bodies import BodyKind, Need, bodies_of
from convention_tool.analysis.home.checks import Presence
from convention_tool.analysis.home.report import HomeRead, home_of
from convention_tool.catalogue.home import home_checks
from convention_tool.cli.home import command
from convention_tool.lint.engine import lint
from convention_tool.lint.rules import FAMILIES
from convention_tool.readers import parse

ROOT = Path(__file__).parent.parent

SCHEMAS = ("final-clauses", "home", "institutions")

LIGHTS = """Convention on Lighthouses

Article 1

1. There shall be established a Committee on Lighthouses (hereinafter "the Committee"), which consists of twelve experts of recognized competence, who serve in their personal capacity.

2. In its composition regard shall be had to equitable geographical distribution.

Article 2

1. The members of the Committee shall be elected by secret ballot for a term of four years.

2. Seven members of the Committee form a quorum.

Article 3

States Parties shall submit to the Committee reports on the measures that they have taken.

Article 4

The Committee shall receive and consider communications from individuals.

Article 5

The provisions of this article on communications between States come into force when nine States Parties have made declarations.
"""


def draft(text: str) -> Draft:
    reading = parse(text)
    return Draft(reading.source, reading.instrument)


def home(text: str) -> HomeRead:
    return draft(text).fact(home_of)


def presences(read: HomeRead) -> dict[str, Presence]:
    return {one.check.id: one.presence for one in read.checks}


def test_a_check_is_present_with_all_that_it_needs_and_partial_with_some() -> None:
    found = presences(home(LIGHTS))
    assert found["HOM-01"] is Presence.PRESENT
    assert found["HOM-02"] is Presence.PARTIAL  # no rule on vacancies
    assert found["HOM-03"] is Presence.ABSENT
    assert found["HOM-05"] is Presence.PARTIAL  # no rule on when
    assert found["HOM-08"] is Presence.PARTIAL  # no rule on admissibility
    assert found["HOM-09"] is Presence.ABSENT


def test_an_element_is_placed_in_the_article_that_has_most_of_its_check() -> None:
    elsewhere = LIGHTS.replace(
        "Convention on Lighthouses\n\n",
        "Convention on Lighthouses\n\nArticle 0\n\nEach committee of keepers at home is independent.\n\n",
        1,
    )
    checks = {one.check.id: one for one in home(elsewhere).checks}
    places = [one.stretch.article for one in checks["HOM-01"].elements if one.stretch]
    assert {article.number for article in places if article} == {"1"}


def test_a_body_is_known_by_its_name_and_by_what_it_lacks() -> None:
    (body,) = draft(LIGHTS).fact(bodies_of)
    assert body.name == "Committee on Lighthouses"
    assert body.kind is BodyKind.EXPERTS
    assert body.lacks == (Need.SECRETARIAT, Need.BUDGET)


def test_what_each_state_sets_up_at_home_is_no_body_of_the_treaty() -> None:
    national = (
        "Convention\n\nArticle 1\n\nEach State Party shall establish a Commission on Lamps.\n"
    )
    assert draft(national).fact(bodies_of) == ()


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("fr", "Il est institué un Comité des phares.", "Comité des phares"),
        ("es", "Se establece un Comité de Faros.", "Comité de Faros"),
        ("en", "A Conference of the Parties is hereby established.", "Conference of the Parties"),
    ],
)
def test_bodies_are_found_in_each_language(language: str, sentence: str, name: str) -> None:
    text = f"Language: {language}\n\nConvention\n\nArticle 1\n\n{sentence}\n"
    (body,) = draft(text).fact(bodies_of)
    assert name.startswith(body.name)


def test_what_is_begun_and_not_finished_is_listed_with_its_article() -> None:
    gaps = {gap.says: gap.stretch.article for gap in home(LIGHTS).gaps}
    numbers = {says: article.number for says, article in gaps.items() if article}
    assert numbers == {
        "the Committee on Lighthouses has no secretariat or staff": "1",
        "the Committee on Lighthouses has no budget or a rule on its costs": "1",
        "parties must report, but nothing says when or how often": "3",
        "a procedure waits for 9 declarations": "5",
        "persons may complain, but nothing says which complaints are inadmissible": "4",
        "persons may complain, but nothing says how the State is heard": "4",
        "persons may complain, but nothing says what the body decides": "4",
    }


def test_a_choice_of_home_is_seen_with_the_clauses_that_it_lacks() -> None:
    chosen = LIGHTS + (
        "\nArticle 6\n\nThe Office of the United Nations High Commissioner for Human Rights is the "
        "Secretariat of the Committee. The Secretary-General shall provide its staff.\n"
    )
    (found,) = home(chosen).homes
    assert found.choice.home == "ohchr-committee"
    lacking = [one.element.title for one in found.clauses if not one.stretch]
    assert lacking == ["funding", "a duty to cooperate with IOM, UNHCR and ILO"]


def test_our_two_drafts_choose_two_homes_with_every_clause_that_they_force() -> None:
    for end, expected in (
        ("", ["ohchr-committee"]),
        ("-iom", ["iom-secretariat", "ohchr-committee"]),  # the second is the fallback
    ):
        read = home((ROOT / f"drafts/general-convention{end}.txt").read_text("utf-8"))
        assert [one.choice.home for one in read.homes] == expected
        assert all(clause.stretch for one in read.homes for clause in one.clauses)
        assert set(presences(read).values()) == {Presence.PRESENT}
        assert read.gaps == ()


def test_twelve_checks_in_three_languages() -> None:
    for language in ("en", "fr", "es"):
        assert [check.id for check in home_checks(language)] == [
            f"HOM-{number:02}" for number in range(1, 13)
        ]
        for check in home_checks(language):
            assert check.around
            assert all(element.phrases for element in check.elements), (language, check.id)


#: What reading the treaties shows: the checks that each has wholly (P), in part (p) or not (-).
READ = {
    "cat": "PPPPPPPPP-PP",
    "iccpr": "PPPPPPP--PPP",
    "iccpr-op1": "-------P----",
}


@pytest.mark.parametrize("name", READ)
def test_real_treaties_have_the_home_that_they_give_themselves(name: str) -> None:
    read = home((treaties() / f"core/{name}.txt").read_text("utf-8"))
    marks = {Presence.PRESENT: "P", Presence.PARTIAL: "p", Presence.ABSENT: "-"}
    assert "".join(marks[one.presence] for one in read.checks) == READ[name]


def test_a_covenant_waits_for_ten_declarations() -> None:
    read = home((treaties() / "core/iccpr.txt").read_text("utf-8"))
    assert [gap.says for gap in read.gaps] == ["a procedure waits for 10 declarations"]


def test_a_conference_of_the_parties_is_a_choice_of_home() -> None:
    read = home((treaties() / "core/uncac.txt").read_text("utf-8"))
    assert [one.choice.home for one in read.homes] == ["conference-of-parties"]
    assert [body.kind for body in read.bodies] == [BodyKind.ASSEMBLY]


def test_a_text_in_another_language_is_not_judged() -> None:
    read = home("Language: de\n\nAbkommen\n\nArtikel 1\n\nEs gibt einen Ausschuss.\n")
    assert not read.understood
    assert read.checks == ()


def test_the_report_is_written_in_every_format_and_as_its_schema_says(tmp_path: Path) -> None:
    (tmp_path / "lights.txt").write_text(LIGHTS, "utf-8")
    drafts = [str(tmp_path / "lights.txt"), str(ROOT / "drafts/general-convention.txt")]
    for kind in ("text", "json", "markdown", "html", "csv", "docx", "odt", "pdf", "xlsx"):
        for named in (drafts[:1], drafts):
            target = tmp_path / f"{len(named)}.{kind}"
            result = CliRunner().invoke(command, [*named, "--to", kind, "-o", str(target)])
            assert result.exit_code == 0, (kind, result.output)
            assert target.stat().st_size > 0
    for count in (1, 2):
        written = json.loads((tmp_path / f"{count}.json").read_text("utf-8"))
        assert list(Draft202012Validator(schema("home")).iter_errors(written)) == []
    page = (tmp_path / "1.markdown").read_text("utf-8")
    assert "| HOM-03 A secretariat | **absent** |" in page
    assert "Article 5: a procedure waits for 9 declarations." in page


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / f"docs/schemas/{name}.json").read_text("utf-8"))
    return found


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """Every description of an object in a schema."""
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for inner in node.values():
            yield from objects(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_described_in_plain_words_and_none_is_unknown(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["title"]
    for node in objects(schema(name)):
        if "properties" not in node:  # answers by their question
            continue
        assert node["additionalProperties"] is False
        assert node["properties"].keys() == {*node["required"]}
        for key, value in node["properties"].items():
            assert value.get("description", "").endswith("."), (name, key)


def test_the_schema_lists_what_there_is() -> None:
    known = schema("home")["$defs"]
    assert known["check"]["properties"]["presence"]["enum"] == list(map(str, Presence))
    assert known["body"]["properties"]["kind"]["enum"] == list(map(str, BodyKind))


#: Faults, planted in our own draft as an article of their own.
FAULTS = {
    "body-without-election": "There shall be established a Board on Lamps.",
    "conference-without-convener": "An Assembly of Keepers is hereby established.",
    "procedure-awaiting-declarations": (
        "This article comes into force when ten States Parties have made declarations."
    ),
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_that_is_planted_in_our_draft_is_found(code: str) -> None:
    text = (ROOT / "drafts/general-convention.txt").read_text("utf-8")
    text = text.replace("Status: zero draft", "Status: negotiating text")
    assert remarks(text) == []
    before = text.index("\nArticle 141\n")
    text = f"{text[:before]}\nArticle 140 bis\n\n{FAULTS[code]}\n{text[before:]}"
    assert code in remarks(text)


def remarks(text: str) -> list[str]:
    """The codes of what the rules on the home say."""
    return [one.code for one in lint(draft(text), FAMILIES["home"])]


@pytest.mark.parametrize("path", sorted((ROOT / "drafts").glob("*-??.txt")), ids=lambda p: p.stem)
def test_drafts_in_french_and_spanish_are_read_as_ours_are(path: Path) -> None:
    text = path.read_text("utf-8")
    absent = [one.check.id for one in home(text).checks if one.presence is Presence.ABSENT]
    assert absent == []
    assert remarks(text) == []
