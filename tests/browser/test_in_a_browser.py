"""In a real browser: pages can be read and used by everybody, the editor asks the graph, and nothing leaves the machine."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from browser.looking import axe, complaints, fetched, forget, headings
from serve_pages.hostile_graph import IRIS, STRINGS

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

PAGES = {
    "front": "/",
    "document": "",
    "document in English": "?lang=en",
    "claim": "/id/doc/{doc}/cl205-220.html",
    "event": "/id/doc/{doc}/ev137-142.html",
    "actor": "/id/actor/armenia.html",
    "code": "/code/verdict/partly.html",
    "ontology": "/ns",
    "queries": "/queries",
    "form": "/queries/claims-per-holder",
    "form with a mistake": "/queries/timeline?since=gisteren",
}


def _address(url: str, document: str, page: str) -> str:
    path = PAGES[page]
    number = document.removeprefix("/id/doc/").removesuffix(".html")
    return url + (path.replace("{doc}", number) if path.startswith("/") else document + path)


@pytest.fixture
def wide(browser: Chrome) -> Chrome:
    browser.set_window_size(1280, 1000)
    return browser


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_serious(wide: Chrome, sample_url: str, document: str, page: str) -> None:
    wide.get(_address(sample_url, document, page))
    assert axe(wide) == []
    levels = headings(wide)
    assert levels[0] == 1 or page == "document" or page.startswith("document")
    assert levels.count(1) == 1
    main = levels[levels.index(1) :]
    assert all(after <= before + 1 for before, after in pairwise(main)), levels


@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_a_phone(browser: Chrome, sample_url: str, document: str, page: str) -> None:
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    )
    try:
        browser.get(_address(sample_url, document, page))
        wide_ones = browser.execute_script(
            "return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1"
            " && !e.closest('.scroll, pre, .skip')).map(e => e.tagName + '.' + e.className).slice(0, 5)"
        )
        assert wide_ones == []
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
        sizes = browser.execute_script(
            "return [...document.querySelectorAll('p, dd, li, td')].filter(e => e.innerText.trim())"
            ".map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= 13
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_a_document_is_read_from_mark_to_node_and_back(wide: Chrome, sample_url: str, document: str) -> None:
    forget(wide)
    wide.get(sample_url + document)
    assert wide.find_element(By.TAG_NAME, "h1").text.startswith("Vijandelijkheden tussen Armenië en Azerbeidzjan")
    mark = wide.find_element(By.CSS_SELECTOR, "#text .words a.m-cue")
    words = mark.text
    mark.click()
    assert words in [m.text for m in wide.find_elements(By.CSS_SELECTOR, ".places mark")]
    wide.find_element(By.CSS_SELECTOR, ".places a[href*='/id/'][href*='#c']").click()
    target = wide.find_element(By.CSS_SELECTOR, ":target")
    assert target.text == words
    assert target.is_displayed()
    wide.find_element(By.LINK_TEXT, "English").click()
    assert "Questions and answers" in [h.text for h in wide.find_elements(By.TAG_NAME, "h2")]
    assert {urlsplit(a).netloc for a in fetched(wide)} == {urlsplit(sample_url).netloc}
    assert complaints(wide) == []


def test_the_legend_switches_marks_off_without_a_script(wide: Chrome, sample_url: str, document: str) -> None:
    wide.get(sample_url + document)
    assert wide.execute_script("return document.scripts.length") == 0
    claim = wide.find_element(By.CSS_SELECTOR, "#text .words .in-claim")
    box = wide.find_element(By.ID, "mark-claim")
    shown = claim.value_of_css_property("background-color")
    box.send_keys(Keys.SPACE)
    assert claim.value_of_css_property("background-color") != shown
    box.send_keys(Keys.SPACE)
    assert claim.value_of_css_property("background-color") == shown


def test_the_keyboard_reaches_the_content_first(wide: Chrome, sample_url: str, document: str) -> None:
    wide.get(sample_url + document)
    wide.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    skip = wide.switch_to.active_element
    assert skip.get_attribute("class") == "skip"
    assert skip.rect["x"] >= 0
    skip.send_keys(Keys.ENTER)
    assert wide.current_url.endswith("#content")


def test_a_document_can_be_printed(wide: Chrome, sample_url: str, document: str) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    wide.get(sample_url + document)
    paper = base64.b64decode(wide.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    pages = PdfReader(BytesIO(paper)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert 2 <= len(pages) <= 9
    assert "Tijdlijn" in text
    assert "Vragen aan de graaf" not in text, "the menu of the site has no use on paper"


def _rows_of_the_editor(browser: Chrome) -> list[list[str]]:
    def rows(_: Chrome) -> list[list[str]]:
        found: list[list[str]] = browser.execute_script(
            "return [...document.querySelectorAll('#yasgui .yasr table.dataTable tbody tr')]"
            ".filter(r => r.cells.length > 1).map(r => [...r.cells].map(c => c.innerText))"
        )
        return found

    return WebDriverWait(browser, 20).until(rows)


def test_the_editor_runs_a_named_query(wide: Chrome, sample_url: str) -> None:
    forget(wide)
    wide.get(f"{sample_url}/query")
    assert not wide.find_element(By.ID, "plain").is_displayed()
    example = wide.find_element(By.CSS_SELECTOR, "#examples a[data-name=contested-figures]")
    wide.execute_script("arguments[0].scrollIntoView({block: 'center'})", example)
    example.click()
    rows = _rows_of_the_editor(wide)
    assert len(rows) == 3
    assert sorted(cell for row in rows for cell in row if re.fullmatch(r'"?(202|5|80)"?(\^\^.*)?', cell.strip())) != []
    addresses = fetched(wide)
    assert any(urlsplit(a).path == "/sparql" for a in addresses)
    assert {urlsplit(a).netloc for a in addresses if urlsplit(a).scheme.startswith("http")} == {urlsplit(sample_url).netloc}
    assert complaints(wide) == []


def test_what_an_answer_in_the_editor_names_is_shown_by_this_site(wide: Chrome, sample_url: str) -> None:
    wide.get(f"{sample_url}/query")
    wide.find_element(By.CSS_SELECTOR, "#examples a[data-name=timeline]").click()
    _rows_of_the_editor(wide)
    first = wide.current_window_handle
    link = wide.find_element(By.CSS_SELECTOR, "#yasgui .yasr a.iri")
    wide.execute_script("arguments[0].scrollIntoView({block: 'center'})", link)
    wide.execute_script("arguments[0].click()", link)  # its middle may be clipped
    WebDriverWait(wide, 10).until(lambda driver: len(driver.window_handles) == 2)
    wide.switch_to.window(next(handle for handle in wide.window_handles if handle != first))
    try:
        WebDriverWait(wide, 10).until(lambda driver: driver.find_elements(By.TAG_NAME, "h1"))
        assert wide.current_url.startswith(f"{sample_url}/resource?iri=")
    finally:
        wide.close()
        wide.switch_to.window(first)


def test_axe_finds_nothing_serious_in_the_editor(wide: Chrome, sample_url: str) -> None:
    wide.get(f"{sample_url}/query")
    assert axe(wide) == []
    wide.find_element(By.CSS_SELECTOR, "#examples a[data-name=timeline]").click()
    _rows_of_the_editor(wide)
    assert axe(wide) == []


@pytest.mark.parametrize("keys", [Keys.TAB, Keys.SHIFT + Keys.TAB], ids=["Tab", "Shift-Tab"])
def test_the_tab_key_leaves_the_editor(wide: Chrome, sample_url: str, keys: str) -> None:
    wide.get(f"{sample_url}/query")
    field = wide.find_element(By.CSS_SELECTOR, "#yasgui .CodeMirror textarea")
    wide.execute_script("arguments[0].focus()", field)
    assert wide.switch_to.active_element == field
    field.send_keys(keys)
    assert wide.switch_to.active_element != field


def test_without_scripts_the_editor_is_a_form(wide: Chrome, sample_url: str) -> None:
    wide.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        wide.get(f"{sample_url}/query?query=ASK%20%7B%7D")
        area = wide.find_element(By.ID, "query")
        assert area.is_displayed()
        assert area.get_attribute("value") == "ASK {}"
    finally:
        wide.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def _hurt(browser: Chrome) -> object:
    return browser.execute_script("return window.hurt")


def test_no_hostile_string_runs_or_reaches_out(wide: Chrome, hostile_url: str, document: str) -> None:
    forget(wide)
    wide.get(hostile_url + document)
    addresses: list[str] = wide.execute_script(
        "return [...new Set([...document.links].map(a => a.href.split('#')[0]).filter(a => a.startsWith(location.origin)))]"
    )
    nodes = sorted(a for a in addresses if "/id/" in a)
    assert len(nodes) > 40
    others = [f"{hostile_url}{p}" for p in ("/", "/queries/claims-per-holder", "/queries/cited-sources", "/queries/timeline")]
    for address in (hostile_url + document, *nodes[:: len(nodes) // 25], *others):
        wide.get(address)
        assert _hurt(wide) is None, address
        assert wide.execute_script("return document.scripts.length") == 0, address
    # data: is the browser's own, the picture of a calendar beside a field for a date
    assert [a for a in fetched(wide) if not a.startswith((hostile_url, "data:image/svg"))] == []
    assert complaints(wide) == []


@pytest.mark.parametrize("iri", IRIS)
def test_no_hostile_iri_runs(wide: Chrome, hostile_url: str, iri: str) -> None:
    from urllib.parse import quote

    forget(wide)
    wide.get(f"{hostile_url}/resource?iri={quote(iri, safe='')}")
    assert wide.find_element(By.TAG_NAME, "h1").text
    assert iri in wide.find_element(By.CSS_SELECTOR, ".iri code").text
    schemes = wide.execute_script("return [...document.links].map(a => a.protocol)")
    assert set(schemes) <= {"http:", "https:"}
    assert _hurt(wide) is None
    assert {urlsplit(a).netloc for a in fetched(wide)} == {urlsplit(hostile_url).netloc}
    assert complaints(wide) == []


def test_no_hostile_answer_runs_in_the_editor(wide: Chrome, hostile_url: str) -> None:
    forget(wide)
    wide.get(f"{hostile_url}/query")
    query = "SELECT DISTINCT ?label { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?label }"
    wide.execute_script("const t = window.relaas.yasgui.getTab(); t.setQuery(arguments[0]); t.query()", query)
    shown = " ".join(cell for row in _rows_of_the_editor(wide) for cell in row)
    assert "window.hurt" in shown
    assert _hurt(wide) is None
    pages = "SELECT ?page { ?s <http://xmlns.com/foaf/0.1/page> ?page }"
    wide.execute_script("const t = window.relaas.yasgui.getTab(); t.setQuery(arguments[0]); t.query()", pages)
    WebDriverWait(wide, 20).until(lambda _: any("vbscript" in cell for row in _rows_of_the_editor(wide) for cell in row))
    time.sleep(1)  # a picture that is missing calls its handler when the server has said so
    assert _hurt(wide) is None
    addresses = [a for a in fetched(wide) if urlsplit(a).scheme.startswith("http")]
    assert {urlsplit(a).netloc for a in addresses} == {urlsplit(hostile_url).netloc}
    links = wide.execute_script("return [...document.querySelectorAll('#yasgui .yasr a[href]')].map(a => a.protocol)")
    assert set(links) <= {"http:", "https:"}


def test_the_picture_of_the_readme_is_made_by_a_command(chromium: tuple[str, str], checkout: Path, tmp_path: Path) -> None:
    target = tmp_path / "picture.png"
    command = [sys.executable, str(checkout / "docs" / "screenshot.py"), str(target)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    made, kept = target.read_bytes(), (checkout / "docs" / "screenshot.png").read_bytes()
    assert made[:8] == kept[:8] == b"\x89PNG\r\n\x1a\n"
    assert made[16:24] == kept[16:24], "width and height"
    assert len(made) > len(kept) / 2, "a page without words is a small picture"


def test_there_are_twenty_strings() -> None:
    assert len(set(STRINGS)) >= 20
