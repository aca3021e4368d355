"""Who holds a rule, how firmly it binds and what weakens it, told on single sentences.

In cases/norms each case has a list of sentences, one a line, and then what all of them say. A case
that says nothing of the verb leaves it open, and so on.
"""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cases import CASES, Case, read_cases
from click.testing import CliRunner, Result
from corpus import treaties
from jsonschema import Draft202012Validator
from strengths import labelled, one_article

from convention_tool.analysis.concordance import compare
from convention_tool.analysis.duties import Duties
from convention_tool.analysis.norms import Norm, Norms, modality_ranks
from convention_tool.analysis.placed_norms import norms_of, to_json
from convention_tool.analysis.provisions import texts
from convention_tool.catalogue.norms import CATEGORY, holder_of, norm_words
from convention_tool.catalogue.rights import compared, holders, new_rights
from convention_tool.cli import convention_tool as group
from convention_tool.readers import parse, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.norms import Said
    from convention_tool.analysis.spans import Quoted
    from convention_tool.tree.nodes import Instrument

FIELDS = ("holder", "modality", "qualifiers")

#: Whole provisions, the last clause of each with its duty bearer and its act.
BEARERS = ("bearers.case", "bearers-further.case")

ROOT = Path(__file__).parent.parent
DRAFTS = sorted((ROOT / "drafts").glob("general-*.txt"))


def norms(instrument: Instrument) -> Iterator[Norm]:
    clauses = tuple(clause for _, text in texts(instrument) for clause in text.clauses)
    read = Norms(clauses)
    return (read.of(clause) for clause in clauses)


def norm(sentence: str) -> Norm:
    [found] = norms(one_article(sentence))
    return found


def said(found: Norm, field: str) -> str:
    """What a clause says, in the words of a case."""
    match field:
        case "holder":
            return found.holder.id if found.holder else "none"
        case "modality":
            return found.modality.id if found.modality else "none"
        case _:
            return ", ".join(sorted(one.id for one in found.qualifiers)) or "none"


def sentences() -> Iterator[tuple[str, str, str]]:
    """Every sentence with the field it is about and what it says."""
    for path in sorted((CASES / "norms").glob("*.case")):
        for case in read_cases(path.read_text("utf-8")) if path.name not in BEARERS else ():
            field, _, expected = case.expected.partition(": ")
            for sentence in case.given.strip().splitlines():
                yield sentence, field, expected


@pytest.mark.parametrize(("sentence", "field", "expected"), list(sentences()))
def test_a_sentence_says_what_a_lawyer_would_read(sentence: str, field: str, expected: str) -> None:
    assert field in FIELDS
    assert said(norm(sentence), field) == expected


def test_every_holder_step_and_qualifier_has_a_sentence() -> None:
    told = {(field, expected) for _, field, expected in sentences()}
    known = norm_words()
    holders_told = {one.id for one in known.holders} - {"state"}  # where nobody is named
    assert {one for field, one in told if field == "holder"} == {*holders_told, "none"}
    steps = {one.id for one in known.modalities}
    assert {one for field, one in told if field == "modality"} == {*steps, "none"}
    words = {part for field, one in told if field == "qualifiers" for part in one.split(", ")}
    # A whole limitation clause is told in cases/status.
    assert words == {*(one.id for one in known.qualifiers), "none"} - {"limits"}


def test_the_words_are_quoted_as_they_stand() -> None:
    found = norm("States Parties shall  Endeavour to hear every child, subject to\nnational law.")
    assert found.modality is not None
    assert found.modality.quotation == "Endeavour"
    assert [one.quotation for one in found.qualifiers] == ["subject to national law"]


def test_every_quotation_stands_in_its_clause() -> None:
    for case in labelled():
        for found in norms(case.instrument):
            clause = found.clause
            text = " ".join(" ".join((*clause.lead, clause.text)).split())
            every = (found.holder, found.modality, *found.qualifiers)
            assert all(one.quotation in text for one in every if one), case.name


def test_an_item_is_read_with_its_chapeau() -> None:
    text = "States Parties shall endeavour to offer every child:\n\n(a) a name;\n\n(b) a school."
    *_, name, school = norms(one_article(text))
    for found in (name, school):
        assert said(found, "holder") == "child"
        assert said(found, "modality") == "endeavour"


def test_a_sentence_says_nothing_of_the_next() -> None:
    first, second = norms(
        one_article("Subject to national law, courts shall sit. Every child has a right to a name.")
    )
    assert said(first, "qualifiers") == "national-law"
    assert said(second, "qualifiers") == "none"


def test_the_ladder_has_a_rank_for_each_step() -> None:
    ladder = ("ensure", "measures", "endeavour", "consider", "encourage", "may")
    ranks = [modality_ranks()[step] for step in ladder]
    assert ranks == sorted(ranks, reverse=True)
    assert len(set(ranks)) == len(ladder) == len(modality_ranks())


