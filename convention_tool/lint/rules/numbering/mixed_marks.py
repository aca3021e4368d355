"""Lists or paragraphs of one text are marked in two ways: (a) here and a) there.

Why it matters: readers take a second style for a second level, and a copy from another text is
told by it. The editorial manual of the United Nations writes (a) in English and a) in French and
Spanish.

Found:
    Article 5: (a) To be heard;
    Article 9: a) To appeal;

Better:
    Article 5: (a) To be heard;
    Article 9: (a) To appeal;
"""

from collections import defaultdict
from collections.abc import Iterator

from convention_tool.analysis.draft import Count, Draft
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span
from convention_tool.tree.nodes import Article, Paragraph, Subparagraph


def check(draft: Draft) -> Iterator[Finding]:
    """The first mark of the rarer style, of paragraphs and of each kind of list."""
    styles: dict[str, dict[str, list[_Marked]]] = defaultdict(lambda: defaultdict(list))
    for count in draft.list_counts:
        marked = [item for item in count.items if not isinstance(item, Article)]
        if marked and count.series.ranks[0].main == 1:
            of_level = styles[_level(marked[0], count)]
            for item in marked:
                of_level[_style(item)].append(item)
    for found in styles.values():
        yield from _finding(draft, found)


_Marked = Paragraph | Subparagraph


def _level(item: _Marked, count: Count) -> str:
    """What counts together: paragraphs, and items of lists that open with a, i, A or 1.

    A list within an item is another level: treaties mark it in another way on purpose.
    """
    if isinstance(item, Paragraph):
        return "paragraph"
    depth = "inner" if isinstance(count.holder, Subparagraph) else "outer"
    return f"{depth} {count.series.printed(1)}"


def _style(item: _Marked) -> str:
    """The signs around a number: "(*)", "*)", "*."."""
    opening = "(" if item.mark[:1] == "(" else ""
    return f"{opening}*{item.mark[-1:]}"


def _finding(draft: Draft, styles: dict[str, list[_Marked]]) -> Iterator[Finding]:
    kept = {style: items for style, items in styles.items() if style in _STYLES}
    if len(kept) != 2:
        return
    (_, few), (usual, many) = sorted(kept.items(), key=lambda entry: len(entry[1]))
    if len(few) * _RARE > len(many):
        return
    first = few[0]
    shown = usual.replace("*", first.number)
    times = "" if len(few) == 1 else f" ({len(few)} times, first here)"
    said = f'"{first.mark}" stands where this text has "{shown}" elsewhere{times}; write "{shown}"'
    yield Finding(draft.opening(first), said, _mended(draft, few, usual))


def _mended(draft: Draft, items: list[_Marked], usual: str) -> Fix | None:
    """The usual signs around each number; none where the source prints a mark otherwise."""
    edits = []
    for item in items:
        start = draft.span(item).start
        if not draft.source.text.startswith(item.mark, start):
            return None
        place = Span(start, start + len(item.mark))
        edits.append(Edit(place, usual.replace("*", item.number)))
    return Fix("write the marks as elsewhere", tuple(edits))


#: The styles in use; any other is damage of a copy.
_STYLES = frozenset({"(*)", "*)", "*."})
#: A style is a slip where the other one is this many times as common; else each has its level.
_RARE = 5


RULE = Rule("mixed-marks", Severity.NOTE, __doc__, check)
