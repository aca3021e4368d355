"""How often the place of a group is what careful readers said, beside two trivial baselines.

Readers placed 16 groups in five treaties; where they differed, either answer is right. The first
baseline says "general" of every group; the second says "named" of each group whose terms the text
has anywhere, and "silent" of the rest.

    python benchmarks/coverage.py

The treaties and the labels (gold/groups.json) are in the folder named by CONVENTION_CORPUS, or in
../shared beside the checkout.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import perf_counter

from convention_tool import parse
from convention_tool.analysis.concordance import compare
from convention_tool.analysis.coverage import cover
from convention_tool.catalogue.groups import Family, groups, in_family
from convention_tool.tree.nodes import Instrument
from convention_tool.tree.wording import wording

Places = Mapping[str, str]

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


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
    drafts = {treaty: read(folder, treaty) for treaty in gold}
    seed = {group.id for group in in_family(Family.SEED)}
    for name, placer in PLACERS.items():
        found = {treaty: placer(instrument) for treaty, instrument in drafts.items()}
        every = list(cells(found, gold))
        print(f"{name}: {share(every)} of all, {share(c for c in every if c[1] in seed)} of seven")
        for treaty in gold:
            print(f"  {treaty:10} {share(cell for cell in every if cell[0] == treaty)}")
        if placer is ours:
            for treaty, group, right in every:
                if not right:
                    print(f"  {treaty}, {group}: {found[treaty][group]}")
    print_time(folder)


def read(folder: Path, treaty: str) -> Instrument:
    return parse((folder / "treaties" / "core" / f"{treaty}.txt").read_text("utf-8")).instrument


def cells(
    found: Mapping[str, Places], gold: Mapping[str, Mapping[str, Mapping[str, list[str]]]]
) -> Iterator[tuple[str, str, bool]]:
    """Treaty, group, and whether the place is one that a reader gave."""
    for treaty, labelled in gold.items():
        for group, label in labelled.items():
            yield treaty, group, found[treaty][group] in label["status"]


def share(cells: Iterator[tuple[str, str, bool]] | list[tuple[str, str, bool]]) -> str:
    marks = [right for _, _, right in cells]
    return f"{sum(marks):3} of {len(marks):3} ({sum(marks) / len(marks):.3f})"


def print_time(folder: Path) -> None:
    """Reading, comparing and covering the longest treaty here, once the phrases are compiled."""
    text = max(
        (path.read_text("utf-8") for path in (folder / "treaties" / "core").glob("*.txt")), key=len
    )
    cover(parse(text).instrument)
    start = perf_counter()
    instrument = parse(text).instrument
    was_read = perf_counter()
    concordance = compare(instrument)
    was_compared = perf_counter()
    cover(instrument, concordance)
    covered = perf_counter()
    print(
        f"{len(instrument.articles)} articles: read in {was_read - start:.3f} s, "
        f"compared in {was_compared - was_read:.3f} s, covered in {covered - was_compared:.3f} s"
    )


if __name__ == "__main__":
    main()
