"""A reference to several provisions has the word for one: "article 5 and 6".

Why it matters: the reader cannot tell whether the second number is an article or a paragraph of the
first. Or the word is in the plural and one number is lost.

Found:
    The rights set forth in article 8 and 9 apply at sea.

Better:
    The rights set forth in articles 8 and 9 apply at sea.
"""

from collections.abc import Iterator, Mapping, Sequence

from convention_tool.analysis.citations import Mention
from convention_tool.analysis.draft import Citation, Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """Each word for one provision before several numbers."""
    words = draft.vocabulary
    several = dict(zip(words.article, words.articles, strict=False))
    several |= dict(zip(words.paragraph, words.paragraphs, strict=False))
    several_words = rule_words("references", "singular-for-several", draft.instrument.language)
    for citation in draft.citations if several_words else ():
        word = citation.words.split(" ", 1)[0]
        plural = several.get(word.lower(), "")
        if plural and _numbers(citation.mention) > 1 and _joins(citation, several_words):
            new = plural.capitalize() if word[0].isupper() else plural
            said = f'"{citation.words}" names several; write "{new}"'
            yield Finding(draft.span_of_citation(citation), said, _fix(draft, citation, word, new))


def _joins(citation: Citation, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether the first two numbers are taken together: "5 and 6", but not "5 or 6"."""
    first, *others = citation.mention.reading.targets
    between = citation.words[first.end : (first.last or others[0]).end]
    return any(f" {word} " in between for word in words["together"])


def _numbers(mention: Mention) -> int:
    """How many provisions stand directly after the first word."""
    targets = mention.named
    by_article = bool(targets) and targets[0].article_at >= 0 and not mention.of_article
    numbers = {one.article_at if by_article else one.paragraph_at for one in targets}
    ends = [one.last for one in targets if one.last]
    of_range = any((one.article if by_article else one.paragraph) for one in ends)
    if by_article and any(one.paragraph or one.items for one in targets):
        return 1
    return len(numbers - {-1}) + of_range


def _fix(draft: Draft, citation: Citation, word: str, new: str) -> Fix | None:
    """The word for several."""
    start = draft.span_of_citation(citation).start
    if draft.source.text[start : start + len(word)] != word:
        return None
    return Fix(f'write "{new}"', (Edit(Span(start, start + len(word)), new),))


RULE = Rule("singular-for-several", Severity.WARNING, __doc__, check)
