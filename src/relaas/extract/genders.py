"""Analysis, who is named where -> which persons are women and which are men, as the words beside their names tell.

*Mevrouw Verhulst* and *Femke Verhulst* are women, *de heer Molenaar* is a man. One word in the document is enough; where two
speak against each other, and for names that both bear, nothing is told. Refuses to guess from surnames and offices.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from relaas import assets
from relaas.extract.names import fold
from relaas.model import Analysis, Sentence

Key = tuple[int, int]


@cache
def _words() -> tuple[dict[str, str], dict[str, str]]:
    lexicon: Any = assets.load_yaml("data", "lexicons", "genders.yaml")
    nouns = {word: gender for gender, forms in lexicon["nouns"].items() for word in forms}
    given = {fold(name): gender for gender, names in lexicon["given"].items() for name in names}
    return nouns, given


def find_genders(analysis: Analysis, named: Mapping[Key, tuple[str, ...]]) -> dict[str, str]:
    """Return `m` or `f` for each actor of whom the document tells it, by id."""
    told: dict[str, set[str]] = {}
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            ids = named.get((sentence.index, token.i), ())
            gender = _gender(sentence, token.i, named) if len(ids) == 1 else None
            if gender:
                told.setdefault(ids[0], set()).add(gender)
    return {actor: next(iter(genders)) for actor, genders in sorted(told.items()) if len(genders) == 1}


def _gender(sentence: Sentence, at: int, named: Mapping[Key, tuple[str, ...]]) -> str | None:
    """Return what a word says: a noun or title, or a given name before the rest of the name of the same person."""
    nouns, given = _words()
    token = sentence.tokens[at]
    here = named[sentence.index, at]
    if token.lower in nouns:
        return nouns[token.lower]
    before = named.get((sentence.index, at - 1)) if at else None
    if before == here or named.get((sentence.index, at + 1)) != here:
        return None
    return given.get(fold(token.text)) if token.text[:1].isupper() else None
