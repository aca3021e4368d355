"""A heading as it is shown and as it is listed: for two texts at once these are not the same."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.document import plain, words

if TYPE_CHECKING:
    from convention_tool.document import Content

#: The margin has room for so many letters beside the title.
_LONGEST_PLACE = 40

#: A list of contents names a heading by so many letters.
_LONGEST_LISTED = 300

_SHORTENED = " …"


class Title(NamedTuple):
    """What stands over some blocks."""

    level: int
    number: Content
    content: Content
    anchor: str
    #: The number and the words in lists of headings, where they are others.
    listed: tuple[Content, Content] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not plain(self.number).strip() and not plain(self.content).strip()

    @property
    def place(self) -> str:
        """What the margin says of the pages under it."""
        number, content = self.listed or (self.number, self.content)
        return shorten(plain(number) or plain(content), _LONGEST_PLACE, placeholder=_SHORTENED)

    def for_lists(self) -> tuple[Content, Content] | None:
        """The number and the words in lists of headings, or nothing where they are those shown."""
        if self.listed or len(plain(self.content)) <= _LONGEST_LISTED:
            return self.listed
        said = shorten(plain(self.content), _LONGEST_LISTED, placeholder=_SHORTENED)
        return self.number, words(said)
