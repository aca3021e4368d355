"""How often the place of a group, and a cell of the matrix, is what careful readers said.

Three things are measured, and the time. (1) Readers placed 16 groups in five treaties; where they
differed, either answer is right. (2) One reader of ours placed the same groups in eight other
treaties (labels/groups.json). (3) Texts of our own (tests/cases/coverage/validation), written
by readers who had not seen the tool; of every four cases the fourth is kept aside and never
looked at. Two baselines stand beside: one says "general" of every group, the other "named" of
each group whose terms the text has anywhere, and "silent" of the rest.

    python benchmarks/coverage.py

The treaties and the labels (gold/groups.json) are in the folder named by CONVENTION_CORPUS, or in
../shared beside the checkout.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import perf_counter

from convention_tool import parse
from convention_tool.analysis.concordance import compare
from convention_tool.analysis.coverage import cover
from convention_tool.catalogue.groups import Family, groups, in_family
from convention_tool.tree.nodes import Instrument
from convention_tool.tree.wording import wording

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))
from cases import read_cases
from cell_keys import found  # the form of cases is that of the tests

Places = Mapping[str, str]
Labels = Mapping[str, Mapping[str, Mapping[str, list[str]]]]

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
OURS = HERE / "labels" / "groups.json"
OWN = HERE.parent / "tests" / "cases" / "coverage" / "validation"

#: Of so many cases one is kept aside.
ASIDE = 4

#: Times differ from run to run; the best is the least disturbed.
RUNS = 9


def ours(instrument: Instrument) -> Places:
    return {place.id: str(place.status) for place in cover(instrument).groups}


def always_general(_: Instrument) -> Places:
    return {group.id: "general" for group in groups()}


def any_mention(instrument: Instrument) -> Places:
    text = wording(instrument).lower()
    return {
        group.id: "named" if any(term.lower() in text for term in group.terms.en) else "silent"
        for group in groups()
    }


PLACERS: Mapping[str, Callable[[Instrument], Places]] = {
    "convention_tool": ours,
    "always general": always_general,
    "any mention": any_mention,
}


def main() -> None:
    folder = Path(os.environ.get("CONVENTION_CORPUS") or SHARED)
    gold = json.loads((folder / "gold" / "groups.json").read_text("utf-8"))
    print("five treaties, labelled by readers")
    print_labelled(gold, folder)
    print("eight other treaties, labelled by a reader of ours")
    print_labelled(json.loads(OURS.read_text("utf-8")), folder)
    print("our own texts: those seen while phrases were written, and those kept aside")
    print_own()
    print_time(folder)


def print_labelled(gold: Labels, folder: Path) -> None:
    drafts = {treaty: read(folder, treaty) for treaty in gold}
    seed = {group.id for group in in_family(Family.SEED)}
    for name, placer in PLACERS.items():
        placed = {treaty: placer(instrument) for treaty, instrument in drafts.items()}
        every = list(cells(placed, gold))
        plain = [cell for cell in every if len(gold[cell[0]][cell[1]]["status"]) == 1]
        print(
            f"  {name:16} {share(every)} of all, {share(c for c in every if c[1] in seed)} of seven"
        )
        if len(plain) < len(every):
            print(f"  {'':16} {share(plain)} of those with one answer")
        if placer is ours:
            for treaty in gold:
                print(f"    {treaty:12} {share(cell for cell in every if cell[0] == treaty)}")
            for treaty, group, right in every:
                if not right:
                    print(f"    {treaty}, {group}: {placed[treaty][group]}")


def print_own() -> None:
    for path in sorted(OWN.glob("*.case")):
        marks: dict[bool, list[bool]] = {False: [], True: []}
        for number, case in enumerate(read_cases(path.read_text("utf-8")), 1):
            coverage = cover(parse(case.given).instrument)
            for line in filter(None, case.expected.splitlines()):
                key, _, expected = line.partition(": ")
                marks[number % ASIDE == 0].append(found(coverage, key) == expected)
        seen, aside = (
            f"{sum(one):3} of {len(one):3} ({sum(one) / len(one):.3f})" for one in marks.values()
        )
        print(f"  {path.stem:20} seen {seen}, aside {aside}")


def read(folder: Path, treaty: str) -> Instrument:
    return parse((folder / "treaties" / "core" / f"{treaty}.txt").read_text("utf-8")).instrument


def cells(placed: Mapping[str, Places], gold: Labels) -> Iterator[tuple[str, str, bool]]:
    """Treaty, group, and whether the place is one that a reader gave."""
    for treaty, labelled in gold.items():
        for group, label in labelled.items():
            yield treaty, group, placed[treaty][group] in label["status"]


def share(cells: Iterator[tuple[str, str, bool]] | list[tuple[str, str, bool]]) -> str:
    marks = [right for _, _, right in cells]
    return f"{sum(marks):3} of {len(marks):3} ({sum(marks) / len(marks):.3f})"


def print_time(folder: Path) -> None:
    """Reading, comparing and covering the longest treaty, once phrases are compiled.

    The best of several runs; and the first, in which its words are met for the first time.
    """
    texts = sorted(
        (folder / "treaties" / "core").glob("*.txt"), key=lambda path: path.stat().st_size
    )
    cover(parse(texts[-2].read_text("utf-8")).instrument)
    text = texts[-1].read_text("utf-8")
    runs = [timed(text) for _ in range(RUNS)]
    articles = len(parse(text).instrument.articles)
    for name, (was_read, compared, covered) in (
        ("first run", runs[0]),
        (f"best of {RUNS}", [min(times) for times in zip(*runs, strict=True)]),
    ):
        print(
            f"{articles} articles, {name}: read in {was_read:.3f} s, compared in {compared:.3f} s, "
            f"covered in {covered:.3f} s: {covered / was_read:.2f} times the reading, with the "
            f"comparison {(covered + compared) / was_read:.2f} times"
        )


def timed(text: str) -> tuple[float, float, float]:
    """The seconds to read, to compare and to cover a text."""
    start = perf_counter()
    instrument = parse(text).instrument
    was_read = perf_counter()
    concordance = compare(instrument)
    was_compared = perf_counter()
    cover(instrument, concordance)
    return was_read - start, was_compared - was_read, perf_counter() - was_compared


if __name__ == "__main__":
    main()
