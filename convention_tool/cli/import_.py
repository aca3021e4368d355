"""`convention-tool import`: a treaty in any format, as an editable draft."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from convention_tool import render
from convention_tool.cli.drafts import STANDARD_INPUT
from convention_tool.cli.group import Stopped
from convention_tool.cli.results import output_option, print_or_save
from convention_tool.cli.show import remark
from convention_tool.readers import parse, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.readers.reading import Choice, Confidence
    from convention_tool.tree.nodes import Instrument

#: Of words that were guessed or dropped, so many are shown, each cut to so many letters.
_SHOWN, _LONGEST = 3, 40


@click.command("import")
@click.argument("file")
@click.option("--old", is_flag=True, help="Of a file with tracked changes, the text before them.")
@output_option
def command(file: str, output: str | None, *, old: bool) -> None:
    """Make an editable draft of FILE: Word, OpenDocument, PDF, a web page, Akoma Ntoso, Markdown.

    The draft is plain text in the form that this tool reads and writes. What had to be guessed
    (numbers of automatic lists, words broken at the end of a line), and what was left out as no
    part of the text (headers, page numbers, navigation), is reported, so that you know where to
    look. Lines in remarks are those of the draft.

    \b
    Examples:
      convention-tool import treaty.docx -o draft.txt
      convention-tool import treaty.pdf -o draft.txt
      convention-tool import marked-up.docx --old -o before.txt
    """
    reading = read(file, old=old)
    if reading.confidence is None:
        raise Stopped(f"{file} is plain text, which is a draft as it is; nothing is to be imported")
    data = render(reading.instrument, "text")
    print_or_save(data, output, file)
    for line in _told(reading.confidence, reading.instrument, Path(file).name):
        click.echo(line, err=True)
    name = output if output and output != STANDARD_INPUT else "draft"
    again = parse(data.decode(), name=name, language=reading.instrument.language)
    remark(again.diagnostics, again.source)


def _told(confidence: Confidence, instrument: Instrument, name: str) -> Iterator[str]:
    """What was read, guessed and dropped, a line each."""
    yield f"Read {name}, {confidence.kind}: {_size(instrument)}"
    for choice in confidence.guessed:
        yield f"Guessed: {_choice(choice)}"
    for choice in confidence.dropped:
        yield f"Dropped: {_choice(choice)}"
    if not (confidence.guessed or confidence.dropped):
        yield "Nothing was guessed, and nothing was dropped."


def _choice(choice: Choice) -> str:
    words = dict.fromkeys(shorten(one, _LONGEST, placeholder="…") for one in choice.words if one)
    shown = "; ".join(list(words)[:_SHOWN])
    more = "; …" if len(words) > _SHOWN else ""
    return f"{choice.what} ({len(choice.words)}): {shown}{more}"


def _size(instrument: Instrument) -> str:
    counts = (
        (len(instrument.articles), "article"),
        (len(instrument.parts), "part"),
        (len(instrument.annexes), "annex"),
    )
    said = [f"{count} {_plural(word, count)}" for count, word in counts if count]
    return ", ".join(said) or "no article"


def _plural(word: str, count: int) -> str:
    if count == 1:
        return word
    return f"{word}es" if word.endswith("x") else f"{word}s"
