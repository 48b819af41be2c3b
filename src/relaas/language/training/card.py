"""Two models -> the table of the model card, first model beside new model: `python -m relaas.language.training.card --help`.

Test sets are counted as `python -m spacy evaluate` counts them. Arcs of reporting constructions come from `arcs.yaml`, names
from the annotated actors, cost from `cost.py`. What a folder is not given for is left out of the table.
"""

from __future__ import annotations

import argparse
import io
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relaas.language import BUNDLED, load
from relaas.language.training import arcs, cost
from relaas.language.training.agreement import agree

SETS = ("dev", "alp_test", "las_test", "las_wiki_test", "las_wrpei_test")
_SCORES = (
    ("tokens F", "token_f"), ("sentences F", "sents_f"), ("UPOS", "pos_acc"), ("XPOS", "tag_acc"), ("morph", "morph_acc"),
    ("lemma", "lemma_acc"), ("UAS", "dep_uas"), ("LAS", "dep_las"),
)  # fmt: skip
BEGIN, END = "<!-- table: made by relaas.language.training.card -->", "<!-- end of table -->"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured, and one value per model (empty where a model has no such part)."""

    name: str
    values: tuple[str, ...]


def table(models: tuple[str, ...], *, data: Path | None = None, corpus: Path | None = None) -> tuple[Figure, ...]:
    """Measure every model on everything there is a folder for."""
    lines: list[Figure] = []
    if data is not None:
        lines.extend(_scores(models, data))
    checked = [arcs.check(load(m)) for m in models]
    lines.append(Figure(f"arcs of {checked[0][0]}: head right", tuple(f"{c[1]}" for c in checked)))
    lines.append(Figure(f"arcs of {checked[0][0]}: head and label right", tuple(f"{c[2]}" for c in checked)))
    if corpus is not None:
        lines.extend(_names(models, corpus))
        lines.extend(_costs(models, corpus / "documents"))
    lines.extend(_sizes(models))
    return tuple(lines)


def _scores(models: tuple[str, ...], data: Path) -> Iterator[Figure]:
    from spacy.training import Corpus

    for name in SETS:
        scores = []
        for model in models:
            nlp = load(model)
            scores.append(nlp.evaluate(list(Corpus(data / f"{name}.spacy")(nlp)), batch_size=16))
        for label, key in _SCORES:
            yield Figure(f"{name}: {label}", tuple(f"{100 * s[key]:.2f}" for s in scores))


def _names(models: tuple[str, ...], corpus: Path) -> Iterator[Figure]:
    found = [
        agree(load(m), corpus / "gold", corpus / "documents") if "relaas_names" in load(m).pipe_names else None for m in models
    ]
    some = next((a for a in found if a is not None), None)
    if some is None:
        return
    yield Figure(f"names: F1 on {some.found + some.missed} gold mentions", tuple(f"{a.f1:.3f}" if a else "" for a in found))
    for kind, _, _ in some.by_kind:
        rows = [{k: (f, m) for k, f, m in a.by_kind}.get(kind) if a else None for a in found]
        yield Figure(f"names: {kind}, found of", tuple(f"{r[0]} of {sum(r)}" if r else "" for r in rows))


def _costs(models: tuple[str, ...], texts: Path) -> Iterator[Figure]:
    costs = [cost.measure(_path(m), texts) for m in models]
    yield Figure(f"words per second, one core ({costs[0].words} words)", tuple(f"{c.speed:.0f}" for c in costs))
    yield Figure("seconds to load", tuple(f"{c.load[1]:.2f}" for c in costs))
    yield Figure("seconds to import spaCy before", tuple(f"{c.load[0]:.2f}" for c in costs))
    yield Figure("memory after loading / at the peak, MB", tuple(f"{c.memory[0]:.0f} / {c.memory[1]:.0f}" for c in costs))
    shares = [dict(c.shares) for c in costs]
    for name in shares[-1]:
        yield Figure(f"share of {name}, %", tuple(f"{100 * s[name]:.1f}" if name in s else "" for s in shares))


def _sizes(models: tuple[str, ...]) -> Iterator[Figure]:
    folders = [Path(_path(m)) for m in models]
    if all(f.is_dir() for f in folders):
        yield Figure("size unpacked, MB (10^6)", tuple(f"{cost.size(f) / 1e6:.1f}" for f in folders))
        yield Figure("size packed (gzip), MB (10^6)", tuple(f"{_packed(f) / 1e6:.1f}" for f in folders))


def _packed(folder: Path) -> int:
    box = io.BytesIO()
    with tarfile.open(fileobj=box, mode="w:gz") as archive:
        archive.add(folder, arcname=folder.name)
    return len(box.getvalue())


def _path(model: str) -> str:
    return str(load(model).path) if model == BUNDLED else model


def markdown(lines: tuple[Figure, ...], heads: tuple[str, ...]) -> str:
    """Return the table in Markdown.

    >>> print(markdown((Figure("LAS", ("80.2", "80.9")),), ("first", "new")))
    | | first | new |
    | --- | --- | --- |
    | LAS | 80.2 | 80.9 |
    """
    rows = [("", *heads), *((line.name, *line.values) for line in lines)]
    out = [("| " + " | ".join(row) + " |").replace("|  |", "| |") for row in rows]
    return "\n".join([out[0], "|" + " --- |" * len(rows[0]), *out[1:]])


def main(arguments: list[str] | None = None) -> None:
    """Measure the models that the command line names; write the table, or put it into a card."""
    parser = argparse.ArgumentParser(
        prog="python -m relaas.language.training.card", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("--first", help="folder of the model to compare with")
    parser.add_argument("--model", default=BUNDLED, help="name or folder of the model (default: the bundled one)")
    parser.add_argument("--data", type=Path, help="folder of the test sets (*.spacy)")
    parser.add_argument("--corpus", type=Path, help="folder with gold/*.yaml and documents/*.txt")
    parser.add_argument("--card", type=Path, help="a Markdown file; its table is replaced")
    given: Any = parser.parse_args(arguments)
    models = (given.first, given.model) if given.first else (given.model,)
    heads = tuple(load(m).meta["version"] for m in models)
    text = markdown(table(models, data=given.data, corpus=given.corpus), heads)
    if given.card is None:
        sys.stdout.write(text + "\n")
        return
    card = given.card.read_text(encoding="utf-8")
    before, _, rest = card.partition(BEGIN)
    given.card.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
