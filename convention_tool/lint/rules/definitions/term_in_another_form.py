"""A defined term is written with another hyphen or with other capitals than in its definition.

Why it matters: a term with a defined meaning is known by its form. "Competent Authority" and
"competent authority" may be read as the one that was defined and any other.

Found:
    "light-keeper" means a person in charge of a lighthouse.
    (and, further on)
    Every light keeper keeps a log.

Better:
    Every light-keeper keeps a log.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from convention_tool.analysis.definitions import Definition, Manner, Use, definitions, uses
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import edits, offered, place, times

#: A text has some hundred terms, each with a few endings.
_KEPT = 1000


def check(draft: Draft) -> Iterator[Finding]:
    """One finding for each term of two words or more, where it first stands otherwise."""
    for definition in draft.fact(definitions):
        if definition.manner is Manner.MEANS and _has_a_form(definition):
            yield from _of_term(draft, definition)


def _has_a_form(definition: Definition) -> bool:
    """Whether there is a hyphen or capital to lose in a term of two words or more."""
    words = definition.term.replace("-", " ").split()
    capitals = any(word[0].isupper() for word in words[1 if _was_opened(definition) else 0 :])
    party = _WHO_IS_BOUND.fullmatch(definition.term)  # another rule sees to those
    return len(words) > 1 and not party and (capitals or "-" in definition.term)


_WHO_IS_BOUND = re.compile(r"[SÉE]\w+s? [Pp]art\w+")


def _of_term(draft: Draft, definition: Definition) -> Iterator[Finding]:
    same, other = 0, list[Use]()
    for use in uses(draft, definition.term):
        if use.stretch is definition.stretch:
            continue
        if _as_defined(use, definition):
            same += 1
        elif _may_be_told(use, definition):
            other.append(use)
    if other and same >= len(other):
        yield _finding(draft, definition, other)


def _finding(draft: Draft, definition: Definition, other: Sequence[Use]) -> Finding:
    right = _mended(other[0], definition)
    count = f" ({times(len(other))})" if len(other) > 1 else ""
    said = f'"{other[0].words}"{count} is defined as "{definition.term}"'
    cure = "write it as it is defined, or say what else is meant"
    changes = [
        change for use in other for change in edits(draft, [use], _always(_mended(use, definition)))
    ]
    fix = offered(f'write "{right}"', tuple(changes), safe=False)
    return Finding(place(draft, other[0]), f"{said}; {cure}", fix)


def _always(words: str) -> Callable[[str], str]:
    """Whatever stands there, these words."""
    return lambda _: words


def _as_defined(use: Use, definition: Definition) -> bool:
    """Whether hyphens and capitals are those of the definition, the plural apart."""
    return use.words == definition.term or _mended(use, definition) == use.words


def _mended(use: Use, definition: Definition) -> str:
    """The words in the form of the definition."""
    return _in_form(use.words, definition.term, _opens_sentence(use) or _was_opened(definition))


@lru_cache(maxsize=_KEPT)
def _in_form(words: str, term: str, free: bool) -> str:  # noqa: FBT001 - a cache takes places only
    """Words in the form of a term: their endings stay, and the first letter where it is free."""
    said = words.replace("-", " ").split()
    defined = term.split()
    shape = term.replace("-", " ").split()
    if len(said) != len(shape):
        return words
    cased = [_cased(word, like) for word, like in zip(said, shape, strict=True)]
    if free:
        cased[0] = said[0]
    mended, rest = list[str](), iter(cased)
    for word in defined:
        mended.append("-".join(next(rest) for _ in word.split("-")))
    return " ".join(mended)


def _cased(word: str, like: str) -> str:
    """A word with the first letter as another has it."""
    first = word[0].upper() if like[0].isupper() else word[0].lower()
    return first + word[1:]


def _may_be_told(use: Use, definition: Definition) -> bool:
    """Whether the words are the term and no part of a title, which has more capitals."""
    words = use.words.replace("-", " ").split()
    capitals = sum(word[0].isupper() for word in words[1 if _opens_sentence(use) else 0 :])
    own = sum(word[0].isupper() for word in definition.term.replace("-", " ").split())
    return capitals <= own and not definition.term.isupper()


def _opens_sentence(use: Use) -> bool:
    before = use.stretch.words[: use.start].rstrip('"“«( ')
    return not before or before[-1] in ".;:"


def _was_opened(definition: Definition) -> bool:
    """Whether the capital of a definition may be that of its line: '(a) "Public official" means'."""
    opens = definition.stretch.words[: definition.start].strip('"“„« ') == ""
    words = definition.term.replace("-", " ").split()
    return opens and len(words) > 1 and words[1][0].islower()


RULE = Rule("term-in-another-form", Severity.NOTE, __doc__, check)
