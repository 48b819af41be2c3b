"""Passage -> sentences: half-open spans into the passage, in order, without overlap.

The plain rule of `relaas.boundaries` finds the ends within running text. Lines decide what the rule cannot: a list item, a
heading and a table cell are sentences of their own.
Refuses nothing; a passage without an end mark is one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from relaas import assets, boundaries
from relaas.model import Passage, Span
from relaas.structure.lines import is_break

_BULLET = re.compile(
    r"(?:[-–—•▪◦·*➢✓\uf0b7\uf0a7\uf02d]|o(?=\s))(?:\s|$)|[a-z]\)|[ivx]{1,4}\)|\d{1,2}\)|\([a-z0-9]{1,2}\)\s|[a-z]\.\s"
)
#: An item whose line break was lost (*overleg:- in Gent; …;- in Genk*): a dash on the mark that ends what stands before it.
_LOST_ITEM = re.compile(r"(?<=[^\W_][;:.])-(?= \w)|(?<=[)\]»”\"’%€][;:.])-(?= \w)")
_LABEL = re.compile(r"(?:\d{1,2}|[a-z])[.)]")
_HEADING_LENGTH = 60
_NARROW = 0.6
_HEADING_LINES = 4
_QUESTION = re.compile(r"(?:[A-Z]\w+ )?[Vv]ra(?:ag|gen) ")
_GO_ON = frozenset({"van", "de", "het", "en", "voor", "aan", "der", "den", "te", "met", "belast", "heer", "mevrouw", "lid"})
_CELL = re.compile(r"[\d.,%€#+/ -]{0,23}[\d%€]")


def cut(passage: Passage, source: str) -> tuple[Span, ...]:
    """Return the sentences of a passage; `source` is the text it was made from, whose lines help."""
    text = passage.text
    lost = {match.start() for match in _LOST_ITEM.finditer(text)}
    breaks = sorted(boundaries.ends(text) | _line_breaks(passage, source) | lost)
    out: list[Span] = []
    start = 0
    for end in [*breaks, len(text)]:
        first, last = start, end
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last and not (_LABEL.fullmatch(text, first, last) and end < len(text)):
            out.append(Span(first, last))
            start = end
    return tuple(out)


def _line_breaks(passage: Passage, source: str) -> set[int]:
    """Return where a line of the source starts a sentence whatever its punctuation."""
    text, offsets = passage.text, passage.offsets
    starts = [0]
    for i, c in enumerate(text):
        if (c == " " and is_break(source[offsets[i]])) or (c == " " and _breaks_within(source, offsets, i)):
            starts.append(i + 1)
    found: set[int] = set()
    ends = [*starts[1:], len(text) + 1]
    widest = max(end - start for start, end in zip(starts, ends, strict=True))
    for n in range(1, len(starts)):
        before = text[starts[n - 1] : ends[n - 1] - 1]
        line = text[starts[n] : ends[n] - 1]
        earlier = text[max(0, starts[n - 1] - 3) : starts[n - 1]].rstrip()[-1:] if n > 1 else "."
        cells = _is_cell(before) and (_is_cell(line) or (n > 1 and _is_cell(text[starts[n - 2] : ends[n - 2] - 1])))
        if _BULLET.match(line) or cells or (before.endswith(":") and line[:1].isupper()):
            found.add(starts[n])
        elif len(before) < _NARROW * widest and _is_heading(before, line, earlier):
            found.add(starts[n])
            found.add(starts[n - 1])
    found |= _below_headings([text[start : end - 1] for start, end in zip(starts, ends, strict=True)], starts)
    found.discard(0)
    return found


def _below_headings(rows: Sequence[str], starts: Sequence[int]) -> set[int]:
    """Return where the lines begin that say who asks whom, and what stands below them: no name runs on from one to the other."""
    found: set[int] = set()
    for n, row in enumerate(rows):
        if not _QUESTION.match(row):
            continue
        last = n
        while last + 1 < len(rows) and not _ends_heading(rows[last], rows[last + 1]) and last - n < _HEADING_LINES:
            last += 1
        if last + 1 < len(rows) and _who_asks_whom().fullmatch(" ".join(rows[n : last + 1])):
            found |= {starts[n], starts[last + 1]}
    return found


def _ends_heading(row: str, following: str) -> bool:
    """Tell whether a heading may end with this line: not on a small word or a comma, nor above one that begins small."""
    goes_on = row.endswith((",", "-")) or row.rpartition(" ")[2] in _GO_ON
    return following[:1].isupper() and not goes_on


@cache
def _who_asks_whom() -> re.Pattern[str]:
    rows = assets.load_yaml("data", "layouts", "headings", "every.yaml")
    return re.compile(rows["who_asks_whom"]["pattern"].replace("{office}", rows["office"]))


def _breaks_within(source: str, offsets: tuple[int, ...], i: int) -> bool:
    end = offsets[i + 1] if i + 1 < len(offsets) else offsets[i]
    return end - offsets[i] < 2000 and any(is_break(c) for c in source[offsets[i] : end])


def _is_cell(line: str) -> bool:
    return bool(_CELL.fullmatch(line)) and any(c.isdigit() for c in line)


def _is_heading(before: str, line: str, earlier: str) -> bool:
    """Tell whether `before` is a heading: a short line with a capital and no end mark, after a finished line."""
    if not before or len(before) > _HEADING_LENGTH or not before[0].isupper() or before[-1] in ".,;:?!-–":
        return False
    words = before.split()
    return line[:1].isupper() and earlier in ".?!:»”)" and len(words) <= 6 and len(words[-1]) >= 4


def is_item(words: str) -> bool:
    """Tell whether words begin a list item: a bullet, a dash, `a)`, `1)`."""
    return bool(_BULLET.match(words))
