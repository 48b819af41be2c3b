"""Fragments of the treebanks + a list of verbs -> sentences that report, with their trees.

Each construction is a function that draws fragments and puts a frame around them: *X stelt dat*, *omdat X stelt dat*, *er
wordt gesteld dat*, *dat zou volgens X*. The frame's own arcs follow the treebank. Only the cue verb and the fragments carry
tags and lemmas; the other words of a frame are left without and give a tagger nothing to learn.
Constructions, shares and verbs come from `frames.yaml`. Refuses a table that names a construction there is no function for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from relaas.language.training import appeals, reports, sayings
from relaas.language.training.builder import Builder
from relaas.language.training.drawing import Drawing
from relaas.language.training.fragments import Bank

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

TABLE = Path(__file__).with_name("frames.yaml")


def table() -> dict[str, Any]:
    """Return the constructions, their shares, the verbs and the words of the frames."""
    loaded: dict[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return loaded


def compose(bank: Bank, vocab: Vocab, *, tokens: int) -> Iterator[Doc]:
    """Yield sentences until they have that many tokens together; every text once."""
    frames = table()
    drawing = Drawing(bank, frames)
    names = list(frames["frames"])
    shares = [frames["frames"][n] for n in names]
    constructions = {n: construction(n) for n in names}
    seen: set[str] = set()
    count = 0
    while count < tokens:
        (name,) = drawing.random.choices(names, weights=shares)
        builder = Builder()
        constructions[name](drawing, builder)
        doc = builder.finish(vocab)
        if doc.text not in seen:
            seen.add(doc.text)
            count += len(doc)
            yield doc


def construction(name: str) -> Callable[[Drawing, Builder], None]:
    """Return the function that builds the construction of that name; KeyError if there is none."""
    for module in (reports, sayings, appeals):
        found: Callable[[Drawing, Builder], None] | None = getattr(module, name, None)
        if found is not None:
            return found
    raise KeyError(f"frames.yaml names the construction {name!r}, which no function builds")
