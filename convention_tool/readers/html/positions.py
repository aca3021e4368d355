"""How far from the top lines are set, in pages that were made from PDF files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convention_tool.readers.html.elements import words_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

#: `.y1a{bottom:700.5px;}` says where the lines with that class stand on their page.
_BOTTOM = re.compile(r"\.(y[0-9a-f]+)\s*\{\s*bottom:\s*(-?\d+(?:\.\d+)?)px")


def tops_of(root: Element) -> Mapping[str, float]:
    """How far from the top lines are set, by a class that they have."""
    sheets = ("".join(words_in(sheet)) for sheet in root.iter("style"))
    return {name: -float(bottom) for sheet in sheets for name, bottom in _BOTTOM.findall(sheet)}
