"""A node of a graph -> what a page calls it.

Actors, places and events carry a label. A claim, a figure, a participation or a span of text does not, and its IRI says only
where it stands; here such a node is named by what the graph says of it: `Turkije roept op tot: de agressie te staken`.
"""

from __future__ import annotations

from collections.abc import Callable

from rdflib.term import Literal, Node, URIRef

from relaas.model import MEASURES
from relaas.present.reader import Name, Reader
from relaas.vocabulary import CODE, DCTERMS, NS, OA, PREFIXES, PROV, RDF, RDFS, RELAAS, SCHEMA, XSD, ontology_graph

_LONGEST = 110
_YES_AND_NO = {"nl": {"true": "ja", "false": "nee"}, "en": {"true": "yes", "false": "no"}}
_PARTS = {
    "title": {"nl": "titel", "en": "title"},
    "context": {"nl": "toelichting van de vraagsteller", "en": "context given by the asker"},
    "q": {"nl": "vraag", "en": "question"},
    "a": {"nl": "antwoord", "en": "answer"},
    "fn": {"nl": "voetnoot", "en": "footnote"},
}
#: Terms of other vocabularies that the graphs use: (Dutch, English). The ontology labels its own.
_BORROWED = {
    "rdf:type": ("soort", "type"),
    "rdfs:label": ("naam", "name"),
    "rdfs:comment": ("toelichting", "comment"),
    "rdfs:subClassOf": ("valt onder", "subclass of"),
    "rdfs:subPropertyOf": ("valt onder", "subproperty of"),
    "rdfs:domain": ("zegt iets van", "domain"),
    "rdfs:range": ("heeft als waarde", "range"),
    "skos:prefLabel": ("naam", "label"),
    "skos:definition": ("omschrijving", "definition"),
    "skos:notation": ("notatie", "notation"),
    "skos:broader": ("valt onder", "broader"),
    "skos:inScheme": ("in schema", "in scheme"),
    "skos:topConceptOf": ("hoofdbegrip van", "top concept of"),
    "skos:member": ("lid", "member"),
    "skos:exactMatch": ("hetzelfde als", "exact match"),
    "skos:closeMatch": ("lijkt op", "close match"),
    "dcterms:title": ("titel", "title"),
    "dcterms:identifier": ("nummer", "identifier"),
    "dcterms:language": ("taal", "language"),
    "dcterms:hasPart": ("onderdeel", "has part"),
    "dcterms:isPartOf": ("onderdeel van", "part of"),
    "dcterms:publisher": ("uitgever", "publisher"),
    "dcterms:issued": ("verschenen", "issued"),
    "dcterms:source": ("bron", "source"),
    "dcterms:format": ("formaat", "format"),
    "dcterms:license": ("licentie", "licence"),
    "foaf:page": ("webpagina", "web page"),
    "prov:agent": ("actor", "agent"),
    "prov:used": ("gebruikte", "used"),
    "prov:wasAssociatedWith": ("uitgevoerd door", "carried out by"),
    "prov:wasAttributedTo": ("van de hand van", "attributed to"),
    "prov:actedOnBehalfOf": ("treedt op namens", "acts on behalf of"),
    "oa:hasTarget": ("koppelt", "links"),
    "oa:hasBody": ("aan", "to"),
    "oa:motivatedBy": ("met als doel", "motivation"),
    "oa:start": ("begin", "start"),
    "oa:end": ("einde", "end"),
    "oa:exact": ("woorden", "exact words"),
    "oa:hasSource": ("in tekst", "in text"),
    "nif:isString": ("tekst", "text"),
    "schema:sameAs": ("zelfde als", "same as"),
    "schema:startDate": ("sinds", "since"),
    "schema:endDate": ("tot", "until"),
    "schema:value": ("waarde", "value"),
    "schema:minValue": ("minstens", "at least"),
    "schema:maxValue": ("hoogstens", "at most"),
    "sem:hasPlace": ("plaats", "place"),
    "sem:hasSubEvent": ("omvat", "has subevent"),
    "org:postIn": ("ambt in", "post in"),
    "org:memberOf": ("lid van", "member of"),
    "geo:sfWithin": ("ligt in", "lies in"),
}


