"""An instrument that is written as JSON is read back as it was, and its schema says what it holds."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cases import CASES, read_cases
from corpus import treaties
from jsonschema import Draft202012Validator
from samples import LIGHTS

from convention_tool import lint
from convention_tool.errors import UnreadableFileError
from convention_tool.readers import parse, read
from convention_tool.readers.json import read as read_json
from convention_tool.tree.nodes import AnnexKind, AsideKind, Instrument, NoteKind, PartKind
from convention_tool.tree.walk import walk
from convention_tool.writers import json as json_writer

ROOT = Path(__file__).parent.parent
DRAFTS = sorted((ROOT / "drafts").glob("general-*.txt"))

KEEPERS = """Title: Convention on Keepers
Status: first draft

Convention on Keepers

% For the committee only.

Article 1

1. Every keeper has a lamp:

(a) of brass; or

(b) of tin.

> Tin is cheaper.

% answers: 45

Article 2
Rest

[1] Rest was proposed by the islands.

Keepers shall rest, as article 7 says.
"""


def texts() -> Iterator[tuple[str, str]]:
    """Drafts, and what the reading of texts is tested on."""
    for path in DRAFTS:
        yield path.stem, path.read_text("utf-8")
    for topic in sorted((CASES / "reading").glob("*.case")):
        for case in read_cases(topic.read_text("utf-8")):
            yield case.title, case.given


def again(instrument: Instrument) -> Instrument:
    return read_json(json_writer.write(instrument), "draft.json").instrument


def refusal(data: Any) -> str:
    """Why a file is not read."""
    with pytest.raises(UnreadableFileError) as refused:
        read_json(data if isinstance(data, bytes) else json.dumps(data).encode(), "draft.json")
    assert "\n" not in str(refused.value)
    return str(refused.value)


# ---- Written and read again --------------------------------------------------------------------------


def test_a_draft_written_and_read_again_is_equal() -> None:
    for name, text in texts():
        instrument = parse(text).instrument
        assert again(instrument) == instrument, name


def test_adopted_treaties_written_and_read_again_are_equal() -> None:
    for path in sorted(treaties().rglob("*.txt")):
        instrument = read(path).instrument
        assert again(instrument) == instrument, path.stem


def test_an_instrument_that_no_text_holds_is_equal_too() -> None:
    assert again(LIGHTS) == LIGHTS
    assert again(Instrument()) == Instrument()


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "keepers.json"
    path.write_bytes(json_writer.write(parse(KEEPERS).instrument))
    reading = read(path)
    assert reading.instrument == parse(KEEPERS).instrument
    assert reading.confidence
    assert reading.confidence.kind == "JSON file"


def test_the_places_of_a_file_are_those_of_the_text_that_it_holds() -> None:
    reading = read_json(json_writer.write(parse(KEEPERS).instrument), "keepers.json")
    article = reading.instrument.articles[1]
    assert article.span
    said = reading.source.text[slice(*article.span)]
    assert said.startswith("Article 2\nRest\n")
    assert said.endswith("as article 7 says.\n\n[1] Rest was proposed by the islands.")
    for node in walk(reading.instrument):
        assert node.span
        assert 0 <= node.span.start <= node.span.end <= len(reading.source.text)


def test_a_remark_on_a_file_points_at_the_words() -> None:
    reading = read_json(json_writer.write(parse(KEEPERS).instrument), "keepers.json")
    found = [one for one in lint(reading) if one.code == "dangling-reference"]
    assert [reading.source.text[slice(*one.span)] for one in found] == ["article 7"]


def test_what_the_drafters_keep_to_themselves_stays_at_its_place() -> None:
    written = json_writer.write_with_asides(parse(KEEPERS).instrument)
    reading = read_json(written, "keepers.json")
    first, second = reading.instrument.asides
    assert (first.text, second.text) == ("For the committee only.", "answers: 45")
    assert first.kind is AsideKind.COMMENT
    one, two = (article.span for article in reading.instrument.articles)
    assert first.span
    assert second.span
    assert one
    assert two
    assert first.span.end <= one.start <= one.end <= second.span.start < two.start
    assert reading.source.text[slice(*second.span)] == "% answers: 45"


# ---- What is refused ---------------------------------------------------------------------------------


def test_what_is_no_json_is_refused_in_a_sentence() -> None:
    assert refusal(b'{"type": "instrument", ').startswith("draft.json is broken JSON: ")
    assert refusal(b"\xff\xfe\x00").startswith("draft.json is broken JSON: ")
    assert refusal(b"").startswith("draft.json is broken JSON: ")
    assert refusal(b"[" * 200_000) == "draft.json is JSON nested deeper than any treaty"


NOT_OURS = "draft.json is no instrument as this tool writes it: "


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([], "the file is not an object"),
        ({"type": "recipe"}, 'its "type" is not "instrument"'),
        ({"type": "instrument", "title": 7}, '"title" of the file is not a text'),
        ({"type": "instrument", "title": "\ud800"}, '"title" of the file has half of a character'),
        ({"type": "instrument", "children": {}}, '"children" of the file is not a list'),
        ({"type": "instrument", "children": [5]}, "children 1 of the file is not an object"),
        ({"type": "instrument", "adoption": [5]}, '"adoption" of the file is not a text'),
        (
            {"type": "instrument", "children": [{"type": "recital"}]},
            'children 1 of the file is of the type "recital", which cannot stand there',
        ),
        (
            {"type": "instrument", "children": [{"type": "part", "address": "part_I"}]},
            '"kind" of part_I is none of book, part, title, chapter, section, subsection',
        ),
        (
            {"type": "instrument", "children": [{"type": "preamble"}] * 2},
            "the file has more than one preamble",
        ),
    ],
)
def test_what_no_instrument_has_is_refused_in_a_sentence(data: Any, said: str) -> None:
    assert refusal(data) == NOT_OURS + said


def test_endless_lists_are_refused() -> None:
    node: dict[str, Any] = {"type": "subparagraph"}
    for _ in range(100):
        node = {"type": "subparagraph", "children": [node]}
    whole = {"type": "instrument", "children": [{"type": "paragraph", "children": [node]}]}
    assert refusal(whole) == f"{NOT_OURS}it is nested deeper than any treaty"


# ---- The schema --------------------------------------------------------------------------------------


@cache
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "docs/schemas/instrument.json").read_text("utf-8"))
    return found


def faults(written: bytes) -> list[str]:
    errors = Draft202012Validator(schema()).iter_errors(json.loads(written))
    return [one.message for one in errors]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_instruments_are_written_as_the_schema_says() -> None:
    for name, text in texts():
        instrument = parse(text).instrument
        assert faults(json_writer.write(instrument)) == [], name
        assert faults(json_writer.write_with_asides(instrument)) == [], name
    assert faults(json_writer.write(LIGHTS)) == []


def test_adopted_treaties_are_written_as_the_schema_says() -> None:
    for path in sorted((treaties() / "core").glob("*.txt")):
        assert faults(json_writer.write(read(path).instrument)) == [], path.stem


@pytest.mark.parametrize("key", ["text", "number", "address", "span", "children"])
def test_what_the_schema_does_not_allow_is_seen(key: str) -> None:
    written = json.loads(json_writer.write(parse(KEEPERS).instrument))
    paragraph = written["children"][0]["children"][0]
    paragraph[key] = 7
    assert faults(json.dumps(written).encode())
    del paragraph[key]
    assert faults(json.dumps(written).encode())


def test_the_schema_lists_what_there_is() -> None:
    nodes = schema()["$defs"]
    for name, kinds in (
        ("part", PartKind),
        ("annex", AnnexKind),
        ("note", NoteKind),
        ("aside", AsideKind),
    ):
        assert nodes[name]["properties"]["kind"]["enum"] == list(map(str, kinds)), name


def objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for inner in node.values():
            yield from objects(inner)


def test_every_key_is_described_in_plain_words_and_none_is_unknown() -> None:
    assert schema()["description"].endswith(".")
    for node in objects(schema()):
        assert node["additionalProperties"] is False
        assert node["properties"].keys() - {*node["required"]} <= {"asides"}
        for key, value in node["properties"].items():
            said = value.get("description", "")
            assert said.endswith("."), key
            assert len(said.split()) >= 3, key
