"""The tokens of grammars/instrument.lark: words, what they are, and where they stand."""

from lark import Token


class Piece(Token):
    """Some words and the terminal of the grammar that they are.

    A token as lark wants it, made with half the work: the line and column of a place are worked
    out only when a person looks.
    """

    __slots__ = ()

    line = column = end_line = end_column = None

    def __new__(cls, terminal: str, words: str, start: int, end: int) -> "Piece":
        """Words of the source between two offsets."""
        piece = str.__new__(cls, words)
        piece.type = terminal
        piece.start_pos = start
        piece.end_pos = end
        return piece

    def called(self, terminal: str) -> "Piece":
        """The same words as another terminal."""
        return Piece(terminal, str(self), self.start_pos or 0, self.end_pos or 0)
