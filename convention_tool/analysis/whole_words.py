"""Where some words stand in a text, whatever blanks and line ends part them there."""

from collections.abc import Iterator, Sequence

from convention_tool.source import Span


def places_of(sought: Sequence[str], text: str, within: Span) -> Iterator[Span]:
    """Each place of some words in part of a text, as whole words: "he" is not in "the".

    Findings ask for hundreds of different words, each once: to look for them letter by letter is
    faster than to build a pattern for each.
    """
    if not "".join(sought):
        return
    first, *others = sought
    opens, closes = _is_letter(first[0]), _is_letter(sought[-1][-1])
    start = text.find(first, *within)
    while start >= 0:
        end = _end_of(others, text, Span(start + len(first), within.end))
        begun_before = opens and _is_letter(text[start - 1 : start])
        goes_on = closes and _is_letter(text[end : min(end + 1, within.end)])
        if end < 0 or begun_before or goes_on:
            start = text.find(first, start + 1, within.end)
        else:
            yield Span(start, end)
            start = text.find(first, end, within.end)


def _end_of(words: Sequence[str], text: str, within: Span) -> int:
    """Where some words end that follow one another from a place on; -1 where they do not."""
    end, limit = within
    for word in words:
        start = end
        while text[start : start + 1].isspace():
            start += 1
        if start == end or not text.startswith(word, start, limit):
            return -1
        end = start + len(word)
    return end


def _is_letter(sign: str) -> bool:
    """Whether a sign is part of a word: a letter, a figure or a low line."""
    return sign.isalnum() or sign == "_"
