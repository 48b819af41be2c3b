"""What is not answered: a page for a browser, that says what is the matter and what to do; a line of text for all others."""

from __future__ import annotations

import httpx
import pytest
from bs4 import BeautifulSoup

#: What a browser sends.
_BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
_FETCH = {"query": "SELECT * WHERE { SERVICE <http://localhost/> { ?s ?p ?o } }"}


@pytest.mark.parametrize(
    ("method", "address", "status", "title"),
    [
        ("GET", "/nergens", 404, "Hier is niets"),
        ("GET", "/id/doc/0123456789abcdef", 404, "Hier is niets"),
        ("GET", "/nergens?lang=en", 404, "There is nothing here"),
        ("PUT", "/sparql", 405, "Zo wordt dit adres niet gevraagd"),
        ("GET", "/id/actor/turkije.html?format=xlsx", 404, "Hier is niets"),
        ("GET", "/ns?format=xlsx", 406, "In die vorm is dit er niet"),
        ("GET", "/resource", 400, "Dit verzoek is niet te lezen"),
        ("GET", f"/sparql?query={'x' * 62_000}", 400, "Dit verzoek is niet te lezen"),
    ],
)
def test_a_browser_gets_a_page(sample_site: httpx.Client, method: str, address: str, status: int, title: str) -> None:
    response = sample_site.request(method, address, headers={"Accept": _BROWSER})
    assert response.status_code == status
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in response.headers["content-security-policy"]
    page = BeautifulSoup(response.text, "html.parser")
    heading = page.select_one("h1")
    assert heading is not None
    assert heading.get_text() == title
    assert {"/", "/queries", "/query"} <= {str(link["href"]).partition("?")[0] for link in page.select("main a")}
    plain = sample_site.request(method, address, headers={"Accept": "*/*"})
    reason = page.select_one(".notice")
    assert reason is not None
    assert plain.text.endswith(f": {reason.get_text()}\n")
    assert response.headers.get("allow") == plain.headers.get("allow")


def test_a_refusal_cannot_become_markup(sample_site: httpx.Client) -> None:
    response = sample_site.get("/resource", params={"iri": "https://x/<script>alert(1)</script>"}, headers={"Accept": _BROWSER})
    assert response.status_code == 400
    assert "<script" not in response.text
    assert "&lt;script&gt;" in response.text


@pytest.mark.parametrize(
    "accept", ["*/*", "application/sparql-results+json", "text/turtle;q=0.9, */*;q=0.1", "text/plain", "nonsense"]
)
def test_a_program_gets_a_line(sample_site: httpx.Client, accept: str) -> None:
    response = sample_site.get("/sparql", params=_FETCH, headers={"Accept": accept})
    assert response.status_code == 400
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.text == "400 Bad Request: SERVICE is refused: a query reads this store and nothing else\n"


def test_a_limit_is_named_with_what_to_do(sample_site: httpx.Client) -> None:
    slow = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    response = sample_site.get("/sparql", params={"query": slow}, headers={"Accept": _BROWSER}, timeout=60)
    assert response.status_code == 503
    text = BeautifulSoup(response.text, "html.parser").get_text()
    assert "Dit is nu niet te beantwoorden" in text
    assert "voeg LIMIT toe" in text
    assert "15 seconds" in text
