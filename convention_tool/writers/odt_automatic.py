"""The styles that a file has beside its named ones: what differs from them in one place.

A page that turns on its side, a language, words that are bold: the format keeps each as a style
without a name for people, which is made when it is first needed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from odfdo import Style

from convention_tool.document import Tone
from convention_tool.writers.odt_pages import UPRIGHT
from convention_tool.writers.odt_styles import language_properties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.writers.runs import Look

#: Letters and their ground, as on the web page. The words of a badge say the same.
_COLOURS = {
    Tone.GOOD: ("#1b5728", "#e2f1e4"),
    Tone.MIXED: ("#654600", "#fbefcd"),
    Tone.BAD: ("#8a1b16", "#fbe3e0"),
    Tone.QUIET: ("#484c55", "#ebe9e2"),
}


@dataclass(slots=True)
class Automatic:
    """The styles made so far, in the order in which they were needed, and the page written on."""

    page: str = UPRIGHT
    #: Whether the next paragraph begins a page.
    _turned: bool = True
    _made: dict[object, Style] = field(default_factory=dict)
    _tables: int = 0

    def turn(self, page: str) -> None:
        """Go on upright or on its side, on a new page where the paper has to be turned."""
        if page != self.page:
            self.page = page
            self._turned = True

    def paragraph(self, named: str, language: str) -> str:
        """The style of the next paragraph: the named one, or one made from it."""
        page = self.page if self._turned else ""
        self._turned = False
        if not page and not language:
            return named
        key = ("paragraph", named, language, page)
        if key not in self._made:
            style = Style("paragraph", name=f"P{len(self._made) + 1}", parent_style=named)
            if page:
                style.set_attribute("style:master-page-name", page)
            if language:
                style.set_properties(language_properties(language), area="text")
            self._made[key] = style
        return str(self._made[key].name)

    def words(self, look: Look) -> str:
        """The style of words that look so, or "" for those that look as their paragraph does."""
        key = ("text", look.bold, look.italic, look.struck, look.underlined, look.tone)
        if not any(key[1:]):
            return ""
        if key not in self._made:
            style = Style("text", name=f"T{len(self._made) + 1}")
            style.set_properties(_properties(look), area="text")
            self._made[key] = style
        return str(self._made[key].name)

    def next_table(self) -> str:
        """A name for another table."""
        self._tables += 1
        return f"Table{self._tables}"

    def add(self, style: Style) -> None:
        """Add a style that is used once."""
        self._made[style.name] = style

    def styles(self) -> Iterator[Style]:
        """All that were made."""
        yield from self._made.values()


def _properties(look: Look) -> dict[str, str]:
    properties: dict[str, str] = {}
    if look.bold:
        properties["fo:font-weight"] = "bold"
    if look.italic:
        properties["fo:font-style"] = "italic"
    if look.struck:
        properties["style:text-line-through-style"] = "solid"
        properties["style:text-line-through-type"] = "single"
    if look.underlined:
        properties["style:text-underline-style"] = "solid"
        properties["style:text-underline-width"] = "auto"
    if look.tone:
        properties["fo:color"], properties["fo:background-color"] = _COLOURS[look.tone]
    return properties
