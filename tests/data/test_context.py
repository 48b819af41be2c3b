"""The JSON-LD context: short names that come back as the terms they stand for, in two parsers."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from pyoxigraph import BlankNode, Quad, RdfFormat, parse
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from relaas import assets
from relaas.model import SCHEMES
from relaas.vocabulary import CODE, EXTERNAL, NS, WIKIDATA, XSD, code, ontology_graph, own_terms

# rdflib's own JSON-LD parser uses a class that rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

BASE = "https://w3id.org/relaas/id/"
DATATYPES = {"relaas:cameo", "relaas:plover", "relaas:acled", "relaas:factbank", "relaas:wikidataProperty"}


def load() -> dict[str, Any]:
    text = assets.folder("ontology").joinpath("context.jsonld").read_text(encoding="utf-8")
    context = json.loads(text, object_pairs_hook=_once)["@context"]
    assert isinstance(context, dict)
    return context


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), f"a name stands twice: {sorted(n for n in names if names.count(n) > 1)}"
    return dict(pairs)


CONTEXT = load()
PREFIXES: dict[str, str] = {
    name: entry for name, entry in CONTEXT.items() if isinstance(entry, str) and entry.endswith(("/", "#"))
}
ENTRIES: dict[str, dict[str, Any]] = {
    name: ({"@id": entry} if isinstance(entry, str) else entry)
    for name, entry in CONTEXT.items()
    if name not in PREFIXES and not name.startswith("@") and name not in ("id", "type")
}
CODED = {name: entry for name, entry in ENTRIES.items() if entry.get("@type") == "@vocab"}


def expand(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def test_every_term_has_one_entry_of_its_own_name() -> None:
    own = [entry["@id"] for entry in ENTRIES.values() if entry["@id"].startswith("relaas:")]
    assert len(own) == len(set(own))
    assert set(own) | DATATYPES == {f"relaas:{term}" for term in own_terms()}
    for name, entry in ENTRIES.items():
        if entry["@id"].startswith("relaas:"):
            assert entry["@id"] == f"relaas:{name}"


def test_every_entry_points_to_a_known_term() -> None:
    known = {NS + term for term in own_terms()} | {space + name for space, names in EXTERNAL.values() for name in names.split()}
    for name, entry in ENTRIES.items():
        assert expand(entry["@id"]) in known, name


def test_prefixes_are_those_of_the_program() -> None:
    namespaces = {prefix: space for prefix, (space, _) in EXTERNAL.items()} | {"relaas": NS, "code": CODE, "wd": WIKIDATA}
    assert {prefix: namespaces[prefix] for prefix in PREFIXES} == PREFIXES


def test_the_context_is_plain() -> None:
    """A term equal to a prefix makes a cyclic context; an alias of @value hides literals from most programs."""
    assert CONTEXT["@version"] == 1.1
    assert (CONTEXT["id"], CONTEXT["type"]) == ("@id", "@type")
    assert not set(ENTRIES) & set(PREFIXES)
    assert "@vocab" not in CONTEXT
    assert "@base" not in CONTEXT
    assert "@value" not in json.dumps(CONTEXT)
    for name, entry in ENTRIES.items():
        assert set(entry) <= {"@id", "@type", "@language", "@container", "@context"}, name


def test_values_are_typed_as_the_ontology_says() -> None:
    graph = ontology_graph()
    for name in own_terms() & set(ENTRIES):
        term, entry = URIRef(NS + name), ENTRIES[name]
        ranges = set(graph.objects(term, RDFS.range))
        if (term, RDF.type, OWL.Class) in graph:
            assert entry == {"@id": f"relaas:{name}"}
        elif (term, RDF.type, OWL.ObjectProperty) in graph:
            assert entry["@type"] == ("@vocab" if SKOS.Concept in ranges else "@id"), name
        elif RDF.langString in ranges:
            assert (entry.get("@language"), entry.get("@type")) == ("nl", None), name
        else:
            (datatype,) = ranges
            plain = str(datatype) == str(XSD.string)
            assert entry.get("@type") == (None if plain else f"xsd:{str(datatype).rsplit('#', 1)[1]}"), name
            assert "@language" not in entry, name


def test_what_can_have_one_value_only_is_no_set() -> None:
    graph = ontology_graph()
    for name, entry in ENTRIES.items():
        if (URIRef(NS + name), RDF.type, OWL.FunctionalProperty) in graph:
            assert "@container" not in entry, name


def test_coded_properties_cover_every_scheme() -> None:
    schemes = {entry["@context"][1]["@vocab"].removeprefix(CODE).rstrip("/") for entry in CODED.values()}
    assert schemes == set(SCHEMES)


@pytest.mark.parametrize("name", CODED)
def test_a_code_is_written_by_its_name(name: str) -> None:
    """Also where the code is called like a term of the context: `text` is a basis, `answer` a thing not stated."""
    scheme = CODED[name]["@context"][1]["@vocab"].removeprefix(CODE).rstrip("/")
    expected = {(f"{BASE}x", NS + name, str(code(scheme, one))) for one in SCHEMES[scheme]}
    document = {"@context": CONTEXT, "id": f"{BASE}x", name: list(SCHEMES[scheme])}
    assert {(s, p, o.strip("<>")) for s, p, o in read_by_both(document)} == expected


def test_every_kind_of_value_comes_back() -> None:
    document = {
        "@context": CONTEXT,
        "@graph": [
            {
                "id": f"{BASE}doc/1/cl1-2",
                "type": "Claim",
                "holder": [f"{BASE}actor/armenia"],
                "confidence": "0.80",
                "contentText": "de gesprekken",
                "hadCitedSource": [{"id": f"{BASE}doc/1/src3-4", "type": ["CitedSource"], "title": {"@none": "Het rapport"}}],
                "inPart": {"id": f"{BASE}doc/1/a1", "type": ["Answer", "DocumentPart"], "ordinal": 1, "numberLabel": "1"},
            },
            {
                "id": f"{BASE}actor/armenia",
                "identified": True,
                "label": {"nl": "Armenië", "en": "Armenia"},
                "sameAs": ["wd:Q399"],
            },
            {"id": f"{BASE}doc/1", "submitted": "2022-10-04", "language": "lang:NLD", "title": {"nl": "Een titel"}},
        ],
    }
    literals = {o for _, _, o in read_by_both(document) if o.startswith('"')}
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert literals == {
        f'"0.80"^^<{xsd}decimal>', f'"1"^^<{xsd}integer>', f'"true"^^<{xsd}boolean>', f'"2022-10-04"^^<{xsd}date>',
        '"de gesprekken"@nl', '"Armenië"@nl', '"Armenia"@en', '"Een titel"@nl', '"Het rapport"', '"1"',
    }  # fmt: skip
    assert (f"{BASE}actor/armenia", "http://schema.org/sameAs", "<http://www.wikidata.org/entity/Q399>") in read_by_both(document)


def read_by_both(document: dict[str, Any]) -> set[tuple[str, str, str]]:
    """The triples of a JSON-LD document: pyoxigraph and rdflib must read the same."""
    text = json.dumps(document, ensure_ascii=False)
    quads = list(parse(text, format=RdfFormat.JSON_LD))
    fast = {(subject(quad), quad.predicate.value, str(quad.object)) for quad in quads}
    graph = Graph().parse(data=text, format="json-ld")
    slow = {(str(s), str(p), o.n3() if isinstance(o, Literal | URIRef) else "") for s, p, o in graph}
    assert fast == slow
    return fast


def subject(quad: Quad) -> str:
    assert not isinstance(quad.subject, BlankNode)
    return re.sub(r"^<|>$", "", str(quad.subject))
