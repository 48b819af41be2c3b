"""Document -> Analysis: tokens, lemmas and dependencies of Dutch.

The pipeline is read from disk once per process. Sentence starts come from `structure`; the parser respects them. This is
the only room that imports spaCy, and it does so on first use, so that commands that parse nothing start fast. The bundled
model stands in `model/`, with its card; `training/` makes it again. Any spaCy pipeline with Universal Dependencies labels
can take its place.
Refuses a pipeline that cannot be read, tags nothing, or whose parser lacks labels that claims are read from, and names them.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relaas.errors import ModelError
from relaas.language.mending import Words, mend, words_of
from relaas.model import Analysis, Document, Part, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BUNDLED = "relaas"
#: Labels of the parser that claims, holders and events are read from.
NEEDED = (
    "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "ccomp", "compound:prt", "conj", "cop", "det",
    "flat", "mark", "nmod", "nmod:poss", "nsubj", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "parataxis", "xcomp",
)  # fmt: skip
_BATCH = 8
#: Characters of a passage that are parsed at once. The longest answer of the three parliaments has 14,000.
_LONGEST = 50_000
_PARSED = frozenset({"title", "context", "question", "answer"})
_UNUSED = ("ner", "relaas_names")  # relaas finds names itself, with what it knows of the whole document


@cache
def load(name: str = BUNDLED) -> Language:
    """Return the spaCy pipeline of that name: the bundled one, an installed package, a folder.

    Raises ModelError if it cannot be read or does not fit; the message says what is missing. Matrices are multiplied by numpy's
    BLAS on one thread: that is faster than spaCy's own kernels, and one document is no work for several cores.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported, which is now
    import spacy
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    path = Path(__file__).parent / "model" if name == BUNDLED else name
    before = get_current_ops()
    try:
        set_current_ops(NumpyOps(use_blis=False))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp = spacy.load(path)
    except (OSError, ValueError) as error:
        raise ModelError(f"language model {name!r}: cannot be loaded ({_reason(name, error)})") from None
    finally:
        set_current_ops(before)
    _check(name, nlp)
    return nlp


def _reason(name: str, error: Exception) -> str:
    if Path(name).is_dir() and not (Path(name) / "config.cfg").is_file():
        return "the folder holds no config.cfg, so it is no spaCy pipeline; give the folder that has one"
    reason = str(error).splitlines()[0]
    if reason.startswith("[E050]"):
        return (
            "no installed pipeline has this name and no folder has this path; install it with pip, or give the path of its folder"
        )
    return reason


def _check(name: str, nlp: Language) -> None:
    """Raise ModelError if the pipeline does not give what is read from it."""
    if "parser" not in nlp.pipe_names:
        raise ModelError(f"language model {name!r}: has no component 'parser'; relaas needs Universal Dependencies trees")
    missing = [label for label in NEEDED if label not in nlp.pipe_labels["parser"]]
    if missing:
        raise ModelError(
            f"language model {name!r}: its parser does not know the Universal Dependencies labels {', '.join(missing)}, "
            "which claims are read from; give a pipeline for Dutch trained on UD Alpino or LassySmall"
        )
    features = nlp.pipe_labels.get("morphologizer", [])
    if not any("POS=NOUN" in label for label in features) and not {"tagger", "attribute_ruler"} <= set(nlp.pipe_names):
        raise ModelError(f"language model {name!r}: nothing in it gives Universal parts of speech (a morphologizer does)")
    if not {"lemmatizer", "trainable_lemmatizer"} & set(nlp.pipe_names):
        raise ModelError(f"language model {name!r}: has no lemmatizer; words that report are looked up by lemma")


def version(name: str = BUNDLED) -> str:
    """Return `name version` of a pipeline, as its own meta data gives it."""
    meta = load(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def analyse(document: Document, *, model: str = BUNDLED) -> Analysis:
    """Parse every title, context, question and answer of the document, sentence starts as `structure` set them."""
    nlp = load(model)
    pieces = [
        (part, begin, end)
        for part in document.parts
        if part.kind in _PARSED and part.passage is not None and part.sentences
        for begin, end in _pieces(part)
    ]
    sentences: list[Sentence] = []
    words = words_of(document.source.text)
    docs = nlp.pipe((_prepared(nlp, *piece, words) for piece in pieces), batch_size=_BATCH, disable=_UNUSED)
    for (part, begin, _), doc in zip(pieces, docs, strict=True):
        sentences.extend(_sentences(part, doc, begin, first=len(sentences)))
    return Analysis(document, tuple(sentences))


def _pieces(part: Part) -> Iterator[tuple[int, int]]:
    """Cut a long passage at starts of sentences: memory grows with the length of what is parsed at once."""
    assert part.passage is not None
    begin = 0
    for sentence, following in pairwise((*part.sentences, None)):
        end = following.start if following is not None else len(part.passage.text)
        if sentence is not None and sentence.start > begin and end - begin > _LONGEST:
            yield begin, sentence.start
            begin = sentence.start
    yield begin, len(part.passage.text)


def _prepared(nlp: Language, part: Part, begin: int, end: int, words: Words) -> Doc:
    import numpy

    assert part.passage is not None
    nlp.max_length = max(nlp.max_length, end - begin)  # one sentence of a million characters is odd, but no reason to stop
    places = sorted(s.start - begin for s in part.sentences if begin <= s.start < end)
    doc = mend(nlp, nlp.make_doc(part.passage.text[begin:end]), places, words)
    starts = iter(places)
    due = next(starts, None)
    marks = []
    for token in doc:
        begins = due is not None and token.idx + len(token.text) > due and not token.is_space
        marks.append(1 if token.i == 0 or begins else -1)
        while begins and due is not None and due < token.idx + len(token.text):
            due = next(starts, None)
    # all at once: a token that is set by itself looks through the whole Doc first
    column: Any = numpy.asarray(marks, dtype="int64").astype("uint64").reshape(-1, 1)
    return doc.from_array(["SENT_START"], column)


def _sentences(part: Part, doc: Doc, begin: int, *, first: int) -> Iterator[Sentence]:
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
                      part.passage.span(begin + t.idx, begin + t.idx + len(t.text)), space)
            )  # fmt: skip
        yield Sentence(count, part.part_id, tuple(tokens))
        count += 1
