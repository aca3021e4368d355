"""From the tokens of a citation to what it names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from lark import Lark, Transformer
from lark.exceptions import UnexpectedToken

from convention_tool.analysis.citations.lexer import Token
from convention_tool.analysis.citations.records import Division, Target
from convention_tool.grammar import built

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The ways of citing that are kept; a long treaty has some two hundred.
_WAYS_KEPT = 4096

#: Tokens that a citation cannot end with.
_OPEN_ENDED = ("_JOIN", "_TO", "_COMMA", "_OF", "_OPEN")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the tokens of a citation say."""

    end: int
    targets: tuple[Target, ...]
    of_article: str = ""
    here: bool = False
    same: bool = False
    step: int = 0


@dataclass(slots=True)
class _Part:
    """What a rule of the grammar says, on its way up."""

    targets: list[Target]
    of_article: str = ""
    here: bool = False
    same: bool = False


def parsed(tokens: Sequence[Token]) -> Parsed | None:
    """What the longest beginning of some tokens says that is a citation; None if none is.

    What tokens say depends on their kinds alone, and treaties cite in few ways: each is parsed once,
    with the places of the tokens for their words, and filled with words afterwards.
    """
    shape = _shape(tuple(token.type for token in tokens))
    if shape is None:
        return None
    return Parsed(
        end=tokens[shape.end].end_pos,
        targets=tuple(_filled(target, tokens) for target in shape.targets),
        of_article=_word(shape.of_article, tokens)[0],
        here=shape.here,
        same=shape.same,
        step=shape.step,
    )


@lru_cache(maxsize=_WAYS_KEPT)
def _shape(kinds: tuple[str, ...]) -> Parsed | None:
    """What tokens of some kinds say, their places standing for their words and offsets."""
    left = _closed([Token(kind, str(place), place, place) for place, kind in enumerate(kinds)])
    while left:
        try:
            made: Any = _parser().parse(left)
        except UnexpectedToken as stop:
            place = next((at for at, one in enumerate(left) if one is stop.token), len(left) - 1)
            left = _closed(left[:place])
            continue
        return _result(made, left[-1].end_pos)
    return None


def _filled(target: Target, tokens: Sequence[Token]) -> Target:
    """A target of a shape, with the words of tokens in their places."""
    article, article_at = _word(target.article, tokens)
    paragraph, paragraph_at = _word(target.paragraph, tokens)
    items = tuple(_word(item, tokens) for item in target.items)
    return Target(
        tokens[target.start].start_pos,
        tokens[target.end].end_pos,
        article,
        paragraph,
        tuple(words for words, _ in items),
        tuple(Division(*(_word(each, tokens)[0] for each in one)) for one in target.divisions),
        _filled(target.last, tokens) if target.last else None,
        article_at,
        paragraph_at,
        tuple(at for _, at in items),
    )


def _word(place: str, tokens: Sequence[Token]) -> tuple[str, int]:
    """The word of the token at a place, without brackets, and where it stands.

    What is no place is a word already, and stands nowhere.
    """
    if not place.isdigit():
        return place, -1
    token = tokens[int(place)]
    bare = token.value.lstrip("( ")
    return bare.rstrip(") "), token.start_pos + len(token.value) - len(bare)


def _closed(tokens: list[Token]) -> list[Token]:
    """The tokens without those at the end that need another after them."""
    while tokens and tokens[-1].type.startswith(_OPEN_ENDED):
        tokens.pop()
    return tokens


def _result(made: Any, end: int) -> Parsed:
    if isinstance(made, int):
        return Parsed(end, (), step=made)
    assert isinstance(made, _Part)
    return Parsed(end, tuple(made.targets), made.of_article, made.here, made.same)


