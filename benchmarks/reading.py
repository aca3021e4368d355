"""How well, and how fast, treaties are read.

    python benchmarks/reading.py [--seed N] [--skip-speed]

Reads the treaties of the corpus (the folder named by CONVENTION_CORPUS, or ../shared) and prints

* F1 of the sequence of article numbers against the true one, beside a plain regular expression;
* the same for seeded damage of each kind and all together, and F1 of the numbers of paragraphs and
  subparagraphs against our reading of the undamaged text;
* whether every word of every text is in the tree, in order, and whether text written from each
  tree reads to an equal one;
* characters a second beside bluebell (extra `bench`) on the same treaty in its own mark-up, the
  bare parse of the grammar, and how time grows with the text.
"""

import argparse
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any, NamedTuple

from damage import KINDS, all_together
from rapidfuzz.distance import LCSseq

from convention_tool.readers import parse
from convention_tool.tree.nodes import Article, Instrument, Paragraph, Part, Subparagraph
from convention_tool.tree.wording import wording
from convention_tool.writers import text as text_writer

_REGEX = re.compile(
    r"^\s*(?:Article|ARTICLE|Art\.)\s+(\S+(?: (?:bis|ter|quater))?)\s*$", re.MULTILINE
)


class Treaty(NamedTuple):
    """A text of the corpus."""

    name: str
    text: str
    #: The true numbers of its articles; None where nobody has set them down.
    articles: list[str] | None


class Score(NamedTuple):
    """Counts over some texts, and how many of the texts are exactly right."""

    found: int = 0
    wanted: int = 0
    right: int = 0
    exact: int = 0

    def plus(self, found: Sequence[str], wanted: Sequence[str]) -> "Score":
        """With one more text."""
        right = LCSseq.similarity(found, wanted)
        return Score(
            self.found + len(found),
            self.wanted + len(wanted),
            self.right + int(right),
            self.exact + (list(found) == list(wanted)),
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, by the longest common subsequence."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--seed", type=int, default=20260101)
    options.add_argument("--skip-speed", action="store_true")
    options.add_argument("--show", default="", help="print the texts that a kind gets wrong")
    chosen = options.parse_args()
    treaties = list(corpus())
    labelled = [treaty for treaty in treaties if treaty.articles is not None]
    accuracy(labelled)
    damaged(labelled, chosen.seed, chosen.show)
    whole(treaties)
    if not chosen.skip_speed:
        speed(treaties)


def corpus() -> Iterator[Treaty]:
    default = Path(__file__).resolve().parent.parent.parent / "shared"
    folder = Path(os.environ.get("CONVENTION_CORPUS", default)) / "treaties"
    if not folder.is_dir():
        sys.exit(f"no corpus: set CONVENTION_CORPUS to a folder that holds treaties/ ({folder})")
    for path in sorted(folder.rglob("*.txt")):
        truth = path.with_suffix(".json")
        articles = json.loads(truth.read_text("utf-8"))["articles"] if truth.exists() else None
        yield Treaty(path.stem, path.read_text("utf-8"), articles)


def accuracy(treaties: Sequence[Treaty]) -> None:
    ours = regex = Score()
    for treaty in treaties:
        wanted = treaty.articles or []
        ours = ours.plus(articles_of(parse(treaty.text).instrument), wanted)
        regex = regex.plus([n.rstrip(".") for n in _REGEX.findall(treaty.text)], wanted)
    print(f"Articles of {len(treaties)} treaties ({ours.wanted} articles)")
    print(f"  {'':22} {'F1':>7} {'exact':>6}")
    print(f"  {'convention_tool':22} {ours.f1:7.4f} {ours.exact:6}")
    print(f"  {'a regular expression':22} {regex.f1:7.4f} {regex.exact:6}\n")


def damaged(treaties: Sequence[Treaty], seed: int, show: str) -> None:
    print(f"Damaged, seed {seed}")
    print(f"  {'':22} {'articles':>9} {'(regex)':>9} {'exact':>6} {'paragraphs':>11} {'exact':>6}")
    undamaged = {t.name: numbers_of(parse(t.text).instrument) for t in treaties}
    for kind, damage in (*KINDS.items(), ("all together", all_together)):
        articles = regex = numbers = Score()
        for treaty in treaties:
            text = damage(treaty.text, Random(f"{seed} {kind} {treaty.name}"))
            instrument = parse(text).instrument
            found, wanted = articles_of(instrument), treaty.articles or []
            articles = articles.plus(found, wanted)
            regex = regex.plus([n.rstrip(".") for n in _REGEX.findall(text)], wanted)
            paths = numbers_of(instrument)
            numbers = numbers.plus(paths, undamaged[treaty.name])
            if kind == show:
                _show(treaty.name, found, wanted, paths, undamaged[treaty.name])
        print(
            f"  {kind:22} {articles.f1:9.4f} {regex.f1:9.4f} {articles.exact:6} "
            f"{numbers.f1:11.4f} {numbers.exact:6}"
        )
    print()


def _show(
    name: str, found: list[str], wanted: list[str], paths: list[str], expected: list[str]
) -> None:
    lost, extra = _minus(wanted, found), _minus(found, wanted)
    no_number, new_number = _minus(expected, paths), _minus(paths, expected)
    if lost or extra or no_number or new_number:
        print(f"    {name[:60]}: articles -{lost[:6]} +{extra[:6]}")
        print(
            f"      numbers -{len(no_number)} {no_number[:6]} +{len(new_number)} {new_number[:6]}"
        )


