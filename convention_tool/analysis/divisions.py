"""The parts, chapters and annexes that a citation names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.numbering import canonical
from convention_tool.tree.nodes import Article, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.citations import Target
    from convention_tool.tree.nodes import Element


def divisions(elements: Sequence[Element], target: Target) -> tuple[Part, ...]:
    """The division itself, or those of a range, among the elements of a text or annex."""
    found: list[Part] = list(_parts(elements))
    for outer in reversed(target.divisions[1:]):
        if outer.kind != "annex":
            holding = [part for part in found if _is(part, outer.kind, outer.number)]
            found = [part for one in holding for part in _parts(one.elements)]
    kind, number = target.divisions[0]
    place = next((at for at, part in enumerate(found) if _is(part, kind, number)), None)
    if place is None:
        return ()
    if target.last is None:
        return (found[place],)
    end = target.last.divisions[0].number
    same = [part for part in found[place:] if part.kind.value == kind]
    count = next((at for at, part in enumerate(same) if _is(part, kind, end)), None)
    return () if count is None else tuple(same[: count + 1])


def fellows(elements: Sequence[Element], article: Article) -> tuple[Article, ...]:
    """The articles of the innermost part that holds one, in order; none if no part does."""
    for part in _parts(elements):
        own = tuple(one for one in part.elements if isinstance(one, Article))
        if any(one is article for one in own):
            return own
    return ()


def _parts(elements: Sequence[Element]) -> Iterator[Part]:
    for element in elements:
        if isinstance(element, Part):
            yield element
            yield from _parts(element.elements)


def _is(part: Part, kind: str, number: str) -> bool:
    return part.kind.value == kind and canonical(part.number) == canonical(number)
