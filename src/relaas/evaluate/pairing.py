"""Which found thing stands for which annotated one: pairs, one to one.

A node with mentions stands for the row that more than half of its mentions point to (events, sources: at least half). A mention
points to the row with the nearest span; those near none are not counted, those that fit by less than half only when the node has
none that fit better. So neither a span over everything nor a node with every mention stands for anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from relaas.evaluate.geometry import Offsets, agreement, likeness, near

Key = TypeVar("Key", bound=Hashable)
Gold = TypeVar("Gold")
Found = TypeVar("Found")


def shares(gold_spans: Mapping[Key, Sequence[Offsets]], mentions: Iterable[Offsets], slack: int = 60) -> dict[Key, float]:
    """Return for each row the share of the mentions that point to it."""
    votes: list[tuple[float, list[Key]]] = []
    for mention in mentions:
        fit = {
            k: max((agreement(s, [mention]) for s in spans if near(s, [mention], slack)), default=0.0)
            for k, spans in gold_spans.items()
        }
        best = max(fit.values(), default=0.0)
        if best:
            votes.append((best, [k for k, v in fit.items() if v == best]))
    votes = [v for v in votes if v[0] >= 0.5] or votes
    counts = Counter(k for _, keys in votes for k in keys)
    return {k: n / len(votes) for k, n in counts.items()}


def by_name(gold_names: Mapping[Key, set[str]], labels: set[str]) -> set[Key]:
    """Return the one row whose names are most like the labels, as a set; empty when none or several are."""
    fit = {k: max((likeness(a, b) for a in names for b in labels), default=0.0) for k, names in gold_names.items()}
    best = max(fit.values(), default=0.0)
    keys = {k for k, v in fit.items() if v == best}
    return keys if best and len(keys) == 1 else set()


def assign(doubts: Sequence[bool], found: int, rank: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """Pair rows (one flag of doubt each) with `found` things, greedily by descending rank above 0; of equals, firm rows first."""
    ranks = [(rank(i, j), doubt, i, j) for i, doubt in enumerate(doubts) for j in range(found)]
    rows: set[int] = set()
    things: set[int] = set()
    pairs = []
    for _, _, i, j in sorted((r for r in ranks if r[0] > 0), key=lambda r: (-r[0], *r[1:])):
        if i not in rows and j not in things:
            rows.add(i)
            things.add(j)
            pairs.append((i, j))
    return pairs


def most_pairs(golds: Sequence[Gold], founds: Sequence[Found], fits: Callable[[Gold, Found], bool]) -> int:
    """Return the greatest number of one-to-one pairs (augmenting paths)."""
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j, other in enumerate(founds):
            if j not in seen and fits(golds[i], other):
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    return sum(place(i, set()) for i in range(len(golds)))
