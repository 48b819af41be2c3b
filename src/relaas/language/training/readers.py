"""What training needs beside spaCy: a reader of training files, and a faster way to multiply matrices.

The reader repairs and varies what the files hold: a word without a part of speech ("not known") gives no loss, and in half of
the documents the sentence starts are given to the parser, as relaas gives them when it reads a text.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from spacy.util import registry

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example


@registry.readers("relaas.Corpus.v1")  # type: ignore[untyped-decorator]
def create_reader(path: str, given_starts: float, seed: int) -> Callable[[Language], Iterator[Example]]:
    """Return a reader of a `DocBin` file; `given_starts` is the share of documents whose sentence starts the parser is told."""
    from spacy.training import Corpus

    corpus = Corpus(Path(path))
    drawing = random.Random(seed)  # noqa: S311 (examples are drawn, no secrets)

    def read(nlp: Language) -> Iterator[Example]:
        for example in corpus(nlp):
            for token in example.reference:
                if token.pos == 0:
                    cast(Any, token).set_morph(None)
            if drawing.random() < given_starts:
                _give_starts(example)
            yield example

    return read


def _give_starts(example: Example) -> None:
    """Set the sentence starts of the text to parse as the treebank has them; a start inside an unaligned word stays open."""
    for token, start in zip(example.predicted, cast(Any, example).get_aligned_sent_starts(), strict=True):
        if start is not None and token.i > 0:
            token.is_sent_start = bool(start)


def rebuild_lemmatizer() -> None:
    """Let a lemmatizer that was read from disk learn on; spaCy 3.8 does not rebuild its table of trees on reading."""
    from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer

    if getattr(EditTreeLemmatizer.update, "rebuilds", False):
        return
    update = EditTreeLemmatizer.update

    def rebuilt(self: EditTreeLemmatizer, *args: Any, **kwargs: Any) -> Any:
        if not self.tree2label and self.cfg.get("labels"):
            self.tree2label = {tree: i for i, tree in enumerate(self.cfg["labels"])}
        return update(self, *args, **kwargs)

    rebuilt.rebuilds = True  # type: ignore[attr-defined]
    EditTreeLemmatizer.update = rebuilt
