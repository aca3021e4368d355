"""Word files are read as they print, whoever wrote them."""

import pytest
from word_files import (
    box,
    field,
    gone,
    ins,
    level,
    level_of,
    p,
    r,
    root,
    scheme,
    style,
    table,
    use,
    word,
    zipped,
)

from convention_tool.readers.docx import extract
from convention_tool.readers.extract import Extract, read_extract
from convention_tool.tree.nodes import Instrument, NoteKind

CENTRED = '<w:jc w:val="center"/>'
LEGAL = scheme(1, "decimal %1.", "lowerLetter (%2)", "lowerRoman (%3)")


def read(*body: str, old: bool = False, ours: bool = False, **parts: str) -> Extract:
    return extract(word(*body, parts=parts, ours=ours), "lamps.docx", old=old)


def blocks(*body: str, old: bool = False, ours: bool = False, **parts: str) -> list[str]:
    return list(read(*body, old=old, ours=ours, **parts).blocks)


def tree(*body: str, **parts: str) -> Instrument:
    found = extract(word(*body, parts=parts), "lamps.docx")
    return read_extract(found, "lamps.docx", None).instrument


def told(found: Extract) -> dict[str, tuple[str, ...]]:
    return {choice.what: choice.words for choice in (*found.guessed, *found.dropped)}


# Paragraphs and styles.


def test_a_treaty_in_styles_is_an_instrument() -> None:
    read_tree = tree(
        p("Convention on Lamps", style="Title"),
        p("Adopted at the harbour on 1 May 2031", style="Subtitle"),
        p("PART I\nLIGHTS", style="heading 1"),
        p("Article 1 Lit lamps", style="heading 2"),
        p("1.\tEach State shall keep its lamps lit."),
        p("2.\tEach keeper shall:"),
        p("(a)\ttrim the wick;"),
        p("(b)\tpolish the brass."),
    )
    (part,) = read_tree.parts
    (article,) = read_tree.articles
    assert read_tree.title == "Convention on Lamps"
    assert read_tree.adoption == ("Adopted at the harbour on 1 May 2031",)
    assert (part.label, part.number, part.heading) == ("PART", "I", "LIGHTS")
    assert (article.number, article.heading) == ("1", "Lit lamps")
    assert [one.mark for one in article.paragraphs] == ["1.", "2."]
    assert [one.text for one in article.paragraphs[1].subparagraphs] == [
        "trim the wick;",
        "polish the brass.",
    ]


def test_styles_are_known_by_what_they_are_based_on_and_by_outline_levels() -> None:
    mine = style("Mine", "Article heading", based_on="berschrift2")
    level_two = style("Two", "House heading", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    assert blocks(
        p("Article 1 Lamps", style="Mine"),
        p("Article 2 Bells", style="Two"),
        p("Article 3 Boats", also='<w:outlineLvl w:val="1"/>'),
        p("Article 4 Oars", style="heading 2", also='<w:outlineLvl w:val="9"/>'),
        styles=mine + level_two,
    ) == ["Article 1\nLamps", "Article 2\nBells", "Article 3\nBoats", "Article 4 Oars"]


def test_a_title_over_two_paragraphs_is_one() -> None:
    assert blocks(p("Convention", style="Title"), p("on Lamps", style="Title")) == [
        "Convention on Lamps"
    ]


def test_what_stands_above_a_title_is_read_below_it() -> None:
    lines = ("Port Assembly", "A/LAMP/12")
    found = read(*map(p, lines), p("Convention on Lamps", style="Title"), p("Article 1"))
    assert found.blocks == ("Convention on Lamps", *lines, "Article 1")
    assert told(found) == {"lines above the title, read as lines below it": lines}


def test_a_title_below_the_first_article_is_a_heading() -> None:
    annex = p("ANNEX I Rules", style="Title")
    assert blocks(p("Convention on Lamps", style="Title"), p("Article 1"), annex) == [
        *("Convention on Lamps", "Article 1", "ANNEX I\nRules")
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (p("Article 12", style="heading 2"), p("No light is charged for.", style="heading 2")),
        (p("Article 12", also=CENTRED), p("No light is charged for.", also=CENTRED)),
        (p("Article 12\u2003No light is charged for.", style="heading 2"),),
    ],
)
def test_the_number_and_the_words_of_a_heading_belong_together(lines: tuple[str, ...]) -> None:
    assert blocks(*lines) == ["Article 12 – No light is charged for."]


