"""Which remarks a run of lint makes: the options of the command line, the settings of the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.similarity import closest
from convention_tool.cli.group import Stopped
from convention_tool.cli.reading import EXPLANATIONS
from convention_tool.lint.rules import FAMILIES, RULES
from convention_tool.readers.settings import lint_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convention_tool.lint.rule import Rule

#: What the reader of a text remarks on, as a family.
READING = "reading"

#: What each remark means, by its code.
MEANINGS = EXPLANATIONS | {rule.code: rule.explanation for rule in RULES}


class Chosen(NamedTuple):
    """The remarks that are wanted."""

    codes: frozenset[str]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules among them, in their order."""
        return tuple(rule for rule in RULES if rule.code in self.codes)


def chosen(draft: str, select: Sequence[str], ignore: Sequence[str]) -> Chosen:
    """The remarks to make on a draft.

    Args:
        draft: its file; `convention.toml` beside it is heard first.
        select: codes or families, from the command line; they go before those of the file.
        ignore: codes or families to leave out, beside those of the file.
    """
    settings = lint_settings(draft)
    wanted = _codes(select, "--select") if select else _codes(settings.select, settings.file)
    unwanted = _codes(ignore, "--ignore") | _codes(settings.ignore, settings.file)
    return Chosen((wanted or frozenset(MEANINGS)) - unwanted)


def _codes(named: Iterable[str], where: str) -> frozenset[str]:
    """The codes of some remarks and families."""
    found: set[str] = set()
    for words in named:
        for name in filter(None, (word.strip() for word in words.split(","))):
            found |= _named(name, where)
    return frozenset(found)


def _named(name: str, where: str) -> set[str]:
    if name in MEANINGS:
        return {name}
    if name == READING:
        return set(EXPLANATIONS)
    if name in FAMILIES:
        return {rule.code for rule in FAMILIES[name]}
    near = closest(name, (*MEANINGS, *FAMILIES, READING))
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise Stopped(f'{where}: there is no remark and no family "{name}"{hint}')
