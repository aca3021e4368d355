"""The words by which treaties number, cite and speak of themselves, as vocabulary.toml lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from convention_tool.catalogue.load import record, tables

_FILE = "vocabulary.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of one language."""

    article: tuple[str, ...]
    articles: tuple[str, ...]
    paragraph: tuple[str, ...]
    paragraphs: tuple[str, ...]
    #: The words before the letter of a subparagraph.
    items: tuple[str, ...]
    #: What joins the members of a list: "and", "or".
    join: tuple[str, ...]
    #: What stands between the ends of a range: "to".
    through: tuple[str, ...]
    #: What stands between a provision and the text it belongs to: "of".
    of: tuple[str, ...]
    #: The article of a noun: "the".
    the: tuple[str, ...]
    #: What may stand between two provisions in a row: "with"; and after the last: "inclusive".
    under: tuple[str, ...]
    inclusive: tuple[str, ...]
    #: What points to the text itself: "the present"; and what points to another: "thereof".
    own: tuple[str, ...]
    other: tuple[str, ...]
    #: What points to the provision named before: "that", "the same".
    same: tuple[str, ...]
    #: What points to the provision before or after: "preceding", "following".
    preceding: tuple[str, ...]
    following: tuple[str, ...]
    #: The words for divisions, in the singular and the plural, and for what is attached.
    part: tuple[str, ...]
    chapter: tuple[str, ...]
    section: tuple[str, ...]
    title: tuple[str, ...]
    annex: tuple[str, ...]
    #: What "own" may be followed by beside an instrument: "article", "part".
    divisions: tuple[str, ...]
    instruments: tuple[str, ...]
    #: What a number may count instead of naming an article: "days".
    units: tuple[str, ...]
    #: How an instrument names itself: "the present" or "this", then "Convention".
    self_forms: tuple[str, ...]
    self_nouns: tuple[str, ...]
    #: Whose duty a sentence states, the modal that binds, and those that bind otherwise.
    duty_bearers: tuple[str, ...]
    #: What may stand before them ("each"), and between them and the modal ("to the present").
    each: tuple[str, ...]
    on_bearers: tuple[str, ...]
    binding: tuple[str, ...]
    loose: tuple[str, ...]

    def named_divisions(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The kinds of divisions, and the words for each."""
        kinds = ("part", "chapter", "section", "title")
        return tuple((kind, getattr(self, kind)) for kind in kinds)


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language; those of English where we have none of its own."""
    languages: Mapping[str, Mapping[str, object]] = tables(_FILE)["language"]
    known = language if language in languages else "en"
    return record(Vocabulary, languages[known], f"{_FILE}, language {known}")


@cache
def inserted() -> Mapping[str, int]:
    """The words for what was inserted later, with their rank: bis is 1, ter is 2."""
    return _ranks("inserted")


@cache
def ordinals() -> Mapping[str, int]:
    """The words for the first numbers, in every language: premier is 1."""
    return _ranks("ordinals")


@cache
def empty_allowed() -> tuple[str, ...]:
    """What may stand in place of an article's text: "reserved", "deleted"."""
    return tuple(tables(_FILE)["empty"]["allowed"])


@cache
def deciding_phrases() -> tuple[str, ...]:
    """What a preamble without a formula says where it still decides something: "hereby"."""
    return tuple(tables(_FILE)["deciding"]["phrases"])


@cache
def amending_titles() -> tuple[str, ...]:
    """What the title of an instrument says if it changes another instrument."""
    return tuple(tables(_FILE)["amending"]["titles"])


@cache
def light_words() -> frozenset[str]:
    """The words that join others and say nothing alone, in every language: "of", "the", "de"."""
    return frozenset(tables(_FILE)["light"]["words"])


@cache
def glued() -> tuple[frozenset[str], frozenset[str]]:
    """The little words that copies glue to the word after them, and to the word before them."""
    both = tables(_FILE)["glued"]
    return frozenset(both["before"]), frozenset(both["after"])


def _ranks(table: str) -> Mapping[str, int]:
    series = tables(_FILE)[table]["series"]
    return {word: rank for rank, words in enumerate(series, start=1) for word in words}
