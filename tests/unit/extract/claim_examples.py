"""Hand-made parts and trees for the tests of claims and relations.

A token is written `word/POS/label/head/features`, with `word~lemma` where the lemma is not the word; the features `Fin`, `Inf`,
`Part`, `Plur`, `Past` and `Rel` are short for those of the treebank. Sentences stand on lines of their own.
"""

from __future__ import annotations

from relaas.extract.cast import Cast
from relaas.extract.claims import find_claims
from relaas.ids import Namer
from relaas.model import Analysis, CitedSource, Claim, Document, Header, Part, PartKind, Passage, Sentence, Source, Span, Token

_FEATURES = {
    "Fin": "VerbForm=Fin",
    "Inf": "VerbForm=Inf",
    "Part": "VerbForm=Part",
    "Plur": "Number=Plur",
    "Past": "Tense=Past|VerbForm=Fin",
    "Rel": "PronType=Rel",
}
_CLOSING = frozenset(",.?!)»”:;")
_OPENING = frozenset("(«“")
_NOBODY = frozenset(
    {"het", "er", "die", "dat", "brug", "dijk", "toestand", "wapens", "fraude", "bedrog", "mening", "streven", "haar"}
)


def tree(text: str, *, index: int = 0, part_id: str = "a1", start: int = 0) -> Sentence:
    """Return the sentence of the notation; its tokens stand in the source from `start` on."""
    rows = [t.split("/") for t in text.split()]
    tokens: list[Token] = []
    at = start
    for i, (form, pos, dep, head, *features) in enumerate(rows):
        word, _, lemma = form.partition("~")
        following = rows[i + 1][0] if i + 1 < len(rows) else ""
        space = following not in _CLOSING and word not in _OPENING
        morph = "|".join(_FEATURES[f] for f in features)
        span = Span(at, at + len(word))
        tokens.append(Token(i, word, lemma or word.lower(), pos, "", morph, dep, int(head), span, space))
        at += len(word) + space
    return Sentence(index, part_id, tuple(tokens))


def analysis_of(*parts: tuple[PartKind, str]) -> Analysis:
    """Return a document of these parts; an answer answers the first question."""
    text, made = "", []
    sentences: list[Sentence] = []
    counts: dict[str, int] = {}
    for ordinal, (kind, lines) in enumerate(parts):
        counts[kind] = counts.get(kind, 0) + 1
        part_id = "context" if kind == "context" else f"{kind[0]}{counts[kind]}"
        start, spans = len(text), []
        for line in filter(None, (row.strip() for row in lines.splitlines())):
            sentence = tree(line, index=len(sentences), part_id=part_id, start=len(text))
            spans.append(Span(len(text) - start, len(text) - start + len(sentence.text)))
            sentences.append(sentence)
            text += sentence.text + " "
        body = text[start:].rstrip()
        passage = Passage(body, tuple(range(start, start + len(body))))
        answers = ("q1",) if kind == "answer" else ()
        span = Span(start, start + len(body))
        made.append(Part(part_id, kind, span, ordinal, answers=answers, passage=passage, sentences=tuple(spans)))
    source = Source("example", text, "0" * 64)
    return Analysis(Document(source, "generic", "unknown", "written-question", Header(), tuple(made)), tuple(sentences))


def cast_of(analysis: Analysis, unknown: frozenset[str] = frozenset()) -> Cast:
    """Return a cast that knows every noun that can speak by its own word, and *ik*, *mij* and *u* as the voices."""
    voices = {p.part_id: p.voice for p in analysis.document.parts if p.voice}
    other = {"asker": "answerer", "answerer": "asker"}
    named: dict[tuple[int, int], tuple[str, ...]] = {}
    for s in analysis.sentences:
        for t in s.tokens:
            voice = voices.get(s.part_id, "nobody")
            if t.lower in ("ik", "mij"):
                named[s.index, t.i] = (voice,)
            elif t.lower == "u":
                named[s.index, t.i] = (other.get(voice, voice),)
            elif t.pos in ("NOUN", "PROPN") and t.lower not in _NOBODY | unknown:
                named[s.index, t.i] = (t.lower,)
    return Cast((), (), (), dict(voices), named)


def claims_of(*parts: tuple[PartKind, str], sources: tuple[CitedSource, ...] = ()) -> tuple[Claim, ...]:
    """Return the claims of these parts."""
    analysis = analysis_of(*parts)
    return find_claims(analysis, cast_of(analysis), sources, Namer())


def said(lines: str, *, kind: PartKind = "answer") -> tuple[Claim, ...]:
    """Return the claims of one part that are no questions."""
    return tuple(c for c in claims_of((kind, lines)) if c.speech_act != "ask")


def words(claim: Claim, lines: str, *, kind: PartKind = "answer") -> tuple[str, str | None]:
    """Return the cue and the content of a claim as they stand in the text."""
    quote = analysis_of((kind, lines)).document.source.quote
    return " … ".join(quote(s) for s in claim.cue), quote(claim.content) if claim.content else None
