"""The ways in which texts take people in, leave them out or only mention them, one by one."""

import pytest

from convention_tool import cover, parse

#: A text for workers, with a third article to be tried.
TEXTS = {
    "en": "Article 1\n\nMigrant workers shall be paid each month.\n\nArticle 2\n\nMigrant workers have "
    "the right to rest.\n\nArticle 3\n\n{}\n",
    "fr": "Language: fr\n\nArticle premier\n\nLes travailleurs migrants sont payés chaque mois.\n\n"
    "Article 2\n\nLes travailleurs migrants ont droit au repos.\n\nArticle 3\n\n{}\n",
    "es": "Language: es\n\nArtículo 1\n\nLos trabajadores migratorios cobrarán cada mes.\n\n"
    "Artículo 2\n\nLos trabajadores migratorios tienen derecho al descanso.\n\nArtículo 3\n\n{}\n",
}

#: What the third article says, of whom, and the place that it gives them.
WAYS = {
    "en": [
        ("The present Convention shall not apply to students.", "students", "excluded"),
        ("Students are excluded from the scope of the present Convention.", "students", "excluded"),
        (
            "The present Convention does not include students within its scope.",
            "students",
            "excluded",
        ),
        (
            "The provisions of the present Convention shall not extend to students.",
            "students",
            "excluded",
        ),
        ("This Convention applies to all migrant workers save students.", "students", "excluded"),
        (
            "This Convention applies to all migrant workers, with the exception of students and trainees.",
            "trainees",
            "excluded",
        ),
        (
            "Students shall be excluded from the application of this Convention, unless national law provides otherwise.",
            "students",
            "conditional",
        ),
        (
            "The present Convention shall not apply to refugees, unless such application is provided for in national legislation.",
            "refugees",
            "conditional",
        ),
        (
            "A State Party may declare that it will also apply the present Convention to refugees.",
            "refugees",
            "conditional",
        ),
        (
            "Any State Party may, by notification to the depositary, extend the present Convention to students.",
            "students",
            "conditional",
        ),
        ("States Parties shall pay particular attention to students.", "students", "silent"),
        (
            "States Parties shall assist migrant workers in vulnerable situations, including unaccompanied children.",
            "unaccompanied-children",
            "silent",
        ),
        ("The present Convention shall also apply to students.", "students", "named"),
        (
            "The provisions of this Convention shall apply, mutatis mutandis, to trainees.",
            "trainees",
            "named",
        ),
        (
            "Nothing in the present Convention shall be interpreted as implying the regularization of migrants in an irregular situation.",
            "irregular",
            "general",
        ),
        (
            "These rights belong to migrant workers irrespective of their migration status.",
            "irregular",
            "named",
        ),
        (
            "Migrant workers shall not be deprived of pay by reason of any irregularity with regard to their stay or employment.",
            "irregular",
            "named",
        ),
        (
            "Without prejudice to the rights of refugees under other treaties, States shall co-operate.",
            "refugees",
            "silent",
        ),
        (
            "None of the provisions of the present Convention shall impair the rights of stateless persons under other instruments.",
            "stateless",
            "silent",
        ),
        (
            "No provision of this Convention prejudices the rights enjoyed by refugees apart from this Convention.",
            "refugees",
            "silent",
        ),
        ("The High Commissioner for Refugees may be invited.", "refugees", "silent"),
        (
            "States Parties shall take measures to combat the employment of migrants in an irregular situation.",
            "irregular",
            "general",
        ),
        (
            "Trainees and students shall enjoy the rights set out in this Convention.",
            "students",
            "named",
        ),
        (
            "For the purposes of this Convention, students shall be treated as migrant workers.",
            "students",
            "named",
        ),
        (
            "For the purposes of this Convention, students are deemed to be migrant workers.",
            "students",
            "named",
        ),
        ("The term migrant worker includes students.", "students", "named"),
        ('The term "migrant worker" excludes students.', "students", "excluded"),
        ("Paragraph 1 of article 1 does not apply to students.", "students", "silent"),
        ("Investors do not fall within the scope of this Convention.", "investors", "excluded"),
        ("This Convention is not applicable to investors.", "investors", "excluded"),
        ("This Convention does not cover investors.", "investors", "excluded"),
        (
            "Persons who are students or trainees are not covered by this Convention.",
            "students",
            "excluded",
        ),
        ("Students enjoy no rights under this Convention.", "students", "excluded"),
        (
            "This Convention has effect in respect of migrant workers other than students.",
            "students",
            "excluded",
        ),
        (
            "The status of students is governed by other agreements and falls outside the present Convention.",
            "students",
            "excluded",
        ),
        ("Persons fleeing armed conflict shall be admitted.", "generalised-violence", "named"),
        (
            "People displaced across borders by floods or drought shall be admitted.",
            "natural-disasters",
            "named",
        ),
        ("Stateless migrants shall be given papers.", "stateless", "named"),
        ("Interns and au pairs shall be paid.", "trainees", "named"),
        ("Everyone, whatever their status, may go to court.", "irregular", "named"),
        ("Undocumented workers shall have access to justice.", "irregular", "named"),
        ("Persons without a residence permit shall not be refused care.", "irregular", "named"),
        ("Workers have rights even where their stay is unlawful.", "irregular", "named"),
        ("Workers, irrespective of the legality of stay, may be heard.", "irregular", "named"),
        ("All workers, including those without documents, may be heard.", "irregular", "named"),
    ],
    "fr": [
        ("La présente Convention ne s'applique pas aux étudiants.", "students", "excluded"),
        (
            "Les étudiants sont exclus du champ d'application de la présente Convention.",
            "students",
            "excluded",
        ),
        ("Les étudiants ne relèvent pas de la présente Convention.", "students", "excluded"),
        ("La présente Convention ne vise pas les étudiants.", "students", "excluded"),
        (
            "La présente Convention s'applique à tous les travailleurs migrants, à l'exception des étudiants et des stagiaires.",
            "trainees",
            "excluded",
        ),
        (
            "La présente Convention s'applique à tous les travailleurs migrants, hormis les étudiants.",
            "students",
            "excluded",
        ),
        (
            "La présente Convention ne s'applique pas aux réfugiés, à moins que cette application ne soit prévue par la législation nationale.",
            "refugees",
            "conditional",
        ),
        (
            "Un État partie peut déclarer qu'il appliquera aussi la présente Convention aux réfugiés.",
            "refugees",
            "conditional",
        ),
        (
            "Les États parties accordent une attention particulière aux étudiants.",
            "students",
            "silent",
        ),
        ("La présente Convention s'applique également aux étudiants.", "students", "named"),
        (
            "Aucune disposition de la présente Convention ne porte atteinte aux droits des réfugiés.",
            "refugees",
            "silent",
        ),
        (
            "Les dispositions de la présente Convention sont sans préjudice des droits des apatrides.",
            "stateless",
            "silent",
        ),
        (
            "Les États parties coopèrent en vue de prévenir l'emploi de migrants en situation irrégulière.",
            "irregular",
            "general",
        ),
        (
            "Les étudiants et les stagiaires jouissent des droits énoncés dans la présente Convention.",
            "students",
            "named",
        ),
        ("Le terme « travailleur migrant » comprend les étudiants.", "students", "named"),
        ("Le terme « travailleur migrant » ne comprend pas les étudiants.", "students", "excluded"),
        (
            "Les droits sont garantis quel que soit le statut migratoire des travailleurs migrants.",
            "irregular",
            "named",
        ),
        ("Les personnes fuyant un conflit armé sont admises.", "generalised-violence", "named"),
        ("Les personnes déplacées par une catastrophe sont admises.", "natural-disasters", "named"),
        ("Les apatrides reçoivent des papiers.", "stateless", "named"),
    ],
    "es": [
        ("La presente Convención no se aplicará a los estudiantes.", "students", "excluded"),
        (
            "Los estudiantes quedan excluidos del ámbito de la presente Convención.",
            "students",
            "excluded",
        ),
        ("La presente Convención no comprende a los estudiantes.", "students", "excluded"),
        (
            "La presente Convención se aplicará a todos los trabajadores migratorios, con excepción de los estudiantes y los pasantes.",
            "trainees",
            "excluded",
        ),
        (
            "La presente Convención se aplicará a todos los trabajadores migratorios, salvo los estudiantes.",
            "students",
            "excluded",
        ),
        (
            "La presente Convención no se aplicará a los refugiados, a menos que ello esté previsto en la legislación nacional.",
            "refugees",
            "conditional",
        ),
        (
            "Un Estado Parte podrá declarar que aplicará también la presente Convención a los refugiados.",
            "refugees",
            "conditional",
        ),
        ("Los Estados Partes prestarán especial atención a los estudiantes.", "students", "silent"),
        ("La presente Convención se aplicará también a los estudiantes.", "students", "named"),
        (
            "Nada de lo dispuesto en la presente Convención afectará a los derechos de los refugiados.",
            "refugees",
            "silent",
        ),
        (
            "Lo dispuesto en la presente Convención se entenderá sin perjuicio de los derechos de los apátridas.",
            "stateless",
            "silent",
        ),
        (
            "Los Estados Partes cooperarán para prevenir el empleo de migrantes en situación irregular.",
            "irregular",
            "general",
        ),
        (
            "Los estudiantes y los pasantes gozarán de los derechos enunciados en la presente Convención.",
            "students",
            "named",
        ),
        ('El término "trabajador migratorio" comprende a los estudiantes.', "students", "named"),
        (
            'El término "trabajador migratorio" no comprende a los estudiantes.',
            "students",
            "excluded",
        ),
        (
            "Los derechos se garantizan independientemente de la condición migratoria de los trabajadores migratorios.",
            "irregular",
            "named",
        ),
        (
            "Las personas que huyen de un conflicto armado serán admitidas.",
            "generalised-violence",
            "named",
        ),
        ("Las personas desplazadas por un desastre serán admitidas.", "natural-disasters", "named"),
        ("Los apátridas recibirán documentos.", "stateless", "named"),
    ],
}


