"""A document as one HTML page that needs nothing else: no network, no other file.

Only a page with a matrix or a redline has a script, and it is read without it too. The page's own
policy forbids all else: a browser runs this script, uses this style sheet, and loads nothing.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import count
from typing import TYPE_CHECKING, assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from convention_tool.document import (
    Badge,
    Block,
    Break,
    Content,
    Deleted,
    Document,
    Emphasis,
    Evidence,
    Facts,
    Heading,
    Inline,
    Inserted,
    Link,
    Listing,
    Matrix,
    Note,
    NoteRole,
    Prose,
    Redline,
    Row,
    Section,
    Strong,
    Table,
    Words,
    anchors,
    blocks_of,
    plain,
)
from convention_tool.writers import html_matrix, html_redline

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The deepest indentation that the style sheet knows.
_DEEPEST_LEVEL = 4

#: A phone shows tables up to this width as cards; wider ones scroll within the page.
_WIDEST_STACK = 5

_NOTHING = Markup()
_LINE = Markup("\n")


def write(document: Document) -> bytes:
    """The page, in UTF-8."""
    writer = _Writer(anchors(document), count(1), _header(document))
    listed = _listed(document)
    special = _special(document)
    style = "".join(_file(f"{name}.css") for name in ("page", *special))
    script = "".join(_file(f"{name}.js") for name in special)
    page = _frame().render(
        policy=_policy(style, script),
        style=style,
        script=script,
        language=document.language,
        title=document.title,
        subtitle=document.subtitle,
        header=document.header,
        interface=_INTERFACE.get(document.language, _INTERFACE["en"]),
        has_folded_notes=any(isinstance(b, Note) and b.folded for b in blocks_of(document)),
        contents=_contents(listed) if len(listed) > 1 else _NOTHING,
        body=writer.blocks(document.blocks),
    )
    return page.encode()


def _header(document: Document) -> Facts | None:
    """The block that prints the header of a draft, as readers of the page can find it again."""
    first = document.blocks[0] if document.header and document.blocks else None
    return first if isinstance(first, Facts) else None


def _listed(document: Document) -> tuple[Heading, ...]:
    """What the contents name: the headings of the page, and those of the texts of a redline."""
    found: list[Heading] = []
    for block in blocks_of(document):
        if isinstance(block, Heading) and block.anchor:
            found.append(block)
        elif isinstance(block, Redline):
            found.extend(html_redline.headings(block))
    return tuple(found)


def _special(document: Document) -> tuple[str, ...]:
    """The blocks of a page that have a style sheet and a script of their own, by their files."""
    kinds = {type(block) for block in blocks_of(document)}
    return tuple(name for kind, name in ((Matrix, "matrix"), (Redline, "redline")) if kind in kinds)


def _policy(style: str, script: str) -> str:
    """What a browser may do with the page: use what it has, by its digest, and load nothing."""
    scripts = f"; script-src {_digest(script)}" if script else ""
    return f"default-src 'none'; style-src {_digest(style)}{scripts}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _file(name: str) -> str:
    """A file of the templates' folder, to stand in the page between two tags."""
    return "\n" + files(__package__).joinpath("templates", name).read_text("utf-8")


@dataclass(frozen=True, slots=True)
class _Interface:
    """What the page itself says, beside the document."""

    skip: str
    contents: str
    show_notes: str
    back: str


_INTERFACE = {
    "en": _Interface("Skip to the text", "Contents", "Show all notes", "Back to the top"),
    "fr": _Interface("Aller au texte", "Sommaire", "Afficher toutes les notes", "Haut de page"),
    "es": _Interface("Ir al texto", "Índice", "Mostrar todas las notas", "Volver arriba"),
}


