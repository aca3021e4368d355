"""A verdict into, or out of, the text of a review file: the door to tomlkit.

People write in that file too. A change touches the lines of one verdict, and within them only the
values that differ; comments, order and everything else stay as they are, byte for byte.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from convention_tool.errors import ConventionToolError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tomlkit.items import Array

    from convention_tool.reviews import Judgement

#: What a new file begins with.
ABOUT = """\
# Verdicts on a draft: what a person says of what the tool proposes.
#
# The draft is the file of the same name beside this one. Each verdict stands under a line
# [[verdict]]. "convention-tool verdict" adds them; you may also write them, and comments, by hand.
#
#   item       what it is on: "refugees:43" is the right of article 43 of the 1990 convention for
#              refugees, "refugees:43/training" a part of it, "refugees:need:papers" a need
#   decision   "confirmed": it is as the tool proposes; "rejected": it is not, and the note says
#              what it is; "noted": neither, a note for whoever decides
#   note       your reasons
#   by, on     whose verdict it is, and of what day
#   proposed   what the tool proposed then
#   rests_on   the provisions that it rests on, each with a mark of its words; when the words have
#              changed since, the tool says so. Leave these lines to the tool.
#
# An item has one verdict: a later one takes the place of the former.
"""

_TABLE = "verdict"


class UnchangeableReviewError(ConventionToolError):
    """A verdict in a review file that is written in a way that we cannot change."""


def put(text: str, judgement: Judgement, at: tuple[int, int] | None = None) -> str:
    """The text of a review file with a verdict added, or with the one at a place replaced.

    Args:
        text: the file, "" for a new one.
        judgement: the verdict.
        at: where the verdict that it replaces stands: from its line [[verdict]] to the next.

    Raises:
        UnchangeableReviewError: what stands there cannot be changed.
    """
    if at is None:
        return _added(text or ABOUT, judgement, _line_end(text))
    start, end = at
    return text[:start] + _changed(text[start:end], judgement, _line_end(text)) + text[end:]


def take(text: str, at: tuple[int, int]) -> str:
    """The text of a review file without the verdict at a place; comments after it stay.

    Raises:
        UnchangeableReviewError: what stands there cannot be changed.
    """
    start, end = at
    _, after = _split(text[start:end])
    return text[:start] + after + text[end:]


def _added(text: str, judgement: Judgement, line_end: str) -> str:
    # An empty note invites one.
    filled = {key: value for key, value in _values(judgement).items() if value or key == "note"}
    gap = "" if text.endswith("\n") else line_end
    if not (text + gap).endswith(("\n\n", "\n\r\n")):
        gap += line_end
    return f"{text}{gap}[[{_TABLE}]]{line_end}{_lines(filled, line_end)}"


def _changed(block: str, judgement: Judgement, line_end: str) -> str:
    """The lines of a verdict with other values; keys that it lacks follow those that it has."""
    document, table = _parsed(block)
    missing = {}
    for key, value in _values(judgement).items():
        if key not in table:
            if value:
                missing[key] = value
        elif table[key].unwrap() != value:
            table[key] = _parsed_value(value, line_end)
    kept, after = _split(document.as_string())
    gap = "" if kept.endswith("\n") or not missing else line_end
    return kept + gap + _lines(missing, line_end) + after


def _split(block: str) -> tuple[str, str]:
    """The lines of a verdict, and what follows them: blank lines, comments, other tables."""
    document, table = _parsed(block)
    trailing = []
    for key, entry in reversed(table.value.body):
        if key is not None:
            break
        trailing.append(entry.as_string())
    document.remove(_TABLE)
    after = "".join(reversed(trailing)) + document.as_string()
    if not block.endswith(after):
        raise _unchangeable(block)
    return block[: len(block) - len(after)], after


def _parsed(block: str) -> tuple[tomlkit.TOMLDocument, Table]:
    try:
        document = tomlkit.parse(block)
    except TOMLKitError as problem:
        raise _unchangeable(block) from problem
    found = document.get(_TABLE)
    if not (isinstance(found, AoT) and len(found) == 1 and document.as_string() == block):
        raise _unchangeable(block)
    return document, found[0]


def _unchangeable(block: str) -> UnchangeableReviewError:
    first = " ".join(block.split())[:60]
    return UnchangeableReviewError(
        f"the verdict that begins {first!r} is written in a way that the tool cannot change; "
        "change it by hand"
    )


def _values(judgement: Judgement) -> Mapping[str, Any]:
    """What is written of a verdict, in this order."""
    return {
        "item": judgement.item,
        "decision": str(judgement.decision),
        "note": judgement.note,
        "by": judgement.by,
        "on": dt.date.fromisoformat(judgement.on) if judgement.on else "",
        "proposed": judgement.proposed,
        "rests_on": [
            {"address": rest.address, "fingerprint": rest.fingerprint}
            for rest in judgement.rests_on
        ],
    }


def _lines(values: Mapping[str, Any], line_end: str) -> str:
    document = tomlkit.document()
    for key, value in values.items():
        document[key] = _item(value)
    return document.as_string().replace("\n", line_end)


def _parsed_value(value: Any, line_end: str) -> Any:
    """A value as it would be read from a file with these ends of lines."""
    return tomlkit.parse(_lines({"value": value}, line_end))["value"]


def _item(value: Any) -> Any:
    match value:
        case str() if "\n" in value:
            return tomlkit.string(value, multiline=True)
        case list():
            return _array(value)
        case _:
            return tomlkit.item(value)


def _array(values: list[Mapping[str, str]]) -> Array:
    """A list with a provision on each line."""
    array = tomlkit.array()
    for value in values:
        array.add_line(
            tomlkit.inline_table()
            .append("address", value["address"])
            .append("fingerprint", value["fingerprint"]),
            indent="  ",
        )
    if values:
        array.add_line(indent="")
    return array


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
