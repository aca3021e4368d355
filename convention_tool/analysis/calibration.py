"""How surely an answer is right, given how strong its signs are together.

Signs that bear each other out are not independent witnesses, so what they give together says only
which of two answers is the surer. How often such answers are right was counted on labelled texts;
between the counted points the share lies on a straight line.
"""

from bisect import bisect_right
from collections.abc import Sequence

from convention_tool.catalogue.calibration import Point, points


def calibrated(raw: float) -> float:
    """The share of answers that are right, among those whose signs are together so strong."""
    return on_line(points(), raw)


def on_line(line: Sequence[Point], raw: float) -> float:
    """Where a rising line of points, the first at 0 and the last at 1, stands over a strength."""
    after = bisect_right(line, raw, lo=1, hi=len(line) - 1, key=lambda point: point.raw)
    left, right = line[after - 1], line[after]
    share = (raw - left.raw) / (right.raw - left.raw)
    return left.right + share * (right.right - left.right)


__all__ = ["Point", "calibrated", "on_line"]
