"""Elements of Word's own vocabulary, and new parts of a file, for what python-docx has no call for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from convention_tool.writers.characters import without_forbidden

if TYPE_CHECKING:
    from docx.document import Document as File

#: Word checks spelling by language and country.
_LANGUAGES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}


def element(tag: str, /, *inner: Any, **attributes: str) -> Any:
    """An element of Word's vocabulary, and what stands in it."""
    made = OxmlElement(f"w:{tag}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    made.extend(inner)
    return made


def ground(colour: str) -> Any:
    """What words or a cell stand on."""
    return element("shd", val="clear", color="auto", fill=colour)


def text_element(text: str, tag: str = "t") -> Any:
    """Words, with the spaces at their ends."""
    made = element(tag)
    made.set(qn("xml:space"), "preserve")
    made.text = without_forbidden(text)
    return made


def full_language(language: str) -> str:
    """A language as Word names it."""
    return _LANGUAGES.get(language, language)


def add_part(file: File, name: str, kind: str, content: Any) -> XmlPart:
    """Add a part that the text refers to: its footnotes, its lists.

    Args:
        file: to add to.
        name: where it lies: "footnotes" for word/footnotes.xml.
        kind: what it is to the text, and the end of its content type: "footnotes".
        content: its outermost element.
    """
    package: Any = file.part.package
    part = XmlPart(PackURI(f"/word/{name}.xml"), f"{_CONTENT}.{kind}+xml", content, package)
    file.part.relate_to(part, f"{_RELATION}/{kind}")
    return part


_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
