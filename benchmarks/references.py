"""How often a citation leads to the provisions that it names.

    python benchmarks/references.py [--part development|held-out] [--show] [--corpus FOLDER]

The labels (labels/references/) were read by hand: of each citation which provisions of its own text
it names, down to the letter, or none, because it names another instrument's or what is not there.
Prints how many of the provisions that the program names are right (precision), and how many of
those that are named it finds (recall), by language and by the word that the citation was drawn by.

The treaties are not in the repository; CONVENTION_CORPUS names the folder that holds them.
"""

import argparse
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from labelled import corpus

from convention_tool.analysis.linking import Stretch, stretches
from convention_tool.readers import read
from convention_tool.tree.address import Places

LABELS = Path(__file__).resolve().parent / "labels" / "references"

#: What precision and recall must reach.
TARGET = 0.97


class Outcome(NamedTuple):
    """What a citation names by its label, and by the program."""

    label: Mapping[str, Any]
    language: str
    wanted: frozenset[str]
    found: frozenset[str]


class Text(NamedTuple):
    """A treaty, and the citations of its stretches."""

    language: str
    places: Places
    stretches: Mapping[tuple[str, bool], Stretch]


def main() -> int:
    options = arguments()
    outcomes = [judged(label, options.corpus) for label in labels(options.part)]
    table("all", {"": outcomes})
    table("by language", grouped(outcomes, lambda one: one.language))
    table("by word", grouped(outcomes, lambda one: f"{one.language} {one.label['form']}"))
    print(f"(precision and recall of all to be at least {TARGET})")
    if options.show:
        show(outcomes)
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Whether citations lead where they should.")
    parser.add_argument("--part", default="", help="development or held-out; both, if not given")
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    parser.add_argument("--corpus", type=Path, default=corpus(), help="the folder of treaties/")
    return parser.parse_args()


def labels(part: str) -> Iterator[Mapping[str, Any]]:
    for path in sorted(LABELS.glob("*.toml")):
        if part in path.stem:
            yield from tomllib.loads(path.read_text("utf-8"))["label"]


def judged(label: Mapping[str, Any], folder: Path) -> Outcome:
    """The label beside what the program says of the same words."""
    text = treaty(folder / "treaties" / label["text"])
    said = text.stretches.get((label["address"], label.get("closing", False)))
    start = label["offset"]
    end = start + len(label["words"])
    found = {
        text.places.address(node)
        for named in (said.named if said else ())
        for pointed in named.pointed
        if pointed.start < end and start < (pointed.last or pointed)[1]
        for node in pointed.nodes
    }
    wanted = {address for name in label["names"] for address in ends(name, text.places)}
    return Outcome(label, text.language, frozenset(wanted), frozenset(found))


@cache
def treaty(path: Path) -> Text:
    instrument = read(path).instrument
    places = Places(instrument)
    found = {(one.address, one.closing): one for one in stretches(instrument, places)}
    return Text(instrument.language, places, found)


def ends(name: str, places: Places) -> Iterator[str]:
    """A provision, or all of a range ("art_5..art_8"), from among brothers."""
    first, _, last = name.partition("..")
    if not last:
        yield first
        return
    depth = first.count("__")
    kind = first.rpartition("__")[2].partition("_")[0]
    alike = [
        one
        for one in places.by_address
        if one.count("__") == depth and one.rpartition("__")[2].startswith(f"{kind}_")
    ]
    yield from alike[alike.index(first) : alike.index(last) + 1]


def grouped(outcomes: list[Outcome], key: Any) -> Mapping[str, list[Outcome]]:
    found: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        found[key(one)].append(one)
    return found


def table(title: str, groups: Mapping[str, list[Outcome]]) -> None:
    print(f"{title:20} {'citations':>9} {'right':>6} {'precision':>9} {'recall':>7}")
    for name, outcomes in sorted(groups.items()):
        both = sum(len(one.wanted & one.found) for one in outcomes)
        found = sum(len(one.found) for one in outcomes)
        wanted = sum(len(one.wanted) for one in outcomes)
        right = sum(one.wanted == one.found for one in outcomes)
        print(
            f"  {name:18} {len(outcomes):9} {right:6} {share(both, found):9.3f} {share(both, wanted):7.3f}"
        )
    print()


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def show(outcomes: list[Outcome]) -> None:
    for one in outcomes:
        if one.wanted != one.found:
            where = f"{one.label['text']} {one.label['address']}"
            print(f'{where} at {one.label["offset"]}: "{one.label["words"]}"')
            print(f"    names {' '.join(sorted(one.wanted)) or '-'}")
            print(f"    found {' '.join(sorted(one.found)) or '-'}")


if __name__ == "__main__":
    sys.exit(main())
