"""The words of a clause that decide what a mention in it is worth, each looked for once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.clauses import plain
from convention_tool.analysis.coverage.continuing import applied, body_of
from convention_tool.analysis.coverage.lexicon import term_of
from convention_tool.analysis.coverage.terms import limited_to

if TYPE_CHECKING:
    import re

    from convention_tool.analysis.coverage.clauses import Clause
    from convention_tool.analysis.coverage.lexicon import Words
    from convention_tool.analysis.coverage.patterns import Pattern
    from convention_tool.source import Span

#: How long a relative clause may be and still say whom an exclusion is about ("persons who are
#: students"); a longer one describes someone else and names the group in passing.
_RELATIVE = 60

#: How far after "shall not be regarded as" the name of the holders may begin and end.
_NAME = 60


#: How soon after "except" a provision is named that it takes out: "except the rights set out in".
_PROVISION = 60


def as_class(group: str) -> str:
    """A group as a class of holders: children whom "members of the family" are said to include."""
    return f"group:{group}"


@dataclass(frozen=True)
class Markers:
    """What stands around the mentions of a clause."""

    clause: Clause
    words: Words
    _found: dict[str, tuple[Span, ...]] = field(default_factory=dict, repr=False, compare=False)

    def __getitem__(self, name: str) -> tuple[Span, ...]:
        """Where the phrases of a list stand in the clause."""
        if name not in self._found:
            found = self.words.itself if name == "itself" else self.words[name].find
            self._found[name] = tuple(found(self.clause.text))
        return self._found[name]

    @cached_property
    def definition(self) -> re.Match[str] | None:
        """The definition that the clause gives."""
        return self.words.defined(self.clause.text)

    @cached_property
    def limited(self) -> bool:
        """Whether the clause defines a term for one article or Part only."""
        found = self.definition
        return found is not None and bool(limited_to(self.clause, found.start(), self.words))

    @cached_property
    def in_scope(self) -> bool:
        """Whether the clause says to whom the instrument applies, in words or by its heading."""
        if self["itself"]:
            return applied(self.clause.text, self.words) is not None
        article = self.clause.article
        heading = plain(article.heading) if article else ""
        return self.words["scope_heading"].stands_in(heading) and bool(self["covers"])

    def defines_people(self, mention: Span) -> bool:
        """Whether the clause defines people, and so can take a group in.

        A group that is only the term defined is taken in if it is defined as a kind of holder: a
        seasonal worker is "a migrant worker whose ...".
        """
        if self.definition is None:
            return False
        end = self.definition.end()
        body = body_of(self.clause.text[end:])
        if mention.start < end:
            return self.words["holders"].stands_in(body)
        return (
            self.words["person"].stands_in(body)
            or self.words["holders"].is_all_of(self._term)
            or any(self._opens(names, body) for _, names in self.words.names)
        )

    def _opens(self, names: Pattern, body: str) -> bool:
        """Whether a definition begins with a name, but for words such as "a" and "any"."""
        span = next(names.find(body), None)
        if span is None:
            return False
        before = body[: span.start].strip(" ,:")
        return not before or self.words["determiner"].is_all_of(before)

    def defined_class(self, mention: Span) -> str:
        """The class of holders whose definition the mention stands in, or ""; or such a group."""
        if self.definition is None or mention.start < self.definition.end():
            return ""
        classes = (kind.id for kind, names in self.words.classes if names.is_all_of(self._term))
        described = any(
            self.definition.end() <= opener.start < mention.start for opener in self["relative"]
        )
        groups = (
            as_class(group)
            for group, known in self.words.names
            if not described and known.is_all_of(self._term)
        )
        return next(chain(classes, groups), "")

    @cached_property
    def _term(self) -> str:
        """The term that the clause defines."""
        return term_of(self.definition) if self.definition else ""

    def _defines_holders(self, mention: Span) -> bool:
        """Whether the clause defines those who hold the rights, and not some kind of them.

        Who is no seasonal worker can still be a migrant worker.
        """
        if not self.defines_people(mention):
            return False
        if any(kind.across for kind, names in self.words.classes if names.is_all_of(self._term)):
            return False
        return self.words["holders"].is_all_of(self._term) or not any(
            names.is_all_of(self._term) for _, names in self.words.names
        )

    def takes_out(self, mention: Span) -> bool:
        """Whether the clause takes the group out of the whole instrument.

        Words such as "other than" do so in a definition of the holders or in the scope clause;
        elsewhere they are an exception to one right.
        """
        wide = self.in_scope if self.definition is None else self._defines_holders(mention)
        itself = bool(self["itself"]) and self.definition is None
        if (itself or wide) and self._heads("exclusion", mention):
            return True
        if wide and self._after_exception(mention):
            return True
        if itself and any(marker.start >= mention.end for marker in self["excluded"]):
            return True
        if (itself or wide) and (
            self.words["left_out"].closes(self.clause.text[mention.end :])
            or self.words["left_out"].closes(self._opening)
        ):
            return True
        if self["itself"] and self._lists_excluded:
            return True
        return self._parted_from_holders(mention)

    def lets_in(self, mention: Span) -> bool:
        """Whether a let-out goes with the exclusion of a group: it stands between its semicolons."""
        text = self.clause.text
        start = text.rfind(";", 0, mention.start) + 1
        end = text.find(";", mention.end)
        return any(
            start <= marker.start and (end == -1 or marker.start < end)
            for marker in self["let_out"]
        )

    @property
    def _opening(self) -> str:
        """What the clause's own words are read after."""
        return self.clause.text[: self.clause.start]

    @cached_property
    def _lists_excluded(self) -> bool:
        """Whether the list that the clause is an item of is of people excluded from the text."""
        return self.words["itself"].closes(self._opening) and any(
            marker.end <= self.clause.start for marker in self["excluded"]
        )

    def _parted_from_holders(self, mention: Span) -> bool:
        """Whether the clause says that the group are no holders: "are not", "do not include"."""
        listed = self.words["holders"].closes(self._opening)
        if any(
            (
                marker.start >= mention.end
                or (listed and marker.end <= self.clause.start)
                or self.clause.text.find(":", marker.end, mention.start) != -1
            )
            and self._opens_holders(marker.end)
            for marker in self["not_counted"]
        ):
            return True
        return any(
            marker.end <= mention.start
            and self.words["holders"].is_all_of(self.clause.text[: marker.start].strip())
            for marker in self["exclusion"]
        )

    def excepts(self, mention: Span) -> bool:
        """Whether the clause takes the group out of one article or Part."""
        return self._heads("exclusion", mention) or self._after_exception(mention)

    def reserves(self, mention: Span) -> bool:
        """Whether the mention stands between "without prejudice to" and the next comma."""
        return any(
            marker.end <= mention.start
            and self.clause.text.find(",", marker.end, mention.start) == -1
            for marker in self["reserved"]
        )

    def calls_a_kind_of_holder(self, mention: Span) -> bool:
        """Whether the clause calls some of the holders by the group's name."""
        return any(
            holder.end <= marker.start and marker.end <= mention.start
            for marker in self["kinds"][-1:]
            for holder in self["holders"][:1]
        )

    def _after_exception(self, mention: Span) -> bool:
        return any(
            marker.end <= mention.start
            and self.clause.text.find(";", marker.end, mention.start) == -1
            for marker in self["exceptions"]
            if not any(marker.start < end and start < marker.end for start, end in self["proviso"])
            and not self._of_provisions(marker, mention)
            and not any(marker.end <= span.start < mention.start for span in self["including"])
        )

    def _of_provisions(self, marker: Span, mention: Span) -> bool:
        """Whether what is excepted is a provision and not the group: "save for article 20"."""
        near = min(mention.start, marker.end + _PROVISION)
        return any(marker.end <= span.start < near for span in self["provision"])

    def _heads(self, name: str, mention: Span) -> bool:
        """Whether a phrase stands before the mention, and the group is whom it is about."""
        before = [marker for marker in self[name] if marker.end <= mention.start]
        return bool(before) and self._close(before[-1].end, mention)

    def _close(self, start: int, mention: Span) -> bool:
        """Whether the group is named soon after what opens the description of those taken out."""
        described = next(
            (opener for opener in self["relative"] if start <= opener.start < mention.start), None
        )
        if described is None:
            return True
        return mention.start - max(described.end, self.clause.start) <= _RELATIVE

    def _opens_holders(self, start: int) -> bool:
        return self.words["holders"].opens(self.clause.text[start : start + _NAME].lstrip(' "'))
