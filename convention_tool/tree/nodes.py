"""What an instrument says.

Nothing here knows how the text was read or how it will be written. Two nodes that say the same
are equal wherever they stand: spans take no part in equality, nor does what is set aside.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A stretch of text."""

    #: Where it stands in the source; None for a tree that was not read from a text.
    span: Span | None = field(default=None, compare=False, repr=False)


class NoteKind(StrEnum):
    """What a note is."""

    COMMENTARY = "commentary"  # the drafters explain the provision; published on request
    FOOTNOTE = "footnote"  # printed with the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Node):
    """Words about a provision that are not part of it."""

    kind: NoteKind
    #: The words; a blank line between paragraphs is "\n\n".
    text: str


class AsideKind(StrEnum):
    """Why something was set aside."""

    FURNITURE = "furniture"  # page numbers, running heads, navigation of a web page
    COMMENT = "comment"  # "% ..." lines: the drafters' own, never published


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside(Node):
    """Something in the source that is no part of the instrument."""

    kind: AsideKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subparagraph(Node):
    """An item of a list: (a), within it (i), within that a., within that i."""

    #: The number without its punctuation: "a", "ii", "a bis"; "" for a dash or bullet.
    number: str
    #: The number as printed: "(a)", "a)", "1°", "-".
    mark: str = ""
    #: Its words; the chapeau of its own list where one follows.
    text: str = ""
    subparagraphs: tuple[Subparagraph, ...] = ()
    #: Words after the list that govern all of it.
    closing: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Node):
    """A paragraph of an article, or a stretch of text that stands in no article."""

    #: "1", "2 bis"; "" for an unnumbered paragraph.
    number: str = ""
    #: The number as printed: "1.", "(1)", "1"; "" for an unnumbered paragraph.
    mark: str = ""
    #: Its words; the chapeau where a list follows.
    text: str = ""
    subparagraphs: tuple[Subparagraph, ...] = ()
    #: Words after the list that govern all of it.
    closing: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Node):
    """The numbered unit of the operative text."""

    #: As printed: "8", "8 bis", "IV", "Premier", "15.4".
    number: str
    #: The word as printed before the number: "Article", "ARTICLE", "Art.".
    label: str = "Article"
    heading: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    #: Notes on the whole article: those that stand at its end.
    notes: tuple[Note, ...] = ()


class PartKind(StrEnum):
    """The divisions above the article, outermost first."""

    BOOK = "book"
    PART = "part"
    TITLE = "title"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Node):
    """A division that holds articles: a part, title, chapter, section or subsection."""

    kind: PartKind
    number: str = ""
    #: The word as printed: "PART", "Chapitre".
    label: str = ""
    heading: str = ""
    elements: tuple[Element, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recital(Node):
    """One paragraph of the preamble: "Recalling ...", "Considering that ..."."""

    number: str = ""
    mark: str = ""
    text: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preamble(Node):
    """The opening statements before the articles."""

    #: The word printed above it, "PREAMBLE", or "".
    heading: str = ""
    #: Who agrees: "The States Parties to the present Convention,".
    subject: str = ""
    recitals: tuple[Recital, ...] = ()
    #: The set words that close it: "Have agreed as follows:".
    formula: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusions(Node):
    """What follows the last article: the testimonium, and places, dates and signatures."""

    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[Note, ...] = ()


class AnnexKind(StrEnum):
    """What is attached."""

    ANNEX = "annex"
    APPENDIX = "appendix"
    SCHEDULE = "schedule"
    PROTOCOL = "protocol"
    DECLARATION = "declaration"  # joint or unilateral declarations, agreed minutes, final acts
    #: Another instrument, between other parties or of another date, printed after the text.
    REPRODUCED = "reproduced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex(Node):
    """Text attached to the instrument, with numbering of its own."""

    kind: AnnexKind
    number: str = ""
    #: The word as printed: "ANNEX", "Protocole"; "" where a title alone opens it.
    label: str = ""
    heading: str = ""
    preamble: Preamble | None = None
    elements: tuple[Element, ...] = ()
    conclusions: Conclusions | None = None
    notes: tuple[Note, ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every article of the annex, in order, through all its parts."""
        return tuple(_articles(self.elements))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents(Node):
    """A table of contents that the source printed; kept, and never read as articles."""

    lines: tuple[str, ...]


Element = Part | Article | Paragraph

#: The keys of a header block in other languages than English, by what English calls them.
HEADER_KEYS = {
    "titre": "title",
    "título": "title",
    "titre abrégé": "short title",
    "título abreviado": "short title",
    "statut": "status",
    "estado": "status",
    "versión": "version",
    "fecha": "date",
    "langue": "language",
    "idioma": "language",
    "auteur": "author",
    "autor": "author",
    "auteurs": "authors",
    "autores": "authors",
}


def header_key(name: str) -> str:
    """What a key of a header block means, in lower case: "title" for "Titre"."""
    key = name.strip().casefold()
    return HEADER_KEYS.get(key, key)


#: What a page calls an instrument that has no title.
UNTITLED = "Untitled draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Node):
    """A treaty, convention, covenant or protocol, or the draft of one."""

    #: The header block of a draft: ("Title", "..."), ("Status", "zero draft"), in its order.
    header: tuple[tuple[str, str], ...] = ()
    title: str = ""
    #: Lines between the title and the preamble: adoption, place and date, entry into force.
    adoption: tuple[str, ...] = ()
    contents: Contents | None = None
    preamble: Preamble | None = None
    elements: tuple[Element, ...] = ()
    conclusions: Conclusions | None = None
    annexes: tuple[Annex, ...] = ()
    notes: tuple[Note, ...] = ()
    #: "en", "fr" or "es": the language whose words for "article" the text uses.
    language: str = "en"
    #: What the source holds beside the instrument; it is never published.
    asides: tuple[Aside, ...] = field(default=(), compare=False)

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every article of the main body, in order, through all parts."""
        return tuple(_articles(self.elements))

    @property
    def every_article(self) -> tuple[Article, ...]:
        """The articles of the main body, then those of annexes and attached protocols.

        Other instruments that the source merely reproduces after the text are left out.
        """
        attached = (
            article
            for annex in self.annexes
            if annex.kind is not AnnexKind.REPRODUCED
            for article in annex.articles
        )
        return (*self.articles, *attached)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The outermost divisions of the main body."""
        return tuple(element for element in self.elements if isinstance(element, Part))

    def value(self, key: str) -> str:
        """A value of the header block, by the key or its word in another language; or ""."""
        wanted = header_key(key)
        return next((value for name, value in self.header if header_key(name) == wanted), "")


#: Any unit that can be cited.
Provision = Article | Paragraph | Subparagraph


def _articles(elements: tuple[Element, ...]) -> Iterator[Article]:
    for element in elements:
        match element:
            case Article():
                yield element
            case Part():
                yield from _articles(element.elements)
            case Paragraph():
                pass
