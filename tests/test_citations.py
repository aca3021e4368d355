"""What the words of a citation say, in three languages; and where each number of it stands."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convention_tool.analysis.citations import (
    Mention,
    Owner,
    Target,
    mentions,
    mentions_of_each,
    unit_words,
)

#: What the words name, in short: "5" an article, "5.2.b" a letter of its paragraph, ".2" a paragraph
#: of the article where the words stand, "5..8" a range; "part III", "annex II 4" an article in one;
#: "here" and "that" what is pointed to, "-1 paragraph" what stands before ("0" is all that does).
#: What another instrument owns is left out, and may be all.
PHRASES = {
    "en": """
article 5 = 5
Article 5 = 5
art. 5 = 5
articles 5 and 6 = 5 6
articles 5, 6 and 8 = 5 6 8
articles 5 to 8 = 5..8
articles 5 through 8 = 5..8
articles 5-8 = 5..8
articles 5–8 = 5..8
articles 36 to 56 inclusive = 36..56
article 5 to article 8 = 5..8
article 14 bis = 14 bis
article 14A = 14A
articles 6a to 6d = 6a..6d
articles 8 bis and 8 ter = 8 bis 8 ter
article IV = IV
articles IV to VI = IV..VI
article 15.4.2 (c) = 15.4.2..c
article 5, paragraph 2 = 5.2
article 5 paragraph 2 = 5.2
article 5, paragraphs 2 and 3 = 5.2 5.3
article 5, paragraphs 2 to 4 = 5.2...4
article 43, paragraphs 1 (b) and (c) = 43.1.b 43.1.c
article 2, paragraph 2 (g) = 2.2.g
article 2, paragraph 2 (g) (ii) = 2.2.g.ii
article 5 (2) = 5.2
article 5(2)(a) = 5.2.a
article 5 (1) and (2) = 5.1 5.2
articles 5 (1), (3) and (4), 7 and 9 (2) = 5.1 5.3 5.4 7 9.2
article 5 (1) to (3) = 5.1...3
article 5, subparagraph (a) = 5..a
article 6, paragraph 1.b = 6.1.b
article 12.3 = 12.3
paragraph 2 of article 5 = 5.2
paragraphs 1 and 2 of article 5 = 5.1 5.2
paragraphs 1 to 3 of article 5 = 5.1...3
paragraph 3, article 7 = 7.3
paragraph 2 = .2
paragraphs 2 and 4 = .2 .4
paragraph (2) and (4) = .2 .4
paragraph 2 (a) = .2.a
paragraphs 1 (b) and 2 (c) = .1.b .2.c
paragraph (a) = ..a
paragraph 2 of this article = .2
paragraphs 1 and 2 of the present article = .1 .2
paragraphs I and 2 = .I .2
paragraph 9.3 of this article = .9.3
subparagraph (a) = ..a
subparagraphs (a) and (b) = ..a ..b
sub-paragraph (c) of paragraph 1 = .1.c
subparagraph (a) of paragraph 1 of article 5 = 5.1.a
subparagraphs a, b and c of paragraph 2 of article 4 = 4.2.a 4.2.b 4.2.c
articles 6, 7, 8 (paragraphs 1 and 2), 11, 15, 16 and 18 = 6 7 8.1 8.2 11 15 16 18
articles 2, 3, 6, paragraph 1.b, 7 and 9 = 2 3 6.1.b 7 9
article 43, paragraphs 1 (b) and (c), article 43, paragraph 1 (d), as it pertains to lamps, article 52, and article 54, paragraph 1 (d) = 43.1.b 43.1.c 43.1.d 52 54.1.d
article 5 applies mutatis mutandis to article 7 = 5 7
articles 5 and 30 days later = 5
article 5 or under article 6 = 5 6
article 14, paragraphs 1 and 3 of article 15 = 14 15.1 15.3
the preceding subparagraph =
part III = part III
parts I and II = part I part II
part III of the present Convention = part III
chapter 2 of part III = chapter 2, part III
section A of chapter II = section A, chapter II
sections 2 to 4 = section 2..section 4
articles 8 to 35 of part III = 8..35
Part III, articles 8 to 35 = 8..35
annex II = annex II
annexes I and III = annex I annex III
annex II to this Convention = annex II
annex III, article 4 = annex III 4
article 4 of annex III = annex III 4
annex A (paragraph 1) = annex A .1
this article = here article
that article = that article
the present article = here article
this paragraph = here paragraph
this subparagraph = here item
the annex to this Convention = here annex
the preceding article = -1 article
the preceding paragraph = -1 paragraph
the following paragraph = 1 paragraph
the two preceding paragraphs = -2 paragraph
the preceding paragraphs of this article = 0 paragraph
the foregoing articles = 0 article
the second paragraph of article 5 = 5.second
the first and third paragraphs of this article = .first .third
article 5 of the Covenant =
article 8 of that Convention =
article 102 of the Charter of the United Lights =
articles 3 and 4 of the said Protocol =
paragraph 1 of article XII of the NATO Status of Forces Agreement =
article 48 of Regulation (EEC) No 1408/71 =
article 25 (2) (b) of the Harbour Convention =
article III GATT =
article 5 thereof =
Annex III to the Harbour Convention =
paragraph 5 of the terms of reference of the Commission =
article 8 of this Convention and article 9 of the Charter = 8
no article of trade =
articles of the Convention =
a focal point =
part of the lamp =
""",
    "fr": """
