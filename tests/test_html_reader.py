"""Web pages are read as a browser shows them, without what stands around the text."""

from dataclasses import replace
from pathlib import Path

import pytest
from corpus import treaties
from samples import LIGHTS

from convention_tool.errors import UnreadableFileError
from convention_tool.readers import parse, read
from convention_tool.readers.extract import Extract
from convention_tool.readers.formats import read_file
from convention_tool.readers.html import extract
from convention_tool.tree.nodes import Instrument
from convention_tool.views.instrument import view
from convention_tool.writers import html
from convention_tool.writers import text as text_writer

DRAFTS = sorted((Path(__file__).resolve().parent.parent / "drafts").glob("general-*.txt"))


def found(page: str, encoding: str = "utf-8") -> Extract:
    return extract(page.encode(encoding), "page.html")


def blocks(page: str) -> list[str]:
    return list(found(page).blocks)


def dropped(page: str) -> list[str]:
    return [words for choice in found(page).dropped for words in choice.words]


def again(instrument: Instrument) -> Instrument:
    return read_file(html.write(view(instrument)), "page.html").instrument


# ---- Our own pages ---------------------------------------------------------------------------------


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_comes_back_from_its_page(draft: Path) -> None:
    instrument = read(draft).instrument
    assert again(instrument) == instrument


def test_adopted_treaties_come_back_from_their_pages() -> None:
    differ = []
    for path in sorted((treaties() / "core").rglob("*.txt")):
        instrument = replace(read(path).instrument, contents=None)
        if again(instrument) != instrument:
            differ.append(path.stem)
    assert differ == []


def test_notes_and_odd_words_come_back_from_a_page() -> None:
    instrument = parse(text_writer.write(LIGHTS).decode()).instrument
    assert text_writer.write(again(instrument)) == text_writer.write(instrument)


def test_a_header_line_that_was_changed_on_the_page_is_the_new_one() -> None:
    draft = "Title: Convention on Lamps\nStatus: zero draft\nDate: 2031-05-01\n\nArticle 1\n\nLamps burn.\n"
    page = html.write(view(parse(draft).instrument)).decode()
    edited = page.replace("<dd>zero draft</dd>", "<dd>second draft</dd>")
    assert read_file(edited.encode(), "p.html").instrument.header == (
        ("Title", "Convention on Lamps"),
        ("Status", "second draft"),
        ("Date", "2031-05-01"),
    )


def test_nothing_of_our_own_page_is_reported_as_left_out() -> None:
    reading = read_file(html.write(view(LIGHTS)), "p.html")
    assert reading.confidence is not None
    assert reading.confidence.dropped == ()


# ---- What stands around a text ---------------------------------------------------------------------

SITE = """<!doctype html><html lang="en"><head><title>Lights | Office</title><style>p {}</style></head><body>
<a href="#main" class="visually-hidden focusable">Skip to main content</a>
<div class="cookie-banner">We use cookies. <button>Accept</button></div>
<header class="site-header"><nav><ul><li><a href="/">Home</a><li><a href="/i">Treaties</a></ul></nav></header>
<div class="breadcrumb"><a href="/">Home</a> / Harbour Lights</div>
<main id="main"><h1>Convention on Harbour Lights</h1>
<div class="share"><a href="https://x">Share</a></div><script>document.write("never")</script>
<p><em>Adopted on 1 May 1931</em></p><h2>Preamble</h2>
<p>The States Parties to the present Convention,</p><p>Have agreed as follows:</p>
<h2>PART I</h2><h3><a id="a1"></a>Article 1</h3><p>1. Each State Party shall:</p>
<p>&nbsp;&nbsp;&nbsp;(a) keep its lights lit;</p><p>(b) publish their places.</p>
<p><strong>Article 2 Rest</strong></p><p>Every keeper may rest.</p></main>
<aside><h3>Related</h3></aside><footer>© 2031 Office <a href="#top">Back to top</a></footer></body></html>"""


def test_navigation_is_left_out_and_told() -> None:
    assert blocks(SITE) == [
        "Convention on Harbour Lights",
        "Adopted on 1 May 1931",
        "Preamble",
        "The States Parties to the present Convention,",
        "Have agreed as follows:",
        "PART I",
        "Article 1",
        "1. Each State Party shall:",
        "(a) keep its lights lit;",
        "(b) publish their places.",
        "Article 2\nRest",
        "Every keeper may rest.",
    ]
    assert dropped(SITE) == [
        "Skip to main content",
        "We use cookies. Accept",
        "Home Treaties",
        "Home / Harbour Lights",
        "Share",
        "Related",
        "© 2031 Office Back to top",
    ]


