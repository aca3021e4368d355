"""What the final clauses of a text settle: read in invented texts, and checked in real ones."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from corpus import treaties
from jsonschema import Draft202012Validator

from convention_tool.analysis.clause_phrases import in_digits, slots
from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import FinalClauses, final_clauses_of
from convention_tool.catalogue.final_clause_figures import core_treaties, usual_instruments
from convention_tool.catalogue.final_clause_words import clause_words
from convention_tool.cli.final_clauses import command
from convention_tool.lint.engine import lint
from convention_tool.lint.rules import FAMILIES
from convention_tool.readers import parse

ROOT = Path(__file__).parent.parent

LIGHTS = """Convention on Lighthouses

Article 1

The present Convention is open for signature by all States in Lakeview until 31 March 2031.

Article 2

1. The present Convention is subject to ratification by signatories and is open to accession.

2. Instruments shall be deposited with the Secretary-General of the United Nations.

Article 3

1. The present Convention enters into force ninety days after the deposit of the twelfth instrument.

2. For each State that joins after that, it enters into force on the thirtieth day after its own deposit.

Article 4

1. No reservation may be made that is incompatible with the object and purpose of the present Convention.

2. A reservation may be withdrawn at any time.

Article 5

1. A State Party may denounce the present Convention, no earlier than five years after it joined.

2. Denunciation takes effect on the first day of the month that follows the end of six months from receipt.

Article 6

A dispute about the present Convention that is not settled by negotiation shall be submitted to arbitration.

Article 7