l'article 5 = 5
l’article 5 = 5
les articles 5 et 6 = 5 6
les articles 5 à 8 = 5..8
l'article premier = premier
l'art. 7 = 7
l'article 3bis = 3bis
les articles 3 et 3ter = 3 3ter
l'article 5, paragraphe 2 = 5.2
l'article 5 par. 2 = 5.2
le paragraphe 2 de l'article 5 = 5.2
au paragraphe 2 de l'article 5 = 5.2
les paragraphes 1 et 2 de l'article premier = premier.1 premier.2
les paragraphes 1 à 3 = .1...3
le paragraphe 1 b) de l'article 5 = 5.1.b
l'alinéa a) du paragraphe 1 = .1.a
l'alinéa a) du paragraphe 1 de l'article 5 = 5.1.a
les alinéas a) et b) = ..a ..b
l'alinéa 2) = .2
l'alinéa 2), lettre c) = .2.c
l'alinéa 4) a) = .4.a
le sous-alinéa d) = ..d
l'article 8, alinéa 2) = 8.2
l'article 11, alinéa (1) = 11.1
l'article 12.4) = 12.4
les articles 3ter et 8, alinéa (2), lettre c) = 3ter 8.2.c
l'article 43, paragraphes 1 b) et c), et l'article 52 = 43.1.b 43.1.c 52
le paragraphe 2 du présent article = .2
le paragraphe (2) de cet article = .2
le présent article = here article
cet alinéa = here paragraph
l'article précédent = -1 article
l'alinéa précédent = -1 paragraph
les deux paragraphes précédents = -2 paragraph
les alinéas précédents = 0 paragraph
le premier alinéa de l'article 5 = 5.premier
la partie III = part III
le chapitre II de la partie III = chapter II, part III
l'annexe II = annex II
la présente annexe = here annex
l'article 4 de l'annexe II = annex II 4
l'article 5 du Pacte =
l'article 17bis de la Convention de Paris =
l'article 3 de la Convention générale =
un article de commerce =
à titre d'élément =
""",
    "es": """
