"""Names for persons and things that a drafter would not choose today."""

from convention_tool.lint.rules.terminology import (
    illegal_person,
    masculine_generic,
    mixed_double_forms,
    mixed_name_for_foreigners,
    mixed_words_for_lawful_stay,
    mixed_words_for_residence,
    outdated_term,
    unexpanded_abbreviation,
    vague_standard,
)

RULES = (
    illegal_person.RULE,
    masculine_generic.RULE,
    mixed_double_forms.RULE,
    outdated_term.RULE,
    mixed_name_for_foreigners.RULE,
    mixed_words_for_residence.RULE,
    mixed_words_for_lawful_stay.RULE,
    unexpanded_abbreviation.RULE,
    vague_standard.RULE,
)
