"""Word files that no drafter writes and some program or stranger will: one sentence, or a reading."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from word_files import field, p, relations, root, scheme, style, use, word, zipped

from convention_tool import read
from convention_tool.errors import UnreadableFileError
from convention_tool.readers import package
from convention_tool.readers.docx import extract

HUGE = 100_000
BODY = root("document", f"<w:body>{p('A lamp burns.')}</w:body>")
MAIN = relations(("officeDocument", "word/document.xml"))


def spoilt(name: str, text: str) -> bytes:
    """A small file in which one part holds something else."""
    return zipped({"word/document.xml": BODY, "_rels/.rels": MAIN, name: text})


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
UNREADABLE = {
    "cut short": (word(p("A lamp burns."))[:-200], "broken"),
    "without its text": (
        zipped({"_rels/.rels": MAIN, "word/styles.xml": root("styles", "")}),
        "text",
    ),
    "no xml": (spoilt("word/document.xml", "A lamp burns."), "broken"),
    "xml cut short": (spoilt("word/document.xml", BODY[:-9]), "broken"),
    "empty": (spoilt("word/document.xml", ""), "broken"),
    "broken relations": (spoilt("word/_rels/document.xml.rels", "<"), "broken"),
    "entities": (spoilt("word/document.xml", ENTITIES + BODY.partition("?>")[2]), "entities"),
    "a part outside": (spoilt("../lamp.xml", "<a/>"), "outside"),
    "nested without end": (
        spoilt("word/document.xml", root("document", "<w:body>" + "<w:sdt>" * HUGE)),
        "broken",
    ),
}


@pytest.mark.parametrize(("data", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_said_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        extract(data, "lamps.docx")
    message = str(raised.value)
    assert message.startswith("lamps.docx ")
    assert said in message
    assert "\n" not in message


def test_a_bomb_is_not_set_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST", 2**20)
    with pytest.raises(UnreadableFileError, match="unpacks to more"):
        extract(word(p(" " * 2**21)), "lamps.docx")


def test_a_text_that_is_called_a_word_file(tmp_path: Path) -> None:
    file = tmp_path / "lamps.docx"
    file.write_text("Article 1\nA lamp burns.", "utf-8")
    with pytest.raises(UnreadableFileError, match="is not a Word document"):
        read(file)


def ring_of_styles() -> bytes:
    styles = style("A", "Alpha", based_on="B") + style("B", "Beta", based_on="A")
    return word(p("x", style="A"), parts={"styles": styles})


def ring_of_schemes() -> bytes:
    link = '<w:numStyleLink w:val="L"/>'
    legal = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    parts = {"styles": legal, "numbering": scheme(1, also=link) + use(1, of=1)}
    return word(p("x", listed=(1, 0)), parts=parts)


def odd_numbers() -> bytes:
    """Numbers that are none, or larger than any that is meant."""
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    huge, odd = start.format("9" * 5000), start.format("²")
    parts = {
        "numbering": scheme(1, "lowerRoman ", "upperLetter %9")
        + use(1, of=1, overrides=huge)
        + use(2, of=9, overrides=odd)
    }
    listed = ((1, 0), (1, 99), (1, -3), (2, 0), (77, 1))
    return word(*(p("x", listed=one) for one in listed), parts=parts)


def notes_of_nowhere() -> bytes:
    return word(p("x", '<w:r><w:footnoteReference w:id="7"/></w:r>'))


def many_fields() -> bytes:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    said = "<w:r><w:instrText>REF lamp</w:instrText></w:r>"
    return word(p("x", begin * HUGE, said * HUGE, field("REF x", "y")))


def many_titles() -> bytes:
    return word(p("x", style="Title") * HUGE)


def one_note_again_and_again() -> bytes:
    refer = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    notes = f'<w:footnote w:id="7">{p("long " * HUGE)}</w:footnote>'
    return word(p("x", refer * HUGE), parts={"footnotes": notes})


def long_numbers() -> bytes:
    numbering = scheme(1, f"decimal x{'%1' * HUGE}") + use(1, of=1)
    return word(p("", "x", listed=(1, 0)) * 1000, parts={"numbering": numbering})


def endless_fields() -> bytes:
    end = '<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>'
    return word(p("x", end))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "made",
    [
        *(ring_of_styles, ring_of_schemes, odd_numbers, notes_of_nowhere, many_fields),
        *(endless_fields, many_titles, one_note_again_and_again, long_numbers),
    ],
)
def test_what_makes_no_sense_is_read_as_far_as_it_does(made: Callable[[], bytes]) -> None:
    found = extract(made(), "lamps.docx").blocks
    assert "x" in found[0]


@pytest.mark.timeout(60)
def test_a_very_long_file_is_read_in_time() -> None:
    """Ten megabytes: many times the longest treaty."""
    one = p("1.\tA keeper of the lamp shall keep it lit in all weathers, and trim its wick.")
    count = 10 * 2**20 // len(one)
    found = extract(word(one * count), "lamps.docx")
    assert len(found.blocks) == count


@pytest.mark.timeout(20)
def test_a_paragraph_of_a_hundred_thousand_runs_and_deep_boxes() -> None:
    found = extract(word(p(*["a "] * HUGE)), "lamps.docx")
    assert found.blocks[0].count("a") == HUGE
    nested = p("deep")
    for _ in range(40):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    assert "deep" in extract(word(nested), "lamps.docx").blocks


def test_nothing_is_written_and_the_archive_is_not_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "lamps.docx"
    file.write_bytes(word(p("Article 1"), p("A lamp burns.")))
    before = file.read_bytes()
    assert read(file).instrument.articles[0].number == "1"
    assert [one.name for one in tmp_path.iterdir()] == ["lamps.docx"]
    assert file.read_bytes() == before
    with ZipFile(file) as archive:
        assert archive.testzip() is None
