"""Every format says the same graph, in bytes that depend on the graph alone."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import RDF, BNode, Dataset, Literal, Namespace, URIRef

from relaas.errors import UsageError
from relaas.serialize import FORMATS, format_of, merge, read_dataset, serialize
from relaas.serialize.context import Context
from relaas.vocabulary import RELAAS, XSD

RDFLIB = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "ntriples": "nt", "jsonld": "json-ld"}
EX = Namespace("http://voorbeeld.be/")


def lines_of(dataset: Dataset, format: str) -> list[bytes]:
    """The quads where the format keeps graphs, else the triples, as canonical lines."""
    return serialize(dataset, "nquads" if FORMATS[format].graphs else "ntriples").splitlines()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its parsers call what it deprecates
@pytest.mark.parametrize("format", list(FORMATS))
def test_rdflib_reads_back_the_same_graph(example_dataset: Dataset, format: str) -> None:
    read = Dataset()
    read.parse(data=serialize(example_dataset, format), format=RDFLIB[format])
    assert lines_of(read, format) == lines_of(example_dataset, format)


@pytest.mark.parametrize("format", list(FORMATS))
def test_pyoxigraph_reads_back_the_same_graph(example_dataset: Dataset, format: str) -> None:
    kind = ox.RdfFormat.from_media_type(FORMATS[format].media_type)
    assert kind is not None
    found = ox.Dataset(ox.parse(serialize(example_dataset, format), format=kind))
    wanted = ox.Dataset(ox.parse(b"\n".join(lines_of(example_dataset, format)), format=ox.RdfFormat.N_QUADS))
    assert len(found) == len(wanted) > 700
    assert set(found) == set(wanted)


@pytest.mark.parametrize("format", list(FORMATS))
def test_our_reader_gives_back_the_same_graph(example_dataset: Dataset, format: str, tmp_path: Path) -> None:
    data = serialize(example_dataset, format)
    path = tmp_path / f"graph.{FORMATS[format].ending}"
    path.write_bytes(data)
    for read in (read_dataset(path), read_dataset(data), read_dataset(data, format=format)):
        assert lines_of(read, format) == lines_of(example_dataset, format)
        assert serialize(read, format) == data


@pytest.mark.parametrize("format", list(FORMATS))
def test_the_order_of_the_triples_changes_no_byte(example_dataset: Dataset, format: str) -> None:
    expected = serialize(example_dataset, format)
    for seed in range(3):
        quads = list(example_dataset.quads())
        random.Random(seed).shuffle(quads)
        shuffled = Dataset()
        for subject, predicate, value, graph in quads:
            assert isinstance(graph, URIRef)
            shuffled.graph(graph).add((subject, predicate, value))
        assert serialize(shuffled, format) == expected


def test_hash_seed_and_time_zone_change_no_byte() -> None:
    script = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1])\n"
        "from example_findings import EXAMPLE, GAZETTEER, RUN\n"
        "from relaas.graph import to_dataset\nfrom relaas.serialize import FORMATS, serialize\n"
        "dataset = to_dataset(EXAMPLE, run=RUN, gazetteer=GAZETTEER)\n"
        "for name in FORMATS: print(name, hashlib.sha256(serialize(dataset, name)).hexdigest())\n"
    )
    folder = Path(__file__).parents[1] / "graph"
    outputs = set()
    for seed, zone in (("0", "UTC"), ("1", "Pacific/Auckland"), ("2", "UTC"), ("3", "America/Lima"), ("4", "UTC")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run([sys.executable, "-c", script, str(folder)], env=env, capture_output=True, check=True, text=True)
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == len(FORMATS)


def test_an_unknown_format_is_refused(example_dataset: Dataset) -> None:
    with pytest.raises(UsageError, match=r"rdfxml.*use one of turtle, trig, nquads, ntriples, jsonld"):
        serialize(example_dataset, "rdfxml")


def test_endings_choose_formats() -> None:
    assert [entry.ending for entry in FORMATS.values()] == ["ttl", "trig", "nq", "nt", "jsonld"]
    assert [found.name for found in map(format_of, ("a.ttl", "b.c.NQ", "d.jsonld")) if found] == ["turtle", "nquads", "jsonld"]
    assert format_of("nt") is None
    assert format_of("a.rdf") is None


def test_the_table_of_formats_costs_no_rdf_library() -> None:
    script = "import sys, relaas.serialize; sys.exit('rdflib' in sys.modules or 'pyoxigraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


# ------------------------------------------------------------------------------------------------------------- lines


def test_lines_are_sorted_canonical_and_end_in_a_newline(example_dataset: Dataset) -> None:
    data = serialize(example_dataset, "nquads")
    lines = data.decode().split("\n")
    assert lines.pop() == ""
    assert lines == sorted(lines)
    parsed = list(ox.parse(data, format=ox.RdfFormat.N_QUADS))
    assert {str(quad) + " ." for quad in parsed} == set(lines)


def test_control_characters_are_escaped() -> None:
    dataset = Dataset()
    dataset.default_graph.add((EX.a, EX.b, Literal('"\\\n\r\t\b\f\x00\x7f\x85 é', lang="nl")))
    line = serialize(dataset, "nquads").decode()
    assert line == '<http://voorbeeld.be/a> <http://voorbeeld.be/b> "\\"\\\\\\n\\r\\t\\b\\f\\u0000\\u007F\x85 é"@nl .\n'


# ------------------------------------------------------------------------------------------------------------ Turtle


def test_turtle_begins_with_the_document_and_follows_the_text(example_dataset: Dataset) -> None:
    text = serialize(example_dataset, "turtle").decode()
    subjects = [line for line in text.splitlines() if line and not line.startswith(("@", " "))]
    assert subjects[0].startswith("<https://w3id.org/relaas/id/doc/")
    parts = ["doc:title", "doc:context", "doc:q1", "doc:q1.1", "doc:q1.2", "doc:a1", "doc:fn1"]
    assert subjects[1 : len(parts) + 1] == parts
    assert subjects[-1] == "doc:text"
    spans = [int(subject.removeprefix("doc:s").split("-")[0]) for subject in subjects if subject.startswith("doc:s1")]
    assert len(spans) > 10
    assert spans == sorted(spans)
    assert subjects.index("doc:cl-call") + 1 == subjects.index("doc:cl-call.a0")


def test_turtle_declares_the_prefixes_it_uses_and_no_other(example_dataset: Dataset) -> None:
    text = serialize(example_dataset, "turtle").decode()
    declared = {line.split()[1] for line in text.splitlines() if line.startswith("@prefix")}
    body = text.partition("\n\n")[2]
    assert {prefix for prefix in declared if f" {prefix}" in body or f"^{prefix}" in body or f"\n{prefix}" in body} == declared
    assert "speech-act:call-for" in body
    assert "skos:" not in declared


def test_trig_keeps_the_graphs_in_blocks(example_dataset: Dataset) -> None:
    heads = [line for line in serialize(example_dataset, "trig").decode().splitlines() if line.endswith("{")]
    assert [head.rpartition("/")[2].strip("> {") for head in heads] == [
        "doc:graph",
        "links",
        "metadata",
        "provenance",
        "registry",
    ]


def test_names_that_turtle_cannot_shorten_stay_whole() -> None:
    dataset = Dataset()
    for local in ("a.", "-a", "a%20b", "a/b", "", "a~b", "ü"):
        dataset.default_graph.add((URIRef(f"https://w3id.org/relaas/ns#{local}"), RDF.type, EX.thing))
    assert serialize(read_dataset(serialize(dataset, "turtle")), "ntriples") == serialize(dataset, "ntriples")


def test_literals_are_bare_only_where_that_says_the_same() -> None:
    dataset = Dataset()
    values = [
        ("1", XSD.integer),
        ("01", XSD.integer),
        ("x", XSD.integer),
        ("1", XSD.decimal),
        ("1.50", XSD.decimal),
        ("1", XSD.boolean),
    ]
    for value, kind in values:
        dataset.default_graph.add((EX.a, EX.b, Literal(value, datatype=kind, normalize=False)))
    text = serialize(dataset, "turtle").decode()
    assert [
        word for word in ('"1"^^xsd:decimal', " 01", '"x"^^xsd:integer', '"1"^^xsd:boolean', " 1.50") if word not in text
    ] == []
    assert serialize(read_dataset(text.encode()), "ntriples") == serialize(dataset, "ntriples")


# ----------------------------------------------------------------------------------------------------------- JSON-LD


@pytest.fixture
def tree(example_dataset: Dataset) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(serialize(example_dataset, "jsonld"))
    return found


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for key, item in value.items():
            if key != "@context":
                yield from nodes(item)
    elif isinstance(value, list):
        for item in value:
            yield from nodes(item)


def test_the_tree_has_the_document_at_its_root(tree: dict[str, Any]) -> None:
    assert tree["type"] == "Document"
    assert [part["id"] for part in tree["parts"]] == ["title", "context", "q1", "a1"]
    question = tree["parts"][2]
    assert [part["id"] for part in question["parts"]] == ["q1.1", "q1.2"]
    assert question["parts"][0]["coverage"][0]["verdict"] == "partly"
    [call] = tree["parts"][3]["claims"]
    assert call["speechAct"] == "call-for"
    assert call["attribution"] == [{"id": "cl-call.a0", "type": "Attribution", "agent": "answerer", "level": 0}]
    assert call["contentSpan"]["exact"] == "samen te werken"
    assert call["cue"] == [tree["parts"][3]["events"][0]["mention"][0]["id"], {**call["cue"][1], "exact": "op"}]
    assert call["addressee"] == ["known:actor/chile", "known:actor/peru"]


def test_each_node_is_described_once(tree: dict[str, Any]) -> None:
    ids = [node["id"] for node in nodes(tree)]
    assert len(ids) > 100
    assert len(ids) == len(set(ids))


def test_numbers_are_safe(tree: dict[str, Any]) -> None:
    [claim] = [node for node in nodes(tree) if node["id"] == "cl-peru"]
    assert claim["confidence"] == "0.8"
    assert claim["figure"][0]["maxValue"] == "50"
    assert isinstance(claim["cue"][0]["start"], int)


def test_the_context_in_the_file_holds_what_is_used(tree: dict[str, Any]) -> None:
    body = json.dumps({key: value for key, value in tree.items() if key != "@context"})
    terms = [name for name, entry in tree["@context"].items() if isinstance(entry, dict)]
    assert len(terms) > 60
    assert [name for name in terms if f'"{name}":' not in body] == []
    assert "contradicts" not in tree["@context"]


def test_no_term_is_a_full_iri_where_the_context_has_one(tree: dict[str, Any]) -> None:
    keys = {key for node in nodes(tree) for key in node}
    assert {key for key in keys if ":" in key} == {"dcterms:title", "dcterms:issued", "dcterms:source", "rdfs:label"}


def test_any_graph_becomes_a_tree_and_comes_back() -> None:
    dataset = Dataset()
    for triple in (
        (EX.a, RELAAS.text, EX.b),
        (EX.b, RELAAS.text, EX.a),
        (EX.c, RELAAS.holder, Literal("geen knoop")),
        (EX.c, RELAAS.speechAct, URIRef("http://voorbeeld.be/code/x")),
        (EX.c, RELAAS.speechAct, URIRef("https://w3id.org/relaas/code/speech-act/a/b")),
        (EX.c, RELAAS.ordinal, Literal("1.0", datatype=XSD.decimal, normalize=False)),
        (EX.c, RELAAS.ordinal, Literal("01", datatype=XSD.integer, normalize=False)),
        (EX.c, RELAAS.contentText, Literal("words", lang="en")),
        (EX.c, RELAAS.identified, Literal("1", datatype=XSD.boolean, normalize=False)),
        (EX.c, EX.other, Literal("2020", datatype=XSD.date, normalize=False)),
        (EX.c, RDF.type, Literal("geen klasse")),
        (EX.c, RDF.type, EX.Kind),
        (EX.c, EX.knows, BNode("x")),
        (BNode("x"), RELAAS.inPart, EX.c),
        (BNode("x"), RDF.type, RELAAS.Claim),
        (EX["a b".replace(" ", "%20")], EX.knows, URIRef("urn:x:y")),
    ):
        dataset.default_graph.add(triple)
    read = read_dataset(serialize(dataset, "jsonld"))
    found = serialize(read, "ntriples").decode().replace("_:b1", "_:x")
    assert sorted(found.splitlines()) == sorted(serialize(dataset, "ntriples").decode().splitlines())


def test_several_documents_stand_side_by_side(example_dataset: Dataset) -> None:
    other = URIRef("https://w3id.org/relaas/id/doc/00")
    example_dataset.graph(URIRef(f"{other}/graph")).add((other, RDF.type, RELAAS.Document))
    example_dataset.graph(URIRef(f"{other}/graph")).add((URIRef(f"{other}/cl1-2"), RDF.type, RELAAS.Claim))
    for format in FORMATS:
        assert lines_of(read_dataset(serialize(example_dataset, format)), format) == lines_of(example_dataset, format)
    roots = json.loads(serialize(example_dataset, "jsonld"))["@graph"]
    assert [node["type"] for node in roots[:2]] == ["Document", "Document"]


def test_a_predicate_under_the_document_is_not_lost(example_dataset: Dataset) -> None:
    document = next(s for s, _, _, _ in example_dataset.quads((None, RDF.type, RELAAS.Document, None)))
    own = URIRef(f"{document}/eigen")
    example_dataset.graph(URIRef(f"{document}/graph")).add((document, own, Literal("x", datatype=own)))
    example_dataset.graph(URIRef(f"{document}/graph")).add((document, RDF.type, own))
    assert lines_of(read_dataset(serialize(example_dataset, "jsonld")), "jsonld") == lines_of(example_dataset, "jsonld")


def test_deep_chains_of_parts_are_written_and_read() -> None:
    dataset = Dataset()
    for i in range(3000):
        dataset.default_graph.add((EX[f"p{i}"], URIRef("http://purl.org/dc/terms/hasPart"), EX[f"p{i + 1}"]))
    assert lines_of(read_dataset(serialize(dataset, "jsonld")), "jsonld") == lines_of(dataset, "jsonld")


@pytest.mark.parametrize("format", list(FORMATS))
def test_an_empty_dataset_is_written(format: str) -> None:
    data = serialize(Dataset(), format)
    assert data == b"" or list(ox.parse(data, format=ox.RdfFormat.from_media_type(FORMATS[format].media_type))) == []


# ------------------------------------------------------------------------------------------------------------- merge


def test_merging_keeps_graphs_and_tells_blank_nodes_apart() -> None:
    one, two = (
        read_dataset(b"_:a <http://v.be/p> <http://v.be/x> <http://v.be/g> ."),
        read_dataset(b"_:a <http://v.be/p> <http://v.be/x> ."),
    )
    both = merge([one, two, one])
    subjects = {s for s, _, _, _ in both.quads()}
    assert len(subjects) == 3
    assert len(both.default_graph) == 1
    assert len(both.graph(URIRef("http://v.be/g"))) == 2


def test_merging_equal_files_changes_nothing(example_dataset: Dataset) -> None:
    assert serialize(merge([example_dataset, example_dataset]), "nquads") == serialize(example_dataset, "nquads")


def test_a_code_that_is_a_term_as_well_is_not_said_as_a_code() -> None:
    role = {"@id": "ex:role", "@type": "@vocab", "@context": {"@vocab": "http://voorbeeld.be/role/"}}
    context = Context({"ex": "http://voorbeeld.be/", "role": role, "target": "ex:target"})
    [term] = context.terms(EX.role)
    assert context.coded(term, "http://voorbeeld.be/role/agent") == "agent"
    assert context.coded(term, "http://voorbeeld.be/role/target") is None
