"""What was renumbered, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.numbering import series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.authoring.moving import Change


class _Step(NamedTuple):
    """A new number, its citation in two parts, and how far it moved."""

    #: "article 5, paragraph "; what the number follows.
    lead: str
    old: str
    new: str
    place: int
    by: int


def told(changes: Sequence[Change]) -> Iterator[str]:
    """The changes, those that go on in one step together: "articles 13 to 20 are now 14 to 21"."""
    run: list[_Step] = []
    for step in map(_step, changes):
        if run and not _goes_on(step, run[-1]):
            yield _said(run)
            run = []
        run.append(step)
    if run:
        yield _said(run)


def _step(change: Change) -> _Step:
    old = change.node.number
    marked = change.citation.endswith(")")
    old, new = (f"({old})", f"({change.number})") if marked else (old, change.number)
    read = series((change.node.number, change.number))
    plain = read and not any(rank.inserted for rank in read.ranks)
    place, after = [rank.main for rank in read.ranks] if read and plain else (0, 0)
    return _Step(change.citation.removesuffix(old), old, new, place, after - place)


def _goes_on(step: _Step, last: _Step) -> bool:
    plain = step.by and last.by == step.by and step.place - last.place in {0, 1}
    return bool(plain and step.lead == last.lead)


def _said(run: Sequence[_Step]) -> str:
    first, last = run[0], run[-1]
    if len(run) == 1:
        return f"{first.lead}{first.old} is now {first.new}"
    lead = f"{first.lead[:-1]}s " if first.lead.endswith(("article ", "paragraph ")) else first.lead
    return f"{lead}{first.old} to {last.old} are now {first.new} to {last.new}"
