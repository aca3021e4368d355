"""Opening room for an article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.citations import Kind, Owner, mentions
from convention_tool.analysis.numbering import Rank, canonical
from convention_tool.authoring.counting import Printing, based, read
from convention_tool.authoring.edits import Shift, edited, line_end_of
from convention_tool.authoring.moving import Check, Moved, moved
from convention_tool.authoring.passages import passages
from convention_tool.authoring.places import covered
from convention_tool.catalogue.authoring import to_be_written
from convention_tool.catalogue.vocabulary import inserted
from convention_tool.diagnostics import Edit
from convention_tool.errors import ConventionToolError
from convention_tool.readers import parse
from convention_tool.source import Span
from convention_tool.tree.nodes import AsideKind, Note, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.citations import Mention
    from convention_tool.analysis.draft import Draft
    from convention_tool.authoring.passages import Passage
    from convention_tool.authoring.plan import Plan
    from convention_tool.tree.nodes import Article, Element, Instrument


class CannotInsertError(ConventionToolError):
    """A place in a draft where no article can be put, or words that make none there."""


class Room(NamedTuple):
    """Where an article is to stand, by the numbers that the draft has."""

    #: "12" and "12 bis" are as the draft prints them; "0" opens the text.
    number: str
    #: Whether it goes before that article; else after it.
    before: bool = False
    #: Whether it is to be "12 bis", and all others keep their numbers.
    bis: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an article goes among the others."""

    articles: Sequence[Article]
    printing: Printing
    ranks: Sequence[Rank | None]
    #: How many articles stand before it.
    at: int
    before: bool

    @property
    def neighbour(self) -> Article:
        """The article that the new one follows, or goes before."""
        return self.articles[self.at if self.before else self.at - 1]


def insert(draft: Draft, room: Room, heading: str = "", text: str = "") -> tuple[Moved, str]:
    """A draft with a new article, those after it renumbered and the references moved along.

    Args:
        draft: read from a plain text.
        room: where the article goes.
        heading: of the article.
        text: its paragraphs, an empty line between; what stands there until then if it is empty.

    Returns:
        The new text, and the number of the article.

    Raises:
        CannotInsertError: there is no such place, or what is given is not one article there.
        CannotRenumberError: the others cannot be renumbered.
    """
    place = _place(draft.instrument, room)
    number = _bis(place) if room.bis else place.printing(_value(place))
    shifted = moved(draft, {} if room.bis else _plan(place))
    block = Edit(_gap(draft, place), _block(draft, place, number, heading, text))
    edits = tuple(sorted((*shifted.edits, block)))
    written = edited(draft.source.text, edits)
    _check(
        parse(shifted.text, language=draft.instrument.language).instrument,
        written,
        place,
        number,
        heading,
    )
    at = Shift(shifted.edits).offset(block.span.start)
    checks = [_behind(one, at, len(block.text)) for one in shifted.checks]
    checks.extend(_neighbours(draft, place, Shift(edits)))
    return replace(shifted, text=written, edits=edits, checks=tuple(sorted(checks))), number


def _place(instrument: Instrument, room: Room) -> _Place:
    articles = instrument.articles
    if not articles:
        raise CannotInsertError("there is no article in this draft yet; write the first by hand")
    printing, ranks = read([article.number for article in articles])
    if printing is None:
        raise CannotInsertError("the articles of this draft are not numbered in one series")
    if room.number == "0" and not room.before:
        return _Place(articles, printing, ranks, 0, before=True)
    wanted = canonical(room.number)
    found = [at for at, one in enumerate(articles) if canonical(one.number) == wanted]
    if not found:
        raise CannotInsertError(f"there is no article {room.number} in this draft")
    if len(found) > 1:
        raise CannotInsertError(
            f"{len(found)} articles of this draft have the number {room.number}; renumber it first"
        )
    at = found[0]
    own = ranks[at]
    if own is None:
        raise CannotInsertError(
            f"article {room.number} has no number yet; renumber the draft first"
        )
    if room.before:
        if own.inserted:
            raise CannotInsertError(
                f"article {articles[at].number} belongs to the article before it; name that one"
            )
        return _Place(articles, printing, ranks, at, before=True)
    at += 1
    while at < len(articles) and (rank := ranks[at]) and rank.inserted and rank.main == own.main:
        at += 1
    return _Place(articles, printing, ranks, at, before=False)


def _value(place: _Place) -> int:
    """What the new article counts as."""
    ranks = place.ranks
    if place.at == 0:
        return ranks[0].main if ranks[0] else 1
    before = ranks[place.at - 1]
    return before.main + 1 if before else place.at + 1


def _bis(place: _Place) -> str:
    """The next number of the kind "12 bis" after the article before the place."""
    if place.at == 0:
        raise CannotInsertError("there is no article before it whose number it could have with bis")
    before = place.ranks[place.at - 1]
    assert before
    words = (word for word, rank in inserted().items() if rank == before.inserted + 1)
    word = next(words, "")
    if not word:
        raise CannotInsertError(f"there are no words beyond {place.articles[place.at - 1].number}")
    return f"{place.printing(before.main)} {word}"