def test_lines_that_stand_below_a_heading_and_open_something_else_do_not_join_it() -> None:
    headings = ("PART I", "Article 1", "1. Scope")
    assert blocks(*(p(one, style="heading 1") for one in headings)) == list(headings)


def test_characters_that_are_elements_and_what_only_looks_like_words() -> None:
    assert blocks(
        p(
            "<w:r><w:t>re</w:t><w:noBreakHyphen/><w:t>entry</w:t><w:softHyphen/></w:r>",
            "<w:r><w:tab/><w:sym w:font='Symbol' w:char='F0B0'/><w:sym w:char='x'/></w:r>",
            "<w:hyperlink><w:smartTag><w:r><w:t>north</w:t></w:r></w:smartTag></w:hyperlink>",
            r("2", '<w:vertAlign w:val="superscript"/>'),
            "<w:proofErr/><w:bookmarkStart w:id='1' w:name='x'/>",
        )
    ) == ["re-entry °north²"]


def test_a_line_break_parts_lines_but_not_a_sentence() -> None:
    body = (p("Done at the harbour.\nIn two texts."), p("The keeper\nkeeps the lamp."))
    parted = "Done at the harbour.\n\nIn two texts."
    assert blocks(*body) == [parted, "The keeper\nkeeps the lamp."]
    assert blocks(*body, ours=True) == [parted, "The keeper\n\nkeeps the lamp."]


def test_tables_content_controls_and_boxes_are_read_in_their_place_and_told_of() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Inside.')}</w:sdtContent></w:sdt>"
    found = read(
        p("Before."),
        table(("Lamp", "Height"), ("North", "30 m")),
        control,
        p("Beside.", box(p("In a box."), p("On two lines."))),
        p("After."),
    )
    assert found.blocks == (
        *("Before.", "Lamp", "Height", "North", "30 m", "Inside.", "Beside.", "In a box."),
        *("On two lines.", "After."),
    )
    assert told(found) == {
        "tables read line by line": ("Lamp Height North 30 m",),
        "text boxes read below the paragraph they stand by": ("In a box. On two lines.",),
    }


def test_a_strict_file_and_one_without_a_list_of_its_parts_are_read() -> None:
    transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = root("document", f"<w:body>{p('A lamp burns.')}</w:body>").replace(transitional, strict)
    assert extract(zipped({"word/document.xml": body}), "lamps.docx").blocks == ("A lamp burns.",)


# Fields.


def test_of_a_field_the_result_is_read_even_within_another() -> None:
    inner = field("REF x", "5")
    outer = field("IF ", f"{r('article ')}{inner}")
    simple = f'<w:fldSimple w:instr="REF y">{r(" and 6")}</w:fldSimple>'
    assert blocks(p("See ", outer, simple, ".")) == ["See article 5 and 6."]


def test_a_field_without_an_end_hides_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert blocks(p("One.", begin, r("REF x", tag="instrText")), p("Two.")) == ["One.", "Two."]


def test_a_table_of_contents_is_left_out_and_told_of() -> None:
    styled = p("Article 1 Lamps\t3", style="toc 1")
    control = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
        f"</w:sdtPr><w:sdtContent>{p('Contents')}</w:sdtContent></w:sdt>"
    )
    whole = field("TOC \\o", "Article 2 Bells 4")
    found = read(styled, control, p(whole), p("Article 1", style="heading 2"))
    assert found.blocks == ("Article 1",)
    assert told(found) == {
        "lines of a table of contents": ("Article 1 Lamps 3", "Contents", "Article 2 Bells 4")
    }


# What is left out.


def test_headers_hidden_words_and_pictures_are_left_out_and_told_of() -> None:
    picture = "<w:r><w:drawing><wp:docPr descr='A lighthouse'/><a:blip/></w:drawing></w:r>"
    found = read(
        p("Seen", r(" unseen", "<w:vanish/>"), r(" seen", '<w:vanish w:val="0"/>'), picture),
        header1=p("A/LAMP/1"),
        footer1=p("Page ", field("PAGE", "1")),
    )
    assert found.blocks == ("Seen seen",)
    assert told(found) == {
        "hidden words": ("unseen",),
        "descriptions of pictures": ("A lighthouse",),
        "pictures": ("picture",),
        "words of page headers": ("A/LAMP/1",),
        "words of footers": ("Page 1",),
    }


