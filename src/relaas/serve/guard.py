"""Text of a query -> nothing, or a Refusal before any engine sees it.

The engine really fetches what SERVICE and LOAD name and cannot be told not to, so a query that holds them is not given to it;
updates are refused here too. FROM may pass: the engine takes it to choose graphs of the store and fetches nothing.
"""

from __future__ import annotations

from relaas.query.scan import scan
from relaas.serve.limits import Limits, Refusal


def admit(text: str, limits: Limits) -> None:
    """Let a query pass. Refusal 413 when it is too long, 400 when it may not be asked."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > limits.query:
        raise Refusal(413, f"the query has {size:,} bytes; at most {limits.query:,} are taken")
    seen = scan(text)
    if seen.fetching:
        raise Refusal(400, f"{seen.fetching} is refused: a query reads this store and nothing else")
    if seen.changing:
        raise Refusal(400, f"{seen.changing} is refused: this endpoint only reads")
    if seen.depth > limits.depth:
        raise Refusal(400, f"the query is nested more than {limits.depth} levels deep")
