"""Which parts of a right some words give, told on short texts that a lawyer can read.

Parts are looked for only in provisions that answer the right; here the right is named, whether or
not the tool would see it in the text.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from cases import CASES, Case, read_cases
from strengths import Labelled, content, labelled, one_article

from convention_tool.analysis.elements import elements
from convention_tool.analysis.provisions import texts
from convention_tool.catalogue.elements import element_signs
from convention_tool.catalogue.rights import compared, new_rights, right

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.clauses import Clause
    from convention_tool.tree.nodes import Instrument


def cases() -> Iterator[Case]:
    for path in sorted((CASES / "elements").glob("*.case")):
        yield from read_cases(path.read_text("utf-8"))


def clauses(instrument: Instrument) -> tuple[Clause, ...]:
    return tuple(clause for _, text in texts(instrument) for clause in text.clauses)


def present(article: str, given: tuple[Clause, ...]) -> set[str]:
    return set(elements().within(given).present(article, given))


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases()])
def test_a_text_gives_the_parts_that_a_lawyer_would_name(case: Case) -> None:
    given = clauses(one_article(case.given))
    for line in case.expected.splitlines():
        article, _, names = line.partition(": ")
        found = present(article, given)
        in_order = [one.id for one in right(article).elements if one.id in found]
        assert (", ".join(in_order) or "none") == names, article


def test_every_part_of_every_right_can_be_recognised() -> None:
    known = {(sign.article, sign.id) for sign in element_signs()}
    for entry in (*compared(), *new_rights()):
        for one in entry.elements:
            assert (entry.article, one.id) in known, (entry.article, one.id)


def test_nothing_is_looked_for_that_the_catalogue_lacks() -> None:
    for sign in element_signs():
        assert sign.id in {one.id for one in right(sign.article).elements}, sign
        assert sign.any, sign


def test_a_right_that_is_not_there_has_no_parts() -> None:
    given = clauses(one_article("Nobody may be tortured."))
    assert elements().within(given).present("no-such-right", given) == {}
    assert elements().within(()).present("10", ()) == {}


@cache
def examples() -> tuple[Labelled, ...]:
    return tuple(labelled())


def test_every_part_is_quoted_from_the_clause_that_gives_it() -> None:
    for case in examples():
        given = clauses(case.instrument)
        for name, one in elements().within(given).present(case.right, given).items():
            assert one.id == name
            assert one.quotation, case.name
            assert one.quotation in " ".join(one.clause.text.split()), case.name


def test_two_provisions_together_give_what_each_gives() -> None:
    for first, second in pairwise(examples()):
        if first.right == second.right:
            one, two = clauses(first.instrument), clauses(second.instrument)
            together = present(first.right, (*one, *two))
            assert together == present(first.right, one) | present(first.right, two), first.name


def test_a_clause_left_out_adds_no_part() -> None:
    for case in examples():
        given = clauses(case.instrument)
        whole = present(case.right, given)
        for place in range(len(given)):
            rest = (*given[:place], *given[place + 1 :])
            assert present(case.right, rest) <= whole, case.name


def test_the_order_of_the_clauses_does_not_matter() -> None:
    for case in examples():
        given = clauses(case.instrument)
        assert present(case.right, given) == present(case.right, given[::-1]), case.name


def test_what_an_article_gives_is_what_its_clauses_give() -> None:
    for case in examples():
        found = content(case).elements.keys()
        assert found <= present(case.right, clauses(case.instrument)), case.name
