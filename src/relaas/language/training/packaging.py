"""A trained pipeline -> the folder that ships: sentence rule first, names last, tokens tuned, values rounded to 16 bits.

Rounded values are stored as 32-bit numbers: a pipeline stored in 16 bits loads and then fails at its first parse. Half of
their bits are zero, so the folder packs to half its size. Nothing in it depends on where it was made.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relaas.language.training.tokens import tune

if TYPE_CHECKING:
    from spacy.language import Language

VERSION = "0.5.0"
_META = {
    "name": "lgv", "version": VERSION, "license": "CC BY-SA 4.0",
    "description": "Dutch of parliamentary papers: sentences, tokens, tags, features, lemmas, dependencies "
    "(Universal Dependencies as in Alpino and LassySmall) and names. Needs the package relaas, whose components it uses.",
}  # fmt: skip


def assemble(trained: Path, output: Path, *, notice: str, version: str = VERSION) -> None:
    """Write the pipeline that ships to a new folder; `notice` tells what its weights were made from."""
    import spacy

    nlp = spacy.load(trained)
    for name in ("relaas_sentences", "relaas_names"):
        if name not in nlp.pipe_names:
            nlp.add_pipe(name, first=True if name == "relaas_sentences" else None)
    tune(nlp)
    _round(nlp)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.config["initialize"]["vectors"] = None
    for corpus in nlp.config["corpora"].values():
        corpus["path"] = None
    nlp.meta.update({**_META, "version": version})
    nlp.to_disk(output)
    meta: dict[str, Any] = json.loads((output / "meta.json").read_text(encoding="utf-8"))
    meta.pop("performance", None)  # figures stand in the card, from runs that anyone can repeat
    (output / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    (output / "NOTICE").write_text(notice, encoding="utf-8")


def _round(nlp: Language) -> None:
    """Round every weight and every vector to the nearest 16-bit number."""
    import numpy

    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None and hasattr(model, "walk") else ():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype(numpy.float16).astype(numpy.float32))
    vectors = nlp.vocab.vectors
    vectors.data = vectors.data.astype(numpy.float16).astype(numpy.float32)
