"""The file of a person's verdicts, NAME.review.toml, as records.

A file that people write has mistakes in it. Each is said with its line; what is wrong with one entry
never costs another, and where the file as a whole is not TOML, the entries are read one by one.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, field
from itertools import pairwise, starmap
from typing import TYPE_CHECKING, Any

from convention_tool.diagnostics import Diagnostic, Severity
from convention_tool.readers.decoding import decode, read_bytes
from convention_tool.reviews import Decision, Judgement, Rest, Review, item
from convention_tool.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

#: The code of every remark on such a file: each says by itself what to do.
CODE = "verdict-entry"

#: The name of an entry's table.
TABLE = "verdict"

#: What an entry may hold, in the order in which the tool writes it.
KEYS = ("item", "decision", "note", "by", "on", "proposed", "rests_on")


#: A note of several lines may itself hold lines [[verdict]]; so many stretches are tried as one.
_JOINED = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a verdict stands in the file: from its line [[verdict]] to the next; "" has no item."""

    item: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReviewReading:
    """A file of verdicts: the verdicts, where they stand, and what is wrong with the file."""

    source: Source
    review: Review
    diagnostics: tuple[Diagnostic, ...] = ()
    #: None where it cannot be told where each entry stands.
    entries: tuple[Entry, ...] | None = ()
    #: Whether the file as a whole could be read; if not, it must not be added to.
    whole: bool = True


def read_review(path: Path) -> ReviewReading:
    """Read the verdicts in a file.

    Raises:
        UnreadableFileError: there is no such file, or it is a folder, or is no text.
    """
    return parse_review(decode(read_bytes(path), path.name), path.name)


def parse_review(text: str, name: str = "<text>") -> ReviewReading:
    """Read verdicts from the text of a file. Any text can be read; mistakes are diagnostics."""
    return _Reader(Source(name, text)).read()


