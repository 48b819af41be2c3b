"""Named queries as forms and files give what `relaas query` gives; what is wrong is 400 with a line that says so."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from bs4 import BeautifulSoup

from relaas.present.wording import column_words, parameter_words, query_description, words_of
from relaas.query import Table, ask, load_graphs, named_queries, named_query
from relaas.serve.pages_queries import result_set

if TYPE_CHECKING:
    import httpx

    from relaas.pipeline import Build

QUERIES = [query.name for query in named_queries()]
_RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"


@pytest.fixture(scope="module")
def store(sample_build: Build, tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    from relaas.serialize import serialize

    path = tmp_path_factory.mktemp("asked") / "sample.nq"
    path.write_bytes(serialize(sample_build.dataset, "nquads"))
    return load_graphs([path])


def _expected(store: ox.Store, name: str, **values: str) -> Table:
    query = named_query(name)
    assert query is not None
    table = ask(store, query.bound(values))
    assert isinstance(table, Table)
    return table


@pytest.mark.parametrize("name", QUERIES)
def test_a_form_shows_the_rows_that_the_command_line_gives(sample_site: httpx.Client, store: ox.Store, name: str) -> None:
    page = BeautifulSoup(sample_site.get(f"/queries/{name}").text, "html.parser")
    expected = _expected(store, name)
    assert len(page.select("tbody tr")) == len(expected.rows)
    heading = page.select_one("#h-answer")
    assert heading is not None
    assert f"{len(expected.rows)} rij" in heading.get_text()
    if expected.rows:
        assert [th.get_text() for th in page.select("th")] == [column_words(c, "nl") for c in expected.columns]


@pytest.mark.parametrize("name", QUERIES)
def test_the_files_hold_the_same_rows_in_the_same_order(sample_site: httpx.Client, store: ox.Store, name: str) -> None:
    expected = _expected(store, name)
    values = [[("" if term is None else term.value) for term in row] for row in expected.rows]
    as_csv = sample_site.get(f"/api/query/{name}?format=csv")
    assert as_csv.headers["content-type"] == "text/csv; charset=utf-8"
    assert list(csv.reader(io.StringIO(as_csv.text))) == [list(expected.columns), *values]
    as_json = sample_site.get(f"/api/query/{name}?format=json").json()
    assert as_json["head"]["vars"] == list(expected.columns)
    assert [[b.get(c, {}).get("value", "") for c in expected.columns] for b in as_json["results"]["bindings"]] == values
    assert sample_site.get(f"/api/query/{name}?format=markdown").text == expected.to_markdown()
    turtle = sample_site.get(f"/api/query/{name}?format=turtle")
    assert turtle.headers["content-type"] == "text/turtle; charset=utf-8"
    rows = ox.Store()
    rows.load(turtle.content, format=ox.RdfFormat.TURTLE)
    assert len(list(rows.quads_for_pattern(None, ox.NamedNode(f"{_RS}solution"), None))) == len(values)
    bound = sum(1 for row in expected.rows for term in row if term is not None)
    assert len(list(rows.quads_for_pattern(None, ox.NamedNode(f"{_RS}value"), None))) == bound


def test_an_answer_as_turtle_keeps_terms_and_order() -> None:
    table = Table(
        ("a", "b"), ((ox.Literal("één", language="nl"), None), (ox.NamedNode("https://example.org/x"), ox.Literal("2")))
    )
    store = ox.Store()
    store.load(result_set(table), format=ox.RdfFormat.TURTLE)
    found = store.query(
        f"PREFIX rs: <{_RS}> SELECT ?v ?t {{ ?s rs:index ?i ; rs:binding [ rs:variable ?v ; rs:value ?t ] }} ORDER BY ?i ?v"
    )
    assert isinstance(found, ox.QuerySolutions)
    assert [(row[0].value, row[1]) for row in found] == [
        ("a", ox.Literal("één", language="nl")),
        ("a", ox.NamedNode("https://example.org/x")),
        ("b", ox.Literal("2")),
    ]


def test_the_format_follows_the_accept_header(sample_site: httpx.Client) -> None:
    for accept, expected in (
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/turtle", "text/turtle; charset=utf-8"),
        ("text/markdown, text/csv;q=0.5", "text/markdown; charset=utf-8"),
    ):
        assert sample_site.get("/api/query/timeline", headers={"Accept": accept}).headers["content-type"] == expected
    assert sample_site.get("/api/query/timeline", headers={"Accept": "image/png"}).status_code == 406


def test_parameters_are_bound(sample_site: httpx.Client, store: ox.Store) -> None:
    address = "/claims-per-holder?holder=Turk&act=speech-act/call-for"
    expected = _expected(store, "claims-per-holder", holder="Turk", act="speech-act/call-for")
    assert len(expected.rows) == 1
    page = BeautifulSoup(sample_site.get(f"/queries{address}").text, "html.parser")
    assert len(page.select("tbody tr")) == 1
    chosen = page.select_one("option[selected]")
    field = page.select_one("input[name=holder]")
    assert chosen is not None
    assert chosen["value"] == "speech-act/call-for"
    assert field is not None
    assert field["value"] == "Turk"
    assert len(sample_site.get(f"/api/query{address}&format=json").json()["results"]["bindings"]) == 1
    assert [str(a["href"]) for a in page.select(".downloads a")][1] == (
        "/api/query/claims-per-holder?holder=Turk&act=speech-act%2Fcall-for&format=csv"
    )


def test_an_empty_field_of_a_form_asks_nothing(sample_site: httpx.Client) -> None:
    whole = sample_site.get("/api/query/claims-per-holder?format=csv").text
    assert sample_site.get("/api/query/claims-per-holder?holder=&act=&format=csv").text == whole


@pytest.mark.parametrize(
    ("address", "status", "line"),
    [
        ("/api/query/timeline?format=csv&since=gisteren", 400, "parameter since: 'gisteren' is no date"),
        ("/api/query/timeline?format=csv&nope=1", 400, "has no parameter nope; it takes: since, until, type"),
        ("/api/query/timeline?format=csv&since=2020-01-01&since=2021-01-01", 400, "parameter 'since' is given twice"),
        ("/api/query/attribution-chains?format=csv&length=veel", 400, "parameter length: 'veel' is no integer"),
        ("/api/query/actors?format=csv&type=a%20b%3Ac", 400, "parameter type: 'a b:c' is no code"),
        ("/api/query/timeline?format=xlsx", 406, "an answer comes as json, csv, markdown, turtle"),
        ("/api/query/nergens?format=csv", 404, "there is no query named 'nergens'"),
        ("/queries/nergens", 404, "there is no query named 'nergens'"),
        ("/queries/timeline?since=gisteren", 400, "parameter since: 'gisteren' is no date"),
        ("/queries/timeline?nope=1", 400, "has no parameter nope"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(sample_site: httpx.Client, address: str, status: int, line: str) -> None:
    response = sample_site.get(address)
    assert response.status_code == status
    assert line in BeautifulSoup(response.text, "html.parser").get_text()


def test_a_form_with_a_mistake_keeps_what_was_filled_in(sample_site: httpx.Client) -> None:
    page = BeautifulSoup(sample_site.get("/queries/timeline?since=gisteren&type=event-type/meeting").text, "html.parser")
    notice = page.select_one("[role=alert]")
    assert notice is not None
    assert [str(i["value"]) for i in page.select("input[name=since], option[selected]")] == ["gisteren", "event-type/meeting"]
    assert not page.select("table")


def test_the_catalogue_names_every_query(sample_site: httpx.Client) -> None:
    assert [q["name"] for q in sample_site.get("/api/queries").json()] == QUERIES
    page = BeautifulSoup(sample_site.get("/queries").text, "html.parser")
    assert [str(a["href"]) for a in page.select("h2.entry a")] == [f"/queries/{name}" for name in QUERIES]
    examples = BeautifulSoup(sample_site.get("/query").text, "html.parser").select("#examples a")
    assert [(str(a["data-name"]), str(a["data-query"])) for a in examples] == [(q.name, q.text) for q in named_queries()]


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_is_told_in_dutch(name: str) -> None:
    query = named_query(name)
    assert query is not None
    assert query_description(name, query.description, "nl").language == "nl"
    assert query_description(name, query.description, "en").words == query.description
    for parameter in query.parameters:
        assert all(w.language == "nl" for w in parameter_words(name, parameter.name, parameter.description, "nl"))
    assert [c for c in query.columns if c != column_words(c, "en")] == []
    untold = [c for c in query.columns if column_words(c, "nl") == c and c not in ("actor", "document", "item", "passages")]
    assert untold == []


def test_the_words_of_the_pages_are_there_in_both_languages() -> None:
    assert set(words_of("nl")) == set(words_of("en"))
    assert all(words_of("nl").values())
    assert all(words_of("en").values())


def test_the_front_page_lists_documents_a_hundred_at_a_time(long_site: httpx.Client) -> None:
    def titles(address: str) -> list[str]:
        page = BeautifulSoup(long_site.get(address).text, "html.parser")
        return [li.get_text(strip=True) for li in page.select("section[aria-labelledby=h-documents] .list li")]

    assert titles("/") == [f"Vraag {n:03}" for n in range(100)]
    assert titles("/?page=3") == [f"Vraag {n:03}" for n in range(200, 230)]
    assert titles("/?q=vraag+22") == [f"Vraag {n:03}" for n in range(220, 230)]
    assert titles("/?q=niets") == ["Niets gevonden."]
    for odd in ("0", "-1", "9999999", "x", "1e9", "²"):
        assert len(titles(f"/?page={odd}")) in (30, 100)
    page = BeautifulSoup(long_site.get("/?q=vraag&page=2&lang=en").text, "html.parser")
    assert [str(a["href"]) for a in page.select(".pages a")] == ["/?q=vraag&page=1&lang=en", "/?q=vraag&page=3&lang=en"]


def test_an_answer_longer_than_a_page_says_so(long_site: httpx.Client) -> None:
    page = BeautifulSoup(long_site.get("/queries/document").text, "html.parser")
    assert len(page.select("tbody tr")) == 200
    assert "De eerste 200 van 230 rijen" in page.get_text()
    assert len(long_site.get("/api/query/document?format=json").json()["results"]["bindings"]) == 230
