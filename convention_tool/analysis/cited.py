"""What the citations of a draft name, for the rules that ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.pinpoints import Pinpoints, Place
from convention_tool.tree.nodes import Annex, Article, Instrument, Paragraph, Subparagraph

if TYPE_CHECKING:
    from convention_tool.analysis.citations import Target
    from convention_tool.analysis.draft import Citation, Draft, Home, Stretch
    from convention_tool.analysis.pinpoints import Named
    from convention_tool.tree.nodes import Node


class Cited:
    """Resolves the citations of one draft, one by one."""

    def __init__(self, draft: Draft) -> None:
        """Know where everything stands."""
        self._draft = draft
        self._main = Pinpoints(draft.instrument)
        self._annexes: dict[int, Pinpoints] = {}

    def named(self, citation: Citation) -> Named | None:
        """What a citation names, if this text has it."""
        stretch, mention = citation
        found = self.pinpoints(stretch.home).resolved((mention,), self.place(stretch))
        return next(iter(found), None)

    def article(self, citation: Citation, target: Target) -> Article | None:
        """The article of a target, if this text has it."""
        if target.article:
            return self.pinpoints(citation.stretch.home).article(target.article)
        return citation.stretch.article

    def pinpoints(self, home: Home) -> Pinpoints:
        """What finds the provisions that the words of a home name."""
        if not isinstance(home, Annex):
            return self._main
        if id(home) not in self._annexes:
            self._annexes[id(home)] = Pinpoints(self._draft.instrument, home, self._main)
        return self._annexes[id(home)]

    def place(self, stretch: Stretch) -> Place:
        """Where the words of a stretch stand in their article."""
        holders: list[Paragraph | Subparagraph] = []
        node: Node | None = stretch.node
        while isinstance(node, Paragraph | Subparagraph):
            holders.append(node)
            node = self._draft.holder(node)
        return Place(stretch.article, tuple(reversed(holders)))

    def holder(self, node: Node) -> Node | None:
        """What holds a provision: the paragraph of a subparagraph, the article of a paragraph."""
        holder = self._draft.holder(node)
        return None if isinstance(holder, Instrument) else holder
