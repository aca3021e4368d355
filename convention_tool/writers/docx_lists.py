"""Word's lists: the part of a file that says how marks look and where they begin."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from convention_tool.writers.docx_counting import LEVELS
from convention_tool.writers.docx_marks import Counting, Form
from convention_tool.writers.docx_styles import provision_style
from convention_tool.writers.docx_xml import element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as File

    from convention_tool.writers.docx_counting import List
    from convention_tool.writers.docx_styles import Styles

#: How a level counts where the text has no mark of it: as treaties do.
_USUAL = (
    Form(Counting.DECIMAL, "", "."),
    Form(Counting.LOWER_LETTER, "(", ")"),
    Form(Counting.LOWER_ROMAN, "(", ")"),
    Form(Counting.UPPER_LETTER, "(", ")"),
)

#: Word's own bullet; "Listing" of a page has it.
BULLET = Form(Counting.BULLET, "•")
ORDERED = Form(Counting.DECIMAL, "", ".")


#: Lists of items stand within no list of provisions.
_ITEMS = -1


class Lists:
    """Adds lists to a file."""

    def __init__(self, file: File, styles: Styles) -> None:
        """Go on after the lists that a template has."""
        self._indents = [styles.indents(provision_style(at, numbered=True)) for at in range(LEVELS)]
        self._numbering: Any = file.part.numbering_part.element
        self._kinds: dict[tuple[int, tuple[Form, ...]], str] = {}

    def of_items(self, form: Form) -> str:
        """The number of a new list of short items."""
        return self._add({0: form}, _ITEMS, 0, 1)

    def of_provisions(self, provisions: List) -> str:
        """The number of a new list of provisions."""
        return self._add(provisions.forms, provisions.depth, provisions.level, provisions.start)

    def _add(self, forms: Mapping[int, Form], depth: int, level: int, start: int) -> str:
        usual = (*_USUAL, *[_USUAL[-1]] * LEVELS)
        all_forms = tuple(forms.get(at, usual[at]) for at in range(LEVELS))
        kind = depth, all_forms
        if kind not in self._kinds:
            self._kinds[kind] = self._add_kind(all_forms)
        number = self._free("num", "numId")
        made = element("num", element("abstractNumId", val=self._kinds[kind]), numId=number)
        for at in range(LEVELS):  # or it would go on counting where another of its kind ended
            first = str(start if at == level else 1)
            made.append(element("lvlOverride", element("startOverride", val=first), ilvl=str(at)))
        self._insert(made, "numIdMacAtCleanup")
        return number

    def _add_kind(self, forms: tuple[Form, ...]) -> str:
        number = self._free("abstractNum", "abstractNumId")
        made = element("abstractNum", abstractNumId=number)
        made.append(element("multiLevelType", val="multilevel"))
        for at, form in enumerate(forms):
            made.append(_level(form, at, self._indents[at]))
        self._insert(made, "num", "numIdMacAtCleanup")
        return number

    def _insert(self, made: Any, *after: str) -> None:
        """Add an element before those that must follow it."""
        following = [one for tag in after for one in self._numbering.findall(qn(f"w:{tag}"))]
        if following:
            following[0].addprevious(made)
        else:
            self._numbering.append(made)

    def _free(self, tag: str, name: str) -> str:
        used = [int(one.get(qn(f"w:{name}"))) for one in self._numbering.findall(qn(f"w:{tag}"))]
        return str(max(used, default=0) + 1)


def _level(form: Form, at: int, indents: Any) -> Any:
    """A level of a list.

    It stands in as the style of its paragraphs says: Word and LibreOffice take either's word.
    """
    number = "" if form.counting is Counting.BULLET else f"%{at + 1}"
    return element(
        "lvl",
        element("start", val="1"),
        element("numFmt", val=str(form.counting)),
        element("suff", val="tab"),
        element("lvlText", val=f"{form.before}{number}{form.after}"),
        element("lvlJc", val="left"),
        element("pPr", *deepcopy(indents)),
        ilvl=str(at),
    )
