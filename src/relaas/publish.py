"""N-Quads files -> the same graphs in any store that speaks the SPARQL 1.1 Graph Store HTTP Protocol.

Each named graph is put as a whole, so a push that breaks off can be done again and leaves no graph half replaced. Only what has
changed is sent: the remote store itself keeps the digest of every graph that came from here, in the graph `DIGESTS`, so that any
machine can go on. A graph that several files hold (the registry) is sent as their union.

Refused: statements outside a named graph, for they would replace what others have put in the default graph of the remote store.
A failure that may pass (no connection, 429, 5xx) is tried again, five times in all; what stays wrong is a RemoteError.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import httpx
import pyoxigraph as ox
import tenacity

from relaas.errors import GraphError, RemoteError, UsageError
from relaas.store import read_input

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Where the remote store keeps the digests of what was published.
DIGESTS: Final = "urn:x-relaas:published"
_CHECKSUM: Final = ox.NamedNode("http://spdx.org/rdf/terms#checksumValue")
_PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_TRIES: Final = 5
_SAVE_EVERY: Final = 100


@dataclass(frozen=True, slots=True)
class Access:
    """How a remote store is reached: its Graph Store address, a name and a password (basic or digest, as it asks), or a token."""

    url: str
    user: str | None = None
    password: str = field(default="", repr=False)
    token: str | None = field(default=None, repr=False)
    seconds: float = 60.0
    pause: float = 0.5


@dataclass(frozen=True, slots=True)
class Published:
    """What a push has done, by graph."""

    sent: tuple[str, ...]
    same: tuple[str, ...]
    removed: tuple[str, ...]


def publish(
    access: Access,
    paths: Sequence[Path],
    *,
    prune: bool = False,
    everything: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Published:
    """Send the graphs of these files that the remote store does not have yet.

    With `prune` the graphs that were published earlier and are in none of the files are removed there; with `everything` the
    digests are not looked at. Raises GraphError for a file, RemoteError for the remote store; what was sent until then is
    remembered, so that the next push goes on from there.
    """
    if not access.url.startswith(("http://", "https://")):
        raise UsageError(f"{access.url}: a Graph Store address begins with http:// or https://")
    with _Remote(access) as remote:
        known = remote.digests()
        before = dict(known)
        sent: list[str] = []
        same: list[str] = []
        removed: list[str] = []
        try:
            for graph, data in _graphs(paths):
                digest = hashlib.sha256(data).hexdigest()
                if before.get(graph) == digest and not everything:
                    same.append(graph)
                    continue
                remote.put(graph, data)
                known[graph] = digest
                sent.append(graph)
                if progress is not None:
                    progress(graph)
                if len(sent) % _SAVE_EVERY == 0:
                    remote.remember(known)
            for graph in sorted(before.keys() - {*sent, *same}) if prune else ():
                remote.delete(graph)
                del known[graph]
                removed.append(graph)
        finally:
            if known != before:
                remote.remember(known)
    return Published(tuple(sent), tuple(same), tuple(removed))


def _graphs(paths: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield each graph once, as sorted N-Triples: those of one file when that file is read, those of several at the end.

    Every file is read twice, so that only the graphs of one file and the shared ones are in memory.
    """
    holders: dict[str, Path] = {}
    shared: dict[str, set[str]] = {}
    for path in paths:
        entry, quads = read_input(path.stem, path)
        if "" in entry.graphs:
            raise GraphError(
                path.name, "it has statements outside a named graph", "put them into one; only named graphs are sent"
            )
        for graph in entry.graphs:
            if graph not in holders:
                holders[graph] = path
                continue
            if graph not in shared:
                shared[graph] = _lines(read_input(holders[graph].stem, holders[graph])[1][graph])
            shared[graph] |= _lines(quads[graph])
    for path in paths:
        _, quads = read_input(path.stem, path)
        for graph in sorted(quads):
            if graph not in shared:
                yield graph, "".join(sorted(_lines(quads[graph]))).encode()
    for graph in sorted(shared):
        yield graph, "".join(sorted(shared[graph])).encode()


def _lines(quads: Iterable[ox.Quad]) -> set[str]:
    return {f"{quad.triple} .\n" for quad in quads}


class _PassingError(Exception):
    """A failure of the remote store that may be gone in a moment."""


