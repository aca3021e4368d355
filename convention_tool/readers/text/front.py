"""What stands before the first article: title, adoption note, preamble."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from convention_tool.readers.text.kinds import heading_like
from convention_tool.readers.text.lines import pattern
from convention_tool.readers.text.pieces import Piece
from convention_tool.readers.text.reflow import Stretch

#: A subject line, or words before the first recital, longer than this (in characters) is a recital.
_LONGEST_SUBJECT = 600
#: A title over several lines in capitals takes no more lines than this.
_LINES_OF_TITLE = 4


def front(stretches: Sequence[Stretch]) -> Iterator[Piece]:
    """The pieces of the front matter.

    A preamble, if there is one, opens with a piece `_PREAMBLE` and ends with a piece `_END`; what
    follows its formula are pieces `TEXT`.
    """
    start = preamble_start(stretches)
    yield from _title(stretches[:start])
    yield from preamble(stretches[start:])


def preamble(stretches: Sequence[Stretch]) -> Iterator[Piece]:
    """The pieces of a preamble, from its first line on, and of what follows its formula."""
    if not stretches:
        return
    stop = next(
        (place + 1 for place, one in enumerate(stretches) if _formula(one.text)), len(stretches)
    )
    yield Piece("_PREAMBLE", "", stretches[0].start, stretches[0].start)
    yield from _ordered(_preamble(stretches[:stop]))
    end = stretches[stop - 1].end
    yield Piece("_END", "", end, end)
    for stretch in stretches[stop:]:
        yield Piece("TEXT", stretch.text, stretch.start, stretch.end)


def _title(stretches: Sequence[Stretch]) -> Iterator[Piece]:
    first = _title_place(stretches)
    lines = _title_lines(stretches[first:])
    if lines:
        title = stretches[first : first + lines]
        words = " ".join(stretch.text for stretch in title)
        yield Piece("TITLE", words, title[0].start, title[-1].end)
    for stretch in (*stretches[:first], *stretches[first + lines :]):
        yield Piece("ADOPTION", stretch.text, stretch.start, stretch.end)


def _title_place(stretches: Sequence[Stretch]) -> int:
    """Where the title stands: at the top, or below the trail "Home > Treaties" of a web page."""
    if not stretches or not pattern("TRAIL").search(stretches[0].text):
        return 0
    named = (place for place, one in enumerate(stretches) if pattern("INSTRUMENT").match(one.text))
    return next((place for place in named if place), 0)


def _title_lines(stretches: Sequence[Stretch]) -> int:
    """How many lines the title takes: one, or the lines in capitals at the top."""
    if not stretches or not stretches[0].text.isupper():
        goes_on = (
            len(stretches) > 1
            and not stretches[1].blank
            and bool(pattern("GOES_ON").search(stretches[0].text))
        )
        return min(1 + goes_on, len(stretches))
    lines = 1
    while (
        lines < min(len(stretches), _LINES_OF_TITLE)
        and stretches[lines].text.isupper()
        and not stretches[lines].blank
    ):
        lines += 1
    return lines


# ---- Where the preamble begins -----------------------------------------------------------------


def preamble_start(stretches: Sequence[Stretch]) -> int:
    """The place of the preamble's first line; the number of lines where there is none."""
    for place, stretch in enumerate(stretches):
        if _heading(stretch.text):
            return place
    spoken = next((p for p, one in enumerate(stretches) if _speaks(one.text)), len(stretches))
    agreed = next((p for p, one in enumerate(stretches) if p and _formula(one.text)), None)
    if agreed is None:
        return spoken
    while agreed > 1 and _leads_to(stretches[agreed - 1].text, stretches[agreed].text):
        agreed -= 1
    return min(spoken, agreed)


def _leads_to(above: str, text: str) -> bool:
    """Whether a line above the formula belongs to the same sentence."""
    return above[-1] in ",;:" or text[0].islower() or bool(pattern("SUBJECT").match(above))


@cache
def _heading_pattern() -> re.Pattern[str]:
    return re.compile(rf"({pattern('PREAMBLE').pattern})(?=[A-Z\W]|$)[ .:]*")


