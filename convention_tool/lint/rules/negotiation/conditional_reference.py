"""A reference points to a provision that stands in brackets.

Why it matters: if the bracket falls, the provision goes and the reference points to nothing, or to
the article that inherits its number. Whoever settles the bracket must know of the reference.

Found:
    [Article 9: Every keeper may appeal.]
    Article 12: The time limit of article 9 is thirty days.

Better:
    [Article 9: Every keeper may appeal.]
    Article 12: [The time limit of article 9 is thirty days.]
"""

from collections.abc import Iterator, Sequence

from convention_tool.analysis.brackets import Bracket, Holds, brackets
from convention_tool.analysis.citations import Owner
from convention_tool.analysis.draft import Citation, Draft
from convention_tool.analysis.numbering import canonical
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Article


def check(draft: Draft) -> Iterator[Finding]:
    """Each reference to an article or paragraph in brackets that it does not share."""
    contested = [one for one in draft.fact(brackets).holding(Holds.CONTESTED) if "\n" in one.words]
    if not contested and not any(draft.fact(brackets).holding(Holds.CONTESTED)):
        return
    open_provisions = _bracketed(draft)
    if not open_provisions:
        return
    for citation in draft.citations:
        if citation.mention.owner is not Owner.OTHER:
            yield from _findings(draft, citation, open_provisions)


_Open = dict[tuple[str, str], Bracket]


def _bracketed(draft: Draft) -> _Open:
    """The articles of the instrument, and their paragraphs, whose number stands in a bracket."""
    contested = tuple(draft.fact(brackets).holding(Holds.CONTESTED))
    found: _Open = {}
    for article in draft.instrument.articles:
        number = canonical(article.number)
        if around := _around(contested, draft.span(article).start):
            found[number, ""] = around
        for paragraph in article.paragraphs:
            bracket = _around(contested, draft.span(paragraph).start)
            if paragraph.number and bracket and bracket is not around:
                found[number, canonical(paragraph.number)] = bracket
    return found


def _around(contested: Sequence[Bracket], place: int) -> Bracket | None:
    """The outermost bracket that holds a place."""
    return next((one for one in contested if one.encloses(place)), None)


def _findings(draft: Draft, citation: Citation, open_provisions: _Open) -> Iterator[Finding]:
    own = citation.stretch.article
    place = draft.span_of_citation(citation)
    for pointer in citation.mention.pointers:
        article = canonical(pointer.article or (own.number if isinstance(own, Article) else ""))
        paragraph = canonical(pointer.paragraph) if pointer.paragraph else ""
        target = open_provisions.get((article, "")) or open_provisions.get((article, paragraph))
        if target and not target.encloses(place.start):
            line = draft.source.position(target.span.start).line
            said = f'"{citation.words}" points into the bracket that opens in line {line}'
            yield Finding(
                place, f"{said}; put the reference in brackets too, or settle both at once"
            )
            return


RULE = Rule("conditional-reference", Severity.WARNING, __doc__, check)