class _Asked(httpx.Auth):
    """Gives name and password in the way in which the remote store asks for them."""

    requires_response_body = True

    def __init__(self, user: str, password: str) -> None:
        self._basic, self._digest = httpx.BasicAuth(user, password), httpx.DigestAuth(user, password)
        self._chosen: httpx.Auth = self._digest

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send the request; when it is refused, send it again with what is asked for."""
        flow = self._chosen.auth_flow(request)
        response = yield next(flow)
        if response.status_code == 401 and "basic" in response.headers.get("www-authenticate", "").lower():
            self._chosen = self._basic
            yield next(self._basic.auth_flow(request))
            return
        try:
            while True:
                response = yield flow.send(response)
        except StopIteration:
            return


class _Remote:
    """A Graph Store."""

    def __init__(self, access: Access) -> None:
        self._access = access
        headers = {"Authorization": f"Bearer {access.token}"} if access.token else {}
        auth = _Asked(access.user, access.password) if access.user else None
        self._client = httpx.Client(timeout=access.seconds, headers=headers, auth=auth, follow_redirects=False)

    def __enter__(self) -> _Remote:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def put(self, graph: str, data: bytes) -> None:
        """Replace a graph. N-Triples is Turtle, which every Graph Store reads."""
        response = self._send("PUT", graph, content=data, headers={"Content-Type": "text/turtle; charset=utf-8"})
        self._expect(response, graph)

    def delete(self, graph: str) -> None:
        """Remove a graph; one that is gone already is as well."""
        response = self._send("DELETE", graph)
        if response.status_code != 404:
            self._expect(response, graph)

    def digests(self) -> dict[str, str]:
        """Return the digests of what was published, by graph."""
        response = self._send("GET", DIGESTS, headers={"Accept": "application/n-triples, text/turtle;q=0.9"})
        if response.status_code == 404:
            return {}
        self._expect(response, DIGESTS)
        try:
            found = ox.parse(response.content, format=ox.RdfFormat.TURTLE)
            return {
                q.subject.value: q.object.value for q in found if q.predicate == _CHECKSUM and isinstance(q.object, ox.Literal)
            }
        except (SyntaxError, ValueError, AttributeError):
            raise RemoteError(
                f"{self._access.url}: does not answer as a Graph Store (no Turtle came); check the address"
            ) from None

    def remember(self, known: Mapping[str, str]) -> None:
        """Replace the digests."""
        lines = (str(ox.Triple(ox.NamedNode(graph), _CHECKSUM, ox.Literal(value))) + " .\n" for graph, value in known.items())
        data = "".join(sorted(lines)).encode()
        if data:
            self.put(DIGESTS, data)
        else:
            self.delete(DIGESTS)

    def _send(self, method: str, graph: str, **content: object) -> httpx.Response:
        url = httpx.URL(self._access.url).copy_merge_params({"graph": graph})
        trying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_PassingError),
            stop=tenacity.stop_after_attempt(_TRIES),
            wait=tenacity.wait_exponential(multiplier=self._access.pause, max=30),
            reraise=True,
        )
        try:
            return trying(self._send_once, method, url, content)
        except _PassingError as error:
            raise RemoteError(f"{self._access.url}: {error}; tried {_TRIES} times, try again later") from None

    def _send_once(self, method: str, url: httpx.URL, content: Mapping[str, object]) -> httpx.Response:
        try:
            response = self._client.request(method, url, **content)  # type: ignore[arg-type]
        except httpx.TransportError as error:
            raise _PassingError(f"cannot be reached ({type(error).__name__}: {error})") from None
        if response.status_code in _PASSING:
            raise _PassingError(f"answers {response.status_code} ({_said(response)})")
        return response

    def _expect(self, response: httpx.Response, graph: str) -> None:
        if response.is_success:
            return
        advice = {
            401: "give --user, and the password in RELAAS_PASSWORD",
            403: "the user may not write there",
            404: "check the address: it is that of the Graph Store, not of the query endpoint",
            405: "check the address: it is that of the Graph Store, not of the query endpoint",
            413: "the graph is larger than the store takes; raise its limit",
        }.get(response.status_code, "the answer of the store says why")
        raise RemoteError(f"{self._access.url}: refuses {graph} with {response.status_code} ({_said(response)}); {advice}")


def _said(response: httpx.Response) -> str:
    """Return the first line of what a store says, for a message of one line."""
    return " ".join(response.text.split())[:160] or response.reason_phrase
