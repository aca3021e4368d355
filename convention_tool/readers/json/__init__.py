"""An instrument as `writers/json.py` writes it, read back to an equal tree.

The places that the file records are those of a source that we do not have. So the text is put
together from the words of the nodes, as a draft has them, and the nodes get their places in it.
"""

import json

from convention_tool.errors import UnreadableFileError
from convention_tool.readers.json.nodes import Tree
from convention_tool.readers.json.record import MisfitError, Record
from convention_tool.readers.reading import Confidence, Reading
from convention_tool.source import Source


def read(data: bytes, name: str) -> Reading:
    """The instrument in a JSON file.

    Args:
        data: the bytes of the file.
        name: what to call the file in messages.

    Raises:
        UnreadableFileError: it is no JSON, or not what this tool writes of an instrument.
    """
    tree = Tree()
    try:
        instrument = tree.instrument(Record(json.loads(data), "the file", 0))
    except (json.JSONDecodeError, UnicodeDecodeError) as problem:
        raise UnreadableFileError(f"{name} is broken JSON: {problem}") from problem
    except RecursionError as problem:
        raise UnreadableFileError(f"{name} is JSON nested deeper than any treaty") from problem
    except MisfitError as problem:
        raise UnreadableFileError(
            f"{name} is no instrument as this tool writes it: {problem}"
        ) from problem
    return Reading(Source(name, tree.text()), instrument, (), Confidence("JSON file"))
