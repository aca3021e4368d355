"""Settles which lines open an article, a division or an annex, and which only look like it.

The signals, strongest first: the numbers follow each other; a line holds nothing else; a title
stands beside the number; the line before has ended its sentence.
"""

from collections.abc import Sequence
from itertools import pairwise

from convention_tool.readers.text.lines import ATTACHED, DIVISIONS, pattern
from convention_tool.readers.text.numbers import Key, key
from convention_tool.readers.text.reflow import Stretch, plausible

#: A heading is at most this long, in characters; longer lines are text.
LONGEST_HEADING = 220
#: A heading that ends in a full stop is taken for one up to this length, in characters.
SHORT_HEADING = 60
#: A text with a table of contents prints at least so many units in a row without any text.
_SHORTEST_CONTENTS = 4
#: The title of an attached instrument stands at most so many lines above its first article.
_TITLE_WITHIN = 40

WORDS = "words"
CONTENTS = "contents"
REPRODUCED = "reproduced"

_UNITS = frozenset(("article", *DIVISIONS, *ATTACHED))


def settle(stretches: Sequence[Stretch]) -> list[str]:
    """What each line is: a kind of opening, CONTENTS, REPRODUCED (a title), or WORDS."""
    kinds = [
        stretch.opening.kind if stretch.opening and plausible(stretch.opening) else WORDS
        for stretch in stretches
    ]
    _set_contents_aside(stretches, kinds)
    _settle_articles(stretches, kinds)
    _settle_divisions(stretches, kinds)
    _settle_attached(stretches, kinds)
    _open_untitled_annexes(stretches, kinds)
    return kinds


def heading_like(text: str) -> bool:
    """Whether words could be a heading: short, and no sentence."""
    return len(text) <= LONGEST_HEADING and text[-1:] not in _SENTENCE_ENDS


_SENTENCE_ENDS = frozenset(".;:,")


# ---- A table of contents ---------------------------------------------------------------------


def _set_contents_aside(stretches: Sequence[Stretch], kinds: list[str]) -> None:
    """Mark a table of contents: units without text, whose first one comes again further on."""
    articles = _places(kinds, "article")
    if not articles:
        return
    first = articles[0]
    number = _number(stretches[first])
    again = next((p for p in articles[1:] if _number(stretches[p]) == number), None)
    entries = [place for place in articles if again and place < again]
    if again is None or len(entries) < _SHORTEST_CONTENTS:
        return
    if any(_sentence(stretches[place].text) for place in range(first, entries[-1])):
        return
    last = entries[-1]
    headed = all(after - before > 1 for before, after in pairwise(entries))
    if headed and last + 1 < again and not _sentence(stretches[last + 1].text):
        last += 1
    while first and _in_contents(stretches[first - 1], kinds[first - 1], kinds[first]):
        first -= 1
    for place in range(first, last + 1):
        kinds[place] = CONTENTS


def _in_contents(stretch: Stretch, kind: str, below: str) -> bool:
    """Whether a line above the first entry belongs to the table as well."""
    if kind in DIVISIONS or pattern("LEADER").search(stretch.text):
        return True
    if below in {*DIVISIONS, "article", CONTENTS}:
        return bool(pattern("CONTENTS").fullmatch(stretch.text.rstrip(" :.")))
    return False


def _sentence(text: str) -> bool:
    """Whether a line is text, which a table of contents does not hold."""
    return (
        len(text) > LONGEST_HEADING
        or (text[-1:] in _SENTENCE_ENDS and len(text) > len("Article 100. Rights."))
    ) and not pattern("LEADER").search(text)


# ---- Articles --------------------------------------------------------------------------------


def _settle_articles(stretches: Sequence[Stretch], kinds: list[str]) -> None:
    """Make words of what opens like an article but is none."""
    last: Key | None = None
    places = _places(kinds, "article")
    sure = {place for place in places if _sure(stretches[place])}
    restarts = {place for place, kind in enumerate(kinds) if kind in ATTACHED}
    for index, place in enumerate(places):
        number = _number(stretches[place])
        if restarts and min(restarts) < place:
            restarts = {restart for restart in restarts if restart > place}
            last = None
        if place not in sure:
            expected = _follows(last, number)
            soon = places[index + 1 : index + 3]
            doubled = any(p in sure and _number(stretches[p]) == number for p in soon)
            if not expected or doubled:
                kinds[place] = WORDS
                continue
        last = number


