"""Prints how much of the project's wording stands in treaties already, word for word.

The drafts and the data files are to be in our own words. Treaties share set phrases, so some
overlap is natural; fourteen words in a row are more than a phrase. For each draft in `drafts/`
and each data file of the package this prints how many of its fourteen-word sequences occur in a
text of the corpus, their share, and the longest common runs with the treaty that has them.

The corpus is the folder named by the environment variable CONVENTION_CORPUS, or else `../shared`
beside the checkout; its texts are `treaties/*.txt` and `treaties/core/*.txt`.

    python benchmarks/own_words.py [FILE...]

Exit status: 0 all shares are within the bound, 1 one is above it, 2 there is no corpus.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: Words in a sequence: longer than the set phrases that all treaties share.
LENGTH = 14
#: The share of sequences that may occur elsewhere: one in two hundred.
BOUND = 1 / 200
#: How many common runs are worth reading.
RUNS_SHOWN = 5

CHECKOUT = Path(__file__).resolve().parent.parent

Words = tuple[str, ...]


class Run(NamedTuple):
    """A stretch of words that a text has in common with a treaty."""

    words: Words
    treaty: str


class Overlap(NamedTuple):
    """How much of a text stands in the corpus."""

    sequences: int
    found: int
    runs: tuple[Run, ...]

    @property
    def share(self) -> float:
        """The part of the sequences that was found."""
        return self.found / self.sequences if self.sequences else 0.0


def main(names: list[str]) -> int:
    """Measure the files named, or all of ours, and print a line on each."""
    treaties = corpus()
    if not treaties:
        print(
            "no corpus: set CONVENTION_CORPUS to the folder that holds treaties/", file=sys.stderr
        )
        return 2
    stretches = {path: stretches_of(path) for path in map(Path, names or our_files())}
    sources = where_found(stretches.values(), treaties)
    above = False
    for path, texts in stretches.items():
        overlap = measure(texts, sources)
        above |= overlap.share > BOUND
        report(path, overlap)
    return 1 if above else 0


def our_files() -> Iterator[str]:
    """The drafts, then the data files."""
    for pattern in ("drafts/*.txt", "convention_tool/data/**/*.toml"):
        yield from map(str, sorted(CHECKOUT.glob(pattern)))


def corpus() -> dict[str, Words]:
    """The words of each treaty, by file name."""
    folder = Path(os.environ.get("CONVENTION_CORPUS") or CHECKOUT.parent / "shared") / "treaties"
    paths = sorted([*folder.glob("*.txt"), *folder.glob("core/*.txt")])
    return {path.name: words(path.read_text("utf-8-sig", errors="replace")) for path in paths}


def stretches_of(path: Path) -> tuple[Words, ...]:
    """The running text of a file: a draft is one stretch, each value of a data file is another."""
    text = path.read_text("utf-8")
    if path.suffix == ".toml":
        return tuple(words(value) for value in strings(tomllib.loads(text)))
    return (words(text),)


def strings(value: object) -> Iterator[str]:
    """Every string value in a data file, whatever it is nested in."""
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from strings(inner)
        case list():
            for inner in value:
                yield from strings(inner)


def words(text: str) -> Words:
    """The words of a text in lower case, without punctuation."""
    return tuple(re.findall(r"[^\W_]+", text.lower()))


def sequences(text: Words) -> Iterator[Words]:
    """Every stretch of fourteen words, at each place where one begins."""
    return (text[start : start + LENGTH] for start in range(len(text) - LENGTH + 1))


def where_found(
    texts: Iterable[tuple[Words, ...]], treaties: Mapping[str, Words]
) -> dict[Words, str]:
    """The first treaty that has a sequence of ours, for each sequence that some treaty has."""
    ours = {sequence for stretches in texts for text in stretches for sequence in sequences(text)}
    found: dict[Words, str] = {}
    for name, treaty in treaties.items():
        for sequence in sequences(treaty):
            if sequence in ours:
                found.setdefault(sequence, name)
    return found


def measure(texts: Iterable[Words], sources: Mapping[Words, str]) -> Overlap:
    """Count the sequences of a file that were found, and join neighbours into runs."""
    total = found = 0
    runs: list[Run] = []
    for text in texts:
        hits = [place for place, sequence in enumerate(sequences(text)) if sequence in sources]
        total += max(0, len(text) - LENGTH + 1)
        found += len(hits)
        runs.extend(joined(text, hits, sources))
    return Overlap(total, found, tuple(sorted(runs, key=lambda run: (-len(run.words), run.words))))


def joined(text: Words, hits: list[int], sources: Mapping[Words, str]) -> Iterator[Run]:
    """The hits that follow one another, as one run each."""
    places = set(hits)
    firsts = (place for place in hits if place - 1 not in places)
    lasts = (place for place in hits if place + 1 not in places)
    for first, last in zip(firsts, lasts, strict=True):
        yield Run(text[first : last + LENGTH], sources[text[first : first + LENGTH]])


def report(path: Path, overlap: Overlap) -> None:
    """One line on a file, and its longest runs below it."""
    verdict = "above the bound" if overlap.share > BOUND else "within the bound"
    print(
        f"{path.name}: {overlap.found} of {overlap.sequences} sequences, "
        f"{overlap.share:.3%}, {verdict} of {BOUND:.3%}"
    )
    for run in overlap.runs[:RUNS_SHOWN]:
        print(f"    {len(run.words)} words in {run.treaty}: {' '.join(run.words)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
