"""How well is seen what a provision gives of a right, and whether a change to it shows.

    python benchmarks/strength.py [--seed N] [--cases N] [--only WORD] [-v]

Prints

* agreement with our own labelled provisions (tests/cases/strength/), by field: of the decisions on
  elements the share that agrees, and their F1; of the holders, modalities and sets of qualifiers
  the share that is right. What the labels leave open (maybe_...) counts neither way;
* for each kind of change to drafts/general-convention.txt (mutations.py), in how many cases the
  status of exactly that right changes in exactly that direction. Rights that rested on the changed
  words may change; no other may. Cases are drawn by a seed from all that the draft allows; -v prints
  those that fail.

All it needs is in the repository.
"""

import argparse
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from mutations import Draft, Kind, Mutant, failure, mutants

from convention_tool.analysis.concordance import compare
from convention_tool.analysis.content import Answering, Content, Contents
from convention_tool.analysis.norms import STATE
from convention_tool.analysis.provisions import texts
from convention_tool.catalogue.rights import right
from convention_tool.readers import parse

ROOT = Path(__file__).resolve().parent.parent

#: Of a hundred cases of each kind so many must be seen.
TARGET = 0.95

#: What a field must reach.
AGREEMENT = 0.85


class Decision(NamedTuple):
    """Of an element, whether it was found and whether it is there."""

    found: bool
    there: bool


def main() -> int:
    options = arguments()
    agreement()
    draft = ROOT / "drafts" / "general-convention.txt"
    started = time.perf_counter()
    mutations(Draft.read(draft.read_text("utf-8")), options)
    print(f"\n({time.perf_counter() - started:.0f} s)")
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What is seen of the strength of a right.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=100, help="for each kind of change")
    parser.add_argument("--only", default="", help="a word of the kind of change")
    parser.add_argument("-v", "--verbose", action="store_true", help="print the cases that fail")
    return parser.parse_args()


def agreement() -> None:
    """How often each field is what the labels say."""
    cases = list(labelled())
    decisions: list[Decision] = []
    agreed: Counter[str] = Counter()
    for case in cases:
        given = found(case)
        decisions += on_elements(case, given)
        agreed["holder"] += is_one(case, "holder", given.holder.id if given.holder else STATE)
        agreed["modality"] += is_one(
            case, "modality", given.modality.id if given.modality else "ensure"
        )
        agreed["qualifiers"] += same_qualifiers(case, given)
    print(f"{f'{len(cases)} labelled provisions':42} {'agree':>6} {'F1':>6}")
    share = sum(one.found == one.there for one in decisions) / len(decisions)
    print(f"  {f'elements ({len(decisions)} decisions)':40} {share:6.3f} {f1(decisions):6.3f}")
    for field in ("holder", "modality", "qualifiers"):
        print(f"  {field:40} {agreed[field] / len(cases):6.3f}")
    print(f"(to be at least {AGREEMENT})\n")


def labelled() -> Iterator[Mapping[str, Any]]:
    for path in sorted((ROOT / "tests/cases/strength").glob("*.toml")):
        yield from tomllib.loads(path.read_text("utf-8"))["case"]


def found(case: Mapping[str, Any]) -> Content:
    """What is read off a provision; it is looked at even where the right is not recognised."""
    instrument = parse(f"CONVENTION\n\nArticle 1\n\n{case['text'].strip()}\n").instrument
    for answer in compare(instrument).answers:
        if answer.right.article == case["right"] and answer.verdict.content:
            return answer.verdict.content
    clauses = tuple(clause for _, text in texts(instrument) for clause in text.clauses)
    return Contents(clauses).content(right(case["right"]), [Answering((), clauses)])


def on_elements(case: Mapping[str, Any], given: Content) -> Iterator[Decision]:
    for element in right(case["right"]).elements:
        if element.id not in case.get("maybe_elements", ()):
            yield Decision(element.id in given.elements, element.id in case["elements"])


def f1(decisions: Collection[Decision]) -> float:
    both = sum(one.found and one.there for one in decisions)
    either = sum(one.found + one.there for one in decisions)
    return 2 * both / either if either else 0.0


def is_one(case: Mapping[str, Any], field: str, given: str) -> bool:
    return given in {case[field], *case.get(f"maybe_{field}", ())}


def same_qualifiers(case: Mapping[str, Any], given: Content) -> bool:
    open_ = set(case.get("maybe_qualifiers", ()))
    return {one.id for one in given.qualifiers} - open_ == set(case["qualifiers"]) - open_


def mutations(draft: Draft, options: argparse.Namespace) -> None:
    """How often a change shows in exactly the right that it changes."""
    every = list(mutants(draft))
    print(f"{'change to the draft':34} {'seen':>5} {'of':>4} {'share':>6}  provisions, of forms")
    for kind in Kind:
        if options.only in kind:
            report(draft, kind, [one for one in every if one.kind is kind], options)
    print(f"(to be at least {TARGET})")


def report(draft: Draft, kind: Kind, every: list[Mutant], options: argparse.Namespace) -> None:
    drawn = Random(f"{options.seed} {kind}").sample(every, min(options.cases, len(every)))
    failed = [
        (mutant, reason)
        for mutant in drawn
        if (reason := failure(mutant, draft.concordance, compare(parse(mutant.text).instrument)))
    ]
    seen, places = len(drawn) - len(failed), {(one.article, one.right) for one in drawn}
    share = seen / len(drawn) if drawn else 0.0
    print(
        f"  {kind:32} {seen:5} {len(drawn):4} {share:6.3f}  {len(places)}, {len(every)}",
        flush=True,
    )
    if options.verbose:
        for mutant, reason in sorted(failed, key=lambda one: (one[0].right, one[0].form)):
            print(f"    {mutant.right} in article {mutant.article}: {reason}")
            print(f"      {mutant.form}: {mutant.words}")


if __name__ == "__main__":
    sys.exit(main())
