"""Which provisions a citation names, down to the letter of an item, in three languages."""

import pytest

from convention_tool import parse
from convention_tool.analysis.linking import stretches
from convention_tool.analysis.pinpoints import Pinpoints
from convention_tool.tree.address import Places

#: An article of three paragraphs with items; the numbers of six such articles are put in.
ARTICLE = """{name} {number}

1. One:

(a) first;

(b) second;

(c) third.

2. Two.

3. Three:

(a) first:

(i) inner;

(ii) innermost;

(b) second.
"""
NAMES = {"en": "Article", "fr": "Article", "es": "Artículo"}

#: The citations stand in article 2. What they name: "3" an article, "3.1" a paragraph, "3.1.b" an
#: item, and "" nothing at all.
CITATIONS = {
    "en": """
article 3 = 3
articles 3 and 5 = 3 5
articles 3, 4 and 6 = 3 4 6
articles 3 to 5 = 3 4 5
articles 5 to 3 =
article 3, paragraph 1 = 3.1
article 3, paragraphs 1 and 2 = 3.1 3.2
article 3, paragraph 1 (b) = 3.1.b
article 3, paragraphs 1 (b) and (c) = 3.1.b 3.1.c
article 3 (1) = 3.1
article 3 (1) (b) = 3.1.b
paragraph 1 of article 3 = 3.1
paragraphs 1 and 2 of article 3 = 3.1 3.2
paragraph 1 (b) of article 3 = 3.1.b
subparagraphs (a) and (b) of paragraph 1 of article 3 = 3.1.a 3.1.b
paragraph 2 of this article = 2.2
paragraph 2 = 2.2
article 3, paragraph 3 (a) (ii) = 3.3.a.ii
article 3, paragraph 3 (a) (i) and (ii) = 3.3.a.i 3.3.a.ii
article 3, paragraph 3 (a) and (b) = 3.3.a 3.3.b
article 3, paragraphs 1 (b) and (c), and articles 4 to 6 = 3.1.b 3.1.c 4 5 6
article 3, paragraph 1 (a), article 4 and article 5, paragraph 3 (b) = 3.1.a 4 5.3.b
article 3, paragraph 1 (d) =
article 3 bis =
article 99 =
article 3 of the Covenant on Civil Rights =
""",
    "fr": """
l'article 3 = 3
les articles 3 et 5 = 3 5
les articles 3 à 5 = 3 4 5
l'article 3, paragraphe 1 = 3.1
le paragraphe 1 de l'article 3 = 3.1
les paragraphes 1 et 2 de l'article 3 = 3.1 3.2
paragraphe 1 b) de l'article 3 = 3.1.b
paragraphe 1, alinéa b), de l'article 3 = 3.1.b
l'alinéa b) du paragraphe 1 de l'article 3 = 3.1.b
les alinéas b) et c) du paragraphe 1 de l'article 3 = 3.1.b 3.1.c
l'article 3, paragraphe 1, alinéas b) et c) = 3.1.b 3.1.c
l'article premier = premier
le paragraphe 2 de l'article premier = premier.2
le paragraphe 2 du présent article = 2.2
l'article 3 du Pacte =
""",
    "es": """
el artículo 3 = 3
los artículos 3 y 5 = 3 5
los artículos 3 a 5 = 3 4 5
el artículo 3, párrafo 1 = 3.1
el párrafo 1 del artículo 3 = 3.1
los párrafos 1 y 2 del artículo 3 = 3.1 3.2
párrafo 1 b) del artículo 3 = 3.1.b
el apartado b) del párrafo 1 del artículo 3 = 3.1.b
los apartados b) y c) del párrafo 1 del artículo 3 = 3.1.b 3.1.c
los incisos a) y b) del párrafo 1 del artículo 3 = 3.1.a 3.1.b
el artículo 3, párrafo 1, apartados b) y c) = 3.1.b 3.1.c
el párrafo 2 del presente artículo = 2.2
el artículo 3 del Pacto =
""",
}


def draft(language: str) -> str:
    numbers = ("premier" if language == "fr" else "1", "2", "3", "4", "5", "6")
    articles = (ARTICLE.format(name=NAMES[language], number=number) for number in numbers)
    return "\n".join((f"Language: {language}\n", *articles))


def named(words: str, language: str) -> list[str]:
    """What some words in article 2 name, as short addresses."""
    instrument = parse(draft(language)).instrument
    places = Places(instrument)
    found = Pinpoints(instrument).named(words, instrument.articles[1])
    return [
        ".".join(step.partition("_")[2] for step in places.address(node).split("__"))
        for one in found
        for node in one.nodes
    ]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (language, line)
        for language, lines in CITATIONS.items()
        for line in lines.strip().splitlines()
    ],
)
def test_a_citation_names_provisions_to_the_letter(language: str, line: str) -> None:
    words, _, expected = line.partition(" =")
    assert named(words, language) == expected.split()


