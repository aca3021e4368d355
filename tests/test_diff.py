"""Two texts compared: the cases of tests/cases/diff, and what must hold whatever the texts."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from cases import CASES, Case, read_cases
from corpus import treaties
from random_texts import keywords, random_text

from convention_tool import diff, parse, read
from convention_tool.analysis.diff.effects import Aspect, Direction, Effect, effects
from convention_tool.analysis.diff.records import Change, Diff, Kind
from convention_tool.analysis.diff.redline import Edit, Op
from convention_tool.analysis.diff.scope import UnknownScopeError, outside
from convention_tool.analysis.diff.synopsis import synopsis
from convention_tool.analysis.diff.units import SLOTS, Level, Slot, Text
from convention_tool.tree.nodes import (
    Article,
    Element,
    Instrument,
    Node,
    Paragraph,
    Part,
    Subparagraph,
)
from convention_tool.views.diff_words import cited

ROOT = Path(__file__).parent.parent
TOPICS = ("kinds", "twins", "words", "references", "effects")

#: What a lawyer expects and the tool does not yet tell, by the title of the case.
NOT_YET = {
    "a paragraph becomes an item of a list": "the chapeau takes the paragraph that became the item",
}

Json = dict[str, Any]


# Cases


def cases(*topics: str) -> list[Any]:
    return [
        pytest.param(
            case,
            id=f"{topic}: {case.title}",
            marks=[pytest.mark.xfail(strict=True, reason=NOT_YET[case.title])]
            if case.title in NOT_YET
            else [],
        )
        for topic in topics
        for case in read_cases((CASES / f"diff/{topic}.case").read_text("utf-8"))
    ]


def compared(case: Case) -> Diff:
    old, _, new = case.given.partition("+++\n")
    return between(old, new)


def between(old: str, new: str) -> Diff:
    return diff(parse(old).instrument, parse(new).instrument)


@pytest.mark.parametrize("case", cases(*TOPICS[:4]))
def test_a_case_is_told_as_a_lawyer_would(case: Case) -> None:
    assert "\n".join(told(compared(case))) == case.expected


@pytest.mark.parametrize("case", cases("effects"))
def test_what_a_change_does_to_rights_is_told_as_a_lawyer_would(case: Case) -> None:
    assert "\n".join(map(alert, effects(compared(case)).effects)) == case.expected


@pytest.mark.parametrize("topic", TOPICS)
def test_in_each_case_what_must_hold_holds(topic: str) -> None:
    for case in read_cases((CASES / f"diff/{topic}.case").read_text("utf-8")):
        check(compared(case))


def told(found: Diff) -> Iterator[str]:
    """The changes, a line for each, and what changed in their words.

    An article and the one paragraph that it consists of are cited alike, and told in one line.
    """
    for (where, _, _), those in groupby(found.changed, key=_cited):
        changes = list(those)
        kinds = {kind for change in changes for kind in change.kinds}
        said = [kind.value for kind in Kind if kind in kinds]
        said += ["further piece"] if any(change.is_piece for change in changes) else []
        yield f"{where}: {', '.join(said)}"
        for change in changes:
            for slot in SLOTS[1:] if change.old and change.new and not change.is_piece else ():
                edits = change.edits.get(slot, ())
                if any(edit.op is not Op.EQUAL for edit in edits):
                    name = "" if slot is Slot.TEXT else f"{slot.value}: "
                    yield f"  {name}{marked(edits)}"


def _cited(change: Change) -> tuple[str, bool, bool]:
    old, new = (cited(unit) if unit else "" for unit in (change.old, change.new))
    where = f"{old} -> {new}" if old and new and old != new else old or new
    return where, bool(old), bool(new)


_MARKS = {Op.EQUAL: "{}", Op.DELETE: "{{-{}-}}", Op.INSERT: "{{+{}+}}"}


def marked(edits: Sequence[Edit]) -> str:
    """Edits as text: `{-old-}{+new+}`, and what they amount to if it is less than other words."""
    said = ""
    for edit, after in zip(edits, (*edits[1:], None), strict=True):
        said += _MARKS[edit.op].format(edit.text)
        replaced = edit.op is Op.DELETE and after is not None and after.op is Op.INSERT
        said += f"<{edit.nature.value}>" if edit.nature and not replaced else ""
    return said


def alert(effect: Effect) -> str:
    """An alert in a line, such as `weakened modality, article 1: shall -> should`."""
    changed = f"{effect.was} -> {effect.now}"
    match effect.aspect:
        case Aspect.QUALIFIER:
            said = f"+ {effect.now}" if effect.now else f"- {effect.was}"
        case Aspect.MODALITY | Aspect.HOLDER:
            said = changed
        case Aspect.GROUP:
            said = f"{changed}: {'; '.join(effect.elements)}"
        case Aspect.ELEMENTS | Aspect.RIGHT:
            said = "; ".join(effect.elements)
    right = f" of {effect.right}" if effect.right else ""
    return f"{effect.direction.value} {effect.aspect.value}{right}, {effect.citation}: {said}"


# What must hold of any two texts


def check(found: Diff) -> None:
    """The words make the new text, the way back is the mirror image, every provision is told once."""
    check_forth(found)
    back = diff(found.new.instrument, found.old.instrument)
    assert mirrored(facts(back.to_json())) == facts(found.to_json())


def check_forth(found: Diff) -> None:
    """What must hold of one way, whatever the way back."""
    data = found.to_json()
    ours, theirs = said(found.old), said(found.new)
    if found.changed:
        assert made(data["changes"], ours) == theirs
    else:
        assert data == {"changes": []}
        assert ours == theirs
    for change in found.changes:
        check_words(change)
    check_each_told_once(found)
    check_holders(found)


def check_words(change: Change) -> None:
    """Equal and deleted words are the old text, equal and inserted ones the new."""
    if change.is_piece:
        return
    for slot in SLOTS:
        edits = change.words(slot)
        old = "".join(edit.text for edit in edits if edit.op is not Op.INSERT)
        new = "".join(edit.text for edit in edits if edit.op is not Op.DELETE)
        joint = change.kinds and {Kind.SPLIT, Kind.MERGED} & {*change.kinds}
        if not joint or slot in {Slot.HEADING, Slot.CLOSING}:
            assert old == (change.old.said(slot) if change.old else "")
            assert new == (change.new.said(slot) if change.new else "")
        assert all(edit.text for edit in edits)
        assert not any(one.op is other.op for one, other in pairwise(edits))


def check_each_told_once(found: Diff) -> None:
    pairs = [change for change in found.changes if not change.is_piece]
    assert Counter(change.old.place for change in pairs if change.old).most_common(1)[0][1] == 1
    assert Counter(change.new.place for change in pairs if change.new).most_common(1)[0][1] == 1
    news = {change.new.place for change in found.changes if change.new}
    olds = {change.old.place for change in found.changes if change.old}
    assert len(news) == len(found.new.units)
    assert len(olds) == len(found.old.units)
    for change in found.changes:
        assert change.kinds
        assert (Kind.UNCHANGED not in change.kinds) or change.kinds == (Kind.UNCHANGED,)
        assert 0 <= change.similarity <= 1


def check_holders(found: Diff) -> None:
    """What happens to a paragraph is told of its article too."""
    for change in found.changes:
        for unit, text, by in (
            (change.old, found.old, found.by_old),
            (change.new, found.new, found.by_new),
        ):
            if unit is None or unit.level not in {Level.PARAGRAPH, Level.SUBPARAGRAPH}:
                continue
            holder = by[text.units[unit.parent].place]
            if change.is_changed and change.kinds != (Kind.RENUMBERED,):
                assert holder.is_changed or holder.unit.level is Level.CONCLUSIONS


def said(text: Text) -> dict[tuple[str, str], str]:
    """The words of each provision, slot by slot."""
    return {(unit.address, slot.value): words for unit in text.units for slot, words in unit.words}


def made(changes: Sequence[Json], old: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """What the changes make of the words of the old text."""
    found: dict[tuple[str, str], str] = {}
    for change in changes:
        if not change["new"]:
            continue
        edited = {word.get("in", "text") for word in change["words"]}
        for slot in map(str, SLOTS):
            if slot not in edited and not change["piece"] and (change["old"], slot) in old:
                found[change["new"], slot] = old[change["old"], slot]
        for word in change["words"]:
            if word["op"] != "delete":
                key = (change["new"], word.get("in", "text"))
                found[key] = found.get(key, "") + word["text"]
    return {key: text for key, text in found.items() if text}


Facts = Counter[tuple[Any, ...]]


def facts(data: Json) -> Facts:
    """What is said of each pair, in no order."""
    return Counter(
        (
            one["old"],
            one["new"],
            one["old_number"],
            one["new_number"],
            frozenset(one["kinds"]),
            one["piece"],
            one["similarity"],
            tuple(sorted(map(_word, one["words"]))),
        )
        for one in data["changes"]
    )


def _word(word: Mapping[str, str]) -> tuple[str, ...]:
    return word["op"], word["text"], word.get("in", "text"), word.get("nature", "")


_OPPOSITE = {
    "insert": "delete",
    "delete": "insert",
    "inserted": "deleted",
    "deleted": "inserted",
    "split": "merged",
    "merged": "split",
}


def mirrored(told: Facts) -> Facts:
    """What would be said the other way round."""
    found = Counter[tuple[Any, ...]]()
    for (old, new, number, now, kinds, piece, similarity, words), count in told.items():
        other_kinds = frozenset(_OPPOSITE.get(kind, kind) for kind in kinds)
        other_words = tuple(sorted((_OPPOSITE.get(op, op), *rest) for op, *rest in words))
        found[new, old, now, number, other_kinds, piece, similarity, other_words] += count
    return found


# Drafts and treaties, edited


DRAFTS = sorted((ROOT / "drafts").glob("general-*.txt"))
GENERAL = ROOT / "drafts/general-convention.txt"

#: A handful of adopted treaties, where they are there.
TREATIES = ("cat", "genocide", "iccpr", "refugee", "stateless", "vclt")

#: An article that no draft has.
LIGHTS = parse(
    """Article 1
