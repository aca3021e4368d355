"""OpenDocument texts: every word in its place and style, and all of it read again."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from corpus import treaties
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from office import NEEDS_OFFICE, converted
from samples import EVERY_BLOCK, LIGHTS, PAGES, page_of
from test_docx_tracked import PAIRS, file_of
from test_writers import SHOWN, at_first_sight

from convention_tool.document import (
    Badge,
    Block,
    Break,
    Document,
    Facts,
    Heading,
    Listing,
    Note,
    NoteRole,
    Prose,
    Row,
    Section,
    Table,
    Tone,
    words,
)
from convention_tool.errors import UnreadableFileError
from convention_tool.readers import parse, read
from convention_tool.readers.extract import Extract
from convention_tool.readers.formats import read_file
from convention_tool.readers.odt import extract
from convention_tool.tree.nodes import Instrument
from convention_tool.views.instrument import view
from convention_tool.writers import odt as writer

DRAFTS = sorted((Path(__file__).resolve().parent.parent / "drafts").glob("general-*.txt"))

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = {
    "office": f"{OASIS}:office:1.0",
    "style": f"{OASIS}:style:1.0",
    "text": f"{OASIS}:text:1.0",
    "table": f"{OASIS}:table:1.0",
    "draw": f"{OASIS}:drawing:1.0",
    "svg": f"{OASIS}:svg-compatible:1.0",
    "fo": f"{OASIS}:xsl-fo-compatible:1.0",
    "meta": f"{OASIS}:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
NAMES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in SPACES.items())

WIDE = Table("Wide", tuple(map(words, "abcdefg")), (Row(tuple(map(words, "1234567"))),))


# ---- Written -----------------------------------------------------------------------------------------


def written(*blocks: Block, title: str = "T", language: str = "en", date: str = "") -> bytes:
    return writer.write(Document(title, blocks, language, date=date))


def part(data: bytes, name: str = "content.xml") -> etree._Element:
    with ZipFile(BytesIO(data)) as packed:
        return etree.fromstring(packed.read(name))


def found(root: etree._Element, path: str) -> list[str]:
    """What an XPath of the format finds, as strings."""
    result = root.xpath(path, namespaces=SPACES)
    assert isinstance(result, list)
    return [one if isinstance(one, str) else shown(one) for one in result]  # type: ignore[arg-type]


def shown(element: etree._Element) -> str:
    """Words as a word processor shows them: what is a run of spaces in the file is one."""
    said = ""
    for kind, one in etree.iterwalk(element, events=("start", "end")):
        name = etree.QName(one).localname
        if kind == "start":
            count = int(one.get(f"{{{SPACES['text']}}}c", "1"))
            said += {"s": "\0" * count, "tab": "\t", "line-break": "\n"}.get(name, "")
            said += one.text or ""
        elif one is not element:
            said += one.tail or ""
    return re.sub(" +", " ", said).strip(" ").replace("\0", " ")


def styles_of(data: bytes) -> list[str]:
    """The named style of each paragraph and heading, by what it was made from."""
    root = part(data)
    made_from = dict(
        zip(
            found(root, "//style:style[@style:family='paragraph']/@style:name"),
            found(root, "//style:style[@style:family='paragraph']/@style:parent-style-name"),
            strict=True,
        )
    )
    used = found(root, "//text:p/@text:style-name | //text:h/@text:style-name")
    return [made_from.get(name, name).replace("_20_", " ") for name in used]


@pytest.mark.parametrize("name", PAGES)
def test_a_file_says_what_the_web_page_says_in_the_same_order(name: str) -> None:
    root = part(writer.write(page_of(name)))
    texts = found(root, "//*[self::text:p or self::text:h][not(ancestor::text:table-of-content)]")
    page = at_first_sight(page_of(name))
    head = [
        e.text for e in page.elements if e.tag == "h1" or e.attributes.get("class") == "subtitle"
    ]
    assert letters(texts) == letters([*head, page.all("main")[0].text])


def letters(said: list[str]) -> str:
    """Words without the spaces between them, and the colon that only paper has after a name."""
    return re.sub(r"[\s:]+", "", "".join(said))


def test_blocks_have_named_styles() -> None:
    assert {
        "Title",
        "Subtitle",
        "Facts",
        "Heading 1",
        "Heading 2",
        "Text body",
        "Numbered",
        "Numbered 1",
        "List Text",
        "Table Caption",
        "Table Text",
        "Table Small",
        "Note Label",
        "Note 1",
    } <= set(styles_of(writer.write(EVERY_BLOCK)))


def test_every_style_that_is_used_is_there() -> None:
    for name in PAGES:
        data = writer.write(page_of(name))
        root, shared = part(data), part(data, "styles.xml")
        there = {*found(root, "//@style:name"), *found(shared, "//@style:name")}
        used = found(root, "//@text:style-name | //@table:style-name | //@style:parent-style-name")
        assert set(used) - there == set()


def test_headings_stand_in_the_outline_and_their_number_before_an_em_space() -> None:
    data = written(Heading(2, words("Lamps"), "", "PART I"), Heading(6, words("Oil")))
    root = part(data)
    assert found(root, "//text:h/@text:outline-level") == ["1", "5"]
    assert found(root, "//text:h") == ["PART I\u2003Lamps", "Oil"]


def test_a_number_hangs_before_its_paragraph_and_levels_stand_in() -> None:
    data = written(Prose(words("x"), "", "(a)", 1), Prose(words("y"), level=2))
    assert found(part(data), "//text:p")[1:] == ["(a)\tx", "y"]
    assert styles_of(data)[1:] == ["Numbered 1", "Text body 2"]
    style = "//style:style[@style:name='Numbered_20_1']/style:paragraph-properties/"
    assert found(part(data, "styles.xml"), f"{style}@fo:margin-left") == ["2cm"]
    assert found(part(data, "styles.xml"), f"{style}@fo:text-indent") == ["-1.0cm"]


def test_notes_have_the_style_of_their_role() -> None:
    said = (Prose(words("Because.")),)
    notes = (Note("N", said, role=role) for role in NoteRole)
    assert styles_of(written(*notes))[1:] == [
        "Note Label",
        "Note 1",
        "Commentary Label",
        "Commentary",
        "Printed Footnote Label",
        "Printed Footnote",
    ]


def test_a_link_leads_to_a_bookmark_or_to_the_web_and_others_are_words() -> None:
    root = part(writer.write(EVERY_BLOCK))
    links = "//text:a[not(ancestor::text:table-of-content)]"
    assert found(root, f"{links}/@xlink:href") == ["#findings", "https://example.org/a?b=<c>"]
    assert found(root, links) == ["above", "out"]
    marks = found(root, "//text:bookmark/@text:name")
    assert "findings" in marks
    assert len(marks) == len(set(marks))


def test_a_long_page_has_contents_that_lead_to_its_headings() -> None:
    many = tuple(Heading(2, words(f"Lamp {n}"), f"lamp-{n}", f"Article {n}") for n in range(1, 9))
    root = part(written(*many))
    assert found(root, "//text:table-of-content//text:a")[:2] == [
        "Article 1 Lamp 1",
        "Article 2 Lamp 2",
    ]
    targets = found(root, "//text:table-of-content//text:a/@xlink:href")
    assert [target[1:] for target in targets] == found(root, "//text:bookmark/@text:name")
    assert found(part(written(*many[1:])), "//text:table-of-content") == []


def test_a_wide_table_and_its_heading_have_a_page_on_its_side() -> None:
    data = written(Prose(words("a")), Heading(2, words("b")), WIDE, WIDE, Prose(words("c")))
    root = part(data)
    pages = dict(
        zip(
            found(root, "//style:style[@style:master-page-name]/@style:name"),
            found(root, "//@style:master-page-name"),
            strict=True,
        )
    )
    turned = [
        (said, pages[style])
        for said, style in zip(
            found(root, "//*[self::text:p or self::text:h]"),
            found(root, "//*[self::text:p or self::text:h]/@text:style-name"),
            strict=True,
        )
        if style in pages
    ]
    assert turned == [("T", "Standard"), ("b", "Landscape"), ("c", "Standard")]


def test_a_header_is_repeated_on_every_page() -> None:
    root = part(written(WIDE))
    assert found(root, "//table:table-header-rows//text:p") == list("abcdefg")
    assert found(root, "//table:table/table:table-row//text:p") == list("1234567")


def test_a_list_is_a_list_of_the_format() -> None:
    items = (words("x"), words("y"))
    root = part(written(Listing(items), Listing(items, ordered=True)))
    assert found(root, "//text:list/@text:style-name") == ["List_20_Bullet", "List_20_Number"]
    assert found(root, "//text:list-item") == ["x", "y", "x", "y"]


def test_a_badge_is_coloured_and_says_the_same_in_words() -> None:
    root = part(written(Prose((Badge("not found", Tone.BAD),))))
    assert found(root, "//text:span") == ["not found"]
    assert found(root, "//style:text-properties/@fo:background-color") == ["#fbe3e0"]


def test_what_speaks_for_words_is_not_written() -> None:
    assert found(part(written(Prose((SHOWN, *words("."))))), "//text:p")[1:] == ["found."]


def test_the_file_and_its_sections_name_their_language() -> None:
    section = Section("fr", (Prose(words("Fait")),))
    data = written(Prose(words("hecho")), section, language="es")
    shared = part(data, "styles.xml")
    default = "//style:default-style/style:text-properties"
    assert found(shared, f"{default}/@fo:language") == ["es"]
    assert found(shared, f"{default}/@fo:country") == ["ES"]
    assert found(part(data, "meta.xml"), "//dc:language") == ["es"]
    assert found(part(data), "//style:text-properties/@fo:language") == ["fr"]


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.text(alphabet="ab \u00a0\u2003\u00e9<&", max_size=12), st.text("a ", max_size=5))
def test_spaces_are_kept_as_they_are(text: str, more: str) -> None:
    bold = Badge(more)
    data = written(Prose((*words(text), bold, Break(), *words(text))))
    assert found(part(data), "//text:p")[1:] == [f"{text}{more}\n{text}"]


def test_what_xml_forbids_is_replaced() -> None:
    data = written(Prose(words("a\x00\x0b\x1b\ud800\nb"), number="\x01"), title="\x02")
    assert found(part(data), "//text:p") == ["\ufffd", "\ufffd\ta\ufffd \ufffd\ufffd b"]


def test_a_file_bears_the_date_of_the_draft_and_says_first_what_it_is() -> None:
    data = written(Prose(words("a")), date="2026-11-29")
    with ZipFile(BytesIO(data)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2026, 11, 29, 0, 0, 0)}
        kind = packed.infolist()[0]
        assert (kind.filename, kind.compress_type) == ("mimetype", ZIP_STORED)
        assert packed.read(kind) == b"application/vnd.oasis.opendocument.text"
        listed = set(found(part(data, "META-INF/manifest.xml"), "//@*[local-name()='full-path']"))
        assert listed == {"/", "content.xml", "meta.xml", "styles.xml"}
    meta = part(data, "meta.xml")
    assert found(meta, "//meta:creation-date") == ["2026-11-29T00:00:00"]
    assert found(meta, "//meta:generator") == ["convention_tool"]


def test_the_same_page_gives_the_same_bytes() -> None:
    assert writer.write(page_of("beside")) == writer.write(page_of("beside"))


# ---- Written and read again --------------------------------------------------------------------------


def again(instrument: Instrument) -> Instrument:
    data = writer.write(view(instrument))
    return read_file(data, "draft.odt").instrument


def without_contents(instrument: Instrument) -> Instrument:
    return replace(instrument, contents=None)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_written_and_read_again_is_equal(draft: Path) -> None:
    instrument = read(draft).instrument
    assert again(instrument) == instrument


@pytest.mark.timeout(300)
def test_adopted_treaties_written_and_read_again_are_equal() -> None:
    differ = []
    for path in sorted(treaties().rglob("*.txt")):
        instrument = without_contents(read(path).instrument)
        if without_contents(again(instrument)) != instrument:
            differ.append(path.stem)
    assert differ == []


def test_commentary_and_footnotes_stay_what_they_are() -> None:
    text = (
        "Convention on Lamps\n\nArticle 1\nLighting\n\n1. Lamps shall be lit [1].\n\n"
        "> Dusk is when the keeper says so.\n>\n> So it was of old.\n\n[1] As in the old rules.\n"
    )
    instrument = parse(text).instrument
    assert again(instrument) == instrument


def test_a_draft_without_a_title_gets_none() -> None:
    instrument = parse("Article 1\n\nLamps shall be lit.\n").instrument
    assert instrument.title == ""
    assert again(instrument) == instrument


def header_page(*printed: tuple[str, str]) -> Document:
    header = (("Title", "Lamps"), ("Status", "zero draft"), ("Author", "A"), ("Author", "B"))
    facts = Facts(tuple((key, words(value)) for key, value in printed))
    return Document("Lamps", (facts, Prose(words("Lamps burn."))), header=header)


def test_the_header_block_is_kept_in_its_order() -> None:
    document = header_page(("Status", "zero draft"), ("Author", "A"), ("Author", "B"))
    assert extract(writer.write(document), "x.odt").header == document.header


def test_a_printed_line_of_the_header_goes_before_the_property() -> None:
    data = writer.write(header_page(("Status", "zero draft"), ("Author", "B")))
    with ZipFile(BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["content.xml"] = parts["content.xml"].replace(b"zero draft", b"second draft")
    assert extract(repacked(parts), "x.odt").header == (
        ("Title", "Lamps"),
        ("Status", "second draft"),
        ("Author", "B"),
        ("Author", "B"),
    )


def repacked(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return made.getvalue()


# ---- Read --------------------------------------------------------------------------------------------


def odt(body: str, *, styles: str = "", shared: str = "") -> bytes:
    """A file with this body, styles of its own, and styles and pages that it shares."""
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {NAMES}>{automatic}{text}</office:document-content>"
    return repacked(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": content.encode(),
            "styles.xml": f"<office:document-styles {NAMES}>{shared}</office:document-styles>".encode(),
        }
    )


def blocks(body: str, *, styles: str = "", shared: str = "", old: bool = False) -> list[str]:
    return list(extract(odt(body, styles=styles, shared=shared), "x.odt", old=old).blocks)


def said_of(result: Extract) -> dict[str, tuple[str, ...]]:
    return {one.what: one.words for one in (*result.guessed, *result.dropped) if one.words}


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*texts: str) -> str:
    return "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)


def listed(*texts: str, style: str = ' text:style-name="L"') -> str:
    return f"<text:list{style}>{items(*texts)}</text:list>"


LEVELS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("'
    ' style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3"'
    ' style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="4" text:bullet-char="•"/>'
    "</text:list-style>"
)


def test_numbers_of_lists_are_printed() -> None:
    deep = p("shade;") + listed(p("one;") + listed(p("tin;"), p("zinc;"), style=""), style="")
    body = listed(p("Lamps burn.") + p("They smoke."), deep, p("Lamps go out."))
    assert blocks(body, styles=LEVELS) == [
        "1. Lamps burn.",
        "They smoke.",
        "2. shade;",
        "(a) one;",
        "2.a.i) tin;",
        "2.a.ii) zinc;",
        "3. Lamps go out.",
    ]


def test_a_list_goes_on_where_the_file_says_so_and_else_begins_anew() -> None:
    first = f'<text:list xml:id="a" text:style-name="L">{items(p("a"), p("b"))}</text:list>'
    by_name = f'<text:list text:continue-list="a" text:style-name="L">{items(p("c"))}</text:list>'
    by_style = (
        f'<text:list text:continue-numbering="true" text:style-name="L">{items(p("d"))}</text:list>'
    )
    body = f"{first}{p('between')}{by_name}{by_style}{listed(p('e'))}"
    assert blocks(body, styles=LEVELS) == ["1. a", "2. b", "between", "3. c", "4. d", "1. e"]


def test_an_item_may_count_anew_and_a_list_may_begin_late() -> None:
    late = LEVELS.replace('style:num-format="1"', 'style:num-format="A" text:start-value="3"')
    anew = f'<text:list-item text:start-value="27">{p("c")}</text:list-item>'
    body = (
        f'<text:list text:style-name="L">{items(p("a"), p("b"))}{anew}{items(p("d"))}</text:list>'
    )
    assert blocks(body, styles=late) == ["C. a", "D. b", "AA. c", "AB. d"]


def test_a_bullet_is_a_dash_and_a_header_of_a_list_has_no_number() -> None:
    bullets = LEVELS.replace('text:level="4"', 'text:level="1"').replace('"1" style', '"9" style')
    head = f"<text:list-header>{p('Lamps:')}</text:list-header>"
    body = f'<text:list text:style-name="L">{head}{items(p("tin"))}</text:list>'
    assert blocks(body, styles=bullets) == ["Lamps:", "– tin"]


def test_the_form_of_a_number_may_be_said_as_a_whole() -> None:
    pattern = LEVELS.replace('text:level="2"', 'text:level="2" loext:num-list-format="%1%-%2%:"')
    body = listed(p("a") + listed(p("b"), style=""))
    assert blocks(body, styles=pattern) == ["1. a", "1-a: b"]


def test_a_paragraph_style_may_say_how_its_list_counts() -> None:
    style = '<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>'
    assert blocks(listed(p("a", "P"), style=""), styles=LEVELS + style) == ["1. a"]


def test_headings_that_count_print_their_number() -> None:
    outline = (
        '<office:styles><text:outline-style><text:outline-level-style text:level="1"'
        ' style:num-format="1" style:num-prefix="Article "/></text:outline-style></office:styles>'
    )
    body = "".join(f'<text:h text:outline-level="1">{said}</text:h>' for said in ("Oil", "Wicks"))
    assert blocks(body, shared=outline) == ["Article 1\nOil", "Article 2\nWicks"]


def test_restored_numbers_are_reported() -> None:
    result = extract(odt(listed(p("a"), p("b")), styles=LEVELS), "x.odt")
    assert said_of(result) == {"numbers of automatic lists": ("1.", "2.")}


def test_a_number_without_words_is_kept_before_another_number_alone() -> None:
    body = listed(p("") + listed(p("tin;"), style=""), p("")) + p("Meanwhile,")
    result = extract(odt(body, styles=LEVELS), "x.odt")
    assert result.blocks == ("1.", "(a) tin;", "Meanwhile,")
    assert said_of(result)["numbers of automatic lists that stand before nothing"] == ("2.",)


STYLES = "<office:styles>{}</office:styles>".format(
    "".join(
        f'<style:style style:name="{name.replace(" ", "_20_")}" style:display-name="{name}"'
        f' style:family="paragraph"/>'
        for name in ("Heading 2", "Title", "Commentary", "Commentary Label")
    )
)


def test_a_heading_is_known_by_its_style_and_by_those_it_is_made_from() -> None:
    own = (
        '<style:style style:name="P1" style:family="paragraph"'
        ' style:parent-style-name="Heading_20_2"/>'
    )
    body = p("Article 1 Lighting of lamps", "P1") + p("Article 2 Oil", "Heading_20_2")
    said = ["Article 1\nLighting of lamps", "Article 2\nOil"]
    assert blocks(body, styles=own, shared=STYLES) == said
    assert blocks(p("Article 1 Lighting of lamps")) == ["Article 1 Lighting of lamps"]


def test_a_title_and_a_heading_may_take_two_paragraphs() -> None:
    lines = p("Convention", "Title") + p("on Lamps", "Title")
    head = p("Article 1", "Heading_20_2") + p("Oil", "Heading_20_2")
    assert blocks(lines + head, shared=STYLES) == ["Convention on Lamps", "Article 1\nOil"]


def test_spaces_tabs_and_lines_are_read_and_page_breaks_are_none() -> None:
    body = p('1.<text:tab/>Lamps<text:s text:c="3"/>bu<text:soft-page-break/>rn\n   at night.')
    assert blocks(body) == ["1. Lamps burn at night."]
    assert blocks(p("Lamps burn.<text:line-break/>They smoke.")) == ["Lamps burn.\n\nThey smoke."]


def test_footnotes_and_comments_stand_below_their_paragraph() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('See the')}{p('old rules.')}</text:note-body></text:note>"
    )
    by = "<dc:creator>{}</dc:creator><dc:date>2026-11-29T00:00:00</dc:date>"
    remark = f"<office:annotation>{by.format('Ada')}{p('Which lamps?')}</office:annotation>"
    ours = f"<office:annotation>{by.format('Commentary')}{p('Dusk.')}</office:annotation>"
    assert blocks(p(f"Lamps{note} burn.{remark}") + p(f"Out.{ours}")) == [
        "Lamps[1] burn.",
        "[1] See the old rules.",
        "> Ada: Which lamps?",
        "Out.",
        "> Dusk.",
    ]


def test_the_mark_of_a_footnote_does_not_spoil_a_heading() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{p('New.')}</text:note-body></text:note>"
    )
    assert blocks(p(f"Article 1{note}") + p("Lamps burn.")) == [
        "Article 1",
        "[1] New.",
        "Lamps burn.",
    ]


def test_paragraphs_of_commentary_are_one_and_labels_are_left_out() -> None:
    body = p("Why", "Commentary_20_Label") + p("Dusk.", "Commentary") + p("Dawn.", "Commentary")
    assert blocks(p("Lamps burn.") + body, shared=STYLES) == ["Lamps burn.", "> Dusk.\n>\n> Dawn."]


def test_tables_are_read_cell_by_cell_whatever_a_cell_says_of_its_copies() -> None:
    wide = 'table:number-columns-repeated="999999999"'
    body = (
        f"<table:table><table:table-column {wide}/>"
        f"<table:table-row><table:table-cell {wide}>{p('a')}</table:table-cell>"
        f"<table:covered-table-cell>{p('hidden')}</table:covered-table-cell>"
        f"<table:table-cell>{p('b')}{p('c')}</table:table-cell></table:table-row></table:table>"
    )
    assert blocks(body) == ["a", "b", "c"]


def test_text_in_a_box_is_read_once_after_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('Boxed.')}</draw:text-box></draw:frame>"
    result = extract(odt(p(f"Lamps{box} burn.") + p("Out.")), "x.odt")
    assert result.blocks == ("Lamps burn.", "Boxed.", "Out.")
    assert list(said_of(result).values()) == [("Boxed.",)]


def test_pictures_are_reported_with_what_they_are_said_to_show() -> None:
    picture = "<draw:frame><draw:image/><svg:title>A lamp</svg:title></draw:frame>"
    result = extract(odt(p(f"Lamps{picture} burn.")), "x.odt")
    assert result.blocks == ("Lamps burn.",)
    assert said_of(result) == {"pictures": ("picture",), "descriptions of pictures": ("A lamp",)}


def test_what_is_no_part_of_the_text_is_left_out_and_reported() -> None:
    hidden = (
        '<style:style style:name="H" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    shared = (
        "<office:master-styles><style:master-page><style:header>"
        f"{p('Lamps, page <text:page-number>1</text:page-number>')}</style:header>"
        "<style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer>"
        "</style:master-page></office:master-styles>"
    )
    index = f"<text:table-of-content><text:index-body>{p('Article 1 .... 3')}</text:index-body></text:table-of-content>"
    secret = f'<text:section text:display="none">{p("Secret.")}</text:section>'
    open_one = f"<text:section>{p('Open.')}</text:section>"
    words_too = p('Lamps <text:span text:style-name="H">may </text:span>burn.')
    result = extract(
        odt(index + secret + open_one + words_too, styles=hidden, shared=shared), "x.odt"
    )
    assert result.blocks == ("Open.", "Lamps burn.")
    assert said_of(result) == {
        "lines of headers and footers": ("Lamps, page 1",),
        "lines of tables of contents and indexes": ("Article 1 .... 3",),
        "hidden words": ("Secret.", "may"),
    }


# ---- Tracked changes ---------------------------------------------------------------------------------


def tracked(*regions: str) -> str:
    changed = (
        f'<text:changed-region text:id="c{number}">{region}</text:changed-region>'
        for number, region in enumerate(regions, 1)
    )
    return f"<text:tracked-changes>{''.join(changed)}</text:tracked-changes>"


INSERTED = "<text:insertion/>"
START, END, HERE = (
    f'<text:change{kind} text:change-id="c{{}}"/>' for kind in ("-start", "-end", "")
)


def deleted(*paragraphs: str) -> str:
    return f"<text:deletion>{''.join(map(p, paragraphs))}</text:deletion>"


def both(body: str) -> tuple[list[str], list[str]]:
    """The text before the changes, and after."""
    return blocks(body, old=True), blocks(body)


def test_words_that_were_put_in_or_struck_out() -> None:
    body = tracked(INSERTED, deleted("all ")) + p(
        f"Lamps {START.format(1)}shall {END.format(1)}burn {HERE.format(2)}night."
    )
    assert both(body) == (["Lamps burn all night."], ["Lamps shall burn night."])


def test_changes_are_reported_with_the_text_that_was_read() -> None:
    body = tracked(INSERTED, deleted("all")) + p(
        f"Lamps {START.format(1)}shall {END.format(1)}burn {HERE.format(2)}."
    )
    for old, side in ((True, "before"), (False, "after")):
        result = extract(odt(body), "x.odt", old=old)
        assert said_of(result) == {
            f"tracked changes; the text {side} them was read": ("shall", "all")
        }


def test_a_paragraph_that_was_put_in_goes_with_its_end() -> None:
    body = tracked(INSERTED) + p(f"Lamps burn.{START.format(1)}")
    body += p(f"They smoke.{END.format(1)}") + p("Out.")
    assert both(body) == (["Lamps burn.", "Out."], ["Lamps burn.", "They smoke.", "Out."])


def test_a_paragraph_that_was_cut_in_two_is_joined_again() -> None:
    body = tracked(INSERTED) + p(f"Lamps burn. {START.format(1)}") + p(f"{END.format(1)}All night.")
    assert both(body) == (["Lamps burn. All night."], ["Lamps burn.", "All night."])


def test_paragraphs_that_were_struck_out_come_back_between_the_words_beside_them() -> None:
    body = tracked(deleted("burn.", "They smoke.", "They ")) + p(f"Lamps {HERE.format(1)}go out.")
    assert both(body) == (["Lamps burn.", "They smoke.", "They go out."], ["Lamps go out."])


def test_items_that_were_put_in_do_not_count_before() -> None:
    new = p(f"{START.format(1)}b") + "</text:list-item><text:list-item>" + p(f"{END.format(1)}c")
    body = tracked(INSERTED) + listed(p("a"), new)
    said = [blocks(body, styles=LEVELS, old=old) for old in (True, False)]
    assert said == [["1. a", "2. c"], ["1. a", "2. b", "3. c"]]


# ---- Files not to be trusted -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (p('a<text:s text:c="999999999"/>b'), ["a b"]),
        ("<text:p>" + "<text:span>" * 200 + "x" + "</text:span>" * 200 + "</text:p>", ["x"]),
        (tracked(deleted(HERE.format(1))) + p(HERE.format(1)), []),
        (listed(p("x"), style=' text:continue-list="nowhere"'), ["x"]),
    ],
)
def test_a_file_that_exaggerates_is_read_as_far_as_it_goes(body: str, kept: list[str]) -> None:
    assert blocks(body) == kept
    assert blocks(body, old=True) == kept


def test_styles_that_are_made_from_each_other_say_nothing() -> None:
    circle = (
        f'<style:style style:name="{one}" style:family="paragraph" style:parent-style-name="{other}"/>'
        for one, other in ("AB", "BA")
    )
    assert blocks(p("x", "A"), styles="".join(circle)) == ["x"]


def test_numbers_beyond_reason_are_printed_in_digits() -> None:
    body = f'<text:list text:style-name="L"><text:list-item text:start-value="999999">{p("x")}</text:list-item></text:list>'
    roman = LEVELS.replace('style:num-format="1"', 'style:num-format="i"')
    assert blocks(body, styles=roman) == ["999999. x"]


LOCKED = {
    "META-INF/manifest.xml": b"<file-entry><encryption-data/></file-entry>",
    "content.xml": b"0123",
}
BOMB = "<text:p/>" * 1_000_001
DEEP = "<text:list><text:list-item>" * 400 + "</text:list-item></text:list>" * 400


@pytest.mark.parametrize(
    "data",
    [
        odt(p("x"))[:-40],
        odt("<text:p>"),
        odt(DEEP),
        odt(BOMB),
        repacked({"mimetype": b"application/vnd.oasis.opendocument.text"}),
        repacked({"content.xml": b"<a/>"}),
        repacked(
            {"content.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}
        ),
        repacked({"../content.xml": b"<a/>"}),
        repacked(LOCKED),
        b"PK\x03\x04",
        b"",
    ],
    ids=[
        "cut",
        "open",
        "deep",
        "bomb",
        "empty",
        "other",
        "entity",
        "outside",
        "locked",
        "zip",
        "nothing",
    ],
)
def test_a_file_that_cannot_be_read_is_told_of_in_one_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"^lamps\.odt (is|has|declares|unpacks) [^\n]*$"):
        extract(data, "lamps.odt")


# ---- LibreOffice -------------------------------------------------------------------------------------


@NEEDS_OFFICE
@pytest.mark.timeout(180)
@pytest.mark.parametrize("name", ["beside", "review"])
def test_libreoffice_opens_what_we_write(name: str, tmp_path: Path) -> None:
    assert converted(writer.write(page_of(name)), ".odt", "pdf", tmp_path).startswith(b"%PDF")


@NEEDS_OFFICE
@pytest.mark.timeout(180)
@pytest.mark.parametrize("draft", DRAFTS[:1], ids=lambda path: path.stem)
def test_a_draft_that_libreoffice_saved_is_equal(draft: Path, tmp_path: Path) -> None:
    instrument = read(draft).instrument
    saved = converted(writer.write(view(instrument)), ".odt", "odt", tmp_path)
    assert saved != writer.write(view(instrument))
    assert read_file(saved, "draft.odt").instrument == instrument


@NEEDS_OFFICE
@pytest.mark.timeout(180)
def test_a_small_draft_that_libreoffice_saved_is_equal(tmp_path: Path) -> None:
    instrument = parse("Title: Lamps\nLanguage: en\n\nLamps\n\nArticle 1\n\nLamps burn.").instrument
    saved = converted(writer.write(view(instrument)), ".odt", "odt", tmp_path)
    assert read_file(saved, "draft.odt").instrument == instrument


@NEEDS_OFFICE
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", ["split", "all"])
def test_changes_that_libreoffice_took_from_a_word_file(name: str, tmp_path: Path) -> None:
    old, new = PAIRS[name]
    file = converted(file_of(old, new), ".docx", "odt", tmp_path)
    assert read_file(file, "x.odt").instrument == parse(new).instrument
    assert read_file(file, "x.odt", old=True).instrument == parse(old).instrument


PAGE = """<html><body><p>Have agreed as follows:</p>
<ol><li>Lamps:<ol type="a"><li>tin;<ol type="i"><li>big;</li><li>small;</li></ol></li>
<li>zinc.</li></ol></li><li>Oil.</li></ol><p>Meanwhile,</p>
<ol start="3"><li>Wicks.</li><li value="7">Glass.</li></ol>
<table><tr><td><ol type="A"><li>Bell.</li></ol></td><td>Rope.</td></tr></table></body></html>"""


@NEEDS_OFFICE
@pytest.mark.timeout(180)
def test_lists_as_libreoffice_writes_them(tmp_path: Path) -> None:
    file = converted(PAGE.encode(), ".html", "odt:writerweb8_writer", tmp_path)
    assert list(extract(file, "x.odt").blocks) == [
        "Have agreed as follows:",
        "1. Lamps:",
        "a. tin;",
        "i. big;",
        "ii. small;",
        "b. zinc.",
        "2. Oil.",
        "Meanwhile,",
        "3. Wicks.",
        "7. Glass.",
        "A. Bell.",
        "Rope.",
    ]


def test_a_sample_draft_is_read_as_a_draft() -> None:
    """The footnote of this tree has no mark, which no text has; all else is equal."""
    document = view(LIGHTS)
    reading = read_file(writer.write(document), "lights.odt")
    assert reading.confidence is not None
    assert reading.confidence.kind == "OpenDocument text"
    assert [part.heading for part in reading.instrument.parts] == ["Lights"]
    assert [one.number for one in reading.instrument.every_article] == ["1", "1 bis", "1"]
