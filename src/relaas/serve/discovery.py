"""What a machine must know before it asks: service description, VoID with partitions, the named queries as examples.

The counts come from the manifest, which the build of the store keeps, so no query is run for them. The public address is that of
the settings, else that under which the request came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from relaas.query import NamedQuery, named_queries
from relaas.serve.limits import Refusal
from relaas.serve.negotiate import GRAPHS, RESULTS, best
from relaas.serve.site import Site

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_SH = "http://www.w3.org/ns/shacl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_DCTERMS = "http://purl.org/dc/terms/"
_SCHEMA = "http://schema.org/"
_FORMATS = "http://www.w3.org/ns/formats/"
_NAMES: Mapping[str, str] = {
    "json": "SPARQL_Results_JSON", "xml": "SPARQL_Results_XML", "csv": "SPARQL_Results_CSV", "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle", "jsonld": "JSON-LD", "ntriples": "N-Triples", "rdfxml": "RDF_XML", "nquads": "N-Quads", "trig": "TriG",
}  # fmt: skip
_PREFIXES = {
    "sd": _SD, "void": _VOID, "sh": _SH, "rdfs": _RDFS, "dcterms": _DCTERMS, "schema": _SCHEMA, "formats": _FORMATS,
    "relaas": "https://w3id.org/relaas/ns#",
}  # fmt: skip
_FORM = re.compile(r"^\s*(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE | re.MULTILINE)
Term = ox.NamedNode | ox.BlankNode | ox.Literal


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of VoID and of the examples."""

    async def void(request: Request) -> Response:
        form = best(request.headers.get("accept"), GRAPHS) or "turtle"
        here = address_of(request, site)
        return _rdf([*_dataset(site, here), *_examples(here)], form)

    return [Route("/.well-known/void", void), Route("/void", void)]


def describe_service(request: Request, site: Site, form: str | None) -> Response:
    """Return the service description of the endpoint, with the dataset and the examples."""
    if form is None:
        raise Refusal(406, f"the description comes as {', '.join(types[0] for types in GRAPHS.values())}")
    here = address_of(request, site)
    return _rdf([*_service(site, here), *_dataset(site, here), *_examples(here)], form)


def address_of(request: Request, site: Site) -> str:
    """Return the public address of the site, without a slash at the end."""
    return site.settings.url or f"{request.url.scheme}://{request.url.netloc}"


def _rdf(triples: list[ox.Triple], form: str) -> Response:
    formats = {
        "turtle": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD, "ntriples": ox.RdfFormat.N_TRIPLES,
        "rdfxml": ox.RdfFormat.RDF_XML, "nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG,
    }  # fmt: skip
    data = ox.serialize(triples, format=formats[form], prefixes=_PREFIXES if form in ("turtle", "rdfxml", "trig") else None)
    media_type = GRAPHS[form][0]
    return Response(data, media_type=media_type + ("; charset=utf-8" if media_type.startswith("text/") else ""))


class _Node:
    """Collects the triples of one subject."""

    def __init__(self, iri: str) -> None:
        self.name = ox.NamedNode(iri)
        self.triples: list[ox.Triple] = []

    def say(self, predicate: str, *values: Term | str | int) -> _Node:
        """Add values: a text is an IRI, a number an integer."""
        for value in values:
            term: Term
            if isinstance(value, str):
                term = ox.NamedNode(value)
            elif isinstance(value, int):
                term = ox.Literal(str(value), datatype=ox.NamedNode(_XSD + "integer"))
            else:
                term = value
            self.triples.append(ox.Triple(self.name, ox.NamedNode(predicate), term))
        return self


def _service(site: Site, here: str) -> Iterator[ox.Triple]:
    endpoint, dataset = f"{here}/sparql", f"{here}/.well-known/void#dataset"
    service = _Node(endpoint).say(_RDF + "type", _SD + "Service").say(_SD + "endpoint", endpoint)
    service.say(_SD + "supportedLanguage", _SD + "SPARQL11Query").say(_SD + "feature", _SD + "UnionDefaultGraph")
    service.say(_SD + "resultFormat", *(_FORMATS + _NAMES[name] for name in (*RESULTS, *GRAPHS)))
    service.say(_SD + "defaultDataset", f"{endpoint}#dataset")
    service.say(
        _RDFS + "comment", ox.Literal(f"Limits of a query: {site.settings.limits.as_text()}. SERVICE is refused.", language="en")
    )
    yield from service.triples
    described = _Node(f"{endpoint}#dataset").say(_RDF + "type", _SD + "Dataset").say(_SD + "defaultGraph", f"{endpoint}#union")
    graph = _Node(f"{endpoint}#union").say(_RDF + "type", _SD + "Graph", _VOID + "Dataset")
    graph.say(_VOID + "triples", site.manifest.triples)
    yield from described.say(_RDFS + "seeAlso", dataset).triples
    yield from graph.triples


def _dataset(site: Site, here: str) -> Iterator[ox.Triple]:
    """Yield the VoID of the store: counts, and a partition for each class and each property."""
    manifest = site.manifest
    root = f"{here}/.well-known/void"
    page = _Node(root).say(_RDF + "type", _VOID + "DatasetDescription")
    yield from page.say("http://xmlns.com/foaf/0.1/primaryTopic", f"{root}#dataset").triples
    dataset = _Node(f"{root}#dataset").say(_RDF + "type", _VOID + "Dataset")
    dataset.say(_DCTERMS + "title", ox.Literal(site.settings.title))
    dataset.say(_VOID + "sparqlEndpoint", f"{here}/sparql").say(_VOID + "triples", manifest.triples)
    dataset.say(_VOID + "documents", len(manifest.inputs)).say(_VOID + "classes", len(manifest.classes))
    dataset.say(_VOID + "properties", len(manifest.properties)).say(_VOID + "vocabulary", "https://w3id.org/relaas/ns#")
    dataset.say(_VOID + "uriSpace", ox.Literal(site.settings.base))
    yield from dataset.triples
    for kind, counts in (("class", manifest.classes), ("property", manifest.properties)):
        for iri, count in sorted(counts.items()):
            # the name of a part is made from its IRI alone, so it stays the same when the store changes
            part = _Node(f"{root}#{kind}-{sha256(iri.encode()).hexdigest()[:16]}").say(_RDF + "type", _VOID + "Dataset")
            yield ox.Triple(dataset.name, ox.NamedNode(f"{_VOID}{kind}Partition"), part.name)
            part.say(f"{_VOID}{kind}", iri).say(_VOID + ("entities" if kind == "class" else "triples"), count)
            yield from part.triples


def _examples(here: str) -> Iterator[ox.Triple]:
    """Yield each named query as the SHACL vocabulary for executables says it."""
    for query in named_queries():
        form = _query_form(query)
        example = _Node(f"{here}/.well-known/sparql-examples/{query.name}")
        example.say(_RDF + "type", _SH + "SPARQLExecutable", f"{_SH}SPARQL{form.capitalize()}Executable")
        example.say(_RDFS + "label", ox.Literal(query.title, language="nl"), ox.Literal(query.title_en, language="en"))
        example.say(_RDFS + "comment", ox.Literal(query.description, language="en"))
        example.say(f"{_SH}{form.lower()}", ox.Literal(query.text)).say(_SCHEMA + "target", f"{here}/sparql")
        yield from example.triples


def _query_form(query: NamedQuery) -> str:
    found = _FORM.search(query.text)
    return found[1].upper() if found else "SELECT"


__all__ = ["address_of", "describe_service", "routes"]