Lighthouses
1. Every lighthouse keeper trims the wick before dusk and polishes the lens on Sundays.
2. Foghorns are sounded whenever the mole can no longer be seen from the lantern gallery.
"""
).instrument.articles[0]


@cache
def draft(path: Path) -> Instrument:
    return read(path).instrument


@cache
def treaty(name: str) -> Instrument:
    found = sorted(treaties().rglob(f"{name}.txt"))
    if not found:
        pytest.skip(f"no treaty named {name} in this corpus")
    return read(found[0]).instrument


Change_ = Callable[[Article], Sequence[Article]]


def with_articles(old: Instrument, change: Change_) -> Instrument:
    """An instrument with some articles in place of each, all numbered anew."""
    count = 0

    def numbered(article: Article) -> Article:
        nonlocal count
        count += 1
        return replace(article, number=str(count))

    def changed(elements: Sequence[Element]) -> Iterator[Element]:
        for element in elements:
            match element:
                case Article():
                    yield from map(numbered, change(element))
                case Part():
                    yield replace(element, elements=tuple(changed(element.elements)))
                case Paragraph():
                    yield element

    return replace(old, elements=tuple(changed(old.elements)))


def with_article(old: Instrument, one: Article, *others: Article) -> Instrument:
    """An instrument with some articles in place of one."""
    return with_articles(old, lambda article: others if article is one else (article,))


def with_paragraphs(article: Article, paragraphs: Sequence[Paragraph]) -> Article:
    """An article with other paragraphs, counted anew if there are several."""
    several = len(paragraphs) > 1
    counted = (
        replace(one, number=str(count), mark=f"{count}.")
        if several
        else replace(one, number="", mark="")
        for count, one in enumerate(paragraphs, 1)
    )
    return replace(article, paragraphs=tuple(counted))


def replaced(article: Article, one: Paragraph, *others: Paragraph) -> Article:
    """An article with some paragraphs in place of one."""
    rest = [new for old in article.paragraphs for new in (others if old is one else (old,))]
    if len(rest) == len(article.paragraphs):
        return replace(article, paragraphs=tuple(rest))
    return with_paragraphs(article, rest)


Touched = dict[tuple[str | None, str | None], frozenset[Kind]]


def touched(found: Diff) -> Touched:
    """What happened, but for other numbers."""
    kinds = {
        (
            change.old.address if change.old else None,
            change.new.address if change.new else None,
        ): frozenset(change.kinds) - {Kind.RENUMBERED, Kind.UNCHANGED}
        for change in found.changes
    }
    return {pair: those for pair, those in kinds.items() if those}


def all_of(kind: Kind, text: Text, node: Node) -> Touched:
    """What an article and all that stands in it suffered, as one."""
    top = next(unit for unit in text.units if unit.node is node)
    return {
        (unit.address, None) if kind is Kind.DELETED else (None, unit.address): frozenset({kind})
        for unit in (top, *text.under(top))
    }


SEEDS = range(12)
MODIFIED = frozenset({Kind.MODIFIED})


class Place(NamedTuple):
    """A paragraph of an article, drawn by lot."""

    article: Article
    paragraph: Paragraph

    @property
    def at(self) -> str:
        number = self.article.paragraphs.index(self.paragraph) + 1
        return f"art_{self.article.number}__para_{number}"


def some_place(seed: int, fit: Callable[[Article, Paragraph], bool] = lambda *_: True) -> Place:
    able = [
        Place(article, paragraph)
        for article in draft(GENERAL).articles
        for paragraph in article.paragraphs
        if fit(article, paragraph)
    ]
    return Random(seed).choice(able)


@pytest.mark.parametrize("seed", SEEDS)
def test_one_word_changes_one_paragraph(seed: int) -> None:
    place = some_place(seed)
    words = place.paragraph.text.split(" ")
    plain = [n for n, word in enumerate(words) if word.isalpha() and word.islower()]
    words[Random(seed).choice(plain)] = "lighthouse"
    other = replace(place.paragraph, text=" ".join(words))
    new = with_article(
        draft(GENERAL), place.article, replaced(place.article, place.paragraph, other)
    )
    found = diff(draft(GENERAL), new)
    article = f"art_{place.article.number}"
    assert touched(found) == {(article, article): MODIFIED, (place.at, place.at): MODIFIED}
    (change,) = (one for one in found.changed if one.unit.level is Level.PARAGRAPH)
    assert "".join(e.text for e in change.words(Slot.TEXT) if e.op is Op.INSERT) == "lighthouse"
    check(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_articles_that_changed_places_moved_and_nothing_else(seed: int) -> None:
    articles = draft(GENERAL).articles
    first, second = sorted(Random(seed).sample(range(len(articles)), 2))
    one, other = articles[first], articles[second]
    turn = {id(one): other, id(other): one}
    found = diff(
        draft(GENERAL), with_articles(draft(GENERAL), lambda old: (turn.get(id(old), old),))
    )
    moved = frozenset({Kind.MOVED})
    forth = (f"art_{one.number}", f"art_{other.number}")
    both = {forth: moved, forth[::-1]: moved}
    assert touched(found) == both
    check(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_of_two_neighbours_that_changed_places_one_moved(seed: int) -> None:
    one, other = Random(seed).choice(list(_neighbours(draft(GENERAL).elements)))
    turn = {id(one): other, id(other): one}
    found = diff(
        draft(GENERAL), with_articles(draft(GENERAL), lambda old: (turn.get(id(old), old),))
    )
    (pair,) = touched(found).items()
    forth = (f"art_{one.number}", f"art_{other.number}")
    assert pair in {(forth, frozenset({Kind.MOVED})), (forth[::-1], frozenset({Kind.MOVED}))}


def _neighbours(elements: Sequence[Element]) -> Iterator[tuple[Article, Article]]:
    """Two articles that follow each other in the same division."""
    for one, other in pairwise(elements):
        if isinstance(one, Article) and isinstance(other, Article):
            yield one, other
    for element in elements:
        if isinstance(element, Part):
            yield from _neighbours(element.elements)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_article_that_came_is_inserted_and_nothing_else(seed: int) -> None:
    one = Random(seed).choice(draft(GENERAL).articles)
    found = diff(draft(GENERAL), with_article(draft(GENERAL), one, LIGHTS, one))
    lights = next(unit for unit in found.new.units if unit.heading == "Lighthouses")
    assert touched(found) == all_of(Kind.INSERTED, found.new, lights.node)
    check(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_article_that_went_is_deleted_and_nothing_else(seed: int) -> None:
    one = Random(seed).choice(draft(GENERAL).articles)
    found = diff(draft(GENERAL), with_article(draft(GENERAL), one))
    assert touched(found) == all_of(Kind.DELETED, found.old, one)
    check(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_references_follow_what_was_renumbered(seed: int) -> None:
    old = draft(GENERAL)
    one = Random(seed).choice(old.articles)
    at = int(one.number)

    def follow(words: re.Match[str]) -> str:
        return re.sub(r"[0-9]+", lambda n: str(int(n[0]) + (int(n[0]) >= at)), words[0])

    def followed(node: Paragraph | Subparagraph) -> Any:
        text, closing = (
            re.sub(r"\b[Aa]rticles? [0-9]+((, | and | or | to )[0-9]+)*", follow, words)
            for words in (node.text, node.closing)
        )
        items = tuple(map(followed, node.subparagraphs))
        return replace(node, text=text, closing=closing, subparagraphs=items)

    def changed(article: Article) -> Sequence[Article]:
        mine = replace(article, paragraphs=tuple(map(followed, article.paragraphs)))
        return (LIGHTS, mine) if article is one else (mine,)

    found = diff(old, with_articles(old, changed))
    kinds = {kind for change in found.changed for kind in change.kinds}
    assert kinds <= {Kind.INSERTED, Kind.RENUMBERED, Kind.REFERENCE_FOLLOWED}
    assert Kind.REFERENCE_FOLLOWED in kinds
    assert found.counts[Kind.INSERTED] == 3
    check(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_paragraph_that_went_to_another_article_moved(seed: int) -> None:
    old = draft(GENERAL)
    place = some_place(
        seed,
        lambda article, one: (
            len(article.paragraphs) > 2 and one.text.count(" ") >= 8 and not one.subparagraphs
        ),
    )
    others = [one for one in old.articles if one is not place.article and len(one.paragraphs) > 1]
    goal = Random(seed).choice(others)

    def changed(article: Article) -> Sequence[Article]:
        if article is place.article:
            return (replaced(article, place.paragraph),)
        if article is goal:
            return (with_paragraphs(article, (*article.paragraphs, place.paragraph)),)
        return (article,)

    found = diff(old, with_articles(old, changed))
    left, here = f"art_{place.article.number}", f"art_{goal.number}"
    assert touched(found) == {
        (left, left): MODIFIED,
        (here, here): MODIFIED,
        (place.at, f"{here}__para_{len(goal.paragraphs) + 1}"): frozenset({Kind.MOVED}),
    }
    check(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_paragraph_that_was_cut_in_two_is_split_and_nothing_else(seed: int) -> None:
    """The old text has two paragraphs of the draft as one, the first of them the longer."""
    able = [
        (article, at)
        for article in draft(GENERAL).articles
        for at, (one, other) in enumerate(pairwise(article.paragraphs), 1)
        if len(one.text) >= len(other.text) >= 60 and not (one.subparagraphs or other.subparagraphs)
    ]
    article, at = Random(seed).choice(able)
    one, other = article.paragraphs[at - 1 : at + 1]
    joined = replace(one, text=f"{one.text} {other.text}")
    rest = (*article.paragraphs[: at - 1], joined, *article.paragraphs[at + 1 :])
    whole = with_article(draft(GENERAL), article, with_paragraphs(article, rest))
    found = diff(whole, draft(GENERAL))
    address = f"art_{article.number}"
    place, piece = f"{address}__para_{at}", f"{address}__para_{at + 1}"
    for forth, kind in ((found, Kind.SPLIT), (diff(draft(GENERAL), whole), Kind.MERGED)):
        pair = (place, piece) if kind is Kind.SPLIT else (piece, place)
        assert touched(forth) == {
            (address, address): MODIFIED,
            (place, place): frozenset({kind}),
            pair: frozenset({kind}),
        }
    check(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_shall_endeavour_to_is_told_of_its_provision_alone(seed: int) -> None:
    duty = re.compile(r"States Parties shall (?=[a-z]+ )(?!not|endeavour|, )")
    place = some_place(seed, lambda _, one: len(duty.findall(one.text)) == 1)
    soft = replace(
        place.paragraph, text=duty.sub("States Parties shall endeavour to ", place.paragraph.text)
    )
    new = with_article(
        draft(GENERAL), place.article, replaced(place.article, place.paragraph, soft)
    )
    found = diff(draft(GENERAL), new)
    article = f"art_{place.article.number}"
    assert touched(found) == {(article, article): MODIFIED, (place.at, place.at): MODIFIED}
    told = effects(found).effects
    assert Aspect.MODALITY in {one.aspect for one in told}
    assert {one.direction for one in told} == {Direction.WEAKENED}
    assert {one.new for one in told if one.aspect is not Aspect.ELEMENTS} == {place.at}


def edited(old: Instrument, seed: str) -> Instrument:
    """A text after a sitting: words changed; articles moved, inserted, deleted, cut and joined."""
    random = Random(seed)
    row = list(old.articles)
    words = sorted({word for one in row for part in one.paragraphs for word in part.text.split()})

    def reworded(node: Paragraph) -> Paragraph:
        said = node.text.split(" ")
        for place in range(len(said)):
            if random.random() < 0.1:
                said[place] = random.choice((random.choice(words), "", said[place].upper()))
        return replace(node, text=" ".join(said))

    def changed(article: Article) -> Sequence[Article]:
        parts = list(article.paragraphs)
        match random.randrange(14):
            case 0:
                return ()
            case 1:
                return (article, LIGHTS)
            case 2:
                return (random.choice(row),)
            case 3 if len(parts) > 1:
                at = random.randrange(1, len(parts))
                return (
                    with_paragraphs(article, parts[:at]),
                    with_paragraphs(replace(article, heading=""), parts[at:]),
                )
            case 4:
                return (with_paragraphs(article, (*parts, *random.choice(row).paragraphs)),)
            case 5:
                random.shuffle(parts)
                return (with_paragraphs(article, parts),)
            case 6 | 7 | 8:
                return (replace(article, paragraphs=tuple(map(reworded, parts))),)
            case 9 if parts and ". " in parts[0].text:
                first, _, second = parts[0].text.partition(". ")
                cut = replace(parts[0], text=f"{first}.", subparagraphs=()), Paragraph(text=second)
                return (with_paragraphs(article, (*cut, *parts[1:])),)
            case _:
                return (article,)

    return with_articles(old, changed)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_what_must_hold_holds_of_an_edited_draft(path: Path, seed: int) -> None:
    old = draft(path)
    check(diff(old, edited(old, f"{path.stem} {seed}")))


@pytest.mark.parametrize("name", TREATIES)
def test_what_must_hold_holds_of_an_edited_treaty(name: str) -> None:
    old = treaty(name)
    check(diff(old, edited(old, name)))


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_equal_drafts_give_no_change(path: Path) -> None:
    found = diff(draft(path), read(path).instrument)
    assert found.to_json() == {"changes": []}
    assert found.changed == ()
    assert effects(found).effects == ()


@pytest.mark.parametrize("name", TREATIES)
def test_equal_treaties_give_no_change(name: str) -> None:
    assert diff(treaty(name), treaty(name)).to_json() == {"changes": []}


def test_two_drafts_of_one_convention_hold_together() -> None:
    check(diff(*map(draft, DRAFTS)))


@pytest.mark.parametrize("pair", list(pairwise(TREATIES)), ids=" and ".join)
def test_what_must_hold_holds_of_two_treaties(pair: tuple[str, str]) -> None:
    check(diff(*map(treaty, pair)))


def test_the_bytes_are_the_same_on_each_run() -> None:
    code = (
        "import json, sys\n"
        "from convention_tool import diff, read\n"
        "from convention_tool.analysis.diff.effects import effects\n"
        "found = diff(*(read(name).instrument for name in sys.argv[1:]))\n"
        "told = [one.to_json() for one in effects(found).effects]\n"
        "print(json.dumps([found.to_json(), told]))\n"
    )
    command = [sys.executable, "-c", code, *map(str, DRAFTS)]
    runs = {
        subprocess.run(
            command,
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    (data,) = runs
    assert json.loads(data)[0] == diff(*map(draft, DRAFTS)).to_json()


def test_texts_in_no_sensible_order_are_compared() -> None:
    random, words = Random(20261129), keywords()
    texts = [parse(random_text(random, words)).instrument for _ in range(120)]
    for old, new in pairwise(texts):
        check(diff(old, new))


# The scope of a change, and several texts


SCOPED = (
    """Convention on Lights

