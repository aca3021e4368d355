"""Texts whose rights were labelled by hand, as pairs of an article and a right of 1990.

There are two sets: the treaties of the corpus that have labels (gold/rights.json), and the articles
that we invented for the purpose (tests/cases/validation/). Of each, careful readers said which
rights an article answers and of which that can be argued.
"""

import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from convention_tool.analysis.provisions import texts
from convention_tool.analysis.recognition import Recogniser
from convention_tool.analysis.signs import signs
from convention_tool.catalogue.rights import compared
from convention_tool.readers import parse
from convention_tool.tree.nodes import Article, Instrument
from convention_tool.tree.wording import wording

#: Where the corpus is looked for if CONVENTION_CORPUS does not name it.
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"

#: Of each file of our own texts every fourth is kept aside: its failures are never looked at, so
#: that it shows how texts fare that nobody tuned on.
KEPT_ASIDE = 4

#: Our own texts, each one article.
VALIDATION = Path(__file__).resolve().parent.parent / "tests/cases/validation"

#: Weaker answers are noise: nothing can be learnt from how often they are right.
LEAST = 0.1


class Pair(NamedTuple):
    """An article of a text and a right of 1990."""

    text: str
    article: str
    right: str


class Labels(NamedTuple):
    """What a careful reader found."""

    covers: frozenset[Pair]
    arguable: frozenset[Pair]


class Unit(NamedTuple):
    """An article as the baselines see it: its words."""

    text: str
    article: str
    words: str


class Labelled(NamedTuple):
    """Some texts and their labels."""

    instruments: Mapping[str, Instrument]
    labels: Labels

    @property
    def units(self) -> list[Unit]:
        """Every article, in the order of the texts."""
        return [
            Unit(name, article.number, wording(article))
            for name, instrument in self.instruments.items()
            for article in instrument.articles
        ]


class Judged(NamedTuple):
    """An answer: how strong its signs are together, and whether it is right."""

    raw: float
    right: bool


def read_labels(gold: Mapping[str, Mapping[str, Mapping[str, Iterable[int]]]]) -> Labels:
    """The labels of the treaties as pairs."""

    def pairs(key: str) -> frozenset[Pair]:
        return frozenset(
            Pair(treaty, article, str(right))
            for treaty, articles in gold.items()
            for article, label in articles.items()
            for right in label[key]
        )

    return Labels(pairs("covers"), pairs("arguable"))


def corpus() -> Path:
    """The folder of the corpus."""
    return Path(os.environ.get("CONVENTION_CORPUS") or SHARED)


def treaties(folder: Path) -> Labelled | None:
    """The labelled treaties of a corpus; None where there are no labels."""
    gold = folder / "gold" / "rights.json"
    if not gold.is_file():
        return None
    labels = read_labels(json.loads(gold.read_text("utf-8")))
    names = sorted({pair.text for pair in labels.covers})
    texts = {name: (folder / f"treaties/core/{name}.txt").read_text("utf-8") for name in names}
    return Labelled(
        {name: parse(text, name=name).instrument for name, text in texts.items()}, labels
    )


def validation(*, kept_aside: bool = False) -> Labelled:
    """Our own texts; all, or those alone that nobody looks at when signs are written."""
    cases = {
        f"{path.stem}: {case['name']}": case
        for path in sorted(VALIDATION.glob("*.toml"))
        for place, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], start=1)
        if not kept_aside or place % KEPT_ASIDE == 0
    }

    def pairs(key: str) -> frozenset[Pair]:
        return frozenset(
            Pair(name, "1", right) for name, case in cases.items() for right in case.get(key, ())
        )

    covers = pairs("expects")
    instruments = {name: _instrument(name, case) for name, case in cases.items()}
    return Labelled(instruments, Labels(covers, pairs("maybe") - covers))


def _instrument(name: str, case: Mapping[str, Any]) -> Instrument:
    heading = f"{case['heading']}\n" if case.get("heading") else ""
    text = f"CONVENTION\n\nArticle 1\n{heading}\n{case['text'].strip()}\n"
    return parse(text, name=name).instrument


def strengths(instruments: Mapping[str, Instrument]) -> Mapping[Pair, float]:
    """How strong the signs of each answer are together, before that is turned into confidence."""
    recogniser = Recogniser(signs())
    rights = {right.article for right in compared()}
    found: dict[Pair, float] = {}
    for name, instrument in instruments.items():
        for provision, text in texts(instrument):
            article = provision.number if isinstance(provision, Article) else ""
            for one in recogniser.recognise(text, LEAST):
                if one.right in rights:
                    pair = Pair(name, article, one.right)
                    found[pair] = max(one.confidence, found.get(pair, 0.0))
    return found


def judged(strengths: Mapping[Pair, float], labels: Labels) -> list[Judged]:
    """The answers that are right or wrong; what can be argued is neither."""
    return [
        Judged(raw, pair in labels.covers)
        for pair, raw in strengths.items()
        if pair not in labels.arguable
    ]
