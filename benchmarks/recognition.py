"""How well the rights of the 1990 convention are recognised, beside plain likeness of words.

    python benchmarks/recognition.py

Compares every treaty of the corpus that was labelled by hand (gold/rights.json in the folder named
by CONVENTION_CORPUS, or in ../shared beside the checkout) with the 1990 convention, and prints
precision, recall and F1 over the pairs (article of the treaty, right of 1990): by treaty, by family
of rights, and overall. A pair that the labels call arguable counts neither way.

The baselines score an article against a right's title and digest: rapidfuzz (token_set_ratio),
TF-IDF (scikit-learn, extra `bench`) and BM25 (ours, below). Each is given the threshold that is
best on these very labels, which favours it. Ours has no threshold to choose and nothing fitted to
any label: its phrases and weights stand in data/recognition.toml, so there is nothing to leave out
and learn again.
"""

import json
import math
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from rapidfuzz import fuzz

from convention_tool.analysis.concordance import compare
from convention_tool.analysis.words import forms
from convention_tool.catalogue.rights import rights
from convention_tool.readers import parse
from convention_tool.tree.nodes import Instrument
from convention_tool.tree.wording import wording

#: The families of rights that are printed: the first and last article of each.
FAMILIES = {
    "rights (7-56)": (7, 56),
    "duties (64-71)": (64, 71),
    "machinery and general (72-84)": (72, 84),
    "final clauses (85-93)": (85, 93),
}

#: The usual constants of BM25: how fast repeated words count less, how much length matters.
SATURATION, LENGTH = 1.5, 0.75

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"

#: A task is timed so often; the shortest time is the least disturbed.
RUNS = 5

Done = TypeVar("Done")


class Pair(NamedTuple):
    """An article of a treaty and a right of 1990."""

    treaty: str
    article: str
    right: str


class Labels(NamedTuple):
    """What a careful reader found."""

    covers: frozenset[Pair]
    arguable: frozenset[Pair]


class Unit(NamedTuple):
    """An article as the baselines see it: its words."""

    treaty: str
    article: str
    words: str


class Score(NamedTuple):
    """Precision, recall and F1."""

    precision: float
    recall: float
    f1: float

    def __str__(self) -> str:
        return f"{self.precision:6.3f} {self.recall:6.3f} {self.f1:6.3f}"


class Method(NamedTuple):
    """What a method found, and how long it took."""

    name: str
    found: frozenset[Pair]
    seconds: float


def main() -> int:
    folder = Path(os.environ.get("CONVENTION_CORPUS") or SHARED)
    gold = folder / "gold" / "rights.json"
    if not gold.is_file():
        print(f"no labels at {gold}: CONVENTION_CORPUS names the folder of the corpus")
        return 2
    labels = read_labels(json.loads(gold.read_text("utf-8")))
    names = sorted({pair.treaty for pair in labels.covers})
    texts = {name: (folder / f"treaties/core/{name}.txt").read_text("utf-8") for name in names}
    started = time.perf_counter()
    treaties = {name: parse(text, name=name).instrument for name, text in texts.items()}
    reading = time.perf_counter() - started
    units = [
        Unit(name, article.number, wording(article))
        for name, treaty in treaties.items()
        for article in treaty.articles
    ]
    print(f"{len(treaties)} treaties, {len(units)} articles, {len(labels.covers)} labelled pairs\n")
    recognised = ours(treaties)
    methods = [recognised, *baselines(units, labels)]
    by_treaty(recognised, labels, names)
    by_family(methods, labels)
    timings(methods)
    print(f"reading the treaties took {reading:.3f} s")
    longest(folder / "treaties" / "core")
    return 0


def read_labels(gold: Mapping[str, Mapping[str, Mapping[str, Iterable[int]]]]) -> Labels:
    """The labels as pairs."""

    def pairs(key: str) -> frozenset[Pair]:
        return frozenset(
            Pair(treaty, article, str(right))
            for treaty, articles in gold.items()
            for article, label in articles.items()
            for right in label[key]
        )

    return Labels(pairs("covers"), pairs("arguable"))


def ours(treaties: Mapping[str, Instrument]) -> Method:
    """What the tool recognises."""
    compare(Instrument())  # the phrases are compiled once for a process
    started = time.perf_counter()
    found = frozenset(
        Pair(name, counterpart.article, answer.right.article)
        for name, treaty in treaties.items()
        for answer in compare(treaty).answers
        for counterpart in answer.counterparts
    )
    return Method("convention_tool", found, time.perf_counter() - started)


def baselines(units: Sequence[Unit], labels: Labels) -> list[Method]:
    """Every baseline that can run here, at its best threshold."""
    digests = {right.article: f"{right.title}. {right.digest}" for right in rights()}
    return [
        at_best_threshold("rapidfuzz", fuzzy, units, digests, labels),
        at_best_threshold("BM25", bm25, units, digests, labels),
        *with_scikit_learn(units, digests, labels),
    ]


Likeness = Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[float]]]


