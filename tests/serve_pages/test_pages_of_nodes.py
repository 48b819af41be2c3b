"""Every node has a page; the page of a document shows all of its text with every finding; all links lead somewhere."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag
from rdflib.term import URIRef

from relaas.present import Reader
from relaas.vocabulary import NIF, OA, RELAAS

if TYPE_CHECKING:
    import httpx

    from relaas.pipeline import Build


def _page(site: httpx.Client, address: str) -> BeautifulSoup:
    response = site.get(address)
    assert response.status_code == 200, (address, response.text[:200])
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return BeautifulSoup(response.text, "html.parser")


def _text(build: Build) -> str:
    return str(next(o for _, _, o, _ in build.dataset.quads((None, NIF.isString, None, None))))


def _addresses(page: BeautifulSoup) -> list[str]:
    return [str(a["href"]) for a in page.find_all("a", href=True)]


def test_the_page_of_a_document_holds_its_whole_text_in_order(
    sample_site: httpx.Client, document_path: str, sample_build: Build
) -> None:
    page = _page(sample_site, f"{document_path}.html")
    for named in page.select("section#text sup"):
        named.decompose()
    shown = "".join("".join(block.strings) for block in page.select("section#text .words")).split()
    assert shown == _text(sample_build).split()


def test_a_part_of_the_text_bears_its_name_its_voice_and_the_number_before_it(
    sample_site: httpx.Client, document_path: str
) -> None:
    blocks = _page(sample_site, f"{document_path}.html").select("section#text .block")
    told = [
        tuple(tag.get_text(strip=True) if (tag := block.select_one(name)) else "" for name in (".part > a", ".voice", ".lead"))
        for block in blocks
    ]
    assert told == [
        ("titel", "", ""),
        ("toelichting van de vraagsteller", "vraagsteller", ""),
        ("vraag 1", "vraagsteller", "1."),
        ("vraag 2", "vraagsteller", "2."),
        ("", "", ""),
        ("antwoord 1", "minister-president", "1."),
        ("antwoord 2", "minister-president", "2."),
    ]


def test_every_finding_with_a_place_is_linked_in_the_text(
    sample_site: httpx.Client, document_path: str, sample_build: Build
) -> None:
    reader = Reader(sample_build.dataset)
    linked = {str(a["href"]) for a in _page(sample_site, f"{document_path}.html").select("section#text .words a")}
    expected = set()
    for kind, spans in (
        ("Claim", "contentSpan cue"),
        ("Event", "mention"),
        ("Actor", "mention"),
        ("Figure", "span"),
        ("Place", "mention"),
    ):
        for node in reader.of_type(RELAAS[kind]):
            if any((s, OA.start, None) in reader.graph for name in spans.split() for s in reader.all(node, RELAAS[name])):
                expected.add(str(node).removeprefix("https://w3id.org/relaas") + ".html")
    assert len(expected) > 60
    assert expected <= linked


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_a_page_of_a_document_must_show(sample_site: httpx.Client, document_path: str, language: str) -> None:
    page = _page(sample_site, f"{document_path}.html?lang={language}")
    assert page.html is not None
    assert page.html["lang"] == language
    words = {
        "nl": ("Vragen en antwoorden", "niet beantwoord", "Tijdlijn", "Cijfers naast elkaar", "Niet vermeld in het document"),
        "en": ("Questions and answers", "not answered", "Timeline", "Figures side by side", "Not stated in the document"),
    }[language]
    text = page.get_text(" ", strip=True)
    assert [w for w in words if w not in text] == []
    figures = [f.select_one(".value").get_text(strip=True) for f in page.select("article.figure")]  # type: ignore[union-attr]
    assert figures == ["202", "5", "80"]
    assert any(a.startswith("http://www.wikidata.org/entity/Q") for a in _addresses(page))
    assert len(page.select(".exchange")) == 3
    assert page.select(".sayings li")


def test_a_page_in_english_links_to_pages_in_english(sample_site: httpx.Client, document_path: str) -> None:
    page = _page(sample_site, f"{document_path}.html?lang=en")
    local = [a for a in _addresses(page) if a.startswith("/") and not re.search(r"\.(ttl|jsonld)$", a)]
    switch = page.select_one(".language a")
    assert isinstance(switch, Tag)
    assert switch["href"] == f"{document_path}.html"
    assert [a for a in local if "lang=en" not in a and a != switch["href"]] == []


def test_all_links_of_a_document_and_of_what_it_links_to_lead_somewhere(sample_site: httpx.Client, document_path: str) -> None:
    first = {a.partition("#")[0] for a in _addresses(_page(sample_site, f"{document_path}.html")) if a.startswith("/")}
    second: set[str] = set()
    for address in sorted(first):
        response = sample_site.get(address)
        assert response.status_code == 200, address
        if response.headers["content-type"].startswith("text/html"):
            second |= {unescape(a) for a in re.findall(r'href="(/[^"#]*)', response.text)}
    pages = {a for a in second - first if not re.search(r"\.(ttl|jsonld)$|lang=en", a)}
    some_data = set(sorted(second - first - pages)[::20])
    broken = [
        a for a in sorted({*sorted(pages)[::3], *some_data}) if sample_site.get(a, follow_redirects=True).status_code != 200
    ]
    assert len(first) > 60
    assert broken == []


def test_a_fragment_that_a_page_links_to_is_there(sample_site: httpx.Client, document_path: str) -> None:
    page = _page(sample_site, f"{document_path}.html")
    ids = {str(tag["id"]) for tag in page.find_all(id=True)}
    assert [a for a in _addresses(page) if a.startswith("#") and a[1:] not in ids] == []
    assert len(ids) == len(page.find_all(id=True)), "an id stands twice"
    claim = next(a for a in _addresses(page) if re.search(r"/cl\d+-\d+\.html$", a))
    back = [a for a in _addresses(_page(sample_site, claim)) if a.startswith(f"{document_path}.html#")]
    assert [a for a in back if a.partition("#")[2] not in ids] == []
    assert back


@pytest.mark.parametrize("local", ["cl205-220", "ev137-142", "fig238-252", "q2.2", "a1", "answerer", "ac183-204", "run", "text"])
def test_a_node_of_a_document_has_a_page(sample_site: httpx.Client, document_path: str, local: str) -> None:
    page = _page(sample_site, f"{document_path}/{local}.html")
    heading = page.select_one("h1")
    assert heading is not None
    assert heading.get_text(strip=True)
    assert f"{document_path}.html" in _addresses(page)
    assert f"{document_path}/{local}.ttl" in _addresses(page)
    assert f"{document_path}/{local}.jsonld" in _addresses(page)


def test_a_claim_tells_its_words_in_context_and_its_rule(sample_site: httpx.Client, document_path: str) -> None:
    page = _page(sample_site, f"{document_path}/cl205-220.html")
    mark = page.select_one("figure.passage mark")
    assert mark is not None
    assert mark.get_text().startswith("Armeense autoriteiten gaven te kennen")
    assert "Azerbeidzjan stelt dat" in " ".join(page.select_one("figure.passage").get_text().split())  # type: ignore[union-attr]
    assert "claim/verb-dat" in page.select_one(".why").get_text()  # type: ignore[union-attr]


def test_a_shared_actor_tells_what_it_says_and_in_which_documents(
    sample_site: httpx.Client, document_path: str, sample_build: Build
) -> None:
    page = _page(sample_site, "/id/actor/armenia.html")
    links = _addresses(page)
    assert f"{document_path}.html" in links
    assert "http://www.wikidata.org/entity/Q399" in links
    assert f"{document_path}/ev137-142.html" in links
    assert any(a.startswith("/queries/claims-per-holder?holder=Armeni") for a in links)
    reader = Reader(sample_build.dataset)
    actor = URIRef("https://w3id.org/relaas/id/actor/armenia")
    told = {(a.get_text(), str(a["href"])) for a in page.find_all("a", href=True)}
    roles = set()
    for participation in reader.subjects(RELAAS.participant, actor):
        (event,) = reader.subjects(RELAAS.participation, participation)
        (role,) = reader.all(participation, RELAAS.role)
        roles.add((f"{reader.label(event)} ({reader.label(role)})", str(event).removeprefix("https://w3id.org/relaas") + ".html"))
    assert len(roles) > 2
    assert roles <= told
    said = {str(claim).removeprefix("https://w3id.org/relaas") + ".html" for claim in reader.subjects(RELAAS.holder, actor)}
    assert said
    assert said <= {address for _, address in told}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/code/verdict/partly.html", "Slechts een deel krijgt antwoord"),
        ("/code/verdict.html", "deels beantwoord"),
        ("/ns", "taalhandeling"),
        ("/resource?iri=https%3A%2F%2Fw3id.org%2Frelaas%2Fns%23Claim", "uitspraak"),
        ("/id/office/president-of-azerbaijan.html", "president van Azerbeidzjan"),
        ("/id/place/geneva.html", "Genève"),
    ],
)
def test_what_is_no_part_of_a_document_has_a_page(sample_site: httpx.Client, address: str, expected: str) -> None:
    assert expected in _page(sample_site, address).get_text(" ", strip=True)


def test_an_iri_leads_to_its_page_and_its_data(sample_site: httpx.Client, document_path: str) -> None:
    assert sample_site.get(document_path, follow_redirects=False).headers["location"] == f"{document_path}.html"
    turtle = sample_site.get(document_path, headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert turtle.headers["content-type"].startswith("text/turtle")
    for form in ("ttl", "jsonld"):
        assert sample_site.get(f"{document_path}.{form}").status_code == 200


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/id/doc/one.html", "Stuk one"),
        ("/id/doc/two.html", "Stuk two"),
        ("/resource?iri=https%3A%2F%2Fexample.org%2Fthema%2F%C3%A9%C3%A9n", "Thème"),
        ("/resource?iri=urn%3Aisbn%3A9789", "Een boek"),
        ("/", "Stuk two"),
    ],
)
def test_a_graph_that_relaas_did_not_make_has_pages_too(foreign_site: httpx.Client, address: str, expected: str) -> None:
    page = _page(foreign_site, address)
    assert expected in page.get_text()


def test_a_document_that_says_nothing_but_its_title_has_a_page(long_site: httpx.Client) -> None:
    page = _page(long_site, f"/id/doc/{7:016x}.html")
    assert page.select_one("h1").get_text() == "Vraag 007"  # type: ignore[union-attr]
    assert "De graaf bevat de tekst niet." in page.get_text()


def test_documents_are_listed_by_title_and_by_question_where_they_have_none(untitled_site: httpx.Client) -> None:
    page = untitled_site.get("/", headers={"accept": "text/html"}).text
    places = [page.find(f">{title}</a>") for title in ("appels", "Zeewier", "[Wie zwemt?]")]
    assert places == sorted(places)
    assert places[0] > 0
