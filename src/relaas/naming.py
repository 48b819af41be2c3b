"""Doc -> Doc with `ents`: persons, parties, organisations, government bodies, places and documents, found and typed.

The last part of the language model's pipeline. It knows no name itself: phrases come from `extract` (gazetteer, lexicons of
offices, bodies and people, cues of names), documents from its patterns of citation, so that a reader of the model and a
reader of the graph are told the same. It stands above both rooms because neither may know the other.
A name that was typed once is typed alike wherever the text repeats it; a person's family name alone is that person.
Refuses adjectives and inhabitants (*Noorse*, *Noren*), offices without a name, and names that nothing types and no verb lets act.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Span as Tokens
from spacy.util import filter_spans

from relaas import gazetteer
from relaas.extract import references
from relaas.extract.mentions import phrases_of
from relaas.extract.named import Phrase
from relaas.extract.names import first_names, fold
from relaas.model import Passage, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

PERSON, PARTY, ORGANISATION, GOVERNMENT, PLACE, DOCUMENT = "PER", "PARTY", "ORG", "GOV", "LOC", "DOC"
LABELS = (DOCUMENT, GOVERNMENT, PLACE, ORGANISATION, PARTY, PERSON)
_BY_TYPE = {
    "person": PERSON, "office-holder": PERSON, "member-of-parliament": PERSON, "state": PLACE, "place": PLACE, "party": PARTY,
    "government": GOVERNMENT, "ministry": GOVERNMENT, "authorities": GOVERNMENT, "institution": GOVERNMENT,
}  # fmt: skip
_BY_KIND = {"person": PERSON, "place": PLACE}
_ACTS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "appos"})
_FORMS = frozenset({"name", "abbreviation"})
Piece = tuple[int, int, str]


@Language.factory("relaas_names", assigns=["doc.ents"], requires=["token.pos", "token.dep", "doc.sents"])
def create_names(nlp: Language, name: str) -> Names:  # noqa: ARG001 (spaCy passes both)
    """Return the component that finds names."""
    return Names()


class Names:
    """Sets `doc.ents`; what another component found before stays where it does not overlap."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of a parsed Doc. Raises ValueError (from spaCy) where sentences are not known."""
        found = [Tokens(doc, first, last + 1, label) for first, last, label in find(doc)]
        doc.ents = tuple(filter_spans([*doc.ents, *sorted(found, key=_weight)]))
        return doc


def _weight(tokens: Tokens) -> tuple[int, int]:
    return (-len(tokens), tokens.start)


def find(doc: Doc) -> list[Piece]:
    """Return the names of a parsed Doc as first token, last token and label; they may overlap."""
    out: list[Piece] = list(_documents(doc))
    taken = {i for first, last, _ in out for i in range(first, last + 1)}
    untyped: list[tuple[int, int]] = []
    for base, sentence in _sentences(doc):
        for phrase in phrases_of(sentence):
            if phrase.sort == "group":
                continue
            label = _label(phrase)
            for first, last in _named(phrase):
                tokens = [base[i] for i in range(first, last + 1)]
                if taken.intersection(tokens) or (phrase.sort in {"name", "place"} and not _proper(doc, phrase, tokens)):
                    continue
                if label:
                    out.append((tokens[0], tokens[-1], label))
                else:
                    untyped.append((tokens[0], tokens[-1]))
    out.extend(_again(doc, out, untyped))
    return out


def _proper(doc: Doc, phrase: Phrase, tokens: list[int]) -> bool:
    """Tell whether a name without an entry in the gazetteer has a proper noun in it; an adjective with a capital has none."""
    return bool(phrase.keys) or phrase.noun is not None or any(doc[i].pos_ in {"PROPN", "X"} for i in tokens)


def _sentences(doc: Doc) -> Iterator[tuple[list[int], Sentence]]:
    """Yield the sentences as values of the model, each with the places of its tokens in the Doc."""
    for index, sent in enumerate(doc.sents):
        kept = [t for t in sent if not t.is_space]
        if not kept:
            continue
        place = {t.i: n for n, t in enumerate(kept)}
        tokens = tuple(
            Token(
                n, t.text, t.lemma_, t.pos_, t.tag_, "", t.dep_, place.get(t.head.i, n), Span(t.idx, t.idx + len(t.text)),
                bool(t.whitespace_),
            )
            for n, t in enumerate(kept)
        )  # fmt: skip
        yield [t.i for t in kept], Sentence(index, "", tokens)