The States Parties to this Convention,

Noting the work of the keepers of lights,

Have agreed as follows:
"""
    + "\n".join(
        f"""
Article {number}
1. The keeper of tower {number} trims the wick each evening.
2. Whoever passes tower {number} may ring its bell in fog.
"""
        for number in range(1, 6)
    ),
)


@pytest.mark.parametrize(
    ("old", "new", "named", "strays"),
    [
        ("tower 2 trims", "tower 2 cleans", "article 2", []),
        ("tower 2 trims", "tower 2 cleans", "articles 2 to 4", []),
        ("tower 2 trims", "tower 2 cleans", "articles 1 and 2", []),
        ("tower 2 trims", "tower 2 cleans", "article 2, paragraph 1", ["art_2"]),
        ("tower 2 trims", "tower 2 cleans", "article 3", ["art_2"]),
        ("tower 2 trims", "tower 2 cleans", "articles 3 to 5", ["art_2"]),
        ("tower 2 trims", "tower 2 cleans", "the preamble", ["art_2"]),
        ("of lights,", "of lamps,", "the preamble", []),
        ("of lights,", "of lamps,", "article 1", ["preamble__rec_1"]),
        ("on Lights", "on Lamps", "articles 1 to 5", ["instrument"]),
        ("of lights", "of lights", "article 5", []),
    ],
)
def test_what_changed_outside_the_provisions_named(
    old: str, new: str, named: str, strays: list[str]
) -> None:
    (text,) = SCOPED
    found = between(text, text.replace(old, new))
    assert [change.unit.address for change in outside(found, named)] == strays


@pytest.mark.parametrize("named", ["", "nonsense", "article 99", "articles 7 to 9", "12"])
def test_a_scope_that_names_nothing_is_an_error(named: str) -> None:
    (text,) = SCOPED
    with pytest.raises(UnknownScopeError):
        outside(between(text, text.replace("tower 2", "tower 9")), named)


def test_a_synopsis_has_each_article_of_each_text_once() -> None:
    first = between(SCOPED[0], SCOPED[0]).old.instrument
    second = with_article(first, first.articles[1], LIGHTS, first.articles[1])
    third = with_article(second, second.articles[0])
    found = synopsis([first, second, third])
    for column, text in enumerate((first, second, third)):
        cells = [row[column] for row in found.rows]
        assert [cell.node for cell in cells if cell] == list(text.articles)
    assert found.to_json()["rows"] == [
        ["art_1", "art_1", None],
        [None, "art_2", "art_1"],
        ["art_2", "art_3", "art_2"],
        ["art_3", "art_4", "art_3"],
        ["art_4", "art_5", "art_4"],
        ["art_5", "art_6", "art_5"],
    ]


def test_a_synopsis_of_drafts_has_each_article_once() -> None:
    texts = [*map(draft, DRAFTS), edited(draft(GENERAL), "synopsis")]
    rows = synopsis(texts).rows
    for column, text in enumerate(texts):
        cells = [row[column] for row in rows]
        assert Counter(id(cell.node) for cell in cells if cell) == Counter(map(id, text.articles))
    assert all(any(row) for row in rows)


def test_a_cut_where_the_words_changed_too_has_a_mirror_image() -> None:
    whole = "The keeper trims the wick each evening, and polishes the lens on Sundays."
    pieces = "The keeper trims the wick each evening.", "And polishes the lens on Sundays."
    check(diff(article(whole, BELL), article(*pieces, BELL)))


# Bounds


def article(*paragraphs: str) -> Instrument:
    """A text of one article."""
    parts = (Paragraph(text=text) for text in paragraphs)
    return Instrument(elements=(Article(number="1", paragraphs=tuple(parts)),))


ALIKE = "The keeper trims the wick each evening."
BELL = "A bell of bronze and tin is rung in fog."


@pytest.mark.timeout(20)
@pytest.mark.parametrize(("ours", "theirs"), [(2000, 2001), (2001, 2000), (1, 2000)])
def test_boilerplate_that_is_repeated(ours: int, theirs: int) -> None:
    found = diff(article(*[ALIKE] * ours), article(*[ALIKE] * theirs))
    check(found)
    come, gone = found.counts[Kind.INSERTED], found.counts[Kind.DELETED]
    assert (come, gone) == (max(theirs - ours, 0), max(ours - theirs, 0))
    assert not found.counts[Kind.MOVED]


@pytest.mark.timeout(20)
def test_articles_that_are_all_the_same() -> None:
    (one,) = article(ALIKE).articles
    old, new = (
        Instrument(elements=tuple(replace(one, number=str(n)) for n in range(1, count)))
        for count in (1001, 1002)
    )
    found = diff(old, new)
    check(found)
    assert found.counts[Kind.INSERTED] == 2
    assert not found.counts[Kind.MOVED]


@pytest.mark.timeout(20)
@pytest.mark.parametrize(("count", "share"), [(60_000, 0.01), (15_000, 1.0)])
def test_a_paragraph_of_many_words(count: int, share: float) -> None:
    random = Random(7)
    words = [
        f"{random.choice('bdfgklmnprst')}{random.choice('aeiou')}{n % 900}" for n in range(count)
    ]
    other = [random.choice(words) if random.random() < share else word for word in words]
    found = diff(article(" ".join(words)), article(" ".join(other)))
    assert made(found.to_json()["changes"], said(found.old)) == said(found.new)


@pytest.mark.timeout(20)
def test_an_empty_draft_against_a_full_one() -> None:
    found = diff(Instrument(), draft(GENERAL))
    check(found)
    assert found.counts[Kind.INSERTED] >= len(found.new.units) - 1
    assert not diff(Instrument(), Instrument()).changed


def unrelated(letters: str, count: int = 400) -> Instrument:
    """Articles made of the words of these letters alone."""
    random = Random(letters)
    words = ["".join(random.choices(letters, k=random.randint(3, 7))) for _ in range(3000)]
    return Instrument(
        elements=tuple(
            Article(
                number=str(number),
                heading=" ".join(random.choices(words, k=2)),
                paragraphs=tuple(
                    Paragraph(
                        number=str(n), mark=f"{n}.", text=" ".join(random.choices(words, k=40))
                    )
                    for n in (1, 2, 3)
                ),
            )
            for number in range(1, count + 1)
        )
    )


@pytest.mark.timeout(20)
def test_two_texts_that_have_nothing_in_common() -> None:
    found = diff(unrelated("abcdefg"), unrelated("hijklmn"))
    check(found)
    assert {*found.counts} <= {Kind.INSERTED, Kind.DELETED, Kind.UNCHANGED}


@pytest.mark.timeout(20)
def test_two_texts_that_are_shuffled() -> None:
    old = unrelated("abcdefg", 200)
    row = list(old.articles)
    Random(3).shuffle(row)
    turn = dict(zip(map(id, old.articles), row, strict=True))
    found = diff(old, with_articles(old, lambda one: (turn[id(one)],)))
    check(found)
    assert {*found.counts} <= {Kind.MOVED, Kind.RENUMBERED, Kind.UNCHANGED}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("depth", [30, 150])
def test_lists_within_lists(depth: int) -> None:
    def nested(last: str) -> Instrument:
        item = Subparagraph(
            number="a", mark="(a)", text=f"{last} the wick of the lamp each evening."
        )
        for level in range(depth):
            words = f"level {level} of the keeper:"
            item = Subparagraph(number="a", mark="(a)", text=words, subparagraphs=(item,))
        top = Paragraph(text="The keeper shall:", subparagraphs=(item,))
        return Instrument(elements=(Article(number="1", paragraphs=(top,)),))

    found = diff(nested("trim"), nested("clean"))
    check(found)
    assert found.counts[Kind.MODIFIED] == depth + 3


ODD = (
    *("\uffff", "\ue000", "\ue001 \ue002", "\x1e", "\x00", "\x1c\x1d", "\U0010ffff", "\ufdd0"),
    *(
        "👩‍🚀",
        "🇫🇷",
        "e\u0301",
        "\u200b",
        "\u202e",
        "\u2028",
        "\x85",
        "\ufeff",
        "ﬁ",
        "İ",
        "ß",
        "ı",
        "\t",
    ),
)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_odd_characters(odd: str) -> None:
    watch = "The watch polishes the lens on Sundays."
    plain = f"{ALIKE} {watch}"
    texts = (
        article(plain, BELL),
        article(f"{odd} {plain}", BELL),
        article(plain.replace("wick", odd), f"{BELL}{odd}"),
        article(plain.replace(" ", odd)),
        article(ALIKE, watch.replace("lens", f"lens {odd}"), BELL),
        article(odd, odd * 3, f"{odd} {odd}"),
    )
    for old in texts:
        for new in texts:
            check_forth(diff(old, new))
