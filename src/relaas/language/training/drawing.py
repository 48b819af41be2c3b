"""Fragments + the table of frames -> what the constructions draw: holders, cues, clauses, times, people.

Every choice comes from one seeded source, so the same bank gives the same sentences in the same order.
"""

from __future__ import annotations

import random
from typing import Any

from relaas.language.training.builder import Builder, Cue, cues, holders, phrase
from relaas.language.training.fragments import Bank, Fragment


class Drawing:
    """Draws from the fragments and from the table."""

    def __init__(self, bank: Bank, table: dict[str, Any]) -> None:
        """Take the fragments of a treebank and the table of `frames.yaml`."""
        self.bank = bank
        self.table = table
        self.random = random.Random(table["seed"])  # noqa: S311 (examples are drawn, no secrets)
        self._cues = cues(table["verbs"])
        self._holders = holders(table["holders"])
        self._places = [phrase(p) for p in table["places"]]

    def chance(self, share: float) -> bool:
        """Tell whether something happens that happens in `share` of the cases."""
        return self.random.random() < share

    def one(self, choices: list[str] | list[tuple[str, str]]) -> Any:
        """Return one of them."""
        return self.random.choice(choices)

    def holder(self) -> Fragment:
        """Return a noun phrase that can speak: a name or speaker of the treebank, or one of the table."""
        drawn = self.random.random()
        if drawn < 0.3 and self.bank.names:
            return self.random.choice(self.bank.names)
        if drawn < 0.4 and self.bank.speakers:
            return self.random.choice(self.bank.speakers)
        return self.random.choice(self._holders)

    def person(self) -> Fragment:
        """Return one who is asked or blamed: a state, a body, a name."""
        return self.random.choice(self._places) if self.chance(0.4) else self.holder()

    def name(self) -> Fragment:
        """Return a name of the treebank."""
        return self.random.choice(self.bank.names)

    def cue(self, kind: str) -> Cue:
        """Return a verb of a kind."""
        return self.random.choice(self._cues[kind])

    def content(self) -> tuple[Cue, Fragment]:
        """Return a verb and a clause with dat or of that it takes."""
        kind = "of" if self.chance(0.12) else "dat"
        return self.cue(kind), self.random.choice(self.bank.of if kind == "of" else self.bank.dat)

    def clause(self, kind: str = "dat") -> Fragment:
        """Return a clause of a kind: dat, of or te."""
        return self.random.choice({"dat": self.bank.dat, "of": self.bank.of, "te": self.bank.te}[kind])

    def main(self) -> Fragment:
        """Return a main clause, its subject first, without its full stop."""
        return self.random.choice(self.bank.main)

    def time(self, b: Builder, *, share: float = 0.35) -> int | None:
        """Place an adverbial of time in `share` of the cases; return its place."""
        if not self.chance(share):
            return None
        words = self.one(self.table["times"]).split()
        if len(words) == 1:
            return b.word(words[0], "advmod")
        first = b.word(words[0], "amod" if words[1] == "week" else "advmod")
        last = b.word(words[1], "obl" if words[1] == "week" else "fixed", first)
        if words[1] == "week":
            b.attach(first, last)
            return last
        return first

    def connect(self, b: Builder) -> list[int]:
        """Place a conjunction, most often with a comma before it; return their places."""
        comma = [b.word(",", "punct")] if self.chance(0.8) else []
        return [*comma, b.word(self.one(self.table["connectives"]), "mark")]

    def put(self, b: Builder, clause: Fragment, verb: int, *, case: str = "") -> int:
        """Place a content clause on a verb: `erop` and its like hang on it, now and then a comma stands before it."""
        before = b.word(case, "case") if case else None
        comma = b.word(",", "punct") if self.chance(0.12) else None
        at = b.place(clause, "ccomp", verb)
        b.hang([before, comma], at)
        return at
