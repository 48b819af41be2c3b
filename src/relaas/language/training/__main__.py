"""Corpora -> the language model, from nothing: `python -m relaas.language.training --data FOLDER --out FOLDER`.

Steps, each skipped when its result is in the output folder already: vectors from the text archive, frames around the
clauses of the treebank, the mixed training file, three parsers that differ in their seed, plain text with the trees on which
they agree, a last run on that and the treebanks, and the folder that ships (`OUT/model`). About an hour and a half on one
core. Where the treebanks are published stands in README.md beside this file.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported: the same sums in the same order

import argparse
import sys
from pathlib import Path
from typing import Any

from relaas.errors import RelaasError
from relaas.language.training import corpora, fitting, fragments, frames, packaging, teaching, vectors

_SEEDS = (0, 1, 2)
_LAST = {
    "training.max_steps": 3600, "training.optimizer.learn_rate.total_steps": 3600,
    "training.optimizer.learn_rate.initial_rate": 0.0005, "training.eval_frequency": 300,
}  # fmt: skip


def prepare(data: Path, output: Path, *, official: Path | None = None) -> Path:
    """Write the training file: treebank sentences, official ones if their folder is given, and frames around their clauses."""
    import spacy

    path = output / "train.spacy"
    if path.is_file():
        return path
    vocab = spacy.blank("nl").vocab
    gold = [list(corpora.sentences(corpora.read(data / name, vocab))) for name in corpora.GOLD]
    if official is not None:
        known = corpora.reserved(data, vocab)
        first = list(corpora.without(corpora.official(official, vocab), known))
        gold = [first, *(list(corpora.without(part, known)) for part in gold)]
    bank = fragments.collect(s for part in gold[:-1] for doc in part for s in doc.sents)
    count = sum(len(s) for part in gold for s in part)
    share = frames.table()["share"]
    framed = list(frames.compose(bank, vocab, tokens=round(count * share / (1 - share))))
    total = corpora.write(corpora.mix([*(s for part in gold for s in part), *framed]), path)
    sys.stderr.write(f"training file: {total} tokens, {sum(map(len, framed))} of them in {len(framed)} frames\n")
    return path


def build(data: Path, output: Path, *, official: Path | None = None, text: Path | None = None, start: Path | None = None) -> Path:
    """Make the model; return its folder. `text` is the archive of the vectors, `start` an earlier model to train on from."""
    train = prepare(data, output, official=official)
    archive = text or data / vectors.ARCHIVE
    dev = data / corpora.DEV
    if start is None:
        firsts = [_from_nothing(output, seed, train=train, dev=dev, archive=archive) for seed in _SEEDS]
        start = output / "second" / "model-best"
        if not start.is_dir():
            fitting.fit(output / "second", fitting.Stage(fitting.FURTHER, first=firsts[0]), train=train, dev=dev)
        train = _taught(output, [start, *firsts[1:]], train=train, data=data, archive=archive)
    last = output / "last"
    if not (last / "model-best").is_dir():
        fitting.fit(last, fitting.Stage(fitting.FURTHER, first=start, changes=_LAST), train=train, dev=dev)
    notice = (Path(__file__).parents[1] / "model" / "NOTICE").read_text(encoding="utf-8")
    packaging.assemble(last / "model-best", output / "model", notice=notice)
    return output / "model"


def _from_nothing(output: Path, seed: int, *, train: Path, dev: Path, archive: Path) -> Path:
    folder = output / f"first-{seed}"
    if not (folder / "model-best").is_dir():
        table = output / "vectors" / "vectors"
        table = table if table.is_dir() else vectors.train(archive, output / "vectors")
        fitting.fit(folder, fitting.Stage(fitting.NOTHING, vectors=table, changes={"system.seed": seed}), train=train, dev=dev)
    return folder / "model-best"


def _taught(output: Path, parsers: list[Path], *, train: Path, data: Path, archive: Path) -> Path:
    """Write the training file of the last run: that of the others, and text with the trees that most parsers agree on."""
    import spacy

    path = output / "taught.spacy"
    if path.is_file():
        return path
    vocab = spacy.blank("nl").vocab
    gold = list(corpora.sentences(corpora.read(train, vocab)))
    known = corpora.reserved(data, vocab)
    corpora.write(corpora.mix([*gold, *teaching.teach(archive, parsers, vocab, known=known)]), path)
    return path


def main(arguments: list[str] | None = None) -> int:
    """Build the model that the command line asks for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m relaas.language.training", description="Rebuild the Dutch language model.")
    parser.add_argument("--data", type=Path, required=True, help="folder with train.spacy, extra_lassy.spacy, dev.spacy")
    parser.add_argument("--out", type=Path, required=True, help="folder for everything that is made; the model is OUT/model")
    parser.add_argument("--official", type=Path, help="folder with nl_*-ud-train.conllu of the official releases")
    parser.add_argument("--text", type=Path, help=f"archive of the text of the vectors (default: DATA/{vectors.ARCHIVE})")
    parser.add_argument("--start", type=Path, help="an earlier model: only the last run of training is done, from its weights")
    given: Any = parser.parse_args(arguments)
    try:
        made = build(given.data, given.out, official=given.official, text=given.text, start=given.start)
    except RelaasError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    sys.stderr.write(f"the model is in {made}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