@cache
def _frame() -> Template:
    environment = Environment(
        loader=PackageLoader("convention_tool.writers"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html.j2")


def _contents(listed: tuple[Heading, ...]) -> Markup:
    """The headings as nested lists of links."""
    entries: list[Markup] = []
    position = 0
    while position < len(listed):
        heading = listed[position]
        end = position + 1
        while end < len(listed) and listed[end].level > heading.level:
            end += 1
        entries.append(
            Markup('<li><a href="#{}">{}</a>{}</li>\n').format(
                heading.anchor,
                _titled(heading.number, escape(plain(heading.content))),
                _contents(listed[position + 1 : end]) if end > position + 1 else _NOTHING,
            )
        )
        position = end
    return Markup("<ol>\n{}</ol>").format(_NOTHING.join(entries))


def _titled(number: str, content: Markup) -> Markup:
    """A heading's words, its number set apart."""
    if not number:
        return content
    numbered = Markup('<span class="number">{}</span>').format(number)
    return numbered + Markup(" <span>{}</span>").format(content) if content else numbered


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the blocks of a page that has these anchors."""

    anchors: frozenset[str]
    #: Numbers for the matrices and redlines of the page.
    numbers: Iterator[int]
    #: The facts that are the header of a draft.
    header: Facts | None = None

    def blocks(self, blocks: tuple[Block, ...]) -> Markup:
        return _LINE.join(map(self._block, blocks))

    def _block(self, block: Block) -> Markup:
        match block:
            case Heading(level, content, anchor, number):
                return Markup("<h{0}{1}>{2}</h{0}>").format(
                    level, _id(anchor), _titled(number, self._run(content))
                )
            case Prose(content, anchor, "", level):
                return Markup("<p{}{}>{}</p>").format(
                    _id(anchor), _level("", level), self._run(content)
                )
            case Prose(content, anchor, number, level):
                return Markup(
                    '<div{}{}><span class="number">{}</span> <span>{}</span></div>'
                ).format(_id(anchor), _level("numbered ", level), number, self._run(content))
            case Table():
                return self._table(block)
            case Matrix():
                return html_matrix.write(block, next(self.numbers), self.blocks)
            case Redline():
                return html_redline.write(block, next(self.numbers))
            case Listing(items, ordered):
                entries = _NOTHING.join(
                    Markup("<li>{}</li>\n").format(self._run(item)) for item in items
                )
                return Markup("<{0}>\n{1}</{0}>").format("ol" if ordered else "ul", entries)
            case Facts(entries):
                return Markup("<dl{}>\n{}</dl>").format(
                    _class("draft-header" if block is self.header else ""),
                    _NOTHING.join(
                        Markup("<dt>{}</dt><dd>{}</dd>\n").format(name, self._run(content))
                        for name, content in entries
                    ),
                )
            case Note(label, blocks, folded, role):
                form = _FOLDED if folded else _SHOWN
                return form.format(_class(_NOTES[role]), label, self.blocks(blocks))
            case Section(language, blocks):
                return Markup('<div lang="{}">\n{}\n</div>').format(language, self.blocks(blocks))
            case _:
                assert_never(block)

    def _table(self, table: Table) -> Markup:
        labels = tuple(map(plain, table.header))
        head = _NOTHING.join(
            Markup('<th scope="col" role="columnheader">{}</th>').format(self._run(content))
            for content in table.header
        )
        body = _NOTHING.join(self._row(row, labels, table) for row in table.rows)
        inner = Markup(
            '<caption><span>{}</span></caption>\n<thead role="rowgroup"><tr role="row">{}</tr></thead>\n'
            '<tbody role="rowgroup">\n{}</tbody>'
        ).format(table.caption, head, body)
        if len(table.header) <= _WIDEST_STACK:
            return Markup(
                '<div class="table"><table class="stack" role="table">\n{}\n</table></div>'
            ).format(inner)
        return Markup(
            '<div class="table scroll" role="region" aria-label="{}" tabindex="0">'
            '<table role="table">\n{}\n</table></div>'
        ).format(table.caption, inner)

    def _row(self, row: Row, labels: tuple[str, ...], table: Table) -> Markup:
        cells = _NOTHING
        for place, (label, cell) in enumerate(zip(labels, row.cells, strict=True)):
            if place == 0 and table.row_headers:
                form = Markup('<th scope="row" role="rowheader">{1}</th>')
            else:
                form = Markup('<td role="cell" data-label="{0}">{1}</td>')
            cells += form.format(label, self._run(cell))
        return Markup('<tr role="row"{}>{}</tr>\n').format(_id(row.anchor), cells)

    def _run(self, content: Content) -> Markup:
        return _NOTHING.join(map(self._inline, content))

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Words(text):
                return escape(text)
            case Strong(content):
                return Markup("<strong>{}</strong>").format(self._run(content))
            case Emphasis(content):
                return Markup("<em>{}</em>").format(self._run(content))
            case Deleted(text):
                return Markup("<del>{}</del>").format(text)
            case Inserted(text):
                return Markup("<ins>{}</ins>").format(text)
            case Link(target, content) if self._leads(target):
                return Markup('<a href="{}">{}</a>').format(target, self._run(content))
            case Link(_, content):
                return self._run(content)
            case Badge(text, tone):
                return Markup('<span class="badge {}">{}</span>').format(tone.value, text)
            case Evidence(content, detail):
                # The detail is part of the text for who hears the page; others see it on demand.
                return Markup(
                    '<span class="evidence" tabindex="0">{}<span class="detail"> {}</span></span>'
                ).format(self._run(content), detail)
            case Break():
                return Markup("<br>")
            case _:
                assert_never(inline)

    def _leads(self, target: str) -> bool:
        """Whether a link leads somewhere: to an anchor of this page or to a web address."""
        if target.startswith("#"):
            return target[1:] in self.anchors
        return target.startswith(("https://", "http://"))


#: A note that opens on request, and one that is always shown.
_FOLDED = Markup("<details{}><summary>{}</summary>\n{}\n</details>")
_SHOWN = Markup('<div{}><p class="label">{}</p>\n{}\n</div>')

#: The classes of a note.
_NOTES = {
    NoteRole.DETAIL: "note",
    NoteRole.COMMENTARY: "note commentary",
    NoteRole.FOOTNOTE: "note footnote",
}


def _id(anchor: str) -> Markup:
    return Markup(' id="{}"').format(anchor) if anchor else _NOTHING


def _level(name: str, level: int) -> Markup:
    """The class attribute of a paragraph: what it is, and how far it stands in."""
    indented = f"level-{min(level, _DEEPEST_LEVEL)}" if level else ""
    return _class(f"{name}{indented}".strip())


def _class(names: str) -> Markup:
    return Markup(' class="{}"').format(names) if names else _NOTHING
