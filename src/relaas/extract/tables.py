"""Part, source -> the numbers that stand in a table, each with the label of its row.

A text keeps of a table only its cells: one on a line, or a row on a line, or all of them in a row. What shows it are numbers
beside numbers with nothing between them: lines that hold a number and no more, one after the other or each below a label, and
numbers in a row within a line.
Refuses a year (it heads a column or a row), and a lone number among words, which the rules for running text judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from relaas.model import Part

_NUMBER = r"(?:€ ?)?[-–−+]?\d(?:[\d.,]*\d)?(?: ?(?:%|€|euro\b))?"
_CELL = re.compile(_NUMBER)
_RUN = re.compile(rf"(?<!\S){_NUMBER}(?: (?:[-–−] )?{_NUMBER}){{2,}}(?!\S)")
_ROW = re.compile(rf"(?P<label>[^\W\d][^.;:?!]*?) (?P<cells>(?:[-–−] )?{_NUMBER}(?: (?:[-–−] )?{_NUMBER})+)")
_EMPTY = re.compile(r"[-–—/.]|n\.?v\.?t\.?|n\.?b\.?")
_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABEL = re.compile(r"[^\W\d][^.;?!]{0,79}")
_FEWEST = 3
_BEFORE = re.compile(r"(?:^|[.;:?!\d%] ?)(?P<label>[^\W\d][^.;:?!\d]{0,60})$")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a passage: [start, end) in its text."""

    start: int
    end: int
    text: str

    @property
    def is_cell(self) -> bool:
        return _CELL.fullmatch(self.text) is not None

    @property
    def is_empty(self) -> bool:
        return _EMPTY.fullmatch(self.text) is not None

    @property
    def is_label(self) -> bool:
        return self.text[:1].isupper() and _LABEL.fullmatch(self.text) is not None


def cells(part: Part, source: str) -> Mapping[int, str | None]:
    """Return where in the source the digits of each number of a table begin, with the label of its row where it has one."""
    passage = part.passage
    if passage is None:
        return {}
    rows = tuple(_rows(passage.text, passage.offsets, source))
    found: dict[int, str | None] = {}
    for start, end, label in (*_in_lines(rows), *_in_rows(rows), *_in_runs(passage.text)):
        for number in _DIGITS.finditer(passage.text, start, end):
            if not _YEAR.fullmatch(number[0]):
                found.setdefault(passage.offsets[number.start()], label)
    return found


def _rows(text: str, offsets: tuple[int, ...], source: str) -> Iterator[_Row]:
    start = 0
    for i, character in enumerate(text):
        if character == " " and i + 1 < len(offsets) and "\n" in source[offsets[i] : offsets[i + 1]]:
            yield _Row(start, i, text[start:i])
            start = i + 1
    yield _Row(start, len(text), text[start:])


def _in_lines(rows: Sequence[_Row]) -> Iterator[tuple[int, int, str | None]]:
    """Yield the lines that are a number: two or more one after the other, or three or more with a label between them.

    A dash for nothing counts as one; the year that heads a row is its label.
    """
    cells = [row.is_cell or row.is_empty for row in rows]
    beside = {n for n in range(1, len(rows)) if cells[n] and cells[n - 1]}
    sure = {n for n in beside | {n - 1 for n in beside} if rows[n].is_cell}
    below = [n for n in range(1, len(rows)) if rows[n].is_cell and rows[n - 1].is_label]
    for n in below:
        column = [n, n + 2, n + 4]
        if all(k in below for k in column):
            sure.update(column)
    label: str | None = None
    for n, row in enumerate(rows):
        if n in sure and _YEAR.fullmatch(row.text):
            label = row.text
        elif n in sure:
            yield row.start, row.end, label
        elif not cells[n]:
            label = row.text if _LABEL.fullmatch(row.text) else None


def _in_rows(rows: Sequence[_Row]) -> Iterator[tuple[int, int, str | None]]:
    """Yield the numbers at the end of lines that have as many of them as the line above or below."""
    matches = [_ROW.fullmatch(row.text) for row in rows]
    counts = [len(_CELL.findall(m["cells"])) if m else 0 for m in matches]
    for n, match in enumerate(matches):
        if match and counts[n] in (counts[n - 1] if n else 0, counts[n + 1] if n + 1 < len(rows) else 0):
            yield rows[n].start + match.start("cells"), rows[n].end, match["label"]


def _in_runs(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield numbers in a row within running text, where the lines of a table are lost."""
    for match in _RUN.finditer(text):
        numbers = [n[0] for n in _DIGITS.finditer(match[0])]
        dialled = any(n[0] == "0" and n[1:2].isdigit() for n in numbers)
        if not dialled and sum(1 for n in numbers if not _YEAR.fullmatch(n)) >= _FEWEST - 1:
            before = _BEFORE.search(text[max(0, match.start() - 80) : match.start()].rstrip())
            yield match.start(), match.end(), before["label"].strip() if before else None