def _minus(some: Sequence[str], others: Sequence[str]) -> list[str]:
    left = list(others)
    out = []
    for one in some:
        if one in left:
            left.remove(one)
        else:
            out.append(one)
    return out


def whole(treaties: Sequence[Treaty]) -> None:
    words = equal = 0
    for treaty in treaties:
        instrument = parse(treaty.text).instrument
        words += _letters(wording(instrument, numbers=True)) == _letters(treaty.text)
        again = parse(text_writer.write(instrument).decode()).instrument
        equal += again == instrument
    print(f"Every word in the tree, in order: {words} of {len(treaties)} texts")
    print(f"Written as text and read again, equal: {equal} of {len(treaties)} texts\n")


def _letters(text: str) -> str:
    """The letters and figures of a text: a copy may have glued words that the reader parts."""
    return re.sub(r"[\W_]+", "", text)


def articles_of(instrument: Instrument) -> list[str]:
    return [article.number for article in instrument.every_article]


def numbers_of(instrument: Instrument) -> list[str]:
    """The path of every numbered paragraph and subparagraph: "5/2/a"."""
    return [
        path
        for article in instrument.every_article
        for paragraph in article.paragraphs
        for path in _paths(paragraph, article.number)
    ]


def _paths(unit: Paragraph | Subparagraph, above: str) -> Iterator[str]:
    path = f"{above}/{unit.number}"
    if unit.number:
        yield path
    for item in unit.subparagraphs:
        yield from _paths(item, path)


def speed(treaties: Sequence[Treaty]) -> None:
    texts = [treaty.text for treaty in treaties]
    characters = sum(map(len, texts))
    seconds = best_of(5, lambda: [parse(text) for text in texts])
    print(f"Speed: {characters / seconds / 1e6:.1f} million characters a second, a full reading")
    big = max(texts, key=len)
    body = big[big.index("Article 1\n") :]
    once, tenfold = f"A title\n\n{body}", f"A title\n\n{_tenfold(body)}"
    growth = best_of(5, lambda: parse(tenfold)) / best_of(9, lambda: parse(once))
    print(f"  {len(tenfold) / len(once):.1f} times the text takes {growth:.1f} times as long")
    try:
        from bluebell.parser import AkomaNtosoParser
        from cobalt import FrbrUri
    except ImportError:
        print("  bluebell is not installed: pip install 'convention-tool[bench]'")
        return
    peer = AkomaNtosoParser(FrbrUri.parse("/akn/un/act/2000/treaty"))
    print(f"  {'million characters a second':24} {'bluebell':>9} {'ours':>6} {'ratio':>6}")
    ratios = []
    for name in _BESIDE_BLUEBELL:
        treaty = next((t for t in treaties if t.name == name), None)
        if treaty:
            ours, theirs = _beside(treaty, peer)
            ratios.append(ours / theirs)
            print(f"  {name:24} {theirs:9.2f} {ours:6.2f} {ours / theirs:6.1f}")
    print(f"  {'mean of the ratios':24} {'':9} {'':6} {mean(ratios):6.1f}")


#: Treaties that are read by both; bluebell gets them in its own mark-up.
_BESIDE_BLUEBELL = ("iccpr", "icescr", "refugee", "cat", "vclt", "rome-statute")


def _beside(treaty: Treaty, peer: Any) -> tuple[float, float]:
    """Million characters a second, ours and bluebell's, each the best of some runs in turn."""
    markup = bluebell_markup(parse(treaty.text).instrument)
    ours = theirs = 0.0
    for _ in range(4):
        theirs = max(theirs, len(markup) / best_of(1, lambda: peer.parse_to_xml(markup, "act")))
        ours = max(ours, len(treaty.text) / best_of(3, lambda: parse(treaty.text)))
    return ours / 1e6, theirs / 1e6


def best_of(times: int, work: Callable[[], object]) -> float:
    """The least of some timings, in seconds."""
    least = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        least = min(least, time.perf_counter() - start)
    return least


def _tenfold(body: str) -> str:
    """A treaty of ten times as many articles, numbered through."""
    articles = re.split(r"(?m)^Article \d+$", body)[1:]
    return "".join(
        f"Article {place}{articles[(place - 1) % len(articles)]}"
        for place in range(1, 10 * len(articles) + 1)
    )


def bluebell_markup(instrument: Instrument) -> str:
    """An instrument in bluebell's own mark-up."""
    return "BODY\n\n" + "\n".join(_bluebell(instrument.elements, 0))


def _bluebell(elements: Sequence[Part | Article | Paragraph], depth: int) -> Iterator[str]:
    margin = "  " * depth
    for element in elements:
        match element:
            case Part():
                yield f"{margin}PART {element.number} - {element.heading}"
                yield from _bluebell(element.elements, depth + 1)
            case Article():
                yield f"{margin}ARTICLE {element.number} - {element.heading}"
                yield from _bluebell(element.paragraphs, depth + 1)
            case Paragraph():
                yield from _bluebell_unit("PARA", element, depth)


def _bluebell_unit(word: str, unit: Paragraph | Subparagraph, depth: int) -> Iterator[str]:
    margin = "  " * depth
    if unit.mark:
        yield f"{margin}{word} {unit.mark}"
        margin += "  "
        depth += 1
    yield f"{margin}{unit.text}"
    for item in unit.subparagraphs:
        yield from _bluebell_unit("SUBPARA", item, depth)
    if unit.closing:
        yield f"{margin}{unit.closing}"


if __name__ == "__main__":
    main()
