"""Whatever the parser makes of a sentence, the claims found in it are well formed."""

from __future__ import annotations

from claim_examples import cast_of
from hypothesis import given, settings
from hypothesis import strategies as st

from relaas.extract.claims import find_claims
from relaas.ids import Namer
from relaas.model import Analysis, Document, Header, Part, PartKind, Passage, Sentence, Source, Span, Token

WORDS = (
    "de raad krant minister ik u zegt stelt roept op om te sluiten dat of hoe , . : “ ” volgens aldus wil is zorgelijk niet geen "
    "oproep van door aan spreekt bedrog moet gesteld wordt heeft aangegeven vindt belangrijk en maar waaruit blijkt aanval ?"
).split()
LABELS = (
    "nsubj nsubj:pass obj obl nmod ccomp xcomp advcl acl acl:relcl conj cc mark case compound:prt".split()
    + "aux aux:pass cop det parataxis".split()
)
TAGS = "NOUN VERB AUX ADP SCONJ PRON ADJ ADV PUNCT DET PROPN".split()
FORMS = ("", "VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part", "PronType=Rel", "Tense=Past|VerbForm=Fin")


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """A document of one question or answer with up to three sentences, with any words under any heads and labels."""
    kinds: tuple[PartKind, ...] = ("question", "answer", "context")
    kind = draw(st.sampled_from(kinds))
    part_id = {"question": "q1", "answer": "a1", "context": "context"}[kind]
    text, sentences, spans = "", [], []
    for index in range(draw(st.integers(1, 3))):
        words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
        n = len(words)
        root = draw(st.integers(0, n - 1))
        heads = [i if i == root else draw(st.integers(0, n - 1)) for i in range(n)]
        heads = [h if _rooted(heads, i) else root for i, h in enumerate(heads)]
        tokens, start = [], len(text)
        for i, word in enumerate(words):
            label = "ROOT" if i == root else draw(st.sampled_from(LABELS))
            at = len(text)
            text += word + " "
            span = Span(at, at + len(word))
            pos, form = draw(st.sampled_from(TAGS)), draw(st.sampled_from(FORMS))
            tokens.append(Token(i, word, word, pos, "", form, label, heads[i], span, True))
        sentences.append(Sentence(index, part_id, tuple(tokens)))
        spans.append(Span(start, len(text) - 1))
    body = text.rstrip()
    passage = Passage(body, tuple(range(len(body))))
    part = Part(part_id, kind, Span(0, len(body)), 0, passage=passage, sentences=tuple(spans))
    return Analysis(
        Document(Source("x", text, "0" * 64), "generic", "unknown", "written-question", Header(), (part,)), tuple(sentences)
    )


def _rooted(heads: list[int], i: int) -> bool:
    seen: set[int] = set()
    while heads[i] != i and i not in seen:
        seen.add(i)
        i = heads[i]
    return heads[i] == i


@settings(max_examples=150, deadline=None)
@given(analyses())
def test_claims_of_any_tree_are_well_formed(analysis: Analysis) -> None:
    cast = cast_of(analysis)
    claims = find_claims(analysis, cast, (), Namer())
    ids = {c.claim_id for c in claims}
    text = analysis.document.source.text
    assert len(ids) == len(claims)
    for claim in claims:
        assert claim.holders
        assert not set(claim.holders) & set(claim.addressees + claim.targets)
        assert claim.nested_in in ids | {None}
        assert claim.nested_in != claim.claim_id
        levels = [a.level for a in claim.attributions]
        assert levels == sorted(levels)
        assert levels[0] == 0
        if claim.content is not None and claim.speech_act != "ask":
            content = text[claim.content.start : claim.content.end]
            assert claim.evidence.span.contains(claim.content)
            assert content.strip(" .,;:?!“”") == content
            assert claim.content_text == content
    assert claims == find_claims(analysis, cast, (), Namer())