@pytest.mark.parametrize(
    ("language", "clause", "group", "expected"),
    [(language, *way) for language, ways in WAYS.items() for way in ways],
)
def test_a_clause_places_a_group(language: str, clause: str, group: str, expected: str) -> None:
    coverage = cover(parse(TEXTS[language].format(clause)).instrument)
    assert next(str(place.status) for place in coverage.groups if place.id == group) == expected


@pytest.mark.parametrize(
    "who",
    [
        "Migrants with a right of residence",
        "Migrants whose stay is authorized",
        "Migrants in possession of a valid permit",
        "Migrants who have been granted leave to remain",
        "Migrants admitted for permanent residence",
        "Migrants who comply with the law on entry and stay",
    ],
)
def test_a_text_for_those_with_a_status_leaves_out_those_without(who: str) -> None:
    text = f"Article 1\n\n{who} have the right to housing.\n"
    places = {place.id: str(place.status) for place in cover(parse(text).instrument).groups}
    assert places["irregular"] == "excluded"
    assert places["students"] == "conditional"


@pytest.mark.parametrize(
    "clause",
    [
        "Every human person has the right to life.",
        "No human being shall be enslaved.",
        "Whoever is arrested shall be told why.",
        "Every one has the right to life.",
    ],
)
def test_words_for_everyone_reach_every_group(clause: str) -> None:
    coverage = cover(parse(f"Article 1\n\n{clause}\n").instrument)
    places = {place.id: str(place.status) for place in coverage.groups}
    assert places["irregular"] == places["students"] == "general"
