"""What a document tells of its days -> the year of a day that is named without one.

The nearest full date of the same day counts first, then a year in the same sentence, then the date of the words: the nearest such
day, on the side of it where the verb puts it. Refuses to tell where no date of the words is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from relaas.extract.edtf import limits

_STALE = 31  # days
_TURN = 2025  # a year of two digits is not read as later than this where no date of the words is known


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a date is read against: `now` is the date of the words, `known` the years the document gives a day of a month.

    `known` maps (month, day) to (sentence index, year) pairs; `nearby` are the years of full dates in the same sentence;
    `side` is -1 where what is dated is past, 1 where it is to come; `late`: the
    words were written some time after `now`, so that a past may lie behind it.
    """

    now: date | None = None
    sentence: int = 0
    known: Mapping[tuple[int, int], tuple[tuple[int, int], ...]] = field(default_factory=dict)
    nearby: tuple[int, ...] = ()
    side: int = 0
    late: bool = False

    def year_of(self, month: int, day: int) -> int | None:
        """Return the year of a day without one: as the nearest full date says, its sentence, else nearest to now, on its side."""
        given = self.known.get((month, day), ())
        if given:
            return min(given, key=lambda pair: (abs(pair[0] - self.sentence), pair[0]))[1]
        if self.nearby:
            return self.nearby[-1]
        return self.on_side(month, day)

    def on_side(self, month: int, day: int) -> int | None:
        """Return the year nearest to now on the calendar's side; what is said to come may have been written a month ago."""
        year = self.nearest(month, day)
        bounds = limits(f"{year}-{month:02}-{max(day, 1):02}") if year else None
        overdue = self.side > 0 and bounds is not None and self.now is not None and (self.now - bounds[0]).days > _STALE
        past = self.side < 0 and not self.late
        return self.nearest(month, day, side=self.side) if past or overdue else year

    def nearest(self, month: int, day: int, *, side: int = 0) -> int | None:
        """Return the year that brings a day nearest to now; `side` -1 takes the last one before, 1 the first after."""
        if self.now is None:
            return None
        around = []
        for year in (self.now.year - 1, self.now.year, self.now.year + 1):
            bounds = limits(f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}")
            if bounds and side * (bounds[0] - self.now).days >= 0:
                around.append((abs((bounds[0] - self.now).days), year))
        return min(around)[1] if around else None

    def century_of(self, short: int) -> int:
        """Return the year of two digits (*'45*): the last one that is not later than now."""
        now = self.now.year if self.now else _TURN
        return now - (now - short) % 100
