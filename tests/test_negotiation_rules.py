"""What the cases of the rules on negotiation marks and numbers cannot say: how texts are mended."""

import convention_tool
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Diagnostic
from convention_tool.lint.engine import lint
from convention_tool.lint.fixing import mended
from convention_tool.lint.rule import Rule
from convention_tool.lint.rules.negotiation import attribution_left, bracket_in_final_text
from convention_tool.lint.rules.numbering import mixed_marks
from convention_tool.lint.rules.structure import mixed_article_labels
from convention_tool.tree.wording import wording


def mend(given: str, rule: Rule, *, unsafe: bool = False) -> str:
    """A text after the fixes of a rule, which must then be silent."""
    done = mended(given, remarks(given, rule), unsafe=unsafe).text
    assert not remarks(done, rule)
    return done


def remarks(given: str, rule: Rule) -> tuple[Diagnostic, ...]:
    reading = convention_tool.parse(given, name="draft")
    return lint(Draft(reading.source, reading.instrument), [rule])


def words_of(given: str) -> str:
    return wording(convention_tool.parse(given, name="draft").instrument)


FINAL = "Status: final\n\nConvention on Keepers\n\nArticle 1\n\nKeepers [rest] at [night].\n"


def test_brackets_of_a_final_text_fall_and_their_words_stay() -> None:
    done = mend(FINAL, bracket_in_final_text.RULE, unsafe=True)
    assert words_of(done) == words_of(FINAL).replace("[", "").replace("]", "")


def test_brackets_are_never_settled_without_a_person() -> None:
    found = remarks(FINAL, bracket_in_final_text.RULE)
    assert mended(FINAL, found).text == FINAL
    assert len(found) == 2


def test_a_list_is_marked_as_the_others_and_says_the_same() -> None:
    lists = "\n\n".join(
        f"Article {number}\n\nKeepers tend:\n\n(a) lamps;\n\n(b) horns;\n\n(c) bells;\n\n(d) boats."
        for number in (1, 2, 3)
    )
    given = f"{lists}\n\nArticle 4\n\nKeepers row:\n\na) boats;\n\nb) rafts.\n"
    done = mend(given, mixed_marks.RULE)
    assert done == given.replace("\na) ", "\n(a) ").replace("\nb) ", "\n(b) ")
    assert words_of(done) == words_of(given)


def test_labels_of_articles_become_one() -> None:
    given = "Article 1\n\nKeepers rest.\n\nARTICLE 2\n\nKeepers watch.\n\nArticle 3\n\nThey eat.\n"
    done = mend(given, mixed_article_labels.RULE)
    assert done == given.replace("ARTICLE", "Article")


def test_a_status_of_compilation_silences_names_of_delegations_in_three_languages() -> None:
    for status, language, words in (
        ("compilation text", "en", "Keepers rest (EU: and sleep)."),
        ("texte de compilation", "fr", "Tout gardien dort (Suisse : et mange)."),
        ("texto de compilación", "es", "Todo guardián duerme (México: y come)."),
    ):
        text = f"Language: {language}\n\nArticle 1\n\n{words}\n"
        assert len(remarks(text, attribution_left.RULE)) == 1
        assert not remarks(f"Status: {status}\n{text}", attribution_left.RULE)
