"""Every shape against graphs that keep and break it.

`conforms/*.ttl` are whole graphs. `violates/<Shape>.ttl` is what to take out of `conforms/volledig.ttl` and what to put in so
that this one shape rejects it: a line of comment that says what is wrong, then Turtle under `# --- remove` and under
`# --- add`. Prefixes stand in `prefixes.ttl` for all of them. A shape without such a file fails.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SH, Graph, URIRef

from relaas import assets
from relaas.validate import Report, validate
from relaas.validate.paths import SHAPES
from relaas.validate.shapes import Shapes, bundled, read
from relaas.vocabulary import CODE, NS, SKOS, ontology_graph, own_terms, schemes_graph

ROOM = Path(__file__).parent
NAMES = tuple(name.removeprefix(SHAPES) for name in bundled().names)
#: What is odd and no breach: a graph with these still conforms.
WARNINGS = {
    "Answer-answers",
    "Call",
    "Coverage-coveredBy",
    "Document-datesInOrder",
    "Document-title",
    "DocumentPart-types",
    "Event-isClaimed",
    "Figure-outcomeOfPeople",
    "Figure-unitIsNamed",
    "GeopoliticalEntity-types",
    "OfficeHolder-officeIsKnown",
    "OfficeHolder-types",
}


@cache
def turtle(text: str) -> Graph:
    return Graph().parse(data=ROOM.joinpath("prefixes.ttl").read_text(encoding="utf-8") + text, format="turtle")


def conforming(name: str) -> Graph:
    return turtle(ROOM.joinpath("conforms", f"{name}.ttl").read_text(encoding="utf-8"))


def violating(name: str) -> Graph:
    """Return the whole graph as the file of a shape breaks it; what it takes out must be there."""
    text = ROOM.joinpath("violates", f"{name}.ttl").read_text(encoding="utf-8")
    rest, _, added = text.partition("# --- add\n")
    _, _, removed = rest.partition("# --- remove\n")
    whole, less = conforming("volledig"), turtle(removed)
    assert all(triple in whole for triple in less), f"{name} takes out what is not there"
    return whole - less + turtle(added)


@cache
def rejection(name: str) -> Report:
    return validate(violating(name))


@pytest.mark.parametrize("path", sorted(ROOM.glob("conforms/*.ttl")), ids=lambda path: path.stem)
def test_conforms(path: Path) -> None:
    report = validate(conforming(path.stem))
    assert report.conforms, report.to_text()


def test_whole_graph_is_not_even_odd() -> None:
    assert validate(conforming("volledig")).results == ()


def test_every_shape_sees_nodes() -> None:
    unseen = [shape for shape, count in validate(conforming("volledig")).focus_nodes if count == 0]
    assert unseen == []


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Document", 1),
        ("DocumentPart-span", 6),
        ("DocumentPart-voice", 4),
        ("Actor-actorType", 8),
        ("Label-dutch", 15),
        ("Holder", 6),
        ("Claim-holder", 7),
        ("Accusation", 1),
        ("Attribution-beginsWithReporter", 7),
        ("Coverage-coveredBy", 1),
        ("Symmetric-contradicts", 2),
        ("SameAs", 1),
        ("TextSpan-start", 38),
    ],
)
def test_counts_of_focus_nodes(name: str, count: int) -> None:
    assert dict(validate(conforming("volledig")).focus_nodes)[SHAPES + name] == count


@pytest.mark.parametrize("name", NAMES)
def test_shape_alone_rejects(name: str) -> None:
    report = rejection(name)
    assert {result.shape.removeprefix(SHAPES) for result in report.results} == {name}, report.to_text()
    assert report.conforms == (name in WARNINGS)


@pytest.mark.parametrize("name", NAMES)
def test_message_says_what_to_mend_in_both_languages(name: str) -> None:
    for result in rejection(name).results:
        assert {lang for lang, _ in result.messages} == {"nl", "en"}
        assert all(text.endswith(".") and "{" not in text for _, text in result.messages)


def test_every_file_belongs_to_a_shape() -> None:
    assert {path.stem for path in ROOM.glob("violates/*.ttl")} == set(NAMES)


@pytest.mark.parametrize(
    ("name", "dutch", "english"),
    [
        (
            "SpanIsSlice",
            "Herstel oa:start, oa:end of oa:exact: op 234-241 staat “erweet ” in de tekst, niet “verweet”.",
            "Mend oa:start, oa:end or oa:exact: at 234-241 the text has “erweet ”, not “verweet”.",
        ),
        (
            "Claim-holder",
            "Geef de uitspraak minstens één relaas:holder: de actor die dit zegt, vindt of wil, of de aangehaalde bron waarin het"
            " staat.",
            "Give the claim at least one relaas:holder: the actor who says, thinks or wants this, or the cited source in which it"
            " stands.",
        ),
        (
            "QuoteIsInText",
            "Neem in relaas:quotedText alleen woorden op die in relaas:quoteSpan staan: “grove nalatigheid” staat niet in"
            " “nala-⏎tigheid”.",
            "Keep to words that stand in relaas:quoteSpan: relaas:quotedText “grove nalatigheid” is not in “nala-⏎tigheid”.",
        ),
    ],
)
def test_shifted_offset_missing_holder_and_invented_quote(name: str, dutch: str, english: str) -> None:
    (result,) = rejection(name).results
    assert result.severity == "Violation"
    assert result.message("nl") == dutch
    assert result.message("en") == english


def test_shapes_are_core_only() -> None:
    beyond = {"sparql", "js", "rule", "target", "function", "expression", "validator", "select", "ask"}
    used = {str(p).removeprefix(str(SH)) for p in bundled().graph.predicates(unique=True) if str(p).startswith(str(SH))}
    assert not used & beyond


def test_shapes_have_a_name_and_only_known_parts_have_none() -> None:
    """A shape with targets and constraints of its own has an IRI; without one it only leads to a named one."""
    graph = bundled().graph
    for kind in (SH.NodeShape, SH.PropertyShape):
        for shape in graph.subjects(RDF.type, kind):
            if not isinstance(shape, URIRef):
                assert set(graph.predicates(shape)) == {RDF.type, SH.targetNode, SH.path, SH.property}


def test_shapes_conform_to_the_shapes_of_shapes() -> None:
    from pyshacl import validate as check

    conforms, _, text = check(Graph(), shacl_graph=bundled().graph, meta_shacl=True)
    assert conforms, text


def test_concept_stands_below_its_scheme() -> None:
    """The shapes ask for the IRI of a code; this makes it the same as asking for its scheme."""
    concepts = list(schemes_graph().subject_objects(SKOS.inScheme))
    assert len(concepts) > 150
    assert all(str(concept).startswith(f"{scheme}/") and str(scheme).startswith(CODE) for concept, scheme in concepts)


def test_symmetric_shortcuts_are_those_of_the_ontology() -> None:
    symmetric = ontology_graph().subjects(RDF.type, OWL.SymmetricProperty)
    assert {f"Symmetric-{str(p).rpartition('#')[2]}" for p in symmetric} == {n for n in NAMES if n.startswith("Symmetric-")}


def test_every_term_of_the_shapes_is_a_term_of_the_ontology() -> None:
    used = {str(term).removeprefix(NS) for triple in bundled().graph for term in triple if str(term).startswith(NS)}
    assert used
    assert used <= own_terms()


def test_files_read_as_one_graph() -> None:
    paths = sorted(assets.folder("shapes").glob("*.ttl"))
    assert len(paths) >= 9
    assert sum(len(read([path])) for path in paths) == len(Shapes(read(paths)).graph)
