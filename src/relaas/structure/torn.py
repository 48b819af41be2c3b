"""Blocks -> Blocks, with the units that a page break tore apart.

In texts that were taken over as pairs of question and answer, what stood around a page break ran together: a question
goes on, after the page's foot, with its own answer, or an answer with the question whose answer comes next. The numbers
of the headings tell which; the break tells where. A unit whose start is lost begins at its first word.
Refuses to cut where no page break stands, or where every number has its question and its answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from relaas.structure.headings import Block
from relaas.structure.lines import FOOTNOTE, FURNITURE, TEXT, Mask

_DASH = re.compile(r" - (?=[a-zà-ÿ])")


def mend(text: str, found: Sequence[Block], mask: Mask) -> tuple[Block, ...]:
    """Return the blocks, with torn ones cut at their page break; the break is set in the mask."""
    asked = frozenset(n for b in found if b.kind == "question" for n in b.numbers)
    answered = frozenset(n for b in found if b.kind == "answer" for n in b.numbers)
    return tuple(_mended(text, found, mask, asked, answered))


def _mended(text: str, found: Sequence[Block], mask: Mask, asked: frozenset[int], answered: frozenset[int]) -> Iterator[Block]:
    following: list[Block | None] = [*found[1:], None][: len(found)]
    for block, after in zip(found, following, strict=True):
        lost_answer = block.kind == "question" and block.numbers and not answered.intersection(block.numbers)
        lost_question = block.kind == "answer" and after and after.kind == "answer" and not asked.intersection(after.numbers)
        at = _page_break(text, block, mask, notes=bool(lost_question)) if lost_answer or lost_question else None
        if at is not None and lost_question and not text[at : block.end].rstrip().endswith("?"):
            at = None
        if at is None:
            yield block
            continue
        yield replace(block, end=at)
        if lost_answer:
            yield replace(block, kind="answer", start=at)
        elif after:
            yield Block("question", at, block.end, after.label, after.numbers)


def _page_break(text: str, block: Block, mask: Mask, *, notes: bool) -> int | None:
    """Return where the text after the last page break of a block begins.

    A break is a page's foot inside a line, a dash that stands for it, or (with `notes`) the footnotes at the foot of a page.
    """
    words = False
    for i in range(block.end - 1, block.start, -1):
        if mask[i] == FURNITURE and text[i] == "-" and text[i + 1 : i + 2] == " ":
            return i + 1
        if mask[i] == FOOTNOTE and notes and words:
            return i + 1
        words = words or (mask[i] == TEXT and text[i].isalnum())
        dash = text[i] == "-" and _DASH.match(text, i - 1)
        if dash and mask[i] == TEXT and (mask[i - 2] == FOOTNOTE or text[i - 2] in ".?!)"):
            mask.set(i, i + 1, FURNITURE)
            return i + 1
    return None
