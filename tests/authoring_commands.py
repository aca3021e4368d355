"""The authoring commands as they are run, and small drafts to run them on."""

from click.testing import CliRunner, Result

from convention_tool.analysis.draft import Draft
from convention_tool.cli.group import Commands
from convention_tool.readers import parse

COMMANDS = ("new", "insert", "renumber", "fmt")

#: The beginning of a draft; articles follow.
HEAD = """Title: Convention on Lamps
Status: zero draft

Convention on Lamps

The States Parties to the present Convention,

Have agreed as follows:

"""

LAMPS = f"""{HEAD}Article 1
Keepers

1. Keepers rest as article 3, paragraph 2 (b), says.

2. Article 2 applies to them.

Article 2
Night

Nobody keeps watch on two nights in a row.

Article 3
Oil

1. Oil is clean.

2. Oil is:

(a) burnt as articles 1 to 3 say; or

(b) kept.
"""


def run(*arguments: str, given: str | bytes = "") -> Result:
    group = Commands("convention-tool", summaries=dict.fromkeys(COMMANDS, ""))
    return CliRunner().invoke(group, arguments, input=given, prog_name="convention-tool")


def draft(text: str) -> Draft:
    reading = parse(text)
    return Draft(reading.source, reading.instrument)
