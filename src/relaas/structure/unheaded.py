"""Blocks -> Blocks, with the answers that no heading announces.

Three things show them in a text that asks and has no heading for an answer: below the questions the count begins again at 1
and nothing of it asks; every numbered question is set off by the marks of Markdown (`**1. Komt er een brug?**`), and what
stands below it is plain; or a line below one of them says yes or no. Words of who answers would else be those of who asks.
Refuses to guess: a list that asks, that begins in small letters, or that counts further than the questions do stays theirs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from relaas.structure import blocks
from relaas.structure.headings import Block
from relaas.structure.layouts import Layout
from relaas.structure.lines import HEADING, MARK, Line, Mask
from relaas.structure.subquestions import asks

_ASKED = re.compile(r"\?[\"'’”»)\]*_\s]*\Z")
_YES_NO = re.compile(r"(?:Ja|Nee|Neen)(?=[,.;: ])")
_REPLY = re.compile(rf"\s*{_YES_NO.pattern}")
_SENTENCE = re.compile(r"[\"'‘“«(]?[A-ZÀ-Þ€\d]")


def find(text: str, lines: Sequence[Line], found: Sequence[Block], layout: Layout, mask: Mask) -> tuple[Block, ...]:
    """Return the blocks, with answers cut from the questions they follow; the same blocks where nothing shows an answer."""
    questions = [block for block in found if block.kind == "question"]
    if any(block.kind in ("answer", "notice") for block in found) or not all(block.numbers for block in questions):
        return tuple(found)
    if not layout.items or not questions:
        return tuple(found)
    return _counted_again(text, lines, found, mask) or _set_off(text, lines, found, mask) or tuple(found)


def _counted_again(text: str, lines: Sequence[Line], found: Sequence[Block], mask: Mask) -> tuple[Block, ...]:
    """Return the blocks with the second count in the last one as answers; nothing where there is no such count."""
    last = found[-1]
    if last.kind != "question":
        return ()
    items = blocks.counted(text, lines, replace(last, kind="answer"), mask)
    asked = {number for block in found for number in block.numbers}
    if not items or items[0].numbers[0] != 1 or not asked.issuperset(n for item in items for n in item.numbers):
        return ()
    ends = [*(item.start for item in items[1:]), last.end]
    told = [text[item.end : end].strip() for item, end in zip(items, ends, strict=True)]
    if not _ASKED.search(text[last.start : items[0].start]) or not all(_SENTENCE.match(words) for words in told):
        return ()
    if any(asks(words) for words in told):
        return ()
    for item in items:
        mask.set(item.start, item.end, HEADING)
    answers = [replace(item, start=item.end, end=end) for item, end in zip(items, ends, strict=True)]
    return (*found[:-1], replace(last, end=items[0].start), *answers)


def _set_off(text: str, lines: Sequence[Line], found: Sequence[Block], mask: Mask) -> tuple[Block, ...]:
    """Return the blocks with what stands below each question as its answer, where form or a yes or no shows that it is one.

    Either every question is set off and what is below is plain, or a line below one of them begins with *ja* or *nee*.
    """
    cuts = {block.start: lines[_first(lines, block)] for block in found if block.kind == "question"}
    if not all(_is_set_off(line, mask) for line in cuts.values()):
        cuts = {block.start: _last_asking(lines, block) for block in found if block.kind == "question"}
        if not any(_REPLY.match(text, cut.end, block.end) for block in found if (cut := cuts.get(block.start))):
            return ()
    out: list[Block] = []
    waiting: tuple[int, ...] = ()
    for block in found:
        line = cuts.get(block.start)
        if line is None:
            out.append(block)
            continue
        words = text[line.end : block.end].strip(" \t\n\r*_")
        if asks(words) or not line.text.endswith("?"):
            return ()
        out.append(replace(block, end=min(line.end, block.end)))
        waiting += block.numbers
        if any(c.isalnum() for c in words):
            out.append(Block("answer", line.end, block.end, None, waiting))
            waiting = ()
    return tuple(out) if any(block.kind == "answer" for block in out) else ()


def _first(lines: Sequence[Line], block: Block) -> int:
    """Return the index of the line in which a block begins."""
    return max(0, bisect_right(lines, block.start, key=lambda line: line.start) - 1)


def _is_set_off(line: Line, mask: Mask) -> bool:
    """Tell whether a line asks and stands between marks of Markdown, or behind one."""
    before = line.start > 0 and mask[line.start - 1] == MARK
    return line.text.endswith("?") and (before or (line.end < len(mask) and mask[line.end] == MARK))


def _last_asking(lines: Sequence[Line], block: Block) -> Line:
    """Return the line that ends what a block asks: the last that asks above a yes or no, else the last that asks."""
    own = [line for line in lines[_first(lines, block) :] if line.start < block.end]
    said = next((n for n, line in enumerate(own) if n and _YES_NO.match(line.text)), len(own))
    return next((line for line in reversed(own[:said]) if line.text.endswith("?")), own[0])
