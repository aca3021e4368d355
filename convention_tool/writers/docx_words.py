"""Words as Word has them: runs, links, and the numbers of other provisions as fields."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from convention_tool.document import Tone
from convention_tool.writers.characters import without_forbidden
from convention_tool.writers.docx_fields import field
from convention_tool.writers.docx_places import parts
from convention_tool.writers.docx_xml import element, full_language, ground, text_element
from convention_tool.writers.runs import PLAIN, Look, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.opc.part import Part

    from convention_tool.document import Content
    from convention_tool.writers.docx_places import Place
    from convention_tool.writers.docx_styles import Styles

#: Letters and their ground, as on the web page. The words of a badge say the same.
_COLOURS = {
    Tone.GOOD: ("1B5728", "E2F1E4"),
    Tone.MIXED: ("654600", "FBEFCD"),
    Tone.BAD: ("8A1B16", "FBE3E0"),
    Tone.QUIET: ("484C55", "EBE9E2"),
}


class Inlines(NamedTuple):
    """Writes words into one part of a file: its text, its footnotes."""

    part: Part
    styles: Styles
    places: Mapping[str, Place]
    #: Of a section in another language than the file.
    language: str = ""

    def written(self, content: Content, look: Look = PLAIN) -> Iterator[Any]:
        """The elements of some words."""
        for target, group in groupby(runs(content, look), lambda run: run.look.target):
            if target.startswith("#") and target[1:] in self.places:
                inner = [one for run in group for one in self._referring(run.text, run.look)]
                yield element("hyperlink", *inner, anchor=self.places[target[1:]].bookmark)
            elif target.startswith(("https://", "http://")):
                link = element(
                    "hyperlink", *(self._run(run.text, run.look, "Hyperlink") for run in group)
                )
                address = without_forbidden(target)
                kind = RELATIONSHIP_TYPE.HYPERLINK
                link.set(qn("r:id"), self.part.relate_to(address, kind, is_external=True))
                yield link
            else:
                yield from (self._run(run.text, run.look) for run in group)

    def plain(self, text: str) -> Any:
        """Words of no special look, on one line."""
        return self._run(re.sub(r"[\t\n\v\f\r]", " ", text), PLAIN)

    def looks(self, look: Look = PLAIN, style: str = "") -> list[Any]:
        """What stands in the properties of a run, in the order that Word wants."""
        made = []
        if style:
            made.append(element("rStyle", val=self.styles.named(style, "character")))
        # What is not set is left to the style: a heading's words are bold already.
        if look.bold:
            made.append(element("b"))
        if look.italic:
            made.append(element("i"))
        if look.struck:
            made.append(element("strike"))
        if look.tone:
            made.append(element("color", val=_COLOURS[look.tone][0]))
        if look.underlined:
            made.append(element("u", val="single"))
        if look.tone:
            made.append(ground(_COLOURS[look.tone][1]))
        if self.language:
            made.append(element("lang", val=full_language(self.language)))
        return made

    def _referring(self, text: str, look: Look) -> Iterator[Any]:
        """The words of a link to another place of the page."""
        for part in parts(text, look.target.removeprefix("#"), self.places):
            if part.place:
                yield from field(part.place.asks, part.text, self.looks(look, "Cross-Reference"))
            else:
                yield self._run(part.text, look, "Cross-Reference")

    def _run(self, text: str, look: Look, style: str = "") -> Any:
        made = element("r")
        looks = self.looks(look, style)
        if looks:
            made.append(element("rPr", *looks))
        made.append(element("br") if text == "\n" else text_element(text))
        return made
