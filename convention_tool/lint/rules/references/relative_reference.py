"""A reference names a provision by its place: "the preceding paragraph".

Why it matters: the words still read well when a paragraph is put in between, and then they mean the
new one. Nobody will notice, because there is no number to check.

Found:
    2. The preceding paragraph shall not apply by day.

Better:
    2. Paragraph 1 shall not apply by day.
"""

from collections.abc import Iterator, Sequence

from convention_tool.analysis.citations import Kind, Owner
from convention_tool.analysis.cited import Cited
from convention_tool.analysis.draft import Citation, Draft
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Article, Node, Paragraph


def check(draft: Draft) -> Iterator[Finding]:
    """Each reference by place; with the number, where there is one to give."""
    for citation in draft.citations:
        step = citation.mention.reading.step
        # "The foregoing articles" are all of them, however many are put in.
        if step and not (step.kind is Kind.ARTICLE and not step.places):
            if citation.mention.owner is Owner.OTHER:
                continue
            named = draft.fact(Cited).named(citation)
            instead = _numbers(draft, named.nodes if named else ())
            place = draft.span_of_citation(citation)
            cure = f'write "{instead}"' if instead else "write its number"
            said = f'"{citation.words}" means another provision once one is put in between; {cure}'
            yield Finding(place, said, _fix(draft, citation, instead))


def _numbers(draft: Draft, nodes: Sequence[Node]) -> str:
    """The same by number; "" where a number is missing, or nothing is there to be meant."""
    numbers = [one.number for one in nodes if isinstance(one, Article | Paragraph)]
    if not numbers or not all(numbers) or len({*numbers}) != len(numbers):
        return ""
    words = draft.vocabulary
    is_article = isinstance(nodes[0], Article)
    one, many = (
        (words.article, words.articles) if is_article else (words.paragraph, words.paragraphs)
    )
    match numbers:
        case [number]:
            return f"{one[0]} {number}"
        case [first, second]:
            return f"{many[0]} {first} {words.join[0]} {second}"
        case [first, *_, last]:
            return f"{many[0]} {first} {words.through[0]} {last}"
    return ""


def _fix(draft: Draft, citation: Citation, instead: str) -> Fix | None:
    """The number in place of the words; only English says both without an article."""
    stretch, mention = citation.stretch, citation.mention
    if not instead or draft.instrument.language != "en":
        return None
    start = mention.start
    before = stretch.words[max(start - 4, 0) : start]
    if before.lower() == "the ":
        start -= len(before)
    elif before and not before.endswith("\N{LEFT PARENTHESIS}"):
        return None
    printed = stretch.words[start]
    place = draft.span_of_words(stretch, start, mention.end)
    if (
        " ".join(draft.source.text[place.start : place.end].split())
        != stretch.words[start : mention.end]
    ):
        return None
    if mention.here:
        return None
    new = instead.capitalize() if printed.isupper() else instead
    return Fix(f'write "{instead}"', (Edit(place, new),))


RULE = Rule("relative-reference", Severity.NOTE, __doc__, check)
