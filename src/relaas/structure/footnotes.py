"""Lines -> Footnotes: their texts, and the marks that point to them, set in the mask.

Footnotes count through a document, so a line that begins with a number is a footnote only when that number is the next
one, and a mark only when its number has a footnote. Where the first footnote is printed without a space after its number
(`1Parool`), all are, and `3 Ook` at the start of a line is a mark that slipped.
Refuses a line as part of a footnote once the footnote is finished (end mark, address) or a line is left empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relaas.structure.lines import FOOTNOTE, MARK, TEXT, Line, Mask

_NOTE = re.compile(r"(?P<number>\d{1,3})(?P<space> ?)(?=[A-Z«“‘\"(]|https?:|www\.|[a-z]{2,}\.[a-z]{2,}|(?:zie|o\.a|de|het) )")
_INLINE = re.compile(r"(?<= )(?P<number>\d{1,2}) (?=[A-Z«]|https?://)")
_BRACKETED = re.compile(r"\[(?P<number>\d{1,3})(?: \d{1,3})* ?\]")
_MARK = re.compile(r"(?:(?<=[a-zà-ÿ]{4})|(?<=[.?!,;:»”’)\]]))(?P<number>\d{1,3})(?:, ?\d{1,3})*(?![\d%.,]\d|\w)")
_SLIPPED = re.compile(r"(?P<number>\d{1,3})(?: \d{1,3})*(?=[ ,.;?!)]|$)")
_UNFINISHED = re.compile(r"[-/–,(«]$")
_WIDE = 72


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its number, where its number and text stand."""

    number: int
    start: int
    text_start: int
    end: int


def find(text: str, lines: Sequence[Line], mask: Mask, *, body: int) -> tuple[Footnote, ...]:
    """Return the footnotes, in order; texts and marks are set in the mask."""
    lines = [line for line in lines if line.start >= body and mask[line.start] == TEXT]
    notes = list(_on_lines(lines))
    notes += _in_lines(text, lines, mask, after=notes[-1].number if notes else 0)
    for note in notes:
        mask.set(note.start, note.end, FOOTNOTE)
    numbers = frozenset(note.number for note in notes)
    for line in lines:
        _set_marks(line, mask, numbers)
    return tuple(notes)


def _on_lines(lines: Sequence[Line]) -> list[Footnote]:
    out: list[Footnote] = []
    candidates = {n: m for n, line in enumerate(lines) if (m := _NOTE.match(line.text))}
    glued = any(m["number"] == "1" and not m["space"] for m in candidates.values())
    due, n = 1, 0
    while n < len(lines):
        match = candidates.get(n)
        if match is None or int(match["number"]) != due or (glued and match["space"]):
            n += 1
            continue
        last = n
        while last + 1 < len(lines) and last - n < 12 and last + 1 not in candidates and _goes_on(lines, n, last):
            last += 1
        start = lines[n].start
        out.append(Footnote(due, start, start + match.end(), lines[last].end))
        due, n = due + 1, last + 1
    return out


def _goes_on(lines: Sequence[Line], first: int, last: int) -> bool:
    """Tell whether the footnote that began on line `first` goes on after line `last`."""
    line, following = lines[last].text, lines[last + 1]
    if following.gap:
        return False
    if _UNFINISHED.search(line):
        return True
    whole = " ".join(entry.text for entry in lines[first : last + 1])
    if whole.count("(") > whole.count(")") or whole.count("«") > whole.count("»"):
        return True
    return len(line) >= _WIDE and line[-1] not in ".?!)»"


def _in_lines(text: str, lines: Sequence[Line], mask: Mask, *, after: int) -> list[Footnote]:
    """Return the footnotes that stand inside a long line, at the foot of what was a page."""
    out: list[Footnote] = []
    return out


def _set_marks(line: Line, mask: Mask, numbers: frozenset[int]) -> None:
    for match in _BRACKETED.finditer(line.text):
        mask.set(line.start + match.start(), line.start + match.end(), MARK)
    if not numbers:
        return
    slipped = _SLIPPED.match(line.text)
    if slipped and int(slipped["number"]) in numbers and mask[line.start] == TEXT:
        pass
    for match in _MARK.finditer(line.text):
        if int(match["number"]) in numbers and mask[line.start + match.start()] == TEXT:
            mask.set(line.start + match.start(), line.start + match.end(), MARK)
