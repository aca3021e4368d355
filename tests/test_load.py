"""A mistake in a data file is told in a sentence that names the place."""

import pytest

from convention_tool.catalogue.load import choice, entries, inner, part, record, resolved, tables
from convention_tool.catalogue.recognition import Sign
from convention_tool.catalogue.rights import Element, Equivalent, RightKind
from convention_tool.errors import BrokenDataError


def test_an_unknown_key_is_named_with_its_place() -> None:
    with pytest.raises(BrokenDataError, match=r"rights\.toml, article 44: .*wording"):
        record(Element, {"id": "unity", "wording": "x"}, "rights.toml, article 44")


def test_a_missing_key_is_named_with_its_place() -> None:
    with pytest.raises(BrokenDataError, match=r"rights\.toml, article 44: .*text"):
        record(Element, {"id": "unity"}, "rights.toml, article 44")


def test_a_text_in_place_of_a_list_is_named() -> None:
    with pytest.raises(
        BrokenDataError, match="article 44: articles must be a list in square brackets"
    ):
        record(Equivalent, {"instrument": "crc", "articles": "7"}, "article 44")
    with pytest.raises(BrokenDataError, match="'everyone' must be a list"):
        resolved("everyone", {"everyone"}, "sample")
    with pytest.raises(BrokenDataError, match="elements is not a list of tables"):
        inner({"elements": ["x"]}, "elements", "sample")
    with pytest.raises(BrokenDataError, match="terms is not a table"):
        part({"terms": "x"}, "terms", "sample")


def test_a_text_in_place_of_a_number_is_named() -> None:
    with pytest.raises(BrokenDataError, match=r"article 9: weight must be a number such as 0\.8"):
        record(Sign, {"any": ["life"], "weight": "0.8"}, "article 9")


def test_a_missing_file_or_table_is_named() -> None:
    with pytest.raises(BrokenDataError, match=r"the data file nothing\.toml cannot be read"):
        tables("nothing.toml")
    with pytest.raises(BrokenDataError, match=r"groups\.toml has no entries \[\[martian\]\]"):
        entries("groups.toml", "martian")


def test_a_word_outside_its_list_is_named_with_the_list() -> None:
    with pytest.raises(BrokenDataError, match=r"article 44: 'wish' is none of right, obligation"):
        choice(RightKind, "wish", "article 44")


def test_an_id_of_nothing_is_named() -> None:
    with pytest.raises(BrokenDataError, match="article 44: there is no entry 'martians'"):
        resolved(["everyone", "martians"], {"everyone"}, "article 44")
