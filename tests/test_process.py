"""The command as a process of its own: how it starts, what it loads, how it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import DRAFT
from test_cli import run

ROOT = Path(__file__).parent.parent
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}


def test_parse_loads_only_what_reading_needs(draft: str) -> None:
    code = (
        "import sys\n"
        "from convention_tool.cli import convention_tool\n"
        "try:\n"
        "    convention_tool(sys.argv[1:])\n"
        "finally:\n"
        "    heavy = {'rich', 'numpy', 'rapidfuzz', 'jinja2', 'json', 'tomllib'} & set(sys.modules)\n"
        "    assert not heavy, heavy\n"
    )
    command = [sys.executable, "-c", code, "parse", draft]
    done = subprocess.run(command, env=ENVIRONMENT, check=False)
    assert done.returncode == 0


@pytest.mark.usefixtures("draft")
def test_a_reader_that_goes_away_is_no_fault() -> None:
    long = DRAFT + "\n\n".join(f"Article {n}\n\nA light." for n in range(3, 5000))
    Path("long.txt").write_text(long, encoding="utf-8")
    command = [sys.executable, "-m", "convention_tool", "parse", "long.txt"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=ENVIRONMENT) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    "arguments", [("parse", "lights.txt"), ("parse", "no.txt"), ("--version",)]
)
@pytest.mark.usefixtures("draft")
def test_a_process_prints_everything_and_tells_the_shell(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "convention_tool", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    expected = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (
        expected.exit_code,
        expected.stdout,
        expected.stderr,
    )


@pytest.mark.usefixtures("draft")
def test_an_old_terminal_shows_what_it_can() -> None:
    Path("signs.txt").write_text(DRAFT.replace("Harbour", "Hârbour →"), encoding="utf-8")
    command = [sys.executable, "-m", "convention_tool", "parse", "signs.txt"]
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith(b"Convention on H\xe2rbour ? Lights")
