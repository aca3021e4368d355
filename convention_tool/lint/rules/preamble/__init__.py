"""The recitals and the formula that closes them."""

from convention_tool.lint.rules.preamble import (
    binding_recital,
    finite_recital,
    full_stop_in_preamble,
    misnamed_instrument,
    recital_instruments_out_of_order,
    repeated_opener,
    unused_recital_group,
)

RULES = (
    finite_recital.RULE,
    full_stop_in_preamble.RULE,
    binding_recital.RULE,
    unused_recital_group.RULE,
    misnamed_instrument.RULE,
    recital_instruments_out_of_order.RULE,
    repeated_opener.RULE,
)
