"""From the bytes of a file to its text, or to a sentence that says why there is none."""

import io
import sys
from pathlib import Path

import pytest

from convention_tool.errors import ConventionToolError, UnreadableFileError
from convention_tool.readers import read
from convention_tool.readers.decoding import decode

TEXT = "Article premier\nLes États s’entraident : « lampes », cœur, été.\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_a_text_is_the_same_in_every_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "draft.txt") == TEXT


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), "draft.txt") == TEXT


def test_windows_quotation_marks_are_read_as_such() -> None:
    assert decode(b"The \x93lamp\x94 \x96 keepers\x92 own", "draft.txt") == (
        "The “lamp” – keepers’ own"
    )


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_a_byte_that_windows_does_not_define_does_not_stop_a_text(byte: int) -> None:
    assert decode(b"\xe9t\xe9 " + bytes([byte]), "draft.txt") == f"été {chr(byte)}"


def test_an_empty_text_is_a_text() -> None:
    assert decode(b"", "draft.txt") == ""
    assert decode(b"\xef\xbb\xbf", "draft.txt") == ""


def test_a_file_full_of_zeros_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match=r"^draft\.bin is not a text file$"):
        decode(b"\x01\x02\x03abc\x00def" * 100, "draft.bin")


def test_broken_utf_16_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match=r"draft\.txt is not a text file: its encoding"):
        decode(b"\xff\xfe\x00\xd8a\x00", "draft.txt")


def test_one_zero_in_a_long_text_does_not_make_it_a_picture() -> None:
    text = "Lamps shall be lit. " * 100 + "\0"
    assert decode(text.encode(), "draft.txt") == text


# ---- Files ---------------------------------------------------------------------------------------


def test_a_file_is_read_whatever_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    for encoding in ("utf-8", "utf-16", "cp1252"):
        path.write_bytes(TEXT.encode(encoding))
        reading = read(path)
        assert reading.source.text == TEXT
        assert reading.source.name == str(path)
        assert [article.number for article in reading.instrument.articles] == ["premier"]


def test_line_endings_of_a_file_are_kept_in_its_source(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"Article 1\r\nLamps shall be lit.\r\n")
    reading = read(path)
    (article,) = reading.instrument.articles
    assert reading.source.text == "Article 1\r\nLamps shall be lit.\r\n"
    span = article.paragraphs[0].span
    assert span
    assert reading.source.text[span.start : span.end] == "Lamps shall be lit."
    assert reading.source.position(span.start) == (2, 1)


def test_an_empty_file_is_an_instrument_without_anything(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"")
    reading = read(path)
    assert reading.instrument.articles == ()
    assert [diagnostic.code for diagnostic in reading.diagnostics] == ["no-article"]


def test_a_missing_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    with pytest.raises(UnreadableFileError) as refusal:
        read(path)
    assert str(refusal.value) == f"there is no file {path}"


def test_a_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        read(tmp_path)
    assert str(refusal.value) == f"{tmp_path} is a folder; name a text file"


def test_a_file_below_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_bytes(b"Lamps")
    with pytest.raises(UnreadableFileError, match=r"cannot be read: "):
        read(tmp_path / "draft.txt" / "more.txt")


def test_a_refusal_is_one_of_our_own_errors() -> None:
    assert issubclass(UnreadableFileError, ConventionToolError)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(TEXT.encode("cp1252")))
    monkeypatch.setattr(sys, "stdin", given)
    reading = read("-")
    assert reading.source.name == "-"
    assert reading.source.text == TEXT
