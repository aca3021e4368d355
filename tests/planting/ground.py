"""The general convention, and the places in it where a fault can be planted.

The commentary is left out: no rule reads it, and a text without it is read faster. So are the lines
that silence a rule: it shall find its fault, and the remarks that they silence shall stay as they
are. What is planted is words of our own on lamps and keepers, so that nobody takes them for the
convention's.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from convention_tool.analysis.definitions import Definition, Manner, definitions
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Edit
from convention_tool.readers import parse
from convention_tool.source import Span
from convention_tool.tree.nodes import Article, Node, Paragraph
from convention_tool.tree.wording import wording

CONVENTION = Path(__file__).resolve().parents[2] / "drafts" / "general-convention.txt"

#: The articles between the definitions and the Committee: whatever stands there is ordinary.
BODY = range(8, 120)

#: The status of the general convention, and two that it will have.
ZERO, NEGOTIATING, FINAL = "zero draft", "negotiating text", "final"


class Fault(NamedTuple):
    """One fault of a drafter, as changes of the text."""

    edits: tuple[Edit, ...]
    #: Where the text says that something is lacking, if that is not where it was taken out.
    told_at: Span | None = None


#: Every place of a draft where a fault can be planted, in the order of the text.
Places = Callable[[Draft], Iterator[Fault]]


@cache
def convention(status: str) -> Draft:
    """The general convention at some stage."""
    lines = CONVENTION.read_text("utf-8").splitlines(keepends=True)
    bare = "".join(line for line in lines if not line.startswith((">", "% ignore")))
    return draft(bare.replace(f"Status: {ZERO}", f"Status: {status}"))


def draft(text: str) -> Draft:
    reading = parse(text, name="draft")
    return Draft(reading.source, reading.instrument)


def changed(text: str, edits: Sequence[Edit]) -> str:
    """A text after some changes, which lie apart."""
    for span, words in sorted(edits, reverse=True):
        text = text[: span.start] + words + text[span.end :]
    return text


def insertion(place: int, words: str) -> Edit:
    return Edit(Span(place, place), words)


def end(node: Node) -> int:
    """Where a node of a draft ends."""
    assert node.span
    return node.span.end


def start(node: Node) -> int:
    """Where a node of a draft begins."""
    assert node.span
    return node.span.start


def body(draft: Draft, numbers: Sequence[int] = BODY) -> Iterator[Article]:
    """The articles with some of the numbers."""
    return (one for one in draft.instrument.articles if int(one.number) in numbers)


def growing(draft: Draft, numbers: Sequence[int] = BODY) -> Iterator[tuple[Article, int]]:
    """Articles that can take another paragraph, each with its number."""
    for article in body(draft, numbers):
        last = article.paragraphs[-1]
        if len(article.paragraphs) > 1 and last.number and not last.subparagraphs:
            yield article, int(last.number) + 1


def binds(article: Article) -> bool:
    """Whether an article has a duty."""
    return "shall" in wording(article)


def paragraph(
    *said: str, numbers: Sequence[int] = BODY, where: Callable[[Article], bool] = bool
) -> Places:
    """Words as another paragraph of an article, in turn where there are several."""

    def places(draft: Draft) -> Iterator[Fault]:
        fields = [
            (article, number) for article, number in growing(draft, numbers) if where(article)
        ]
        for (article, number), words in zip(fields, cycle(said), strict=False):
            text = words.format(article=article.number, next=int(article.number) + 1)
            yield Fault((insertion(end(article.paragraphs[-1]), f"\n\n{number}. {text}"),))

    return places


def reworded(pattern: str, words: str, numbers: Sequence[int] = BODY) -> Places:
    """Words of an article in other words: the first match in each of its provisions."""
    sought = re.compile(pattern)

    def places(draft: Draft) -> Iterator[Fault]:
        known = {id(article) for article in body(draft, numbers)}
        for stretch in draft.stretches:
            match = sought.search(stretch.words) if id(stretch.article) in known else None
            if match:
                span = draft.span_of_words(stretch, *match.span())
                assert draft.source.text[span.start : span.end] == match[0], "no whole words"
                yield Fault((Edit(span, match.expand(words)),))

    return places


def instead(*changes: Mapping[str, str], told_at: str = "") -> Places:
    """Words in the place of others that stand in the text once; each mapping is one fault.

    Args:
        changes: the other words, by those that they replace.
        told_at: how the provision begins where the text is told so, if it is another one.
    """

    def places(draft: Draft) -> Iterator[Fault]:
        text = draft.source.text
        for change in changes:
            assert all(text.count(old) == 1 for old in change), [
                (old, text.count(old)) for old in change
            ]
            edits = tuple(Edit(line(draft, old, 0), new) for old, new in change.items())
            yield Fault(edits, _provision(draft, told_at) if told_at else None)

    return places


def silent_on(*groups: Iterable[str], told_at: str) -> Places:
    """The articles without any words of a group, by which a rule knows what they have.

    Args:
        groups: words and openings of words; each group is one fault.
        told_at: how the provision begins where the text is told so.
    """

    def places(draft: Draft) -> Iterator[Fault]:
        text, first = draft.source.text, start(draft.instrument.articles[0])
        for phrases in groups:
            found = re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\w*", re.IGNORECASE)
            edits = (Edit(Span(*one.span()), "lamps") for one in found.finditer(text, first))
            yield Fault(tuple(edits), _provision(draft, told_at))

    return places


def _provision(draft: Draft, opening: str) -> Span:
    """The provision that begins with some words."""
    place = draft.source.text.index(opening)
    return Span(place, draft.source.text.index("\n\n", place))


def recital(*said: str) -> Places:
    """Words as another recital, after each of the recitals."""

    def places(draft: Draft) -> Iterator[Fault]:
        preamble = draft.instrument.preamble
        assert preamble
        for one in preamble.recitals:
            for words in said:
                yield Fault((insertion(end(one), f"\n\n{words}"),))

    return places


def above(words: str, numbers: Sequence[int] = BODY) -> Places:
    """A line above an article."""

    def places(draft: Draft) -> Iterator[Fault]:
        for article in body(draft, numbers):
            yield Fault((insertion(start(article), f"{words}\n\n"),))

    return places


def inserted_article(words: str) -> Places:
    """Another article after each article."""

    def places(draft: Draft) -> Iterator[Fault]:
        for article in body(draft):
            text = words.format(article=article.number)
            yield Fault((insertion(end(article), f"\n\n{text}"),))

    return places


def lists(draft: Draft, *, definitions: bool = False) -> Iterator[Paragraph]:
    """The paragraphs with a list, without those of the definitions or with them."""
    for article in draft.instrument.articles:
        for one in article.paragraphs:
            if one.subparagraphs and (definitions or article.number != "2"):
                yield one


def line(draft: Draft, words: str, after: int) -> Span:
    """The first place of some words, from a place on."""
    place = draft.source.text.index(words, after)
    return Span(place, place + len(words))


def ending(words: str, numbers: Sequence[int] = BODY) -> Places:
    """Words at the end of the last paragraph of an article, before its full stop."""

    def places(draft: Draft) -> Iterator[Fault]:
        for article, _ in growing(draft, numbers):
            yield Fault((insertion(end(article.paragraphs[-1]) - 1, words),))

    return places


def defined(change: Callable[[Draft, Definition, str], Edit | None]) -> Places:
    """A change of each definition of article 2: it is given the definition and its words."""

    def places(draft: Draft) -> Iterator[Fault]:
        for one in draft.fact(definitions):
            if one.manner is Manner.MEANS:
                edit = change(draft, one, one.stretch.words)
                if edit:
                    yield Fault((edit,))

    return places


def to_meaning(words: str) -> Places:
    """Words at the end of what a term means."""

    def change(_: Draft, one: Definition, said: str) -> Edit:
        node = one.stretch.node
        length = len(re.split(r"[;.](?: and)?$", said)[0])
        tail = len(said) - length
        assert node.span
        return insertion(node.span.end - tail, words)

    return defined(change)


def as_term(term: Callable[[str], str]) -> Places:
    """Another term in the place of each that is defined."""

    def change(draft: Draft, one: Definition, _: str) -> Edit:
        return Edit(draft.span_of_words(one.stretch, one.start, one.end), term(one.term))

    return defined(change)
