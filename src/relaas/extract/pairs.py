"""Phrases in reading order -> the two states that *beide partijen* stands for.

Two states are in focus when the text joined them: *Zweden en Finland*, *de Noorse en de Deense ministers*, *de Finse premier
en de Zweedse koning*. The nearest such pair before the words is meant.
Refuses to resolve where three states were joined, where no pair was, and where the words are bare (*partijen*).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from relaas import assets, gazetteer
from relaas.extract.named import Phrase


@cache
def _entry() -> Any:
    return assets.load_yaml("data", "lexicons", "pronouns.yaml")["both"]


class Pairs:
    """Remembers which states the text has joined."""

    def __init__(self) -> None:
        self._last: tuple[Phrase, tuple[str, ...]] | None = None
        self._run: list[str] = []
        self._focus: tuple[str, ...] | None = None

    def note(self, phrase: Phrase, states: tuple[str, ...]) -> None:
        """Take in a phrase and the states it names itself, or by its adjectives."""
        ids = states or tuple(f"actor/{k}" for k in phrase.origins if _is_state(k))
        if not ids or (phrase.sort == "group" and not phrase.split):
            return
        if len(ids) == 2:
            self._run, self._focus = list(ids), ids
        elif self._last and _joined(self._last[0], phrase):
            self._run.append(ids[0])
            if len(set(self._run)) == 2:
                self._focus = tuple(dict.fromkeys(self._run))
            elif len(set(self._run)) > 2:
                self._focus = None
        else:
            self._run = [ids[0]]
        self._last = (phrase, ids)

    def resolve(self, phrase: Phrase) -> tuple[str, ...] | None:
        """Return the two states that the phrase stands for, or None when it is no such phrase or none is in focus."""
        if not self._focus or phrase.name or phrase.scope or phrase.origins:
            return None
        entry = _entry()
        head = phrase.sentence.tokens[phrase.head].lower
        before = " ".join(t.lower for t in phrase.sentence.tokens[phrase.first : phrase.head])
        return self._focus if head in entry["nouns"] and before in entry["determiners"] else None


def _is_state(key: str) -> bool:
    entry = gazetteer.bundled().entries.get(key)
    return entry is not None and entry.type == "state"


def _joined(first: Phrase, second: Phrase) -> bool:
    if first.sentence.index != second.sentence.index or second.first <= first.last:
        return False
    between = [t.lower for t in first.sentence.tokens[first.last + 1 : second.first]]
    return [w for w in between if w not in {"de", "het"}] in (["en"], [","], [",", "en"])
