"""The drafters' commentary as footnotes or in the margin of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from convention_tool.writers.docx_xml import add_part, element

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from docx.document import Document as File
    from docx.opc.part import Part

    from convention_tool.writers.docx_styles import Styles


#: Who remarks in the margin.
_AUTHOR = "Commentary"


class Footnotes:
    """The footnotes of a file; the part that holds them is there once there is one."""

    def __init__(self, file: File, styles: Styles) -> None:
        """Begin without any."""
        self._file = file
        self._styles = styles
        self._part: Any = None

    def add(self, paragraph: Any, written: Callable[[Part, str], Sequence[Any]]) -> None:
        """Add a footnote to the end of a paragraph."""
        if self._part is None:
            self._part = self._begun()
        notes = self._part.element
        number = str(len(notes) - len(_SEPARATORS) + 1)
        note = element("footnote", *written(self._part, "Commentary Footnote"), id=number)
        notes.append(note)
        mark = element("rStyle", val=self._styles.named("footnote reference", "character"))
        first = note.find(qn("w:p"))
        space = element("t")
        space.text = " "
        space.set(qn("xml:space"), "preserve")
        first.insert(1, element("r", element("rPr", mark), element("footnoteRef")))
        first.insert(2, element("r", space))
        mark = element("rStyle", val=self._styles.named("footnote reference", "character"))
        paragraph.append(
            element("r", element("rPr", mark), element("footnoteReference", id=number))
        )

    def _begun(self) -> Any:
        """The part, with the lines that Word sets above footnotes."""
        part = add_part(self._file, "footnotes", "footnotes", element("footnotes"))
        listed = element("footnotePr")
        for number, kind in _SEPARATORS.items():
            line = element("p", element("r", element(kind)))
            part.element.append(element("footnote", line, id=number, type=kind))
            listed.append(element("footnote", id=number))
        settings: Any = self._file.settings.element
        following = [one for one in settings if one.tag in _AFTER]
        if following:
            following[0].addprevious(listed)
        else:
            settings.append(listed)
        return part


class Comments:
    """The remarks in the margin of a file."""

    def __init__(self, file: File, styles: Styles, made: datetime) -> None:
        """Begin without any."""
        self._file = file
        self._styles = styles
        self._made = made

    def add(self, paragraph: Any, written: Callable[[Part, str], Sequence[Any]]) -> None:
        """Add a remark on a paragraph."""
        comment = self._file.part.comments.add_comment("", _AUTHOR, "C")
        made: Any = comment._comment_elm
        made.date = self._made
        reference = self._styles.named("annotation reference", "character")
        ((opening,),) = ((one,) for one in made)
        (mark,) = opening.iter(qn("w:r"))
        mark.find(qn("w:rPr")).find(qn("w:rStyle")).set(qn("w:val"), reference)
        paragraphs = written(self._file.part._comments_part, "annotation text")
        paragraphs[0].insert(1, mark)
        made.remove(opening)
        made.extend(paragraphs)
        number = made.get(qn("w:id"))
        # A paragraph with several remarks has them one within another.
        place = 1 if paragraph.find(qn("w:pPr")) is not None else 0
        paragraph.insert(place, element("commentRangeStart", id=number))
        paragraph.append(element("commentRangeEnd", id=number))
        looks = element("rPr", element("rStyle", val=reference))
        paragraph.append(element("r", looks, element("commentReference", id=number)))


#: Word's own two footnotes: the line above all others, and above one that goes on from before.
_SEPARATORS = {"-1": "separator", "0": "continuationSeparator"}

#: What stands after the footnotes among the settings of a file.
_AFTER = frozenset(
    qn(f"w:{tag}")
    for tag in (
        *("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang"),
        *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures"),
        *("forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults"),
        *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
    )
) | {qn("m:mathPr")}
