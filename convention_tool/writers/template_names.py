"""What of Python and of jinja2 a user's template may name, beside the data of a draft."""

#: Methods of words that are cheap, and lead nowhere.
OF_WORDS = frozenset(
    [
        "capitalize",
        "count",
        "endswith",
        "find",
        "isalpha",
        "isdigit",
        "islower",
        "isupper",
        "lower",
        "lstrip",
        "removeprefix",
        "removesuffix",
        "rstrip",
        "split",
        "splitlines",
        "startswith",
        "strip",
        "title",
        "upper",
    ]
)
#: The same of mappings.
OF_MAPPINGS = frozenset({"get", "items", "keys", "values"})
#: What a loop says of its turn.
OF_LOOPS = frozenset(
    [
        "index",
        "index0",
        "revindex",
        "revindex0",
        "first",
        "last",
        "length",
        "cycle",
        "depth",
        "depth0",
        "previtem",
        "nextitem",
        "changed",
    ]
)
#: What `groupby` gives.
OF_GROUPS = frozenset({"grouper", "list"})

#: Filters of jinja2 that take values of any kind.
FILTERS = frozenset(
    [
        "abs",
        "count",
        "d",
        "default",
        "dictsort",
        "first",
        "float",
        "groupby",
        "int",
        "items",
        "last",
        "length",
        "list",
        "map",
        "max",
        "min",
        "reject",
        "rejectattr",
        "reverse",
        "select",
        "selectattr",
        "sort",
        "unique",
    ]
)
#: Filters of jinja2 that take words.
WORD_FILTERS = frozenset(
    [
        "capitalize",
        "e",
        "escape",
        "lower",
        "safe",
        "string",
        "title",
        "trim",
        "truncate",
        "upper",
        "wordcount",
    ]
)
#: Tests of jinja2.
TESTS = frozenset(
    [
        "defined",
        "undefined",
        "none",
        "string",
        "number",
        "mapping",
        "sequence",
        "iterable",
        "true",
        "false",
        "boolean",
        "odd",
        "even",
        "divisibleby",
        "eq",
        "equalto",
        "==",
        "ne",
        "!=",
        "in",
        "gt",
        ">",
        "ge",
        ">=",
        "lt",
        "<",
        "le",
        "<=",
        "filter",
        "test",
    ]
)
