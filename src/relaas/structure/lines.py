"""Text -> Lines, and what of the text is running text.

A line is where its words are, without the white space around them. `Mask` tells for every character what it is: running
text, page furniture, a footnote's text, a footnote mark, a heading. Later steps only ask the mask, so a footnote in the
middle of an answer is skipped by everything that reads the answer.
Refuses nothing: any string has lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

TEXT, FURNITURE, FOOTNOTE, MARK, HEADING, HEADER = range(6)

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_TITLE = re.compile(r"(?:> +)?#{1,6} +(?=\S)|> +(?=\S)|[*_](?=[^\s*_][^*]{0,200}[^\s*_][*_]$)")
_STRONG = re.compile(r"(?<![\w*])(?P<mark>\*\*|__)(?=[^\s*_])[^*\n]{0,400}?(?<=[^\s*_])(?P=mark)(?![*])")
_BREAKS = frozenset("\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line: [start, end) in the source, `gap` when an empty line stands before it."""

    start: int
    end: int
    text: str
    gap: bool


def is_break(character: str) -> bool:
    """Tell whether this character ends a line."""
    return character in _BREAKS


def split(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that hold a word, in order."""
    out: list[Line] = []
    last = -1
    for match in _LINE.finditer(text):
        raw = match[0]
        words = raw.strip()
        if not words:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        breaks = text.count("\n", last, start) if last >= 0 else 0
        if last >= 0 and breaks == 0:
            breaks = sum(c in _BREAKS for c in text[last:start])
        out.append(Line(start, start + len(words), words, breaks > 1))
        last = start + len(words)
    return tuple(out)


def cut(lines: Sequence[Line], own: Sequence[re.Pattern[str]]) -> tuple[Line, ...]:
    r"""Return the lines, each cut around every match of these patterns of what stands on a line of its own.

    >>> [line.text for line in cut(split("Komt er een brug? ANTWOORD Neen."), [re.compile("ANTWOORD")])]
    ['Komt er een brug?', 'ANTWOORD', 'Neen.']
    """
    out: list[Line] = []
    for line in lines:
        edges = {0, len(line.text)}.union(*(match.span() for pattern in own for match in pattern.finditer(line.text)))
        for start, end in pairwise(sorted(edges)):
            raw = line.text[start:end]
            if words := raw.strip():
                at = line.start + start + len(raw) - len(raw.lstrip())
                out.append(Line(at, at + len(words), words, line.gap and start == 0))
    return tuple(out)


def unmarked(lines: Sequence[Line], mask: Mask) -> tuple[Line, ...]:
    """Return the lines without the marks of Markdown at their ends; those, and those within, are set in the mask."""
    return tuple(_unmarked(line, mask) for line in lines)


def _unmarked(line: Line, mask: Mask) -> Line:
    spans = [match.span() for match in [_TITLE.match(line.text)] if match]
    if spans and line.text[0] in "*_":
        spans.append((len(line.text) - 1, len(line.text)))
    for match in _STRONG.finditer(line.text):
        width = len(match["mark"])
        spans += [(match.start(), match.start() + width), (match.end() - width, match.end())]
    for start, end in spans:
        mask.set(line.start + start, line.start + end, MARK)
    start, end = 0, len(line.text)
    while any(a <= start < b for a, b in spans) or line.text[start : start + 1] == " ":
        start += 1
    while end > start and (any(a < end <= b for a, b in spans) or line.text[end - 1] == " "):
        end -= 1
    if start >= end:
        return line
    return Line(line.start + start, line.start + end, line.text[start:end], line.gap)


class Mask:
    """What every character of a text is; all of it running text at first."""

    def __init__(self, length: int) -> None:
        self._marks = bytearray(length)

    def set(self, start: int, end: int, kind: int) -> None:
        """Say that [start, end) is of this kind."""
        self._marks[start:end] = bytes([kind]) * (end - start)

    def __len__(self) -> int:
        return len(self._marks)

    def __getitem__(self, i: int) -> int:
        return self._marks[i]

    def trim(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Return [start, end) without white space and all that is no running text at its ends; empty when nothing is left."""
        marks = self._marks
        while start < end and (marks[start] or text[start].isspace()):
            start += 1
        while end > start and (marks[end - 1] or text[end - 1].isspace()):
            end -= 1
        return start, end
