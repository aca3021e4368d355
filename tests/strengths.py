"""The labelled clauses of cases/strength, and what the tool reads in each of them."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from convention_tool.analysis.concordance import Answer, Concordance, compare
from convention_tool.analysis.content import Answering, Content, Contents
from convention_tool.analysis.provisions import texts
from convention_tool.catalogue.rights import right
from convention_tool.readers import parse
from convention_tool.tree.nodes import Instrument

CASES = Path(__file__).parent / "cases" / "strength"

#: What is said of a clause.
FIELDS = ("elements", "holder", "modality", "qualifiers")


class Labelled(NamedTuple):
    """A clause with what a careful reader says of it."""

    name: str
    right: str
    text: str
    label: Mapping[str, Any]

    @property
    def instrument(self) -> Instrument:
        """The clause as a draft of one article."""
        return one_article(self.text)


class Judged(NamedTuple):
    """Whether the tool and the reader agree on one point."""

    field: str
    agree: bool
    #: What the two say, for a message.
    said: str


def labelled() -> Iterator[Labelled]:
    """Every labelled clause, in the order of the files."""
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            yield Labelled(case["name"], case["right"], case["text"], case)


def one_article(text: str, heading: str = "") -> Instrument:
    """A draft of one article."""
    head = f"Article 1\n{heading}\n" if heading else "Article 1\n"
    return parse(f"CONVENTION\n\n{head}\n{text.strip()}\n").instrument


def answer(concordance: Concordance, article: str) -> Answer:
    """What is said of one right, by its number or id."""
    every = (*concordance.answers, *concordance.new)
    return next(one for one in every if one.right.article == article)


def content(case: Labelled) -> Content:
    """What the tool reads in a clause of its right, whether or not it knows the right in it."""
    found = answer(compare(case.instrument), case.right).verdict.content
    if found is not None:
        return found
    every = tuple(clause for _, text in texts(case.instrument) for clause in text.clauses)
    return Contents(every).content(right(case.right), [Answering((), every)])


def judged(case: Labelled, found: Content) -> Iterator[Judged]:
    """Each element, and each other field as a whole; what the reader leaves open agrees."""
    label = case.label
    open_elements = set(label.get("maybe_elements", ()))
    for one in right(case.right).elements:
        if one.id not in open_elements:
            given, wanted = one.id in found.elements, one.id in label["elements"]
            said = f"{'found' if given else 'not found'}: {one.id}"
            yield Judged("elements", given == wanted, said)
    holder = found.holder.id if found.holder else "state"
    yield Judged("holder", holder in {label["holder"], *label.get("maybe_holder", ())}, holder)
    modality = found.modality.id if found.modality else "ensure"
    wished = {label["modality"], *label.get("maybe_modality", ())}
    yield Judged("modality", modality in wished, modality)
    open_qualifiers = set(label.get("maybe_qualifiers", ()))
    qualifiers = {one.id for one in found.qualifiers}
    same = qualifiers - open_qualifiers == set(label["qualifiers"]) - open_qualifiers
    yield Judged("qualifiers", same, ", ".join(sorted(qualifiers)))
