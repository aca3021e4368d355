"""Which unit of one text is which of the other, by what they say.

Articles first, then the parts that hold them, then paragraphs within and across articles, then
their lists, and at last what was split or merged. At each level all likely pairs are weighed
together, and the set of pairs is chosen that is worth most as a whole: an article is not given to
the first that looks like it.
"""

from __future__ import annotations

from convention_tool.analysis.diff.articles import pair_articles, pair_divisions, pair_lone_articles
from convention_tool.analysis.diff.pairs import Alignment, Side
from convention_tool.analysis.diff.pieces import find_pieces
from convention_tool.analysis.diff.provisions import pair_provisions
from convention_tool.analysis.diff.spelling import Spelling
from convention_tool.analysis.diff.units import Level, Text

#: There is one of each in an instrument.
_SINGLE = frozenset({Level.PREAMBLE, Level.CONTENTS, Level.CONCLUSIONS})


def align(old: Text, new: Text) -> Alignment:
    """The pairs of two texts."""
    found, spelling = Alignment(old, new), Spelling()
    ours, theirs = Side(old, spelling), Side(new, spelling)
    found.add(0, 0)
    _pair_single(found, 0, 0)
    pair_articles(found, ours, theirs)
    pair_divisions(found, ours, theirs)
    for one in old.of_level(Level.ANNEX):
        if one.place in found.pairs:
            _pair_single(found, one.place, found.pairs[one.place])
    pair_provisions(found, ours, theirs, found.pairs.items())
    find_pieces(found, ours, theirs)
    if lone := pair_lone_articles(found, ours, theirs):
        pair_provisions(found, ours, theirs, lone)
    return found


def _pair_single(found: Alignment, old: int, new: int) -> None:
    """Pair what there is one of in an instrument or annex."""
    theirs = {unit.level: unit.place for unit in found.new.children[new]}
    for unit in found.old.children[old]:
        if unit.level in _SINGLE and unit.level in theirs:
            found.add(unit.place, theirs[unit.level])