@dataclass(slots=True)
class _Reader:
    """Goes through one file and gathers what it finds."""

    source: Source
    judgements: list[Judgement] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def read(self) -> ReviewReading:
        text = self.source.text
        try:
            tables = tomllib.loads(text)
        except (ValueError, RecursionError) as problem:
            if not self._broken(tuple(_parted(text, text))):
                self._not_toml(Span(0, len(text)), problem)
            return self._result(whole=False)
        found = _listed(tables)
        if found is None:
            self.say(0, f"each verdict must stand under a line [[{TABLE}]] of its own")
            return self._result(whole=False)
        for key in tables.keys() - {TABLE}:
            place = _line_of(text, key)
            self.say(place, f"{_quoted(key)} is not read: a verdict stands under [[{TABLE}]]")
        spans = tuple(_parted(text, _masked(text)))
        told = len(spans) == len(found)
        for place, entry in enumerate(found):
            self._entry(entry, spans[place] if told else Span(0, 0))
        return self._result(whole=True, told=told)

    def _result(self, *, whole: bool, told: bool = True) -> ReviewReading:
        return ReviewReading(
            self.source,
            Review(tuple(self.judgements)),
            tuple(sorted(self.diagnostics)),
            tuple(self.entries) if told else None,
            whole,
        )

    def _broken(self, spans: tuple[Span, ...]) -> bool:
        """Read a broken file entry by entry, and say whether some entry by itself is broken."""
        stretches = (Span(0, spans[0].start if spans else len(self.source.text)), *spans)
        broken = False
        place = 0
        while place < len(stretches):
            used, problem = self._stretch(stretches[place : place + _JOINED])
            if problem:
                self._not_toml(stretches[place], problem)
                broken = True
            place += used
        return broken

    def _stretch(self, stretches: tuple[Span, ...]) -> tuple[int, Exception | None]:
        """Read the first entry; how many stretches it took, or what is wrong with the first."""
        first: Exception | None = None
        for used, last in enumerate(stretches, 1):
            span = Span(stretches[0].start, last.end)
            try:
                tables = tomllib.loads(self.source.text[span.start : span.end])
            except (ValueError, RecursionError) as problem:
                first = first or problem
                continue
            for entry in _listed(tables) or ():
                self._entry(entry, span)
            return used, None
        return 1, first

    def _entry(self, entry: Mapping[str, Any], span: Span) -> None:
        at = _Entry(entry, span, self)
        key = at.text("item")
        self.entries.append(Entry(key, span))
        for unknown in sorted(entry.keys() - set(KEYS)):
            known = ", ".join(KEYS)
            at.say(unknown, f"{_quoted(unknown)} is not known in a verdict; it has {known}")
        judgement = at.judgement(key)
        if judgement is None:
            return
        if key in self.lines:
            line = self.source.position(span.start).line
            earlier = self.lines[key]
            message = f"there is a verdict on {key} on line {earlier} too; this one counts"
            self.say(span.start, message if line != earlier else f"two verdicts on {key}")
        self.lines[key] = self.source.position(span.start).line
        self.judgements.append(judgement)

    def _not_toml(self, span: Span, problem: Exception) -> None:
        """What is wrong with the form of the file, at the place where it was noticed."""
        said = str(problem) if isinstance(problem, tomllib.TOMLDecodeError) else ""
        place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", said)
        start = span.start
        if place and place[1]:
            start += _offset(self.source.text[span.start : span.end], int(place[1]), int(place[2]))
        reason = said[: place.start()] if place else "it is nested too deeply, or a number too long"
        self.say(
            start,
            f"this cannot be read ({reason[:1].lower()}{reason[1:]}); a line has the form "
            'name = "text", with the quotes',
        )

    def say(self, start: int, message: str) -> None:
        """Note a mistake at a place of the file."""
        self.diagnostics.append(Diagnostic(Span(start, start), CODE, message, Severity.WARNING))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One table of the file, and the words for what is wrong with it."""

    values: Mapping[str, Any]
    span: Span
    reader: _Reader

    def judgement(self, key: str) -> Judgement | None:
        """The verdict, or None, said why, where it lacks what makes it one."""
        decision = self._decision()
        if not self._item(key) or decision is None:
            return None
        return Judgement(
            key,
            decision,
            self.text("note"),
            self.text("by"),
            self._date(),
            tuple(self._rests()),
            self.text("proposed"),
        )

    def text(self, key: str) -> str:
        """The text of a key; "" where there is none, or, said so, where it is no text."""
        value = self.values.get(key, "")
        if isinstance(value, str):
            return value
        self.say(key, f"{key} must be text in quotes")
        return ""

    def say(self, key: str, message: str) -> None:
        """Note a mistake at the line of a key."""
        block = self.reader.source.text[self.span.start : self.span.end]
        self.reader.say(self.span.start + _line_of(block, key), message)

    def _item(self, key: str) -> bool:
        if key and item(key) is None:
            self.say(
                "item",
                f"{_quoted(key)} is not how an item is written: GROUP:RIGHT, such as refugees:43",
            )
            return False
        if not key and isinstance(self.values.get("item", ""), str):
            self.say("item", 'this verdict does not say on what: add item = "GROUP:RIGHT"')
        return bool(key)

    def _decision(self) -> Decision | None:
        value = self.values.get("decision")
        *first, last = (f'"{one}"' for one in Decision)
        known = f"{', '.join(first)} or {last}"
        if value is None:
            self.say("decision", f"this verdict has no decision: add decision = {known}")
            return None
        if isinstance(value, str) and value.strip().casefold() in list(Decision):
            return Decision(value.strip().casefold())
        self.say("decision", f"{_quoted(value)} is no decision; write {known}")
        return None

    def _date(self) -> str:
        value = self.values.get("on", "")
        if isinstance(value, dt.datetime):
            return value.date().isoformat()
        if isinstance(value, dt.date):
            return value.isoformat()
        if value == "":
            return ""
        try:
            return dt.date.fromisoformat(value).isoformat()
        except (TypeError, ValueError):
            self.say("on", f"{_quoted(value)} is not a date; write it as 2024-05-31")
            return ""

    def _rests(self) -> Iterator[Rest]:
        value = self.values.get("rests_on", [])
        for one in value if isinstance(value, list) else [value]:
            match one:
                case {"address": str(address), "fingerprint": str(print_)} if address and print_:
                    yield Rest(address, print_)
                case _:
                    self.say(
                        "rests_on",
                        "rests_on is written by the tool, with the address and fingerprint of "
                        "each provision; this one cannot be read and is not watched",
                    )


def _listed(tables: Mapping[str, Any]) -> list[Mapping[str, Any]] | None:
    """The verdicts of a file; None where they are written as something else."""
    found = tables.get(TABLE, [])
    listed = isinstance(found, list) and all(isinstance(one, dict) for one in found)
    return found if listed else None


def _parted(text: str, masked: str) -> Iterator[Span]:
    """The stretches that begin with a line [[verdict]]."""
    starts = [found.start() for found in _HEADER.finditer(masked)]
    yield from starmap(Span, pairwise([*starts, len(text)]))


_HEADER = re.compile(rf"^[ \t]{{0,80}}\[\[[ \t]{{0,8}}{TABLE}[ \t]{{0,8}}\]\]", re.MULTILINE)


def _masked(text: str) -> str:
    """A TOML text in which no quoted text and no comment can be taken for a line of its own."""
    return _QUOTED.sub(lambda found: "." * len(found[0]), text)


#: What TOML quotes, and its comments; a text that is valid TOML has no quote outside of these.
_QUOTED = re.compile(
    r"""\#[^\n]*
      | \"{3} (?: \\. | [^\\] )*? \"{3}
      | '{3} .*? '{3}
      | " (?: \\. | [^"\\\n] )* "
      | ' [^'\n]* '
    """,
    re.DOTALL | re.VERBOSE,
)


def _line_of(text: str, key: str) -> int:
    """Where the line of a key begins; the beginning where none is found."""
    line = (
        rf"^[ \t]{{0,80}}(?:\[{{1,2}})?[ \t]{{0,8}}[\"']?{re.escape(key)}[\"']?[ \t]{{0,80}}[=\].]"
    )
    found = re.search(line, text, re.MULTILINE)
    return found.start() if found else 0


def _offset(text: str, line: int, column: int) -> int:
    """The offset of a line and column, both from 1."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return min(start + column - 1, len(text))


#: A message quotes no more of a value.
_SHOWN = 40


def _quoted(value: object) -> str:
    shown = " ".join(str(value).split())
    return f'"{shown[:_SHOWN]}{"…" if len(shown) > _SHOWN else ""}"'
