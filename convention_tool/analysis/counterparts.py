"""The provisions of a draft that answer rights: those recognized, and those that its authors name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from convention_tool.analysis.authors import Authors
from convention_tool.analysis.clauses import Clause
from convention_tool.analysis.content import Answering
from convention_tool.analysis.provisions import Provision
from convention_tool.analysis.reads import Text
from convention_tool.analysis.recognition import Doubt, Evidence, Recognised, recogniser
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Article, Node
from convention_tool.tree.walk import walk

#: Below this a provision is not named: it is more likely a passing mention than an answer.
NAMED_FROM = 0.5

#: The authors of a draft know what they mean.
AUTHORS_CONFIDENCE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """A provision of the draft that answers a right."""

    #: The number of its article as printed; "" for a provision outside articles.
    article: str
    #: The address of the article.
    address: str
    #: How a lawyer cites the provision that shows it best.
    citation: str
    #: How surely it answers the right, 0 to 1.
    confidence: float
    #: The words of the draft that show it, the clearest first, with what speaks against each.
    shown: tuple[Evidence, ...] = ()
    #: What speaks against the provision as a whole.
    against: tuple[Doubt, ...] = ()
    #: The pinpoint that the authors wrote, "45(1)", where they say so themselves; "" otherwise.
    authors: str = ""
    #: What it says, to be looked at more closely.
    answering: Answering = field(default=Answering((), ()), compare=False, repr=False)

    @property
    def evidence(self) -> tuple[str, ...]:
        """The draft's own words that show it, the clearest first."""
        return tuple(one.quotation for one in self.shown)

    @property
    def titled(self) -> bool:
        """Whether its heading names the right."""
        return any(one.clause is None for one in self.shown)

    @property
    def doubts(self) -> list[str]:
        """What speaks against it, each a sentence without its full stop."""
        every = (*self.against, *(doubt for one in self.shown for doubt in one.against))
        return list(dict.fromkeys(doubt.sentence for doubt in every))


def counterparts(
    every: Sequence[tuple[Provision, Text]], places: Places, said: Authors, *, understood: bool
) -> Iterator[tuple[str, Counterpart]]:
    """Each right that a provision answers, with the provision as its counterpart.

    Of a text in a language that is not understood, only what its authors say.
    """
    texts = [text for _, text in every]
    nothing: Iterable[tuple[Recognised, ...]] = [()] * len(texts)
    recognised = recogniser().recognise_each(texts, NAMED_FROM) if understood else nothing
    for (provision, text), answers in zip(every, recognised, strict=True):
        own = Own.of(provision, said)
        found = {one.right: one for one in answers}
        for right in dict.fromkeys((*found, *own.added)):
            rest = own.left(right, text)
            kept = found.get(right) if rest is text else _again(right, rest)
            if kept or right in own.added:
                yield right, _counterpart(provision, kept, rest, own.added.get(right, ()), places)


@dataclass(frozen=True, slots=True)
class Own:
    """What the authors say of a provision and of all that it holds."""

    #: For each right they add: what they wrote, and the provision under it.
    added: Mapping[str, Sequence[tuple[str, Node]]] = field(default_factory=dict)
    #: For each right they take away: the provisions that do not give it, by identity.
    removed: Mapping[str, frozenset[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, provision: Node, said: Authors) -> "Own":
        """What stands above a provision, or above one in it."""
        if not said.of:
            return cls()
        added: dict[str, list[tuple[str, Node]]] = defaultdict(list)
        removed: dict[str, frozenset[int]] = defaultdict(frozenset)
        for node in walk(provision):
            if answers := said.of.get(id(node)):
                for one in answers.added:
                    added[one.right].append((one.pinpoint, node))
                for right in answers.removed:
                    removed[right] |= {id(inner) for inner in walk(node)}
        return cls(added, removed)

    def left(self, right: str, text: Text) -> Text:
        """What a text says of a right without the provisions from which it was taken away."""
        shut = self.removed.get(right)
        if not shut:
            return text
        return Text("", tuple(one for one in text.clauses if id(one.node) not in shut))


def _again(right: str, text: Text) -> Recognised | None:
    """A right in what is left of a text."""
    found = recogniser().recognise(text, NAMED_FROM) if text.clauses else ()
    return next((one for one in found if one.right == right), None)


def _counterpart(
    provision: Provision,
    found: Recognised | None,
    text: Text,
    named: Sequence[tuple[str, Node]],
    places: Places,
) -> Counterpart:
    """A provision that answers a right, because of its words, its authors, or both."""
    shown = (*_inside(text, named), *(found.clauses if found else ()))
    node = named[0][1] if named else shown[0].node if shown else provision
    return Counterpart(
        article=provision.number if isinstance(provision, Article) else "",
        address=places.address(provision),
        citation=places.citation(node),
        confidence=AUTHORS_CONFIDENCE if named or not found else round(found.confidence, 2),
        shown=found.evidence if found else (),
        against=found.against if found and not named else (),
        authors=", ".join(dict.fromkeys(pinpoint for pinpoint, _ in named)),
        answering=Answering(shown, text.clauses),
    )


def _inside(text: Text, named: Sequence[tuple[str, Node]]) -> Iterator[Clause]:
    """The clauses of the provisions that the authors name."""
    inside = {id(inner) for _, node in named for inner in walk(node)}
    return (clause for clause in text.clauses if id(clause.node) in inside)