def _documents(doc: Doc) -> Iterator[Piece]:
    passage = Passage(doc.text, tuple(range(len(doc.text))))
    for reference in references.find(passage, ""):
        tokens = doc.char_span(reference.start, reference.end, alignment_mode="expand")
        if tokens is not None:
            yield tokens.start, tokens.end - 1, DOCUMENT


def _named(phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield the tokens of a phrase that are a name: without the title or noun before it."""
    noun = phrase.noun
    for n, (first, last, form) in enumerate(phrase.pieces):
        if form not in _FORMS:
            if n == 0 and noun is not None and noun.sort == "body" and _is_titled(phrase):
                yield _capitals(phrase, first), last
            continue
        inside = n == 0 and noun is not None and phrase.name is not None and first <= phrase.head < last
        yield (phrase.head + 1 if inside else first), last


def _is_titled(phrase: Phrase) -> bool:
    """Tell whether a body without a name of its own is written as a name: *het Ministerie van Landbouw*."""
    head = phrase.sentence.tokens[phrase.head]
    capital = head.text[0].isupper() and phrase.head > 0
    return capital and not (phrase.noun is not None and phrase.noun.plural)


def _capitals(phrase: Phrase, first: int) -> int:
    tokens = phrase.sentence.tokens
    while first < phrase.head and not (tokens[first].text[0].isupper() and tokens[first].pos != "DET"):
        first += 1
    return first


def _label(phrase: Phrase) -> str | None:
    """Return the label of a phrase's names; None where nothing types them."""
    if phrase.keys:
        return _label_of_entry(phrase.keys[0])
    if phrase.sort == "place":
        return PLACE if phrase.cue is None or not _has_inner_capital(phrase.wording) else None
    if phrase.party:
        return PERSON
    kind = phrase.noun.actor_type if phrase.noun is not None and phrase.sort in {"office", "person", "body"} else phrase.cue
    if kind:
        return _BY_TYPE.get(kind, ORGANISATION)
    words = phrase.wording.split()
    return PERSON if len(words) > 1 and phrase.wording.isupper() and fold(words[0].title()) in first_names() else None


def _label_of_entry(key: str) -> str:
    entry = gazetteer.bundled().entries[key]
    if entry.kind == "geopolitical" and entry.type != "union":
        return PLACE
    return _BY_KIND.get(entry.kind) or _BY_TYPE.get(entry.type, ORGANISATION)


def _has_inner_capital(wording: str) -> bool:
    """Tell whether a word is written as names of bodies are (*NOC*, *GroenLinks*): no place, whatever stands before it."""
    return any(c.isupper() for word in wording.split() for c in word[1:])


def _again(doc: Doc, typed: list[Piece], untyped: list[tuple[int, int]]) -> Iterator[Piece]:
    """Type names by what the text says of them elsewhere; what stays is an organisation if it acts somewhere in the text."""
    known: dict[str, str] = {}
    for first, last, label in typed:
        known.setdefault(doc[first : last + 1].text, label)
        if label == PERSON and last > first:
            known.setdefault(doc[last].text, PERSON)
    acting = {doc[a : b + 1].text for a, b in untyped if any(t.dep_ in _ACTS for t in doc[a : b + 1])}
    for first, last in untyped:
        text = doc[first : last + 1].text
        if text in known or text in acting:
            yield first, last, known.get(text, ORGANISATION)
    covered = {i for first, last, _ in [*typed, *((a, b, "") for a, b in untyped)] for i in range(first, last + 1)}
    for token in doc:
        if token.i in covered or token.text not in known or not token.text[0].isupper():
            continue
        if token.pos_ == "PROPN" or not token.is_sent_start:  # a capital inside a sentence, whatever the tagger takes it for
            yield token.i, token.i, known[token.text]
