"""The terms by which a draft defines people, each followed to the groups it resolves to.

"Covered person" may mean a migrant other than a visitor, and "migrant" any person outside the own
State: a term is followed through those that its definition uses, to the groups that it takes in,
leaves out, or leaves open because not all of their members need meet what it asks. A definition
for one article or Part counts there only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.continuing import body_of
from convention_tool.analysis.coverage.holding import gated, is_part_of
from convention_tool.analysis.coverage.lexicon import Lexicon, LocalClass, Words
from convention_tool.analysis.coverage.patterns import Pattern, pattern
from convention_tool.catalogue.groups import groups
from convention_tool.catalogue.holders import HolderClass
from convention_tool.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convention_tool.analysis.coverage.clauses import Clause
    from convention_tool.tree.nodes import Node, Part

#: Names that can be looked for: words of letters, a few of them.
_NAME = re.compile(r"[^\W\d_][\w' -]{1,60}")

#: How much of a definition says whom it defines; what follows are conditions and examples.
_GENUS = 60

#: A term is followed through so many others; no draft that a person wrote nests more.
STEPS = 12

#: So many definitions are followed; the longest treaties have a tenth of that.
MOST = 400

#: Letters by which a name may stand in a text at all.
_STEM = 5

#: How much of it is read, with the conditions.
_READ = 3 * _GENUS


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term that a draft defines as people."""

    #: In small letters.
    name: str
    clause: Clause
    #: Where the term stands in the clause.
    span: Span
    #: Whom it reaches by the words of its definition.
    kind: HolderClass
    #: Whether it is a name of the draft's own, which no list of ours has.
    own: bool
    #: The other terms through which it was followed, the nearest first.
    through: tuple[str, ...] = ()
    #: The ids of the classes that these and the words of the definition name.
    bases: frozenset[str] = frozenset()
    #: The article or Part in which alone the name counts.
    only_in: Node | None = None

    @property
    def local(self) -> LocalClass:
        """The class of holders that the term names."""
        return LocalClass(self.kind, id(self.only_in) if self.only_in else None)


def terms(clauses: Iterable[Clause], known: Lexicon) -> tuple[Term, ...]:
    """The terms that define people, in the order of the text."""
    defined: dict[str, _Definition] = {}
    for clause in clauses:
        if clause.preamble or clause.heading:
            continue
        for one in _definitions(clause, known.every):
            if len(defined) < MOST:
                defined.setdefault(one.name, one)
    heads = " ".join(
        f"{one.name} {one.clause.text[: one.span.start]} {one.body[:_READ]}"
        for one in defined.values()
    )
    resolver = _Resolver(defined, known.words(heads, whoever=True))
    return tuple(found for one in defined.values() if (found := resolver.term(one)))


def limited_to(clause: Clause, start: int, words: Words) -> Node | None:
    """The article or Part to which a definition is limited by the words before it."""
    before = clause.text[:start]
    if part := this_division(clause, before, words):
        return part
    return clause.article if words["this_article"].stands_in(before) else None


def this_division(clause: Clause, text: str, words: Words) -> Part | None:
    """The division that a clause means by "this Part": the innermost that is called so."""
    for span in words["this_part"].find(text):
        called = text[span.start : span.end].rsplit(maxsplit=1)[-1]
        for part in reversed(clause.parts):
            if part.label.casefold() == called:
                return part
    return None


@dataclass(frozen=True, slots=True)
class _Definition:
    """What a clause says a term means."""

    name: str
    span: Span
    clause: Clause
    body: str


def _definitions(clause: Clause, words: Words) -> Iterator[_Definition]:
    match = words.defined(clause.text)
    if match is None or words["exclusion"].stands_in(match[0]):
        return
    group = next(number for number, term in enumerate(match.groups(), 1) if term)
    name = match[group].strip()
    if _NAME.fullmatch(name):
        yield _Definition(name, Span(*match.span(group)), clause, clause.text[match.end() :])


