"""Damages a treaty as copying does: one kind at a time, or all together, by a seeded choice.

Each kind is a function from a text and a random source to a damaged text. The words stay; what is
lost is what a reader might lean on.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

Damage = Callable[[str, Random], str]

_UNIT = re.compile(r"(?P<label>Article|ARTICLE|Art\.) (?P<number>\S+(?: (?:bis|ter|quater))?)$")
_MARK = re.compile(r"(?:\(?[0-9a-zA-Z]{1,4}[.)]|\d[\d.]*|[-–•])(?= |$)")

#: A page of print, in characters.
_PAGE = (2_200, 3_400)
#: Of the words that do not fit on a line, the share that is broken by a hyphen.
_BROKEN = 0.25


def wrapped(text: str, random: Random) -> str:
    """Hard-wrapped at 60 to 80 columns, with hyphens at the ends of lines."""
    width = random.randint(60, 80)
    return "\n".join("\n".join(_wrap(line, width, random)) for line in text.split("\n"))


def furniture(text: str, random: Random) -> str:
    """Page headers, footers and numbers, between lines and in the middle of them."""
    head = random.choice(("Convention of the Parties", "United Nations Treaty Series", "CONF/L.12"))
    style = random.choice(("{}", "- {} -", "Page {}", "{}"))
    page = random.randint(1, 300)
    pieces: list[str] = []
    room = random.randint(*_PAGE)
    for line in text.split("\n"):
        words = line
        while len(words) > room:
            cut = words.rfind(" ", 0, room)
            if cut <= 0 or not words[cut + 1 : cut + 2].islower():
                break
            page += 1
            pieces += [words[:cut], style.format(page), head]
            words = words[cut + 1 :]
            room = random.randint(*_PAGE)
        pieces.append(words)
        room -= len(words)
        if room < 0:
            page += 1
            pieces += ["", style.format(page), head, ""]
            room = random.randint(*_PAGE)
    return "\n".join(pieces)


def blank_lines_lost(text: str, _: Random) -> str:
    """No empty line left."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def indented(text: str, random: Random) -> str:
    """Indentation lost or added at random."""
    margins = ("", "  ", "    ", "\t", "          ")
    return "\n".join(random.choice(margins) + line.lstrip() for line in text.split("\n"))


def numbers_apart(text: str, _: Random) -> str:
    """The word and the number of an article on separate lines."""
    lines = text.split("\n")
    return "\n".join("\n".join(line.split(" ", 1)) if _UNIT.match(line) else line for line in lines)


def headings_joined(text: str, random: Random) -> str:
    """A heading joined to the number of its article by a dash or a full stop."""
    joints = (" – ", " - ", ". ", ": ", " — ")
    return _with_headings(text, lambda unit, heading, _: [unit + random.choice(joints) + heading])


def headings_run_in(text: str, _: Random) -> str:
    """A heading and the text below it on one line."""
    return _with_headings(text, lambda unit, heading, below: [unit, "", f"{heading} {below}"])


def quotes_broken(text: str, random: Random) -> str:
    """Straight, smart, doubled and wrong quotation marks, mixed."""
    doubles, singles = ('"', "“", "”", "''", "„", ",,"), ("'", "’", "‘", "`")
    text = re.sub("[\"“”„«»]|''|``", lambda _: random.choice(doubles), text)
    return re.sub("['’‘](?=\\w)", lambda _: random.choice(singles), text)


def tabs(text: str, random: Random) -> str:
    """A tab after each mark, and here and there between words."""
    lines = (
        _MARK.sub(lambda found: found[0] + "\t", line, count=1) if _MARK.match(line) else line
        for line in text.split("\n")
    )
    return re.sub(" ", lambda _: "\t" if random.random() < 0.03 else " ", "\n".join(lines))


def doubled_spaces(text: str, random: Random) -> str:
    """Two or three spaces for one, at random."""
    return re.sub(" ", lambda _: " " * random.choice((1, 1, 1, 2, 3)), text)


KINDS: Mapping[str, Damage] = {
    "wrapped": wrapped,
    "furniture": furniture,
    "blank lines lost": blank_lines_lost,
    "indented": indented,
    "numbers apart": numbers_apart,
    "headings joined": headings_joined,
    "headings run in": headings_run_in,
    "quotes broken": quotes_broken,
    "tabs": tabs,
    "doubled spaces": doubled_spaces,
}


def all_together(text: str, random: Random) -> str:
    """Every kind, one after the other; of the two kinds for headings, either."""
    chosen = random.choice(("headings joined", "headings run in"))
    order = ("quotes broken", chosen, "numbers apart", "doubled spaces", "tabs",
             "blank lines lost", "wrapped", "furniture", "indented")  # fmt: skip
    for kind in order:
        text = KINDS[kind](text, random)
    return text


def _wrap(line: str, width: int, random: Random) -> Iterator[str]:
    filled = ""
    for word in line.split(" "):
        candidate = f"{filled} {word}" if filled else word
        if len(candidate) <= width:
            filled = candidate
            continue
        room = width - len(filled) - 2
        breakable = word.isalpha() and len(word) >= 7 and 3 <= room <= len(word) - 3
        if filled and breakable and random.random() < _BROKEN:
            yield f"{filled} {word[:room]}-"
            filled = word[room:]
        else:
            if filled:
                yield filled
            filled = word
    yield filled


def _with_headings(text: str, rewrite: Callable[[str, str, str], list[str]]) -> str:
    """The text with each article that has a heading on the next line rewritten.

    A heading is a short line that ends without punctuation, below an article and above text.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    out: list[str] = []
    place = 0
    while place < len(lines):
        unit, rest = lines[place], lines[place + 1 : place + 3]
        headed = len(rest) == 2 and bool(_UNIT.match(unit)) and _is_heading(rest[0])
        if headed and not _UNIT.match(rest[1]):
            rewritten = rewrite(unit, rest[0], rest[1])
            out += rewritten
            place += 3 if rewritten[-1].endswith(rest[1]) else 2
        else:
            out.append(unit)
            place += 1
    return "\n\n".join(out)


def _is_heading(line: str) -> bool:
    return len(line) < 100 and line[-1] not in ".;:,)" and not _MARK.match(line)