The English and Spanish texts of the present Convention are equally authentic.
"""


def read(text: str) -> FinalClauses:
    reading = parse(text)
    return Draft(reading.source, reading.instrument).fact(final_clauses_of)


def said(clauses: FinalClauses, clause: str, question: str) -> str:
    return str(clauses.clause(clause).reply(question))


def test_a_text_is_read_in_its_own_figures() -> None:
    lights = read(LIGHTS)
    assert lights.is_open_to_all
    assert said(lights, "signature", "signatories") == "all States"
    assert said(lights, "signature", "signature-period") == "until 31 March 2031"
    assert said(lights, "signature", "signature-place") == "Lakeview"
    assert said(lights, "consent", "consent-ways") == "ratification, accession"
    assert said(lights, "entry-into-force", "instruments") == "12"
    assert said(lights, "entry-into-force", "delay") == "90 days"
    assert said(lights, "entry-into-force", "later-parties") == "30 days"
    assert said(lights, "reservations", "reservations-rule") == "not against object and purpose"
    assert said(lights, "reservations", "reservations-withdrawal") == "at any time"
    assert said(lights, "denunciation", "earliest") == "5 years"
    assert said(lights, "denunciation", "notice") == "first day of the month after 6 months"
    assert said(lights, "disputes", "dispute-steps") == "negotiation, arbitration"
    assert said(lights, "authentic-texts", "languages") == "English, Spanish"
    assert said(lights, "authentic-texts", "equally-authentic") == "all equally"


def test_what_a_text_does_not_say_is_not_guessed() -> None:
    lights = read(LIGHTS)
    assert not lights.clause("amendment").sentences
    assert not lights.clause("counting").sentences
    assert said(lights, "entry-into-force", "later-threshold") == ""


def test_an_answer_knows_its_article() -> None:
    (answer,) = read(LIGHTS).clause("entry-into-force").reply("instruments").answers
    assert answer.sentence.stretch.article
    assert answer.sentence.stretch.article.number == "3"
    assert answer.slots.numbers == (12,)


def test_figures_between_which_states_may_choose_are_all_read() -> None:
    choice = LIGHTS.replace("twelfth instrument", "[twelfth] [twentieth] instrument")
    assert said(read(choice), "entry-into-force", "instruments") == "12 or 20"


def test_a_figure_that_is_left_open_is_told_as_such() -> None:
    opened = LIGHTS.replace("twelfth instrument", "[...] instrument")
    (answer,) = read(opened).clause("entry-into-force").reply("instruments").answers
    assert answer.slots.is_open
    assert answer.say == "left open"


def test_the_number_of_an_article_counts_no_instruments() -> None:
    cited = LIGHTS.replace("the twelfth instrument", "the instruments that article 58 names")
    assert said(read(cited), "entry-into-force", "instruments") == ""


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("the thirty-fifth instrument", "the 35 instrument"),
        ("on the thirtiethday after", "on the 30day after"),
        ("the 60th day", "the 60 day"),
        ("one hundred and twenty days", "120 days"),
        ("paragraph 4 of this", "paragraph of this"),
    ],
)
def test_numbers_are_read_in_words_and_in_damaged_copies(written: str, digits: str) -> None:
    assert in_digits(written, "en") == digits


@pytest.mark.parametrize(
    ("language", "phrase", "sentence", "number", "unit"),
    [
        ("fr", "<n> <unit> après", "quatre-vingt-dix jours après le dépôt", 90, "day"),
        ("fr", "<n> instrument*", "le trente-cinquième instrument", 35, ""),
        ("es", "<n> <unit> después", "tres meses después de la fecha", 3, "month"),
        ("es", "<n> instrumento*", "el vigésimo quinto instrumento", 25, ""),
        ("es", "<n> instrumento*", "la trigésima quinta instrumento", 35, ""),
    ],
)
def test_numbers_are_read_in_french_and_spanish(
    language: str, phrase: str, sentence: str, number: int, unit: str
) -> None:
    found = slots((phrase,), sentence, language)
    assert found
    assert (found.numbers, found.unit) == ((number,), unit)


def test_a_french_text_is_read() -> None:
    phares = read(
        "Language: fr\n\nConvention sur les phares\n\nArticle 1\n\nTout État peut adhérer à la "
        "présente Convention; le Secrétaire général de l'Organisation des Nations Unies est le "
        "dépositaire.\n\nArticle 2\n\nLa présente Convention entre en vigueur trente jours après le "
        "dépôt du dixième instrument d'adhésion.\n\nArticle 3\n\nTout État partie peut dénoncer la "
        "présente Convention. La dénonciation prend effet un an après la notification.\n"
    )
    assert said(phares, "entry-into-force", "instruments") == "10"
    assert said(phares, "entry-into-force", "delay") == "30 days"
    assert said(phares, "denunciation", "notice") == "1 year"


def test_two_parties_are_not_many() -> None:
    exchange = "Agreement on a Bridge\n\nArticle 1\n\nThis Agreement enters into force on 1 May.\n"
    assert not read(exchange).is_open_to_many


def test_a_language_that_is_not_read_says_nothing() -> None:
    other = read("Language: de\n\nAbkommen\n\nArtikel 1\n\nEs tritt in Kraft.\n")
    assert not other.is_read
    assert other.all == ()


@pytest.mark.parametrize(
    ("name", "instruments", "delay", "later"),
    [
        ("iccpr", "35", "3 months", "3 months"),
        ("icescr", "35", "3 months", "3 months"),
        ("iccpr-op1", "10", "3 months", "3 months"),
        ("cat", "20", "30 days", "30 days"),
        ("genocide", "20", "90 days", "90 days"),
        ("refugee", "6", "90 days", "90 days"),
        ("stateless", "6", "90 days", "90 days"),
        ("vclt", "35", "30 days", "30 days"),
        ("uncac", "30", "90 days", "30 days"),
        ("trafficking", "40", "90 days", "30 days"),
        ("unclos", "60", "12 months", "30 days"),
        ("ilo-c189", "2", "12 months", "12 months"),
        ("outer-space", "5", "at once", "on the day of their own instrument"),
        (
            "rome-statute",
            "60",
            "first day of the month after 60 days",
            "first day of the month after 60 days",
        ),
        (
            "esc-1996",
            "3",
            "first day of the month after 1 month",
            "first day of the month after 1 month",
        ),
    ],
)
def test_real_treaties_enter_into_force_as_they_say(
    name: str, instruments: str, delay: str, later: str
) -> None:
    clauses = read((treaties() / f"core/{name}.txt").read_text("utf-8"))
    assert said(clauses, "entry-into-force", "instruments") == instruments
    assert said(clauses, "entry-into-force", "delay") == delay
    assert said(clauses, "entry-into-force", "later-parties") == later


@pytest.mark.parametrize(
    ("name", "notice", "earliest"),
    [
        ("cat", "1 year", "at any time"),
        ("iccpr", "", ""),
        ("iccpr-op1", "3 months", "at any time"),
        ("refugee", "1 year", "at any time"),
        ("outer-space", "1 year", "1 year"),
        ("ilo-c189", "1 year", "10 years"),
        ("esc-1996", "6 months", "5 years"),
        ("genocide", "6 months", "10 years"),
        ("rome-statute", "1 year", "at any time"),
    ],
)
def test_real_treaties_are_denounced_as_they_say(name: str, notice: str, earliest: str) -> None:
    clauses = read((treaties() / f"core/{name}.txt").read_text("utf-8"))
    assert said(clauses, "denunciation", "notice") == notice
    assert said(clauses, "denunciation", "earliest") == earliest


@pytest.mark.parametrize("treaty", core_treaties(), ids=lambda treaty: treaty.id)
def test_what_we_say_of_a_core_treaty_is_what_its_text_says(treaty: Any) -> None:
    path = treaties() / f"core/{treaty.id}.txt"
    if not path.is_file():
        pytest.skip("the text of this treaty is not here")
    clauses = read(path.read_text("utf-8"))
    homes = {asked.id: clause.id for clause in clause_words("en") for asked in clause.questions}
    for question, answer in treaty.known.items():
        found = said(clauses, homes[question], question)
        assert found == ("" if answer == "none" else answer), question


def test_the_usual_number_of_instruments_is_that_of_the_core_treaties() -> None:
    assert usual_instruments() == (6, 35)


def test_the_report_is_written_in_every_format_and_as_its_schema_says(tmp_path: Path) -> None:
    drafts = [str(ROOT / f"drafts/general-convention{end}.txt") for end in ("", "-iom")]
    for kind in ("text", "json", "markdown", "html", "csv", "docx", "odt", "pdf", "xlsx"):
        for named in (drafts[:1], drafts):
            target = tmp_path / f"{len(named)}.{kind}"
            result = CliRunner().invoke(command, [*named, "--to", kind, "-o", str(target)])
            assert result.exit_code == 0, (kind, result.output)
            assert target.stat().st_size > 0
    written = json.loads((tmp_path / "2.json").read_text("utf-8"))
    schema = json.loads((ROOT / "docs/schemas/final-clauses.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(written)) == []
    page = (tmp_path / "1.markdown").read_text("utf-8")
    assert "| Entry into force: instruments needed | 20 (article 151, paragraph 1) |" in page


def test_our_own_draft_answers_what_its_final_clauses_raise() -> None:
    clauses = read((ROOT / "drafts/general-convention.txt").read_text("utf-8"))
    silent = {
        reply.question.id
        for clause in clauses.all
        if clause.sentences
        for reply in clause.replies
        if not reply.answers
    }
    assert silent <= {"later-threshold"}


#: A fault for each rule on final clauses, planted in our own draft by a cut or a change of words.
FAULTS = {
    "threshold-without-number": [
        ("the twentieth instrument of rat", "the [...] instrument of rat")
    ],
    "outlying-threshold": [
        ("the twentieth instrument of rat", "the sixtieth instrument of rat"),
        ("after the twentieth instrument of a", "after the sixtieth instrument of a"),
    ],
    "mismatched-threshold": [
        ("the twentieth instrument of rat", "the thirtieth instrument of rat")
    ],
    "no-rule-for-later-parties": [("2. For each State or organization that deposits", "")],
    "unsettled-counting": [("3. Instruments of such an organization are not counted", "")],
    "depositary-without-functions": [
        ("2. The depositary shall inform all States", ""),
        ("2. The depositary shall send certified copies", ""),
    ],
    "unranked-texts": [("; the six texts are equally authentic", "")],
    "denunciation-without-notice": [("2. The denunciation takes effect", "")],
    "denunciation-without-survival": [
        ("3. The State Party remains answerable", ""),
        ("4. After that date the Committee", ""),
    ],
    "declaration-without-withdrawal": [
        ("; it may withdraw that declaration at any time", ""),
        ("2. Such a declaration may be withdrawn", ""),
        ("5. A State Party may withdraw a reservation", ""),
    ],
    "amendment-without-majority": [
        ("2. The Conference of States Parties adopts an amendment by", ""),
        ("3. An amendment enters into force", ""),
        ("4. An amendment that concerns only", ""),
    ],
    "amendment-without-effect": [
        ("3. An amendment enters into force", ""),
        ("4. An amendment that concerns only", ""),
    ],
    "dispute-without-last-step": [("2. A dispute that is not settled within", "")],
    "signature-without-place": [
        (", at United Nations Headquarters in New York", ""),
        (", from the day after its adoption by the General Assembly of the United Nations", ""),
        (" until it enters into force", ""),
    ],
    "reservation-without-withdrawal": [("5. A State Party may withdraw a reservation", "")],
}


#: A rule on reservations serves for declarations too; without it both are at fault.
ALSO = {"declaration-without-withdrawal": ["reservation-without-withdrawal"]}


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_that_is_planted_in_our_draft_is_found_and_nothing_else(code: str) -> None:
    text = (ROOT / "drafts/general-convention.txt").read_text("utf-8")
    text = text.replace("Status: zero draft", "Status: negotiating text")
    assert remarks(text) == []
    for old, new in FAULTS[code]:
        assert text.count(old) == 1, old
        start = text.index(old)
        is_paragraph = not new and old[0].isdigit()
        end = text.index("\n", start) if is_paragraph else start + len(old)
        text = text[:start] + new + text[end:]
    assert remarks(text) == [code, *ALSO.get(code, ())]


def remarks(text: str) -> list[str]:
    """The codes of what the rules on final clauses say."""
    reading = parse(text)
    found = lint(Draft(reading.source, reading.instrument), FAMILIES["final-clauses"])
    return [one.code for one in found]
