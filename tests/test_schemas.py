"""The published JSON Schemas hold for what the tool writes, and say what each key means."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from strengths import labelled, one_article

from convention_tool import checklist, cover, diff
from convention_tool.analysis.checklist import Kind, Reply, State
from convention_tool.analysis.concordance import Concordance, compare
from convention_tool.analysis.correlation import correlate
from convention_tool.analysis.coverage import Cell
from convention_tool.analysis.coverage import Status as Place
from convention_tool.analysis.diff.effects import Aspect, Direction, effects
from convention_tool.analysis.diff.natures import Nature
from convention_tool.analysis.diff.records import Kind as Happened
from convention_tool.analysis.diff.redline import Op
from convention_tool.analysis.diff.synopsis import MOST, synopsis
from convention_tool.analysis.diff.units import SLOTS, Slot
from convention_tool.analysis.judged import Proposals, Standing, judged
from convention_tool.analysis.judged import to_json as verdicts_json
from convention_tool.analysis.norms import modality_ranks
from convention_tool.analysis.placed_norms import norms_of
from convention_tool.analysis.placed_norms import to_json as norms_json
from convention_tool.analysis.strength import Status
from convention_tool.catalogue.needs import weights
from convention_tool.catalogue.norms import norm_words
from convention_tool.catalogue.rights import PARTS, RightKind, Strength, new_rights, rights
from convention_tool.cli.rights import data
from convention_tool.readers import parse
from convention_tool.reviews import Decision, Judgement, Rest, Review
from convention_tool.tree.nodes import Instrument

ROOT = Path(__file__).parent.parent
NAMES = ("checklist", "compare", "correlation", "cover", "diff", "norms", "rights", "synopsis")

#: Keys that are not there where they have nothing to say.
OPTIONAL = {"diff": {"in", "nature"}}

#: A draft with all that the JSON can hold: what the authors say, an article with a number of its own.
EVERYTHING = """CONVENTION

% answers: 45(1), not 9, firewall

Article 1

No worker lawfully residing in a State Party may, as far as possible, be held in slavery.

Article 3 bis

Officials may inspect ships, without prejudice to the right to life. Everyone may leave any country.
"""

#: A draft with all that its coverage can hold: terms followed through one another, a gate, a
#: subtraction, soft duties and gaps that the authors mean, one of them of nobody.
PEOPLE = """CONVENTION

PART I
SCOPE

Article 1

"Lake worker" means any migrant worker other than a student. "Ferryman" means a lake worker who has
crossed before. For the purposes of this article, "guest" means a refugee.

% intended gap: 52, work-of-angels - students, martians
Article 2

This Convention applies to lake workers.

> Students have a convention of their own.

% intended gap: 45 - all
PART II
RIGHTS

Article 3

1. Every lake worker has the right to life and shall be free from slavery.

2. States Parties shall endeavour to give lake workers access to housing.

Article 4

Lake workers who are lawfully staying may form trade unions.

Article 5

