"""Lines -> the headings among them: where each stands, what it opens, and its number.

A layout's own headings fill their line. Those that any parliament may write (`data/layouts/headings/every.yaml`) may have
the text of their unit behind them (`Antwoord 3: De brug is oud.`), or stand inside a line whose line ends are lost.
Refuses the word in running text: an answer to what nobody asked, a number that goes on in small letters, a header's line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal, cast

from relaas import assets
from relaas.model import Span
from relaas.structure import numbering
from relaas.structure.layouts import Layout
from relaas.structure.lines import Line

BlockKind = Literal["question", "answer", "context", "notice", "annex"]
HEADING_LENGTH = 120
_MARK = r"(?:[-–•*] ?)?"
_STRONG = r"(?:\*\*|__)?"
_ENDS = {
    "line": rf"{_STRONG}\s*[.:]?{_STRONG}$",
    "bare": rf"{_STRONG}$",
    "colon": rf"{_STRONG}\s?:{_STRONG}(?=\s+\S|$)",
    "fresh": rf"{_STRONG}\s?:{_STRONG}(?=\s+\S|$)",
    "capital": rf"{_STRONG}[.)]?{_STRONG}(?:\s?[–-])?(?=\s+[A-Z«“‘\"(])",
    "alone": rf"{_STRONG}[.:]?{_STRONG}$",
}
_ENDED = re.compile(r"[.?!:;»”\")\]*_]\d{0,3}$")
_ITEM = re.compile(r"(?P<number>\d{1,3})[.)](?:\s|$)")
_ASKED = re.compile(r"\?[\"'’”»)\]]*\d{0,3}$")
_GOES_ON = re.compile(r"[(a-z]")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch [start, end) of the source: a unit, or the heading above one.

    `label` is the number as printed, `numbers` what it stands for.
    """

    kind: BlockKind
    start: int
    end: int
    label: str | None = None
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of any parliament: what it opens, and its pattern for each thing that may stand behind it."""

    kind: BlockKind
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    paired: bool
    speaker: bool


@lru_cache(maxsize=4)  # several steps ask it of the same lines
def find(lines: tuple[Line, ...], layout: Layout) -> tuple[Block, ...]:
    """Return the headings that begin a line, in order.

    Who speaks (*Minister Vink: …*) is a heading only in a text that has no other for an answer.
    """
    plain = tuple(_found(lines, layout, speakers=False))
    return plain if answered(plain) else tuple(_found(lines, layout, speakers=True))


def answered(found: Iterable[Block]) -> bool:
    """Tell whether one of these headings is that of an answer, or of a notice that stands for one."""
    return any(block.kind in ("answer", "notice") for block in found)


def _found(lines: Sequence[Line], layout: Layout, *, speakers: bool) -> Iterator[Block]:
    asked = answering = spoken = False
    highest = 0
    turn: BlockKind | None = None
    before: Block | None = None
    for n, line in enumerate(lines):
        block = _own(line, layout)
        if block is None:
            found = _common(lines, n, before is not None and before.end == lines[n - 1].end)
            if found and found[1].speaker:
                due = spoken or (found[0].kind == "answer" and n > 0 and _ASKED.search(lines[n - 1].text))
                block = found[0] if speakers and due else None
                spoken = spoken or block is not None
            elif found and (asked or found[0].kind != "answer") and not (found[1].paired and turn == found[0].kind):
                if found[1].paired:
                    turn = found[0].kind if found[0].kind == "question" or turn else None
                block = found[0] if not found[1].paired or turn else None
            if block and block.kind == "question" and answering and block.numbers and block.numbers[0] <= highest:
                block = replace(block, kind="answer")  # who answers names the question that comes next
        if block is not None:
            before = block
            answering = answering or (block.kind == "answer" and not block.numbers)
            yield block
        elif not answering and (item := _ITEM.match(line.text)):
            highest = max(highest, int(item["number"]))
        if block is not None and block.kind == "question":
            highest = max(highest, *block.numbers, 0)
        asked = asked or (block is not None and block.kind == "question") or "?" in line.text or bool(_ITEM.match(line.text))


def _own(line: Line, layout: Layout) -> Block | None:
    """Return the heading of the layout's own that a line is."""
    if len(line.text) > 3 * HEADING_LENGTH:
        return None
    for kind, pattern in layout.headings:
        match = pattern.fullmatch(line.text)
        if match is None or kind == "after_answer":
            continue
        label = match.groupdict().get("numbers")
        numbers = numbering.read(label) if label else ()
        if numbers is None:
            continue
        of = {"lone_question": "question", "lone_answer": "answer"}.get(kind, kind)
        return Block(cast(BlockKind, of), line.start, line.end, label.strip() if label else None, numbers)
    return None