def test_every_holder_of_the_catalogue_is_of_some_kind() -> None:
    kinds = {one.id for one in norm_words().holders}
    assert {holder_of(one.id) for one in holders()} <= kinds
    assert holder_of("documented-workers") == "lawful"
    assert holder_of("everyone") == "everyone"
    assert holder_of("project-tied-workers") == CATEGORY


def test_what_the_catalogue_says_of_a_rule_is_in_the_words_of_norms() -> None:
    known = {one.id for one in norm_words().qualifiers}
    for one in (*compared(), *new_rights()):
        assert one.modality in modality_ranks(), one.article
        assert set(one.qualifiers) <= known, one.article


def provisions() -> Iterator[Case]:
    """Whole provisions with their duty bearer and their act."""
    for name in BEARERS:
        yield from read_cases((CASES / "norms" / name).read_text("utf-8"))


def last(text: str) -> Norm:
    """The rule of the last clause of a provision, in full."""
    clauses = [clause for _, one in texts(one_article(text)) for clause in one.clauses]
    return Norms(clauses).in_full(clauses[-1])


def quoted(part: Said | Quoted | None) -> str:
    return part.quotation if part else "none"


@pytest.mark.parametrize("case", list(provisions()), ids=lambda case: case.title)
def test_a_provision_says_who_must_do_what(case: Case) -> None:
    found = last(case.given)
    expected = dict(line.split(": ", 1) for line in case.expected.splitlines())
    assert quoted(found.duty_bearer) == expected["bearer"]
    assert quoted(found.act) == expected["act"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The host State shall light its harbours.", "state-of-employment"),
        ("The sending State shall light its harbours.", "state-of-origin"),
        ("Transit States shall light their harbours.", "state-of-transit"),
        ("Neither State Party shall darken its harbours.", "state"),
        ("The harbour police and local authorities shall keep lamps.", "none"),
        ("Local authorities shall keep lamps.", "authorities"),
        ("The arbitral tribunal shall sit by daylight.", "courts"),
        ("The shipowner shall provide lamps.", "employer"),
        ("A private recruitment agency must keep a list of lamps.", "recruiter"),
        ("The master of the ship shall keep a lamp.", "carrier"),
        ("The Subcommittee shall visit harbours.", "committee"),
        ("The Director-General shall count the lamps.", "secretary-general"),
        ("The depositary shall send copies.", "depositary"),
        ("The Conference of States Parties shall elect its officers.", "institution"),
        ("Harbour masters shall keep lamps.", "none"),
        ("The state of health of the crew shall be examined.", "none"),
        ("Committee members shall speak freely.", "none"),
        ("The employer's lamps shall burn all night.", "none"),
        ("The Committee shall be given rooms.", "none"),
        ("The Committee shall be required to sit by daylight.", "committee"),
        ("In every harbour States Parties shall keep lamps.", "state"),
        ("Where ships collide, employers, recruiters and agents shall pay.", "employer"),
        ("Seafarers in a harbour of the State Party shall have lamps.", "none"),
        ("Where a State Party keeps lamps, the crew shall pay.", "none"),
    ],
)
def test_a_bearer_is_of_a_kind_and_is_never_guessed(text: str, kind: str) -> None:
    bearer = last(text).duty_bearer
    assert (bearer.id if bearer else "none") == kind


def test_each_kind_of_bearer_is_named_once_in_the_data() -> None:
    ids = [one.id for one in norm_words().bearers]
    assert len(ids) == len(set(ids))
    described = json.loads((ROOT / "docs/schemas/norms.json").read_text("utf-8"))
    said = described["$defs"]["norm"]["properties"]["duty_bearer"]["description"]
    assert all(f" {id_}," in said or f" {id_}." in said for id_ in ids)


def test_the_rule_begins_after_its_condition() -> None:
    found = last("Where a State Party may close a port, it shall warn ships, and may fine them.")
    assert quoted(found.modality) == "shall"
    joined = last("In each port States shall keep lamps, shall light them, and may sell them.")
    assert quoted(joined.act).startswith("keep lamps")


def parts(found: Norm) -> Iterator[Said | Quoted]:
    every = (found.holder, found.modality, found.duty_bearer, found.act, *found.qualifiers)
    return (one for one in every if one is not None)


def assert_spans_are_exact(instrument: Instrument) -> int:
    """Every part of every rule stands where its spans say; how many there are."""
    number = 0
    for placed in norms_of(instrument):
        clause = placed.norm.clause
        for part in parts(placed.norm):
            words = []
            for span in part.spans:
                text = clause.text if span.chapeau is None else clause.lead[span.chapeau]
                assert 0 <= span.start < span.end <= len(text), placed.citation
                words.append(text[span.start : span.end])
                assert words[-1] == words[-1].strip()
            assert " ".join(" ".join(words).split()) == part.quotation != "", placed.citation
            number += 1
    return number


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_the_words_of_each_part_stand_where_its_spans_say(path: Path) -> None:
    assert assert_spans_are_exact(read(path).instrument) > len(DRAFTS)