Seasonal workers shall enjoy the rights in this Part, except article 4.
"""

#: Verdicts whose ground is what it was, is another, is gone, is not known, and is of nothing.
REVIEW = Review(
    (
        Judgement("documented:9", Decision.CONFIRMED, "", "A. Person", "2024-05-31"),
        Judgement("students:9", Decision.REJECTED, "No.", proposed="partial"),
        Judgement("frontier:9", Decision.NOTED, rests_on=(Rest("art_3", "0" * 16),)),
        Judgement("frontier:11", Decision.NOTED, rests_on=(Rest("art_99", "0" * 16),)),
        Judgement("martians:9", Decision.CONFIRMED),
    )
)

FRENCH = "CONVENTION\n\nArticle premier\n\nNul ne peut être soumis à la torture.\n"


@cache
def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / f"docs/schemas/{name}.json").read_text("utf-8"))
    return found


def faults(name: str, written: dict[str, Any]) -> list[str]:
    """What the schema says against an output, as it is once written and read again."""
    read = json.loads(json.dumps(written))
    return [one.message for one in Draft202012Validator(schema(name)).iter_errors(read)]


@cache
def concordances() -> tuple[Concordance, ...]:
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "drafts").glob("general-*.txt"))]
    principles = "Principle\n\n1. Everyone has the right to life.\n"
    return tuple(
        compare(parse(text).instrument) for text in (*texts, EVERYTHING, FRENCH, principles)
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_compare_writes_what_its_schema_says() -> None:
    for concordance in concordances():
        assert faults("compare", concordance.to_json()) == []
        assert faults("compare", concordance.to_json(lambda _: False)) == []


def test_compare_writes_what_its_schema_says_of_labelled_clauses() -> None:
    for case in list(labelled())[::6]:
        assert faults("compare", compare(one_article(case.text)).to_json()) == [], case.name


def test_correlation_is_written_as_its_schema_says() -> None:
    first, *others = concordances()
    beside = correlate("A draft", first, [(f"Other {n}", one) for n, one in enumerate(others)])
    assert faults("correlation", beside.to_json()) == []
    alone = correlate("A draft", concordances()[2], [("Other", first)])
    assert faults("correlation", alone.to_json()) == []


def test_checklists_are_written_as_their_schema_says() -> None:
    review = Review(
        (
            Judgement("students:9", Decision.REJECTED, "See the minutes.", "A. Person"),
            Judgement("students:10", Decision.NOTED, rests_on=(Rest("art_99", "0" * 16),)),
            Judgement("martians:9", Decision.CONFIRMED),
        )
    )
    general = (ROOT / "drafts/general-convention.txt").read_text("utf-8")
    for text in (general, EVERYTHING, FRENCH):
        lists = checklist(parse(text).instrument, review)
        assert faults("checklist", lists.to_json()) == []
        assert faults("checklist", lists.to_json(lambda _: False)) == []


def test_coverage_is_written_as_its_schema_says() -> None:
    general = (ROOT / "drafts/general-convention.txt").read_text("utf-8")
    for text in (general, PEOPLE, EVERYTHING, FRENCH):
        instrument = parse(text).instrument
        found = cover(instrument)
        given = judged(REVIEW, Proposals(found, instrument))
        assert faults("cover", {**found.to_json(), "verdicts": verdicts_json(given)}) == []


def test_the_text_of_that_test_holds_all_that_a_coverage_can() -> None:
    instrument = parse(PEOPLE).instrument
    found = cover(instrument)
    assert all((found.terms, found.intentions, found.matrix))
    assert any(term.through for term in found.terms)
    assert any(one.unknown for one in found.intentions)
    cells = [cell for row in found.matrix for cell in row.cells]
    assert {cell.status for cell in cells} >= set(Cell) - {Cell.PARTIAL}
    assert any(cell.intended for cell in cells)
    standings = {one.standing for one in judged(REVIEW, Proposals(found, instrument))}
    assert standings == set(Standing) - {Standing.STANDS}


def test_a_verdict_on_a_provision_that_moved_is_written_as_the_schema_says() -> None:
    instrument = parse(PEOPLE).instrument
    proposals = Proposals(cover(instrument), instrument)
    rest = Rest("art_98", proposals.fingerprints["art_5"])
    review = Review((Judgement("documented:9", Decision.CONFIRMED, rests_on=(rest,)),))
    written = verdicts_json(judged(review, proposals))
    assert written[0]["moved"]
    assert faults("cover", {**proposals.coverage.to_json(), "verdicts": written}) == []


def test_norms_are_written_as_their_schema_says() -> None:
    for text in (PEOPLE, EVERYTHING, FRENCH):
        instrument = parse(text).instrument
        written = norms_json(norms_of(instrument), instrument.language)
        assert faults("norms", written) == []


def drafts() -> list[Instrument]:
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "drafts").glob("general-*.txt"))]
    return [parse(text).instrument for text in (*texts, PEOPLE, EVERYTHING, FRENCH, "")]


def test_comparisons_are_written_as_their_schema_says() -> None:
    for old, new in [*pairwise(drafts()), *pairwise(drafts()[:1:-1]), (drafts()[0], drafts()[0])]:
        found = diff(old, new)
        alerts = [one.to_json() for one in effects(found).effects]
        assert faults("diff", found.to_json() | {"alerts": alerts}) == []
        assert faults("diff", found.to_json(found.changed[:3]) | {"alerts": []}) == []


#: Two texts between which all happens that can, and what it does to rights.
HAPPENS = (
    """Convention on Lamps

The States Parties to this Convention,
Have agreed as follows:

