"""A sentence follows a list whose last item was already complete.

Why it matters: it may belong to the last item alone or to the whole list, and print alone decides.
If it governs the list, it can be cited only as "the words after (c)".

Found:
    (c) the keeper has appealed.
    The time limit is thirty days.

Better:
    (c) the keeper has appealed.
    2. The time limit in all these cases is thirty days.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.names import named
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Paragraph, Subparagraph


def check(draft: Draft) -> Iterator[Finding]:
    """Each sentence after a list that ends in a full stop."""
    for stretch in draft.stretches:
        if not stretch.closing or not stretch.words[:1].isupper() or stretch.words[:2].isupper():
            continue  # a line in capitals is a heading that was not recognised
        match stretch.node:
            case Paragraph(subparagraphs=[*_, last]) | Subparagraph(subparagraphs=[*_, last]):
                if last.text.endswith(".") and last.number:
                    said = f"these words may belong to {named(last, (last.number,))} or to the list"
                    place = draft.span_of_words(stretch, 0, len(stretch.words.split()[0]))
                    yield Finding(place, f"{said}; make them a paragraph, or part of the item")
            case _:
                pass


RULE = Rule("sentence-after-list", Severity.NOTE, __doc__, check)
