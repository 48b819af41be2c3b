"""Bytes of an HTML page -> its text, a line per block. Runs in the worker.

Scripts, styles, navigation and forms are no part of the text. Refuses entity declarations (entity bombs).
"""

from __future__ import annotations

import re

from relaas.errors import InputError
from relaas.ingest.text import decode

_DROPPED = ("script", "style", "noscript", "template", "nav", "head", "form", "button", "svg", "iframe")
_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html "
    "li main ol p pre section table tbody td tfoot th thead tr ul".split()
)
_ENTITY = re.compile(r"<!\s*(?:ENTITY|\[)|<!DOCTYPE[^>]*\[", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)


def extract(data: bytes) -> str:
    """Return the visible text; white space inside a block is one space, a numbered list keeps its numbers."""
    from bs4 import BeautifulSoup
    from bs4.element import NavigableString, PreformattedString, Tag

    html = _decoded(data)
    if _ENTITY.search(html):
        raise InputError("html", "declares entities", "save the page as plain HTML or text")
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    pieces: list[str] = []
    for node in soup.descendants:
        if isinstance(node, Tag):
            if node.name in _BLOCKS:
                pieces.append("\n")
            if node.name == "li" and node.parent is not None:
                pieces.append(_item_mark(node))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            pieces.append(re.sub(r"\s+", " ", node))
            # a block ends where the next text is outside it
            if node.parent is not None and node.parent.name in _BLOCKS and node.next_sibling is None:
                pieces.append("\n")
    text = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", "".join(pieces)))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _item_mark(item: object) -> str:
    from bs4.element import Tag

    assert isinstance(item, Tag)
    parent = item.parent
    if parent is None or parent.name != "ol":
        return "- "
    number = 1 + len(item.find_previous_siblings("li"))
    start = str(parent.get("start", "1"))
    return f"{number + (int(start) - 1 if start.isdigit() else 0)}. "


def _decoded(data: bytes) -> str:
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(named.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, "html")[0]
