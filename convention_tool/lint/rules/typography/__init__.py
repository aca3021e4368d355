"""How the text is printed, and what copying and scanning did to it."""

from convention_tool.lint.rules.typography import (
    damaged_character,
    doubled_blank,
    doubled_punctuation,
    doubled_word,
    doubtful_digit,
    glued_words,
    hidden_character,
    lookalike_letter,
    mixed_apostrophes,
    mixed_quotes,
    space_before_punctuation,
    split_word,
)

RULES = (
    damaged_character.RULE,
    doubtful_digit.RULE,
    lookalike_letter.RULE,
    glued_words.RULE,
    split_word.RULE,
    doubled_word.RULE,
    doubled_punctuation.RULE,
    mixed_quotes.RULE,
    mixed_apostrophes.RULE,
    hidden_character.RULE,
    doubled_blank.RULE,
    space_before_punctuation.RULE,
)
