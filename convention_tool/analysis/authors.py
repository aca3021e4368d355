"""What the authors of a draft say of it themselves: "% answers: 44, 45(1)" above a provision.

Such a line adds rights to those that the provision under it is found to answer; "% answers: not 70"
takes one away. Authors are believed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from convention_tool.catalogue.rights import compared, new_rights
from convention_tool.tree.nodes import (
    Article,
    Aside,
    AsideKind,
    Instrument,
    Paragraph,
    Provision,
    Subparagraph,
)
from convention_tool.tree.walk import walk

#: How such a comment begins, without its "%".
_ANSWERS = re.compile(r"%?\s*answers\s*:\s*(?P<rights>.*)$", re.IGNORECASE | re.DOTALL)

#: One right: "44", "not 70", "article 45(1)", "non-refoulement".
_RIGHT = re.compile(
    r"(?P<no>not\s+)?(?:art(?:icle|\.)?\s*)?(?P<right>\d{1,2}|[a-z][a-z-]{2,40})"
    r"(?P<within>(?:\s*\([0-9a-z]{1,4}\))*)\Z",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """A right that the authors give to a provision."""

    right: str
    #: What of the right is meant, as they wrote it: "45(1)".
    pinpoint: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What the authors say of one provision."""

    added: tuple[Said, ...] = ()
    removed: frozenset[str] = frozenset()


class Stray(NamedTuple):
    """A line that has no effect, or some words of it, and why."""

    aside: Aside
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Authors:
    """All that the authors of a draft say."""

    #: By the identity of the provision: two may say the same.
    of: Mapping[int, Answers] = field(default_factory=dict)
    strays: tuple[Stray, ...] = ()


class Line(NamedTuple):
    """A private comment that says something to the tool, and the provision that it stands above."""

    aside: Aside
    match: re.Match[str]
    #: None where no provision follows.
    node: Provision | None


def lines(instrument: Instrument, form: re.Pattern[str]) -> tuple[Line, ...]:
    """The private comments of a form, in the order of the text."""
    found = [
        (aside, match)
        for aside in instrument.asides
        if aside.kind is AsideKind.COMMENT and (match := form.match(aside.text.strip()))
    ]
    if not found:
        return ()
    provisions = [node for node in _provisions(instrument) if node.span]
    starts = [node.span.start for node in provisions if node.span]
    below: list[Line] = []
    for aside, match in found:
        at = bisect_right(starts, aside.span.start) if aside.span else len(starts)
        below.append(Line(aside, match, provisions[at] if at < len(starts) else None))
    return tuple(below)


def authors(instrument: Instrument) -> Authors:
    """What the authors say of each provision."""
    of: dict[int, Answers] = {}
    strays: list[Stray] = []
    for aside, match, node in lines(instrument, _ANSWERS):
        words = match["rights"]
        if node is None:
            strays.append(Stray(aside, words, "stands above no provision"))
            continue
        of[id(node)], unknown = _answers(words, of.get(id(node), Answers()))
        strays.extend(Stray(aside, one, "names no right") for one in unknown)
        if not words.strip():
            strays.append(Stray(aside, words, "names nothing"))
    return Authors(of, tuple(strays))


def _provisions(instrument: Instrument) -> Iterator[Provision]:
    for node in walk(instrument):
        if isinstance(node, Article | Paragraph | Subparagraph):
            yield node


def _answers(words: str, before: Answers) -> tuple[Answers, list[str]]:
    """What a line says, added to what others said of the provision; and what names no right."""
    known = {one.article for one in (*compared(), *new_rights())}
    added, removed, unknown = list(before.added), set(before.removed), []
    for part in re.split(r"[,;]|\band\b", words):
        match = _RIGHT.match(part.strip(" ."))
        if not part.strip():
            continue
        if not match or (right := match["right"].lower()) not in known:
            unknown.append(part.strip())
        elif match["no"]:
            removed.add(right)
        else:
            added.append(Said(right, right + "".join(match["within"].split())))
    return Answers(tuple(added), frozenset(removed)), unknown