@dataclass(frozen=True, slots=True)
class _Resolver:
    """Follows definitions through one another."""

    defined: Mapping[str, _Definition]
    words: Words
    _found: dict[str, Term | None] = field(default_factory=dict)

    def term(self, one: _Definition, above: frozenset[str] = frozenset()) -> Term | None:
        """A term resolved, once; None where it does not define people, or after too many steps."""
        if one.name not in self._found:
            if len(above) >= STEPS:
                return None
            self._found[one.name] = self._term(one, above)
        return self._found[one.name]

    def _term(self, one: _Definition, above: frozenset[str]) -> Term | None:
        static = next(
            (kind for kind, names in self.words.classes if names.is_all_of(one.name)), None
        )
        resolved = self._resolved(one, above | {one.name})
        if resolved is None:
            return None
        kind, through, bases = resolved
        if static:
            kind = static
        phrases = tuple(_phrases(one.name))
        return Term(
            name=one.name,
            clause=one.clause,
            span=one.span,
            kind=kind if static else replace(kind, id=f"term:{one.name}", phrases=phrases),
            own=not (static or self._has_known_people(one.name)),
            through=through,
            bases=bases,
            only_in=limited_to(one.clause, one.span.start, self.words),
        )

    def _has_known_people(self, name: str) -> bool:
        """Whether a name holds that of a group, or of a class that cuts across groups.

        "Migrant child" is looked for as a child; "settled migrant" is a narrower name for some
        migrants and has to be looked for itself.
        """
        return any(names.stands_in(name) for _, names in self.words.names) or any(
            kind.across and names.stands_in(name) for kind, names in self.words.classes
        )

    def _resolved(
        self, one: _Definition, above: frozenset[str]
    ) -> tuple[HolderClass, tuple[str, ...], frozenset[str]] | None:
        """Whom a definition reaches, and the terms and classes that it was followed through."""
        head = one.body[:_GENUS].partition(";")[0]
        found = self._genus(head, above)
        if found is None:
            return None
        base, through, bases, end = found
        after = one.body[end:]
        asks = self._asks(after)
        opened = base.reaches if asks and through else base.open
        return (
            replace(
                base,
                id="",
                title=one.name,
                described=(),
                across=base.across and not asks,
                open=opened,
                gated=base.gated or gated(body_of(one.body) + after[:_GENUS], self.words),
            ),
            through,
            bases,
        )

    def _genus(
        self, head: str, above: frozenset[str]
    ) -> tuple[HolderClass, tuple[str, ...], frozenset[str], int] | None:
        """What a definition says its term is: another term, a class of holders, or a person."""
        candidates: list[tuple[Span, HolderClass, tuple[str, ...], frozenset[str]]] = []
        for name, other in self.defined.items():
            if name in above or name.split()[0][:_STEM] not in head:
                continue
            span = self._opening(_plural(name), head)
            if span and (term := self.term(other, above)):
                bases = term.bases | {term.kind.id}
                candidates.append((span, term.kind, (name, *term.through), bases))
        particular = sorted(span for _, names in self.words.names for span in names.find(head))
        for kind, names in self.words.classes:
            span = self._opening(names, head)
            if span and not is_part_of(span, particular):
                candidates.append((span, kind, (kind.title,), frozenset({kind.id})))
        if candidates:
            span, kind, through, bases = max(candidates, key=lambda one: one[0].end)
            return kind, through, bases, span.end
        if listed := self._listed(head):
            return listed
        for name in ("universal", "person"):
            if person := self._opening(self.words[name], head):
                end = self._before_relative(head, person)
                return self._person(head[end:]), (), frozenset(), end
        return None

    def _listed(self, head: str) -> tuple[HolderClass, tuple[str, ...], frozenset[str], int] | None:
        """The groups that a definition lists by their names: "a student, a trainee or a nurse"."""
        named = {
            group: span
            for group, names in self.words.names
            if (span := next(names.find(head), None)) is not None
        }
        if not any(self._determined(head[: span.start]) for span in named.values()):
            return None
        kind = HolderClass(id="", title="", reaches=tuple(named), phrases=())
        return kind, (), frozenset(), max(span.end for span in named.values())

    def _opening(self, names: Pattern, head: str) -> Span | None:
        """Where a definition opens with a name, but for words such as "any"."""
        span = next(names.find(head), None)
        if span is None:
            return None
        return span if self._determined(head[: span.start]) else None

    def _determined(self, before: str) -> bool:
        """Whether nothing but words such as "any" stands before a name."""
        words = before.strip(" ,:")
        return not words or self.words["determiner"].is_all_of(words)

    def _before_relative(self, head: str, person: Span) -> int:
        """Where "one who" ends but for its "who", which opens what is asked of those defined."""
        inside = [span for span in self.words["relative"].find(head) if span.end == person.end]
        return inside[0].start if inside else person.end

    def _person(self, described: str) -> HolderClass:
        """Everyone, a class that is described, or those of every group who meet what is asked."""
        for kind, means in self.words.described:
            if means.stands_in(described):
                return kind
        everyone = tuple(group.id for group in groups())
        asks = self._asks(described)
        return HolderClass(
            id="",
            title="",
            reaches=() if asks else everyone,
            phrases=(),
            open=everyone if asks else (),
        )

    def _asks(self, after: str) -> bool:
        """Whether what follows narrows those defined: "who has lived there for five years"."""
        near = after[:_GENUS].lstrip(" ,")
        return self.words["relative"].opens(near) and not (
            self.words["presence"].opens(near) or self.words["neutral"].stands_in(near)
        )


def _plural(name: str) -> Pattern:
    return pattern(_phrases(name))


def _phrases(name: str) -> Iterator[str]:
    """A term and its plurals, as phrases: any of its words may take an ending."""
    endings = [_ending(word) for word in name.replace("-", " ").split()]
    yield " ".join(endings)


def _ending(word: str) -> str:
    if len(word) < _SHORTEST_PLURAL:
        return word
    return f"{word[:-1]}(y|ies)" if word.endswith("y") else f"{word}(s|es)?"


#: Shorter words are "of", "the" and the like.
_SHORTEST_PLURAL = 4
