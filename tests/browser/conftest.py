"""A headless Chromium, and servers for it to look at.

Chromium and its driver come from Debian (`chromium`, `chromium-driver`). Where they are absent and the tests run as root beside
apt they are installed; elsewhere the tests of this folder say why they skip.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from debian import install

if TYPE_CHECKING:
    from rdflib import Dataset
    from selenium.webdriver import Chrome

    from relaas.pipeline import Build


_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update"
    " --disable-sync --disable-default-apps --no-default-browser-check --disable-dev-shm-usage --window-size=1280,1000"
).split()


def _installed() -> tuple[str, str] | None:
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


@pytest.fixture(scope="session")
def chromium() -> tuple[str, str]:
    """Browser and driver."""
    trouble = "" if _installed() else install("chromium", "chromium-driver")
    found = _installed()
    if found is None:
        pytest.skip(f"Chromium is absent (apt-get install chromium chromium-driver): {trouble}")
    return found


@pytest.fixture(scope="session")
def browser(chromium: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """One browser for all tests, with a fresh profile, that resolves no name and logs each request and message."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = chromium[0]
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    with Chrome(options=options, service=Service(chromium[1])) as opened:
        opened.set_page_load_timeout(30)
        yield opened


def _served(folder: Path, dataset: Dataset) -> Iterator[str]:
    from relaas.serialize import serialize
    from relaas.store import build
    from serve.served import serving

    path = folder / "graph.nq"
    path.write_bytes(serialize(dataset, "nquads"))
    build(folder / "store", [path])
    with serving(folder / "store") as server:
        yield server.url


@pytest.fixture(scope="session")
def sample_url(chromium: tuple[str, str], sample_build: Build, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the sample is served."""
    yield from _served(tmp_path_factory.mktemp("browsed-sample"), sample_build.dataset)


@pytest.fixture(scope="session")
def hostile_url(chromium: tuple[str, str], sample_build: Build, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a graph is served whose every word is out to do harm."""
    from serve_pages.hostile_graph import hostile

    yield from _served(tmp_path_factory.mktemp("browsed-hostile"), hostile(sample_build.dataset))


@pytest.fixture(scope="session")
def document(sample_build: Build) -> str:
    """The path of the sample's document page."""
    from relaas.vocabulary import RDF, RELAAS

    subjects = (s for s, _, _, _ in sample_build.dataset.quads((None, RDF.type, RELAAS.Document, None)))
    return str(next(subjects)).removeprefix("https://w3id.org/relaas") + ".html"