def _common(lines: Sequence[Line], n: int, below_heading: bool) -> tuple[Block, Heading] | None:
    """Return the heading of any parliament that begins line `n`, and what kind of heading it is."""
    line = lines[n]
    following = lines[n + 1] if n + 1 < len(lines) else None
    for heading in _every():
        for end, pattern in heading.patterns:
            match = pattern.match(line.text)
            if match is None:
                continue
            if end in ("capital", "fresh", "alone") and not (
                n == 0 or line.gap or below_heading or _ENDED.search(lines[n - 1].text)
            ):
                continue
            if end in ("bare", "alone") and following and not following.gap and _GOES_ON.match(following.text):
                continue
            label = match.groupdict().get("numbers")
            numbers = numbering.read(label) if label else ()
            if numbers is not None:
                return Block(heading.kind, line.start, line.start + match.end(), label, numbers), heading
    return None


def inside(lines: Sequence[Line], layout: Layout) -> Iterator[Block]:
    """Yield the headings that stand inside a long line, where the text was taken over without its line breaks."""
    for line in lines:
        if layout.inline_heading is not None:
            for match in layout.inline_heading.finditer(line.text):
                kind: BlockKind = "question" if match["kind"] == "Vraag" else "answer"
                numbers = numbering.read(match["numbers"])
                if numbers:
                    yield Block(kind, line.start + match.start(), line.start + match.end("numbers"), match["numbers"], numbers)
        taken: set[int] = set()  # of two headings that begin at one place, the first in the list counts
        for kind, pattern in _inside():
            for match in pattern.finditer(line.text):
                if match.start() in taken:
                    continue
                taken.add(match.start())
                label = match.groupdict().get("numbers")
                numbers = (numbering.read(label) or ()) if label else ()
                yield Block(kind, line.start + match.start(), line.start + match.end(), label, numbers)


def suspect_within(text: str) -> Span | None:
    """Return the first word of a heading for answers that stands inside a line, behind a finished sentence; None if none does."""
    words = assets.load_yaml("data", "layouts", "headings", "every.yaml")["suspect"]
    found = re.compile(rf"(?<=[.?!»”)\]] )(?:{words})(?![^\W_])").search(text)
    return Span(*found.span()) if found else None


def suspects(lines: Sequence[Line], *, any_case: bool) -> Iterator[Line]:
    """Yield the lines that begin with a heading's word for answers; `any_case` takes small letters below a sentence's end."""
    for n, line in enumerate(lines):
        begins = line.gap or n == 0 or bool(_ENDED.search(lines[n - 1].text))
        if _suspect(any_case and begins).match(line.text):
            yield line


@cache
def _suspect(any_case: bool) -> re.Pattern[str]:
    words = assets.load_yaml("data", "layouts", "headings", "every.yaml")["suspect"]
    return re.compile(rf"[-–•*|>_ ]*(?:{words})(?![^\W_])", re.IGNORECASE if any_case else 0)


@cache
def _every() -> tuple[Heading, ...]:
    rows = assets.load_yaml("data", "layouts", "headings", "every.yaml")
    return tuple(
        Heading(
            row["kind"],
            tuple((end, re.compile(f"{_MARK}(?:{_filled(row['pattern'], rows)}){_ENDS[end]}")) for end in row["ends"]),
            bool(row.get("paired")),
            bool(row.get("speaker")),
        )
        for row in rows["headings"]
    )


@cache
def _inside() -> tuple[tuple[BlockKind, re.Pattern[str]], ...]:
    rows = assets.load_yaml("data", "layouts", "headings", "every.yaml")
    return tuple((row["kind"], re.compile(_filled(row["pattern"], rows))) for row in rows["inside"])


def _filled(pattern: str, rows: dict[str, str]) -> str:
    return pattern.replace("{numbers}", f"(?P<numbers>{rows['numbers']})").replace("{office}", rows["office"])
