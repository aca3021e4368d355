r"""Words as LaTeX prints them: every character as itself, whatever TeX takes it for.

pdfLaTeX knows the letters of Latin scripts. For any other the file says what is printed: the
letter with its accent, its plain form, or a box with its Unicode number, so that no letter stops a
run or goes missing. LuaLaTeX and XeLaTeX take it from a font that has it.
"""

from __future__ import annotations

import re
import unicodedata
from textwrap import wrap
from typing import TYPE_CHECKING
from urllib.parse import quote

from convention_tool.document import Tone
from convention_tool.writers.characters import without_forbidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convention_tool.writers.runs import Run

#: What TeX takes for a command, and spaces that are not the common one.
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "%": r"\%",
        "#": r"\#",
        "$": r"\$",
        "&": r"\&",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "`": r"\textasciigrave{}",
        "\u00a0": "~",
        "\u00ad": r"\-",
        "\u2009": r"\,",
        "\u202f": r"\,",
        # The end of the line keeps lines short, which TeX must hold in memory.
        "\u200b": "\\hspace{0pt}%\n",
        # LuaTeX takes the sign of what cannot be shown for a damaged file.
        "\ufffd": r"\lacking{FFFD}",
    }
)

#: Signs that a font of TeX draws as one other sign where they stand together: a dash for "--".
_LIGATURE = re.compile(r"([-<>,'])(?=\1)")

#: White space between words, for which a page has one space.
_SPACES = re.compile("[ \t-\r\x1c-\x1f\x85\u1680\u2000-\u2008\u200a\u2028\u2029\u205f\u3000]+")

#: Characters that no font draws: marks of direction, joiners, choices between forms.
_INVISIBLE = re.compile("[\u061c\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")

#: Control characters that XML bears and TeX does not.
_CONTROL = re.compile("[\x7f-\x84\x86-\x9f]")

#: A word of 40 letters, an address of the web or a script without spaces, may break after 20.
_LONG_WORD = re.compile(r"\S{20}(?=\S{20})")

#: Beyond ASCII, what pdfLaTeX prints unaided: "¡" to "ſ" but for a few, and these.
_LATIN = "\u00a0-·¹-ĥĨ-ķĹ-ľŁ-ňŊ-ťŨ-žȘșȚț‐‑–—‘’‚“”„†‡•‰‹›€™\u2009\u200b\u202f\ufffd"

#: Words of a script that is written from right to left, the spaces between them too.
_BACKWARDS = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]+"
_STRETCHES = re.compile(
    rf"(?P<latin>[\x00-\x7f{_LATIN}]+)"
    rf"|(?P<backwards>{_BACKWARDS}(?: {_BACKWARDS})*)"
    rf"|(?P<other>.)",
    re.DOTALL,
)
_OTHER = re.compile(rf"[^\x00-\x7f{_LATIN}]")

#: The accents that Unicode puts after a letter, and LaTeX before it.
_ACCENTS = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "=",
    "\u0306": "u",
    "\u0307": ".",
    "\u0308": '"',
    "\u030a": "r",
    "\u030b": "H",
    "\u030c": "v",
    "\u0323": "d",
    "\u0327": "c",
    "\u0328": "k",
    "\u0331": "b",
}

#: Signs that LaTeX has in its fonts for formulas.
_SIGNS = {
    "\u2212": "-",
    "≤": r"\leq",
    "≥": r"\geq",
    "≠": r"\neq",
    "≈": r"\approx",
    "∞": r"\infty",
    "←": r"\leftarrow",
    "→": r"\rightarrow",
    "↔": r"\leftrightarrow",
    "⇒": r"\Rightarrow",
    "↑": r"\uparrow",
    "↓": r"\downarrow",
    "✓": r"\surd",
    "✔": r"\surd",
    "✗": r"\times",
    "✘": r"\times",
}

#: How Unicode tags a sign that is another one in a smaller size.
_SMALLER = {"<super>": "textsuperscript", "<sub>": "textsubscript"}

_COLOURS = {Tone.GOOD: "good", Tone.MIXED: "mixed", Tone.BAD: "bad", Tone.QUIET: "quiet"}

#: A line of the file: short enough for a person to read.
_LINE_LENGTH = 100


