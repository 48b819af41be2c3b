"""Words that count from now -> EDTF: *vorige week*, *dit jaar*, *drie maanden geleden*, *in het najaar*.

The readings of the date grammar that need the day of the words and nothing else. Where that day is unknown, or the words leave
open which is meant, a reading gives None. Refuses *twee weken geleden*, which tells no day.
"""

from __future__ import annotations

import re
from datetime import timedelta

from relaas.extract.calendars import Calendar
from relaas.extract.edtf import limits
from relaas.extract.timewords import shift_of, words


def whole_year(match: re.Match[str], calendar: Calendar) -> str | None:
    """Read *vorig jaar*."""
    return f"{calendar.now.year + shift_of(match['moved']):04}" if calendar.now else None


def whole_month(match: re.Match[str], calendar: Calendar) -> str | None:
    """Read *vorige maand*."""
    if calendar.now is None:
        return None
    month = calendar.now.year * 12 + calendar.now.month - 1 + shift_of(match["moved"])
    return f"{month // 12:04}-{month % 12 + 1:02}"


def week(match: re.Match[str], calendar: Calendar) -> str | None:
    """Read *vorige week*: Monday to Sunday."""
    if calendar.now is None:
        return None
    monday = calendar.now - timedelta(days=calendar.now.weekday()) + timedelta(weeks=shift_of(match["moved"]))
    return f"{monday}/{monday + timedelta(days=6)}"


def weekday_of_week(match: re.Match[str], calendar: Calendar) -> str | None:
    """Read *vorige week dinsdag*, *dinsdag vorige week*."""
    if calendar.now is None:
        return None
    monday = calendar.now - timedelta(days=calendar.now.weekday())
    monday += timedelta(weeks=shift_of(match["moved"]))
    return str(monday + timedelta(days=words()["weekdays"][match["weekday"]]))


def weekend(match: re.Match[str], calendar: Calendar) -> str | None:
    """Read *volgend weekend*."""
    if calendar.now is None:
        return None
    saturday = calendar.now - timedelta(days=(calendar.now.weekday() - 5) % 7)
    moved = shift_of(match["moved"])
    if moved > 0 or (moved == 0 and calendar.now.weekday() < 5):
        saturday += timedelta(weeks=1)
    elif moved < 0 and calendar.now.weekday() >= 5:
        saturday -= timedelta(weeks=1)
    return f"{saturday}/{saturday + timedelta(days=1)}"


def weekday(match: re.Match[str], calendar: Calendar) -> str | None:
    """Read *maandag jl.*, *vorige maandag*."""
    if calendar.now is None:
        return None
    wanted = words()["weekdays"][match["weekday"]]
    groups = match.groupdict()
    moved = shift_of(groups["moved"]) if groups.get("moved") else (-1 if groups["mark"] in words()["past_marks"] else 1)
    if moved > 0:
        return str(calendar.now + timedelta(days=(wanted - calendar.now.weekday() - 1) % 7 + 1))
    return str(calendar.now - timedelta(days=(calendar.now.weekday() - wanted - 1) % 7 + 1))


def near_day(match: re.Match[str], calendar: Calendar) -> str | None:
    """Read *gisteren*."""
    return str(calendar.now + timedelta(days=words()["days"][match[0]])) if calendar.now else None


def back(match: re.Match[str], calendar: Calendar) -> str | None:
    """Read *drie maanden geleden*: as exact as its unit."""
    if calendar.now is None:
        return None
    count = int(words()["numbers"].get(match["count"]) or match["count"])
    unit = words()["back"][match["unit"]]
    if unit == "day":
        return str(calendar.now - timedelta(days=count))
    if unit == "year":
        return f"{calendar.now.year - count:04}"
    month = calendar.now.year * 12 + calendar.now.month - 1 - count
    return f"{month // 12:04}-{month % 12 + 1:02}"


def season_told(match: re.Match[str], calendar: Calendar) -> str | None:
    """Read *in het najaar*: the last or the next one, where the verb tells which."""
    if calendar.now is None or not calendar.side:
        return None
    code = words()["seasons"][match["season"]]
    for step in range(3):
        expression = f"{calendar.now.year - 1 + step if calendar.side > 0 else calendar.now.year + 1 - step}-{code}"
        bounds = limits(expression)
        if bounds and (bounds[0] > calendar.now if calendar.side > 0 else bounds[0] <= calendar.now):
            return expression
    return None


def season_by_now(match: re.Match[str], calendar: Calendar) -> str | None:
    """Read *afgelopen zomer*."""
    if calendar.now is None:
        return None
    code, moved = words()["seasons"][match["season"]], shift_of(match["moved"])
    for year in range(calendar.now.year - 1, calendar.now.year + 2):
        bounds = limits(f"{year}-{code}")
        if bounds is None:
            continue
        if moved == 0 and year == calendar.now.year:
            return f"{year}-{code}"
        if moved > 0 and bounds[0] > calendar.now:
            return f"{year}-{code}"
        if moved < 0 and bounds[1] < calendar.now <= bounds[1] + timedelta(days=366):
            return f"{year}-{code}"
    return None
