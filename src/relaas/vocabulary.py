"""`ontology/` -> names that code can trust: `RELAAS.holder`, `SCHEMA.sameAs`, `code("speech-act", "deny")`.

Every namespace is closed. A misspelt term raises where it is written instead of making a triple that no query finds.
The terms of relaas are read from `ontology/relaas.ttl`, so a term exists once it is defined there; of other vocabularies
only the terms of `EXTERNAL` exist, and a code is one of `relaas.model.codes.SCHEMES`, which a test holds equal to
`ontology/codes/*.ttl`.

Refused: a term, code or Wikidata id that is not known raises `UnknownTermError`, an AttributeError as well as a KeyError.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from rdflib.term import Identifier, URIRef

from relaas import assets
from relaas.model import SCHEMES

if TYPE_CHECKING:
    from rdflib import Graph

#: Names are a contract: neither of the two changes with a configured base.
NS = "https://w3id.org/relaas/ns#"
CODE = "https://w3id.org/relaas/code/"

#: prefix -> (namespace, the terms of it that relaas uses). The one place where a term of another vocabulary is admitted.
EXTERNAL: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "rdf": ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type langString"),
        "rdfs": (
            "http://www.w3.org/2000/01/rdf-schema#",
            "label comment isDefinedBy subClassOf subPropertyOf domain range Datatype",
        ),
        "owl": (
            "http://www.w3.org/2002/07/owl#",
            "Ontology Class ObjectProperty DatatypeProperty AnnotationProperty FunctionalProperty SymmetricProperty"
            " TransitiveProperty AllDisjointClasses members versionIRI versionInfo",
        ),
        "xsd": ("http://www.w3.org/2001/XMLSchema#", "string integer decimal date boolean"),
        "skos": (
            "http://www.w3.org/2004/02/skos/core#",
            "Concept ConceptScheme Collection prefLabel definition notation broader inScheme topConceptOf member"
            " exactMatch closeMatch",
        ),
        "dcterms": (
            "http://purl.org/dc/terms/",
            "title identifier language hasPart isPartOf publisher issued source format description creator license created type",
        ),
        "foaf": ("http://xmlns.com/foaf/0.1/", "Agent Document Person page"),
        "prov": (
            "http://www.w3.org/ns/prov#",
            "Entity Activity Agent SoftwareAgent Location Attribution agent used"
            " wasAssociatedWith wasAttributedTo qualifiedAttribution actedOnBehalfOf wasDerivedFrom",
        ),
        "oa": (
            "http://www.w3.org/ns/oa#",
            "Annotation SpecificResource TextPositionSelector TextQuoteSelector start end exact hasSource"
            " hasBody hasTarget motivatedBy identifying",
        ),
        "nif": ("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#", "Context OffsetBasedString isString"),
        "schema": (
            "http://schema.org/",
            "Claim CreativeWork Country Event Person Question Answer QuantitativeValue sameAs about startDate endDate value"
            " minValue maxValue unitText",
        ),
        "sem": (
            "http://semanticweb.cs.vu.nl/2009/11/sem/",
            "Event Actor Place eventProperty hasActor hasPlace hasSubEvent",
        ),
        "org": ("http://www.w3.org/ns/org#", "Organization Post postIn memberOf holds"),
        "geo": ("http://www.opengis.net/ont/geosparql#", "Feature sfWithin"),
        "eli": ("http://data.europa.eu/eli/ontology#", "Work"),
        "lang": ("http://publications.europa.eu/resource/authority/language/", "NLD"),
        "sh": ("http://www.w3.org/ns/shacl#", ""),  # the prefix only: its terms stand in shapes and reports, not in graphs
    }
)
WIKIDATA = "http://www.wikidata.org/entity/"

_SUBJECT = re.compile(r"^relaas:([A-Za-z][A-Za-z0-9]*)\s+a\s", re.MULTILINE)
_QID = re.compile(r"Q[1-9][0-9]*")


class UnknownTermError(AttributeError, KeyError):
    """A term, code or id that its vocabulary does not have."""

    __str__ = AttributeError.__str__


class ClosedVocabulary:
    """A namespace with a fixed set of terms: `VOC.term`, `VOC["term"]`, `"term" in VOC`, iteration, `str(VOC)`.

    It has no public names of its own, so that no term is hidden by a method (`title` and `format` are methods of str).
    """

    __slots__ = ("__dict__", "_namespace", "_prefix", "_terms")

    def __init__(self, prefix: str, namespace: str, terms: frozenset[str] | None = None) -> None:
        self._prefix = prefix
        self._namespace = namespace
        self._terms = terms

    def __getattr__(self, term: str) -> URIRef:
        if term.startswith("_"):
            raise AttributeError(term)
        iri = self[term]
        self.__dict__[term] = iri
        return iri

    def __getitem__(self, term: str) -> URIRef:
        if term not in self:
            raise UnknownTermError(f"{self._prefix}:{term} is not a known term of {self._namespace}")
        return URIRef(self._namespace + term)

    def __contains__(self, term: object) -> bool:
        return term in self._known()

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._known()))

    def __len__(self) -> int:
        return len(self._known())

    def __str__(self) -> str:
        return self._namespace

    def __repr__(self) -> str:
        return f"<{self._prefix}: {self._namespace}>"

    def _known(self) -> frozenset[str]:
        if self._terms is None:
            self._terms = own_terms()
        return self._terms


class WikidataEntities:
    """The entities of Wikidata: `WD["Q399"]`; anything that is not Q and a number raises.

    >>> WD["Q399"]
    rdflib.term.URIRef('http://www.wikidata.org/entity/Q399')
    """

    __slots__ = ()

    def __getitem__(self, qid: str) -> URIRef:
        if not _QID.fullmatch(qid):
            raise UnknownTermError(f"{qid!r} is no Wikidata item: Q and a number without leading zero")
        return URIRef(WIKIDATA + qid)

    def __str__(self) -> str:
        return WIKIDATA


@cache
def own_terms() -> frozenset[str]:
    """Return the local names that `ontology/relaas.ttl` defines.

    The file is read by its own layout rule, a subject stands at the start of a line and is followed by its type, because a
    parse costs more than everything else in this module; a test compares the outcome with that of a parser.
    """
    return frozenset(_SUBJECT.findall(assets.folder("ontology").joinpath("relaas.ttl").read_text(encoding="utf-8")))


def _external(prefix: str) -> ClosedVocabulary:
    namespace, terms = EXTERNAL[prefix]
    return ClosedVocabulary(prefix, namespace, frozenset(terms.split()))


RELAAS = ClosedVocabulary("relaas", NS)
RDF = _external("rdf")
RDFS = _external("rdfs")
OWL = _external("owl")
XSD = _external("xsd")
SKOS = _external("skos")
DCTERMS = _external("dcterms")
FOAF = _external("foaf")
PROV = _external("prov")
OA = _external("oa")
NIF = _external("nif")
SCHEMA = _external("schema")
SEM = _external("sem")
ORG = _external("org")
GEO = _external("geo")
LANG = _external("lang")
WD = WikidataEntities()

#: prefix -> namespace, for serializers and queries: relaas, every code scheme by its own name, the vocabularies used.
PREFIXES: Mapping[str, str] = MappingProxyType(
    {"relaas": NS, "code": CODE}
    | {scheme: f"{CODE}{scheme}/" for scheme in SCHEMES}
    | {prefix: namespace for prefix, (namespace, _) in EXTERNAL.items()}
    | {"wd": WIKIDATA}
)


@cache
def code(scheme: str, name: str) -> URIRef:
    """Return the IRI of a code; `UnknownTermError` for a scheme or code that does not exist.

    >>> code("speech-act", "call-for")
    rdflib.term.URIRef('https://w3id.org/relaas/code/speech-act/call-for')
    """
    if scheme not in SCHEMES:
        raise UnknownTermError(f"{scheme!r} is no code scheme; there are {', '.join(SCHEMES)}")
    if name not in SCHEMES[scheme]:
        raise UnknownTermError(f"{name!r} is no code of {scheme}; it has {', '.join(SCHEMES[scheme])}")
    return URIRef(f"{CODE}{scheme}/{name}")


def scheme_iri(scheme: str) -> URIRef:
    """Return the IRI of a code scheme; `UnknownTermError` when there is none.

    >>> scheme_iri("role")
    rdflib.term.URIRef('https://w3id.org/relaas/code/role')
    """
    if scheme not in SCHEMES:
        raise UnknownTermError(f"{scheme!r} is no code scheme; there are {', '.join(SCHEMES)}")
    return URIRef(CODE + scheme)


@cache
def schemes_graph() -> Graph:
    """Return the concept schemes as one graph, parsed once per process; callers must not change it.

    Validation merges it into the data, since shapes ask in which scheme a code is.
    """
    return _read(*sorted(assets.folder("ontology", "codes").glob("*.ttl")))


@cache
def ontology_graph() -> Graph:
    """Return the ontology as a graph, parsed once per process; callers must not change it."""
    return _read(assets.folder("ontology").joinpath("relaas.ttl"))


def _read(*paths: Path) -> Graph:
    """Parse Turtle files with pyoxigraph, an order of magnitude faster than rdflib's parser, into an rdflib graph."""
    import pyoxigraph as ox
    from rdflib import BNode, Graph, Literal

    def term(node: object) -> Identifier:
        match node:
            case ox.NamedNode():
                return URIRef(node.value)
            case ox.BlankNode():
                return BNode(node.value)
            case ox.Literal() if node.language:
                return Literal(node.value, lang=node.language)
            case ox.Literal():
                plain = node.datatype.value == str(XSD["string"])
                return Literal(node.value, datatype=None if plain else URIRef(node.datatype.value), normalize=False)
        raise TypeError(f"no term of a Turtle file: {node!r}")

    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for path in paths:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return graph