def escape(text: str) -> str:
    """Words for any LaTeX file: what is a command to TeX prints as itself."""
    return _LIGATURE.sub(r"\1{}", _tidy(text).replace("\ufffd", "?").translate(_SPECIAL))


def shown(text: str) -> str:
    r"""Words for our own frame, which also knows the scripts that its main font lacks.

    Runs of spaces are one, as on any page.
    """
    return "".join(_stretches(_tidy(text)))


def printed(content: Iterable[Run], anchors: frozenset[str], line: str = r"\newline ") -> str:
    """Runs of words as LaTeX.

    Args:
        content: what to print.
        anchors: where links on the page may lead; others are written as their words.
        line: what begins a new line.
    """
    return "".join(line if run.text == "\n" else _run(run, anchors) for run in content)


def place(anchor: str) -> str:
    """An anchor as the name of a place in the PDF: no character of it means anything to TeX."""
    return re.sub(r"[^A-Za-z0-9.-]", lambda one: f"-{ord(one[0]):x}.", anchor.replace("_", "-"))


def substitutes(source: str) -> Iterator[str]:
    """What pdfLaTeX prints for each character of a file that it lacks."""
    for character in sorted(set(_OTHER.findall(source))):
        yield f"\\substitute{{{ord(character):04X}}}{{{_substitute(character)}}}"


def folded(source: str) -> str:
    """The same source in lines that a person can read."""
    return "\n".join(
        "\n".join(wrap(line, _LINE_LENGTH, break_long_words=False, break_on_hyphens=False))
        if len(line) > _LINE_LENGTH
        else line
        for line in source.split("\n")
    )


def _tidy(text: str) -> str:
    """Words on one line, in one form of Unicode, without what nobody can see."""
    spaced = _SPACES.sub(" ", text)
    visible = _INVISIBLE.sub("", _CONTROL.sub("\ufffd", without_forbidden(spaced)))
    return _LONG_WORD.sub("\\g<0>\u200b", unicodedata.normalize("NFC", visible))


def _stretches(text: str) -> Iterator[str]:
    other: list[str] = []
    for found in _STRETCHES.finditer(text):
        if found.lastgroup == "other":
            other.append(found[0])
            continue
        if other:
            yield f"\\other{{{''.join(other)}}}"
            other = []
        if found.lastgroup == "latin":
            yield _LIGATURE.sub(r"\1{}", found[0].translate(_SPECIAL))
        else:
            yield f"\\backwards{{{found[0]}}}"
    if other:
        yield f"\\other{{{''.join(other)}}}"


def _run(run: Run, anchors: frozenset[str]) -> str:
    said = shown(run.text)
    look = run.look
    for applies, command in (
        (look.struck, "struck"),
        (look.underlined, "added"),
        (look.italic, "textit"),
        (look.bold, "textbf"),
    ):
        if applies and said:
            said = f"\\{command}{{{said}}}"
    if look.tone is not None:
        said = f"\\textcolor{{{_COLOURS[look.tone]}}}{{{said}}}"
    if look.target.startswith("#") and look.target[1:] in anchors:
        return f"\\hyperlink{{{place(look.target[1:])}}}{{{said}}}"
    if look.target.startswith(("https://", "http://")):
        return f"\\href{{{_url(look.target)}}}{{{said}}}"
    return said


def _url(target: str) -> str:
    quoted = quote(without_forbidden(target), safe="%/:?#[]@!$&'()*+,;=~_")
    return re.sub(r"([%#&_$])", r"\\\1", quoted).replace("~", r"\string~")


def _substitute(character: str) -> str:
    if sign := _SIGNS.get(character):
        return f"\\ensuremath{{{sign}}}"
    parted = unicodedata.normalize("NFD", character)
    letter, accents = parted[0], parted[1:]
    if letter.isascii() and letter.isalpha() and accents in _ACCENTS:
        return f"\\{_ACCENTS[accents]}{{{letter}}}"
    tag = unicodedata.decomposition(character).partition(" ")[0]
    plain = unicodedata.normalize("NFKC", character)
    if tag and not _OTHER.search(plain):
        said = escape(plain)
        if tag in _SMALLER:
            return f"\\{_SMALLER[tag]}{{{said}}}"
        if tag in {"<compat>", "<wide>", "<font>", "<narrow>"}:
            return said
    return f"\\lacking{{{ord(character):04X}}}"