Article 1
Lamps
1. Every lamp is lit at dusk.
2. The colour of a lamp is printed on every chart of the sea, in the language of the Keeper.
3. The keeper has a cottage near the tower, with a well. The cottage has a garden.
4. A boat lies ready at each pier.
5. Its oars are of ash.

Article 2
States Parties shall, where appropriate, ensure that children have a name and a nationality.

Article 3
No oil is sold at sea to any ship that flies no flag.

Article 4
The charts of all waters hang in the tower of the harbour:
(a) those of the sea;
(b) those of the lakes;
in winter.

Article 5
Everyone may leave any country. Nobody may be tortured.

Article 6
1. A lamp that can not be lit is sold in spring.
2. Whoever buys it pays in silver.
3. What article 4 says of the charts holds for a lamp.
""",
    """Convention on Lights

The States Parties to this Convention,
Agree as follows:

Article 1
Lights
1. Every lamp is lit at dawn.
2. The color of a lamp is printed on every chart of the sea in the language of the keeper.
3. The keeper has a cottage near the tower, with a well.
4. The cottage has a garden.
5. A boat lies ready at each pier. Its oars are of ash.

Article 2
States Parties shall endeavour to ensure that children have a name.

Article 3
The charts of all waters hang in the tower of the harbour:
(a) those of the lakes;
(b) those of the sea;
in summer.

Article 4
Fog horns are heard at two leagues.

Article 5
Every migrant worker may leave any country.

Article 6
1. A lamp that cannot be lit is sold in spring.
2. Whoever buys it pays in silver.
3. What article 3 says of the charts holds for a lamp.
""",
)


def test_all_that_can_happen_is_written_as_the_schema_says() -> None:
    found = diff(*(parse(text).instrument for text in HAPPENS))
    alerts = [one.to_json() for one in effects(found).effects]
    written = found.to_json() | {"alerts": alerts}
    assert faults("diff", written) == []
    kinds = {kind for one in written["changes"] for kind in one["kinds"]}
    assert kinds == {*Happened}
    edits = [edit for one in written["changes"] for edit in one["words"]]
    assert {edit["op"] for edit in edits} == {*Op}
    assert {edit.get("in", "text") for edit in edits} == {*SLOTS}
    assert {one.get("nature", "") for one in edits} == {*Nature}
    assert {one["aspect"] for one in alerts} == {*Aspect}
    assert {one["direction"] for one in alerts} == {*Direction}


def test_synoptic_tables_are_written_as_their_schema_says() -> None:
    texts = drafts()
    for those in (texts[:2], texts[1:], texts[::-1], texts[:MOST]):
        assert faults("synopsis", synopsis(those).to_json()) == []


def test_rights_are_written_as_their_schema_says() -> None:
    assert faults("rights", data((*rights(), *new_rights()))) == []
    for one in (*rights(), *new_rights()):
        assert faults("rights", data([one])) == [], one.article


@pytest.mark.parametrize("key", ["status", "why", "counterparts", "holder"])
def test_what_the_schema_does_not_allow_is_seen(key: str) -> None:
    written = concordances()[2].to_json()
    written["rights"][4][key] = 7
    assert faults("compare", written)
    del written["rights"][4][key]
    assert any(key in fault for fault in faults("compare", written))


def objects(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every description of an object in a schema."""
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield path, node
        for key, inner in node.items():
            yield from objects(inner, f"{path}/{key}")


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_described_in_plain_words_and_none_is_unknown(name: str) -> None:
    assert schema(name)["title"]
    assert schema(name)["description"]
    assert list(objects(schema(name)))
    for path, node in objects(schema(name)):
        assert node["additionalProperties"] is False, path
        left_out = node["properties"].keys() - {*node["required"]}
        assert left_out <= OPTIONAL.get(name, set()), path
        assert node["properties"].keys() >= {*node["required"]}, path
        for key, value in node["properties"].items():
            said = value.get("description", "")
            assert said.endswith("."), (path, key)
            assert len(said.split()) >= 3, (path, key)


