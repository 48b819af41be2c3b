"""The API of Wikidata -> answers, politely: one request at a time, maxlag, back-off, a deadline for all and a cap on each.

`UnavailableError` says what failed. After the service could not be reached, or the time was used up, nothing is asked any more in
this process: a build must not wait for an outage once for every name.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx

API = "https://www.wikidata.org/w/api.php"
_BUSY = frozenset({429, 500, 502, 503, 504})
#: Who cannot be reached is tried no more often than this: it is the user who waits.
_TRIES_UNREACHED = 3
_BUSY_CODES = frozenset({"maxlag", "ratelimited", "readonly"})


class UnavailableError(Exception):
    """The service did not answer; the message says why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much: seconds for all requests of a process, seconds for one, tries, bytes of one answer."""

    deadline: float = 120.0
    timeout: float = 15.0
    tries: int = 5
    largest: int = 16 << 20


class Service:
    """The API at one address."""

    def __init__(self, api: str = API, *, limits: Limits = Limits()) -> None:
        import httpx

        self._httpx = httpx
        self._api, self._limits = api, limits
        self._client: httpx.Client | None = None
        self._until: float | None = None
        #: Why nothing is asked any more; empty while the service answers.
        self.down = ""

    def ask(self, parameters: Mapping[str, str]) -> dict[str, Any]:
        """Return the JSON object that answers these parameters. UnavailableError when there is none."""
        if self.down:
            raise UnavailableError(self.down)
        if self._until is None:
            self._until = time.monotonic() + self._limits.deadline
        query = {**parameters, "format": "json", "formatversion": "1", "maxlag": "5"}
        reason = ""
        for attempt in range(self._limits.tries):
            try:
                status, wait, body = self._get(query)
            except (self._httpx.HTTPError, self._httpx.InvalidURL, OSError) as error:
                status, wait, body, reason = 0, None, b"", f"cannot be reached ({type(error).__name__}: {error})"
            if status == 200:
                answer, busy = _read(body)
                if not busy:
                    return answer
                reason = f"is busy ({busy})"
            elif status not in (0, *_BUSY):
                raise UnavailableError(f"answers {status}")
            elif status:
                reason = f"answers {status}"
            last = attempt == (self._limits.tries if status else min(self._limits.tries, _TRIES_UNREACHED)) - 1
            self._pause(2.0**attempt if wait is None else wait, reason, last=last)
        raise self._gone(reason)

    def _get(self, query: Mapping[str, str]) -> tuple[int, float | None, bytes]:
        """Return status, seconds to wait where the service says so, and body."""
        if self._client is None:
            about = "https://w3id.org/relaas; links names in parliamentary documents"
            agent = f"relaas/{version('relaas')} ({about}) httpx/{self._httpx.__version__}"
            self._client = self._httpx.Client(headers={"User-Agent": agent}, timeout=self._limits.timeout, follow_redirects=False)
        with self._client.stream("GET", self._api, params=dict(query)) as response:
            pieces, size = [], 0
            for piece in response.iter_bytes():
                size += len(piece)
                if size > self._limits.largest:
                    raise UnavailableError(f"answers more than {self._limits.largest >> 20} MiB")
                if self._until is not None and time.monotonic() > self._until:
                    raise self._gone(f"took longer than the {self._limits.deadline:.0f} s there are")
                pieces.append(piece)
            return response.status_code, _seconds(response.headers.get("Retry-After")), b"".join(pieces)

    def _pause(self, seconds: float, reason: str, *, last: bool) -> None:
        assert self._until is not None
        if last or time.monotonic() + seconds > self._until:
            raise self._gone(reason)
        time.sleep(seconds)

    def _gone(self, reason: str) -> UnavailableError:
        self.down = reason
        return UnavailableError(reason)


def _read(body: bytes) -> tuple[dict[str, Any], str]:
    """Return the answer and, where the service is busy, what it says. UnavailableError for another error or no JSON."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        raise UnavailableError("answers with something that is no JSON") from None
    if not isinstance(answer, dict):
        raise UnavailableError("answers with something that is no JSON object")
    error = answer.get("error")
    if not isinstance(error, dict):
        return answer, ""
    code = str(error.get("code"))
    if code in _BUSY_CODES:
        return {}, code
    raise UnavailableError(f"refuses ({code})")


def _seconds(retry_after: str | None) -> float | None:
    """Return the seconds of a Retry-After header, which may be a date."""
    if retry_after is None:
        return None
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        then = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (then - datetime.now(UTC)).total_seconds()) if then.tzinfo else None
