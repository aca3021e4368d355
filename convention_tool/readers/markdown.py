"""Reads Markdown (CommonMark with tables): the words that a page made of it would show."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from convention_tool.errors import UnreadableFileError
from convention_tool.readers import html as web_page
from convention_tool.readers.decoding import decode
from convention_tool.readers.extract import Extract, commentary, footnote, heading, one_line
from convention_tool.readers.reading import Choice
from convention_tool.readers.text.header import KEYS
from convention_tool.readers.text.lines import MARKS, UNITS, opening
from convention_tool.tree.nodes import UNTITLED

if TYPE_CHECKING:
    from collections.abc import Sequence

_KIND = "Markdown file"

#: Lists and quotations within each other, at most; what lies deeper would be left out in silence.
_DEEPEST = 200

#: The header of a draft as this tool keeps it, in a comment at the top.
_COMMENT = re.compile(r"\A\s*<!-- draft\n(.*?)\n-->[ \t]*\n?", re.DOTALL)
#: Front matter: settings of a page between two rules, at the top.
_FRONT = re.compile(r"\A---[ \t]*\n((?:.*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_SETTING = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*(.*)")

#: A footnote, which CommonMark does not know: "[^1]: See article 3."
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*(?:\n(?: {4}|\t).*)*)$", re.MULTILINE)
_NOTED = re.compile(r"\[\^([^\]\s]{1,40})\]")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)

#: The label and the number of a unit, in characters.
_LONGEST_NUMBER = 40

#: What stands over the drafters' commentary and over footnotes, as this tool writes them.
_COMMENTARY = frozenset(("commentary", "commentaire", "comentario"))
_FOOTNOTE = frozenset(("footnote", "note", "nota"))


#: Marks that a parser looks far ahead for the end of. No paragraph has so many; where one does, its
#: words are taken as they stand.
_MARKS = re.compile(r"[\[<`\n]")
_MOST_MARKS = 500

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class _Header(NamedTuple):
    """What stands above a text about it."""

    lines: dict[str, str]
    #: Settings that are no part of a draft.
    others: tuple[str, ...]
    #: The Markdown below.
    text: str


def extract(data: bytes, name: str) -> Extract:
    """The text of a Markdown file.

    Args:
        data: the bytes of the file.
        name: what to call it in messages.

    Raises:
        UnreadableFileError: it is no text, or nests its lists without end.
    """
    text = re.sub(r"\r\n?", "\n", decode(data, name))
    header = _header(text)
    body, notes = _without_notes(header.text)
    tokens = _tokens(body)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise UnreadableFileError(f"{name} nests its lists or quotations more deeply than any text")
    page = _Page(notes)
    page.read(tokens)
    shown = _shown_header(page.blocks)
    if shown:
        page.blocks = page.blocks[: shown.start] + page.blocks[shown.end :]
        header.lines.update(shown.lines)
    return Extract(
        kind=_KIND,
        blocks=tuple(block.text for block in page.blocks) + page.rest(),
        header=tuple(header.lines.items()),
        guessed=(Choice("numbers of lists", tuple(page.numbers)),),
        dropped=(
            Choice("settings of the page", header.others),
            Choice("words struck out", tuple(page.struck)),
        ),
    )


def _tokens(text: str) -> list[Token]:
    """The blocks of a text, and the words in them with their marks."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    known: dict[str, Any] = {}
    tokens = parser.disable("inline").parse(text, known)
    for token in tokens:
        if token.type != "inline" or token.children is None:
            continue
        if len(_MARKS.findall(token.content)) > _MOST_MARKS:
            token.children.append(Token("text", "", 0, content=token.content))
        else:
            parser.inline.parse(token.content, parser, known, token.children)
    return tokens


# ---- The header ----------------------------------------------------------------------------------


def _header(text: str) -> _Header:
    """The header of a draft: as this tool keeps it, or as front matter."""
    ours = _COMMENT.match(text)
    if ours:
        lines = (html.unescape(line).partition(": ") for line in ours[1].split("\n"))
        return _Header({name: value for name, _, value in lines if value}, (), text[ours.end() :])
    front = _FRONT.match(text)
    if not front:
        return _Header({}, (), text)
    settings = [(_SETTING.fullmatch(line.rstrip()), line) for line in front[1].splitlines()]
    if not any(found for found, _ in settings):
        return _Header({}, (), text)
    known: dict[str, str] = {}
    others: list[str] = []
    for found, line in settings:
        value = found[2].strip().strip("\"'").strip() if found else ""
        if found and value and found[1].casefold() in KEYS:
            known[found[1].capitalize()] = value
        elif line.strip():
            others.append(line.strip())
    return _Header(known, tuple(others), text[front.end() :])


