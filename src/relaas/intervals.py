"""Spans with values -> which of them lie in, hold, or meet another span.

What a claim is about, which sentence a number stands in: such questions are asked once for every finding of a document. Looked
up here, in lists that are sorted once, they cost what is found and not what there is. Refuses nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from relaas.model import Span

Value = TypeVar("Value")


class Intervals(Generic[Value]):
    """Values by the spans where they stand; every answer keeps the order in which they were given.

    >>> words = Intervals([(Span(0, 4), "dijk"), (Span(5, 13), "en sluis"), (Span(8, 13), "sluis")])
    >>> words.inside(Span(5, 20)), words.holding(Span(9, 10)), words.meeting(Span(3, 6))
    (['en sluis', 'sluis'], ['en sluis', 'sluis'], ['dijk', 'en sluis'])
    """

    def __init__(self, pairs: Iterable[tuple[Span, Value]]) -> None:
        given = list(pairs)
        order = sorted(range(len(given)), key=lambda n: (given[n][0].start, n))
        self._values = [value for _, value in given]
        self._rows = [(n, given[n][0].start, given[n][0].end) for n in order]
        self._starts = [start for _, start, _ in self._rows]
        self._furthest = list(accumulate((end for _, _, end in self._rows), max))

    def inside(self, span: Span) -> list[Value]:
        """Return the values whose spans lie in this one."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._given(n for n, _, end in self._rows[first:last] if end <= span.end)

    def holding(self, span: Span) -> list[Value]:
        """Return the values whose spans hold all of this one."""
        return self._given(self._back(bisect_right(self._starts, span.start), span.end))

    def meeting(self, span: Span) -> list[Value]:
        """Return the values whose spans have a character in common with this one."""
        return self._given(self._back(bisect_left(self._starts, span.end), span.start + 1))

    def _back(self, before: int, least: int) -> Iterator[int]:
        """Yield which of the first `before` rows end at `least` or later; the search ends where none before does."""
        for k in range(before - 1, -1, -1):
            if self._furthest[k] < least:
                return
            if self._rows[k][2] >= least:
                yield self._rows[k][0]

    def _given(self, numbers: Iterable[int]) -> list[Value]:
        return [self._values[n] for n in sorted(numbers)]
