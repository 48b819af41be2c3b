"""Lines -> Footnotes: their texts, set in the mask, and the marks that point to them.

Footnotes count through a document, so a line that begins with a number is a footnote only when that number is the next
one (or a mark says that numbers between were lost). Where the first footnote is printed without a space after its number
(`1Parool`), all are, and `3 Ook` at the start of a line is a mark that slipped.
Refuses a line as part of a footnote once the footnote is finished (end mark, address) or a line is left empty.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from relaas.structure import marks
from relaas.structure.lines import FOOTNOTE, FURNITURE, TEXT, Line, Mask

_NOTE = re.compile(
    r"(?P<number>\d{1,3})(?P<space> ?)(?=[A-Z«“‘\"(]|https?:|www\.|[a-z-]{2,}\.[a-z]{2,}"
    r"|(?:zie|de|het|o\.a\.|bijlage|idem|ibidem|artikel|art\.) )"
)
_NUMERIC_NOTE = re.compile(r"(?P<number>\d{1,3})(?P<space> )(?=\d)")
_INLINE = re.compile(r"(?<= )(?P<number>\d{1,2}) (?=[A-Z«]|https?://)")
_CITATION = re.compile(r"https?://|(?:Kamerstuk|Aanhangsel|Bijlage|Website)|[A-Z][^.,;]{2,40}, \d{1,2} [a-z]{3,9} \d{4}")
_PAGE_END = re.compile(r" - ")
_UNFINISHED = re.compile(r"[-/–,(«]$")
_END_MARK = re.compile(r"[.?!:][\"'’”»)\]]*$")
_WIDE = 72
_LONGEST = 12
_LOST = 3


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its number, where number, text and end stand, and where its mark stands if one was found."""

    number: int
    start: int
    text_start: int
    end: int
    mark: int | None = None


def find(lines: Sequence[Line], mask: Mask, *, body: int, headings: Collection[int] = ()) -> tuple[Footnote, ...]:
    """Return the footnotes in order; their texts and marks are set in the mask. `headings` are where headings start."""
    every = [line for line in lines if line.start >= body]
    lines = [line for line in every if mask[line.start] == TEXT]
    pointing = marks.clear(lines, mask)
    notes = _on_lines(lines, mask, frozenset(headings), frozenset(n for m in pointing for n in m.numbers))
    notes += _in_lines(
        lines,
        mask,
        {n: m.start for m in pointing if m.form == "bracketed" for n in m.numbers},
        after=notes[-1].number if notes else 0,
    )
    for note in notes:
        mask.set(note.start, note.end, FOOTNOTE)
    places = marks.settle(every, mask, pointing, {note.number: note.start for note in notes})
    return tuple(replace(note, mark=places.get(note.number)) for note in notes)


def _on_lines(lines: Sequence[Line], mask: Mask, headings: Collection[int], marked: Collection[int]) -> list[Footnote]:
    """Return the footnotes that begin a line."""
    out: list[Footnote] = []
    candidates = {n: m for n, line in enumerate(lines) if (m := _begins(line, marked)) and line.start not in headings}
    glued = any(m["number"] == "1" and not m["space"] for m in candidates.values())
    due = 1
    first = block = -1  # the line after the last footnote, while footnotes follow each other
    for n in sorted(candidates):
        match = candidates[n]
        number = int(match["number"])
        skipped = due < number <= due + _LOST and number in marked
        if not (number == due or skipped) or (glued and match["space"]) or (out and lines[n].start < out[-1].end):
            continue
        first = n if block != n else first
        last = _last_line(lines, n, candidates, mask)
        last = _to_heading(lines, first, last, candidates, headings)
        out.append(Footnote(number, lines[n].start, lines[n].start + match.end(), lines[last].end))
        due, block = number + 1, last + 1
    return out


def _begins(line: Line, marked: Collection[int]) -> re.Match[str] | None:
    """Match a line that may begin a footnote; one whose text is a number must have a mark."""
    match = _NOTE.match(line.text)
    if match is None:
        match = _NUMERIC_NOTE.match(line.text)
        return match if match and int(match["number"]) in marked else None
    return match


def _last_line(lines: Sequence[Line], first: int, candidates: Collection[int], mask: Mask) -> int:
    last = first
    while (
        last + 1 < len(lines) and last - first < _LONGEST and last + 1 not in candidates and _goes_on(lines, (first, last), mask)
    ):
        last += 1
    return last


def _goes_on(lines: Sequence[Line], entry: tuple[int, int], mask: Mask) -> bool:
    """Tell whether the footnote on lines `entry` goes on below."""
    first, last = entry
    line, following = lines[last].text, lines[last + 1]
    if following.gap or any(mask[i] == FURNITURE for i in range(lines[last].end, following.start)):
        return False
    if _UNFINISHED.search(line) or following.text.startswith("("):
        return True
    whole = " ".join(entry.text for entry in lines[first : last + 1])
    if whole.count("(") > whole.count(")") or whole.count("«") > whole.count("»"):
        return True
    return len(line) >= _WIDE and line[-1] not in ".?!)»"


def _to_heading(lines: Sequence[Line], block: int, last: int, candidates: Collection[int], headings: Collection[int]) -> int:
    """Return the last line of a footnote whose rest stands before a heading: lines without an end mark after finished text."""
    if block > 0 and not _END_MARK.search(lines[block - 1].text):
        return last
    k = last + 1
    while k < len(lines) and k - last <= _LOST and k not in candidates and not lines[k].gap and lines[k].start not in headings:
        k += 1
    ended = k == len(lines) or lines[k].start in headings
    if k - 1 > last and ended and not any(_END_MARK.search(line.text) for line in lines[last + 1 : k]):
        return k - 1
    return last


def _in_lines(lines: Sequence[Line], mask: Mask, marked: dict[int, int], *, after: int) -> list[Footnote]:
    """Return the footnotes inside long lines, at the foot of what was a page: number, text, up to the page's end."""
    out: list[Footnote] = []
    due = after + 1
    for line in lines:
        found: list[tuple[int, int, int]] = []
        for match in _INLINE.finditer(line.text):
            number, at = int(match["number"]), line.start + match.start()
            shown = marked.get(number, len(line.text) + line.end) < at or _CITATION.match(line.text, match.end())
            if not due <= number <= due + _LOST or not shown or mask[at] != TEXT:
                continue
            found.append((number, at, line.start + match.end()))
            due = number + 1
        for (number, at, begin), stop in zip(found, [*(f[1] for f in found[1:]), line.end], strict=False):
            out.append(Footnote(number, at, begin, _page_end(line, mask, begin, stop)))
    return out


def _page_end(line: Line, mask: Mask, begin: int, stop: int) -> int:
    """Return where a footnote inside a line ends: before the page's foot, a dash that stands for it, or the next footnote."""
    dash = _PAGE_END.search(line.text, begin - line.start, stop - line.start)
    end = line.start + dash.start() if dash else stop
    for i in range(begin, end):
        if mask[i] == FURNITURE:
            end = i
            break
    while end > begin + 1 and line.text[end - 1 - line.start] == " ":
        end -= 1
    return end