class _Shown(NamedTuple):
    """A list at the top that prints the header."""

    start: int
    end: int
    lines: dict[str, str]


def _shown_header(blocks: Sequence[_Block]) -> _Shown | None:
    """The list of facts that stands above the text: "- **Status:** zero draft"."""
    start = next((place for place, block in enumerate(blocks) if block.fact[0]), None)
    if start is None or blocks[start].fact[0].casefold() not in KEYS:
        return None
    if any(block.heading and place for place, block in enumerate(blocks[:start])):
        return None
    end = start
    while end < len(blocks) and blocks[end].fact[0] and blocks[end].list == blocks[start].list:
        end += 1
    return _Shown(start, end, dict(block.fact for block in blocks[start:end]))


# ---- Footnotes -----------------------------------------------------------------------------------


def _without_notes(text: str) -> tuple[str, dict[str, str]]:
    """The text without its footnotes, and these by their marks."""
    if "[^" not in text or _FENCE.search(text):
        return text, {}
    notes = {found[1]: found[2] for found in _NOTE.finditer(text)}
    return _NOTE.sub("", text), notes


# ---- The blocks ----------------------------------------------------------------------------------


class _Block(NamedTuple):
    """A block of a draft."""

    text: str
    heading: bool = False
    #: A name and what it stands for, in the item of a list; ("", "") elsewhere.
    fact: tuple[str, str] = ("", "")
    #: The number of the list that it is an item of.
    list: int = 0


