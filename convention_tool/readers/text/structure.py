"""Lines to the tokens of grammars/instrument.lark."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from convention_tool.readers.text.front import front, preamble, preamble_start
from convention_tool.readers.text.headings import goes_on, headed
from convention_tool.readers.text.kinds import CONTENTS, REPRODUCED, WORDS, heading_like
from convention_tool.readers.text.lines import ATTACHED, DIVISIONS
from convention_tool.readers.text.numbers import key
from convention_tool.readers.text.paragraphs import item_of, paragraphs
from convention_tool.readers.text.pieces import Piece
from convention_tool.readers.text.reflow import Stretch

_DEPTH = {kind: depth for depth, kind in enumerate(DIVISIONS)}
_ATTACHED = frozenset((*ATTACHED, REPRODUCED))
_UNITS = frozenset(("article", *DIVISIONS, *_ATTACHED))
_NOTES = frozenset(("note", "footnote"))


def pieces(stretches: Sequence[Stretch], kinds: Sequence[str]) -> list[Piece]:
    """The tokens of a text, each with its place in the source."""
    annexes = [place for place, kind in enumerate(kinds) if kind in _ATTACHED]
    body_end = annexes[0] if annexes else len(kinds)
    whole = _main(stretches[:body_end], kinds[:body_end])
    for start, end in pairwise((*annexes, len(kinds))):
        whole.extend(_annex(stretches[start:end], kinds[start:end]))
    return whole


# ---- The main body and the annexes ---------------------------------------------------------------


def _main(stretches: Sequence[Stretch], kinds: Sequence[str]) -> list[Piece]:
    text = [place for place, kind in enumerate(kinds) if kind != CONTENTS]
    first = next((place for place in text if kinds[place] in _UNITS), None)
    before = [stretches[place] for place in text if first is None or place < first]
    start = len(before) if first is not None else _front_without_units(before)
    notes, fronted = _front_notes(before[:start])
    if notes:
        notes.insert(0, Piece("_NOTES", "", notes[0].start_pos, notes[0].start_pos))
    opening = list(front(fronted))
    leading = sum(piece.type in {"TITLE", "ADOPTION"} for piece in opening)
    contents = [
        Piece("CONTENTS", stretch.text, stretch.start, stretch.end)
        for stretch, kind in zip(stretches, kinds, strict=True)
        if kind == CONTENTS
    ]
    rest = text[start:]
    body = _body([stretches[place] for place in rest], [kinds[place] for place in rest])
    return [*notes, *opening[:leading], *contents, *opening[leading:], *body]


def _front_notes(stretches: Sequence[Stretch]) -> tuple[list[Piece], list[Stretch]]:
    """Notes that stand before the preamble, which speak of the whole; and the other lines."""
    start = preamble_start(stretches)
    notes = [stretch for stretch in stretches[:start] if _is_note(stretch)]
    pieces_ = [item_of(note, _kind(note)) for note in notes]
    return (
        [piece for piece in pieces_ if isinstance(piece, Piece)],
        [one for place_, one in enumerate(stretches) if place_ >= start or not _is_note(one)],
    )


def _is_note(stretch: Stretch) -> bool:
    return _kind(stretch) in _NOTES


def _kind(stretch: Stretch) -> str:
    return stretch.opening.kind if stretch.opening else WORDS


def _front_without_units(stretches: Sequence[Stretch]) -> int:
    """How many lines of a text without articles are its front matter: the title, a preamble."""
    start = preamble_start(stretches)
    if start < len(stretches):
        after = list(preamble(stretches[start:]))
        if any(piece.type == "FORMULA" for piece in after):
            return len(stretches) - sum(piece.type == "TEXT" for piece in after)
    notes = next((p for p, one in enumerate(stretches) if not _is_note(one)), len(stretches))
    titled = notes < len(stretches) and _is_words(stretches[notes])
    return notes + (titled and heading_like(stretches[notes].text))


def _is_words(stretch: Stretch) -> bool:
    return stretch.opening is None or stretch.opening.kind in _UNITS


def _annex(stretches: Sequence[Stretch], kinds: Sequence[str]) -> Iterator[Piece]:
    stretch, kind = stretches[0], kinds[0]
    yield Piece("ANNEX", kind, stretch.start, stretch.start)
    opens = stretch.opening
    after = 1
    if opens and opens.kind == kind and kind != REPRODUCED:
        yield from _label(stretch)
        heading = opens.rest
        if not heading and len(kinds) > 1 and kinds[1] == WORDS and _heads(stretches, kinds, 1):
            heading, after = stretches[1].text, 2
    else:
        heading = stretch.text
    if heading:
        yield Piece("HEADING", heading, stretch.start, stretches[after - 1].end)
    yield from _notes_here(stretches, kinds, after)
    while after < len(kinds) and kinds[after] in _NOTES:
        after += 1
    first = next((p for p, kind in enumerate(kinds) if p >= after and kind in _UNITS), after)
    opening = stretches[after:first]
    spoken = list(preamble(opening)) if _has_preamble(opening) else []
    if spoken:
        yield from spoken
        after = first
    yield from _body(stretches[after:], kinds[after:])


def _has_preamble(stretches: Sequence[Stretch]) -> bool:
    return any(piece.type == "FORMULA" for piece in preamble(stretches))


def _heads(stretches: Sequence[Stretch], kinds: Sequence[str], place: int) -> bool:
    """Whether a line of words heads the unit above it: short, no sentence, and text follows."""
    return (
        heading_like(stretches[place].text)
        and stretches[place].opening is None
        and (place + 1 < len(kinds))
    )


# ---- Articles and divisions ----------------------------------------------------------------------


def _body(stretches: Sequence[Stretch], kinds: Sequence[str]) -> list[Piece]:
    end = _conclusions_start(kinds)
    divisions: list[str] = []
    body: list[Piece] = []
    here = 0
    while here < end:
        kind = kinds[here]
        until = here + 1
        while until < end and kinds[until] not in _UNITS:
            until += 1
        block, of = stretches[here:until], kinds[here:until]
        if kind in _DEPTH:
            body.extend(_ends(_closed_by(kind, block[0], divisions), block[0].start))
            body.extend(_division(block, of))
            divisions.append(kind)
        elif kind == "article":
            body.extend(_article(block, of))
        else:
            body.extend(_loose(block, of))
        here = until
    last = stretches[end - 1].end if end else 0
    return [*body, *_ends(len(divisions), last), *_conclusions(stretches[end:])]


def _ends(count: int, offset: int) -> Iterator[Piece]:
    for _ in range(count):
        yield Piece("_END", "", offset, offset)


def _conclusions_start(kinds: Sequence[str]) -> int:
    """Where the testimonium begins: the first that no article follows."""
    start = len(kinds)
    for place in range(len(kinds) - 1, -1, -1):
        if kinds[place] in _UNITS:
            break
        if kinds[place] == "witness":
            start = place
    return start


def _closed_by(kind: str, stretch: Stretch, divisions: list[str]) -> int:
    """How many open divisions a new one closes; they are taken off the list.

    Books hold parts, parts titles, and so on; but a text may nest its titles in sections, so a
    kind that is not open yet opens inside when its number begins anew.
    """
    if kind in divisions:
        keep = divisions.index(kind)
    else:
        number = key(stretch.opening.number) if stretch.opening else None
        anew = number is not None and number.value == 1 and kind == "title"
        keep = len(divisions)
        while keep and not anew and _DEPTH[divisions[keep - 1]] > _DEPTH[kind]:
            keep -= 1
    count = len(divisions) - keep
    del divisions[keep:]
    return count


def _division(block: Sequence[Stretch], kinds: Sequence[str]) -> Iterator[Piece]:
    stretch = block[0]
    yield Piece("PART", kinds[0], stretch.start, stretch.start)
    yield from _label(stretch)
    heading = stretch.opening.rest if stretch.opening else ""
    after = 1
    while (
        after < len(block)
        and kinds[after] == WORDS
        and heading_like(block[after].text)
        and (not heading or goes_on(heading, block[after]))
    ):
        heading = f"{heading} {block[after].text}".strip()
        after += 1
    if heading:
        yield Piece("HEADING", heading, stretch.start, block[after - 1].end)
    yield from _notes_here(block, kinds, after)
    while after < len(block) and kinds[after] in _NOTES:
        after += 1
    yield from _loose(block[after:], kinds[after:])


def _label(stretch: Stretch) -> Iterator[Piece]:
    opens = stretch.opening
    if opens:
        end = stretch.start + len(opens.label)
        yield Piece("LABEL", opens.label, stretch.start, end)
        if opens.number:
            yield Piece("NUMBER", opens.number, end, end + len(opens.number) + 1)


def _article(block: Sequence[Stretch], kinds: Sequence[str]) -> list[Piece]:
    stretch = block[0]
    label, number = (stretch.opening.label, stretch.opening.number) if stretch.opening else ("", "")
    end = stretch.start + len(label)
    heading, items = headed(block, kinds)
    return [
        Piece("ARTICLE", label, stretch.start, end),
        Piece("NUMBER", number, end, min(stretch.end, end + len(number) + 1)),
        *heading,
        *paragraphs(items, whole=True),
    ]


def _loose(block: Sequence[Stretch], kinds: Sequence[str]) -> list[Piece]:
    """Text that stands in no article."""
    return paragraphs(list(map(item_of, block, kinds)), whole=False)


# ---- After the articles --------------------------------------------------------------------------


def _conclusions(stretches: Sequence[Stretch]) -> Iterator[Piece]:
    if stretches:
        yield Piece("_CONCLUSIONS", "", stretches[0].start, stretches[0].start)
    for stretch in stretches:
        note = item_of(stretch, _kind(stretch)) if _is_note(stretch) else None
        if isinstance(note, Piece):
            yield note
        else:
            yield Piece("TEXT", stretch.text, stretch.start, stretch.end)


def _notes_here(stretches: Sequence[Stretch], kinds: Sequence[str], after: int) -> Iterator[Piece]:
    """The notes that stand directly below a heading."""
    for stretch, kind in zip(stretches[after:], kinds[after:], strict=True):
        note = item_of(stretch, kind)
        if not isinstance(note, Piece):
            return
        yield note
