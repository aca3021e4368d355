"""Paragraphs of articles are cited in more than one way.

Why it matters: a reader who has met "article 5, paragraph 2" takes "article 5 (2)" for something else,
and a search for one finds half of the references. Treaties of the United Nations write "article 5,
paragraph 2"; each of the ways is sound, but one text keeps to one.

Found:
    Under article 5, paragraph 2, and article 7, paragraph 1, keepers may rest.
    Under article 9 (3) they may not.

Better:
    Under article 5, paragraph 2, and article 7, paragraph 1, keepers may rest.
    Under article 9, paragraph 3, they may not.
"""

from collections.abc import Iterator, Mapping, Sequence

from convention_tool.analysis.citations import Owner
from convention_tool.analysis.draft import Citation, Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule

#: So many times as often as any other must a way stand for a text to keep to it.
_RULES = 2


def check(draft: Draft) -> Iterator[Finding]:
    """One finding for each of the rarer ways, where it is first used."""
    forms = rule_words("references", "mixed-reference-style", draft.instrument.language)
    uses: dict[str, list[Citation]] = {}
    for citation in draft.citations if forms else ():
        if way := _way(citation):
            uses.setdefault(way, []).append(citation)
    ordered = sorted(uses.items(), key=lambda use: -len(use[1]))
    if len(ordered) < 2 or len(ordered[0][1]) < _RULES * len(ordered[1][1]):
        return
    usual, example = ordered[0][0], ordered[0][1][0].words
    for _, rarer in ordered[1:]:
        first = rarer[0]
        more = f", and {len(rarer) - 1} more, cite" if len(rarer) > 1 else " cites"
        said = f'"{first.words}"{more} otherwise than "{example}"; cite in one way'
        yield Finding(draft.span_of_citation(first), said, _fix(draft, rarer, usual, forms))


def _way(citation: Citation) -> str:
    """How a citation of this text says a paragraph of an article; "" if it does not."""
    mention = citation.mention
    if (
        mention.owner is Owner.OTHER
        or citation.stretch.article is None
        or not mention.reading.targets
    ):
        return ""
    target = mention.reading.targets[0]
    if not target.article or not target.paragraph[:1].isdigit() or target.divisions:
        return ""
    if target.paragraph_at < target.article_at:
        return "upward"
    between = citation.words[target.article_at : target.paragraph_at]
    return "bracketed" if between.endswith("(") and not any(map(str.isalpha, between)) else "worded"


def _fix(
    draft: Draft, rarer: Sequence[Citation], usual: str, forms: Mapping[str, Sequence[str]]
) -> Fix | None:
    """Each of the rarer ones in the usual way, where all of them name one paragraph."""
    edits = [edit for one in rarer if (edit := _edit(draft, one, forms[usual][0]))]
    if len(edits) < len(rarer):
        return None
    return Fix(f'write "{edits[0].text}"', tuple(edits))


def _edit(draft: Draft, citation: Citation, form: str) -> Edit | None:
    """A citation in the words of a form; its first word keeps its letter."""
    [first, *more] = citation.mention.reading.targets
    place = draft.span_of_citation(citation)
    said = draft.source.text[place.start : place.end]
    # "de l'article 5" would not read well with another word first.
    if more or first.last or draft.instrument.language != "en" or said != citation.words:
        return None
    paragraph = first.paragraph + "".join(f" ({item})" for item in first.items)
    new = form.format(article=first.article, paragraph=paragraph)
    return Edit(place, new[0].upper() + new[1:] if said[0].isupper() else new)


RULE = Rule("mixed-reference-style", Severity.NOTE, __doc__, check)
