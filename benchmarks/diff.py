"""How well, and how fast, two texts are compared.

    python benchmarks/diff.py [--seed N] [--rounds N] [--skip-speed] [--show PLAN]

Over the treaties of the corpus (the folder named by CONVENTION_CORPUS, or ../shared) it prints

* for treaties edited by a seeded generator whose edits are known (`edited.py`): F1 of the pairs of
  articles and of paragraphs, recall and precision of moves, recall of renumbering, of splits and
  of merges;
* for real pairs of texts, whose correspondence was set down by reading (`labels/pairs/`): F1 of the
  pairs of articles, and of paragraphs where they were read;
* whether equal texts give no change, whether B to A mirrors A to B, and whether the words of the
  changes make the new text of the old one;
* seconds beside redlines and diff-match-patch (extra `bench`) on the longest treaty against itself
  with 800 words edited, the result as JSON included; how time grows with the text; peak memory.
"""

import argparse
import gc
import json
import os
import subprocess
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from statistics import median
from typing import Any, NamedTuple

from edited import PLANS, Editor, Pair, Truth
from labelled import SHARED

from convention_tool import diff, parse, read
from convention_tool.tree.nodes import Article, Element, Instrument, Paragraph, Part

CORPUS = Path(os.environ.get("CONVENTION_CORPUS") or SHARED)
ROOT = Path(__file__).parent.parent
LABELS = Path(__file__).parent / "labels" / "pairs"

#: The treaty on which time is taken, and how many of its words are edited.
LONG = CORPUS / "treaties" / "core" / "unclos.txt"
EDITS = 800


