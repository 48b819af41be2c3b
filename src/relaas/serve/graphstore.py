"""`/data`: the SPARQL 1.1 Graph Store HTTP Protocol, read-only: `?graph=IRI` is one graph, `?default` the union of all.

Refused: any method that changes (405), a request that names no graph, or two.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from relaas.serve.limits import Refusal
from relaas.serve.protocol import respond
from relaas.serve.site import Site


def routes(site: Site) -> list[BaseRoute]:
    """Return the route of the graph store."""

    async def data(request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            raise Refusal(405, "the graphs of this store are only read here")
        chosen = request.query_params.multi_items()
        iris = [value for name, value in chosen if name == "graph"]
        default = any(name == "default" for name, _ in chosen)
        if len(iris) + default != 1:
            raise Refusal(400, "name one graph: /data?graph=IRI, or /data?default for the union of all")
        answer = await site.graph(iris[0] if iris else None, request.headers.get("accept"))
        return respond(answer)

    return [Route("/data", data, methods=["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"])]
