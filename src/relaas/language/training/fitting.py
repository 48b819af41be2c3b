"""Configuration + training files -> a trained pipeline on disk.

Does what `spacy train` does, with one difference: matrices are multiplied by numpy's OpenBLAS on one thread, which is up to
three times as fast as the kernels spaCy brings and, on one machine, gives the same weights every time.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

NOTHING = Path(__file__).with_name("model.cfg")
FURTHER = Path(__file__).with_name("further.cfg")


@dataclass(frozen=True, slots=True)
class Stage:
    """One run of training: its configuration, where it starts from (vectors, or an earlier model) and settings by dotted name."""

    config: Path
    vectors: Path | None = None
    first: Path | None = None
    changes: dict[str, Any] = field(default_factory=dict)


def fit(output: Path, stage: Stage, *, train: Path, dev: Path, log: TextIO = sys.stderr) -> None:
    """Train one stage; `output` gets `model-best` and `model-last`."""
    import spacy
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train as loop
    from thinc.api import NumpyOps, set_current_ops

    from relaas.language.training import readers

    readers.rebuild_lemmatizer()
    paths = {"paths.train": str(train), "paths.dev": str(dev), "paths.vectors": str(stage.vectors or stage.first)}
    if stage.first is not None:
        paths["paths.first"] = str(stage.first)
    set_current_ops(NumpyOps(use_blis=False))
    config = spacy.util.load_config(stage.config, overrides={**paths, **stage.changes}, interpolate=False)
    nlp = init_nlp(config, use_gpu=-1)
    output.mkdir(parents=True, exist_ok=True)
    loop(nlp, output, use_gpu=-1, stdout=log, stderr=log)
