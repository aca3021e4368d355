"""A definition stands in brackets, and its term is used outside of them.

Why it matters: if the bracket falls, the term stays in the text without its meaning, and each party
will give it one of its own. Whoever settles the bracket must know where the term is used.

Found:
    [(c) "keeper" means a person in charge of a lighthouse;]
    Article 9: Every keeper has the right to rest.

Better:
    (c) "keeper" means [a person in charge of a lighthouse];
    Article 9: Every keeper has the right to rest.
"""

from collections.abc import Iterator

from convention_tool.analysis.brackets import Bracket, Holds, brackets
from convention_tool.analysis.definitions import Definition, definitions, uses
from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each definition in a bracket whose term an article uses outside of it."""
    contested = tuple(draft.fact(brackets).holding(Holds.CONTESTED))
    for one in draft.fact(definitions) if contested else ():
        place = draft.span_of_words(one.stretch, one.start, one.end)
        around = next((bracket for bracket in contested if bracket.encloses(place.start)), None)
        if around and (use := _outside(draft, one, around)) and use.article:
            said = f'"{one.term}" is defined in brackets, and article {use.article.number} uses it'
            yield Finding(place, f"{said}; bracket the meaning only, or settle both at once")


def _outside(draft: Draft, one: Definition, around: Bracket) -> Stretch | None:
    """The first words of an article that use the term outside of the bracket."""
    for use in uses(draft, one.term):
        if use.stretch.article and not around.encloses(draft.span(use.stretch.node).start):
            return use.stretch
    return None


RULE = Rule("conditional-definition", Severity.WARNING, __doc__, check)
