"""What a person may call an item of a report: "refugees 43", "refugees:article 43/training"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from convention_tool.analysis.similarity import closest
from convention_tool.catalogue.groups import groups
from convention_tool.catalogue.needs import needs_of
from convention_tool.catalogue.rights import new_rights, rights
from convention_tool.cli.group import Stopped
from convention_tool.reviews import Item

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from convention_tool.analysis.judged import Proposals

#: Words before a number that say nothing more: "article 43", "art. 43".
_FILLERS = frozenset({"article", "articles", "art", "art.", "right", "the"})

_WHERE_RIGHTS_ARE = (
    "give the number of an article of the 1990 convention, from 7 to 83, or a name of "
    '"convention-tool rights"'
)

#: What a need is called in an item.
_NEED = "need"


@dataclass(frozen=True)
class Items:
    """The items of a draft by what a person calls them."""

    proposals: Proposals

    def key(self, said: str) -> str:
        """The key of the item that is meant.

        Raises:
            Stopped: there is no such item; the message says which part of it is unknown.
        """
        group, rest = self._parted(said)
        if rest.startswith(f"{_NEED}:"):
            return self._need(group, rest.removeprefix(f"{_NEED}:"))
        named, _, element = rest.partition("/")
        right = self._right(named)
        found = Item(group, right, self._element(right, element) if element else "")
        if self.proposals.of(found.key) is None:
            raise Stopped(f"the reports have no line for {found.key}")
        return found.key

    def _parted(self, said: str) -> tuple[str, str]:
        """The id of the group, and the rest, "43/training" or "need:work-hours"."""
        words = _words(said)
        if len(words) < 2:
            raise Stopped(
                f'"{said.strip()}" is not a group and a right; write both, as in refugees:43'
            )
        for place in range(len(words) - 1, 0, -1):
            group = self._groups.get("-".join(words[:place]))
            if group:
                return group, _rest(words[place:])
        unknown = "-".join(words[: self._first_of_right(words)])
        near = closest(unknown, self._groups) or closest(words[0], self._groups)
        ids = tuple(dict.fromkeys(self._groups[name] for name in near))
        raise Stopped(
            f'there is no group "{unknown}"; {_meant(ids) or _listed("the groups are", self._ids)}'
        )

    def _first_of_right(self, words: tuple[str, ...]) -> int:
        """Where the right begins, if a right that is known, or the word "need", ends the words."""
        for place in range(1, len(words)):
            named = "-".join(words[place:]).partition("/")[0]
            if named in self._rights or words[place] == _NEED:
                return place
        return len(words) - 1

    def _right(self, named: str) -> str:
        found = self._rights.get(named.lstrip("0") or named)
        if found in self._in_matrix:
            return found
        if found:
            raise Stopped(f"article {found} of the 1990 convention is no right that groups hold")
        near = [self._rights[name] for name in closest(named, self._rights)]
        near += [id_ for name, id_ in self._rights.items() if named in name.split("-")]
        known = [id_ for id_ in dict.fromkeys(near) if id_ in self._in_matrix][:3]
        hint = _meant([f"{id_} ({self._titles[id_]})" for id_ in known])
        raise Stopped(f'there is no right "{named}"; {hint or _WHERE_RIGHTS_ARE}')

    def _element(self, right: str, named: str) -> str:
        rows = [row for row in self.proposals.coverage.matrix if row.right.article == right]
        known = [part.element.id for row in rows for part in row.elements]
        if named in known:
            return named
        if not known:
            raise Stopped(
                f"the reports show no parts of the right {right}; give the verdict on it as a whole"
            )
        raise Stopped(
            f'the right {right} has no part "{named}"; '
            f"{_meant(closest(named, known)) or _listed('its parts are', known)}"
        )

    def _need(self, group: str, named: str) -> str:
        known = [need.id for need in needs_of(group)]
        if named in known:
            return Item(group, need=named).key
        if not known:
            raise Stopped(f"there is no list of what {group} need; give the verdict on a right")
        raise Stopped(
            f'"{named}" is not among the needs of {group}; '
            f"{_meant(closest(named, known)) or _listed('they are', known)}"
        )

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(group.id for group in groups())

    @cached_property
    def _groups(self) -> Mapping[str, str]:
        """The groups by their ids, their titles, and the singular of an id."""
        titles = {_slug(group.title): group.id for group in groups()}
        single = {id_.removesuffix("s"): id_ for id_ in self._ids}
        return {**titles, **single, **{id_: id_ for id_ in self._ids}}

    @cached_property
    def _rights(self) -> Mapping[str, str]:
        """The rights by their numbers, their ids and their titles; the numbers go before."""
        every = (*rights(), *new_rights())
        titles = {_slug(right.title): right.article for right in every}
        names = {right.id: right.article for right in every}
        return {**titles, **names, **{right.article: right.article for right in every}}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {right.article: right.title for right in (*rights(), *new_rights())}

    @cached_property
    def _in_matrix(self) -> frozenset[str]:
        listed = (right.article for right in new_rights())
        return frozenset(row.right.article for row in self.proposals.coverage.matrix) | {*listed}


def _words(said: str) -> tuple[str, ...]:
    plain = re.sub(r"\s*/\s*", "/", said.casefold().replace("_", "-"))
    return tuple(word for word in re.split(r"[\s:,]+", plain) if word and word not in _FILLERS)


def _rest(words: tuple[str, ...]) -> str:
    if words[0] in {_NEED, f"{_NEED}s"} and len(words) > 1:
        return f"{_NEED}:{'-'.join(words[1:])}"
    return "-".join(words)


def _slug(title: str) -> str:
    return "-".join(re.findall(r"\w+", title.casefold()))


def _meant(names: Collection[str]) -> str:
    """A question with what may have been meant, or ""."""
    return f"did you mean {' or '.join(names)}?" if names else ""


def _listed(lead: str, names: Collection[str]) -> str:
    return f"{lead} {', '.join(names)}"
