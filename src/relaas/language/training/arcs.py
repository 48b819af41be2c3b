"""Pipeline -> how many of the hand-checked arcs of reporting constructions it finds (`arcs.yaml`)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

TABLE = Path(__file__).with_name("arcs.yaml")


def rows() -> list[dict[str, Any]]:
    """Return the sentences with their arcs."""
    loaded: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return loaded


def check(nlp: Language) -> tuple[int, int, int, tuple[str, ...]]:
    """Return how many arcs there are, how many have the right head, how many the label too, and those that fail."""
    count = heads = labelled = 0
    failed: list[str] = []
    for row in rows():
        doc = nlp(row["text"])
        for dependent, head, labels in row["arcs"]:
            token, governor = find(doc, dependent), find(doc, head)
            right = token is not None and governor is not None and token.head.i == governor.i
            full = right and token is not None and token.dep_ in labels.split("|")
            count, heads, labelled = count + 1, heads + right, labelled + full
            if not full:
                got = "no such token" if token is None else f"{token.dep_} of {token.head.text}"
                failed.append(f"{dependent} < {head} ({labels}): {got}")
    return count, heads, labelled, tuple(failed)


def find(doc: Doc, word: str) -> Token | None:
    """Return the token a word of the table names: `word` the first of that form, `word#2` the second."""
    form, _, number = word.partition("#")
    found = [t for t in doc if t.text == form]
    place = int(number or 1) - 1
    return found[place] if place < len(found) else None