def test_menus_without_a_name_are_told_by_their_links() -> None:
    page = (
        "<table><tr><td><a href=1>Home</a><br><a href=2>Treaties</a><br><a href=3>Contact</a></td>"
        "<td><h2>TREATY ON TIDES</h2><p><b>Article I.</b> The tide is free.</td></tr></table>"
    )
    assert blocks(page) == ["TREATY ON TIDES", "Article I", "The tide is free."]
    assert dropped(page) == ["Home Treaties Contact"]


def test_a_list_of_links_to_the_articles_is_no_text() -> None:
    links = "".join(f'<p><a href="#a{n}">Article {n}</a></p>' for n in range(1, 6))
    text = "".join(f'<h3 id="a{n}">Article {n}</h3><p>Lamp {n} burns.</p>' for n in range(1, 6))
    assert blocks(links + text)[:2] == ["Article 1", "Lamp 1 burns."]
    assert len(dropped(links + text)) == 5


def test_articles_are_kept_whatever_holds_them() -> None:
    text = "<h3>Article 1</h3><p>The keeper of each light shall keep a book of the ships.</p>" * 4
    for around in ("<nav>{}</nav>", '<div class="sidebar">{}</div>', "<aside>{}</aside>"):
        page = around.format(text) + "<p>Another word about lights, and more of them.</p>" * 3
        assert "Article 1" in blocks(page)


def test_headings_that_are_links_stay() -> None:
    page = (
        "<h2><a href=/p1>PART I</a></h2><h3><a href=/c1>Chapter I</a></h3>"
        "<h4><a href=/a1>Article 1</a></h4><p>Lamps burn.</p>"
    )
    assert blocks(page) == ["PART I", "Chapter I", "Article 1", "Lamps burn."]


def test_hidden_words_and_controls_are_no_text() -> None:
    page = (
        "<p>Lamps<span hidden>x</span> burn<span style='display:none'>y</span>.</p>"
        "<template><p>z</p></template><select><option>w</option></select><svg><text>v</text></svg>"
        "<i class=icon aria-hidden=true>link</i><iframe>u</iframe><textarea>t</textarea>"
    )
    assert blocks(page) == ["Lamps burn."]
    assert sorted(dropped(page)) == ["link", "w", "x", "y"]


# ---- Numbers of lists ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "marks"),
    [
        ("<ol><li>x<li>y</ol>", ["1.", "2."]),
        ("<ol type=a start=3><li>x<li>y</ol>", ["(c)", "(d)"]),
        ("<ol type=i><li>x<li value=9>y</ol>", ["(i)", "(ix)"]),
        ("<ol type=A><li>x<li>y</ol>", ["A.", "B."]),
        ("<ol reversed><li>x<li>y</ol>", ["2.", "1."]),
        ("<ol style='list-style-type: lower-roman'><li>x<li>y</ol>", ["(i)", "(ii)"]),
        ("<ol class='lower-alpha'><li>x<li>y</ol>", ["(a)", "(b)"]),
        ("<style>ol.z{list-style:upper-roman}</style><ol class=z><li>x<li>y</ol>", ["I.", "II."]),
        ("<ul><li>x<li>y</ul>", ["–", "–"]),
        ("<p>1. All of:</p><ol><li>x<li>y</ol>", ["(a)", "(b)"]),
    ],
)
def test_a_list_has_the_numbers_that_a_browser_prints(page: str, marks: list[str]) -> None:
    assert [block.split()[0] for block in blocks(page)[-2:]] == marks


def test_lists_within_lists_are_numbered_as_treaties_do() -> None:
    page = "<ol><li>Oil is:<ol><li>dry;<li>kept:<ol><li>cool;</ol></ol><li>Wicks.</ol>"
    assert blocks(page) == ["1. Oil is:", "(a) dry;", "(b) kept:", "(i) cool;", "2. Wicks."]
    assert found(page).guessed[0].words == ("1.", "(a)", "(b)", "(i)", "2.")


@pytest.mark.parametrize(
    "page",
    [
        "<ol><li>(a) oil;<li>(b) gas.</ol>",
        "<ol style='list-style:none'><li>(a) oil;<li>(b) gas.</ol>",
        "<ul><li>(a) oil;<li>(b) gas.</ul>",
        "<table><tr><td>(a)</td><td>oil;</td></tr><tr><td>(b)</td><td>gas.</td></tr></table>",
        "<table><tr><td><p>(a)</p><td><p>oil;</p></table><table><tr><td>(b)<td><p>gas.</p></table>",
        "<dl><dt>(a)<dd>oil;<dt>(b)<dd>gas.</dl>",
    ],
)
def test_numbers_that_the_page_prints_are_not_printed_twice(page: str) -> None:
    assert blocks(page) == ["(a) oil;", "(b) gas."]
    assert not found(page).guessed[0].words