def untitled(question: str) -> str:
    """Return what stands for the title of a document that has none: the words of its first question.

    >>> untitled("Wanneer opent  de brug?")
    '[Wanneer opent de brug?]'
    """
    return f"[{cut(' '.join(question.split()))}]"


def title_of(reader: Reader, node: Node) -> Name:
    """Name a node by its label, by what is said of it, or by the last part of its IRI. A literal is its own name."""
    if isinstance(node, Literal):
        words = " ".join(str(node).split())
        return Name(yes_or_no(words, reader.language) if node.datatype == XSD.boolean else words)
    if made := _made(reader, node):
        return Name(made, str(node))
    if str(node).startswith(NS):
        return term_label(str(node), reader.language)
    label = reader.label(node)
    if str(node).startswith(CODE) or label != str(node).rsplit("/", 1)[-1]:
        return label
    return Name(short(str(node)), str(node))


def _made(reader: Reader, node: Node) -> str:
    """Return the name that is made of what is said of the node; empty for a kind that has a label of its own."""
    types = set(reader.graph.objects(node, RDF.type))
    for kind, make in _MAKERS.items():
        if RELAAS[kind] in types and (title := make(reader, node)):
            return title
    return _link(reader, node) if OA.Annotation in types else ""


def term_label(iri: str, language: str) -> Name:
    """Return the label of a term of the ontology, else its name with the prefix of its vocabulary."""
    labels = {o.language: str(o) for o in ontology_graph().objects(URIRef(iri), RDFS.label) if isinstance(o, Literal)}
    name = labels.get(language) or labels.get("nl") or short(iri)
    return Name(_BORROWED[name][language == "en"] if name in _BORROWED else name, iri)


def yes_or_no(value: str, language: str) -> str:
    """Return a truth value as a word.

    >>> yes_or_no("true", "nl"), yes_or_no("0", "en")
    ('ja', '0')
    """
    return _YES_AND_NO[language].get(value, value)


def short(iri: str) -> str:
    """Return an IRI as a reader of Turtle knows it, or its last part where no prefix fits.

    >>> short("http://www.w3.org/ns/prov#agent"), short("http://www.wikidata.org/entity/Q399")
    ('prov:agent', 'wd:Q399')
    """
    found = max((n for n in PREFIXES.values() if iri.startswith(n) and iri != n), key=len, default=None)
    if found is not None:
        prefix = next(p for p, n in PREFIXES.items() if n == found)
        return f"{prefix}:{iri[len(found) :]}"
    return iri.rstrip("/").rsplit("/", 1)[-1] or iri


def cut(words: str, most: int = _LONGEST) -> str:
    """Shorten words at a space.

    >>> cut("de agressie tegen Azerbeidzjan te staken", 20)
    'de agressie tegen …'
    """
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"


def _claim(reader: Reader, claim: Node) -> str:
    act = reader.one(claim, RELAAS.speechAct)
    words = reader.text(claim, RELAAS.contentText) or reader.words(reader.one(claim, RELAAS.evidence)) or ""
    holders = ", ".join(title_of(reader, h) for h in reader.all(claim, RELAAS.holder))
    if reader.code(claim, RELAAS.polarity) == "negative":
        holders += {"nl": " NIET", "en": " NOT"}[reader.language]
    return f"{holders} {reader.label(act) if act is not None else ''}: {cut(' '.join(words.split()))}".strip()


def counted_in(reader: Reader, figure: Node) -> str:
    """Return what a figure counts; one that measures gives its unit first: *procent, scholen*, *euro, boete*."""
    unit = reader.one(figure, RELAAS.unit)
    label = reader.label(unit) if unit is not None else ""
    counted = reader.text(figure, RELAAS.counted) or reader.text(figure, RELAAS.unitText)
    if counted and reader.code(figure, RELAAS.unit) in MEASURES and counted != label:
        return f"{label}, {counted}"
    return counted or label


