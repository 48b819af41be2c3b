"""A request -> what surrounds its page: language, addresses of IRIs, other representations; and the response that carries it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from relaas.present import Setting
from relaas.present.hypertext import JSON_LD, TURTLE, Representation, is_web
from relaas.serve.site import Site
from relaas.vocabulary import CODE, NS

#: No script, nothing from elsewhere: what a page without scripts needs.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "object-src 'none'"
)
_ONTOLOGY = NS.rstrip("#")


@dataclass(frozen=True, slots=True)
class Addresses:
    """IRI -> the address of its page on this site, in the language of the page that links to it."""

    site: Site
    language: str

    def __call__(self, iri: str) -> str | None:
        """Return the page of an IRI of ours, the IRI itself where it is of another site, None for what must not be linked."""
        base = self.site.settings.base
        if iri.startswith((base, CODE)):
            path = self.site.path_of(iri)
            return self.local(path if path.startswith("/resource") else f"{path}.html")
        if iri.startswith(NS):
            return self.local(self.site.path_of(iri))
        return iri if is_web(iri) else None

    def local(self, path: str) -> str:
        """Return a path of this site with the language of the page."""
        if self.language == "nl":
            return path
        plain, sign, fragment = path.partition("#")
        return f"{plain}{'&' if '?' in plain else '?'}lang=en{sign}{fragment}"

    def data(self, iri: str, ending: str) -> str:
        """Return where the IRI is described as data."""
        form = {"ttl": "turtle", "jsonld": "jsonld"}[ending]
        path = "/ns" if iri.rstrip("#") == _ONTOLOGY else self.site.path_of(iri)
        if path.startswith(("/id/", "/code/")):
            return f"{path}.{ending}"
        return f"{path}{'&' if '?' in path else '?'}format={form}"


def setting_of(site: Site, request: Request, *, iri: str | None = None) -> Setting:
    """Return what surrounds the page of a request. `iri` is what the page is about, where it is about one."""
    language = "en" if request.query_params.get("lang") == "en" else "nl"
    addresses = Addresses(site, language)
    formats: tuple[tuple[Representation, str], ...] = ()
    if iri is not None:
        formats = tuple((form, addresses.data(iri, ending)) for form, ending in ((TURTLE, "ttl"), (JSON_LD, "jsonld")))
    other = [(k, v) for k, v in request.query_params.multi_items() if k != "lang"]
    if language == "nl":
        other.append(("lang", "en"))
    path = quote(request.scope.get("raw_path", b"").decode("ascii", "replace"), safe="/:@!$&'()*+,;=~-._%")
    return Setting(
        language=language,
        href=addresses,
        local=addresses.local,
        switch=path + (f"?{urlencode(other)}" if other else ""),
        formats=formats,
        site_title=site.settings.title,
    )


def page(html: str, *, status: int = 200, policy: str = POLICY) -> Response:
    """Make the response of a page. Nothing that a page links to is told where the reader came from."""
    headers = {"Content-Security-Policy": policy, "Referrer-Policy": "no-referrer"}
    return HTMLResponse(html, status_code=status, headers=headers)