def _plan(place: _Place) -> Plan:
    """The new numbers of the articles after the place, up to a number that was free."""
    made: Plan = {}
    last = before = _value(place)
    for article, rank in zip(place.articles[place.at :], place.ranks[place.at :], strict=True):
        if rank is None:
            continue
        if rank.main < before - 1 or (rank.main > last and not rank.inserted):
            break  # a part counts anew, or a number was free
        before = rank.main
        if not rank.inserted:
            last += 1
            made[id(article)] = place.printing(last)
        elif last > rank.main:
            made[id(article)] = based(article.number, place.printing(last))
    return made


def _gap(draft: Draft, place: _Place) -> Span:
    """Where in the source the article goes: on a line of its own, above the comments on the next."""
    span = draft.span(place.neighbour)
    if not place.before:
        end = draft.source.line_at(max(span.end - 1, 0)).end
        return Span(end, end)
    start = draft.source.line_at(span.start).start
    for aside in sorted(draft.instrument.asides, key=draft.span, reverse=True):
        own = draft.span(aside)
        above = own.end <= start and not draft.source.text[own.end : start].strip()
        if above and aside.kind is AsideKind.COMMENT:
            start = draft.source.line_at(own.start).start
    return Span(start, start)


def _block(draft: Draft, place: _Place, number: str, heading: str, text: str) -> str:
    """The lines of the new article, as those of its neighbour are laid out."""
    line_end = line_end_of(draft.source.text)
    own = place.neighbour
    first = f"{own.label} {number}"
    if heading:
        first += f"{_separator(draft, own) or line_end}{' '.join(heading.split())}"
    body = text.strip() or to_be_written(draft.instrument.language)
    article = line_end.join((first, "", *(line.rstrip() for line in body.splitlines())))
    return f"{article}{line_end * 2}" if place.before else f"{line_end * 2}{article}"


def _separator(draft: Draft, article: Article) -> str:
    """What stands between number and heading of an article; "" for one without a heading."""
    if not article.heading or not article.span:
        return ""
    found = passages(draft.source, draft.instrument)
    head = next(one for one in found.all if one.node is article)
    if head.places is None or id(article) not in found.numbers:
        return ""
    start = found.numbers[id(article)] + len(article.number)
    between = draft.source.text[start : head.places[0]]
    return between if not between.strip(" .:-–—\r\n") else ""


def _check(before: Instrument, written: str, place: _Place, number: str, heading: str) -> None:
    """Read the result: it must be the text before with one article more."""
    after = parse(written, language=before.language).instrument
    made = after.articles[place.at] if len(after.articles) > place.at else None
    said = " ".join(heading.split())
    if made is None or made.number != number or made.heading != said or made.paragraphs == ():
        raise CannotInsertError("with these words no article would be read there; try others")
    if replace(after, elements=_without(after.elements, made)) != before:
        raise CannotInsertError(
            "with these words the text around the article would be read otherwise"
        )


def _without(elements: Sequence[Element], article: Article) -> tuple[Element, ...]:
    return tuple(
        replace(one, elements=_without(one.elements, article)) if isinstance(one, Part) else one
        for one in elements
        if one is not article
    )


def _behind(one: Check, at: int, length: int) -> Check:
    """A remark, moved along where it stands behind the new article."""
    start, end = one.span
    return one if start < at else Check(Span(start + length, end + length), one.message)


def _neighbours(draft: Draft, place: _Place, shift: Shift) -> Iterator[Check]:
    """Words that reach up to the new article: "the preceding article", "articles 8 to 12"."""
    before, after = (
        place.articles[at] if 0 <= at < len(place.articles) else None
        for at in (place.at - 1, place.at)
    )
    for passage in passages(draft.source, draft.instrument).all:
        if isinstance(passage.node, Note) or passage.home is not draft.instrument:
            continue
        for mention in mentions(passage.words, draft.instrument.language):
            if mention.owner is not Owner.OTHER and passage.places is not None:
                span = shift.span(covered(passage.places, mention.start, mention.end))
                if _steps(mention, passage, before, after):
                    words = passage.words[mention.start : mention.end]
                    yield Check(span, f'"{words}" reaches the new article now')
                elif side := _side(mention, before, after):
                    yield Check(span, f"a range of articles {side} the new article")


def _steps(
    mention: Mention, passage: Passage, before: Article | None, after: Article | None
) -> bool:
    """Whether words in a neighbour name the article beside it by its place."""
    step = mention.reading.step
    if step is None or step.kind is not Kind.ARTICLE or passage.article is None:
        return False
    beside = after if step.places <= 0 else before
    return passage.article is beside


def _side(mention: Mention, before: Article | None, after: Article | None) -> str:
    """Whether a range of articles ends just before the new one, or begins just after it."""
    for target in mention.targets:
        last = target.last
        if last is None or target.paragraph or not (target.article and last.article):
            continue
        if before and canonical(last.article) == canonical(before.number):
            return "ends just before"
        if after and canonical(target.article) == canonical(after.number):
            return "begins just after"
    return ""
