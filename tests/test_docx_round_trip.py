"""What this tool writes as a Word file it reads back; and it reads what LibreOffice makes."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import product
from pathlib import Path

import docx
import pytest
from corpus import treaties
from office import NEEDS_OFFICE, converted
from test_docx_tracked import PAIRS, file_of, random_pair

from convention_tool import parse
from convention_tool.readers.docx import extract
from convention_tool.readers.extract import read_extract
from convention_tool.tree.nodes import Instrument
from convention_tool.views.instrument import view
from convention_tool.writers import CommentaryAs, Numbering, WordOptions, write_docx

DRAFTS = Path(__file__).parent.parent / "drafts"
WAYS = [WordOptions(*way) for way in product(Numbering, CommentaryAs)]


def instrument(text: str) -> Instrument:
    """What a page of a text holds: it makes its own table of contents."""
    return replace(parse(text).instrument, contents=None)


def read_back(file: bytes, *, old: bool = False) -> Instrument:
    found = extract(file, "lamps.docx", old=old)
    return read_extract(found, "lamps.docx", None).instrument


@pytest.mark.timeout(120)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.numbering}-{way.commentary}")
def test_the_drafts_are_read_back_from_every_kind_of_word_file(way: WordOptions) -> None:
    for path in sorted(DRAFTS.glob("general-*.txt")):
        draft = instrument(path.read_text("utf-8"))
        assert read_back(write_docx(view(draft), way)) == draft, path.name


@pytest.mark.timeout(300)
@pytest.mark.parametrize("numbering", Numbering)
def test_the_core_treaties_are_read_back(numbering: Numbering) -> None:
    for path in sorted((treaties() / "core").glob("*.txt")):
        treaty = instrument(path.read_text("utf-8"))
        file = write_docx(view(treaty), WordOptions(numbering))
        assert read_back(file) == treaty, path.name


@pytest.mark.timeout(300)
def test_treaties_in_english_and_french_are_read_back() -> None:
    for path in sorted(treaties().glob("*.txt")):
        treaty = instrument(path.read_text("utf-8"))
        assert read_back(write_docx(view(treaty))) == treaty, path.name


def test_a_drafter_edits_the_file_and_the_edit_is_read() -> None:
    draft = instrument((DRAFTS / "general-convention.txt").read_text("utf-8"))
    file = docx.Document(BytesIO(write_docx(view(draft))))
    (line,) = (one for one in file.paragraphs if one.text == "Status: zero draft")
    line.runs[-1].text = line.runs[-1].text.replace("zero", "first")
    made = BytesIO()
    file.save(made)
    changed = read_back(made.getvalue())
    assert changed.value("Status") == "first draft"
    assert changed == replace(
        draft, header=tuple((key, said.replace("zero", "first")) for key, said in draft.header)
    )


def pairs() -> Iterator[tuple[str, str]]:
    yield from PAIRS.values()
    yield from map(random_pair, range(40))


@pytest.mark.timeout(120)
def test_both_texts_are_read_from_a_file_of_tracked_changes() -> None:
    for old, new in pairs():
        file = file_of(old, new)
        assert read_back(file) == parse(new).instrument
        assert read_back(file, old=True) == parse(old).instrument


def test_how_many_changes_there_are_is_told_and_which_text_was_read() -> None:
    file = file_of(*PAIRS["edited words"])
    for old, said in ((False, "after"), (True, "before")):
        choice = extract(file, "lamps.docx", old=old).guessed[0]
        assert choice.what == f"tracked changes; the text {said} them was read"
        assert choice.words == ("each", "any stone")


# What LibreOffice makes.

FRENCH = """<html lang="fr"><body>
<h1>Convention sur les phares du lac</h1>
<p>Les États parties à la présente Convention,</p>
<p>Sont convenus de ce qui suit :</p>
<h2>Article premier</h2><h3>Objet</h3>
<ol><li>Chaque État garde ses phares allumés.</li><li>Le gardien :
<ol type="a"><li>nettoie la lampe ;</li><li>sonne la cloche :
<ol type="i"><li>par brume ;</li><li>la nuit.</li></ol></li></ol></li></ol>
<h2>Article 2</h2><h3>Gardiens</h3>
<ol><li>Le gardien est payé chaque mois.</li><li>Il a une barque.</li></ol>
</body></html>"""

#: A text whose articles an outline numbers, with a footnote, a remark and tracked changes.
OUTLINE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<office:styles>
<text:outline-style style:name="Outline">
<text:outline-level-style text:level="1" style:num-format="I" style:num-prefix="PART "/>
<text:outline-level-style text:level="2" style:num-format="1" style:num-prefix="Article "/>
</text:outline-style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:default-outline-level="1"/>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"
 style:default-outline-level="2"/>
<style:style style:name="Title" style:family="paragraph"/>
<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("
 style:num-suffix=")"/>
</text:list-style>
</office:styles>
<office:body><office:text><text:tracked-changes>
<text:changed-region text:id="gone"><text:deletion><office:change-info><dc:creator>A</dc:creator>
<dc:date>2030-01-01T00:00:00</dc:date></office:change-info><text:p>never </text:p></text:deletion>
</text:changed-region>
<text:changed-region text:id="came"><text:insertion><office:change-info><dc:creator>A</dc:creator>
<dc:date>2030-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
</text:tracked-changes>
<text:p text:style-name="Title">Convention on Lamps</text:p>
<text:h text:style-name="Heading_20_1" text:outline-level="1">Lights</text:h>
<text:h text:style-name="Heading_20_2" text:outline-level="2">Lamps</text:h>
<text:list text:style-name="L"><text:list-item><text:p>Each State shall <text:change
 text:change-id="gone"/><text:change-start text:change-id="came"/>always <text:change-end
 text:change-id="came"/>keep:</text:p><text:list><text:list-item><text:p>a lamp;</text:p>
</text:list-item><text:list-item><text:p>a bell.<text:note text:note-class="footnote">
<text:note-citation>1</text:note-citation><text:note-body><text:p>Of bronze.</text:p>
</text:note-body></text:note></text:p></text:list-item></text:list></text:list-item>
<text:list-item><text:p>No light is charged for.<office:annotation><dc:creator>Ana</dc:creator>
<text:p>Really?</text:p></office:annotation></text:p></text:list-item></text:list>
<text:h text:style-name="Heading_20_2" text:outline-level="2">Bells</text:h>
<text:p>A bell rings.</text:p>
</office:text></office:body></office:document>"""


