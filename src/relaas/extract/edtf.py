"""EDTF expression -> DateRange: the bounds an expression allows.

    2023-09-27   2023-09   2023   2024-22 (summer)   2024-35 (third quarter)   2024-41 (second half)
    2022-09-13/2022-09-14   2020/..   ../2024-01-01

Level 0 and 1 of the Extended Date/Time Format, and the quarters and halves of level 2. A part of a year has the bounds of
its months; winter runs from December of its year into February.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from relaas.model import DateRange, Span

_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
#: Code of a part of a year -> first month and number of months.
_PARTS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)} | {33 + q: (1 + 3 * q, 3) for q in range(4)} | {40: (1, 6), 41: (7, 6)}


def limits(expression: str) -> tuple[date, date] | None:
    """Return the first and last day of a year, month, day or part of a year; None when the calendar has none.

    >>> limits("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    >>> limits("2021-02-30") is None
    True
    """
    found = _FORM.fullmatch(expression)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        first, count = _PARTS.get(month, (month, 1))
        last = first + count - 1
        over, ending = year + (last - 1) // 12, (last - 1) % 12 + 1
        return date(year, first, 1), date(over, ending, monthrange(over, ending)[1])
    except ValueError:
        return None


def date_range(expression: str, span: Span | None = None) -> DateRange | None:
    """Return the range of an expression, None when a date in it does not exist or its end lies before its start.

    An interval starts within its first part and ends within its second; a happening dated by one expression starts and
    ends somewhere within it.

    >>> date_range("2022-09-13/2022-09-14").latest_end
    datetime.date(2022, 9, 14)
    >>> date_range("2020/..").earliest_end is None
    True
    """
    first, _, second = expression.partition("/")
    start = limits(first) if first != ".." else None
    end = limits(second or first) if (second or first) != ".." else None
    if (start is None and first != "..") or (end is None and (second or first) != ".."):
        return None
    if start and end and end[1] < start[0]:
        return None
    low, high = start or (None, None), end or (None, None)
    return DateRange(expression, low[0], low[1], high[0], high[1], span)


def third(whole: DateRange, part: int) -> DateRange:
    """Return the same expression with the bounds of its first, second or last third (*begin*, *medio*, *eind*).

    >>> third(date_range("2023"), 3).earliest_start
    datetime.date(2023, 9, 1)
    """
    low, high = whole.earliest_start, whole.latest_end
    if low is None or high is None:
        return whole
    months = (high.year - low.year) * 12 + high.month - low.month + 1
    if months == 12:
        first, last = 4 * (part - 1) + 1, 4 * part
        start, end = date(low.year, first, 1), date(low.year, last, monthrange(low.year, last)[1])
    elif months == 1 and low.day == 1:
        start, end = low.replace(day=(1, 11, 21)[part - 1]), high if part == 3 else low.replace(day=10 * part)
    else:
        return whole
    return replace(whole, earliest_start=start, latest_start=end, earliest_end=start, latest_end=end)
