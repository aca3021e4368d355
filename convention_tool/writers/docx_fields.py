"""Fields: words that Word can work out again, such as the number of a page."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from convention_tool.writers.docx_xml import element, text_element

if TYPE_CHECKING:
    from collections.abc import Sequence


def field(asks: str, shown: str, looks: Sequence[Any] = ()) -> list[Any]:
    r"""The runs of a field.

    Args:
        asks: what Word is to work out: "PAGE", "REF _Ref000000012 \h".
        shown: what it gives now.
        looks: how its words look: what stands in the properties of a run.
    """
    return [*opened(asks, looks), _run(text_element(shown), looks), closed(looks)]


def opened(asks: str, looks: Sequence[Any] = ()) -> list[Any]:
    """The runs before what a field shows."""
    return [
        _run(element("fldChar", fldCharType="begin"), looks),
        _run(text_element(f" {asks} ", "instrText"), looks),
        _run(element("fldChar", fldCharType="separate"), looks),
    ]


def closed(looks: Sequence[Any] = ()) -> Any:
    """The run after what a field shows."""
    return _run(element("fldChar", fldCharType="end"), looks)


def _run(inner: Any, looks: Sequence[Any]) -> Any:
    made = element("r")
    if looks:
        made.append(element("rPr", *(deepcopy(one) for one in looks)))
    made.append(inner)
    return made