def at_best_threshold(
    name: str,
    likeness: Likeness,
    units: Sequence[Unit],
    digests: Mapping[str, str],
    labels: Labels,
) -> Method:
    """A baseline with the threshold that gives it the best F1 on these labels."""
    started = time.perf_counter()
    rows = likeness([unit.words for unit in units], list(digests.values()))
    seconds = time.perf_counter() - started
    ranked = sorted(
        (
            (score, Pair(unit.treaty, unit.article, right))
            for unit, row in zip(units, rows, strict=True)
            for right, score in zip(digests, row, strict=True)
        ),
        key=lambda scored: (-scored[0], scored[1]),
    )
    best, kept, hits, counted = 0.0, 0, 0, 0
    for place, (_, pair) in enumerate(ranked, start=1):
        hits += pair in labels.covers
        counted += pair not in labels.arguable
        f1 = 2 * hits / (counted + len(labels.covers))
        if f1 > best:
            best, kept = f1, place
    return Method(name, frozenset(pair for _, pair in ranked[:kept]), seconds)


def fuzzy(articles: Sequence[str], digests: Sequence[str]) -> list[list[float]]:
    """Plain rapidfuzz."""
    return [[fuzz.token_set_ratio(one, digest) for digest in digests] for one in articles]


def bm25(articles: Sequence[str], digests: Sequence[str]) -> list[list[float]]:
    """BM25 of each digest over the articles, as a share of the most a digest could score."""
    counts = [Counter(forms(article)) for article in articles]
    mean = sum(map(Counter.total, counts)) / len(counts)
    holding = Counter(word for count in counts for word in count)
    rarity = {
        word: math.log(1 + (len(counts) - held + 0.5) / (held + 0.5))
        for word, held in holding.items()
    }
    queries = [set(forms(digest)) & rarity.keys() for digest in digests]
    most = [sum(rarity[word] for word in query) * (SATURATION + 1) or 1.0 for query in queries]

    def score(count: Counter[str], query: set[str]) -> float:
        norm = SATURATION * (1 - LENGTH + LENGTH * count.total() / mean)
        return sum(
            rarity[word] * count[word] * (SATURATION + 1) / (count[word] + norm)
            for word in query
            if word in count
        )

    return [
        [score(count, query) / top for query, top in zip(queries, most, strict=True)]
        for count in counts
    ]


def with_scikit_learn(
    units: Sequence[Unit], digests: Mapping[str, str], labels: Labels
) -> list[Method]:
    """TF-IDF, where scikit-learn is installed."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ImportError:
        print("no TF-IDF: pip install 'convention-tool[bench]' brings scikit-learn\n")
        return []

    def tfidf(articles: Sequence[str], texts: Sequence[str]) -> list[list[float]]:
        vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, stop_words="english")
        matrix = vectorizer.fit_transform([*articles, *texts])
        likeness = matrix[: len(articles)] @ matrix[len(articles) :].T
        return [[float(value) for value in row] for row in likeness.toarray()]

    return [at_best_threshold("TF-IDF", tfidf, units, digests, labels)]


def measured(found: frozenset[Pair], labels: Labels) -> Score:
    """Precision, recall and F1; arguable pairs count neither way."""
    counted = found - labels.arguable
    hits = len(counted & labels.covers)
    precision = hits / len(counted) if counted else 0.0
    recall = hits / len(labels.covers) if labels.covers else 0.0
    together = len(counted) + len(labels.covers)
    return Score(precision, recall, 2 * hits / together if together else 0.0)


Keep = Callable[[Pair], bool]


def part_of(method: Method, labels: Labels, keep: Keep) -> Score:
    """The score of a method on some of the pairs."""

    def some(pairs: frozenset[Pair]) -> frozenset[Pair]:
        return frozenset(filter(keep, pairs))

    return measured(some(method.found), Labels(some(labels.covers), some(labels.arguable)))


def of_treaty(name: str) -> Keep:
    return lambda pair: pair.treaty == name


def of_family(first: int, last: int) -> Keep:
    return lambda pair: first <= int(pair.right) <= last


def by_treaty(method: Method, labels: Labels, names: Iterable[str]) -> None:
    print(f"{'convention_tool by treaty':42} {'P':>6} {'R':>6} {'F1':>6}")
    for name in names:
        print(f"  {name:40} {part_of(method, labels, of_treaty(name))}")
    print()


def by_family(methods: Iterable[Method], labels: Labels) -> None:
    print(f"{'method and family of rights':42} {'P':>6} {'R':>6} {'F1':>6}")
    for method in methods:
        print(f"{method.name:42} {measured(method.found, labels)}")
        for family, (first, last) in FAMILIES.items():
            print(f"  {family:40} {part_of(method, labels, of_family(first, last))}")
    print("(baselines: at the threshold that is best on these labels)\n")


def timings(methods: Sequence[Method]) -> None:
    own = methods[0].seconds
    for method in methods:
        print(f"{method.name:16} {method.seconds:8.3f} s, {method.seconds / own:6.1f} times ours")


def longest(folder: Path) -> None:
    """How comparing stands to reading on the longest treaty of the corpus."""
    path = max(folder.glob("*.txt"), key=lambda text: (text.stat().st_size, text.name))
    text = path.read_text("utf-8")
    reading, instrument = best(lambda: parse(text).instrument)
    comparing, _ = best(lambda: compare(instrument))
    print(
        f"{path.stem}, {len(instrument.articles)} articles: read in {reading:.3f} s, compared in "
        f"{comparing:.3f} s, {comparing / reading:.1f} times the reading (best of {RUNS} runs)"
    )


def best(task: Callable[[], Done]) -> tuple[float, Done]:
    """The shortest processor time of a task in some runs, and what it gave."""
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        done = task()
        times.append(time.process_time() - started)
    return min(times), done


if __name__ == "__main__":
    sys.exit(main())
