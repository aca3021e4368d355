"""A number in a citation as the citation prints it."""

from __future__ import annotations

from convention_tool.analysis.numbering import is_roman, series


def as_cited(cited: str, own: str, new: str) -> str:
    """The new number of a provision, in the manner of a citation.

    Args:
        cited: the number in the citation: "iv", "4", "premier".
        own: the number that the provision has there: "IV", "Premier".
        new: the number that it gets.
    """
    if "".join(cited.split()).casefold() != "".join(own.split()).casefold():
        return _restyled(cited, new)
    if cited == own:
        return new if any(map(str.isalpha, cited)) or not new.isalpha() else new.lower()
    return new.lower() if cited.islower() else new.upper() if cited.isupper() else new


def _restyled(cited: str, new: str) -> str:
    """A number in the series of another: the new "V" where "4" was cited is "5"."""
    manner = series(("I",) if is_roman(cited) else ("1",))
    read = series(("I", new)) or series((new,))
    if manner is None or read is None or read.ranks[-1].inserted:
        return new
    printed = manner.printed(read.ranks[-1].main)
    return printed.lower() if cited.islower() else printed