def _heading(text: str) -> re.Match[str] | None:
    """The word "Preamble" at the beginning of a line, perhaps glued to what follows."""
    return _heading_pattern().match(text) if text[0] in "Pp" else None


def _speaks(text: str) -> bool:
    """Whether a line says who agrees, or opens a recital."""
    if pattern("SUBJECT").match(text):
        return text[-1] in ",:;" or bool(_openers().search(text)) or _formula(text) is not None
    return bool(pattern("OPENER").match(text)) and text[-1] in ",;:" and not heading_like(text)


@cache
def _formula_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<!\w)|(?=(?-i:[A-Z])))(?:{pattern('FORMULA').pattern})\s*$", re.IGNORECASE
    )


@lru_cache(maxsize=128)
def _formula(text: str) -> re.Match[str] | None:
    """The enacting formula at the end of a line."""
    tail = max(0, len(text) - 300)
    return _formula_pattern().search(text, tail)


# ---- The preamble in pieces --------------------------------------------------------------------


@cache
def _openers() -> re.Pattern[str]:
    """Where a recital begins inside a line: punctuation, and one of the opening words."""
    opener = pattern("OPENER").pattern
    return re.compile(rf"[,;:.](?: and| et| y)?(?P<gap> ?)(?={opener})")


def _preamble(stretches: Sequence[Stretch]) -> Iterator[Piece]:
    headed = spoken = False
    for stretch in stretches:
        text, start, end, opens = stretch.text, stretch.start, stretch.end, stretch.opening
        if opens and opens.kind in {"note", "footnote"}:
            terminal = "COMMENTARY" if opens.kind == "note" else "FOOTNOTE"
            yield Piece(terminal, opens.rest if opens.kind == "note" else text, start, end)
            continue
        heading = None if headed or spoken else _heading(text)
        if heading:
            headed = True
            yield Piece("PREAMBLE", heading[1], start, min(end, start + len(heading[1])))
            text = text[heading.end() :]
            start = min(end, start + heading.end())
        formula = _formula(text) if text else None
        body = text[: formula.start()].rstrip() if formula else text
        marked = bool(opens and opens.kind == "mark" and body[len(opens.label) :].strip())
        if opens and marked:
            body = body[len(opens.label) :].lstrip()
        pieces = list(_recitals(body, start, end))
        if opens and marked:
            pieces[0] = Piece("MARKED", pieces[0].words, start, pieces[0].end_pos, opens.label)
        if pieces and not spoken and not marked and _is_subject(pieces[0]):
            pieces[0] = pieces[0].called("SUBJECT")
        spoken = spoken or bool(pieces)
        yield from pieces
        if formula:
            yield Piece("FORMULA", formula[0].strip(), max(start, end - len(formula[0])), end)


_ORDER = {"PREAMBLE": 0, "SUBJECT": 1, "MARKED": 2, "RECITAL": 2, "FORMULA": 3, "_NOTES": 4}


def _ordered(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces as the grammar takes them: notes that are not on a recital stand at the end."""
    late: list[Piece] = []
    stage = -1
    for piece in pieces:
        if piece.type in _ORDER:
            stage = _ORDER[piece.type]
            yield piece
        elif stage == _ORDER["RECITAL"]:
            yield piece
        else:
            late.append(piece)
    if late:
        yield Piece("_NOTES", "", late[0].start_pos, late[0].start_pos)
        yield from late


def _is_subject(piece: Piece) -> bool:
    return len(piece.words) <= _LONGEST_SUBJECT and not pattern("OPENER").match(piece.words)


def _recitals(text: str, start: int, end: int) -> Iterator[Piece]:
    """The recitals of a line: one, or several that a copy ran together."""
    begin = 0
    for glue in _openers().finditer(text):
        cut = glue.end()
        if text[begin:cut].strip() and not _quoted(text[begin:cut]):
            yield Piece("RECITAL", text[begin:cut].strip(), start + begin, start + cut)
            begin = cut
    if text[begin:].strip():
        yield Piece("RECITAL", text[begin:].strip(), min(start + begin, end), end)


def _quoted(text: str) -> bool:
    """Whether a quotation is still open at the end of some words."""
    return text.count("“") > text.count("”") or text.count("«") > text.count("»")
