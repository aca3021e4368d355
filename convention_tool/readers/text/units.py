"""Settles which lines open an article, a division or an annex, and which only look like it.

The signals, strongest first: the numbers follow each other; a line holds nothing else; a title
stands beside the number; the line before has ended its sentence.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from convention_tool.readers.text.contents import set_contents_aside
from convention_tool.readers.text.kinds import (
    LONGEST_HEADING,
    REPRODUCED,
    SHORT_HEADING,
    WORDS,
    heading_like,
    number_of,
    places_of,
)
from convention_tool.readers.text.lines import (
    ATTACHED,
    DIVISIONS,
    UNITS,
    Opening,
    opening,
    pattern,
    plausible,
)
from convention_tool.readers.text.numbers import Key
from convention_tool.readers.text.reflow import Stretch

#: The title of an attached instrument stands at most so many lines above its first article.
_TITLE_WITHIN = 40

#: A quotation of articles is over after so many lines, closed or not.
_LONGEST_QUOTE = 80

#: After these, the numbers of articles may begin anew.
_BEGIN_ANEW = frozenset(("witness", *DIVISIONS, *ATTACHED))


def settle(stretches: Sequence[Stretch]) -> list[str]:
    """What each line is: a kind of opening, CONTENTS, REPRODUCED (a title), or WORDS."""
    kinds = [_kind(stretch.opening) if stretch.opening else WORDS for stretch in stretches]
    _settle_headings(stretches, kinds)
    set_contents_aside(stretches, kinds)
    _settle_articles(stretches, kinds)
    _settle_divisions(stretches, kinds)
    _settle_attached(stretches, kinds)
    _open_untitled_annexes(stretches, kinds)
    _settle_asterisks(stretches, kinds)
    return kinds


def _kind(opens: Opening) -> str:
    return opens.kind if opens.kind not in UNITS or plausible(opens) else WORDS


# ---- Articles --------------------------------------------------------------------------------


def _settle_headings(stretches: Sequence[Stretch], kinds: list[str]) -> None:
    """Make words of what names an annex but heads the article above it: "Article 25 / Annex"."""
    for place, kind in enumerate(kinds):
        opens = stretches[place].opening
        if kind in ATTACHED and place and kinds[place - 1] == "article":
            above = stretches[place - 1].opening
            bare = above and not above.rest and opens and not (opens.number or opens.rest)
            kinds[place] = WORDS if bare else kind


def _settle_articles(stretches: Sequence[Stretch], kinds: list[str]) -> None:
    """Make words of what opens like an article but is none."""
    places = places_of(kinds, "article")
    numbers = [number_of(stretches[place]) for place in places]
    sure = [_sure(stretches[place]) for place in places]
    beginnings = [place for place, kind in enumerate(kinds) if kind in _BEGIN_ANEW]
    last: Key | None = None
    attached = False
    passed = 0
    quoted = _Quotation()
    quotations = any(stretch.text[0] in _QUOTES for stretch in stretches)
    for index, place in enumerate(places):
        while passed < len(beginnings) and beginnings[passed] < place:
            if kinds[beginnings[passed]] not in DIVISIONS:
                last, attached = None, True
            elif numbers[index] is not None and numbers[index] == Key(1):
                last = None
            passed += 1
        number = numbers[index]
        plain = sure[index] and not attached and not quotations and number is not None
        if plain and _follows(last, number) and kinds[place - 1] != "article":
            last = number  # most articles: a heading line, the next number
            continue
        candidate = _Candidate(
            stretches[place],
            number,
            numbers[index + 1] if index + 1 < len(numbers) else None,
            last,
            sure=sure[index],
            attached=attached,
            doubled=any(
                sure[later] and numbers[later] == number
                for later in range(index + 1, min(index + 3, len(places)))
            ),
        )
        heads = place and kinds[place - 1] == "article" and not candidate.expected
        if heads and candidate.leads_back(number_of(stretches[place - 1])):
            kinds[place] = WORDS  # "Article 24 Measures", the heading of article 7
        elif quoted.holds(stretches, place) or not candidate.is_article(stretches, place):
            kinds[place] = WORDS
        else:
            last = number


class _Candidate(NamedTuple):
    """A line that may open an article, among its like."""

    stretch: Stretch
    number: Key | None
    #: The number of the next candidate, and of the last article.
    following: Key | None
    last: Key | None
    #: Whether the line opens an article whatever its number.
    sure: bool
    #: Whether it stands in an annex or after the testimonium.
    attached: bool
    #: Whether a surer candidate with the same number comes soon.
    doubled: bool

    @property
    def expected(self) -> bool:
        """Whether its number is the one to expect."""
        return _follows(self.last, self.number)

    @property
    def followed(self) -> bool:
        """Whether the next candidate goes on from it."""
        return self.number is not None and _follows(self.number, self.following)

    def leads_back(self, above: Key | None) -> bool:
        """Whether it repeats the one above it, or the candidate after it goes on from that."""
        if above is None:
            return False
        return self.number == above or _follows(above, self.following)

    def is_article(self, stretches: Sequence[Stretch], place: int) -> bool:
        """Whether the line opens an article."""
        opens = self.stretch.opening
        if not opens or not opens.number or pattern("CONTINUED").match(opens.rest):
            return False
        announced = place and stretches[place - 1].text.endswith(":") and not self.expected
        if self.sure:
            lone = self.attached and not (self.expected or self.followed)
            return not (announced and self.last) and not lone
        if self.doubled:
            return False
        return self.expected or (self.followed and not self.stretch.doubtful)


_QUOTES = frozenset('“«„"')


class _Quotation:
    """Follows a quotation that begins with an article: the articles in it are not ours."""

    def __init__(self) -> None:
        self._read = 0
        self._open = -1

    def holds(self, stretches: Sequence[Stretch], place: int) -> bool:
        """Whether a line stands in such a quotation; asked of places in rising order."""
        for here in range(self._read, place):
            text = stretches[here].text
            if self._open < 0 and text[0] in _QUOTES and _opens_quotation(text):
                self._open = here
            if self._open >= 0 and (
                text.rstrip(".;,").endswith(("”", "»", '"')) or here - self._open > _LONGEST_QUOTE
            ):
                self._open = -1
        self._read = place
        return self._open >= 0


def _opens_quotation(text: str) -> bool:
    """Whether a quotation begins with an article: “Article 14A ..."""
    opens = opening(text[1:].strip() or "-")
    return opens is not None and opens.kind == "article" and bool(opens.number)


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
    if number.above != last.above:
        return number.value <= 1
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
        number = number_of(stretch)
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
    articles = places_of(kinds, "article")
    first = articles[0] if articles else len(kinds)
    before = [p for p, kind in enumerate(kinds) if kind in ATTACHED and p < first]
    for place, kind in enumerate(kinds):
        if kind not in ATTACHED:
            continue
        stretch = stretches[place]
        opens = stretch.opening
        label = opens.label if opens else ""
        titled = label.isupper() or (opens and not opens.rest and label[:1].isupper())
        if kind in {"protocol", "declaration"}:
            possible = bool(titled and place > first)
        elif place < first:
            possible = bool(articles and len(before) > 1 and opens and opens.number)
        else:
            apart = stretch.blank and not stretch.doubtful  # "Appendix to the Charter"
            possible = bool(titled or (opens and (opens.number or opens.separator or apart)))
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
            number, printed = number_of(stretches[place]), _printed(stretches[place])
            anew = (
                number is not None
                and number.value == 1
                and not number.above
                and not _next_letter(label, printed)
            )
            if anew and ((last and last.value > 1) or ended > opened):
                title = _title_above(stretches, kinds, place, max(opened, ended))
                if title is not None:
                    kinds[title] = _attached_kind(_whole_title(stretches, kinds, title))
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


def _whole_title(stretches: Sequence[Stretch], kinds: Sequence[str], place: int) -> str:
    """A title, with the line below it where that may still belong to it."""
    first, below = stretches[place], stretches[place + 1]
    goes_on = kinds[place + 1] == WORDS and not below.blank and heading_like(below.text)
    return f"{first.text} {below.text}" if goes_on else first.text


def _attached_kind(title: str) -> str:
    if pattern("PROTOCOL").match(title):
        return "protocol"
    return REPRODUCED if pattern("BETWEEN").search(title) else "annex"


def _settle_asterisks(stretches: Sequence[Stretch], kinds: list[str]) -> None:
    """An asterisk at the beginning of a line marks a footnote if one hangs on a word above it."""
    starred = [place for place in places_of(kinds, "mark") if _label(stretches[place]) == "*"]
    if starred:
        hung = (place for place, one in enumerate(stretches) if _NOTED.search(one.text))
        noted = next(hung, len(stretches))
        for place in starred:
            kinds[place] = "footnote" if place > noted else kinds[place]


def _label(stretch: Stretch) -> str:
    return stretch.opening.label if stretch.opening else ""


_NOTED = re.compile(r"\w\*(?!\*)")
