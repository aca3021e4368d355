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

from collections.abc import Iterator, Sequence

from convention_tool.analysis.citations import Owner, Pointer
from convention_tool.analysis.draft import Citation, Draft, Home
from convention_tool.analysis.inside import numbered, repaired
from convention_tool.analysis.numbering import canonical, is_roman, stands_inside
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Annex, Article
from convention_tool.tree.wording import wording


def check(draft: Draft) -> Iterator[Finding]:
    """Each provision that is named and not there."""
    for citation in draft.citations:
        if _is_judged(draft, citation):
            for pointer in _sure(citation.mention.pointers):
                if said := _missing(draft, citation, pointer):
                    yield Finding(draft.span_of_citation(citation), said)


def _sure(pointers: Sequence[Pointer]) -> Sequence[Pointer]:
    """The provisions that are named without a doubt.

    In "articles 49, 50 or 51, paragraph 2 does not apply", the paragraph may begin the next thought.
    """
    others = pointers[:-1]
    doubtful = others and pointers[-1].paragraph and not any(one.paragraph for one in others)
    return others if doubtful else pointers


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
    number = pointer.article or (own.number if own else "")
    targets = _targets(draft, home, number)
    if not targets:
        return _missing_article(draft, home, number)
    spelled = pointer.paragraph.isalpha() and not is_roman(pointer.paragraph)
    elsewhere = "." in pointer.paragraph and not pointer.article
    if (
        not pointer.paragraph
        or spelled
        or elsewhere
        or any(_has(article, pointer.paragraph) for article in targets)
    ):
        return ""
    return f"article {number} has no paragraph {pointer.paragraph}"


def _targets(draft: Draft, home: Home, number: str) -> list[Article]:
    """The articles that may be meant: those of the annex where the words stand, and the text's."""
    for words in _readings(number):
        places = (home,) if home is draft.instrument else (home, draft.instrument)
        if found := [own for place in places for own in draft.articles_numbered(words, place)]:
            return found
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


def _has(article: Article, number: str) -> bool:
    """Whether an article has a paragraph, or may have it where its print does not show.

    Unnumbered paragraphs are counted; a list may be meant by its items; and copies lose the line
    break before a number.
    """
    if numbered(article.paragraphs, number):
        return True
    number = wanted = canonical(repaired(number))
    numbers = [paragraph.number for paragraph in article.paragraphs if paragraph.number]
    items = [item.number for paragraph in article.paragraphs for item in paragraph.subparagraphs]
    if wanted in {canonical(own) for own in (*numbers, *items) if own}:
        return True
    unnumbered = len(article.paragraphs) - len(numbers)
    counted = int(number) if number.isdigit() else 1
    return (
        counted <= unnumbered
        or bool(items and not numbers)
        or stands_inside(number, wording(article))
    )


RULE = Rule("dangling-reference", Severity.ERROR, __doc__, check)
