"""Sentences that go on with a definition or a scope clause: "It does not include students".

Drafts part a definition, or the clause on scope, into sentences and paragraphs. What a later one
says of "it", of "the term" or of those "not included" belongs to the definition or the clause
before it, so it is read after the words that open that.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from convention_tool.analysis.coverage.clauses import Clause
from convention_tool.analysis.coverage.lexicon import Words, term_of
from convention_tool.source import Span

#: How far into a definition's body "any person" or the like must stand: further in, the words
#: define a conduct ("the procurement of ... of a person").
HEAD_OF_BODY = 45


def connected(article: Iterable[Clause], words: Words) -> Iterator[Clause]:
    """The clauses of an article, those that go on with an earlier one read after its first words."""
    head = ""
    for clause in article:
        if head and _goes_on(clause, words):
            text = f"{head} {clause.text}"
            yield replace(clause, text=text, start=len(head) + 1 + clause.start)
        else:
            head = _head(clause, words, head)
            yield clause


def applied(text: str, words: Words) -> Span | None:
    """The instrument's name for itself, in a clause that says to whom it applies.

    Where the instrument is the subject, a verb such as "covers" says so as well.
    """
    itself = next(words.itself(text), None)
    if itself is None:
        return None
    start, end = itself
    by_scope = any(scope.start >= end for scope in words["scope"].find(text))
    by_verb = start == 0 and any(
        text[end : verb.start].isspace() for verb in words["covers"].find(text)
    )
    return itself if by_scope or by_verb else None


def body_of(text: str) -> str:
    """The first words of what a definition says after its verb; it ends at a semicolon."""
    return text[:HEAD_OF_BODY].partition(";")[0]


def _goes_on(clause: Clause, words: Words) -> bool:
    """Whether a clause speaks of what an earlier one defines or applies to."""
    return (
        words["continuing"].opens(clause.text)
        or words["continuing"].opens(clause.text[clause.start :])
        or words["left_out"].closes(clause.text)
        or words["left_out"].closes(clause.text[: clause.start])
    )


def _head(clause: Clause, words: Words, before: str) -> str:
    """What the next clauses may go on with: a term and its verb, or the name of the instrument.

    Of the words that define the term only those up to "person" or the like are kept, since others,
    such as "other than", say nothing of what follows.
    """
    if clause.preamble or clause.heading:
        return ""
    if definition := words.defined(clause.text):
        if words["exclusion"].stands_in(definition[0]):
            return before if term_of(definition) in before else ""
        body = body_of(clause.text[definition.end() :])
        end = next((end for _, end in words["person"].find(body)), 0)
        return f"{definition[0]} {body[:end].strip()};"
    itself = applied(clause.text, words)
    return f"{clause.text[itself.start : itself.end]};" if itself else ""
