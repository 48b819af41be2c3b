"""Every entry of reporting.yaml gives the claim of its example, and none in its near miss, through the real pipeline."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from relaas import assets
from relaas.extract.cast import Cast
from relaas.extract.claims import find_claims
from relaas.ids import Namer
from relaas.language import analyse
from relaas.model import (
    SCHEMES,
    Analysis,
    CitedSource,
    Claim,
    Document,
    Evidence,
    Header,
    Mention,
    Part,
    Passage,
    Sentence,
    Source,
    Span,
)

DATA: Any = assets.load_yaml("data", "lexicons", "reporting.yaml")
ENTRIES: list[dict[str, Any]] = DATA["entries"]
ACTS = frozenset(SCHEMES["speech-act"])
FRAMES = frozenset(
    "dat of te np quote pred inf subject clause words".split()
    + "achter als aan bij door in met naar om op over tegen tegenover tot van voor wegens".split()
)
KEYS = frozenset(
    "key kind verb noun preposition particle words forms act acts frames to via owner negated bare".split()
    + "unless only able by not_by example near_miss".split()
)
# Words of the language that any two contents may share.
FUNCTION = frozenset(
    "de het een en of om te in op van voor met naar tot bij aan uit door over onder tegen na zijn haar hun is was worden".split()
    + "wordt werd werden heeft hebben had zal zullen moet moeten kan kunnen mag mogen niet geen dat die dit er hoe".split()
    + "waren zich laat ik wij hij zij ze als dan ook meer".split()
)


@cache
def parsed() -> tuple[Analysis, tuple[str, ...]]:
    """All examples and near misses as one document, one answer each, so that the pipeline is called once."""
    texts: list[tuple[str, str]] = [(e["key"], e["example"]["text"]) for e in ENTRIES]
    texts += [("near:" + e["key"], e["near_miss"]) for e in ENTRIES if "near_miss" in e]
    whole, parts = "", []
    for n, (key, text) in enumerate(texts):
        start = len(whole)
        whole += text + "\n"
        passage = Passage(text, tuple(range(start, start + len(text))))
        parts.append(Part(key, "answer", Span(start, start + len(text)), n, passage=passage, sentences=(Span(0, len(text)),)))
    source = Source("lexicon", whole, "00" * 32)
    document = Document(source, "none", "unknown", "written-question", Header(), tuple(parts))
    return analyse(document), tuple(k for k, _ in texts)


def documents(analysis: Analysis) -> tuple[CitedSource, ...]:
    """The holders that are documents: those of entries that find them behind *in* or *op*."""
    out = []
    for entry in ENTRIES:
        if {"in", "op"} & set(entry.get("via", ())):
            part, words = analysis.document.part(entry["key"]), entry["example"]["holder"]
            start = part.span.start + entry["example"]["text"].index(words)
            span = Span(start, start + len(words))
            out.append(CitedSource(f"src{start}-{span.end}", "other", (Mention(span, words),), Evidence("test", span)))
    return tuple(out)


def everybody(sentences: tuple[Sentence, ...], known: tuple[CitedSource, ...]) -> Cast:
    """A cast that knows every noun and personal pronoun, so that only the lexicon and the mechanism decide."""
    silent = {"het", "dit", "dat", "er", "die", "wat", "zich", "men", "ik", "mijn"}
    papers = [m.span for source in known for m in source.mentions]
    named = {
        (s.index, t.i): (f"{s.index}-{t.i}",)
        for s in sentences
        for t in s.tokens
        if t.pos in ("NOUN", "PROPN", "PRON", "ADJ") and t.lower not in silent and not any(p.contains(t.span) for p in papers)
    }
    return Cast((), (), (), {s.part_id: "answerer" for s in sentences}, named)


@cache
def found() -> dict[str, tuple[Claim, ...]]:
    analysis, keys = parsed()
    papers = documents(analysis)
    claims = find_claims(analysis, everybody(analysis.sentences, papers), papers, Namer())
    return {key: tuple(c for c in claims if c.part_id == key) for key in keys}


def quote(claim: Claim) -> str:
    return parsed()[0].document.source.quote(claim.content) if claim.content else ""


def holder_words(claim: Claim) -> str:
    analysis = parsed()[0]
    named = [h.removeprefix("src").split("-") for h in claim.holders if h.startswith("src")]
    if named:
        return analysis.document.source.text[int(named[0][0]) : int(named[0][1])]
    sentences = analysis.sentences
    at = [tuple(int(n) for n in h.split("-")) for h in claim.holders if "-" in h]
    return " ".join(sentences[s].tokens[t].text for s, t in at)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["key"])
def test_example_gives_its_claim(entry: dict[str, Any]) -> None:
    example = entry["example"]
    claims = [c for c in found()[entry["key"]] if c.evidence.entry == f"reporting#{entry['key']}"]
    assert claims, f"no claim by this entry; found {[c.evidence.entry for c in found()[entry['key']]]}"
    claim = claims[0]
    assert claim.speech_act == example["act"]
    assert quote(claim) == example.get("content", "")
    if "holder" in example:
        assert holder_words(claim)
        assert set(holder_words(claim).split()) <= set(example["holder"].split())
    else:
        assert claim.holders == ("answerer",)


@pytest.mark.parametrize("entry", [e for e in ENTRIES if "near_miss" in e], ids=lambda e: e["key"])
def test_near_miss_gives_none(entry: dict[str, Any]) -> None:
    wrong = [c for c in found()["near:" + entry["key"]] if c.evidence.entry == f"reporting#{entry['key']}"]
    assert not wrong, quote(wrong[0])


def test_entries_are_well_formed() -> None:
    keys = [e["key"] for e in ENTRIES]
    assert len(keys) == len(set(keys)) >= 250
    for entry in ENTRIES:
        assert set(entry) <= KEYS, entry["key"]
        assert entry["act"] in ACTS
        assert set(entry.get("frames", ())) <= FRAMES, entry["key"]
        assert entry.get("negated", entry["act"]) in ACTS
        assert entry["kind"] != "verb" or entry["verb"] in DATA["verbs"]


def test_every_verb_is_used_and_has_its_forms() -> None:
    used = {e["verb"] for e in ENTRIES if e["kind"] == "verb"}
    assert set(DATA["verbs"]) == used
    for verb, forms in DATA["verbs"].items():
        assert set(forms) == {"present", "past", "participle"}, verb


def test_examples_share_no_content_words() -> None:
    seen: dict[str, str] = {}
    for entry in ENTRIES:
        words = set(re.findall(r"\w[\w'-]*", entry["example"].get("content", "").lower())) - FUNCTION
        for word in sorted(words):
            assert word not in seen, f"{word} in {entry['key']} and {seen[word]}"
            seen[word] = entry["key"]
