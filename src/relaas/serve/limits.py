"""What one query may take, and what a request is told when it is refused.

The defaults let every named query of the project answer in full over a thousand documents. A limit is never silent: who reaches
it gets no part of an answer but a 503 that names the limit.
"""

from __future__ import annotations

from dataclasses import dataclass

from relaas.errors import RelaasError

_MEBI = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may take. `seconds` of waiting and running; `rows` of the answer; `memory`, `query` and `answer` in bytes."""

    seconds: float = 15.0
    rows: int = 1_000_000
    memory: int = 2048 * _MEBI
    query: int = 64 * 1024
    answer: int = 256 * _MEBI
    workers: int = 4
    waiting: int = 64
    depth: int = 256

    def as_text(self) -> str:
        """Say the limits in a line, as the service description and the documentation give them."""
        return (
            f"{self.seconds:g} seconds, {self.rows:,} rows, {self.memory // _MEBI:,} MiB of memory, "
            f"{self.answer // _MEBI:,} MiB of answer, {self.query // 1024} KiB of query, {self.depth} levels of nesting"
        )


class Refusal(RelaasError):  # noqa: N818 - it says no, nothing went wrong
    """A request that is not answered. `status` is the HTTP status: 400, 404, 405, 406, 413, 415 or 503."""

    def __init__(self, status: int, reason: str, *, retry_after: int | None = None) -> None:
        super().__init__(reason)
        self.status, self.reason, self.retry_after = status, reason, retry_after
