"""Finds, builds and keeps the files of grammars/."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from lark import Lark, Transformer
from lark.common import LexerConf
from lark.exceptions import LarkError
from lark.lexer import Lexer

from convention_tool.errors import BrokenDataError


class TokensAsTheyCome(Lexer):
    """A lexer for tokens that are made elsewhere."""

    def __init__(self, lexer_conf: LexerConf) -> None:
        """Take what lark hands to any lexer; nothing of it is needed."""

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[Any]:  # noqa: ARG002 - lark's signature
        """Pass the tokens through."""
        return iter(lexer_state)


def built(name: str, *, start: str, transformer: Transformer[Any, Any] | None = None) -> Lark:
    """A grammar as lark builds it; what it built before is taken from the user's cache.

    Lark checks that the grammar and its own version are those that were kept.

    Args:
        name: of the file in grammars/.
        start: the rule for a whole text.
        transformer: what makes something else of each rule, once it is complete.

    Raises:
        BrokenDataError: the file is missing or is no grammar.
    """
    path = folder() / name
    kept = _cache_folder()
    try:
        return Lark.open(
            str(path),
            parser="lalr",
            lexer=TokensAsTheyCome,
            start=start,
            transformer=transformer,
            maybe_placeholders=False,
            cache=str(kept / f"{path.stem}-{_mark_of(path)}.grammar") if kept else False,
        )
    except (OSError, LarkError) as problem:
        raise BrokenDataError(f"the grammar {name} cannot be used: {problem}") from problem


@cache
def folder() -> Path:
    """The folder grammars/: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    for place in (package / "grammars", package.parent / "grammars"):
        if place.is_dir():
            return place
    raise BrokenDataError("the folder grammars/ is missing; install convention-tool again")


def _mark_of(path: Path) -> str:
    """What tells this installation's files from those of another on the same machine."""
    return f"{crc32(str(path).encode()):08x}"


@cache
def _cache_folder() -> Path | None:
    """The user's own cache folder for this tool; None where none can be made."""
    try:
        base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
        place = (Path(base) if base else Path.home() / ".cache") / "convention-tool"
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return place if os.access(place, os.W_OK) else None
