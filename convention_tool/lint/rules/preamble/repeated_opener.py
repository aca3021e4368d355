"""Two recitals open with the same word, and the second does not say "also".

Why it matters: it is a matter of house style. In texts of the United Nations the second recital
with the same opener says "Recalling also" and the third "Recalling further". "Considering" and
"Having" come again without it.

Found:
    Recalling the Lamp Convention,
    Recalling the Horn Convention,

Better:
    Recalling the Lamp Convention,
    Recalling also the Horn Convention,
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.analysis.wordings import plain
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span
from convention_tool.tree.nodes import Recital

#: The first word, and the three after it: "bearing ALSO in mind".
_OPENER = re.compile(r"(?P<opener>\w+)(?P<then>(?:\W+\w+){0,3})")
_WORD = re.compile(r"\w+")


class _Opened(NamedTuple):
    recital: Recital
    marked: bool


def check(draft: Draft) -> Iterator[Finding]:
    """One remark for each opener, at its second use without such a word."""
    words = rule_words("preamble", "repeated-opener", draft.instrument.language)
    if not words or draft.instrument.preamble is None:
        return
    by_opener: dict[str, list[_Opened]] = defaultdict(list)
    for recital in draft.instrument.preamble.recitals:
        if found := _OPENER.match(plain(recital.text)):
            marked = any(word in words["marks"] for word in _WORD.findall(found["then"]))
            by_opener[found["opener"]].append(_Opened(recital, marked))
    for opener, opened in by_opener.items():
        again = [number for number, one in enumerate(opened) if number and not one.marked]
        if again and opener not in (*words["often"], *words["marks"]):
            yield _finding(draft, opener, opened, again[0], words["second"])


def _finding(
    draft: Draft, opener: str, opened: list[_Opened], number: int, second: tuple[str, ...]
) -> Finding:
    recital = opened[number].recital
    word = recital.text[: len(opener)]
    stretch = Stretch(recital.text, recital, None, draft.instrument)
    place = draft.span_of_words(stretch, 0, len(word))
    better = f"{word} {second[min(number, len(second)) - 1]}"
    said = f'"{word}" opens {len(opened)} recitals; write "{better}" here'
    alone = number <= len(second) and draft.source.text[place.start : place.end] == word
    added = Edit(Span(place.end, place.end), better.removeprefix(word))
    return Finding(place, said, Fix(f'write "{better}"', (added,)) if alone else None)


RULE = Rule("repeated-opener", Severity.NOTE, __doc__, check)
