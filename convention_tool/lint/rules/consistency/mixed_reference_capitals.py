"""References to provisions of the text are written with a capital and without: "Article 5", "article 5".

Why it matters: a careful reader takes "Article 5" and "article 5" for provisions of two texts. The
United Nations writes "article", the European Union "Article"; either will do, throughout.

Found:
    The rights in article 5 belong to every keeper, as do those in Article 6.

Better:
    The rights in article 5 belong to every keeper, as do those in article 6.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from convention_tool.analysis.citations import Owner
from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Citation, Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import Form, edits, mixed, offered, opens_sentence


def check(draft: Draft) -> Iterator[Finding]:
    """One finding for each kind of provision, where the rarer form is used first."""
    uses: dict[str, dict[str, list[Use]]] = {}
    kinds = _kinds(draft)
    for citation in draft.citations:
        use = _first_word(citation, kinds)
        if use:
            word = use.words
            uses.setdefault(kinds[word.lower()], {}).setdefault(_shape(word), []).append(use)
    for kind, forms in uses.items():
        ordered = sorted(forms.items(), key=lambda form: -len(form[1]))
        if len(ordered) == 2 and len(ordered[0][1]) > len(ordered[1][1]):
            [(shape, usual), (other, rarer)] = ordered
            names = [
                Form(_shaped(kind, shape), tuple(usual)),
                Form(_shaped(kind, other), tuple(rarer)),
            ]
            wanted = names[0].name
            finding = mixed(draft, names, f'write "{wanted}" in every reference')
            if finding:
                changes = edits(draft, rarer, partial(_shaped, shape=shape))
                yield finding._replace(fix=offered(f'write "{wanted}"', changes))


def _kinds(draft: Draft) -> dict[str, str]:
    """The words for an article and a paragraph, singular or plural, and the kind of each."""
    words = draft.vocabulary
    articles = dict.fromkeys((*words.article, *words.articles), words.article[0])
    paragraphs = dict.fromkeys((*words.paragraph, *words.paragraphs), words.paragraph[0])
    return articles | paragraphs


def _first_word(citation: Citation, kinds: Mapping[str, str]) -> Use | None:
    """The word before the number, in a citation of this text; no capital that opens a sentence."""
    stretch, mention = citation
    if mention.owner is Owner.OTHER or stretch.article is None:
        return None
    start = mention.start
    end = stretch.words.find(" ", start)
    word = stretch.words[start:end]
    if end < 0 or word.lower() not in kinds:
        return None
    use = Use(stretch, start, end)
    return None if word[0].isupper() and opens_sentence(use) else use


def _shape(word: str) -> str:
    return "capital" if word[0].isupper() else "small"


def _shaped(word: str, shape: str) -> str:
    first = word[0].upper() if shape == "capital" else word[0].lower()
    return first + word[1:]


RULE = Rule("mixed-reference-capitals", Severity.NOTE, __doc__, check)
