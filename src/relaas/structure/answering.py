"""Blocks -> part ids, and which questions an answer belongs to.

An answer goes with the questions of its numbers: those directly above it where they have them, else the first with that
number that has no answer yet (all questions first, then all answers; or two sets of questions in one paper). An answer
without a number goes with the questions directly above it, or with all.
Refuses to bring an answer to a question of another number.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from relaas.structure.headings import Block


def named(units: Sequence[Block]) -> tuple[str, ...]:
    """Return the part id of every block, in order."""
    out = ["" for _ in units]
    for kind, letter in (("question", "q"), ("answer", "a")):
        places = [n for n, b in enumerate(units) if b.kind == kind or (kind == "answer" and b.kind == "notice")]
        leading = bool(places) and letter == "a" and not units[places[0]].numbers and any(units[n].numbers for n in places[1:])
        counted = places[1:] if leading else places
        if leading:
            out[places[0]] = "a0"
        firsts = [units[n].numbers[0] if units[n].numbers else 0 for n in counted]
        plain = all(firsts) and len(set(firsts)) == len(firsts)
        for k, n in enumerate(counted, start=1):
            out[n] = f"{letter}{units[n].numbers[0] if plain else k}"
    contexts = [n for n, b in enumerate(units) if not out[n]]
    for k, n in enumerate(contexts, start=1):
        out[n] = "context" if k == 1 else f"context{k}"
    return tuple(out)


def match(units: Sequence[Block], names: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """Return for the index of every answer the part ids of its questions."""
    questions = [n for n, b in enumerate(units) if b.kind == "question"]
    lone = len(questions) == 1 and not units[questions[0]].numbers
    waiting = _Waiting(units, questions)
    out: dict[int, tuple[str, ...]] = {}
    above: list[int] = []
    for n, block in enumerate(units):
        if block.kind == "question":
            if n and units[n - 1].kind != "question":
                above = []
            above.append(n)
        elif block.kind in ("answer", "notice"):
            direct = above if n and units[n - 1].kind == "question" else []
            if block.numbers and not lone:
                chosen = [q for number in block.numbers if (q := waiting.take(number, direct)) is not None]
            elif block.kind == "notice" or names[n] == "a0" or not direct or len(direct) == len(questions):
                chosen = questions
            else:
                chosen = direct[-1:]
            out[n] = tuple(names[q] for q in sorted(set(chosen)))
    return out


class _Waiting:
    """The questions of each number that wait for an answer, in order."""

    def __init__(self, units: Sequence[Block], questions: Sequence[int]) -> None:
        self._units = units
        self._of: dict[int, deque[int]] = {}
        self._done: set[int] = set()
        for q in questions:
            for number in units[q].numbers:
                self._of.setdefault(number, deque()).append(q)

    def take(self, number: int, direct: Sequence[int]) -> int | None:
        """Return the question that an answer of this number goes with: one directly above it, else the first that waits."""
        near = [q for q in direct if number in self._units[q].numbers]
        having = self._of.get(number)
        if not having:
            return None
        while len(having) > 1 and having[0] in self._done:
            having.popleft()
        chosen = next((q for q in near if q not in self._done), having[0])
        self._done.add(chosen)
        return chosen
