"""No string of a graph becomes markup, no page asks anything of another machine, no script runs but our own."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

from relaas.present import read_document, render_document
from relaas.present.hypertext import is_web
from relaas.serve.pages import STATIC
from serve_pages.hostile_graph import IRIS, STRINGS

if TYPE_CHECKING:
    import httpx

    from relaas.pipeline import Build

PAGES = (
    "/",
    "/queries",
    "/ns",
    "/code/verdict.html",
    "/queries/claims-per-holder",
    "/queries/cited-sources",
    "/queries/timeline",
)
_HARMLESS = re.compile(r"(/[^/\\]|/$|#|\?|https?://)")


def _harmful(page: BeautifulSoup) -> list[str]:
    """Say what of a page could do harm: scripts, handlers, frames, addresses that are no web address."""
    tags = page.find_all(True)
    found = [tag.name for tag in tags if tag.name in ("script", "iframe", "object", "embed", "base", "svg", "img", "style")]
    found += [f"{tag.name} {name}" for tag in tags for name in tag.attrs if name.startswith("on") or name in ("style", "srcdoc")]
    addresses = [str(tag[name]) for tag in tags for name in ("href", "src", "action", "content") if name in tag.attrs]
    found += [a for a in addresses if re.match(r"\s*(javascript|data|vbscript):", a, re.IGNORECASE)]
    found += [a for tag in page.find_all("a", href=True) if not _HARMLESS.match(a := str(tag["href"]))]
    found += [str(tag) for tag in page.find_all("meta") if tag.get("http-equiv", "").lower() == "refresh"]  # type: ignore[union-attr]
    return found


def _node_addresses(site: httpx.Client, document_path: str) -> list[str]:
    page = BeautifulSoup(site.get(f"{document_path}.html").text, "html.parser")
    return sorted({str(a["href"]).partition("#")[0] for a in page.find_all("a", href=True) if str(a["href"]).startswith("/")})


def test_no_hostile_string_becomes_markup_on_any_page(hostile_site: httpx.Client, document_path: str) -> None:
    seen = ""
    for address in [*PAGES, f"{document_path}.html", *_node_addresses(hostile_site, document_path)[::2]]:
        response = hostile_site.get(address)
        if (
            response.status_code != 200
            or not response.headers["content-type"].startswith("text/html")
            or address.startswith("/query")
        ):
            assert response.status_code in (200, 404) or address.startswith("/query"), address
            continue
        page = BeautifulSoup(response.text, "html.parser")
        assert _harmful(page) == [], address
        seen += page.get_text(" ")
    flat = " ".join(seen.split())
    assert [s for s in STRINGS if " ".join(s.split()) not in flat] == [], "a hostile string was never shown"


@pytest.mark.parametrize("iri", IRIS)
def test_a_hostile_iri_is_answered_and_linked_only_when_it_is_a_web_address(
    hostile_site: httpx.Client, document_path: str, iri: str
) -> None:
    response = hostile_site.get("/resource", params={"iri": iri})
    assert response.status_code == 200
    assert _harmful(BeautifulSoup(response.text, "html.parser")) == []
    assert is_web(iri) or f'href="{iri}' not in hostile_site.get(f"{document_path}.html").text


def test_the_page_that_stands_alone_is_as_safe(sample_build: Build) -> None:
    from serve_pages.hostile_graph import hostile

    page = BeautifulSoup(render_document(read_document(hostile(sample_build.dataset))), "html.parser")
    assert [found for found in _harmful(page) if found != "style"] == []
    assert len(page.find_all("style")) == 1
    ids = {str(tag["id"]) for tag in page.find_all(id=True)}
    assert [a for tag in page.find_all("a", href=True) if (a := str(tag["href"])).startswith("#") and a[1:] not in ids] == []
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert isinstance(policy, Tag)
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"


@pytest.mark.parametrize("address", [*PAGES, "/id/actor/armenia.html"])
def test_a_page_allows_no_script_and_nothing_from_elsewhere(sample_site: httpx.Client, address: str) -> None:
    response = sample_site.get(address)
    policy = dict(part.strip().partition(" ")[::2] for part in response.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert "script-src" not in policy
    assert policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert "<script" not in response.text


def test_only_the_editor_has_scripts_and_they_are_of_this_site(sample_site: httpx.Client) -> None:
    response = sample_site.get("/query")
    policy = response.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "connect-src 'self';" in policy
    assert "unsafe-eval" not in policy
    page = BeautifulSoup(response.text, "html.parser")
    sources = [str(tag.get("src") or tag.get("href")) for tag in page.find_all(["script", "link"])]
    assert sources
    assert all(source.startswith("/static/") for source in sources)
    assert not any(tag.string for tag in page.find_all("script"))
    assert all(sample_site.get(source).status_code == 200 for source in sources)


def test_a_browser_that_asks_for_an_icon_gets_one(sample_site: httpx.Client) -> None:
    response = sample_site.get("/favicon.ico")
    assert (response.status_code, response.headers["content-type"]) == (200, "image/svg+xml")
    assert response.text.startswith("<svg")


def test_a_query_in_the_address_stays_text(sample_site: httpx.Client) -> None:
    for string in STRINGS:
        page = BeautifulSoup(sample_site.get("/query", params={"query": string}).text, "html.parser")
        assert [f for f in _harmful(page) if f != "script"] == []
        area = page.select_one("textarea")
        assert area is not None
        assert area.get_text() == string
        for address, name in (("/queries/claims-per-holder", "holder"), ("/", "q")):
            assert _harmful(BeautifulSoup(sample_site.get(address, params={name: string}).text, "html.parser")) == []


def test_the_vendored_editor_is_what_was_published() -> None:
    folder = STATIC / "yasgui"
    lines = (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    told = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert sorted(told) == sorted(p.name for p in folder.iterdir() if p.name != "SHA256SUMS")
    assert {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in told} == told
    # as published in the npm package @zazuko/yasgui 4.6.2
    assert told["yasgui.min.js"] == "55034eaac74c55f55fbd1eeed008ae38a79053651cbed2b453f1fcfd895a4b75"
    assert told["yasgui.min.css"] == "085b94556b97f9928981bdedb6848fd11ad4d8d950e821f0d698c58ca538fc55"


def test_static_files_hold_no_address_that_a_page_would_fetch() -> None:
    for path in (
        *STATIC.glob("*.css"),
        *STATIC.glob("*.js"),
        Path(STATIC).parent.parent / "present" / "templates" / "relaas.css",
    ):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"@import|url\(\s*['\"]?(https?:)?//|https?://", text), path.name
