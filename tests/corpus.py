"""The treaties that some tests read; they are no part of the project."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def treaties() -> Path:
    """The folder of adopted treaties, or a skipped test where there is none."""
    folder = Path(os.environ.get("CONVENTION_CORPUS") or SHARED) / "treaties"
    if not folder.is_dir():
        pytest.skip("no treaties here: CONVENTION_CORPUS names the folder that holds treaties/")
    return folder
