"""What a line can be, and what units.py and its neighbours ask of a line."""

import re
from collections.abc import Sequence

from convention_tool.readers.text.lines import DIVISIONS
from convention_tool.readers.text.numbers import Key, key, letter_value
from convention_tool.readers.text.reflow import Stretch

#: Kinds of lines beside those of openings: words, an entry of a table of contents, and the title of
#: an instrument that is merely reproduced after the text.
WORDS = "words"
CONTENTS = "contents"
REPRODUCED = "reproduced"

#: A heading is at most this long, in characters; longer lines are text.
LONGEST_HEADING = 220
#: A heading that ends in a full stop is taken for one up to this length, in characters.
SHORT_HEADING = 60

#: A line that ends with one of these is no heading.
SENTENCE_ENDS = frozenset(".;:,")


#: A mark of a footnote that hangs on the last word.
_NOTE = re.compile(r"(?:\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)$")


def heading_like(text: str) -> bool:
    """Whether words could be a heading: short, and no sentence."""
    if len(text) > LONGEST_HEADING or text[-1:] in SENTENCE_ENDS:
        return False
    return text[-1:] not in _NOTE_ENDS or _NOTE.sub("", text)[-1:] not in SENTENCE_ENDS


#: What such a mark ends with.
_NOTE_ENDS = frozenset("]¹²³⁴⁵⁶⁷⁸⁹⁰")


def places_of(kinds: Sequence[str], wanted: str) -> list[int]:
    """The places of the lines of a kind."""
    return [place for place, kind in enumerate(kinds) if kind == wanted]


def number_of(stretch: Stretch) -> Key | None:
    """What the number of a unit counts as; divisions may be lettered."""
    opens = stretch.opening
    if not opens:
        return None
    counted = key(opens.number)
    if counted is None and opens.kind in DIVISIONS and letter_value(opens.number.casefold()):
        return Key(letter_value(opens.number.casefold()))
    return counted
