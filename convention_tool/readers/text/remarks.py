"""What a drafter should know about how a text was read."""

from collections.abc import Iterator, Sequence

from convention_tool.diagnostics import Diagnostic, Severity
from convention_tool.readers.text.kinds import CONTENTS, WORDS
from convention_tool.readers.text.reflow import Stretch
from convention_tool.source import Span
from convention_tool.tree.nodes import Article, Aside, AsideKind, Instrument, Paragraph, Part

#: How many words of a line a message quotes.
_QUOTED = 8


def remarks(
    stretches: Sequence[Stretch], kinds: Sequence[str], instrument: Instrument
) -> tuple[Diagnostic, ...]:
    """The remarks on a reading, in the order of the text."""
    found = (
        *_no_article(instrument),
        *_furniture(instrument.asides),
        *_contents(stretches, kinds),
        *_references(stretches, kinds),
        *_outside(instrument),
    )
    return tuple(sorted(found))


def _no_article(instrument: Instrument) -> Iterator[Diagnostic]:
    if not instrument.every_article:
        message = 'there is no article in this text; an article begins with a line "Article 1"'
        yield Diagnostic(Span(0, 0), "no-article", message, Severity.WARNING)


def _furniture(asides: Sequence[Aside]) -> Iterator[Diagnostic]:
    lines = [aside for aside in asides if aside.kind is AsideKind.FURNITURE]
    if lines and lines[0].span:
        first = _quote(lines[0].text)
        message = (
            f"{first} looks like a page number or a running head and was set aside"
            if len(lines) == 1
            else f"{len(lines)} lines that look like page numbers or running heads were set aside, "
            f"the first of them {first}"
        )
        yield Diagnostic(lines[0].span, "page-furniture", message, Severity.NOTE)


def _contents(stretches: Sequence[Stretch], kinds: Sequence[str]) -> Iterator[Diagnostic]:
    lines = [one for one, kind in zip(stretches, kinds, strict=True) if kind == CONTENTS]
    if lines:
        span = Span(lines[0].start, lines[-1].end)
        message = f"{len(lines)} lines were read as a table of contents, not as articles"
        yield Diagnostic(span, "contents-list", message, Severity.NOTE)


def _references(stretches: Sequence[Stretch], kinds: Sequence[str]) -> Iterator[Diagnostic]:
    """Lines that stand as headings do, but were read as words because their number says so."""
    for stretch, kind in zip(stretches, kinds, strict=True):
        opens = stretch.opening
        if kind == WORDS and opens and opens.kind == "article" and opens.number and not opens.rest:
            message = (
                f"{_quote(stretch.text)} was read as a reference, not as the heading of an "
                "article: its number does not follow, or a sentence runs into it"
            )
            span = Span(stretch.start, stretch.end)
            yield Diagnostic(span, "read-as-reference", message, Severity.NOTE)


def _outside(instrument: Instrument) -> Iterator[Diagnostic]:
    """Text of the main body that stands between articles and belongs to none."""
    for paragraph in _loose(instrument.elements, beside=bool(instrument.articles)):
        if paragraph.span:
            message = f"{_quote(paragraph.text or paragraph.mark)} stands outside any article"
            yield Diagnostic(paragraph.span, "outside-articles", message, Severity.NOTE)


def _loose(elements: Sequence[Part | Article | Paragraph], *, beside: bool) -> Iterator[Paragraph]:
    """Paragraphs that stand beside articles or parts, where a text has articles at all."""
    mixed = any(isinstance(element, Article | Part) for element in elements)
    for element in elements:
        match element:
            case Paragraph():
                if beside and mixed:
                    yield element
            case Part():
                yield from _loose(element.elements, beside=beside)
            case Article():
                pass


def _quote(text: str) -> str:
    words = text.split()
    more = "…" if len(words) > _QUOTED else ""
    return f"“{' '.join(words[:_QUOTED])}{more}”"
