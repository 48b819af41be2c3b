"""A long passage is parsed in pieces, and every token keeps its place."""

from relaas.language import analyse
from relaas.model import Document, Header, Part, Passage, Source, Span

SENTENCE = "De brug bij Temse wordt in het najaar door drie aannemers hersteld. "


def document(text: str, length: int) -> Document:
    passage = Passage(text, tuple(range(len(text))))
    sentences = tuple(Span(i, min(i + length, len(text))) for i in range(0, len(text), length))
    part = Part("context", "context", Span(0, len(text.rstrip())), 1, passage=passage, sentences=sentences)
    return Document(Source("x", text, "0" * 64), "generic", "unknown", "other", Header(), (part,))


def test_a_long_passage_gives_the_same_sentences_in_their_places() -> None:
    text = SENTENCE * 1000  # 68,000 characters, more than are parsed at once
    analysis = analyse(document(text, len(SENTENCE)))
    assert len(analysis.sentences) == 1000
    assert [s.index for s in analysis.sentences] == list(range(1000))
    assert {s.text for s in analysis.sentences} == {SENTENCE.strip()}
    assert all(text[t.span.start : t.span.end] == t.text for s in analysis.sentences for t in s.tokens)
    assert len({tuple((t.dep, t.head) for t in s.tokens) for s in analysis.sentences}) == 1


def test_one_endless_sentence_is_no_reason_to_stop() -> None:
    text = "brug " * 24_000
    (sentence,) = analyse(document(text, len(text))).sentences
    assert len(sentence.tokens) == 24_000
