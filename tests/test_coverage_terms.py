"""Definitions followed to groups, and clauses that reserve or take away provisions from afar."""

import pytest

from convention_tool import cover, parse
from convention_tool.analysis.coverage import Cell, DefinedTerm

#: Those whom "migrant" takes in here; the definition names nobody.
MIGRANTS = {"irregular", "students", "refugees", "investors", "seasonal", "documented"}


def terms(text: str) -> dict[str, DefinedTerm]:
    return {term.term: term for term in cover(parse(text).instrument).terms}


def cells(text: str, right: str) -> dict[str, str]:
    return {cell.group: str(cell.status) for cell in cover(parse(text).instrument).row(right).cells}


CHAIN = """
Article 1

(a) "migrant" means any person who is outside the State of nationality;

(b) "settled migrant" means a migrant who has lived in a State for five years;

(c) "protected migrant" means a settled migrant other than an investor.

Article 2

Every protected migrant may vote.
"""


def test_a_term_is_followed_through_the_terms_of_its_definition() -> None:
    found = terms(CHAIN)
    assert found["migrant"].through == ()
    assert found["settled migrant"].through == ("migrant",)
    assert found["protected migrant"].through == ("settled migrant", "migrant")


def test_a_term_that_asks_for_more_leaves_open_whom_it_takes_in() -> None:
    found = terms(CHAIN)
    assert set(found["migrant"].takes_in) >= MIGRANTS
    assert found["migrant"].leaves_open == ()
    assert found["settled migrant"].takes_in == ()
    assert set(found["settled migrant"].leaves_open) >= MIGRANTS


def test_other_than_leaves_out_at_the_end_of_a_chain_and_not_before() -> None:
    found = terms(CHAIN)
    assert found["protected migrant"].leaves_out == ("investors",)
    assert "investors" not in found["protected migrant"].leaves_open
    assert found["settled migrant"].leaves_out == found["migrant"].leaves_out == ()


def test_the_words_that_define_a_term_are_its_evidence() -> None:
    evidence = terms(CHAIN)["settled migrant"].evidence
    assert evidence.citation == "article 1, subparagraph (b)"
    assert "settled migrant" in evidence.text


def test_terms_that_are_defined_by_each_other_come_to_an_end() -> None:
    found = terms(
        """
Article 1

(a) "arrival" means a newcomer;

(b) "newcomer" means an arrival.

(c) "guest" means a person who is a guest.

Article 2

Every newcomer shall be heard.
"""
    )
    assert "arrival" not in found
    assert "newcomer" not in found


def test_an_enumeration_takes_in_whom_it_lists_and_no_others() -> None:
    found = terms(
        """
Article 1

"Learner" means a student, a trainee or a seasonal worker who follows a course.

Article 2

Every learner shall have a library.
"""
    )
    assert found["learner"].takes_in == ("students", "trainees", "seasonal")
    assert found["learner"].leaves_open == found["learner"].leaves_out == ()


def test_includes_regardless_and_except_each_do_their_part() -> None:
    found = terms(
        """
Article 1

"Newcomer" means any person who has come to a State from abroad, regardless of migration status,
and includes stateless persons, except investors.

Article 2

Every newcomer shall be heard.
"""
    )["newcomer"]
    assert set(found.takes_in) == {"irregular", "stateless"}
    assert found.leaves_out == ("investors",)
    assert {"students", "refugees"} <= set(found.leaves_open)


LIMITED = """
PART I
First

% answers: 52
Article 1

1. For the purposes of this article, "guest" means a student or a trainee.

2. Every guest may work in the holidays.

% answers: 9
Article 2

The law shall protect the life of every guest.

PART II
Second

Article 3

In this Part, "resident" means a migrant who has a home in the State, other than seasonal workers.

% answers: 30
Article 4

Every resident may choose a school.
"""


def test_a_definition_for_one_article_or_part_says_so() -> None:
    found = terms(LIMITED)
    assert found["guest"].only_in == "article 1"
    assert found["resident"].only_in == "part II"


def test_a_definition_for_one_article_counts_there() -> None:
    found = cells(LIMITED, "52")
    assert found["students"] == found["trainees"] == "explicit"
    assert found["seasonal"] == "silent"


def test_a_definition_for_one_article_does_not_count_in_another() -> None:
    assert cells(LIMITED, "9")["students"] == "silent"


def test_a_definition_for_one_part_leaves_out_in_that_part() -> None:
    found = cells(LIMITED, "30")
    assert found["seasonal"] == "excluded"
    assert found["frontier"] == "inclusive"


def test_a_definition_in_french_is_followed_and_leaves_out() -> None:
    found = terms(
        """Language: fr

Article premier

Aux fins de la présente Convention :

a) Le terme « migrant » désigne toute personne qui se trouve hors de son État;

b) Le terme « migrant protégé » désigne un migrant, à l'exclusion des investisseurs.

Article 2

Tout migrant protégé est entendu.
"""
    )
    assert found["migrant protégé"].through == ("migrant",)
    assert found["migrant protégé"].leaves_out == ("investors",)


