"""A group of commands that loads only the one it runs, and ends every run in a sentence."""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, NoReturn

import click

from convention_tool.errors import ConventionToolError

if TYPE_CHECKING:
    from collections.abc import Mapping

#: A developer who sets this sees where an unexpected exception came from.
TRACEBACK = "CONVENTION_TOOL_TRACEBACK"

#: What a shell reports for a program that was interrupted, or whose reader went away.
_INTERRUPTED = 130
_READER_GONE = 141


class Stopped(click.ClickException):
    """A run that ended without its result; the message says why."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the message on standard error, without a prefix that shouts."""
        click.echo(f"convention-tool: {self.message}", file=file, err=file is None)


class Commands(click.Group):
    """Commands by the name of their module; each module has its `command`."""

    def __init__(self, *args: Any, summaries: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """The names, in their order."""
        return list(self._summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, its module loaded now."""
        if cmd_name not in self._summaries:
            return None
        name = cmd_name.replace("-", "_")
        module = f"{name}_" if iskeyword(name) else name
        command = import_module(f"convention_tool.cli.{module}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._summaries.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; whatever stops it becomes one sentence and an exit status."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            raise click.exceptions.Exit(_INTERRUPTED) from None
        except ConventionToolError as problem:
            raise Stopped(str(problem)) from problem
        except OSError as problem:
            if problem.errno == errno.EPIPE:
                _discard_standard_output()
                raise click.exceptions.Exit(_READER_GONE) from None
            where = f"{problem.filename}: " if problem.filename else ""
            raise Stopped(f"{where}{reason(problem)}") from problem
        except Exception as problem:
            if os.environ.get(TRACEBACK):
                raise
            raise Stopped(
                f"stopped by a fault of its own ({type(problem).__name__}). Your files are as "
                "they were. Please report this line, the command and, if you may, the draft; "
                f"setting {TRACEBACK}=1 shows where it happened."
            ) from problem
        return result


def leave(status: int) -> NoReturn:
    """End the process now, with all it has printed."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        os._exit(_READER_GONE)
    os._exit(status)


def reason(problem: OSError) -> str:
    """Why the system refused something, in its own words."""
    return (problem.strerror or "the system refused").lower()


def _discard_standard_output() -> None:
    """Let Python's last flush go nowhere: whoever read the output has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
