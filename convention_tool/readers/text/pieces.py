"""The tokens of grammars/instrument.lark: words, what they are, and where they stand."""


class Piece:
    """Some words and the terminal of the grammar that they are.

    What lark takes for a token, without a copy of the words: it looks at the type alone. (At the
    end of a text it asks the last token for its line and column as well; we work those out only
    when a person looks.)
    """

    __slots__ = ("end_pos", "mark", "start_pos", "type", "words")

    line = column = end_line = end_column = None

    def __init__(self, terminal: str, words: str, start: int, end: int, mark: str = "") -> None:
        """Words of the source between two offsets, and the mark before them, "(a)" or "1."."""
        self.type = terminal
        self.mark = mark
        self.words = words
        self.start_pos = start
        self.end_pos = end

    def called(self, terminal: str) -> "Piece":
        """The same words as another terminal."""
        return Piece(terminal, self.words, self.start_pos, self.end_pos, self.mark)
