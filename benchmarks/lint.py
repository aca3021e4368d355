"""How often adopted treaties are accused, whether rightly, and how fast.

    python benchmarks/lint.py [--show CODE] [--sample N] [--skip-speed]

Adopted treaties are the false-positive test: what is adopted was read by many eyes. Reads the treaties
of the corpus (the folder named by CONVENTION_CORPUS, or ../shared) and prints

* how many errors, warnings and notes the rules make, by rule, and errors for 20 articles;
* of the errors that were judged by reading (labels/lint.toml), how many are right, by rule; an error
  that nobody has judged yet is said to be so;
* on the longest treaty, the time of all rules beside the time of reading, in one run.

`--show CODE` prints the findings of a rule with their lines, `--sample N` a seeded sample of them.
"""

import argparse
import gc
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from reading import best_of, corpus

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Diagnostic, Severity, with_caret
from convention_tool.lint.engine import lint
from convention_tool.lint.rules import FAMILIES, RULES
from convention_tool.readers import parse
from convention_tool.source import Source

_JUDGED = Path(__file__).parent / "labels" / "lint.toml"
_SEED = 20261130


class Found(NamedTuple):
    """A remark on a treaty."""

    text: str
    source: Source
    remark: Diagnostic

    @property
    def key(self) -> tuple[str, str, str]:
        """What a judgement calls it."""
        return self.text, self.remark.code, self.remark.message


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--show", default="", help="print the findings of a rule")
    options.add_argument("--sample", type=int, default=0, help="so many of them")
    options.add_argument("--skip-speed", action="store_true")
    chosen = options.parse_args()
    treaties = list(corpus())
    found: list[Found] = []
    articles = 0
    for treaty in treaties:
        reading = parse(treaty.text, name=treaty.name)
        articles += len(reading.instrument.every_article)
        remarks = lint(Draft(reading.source, reading.instrument))
        found.extend(Found(treaty.name, reading.source, remark) for remark in remarks)
    if chosen.show:
        show([one for one in found if one.remark.code == chosen.show], chosen.sample)
        return
    counts(found, articles, len(treaties))
    judged([one for one in found if one.remark.severity is Severity.ERROR])
    if not chosen.skip_speed:
        speed(max((treaty.text for treaty in treaties), key=len))


def show(found: Sequence[Found], sample: int) -> None:
    chosen = Random(_SEED).sample(found, min(sample, len(found))) if sample else found
    for one in chosen:
        print(with_caret(one.remark, one.source))


def counts(found: Sequence[Found], articles: int, treaties: int) -> None:
    severities = Counter(one.remark.severity for one in found)
    codes = Counter(one.remark.code for one in found)
    print(f"{len(RULES)} rules over {treaties} adopted treaties with {articles} articles")
    for severity in Severity:
        share = 20 * severities[severity] / articles
        print(f"  {severity.value + 's':9} {severities[severity]:5}   {share:.2f} for 20 articles")
    print("By family and rule")
    for family, rules in FAMILIES.items():
        said = ", ".join(f"{rule.code} {codes[rule.code]}" for rule in rules if codes[rule.code])
        silent = sum(not codes[rule.code] for rule in rules)
        print(
            f"  {family} ({len(rules)}): {said or 'silent'}{f'; {silent} silent' if said else ''}"
        )
    print()


def judged(errors: Sequence[Found]) -> None:
    entries = tomllib.loads(_JUDGED.read_text("utf-8"))["finding"]
    right = {(one["text"], one["rule"], one["message"]): one["right"] for one in entries}
    print("Errors judged by reading (labels/lint.toml)")
    for code in sorted({one.remark.code for one in errors}):
        own = [one for one in errors if one.remark.code == code]
        known = [right[one.key] for one in own if one.key in right]
        share = f"{sum(known)} of {len(known)} right" if known else "none judged"
        unjudged = f"; {len(own) - len(known)} not judged" if len(known) < len(own) else ""
        print(f"  {code:28} {share}{unjudged}")
    print()


def speed(text: str) -> None:
    reading = parse(text)
    gc.disable()  # as the command line does
    read = best_of(7, lambda: parse(text))
    every = best_of(7, lambda: lint(Draft(reading.source, reading.instrument)))
    gc.enable()
    articles = len(reading.instrument.articles)
    print(f"The longest treaty, {len(text):,} characters, {articles} articles")
    print(
        f"  reading {1000 * read:.1f} ms, all rules {1000 * every:.1f} ms: {every / read:.2f} times"
    )


if __name__ == "__main__":
    main()
