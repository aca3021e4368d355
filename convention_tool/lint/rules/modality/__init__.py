"""What binds, and what only recommends."""

from convention_tool.lint.rules.modality import (
    duty_at_two_removes,
    duty_without_bearer,
    may_not,
    mixed_forms_of_rights,
    mixed_modals,
    recommendation_in_articles,
    two_modals_in_one_sentence,
    will_for_shall,
)

RULES = (
    mixed_modals.RULE,
    will_for_shall.RULE,
    recommendation_in_articles.RULE,
    may_not.RULE,
    mixed_forms_of_rights.RULE,
    duty_at_two_removes.RULE,
    two_modals_in_one_sentence.RULE,
    duty_without_bearer.RULE,
)