def test_a_definition_in_spanish_is_followed_and_leaves_out() -> None:
    found = terms(
        """Language: es

Artículo 1

A los efectos de la presente Convención:

a) El término "migrante" designa a toda persona que se halle fuera de su Estado;

b) El término "migrante protegido" designa a un migrante, con exclusión de los inversionistas.

Artículo 2

Todo migrante protegido será oído.
"""
    )
    assert found["migrante protegido"].through == ("migrante",)
    assert found["migrante protegido"].leaves_out == ("investors",)


RIGHTS = {
    "en": """
Article 1

In the present Convention, "migrant worker" means a person who works outside the State of nationality.

% answers: 9
Article 2

The law shall protect the life of migrant workers.

% answers: 40
Article 3

Migrant workers may form trade unions.

% answers: 47
Article 4

Migrant workers may send their pay home.

Article 5

{clause}
""",
    "fr": """Language: fr

Article premier

Aux fins de la présente Convention, le terme « travailleur migrant » désigne toute personne qui \
travaille hors de son État.

% answers: 9
Article 2

La loi protège la vie des travailleurs migrants.

% answers: 40
Article 3

Les travailleurs migrants ont le droit de fonder des syndicats.

% answers: 47
Article 4

Les travailleurs migrants ont le droit d'envoyer leur salaire chez eux.

Article 5

{clause}
""",
    "es": """Language: es

Artículo 1

A los efectos de la presente Convención, el término "trabajador migratorio" designa a toda persona \
que trabaja fuera de su Estado.

% answers: 9
Artículo 2

La ley protegerá la vida de los trabajadores migratorios.

% answers: 40
Artículo 3

Los trabajadores migratorios tienen derecho a fundar sindicatos.

% answers: 47
Artículo 4

Los trabajadores migratorios tienen derecho a enviar su salario a su casa.

Artículo 5

{clause}
""",
}

RESERVING = {
    "en": "Articles 3 and 4 apply only to migrant workers who are documented.",
    "en-2": "The rights in articles 3 and 4 are reserved to those who are in a regular situation.",
    "fr": "Les articles 3 et 4 ne s'appliquent qu'aux travailleurs migrants en situation régulière.",
    "es": "Los artículos 3 y 4 sólo se aplicarán a los trabajadores migratorios documentados.",
}


@pytest.mark.parametrize("clause", RESERVING)
def test_articles_are_reserved_from_afar(clause: str) -> None:
    text = RIGHTS[clause[:2]].format(clause=RESERVING[clause])
    for right in ("40", "47"):
        found = cells(text, right)
        assert found["irregular"] == "excluded"
        assert found["seasonal"] == "conditional"
    assert cells(text, "9")["irregular"] == cells(text, "9")["seasonal"] == "inclusive"


SETTING_ASIDE = {
    "en": "In the application of this Convention to seasonal workers, article 3 shall be disregarded.",
    "en-2": "Nothing in article 3 shall benefit seasonal workers.",
    "en-3": "Article 3 does not apply to seasonal workers.",
    "en-4": "Seasonal workers shall not enjoy the rights in article 3.",
    "en-5": "Seasonal workers shall enjoy the rights in the present Convention, except article 3.",
    "fr": "L'article 3 ne s'applique pas aux travailleurs saisonniers.",
    "fr-2": "Les travailleurs saisonniers jouissent des droits prévus par la présente Convention, à "
    "l'exception de l'article 3.",
    "es": "El artículo 3 no se aplicará a los trabajadores de temporada.",
    "es-2": "Los trabajadores de temporada gozarán de los derechos previstos en la presente "
    "Convención, con excepción del artículo 3.",
}


@pytest.mark.parametrize("clause", SETTING_ASIDE)
def test_a_provision_is_set_aside_for_one_group_alone(clause: str) -> None:
    text = RIGHTS[clause[:2]].format(clause=SETTING_ASIDE[clause])
    found = cells(text, "40")
    assert found["seasonal"] == "subtracted"
    assert found["frontier"] == "inclusive"
    for right in ("9", "47"):
        assert cells(text, right)["seasonal"] in {"inclusive", "explicit"}


@pytest.mark.parametrize(
    "words",
    [
        "Migrant workers may form trade unions, provided that a permit has been granted to them.",
        "Subject to a permit, migrant workers may form trade unions.",
        "Migrant workers may form trade unions only if they are given a visa for it.",
    ],
)
def test_a_permit_still_to_be_had_is_a_condition_for_all(words: str) -> None:
    text = (
        RIGHTS["en"]
        .format(clause="This article is empty.")
        .replace("Migrant workers may form trade unions.", words)
    )
    found = cells(text, "40")
    assert {found[group] for group in ("irregular", "seasonal", "documented")} == {
        str(Cell.CONDITIONAL)
    }
    assert cells(text, "9")["seasonal"] == "inclusive"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "A State Party may declare that it will also apply the present Convention to students.",
            "conditional",
        ),
        ("A State Party may at any time extend the present Convention to students.", "conditional"),
        ("States Parties shall pay particular attention to students.", "silent"),
    ],
)
def test_an_optional_extension_is_worth_a_condition_and_attention_nothing(
    clause: str, expected: str
) -> None:
    assert cells(RIGHTS["en"].format(clause=clause), "9")["students"] == expected
