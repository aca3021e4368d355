"""Faults of references."""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from planting.ground import Fault, end, growing, insertion, paragraph, reworded
from planting.planter import Planter


def _each_yields(draft: Draft) -> Iterator[Fault]:
    """Two articles, each subject to the other."""
    fields = list(growing(draft))
    for one, other in zip(fields, fields[3:], strict=False):
        edits = (
            insertion(
                end(article.paragraphs[-1]),
                f"\n\n{number}. Subject to article {target.number}, keepers may rest.",
            )
            for (article, number), (target, _) in ((one, other), (other, one))
        )
        yield Fault(tuple(edits))


PLANTERS = (
    Planter("dangling-reference", reworded(r"\barticle (\d\d)\b", r"article 7\1")),
    Planter(
        "missing-subparagraph", paragraph("Keepers have what article 2, paragraph 2 (d), gives.")
    ),
    Planter("missing-division", paragraph("Keepers have the rights in Part XII.")),
    Planter(
        "reversed-range", paragraph("Articles {next} to {article} are for keepers of lamps too.")
    ),
    Planter("repeated-target", paragraph("Articles 18, 19 and 18 are for keepers of lamps too.")),
    Planter("singular-for-several", paragraph("Keepers have the rights in article 18 and 19.")),
    Planter("circular-reference", _each_yields),
    Planter("untitled-instrument", paragraph("Keepers have what article 12 of the Statute gives.")),
    Planter(
        "reference-to-own-article",
        paragraph("Keepers have what article {article}, paragraph 1, gives."),
    ),
    Planter("mixed-reference-style", paragraph("Keepers have what article 119 (2) gives.")),
    Planter(
        "relative-reference", paragraph("The preceding paragraph is for keepers of lamps too.")
    ),
)
