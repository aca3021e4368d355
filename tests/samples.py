"""What the tests of several modules write and look at."""

from functools import cache
from pathlib import Path

from convention_tool import compare, lint, parse
from convention_tool.analysis.coverage import cover
from convention_tool.document import (
    Badge,
    Break,
    Deleted,
    Document,
    Emphasis,
    Facts,
    Heading,
    Inserted,
    Link,
    Listing,
    Note,
    Prose,
    Row,
    Section,
    Strong,
    Table,
    Tone,
    words,
)
from convention_tool.tree.nodes import (
    Annex,
    AnnexKind,
    Article,
    Aside,
    AsideKind,
    Instrument,
    NoteKind,
    Paragraph,
    Part,
    PartKind,
    Preamble,
    Recital,
    Subparagraph,
)
from convention_tool.tree.nodes import Note as TreeNote
from convention_tool.views import review
from convention_tool.views.instrument import beside_text, view

NASTY = "<script>alert('1 & 2')</script> *a* _b_ `c` [d](e) | ~~f~~ # g \\ $h$ &amp;"

LIGHTS = Instrument(
    header=(("Title", "Convention on Harbour Lights"), ("Status", "First draft")),
    title="Convention on Harbour Lights",
    adoption=("Opened for signature at the harbour",),
    preamble=Preamble(
        heading="Preamble",
        subject="The States Parties to the present Convention,",
        recitals=(Recital(text="Considering that lights guide all ships,"),),
        formula="Have agreed as follows:",
    ),
    elements=(
        Part(
            kind=PartKind.PART,
            number="I",
            label="PART",
            heading="Lights",
            elements=(
                Article(
                    number="1",
                    heading="Keeping of lights",
                    paragraphs=(
                        Paragraph(
                            number="1",
                            mark="1.",
                            text="Each State Party shall:",
                            subparagraphs=(
                                Subparagraph(number="a", mark="(a)", text="keep its lights lit;"),
                                Subparagraph(number="b", mark="(b)", text=NASTY),
                            ),
                            closing="as far as its means allow.",
                        ),
                        Paragraph(
                            number="2",
                            mark="2.",
                            text="No fee shall be charged.",
                            notes=(
                                TreeNote(
                                    kind=NoteKind.COMMENTARY, text="Fees were debated.\n\nLong."
                                ),
                                TreeNote(kind=NoteKind.FOOTNOTE, text="See the report."),
                            ),
                        ),
                    ),
                ),
                Article(number="1 bis", paragraphs=(Paragraph(text="Lights are white."),)),
            ),
        ),
    ),
    annexes=(
        Annex(
            kind=AnnexKind.ANNEX,
            label="ANNEX",
            elements=(Article(number="1", paragraphs=(Paragraph(text="Bulbs."),)),),
        ),
    ),
    asides=(Aside(kind=AsideKind.COMMENT, text="ask the keeper"),),
)

EVERY_BLOCK = Document(
    title=f"A report {NASTY}",
    subtitle=("on lights",),
    blocks=(
        Facts((("Rights", words("12 of 14")), ("Groups", words(NASTY)))),
        Heading(2, words("Findings"), "findings"),
        Prose((Strong(words("Bold")), *words(" and "), Emphasis(words("set apart"))), "first"),
        Prose(words("numbered"), "second", "1.", 0),
        Prose(words("deeper"), "third", "(a)", 1),
        Prose((Deleted("struck"), Inserted("added"), Break(), Badge("found", Tone.GOOD))),
        Heading(3, words("Lists"), "lists", "Section 1"),
        Listing((words("one"), words(NASTY)), ordered=True),
        Listing((words("two"),)),
        Table(
            f"Narrow {NASTY}",
            (words("Right"), words("State")),
            (Row((words("Life"), (Link("#findings", words("above")), Break())), "life"),),
        ),
        Table("Wide", tuple(words(c) for c in "abcdefg"), (Row(tuple(map(words, "1234567"))),)),
        Note("Why", (Prose(words("Because.")),)),
        Note("Footnote", (Prose(words("Below.")),), folded=False),
        Section("fr", (Prose(words("Fait à Port-Lumière")),)),
        Prose(
            (
                Link("https://example.org/a?b=<c>", words("out")),
                Link("#nowhere", words("nowhere")),
                Link("javascript:alert(1)", words("never")),
            )
        ),
    ),
)

GOLDEN = Path(__file__).parent / "golden"


@cache
def page_of(name: str) -> Document:
    """A page to look at, by its name in PAGES."""
    match name:
        case "instrument":
            return view(LIGHTS)
        case "blocks":
            return EVERY_BLOCK
        case "beside":
            return beside_text(EVERY_BLOCK, LIGHTS)
        case _:
            return reviewed()


PAGES = ("beside", "blocks", "instrument", "review")


def reviewed() -> Document:
    """The report on a small draft, beside its text."""
    reading = parse((GOLDEN / "lights.txt").read_text(encoding="utf-8"), name="lights.txt")
    concordance = compare(reading.instrument)
    record = review.Review(
        source=reading.source,
        instrument=reading.instrument,
        diagnostics=lint(reading),
        concordance=concordance,
        coverage=cover(reading.instrument, concordance),
    )
    assert record.diagnostics, "the table of remarks is to be looked at too"
    return beside_text(review.view(record), reading.instrument)
