"""A wheel, installed where nothing else of ours is, does the main job from any folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

#: Building, and fetching the dependencies into a new environment, takes longer than reading does.
pytestmark = pytest.mark.timeout(400)

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs the command of a fresh environment in a folder of its own."""
    folder = tmp_path_factory.mktemp("elsewhere")
    wheels = folder / "wheels"
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", wheels, ROOT])
    (wheel,) = wheels.glob("*.whl")
    run([sys.executable, "-m", "venv", folder / "environment"])
    programs = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
    run([programs / "python", "-m", "pip", "install", "--quiet", wheel])
    cache = {"XDG_CACHE_HOME": str(folder / "cache")}

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        return run([programs / "convention-tool", *arguments], cwd=folder, extra=cache)

    return command


def run(
    command: list[str | Path], cwd: Path = ROOT, extra: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment | (extra or {}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_review_of_a_bundled_draft_from_another_folder(installed: Run, tmp_path: Path) -> None:
    done = installed("review", "general-convention", "--out", str(tmp_path))
    assert "General Convention" in done.stdout
    written = sorted(path.name for path in (tmp_path / "general-convention").iterdir())
    assert written == ["clean.html", "clean.txt", "report.html", "report.md"]


def test_the_bundled_grammars_read_a_draft(installed: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Convention on Lights\n\nArticle 1\nLights are white.\n", encoding="utf-8")
    assert "Article 1" in installed("parse", str(draft)).stdout
