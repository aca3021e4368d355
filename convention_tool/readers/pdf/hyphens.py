"""Lines to running text: words that the end of a line broke are made whole."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from convention_tool.readers.pdf.marks import KEPT, SOFT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: What keeps its hyphen where the rest of the text does not tell: "co-operation",
#: "non-discrimination", "30-day".
_PREFIXES = re.compile(
    r"(?:co|non|self|vice|anti|well|long|short|quasi|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|vingt|trente|quarante|cinquante|soixante|quatre|celui|celle|ceux|celles|"
    r"franco|anglo|\d+)",
    re.IGNORECASE,
)
#: A word that begins with a hyphened member: "-ci", "-là" of French, "-il" of its questions.
_SUFFIXES = re.compile(r"(?:ci|là|vis|dessus|dessous|après|même|mêmes)\b")
#: After these words a hyphen stands for a word to come: "short- and long-term".
_SUSPENDED = re.compile(r"(?:and|or|et|ou|y|o|e|u|to|à)\b")
#: Ends of lines after which no space was: "and/", "1990–", and the elisions of French.
_GLUED = re.compile(
    r"\S/$|\w[–—]$|(?<!\w)(?:[ldnsjcmt]|qu|jusqu|lorsqu|puisqu)['’]$", re.IGNORECASE
)
_LAST_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*$")
#: A broken piece that is a word by itself elsewhere in the text, of so many letters, is a word.
_WORD = 4
_VOWELS = frozenset("aeiou")
_FIRST_WORD = re.compile(r"[^\W_]+")
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Hyphens:
    """Mends words by the words that the text has elsewhere, and keeps account of it."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Learn the words of a text from its lines, but for those at their broken ends."""
        self._words: Counter[str] = Counter()
        for line in lines:
            whole = line.rstrip()
            if whole.endswith(("-", SOFT, KEPT)):
                whole = _LAST_WORD.sub("", whole[:-1])
            self._words.update(word.casefold() for word in _WORDS.findall(whole))
        #: Words whose hyphen was taken for the printer's, in order.
        self.mended: list[str] = []

    def joined(self, lines: Sequence[str]) -> str:
        """Lines of one paragraph as running text."""
        text = lines[0]
        for line in lines[1:]:
            text = self._join(text, line)
        return text.replace(SOFT, "").replace(KEPT, KEPT[0])

    def _join(self, before: str, after: str) -> str:
        if before.endswith(KEPT):
            return before.removesuffix(KEPT[-1]) + after
        if before.endswith(SOFT):
            return self._mended(before[:-1], after)
        if before.endswith(("-", "‐")) and before[-2:-1].isalnum() and after[0].isalnum():
            if _SUSPENDED.match(after):
                return f"{before} {after}"
            return (
                self._mended(before[:-1], after) if self._broken(before, after) else before + after
            )
        glued = _GLUED.search(before)
        return f"{before}{'' if glued else ' '}{after}"

    def _broken(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of a line only marks that a word was broken."""
        left, right = _LAST_WORD.search(before[:-1]), _FIRST_WORD.match(after)
        if not left or not right or after[right.end() :].startswith("-"):  # "case-by-case"
            return False
        capitals = len(left[0]) > 1 and len(right[0]) > 1 and (left[0] + right[0]).isupper()
        if not (after[0].islower() or capitals):
            return False
        whole = self._words[(left[0] + right[0]).casefold()]
        hyphened = self._words[f"{left[0]}-{right[0]}".casefold()]
        if whole != hyphened:
            return whole > hyphened
        last = left[0].rpartition("-")[2]
        words = self._words[last.casefold()] and self._words[right[0].casefold()]
        if words and min(len(last), len(right[0])) >= _WORD:  # "life-threatening"
            return False
        if last[-1] == right[0][0] and last[-1] in _VOWELS:  # "re-elect", "co-operate"
            return False
        return not (_PREFIXES.fullmatch(last) or _SUFFIXES.fullmatch(right[0]))

    def _mended(self, before: str, after: str) -> str:
        left, right = _LAST_WORD.search(before), _FIRST_WORD.match(after)
        self.mended.append((left[0] if left else "") + (right[0] if right else ""))
        return before + after
