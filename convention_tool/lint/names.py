"""How messages name provisions and count them."""

from collections.abc import Sequence

from convention_tool.tree.nodes import Article, Paragraph, Provision, Subparagraph

#: A drafter checks three numbers at a glance; of more, the ends say enough.
_SHOWN = 3


def named(item: Provision, numbers: Sequence[str]) -> str:
    """The provisions of the item's kind with some numbers: "paragraphs 2 and 3", "(b)"."""
    match item:
        case Subparagraph():
            return _listed([f"({number})" for number in numbers])
        case Paragraph():
            return _counted("paragraph", numbers)
        case Article():
            return _counted("article", numbers)


def are(count: int) -> str:
    """The verb for so many."""
    return "is" if count == 1 else "are"


def _counted(kind: str, numbers: Sequence[str]) -> str:
    """Provisions by number, in the singular or plural: "article 6", "articles 6 and 7"."""
    return f"{kind if len(numbers) == 1 else f'{kind}s'} {_listed(numbers)}"


def _listed(words: Sequence[str]) -> str:
    """The words as a sentence lists them: "6", "6 and 7", "6, 7 and 8", "6 to 12"."""
    match words:
        case [only]:
            return only
        case [*first, last] if len(words) <= _SHOWN:
            return f"{', '.join(first)} and {last}"
        case _:
            return f"{words[0]} to {words[-1]}"
