"""Document -> Analysis: tokens, lemmas and dependencies of Dutch.

The pipeline is read from disk once per process. Sentence starts come from `structure`; the parser respects them. This is
the only room that imports spaCy, and it does so on first use, so that commands that parse nothing start fast.
Refuses a pipeline without a parser or without Universal Dependencies labels.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from relaas.errors import ModelError
from relaas.model import Analysis, Document, Part, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BUNDLED = "relaas"
_BATCH = 16
_PARSED = frozenset({"title", "context", "question", "answer"})


@cache
def load(name: str = BUNDLED) -> Language:
    """Return the spaCy pipeline of that name (the bundled one, an installed package, a path); ModelError if it does not fit."""
    import spacy

    path = Path(__file__).parent / "model" if name == BUNDLED else name
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp = spacy.load(path)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        advice = "give the name of an installed spaCy pipeline or a folder"
        raise ModelError(f"language model {name!r}: cannot be loaded ({reason}); {advice}") from None
    if "parser" not in nlp.pipe_names:
        raise ModelError(f"language model {name!r}: has no parser; relaas needs Universal Dependencies trees")
    labels = set(nlp.pipe_labels.get("parser", ()))
    missing = sorted({"nsubj", "obj", "obl", "ccomp", "conj", "case", "mark"} - labels)
    if missing:
        raise ModelError(f"language model {name!r}: its parser lacks the Universal Dependencies labels {', '.join(missing)}")
    return nlp


def version(name: str = BUNDLED) -> str:
    """Return `name version` of a pipeline, as its own meta data gives it."""
    meta = load(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def analyse(document: Document, *, model: str = BUNDLED) -> Analysis:
    """Parse every title, context, question and answer of the document, sentence starts as `structure` set them."""
    nlp = load(model)
    parts = [p for p in document.parts if p.kind in _PARSED and p.passage is not None and p.sentences]
    sentences: list[Sentence] = []
    for part, doc in zip(parts, nlp.pipe((_prepared(nlp, p) for p in parts), batch_size=_BATCH), strict=True):
        sentences.extend(_sentences(part, doc, first=len(sentences)))
    return Analysis(document, tuple(sentences))


def _prepared(nlp: Language, part: Part) -> Doc:
    assert part.passage is not None
    doc = nlp.make_doc(part.passage.text)
    starts = iter(sorted(s.start for s in part.sentences))
    due = next(starts, None)
    for token in doc:
        begins = due is not None and token.idx + len(token.text) > due and not token.is_space
        token.is_sent_start = token.i == 0 or begins
        while begins and due is not None and due < token.idx + len(token.text):
            due = next(starts, None)
    return doc


def _sentences(part: Part, doc: Doc, *, first: int) -> Iterator[Sentence]:
    assert part.passage is not None
    count = first
    for sent in doc.sents:
        kept = [t for t in sent if not t.is_space]
        if not kept:
            continue
        index = {t.i: n for n, t in enumerate(kept)}
        tokens = []
        for n, t in enumerate(kept):
            head = t.head
            while head.i not in index and head.head.i != head.i:
                head = head.head
            space = bool(t.whitespace_) or (t.i + 1 < len(doc) and doc[t.i + 1].is_space)
            tokens.append(
                Token(n, t.text, t.lemma_, t.pos_, t.tag_, str(t.morph), t.dep_, index.get(head.i, n),
                      part.passage.span(t.idx, t.idx + len(t.text)), space)
            )  # fmt: skip
        yield Sentence(count, part.part_id, tuple(tokens))
        count += 1