class _Builder(Transformer[Any, Any]):
    """One method per rule of grammars/citation.lark, in the grammar's order."""

    def articles(self, parts: list[Any]) -> _Part:
        """Articles, perhaps of a part."""
        outer = parts.pop() if isinstance(parts[-1], _Part) else None
        targets = [target for part in parts for target in part]
        return _Part(_within(targets, outer) if outer else targets)

    def article_range(self, parts: list[list[Target]]) -> list[Target]:
        """From one article to another."""
        return [_range(*parts)]

    def article(self, parts: list[Any]) -> list[Target]:
        """An article, or what is named of it."""
        number, *inside = parts
        own = Target(number.start_pos, number.end_pos, article=_number(number))
        if not inside:
            return [own]
        return _opened([target._replace(article=own.article) for target in inside[0]], own.start)

    def bracketed(self, parts: list[Any]) -> list[Target]:
        """A paragraph in brackets, "(2)", and letters of it."""
        return _lettered(parts)

    def paragraph_list(self, parts: list[list[Target]]) -> list[Target]:
        """Some paragraphs."""
        return [target for part in parts for target in part]

    def paragraph_range(self, parts: list[list[Target]]) -> list[Target]:
        """From one paragraph to another."""
        return [_range(*parts)]

    def paragraph(self, parts: list[Any]) -> list[Target]:
        """A paragraph, or letters of it."""
        return _lettered(parts)

    def item_list(self, parts: list[list[Target]]) -> list[Target]:
        """Letters after their word."""
        return parts[0]

    def letters(self, parts: list[Target]) -> list[Target]:
        """Letters of one paragraph."""
        return parts

    def letter(self, parts: list[Token]) -> Target:
        """A letter, and the numerals within it."""
        items = tuple(part.value for part in parts)
        return Target(parts[0].start_pos, parts[-1].end_pos, items=items)

    def paragraphs(self, parts: list[Any]) -> _Part:
        """Paragraphs, and the article that they are of."""
        targets, *of = parts
        return _of(targets, of)

    whole = articles
    whole_range = article_range
    whole_article = article

    def items(self, parts: list[Any]) -> _Part:
        """Letters, and what they are of."""
        targets, *of = parts
        return _of(targets, of)

    def divisions(self, parts: list[Any]) -> _Part:
        """Parts or chapters, what holds them, or what they hold."""
        return _divided(parts)

    def division(self, parts: list[Token]) -> Target:
        """One of them, or a range."""
        word, *numbers = parts
        return _division(word.value, numbers, word.start_pos)

    def bare_number(self, parts: list[Token]) -> Target:
        """Another of the same kind."""
        return _division("", parts, parts[0].start_pos)

    def annexes(self, parts: list[Any]) -> _Part:
        """Annexes, or what they hold."""
        return _divided(parts)

    def annex(self, parts: list[Token]) -> Target:
        """One of them, or a range."""
        return _division("annex", parts, parts[0].start_pos)

    def neighbour(self, parts: list[Token]) -> int:
        """The provision before, or after."""
        return -1 if any(part.type == "BEFORE" for part in parts) else 1


def _number(token: Token) -> str:
    return token.value


def _range(first: list[Target], last: list[Target]) -> Target:
    """The first provision of a range, which knows its last."""
    begin, end = first[0], last[-1]
    return begin._replace(last=end)


def _lettered(parts: list[Any]) -> list[Target]:
    """A paragraph by its number, or the letters that follow it."""
    number, *letters = parts
    own = Target(number.start_pos, number.end_pos, paragraph=_number(number))
    if not letters:
        return [own]
    return _opened([one._replace(paragraph=own.paragraph) for one in letters[0]], own.start)


def _opened(targets: list[Target], start: int) -> list[Target]:
    """Some targets, the first of which begins with the number that holds them all."""
    return [targets[0]._replace(start=start), *targets[1:]]


def _of(targets: list[Target], of: list[Any]) -> _Part:
    """Targets, each of the articles or paragraphs that are named after them."""
    if not of:
        return _Part(targets)
    outer = of[0]
    if not isinstance(outer, _Part):
        return _Part(targets, here=outer.type == "HERE", same=outer.type == "SAME")
    held = [
        target._replace(
            article=holder.article,
            paragraph=target.paragraph or holder.paragraph,
            divisions=holder.divisions,
        )
        for holder in outer.targets
        for target in targets
    ]
    if len(held) == 1:
        held = [held[0]._replace(end=outer.targets[0].end)]
    named = outer.of_article or (outer.targets[0].article if outer.targets else "")
    return _Part(held, named, outer.here, outer.same)


def _within(targets: list[Target], outer: _Part) -> list[Target]:
    """Targets in a division that is named beside them."""
    holder = outer.targets[0].divisions if outer.targets else ()
    return [target._replace(divisions=(*target.divisions, *holder)) for target in targets]


def _division(kind: str, numbers: list[Token], start: int) -> Target:
    first, *others = (
        Target(number.start_pos, number.end_pos, divisions=(Division(kind, _number(number)),))
        for number in numbers
    )
    first = first._replace(start=start)
    return first._replace(last=others[0]) if others else first


def _divided(parts: list[Any]) -> _Part:
    """Divisions of one kind, within others or holding provisions."""
    inner = parts.pop() if isinstance(parts[-1], _Part) else None
    kind = parts[0].divisions[0].kind
    own = [part._replace(divisions=(Division(kind, part.divisions[0].number),)) for part in parts]
    if inner is None:
        return _Part(own)
    if all(target.is_division for target in inner.targets):
        return _Part(_within(own, inner))
    holder = own[0].divisions
    held = [one._replace(divisions=(*one.divisions, *holder)) for one in inner.targets]
    return _Part(_opened(held, own[0].start), inner.of_article, inner.here, inner.same)


@cache
def _parser() -> Lark:
    return built("citation.lark", start="citation", transformer=_Builder())
