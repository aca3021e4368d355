"""An option that takes several words, joined by commas."""

from __future__ import annotations

from typing import Any

import click


class Several(click.ParamType[tuple[str, ...]]):
    """Several of some words: "ensure,may"."""

    def __init__(self, what: str, known: tuple[str, ...]) -> None:
        """Say what each word is, for messages, and which there are."""
        self.name = what
        self._known = {one.casefold(): one for one in known}

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The words, each known."""
        if isinstance(value, tuple):
            return value
        named = [one.strip() for one in str(value).split(",") if one.strip()]
        for one in named:
            if one.casefold() not in self._known:
                choices = ", ".join(self._known.values())
                self.fail(f"there is no {self.name} “{one}”; choose among {choices}", param, ctx)
        return tuple(self._known[one.casefold()] for one in named)
