"""Templates to start one's own from."""

from __future__ import annotations

from importlib.resources import files

from convention_tool.errors import TemplateError

#: Each by its name, with the name of its file and what it makes.
_STARTERS = {
    "html": ("page.html.j2", "a web page of the whole text, with links between provisions"),
    "markdown": ("text.md.j2", "the whole text in Markdown"),
    "table": ("table.html.j2", "a table to write proposals in: article, text, proposal, rationale"),
    "text": ("text.txt.j2", "the whole text as plain words"),
}


def starters() -> tuple[tuple[str, str], ...]:
    """The names of the templates, each with what it makes."""
    return tuple((name, says) for name, (_, says) in _STARTERS.items())


def starter(name: str) -> str:
    """A template to start from.

    Raises:
        TemplateError: there is none of this name.
    """
    folder = files(__package__).joinpath("templates", "starters")
    return folder.joinpath(file_of(name)).read_text("utf-8")


def file_of(name: str) -> str:
    """The name of a starter's file, whose ending says what is escaped in it.

    Raises:
        TemplateError: there is none of this name.
    """
    if name not in _STARTERS:
        known = ", ".join(_STARTERS)
        raise TemplateError(f'there is no template "{name}" to start from; choose one of {known}')
    return _STARTERS[name][0]
