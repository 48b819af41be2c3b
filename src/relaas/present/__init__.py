"""Dataset -> a page that a journalist reads, and the reasons behind a finding.

`summarise` gathers what the page says as plain values, `render` writes them as text for a terminal, Markdown or JSON.
`read_document` adds the text with its findings marked, `render_document` writes that as HTML; `describe_node` gathers what
the page of any other node says. A page is made from the graph alone, so a
graph from a colleague reads the same as one built here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from relaas.present.document import DocumentPage, read_document
from relaas.present.explanation import Explanation, explain, render_explanation
from relaas.present.node import NodePage, describe_node
from relaas.present.page import render
from relaas.present.reader import Name, Reader
from relaas.present.summary import Summary, summarise

if TYPE_CHECKING:
    from relaas.present.hypertext import Setting, render_document, render_template

__all__ = [
    "DocumentPage", "Explanation", "Name", "NodePage", "Reader", "Setting", "Summary", "describe_node", "explain",
    "read_document", "render", "render_document", "render_explanation", "render_template", "summarise",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import what writes HTML on first use, so that a page for the terminal does not wait for Jinja2."""
    if name in ("Setting", "render_document", "render_template"):
        from relaas.present import hypertext

        return getattr(hypertext, name)
    raise AttributeError(f"module 'relaas.present' has no attribute {name!r}")
