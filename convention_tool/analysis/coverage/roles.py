"""What a mention of a group is worth: a right, an inclusion, an exclusion, or nothing.

A mention is not coverage. A group can stand in the preamble, in an exclusion, in a clause that
leaves other law as it is, or in one by which States cooperate against irregular movements, and
gain nothing by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.clauses import plain
from convention_tool.analysis.coverage.patterns import blanked

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from convention_tool.analysis.coverage.clauses import Clause
    from convention_tool.analysis.coverage.lexicon import Words
    from convention_tool.source import Span

#: How long a relative clause may be and still say whom an exclusion is about ("persons who are
#: students"); a longer one describes someone else and names the group in passing.
_RELATIVE = 60

#: How far into a definition's body "any person" or the like must stand: further in, the words
#: define a conduct ("the procurement of ... of a person").
_HEAD_OF_BODY = 45


class Role(StrEnum):
    """What a clause does with the group that it mentions."""

    #: It gives the group a right, or imposes a duty for its sake.
    RIGHT = "right"
    #: It takes the group into the scope, or into the definition of the holders.
    INCLUSION = "inclusion"
    #: It stands over rights: the heading of an article or a Part.
    HEADING = "heading"
    #: It takes the group out of the instrument.
    EXCLUSION = "exclusion"
    #: It takes the group out, unless something else is provided.
    EXCLUSION_WITH_LET_OUT = "exclusion with a let-out"
    #: It takes the group out of one article, or of the Part it stands in.
    EXCEPTION = "exception"
    #: It lets a State extend the instrument to the group.
    OPTION = "option"
    #: It promises attention.
    ATTENTION = "attention"
    #: It leaves other law as it is.
    SAVING = "saving clause"
    #: States deal with one another, or act against movements.
    COOPERATION = "cooperation"
    #: It concerns committees, depositaries and reports.
    INSTITUTION = "institution"
    #: It defines a term that is not a holder of rights.
    DEFINITION = "definition"
    PREAMBLE = "preamble"


@dataclass(frozen=True, slots=True)
class Mention:
    """A group named in a clause, and in what role."""

    group: str
    span: Span
    role: Role
    clause: Clause


def mentions(clause: Clause, words: Words) -> Iterator[Mention]:
    """The groups that a clause names in its own words, and what each mention is worth."""
    found = [
        (group, span)
        for group, known in words.names
        for span in known.find(clause.text)
        if span.start >= clause.start
    ]
    if not found:
        return
    passing = tuple(words["passing"].find(clause.text))
    for group, span in found:
        if not any(span.start < other.end and other.start < span.end for other in passing):
            yield Mention(group, span, _role(clause, span, words), clause)


def _role(clause: Clause, span: Span, words: Words) -> Role:
    """The role of a mention; what takes away is looked for before what gives."""
    if clause.preamble:
        return Role.PREAMBLE
    if clause.heading:
        return Role.HEADING
    says = _Says(clause.text, clause.start, span, words)
    definition = words.defined(clause.text)
    of_people = definition is not None and _of_people(definition, span, words)
    in_scope = _in_scope(clause, words)
    if says("optional"):
        return Role.OPTION
    if says.taken_out(wide=of_people or in_scope):
        return Role.EXCLUSION_WITH_LET_OUT if says("let_out") else Role.EXCLUSION
    if says.excepted():
        return Role.EXCEPTION
    if says("saving") or says.reserved():
        return Role.SAVING
    if definition:
        return Role.INCLUSION if of_people else Role.DEFINITION
    if in_scope or says.a_kind_of_holder():
        return Role.INCLUSION
    if says.through("cooperation"):
        return Role.COOPERATION
    if says.before("attention"):
        return Role.ATTENTION
    if says("institution"):
        return Role.INSTITUTION
    return Role.RIGHT


def _in_scope(clause: Clause, words: Words) -> bool:
    """Whether a clause says to whom the instrument applies, by itself or under such a heading."""
    if words["itself"].stands_in(clause.text):
        return words["scope"].stands_in(clause.text)
    heading = plain(clause.article.heading) if clause.article else ""
    return words["scope_heading"].stands_in(heading) and words["covers"].stands_in(clause.text)


@dataclass(frozen=True, slots=True)
class _Says:
    """What stands in a clause around a mention."""

    text: str
    #: Where the clause's own words begin.
    start: int
    span: Span
    words: Words

    def __call__(self, name: str) -> bool:
        """Whether a list of phrases has one in the clause."""
        return self.words[name].stands_in(self.text)

    def before(self, name: str) -> bool:
        """Whether one of them stands before the mention."""
        return self.words[name].stands_in(self.text[: self.span.start])

    def through(self, name: str) -> bool:
        """Whether one of them stands before the mention, or takes it in."""
        return self.words[name].stands_in(self.text[: self.span.end])

    def a_kind_of_holder(self) -> bool:
        """Whether the clause calls some of the holders by the group's name."""
        return any(
            marker.end <= self.span.start
            and self.words["holders"].stands_in(self.text[: marker.start])
            for marker in self.words["kinds"].find(self.text)
        )

    def taken_out(self, *, wide: bool) -> bool:
        """Whether the clause takes the group out of the whole instrument.

        Words such as "other than" do so in a definition of the holders or in the scope clause
        (`wide`); elsewhere they are an exception to one right.
        """
        itself = self.words["itself"].stands_in(self.text)
        if (itself or wide) and self._headed("exclusion"):
            return True
        if wide and self._after_exception():
            return True
        if itself and self._follows("excluded"):
            return True
        return any(
            self.words["holders"].opens(self.text[marker.end :].lstrip())
            for marker in self.words["not_counted"].find(self.text)
            if marker.start >= self.span.end
        )

    def excepted(self) -> bool:
        """Whether the clause takes the group out of one article or Part."""
        return self._headed("exclusion") or self._after_exception()

    def reserved(self) -> bool:
        """Whether the mention stands between "without prejudice to" and the next comma."""
        return any(
            marker.end <= self.span.start and "," not in self.text[marker.end : self.span.start]
            for marker in self.words["reserved"].find(self.text)
        )

    def _after_exception(self) -> bool:
        provisos = self.words["proviso"].find(self.text)
        text = blanked(self.text, provisos)[: self.span.start]
        return any(";" not in text[marker.end :] for marker in self.words["exceptions"].find(text))

    def _headed(self, name: str) -> bool:
        """Whether a phrase stands before the mention, and the group is whom it is about."""
        return any(
            self._close(marker.end)
            for marker in self.words[name].find(self.text[: self.span.start])
        )

    def _close(self, start: int) -> bool:
        """Whether the group is named soon after what opens the description of those taken out."""
        described = next(self.words["relative"].find(self.text[start : self.span.start]), None)
        if described is None:
            return True
        return self.span.start - max(start + described.end, self.start) <= _RELATIVE

    def _follows(self, name: str) -> bool:
        found = self.words[name].find(self.text)
        return any(marker.start >= self.span.end for marker in found)


def _of_people(definition: re.Match[str], span: Span, words: Words) -> bool:
    """Whether a definition says who somebody is, and so can take people in.

    A group that is only the term defined is taken in if it is defined as a kind of holder: a
    seasonal worker is "a migrant worker whose ...".
    """
    body = definition.string[definition.end() : definition.end() + _HEAD_OF_BODY]
    if span.start < definition.end():
        return words["holders"].stands_in(body)
    term = definition[1] or definition[2]
    return words["person"].stands_in(body) or words["holders"].is_all_of(term.strip())
