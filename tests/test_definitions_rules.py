"""What the cases of the rules on definitions cannot say: their fixes, and other shapes."""

import convention_tool
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Diagnostic
from convention_tool.lint.engine import lint
from convention_tool.lint.rules import FAMILIES
from convention_tool.source import Source
from convention_tool.tree.nodes import Article, Instrument, Paragraph


def remarks(text: str, code: str) -> list[Diagnostic]:
    reading = convention_tool.parse(text, name="draft")
    found = lint(Draft(reading.source, reading.instrument), FAMILIES["definitions"])
    return [remark for remark in found if remark.code == code]


def test_a_term_is_put_in_its_defined_form_only_on_request() -> None:
    text = (
        'Article 1\n\n"light-keeper" means a person in charge of a light.\n\n'
        "Article 2\n\nEvery light-keeper rests. Light keepers eat.\n\n"
        "Article 3\n\nA light-keeper may ask light keepers for help."
    )
    [remark] = remarks(text, "term-in-another-form")
    assert remark.fix
    assert not remark.fix.safe
    assert [edit.text for edit in remark.fix.edits] == ["Light-keepers", "light-keepers"]


def test_a_term_defined_in_an_annex_may_be_defined_in_the_text_too() -> None:
    text = (
        'Article 1\n\nThe term "keeper" means a person in charge.\n\nAnnex I\n\nArticle 1\n\n'
        'The term "keeper" means a machine in charge.'
    )
    assert remarks(text, "term-defined-twice") == []


def test_a_duty_is_found_in_the_list_below_a_definition() -> None:
    text = (
        'Article 1\n\n"log" means a book:\n\n(a) of ships;\n\n(b) which keepers shall sign daily.'
    )
    [remark] = remarks(text, "duty-in-definition")
    assert '"shall sign daily"' in remark.message


def test_a_definition_in_spanish_may_lay_down_a_duty() -> None:
    text = "Language: es\n\nArtículo 1\n\nEl término «faro» significa una torre que debe tener luz."
    [remark] = remarks(text, "duty-in-definition")
    assert '"debe tener luz"' in remark.message


def test_a_tree_that_was_not_read_from_a_text_is_judged_too() -> None:
    said = '"keeper" means a keeper who tends a light.'
    article = Article(number="1", paragraphs=(Paragraph(text=said),))
    found = lint(
        Draft(Source("built", ""), Instrument(elements=(article,))), FAMILIES["definitions"]
    )
    assert [remark.code for remark in found] == ["circular-definition", "unused-term"]
