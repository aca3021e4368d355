"""Two provisions against discrimination do not name the same grounds.

Why it matters: where one article forbids discrimination on account of disability and another,
whose list is closed, does not, a reader concludes that there such discrimination is allowed. The
1990 convention repeats one list in its articles 1 and 7. A list that ends in "or other status" is
open, and nothing is said of it.

Found:
    Keepers shall be paid without distinction of race, sex, age or language.
    Keepers shall be housed without distinction of race, sex or age.

Better:
    Keepers shall be paid and housed without distinction of race, sex, age or language.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.analysis.wordings import plain, says, uses
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule

#: Fewer grounds than these are no list of grounds: "race or sex".
_A_LIST = 3
#: A list that shares fewer grounds with the fullest one means something else.
_SHARED = 3


class _Grounds(NamedTuple):
    stretch: Stretch
    names: frozenset[str]
    open: bool


def check(draft: Draft) -> Iterator[Finding]:
    """Each closed list that lacks what the fullest list has."""
    words = rule_words("enumerations", "unlike-grounds", draft.instrument.language)
    if not words:
        return
    found = list(_lists_of_grounds(draft, words))
    if len(found) < 2:
        return
    fullest = max(found, key=lambda one: len(one.names))
    for one in found:
        missing = [name for name in words if name in fullest.names - one.names]
        if missing and not one.open and len(fullest.names & one.names) >= _SHARED:
            where = draft.citation(fullest.stretch.node)
            named = " and ".join(", ".join(f'"{name}"' for name in missing).rsplit(", ", 1))
            said = f"{where} also has {named} among its grounds, and this list is closed"
            yield Finding(draft.opening(one.stretch.node), f"{said}; use one list for both")


def _lists_of_grounds(draft: Draft, words: Mapping[str, tuple[str, ...]]) -> Iterator[_Grounds]:
    """The provisions that forbid discrimination on some grounds by name."""
    grounds = {
        name: said for name, said in words.items() if name not in {"about", "open", "unless"}
    }
    first = next(iter(grounds.values()))
    likely = draft.saying(*first, *list(grounds.values())[2])
    for stretch in likely:
        said = _after(plain(stretch.words), words["about"])
        if stretch.article is None or says(said, words["unless"]):
            continue
        names = frozenset(name for name, ways in grounds.items() if says(said, ways))
        if len(names) >= _A_LIST:
            yield _Grounds(stretch, names, says(said, words["open"]))


def _after(said: str, about: tuple[str, ...]) -> str:
    """The rest of the sentence after the words that forbid discrimination, where grounds stand."""
    starts = [start for phrase in about for start in uses(said, phrase)]
    return said[min(starts) :].partition(". ")[0] if starts else ""


RULE = Rule("unlike-grounds", Severity.WARNING, __doc__, check)
