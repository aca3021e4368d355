"""Who holds a rule, how firmly it binds and what weakens it, told on single sentences.

In cases/norms each case has a list of sentences, one a line, and then what all of them say. A case
that says nothing of the verb leaves it open, and so on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cases import CASES, read_cases
from strengths import labelled, one_article

from convention_tool.analysis.norms import Norm, Norms, modality_ranks
from convention_tool.analysis.provisions import texts
from convention_tool.catalogue.norms import CATEGORY, holder_of, norm_words
from convention_tool.catalogue.rights import compared, holders, new_rights

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.tree.nodes import Instrument

FIELDS = ("holder", "modality", "qualifiers")

#: Whole provisions, the last clause of each with its duty bearer and its act.
BEARERS = "bearers.case"


def norms(instrument: Instrument) -> Iterator[Norm]:
    clauses = tuple(clause for _, text in texts(instrument) for clause in text.clauses)
    read = Norms(clauses)
    return (read.of(clause) for clause in clauses)


def norm(sentence: str) -> Norm:
    [found] = norms(one_article(sentence))
    return found


def said(found: Norm, field: str) -> str:
    """What a clause says, in the words of a case."""
    match field:
        case "holder":
            return found.holder.id if found.holder else "none"
        case "modality":
            return found.modality.id if found.modality else "none"
        case _:
            return ", ".join(sorted(one.id for one in found.qualifiers)) or "none"


def sentences() -> Iterator[tuple[str, str, str]]:
    """Every sentence with the field it is about and what it says."""
    for path in sorted((CASES / "norms").glob("*.case")):
        for case in read_cases(path.read_text("utf-8")) if path.name != BEARERS else ():
            field, _, expected = case.expected.partition(": ")
            for sentence in case.given.strip().splitlines():
                yield sentence, field, expected


@pytest.mark.parametrize(("sentence", "field", "expected"), list(sentences()))
def test_a_sentence_says_what_a_lawyer_would_read(sentence: str, field: str, expected: str) -> None:
    assert field in FIELDS
    assert said(norm(sentence), field) == expected


def test_every_holder_step_and_qualifier_has_a_sentence() -> None:
    told = {(field, expected) for _, field, expected in sentences()}
    known = norm_words()
    holders_told = {one.id for one in known.holders} - {"state"}  # where nobody is named
    assert {one for field, one in told if field == "holder"} == {*holders_told, "none"}
    steps = {one.id for one in known.modalities}
    assert {one for field, one in told if field == "modality"} == {*steps, "none"}
    words = {part for field, one in told if field == "qualifiers" for part in one.split(", ")}
    # A whole limitation clause is told in cases/status.
    assert words == {*(one.id for one in known.qualifiers), "none"} - {"limits"}


def test_the_words_are_quoted_as_they_stand() -> None:
    found = norm("States Parties shall  Endeavour to hear every child, subject to\nnational law.")
    assert found.modality is not None
    assert found.modality.quotation == "Endeavour"
    assert [one.quotation for one in found.qualifiers] == ["subject to national law"]


def test_every_quotation_stands_in_its_clause() -> None:
    for case in labelled():
        for found in norms(case.instrument):
            clause = found.clause
            text = " ".join(" ".join((*clause.lead, clause.text)).split())
            every = (found.holder, found.modality, *found.qualifiers)
            assert all(one.quotation in text for one in every if one), case.name


def test_an_item_is_read_with_its_chapeau() -> None:
    text = "States Parties shall endeavour to offer every child:\n\n(a) a name;\n\n(b) a school."
    *_, name, school = norms(one_article(text))
    for found in (name, school):
        assert said(found, "holder") == "child"
        assert said(found, "modality") == "endeavour"


def test_a_sentence_says_nothing_of_the_next() -> None:
    first, second = norms(
        one_article("Subject to national law, courts shall sit. Every child has a right to a name.")
    )
    assert said(first, "qualifiers") == "national-law"
    assert said(second, "qualifiers") == "none"


def test_the_ladder_has_a_rank_for_each_step() -> None:
    ladder = ("ensure", "measures", "endeavour", "consider", "encourage", "may")
    ranks = [modality_ranks()[step] for step in ladder]
    assert ranks == sorted(ranks, reverse=True)
    assert len(set(ranks)) == len(ladder) == len(modality_ranks())


def test_every_holder_of_the_catalogue_is_of_some_kind() -> None:
    kinds = {one.id for one in norm_words().holders}
    assert {holder_of(one.id) for one in holders()} <= kinds
    assert holder_of("documented-workers") == "lawful"
    assert holder_of("everyone") == "everyone"
    assert holder_of("project-tied-workers") == CATEGORY


def test_what_the_catalogue_says_of_a_rule_is_in_the_words_of_norms() -> None:
    known = {one.id for one in norm_words().qualifiers}
    for one in (*compared(), *new_rights()):
        assert one.modality in modality_ranks(), one.article
        assert set(one.qualifiers) <= known, one.article
