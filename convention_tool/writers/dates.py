"""The moment that a file says it was made at: the same for the same draft, on any day."""

import os
import re
from datetime import UTC, date, datetime

#: What a file says where nothing else does: the first day that a zip archive can hold.
EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
#: The last such day.
_LATEST = datetime(2107, 12, 31, tzinfo=UTC)

#: The variable by which reproducible builds set their date, in seconds since 1970.
_EPOCH = "SOURCE_DATE_EPOCH"


def moment(draft_date: str) -> datetime:
    """SOURCE_DATE_EPOCH where it is set, else the draft's own date, else a fixed day; in UTC.

    Args:
        draft_date: the value of "Date" in the draft's header: "2026-11-29", or anything.
    """
    epoch = os.environ.get(_EPOCH, "")
    if re.fullmatch(r"\d{1,11}", epoch):
        return _within(datetime.fromtimestamp(int(epoch), tz=UTC))
    try:
        day = date.fromisoformat(draft_date.strip())
    except ValueError:
        return EARLIEST
    return _within(datetime(day.year, day.month, day.day, tzinfo=UTC))


def _within(day: datetime) -> datetime:
    """A day that every format can hold."""
    return min(max(day, EARLIEST), _LATEST)
