"""Plain text, three parsers -> sentences with the trees that most of them agree on.

The parsers differ in their seed only. A word keeps the head that two of the three give it; a sentence in which they leave a
word three heads, or in which the heads that won make no tree, is not used. Only trees are taught, no tags. What is learnt
this way is closer to the text that relaas reads than the treebanks are.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from relaas.language.training.corpora import key_of
from relaas.language.training.vectors import texts

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

#: Member of the text archive -> how many of its tokens are parsed; what holds annotated documents or treebanks is left out.
SHARES = {
    "wikipedia.txt": 250_000,
    "parl_dekamer2017.txt": 200_000,
    "parl_dekamer2020.txt": 150_000,
    "laws.txt": 50_000,
}
_SHORTEST, _LONGEST = 4, 60
_SEED = 11
_BATCH = 256


def lines(archive: Path) -> Iterator[list[str]]:
    """Yield tokenised sentences of the archive in a fixed random order, of each text as much as `SHARES` gives it."""
    for name, text in texts(archive):
        left = SHARES.get(name, 0)
        pool = sorted(set(text.splitlines())) if left else []
        random.Random(_SEED).shuffle(pool)  # noqa: S311 (an order, no secrets)
        for line in pool:
            words = line.split()
            if _SHORTEST <= len(words) <= _LONGEST and left > 0:
                left -= len(words)
                yield words


def teach(archive: Path, teachers: Sequence[Path], vocab: Vocab, *, known: set[str]) -> Iterator[Doc]:
    """Yield the sentences that most teachers give one tree; `known` holds the keys of sentences that must not be used."""
    import spacy
    from spacy.tokens import Doc
    from spacy.util import minibatch

    parsers = [spacy.load(path, enable=["tok2vec", "parser"]) for path in teachers]
    tried = used = 0
    for batch in cast(Any, minibatch)(lines(archive), size=_BATCH):
        readings = []
        for nlp in parsers:
            docs = [Doc(nlp.vocab, words=words, sent_starts=[n == 0 for n in range(len(words))]) for words in batch]
            for _, component in nlp.pipeline:
                docs = list(cast(Any, component).pipe(docs, batch_size=64))
            readings.append(docs)
        for doc in zip(*readings, strict=True):
            tried += 1
            taught = vote(doc, vocab)
            if taught is not None and key_of(taught) not in known:
                used += 1
                yield taught
    sys.stderr.write(f"teaching: {used} of {tried} sentences have a tree that most agree on\n")


def vote(readings: Sequence[Doc], vocab: Vocab) -> Doc | None:
    """Return a sentence with the head of every word that more than half of its readings give it; None if that is no tree."""
    from spacy.tokens import Doc

    heads, deps = [], []
    for tokens in zip(*readings, strict=True):
        head, votes = Counter(t.head.i for t in tokens).most_common(1)[0]
        if 2 * votes <= len(readings):
            return None
        heads.append(head)
        deps.append(Counter(t.dep_ for t in tokens if t.head.i == head).most_common(1)[0][0])
    if not is_tree(heads):
        return None
    words = [t.text for t in readings[0]]
    return Doc(vocab, words=words, heads=heads, deps=deps, sent_starts=[n == 0 for n in range(len(words))])


def is_tree(heads: Sequence[int]) -> bool:
    """Tell whether heads, by position and a root by itself, make one tree.

    >>> is_tree([1, 1, 1]), is_tree([0, 1]), is_tree([1, 0, 2])
    (True, False, False)
    """
    if sum(head == n for n, head in enumerate(heads)) != 1:
        return False
    for start in range(len(heads)):
        seen, at = set(), start
        while heads[at] != at:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at]
    return True
