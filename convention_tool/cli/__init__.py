"""The command line: arguments to a call, the result to bytes and an exit status."""

import gc
import sys
from io import TextIOWrapper

import click

from convention_tool import __version__
from convention_tool.cli.group import Commands, leave

#: The commands, in the order a newcomer would want to hear them. Each is a module of this folder.
COMMANDS = {
    "review": "Check a draft from end to end and write its report.",
    "new": "Begin a draft: parts, committee and final clauses in place.",
    "parse": "Print a draft as the tool reads it.",
    "lint": "Say what a careful editor would remark on, and mend it.",
    "explain": "Explain a remark that lint makes.",
    "insert": "Open room for an article; renumber and move references.",
    "renumber": "Number a draft anew after insertions; move references.",
    "fmt": "Lay a draft out in the canonical form, changing no word.",
    "compare": "Compare a draft with the rights of the 1990 convention.",
    "diff": "Show what changed between two texts; or several side by side.",
    "rights": "Look up a right: the 1990 convention, and what it lacks.",
    "cover": "Show whom a draft reaches, and with which rights.",
    "checklist": "List what each group must have and needs, ticked or open.",
    "verdict": "Confirm or reject what the tool proposes; your verdicts are kept.",
    "norms": "List the rules of a draft: who holds them, who must do what.",
    "home": "Check the body, secretariat and money a draft gives itself.",
    "institutions": "Show the bodies that could be a convention's home.",
    "final-clauses": "Set a draft's final clauses beside those of core treaties.",
    "render": "Publish a draft: Word, PDF, a web page, Akoma Ntoso and more.",
    "import": "Make a draft of a Word file, a PDF, a web page or other file.",
}


@click.command(
    cls=Commands,
    summaries=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="convention-tool", message="%(prog)s %(version)s")
def convention_tool() -> None:
    """Read, compare, check and publish drafts of international conventions.

    DRAFT is a plain-text file without any mark-up, or a Word file, an OpenDocument text, a PDF, a
    web page, Akoma Ntoso or Markdown. Write "-" to read what another program prints. Nothing leaves
    this computer.

    \b
    Start here:
      convention-tool review draft.txt    everything, and a report in build/draft/
      convention-tool new draft.txt       begin one
      convention-tool parse draft.txt     see how your draft is read
      convention-tool lint draft.txt      what a careful editor remarks on
      convention-tool compare draft.txt   rights of 1990: kept, weaker, missing
      convention-tool cover draft.txt     whom it reaches
      convention-tool diff old.txt new.txt  what changed, and what it does
      convention-tool render draft.txt --to html -o draft.html

    Results go to standard output, remarks to standard error.

    \b
    Exit status:
      0  nothing to correct
      1  something in the draft wants attention
      2  the command could not do its work
    """


def main() -> None:
    """Run the command line; what the installed command calls.

    A run makes its trees and ends. Looking for garbage on the way, and taking the trees down one
    node at a time at the end, would only make the reader of a small draft wait.
    """
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old terminal shows "?" for what it lacks
    try:
        convention_tool(prog_name="convention-tool")
    except SystemExit as stop:
        leave(stop.code if isinstance(stop.code, int) else 0)