def test_words_that_a_drafter_struck_out_by_hand_are_kept_and_told_of() -> None:
    found = read(p("The keeper ", r("never ", "<w:strike/>"), "sleeps."))
    assert found.blocks == ("The keeper never sleeps.",)
    assert told(found) == {"struck-out words, read as words of the text": ("never",)}


def test_the_letters_of_an_equation_are_kept() -> None:
    equation = "<m:oMath><m:r><m:t>E=</m:t></m:r><m:r><m:t>mc</m:t></m:r></m:oMath>"
    found = read(p("Where ", equation, " holds."))
    assert found.blocks == ("Where E=mc holds.",)
    assert told(found) == {"equations read as plain letters": ("E=mc",)}


# Automatic numbers.


def test_automatic_numbers_are_read_as_they_print() -> None:
    levels = ((0, "Lamps."), (0, "Bells:"), (1, "one;"), (2, "two;"), (2, "three;"), (1, "four."))
    found = read(
        *(p(words, listed=(1, level)) for level, words in levels),
        p("Oars.", listed=(1, 0)),
        p("None.", listed=(0, 0)),
        numbering=LEGAL + use(1, of=1),
    )
    assert found.blocks == (
        *("1. Lamps.", "2. Bells:", "(a) one;", "(i) two;", "(ii) three;", "(b) four."),
        *("3. Oars.", "None."),
    )
    assert told(found) == {
        "numbers of automatic lists": ("1.", "2.", "(a)", "(i)", "(ii)", "(b)", "3.")
    }


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("decimal", ["1", "2", "27", "28"]),
        ("decimalZero", ["01", "02", "27", "28"]),
        ("lowerLetter", ["a", "b", "aa", "bb"]),
        ("upperLetter", ["A", "B", "AA", "BB"]),
        ("lowerRoman", ["i", "ii", "xxvii", "xxviii"]),
        ("upperRoman", ["I", "II", "XXVII", "XXVIII"]),
        ("ordinal", ["1st", "2nd", "27th", "28th"]),
        ("chineseCounting", ["1", "2", "27", "28"]),
    ],
)
def test_forms_of_numbers(form: str, wanted: list[str]) -> None:
    found = blocks(
        *(p("x", listed=(1, 0)) for _ in range(28)),
        numbering=scheme(1, f"{form} %1)") + use(1, of=1),
    )
    assert [found[place] for place in (0, 1, 26, 27)] == [f"{one}) x" for one in wanted]


def test_headings_that_a_list_numbers_open_articles() -> None:
    numbering = scheme(1, "upperRoman PART %1", "decimal Article %2.") + use(1, of=1)
    article = tree(
        p("Lights", style="heading 1", listed=(1, 0)),
        p("Lamps", style="heading 2", listed=(1, 1)),
        p("Each State shall keep its lamps lit."),
        p("", style="heading 2", listed=(1, 1)),
        p("Bells", style="heading 2"),
        p("Each State shall keep a bell."),
        numbering=numbering,
    )
    assert [(one.label, one.number, one.heading) for one in article.parts] == [
        ("PART", "I", "Lights")
    ]
    assert [(one.number, one.heading) for one in article.articles] == [
        ("1", "Lamps"),
        ("2", "Bells"),
    ]


def test_the_number_of_an_article_alone_is_kept_in_any_style() -> None:
    numbering = scheme(1, "decimal Article %1") + use(1, of=1)
    body = (p("", listed=(1, 0)), p("Lamps"), p("A lamp burns."))
    assert blocks(*body, numbering=numbering) == ["Article 1", "Lamps", "A lamp burns."]


def test_articles_that_count_on_through_parts() -> None:
    on = level(1, "decimal", "Article %2", '<w:lvlRestart w:val="0"/>')
    anew = level(2, "decimal", "%3.", '<w:lvlRestart w:val="2"/>')
    levels = (0, 1, 2, 2, 1, 2, 0, 1, 2)
    found = blocks(
        *(p("x", listed=(1, one)) for one in levels),
        numbering=scheme(1, "upperRoman Part %1", on, anew) + use(1, of=1),
    )
    assert found == [
        *("Part I x", "Article 1 x", "1. x", "2. x", "Article 2 x", "1. x"),
        *("Part II x", "Article 3 x", "1. x"),
    ]