def test_lists_of_google_documents_have_the_numbers_of_their_style_sheet() -> None:
    page = (
        '<style>ol.k-0{list-style-type:none}.k-0>li:before{content:"" counter(c-0,decimal) ". "}'
        '.k-1>li:before{content:"(" counter(c-1,lower-latin) ") "}</style>'
        '<ol class="k-0 start" start="1"><li>Nets are:</ol><ol class="k-1 start" start="1"><li>dry;'
        '</ol><ol class="k-0" start="2"><li>Nets are shared.</ol>'
    )
    assert blocks(page) == ["1. Nets are:", "(a) dry;", "2. Nets are shared."]


# ---- Shapes of pages -------------------------------------------------------------------------------


def test_a_page_of_tables_as_european_journals_print_them() -> None:
    page = """<p class="ti-art">Article 1</p><p class="sti-art">Subject matter</p>
    <div><p>1.&nbsp;&nbsp;&nbsp;This Convention covers:</p><table><col width="4%"><col><tr>
    <td><p>(a)</p></td><td><p>oil lamps;</p></td></tr></table></div>
    <p>Article 2</p><div class="grid"><div><span>1.</span></div><div><p>Wicks are trimmed.</p></div></div>"""
    first, second = read_file(page.encode(), "page.html").instrument.articles
    assert (first.heading, first.paragraphs[0].subparagraphs[0].text) == (
        "Subject matter",
        "oil lamps;",
    )
    assert (second.paragraphs[0].number, second.paragraphs[0].text) == ("1", "Wicks are trimmed.")


def test_a_page_of_centred_headings_and_bare_numbers() -> None:
    page = """<p align=center><b>Article 1 &ndash; Lakes</b></p><table><tr><td>1</td><td>Lakes are kept.</td>
    </tr><tr><td>2</td><td><p>No Party shall:</p><table><tr><td>a</td><td>drain a lake;</td></tr>
    <tr><td>b</td><td>foul it.</td></tr></table></td></tr></table>
    <p align=center><b>Article 2</b><br><b>Shores</b></p><p><sup>1</sup> Shores are open.</p>"""
    assert blocks(page) == [
        "Article 1\nLakes",
        "1 Lakes are kept.",
        "2 No Party shall:",
        "a. drain a lake;",
        "b. foul it.",
        "Article 2\nShores",
        "1 Shores are open.",
    ]


def test_footnotes_stand_below_the_words_that_lead_to_them() -> None:
    page = """<h2>Article 1</h2><p>Buoys are red.<sup id=r1><a href="#n1">[1]</a></sup> They float.</p>
    <h2>Article 2</h2><p>A buoy weighs 3 m<sup>2</sup>.<sup><a href="#n2">2</a></sup></p><h2>Notes</h2>
    <ol><li id=n1><a href="#r1">^</a> See the report.<li id=n2>2. Not kept.</ol>"""
    assert blocks(page) == [
        "Article 1",
        "Buoys are red.[1] They float.",
        "[1] See the report.",
        "Article 2",
        "A buoy weighs 3 m².[2]",
        "[2] Not kept.",
    ]


def test_a_page_that_word_saved() -> None:
    page = """<html xmlns:o="urn:o"><head><!--[if gte mso 9]><xml><o:x>junk</o:x></xml><![endif]--></head><body>
    <p class=MsoTitle>Convention on Ferries<o:p></o:p></p>
    <p class=MsoToc1><a href="#_Toc1">Article 1 Ferries....2</a></p><h1>Article 1<br>Ferries</h1>
    <p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>
    <![endif]>Ferries<ins> always</ins><del> never</del> run:<a href="#_ftn1" name="_ftnref1">[1]</a></p>
    <p><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>in fog;</p>
    <p><o:p>&nbsp;</o:p></p><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Fog included.</p></div>"""
    assert blocks(page) == [
        "Convention on Ferries",
        "Article 1\nFerries",
        "1. Ferries always run:[1]",
        "[1] Fog included.",
        "– in fog;",
    ]
    assert dropped(page) == ["Article 1 Ferries....2", "never"]


def test_lines_that_a_converter_set_one_by_one_are_put_together() -> None:
    lines = {
        100: "Article 1",
        120: "1. Each pier shall be",
        140: "built of stone.",
        180: "2. Piers are open.",
    }
    page = "".join(
        f"<div style='position:absolute;top:{top}px'><span>{line}</span></div>"
        for top, line in lines.items()
    )
    (article,) = read_file(page.encode(), "page.html").instrument.articles
    assert [one.text for one in article.paragraphs] == [
        "Each pier shall be built of stone.",
        "Piers are open.",
    ]


