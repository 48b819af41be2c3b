"""Graphs + a query -> Table (or RDF, for CONSTRUCT and DESCRIBE).

Named queries live in `data/queries/*.rq`, each with a header that says what it answers. Every query sees the union of all graphs
as its default graph. Refuses updates, and SERVICE and FROM, which would reach for the network.
"""

from relaas.query.engine import ask, is_plain, load_graphs, open_store
from relaas.query.named import NamedQuery, Parameter, named_queries, named_query
from relaas.query.table import Table
from relaas.query.timed import ask_within

__all__ = [
    "NamedQuery", "Parameter", "Table", "ask", "ask_within", "is_plain", "load_graphs", "named_queries", "named_query",
    "open_store",
]  # fmt: skip
