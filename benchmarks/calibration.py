"""Fits how often answers are right to how strong their signs are, and prints the points.

    python benchmarks/calibration.py > calibration.toml

What it prints is the whole of convention_tool/data/recognition/calibration.toml.

The answers are those of the labelled treaties of the corpus (gold/rights.json in the folder named
by CONVENTION_CORPUS, or in ../shared beside the checkout) and of those of our own texts that are kept aside, together. An answer
that can be argued counts neither way. The fit is isotonic: neighbours are pooled until the share
right never falls, and further until each pool is large enough to be trusted.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from labelled import Judged, corpus, judged, strengths, treaties, validation

from convention_tool.catalogue.calibration import Point, checked

#: A share counted on fewer answers says little.
SMALLEST_POOL = 25

_HEAD = """\
# How often an answer is right whose signs are together so strong (raw), counted on labelled texts;
# between the points the share lies on a straight line. Printed by benchmarks/calibration.py: run it
# again when the signs or their weights have changed.
"""


class Pool(NamedTuple):
    """Answers of about the same strength."""

    size: int
    raw: float
    hits: int

    @property
    def right(self) -> float:
        """The share right, a little nearer to one half: a few answers prove no certainty."""
        return (self.hits + 1) / (self.size + 2)

    def plus(self, other: "Pool") -> "Pool":
        """Both together."""
        size = self.size + other.size
        raw = (self.raw * self.size + other.raw * other.size) / size
        return Pool(size, raw, self.hits + other.hits)


def fit(answers: Iterable[Judged]) -> tuple[Point, ...]:
    """A rising line from strength to the share right."""
    pools = pooled(sorted(answers))
    inner = [Point(raw=round(one.raw, 3), right=round(one.right, 3)) for one in pools]
    kept = [point for point in inner if 0 < point.raw < 1]
    top = kept[-1].right if kept else 1.0
    return checked((Point(raw=0.0, right=0.0), *kept, Point(raw=1.0, right=top)), "the fit")


def pooled(answers: Sequence[Judged]) -> list[Pool]:
    """Neighbours put together until shares rise; answers of one strength stay together."""
    alike: dict[float, Pool] = {}
    for raw, right in answers:
        one = Pool(1, raw, int(right))
        alike[raw] = alike[raw].plus(one) if raw in alike else one
    pools: list[Pool] = []
    for pool in alike.values():
        pools.append(pool)
        while len(pools) > 1 and (
            pools[-2].right >= pools[-1].right or pools[-2].size < SMALLEST_POOL
        ):
            last = pools.pop()
            pools[-1] = pools[-1].plus(last)
    if len(pools) > 1 and pools[-1].size < SMALLEST_POOL:
        last = pools.pop()
        pools[-1] = pools[-1].plus(last)
    return pools


def main() -> int:
    core = treaties(corpus())
    if core is None:
        print(f"no labels in {corpus()}: CONVENTION_CORPUS names the folder", file=sys.stderr)
        return 2
    sets = (core, validation(kept_aside=True))
    answers = [one for some in sets for one in judged(strengths(some.instruments), some.labels)]
    print(_HEAD)
    for point in fit(answers):
        print(f"[[point]]\nraw = {point.raw}\nright = {point.right}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