def test_numbers_made_of_parts_in_figures_and_levels_that_were_skipped() -> None:
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    numbering = scheme(1, "upperRoman %1.", legal) + use(1, of=1)
    levels = (1, 0, 1, 1)
    assert blocks(*(p("x", listed=(1, one)) for one in levels), numbering=numbering) == [
        *("1.1 x", "I. x", "1.1 x", "1.2 x"),
    ]


def test_lists_of_one_scheme_count_on_unless_they_say_where_they_begin() -> None:
    begin = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbering = LEGAL + use(1, of=1) + use(2, of=1) + use(3, of=1, overrides=begin)
    lists = (1, 2, 3, 3, 1)
    assert blocks(*(p("x", listed=(one, 0)) for one in lists), numbering=numbering) == [
        *("1. x", "2. x", "7. x", "8. x", "9. x"),
    ]


def test_a_list_may_print_a_level_in_its_own_way() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    numbering = LEGAL + use(1, of=1, overrides=other)
    assert blocks(p("x", listed=(1, 0)), numbering=numbering) == ["A) x"]


def test_numbers_that_a_style_gives() -> None:
    numbered = f"<w:pPr><w:numPr>{level_of((1, 0))}</w:numPr></w:pPr>"
    second = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        style("First", "Clause", numbered)
        + style("Second", "Sub-clause", second)
        + style(
            "Third",
            "Clause without number",
            '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>',
            "First",
        )
    )
    at = level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Second"/>')
    assert blocks(
        *(p("x", style=one) for one in ("First", "Second", "Second", "Third", "First")),
        p("x", style="First", listed=(0, 0)),
        styles=styles,
        numbering=scheme(1, "decimal %1.", at) + use(1, of=1),
    ) == ["1. x", "(a) x", "(b) x", "x", "2. x", "x"]


