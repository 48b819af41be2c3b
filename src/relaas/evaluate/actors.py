"""Which annotated actors and places the nodes of a graph stand for: by their mentions, else by name, else by their voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import Any

from rdflib.term import Node

from relaas.evaluate.annotations import listed
from relaas.evaluate.geometry import Offsets, plain
from relaas.evaluate.pairing import Key, by_name, most_pairs, shares
from relaas.evaluate.predictions import Predictions

_VOICES = {"asker", "respondent"}


class Actors:
    """The nodes of one document, with the rows they stand for."""

    def __init__(self, gold: dict[str, Any], found: Predictions, text: str) -> None:
        spans: dict[Hashable, list[Offsets]] = {a["id"]: list(a.get("mentions") or []) for a in gold["actors"]}
        names: dict[Hashable, set[str]] = {k: {plain(text[b:e]) for b, e in v} for k, v in spans.items()}
        for row in gold["actors"]:
            names[row["id"]].add(plain(row.get("label") or ""))
        for claim in gold["claims"]:
            who = listed(claim["holder"])
            if who and claim.get("holder_text"):
                spans.setdefault(who[0] if len(who) == 1 else tuple(sorted(who)), []).append(claim["holder_text"])
        where: dict[str, list[Offsets]] = defaultdict(list)
        for event in gold["events"]:
            for begin, end in event.get("where") or []:
                where[plain(text[begin:end])].append((begin, end))
        self.actor: dict[Node, set[Hashable]] = {}
        self.place: dict[Node, set[str]] = {}
        for node, row in found.nodes.items():
            called = row["labels"] | {plain(text[b:e]) for b, e in row["mentions"]}
            votes = shares(spans, row["mentions"])
            self.actor[node] = _most(votes) if votes else by_name(names, called)
            if row["role"]:
                self.actor[node] = (self.actor[node] - _VOICES) | {row["role"]}
            places = shares(where, row["mentions"])
            self.place[node] = _most(places) if places else by_name({k: {k} for k in where}, called)

    def hits(self, golds: Sequence[Hashable], nodes: Sequence[Node]) -> int:
        """Count the annotated actors that one of the nodes stands for, one to one."""
        return most_pairs(golds, nodes, lambda row, node: row in self.actor[node])

    def same(self, golds: Sequence[Any], nodes: Sequence[Node]) -> bool:
        """Tell whether the nodes are each annotated actor and no other, or one node for the whole group."""
        if len(golds) == len(nodes) == self.hits(golds, nodes):
            return True
        return len(golds) > 1 and len(nodes) == 1 and tuple(sorted(golds)) in self.actor[nodes[0]]


def _most(votes: dict[Key, float]) -> set[Key]:
    return {k for k, v in votes.items() if v > 0.5}