def _sure(stretch: Stretch) -> bool:
    """Whether a line opens an article whatever its number."""
    opens = stretch.opening
    if not opens or stretch.doubtful or opens.label[:1].islower():
        return False
    titled = heading_like(opens.rest) and len(opens.rest) < LONGEST_HEADING // 2
    return not opens.rest or titled or bool(opens.separator and len(opens.rest) <= SHORT_HEADING)


def _follows(last: Key | None, number: Key | None) -> bool:
    """Whether a number is the one to expect after another."""
    if number is None:
        return False
    if last is None:
        return number.value == 1
    if number.value == last.value + 1:
        return True
    return number.value == last.value and number.inserted > last.inserted


# ---- Divisions and annexes -------------------------------------------------------------------


def _settle_divisions(stretches: Sequence[Stretch], kinds: list[str]) -> None:
    last: dict[str, Key | None] = {}
    for place, kind in enumerate(kinds):
        if kind not in DIVISIONS:
            continue
        stretch = stretches[place]
        opens = stretch.opening
        number = _number(stretch)
        if (
            not opens
            or not heading_like(opens.rest)
            or number is None
            or (
                (stretch.doubtful or opens.label[:1].islower())
                and not (number.value == 1 or _follows(last.get(kind), number))
            )
        ):
            kinds[place] = WORDS
        else:
            last[kind] = number


def _settle_attached(stretches: Sequence[Stretch], kinds: list[str]) -> None:
    """Make words of what opens like an annex but is none."""
    articles = _places(kinds, "article")
    first = articles[0] if articles else len(kinds)
    before = [p for p, kind in enumerate(kinds) if kind in ATTACHED and p < first]
    for place, kind in enumerate(kinds):
        if kind not in ATTACHED:
            continue
        stretch = stretches[place]
        opens = stretch.opening
        label = opens.label if opens else ""
        if place and kinds[place - 1] == "article" and opens and not (opens.number or opens.rest):
            kinds[place] = WORDS  # the heading of the article above: "Article 25 / Annex"
            continue
        titled = label.isupper() or (opens and not opens.rest and label[:1].isupper())
        if kind in {"protocol", "declaration"}:
            possible = bool(titled and place > first)
        elif place < first:
            possible = bool(articles and len(before) > 1 and opens and opens.number)
        else:
            possible = bool(titled or (opens and (opens.number or opens.separator)))
        doubtful = stretch.doubtful and not label.isupper()
        if not opens or doubtful or not heading_like(opens.rest) or not possible:
            kinds[place] = WORDS


def _open_untitled_annexes(stretches: Sequence[Stretch], kinds: list[str]) -> None:
    """Find the titles of instruments that follow the text without the word annex or protocol."""
    last: Key | None = None
    label = ""
    ended = opened = 0
    for place, kind in enumerate(kinds):
        if kind in ATTACHED or kind == REPRODUCED:
            last, opened = None, place
        elif kind == "witness":
            ended = place
        elif kind == "article":
            number, printed = _number(stretches[place]), _printed(stretches[place])
            anew = number is not None and number.value == 1 and not _next_letter(label, printed)
            if anew and ((last and last.value > 1) or ended > opened):
                title = _title_above(stretches, kinds, place, max(opened, ended))
                if title is not None:
                    kinds[title] = _attached_kind(stretches[title].text)
                    opened = title
            last, label = number or last, printed


def _next_letter(before: str, number: str) -> bool:
    """Whether a number is a letter after a letter: I after H is no roman one."""
    return len(before) == len(number) == 1 and ord(number) == ord(before) + 1


def _printed(stretch: Stretch) -> str:
    return stretch.opening.number if stretch.opening else ""


def _title_above(
    stretches: Sequence[Stretch], kinds: Sequence[str], place: int, floor: int
) -> int | None:
    """The line above an article that names an instrument as its title."""
    for above in range(place - 1, max(floor, place - _TITLE_WITHIN, 0), -1):
        text = stretches[above].text
        if kinds[above] == "article":
            return None
        headed = kinds[above - 1] == "article"
        if (
            kinds[above] == WORDS
            and not headed
            and heading_like(text)
            and pattern("INSTRUMENT").match(text)
        ):
            return above
    return None


def _attached_kind(title: str) -> str:
    if pattern("PROTOCOL").match(title):
        return "protocol"
    return REPRODUCED if pattern("BETWEEN").search(title) else "annex"


def _places(kinds: Sequence[str], wanted: str) -> list[int]:
    return [place for place, kind in enumerate(kinds) if kind == wanted]


def _number(stretch: Stretch) -> Key | None:
    return key(stretch.opening.number) if stretch.opening else None