@NEEDS_OFFICE
@pytest.mark.timeout(300)
def test_a_french_text_that_libreoffice_saved_is_read_with_its_numbers(tmp_path: Path) -> None:
    found = read_back(converted(FRENCH.encode(), ".html", "docx:MS Word 2007 XML", tmp_path))
    wanted = """\
Convention sur les phares du lac

Les États parties à la présente Convention,

Sont convenus de ce qui suit :

Article premier
Objet

1. Chaque État garde ses phares allumés.

2. Le gardien :

a. nettoie la lampe ;

b. sonne la cloche :

i. par brume ;

ii. la nuit.

Article 2
Gardiens

1. Le gardien est payé chaque mois.

2. Il a une barque.
"""
    assert found == parse(wanted).instrument
    assert found.language == "fr"


@NEEDS_OFFICE
@pytest.mark.timeout(300)
def test_an_outline_notes_and_changes_that_libreoffice_saved(tmp_path: Path) -> None:
    file = converted(OUTLINE.encode(), ".fodt", "docx", tmp_path)
    wanted = """\
Convention on Lamps

PART I
Lights

Article 1
Lamps

1. Each State shall always keep:

(a) a lamp;

(b) a bell.

[1] Of bronze.

2. No light is charged for.

> Ana: Really?

Article 2
Bells

A bell rings.
"""
    assert read_back(file) == parse(wanted).instrument
    assert read_back(file, old=True) == parse(wanted.replace("always", "never")).instrument
