"""Dataset -> a page that a journalist reads, and the reasons behind a finding.

`summarise` gathers what the page says as plain values, `render` writes them as text for a terminal, Markdown or JSON. The page
is made from the graph alone, so a graph from a colleague reads the same as one built here.
"""

from relaas.present.explanation import Explanation, explain, render_explanation
from relaas.present.page import render
from relaas.present.summary import Summary, summarise

__all__ = ["Explanation", "Summary", "explain", "render", "render_explanation", "summarise"]
