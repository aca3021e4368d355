"""The header block of a draft as properties of a file, from which it can be read back exactly."""

from collections import Counter

#: The names of the properties that hold the lines of the header block begin so.
PREFIX = "Draft."
#: The property that names the keys in their order: word processors sort properties.
ORDER = "Draft"


def draft_properties(header: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """A property for each line: ("Draft.Status", "zero draft"); a file has each name once."""
    if not header:
        return ()
    seen: Counter[str] = Counter()
    found: list[tuple[str, str]] = []
    for key, value in header:
        seen[key] += 1
        again = f"#{seen[key]}" if seen[key] > 1 else ""
        found.append((f"{PREFIX}{key}{again}", value))
    return (*found, (ORDER, "; ".join(key for key, _ in header)))
