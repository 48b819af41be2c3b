"""Queries read what they are given, bind values without splicing, and fetch nothing."""

from pathlib import Path

import pytest

from relaas.errors import GraphError, QueryError, StoreError
from relaas.query import NamedQuery, Parameter, Table, ask, load_graphs, open_store

NQUADS = """<http://x/a> <http://x/says> "brug \\"dicht\\""@nl <http://x/g> .
<http://x/b> <http://x/says> "brug open"@nl <http://x/h> .
<http://x/b> <http://x/year> "2023"^^<http://www.w3.org/2001/XMLSchema#integer> <http://x/h> .
"""
QUERY = """SELECT ?who ?words WHERE {
  #params
  ?who <http://x/says> ?words .
  FILTER(!BOUND(?_words) || CONTAINS(STR(?words), ?_words))
} ORDER BY ?who"""
NAMED = NamedQuery(
    "wie",
    "Wie",
    "Who",
    "Who says it.",
    (Parameter("words", "text", "words"), Parameter("who", "iri", "x")),
    ("who", "words"),
    QUERY,
)


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "a.nq"
    path.write_text(NQUADS, encoding="utf-8")
    return path


def rows(graph: Path, text: str) -> list[tuple[str, ...]]:
    table = ask(load_graphs([graph]), text)
    assert isinstance(table, Table)
    return list(table.cells())


def test_the_union_of_graphs_is_the_default_graph(graph: Path) -> None:
    assert rows(graph, NAMED.bound({})) == [("http://x/a", 'brug "dicht"'), ("http://x/b", "brug open")]


@pytest.mark.parametrize(("value", "found"), [("open", 1), ('"dicht"', 1), ('") || true || ("', 0), ("brug", 2), ("\n\\", 0)])
def test_values_are_bound_not_spliced(graph: Path, value: str, found: int) -> None:
    assert len(rows(graph, NAMED.bound({"words": value}))) == found


def test_a_parameter_must_exist_and_fit() -> None:
    with pytest.raises(QueryError, match="no parameter colour; it takes: words, who"):
        NAMED.bound({"colour": "red"})
    with pytest.raises(QueryError, match="is no iri"):
        NAMED.bound({"who": "http://x/ a<b>"})


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service?x { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/>",
        "DELETE WHERE { ?s ?p ?o }",
    ],
)
def test_what_fetches_or_changes_is_refused(graph: Path, text: str) -> None:
    with pytest.raises(QueryError, match="is refused"):
        ask(load_graphs([graph]), text)


@pytest.mark.parametrize(("opening", "closing"), [("{", "}"), ("FILTER((((", "))))")])
def test_what_brings_the_engine_down_is_refused(graph: Path, opening: str, closing: str) -> None:
    with pytest.raises(QueryError, match="levels deep"):
        ask(load_graphs([graph]), "SELECT * {" + opening * 5000 + closing * 5000 + "}")


@pytest.mark.parametrize("text", ["SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"])
def test_an_escaped_keyword_is_one(graph: Path, text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        ask(load_graphs([graph]), text)


def test_a_code_must_exist() -> None:
    named = NamedQuery("x", "X", "X", "X.", (Parameter("act", "code", "act"),), ("who",), QUERY)
    assert "<https://w3id.org/relaas/code/speech-act/accuse>" in named.bound({"act": "speech-act/accuse"})
    for wrong in ("speech-act/shout", "accuse", "https://example.org/speech-act/accuse"):
        with pytest.raises(QueryError, match="is no code; write it as scheme/code"):
            named.bound({"act": wrong})


def test_keywords_in_strings_iris_and_comments_are_not_keywords(graph: Path) -> None:
    filters = 'FILTER(STR(?w) != "LOAD \' SERVICE") FILTER(?who != <http://x/FROM>)'
    text = "SELECT ?who { # FROM here\n ?who <http://x/says> ?w . " + filters + " }"
    assert len(rows(graph, text)) == 2


def test_mistakes_get_one_clear_error(graph: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="is no SPARQL"):
        ask(load_graphs([graph]), "SELECT ?who {")
    (tmp_path / "b.ttl").write_text("dit is geen turtle", encoding="utf-8")
    with pytest.raises(GraphError, match=r"b\.ttl: is no Turtle"):
        load_graphs([tmp_path / "b.ttl"])
    with pytest.raises(GraphError, match="cannot be read"):
        load_graphs([tmp_path / "weg.nq"])
    with pytest.raises(GraphError, match="no ending"):
        load_graphs([tmp_path / "a.xyz"])
    (tmp_path / "diep.jsonld").write_text("[" * 5000 + "]" * 5000, encoding="utf-8")
    with pytest.raises(GraphError, match="nested 5000 levels deep"):
        load_graphs([tmp_path / "diep.jsonld"])
    with pytest.raises(StoreError, match="no Oxigraph store"):
        open_store(tmp_path)


def test_ask_and_construct(graph: Path) -> None:
    assert rows(graph, "ASK { ?s <http://x/year> 2023 }") == [("true",)]
    answer = ask(load_graphs([graph]), "CONSTRUCT { ?s <http://x/p> ?w } WHERE { ?s <http://x/says> ?w }")
    assert answer == b'<http://x/a> <http://x/p> "brug \\"dicht\\""@nl .\n<http://x/b> <http://x/p> "brug open"@nl .\n'


def test_tables_for_programs_and_people(graph: Path) -> None:
    table = ask(load_graphs([graph]), "SELECT ?s ?y ?none { ?s <http://x/year> ?y }")
    assert isinstance(table, Table)
    assert table.to_csv() == "s,y,none\r\nhttp://x/b,2023,\r\n"
    assert '"datatype": "http://www.w3.org/2001/XMLSchema#integer"' in table.to_json()
    assert table.to_markdown().splitlines()[2] == "| http://x/b | 2023 |  |"