def test_a_scheme_that_names_a_style_of_numbers() -> None:
    link = '<w:numStyleLink w:val="Legal"/>'
    legal = (
        '<w:style w:type="numbering" w:styleId="Legal"><w:name w:val="Legal"/><w:pPr><w:numPr>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    numbering = scheme(5, also=link) + LEGAL + use(1, of=5) + use(2, of=1)
    assert blocks(p("x", listed=(1, 1)), styles=legal, numbering=numbering) == ["(a) x"]


def test_bullets_are_those_of_drafts_and_symbols_are_dashes() -> None:
    numbering = scheme(1, "bullet \uf0b7", "bullet •") + use(1, of=1)
    found = read(p("oars;", listed=(1, 0)), p("ropes.", listed=(1, 1)), numbering=numbering)
    assert found.blocks == ("– oars;", "• ropes.")
    assert not told(found)


def test_a_number_without_words_stands_before_other_numbers_but_not_before_words() -> None:
    numbering = LEGAL + use(1, of=1)
    body = (
        p("", listed=(1, 0)),
        p("one;", listed=(1, 1)),
        p("two.", listed=(1, 1)),
        p("", listed=(1, 0)),
        p("Done at the harbour."),
    )
    found = read(*body, numbering=numbering)
    assert found.blocks == ("1.", "(a) one;", "(b) two.", "Done at the harbour.")
    assert told(found)["numbers of automatic lists that stand before nothing"] == ("2.",)


def test_where_nothing_parts_a_number_from_its_words_letters_are_not_glued_to_it() -> None:
    glued = level(0, "decimal", "Article %1", '<w:suff w:val="nothing"/>')
    numbering = scheme(1, glued) + use(1, of=1)
    headings = (p(one, style="heading 2", listed=(1, 0)) for one in (". Lamps", "Bells"))
    assert blocks(*headings, numbering=numbering) == ["Article 1\nLamps", "Article 2\nBells"]
    assert blocks(p(": lamps", listed=(1, 0)), numbering=numbering) == ["Article 1: lamps"]


# Tracked changes.


def test_the_new_text_and_the_old_one() -> None:
    body = (
        p("The keeper ", ins("always "), gone("never "), "sleeps."),
        p(ins("A new line."), also="<w:rPr><w:ins w:id='3'/></w:rPr>"),
        p(gone("An old line."), also="<w:rPr><w:del w:id='4'/></w:rPr>"),
        p("One half, ", also="<w:rPr><w:del w:id='5'/></w:rPr>"),
        p("and the other."),
    )
    new, before = read(*body), read(*body, old=True)
    assert new.blocks == ("The keeper always sleeps.", "A new line.", "One half, and the other.")
    assert before.blocks == (
        *("The keeper never sleeps.", "An old line.", "One half,", "and the other."),
    )
    changes = ("always", "never", "A new line.", "¶", "An old line.", "¶", "¶")
    assert told(new) == {"tracked changes; the text after them was read": changes}
    assert told(before) == {"tracked changes; the text before them was read": changes}


def test_numbers_count_what_stands_in_the_text_that_is_read() -> None:
    body = (
        p("Lamps.", listed=(1, 0)),
        p(ins("Bells."), listed=(1, 0), also="<w:rPr><w:ins w:id='3'/></w:rPr>"),
        p("Oars.", listed=(1, 0)),
    )
    numbering = LEGAL + use(1, of=1)
    assert blocks(*body, numbering=numbering) == ["1. Lamps.", "2. Bells.", "3. Oars."]
    assert blocks(*body, numbering=numbering, old=True) == ["1. Lamps.", "2. Oars."]


def test_a_style_and_a_number_that_came_with_a_change() -> None:
    before = "<w:pPrChange w:id='6'><w:pPr/></w:pPrChange>"
    came = f"<w:numPr>{level_of((1, 0))}<w:ins w:id='7'/></w:numPr>"
    body = (p("Article 1 Lamps", style="heading 2", also=before), p("Bells.", also=came))
    numbering = LEGAL + use(1, of=1)
    assert blocks(*body, numbering=numbering) == ["Article 1\nLamps", "1. Bells."]
    assert blocks(*body, numbering=numbering, old=True) == ["Article 1 Lamps", "Bells."]


def test_a_row_that_was_taken_out_of_a_table() -> None:
    row = "<w:tr><w:trPr><w:del w:id='8'/></w:trPr><w:tc>{}</w:tc></w:tr>".format(p("Gone."))
    body = table(("Kept.",)).replace("</w:tbl>", f"{row}</w:tbl>")
    assert blocks(body) == ["Kept."]
    assert blocks(body, old=True) == ["Kept.", "Gone."]


# Notes.


def note(kind: str, number: int, *paragraphs: str, also: str = "") -> str:
    return f'<w:{kind} w:id="{number}"{also}>{"".join(paragraphs)}</w:{kind}>'


def refer(kind: str, number: int, mark: str = "") -> str:
    custom = ' w:customMarkFollows="1"' if mark else ""
    text = f"<w:t>{mark}</w:t>" if mark else ""
    return f'<w:r><w:{kind}Reference w:id="{number}"{custom}/>{text}</w:r>'


def test_footnotes_stand_below_what_refers_to_them_and_are_read_back_as_such() -> None:
    footnotes = (
        note("footnote", -1, p("line"), also=' w:type="separator"')
        + note("footnote", 7, p("<w:r><w:footnoteRef/></w:r>", "\tOf brass", "."), p("Or tin."))
        + note("footnote", 3, p("Of oak."))
    )
    body = (
        p("Convention on Lamps", style="Title"),
        p("Article 1 Lamps", style="heading 2"),
        p("1. A lamp", refer("footnote", 7), " shall burn."),
        p("2. An oar is strong.", refer("footnote", 3)),
        p("3. A bell rings."),
    )
    assert blocks(*body, footnotes=footnotes)[2:] == [
        "1. A lamp shall burn.",
        "[1] Of brass. Or tin.",
        "2. An oar is strong.",
        "[2] Of oak.",
        "3. A bell rings.",
    ]
    (article,) = tree(*body, footnotes=footnotes).articles
    assert [[one.text for one in line.notes] for line in article.paragraphs] == [
        ["[1] Of brass. Or tin."],
        ["[2] Of oak."],
        [],
    ]
    assert article.paragraphs[0].notes[0].kind is NoteKind.FOOTNOTE


def test_a_mark_that_the_drafter_chose_counts_no_number() -> None:
    footnotes = note("footnote", 1, p("Brass.")) + note("footnote", 2, p("Oak."))
    assert blocks(
        p("A lamp", refer("footnote", 1, "*"), " burns", refer("footnote", 2), "."),
        footnotes=footnotes,
    ) == ["A lamp burns.", "[*] Brass.", "[1] Oak."]


def test_comments_are_commentary_with_the_names_of_those_who_made_them() -> None:
    comments = (
        note("comment", 1, p("Too short?"), p("Ask the port."), also=' w:author="Ana"')
        + note("comment", 2, p("It is not."), also=' w:author="Ben"')
        + note("comment", 3, p("Lamps are old."), also=' w:author="Commentary"')
    )
    body = (
        p("Convention on Lamps", style="Title"),
        p("Article 1 Lamps", style="heading 2"),
        p("A lamp burns.", refer("comment", 1), refer("comment", 2)),
        p("Article 2 Bells", style="heading 2"),
        p("A bell rings.", refer("comment", 3)),
    )
    first, second = tree(*body, comments=comments).articles
    assert [one.text for one in first.notes] == [
        "Ana: Too short?\n\nAsk the port.\n\nBen: It is not."
    ]
    assert [(one.kind, one.text) for one in second.notes] == [
        (NoteKind.COMMENTARY, "Lamps are old.")
    ]


# Files of this tool.


def test_commentary_of_our_own_files_is_read_back() -> None:
    footnotes = note("footnote", 1, p("Oars break.", style="Commentary Footnote"))
    assert blocks(
        p("Article 1\u2003Lamps", style="heading 1"),
        p("1.\tA lamp burns."),
        p("Commentary", style="Commentary Label"),
        p("Lamps are old.", style="Commentary"),
        p("Bells are older.", style="Commentary"),
        p("2.\tAn oar is of ash.", refer("footnote", 1)),
        p("[3] See article 3.", style="Printed Footnote"),
        footnotes=footnotes,
        ours=True,
    ) == [
        "Article 1\nLamps",
        "1. A lamp burns.",
        "> Lamps are old.\n>\n> Bells are older.",
        "2. An oar is of ash.",
        "> Oars break.",
        "[3] See article 3.",
    ]


def test_the_header_is_what_is_kept_but_as_it_is_printed() -> None:
    file = word(
        p("Convention on Lamps", style="Title"),
        p("Status: second draft", style="Draft Header"),
        p("Place: Port: north", style="Draft Header"),
        header=(
            *(("Draft.Title", "Convention on Lamps"), ("Draft.Status", "zero draft")),
            *(("Draft.Language", "en"), ("Company", "Port")),
        ),
        ours=True,
    )
    found = extract(file, "lamps.docx")
    assert found.blocks == ("Convention on Lamps",)
    assert found.header == (
        *(("Title", "Convention on Lamps"), ("Status", "second draft")),
        *(("Language", "en"), ("Place", "Port: north")),
    )


def test_properties_that_a_word_processor_sorted_keep_their_order() -> None:
    file = word(
        p("Author: Ana", style="Draft Header"),
        p("Author: Ben B.", style="Draft Header"),
        header=(
            *(("Draft", "Title; Status; Author; Author"), ("Draft.Author", "Ana")),
            *(("Draft.Author#2", "Ben"), ("Draft.Status", "zero draft"), ("Draft.Title", "Lamps")),
        ),
        ours=True,
    )
    assert extract(file, "lamps.docx").header == (
        *(("Title", "Lamps"), ("Status", "zero draft"), ("Author", "Ana"), ("Author", "Ben B.")),
    )


def test_the_words_for_a_page_without_a_title_are_no_title() -> None:
    assert blocks(p("Untitled draft", style="Title"), p("Article 1", style="heading 1")) == [
        "Article 1"
    ]


def test_the_language_that_our_own_files_name_is_believed() -> None:
    for language, ours, wanted in (
        ("fr-FR", True, "fr"),
        ("de-DE", True, None),
        ("fr-FR", False, None),
    ):
        file = word(p("Lamps."), language=language, ours=ours)
        assert extract(file, "lamps.docx").language == wanted
