"""`convention-tool explain`: the page of a remark."""

import click

from convention_tool.cli.group import Stopped
from convention_tool.cli.reading import EXPLANATIONS
from convention_tool.lint.explain import explain
from convention_tool.lint.rules import RULES


@click.command("explain")
@click.argument("code", required=False)
@click.pass_context
def command(ctx: click.Context, code: str | None) -> None:
    """Explain the remark CODE: what it means, why it matters, and what to write instead.

    Without a code, lists every remark there is.

    \b
    Examples:
      convention-tool explain
      convention-tool explain dangling-reference
    """
    if code is None:
        pages = EXPLANATIONS | {rule.code: rule.explanation for rule in RULES}
        formatter = ctx.make_formatter()
        formatter.write_dl([(name, page.splitlines()[0]) for name, page in pages.items()])
        click.echo(formatter.getvalue(), nl=False)
    elif page := explain(code):
        click.echo(page, nl=False)
    elif code in EXPLANATIONS:
        click.echo(f"{code}\n\n{EXPLANATIONS[code]}")
    else:
        raise Stopped(f'there is no remark "{code}"; "convention-tool explain" lists them all')
