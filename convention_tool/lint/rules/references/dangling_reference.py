"""A provision refers to an article or paragraph that the text does not have.

Why it matters: renumbering leaves such references behind, and a right that rests on a missing
article rests on nothing. References to another instrument ("article 31 of the Vienna Convention")
are left alone, and so are those that might be.

Found:
    The rights set forth in article 91 shall not be renounced.
    (in a draft that ends at article 60)

Better:
    The rights set forth in article 31 shall not be renounced.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Citation, Draft, Home
from convention_tool.analysis.numbering import canonical, is_roman
from convention_tool.analysis.references import Owner, Pointer
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Annex, Article


def check(draft: Draft) -> Iterator[Finding]:
    """Each provision that is named and not there."""
    for citation in draft.citations:
        if _is_judged(draft, citation):
            for pointer in citation.mention.pointers:
                if said := _missing(draft, citation, pointer):
                    yield Finding(draft.span_of_citation(citation), said)


def _is_judged(draft: Draft, citation: Citation) -> bool:
    """Whether the words must mean this text.

    Outside the articles (preamble, prose annexes), and in a text that amends another, a bare
    number is as likely the other's.
    """
    match citation.mention.owner:
        case Owner.OURS:
            return citation.stretch.article is not None
        case Owner.UNSAID:
            return citation.stretch.article is not None and not draft.amends
        case Owner.OTHER:
            return False


def _missing(draft: Draft, citation: Citation, pointer: Pointer) -> str:
    """What is missing, as a message; "" if the provision is there or cannot be checked."""
    home, own = citation.stretch.home, citation.stretch.article
    if not pointer.article:
        return _missing_paragraph(own, pointer.paragraph) if own else ""
    targets = _targets(draft, home, pointer.article)
    match targets:
        case []:
            return _missing_article(draft, home, pointer.article)
        case [only] if pointer.paragraph:
            return _missing_paragraph(only, pointer.paragraph)
        case _:
            return ""


def _targets(draft: Draft, home: Home, number: str) -> list[Article]:
    """The articles meant: of the annex where the words stand, or else of the main text."""
    for words in _readings(number):
        for place in (home, draft.instrument):
            if found := draft.articles_numbered(words, place):
                return list(found)
    return []


def _readings(number: str) -> Iterator[str]:
    """A number as printed, then without what may not belong to it: 15.4.2 may be 15.4, 2."""
    yield number
    if "." in number:
        yield number.rpartition(".")[0]
    if len(number) > 1 and number[-1].isalpha() and number[:-1].strip().isdigit():
        yield number[:-1].strip()


def _missing_article(draft: Draft, home: Home, number: str) -> str:
    """No such article, provided that this text numbers its articles in the way of the citation."""
    numbers = [article.number for article in (*home.articles, *draft.instrument.articles)]
    alike = [own for own in numbers if _manner(own) == _manner(number)]
    if 2 * len(alike) <= len(numbers):
        return ""
    nor = " nor in its annex" if isinstance(home, Annex) else ""
    return f"there is no article {number} in this draft{nor}"


def _manner(number: str) -> str:
    return "decimal" if "." in number else "roman" if is_roman(number) else "plain"


def _missing_paragraph(article: Article, number: str) -> str:
    """No such paragraph, where the article's paragraphs can be told apart."""
    wanted = canonical(number)
    numbers = [paragraph.number for paragraph in article.paragraphs if paragraph.number]
    items = [item.number for paragraph in article.paragraphs for item in paragraph.subparagraphs]
    if wanted in {canonical(own) for own in (*numbers, *items) if own}:
        return ""
    unnumbered = len(article.paragraphs) - len(numbers)
    if _counts(wanted) <= unnumbered or (items and not numbers):
        return ""
    return f"article {article.number} has no paragraph {number}"


def _counts(number: str) -> int:
    """How many unnumbered paragraphs an article needs for one of them to be meant."""
    return int(number) if number.isdigit() else 1


RULE = Rule("dangling-reference", Severity.ERROR, __doc__, check)