class _Page:
    """The blocks found so far."""

    def __init__(self, notes: dict[str, str]) -> None:
        self.blocks: list[_Block] = []
        #: Numbers that Markdown counts by itself, and words that are struck out.
        self.numbers: list[str] = []
        self.struck: list[str] = []
        self._notes = notes
        self._noted: dict[str, None] = {}
        self._marks: list[str] = []
        self._lists = 0

    def read(self, tokens: Sequence[Token]) -> None:
        """Take the blocks of some tokens, in their order."""
        place = 0
        while place < len(tokens):
            token = tokens[place]
            match token.type:
                case "heading_open":
                    self._heading(tokens[place + 1])
                    place += 2
                case "blockquote_open":
                    end = _end(tokens, place)
                    self._quotation(tokens[place + 1 : end])
                    place = end
                case "table_open":
                    end = _end(tokens, place)
                    self._table(tokens[place:end])
                    place = end
                case "bullet_list_open" | "ordered_list_open":
                    self._lists += 1
                case "list_item_open":
                    self._item(tokens, place)
                case "inline":
                    self._paragraph(token)
                case "fence" | "code_block":
                    parts = token.content.split("\n\n")
                    self.blocks.extend(_Block(part.strip("\n")) for part in parts)
                case "html_block":
                    self._page(token.content)
                case _:
                    pass
            place += 1
        self.blocks = [block for block in self.blocks if block.text.strip()]

    def rest(self) -> tuple[str, ...]:
        """Footnotes to which no mark leads."""
        return tuple(
            one_line(f"[{mark}] {words}")
            for mark, words in self._notes.items()
            if mark not in self._noted
        )

    def _heading(self, inline: Token) -> None:
        lines, marks = self._words(inline)
        text = _heading(" ".join(lines))
        if self.blocks or text != UNTITLED:
            self.blocks.append(_Block(text, heading=True))
        self._footnotes(marks)

    def _paragraph(self, inline: Token) -> None:
        lines, marks = self._words(inline)
        mark = self._marks.pop() if self._marks else ""
        fact = _fact(inline) if mark == "–" else ("", "")
        found = opening(lines[0]) if mark and lines else None
        if found and (found.kind in MARKS or (found.kind in UNITS and found.number)):
            mark = ""
        if mark and mark != "–":
            self.numbers.append(mark)
        first, *others = lines or [""]
        self.blocks.append(_Block(f"{mark} {first}".strip(), fact=fact, list=self._lists))
        self.blocks.extend(map(_Block, others))
        self._footnotes(marks)

    def _item(self, tokens: Sequence[Token], place: int) -> None:
        """An item of a list: its mark stands before its first paragraph."""
        token = tokens[place]
        first = tokens[place + 1].type if place + 1 < len(tokens) else ""
        if first != "paragraph_open":
            return
        self._marks = ["–" if token.markup in {"-", "+", "*"} else f"{token.info}{token.markup}"]

    def _quotation(self, tokens: Sequence[Token]) -> None:
        """A quotation: a note that this tool wrote, or blocks like others."""
        label = tokens[1] if len(tokens) > 1 and tokens[1].type == "inline" else None
        name = label.content.strip("*").strip(" :.").casefold() if label else ""
        strong = label is not None and label.content.startswith("**")
        inner = _Page(self._notes)
        inner.read(tokens[3:] if strong and name in _COMMENTARY | _FOOTNOTE else tokens)
        if strong and name in _COMMENTARY:
            paragraphs = "\n\n".join(one_line(block.text) for block in inner.blocks)
            self.blocks.append(_Block(commentary(paragraphs)))
        else:
            self.blocks.extend(block._replace(fact=("", "")) for block in inner.blocks)
        self.numbers.extend(inner.numbers)
        self.struck.extend(inner.struck)
        self._noted.update(inner._noted)

    def _page(self, source: str) -> None:
        """A stretch of a web page among the text."""
        found = web_page.extract(source.encode("utf-8", "replace"), _KIND)
        self.blocks.extend(map(_Block, found.blocks))
        self.numbers.extend(word for choice in found.guessed for word in choice.words)

    def _table(self, tokens: Sequence[Token]) -> None:
        """A table: each row on one line."""
        row: list[str] = []
        for token in tokens:
            if token.type == "inline":
                lines, _ = self._words(token)
                row.append(" ".join(lines))
            elif token.type == "tr_close":
                self.blocks.append(_Block(" | ".join(row)))
                row = []

    def _words(self, inline: Token) -> tuple[list[str], list[str]]:
        """The lines of a paragraph, and the marks of the footnotes in them."""
        said: list[str] = []
        struck: list[str] = []
        deep = 0
        for token in inline.children or ():
            deep += (token.type == "s_open") - (token.type == "s_close")
            words = _inline(token)
            (struck if deep else said).append(words)
        if struck:
            self.struck.append(one_line("".join(struck)))
        marks = [mark for mark in _NOTED.findall("".join(said)) if mark in self._notes]
        text = _NOTED.sub(lambda found: f"[{found[1]}]", "".join(said)) if marks else "".join(said)
        lines = (one_line(line) for line in text.split("\n"))
        return [line for line in lines if line], marks

    def _footnotes(self, marks: Sequence[str]) -> None:
        """The footnotes to what was said last, each where its mark stands first."""
        for mark in marks:
            if mark not in self._noted:
                self._noted[mark] = None
                self.blocks.append(_Block(footnote(mark, self._notes[mark])))


def _heading(text: str) -> str:
    """A heading as a block; where this tool put a full stop behind a number, its line ends there."""
    put = heading(text)
    number, stop, words = put.partition(". ")
    if not stop or "\n" in number or len(number) > _LONGEST_NUMBER:
        return put
    found = opening(number)
    if found is None or found.kind not in UNITS or not found.number or "\n" in put:
        return put
    return f"{number}\n{words}"


def _inline(token: Token) -> str:
    """The words of an inline, without their looks."""
    match token.type:
        case "text" | "code_inline" | "text_special":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline":
            return "\n" if _BREAK.fullmatch(token.content) else ""
        case "image":
            return token.content
        case _:
            return ""


def _fact(inline: Token) -> tuple[str, str]:
    """A name in strong letters that ends in a colon, and the words after it."""
    children = inline.children or []
    opened = next((place for place, one in enumerate(children) if one.type == "strong_open"), None)
    if opened is None or any(one.content for one in children[:opened]):
        return "", ""
    closed = next(place for place, one in enumerate(children) if one.type == "strong_close")
    name = "".join(map(_inline, children[opened:closed])).strip()
    value = "".join(map(_inline, children[closed:])).strip()
    return (name[:-1].strip(), one_line(value)) if name.endswith(":") and value else ("", "")


def _end(tokens: Sequence[Token], start: int) -> int:
    """The place of the token that closes one that opens a block."""
    level = tokens[start].level
    return next(
        place
        for place in range(start + 1, len(tokens))
        if tokens[place].level == level and tokens[place].nesting < 0
    )
