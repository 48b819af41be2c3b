"""Plain text -> floret (subword) vectors as a spaCy folder.

The text is that of `lgv-text.tar.xz`: seven million tokens from treebanks, Wikipedia, parliaments and laws, each under a
licence that allows it (the archive's NOTICE lists them). The small sources come three times. One thread, so that the same
text gives the same vectors.
"""

from __future__ import annotations

import random
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from relaas.errors import ModelError

ARCHIVE = "lgv-text.tar.xz"
_SMALL = ("treebank.txt", "wikipedia.txt")
_LINES_SEED = 1
SETTINGS: dict[str, Any] = {
    "model": "cbow", "mode": "floret", "dim": 128, "bucket": 50000, "minn": 3, "maxn": 5, "hashCount": 2, "minCount": 3,
    "epoch": 8, "neg": 10, "thread": 1, "lr": 0.05, "verbose": 0,
}  # fmt: skip


def train(archive: Path, output: Path) -> Path:
    """Train vectors on the texts of the archive; return the folder that a configuration can name as `paths.vectors`."""
    try:
        import floret  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        raise ModelError("vectors: the package floret is not installed; run pip install 'relaas[training]'") from None
    from spacy.training.initialize import convert_vectors
    from spacy.util import get_lang_class

    output.mkdir(parents=True, exist_ok=True)
    text = output / "text.txt"
    text.write_text("".join(_lines(archive)), encoding="utf-8")
    table = output / "lgv.floret"
    floret.train_unsupervised(str(text), **SETTINGS).save_floret_vectors(str(table))
    nlp = get_lang_class("nl")()
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret", name="nl_pipeline.vectors")
    nlp.to_disk(output / "vectors")
    return output / "vectors"


def texts(archive: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of every text of the archive, by name; ModelError if the archive is not there."""
    if not archive.is_file():
        raise ModelError(f"training data: {archive.name} is not in {archive.parent}; see src/relaas/language/training/README.md")
    with tarfile.open(archive) as packed:
        for member in sorted(packed.getmembers(), key=lambda m: m.name):
            name = Path(member.name).name
            file = packed.extractfile(member) if name.endswith(".txt") else None
            if file is not None:
                yield name, file.read().decode("utf-8")


def _lines(archive: Path) -> list[str]:
    """Return the lines of all texts in a fixed random order, those of the small sources three times."""
    out: list[str] = []
    for name, text in texts(archive):
        out.extend(text.splitlines(keepends=True) * (3 if name in _SMALL else 1))
    random.Random(_LINES_SEED).shuffle(out)  # noqa: S311 (an order, no secrets)
    return out
