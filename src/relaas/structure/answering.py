"""Blocks -> part ids, and which questions an answer belongs to.

An answer goes with the questions of its numbers: those directly above it where they have them, else the first with that
number that has no answer yet (all questions first, then all answers; or two sets of questions in one paper). An answer
without a number goes with the questions directly above it, or with all.
Refuses to bring an answer to a question of another number.
"""

from __future__ import annotations

from collections.abc import Sequence

from relaas.structure.blocks import Block


def named(units: Sequence[Block]) -> tuple[str, ...]:
    """Return the part id of every block, in order."""
    out = ["" for _ in units]
    for kind, letter in (("question", "q"), ("answer", "a")):
        places = [n for n, b in enumerate(units) if b.kind == kind or (kind == "answer" and b.kind == "notice")]
        leading = bool(places) and letter == "a" and not units[places[0]].numbers and len(places) > 1
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
    done: set[int] = set()
    out: dict[int, tuple[str, ...]] = {}
    for n, block in enumerate(units):
        if block.kind not in ("answer", "notice"):
            continue
        above: list[int] = []
        k = n - 1
        while k >= 0 and units[k].kind == "question":
            above.insert(0, k)
            k -= 1
        if block.numbers:
            chosen = [q for number in block.numbers for q in _of_number(number, units, questions, above, done, before=n)]
        else:
            chosen = (
                questions
                if block.kind == "notice" or names[n] == "a0" or not above or len(above) == len(questions)
                else above[-1:]
            )
        chosen = sorted(set(chosen))
        if names[n] != "a0":
            done.update(chosen)
        out[n] = tuple(names[q] for q in chosen)
    return out


def _of_number(
    number: int, units: Sequence[Block], questions: Sequence[int], above: Sequence[int], done: set[int], *, before: int
) -> list[int]:
    having = [q for q in questions if number in units[q].numbers]
    direct = [q for q in above if q in having]
    if direct:
        return direct[-1:] if len(direct) == len(having) == 1 else [q for q in direct if q not in done][:1] or direct[-1:]
    earlier = [q for q in having if q < before]
    return [q for q in earlier if q not in done][:1] or earlier[-1:] or having[:1]
