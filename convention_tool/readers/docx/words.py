"""The words of a paragraph as they are printed, and what hangs on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.docx.changes import CHANGES, TRACKED, words_of
from convention_tool.readers.docx.fields import Fields, is_contents
from convention_tool.readers.docx.xml import (
    ALTERNATIVES,
    CHOICE,
    EQUATION,
    EQUATION_TEXT,
    FALLBACK,
    ID,
    is_on,
    value,
    w,
)

if TYPE_CHECKING:
    from typing import Any

    from convention_tool.readers.docx.changes import Version
    from convention_tool.readers.docx.ledger import Ledger
    from convention_tool.readers.docx.styles import Styles

#: What stands in a run and is printed as a character. A hyphen that breaks no line is a hyphen.
_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_TEXTS = frozenset((w("t"), w("delText")))
_INSTRUCTIONS = frozenset((w("instrText"), w("delInstrText")))
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
#: What holds no words: settings, and how East Asian words are pronounced.
_WORDLESS = frozenset((*map(w, ("pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "smartTagPr")), FALLBACK))
#: Pictures, by the last part of their names in the vocabularies of drawings.
_PICTURES = frozenset(("blip", "imagedata", "chart", "relIds"))

#: Symbols by their place in the fonts Symbol and Wingdings, where one is usual in texts.
_SYMBOLS = dict(
    zip(
        (0xA7, 0xB0, 0xB7, 0xD7, 0xE0, 0x2D, 0xA3, 0xB3, 0xB1, 0xBE, 0xBC, 0xB9, 0xA8, 0xFC, 0x6F),
        "§°•×→-≤≥±—…≠▪✓□",
        strict=True,
    )
)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Reference(NamedTuple):
    """Where words hang a note on themselves."""

    #: "footnotes", "endnotes" or "comments".
    kind: str
    identifier: str
    #: The mark that the drafter chose, or "" for the next number.
    mark: str = ""


class _Look(NamedTuple):
    """How a run is set, as far as it matters to its words."""

    hidden: bool = False
    struck: bool = False
    raised: bool = False


@dataclass(slots=True)
class Line:
    """What a paragraph holds, as far as it was read."""

    text: list[str] = field(default_factory=list)
    #: Words that belong to a table of contents.
    contents: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    #: The texts of boxes that hang on the paragraph.
    boxes: list[Any] = field(default_factory=list)


class WordReader:
    """Reads the words of paragraphs that follow each other."""

    def __init__(self, styles: Styles, version: Version, ledger: Ledger) -> None:
        self._styles = styles
        self._gone = version.gone
        self._ledger = ledger
        self._fields = Fields()
        self._line = Line()

    def read(self, paragraph: Any, line: Line, *, hidden: bool = False) -> None:
        """Add the words of a paragraph to a line."""
        self._line = line
        waiting = list(reversed(paragraph))
        while waiting:
            node = waiting.pop()
            tag = node.tag
            if tag == w("r"):
                waiting.extend(reversed(self._run(node, hidden=hidden)))
                continue
            if tag in CHANGES:
                self._ledger.guess(TRACKED, words_of(node))
            if tag in _WORDLESS or tag in self._gone:
                continue
            if tag == w("fldSimple") and is_contents(node.get(w("instr"), "")):
                line.contents.extend(words_of(node))
            elif tag == EQUATION:
                self._equation(node)
            elif tag == w("txbxContent"):
                line.boxes.append(node)
            elif tag == ALTERNATIVES:
                waiting.extend(reversed(_choice(node)))
            else:
                self._see_picture(node)
                waiting.extend(reversed(node))
        self._fields.end_paragraph()

    def _run(self, run: Any, *, hidden: bool) -> list[Any]:
        """Add the words of a run; what it holds beside words is given back."""
        look = self._look(run.find(w("rPr")), hidden=hidden)
        others: list[Any] = []
        said: list[str] = []
        note: Reference | None = None
        for node in run:
            tag = node.tag
            if tag in _TEXTS:
                said.append(_raised(node.text or "") if look.raised else node.text or "")
            elif tag in _CHARACTERS:
                said.append(_CHARACTERS[tag])
            elif tag == w("sym"):
                said.append(_symbol(node))
            elif tag in _INSTRUCTIONS:
                self._fields.instruct(node.text or "")
            elif tag == w("fldChar"):
                self._say(said, look)
                silent = self._fields.see(node.get(w("fldCharType"), ""))
                self._ledger.drop("fields whose number is not in the file", silent)
            elif tag in _NOTES and self._fields.print:
                self._say(said, look)
                note = Reference(_NOTES[tag], node.get(ID, ""))
                self._line.references.append(note)
                if node.get(w("customMarkFollows")) not in {"1", "true", "on"}:
                    note = None
            elif tag == w("commentReference"):
                self._line.references.append(Reference("comments", node.get(ID, "")))
            elif tag not in _WORDLESS:
                others.append(node)
        if note:  # the words after it are its mark
            self._line.references[-1] = note._replace(mark="".join(said).strip() or "*")
            said.clear()
        self._say(said, look)
        return others

    def _look(self, settings: Any, *, hidden: bool) -> _Look:
        """How a run is set, within a paragraph whose words may be hidden."""
        if settings is None:
            return _Look(hidden)
        own = is_on(settings, "vanish")
        style = value(settings, "rStyle")
        return _Look(
            hidden=own if own is not None else hidden or bool(style and self._styles.hides(style)),
            struck=bool(is_on(settings, "strike") or is_on(settings, "dstrike")),
            raised=value(settings, "vertAlign") == "superscript",
        )

    def _say(self, said: list[str], look: _Look) -> None:
        """Add words to the line, or to what they belong to; the list is empty after that."""
        text = "".join(said)
        said.clear()
        if not text or not self._fields.print:
            return
        if self._fields.list_contents:
            self._line.contents.append(text)
        elif look.hidden:
            self._ledger.drop("hidden words", text)
        else:
            if look.struck:
                self._ledger.guess("struck-out words, read as words of the text", text)
            self._line.text.append(text)

    def _equation(self, node: Any) -> None:
        text = "".join(one.text or "" for one in node.iter(EQUATION_TEXT))
        self._ledger.guess("equations read as plain letters", text)
        self._say([text], _Look())

    def _see_picture(self, node: Any) -> None:
        """Note a picture, by the words that stand for it where it has any."""
        _, _, name = node.tag.rpartition("}")
        if name == "docPr" and node.get("descr"):
            self._ledger.drop("descriptions of pictures", node.get("descr"))
        elif name in _PICTURES:
            self._ledger.drop("pictures", "picture")


def _choice(alternatives: Any) -> Any:
    """What is shown of several ways to say the same: the first, or the one for all others."""
    first = alternatives.find(CHOICE)
    found = first if first is not None else alternatives.find(FALLBACK)
    return alternatives if found is None else found


def _raised(text: str) -> str:
    """Words above the line: the figure of a footnote must not seem to belong to a number."""
    return text.translate(_SUPERSCRIPT) if text.isdigit() else text


def _symbol(node: Any) -> str:
    """A character of a font of symbols."""
    try:
        code = int(node.get(w("char"), ""), 16)
    except ValueError:
        return ""
    if not 0 <= code <= 0xFFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    return _SYMBOLS.get(code & 0xFF, chr(code)) if code >= 0xF000 else chr(code)
