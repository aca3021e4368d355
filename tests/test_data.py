"""What the tool knows: complete, consistent, and in words of its own."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from corpus import treaties

import convention_tool
from convention_tool.analysis.coverage.patterns import pattern
from convention_tool.catalogue.groups import Family, Group, Treatment, group, groups, in_family
from convention_tool.catalogue.needs import baseline, needs, needs_of, weights
from convention_tool.catalogue.rights import (
    NEW,
    PARTS,
    PARTS_OF_RIGHTS,
    Right,
    RightKind,
    Strength,
    compared,
    holders,
    in_parts,
    instruments,
    new_rights,
    of_kind,
    right,
    rights,
)
from convention_tool.readers import parse
from convention_tool.tree.nodes import Article, Paragraph, Subparagraph
from convention_tool.tree.wording import wording

DATA = Path(convention_tool.__file__).parent / "data"

SLUG = re.compile(r"[a-z\d]+(-[a-z\d]+)*")

#: "12", "12(2)-(4)", "5(d)(ii)", "Annex I, 5": how the data cite a provision. The conventions of
#: the sea have regulations, "V/33", and an annex with chapters, "Annex, 2.1".
CITATION = re.compile(
    r"(Annex [IVX]+(, \d+)?|Annex, [\d.]+|[IVX]+/\d+|\d+(-\d+)?(\(\w+\))*(-\(\w+\))?)"
    r"(, (social housing|families))?"
)

#: A citation of an article: its number, the steps into it, and where a range of them ends.
PINPOINT = re.compile(r"(\d+)((?:\(\w+\))*)(?:-\((\w+)\))?")

#: What later helpers of the project rely on.
NEW_RIGHTS = {
    "access-to-justice",
    "adequate-standard",
    "asylum",
    "best-interests",
    "child-detention",
    "data-protection",
    "detention-last-resort",
    "disability",
    "disaster-displacement",
    "domestic-work",
    "firewall",
    "gender-based-violence",
    "health",
    "inquiry",
    "non-criminalization",
    "non-refoulement",
    "older-persons",
    "recruitment-fees",
    "regularization",
    "rescue-at-sea",
    "smuggled-migrants",
    "statelessness",
    "status-discrimination",
    "trafficking-victims",
    "trust-fund",
    "unaccompanied-children",
    "violence-at-work",
    "xenophobia",
}

#: A run of words this long is a quotation, whatever was meant.
QUOTATION = 12

#: The groups of the call of 2017, and how the 1990 convention treats each in law.
SEED = {
    "irregular": Treatment.PARTIAL,
    "students": Treatment.EXPLICIT,
    "trainees": Treatment.EXPLICIT,
    "stateless": Treatment.CONDITIONAL,
    "refugees": Treatment.CONDITIONAL,
    "generalised-violence": Treatment.SILENT,
    "natural-disasters": Treatment.SILENT,
}

LEFT_OUT_BY_ARTICLE_3 = {
    "3(a)": "international-officials",
    "3(b)": "development-staff",
    "3(c)": "investors",
    "3(d)": "refugees",
    "3(e)": "students",
    "3(f)": "seafarers",
}

#: What adequate cover of each of the seven groups takes, at the least.
SEED_NEEDS = {
    "irregular": "status-neutral firewall no-crime detention expulsion labour-rights health education "
    "birth-registration safe-complaints housing regular-status documents family",
    "students": "work-hours fair-fees housing insurance family stay-after-study recognition "
    "academic-freedom papers-kept stay-in-crisis expulsion",
    "trainees": "no-disguised-work agreement pay conditions no-fees papers-kept complaint",
    "stateless": "habitual-residence determination papers no-detention reside birth-and-nationality "
    "consular-substitute equality naturalization return",
    "refugees": "inside no-lower-standard non-refoulement access-to-procedure no-penalty-for-entry "
    "documents family unhcr",
    "generalised-violence": "triggers no-return temporary-protection work-school-health family "
    "lasting-status group-recognition border no-penalty-for-entry data",
    "natural-disasters": "admission no-return lost-documents longer-status family assistance "
    "internal-displacement nationality-kept remittances work",
}

#: The files of core treaties that are not named as we name the treaty.
FILES = {
    "refugee-convention": "refugee",
    "statelessness-1954": "stateless",
    "trafficking-protocol": "trafficking",
    "c189": "ilo-c189",
}


# ---------------------------------------------------------------- the 1990 convention


def test_every_article_from_1_to_93_stands_once_and_in_order() -> None:
    assert [entry.article for entry in rights()] == [str(number) for number in range(1, 94)]


def test_a_draft_is_compared_with_all_but_scope_and_definitions() -> None:
    assert numbers(compared()) == list(range(7, 94))


def test_articles_stand_in_their_parts() -> None:
    ends = {
        "I": 6,
        "II": 7,
        "III": 35,
        "IV": 56,
        "V": 63,
        "VI": 71,
        "VII": 78,
        "VIII": 84,
        "IX": 93,
    }
    assert [*ends, NEW] == list(PARTS)
    first = 1
    for part, last in ends.items():
        assert numbers(in_parts(part)) == list(range(first, last + 1)), part
        first = last + 1


def test_kinds_follow_what_articles_do() -> None:
    assert numbers(in_parts(*PARTS_OF_RIGHTS)) == list(range(7, 57))
    assert numbers(of_kind(RightKind.SCOPE)) == list(range(1, 7))
    assert numbers(of_kind(RightKind.RIGHT)) == [*range(7, 34), *range(37, 64)]
    assert numbers(of_kind(RightKind.OBLIGATION)) == list(range(64, 72))
    assert numbers(of_kind(RightKind.INSTITUTIONAL)) == list(range(72, 79))
    assert numbers(of_kind(RightKind.GENERAL)) == [34, 35, 36, *range(79, 85)]
    assert numbers(of_kind(RightKind.FINAL)) == list(range(85, 94))


def test_an_article_is_found_by_its_number() -> None:
    assert right("44").id == "family-unity"
    with pytest.raises(KeyError):
        right("94")


def test_part_iii_is_for_all_part_iv_for_the_documented_part_v_for_categories() -> None:
    for entry in in_parts("IV"):
        assert entry.holders[0].startswith("documented"), entry.article
    for entry in in_parts("III"):
        assert not any(holder.startswith("documented") for holder in entry.holders), entry.article
    assert right("26").holders == ("everyone",)
    assert right("40").holders == ("documented",)
    assert {entry.holders for entry in in_parts("V")} == {("category",)}


def test_a_fair_trial_has_its_usual_elements() -> None:
    elements = {element.id for element in right("18").elements}
    assert elements >= {"presumption-of-innocence", "counsel", "interpreter", "ne-bis-in-idem"}


def test_soft_duties_are_marked() -> None:
    (others,) = (part for part in right("44").elements if part.id == "other-relatives")
    assert others.strength is Strength.CONSIDER
    assert {part.strength for part in right("18").elements} == {Strength.FIRM}


def test_what_no_state_may_limit_is_marked() -> None:
    absolute = [entry.article for entry in every_right() if entry.absolute]
    assert absolute == ["10", "19", "20", "24", "non-refoulement"]


def test_the_rights_that_1990_lacks_are_marked_as_ours() -> None:
    assert {entry.article for entry in new_rights()} == NEW_RIGHTS
    for entry in new_rights():
        assert entry.article == entry.id
        assert entry.part == NEW
        assert entry.kind in {RightKind.RIGHT, RightKind.OBLIGATION}, entry.id
        assert right(entry.article) is entry
        assert entry.equivalents, entry.id
        assert entry.modern, entry.id
        assert 2 <= len(entry.elements) <= 6, entry.id


def test_what_binds_less_in_its_elements_is_told_in_its_limitations() -> None:
    for entry in rights():
        if any(part.strength is not Strength.FIRM for part in entry.elements):
            assert entry.limitations, entry.article


def test_rights_are_complete() -> None:
    for entry in every_right():
        assert entry.title, entry.article
        assert entry.digest.endswith("."), entry.article
        assert entry.holders, entry.article
        assert entry.elements, entry.article


def test_digests_have_few_sentences() -> None:
    for entry in every_right():
        sentences = re.split(r"(?<=[.;]) (?=[A-Z])", entry.digest)
        assert len(sentences) <= 4, entry.article


def test_ids_of_rights_are_unique_slugs() -> None:
    assert_unique_slugs(entry.id for entry in every_right())
    assert_unique_slugs(holder.id for holder in holders())
    assert_unique_slugs(treaty.id for treaty in instruments())
    for entry in every_right():
        assert_unique_slugs(element.id for element in entry.elements)


def test_every_holder_and_instrument_is_used() -> None:
    used = {holder for entry in every_right() for holder in entry.holders}
    assert used == {holder.id for holder in holders()}
    cited = {equivalent.instrument for entry in every_right() for equivalent in entry.equivalents}
    assert cited == {treaty.id for treaty in instruments()}


def test_equivalents_are_cited_once_and_the_partial_ones_explained() -> None:
    order = [treaty.id for treaty in instruments()]
    for entry in every_right():
        cited = [equivalent.instrument for equivalent in entry.equivalents]
        assert cited == sorted(cited, key=order.index), entry.article
        counts = Counter(equivalent.instrument for equivalent in entry.equivalents)
        assert set(counts.values()) <= {1}, entry.article
        for equivalent in entry.equivalents:
            assert equivalent.articles, entry.article
            assert all(map(CITATION.fullmatch, equivalent.articles)), (entry.article, equivalent)
            assert equivalent.note or not equivalent.partial, (entry.article, equivalent)


@pytest.mark.parametrize("treaty", [treaty.id for treaty in instruments()])
def test_equivalents_exist_in_the_core_treaties(treaty: str) -> None:
    path = treaties() / "core" / f"{FILES.get(treaty, treaty)}.txt"
    if not path.exists():
        pytest.skip(f"the text of {treaty} is not here")
    articles = articles_of(path)
    assert citations(treaty)
    for entry, citation in citations(treaty):
        pinpoint = PINPOINT.fullmatch(citation)
        assert pinpoint, (entry, citation)
        number, steps, last = pinpoint.groups()
        assert number in articles, (entry, citation)
        path_in = re.findall(r"\w+", steps)
        assert stands(articles[number], path_in), (entry, citation)
        assert not last or stands(articles[number], [*path_in[:-1], last]), (entry, citation)


# ---------------------------------------------------------------- the groups


def test_groups_stand_in_their_order() -> None:
    families = [entry.family for entry in groups()]
    assert families == sorted(families, key=list(Family).index)
    assert [entry.id for entry in in_family(Family.SEED)] == list(SEED)


def test_categories_are_those_of_article_2() -> None:
    cited = [entry.in_1990.articles[0] for entry in in_family(Family.PART_V)]
    assert cited == [f"2(2)({letter})" for letter in "abcdefgh"]


def test_ids_of_groups_are_unique_slugs() -> None:
    assert_unique_slugs(entry.id for entry in groups())
    assert group("stateless").title == "Stateless persons"
    with pytest.raises(KeyError):
        group("tourists")


def test_groups_are_complete() -> None:
    for entry in groups():
        assert entry.title, entry.id
        assert entry.definition.endswith("."), entry.id
        assert needs_of(entry.id), entry.id
        assert entry.in_1990.explanation.endswith("."), entry.id
        assert entry.in_1990.articles, entry.id


def test_each_need_of_the_seven_groups_has_an_entry() -> None:
    for group_id, expected in SEED_NEEDS.items():
        assert {need.id for need in needs_of(group_id)} >= set(expected.split()), group_id


def test_a_need_says_what_answers_it_in_words_of_all_three_languages_or_in_none() -> None:
    for need in needs():
        assert SLUG.fullmatch(need.id), need.id
        assert need.text[:1].islower(), need.id
        assert not need.text.endswith("."), need.id
        given = [bool(need.phrases.of(language)) for language in ("en", "fr", "es")]
        assert len(set(given)) == 1, need.id
        assert given[0] or need.rights or need.all or need.place, need.id
        assert given[0] or not need.anywhere, need.id
        assert len(need.all) != 1, f"{need.id}: of one right, any is all"


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_phrases_of_needs_can_be_looked_for(language: str) -> None:
    for need in needs():
        assert all(phrase == phrase.lower() for phrase in need.phrases.of(language)), need.id
        for known in pattern(need.phrases.of(language)).phrases:
            assert known.expression.groups == 0, known.words
            assert all(known.anchors), known.words


def test_every_step_of_weight_is_explained_and_used() -> None:
    assert [weight.id for weight in weights()] == ["vital", "basic", "further"]
    assert all(weight.reason.endswith(".") for weight in weights())
    assert {need.weight for need in needs()} == set(weights())
    assert {one.weight for one in baseline()} == set(weights())


def test_the_baseline_has_what_1990_gives_to_all_and_what_is_new_for_all() -> None:
    articles = {one.right.article for one in baseline()}
    of_all = {entry.article for entry in in_parts("II", "III")} - {"34", "35"}
    assert articles >= of_all
    assert articles - of_all - NEW_RIGHTS == {"82", "83"}
    heaviest = {one.right.article for one in baseline() if one.weight.id == "vital"}
    assert heaviest >= {"9", "10", "11", "16", "22", "non-refoulement"}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_group_has_words_of_its_own_in_three_languages(language: str) -> None:
    assert all(entry.terms.of(language) for entry in groups())
    assert group("refugees").terms.of("nl") == ()
    counts = Counter(term.lower() for entry in groups() for term in entry.terms.of(language))
    assert {term for term, count in counts.items() if count > 1} == set()


def test_article_3_leaves_its_groups_out() -> None:
    for article, id_ in LEFT_OUT_BY_ARTICLE_3.items():
        assert article in group(id_).in_1990.articles


def test_those_beside_the_lists_are_there() -> None:
    others = {entry.id for entry in in_family(Family.OTHER)}
    assert others >= {"documented", "family-members", "children", "asylum-seekers", "trafficked"}


def test_the_law_on_the_seven_groups() -> None:
    assert {entry.id: entry.in_1990.treatment for entry in in_family(Family.SEED)} == SEED


def test_an_inaccurate_claim_stands_beside_the_law() -> None:
    for entry in in_family(Family.SEED):
        assert entry.in_1990.claim, entry.id
    accurate = {entry.id for entry in in_family(Family.SEED) if not entry.in_1990.correction}
    assert accurate == {"students", "trainees"}


def test_articles_of_groups_are_those_of_the_convention() -> None:
    for entry in groups():
        for citation in (*entry.in_1990.articles, *entry.in_1990.without):
            assert CITATION.fullmatch(citation), (entry.id, citation)
            for number in re.findall(r"(?<!\()\b\d+(?!\))", citation):
                assert 1 <= int(number) <= 93, (entry.id, citation)


def test_what_a_category_lacks_is_what_its_article_takes_away() -> None:
    assert lacks("61") == {"43", "45", "52", "55"} == lacking(group("project-tied"))
    assert lacks("62") == {"43", "52", "53", "54"} == lacking(group("specified-employment"))


# ---------------------------------------------------------------- the files


def test_lists_become_tuples() -> None:
    assert isinstance(right("18").equivalents[0].articles, tuple)


def test_no_text_is_empty_or_untidy() -> None:
    for path, text in texts():
        assert text == " ".join(text.split()), path
        assert text, path


def test_no_text_repeats_a_treaty() -> None:
    ours = {run: path for path, text in texts() for run in runs(text)}
    repeated = {
        (ours[run], file.name, " ".join(run))
        for file in sorted(treaties().rglob("*.txt"))
        for run in ours.keys() & set(runs(file.read_text("utf-8")))
    }
    assert repeated == set()


# ---------------------------------------------------------------- helpers


def numbers(entries: Iterable[Right]) -> list[int]:
    return [int(entry.article) for entry in entries]


def every_right() -> tuple[Right, ...]:
    return (*rights(), *new_rights())


def citations(instrument: str) -> list[tuple[str, str]]:
    """What we cite of a treaty, each with the right that cites it."""
    return [
        (entry.article, citation)
        for entry in every_right()
        for equivalent in entry.equivalents
        if equivalent.instrument == instrument
        for citation in equivalent.articles
    ]


@cache
def articles_of(path: Path) -> dict[str, Article]:
    """The articles of the body of a treaty, by number."""
    return {
        article.number: article for article in parse(path.read_text("utf-8")).instrument.articles
    }


def stands(article: Article, steps: list[str]) -> bool:
    """Whether an article has the paragraph or subparagraph to which some steps lead.

    Copies from the web lose numbers, or run them into the words: a level that has none says
    nothing, and a number within the words is enough.
    """
    level: list[Paragraph | Subparagraph] = list(article.paragraphs)
    for place, step in enumerate(steps):
        if place == 0 and not step.isdigit() and not any(unit.number for unit in level):
            level = [inner for unit in level for inner in unit.subparagraphs]
        if not any(unit.number for unit in level):
            return True
        found = next((unit for unit in level if unit.number == step), None)
        if found is None:
            return re.search(rf"\b{step}\. ?[A-Z]", wording(article)) is not None
        level = list(found.subparagraphs)
    return True


def assert_unique_slugs(ids: Iterable[str]) -> None:
    counts = Counter(ids)
    assert set(counts.values()) <= {1}, counts.most_common(1)
    assert all(map(SLUG.fullmatch, counts)), counts


def lacks(article: str) -> set[str]:
    """The articles that a limitation of Part V takes away: "less articles 52 to 55"."""
    return {
        number
        for limitation in right(article).limitations
        if "less article" in limitation
        for number in re.findall(r"\b\d{2}\b", limitation)
    }


def lacking(entry: Group) -> set[str]:
    return {number for text in entry.in_1990.without for number in re.findall(r"\b\d{2}\b", text)}


def texts() -> Iterator[tuple[str, str]]:
    """Every string of our files with its place, but for the names of treaties."""
    for name in ("rights.toml", "new_rights.toml", "groups.toml"):
        data = tomllib.loads((DATA / name).read_text("utf-8"))
        data.pop("instrument", None)
        yield from strings(data, name)


def strings(value: Any, path: str) -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield path, value
        case dict():
            for key, inner in value.items():
                yield from strings(inner, f"{path}, {key}")
        case list():
            for number, inner in enumerate(value, 1):
                yield from strings(inner, f"{path} {number}")


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.lower())
    return zip(*(words[start:] for start in range(QUOTATION)), strict=False)
