"""A user's own templates, for `render`: the options that list and print ours, and what runs one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from convention_tool.readers.decoding import decode, read_bytes

if TYPE_CHECKING:
    from convention_tool.tree.nodes import Instrument


def rendered(file: str, instrument: Instrument, *, commentary: bool) -> bytes:
    """The instrument through a template in a file."""
    from convention_tool.views.template_context import context
    from convention_tool.writers.clean import without_commentary
    from convention_tool.writers.user_template import render_template

    text = decode(read_bytes(Path(file)), file)
    shown = instrument if commentary else without_commentary(instrument)
    return render_template(text, Path(file).name, context(shown)).encode()


def _list(ctx: click.Context, _: click.Parameter, value: object) -> None:
    """Print the templates to start from, and end."""
    if not value or ctx.resilient_parsing:
        return
    from convention_tool.writers.starters import starters

    formatter = ctx.make_formatter()
    formatter.write_dl(list(starters()))
    click.echo(formatter.getvalue(), nl=False)
    ctx.exit()


def _print(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    """Print one of them, and end."""
    if value is None or ctx.resilient_parsing:
        return
    from convention_tool.writers.starters import starter

    click.echo(starter(value), nl=False)
    ctx.exit()


list_option = click.option(
    "--list-templates",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list,
    help="List the templates to start from, and end.",
)

print_option = click.option(
    "--print-template",
    metavar="NAME",
    is_eager=True,
    expose_value=False,
    callback=_print,
    help="Print one of them, and end.",
)
