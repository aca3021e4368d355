"""A line silences a rule that has nothing to say here, or that there is not.

Why it matters: "% ignore skipped-number: taken out in June" was right when it was written. Once the
provision is mended, the line would silence the next fault, which nobody has looked at. A code with a
slip of the pen silences nothing, and its author believes that it does.

Found:
    % ignore skiped-number: article 7 was taken out in June
    Article 8
    Keepers may rest.

Better:
    % ignore skipped-number: article 7 was taken out in June
    Article 8
    Keepers may rest.
"""

from collections.abc import Collection, Iterator, Sequence

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.suppression import Suppression


def check(_: Draft) -> Iterator[Finding]:
    """Nothing: only when the other rules have run, the engine knows what was of no use."""
    yield from ()


def findings(
    unused: Sequence[Suppression], known: Collection[str], spoke: Collection[str]
) -> Iterator[Finding]:
    """Each suppression of a rule that there is not, or that spoke and was not silenced.

    Args:
        unused: the suppressions that silenced nothing.
        known: the codes of all rules.
        spoke: the codes of those that were run.
    """
    for one in unused:
        if one.code not in known:
            said = f'there is no rule "{one.code}"; "convention-tool explain" lists them all'
            yield Finding(one.line, said)
        elif one.code in spoke:
            fix = Fix("take the line out", (Edit(one.line, ""),))
            yield Finding(one.line, f"{one.code} has nothing to say here; the line can go", fix)


RULE = Rule("useless-suppression", Severity.WARNING, __doc__, check)
