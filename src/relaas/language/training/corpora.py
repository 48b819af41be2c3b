"""Treebanks (+ frames) -> the training file: sentences shuffled by a fixed seed, in documents of one to ten sentences.

Reads spaCy `DocBin` files of Universal Dependencies trees, or `.conllu` files of the official releases.
Refuses a folder in which a file of the recipe is missing, and says which.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from relaas.errors import ModelError

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

GOLD = ("train.spacy", "extra_lassy.spacy")
DEV = "dev.spacy"
TESTS = (DEV, "alp_test.spacy", "las_test.spacy")
_SEED = 5
_LONGEST = 10


def read(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """Yield the documents of a `DocBin` file; ModelError if it is not there."""
    from spacy.tokens import DocBin

    if not path.is_file():
        raise ModelError(f"training data: {path.name} is not in {path.parent}; see src/relaas/language/training/README.md")
    yield from DocBin().from_disk(path).get_docs(vocab)


def sentences(docs: Iterable[Doc]) -> Iterator[Doc]:
    """Yield every sentence as a document of its own."""
    for doc in docs:
        for sentence in doc.sents:
            yield sentence.as_doc()


def mix(parts: Iterable[Doc], *, seed: int = _SEED) -> Iterator[Doc]:
    """Yield the sentences in another order, in documents of one to ten sentences."""
    from spacy.tokens import Doc

    drawing = random.Random(seed)  # noqa: S311 (an order, no secrets)
    pool = list(parts)
    drawing.shuffle(pool)
    start = 0
    while start < len(pool):
        size = drawing.randint(1, _LONGEST)
        joined = Doc.from_docs(pool[start : start + size], ensure_whitespace=True)
        assert joined is not None
        yield joined
        start += size


def write(docs: Iterable[Doc], path: Path) -> int:
    """Write documents as a `DocBin` file; return the number of their tokens."""
    from spacy.tokens import DocBin

    box = DocBin(store_user_data=False)
    count = 0
    for doc in docs:
        box.add(doc)
        count += len(doc)
    path.parent.mkdir(parents=True, exist_ok=True)
    box.to_disk(path)
    return count


def official(folder: Path, vocab: Vocab) -> Iterator[Doc]:
    """Yield the sentences of the official training files in a folder (`nl_*-ud-train.conllu`); ModelError if there are none.

    Lemmas and tags are written as in the other files: parts of a compound joined, a verb whose particle stands apart by the
    verb alone, `_` for `|`.
    """
    from spacy.training.converters.conllu_to_docs import conllu_to_docs

    convert = cast(Any, conllu_to_docs)
    paths = sorted(folder.glob("nl_*-ud-train.conllu"))
    if not paths:
        raise ModelError(f"training data: no nl_*-ud-train.conllu in {folder}; get them at universaldependencies.org")
    for path in paths:
        for doc in convert(path.read_text(encoding="utf-8"), n_sents=1, no_print=True):
            yield _written(doc, vocab)


def _written(doc: Doc, vocab: Vocab) -> Doc:
    from spacy.tokens import Doc

    lemmas = []
    for token in doc:
        parts = token.lemma_.split("_")
        apart = len(parts) > 1 and any(c.dep_ == "compound:prt" for c in token.children)
        lemmas.append(parts[-1] if apart else "".join(parts) or token.lemma_)
    return Doc(
        vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], heads=[t.head.i for t in doc],
        deps=[t.dep_ for t in doc], pos=[t.pos_ for t in doc], tags=[t.tag_.replace("|", "_") for t in doc], lemmas=lemmas,
        morphs=[str(t.morph) for t in doc], sent_starts=[bool(t.is_sent_start) for t in doc],
    )  # fmt: skip


def without(docs: Iterable[Doc], known: set[str]) -> Iterator[Doc]:
    """Yield the sentences whose text is not known yet, white space and case aside, and remember them."""
    for doc in docs:
        key = key_of(doc)
        if key not in known:
            known.add(key)
            yield doc


def reserved(data: Path, vocab: Vocab) -> set[str]:
    """Return the keys of all sentences of the development and test sets, which no training file may hold."""
    return {key_of(sentence) for name in TESTS for sentence in sentences(read(data / name, vocab))}


def key_of(doc: Doc) -> str:
    """Return what two copies of a sentence share whatever their white space, case and quotation marks."""
    return "".join("'" if c in '"“”„‘’«»' else c for c in doc.text.casefold() if not c.isspace())
