"""One thing under one name, in one spelling, throughout."""

from convention_tool.lint.rules.consistency import (
    early_short_name,
    long_name_after_short,
    mixed_convention_name,
    mixed_date_forms,
    mixed_name_for_national_law,
    mixed_number_words,
    mixed_party_capitals,
    mixed_party_name,
    mixed_reference_capitals,
    mixed_right_holder,
    mixed_spelling,
    wrong_instrument_name,
    wrong_party_plural,
)

RULES = (
    mixed_convention_name.RULE,
    wrong_instrument_name.RULE,
    mixed_party_name.RULE,
    wrong_party_plural.RULE,
    mixed_party_capitals.RULE,
    mixed_right_holder.RULE,
    mixed_name_for_national_law.RULE,
    early_short_name.RULE,
    long_name_after_short.RULE,
    mixed_reference_capitals.RULE,
    mixed_number_words.RULE,
    mixed_date_forms.RULE,
    mixed_spelling.RULE,
)
