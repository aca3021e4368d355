"""Words of the authoring commands, as authoring.toml lists them."""

from functools import cache

from convention_tool.catalogue.load import tables

_FILE = "authoring.toml"


@cache
def theirs() -> tuple[str, ...]:
    """What says before a provision that it is another text's: "its article 40"."""
    return tuple(tables(_FILE)["theirs"]["words"])


def to_be_written(language: str) -> str:
    """What stands in place of text that is to come; English where we have no words."""
    words = tables(_FILE)["to_be_written"]
    return str(words.get(language, words["en"]))