def bound_of(reader: Reader, figure: Node) -> str:
    """Return how exact a figure is where it is not (*minstens*, *ongeveer*), else nothing."""
    how = reader.one(figure, RELAAS.approximation)
    return "" if how is None or reader.code(figure, RELAAS.approximation) == "exact" else reader.label(how)


def _figure(reader: Reader, figure: Node) -> str:
    value = reader.text(figure, SCHEMA.value) or " - ".join(
        v for v in (reader.text(figure, SCHEMA.minValue), reader.text(figure, SCHEMA.maxValue)) if v
    )
    return " ".join(filter(None, (bound_of(reader, figure), value, counted_in(reader, figure))))


def _participation(reader: Reader, participation: Node) -> str:
    who, role = reader.one(participation, RELAAS.participant), reader.one(participation, RELAAS.role)
    events = reader.subjects(RELAAS.participation, participation)
    named = title_of(reader, who) if who is not None else ", ".join(title_of(reader, e) for e in events)
    return f"{named} ({reader.label(role)})" if role is not None else named


def _attribution(reader: Reader, attribution: Node) -> str:
    return ", ".join(title_of(reader, a) for a in reader.all(attribution, PROV.agent))


def _span(reader: Reader, span: Node) -> str:
    words = reader.words(span)
    return f"“{cut(words)}”" if words else ""


def _coverage(reader: Reader, coverage: Node) -> str:
    question, verdict = reader.one(coverage, RELAAS.ofQuestion), reader.one(coverage, RELAAS.verdict)
    named = (title_of(reader, question) if question is not None else "", reader.label(verdict) if verdict is not None else "")
    return ": ".join(filter(None, named))


def _part(reader: Reader, part: Node) -> str:
    local = str(part).rsplit("/", 1)[-1]
    kind = next((k for k in (local, local[:2], local[:1]) if k in _PARTS), "")
    if not kind:
        return ""
    number = "" if kind == local else reader.text(part, RELAAS.numberLabel) or local[len(kind) :]
    return f"{_PARTS[kind][reader.language]} {number}".strip()


def _source(reader: Reader, source: Node) -> str:
    return cut(" ".join((reader.text(source, DCTERMS.title) or reader.words(reader.one(source, RELAAS.mention)) or "").split()))


def _relation(reader: Reader, relation: Node) -> str:
    left, right, kind = (reader.one(relation, p) for p in (RELAAS.fromClaim, RELAAS.toClaim, RELAAS.relationType))
    ends = [cut(title_of(reader, c), 60) if c is not None else "" for c in (left, right)]
    return f"{ends[0]} — {reader.label(kind) if kind is not None else ''} — {ends[1]}"


def _document(reader: Reader, document: Node) -> str:
    return " ".join((reader.text(document, DCTERMS.title) or "").split())


def _holding(reader: Reader, holding: Node) -> str:
    office, person = reader.one(holding, RELAAS.ofOffice), reader.one(holding, RELAAS.heldBy)
    return ": ".join(title_of(reader, n) for n in (office, person) if n is not None)


def _link(reader: Reader, node: Node) -> str:
    body = reader.one(node, OA.hasBody)
    label, qid = reader.text(node, RDFS.label), reader.text(node, RELAAS.qid)
    return short(str(body)) if body is not None else " ".join(filter(None, (label, f"({qid})" if qid else "")))


_MAKERS: dict[str, Callable[[Reader, Node], str]] = {
    "Document": _document,
    "DocumentPart": _part,
    "Claim": _claim,
    "Figure": _figure,
    "CitedSource": _source,
    "Participation": _participation,
    "Attribution": _attribution,
    "Coverage": _coverage,
    "ClaimRelation": _relation,
    "BackgroundHolding": _holding,
    "LinkCandidate": _link,
    "TextSpan": _span,
}
