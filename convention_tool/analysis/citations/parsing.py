"""From the tokens of a citation to what it names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from lark import Lark, Transformer
from lark.exceptions import UnexpectedToken

from convention_tool.analysis.citations.lexer import COUNTS, Token
from convention_tool.analysis.citations.records import (
    Division,
    Kind,
    Reading,
    Step,
    Target,
    pointers,
)
from convention_tool.grammar import built

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: The ways of citing that are kept; a long treaty has some two hundred.
_WAYS_KEPT = 4096

#: Tokens that a citation cannot end with.
_OPEN_ENDED = ("_JOIN", "_TO", "_COMMA", "_OF", "_OPEN")


@dataclass(slots=True)
class _Part:
    """What a rule of the grammar says, on its way up."""

    targets: list[Target]
    of_article: str = ""
    here: bool = False
    same: bool = False
    alone: Kind | None = None
    step: Step | None = None


def parsed(tokens: Sequence[Token], divisions: Mapping[str, str]) -> Reading | None:
    """What the longest beginning of some tokens says that is a citation; None if none is.

    What tokens say depends on their kinds alone, and treaties cite in few ways: each is parsed once,
    with the places of the tokens for their words, and filled with words afterwards.

    Args:
        tokens: of one citation, as far as they go.
        divisions: the words for parts and chapters, and what these are called in ours.
    """
    shape = _shape(tuple(token.type for token in tokens))
    if shape is None:
        return None
    targets = tuple(_filled(target, tokens, divisions) for target in shape.targets)
    return shape._replace(
        end=tokens[shape.end].end_pos,
        targets=targets,
        pointers=pointers(targets),
        is_bare=bool(targets) and not any(one.article or one.divisions for one in targets),
        of_article=_word(shape.of_article, tokens)[0],
    )


@lru_cache(maxsize=_WAYS_KEPT)
def _shape(kinds: tuple[str, ...]) -> Reading | None:
    """What tokens of some kinds say, their places standing for their words and offsets."""
    left = _closed([Token(kind, str(place), place, place) for place, kind in enumerate(kinds)])
    while left:
        try:
            made: Any = _parser().parse(left)
        except UnexpectedToken as stop:
            place = next((at for at, one in enumerate(left) if one is stop.token), len(left) - 1)
            left = _closed(left[:place])
            continue
        if outer := _outer(kinds, left):
            left = _closed(left[:outer])
            continue
        return Reading(
            left[-1].end_pos,
            tuple(made.targets),
            made.of_article,
            made.here,
            made.same,
            made.alone,
            made.step,
        )
    return None


def _outer(kinds: tuple[str, ...], left: list[Token]) -> int:
    """Where paragraphs begin that are of the article after them, not of the one before; 0 for none.

    "article 14, paragraphs 1 and 3 of article 15".
    """
    follows = kinds[len(left) : len(left) + 2]
    if follows[:1] != ("_OF",) or not follows[-1].startswith("_ARTICLE"):
        return 0
    return max(
        (place for place, one in enumerate(left) if one.type == "_COMMA_PARAGRAPH"), default=0
    )


def _filled(target: Target, tokens: Sequence[Token], names: Mapping[str, str]) -> Target:
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
        tuple(_division_named(one, tokens, names) for one in target.divisions),
        _filled(target.last, tokens, names) if target.last else None,
        article_at,
        paragraph_at,
        tuple(at for _, at in items),
    )


def _division_named(one: Division, tokens: Sequence[Token], names: Mapping[str, str]) -> Division:
    """A division with the name that every language gives it."""
    kind, number = (_word(each, tokens)[0] for each in one)
    return Division(names.get(kind.casefold(), kind), number)


def _word(place: str, tokens: Sequence[Token]) -> tuple[str, int]:
    """The word of the token at a place, without brackets, and where it stands.

    What is no place is a word already, and stands nowhere.
    """
    if not place.isdigit():
        return place, -1
    token = tokens[int(place)]
    bare = token.value.lstrip("(. ")
    return bare.rstrip("). "), token.start_pos + len(token.value) - len(bare)


def _closed(tokens: list[Token]) -> list[Token]:
    """The tokens without those at the end that need another after them."""
    while tokens and tokens[-1].type.startswith(_OPEN_ENDED):
        tokens.pop()
    return tokens


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

    def bracketed(self, parts: list[list[Target]]) -> list[Target]:
        """Paragraphs in brackets."""
        return [target for part in parts for target in part]

    def brackets_range(self, parts: list[list[Target]]) -> list[Target]:
        """From one of them to another."""
        return [_range(*parts)]

    def in_brackets(self, parts: list[Any]) -> list[Target]:
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

    some_paragraphs = paragraph_list
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

    def here_annex(self, parts: list[Token]) -> _Part:
        """The annex in which the words stand, or the only one."""
        [named] = parts
        divisions = (Division("annex", ""),)
        return _Part([Target(named.start_pos, named.end_pos, divisions=divisions)])

    def pointed_paragraph(self, parts: list[Token]) -> Token:
        """This paragraph, or that one."""
        return parts[0]

    def ordinals(self, parts: list[Any]) -> _Part:
        """Paragraphs by their places, and the article that they are of."""
        targets = [part for part in parts if isinstance(part, Target)]
        return _of(targets, parts[len(targets) :])

    def ordinal(self, parts: list[Token]) -> Target:
        """One place."""
        [place] = parts
        return Target(place.start_pos, place.end_pos, paragraph=_number(place))

    def neighbour(self, parts: list[Any]) -> _Part:
        """What stands before the words, or after them."""
        kind, is_many = next(part for part in parts if isinstance(part, tuple))
        side = next(part for part in parts if isinstance(part, int))
        in_part = None in parts
        count = next(
            (
                _COUNTED[one.type]
                for one in parts
                if isinstance(one, Token) and one.type in _COUNTED
            ),
            0,
        )
        here = any(isinstance(one, Token) and one.type in _HERE for one in parts)
        if is_many and not count:
            # All that stand before are meant; of those after, nobody knows how many.
            return _Part([], here=here, step=Step(kind, 0, in_part=in_part) if side < 0 else None)
        return _Part([], here=here, step=Step(kind, side * (count or 1)))

    def side(self, parts: list[Token]) -> int:
        """Before, or after."""
        return -1 if parts[0].type == "BEFORE" else 1

    def here_part(self, _: list[Token]) -> None:
        """Of the part in which the words stand."""

    def unit_article(self, _: list[Token]) -> tuple[Kind, bool]:
        """One article."""
        return Kind.ARTICLE, False

    def unit_articles(self, _: list[Token]) -> tuple[Kind, bool]:
        """Several."""
        return Kind.ARTICLE, True

    def unit_paragraph(self, _: list[Token]) -> tuple[Kind, bool]:
        """One paragraph."""
        return Kind.PARAGRAPH, False

    def unit_paragraphs(self, _: list[Token]) -> tuple[Kind, bool]:
        """Several."""
        return Kind.PARAGRAPH, True

    def alone(self, parts: list[Token]) -> _Part:
        """What is named by its kind alone."""
        side, _, kind = parts[0].type.partition("_")
        named = Kind(kind.lower() or "article")
        return _Part([], here=side in _HERE, same=side in _SAME, alone=named)


#: How many the words for a number say.
_COUNTED = {name: value for value, name in COUNTS.items()}

#: What points to where the words stand, to what was named before; one word of French does both.
_HERE = ("HERE", "EITHER")
_SAME = ("SAME", "EITHER")


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
        side = outer.type.partition("_")[0]
        return _Part(targets, here=side in _HERE, same=side in _SAME)
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
    here = isinstance(parts[-1], Token) and bool(parts.pop())
    inner = parts.pop() if isinstance(parts[-1], _Part) else None
    kind = parts[0].divisions[0].kind
    own = [part._replace(divisions=(Division(kind, part.divisions[0].number),)) for part in parts]
    if inner is None:
        return _Part(own, here=here)
    if all(target.is_division for target in inner.targets):
        return _Part(_within(own, inner))
    holder = own[0].divisions
    held = [one._replace(divisions=(*one.divisions, *holder)) for one in inner.targets]
    return _Part(_opened(held, own[0].start), inner.of_article, inner.here, inner.same)


@cache
def _parser() -> Lark:
    return built("citation.lark", start="citation", transformer=_Builder())
