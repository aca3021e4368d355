"""A change of a draft changes the cells that it should, and no others.

Each test changes one thing in a draft, reads it anew from its words, and compares every cell of the
matrix, elements included. Three drafts: the general convention, and two short ones, in two tiers and
built like the 1990 convention. The short ones are changed for every group or many, the long one for a few
drawn with a fixed seed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import pytest
from cases import CASES

from convention_tool import cover, parse
from convention_tool.catalogue.groups import groups
from convention_tool.tree.nodes import Article, Paragraph, Part, Subparagraph
from convention_tool.tree.walk import walk

#: How a clause names each group.
NAMES = {
    "irregular": "migrants in an irregular situation",
    "students": "students",
    "trainees": "trainees",
    "stateless": "stateless persons",
    "refugees": "refugees",
    "generalised-violence": "persons fleeing generalized violence",
    "natural-disasters": "persons fleeing disaster",
    "international-officials": "persons employed by international organizations",
    "development-staff": "development workers",
    "investors": "investors",
    "frontier": "frontier workers",
    "seasonal": "seasonal workers",
    "seafarers": "seafarers",
    "offshore": "workers on offshore installations",
    "itinerant": "itinerant workers",
    "project-tied": "project-tied workers",
    "specified-employment": "specified-employment workers",
    "self-employed": "self-employed workers",
    "documented": "documented migrants",
    "family-members": "members of the families of migrants",
    "children": "children",
    "asylum-seekers": "asylum-seekers",
    "trafficked": "victims of trafficking",
    "domestic-workers": "domestic workers",
    "unaccompanied-children": "unaccompanied children",
    "detained": "detained migrants",
    "in-transit": "migrants in transit",
    "internally-displaced": "internally displaced persons",
}

#: States in which a group has something of a right.
REACHED = {"explicit", "inclusive", "conditional", "partial", "consider"}

#: The documented, whom a gate lets in by name, and those whom it shuts out.
WITH_STATUS, WITHOUT_STATUS = "documented", "irregular"

#: A clause that only mentions people is not said to answer a right; whether it does is a question of
#: recognition, and here the cells are asked about.
ANSWERS_NOTHING = "% answers: " + ", ".join(
    f"not {right}"
    for right in (
        *("16", "57", "58", "59", "60", "61", "62", "63", "64", "68", "81", "domestic-work"),
        *("disaster-displacement", "smuggled-migrants", "statelessness", "trafficking-victims"),
        *("asylum", "unaccompanied-children"),
    )
)

Cells = Mapping[tuple[str, str], str]
Changes = Mapping[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True)
class Draft:
    """A draft, and the lines before which an article can be added."""

    name: str
    text: str
    #: Where the articles on scope end.
    scope: str
    #: Where the rights end.
    late: str

    def __str__(self) -> str:
        return self.name

    def with_scope(self, words: str) -> str:
        """The draft with one more article on its scope."""
        return self._with(words, self.scope)

    def with_late(self, words: str) -> str:
        """The draft with one more article after its rights."""
        return self._with(words, self.late)

    def _with(self, words: str, before: str) -> str:
        assert self.text.count(f"\n{before}\n") == 1, before
        article = f"{ANSWERS_NOTHING}\nArticle 500\n\n{words}"
        return self.text.replace(f"\n{before}\n", f"\n{article}\n\n{before}\n")


@dataclass(frozen=True)
class Matrix:
    """What is found of a text: the state of every cell, and the provisions of every right."""

    #: By group and right, or right and element: ("students", "43/training").
    cells: Cells
    answers: Mapping[str, frozenset[str]]
    #: The articles that each cell rests on.
    behind: Mapping[tuple[str, str], frozenset[str]]

    def answered_by(self, addresses: frozenset[str]) -> set[str]:
        """The rights that some of these provisions answer."""
        return {right for right, those in self.answers.items() if those & addresses}

    def answered_only_by(self, addresses: frozenset[str]) -> set[str]:
        return {right for right, those in self.answers.items() if those and those <= addresses}


def text_of(name: str) -> str:
    return (CASES / "coverage" / name).read_text("utf-8")


DRAFTS = Path(__file__).parent.parent / "drafts"
CONVENTION = Draft(
    "general", (DRAFTS / "general-convention.txt").read_text("utf-8"), "PART II", "PART VI"
)
TWO_TIER = Draft("two-tier", text_of("two-tier.txt"), "PART II", "PART V")
LIKE_1990 = Draft("like-1990", text_of("built-like-1990.txt"), "PART II", "PART VI")
SHORT = (TWO_TIER, LIKE_1990)


@cache
def matrix(text: str) -> Matrix:
    found = [
        (name, cell)
        for row in cover(parse(text).instrument).matrix
        for name, cells in (
            (row.right.article, row.cells),
            *((f"{row.right.article}/{part.element.id}", part.cells) for part in row.elements),
        )
        for cell in cells
    ]
    behind = {(cell.group, name): articles(cell.provisions) for name, cell in found}
    answers: dict[str, frozenset[str]] = {}
    for (_, name), those in behind.items():
        if "/" not in name:
            answers[name] = answers.get(name, frozenset()) | those
    return Matrix(
        cells={(cell.group, name): str(cell.status) for name, cell in found},
        answers=answers,
        behind=behind,
    )


def articles(addresses: Iterable[str]) -> frozenset[str]:
    return frozenset(address.partition("__")[0] for address in addresses)


def changes(draft: Draft, text: str) -> Changes:
    """The cells that a changed text changes: what they were and what they are."""
    assert text != draft.text
    before, after = matrix(draft.text).cells, matrix(text).cells
    return {key: (before[key], after[key]) for key in before if before[key] != after[key]}


def groups_in(found: Changes) -> set[str]:
    return {group for group, _ in found}


def rights_in(found: Changes) -> set[str]:
    return {name.partition("/")[0] for _, name in found}


def sampled(entries: Iterable[str], count: int, seed: int) -> list[str]:
    return Random(seed).sample(sorted(entries), count)


def cases(
    short: Iterable[str], general: Iterable[str], drafts: Iterable[Draft] = SHORT
) -> list[tuple[Draft, str]]:
    """Every short draft with every entry of the one kind, and the long one with those of the other."""
    every = [(draft, entry) for entry in short for draft in drafts]
    return [*every, *((CONVENTION, entry) for entry in general)]


def test_every_group_has_a_name_that_a_clause_can_use() -> None:
    assert list(NAMES) == [group.id for group in groups()]


@pytest.mark.parametrize("draft", [*SHORT, CONVENTION], ids=str)
def test_who_has_an_element_of_a_right_is_not_without_the_right(draft: Draft) -> None:
    cells = matrix(draft.text).cells
    for (group, name), state in cells.items():
        right, _, element = name.partition("/")
        if element and state in REACHED:
            assert cells[group, right] in REACHED, (group, name)


# A group removed from the definitions or the scope.

#: What the short drafts define, by the group that it is about.
DEFINED = {
    "frontier": "frontier worker",
    "seasonal": "seasonal worker",
    "seafarers": "seafarer",
    "offshore": "worker on an offshore installation",
    "itinerant": "itinerant worker",
    "project-tied": "project-tied worker",
    "self-employed": "self-employed worker",
}

#: What the general convention defines, and lists among those to whom it applies.
LISTED = {
    "students": ("student", "students"),
    "generalised-violence": ("person fleeing generalized violence", "persons fleeing"),
    "natural-disasters": ("person fleeing disaster", "persons fleeing disaster"),
}


def without(text: str, *items: str) -> str:
    """A text without the items of its lists that begin so."""
    for item in items:
        pattern = rf"^\([a-z]\) {re.escape(item)}[^\n]*\n\n"
        text, removed = re.subn(pattern, "", text, count=1, flags=re.MULTILINE)
        assert removed, item
    return text


@pytest.mark.parametrize(
    ("draft", "group"),
    [
        (draft, group)
        for draft in SHORT
        for group, term in DEFINED.items()
        if f'"{term}"' in draft.text
    ],
    ids=str,
)
def test_a_kind_of_worker_no_longer_defined_is_one_of_the_workers(draft: Draft, group: str) -> None:
    before = 'the term "' if draft is TWO_TIER else '"'
    found = changes(draft, without(draft.text, f"{before}{DEFINED[group]}"))
    assert groups_in(found) == {group}
    assert set(found.values()) == {("explicit", "inclusive")}


@pytest.mark.parametrize("group", LISTED)
def test_a_group_no_longer_defined_nor_listed_is_one_of_the_migrants(group: str) -> None:
    term, item = LISTED[group]
    found = changes(CONVENTION, without(CONVENTION.text, f'"{term}"', item))
    assert groups_in(found) == {group}
    assert set(found.values()) == {("explicit", "inclusive")}


def test_families_no_longer_in_the_scope_keep_what_names_them() -> None:
    scope = "to all migrant workers and to the members of their families, whatever"
    assert scope in LIKE_1990.text
    text = LIKE_1990.text.replace(scope, "to all migrant workers, whatever")
    assert groups_in(changes(LIKE_1990, text)) <= {"family-members", "children"}


# An exclusion added.


@pytest.mark.parametrize(("draft", "group"), cases(NAMES, sampled(NAMES, 4, seed=1)), ids=str)
def test_a_clause_that_leaves_a_group_out_takes_every_right_from_it_and_from_no_other(
    draft: Draft, group: str
) -> None:
    text = draft.with_scope(f"The present Convention shall not apply to {NAMES[group]}.")
    found = changes(draft, text)
    assert groups_in(found) <= {group}
    assert {after for _, after in found.values()} <= {"excluded"}
    assert not REACHED & {state for (of, _), state in matrix(text).cells.items() if of == group}


@pytest.mark.parametrize(
    ("draft", "group"),
    cases(sampled(NAMES, 14, seed=3), sampled(NAMES, 2, seed=2), drafts=(LIKE_1990,)),
    ids=str,
)
def test_a_clause_with_a_let_out_makes_every_right_of_a_group_conditional(
    draft: Draft, group: str
) -> None:
    text = draft.with_scope(
        f"The present Convention shall not apply to {NAMES[group]}, "
        "unless the law of the State Party so provides."
    )
    found = changes(draft, text)
    assert groups_in(found) <= {group}
    assert {after for _, after in found.values()} <= {"conditional"}
    states = {state for (of, _), state in matrix(text).cells.items() if of == group}
    assert not {"explicit", "inclusive", "consider"} & states


# A Part reserved to the documented.


def addresses_in(draft: Draft, number: str) -> frozenset[str]:
    """The articles of a Part."""
    (part,) = (
        element
        for element in parse(draft.text).instrument.elements
        if isinstance(element, Part) and element.number == number
    )
    numbers = (node.number for node in walk(part) if isinstance(node, Article))
    return frozenset(f"art_{one}" for one in numbers)


def by_heading(draft: Draft, number: str) -> str:
    reserved = " of those who are documented or in a regular situation"
    return re.sub(rf"^(PART {number}\n.+)$", rf"\1{reserved}", draft.text, flags=re.MULTILINE)


def from_afar(draft: Draft, number: str) -> str:
    return draft.with_scope(
        f"Part {number} applies only to migrants who are documented or in a regular situation."
    )


def from_within(draft: Draft, number: str) -> str:
    clause = (
        "The rights in this Part belong to migrants who are documented or in a regular situation."
    )
    article = f"{ANSWERS_NOTHING}\nArticle 600\n\n{clause}\n"
    parts = re.findall(r"^PART ([IVX]+)$", draft.text, flags=re.MULTILINE)
    after = parts[parts.index(number) + 1]
    return draft.text.replace(f"\nPART {after}\n", f"\n{article}\nPART {after}\n")


#: How an article in a gated Part can still name those without a status.
_WITHOUT = re.compile(r"irregular|immigration status|undocumented")

GATES = {"heading": by_heading, "afar": from_afar, "within": from_within}


@pytest.mark.parametrize(
    ("draft", "number", "gate"),
    [
        *((TWO_TIER, "II", gate) for gate in GATES),
        *((LIKE_1990, number, gate) for number in ("II", "III") for gate in GATES),
        (CONVENTION, "III", "heading"),
        (CONVENTION, "III", "within"),
        (CONVENTION, "IV", "afar"),
    ],
    ids=str,
)
def test_a_part_reserved_to_the_documented_changes_the_rights_in_it_and_no_others(
    draft: Draft, number: str, gate: str
) -> None:
    text = GATES[gate](draft, number)
    inside = addresses_in(draft, number)
    found = changes(draft, text)
    assert rights_in(found) <= matrix(draft.text).answered_by(inside)
    for (group, _), (_, after) in found.items():
        if group == WITH_STATUS:
            assert after == "explicit"
        elif group != WITHOUT_STATUS:
            assert after == "conditional"
    shut = {after for (group, _), (_, after) in found.items() if group == WITHOUT_STATUS}
    # What another Part gives as well, in full, in part or as a soft duty, is left to them.
    assert shut <= {"excluded", "partial", "consider"}
    only = matrix(draft.text).answered_only_by(inside)
    assert only
    for (group, name), state in matrix(text).cells.items():
        if name.partition("/")[0] in only:
            if group == WITHOUT_STATUS:
                behind = matrix(text).behind[group, name]
                named = any(_WITHOUT.search(article_text(draft, one)) for one in behind)
                assert state in {"excluded", "silent", "not applicable"} or named, name
            elif group != WITH_STATUS:
                assert state not in {"explicit", "inclusive", "consider"}, (group, name)


# A duty made soft.

_SHALL = re.compile(r"\bshall (not )?")


def softened(text: str, addresses: Iterable[str]) -> str:
    """A text that only endeavours to do what these articles oblige States to do."""
    for address in addresses:
        text = re.sub(
            rf"^Article {address.removeprefix('art_')}\n(?:.*\n)*?(?=^% |^Article |^PART |\Z)",
            lambda article: _SHALL.sub(
                lambda shall: f"shall endeavour {shall[1] or ''}to ", article[0]
            ),
            text,
            count=1,
            flags=re.MULTILINE,
        )
    return text


def obliging(draft: Draft) -> list[str]:
    """The rights that the draft gives by "shall" alone, without a word of rights or leave."""
    found = matrix(draft.text)
    return [
        right
        for right, addresses in found.answers.items()
        if {"explicit", "inclusive"} & {found.cells[group, right] for group in NAMES}
        and not any(
            re.search(r"\b(rights? (to|of|freely)|may|enjoy|only)\b", article_text(draft, address))
            for address in addresses
        )
    ]


def article_text(draft: Draft, address: str) -> str:
    return texts(draft.text)[address]


@cache
def texts(text: str) -> Mapping[str, str]:
    """The words of each article, by its address."""
    return {
        f"art_{article.number}": " ".join(
            node.text for node in walk(article) if isinstance(node, Paragraph | Subparagraph)
        )
        for article in parse(text).instrument.articles
    }


@pytest.mark.parametrize(
    ("draft", "right"), [(draft, right) for draft in SHORT for right in obliging(draft)], ids=str
)
def test_a_duty_made_soft_is_a_soft_duty_to_all_whom_it_reached(draft: Draft, right: str) -> None:
    before = matrix(draft.text)
    addresses = before.answers[right]
    text = softened(draft.text, addresses)
    found = changes(draft, text)
    assert right in rights_in(found)
    assert rights_in(found) <= before.answered_by(addresses)
    # A gated provision that answers as well is the better one: conditional on a status, not soft.
    allowed = {"consider", "conditional"} if len(addresses) > 1 else {"consider"}
    assert {was for was, _ in found.values()} <= {"explicit", "inclusive"}
    assert {after for _, after in found.values()} <= allowed
    cells = matrix(text).cells.items()
    states = {state for (_, name), state in cells if name.partition("/")[0] == right}
    assert not states & {"explicit", "inclusive"}


@pytest.mark.parametrize("right", ["9", "22", "48"])
def test_duties_of_the_long_draft_made_soft_change_only_what_they_answer(right: str) -> None:
    before = matrix(CONVENTION.text)
    addresses = before.answers[right]
    text = softened(CONVENTION.text, addresses)
    found = changes(CONVENTION, text)
    assert rights_in(found) <= before.answered_by(addresses) | matrix(text).answered_by(addresses)
    assert {after for _, after in found.values()} <= {"consider"}
    assert {was for was, _ in found.values()} <= {"explicit", "inclusive"}


# Provisions taken away by their numbers.

#: Ways to take two articles away from a group.
TAKING = (
    "{group} shall enjoy the rights in the present Convention, except articles {first} and {last}.",
    "{group} shall not enjoy the rights in articles {first} and {last}.",
    "Articles {first} and {last} do not apply to {group}.",
)
#: From whom they are taken, in words that name them in the short drafts as well.
DEPRIVED = ("seafarers", "project-tied", "domestic-workers")

#: Articles of each draft that give rights.
GIVING = {
    TWO_TIER: ("5", "6", "7", "8", "11", "12"),
    LIKE_1990: ("6", "7", "8", "9", "10", "14", "15", "18", "19"),
    CONVENTION: ("18", "19", "21", "22", "28", "31", "33", "40", "45"),
}


@pytest.mark.parametrize("taking", TAKING, ids=("except", "not enjoy", "not apply"))
@pytest.mark.parametrize(
    ("draft", "group"),
    cases(DEPRIVED, ()),
    ids=str,
)
def test_articles_taken_away_by_number_are_taken_from_that_group_alone(
    draft: Draft, group: str, taking: str
) -> None:
    first, last = sampled(GIVING[draft], 2, seed=len(group + taking))
    name = NAMES[group] if taking.endswith("{group}.") else NAMES[group].capitalize()
    text = draft.with_late(taking.format(group=name, first=first, last=last))
    taken = frozenset((f"art_{first}", f"art_{last}"))
    before = matrix(draft.text)
    found = changes(draft, text)
    assert groups_in(found) == {group}
    assert rights_in(found) <= before.answered_by(taken)
    # What other articles give as well is left, in whole or in part.
    assert {after for _, after in found.values()} <= {
        *("subtracted", "partial", "conditional", "consider")
    }
    only = before.answered_only_by(taken)
    for (of, name), state in matrix(text).cells.items():
        if of == group and name.partition("/")[0] in only:
            was = before.cells[of, name]
            assert state == "subtracted" or state == was == "not applicable" or was == "silent"


def test_articles_of_the_long_draft_taken_from_students_are_left_to_all_others() -> None:
    text = CONVENTION.with_late(TAKING[0].format(group="Students", first="21", last="31"))
    before = matrix(CONVENTION.text)
    found = changes(CONVENTION, text)
    assert groups_in(found) == {"students"}
    assert rights_in(found) <= before.answered_by(frozenset(("art_21", "art_31")))
    assert found["students", "21"] == ("explicit", "subtracted")


def test_an_item_taken_away_by_its_letter_takes_nothing_else() -> None:
    text = LIKE_1990.text.replace(
        "Self-employed workers shall enjoy the rights in Part IV, except article 20.",
        "Self-employed workers shall enjoy the rights in Part IV, except article 20 and "
        "article 15, paragraph 1 (e).",
    )
    assert changes(LIKE_1990, text) == {
        ("self-employed", "43/health"): ("conditional", "subtracted")
    }


# Words that give nothing.

IN_PASSING = (
    "Nothing in the present Convention shall affect the rights that {} have under other treaties.",
    "The present Convention is without prejudice to what is owed to {} under other treaties.",
    "States Parties shall cooperate with a view to preventing the unlawful movement of {}.",
    "States Parties shall exchange information on the number of {} in their territories.",
)


@pytest.mark.parametrize("draft", [*SHORT, CONVENTION], ids=str)
def test_a_mention_in_the_preamble_changes_no_cell(draft: Draft) -> None:
    recital = f"Concerned at the lot of {', of '.join(NAMES.values())},\n\nHave agreed as follows:"
    assert changes(draft, draft.text.replace("Have agreed as follows:", recital)) == {}


@pytest.mark.parametrize("words", IN_PASSING)
@pytest.mark.parametrize(
    ("draft", "group"),
    cases(sampled(NAMES, 4, seed=5), ()),
    ids=str,
)
def test_a_mention_in_passing_changes_no_cell(draft: Draft, group: str, words: str) -> None:
    assert changes(draft, draft.with_late(words.format(NAMES[group]))) == {}


def test_a_saving_clause_that_is_taken_for_an_answer_reaches_nobody_through_it() -> None:
    clause = IN_PASSING[0].format("seasonal workers")
    text = TWO_TIER.text.replace("\nPART V\n", f"\nArticle 500\n\n{clause}\n\nPART V\n")
    found = changes(TWO_TIER, text)
    # Those whom the whole text leaves out, or takes in on a condition, are said to be so in every row.
    assert {after for _, after in found.values()} <= {"excluded", "conditional"}
    assert groups_in(found) <= {
        *("students", "trainees", "investors", "international-officials", "refugees", "stateless")
    }


def test_mentions_of_every_group_in_passing_change_no_cell_of_a_long_draft() -> None:
    clauses = (words.format(name) for words in IN_PASSING for name in NAMES.values())
    articles = "\n\n".join(f"{number}. {clause}" for number, clause in enumerate(clauses, 1))
    assert changes(CONVENTION, CONVENTION.with_late(articles)) == {}
