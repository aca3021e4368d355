"""What messages call the members of a list."""

from collections.abc import Sequence

from convention_tool.lint.phrases import listed
from convention_tool.tree.nodes import Article, Paragraph, Provision, Subparagraph


def named(item: Provision, numbers: Sequence[str]) -> str:
    """The provisions of the item's kind with some numbers: "paragraphs 2 and 3", "(b)"."""
    match item:
        case Subparagraph():
            return listed([f"({number})" for number in numbers])
        case Article() | Paragraph():
            kind = "article" if isinstance(item, Article) else "paragraph"
            return f"{kind if len(numbers) == 1 else kind + 's'} {listed(numbers)}"
