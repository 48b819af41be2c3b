"""What the tests ask of a browser: what it fetched, what it complained of, what axe finds, whether a heading is skipped."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

_AXE = Path(__file__).resolve().parent / "axe" / "axe.min.js"


def forget(browser: Chrome) -> None:
    """Throw away what was logged until now."""
    for kind in ("performance", "browser"):
        browser.get_log(kind)  # type: ignore[no-untyped-call]


def fetched(browser: Chrome) -> list[str]:
    """Return the addresses of all requests since the log was last read, whatever became of them."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]  # type: ignore[no-untyped-call]
    return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


def complaints(browser: Chrome) -> list[str]:
    """Return what the console says: scripts that failed, files that are missing, what the policy of the page refused."""
    entries = browser.get_log("browser")  # type: ignore[no-untyped-call]
    return [entry["message"] for entry in entries if entry["level"] in ("SEVERE", "WARNING")]


@cache
def _axe() -> str:
    return _AXE.read_text(encoding="utf-8")


def axe(browser: Chrome) -> list[str]:
    """Return the serious and critical findings of axe-core, with the elements."""
    browser.execute_script(_axe())
    found: dict[str, Any] = browser.execute_async_script(
        "const done = arguments[0];axe.run(document, {resultTypes: ['violations']}).then(done, e => done({error: String(e)}))"
    )
    assert "error" not in found, found
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


def headings(browser: Chrome) -> list[int]:
    """Return the levels of the headings that are shown, in order."""
    levels: list[int] = browser.execute_script(
        "return [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(h => h.checkVisibility()).map(h => +h.tagName[1])"
    )
    return levels
