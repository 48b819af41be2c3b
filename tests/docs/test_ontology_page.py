"""The page of the ontology: up to date, whole, and every link within it leads somewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from relaas.model import SCHEMES
from relaas.vocabulary import own_terms

VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """Collects anchors and links, and fails on a tag that is closed in the wrong place."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        assert "src" not in given, "the page needs nothing from elsewhere"
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if given.get("href"):
            self.links.append(str(given["href"]))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> at {self.getpos()}"


@pytest.fixture(scope="module")
def page(checkout: Path) -> Page:
    return Page((checkout / "docs" / "ontology.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_page_is_what_the_ontology_says(checkout: Path, seed: str) -> None:
    done = subprocess.run(
        [sys.executable, str(checkout / "docs" / "ontology.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONHASHSEED": seed},
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_term_is_found_under_its_local_name(page: Page) -> None:
    assert own_terms() <= set(page.ids)


def test_every_code_has_a_place(page: Page) -> None:
    assert {f"{scheme}-{code}" for scheme, codes in SCHEMES.items() for code in codes} <= set(page.ids)


def test_every_link_within_the_page_leads_somewhere(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids)), sorted(one for one in page.ids if page.ids.count(one) > 1)
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert len(inner) > 100
    assert inner <= set(page.ids)
    assert all(link.startswith(("#", "http://", "https://")) for link in page.links)


def test_the_page_works_without_a_script(page: Page) -> None:
    assert not page.tags & {"script", "iframe", "link", "img"}