def test_a_table_of_facts_keeps_its_rows_together() -> None:
    page = "<table><tr><th>Light<th>Fee<tr><td>Red<td>3</table>"
    assert blocks(page) == ["Light | Fee", "Red | 3"]


def test_a_table_in_two_languages_keeps_its_order() -> None:
    page = "<table><tr><td>The Parties have agreed that lamps shall burn all night.<td>Les Parties sont convenues que les lampes brûlent la nuit.</table>"
    assert [block[:3] for block in blocks(page)] == ["The", "Les"]


# ---- Encodings -------------------------------------------------------------------------------------

ACCENTS = "<p>Les États s’entraident : « lampes », cœur.</p>"
SAID = "Les États s’entraident : « lampes », cœur."


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>", "cp1252"),
        ("<meta charset=utf-8>", "cp1252"),
        ("<meta charset=windows-1252>", "utf-8"),
        ("<meta charset=no-such>", "cp1252"),
        ("<meta charset=utf-16>", "utf-8"),
        ("<?xml version='1.0' encoding='iso-8859-15'?>", "utf-8"),
        ("", "cp1252"),
    ],
)
def test_accents_are_read_whatever_a_page_says_of_its_encoding(head: str, encoding: str) -> None:
    assert list(found(f"{head}<html><body>{ACCENTS}", encoding).blocks) == [SAID]


# ---- Pages of strangers ----------------------------------------------------------------------------


def test_a_page_that_nests_without_end_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="more deeply"):
        found("<div>" * 100_000 + "x")


def test_a_page_with_entities_of_its_own_is_refused() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>&x;</p></html>'
    with pytest.raises(UnreadableFileError, match="entities"):
        found(page)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("", []),
        ("<!-- a comment without an end <p>Lamps.", ["a comment without an end", "Lamps."]),
        ("<p>Lamps<![CDATA[ burn ]]>on", ["Lamps burn on"]),
        ("<p>La\x00mps" + " burn" * 400, ["La\ufffdmps" + " burn" * 400]),
        ("<p>Lamps<b>burn<i><table><p>on", ["Lampsburn", "on"]),
        ("<p><a href='javascript:alert(1)'>Lamps</a> burn", ["Lamps burn"]),
        ("<meta http-equiv=refresh content='0;url=http://x'><base href=//x>Lamps", ["Lamps"]),
        ("<math><mi>x</mi></math> lamps", ["x lamps"]),
        ("&bogus; &#0; &#xD800; &amp", ["&bogus; \ufffd \ufffd &"]),
        ("<pre>Article 1\n\n1. Lamps\nburn.</pre>", ["Article 1\n1. Lamps\nburn."]),
    ],
)
def test_a_broken_page_keeps_its_words(page: str, said: list[str]) -> None:
    assert blocks(page) == said


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "page",
    [
        "<p>Each Party <b>shall</b> keep <a href=x>lights</a> lit.</p>" * 20_000,
        "<ol>" * 300 + "<li>x" * 5_000,
        "<a href='#f'>1</a> " * 10_000 + "<p id=f>1 note",
        "<style>" + "a" * 500_000 + "</style>x",
        "<style>" + "/*" * 200_000 + "</style>x",
        "<!--" * 100_000,
        "<nav>" * 500 + "<p>some words</p>" * 20_000,
    ],
    ids=["long", "lists", "notes", "style", "comments", "opened", "nav"],
)
def test_a_large_page_is_read_in_time(page: str) -> None:
    assert isinstance(found(page), Extract)


# ---- Whole treaties on the pages of others ---------------------------------------------------------


def test_treaties_on_a_page_of_unknown_make_keep_every_word() -> None:
    written_by = '<meta name="generator" content="convention_tool">'
    for path in sorted((treaties() / "core").rglob("*.txt")):
        instrument = replace(read(path).instrument, contents=None)
        page = html.write(view(instrument)).decode().replace(written_by, "")
        assert read_file(page.encode(), "page.html").instrument == instrument, path.stem


def test_references_to_paragraphs_are_no_footnotes() -> None:
    page = '<p id="p1">1. See paragraphs <a href="#p2">2</a>.</p><p id="p2">2. Lamps burn.</p>'
    assert blocks(page) == ["1. See paragraphs 2.", "2. Lamps burn."]


def test_the_title_stays_where_it_stands_above_the_text() -> None:
    header = "<header><nav><a href=/>Home</a></nav><h1>Convention on Lamps</h1><p>Of 1 May 1931</p></header>"
    page = f"{header}<main><h2>Article 1</h2><p>Lamps burn through the night.</p></main>"
    assert blocks(page)[:3] == ["Convention on Lamps", "Of 1 May 1931", "Article 1"]
