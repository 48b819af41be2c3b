"""A server on the loopback that plays Wikidata from recordings. What was not recorded fails, and the test with it."""

from __future__ import annotations

import json
import threading
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from made_dump import item


@dataclass
class Reply:
    """An answer that is given once, before the recordings: a status with headers, or a body as it is."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b"{}"


class RecordedWikidata:
    """`searches` gives the hits for a name, `items` the entities; `first` the answers that come before them."""

    def __init__(self) -> None:
        self.searches: dict[str, list[int]] = {}
        self.items: dict[int, dict[str, Any]] = {}
        self.first: deque[Reply] = deque()
        self.asked: list[dict[str, str]] = []
        self.agents: set[str] = set()
        self.unrecorded: list[str] = []
        recorded = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                query = {k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()}
                recorded.asked.append(query)
                recorded.agents.add(self.headers["User-Agent"])
                reply = recorded.first.popleft() if recorded.first else recorded._recorded(query)
                self.send_response(reply.status)
                for name, text in {
                    "Content-Type": "application/json",
                    "Content-Length": str(len(reply.body)),
                    **reply.headers,
                }.items():
                    self.send_header(name, text)
                self.end_headers()
                self.wfile.write(reply.body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.api = f"http://127.0.0.1:{self._server.server_port}/w/api.php"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def close(self) -> None:
        """Stop the server; a request that was not recorded is an error."""
        self.stop()
        assert not self.unrecorded, f"not recorded: {self.unrecorded}"

    def stop(self) -> None:
        """Stop the server, as an outage would."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()

    def record(self, number: int, *args: Any, **more: Any) -> None:
        """Record an item, made by hand."""
        self.items[number] = item(number, *args, **more)

    def _recorded(self, query: dict[str, str]) -> Reply:
        if query.get("action") == "wbsearchentities" and query.get("search") in self.searches:
            hits = [{"id": f"Q{n}"} for n in self.searches[query["search"]]]
            return Reply(body=json.dumps({"search": hits, "success": 1}).encode())
        if query.get("action") == "wbgetentities":
            numbers = [int(q[1:]) for q in query["ids"].split("|")]
            if len(numbers) <= 50 and all(n in self.items for n in numbers):
                return Reply(body=json.dumps({"entities": {f"Q{n}": self.items[n] for n in numbers}}).encode())
        self.unrecorded.append(str(query))
        return Reply(404)
