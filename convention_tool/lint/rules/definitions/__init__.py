"""What terms mean, and whether they are used."""

from convention_tool.lint.rules.definitions import (
    circular_definition,
    definition_by_national_law,
    duty_in_definition,
    mixed_means_and_includes,
    stray_definition,
    term_defined_twice,
    term_in_another_form,
    undefined_body,
    unused_term,
)

RULES = (
    term_defined_twice.RULE,
    unused_term.RULE,
    undefined_body.RULE,
    circular_definition.RULE,
    duty_in_definition.RULE,
    mixed_means_and_includes.RULE,
    term_in_another_form.RULE,
    stray_definition.RULE,
    definition_by_national_law.RULE,
)
