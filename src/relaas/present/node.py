"""A node of a graph -> what its page says: what it is, the passage in its context, what is said of it, and why.

Spans of text are shown as passages, not as offsets. What points at the node stands below what it says, so an actor's page tells
what the actor says, takes part in and is accused of. Rule, lexicon entry and confidence tell why the node is there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from rdflib.term import Literal, Node, URIRef

from relaas.present.reader import Name, Reader
from relaas.present.titles import short, term_label, title_of
from relaas.vocabulary import CODE, DCTERMS, NIF, NS, OA, PROV, RDF, RDFS, RELAAS, SKOS, ontology_graph, schemes_graph

#: Properties that are shown as passages, and how far around them the text is shown.
_PASSAGES = ("evidence", "cue", "contentSpan", "quoteSpan", "mention", "span")
_AROUND = 160
_WHY = ("rule", "lexiconEntry", "confidence", "reviewStatus", "note", "recordedBy")
#: What a reader looks for first; what is not named here follows by name.
_FIRST = tuple(
    "documentType chamber asker addressedTo answerer submitted answered speechAct holder reporter attribution addressee target"
    " contentText quotedText quoteType polarity certainty timeframe nestedIn inPart respondsTo figure aboutEvent aboutActor"
    " hadCitedSource actorType identified office eventType factuality edtf participation precedes leadsTo performs"
    " value counted outcome approximation unit unitText ofSide ofEvent inClaim ofQuestion verdict coveredBy answers voice"
    " numberLabel fromClaim relationType toClaim aspect basis assertedBy".split()
)
_MOST = 200


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the text with what stands around them. `role` says what they are for the node: cue, evidence, mention.

    What lies `inside` a passage that comes before it has nothing around it: the reader has just seen that.
    """

    role: Name
    before: str
    words: str
    after: str
    start: int
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A property with its values; `more` tells that there are others than these."""

    name: Name
    values: tuple[Name, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class NodePage:
    """What a page says of one node. `document` is the document it stands in, None for what several documents share."""

    iri: str
    title: str
    kinds: tuple[Name, ...]
    definition: str | None
    passages: tuple[Passage, ...]
    rows: tuple[Row, ...]
    incoming: tuple[Row, ...]
    why: tuple[Row, ...]
    same_as: tuple[str, ...]
    document: Name | None
    language: str


def describe_node(reader: Reader, iri: str, *, incoming: Iterable[tuple[Node, URIRef]] | None = None) -> NodePage:
    """Gather what the graph of the reader says of a node, which may be nothing.

    `incoming` are the pairs (subject, property) that point at it, where the reader holds a part of the graph only; without it
    they are looked up.
    """
    node = URIRef(iri)
    pairs = incoming if incoming is not None else ((s, URIRef(str(p))) for s, p in reader.graph.subject_predicates(node))
    hidden = {RELAAS[p] for p in (*_PASSAGES, *_WHY)} | {RDF.type, NIF.isString, OA.hasSource, RDFS.isDefinedBy}
    documents = [d for d in reader.of_type(RELAAS.Document) if iri.startswith(f"{d}/")]
    by_property: dict[URIRef, list[Node]] = {}
    for predicate, value in reader.graph.predicate_objects(node):
        by_property.setdefault(URIRef(str(predicate)), []).append(value)
    return NodePage(
        iri=iri,
        title=title_of(reader, node),
        kinds=tuple(term_label(str(t), reader.language) for t in _kinds(reader, node)),
        definition=_definition(reader, node),
        passages=_passages(reader, node),
        rows=_rows(reader, {p: v for p, v in by_property.items() if p not in hidden and not str(p).endswith("sameAs")}),
        incoming=_incoming(reader, pairs),
        why=_rows(reader, {p: v for p, v in by_property.items() if p in {RELAAS[w] for w in _WHY}}),
        same_as=tuple(sorted(str(o) for p, o in reader.graph.predicate_objects(node) if str(p).endswith("sameAs"))),
        document=title_of(reader, documents[0]) if documents else None,
        language=reader.language,
    )


def _kinds(reader: Reader, node: Node) -> list[Node]:
    """Return the types that say something: a question is a part of a document too, and that need not be said."""
    types = sorted(set(reader.graph.objects(node, RDF.type)), key=str)
    general = {RELAAS.DocumentPart, RELAAS.Place} if len(types) > 1 else set()
    named = [t for t in types if t not in general]
    precise = [t for t in named if t != RELAAS.Actor or len(named) == 1]
    return precise or types


def _definition(reader: Reader, node: Node) -> str | None:
    for graph in (schemes_graph(), ontology_graph()) if str(node).startswith((CODE, NS)) else ():
        found = {getattr(o, "language", None): str(o) for o in graph.objects(node, SKOS.definition)}
        if found:
            return found.get(reader.language) or found.get("nl")
    return None


def _passages(reader: Reader, node: Node) -> tuple[Passage, ...]:
    """Return the passages of the node, each stretch of text once, under its most telling role."""
    spans = [(RELAAS[name], s) for name in _PASSAGES for s in reader.all(node, RELAAS[name])]
    if (node, OA.start, None) in reader.graph:
        spans.append((RELAAS.span, node))
    out: dict[tuple[int, int], Passage] = {}
    for role, span in spans:
        if (span, OA.start, None) not in reader.graph:
            continue
        start, end = reader.offsets(span)
        text = reader.text_of(span)
        whole = bool(text) and text[start:end] == str(reader.graph.value(span, OA.exact))
        inside = any(a <= start and end <= b for a, b in out)
        before, after = _around(text, start, end) if whole and not inside else ("", "")
        out.setdefault(
            (start, end), Passage(term_label(str(role), reader.language), before, reader.words(span) or "", after, start, inside)
        )
    return tuple(islice(out.values(), _MOST))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after, cut between words."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = "… " + before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before, after


def _rows(reader: Reader, values: dict[URIRef, list[Node]]) -> tuple[Row, ...]:
    rows = []
    for predicate in sorted(values, key=_rank):
        found = sorted(values[predicate], key=lambda v: (_level(reader, v), reader.order(v)))
        if predicate in (RDFS.label, DCTERMS.title, SKOS.prefLabel, SKOS.definition):
            names: Iterable[Name] = (_with_language(v) for v in found)
        else:
            names = (title_of(reader, v) for v in found)
        rows.append(Row(term_label(str(predicate), reader.language), tuple(islice(names, _MOST)), len(found) > _MOST))
    return tuple(rows)


def _level(reader: Reader, node: Node) -> int:
    return int(reader.text(node, RELAAS.level) or 0) if not isinstance(node, Literal) else 0


def _with_language(value: Node) -> Name:
    language = getattr(value, "language", None)
    return Name(" ".join(str(value).split()) + (f" ({language})" if language else ""))


def _rank(predicate: URIRef) -> tuple[int, str]:
    local = str(predicate).replace("#", "/").rsplit("/", 1)[-1]
    return (_FIRST.index(local) if local in _FIRST else len(_FIRST)), short(str(predicate))


def _incoming(reader: Reader, pairs: Iterable[tuple[Node, URIRef]]) -> tuple[Row, ...]:
    """Group what points at the node by property; a participation stands for its event, an attribution for its claim."""
    grouped: dict[URIRef, dict[str, Name]] = {}
    for subject, predicate in sorted(pairs, key=lambda pair: (str(pair[1]), reader.order(pair[0]))):
        shown, via = subject, predicate
        if predicate in (RELAAS.participant, PROV.agent):
            owners = reader.subjects(RELAAS.participation, subject) or reader.subjects(RELAAS.attribution, subject)
            if owners:
                shown = owners[0]
        title = title_of(reader, shown)
        role = reader.one(subject, RELAAS.role) if predicate == RELAAS.participant else None
        label = f"{title} ({reader.label(role)})" if role is not None else str(title)
        grouped.setdefault(via, {}).setdefault(str(shown), Name(label, str(shown)))
    return tuple(
        Row(term_label(str(p), reader.language), tuple(islice(grouped[p].values(), _MOST)), len(grouped[p]) > _MOST)
        for p in sorted(grouped, key=_rank)
    )