def test_the_schemas_list_what_there_is() -> None:
    known = norm_words()
    right = schema("compare")["$defs"]["right"]["properties"]
    assert right["status"]["enum"] == list(map(str, Status))
    assert set(right["holder"]["enum"]) == {*(one.id for one in known.holders), None}
    assert set(right["modality"]["enum"]) == {*modality_ranks(), None}
    assert set(right["qualifiers"]["items"]["enum"]) == {one.id for one in known.qualifiers}
    other = schema("correlation")["$defs"]["other"]["properties"]
    assert other["status"]["enum"] == [*map(str, Status), None]
    listed = schema("checklist")["$defs"]
    assert listed["group"]["properties"]["status"]["enum"] == list(map(str, Place))
    assert listed["question"]["properties"]["reply"]["enum"] == list(map(str, Reply))
    assert listed["verdict"]["properties"]["decision"]["enum"] == list(map(str, Decision))
    item = listed["item"]["properties"]
    assert item["kind"]["enum"] == list(map(str, Kind))
    assert item["proposed"]["enum"] == list(map(str, State))
    assert item["weight"]["enum"] == [weight.id for weight in weights()]
    assert item["cells"]["items"]["enum"] == list(map(str, Cell))
    covered = schema("cover")["$defs"]
    assert covered["group"]["properties"]["status"]["enum"] == list(map(str, Place))
    assert covered["right"]["properties"]["part"]["enum"] == list(PARTS)
    for name in ("cell", "element_cell"):
        assert covered[name]["properties"]["status"]["enum"] == list(map(str, Cell))
    judgement = covered["verdict"]["properties"]
    assert judgement["decision"]["enum"] == list(map(str, Decision))
    assert judgement["standing"]["enum"] == list(map(str, Standing))
    compared = schema("diff")["$defs"]
    assert compared["change"]["properties"]["kinds"]["items"]["enum"] == list(map(str, Happened))
    edit = compared["edit"]["properties"]
    assert edit["op"]["enum"] == list(map(str, Op))
    assert edit["in"]["enum"] == [str(slot) for slot in SLOTS if slot is not Slot.TEXT]
    assert edit["nature"]["enum"] == [str(nature) for nature in Nature if nature]
    told = compared["alert"]["properties"]
    assert told["direction"]["enum"] == list(map(str, Direction))
    assert told["aspect"]["enum"] == list(map(str, Aspect))
    assert schema("synopsis")["properties"]["instruments"]["maxItems"] == MOST
    entry = schema("rights")["$defs"]["right"]["properties"]
    assert entry["part"]["enum"] == list(PARTS)
    assert set(entry["kind"]["enum"]) == set(map(str, RightKind))
    strength = entry["elements"]["items"]["properties"]["strength"]
    assert set(strength["enum"]) == set(map(str, Strength))


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("status", list(map(str, Status))),
        ("holder", [one.id for one in norm_words().holders]),
        ("modality", list(modality_ranks())),
        ("qualifiers", [one.id for one in norm_words().qualifiers]),
    ],
)
def test_each_name_in_a_list_is_explained(key: str, names: list[str]) -> None:
    said = schema("compare")["$defs"]["right"]["properties"][key]["description"]
    for name in names:
        assert f"{name}: " in said, name


@pytest.mark.parametrize(
    ("name", "key", "names"),
    [
        ("change", "kinds", list(map(str, Happened))),
        ("edit", "op", list(map(str, Op))),
        ("edit", "in", [str(slot) for slot in SLOTS if slot is not Slot.TEXT]),
        ("edit", "nature", [str(nature) for nature in Nature if nature]),
        ("alert", "direction", list(map(str, Direction))),
        ("alert", "aspect", list(map(str, Aspect))),
    ],
)
def test_each_name_in_a_comparison_is_explained(name: str, key: str, names: list[str]) -> None:
    said = schema("diff")["$defs"][name]["properties"][key]["description"]
    for one in names:
        assert f"{one}: " in said, one


@pytest.mark.parametrize(
    ("name", "key", "names"),
    [
        ("cell", "status", list(map(str, Cell))),
        ("element_cell", "status", list(map(str, Cell))),
        ("group", "status", list(map(str, Place))),
        ("verdict", "decision", list(map(str, Decision))),
        ("verdict", "standing", list(map(str, Standing))),
    ],
)
def test_each_state_of_a_coverage_is_explained(name: str, key: str, names: list[str]) -> None:
    said = schema("cover")["$defs"][name]["properties"][key]["description"]
    for one in names:
        assert f"{one}: " in said, one
