"""An IRI that several documents share + what is said of it -> what its page needs: labels around it, its documents.

An actor of the gazetteer is named by many documents, so its page cannot read them all. It reads the description, at most two
hundred triples that point at it, and the names of what stands at the other ends; where there is more, the page says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool

from relaas.present import Name
from relaas.serve.site import Question, Site
from relaas.vocabulary import CODE, NS, PROV, RELAAS, schemes_graph

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node, URIRef

_MOST_DOCUMENTS = 100
_MOST_NAMED = 400
_ATTRIBUTION = re.compile(r"(.+)\.a\d+")
#: What names a node, and the ways from it to other nodes that name it.
_NAMING = """PREFIX : <https://w3id.org/relaas/ns#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX schema: <http://schema.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>
CONSTRUCT { ?s ?p ?o } WHERE {
  VALUES ?n { %s }
  { ?n ?p ?o BIND(?n AS ?s) }
  UNION { ?n :holder|:evidence|:mention|:participant|:fromClaim|:toClaim|:heldBy|:ofOffice|:ofQuestion ?s . ?s ?p ?o
    FILTER(?p IN (rdf:type, rdfs:label, dcterms:title, :normalized, oa:exact, :numberLabel)) }
  UNION { ?s :participation ?n ; ?p ?o FILTER(?p IN (rdf:type, rdfs:label, :participation)) }
  FILTER(?p IN (rdf:type, rdfs:label, dcterms:title, :holder, :speechAct, :polarity, :contentText, :evidence, :normalized,
    schema:value, schema:minValue, schema:maxValue, :counted, :unit, :unitText, :participation, :participant, :role, :numberLabel,
    :ofQuestion, :verdict, :fromClaim, :toClaim, :relationType, :ofOffice, :heldBy, oa:exact, oa:hasBody, :qid))
}"""


@dataclass(frozen=True, slots=True)
class Shared:
    """A part of the graph around an IRI. `more` tells that more points at it than is here."""

    graph: Graph
    incoming: tuple[tuple[Node, URIRef], ...]
    more: bool
    documents: tuple[Name, ...]


async def gather(site: Site, iri: str, triples: tuple[ox.Triple, ...]) -> Shared:
    """Ask for what the page of the IRI needs."""
    pointing, more = await site.mentions(iri)
    incoming = _incoming(pointing)
    ends = [t.object for t in triples if isinstance(t.object, ox.NamedNode) and t.predicate.value != str(RELAAS.mention)]
    around = dict.fromkeys(n for n in (*(s for s, _ in incoming), *ends) if not n.value.startswith((NS, CODE)))
    named: list[ox.Triple] = []
    if around:
        text = _NAMING % " ".join(str(n) for n in list(around)[:_MOST_NAMED])
        answer = await site.answer(Question(text, "application/n-triples"), page=True)
        named = [quad.triple for quad in ox.parse(answer.whole(), format=ox.RdfFormat.N_TRIPLES)]
    titles = dict(await site.documents())
    inside = {t.object.value for t in triples if isinstance(t.object, ox.NamedNode)} | {s.value for s, _ in incoming}
    documents = sorted({d for d in map(_parent, inside) if d in titles}, key=lambda d: (titles[d], d))
    return await run_in_threadpool(
        _shared,
        (*triples, *named),
        tuple((s.value, p.value) for s, p in incoming) + _in_schemes(iri),
        more or len(documents) > _MOST_DOCUMENTS,
        tuple(Name(titles[d], d) for d in documents[:_MOST_DOCUMENTS]),
    )


def _parent(iri: str) -> str:
    return iri.rpartition("/")[0]


def _incoming(pointing: tuple[ox.Triple, ...]) -> list[tuple[ox.NamedNode, ox.NamedNode]]:
    """Return what points at the IRI. A link of an attribution stands for its claim, unless the claim is there by itself."""
    pairs = [(t.subject, t.predicate) for t in pointing if isinstance(t.subject, ox.NamedNode)]
    claims = {s for s, p in pairs if p.value in (str(RELAAS.holder), str(RELAAS.reporter))}
    out: dict[tuple[ox.NamedNode, ox.NamedNode], None] = {}
    for subject, predicate in pairs:
        if predicate.value == str(PROV.agent) and (found := _ATTRIBUTION.fullmatch(subject.value)):
            claim = ox.NamedNode(found[1])
            if claim not in claims:
                out[claim, predicate] = None
        else:
            out[subject, predicate] = None
    return list(out)


def _in_schemes(iri: str) -> tuple[tuple[str, str], ...]:
    """Return what the code lists say that points at a code or a scheme."""
    if not iri.startswith(CODE):
        return ()
    from rdflib.term import URIRef

    about = schemes_graph().subject_predicates(URIRef(iri))
    return tuple(sorted((str(s), str(p)) for s, p in about if not str(p).endswith("topConceptOf")))


def _shared(
    triples: tuple[ox.Triple, ...], incoming: tuple[tuple[str, str], ...], more: bool, documents: tuple[Name, ...]
) -> Shared:
    from rdflib import Graph
    from rdflib.term import URIRef

    from relaas.serialize import read_dataset

    dataset = read_dataset(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"", format="ntriples")
    graph = Graph()
    for subject, predicate, value, _ in dataset.quads((None, None, None, None)):
        graph.add((subject, predicate, value))
    return Shared(graph, tuple((URIRef(s), URIRef(p)) for s, p in incoming), more, documents)
