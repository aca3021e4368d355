"""What an Akoma Ntoso file says of itself: the work, its text in a language, and the file."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.writers.akn.words import attribute
from convention_tool.writers.dates import EARLIEST, moment

if TYPE_CHECKING:
    from convention_tool.tree.nodes import Instrument

#: Codes of ISO 639-2, which the standard takes, by ours; "und" is its word for an unknown one.
_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa"}
_UNKNOWN_LANGUAGE = "und"

#: The longest end of an address, in characters; some treaties have titles of half a page.
_LONGEST_SLUG = 80


class Identity(NamedTuple):
    """What tells one treaty from others."""

    #: "/akn/un/act/treaty/2026-11-29/convention-on-lighthouses".
    work: str
    #: The day of the draft, or a fixed day where the header has none.
    day: str
    #: The day on which the file says that it was made.
    made: str
    #: Three letters.
    language: str
    title: str


def identity_of(instrument: Instrument) -> Identity:
    """The identity of an instrument, from its header and title."""
    title = instrument.title or instrument.value("Title")
    said = instrument.value("Date")
    day = _day(said)
    return Identity(
        work=f"/akn/un/act/treaty/{day}/{_slug(title)}",
        day=day,
        made=moment(said).date().isoformat(),
        language=_LANGUAGES.get(instrument.language, _UNKNOWN_LANGUAGE),
        title=" ".join(title.split()),
    )


def metadata(identity: Identity, component: str = "main") -> str:
    """The `meta` element of the whole, or of something attached to it.

    Args:
        identity: of the whole.
        component: "main", or the address of the attachment.
    """
    work, expression = identity.work, f"{identity.work}/{identity.language}@{identity.day}"
    name = f"!{component}"
    author = '<FRBRauthor href="#author" as="#drafter"/>'
    day = f'<FRBRdate date="{identity.day}" name="draft"/>'
    parts = [
        '<meta>\n<identification source="#convention-tool">\n',
        f'<FRBRWork><FRBRthis value="{attribute(f"{work}/{name}")}"/>',
        f'<FRBRuri value="{work}"/>{day}{author}',
        '<FRBRcountry value="un"/><FRBRsubtype value="treaty"/></FRBRWork>\n',
        f'<FRBRExpression><FRBRthis value="{attribute(f"{expression}/{name}")}"/>',
        f'<FRBRuri value="{expression}"/>{day}{author}',
        f'<FRBRlanguage language="{identity.language}"/></FRBRExpression>\n',
        f'<FRBRManifestation><FRBRthis value="{attribute(f"{expression}/{name}.xml")}"/>',
        f'<FRBRuri value="{expression}.xml"/>',
        f'<FRBRdate date="{identity.made}" name="publication"/>',
        '<FRBRauthor href="#convention-tool" as="#editor"/></FRBRManifestation>\n',
        "</identification>\n",
    ]
    if component == "main":
        parts.append(_PERSONS)
    return f"{''.join(parts)}</meta>\n"


#: Whom the metadata names.
_PERSONS = (
    '<references source="#convention-tool">\n'
    '<TLCOrganization eId="author" href="/akn/ontology/organization/un/parties"'
    ' showAs="The authors of the text"/>\n'
    '<TLCOrganization eId="convention-tool" href="/akn/ontology/organization/un/convention-tool"'
    ' showAs="convention_tool"/>\n'
    '<TLCRole eId="drafter" href="/akn/ontology/role/drafter" showAs="Drafter"/>\n'
    '<TLCRole eId="editor" href="/akn/ontology/role/editor" showAs="Editor"/>\n'
    "</references>\n"
)


def iso_day(words: str) -> str:
    """A day as the standard writes it, or "" where some words are none."""
    try:
        return date.fromisoformat(words.strip()).isoformat()
    except ValueError:
        return ""


def _day(words: str) -> str:
    return iso_day(words) or EARLIEST.date().isoformat()


def _slug(title: str) -> str:
    """A title as the end of an address: small letters and hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:_LONGEST_SLUG].strip("-") or "untitled"
