"""A user's own Jinja2 template over the plain data of a draft.

The template may come from a stranger. It sees the data and nothing behind it: no file, no module,
no method but a few of words and numbers, no other template. What it takes is limited, see
`template_limits`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateSyntaxError, UndefinedError, nodes
from jinja2.environment import Template
from jinja2.exceptions import SecurityError

from convention_tool.errors import TemplateError
from convention_tool.writers.template_limits import LONGEST_TEMPLATE, Metered, TemplateLimitError
from convention_tool.writers.template_sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

#: What begins a sentence of jinja2 about a tag that it does not know.
_UNKNOWN_TAG = re.compile(r"Encountered unknown tag '(?P<tag>[^']*)'")


def render_template(text: str, name: str, context: Mapping[str, object]) -> str:
    """What a template makes of a draft.

    Args:
        text: the template.
        name: of its file, for messages; where it ends in .html.j2 or .xml.j2, words are escaped.
        context: what the template may name: plain data.

    Raises:
        TemplateError: the template has a mistake, reaches for what it may not, or does too much.
    """
    if len(text) > LONGEST_TEMPLATE:
        raise TemplateError(f"{name} is longer than {LONGEST_TEMPLATE:,} characters")
    sandbox = Sandbox(name, frozenset(context))
    try:
        template = _compiled(sandbox, text, name)
        return template.render(context)
    except TemplateSyntaxError as error:
        raise TemplateError(f"{name}, line {error.lineno}: {_said(error)}") from error
    except (SecurityError, UndefinedError, TemplateLimitError) as error:
        raise TemplateError(f"{_where(name, error.__traceback__)}: {error}") from error
    except RecursionError as error:
        raise TemplateError(f"{name} is nested too deeply, or a macro calls itself") from error
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        MemoryError,
        TypeError,
        ValueError,
    ) as error:
        place = _where(name, error.__traceback__)
        raise TemplateError(f"{place}: this cannot be done here ({error})") from error
    except (AssertionError, SyntaxError, SystemError) as error:
        # What jinja2 made of the template is too much for Python's own compiler.
        raise TemplateError(f"{name} is nested too deeply") from error


def _compiled(sandbox: Sandbox, text: str, name: str) -> Template:
    tree = sandbox.parse(text, name)
    for other in tree.find_all((nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)):
        tag = "from" if isinstance(other, nodes.FromImport) else type(other).__name__.lower()
        raise TemplateError(
            f'{name}, line {other.lineno}: "{tag}" reads another file, which a template may not'
        )
    metered = Metered().visit(tree)
    code = sandbox.compile(metered, name, filename=name)
    return Template.from_code(sandbox, code, dict(sandbox.globals))


def _where(name: str, trace: TracebackType | None) -> str:
    """The name of a template, and the line where something went wrong in it."""
    line = 0
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            line = template.get_corresponding_lineno(trace.tb_lineno)
        elif trace.tb_frame.f_code.co_filename == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return f"{name}, line {line}" if line else name


def _said(error: TemplateSyntaxError) -> str:
    """What jinja2 says of a mistake, in words for who does not know it."""
    message: Any = error.message or "this is no template"
    if unknown := _UNKNOWN_TAG.match(message):
        return f'there is no tag "{unknown["tag"]}"; a tag stands between {{% and %}}'
    return f"{message[:1].lower()}{message[1:]}".rstrip(".")
