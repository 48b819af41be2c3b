"""A text and the findings in it -> paragraphs of segments that can be written as HTML whatever overlaps.

Findings overlap: an actor stands in the content of a claim, and two claims share words. A text is therefore cut at every edge of
a mark; a segment knows all marks that cover it. The shortest one is what the segment links to, the others only colour it, so no
element is ever left open over the edge of another. A mark that is nowhere the shortest is named at the segment where it ends:
each finding can be reached. Nothing is dropped: the segments of a range, joined, are the text of that range.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from relaas.present.reader import Name

#: The kinds of marks, from the widest to the narrowest as a rule: the order of the legend.
KINDS = ("claim", "cue", "event", "actor", "place", "figure", "source")
_LIST_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[a-z][.)]|[-•–])\s")
_WRAPPED = 120


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding in the text. `name` says what it is, and its `iri` is the node; offsets are code points, half open."""

    start: int
    end: int
    kind: str
    name: Name


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two edges. `link` is the shortest mark over them, `kinds` those of all marks, `also` is named after them."""

    start: int
    words: str
    link: Mark | None
    kinds: tuple[str, ...]
    also: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Segments that belong together, without the line breaks at which the text was only wrapped."""

    segments: tuple[Segment, ...]


def lay(text: str, marks: Iterable[Mark], *, start: int = 0, end: int | None = None) -> tuple[Segment, ...]:
    """Cut `text[start:end]` at the edges of the marks; marks outside it are left out.

    >>> actor = Mark(0, 7, "actor", Name("Armenië", "https://w3id.org/relaas/id/actor/armenia"))
    >>> claim = Mark(0, 19, "claim", Name("Armenië ontkent", "https://w3id.org/relaas/id/doc/00/cl8-15"))
    >>> [(s.words, s.kinds, s.link and s.link.kind) for s in lay("Armenië ontkent dat.", [claim, actor])]
    [('Armenië', ('claim', 'actor'), 'actor'), (' ontkent dat', ('claim',), 'claim'), ('.', (), None)]
    """
    stop = len(text) if end is None else end
    inside = sorted(
        {m for m in marks if m.start < m.end and m.start < stop and m.end > start}, key=lambda m: (m.start, -m.end, _rank(m))
    )
    edges = sorted({start, stop, *(max(m.start, start) for m in inside), *(min(m.end, stop) for m in inside)})
    pieces = list(_pieces(edges, inside))
    linked = {link for _, _, link, _ in pieces if link is not None}
    out = []
    for begin, finish, link, covering in pieces:
        also = tuple(m for m in covering if m not in linked and min(m.end, stop) == finish)
        kinds = tuple(kind for kind in KINDS if any(m.kind == kind for m in covering))
        out.append(Segment(begin, text[begin:finish], link, kinds, also))
    return tuple(out)


def _rank(mark: Mark) -> tuple[int, str]:
    return KINDS.index(mark.kind), mark.name.iri


def _pieces(edges: list[int], marks: list[Mark]) -> Iterator[tuple[int, int, Mark | None, list[Mark]]]:
    """Yield each piece between two edges with the marks over it, the shortest apart. One pass: marks come sorted by start."""
    active: list[Mark] = []
    waiting = iter(marks)
    following = next(waiting, None)
    for begin, finish in pairwise(edges):
        active = [m for m in active if m.end > begin]
        while following is not None and following.start <= begin:
            if following.end > begin:
                active.append(following)
            following = next(waiting, None)
        link = min(active, key=lambda m: (m.end - m.start, -KINDS.index(m.kind), m.name.iri), default=None)
        yield begin, finish, link, list(active)


def paragraphs(text: str, marks: Iterable[Mark], *, start: int = 0, end: int | None = None) -> tuple[Paragraph, ...]:
    """Cut `text[start:end]` into paragraphs, and those into segments.

    A blank line parts paragraphs, and so does a line that begins as an item of a list. In a text that was wrapped at some width
    the other line breaks mean nothing, save after a line that stops well short of it; in a text that was not, each counts.
    """
    stop = len(text) if end is None else end
    known = list(marks)
    return tuple(Paragraph(lay(text, known, start=a, end=b)) for a, b in _ranges(text, start, stop))


def _ranges(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    widths = sorted(len(line) for line in text.splitlines() if line.strip())
    usual = widths[int(len(widths) * 0.9)] if len(widths) > 1 else _WRAPPED + 1
    short = usual * 0.6 if usual <= _WRAPPED else usual * 1e6
    found: list[tuple[int, int]] = []
    begin, at, fresh = start, start, True
    for line in text[start:stop].splitlines(keepends=True):
        if fresh or _LIST_ITEM.match(line):
            found.append((begin, at))
            begin = at
        at += len(line)
        fresh = not line.strip() or len(line.rstrip()) < short
    found.append((begin, at))
    return [(a, b) for a, b in found if text[a:b].strip()]
