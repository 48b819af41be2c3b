"""A date in a header -> `datetime.date`.

Dutch month names and numbers only, day first. Refuses what is no date of the calendar.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_SHORT = {m[:3]: n for n, m in enumerate(_MONTHS, start=1)} | {"mrt": 3}
_NAMED = re.compile(r"(\d{1,2})\.? ?([a-z]{3,9})\.? ?(\d{4})", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def read(words: str) -> date | None:
    """Return the first date in `words`; None when there is none.

    >>> read("3 oktober 2014"), read("22/02/2017"), read("31 februari 2020")
    (datetime.date(2014, 10, 3), datetime.date(2017, 2, 22), None)
    """
    named, numbered = _NAMED.search(words), _NUMBERED.search(words)
    if named:
        month = _SHORT.get(named[2].lower()[:3], 0) if named[2].lower()[:3] in _SHORT else 0
        day, year = int(named[1]), int(named[3])
    elif numbered:
        day, month, year = (int(g) for g in numbered.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