def test_so_do_those_of_adopted_treaties() -> None:
    counted = [
        assert_spans_are_exact(read(path).instrument)
        for path in sorted((treaties() / "core").glob("*.txt"))
    ]
    assert all(counted)


def test_words_may_begin_in_a_chapeau_and_end_in_its_item() -> None:
    found = last("States Parties shall:\n\n(a) keep lamps;\n\n(b) take measures against fog.")
    assert found.modality is not None
    assert found.modality.quotation == "shall: take measures"
    assert [one.chapeau for one in found.modality.spans] == [0, None]
    assert found.duty_bearer is not None
    assert [one.chapeau for one in found.duty_bearer.spans] == [0]


LAMPS = """CONVENTION

Article 1

For the purposes of the present Convention:

(a) "lamp" means what gives light, and may be of any size;

(b) "harbour" means what a State Party shall keep open.

Article 2

1. Each State Party shall:

(a) light its harbours, as far as possible;

(b) endeavour to publish charts.

2. The wall is high.

3. Seafarers may ask for oil.
"""


def test_what_states_no_rule_is_passed_over() -> None:
    found = norms_of(parse(LAMPS).instrument)
    assert [(one.address, quoted(one.norm.modality), quoted(one.norm.act)) for one in found] == [
        ("art_2__para_1__subpara_a", "shall", "light its harbours"),
        ("art_2__para_1__subpara_b", "endeavour", "publish charts"),
        ("art_2__para_3", "may", "ask for oil"),
    ]
    assert found[0].citation == "article 2, paragraph 1 (a)"


def test_the_comparison_does_not_wait_for_bearers_and_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> Any:
        raise AssertionError

    monkeypatch.setattr(Duties, "of", never)
    assert compare(read(DRAFTS[0]).instrument).answers
    with pytest.raises(AssertionError):
        _ = last("States shall keep lamps.").act


def test_the_json_is_what_its_schema_says() -> None:
    schema = json.loads((ROOT / "docs/schemas/norms.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    for text in (LAMPS, DRAFTS[0].read_text("utf-8")):
        instrument = parse(text).instrument
        written = json.loads(json.dumps(to_json(norms_of(instrument), instrument.language)))
        assert written["norms"]
        assert [one.message for one in Draft202012Validator(schema).iter_errors(written)] == []
        written["norms"][0]["act"] = 7
        assert list(Draft202012Validator(schema).iter_errors(written))


def run(*arguments: str, given: str = LAMPS) -> Result:
    return CliRunner().invoke(group, ("norms", "-", *arguments), input=given)


def test_the_rules_of_a_draft_are_listed() -> None:
    shown = run()
    assert shown.exit_code == 0
    assert "There are 3 rules" in shown.stdout
    header = "Provision Holder Modality Duty bearer Act"
    assert header in [" ".join(line.split()) for line in shown.stdout.splitlines()]
    assert "“State Party”" in shown.stdout
    assert "not said" in shown.stdout


@pytest.mark.parametrize("to", ["text", "html", "markdown", "csv", "xlsx", "docx", "json"])
def test_they_are_written_in_every_format_and_always_alike(to: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.{to}" for number in (1, 2)]
    for file in files:
        assert run("--to", to, "-o", str(file)).exit_code == 0
    first, second = (file.read_bytes() for file in files)
    assert first == second != b""


def test_only_some_rules_are_asked_for() -> None:
    lines = list(csv.DictReader(StringIO(run("--only", "endeavour,may", "--to", "csv").stdout)))
    assert [one["Kind of modality"] for one in lines] == ["endeavour", "may"]
    lines = list(csv.DictReader(StringIO(run("--bearer", "nobody", "--to", "csv").stdout)))
    assert [one["Act"] for one in lines] == ["ask for oil"]
    assert "There is no such rule in the text." in run("--bearer", "carrier").stdout


def test_a_modality_or_bearer_that_does_not_exist_is_named() -> None:
    assert "there is no modality “perhaps”" in run("--only", "perhaps").stderr
    assert "there is no duty bearer “kings”" in run("--bearer", "kings").stderr


def test_of_a_language_that_is_not_understood_no_rule_is_listed() -> None:
    french = "CONVENTION\n\nArticle premier\n\nNul ne peut être soumis à la torture.\n"
    assert "read in English only" in run(given=french).stdout
    written = json.loads(run("--to", "json", given=french).stdout)
    assert written == {"language": "fr", "understood": False, "norms": []}
