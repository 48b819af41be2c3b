"""Lines -> Blocks: which stretch of the text is a question, an answer, the introduction.

Where every unit has a heading with its number (Tweede Kamer), headings cut the text. Elsewhere a heading opens a section
(*Antwoord*), and numbers at the start of a line cut the section into units; a number counts only when it goes on with the
count, so that dates, table cells and lists inside an answer stay what they are.
Refuses nothing: a text without headings and numbers is one block of kind `context`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from relaas.structure import headings, numbering, offices
from relaas.structure.headings import HEADING_LENGTH, Block, BlockKind
from relaas.structure.layouts import Layout
from relaas.structure.lines import FURNITURE, HEADER, HEADING, TEXT, Line, Mask
from relaas.structure.subquestions import asks

_ITEM = re.compile(
    r"(?P<label>\d{1,3}(?:[.°)]?(?: ?, ?| en | tot en met | tot | t/m |[-–/]| & )\d{1,3}){0,12})(?P<end>\.(?!\d)|[°)])[\s.:]*"
)
#: "Art. 5. ? 1. De": a question mark behind a clause that has ended is a section sign that was lost.
_INLINE_ITEM = re.compile(
    r"(?<=[.?!:;)»”\"'])(?<![.,:] \?)(?<!:\"\?)\s{0,3}(?P<label>\d{1,2}(?:(?:\.? en |\.? tot |, )\d{1,2})?)\.\s{0,3}"
    r"(?!(?:en|tot) \d)(?=[^\W\d_]|[-–\"“‘«(]|\d{1,3}[.,]\d)"
)
_FIRST_ITEM = re.compile(r"(?P<word>Antwoord(?:en)?|ANTWOORD(?:EN)?) 1\. ?")  # the number is that of the first item
#: A line that is only a number (*804*, *1.190*, *12,5 %*, *€ 300*); a row of a table has several below each other.
_CELL = re.compile(r"(?:€ ?)?[-–−+]?\d(?:[\d.,]*\d)?(?: ?[%€])?")
_FURTHEST_STEP = 3


def find(text: str, lines: Sequence[Line], layout: Layout, mask: Mask, *, body: int) -> tuple[Block, ...]:
    """Return the blocks of the text from offset `body` on, in order; headings and item numbers are set in the mask."""
    body_lines = tuple(line for line in lines if line.start >= body and mask[line.start] == TEXT)
    found = list(headings.find(body_lines, layout))
    found += [h for h in headings.inside(body_lines, layout) if h.numbers or not any(f.kind == h.kind for f in found)]
    found.sort(key=lambda h: h.start)
    item = _FIRST_ITEM.fullmatch(text, found[0].start, found[0].end) if layout.items and len(found) == 1 else None
    if item:
        found = [replace(found[0], end=item.end("word"), label=None, numbers=())]
    lines = sorted((*body_lines, *_behind(found, body_lines)), key=lambda line: line.start)
    sections = list(_cut(text, found, mask, body))
    named = any(s.kind == "question" for s in sections)
    if any(h.numbers for h in found):
        listing = "question" if named else "context"
        return tuple(
            unit
            for s in sections
            for unit in (_listed(text, lines, s, layout, mask) if s.kind == listing and not s.numbers else (s,))
        )
    sections = list(_sections(sections))
    if layout.items and sum(s.kind == "answer" for s in sections) > 1:
        return tuple(_taking_turns(text, lines, sections, layout, mask))
    return tuple(block for section in sections for block in _items(text, lines, section, layout, mask))


def _behind(found: Sequence[Block], lines: Sequence[Line]) -> Iterator[Line]:
    """Yield what stands behind a heading on its line, as a line of its own."""
    for heading in found:
        line = lines[bisect_left(lines, heading.start + 1, key=lambda line: line.start) - 1]
        words = line.text[heading.end - line.start :].strip()
        if words:
            yield Line(line.end - len(words), line.end, words, gap=False)


def _listed(text: str, lines: Sequence[Line], section: Block, layout: Layout, mask: Mask) -> Iterator[Block]:
    """Yield the numbered questions of a section above numbered answers, or the section where it has no such numbers."""
    question = replace(section, kind="question")
    if layout.items and len(_numbered(lines, question, mask)) > 1:
        yield from _items(text, lines, question, layout, mask)
    else:
        yield section


def _taking_turns(text: str, lines: Sequence[Line], sections: Sequence[Block], layout: Layout, mask: Mask) -> Iterator[Block]:
    """Yield the units where every numbered question has its answer below it: what counts on and asks ends the answer."""
    count = 0
    for n, section in enumerate(sections):
        if section.kind != "answer" or n + 1 == len(sections) or sections[n + 1].kind != "answer":
            units = (section,) if section.kind == "answer" and count else tuple(_items(text, lines, section, layout, mask))
            numbers = [number for unit in units if unit.kind == "question" for number in unit.numbers]
            count = max([count, *numbers])
            yield from units
            continue
        item = _next_question(text, lines, section, mask, count + 1) if count else None
        yield replace(section, end=item.start) if item else section
        if item:
            mask.set(item.start, item.end, HEADING)
            yield replace(item, kind="question", start=item.end, end=section.end)
            count = item.numbers[-1]


def _next_question(text: str, lines: Sequence[Line], answer: Block, mask: Mask, due: int) -> Block | None:
    """Return the number `due` that begins a line of an answer, when what it begins asks up to the next heading."""
    start, end = mask.trim(text, answer.start, answer.end)
    for line in reversed(_within(lines, answer)):
        item = _ITEM.match(line.text[:HEADING_LENGTH])
        numbers = numbering.read(item["label"]) if item else None
        if item and numbers and numbers[0] == due and line.start > start and asks(text[line.start + item.end() : end]):
            return Block("answer", line.start, line.start + len(item[0].rstrip(" \t:")), item["label"], numbers)
    return None


def _cut(text: str, found: Sequence[Block], mask: Mask, body: int) -> Iterator[Block]:
    """Yield the block below each heading, and what stands before the first one as context."""
    edges = [h.start for h in found] + [len(text)]
    if edges[0] > body:
        yield Block("context", body, edges[0])
    for heading, end in zip(found, edges[1:], strict=True):
        mask.set(heading.start, heading.end, HEADING)
        yield Block(heading.kind, heading.end, end, heading.label, heading.numbers)


def _sections(sections: Sequence[Block]) -> Iterator[Block]:
    """Yield the sections; the text before the first answer is the question where no heading says so."""
    named = any(s.kind == "question" for s in sections)
    for section in sections:
        yield replace(section, kind="question") if section.kind == "context" and not named else section


def _items(text: str, lines: Sequence[Line], section: Block, layout: Layout, mask: Mask) -> Iterator[Block]:
    """Yield the numbered units of a section; what stands before the first number introduces them."""
    if not layout.items or section.kind not in ("question", "answer"):
        yield section
        return
    items = _numbered(lines, section, mask)
    if len(items) < 2:
        items = _numbered_inline(text, section, mask, items)
    elif section.kind == "question":
        items = list(_filled(text, section, mask, items))
    first = items[0].start if items else section.end
    start, end = mask.trim(text, section.start, first)
    if start < end:
        kind: BlockKind = section.kind if section.kind == "answer" else "context"
        yield Block(kind, start, end)
    ends = [*(item.start for item in items[1:]), section.end][: len(items)]
    for item, stop in zip(items, ends, strict=True):
        mask.set(item.start, item.end, HEADING)
        yield Block(section.kind, item.end, stop, item.label, item.numbers)


def _numbered(lines: Sequence[Line], section: Block, mask: Mask) -> list[Block]:
    """Return the numbers that begin a line and go on with the count of the section."""
    found: list[Block] = []
    style = None
    for line in _within(lines, section):
        item = _ITEM.match(line.text[:HEADING_LENGTH])
        numbers = numbering.read(item["label"]) if item else None
        if item is None or numbers is None or mask[line.start] != TEXT:
            continue
        style = style or item["end"]
        if item["end"] == style:
            end = line.start + len(item[0].rstrip(" \t:"))
            found.append(Block(section.kind, line.start, end, item["label"], numbers))
    return _counting(found, must_begin=section.kind == "question")


def _within(lines: Sequence[Line], section: Block) -> Sequence[Line]:
    """Return the lines that begin in a section."""
    first = bisect_left(lines, section.start, key=lambda line: line.start)
    return lines[first : bisect_left(lines, section.end, key=lambda line: line.start)]


def _counting(found: Sequence[Block], *, must_begin: bool) -> list[Block]:
    """Return the headings that count on from each other; a list that begins again at 1 inside a unit belongs to that unit."""
    out: list[Block] = []
    last = inner = 0
    for n, heading in enumerate(found):
        first = heading.numbers[0]
        if first == 1 and last:
            inner = 1
        elif inner and first == inner + 1 and (first != last + 1 or any(h.numbers[0] == first for h in found[n + 1 :])):
            inner = first
        elif last < first <= last + _FURTHEST_STEP and (last or first == 1 or not must_begin):
            out.append(heading)
            last, inner = heading.numbers[-1], 0
    return out


def _numbered_inline(text: str, section: Block, mask: Mask, begun: list[Block]) -> list[Block]:
    """Return the numbers inside a line that count on from those that `begun`, for a text that lost its line breaks."""
    out = list(begun)
    last = begun[-1].numbers[-1] if begun else 0
    start = begun[-1].end if begun else section.start
    step = 2 if section.kind == "answer" and begun else 1  # an answer may pass over a question
    for match in _INLINE_ITEM.finditer(text, start, section.end):
        numbers = numbering.read(match["label"])
        if numbers and last < numbers[0] <= last + step and mask[match.start("label")] == TEXT:
            out.append(Block(section.kind, match.start("label"), match.end("label") + 1, match["label"], numbers))
            last = numbers[-1]
    return out if len(out) > 1 else begun


def _filled(text: str, section: Block, mask: Mask, items: Sequence[Block]) -> Iterator[Block]:
    """Yield the items, and those between that stand inside a line where the count skips them or stops before them."""
    for item, following in zip(items, [*items[1:], None], strict=False):
        yield item
        stop, last = (following.start, following.numbers[0]) if following else (section.end, item.numbers[-1] + _FURTHEST_STEP)
        due = item.numbers[-1] + 1
        for match in _INLINE_ITEM.finditer(text, item.end, stop):
            numbers = numbering.read(match["label"])
            if numbers and numbers[0] == due and numbers[-1] < last and mask[match.start("label")] == TEXT:
                yield Block(section.kind, match.start("label"), match.end("label") + 1, match["label"], numbers)
                due = numbers[-1] + 1


def counted(text: str, lines: Sequence[Line], section: Block, mask: Mask) -> tuple[Block, ...]:
    """Return the numbers of a section that count on from each other: those that begin a line, else those inside one."""
    items = _numbered(lines, section, mask)
    return tuple(items if len(items) > 1 else _numbered_inline(text, section, mask, items))


def heading_starts(lines: tuple[Line, ...], layout: Layout) -> frozenset[int]:
    """Return where headings begin that stand on a line of their own."""
    return frozenset(h.start for h in headings.find(lines, layout))


def first_heading(lines: tuple[Line, ...], layout: Layout, length: int) -> int:
    """Return where the first heading stands, or the end of the text when there is none."""
    return min(heading_starts(lines, layout), default=length)


def set_furniture(lines: Sequence[Line], layout: Layout, mask: Mask) -> None:
    """Set page numbers, page feet and running heads in the mask; a number beside another on the next line is a table's cell."""
    cells = {line.start for pair in pairwise(lines) if _are_cells(*pair) for line in pair}
    for line in lines:
        if line.start in cells:
            continue
        if len(line.text) <= HEADING_LENGTH and any(p.fullmatch(line.text) for p in layout.furniture):
            mask.set(line.start, line.end, FURNITURE)
        elif layout.inline_furniture:
            for pattern in layout.inline_furniture:
                for match in pattern.finditer(line.text):
                    mask.set(line.start + match.start(), line.start + match.end(), FURNITURE)


def _are_cells(line: Line, following: Line) -> bool:
    return not following.gap and all(_CELL.fullmatch(cell.text) for cell in (line, following))


def set_answer_head(lines: Sequence[Line], layout: Layout, mask: Mask) -> tuple[Line, ...]:
    """Set the name, office and reference around the word ANTWOORD in the mask; return the lines of name and office."""
    after = next((p for k, p in layout.headings if k == "after_answer"), None)
    answer = next((p for k, p in layout.headings if k == "lone_answer"), None)
    if after is None or answer is None:
        return ()
    heads: list[Line] = []
    for n, line in enumerate(lines):
        if mask[line.start] or not answer.fullmatch(line.text):
            continue
        k = n + 1
        while k < len(lines) and k < n + 6 and after.fullmatch(lines[k].text):
            mask.set(lines[k].start, lines[k].end, HEADER)
            k += 1
        k = n - 1
        while layout.capitals_before_answer and k >= 0 and n - k <= 8 and offices.in_capitals(lines[k].text):
            mask.set(lines[k].start, lines[k].end, HEADER)
            heads.insert(0, lines[k])
            k -= 1
        break
    return tuple(heads)
