"""How well the rights of the 1990 convention are recognised, beside plain likeness of words.

    python benchmarks/recognition.py

Compares every treaty of the corpus that was labelled by hand (gold/rights.json in the folder named
by CONVENTION_CORPUS, or in ../shared beside the checkout) with the 1990 convention, and prints

* precision, recall and F1 over the pairs (article of the treaty, right of 1990): by treaty, by
  family of rights, and overall; and the same for those of our own texts (tests/cases/validation/)
  whose failures are never looked at when signs are written. A pair
  that the labels call arguable counts neither way;
* whether confidence can be trusted: each treaty is left out in turn (our texts kept aside count as one
  more), the line from strength to confidence is fitted again on the rest (calibration.py), and the
  answers on what was left out are counted by band of confidence;
* how long the longest treaty takes to read, to compare, and to embed clause by clause.

The baselines (baselines.py) score an article against a right's title and digest: rapidfuzz
(token_set_ratio), BM25, TF-IDF (scikit-learn) and the embedding all-MiniLM-L6-v2 (both of the extra
`bench`). Each is given the threshold that is best on these very labels, which favours it. Of ours
only that line is fitted to labels: phrases and weights stand in data/recognition/.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from baselines import Likeness, likenesses, model, vectors
from calibration import fit
from labelled import Labelled, Labels, Pair, corpus, judged, strengths, treaties, validation

from convention_tool.analysis.calibration import on_line
from convention_tool.analysis.concordance import compare
from convention_tool.analysis.counterparts import NAMED_FROM
from convention_tool.analysis.provisions import texts
from convention_tool.catalogue.calibration import Point
from convention_tool.catalogue.rights import compared
from convention_tool.readers import parse
from convention_tool.tree.nodes import Instrument

#: The families of rights that are printed: the first and last article of each.
FAMILIES = {
    "rights (7-56)": (7, 56),
    "duties (64-71)": (64, 71),
    "machinery and general (72-84)": (72, 84),
    "final clauses (85-93)": (85, 93),
}

#: The bands of confidence, by their lower ends; each is a tenth wide.
BANDS = (0.5, 0.6, 0.7, 0.8, 0.9)

#: Our own texts are left out together, as if they were one treaty.
OWN_TEXTS = "our own texts"

#: A task is timed so often; the shortest time is the least disturbed.
RUNS = 5

#: What speed must be: so many times faster than embedding, at most so many times the reading.
FASTER, SLOWER = 30, 5

Done = TypeVar("Done")


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
    core = treaties(corpus())
    if core is None:
        print(f"no labels in {corpus()}: CONVENTION_CORPUS names the folder of the corpus")
        return 2
    methods = every_method(core)
    count = f"{len(core.instruments)} treaties, {len(core.units)} articles"
    print(f"{count}, {len(core.labels.covers)} labelled pairs\n")
    by_treaty(methods[0], core)
    by_family(methods, core.labels)
    own = validation(kept_aside=True)
    on_own_texts(own, validation())
    calibration({name: part(core, name) for name in core.instruments} | {OWN_TEXTS: own})
    timings(methods)
    longest(corpus() / "treaties" / "core")
    return 0


def every_method(some: Labelled) -> list[Method]:
    """Ours, then every baseline that can run here."""
    return [ours(some.instruments), *baselines(some)]


def ours(instruments: Mapping[str, Instrument]) -> Method:
    """What the tool recognises."""
    compare(Instrument())  # the phrases are compiled once for a process
    started = time.perf_counter()
    found = frozenset(
        Pair(name, counterpart.article, answer.right.article)
        for name, instrument in instruments.items()
        for answer in compare(instrument).answers
        for counterpart in answer.counterparts
    )
    return Method("convention_tool", found, time.perf_counter() - started)


def baselines(some: Labelled) -> list[Method]:
    """Every baseline that can run here, at its best threshold."""
    return [at_best_threshold(name, likeness, some) for name, likeness in likenesses().items()]


def at_best_threshold(name: str, likeness: Likeness, some: Labelled) -> Method:
    """A baseline with the threshold that gives it the best F1 on these labels."""
    digests = {right.article: f"{right.title}. {right.digest}" for right in compared()}
    units, labels = some.units, some.labels
    started = time.perf_counter()
    rows = likeness([unit.words for unit in units], list(digests.values()))
    seconds = time.perf_counter() - started
    ranked = sorted(
        (
            (score, Pair(unit.text, unit.article, right))
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


def measured(found: frozenset[Pair], labels: Labels) -> Score:
    """Precision, recall and F1; arguable pairs count neither way."""
    counted = found - labels.arguable
    hits = len(counted & labels.covers)
    precision = hits / len(counted) if counted else 0.0
    recall = hits / len(labels.covers) if labels.covers else 0.0
    together = len(counted) + len(labels.covers)
    return Score(precision, recall, 2 * hits / together if together else 0.0)


Keep = Callable[[Pair], bool]


def kept(labels: Labels, keep: Keep) -> Labels:
    """The labels of some of the pairs."""
    return Labels(frozenset(filter(keep, labels.covers)), frozenset(filter(keep, labels.arguable)))


def part_of(method: Method, labels: Labels, keep: Keep) -> Score:
    """The score of a method on some of the pairs."""
    return measured(frozenset(filter(keep, method.found)), kept(labels, keep))


def part(some: Labelled, name: str) -> Labelled:
    """One of some texts."""
    return Labelled({name: some.instruments[name]}, kept(some.labels, of_text(name)))


def of_text(name: str) -> Keep:
    return lambda pair: pair.text == name


def of_family(first: int, last: int) -> Keep:
    return lambda pair: first <= int(pair.right) <= last


def by_treaty(method: Method, some: Labelled) -> None:
    print(f"{'convention_tool by treaty':42} {'P':>6} {'R':>6} {'F1':>6}")
    for name in some.instruments:
        print(f"  {name:40} {part_of(method, some.labels, of_text(name))}")
    print()


def by_family(methods: Iterable[Method], labels: Labels) -> None:
    print(f"{'method and family of rights':42} {'P':>6} {'R':>6} {'F1':>6}")
    for method in methods:
        print(f"{method.name:42} {measured(method.found, labels)}")
        for family, (first, last) in FAMILIES.items():
            print(f"  {family:40} {part_of(method, labels, of_family(first, last))}")
    print("(baselines: at the threshold that is best on these labels)\n")


def on_own_texts(aside: Labelled, every: Labelled) -> None:
    """Every method on the texts that we invented and keep aside, and ours on all of them."""
    pairs = f"{len(aside.instruments)} articles, {len(aside.labels.covers)} pairs"
    print(f"{f'our own, kept aside ({pairs})':42} {'P':>6} {'R':>6} {'F1':>6}")
    for method in every_method(aside):
        print(f"  {method.name:40} {measured(method.found, aside.labels)}")
    score = measured(ours(every.instruments).found, every.labels)
    print(f"  {f'convention_tool, all {len(every.instruments)}':40} {score}\n")


def calibration(sets: Mapping[str, Labelled]) -> None:
    """What confidence is worth on texts that had no part in fitting it."""
    raw = {name: strengths(some.instruments) for name, some in sets.items()}
    answers = {name: judged(raw[name], some.labels) for name, some in sets.items()}

    def fitted(without: str) -> tuple[Point, ...]:
        return fit(one for name, some in answers.items() if name != without for one in some)

    lines = {name: fitted(name) for name in sets}
    reliability(
        [(on_line(lines[name], raw), right) for name in sets for raw, right in answers[name]]
    )
    every = fitted("")
    print(f"{f'at confidence {NAMED_FROM} or more':42} {'P':>6} {'R':>6} {'F1':>6}")
    for title, names in {
        "treaties": [name for name in sets if name != OWN_TEXTS],
        OWN_TEXTS: [OWN_TEXTS],
    }.items():
        labels = united(sets[name].labels for name in names)
        scores = [
            measured(
                frozenset(
                    pair
                    for name in names
                    for pair, strength in raw[name].items()
                    if on_line(chosen[name], strength) >= NAMED_FROM
                ),
                labels,
            )
            for chosen in (dict.fromkeys(names, every), lines)
        ]
        print(f"  {f'{title}, fitted on all':40} {scores[0]}")
        print(f"  {f'{title}, each left out of its fit':40} {scores[1]}")
        print(f"  {'loss':54} {scores[0].f1 - scores[1].f1:6.3f}")
    print()


def united(labels: Iterable[Labels]) -> Labels:
    """Several labels as one."""
    every = list(labels)
    return Labels(
        frozenset().union(*(one.covers for one in every)),
        frozenset().union(*(one.arguable for one in every)),
    )


def reliability(answers: Sequence[tuple[float, bool]]) -> None:
    """Of the answers given at some confidence, how many are right."""
    print(
        f"{'confidence, each text left out of the fit':42} {'number':>6} {'mean':>6} {'right':>6}"
    )
    for low in BANDS:
        high = round(low + 0.1, 1)
        band = [one for one in answers if low <= one[0] < high or one[0] == high == 1.0]
        if band:
            mean = sum(confidence for confidence, _ in band) / len(band)
            right = sum(right for _, right in band) / len(band)
            print(f"  {f'{low} to {high}':40} {len(band):6} {mean:6.3f} {right:6.3f}")
    print()


def timings(methods: Sequence[Method]) -> None:
    own = methods[0].seconds
    for method in methods:
        print(f"{method.name:16} {method.seconds:8.3f} s, {method.seconds / own:6.1f} times ours")


def longest(folder: Path) -> None:
    """How comparing stands to reading and to embedding on the longest treaty of the corpus."""
    path = max(folder.glob("*.txt"), key=lambda text: (text.stat().st_size, text.name))
    text = path.read_text("utf-8")
    reading, instrument = best(lambda: parse(text).instrument)
    comparing, _ = best(lambda: compare(instrument))
    print(
        f"\n{path.stem}, {len(instrument.articles)} articles (one core, best of {RUNS} runs):\n"
        f"  read in {reading:.3f} s, compared in {comparing:.3f} s: "
        f"{comparing / reading:.1f} times the reading (limit {SLOWER})"
    )
    if model():
        clauses = [clause.text for _, said in texts(instrument) for clause in said.clauses]
        embedding, _ = best(lambda: vectors(clauses), runs=1)
        print(
            f"  its {len(clauses)} clauses embedded by MiniLM in {embedding:.3f} s: comparing is "
            f"{embedding / comparing:.0f} times faster (limit {FASTER})"
        )


def best(task: Callable[[], Done], runs: int = RUNS) -> tuple[float, Done]:
    """The shortest processor time of a task in some runs, and what it gave.

    As on the command line, nobody looks for garbage meanwhile: how long that takes depends on all
    that the other methods have loaded.
    """
    times = []
    for _ in range(runs):
        gc.collect()
        gc.disable()
        started = time.process_time()
        done = task()
        times.append(time.process_time() - started)
        gc.enable()
    return min(times), done


if __name__ == "__main__":
    sys.exit(main())
