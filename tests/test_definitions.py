"""Which terms a draft defines, where and how, and where it uses them."""

import pytest

import convention_tool
from convention_tool.analysis.definitions import Definition, Manner, definitions, own_words, uses
from convention_tool.analysis.draft import Draft


def draft(text: str) -> Draft:
    reading = convention_tool.parse(text, name="draft")
    return Draft(reading.source, reading.instrument)


def defined(text: str) -> tuple[Definition, ...]:
    return draft(text).fact(definitions)


@pytest.mark.parametrize(
    ("sentence", "term", "manner"),
    [
        ('"keeper" means a person in charge of a light.', "keeper", Manner.MEANS),
        ("The term “keeper” shall mean a person in charge.", "keeper", Manner.MEANS),
        ('"keeper", in relation to a State, means its servant.', "keeper", Manner.MEANS),
        ('"keeper" (in French: gardien) means a person in charge.', "keeper", Manner.MEANS),
        ('The expression "vessel" includes a raft.', "vessel", Manner.INCLUDES),
        (
            'A Council of Keepers, hereinafter called "the Council", is set up.',
            "the Council",
            Manner.NAMED,
        ),
    ],
)
def test_a_term_in_quotation_marks_is_defined_by_what_follows(
    sentence: str, term: str, manner: Manner
) -> None:
    [found] = defined(f"Article 1\n\n{sentence}")
    assert (found.term, found.manner) == (term, manner)


@pytest.mark.parametrize(
    ("language", "article", "sentence", "term"),
    [
        ("fr", "Article", "Le terme « gardien » désigne la personne qui veille.", "gardien"),
        ("fr", "Article", "On entend par « gardien » la personne qui veille.", "gardien"),
        ("fr", "Article", "L'expression « feu » s'entend d'une lampe.", "feu"),
        ("es", "Artículo", "El término «guardián» significa la persona que vela.", "guardián"),
        ("es", "Artículo", "Por «guardián» se entiende la persona que vela.", "guardián"),
        ("es", "Artículo", "Se entiende por «guardián» la persona que vela.", "guardián"),
    ],
)
def test_french_and_spanish_define_in_their_own_ways(
    language: str, article: str, sentence: str, term: str
) -> None:
    [found] = defined(f"Language: {language}\n\n{article} 1\n\n{sentence}")
    assert (found.term, found.manner) == (term, Manner.MEANS)
    assert found.meaning.strip()


def test_words_that_are_only_quoted_are_not_defined() -> None:
    assert defined('Article 1\n\nNo log shall use the word "wreck" for a stranded ship.') == ()


def test_terms_that_share_a_verb_share_their_meaning() -> None:
    one, other = defined('Article 1\n\n"keeper" and "guardian" mean a person in charge.')
    assert (one.term, other.term) == ("keeper", "guardian")
    assert one.meaning == other.meaning == "a person in charge."


def test_a_meaning_takes_in_the_list_below_it() -> None:
    text = 'Article 1\n\n1. "vessel" means:\n\n(a) a ship;\n\n(b) a raft.\n\n2. All may sail.'
    [found] = defined(text)
    assert found.meaning.split() == ["a", "ship;", "a", "raft."]


@pytest.mark.parametrize(
    ("opening", "limited"),
    [
        ("For the purposes of the present Convention:", False),
        ("For the purposes of this article:", True),
        ("For the purposes of Part II:", True),
    ],
)
def test_the_words_above_a_list_say_how_far_its_definitions_hold(
    opening: str,
    limited: bool,  # noqa: FBT001 - a column of a table
) -> None:
    text = f'Article 1\n\n{opening}\n\n(a) "keeper" means a person;\n\n(b) "light" means a lamp.'
    assert [one.limited for one in defined(text)] == [limited, limited]


def test_a_term_is_used_in_the_plural_and_in_capitals_too() -> None:
    text = (
        'Article 1\n\n"migrant child" means a child who is abroad.\n\n'
        "Article 2\n\nMigrant children go to school. A migrant child does not work. Migrants may."
    )
    said = [use.words for use in uses(draft(text), "migrant child")]
    assert said == ["migrant child", "Migrant children", "migrant child"]


def test_a_word_that_only_ends_like_the_term_is_no_use_of_it() -> None:
    text = 'Article 1\n\nHousekeepers rest. Keepers do not. An "innkeeper" may.'
    assert [use.words for use in uses(draft(text), "keeper")] == ["Keepers"]


def test_own_words_leave_out_the_little_ones() -> None:
    assert own_words("member of the family", "en") == ("member", "family")
    assert own_words("membre de la famille", "fr") == ("membre", "famille")