@pytest.mark.parametrize(
    "sentence",
    [
        "Frontier workers shall enjoy the rights in Part IV, except {}.",
        "{} shall not apply to seasonal workers.",
        "Without prejudice to {}, the law decides.",
    ],
)
def test_a_citation_is_found_where_it_stands_in_a_sentence(sentence: str) -> None:
    citation = "article 3, paragraphs 1 (b) and (c), and articles 4 to 5"
    words = sentence.format(citation)
    instrument = parse(draft("en")).instrument
    found = list(Pinpoints(instrument).named(words, None))
    assert "".join(words[one.start : one.end] for one in found).startswith(
        "article 3, paragraphs 1"
    )
    assert [node for one in found for node in one.nodes][-2:] == list(instrument.articles[3:5])


def test_a_paragraph_without_an_article_names_nothing_outside_one() -> None:
    instrument = parse(draft("en")).instrument
    assert list(Pinpoints(instrument).named("paragraph 2", None)) == []


def test_copies_without_paragraph_numbers_are_counted_in_place() -> None:
    instrument = parse("Article 1\n\nFirst.\n\nSecond.\n\nArticle 2\n\nArticle 1.\n").instrument
    (found,) = Pinpoints(instrument).named("article 1, paragraph 2", None)
    assert found.nodes == (instrument.articles[0].paragraphs[1],)


PLACES = """Convention on Lights

PART I
LAMPS

Article 1

1. Lamps burn.

2. Keepers:

(a) tend lamps;

(b) {in_item};

(c) sound horns.

3. {in_paragraph}

PART II
HORNS

Article 2

Horns sound.

Article 3

{in_article}

ANNEX A

Article 1

Oil is kept dry.

Article 2

{in_annex}

ANNEX B

Article 1

1. Ropes.

2. Sails.
"""

#: Where the words stand, the words, and the addresses of what they name there.
SAID_THERE = """
in_item: subparagraph (a) = art_1__para_2__subpara_a
in_item: paragraph 1 = art_1__para_1
in_item: this paragraph = art_1__para_2
in_item: this subparagraph = art_1__para_2__subpara_b
in_item: the preceding paragraph = art_1__para_1
in_paragraph: the preceding paragraphs = art_1__para_1 art_1__para_2
in_paragraph: the two preceding paragraphs = art_1__para_1 art_1__para_2
in_paragraph: the second paragraph of this article = art_1__para_2
in_paragraph: paragraph l of this article = art_1__para_1
in_paragraph: the following paragraph =
in_paragraph: this article = art_1
in_article: the preceding article = art_2
in_article: the foregoing articles = art_1 art_2
in_article: the preceding articles of this part = art_2
in_article: the preceding paragraph =
in_article: article 2, and that article = art_2 art_2
in_article: article 1, paragraph 2 (b), and paragraph 3 of that article = art_1__para_2__subpara_b art_1__para_3
in_article: article 9 of the Charter, and that article =
in_article: part I = part_I
in_article: parts I and II = part_I part_II
in_article: articles 1 and 2 of part I = art_1 art_2
in_article: article 1 of the Convention = art_1
in_article: article 1 of the Convention on Bells =
in_article: article 2 of annex A = annex_A__art_2
in_article: article 1, paragraph 2, of annex B = annex_B__art_1__para_2
in_article: annex B = annex_B
in_article: annexes A and B = annex_A annex_B
in_article: paragraph 1 of this section =
in_annex: article 1 = annex_A__art_1
in_annex: article 1 of this Convention = art_1
in_annex: article 3 = art_3
in_annex: this annex = annex_A
in_annex: annex B = annex_B
"""


@pytest.mark.parametrize("line", SAID_THERE.strip().splitlines())
def test_what_words_name_depends_on_where_they_stand(line: str) -> None:
    where, _, rest = line.partition(": ")
    words, _, expected = rest.partition(" =")
    places = dict.fromkeys(("in_item", "in_paragraph", "in_article", "in_annex"), "Keepers rest.")
    instrument = parse(PLACES.format(**{**places, where: f"See {words}."})).instrument
    addresses = Places(instrument)
    found = [
        addresses.address(node)
        for stretch in stretches(instrument, addresses)
        for named in stretch.named
        for node in named.nodes
    ]
    assert found == expected.split()