class Score(NamedTuple):
    """How many were found that are there, that are not, and how many were not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @classmethod
    def of(cls, found: set[Any], true: set[Any], arguable: frozenset[Any] = frozenset()) -> "Score":
        """The score of one comparison; what is arguable counts neither way."""
        found, true = found - arguable, true - arguable
        return cls(len(found & true), len(found - true), len(true - found))

    def plus(self, other: "Score") -> "Score":
        """The counts of both."""
        return Score(*map(sum, zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """The share of what was found that is there."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--seed", type=int, default=20261129)
    options.add_argument("--rounds", type=int, default=1, help="how often each plan is drawn")
    options.add_argument("--skip-speed", action="store_true")
    options.add_argument("--show", default="", help="print what goes wrong in a plan")
    options.add_argument("--memory-of", default="", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.memory_of:
        _report_memory(chosen.memory_of, chosen.seed)
        return
    treaties = dict(_treaties())
    if not treaties:
        sys.exit(f"there are no treaties in {CORPUS}; name their folder in CONVENTION_CORPUS")
    print(f"seed {chosen.seed}, {len(treaties)} treaties")
    edited(treaties, chosen.seed, chosen.rounds, chosen.show)
    real_pairs()
    properties(treaties, chosen.seed)
    if not chosen.skip_speed:
        speed(chosen.seed)


def _treaties() -> Iterator[tuple[str, Instrument]]:
    folder = CORPUS / "treaties"
    for path in sorted([*folder.glob("*.txt"), *folder.glob("core/*.txt")]):
        instrument = read(path).instrument
        if len(instrument.articles) >= 6:
            yield path.stem, instrument


# Edited treaties


def edited(treaties: dict[str, Instrument], seed: int, rounds: int, show: str) -> None:
    """Print the table of the generated pairs, plan by plan."""
    names = ("articles", "paragraphs", "moves", "renumbered", "splits", "merges")
    print("\nEdited treaties (F1; of moves recall and precision; of the rest recall)")
    print(f"{'plan':<18} {'pairs':>6}" + "".join(f"{name:>12}" for name in names))
    whole = dict.fromkeys(names, Score())
    for plan in PLANS:
        scores = dict.fromkeys(names, Score())
        for name, old in treaties.items():
            for number in range(rounds):
                new, truth = editor(treaties, name, f"{seed}{plan}{name}{number}", plan).edit(old)
                for key, score in scored(old, new, truth, f"{plan} {name}" if show == plan else ""):
                    scores[key] = scores[key].plus(score)
        _line(plan, scores)
        whole = {key: whole[key].plus(scores[key]) for key in names}
    _line("all", whole)


def editor(treaties: dict[str, Instrument], name: str, seed: str, plan: str) -> Editor:
    """Who edits a treaty: with words and articles of the other treaties in its language."""
    language = treaties[name].language
    others = [one for key, one in treaties.items() if key != name and one.language == language]
    foreign = [article for one in others for article in one.articles if article.paragraphs]
    texts = tuple(one.text for article in foreign for one in article.paragraphs)
    return Editor(Random(seed), _words(texts), foreign, PLANS[plan])


@cache
def _words(texts: tuple[str, ...]) -> list[str]:
    """The plain words of some texts, worked out once."""
    words = {word for text in texts for word in text.split()}
    return sorted(word for word in words if word.isalpha() and word.islower())


def scored(
    old: Instrument, new: Instrument, truth: Truth, show: str = ""
) -> Iterator[tuple[str, Score]]:
    """The scores of one generated pair, by what is measured, from the JSON of the comparison."""
    changes = diff(old, new).to_json()["changes"]
    pairs = [change for change in changes if change["old"] and change["new"]]
    articles = {_pair(one) for one in pairs if _is_article(one["old"]) and _is_article(one["new"])}
    paragraphs = {
        _pair(one) for one in pairs if _is_paragraph(one["old"]) and _is_paragraph(one["new"])
    }
    found = {
        "articles": (articles, truth.articles),
        "paragraphs": (paragraphs, truth.paragraphs),
        "moves": (_of_kind(pairs, "moved") & articles, truth.moved),
        "renumbered": (_of_kind(pairs, "renumbered") & articles, truth.renumbered),
        "splits": (_of_kind(pairs, "split") & articles, truth.split),
        "merges": (_of_kind(pairs, "merged") & articles, truth.merged),
    }
    for name, (got, true) in found.items():
        if show and got != true:
            print(show, name, "wrong", sorted(got - true), "missed", sorted(set(true) - got))
        yield name, Score.of(got, set(true))


def _pair(change: dict[str, Any]) -> Pair:
    return Pair(change["old"], change["new"])


def _of_kind(pairs: list[dict[str, Any]], kind: str) -> set[Pair]:
    return {_pair(one) for one in pairs if kind in one["kinds"]}


def _is_article(address: str) -> bool:
    return address.startswith("art_") and "__" not in address


def _is_paragraph(address: str) -> bool:
    return address.startswith("art_") and address.rpartition("__")[2].startswith("para_")


def _line(name: str, scores: dict[str, Score]) -> None:
    moves = scores["moves"]
    cells = [
        f"{scores['articles'].f1:.4f}",
        f"{scores['paragraphs'].f1:.4f}",
        f"{moves.recall:.3f}/{moves.precision:.3f}",
        f"{scores['renumbered'].recall:.4f}",
        f"{scores['splits'].recall:.3f}",
        f"{scores['merges'].recall:.3f}",
    ]
    count = scores["articles"].right + scores["articles"].missed
    print(f"{name:<18} {count:>6}" + "".join(f"{cell:>12}" for cell in cells))


# Real pairs


def real_pairs() -> None:
    """Print F1 over the pairs that were set down by reading."""
    print("\nReal pairs (labels by reading)")
    for path in sorted(LABELS.glob("*.toml")):
        labels = tomllib.loads(path.read_text("utf-8"))
        old, new = (_labelled(labels[side]) for side in ("old", "new"))
        if old is None or new is None:
            print(f"{path.stem:<42} texts not in the corpus")
            continue
        changes = diff(old, new).to_json()["changes"]
        by_address = any("art_" in end for pair in labels["pairs"] for end in pair)
        keys = ("old", "new") if by_address else ("old_number", "new_number")
        articles = {
            (one[keys[0]], one[keys[1]])
            for one in changes
            if one["old"] and one["new"] and one["new"].rpartition("__")[2].startswith("art_")
        }
        score = Score.of(
            articles, _set(labels["pairs"]), frozenset(_set(labels.get("arguable", [])))
        )
        print(
            f"{path.stem:<42} articles {score.f1:.3f} ({score.right} right, {score.wrong} wrong, {score.missed} missed)"
        )
        if "paragraphs" in labels:
            paragraphs = {
                (one["old"], one["new"])
                for one in changes
                if one["old"] and one["new"] and _is_paragraph(one["old"])
            }
            arguable = frozenset(_set(labels.get("arguable_paragraphs", [])))
            score = Score.of(paragraphs, _set(labels["paragraphs"]), arguable)
            print(
                f"{'':<42} paragraphs {score.f1:.3f} ({score.right} right, {score.wrong} wrong, {score.missed} missed)"
            )


def _labelled(name: str) -> Instrument | None:
    folder = ROOT if name.startswith("drafts/") else CORPUS / "treaties"
    path = folder / f"{name}.txt"
    return read(path).instrument if path.exists() else None


def _set(pairs: list[list[str]]) -> set[Any]:
    return {tuple(pair) for pair in pairs}


# What must hold


def properties(treaties: dict[str, Instrument], seed: int) -> None:
    """Print of how many pairs each property holds."""
    held: Counter[str] = Counter()
    total = 0
    for name, old in treaties.items():
        new, _ = editor(treaties, name, f"{seed}properties{name}", "everything").edit(old)
        forth, back = diff(old, new), diff(new, old)
        total += 1
        held["equal texts give no change"] += not diff(old, old).to_json()["changes"]
        held["B to A mirrors A to B, to the word"] += _mirror(forth.to_json()) == _facts(
            back.to_json()
        )
        held["same bytes on a second run"] += json.dumps(forth.to_json()) == json.dumps(
            diff(old, new).to_json()
        )
        changes = forth.to_json()["changes"]
        ours, theirs = _said(forth.old), _said(forth.new)
        held["old words and changes make the new text"] += _made(changes, ours) == theirs
    print("\nProperties, over the treaties edited in every way")
    for what, count in held.items():
        print(f"  {count} of {total}: {what}")


def _facts(data: dict[str, Any]) -> set[tuple[Any, ...]]:
    """What is said of each pair, in no order."""
    return {
        (
            one["old"],
            one["new"],
            frozenset(one["kinds"]),
            one["similarity"],
            frozenset(Counter((word["op"], word["text"]) for word in one["words"]).items()),
        )
        for one in data["changes"]
    }


_OPPOSITE = {
    "insert": "delete",
    "delete": "insert",
    "inserted": "deleted",
    "deleted": "inserted",
    "split": "merged",
    "merged": "split",
}


def _mirror(data: dict[str, Any]) -> set[tuple[Any, ...]]:
    """What would be said of each pair the other way round."""
    return {
        (
            new,
            old,
            frozenset(_OPPOSITE.get(kind, kind) for kind in kinds),
            similarity,
            frozenset(((_OPPOSITE.get(op, op), text), count) for (op, text), count in words),
        )
        for old, new, kinds, similarity, words in _facts(data)
    }


def _made(
    changes: list[dict[str, Any]], old: dict[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    """What the changes make of the words of the old text, by provision and slot."""
    made: dict[tuple[str, str], str] = {}
    for change in changes:
        if not change["new"]:
            continue
        edited = {word.get("in", "text") for word in change["words"]}
        for slot in ("number", "heading", "text", "closing"):
            if slot not in edited and not change["piece"] and (change["old"], slot) in old:
                made[change["new"], slot] = old[change["old"], slot]
        for word in change["words"]:
            if word["op"] != "delete":
                key = (change["new"], word.get("in", "text"))
                made[key] = made.get(key, "") + word["text"]
    return {key: text for key, text in made.items() if text}


def _said(text: Any) -> dict[tuple[str, str], str]:
    return {(unit.address, slot.value): said for unit in text.units for slot, said in unit.words}


# Speed


def speed(seed: int) -> None:
    """Print seconds beside other tools, how time grows, and memory."""
    old = LONG.read_text("utf-8")
    new = with_edits(old, EDITS, Random(seed))
    print(
        f"\n{LONG.stem}, {len(old):,} letters, against itself with {EDITS} words edited; JSON included"
    )
    texts = parse(old).instrument, parse(new).instrument
    reading = _seconds(lambda: (parse(old), parse(new)), 5)
    ours = _seconds(lambda: json.dumps(diff(*texts).to_json()), 9)
    print(f"  convention-tool  {ours:8.3f} s (reading the two texts: {reading:.3f} s more)")
    for name, run, times in _peers(old, new):
        theirs = _seconds(run, times)
        print(
            f"  {name:<16} {theirs:8.3f} s: {theirs / ours:.1f} times as long ({theirs / (ours + reading):.1f} with reading)"
        )
    ten = _seconds(lambda: json.dumps(diff(*_longer(texts, 10)).to_json()), 1)
    print(f"  ten times the text: {ten:.2f} s, {ten / ours:.1f} times as long")
    for which in ("once", "ten"):
        command = [sys.executable, __file__, "--memory-of", which, "--seed", str(seed)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        print(f"  peak memory of the process, {which}: {done.stdout.strip()}")


def _peers(old: str, new: str) -> Iterator[tuple[str, Callable[[], object], int]]:
    try:
        from diff_match_patch import diff_match_patch
        from redlines import Redlines
    except ModuleNotFoundError as missing:
        print(f"  {missing.name} is not installed: pip install -e '.[bench]'")
        return
    yield "diff-match-patch", lambda: json.dumps(diff_match_patch().diff_main(old, new)), 3
    yield "redlines", lambda: Redlines(old, new).output_json(), 1


def with_edits(text: str, count: int, random: Random) -> str:
    """A text with so many of its plain words replaced, left out or followed by another."""
    words = text.split(" ")
    plain = [place for place, word in enumerate(words) if word.isalpha() and word.islower()]
    pool = sorted({words[place] for place in plain})
    for place in random.sample(plain, count):
        other = random.choice(pool)
        words[place] = random.choice((other, "", f"{words[place]} {other}"))
    return " ".join(words)


def _longer(texts: tuple[Instrument, Instrument], times: int) -> tuple[Instrument, ...]:
    """Both texts so many times over, the articles counted on."""
    return tuple(_repeated(text, times) for text in texts)


def _repeated(instrument: Instrument, times: int) -> Instrument:
    count = len(instrument.articles)
    elements = tuple(
        _counted_on(element, count * turn)
        for turn in range(times)
        for element in instrument.elements
    )
    return replace(instrument, elements=elements)


def _counted_on(element: Element, by: int) -> Element:
    match element:
        case Article(number=number) if number.isdigit():
            return replace(element, number=str(int(number) + by))
        case Part():
            return replace(
                element, elements=tuple(_counted_on(one, by) for one in element.elements)
            )
        case Article() | Paragraph():
            return element


def _seconds(run: Callable[[], object], times: int) -> float:
    """The median time of a run, garbage collection off as in timeit."""
    taken = []
    gc.disable()
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
        gc.collect()
    gc.enable()
    return median(taken)


def _report_memory(which: str, seed: int) -> None:
    """Print the peak memory of a process that compares; `once` or `ten` times the text."""
    old = LONG.read_text("utf-8")
    texts = parse(old).instrument, parse(with_edits(old, EDITS, Random(seed))).instrument
    json.dumps(diff(*_longer(texts, 10 if which == "ten" else 1)).to_json())
    # What getrusage tells counts the process that started this one too.
    status = Path("/proc/self/status").read_text("ascii")
    print(f"{int(status.partition('VmHWM:')[2].split()[0]) / 1024:.0f} MB")


if __name__ == "__main__":
    main()
