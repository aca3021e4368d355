"""An instrument as plain text: the form in which drafts are written and read back.

One block a line, an empty line between blocks; no word is changed, and text that is written here
and read again gives an equal tree. Commentary is written as the drafters write it, in lines that
begin with "> ". What was set aside (page numbers, private comments) is not written.
"""

from collections.abc import Iterator

from convention_tool.tree.nodes import (
    Annex,
    AnnexKind,
    Article,
    Conclusions,
    Element,
    Instrument,
    Note,
    NoteKind,
    Paragraph,
    Part,
    Preamble,
    Recital,
    Subparagraph,
)


def write(instrument: Instrument) -> bytes:
    """The instrument as UTF-8 text that ends in a newline."""
    text = "\n\n".join(block for block in _blocks(instrument) if block)
    return f"{text}\n".encode() if text else b""


def _blocks(instrument: Instrument) -> Iterator[str]:
    yield "\n".join(f"{name}: {value}" for name, value in instrument.header)
    yield from _notes(instrument.notes)
    yield instrument.title
    yield from instrument.adoption
    if instrument.contents:
        yield "\n".join(instrument.contents.lines)
    if instrument.preamble:
        yield from _preamble(instrument.preamble)
    yield from _elements(instrument.elements)
    if instrument.conclusions:
        yield from _conclusions(instrument.conclusions)
    for annex in instrument.annexes:
        yield from _annex(annex)


def _preamble(preamble: Preamble) -> Iterator[str]:
    yield preamble.heading
    yield preamble.subject
    for recital in preamble.recitals:
        yield _marked(recital)
        yield from _notes(recital.notes)
    yield preamble.formula
    yield from _notes(preamble.notes)


def _elements(elements: tuple[Element, ...]) -> Iterator[str]:
    for element in elements:
        match element:
            case Part():
                yield _headed(element)
                yield from _notes(element.notes)
                yield from _elements(element.elements)
            case Article():
                yield _headed(element)
                yield from _paragraphs(element.paragraphs)
                yield from _notes(element.notes)
            case Paragraph():
                yield from _paragraphs((element,))


def _headed(unit: Part | Article | Annex) -> str:
    """The label and number of a unit, and its heading on the next line.

    A heading that ends as sentences do stays on the line of the number: below it, it would be text.
    """
    first = " ".join(words for words in (unit.label, unit.number) if words)
    if isinstance(unit, Article) and unit.heading.endswith((".", ";", ":", ",")):
        return f"{first} – {unit.heading}"
    return "\n".join(line for line in (first, unit.heading) if line)


def _paragraphs(units: tuple[Paragraph, ...] | tuple[Subparagraph, ...]) -> Iterator[str]:
    for unit in units:
        yield _marked(unit)
        yield from _paragraphs(unit.subparagraphs)
        yield from unit.closing.split("\n")
        yield from _notes(unit.notes)


def _marked(unit: Paragraph | Subparagraph | Recital) -> str:
    return " ".join(words for words in (unit.mark, unit.text) if words)


def _conclusions(conclusions: Conclusions) -> Iterator[str]:
    yield from _paragraphs(conclusions.paragraphs)
    yield from _notes(conclusions.notes)


def _annex(annex: Annex) -> Iterator[str]:
    yield annex.heading if annex.kind is AnnexKind.REPRODUCED else _headed(annex)
    yield from _notes(annex.notes)
    if annex.preamble:
        yield from _preamble(annex.preamble)
    yield from _elements(annex.elements)
    if annex.conclusions:
        yield from _conclusions(annex.conclusions)


def _notes(notes: tuple[Note, ...]) -> Iterator[str]:
    for note in notes:
        if note.kind is NoteKind.COMMENTARY:
            yield "\n>\n".join(f"> {words}" for words in note.text.split("\n\n"))
        else:
            yield note.text
