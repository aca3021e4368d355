"""The words of a text as recognition compares them.

Treaties spell in the British way, the American way and the way of the nineteenth century; they
write "co-operation" and "cooperation". Both spellings of a word become one here, for the text
and for the phrases of data/recognition/ alike, so that a phrase is written once.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

#: Hyphens part words, but for prefixes that many texts write as part of the word. A capital
#: after a small letter opens a new word: copies lose spaces ("StatesParties").
_LETTERS = r"(?:[^\W\d_][a-zà-öø-ÿ]+|[^\W\d_]+)"
_PREFIX = "|".join(
    rf"(?<=\b{prefix}.)" for prefix in ("[Cc]o", "[Rr]e", "[Nn]on", "[Pp]re", "[Ii]nter", "[Aa]nti")
)
_WORD = re.compile(rf"{_LETTERS}(?:[-‐‑](?:{_PREFIX}){_LETTERS})?(?:['’]s\b)?|\d+")

#: Where a sentence or item ends: a full stop or semicolon before a capital, also where a copy
#: lost the space between ("country.The"), and a semicolon before "(b)". "Art. 5" ends nothing.
_SENTENCE_END = re.compile(
    r"[.;!?](?<!\bNo\.)(?<!\b[Aa]rt\.)"
    r"(?:\s+(?=[(\"“‘]?[A-Z])|(?<=[a-z)][.;])(?=[A-Z][a-z])|(?<=;)\s*(?=\([a-z]{1,4}\)))"
)

#: What is done to a word, in this order, to give both spellings one form.
_PLAIN = (
    (re.compile(r"['’]s$|[-‐‑]"), ""),
    (re.compile(r"([a-z]{3})is(e|ed|es|er|ers|ing|ation|ations)$"), r"\1iz\2"),
    (
        re.compile(
            r"(ard|arm|behavi|cand|clam|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig"
            r"|rum|sav|splend|tum|val|vap|vig)our"
        ),
        r"\1or",
    ),
    (re.compile(r"(program)me(s?)$"), r"\1\2"),
    (re.compile(r"(c|th|me)(ent|eat|t)re(s?)$"), r"\1\2er\3"),
    (re.compile(r"(defen|licen|offen)c(es?)$"), r"\1s\2"),
    (re.compile(r"(judg|acknowledg)ement"), r"\1ment"),
    (re.compile(r"(trave|cance|counse)ll(ed|er|ers|ing)"), r"\1l\2"),
    (re.compile(r"(fulfi|enro)l(ment|s?)$"), r"\1ll\2"),
)

#: Most words are spelt in one way only, and one look tells.
_SPELT_TWO_WAYS = re.compile("|".join(pattern.pattern for pattern, _ in _PLAIN))

#: What is worked out for a word is kept for so many; a long treaty has some five thousand.
WORDS_KEPT = 60_000

#: Words whose last letter is no mark of the plural.
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous|access|process|always|perhaps|besides|unless|as|has)$")


class Word(NamedTuple):
    """A word as printed, and where it stands in its text."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text, with their places."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def printed(text: str) -> list[str]:
    """The words of a text as printed."""
    return _WORD.findall(text)


def forms(text: str) -> list[str]:
    """The words of a text in one spelling and in the singular."""
    return [form(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=WORDS_KEPT)
def form(word: str) -> str:
    """One word in the spelling that recognition compares: "Organisations" is "organization"."""
    return singular(spelling(word))


def spelling(word: str) -> str:
    """One word as it is spelt in either way: "Organisations" is "organizations"."""
    plain = word.casefold()
    if _SPELT_TWO_WAYS.search(plain):
        for pattern, replacement in _PLAIN:
            plain = pattern.sub(replacement, plain)
    return plain


def singular(word: str) -> str:
    """A noun without its plural ending; crude, and the same for text and phrases."""
    if len(word) < 4 or not word.endswith("s") or _NOT_PLURAL.search(word):
        return word
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1]


def sentences(text: str) -> list[str]:
    """The sentences of a text, parted at full stops and semicolons before a capital."""
    ends = [match.start() + 1 for match in _SENTENCE_END.finditer(text)]
    parts = [text[start:end] for start, end in pairwise([0, *ends, len(text)])]
    return [part.strip() for part in parts if part.strip()]
