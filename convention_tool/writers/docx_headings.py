"""The numbers of headings as fields that count: "Article 12" goes on from "Article 11".

A heading keeps its number as words, for readers and for the table of contents, and Word counts
anew when its fields are renewed. What does not follow, as "Article 8 bis", stays as it is printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convention_tool.document import Heading
from convention_tool.writers.docx_marks import Counting, readings
from convention_tool.writers.docx_places import in_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convention_tool.document import Block

#: How a field is told to count.
_COUNTING = {Counting.DECIMAL: "ARABIC", Counting.UPPER_ROMAN: "ROMAN"}


#: Word takes no longer names than 40 letters, of which "Roman" is five.
_LONGEST_NAME = 35


def sequences(blocks: Iterable[Block]) -> Iterator[str]:
    """For each heading, in order: the field that gives its number, or "".

    Articles go on through all parts; whatever has a label of its own counts for itself.
    """
    reached: dict[tuple[str, Counting], int] = {}
    for block in blocks:
        if isinstance(block, Heading):
            yield _sequence(block.number, reached)


def _sequence(number: str, reached: dict[tuple[str, Counting], int]) -> str:
    label, core, _ = in_heading(number)
    # The name of a count has no signs and is in no language but the text's.
    name = re.sub(r"[\W\d_]+", "", label)[:_LONGEST_NAME]
    for form, value in readings(core) if name else ():
        how = _COUNTING.get(form.counting)
        before = reached.get((name, form.counting), 0)
        if not how or value not in {before + 1, 1}:
            continue
        reached[name, form.counting] = value
        again = "" if value == before + 1 else " \\r 1"
        return f"SEQ {name}{'' if how == 'ARABIC' else 'Roman'} \\* {how}{again}"
    return ""
