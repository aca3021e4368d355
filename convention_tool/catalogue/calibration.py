"""How often answers of some strength are right: data/recognition/calibration.toml as records.

The points were fitted by benchmarks/calibration.py, which prints them; nobody writes them by hand.
"""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from convention_tool.catalogue.load import entries, record
from convention_tool.errors import BrokenDataError

_FILE = "recognition/calibration.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Of the answers whose signs are together so strong, this share is right."""

    #: The strength of all signs together, 0 to 1.
    raw: float
    #: The share of such answers that are right, 0 to 1.
    right: float


@cache
def points() -> tuple[Point, ...]:
    """The points between which the share right is read off a straight line.

    Raises:
        BrokenDataError: the file has an unknown key, or points that are no rising line from 0 to 1.
    """
    found = tuple(record(Point, entry, _FILE) for entry in entries(_FILE, "point"))
    return checked(found, _FILE)


def checked(points: tuple[Point, ...], place: str) -> tuple[Point, ...]:
    """The points, once they make a line over all strengths that never falls.

    Raises:
        BrokenDataError: they do not.
    """
    for point in points:
        if not 0 <= point.right <= 1:
            raise BrokenDataError(f"{place}: right = {point.right} is no share between 0 and 1")
    if points[0].raw != 0 or points[-1].raw != 1:
        raise BrokenDataError(f"{place}: the points must begin at raw = 0.0 and end at raw = 1.0")
    for before, after in pairwise(points):
        if before.raw >= after.raw:
            raise BrokenDataError(f"{place}: raw = {after.raw} must be more than {before.raw}")
        if before.right > after.right:
            raise BrokenDataError(
                f"{place}: right = {after.right} at raw = {after.raw} is less than at {before.raw}"
            )
    return points