el artículo 5 = 5
los artículos 5 y 6 = 5 6
los artículos 5 a 8 = 5..8
los artículos 5, 6 y 8 = 5 6 8
el artículo 5 bis = 5 bis
el artículo 5, párrafo 2 = 5.2
el párrafo 2 del artículo 5 = 5.2
los párrafos 1 y 2 del artículo 5 = 5.1 5.2
los párrafos 1 a 3 = .1...3
el párrafo 1 b) del artículo 5 = 5.1.b
el apartado a) del párrafo 1 = .1.a
el apartado b) del párrafo 1 del artículo 5 = 5.1.b
los apartados b) y c) del párrafo 1 del artículo 5 = 5.1.b 5.1.c
los incisos a) y b) del párrafo 1 = .1.a .1.b
el artículo 5, párrafo 1, apartados b) y c) = 5.1.b 5.1.c
el párrafo 2 del presente artículo = .2
este artículo = here article
ese artículo = that article
el artículo anterior = -1 article
el párrafo anterior = -1 paragraph
los dos párrafos anteriores = -2 paragraph
los párrafos anteriores = 0 paragraph
la parte III = part III
el capítulo II de la parte III = chapter II, part III
el anexo II = annex II
el artículo 4 del anexo II = annex II 4
el artículo 5 del Pacto =
el artículo 5 de la Carta de las Luces Unidas =
el artículo 8 de la presente Convención y el artículo 9 de la Carta = 8
un artículo de comercio =
""",
}


def said(mention: Mention) -> list[str]:
    """What a mention names, in short."""
    if mention.owner is Owner.OTHER and not mention.same:
        return []
    reading = mention.reading
    if reading.step:
        return [f"{reading.step.places} {reading.step.kind}"]
    if reading.alone:
        return [f"{'here' if reading.here else 'that'} {reading.alone}"]
    return [short(target) for target in mention.targets]


def short(target: Target) -> str:
    if target.is_division:
        named = ", ".join(f"{kind} {number}" for kind, number in target.divisions)
        return f"{named}..{short(target.last)}" if target.last else named
    numbers = (target.article, target.paragraph, *target.items)
    own = ".".join(numbers).rstrip(".")
    holder = next((f"annex {one.number} " for one in target.divisions if one.kind == "annex"), "")
    return f"{holder}{own}..{short(target.last)}" if target.last else f"{holder}{own}"


ROWS = [
    (language, *line.split(" ="))
    for language, lines in PHRASES.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("language", "phrase", "expected"), ROWS)
@pytest.mark.parametrize("sentence", ["{}", "The rights in {}.", "Subject to {}, lamps burn."])
def test_a_phrase_names_what_a_lawyer_reads_in_it(
    language: str, phrase: str, expected: str, sentence: str
) -> None:
    words = sentence.format(phrase) if language == "en" else phrase
    found = [one for mention in mentions(words, language) for one in said(mention)]
    assert " ".join(found) == expected.strip()


@pytest.mark.parametrize(("language", "phrase", "_"), ROWS)
def test_offsets_point_at_the_very_numbers(language: str, phrase: str, _: str) -> None:
    words = f"See {phrase}; rest."
    for mention in mentions(words, language):
        for target in mention.targets:
            for one in filter(None, (target, target.last)):
                numbers = (one.article, one.paragraph, *one.items)
                places = (one.article_at, one.paragraph_at, *one.items_at)
                for number, at in zip(numbers, places, strict=True):
                    assert at < 0 or words.startswith(number, at), (words, one)
                assert mention.start <= one.start < one.end <= mention.end


@pytest.mark.parametrize(("language", "phrase", "_"), ROWS)
def test_texts_are_read_together_as_they_are_alone(language: str, phrase: str, _: str) -> None:
    texts = ["Lamps burn.", phrase, "", f"{phrase}.", "Article", phrase.upper()]
    together = dict(mentions_of_each(texts, language))
    assert [together.get(place, ()) for place in range(len(texts))] == [
        mentions(text, language) for text in texts
    ]


@pytest.mark.parametrize(("language", "phrase", "_"), ROWS)
def test_every_citation_has_the_word_of_a_unit(language: str, phrase: str, _: str) -> None:
    units = unit_words(language)
    for mention in mentions(phrase, language):
        words = phrase[mention.start : mention.end].lower().translate(NO_LETTERS).split()
        assert not set(units).isdisjoint(words)


#: What parts words, as Draft.saying has it.
NO_LETTERS = str.maketrans(dict.fromkeys(".,;:()'’-–", " "))

PIECES = st.sampled_from(
    [
        "article",
        "articles",
        "Article 5",
        "paragraph",
        "paragraphs",
        "subparagraph",
        "of",
        ", ",
        "and",
        "to",
        "(",
        ")",
        "(a)",
        "(1)",
        "1",
        "2 bis",
        "III",
        "A",
        "this",
        "that",
        "the",
        "preceding",
        "two",
        "second",
        "annex",
        "part",
        "Convention",
        ".",
        ";",
        "lamp",
        "thereof",
        "-",
    ]
)


@given(st.lists(PIECES, max_size=40), st.sampled_from(("", " ")))
def test_mentions_stand_apart_and_within_the_words(pieces: list[str], between: str) -> None:
    words = " ".join(between.join(pieces).split())
    end = 0
    for mention in mentions(words, "en"):
        assert end <= mention.start < mention.end <= len(words)
        end = mention.end


@pytest.mark.parametrize(
    "hostile",
    [
        "article 5, " * 20_000,
        "article 5 " + "(a) " * 50_000,
        "article 5 " + "(" * 50_000,
        "article 5 (paragraph 1 " * 10_000,
        "articles " + "1, " * 50_000,
        "paragraph 1 of article 5 of " * 10_000,
        "article" * 50_000,
        "first, second and " * 20_000 + "third paragraphs",
        "annex " * 20_000,
        "x" * 200_000 + " article 5",
    ],
)
def test_any_words_are_read_in_time_that_grows_with_their_length(hostile: str) -> None:
    """So many words in some seconds; were it the square, it would be hours."""
    started = time.process_time()
    mentions(hostile, "en")
    assert time.process_time() - started < 10
