"""What lint can mend: shown first, or written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from convention_tool.cli.drafts import STANDARD_INPUT
from convention_tool.cli.group import Stopped
from convention_tool.cli.rewriting import write_changed
from convention_tool.lint.fixing import mended
from convention_tool.readers import parse
from convention_tool.tree.address import Places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.diagnostics import Diagnostic, Edit
    from convention_tool.readers.reading import Reading
    from convention_tool.source import Source


def mend(
    reading: Reading, draft: str, found: Sequence[Diagnostic], *, unsafe: bool, show: bool
) -> None:
    """Mend a draft, or show what would be mended.

    Args:
        reading: of the draft; its file is rewritten whole or not at all.
        draft: what the user called it.
        found: what was remarked on in it.
        unsafe: whether to mend what a lawyer should look at, too.
        show: whether to show the changes in place of making them.
    """
    source = reading.source
    if reading.confidence is not None:
        raise Stopped(f"{source.name} is no plain text; import it first, and mend the draft")
    provisions = list(Places(reading.instrument).by_address)

    def reads_alike(text: str) -> bool:
        again = parse(text, language=reading.instrument.language).instrument
        return list(Places(again).by_address) == provisions

    result = mended(source.text, found, unsafe=unsafe, reads_alike=reads_alike)
    if show:
        for one in result.done:
            for line in _shown(one, source):
                click.echo(line)
    elif result.done or source.name == STANDARD_INPUT:
        write_changed(reading, result.text, draft, None)
    unsafe_left = sum(not one.fix.safe for one in result.left if one.fix)
    click.echo(_told(source.name, len(result.done), unsafe_left, show=show), err=True)


def _told(name: str, done: int, unsafe: int, *, show: bool) -> str:
    verb = "would mend" if show else "mended"
    more = f"; {unsafe} more with --unsafe" if unsafe else ""
    return f"{name}: {verb} {done} remark{'' if done == 1 else 's'}{more}"


def _shown(found: Diagnostic, source: Source) -> Iterator[str]:
    """The lines of a fix before it and after it."""
    assert found.fix
    for edit in found.fix.edits:
        line = source.position(edit.span.start).line
        before, after = _lines(edit, source)
        yield f"@@ {source.name}, line {line}: {found.fix.what} [{found.code}] @@"
        yield from (f"-{one}" for one in before)
        yield from (f"+{one}" for one in after)


def _lines(edit: Edit, source: Source) -> tuple[list[str], list[str]]:
    start = source.line_at(edit.span.start).start
    end = source.line_at(edit.span.end).end
    before = source.text[start:end]
    after = f"{source.text[start : edit.span.start]}{edit.text}{source.text[edit.span.end : end]}"
    return before.splitlines(), after.splitlines()
