"""A site -> its front page (what is in the store), and the page of the ontology with every term at its own anchor."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib.term import Literal, URIRef
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from relaas.present import Name, Setting, render_template
from relaas.present.titles import short, term_label
from relaas.query import named_queries
from relaas.serve.pages_setting import page, setting_of
from relaas.serve.site import Site
from relaas.vocabulary import CODE, NS, OWL, RDF, RDFS, SKOS, ontology_graph, schemes_graph

_ON_A_PAGE = 100
#: What the front page counts, by the words of the page.
_COUNTED = {
    "documents_n": ("Document",), "claims_n": ("Claim",), "events_n": ("Event",), "figures_n": ("Figure",),
    "sources_n": ("CitedSource",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology as an entry: `local` is its anchor."""

    name: Name
    local: str
    definition: str
    rows: tuple[tuple[Name, tuple[Name, ...]], ...]


def routes(site: Site) -> list[BaseRoute]:
    """Return the route of the front page."""

    async def front(request: Request) -> Response:
        setting = setting_of(site, request)
        wanted = request.query_params.get("q", "")[:200]
        documents = [(iri, title) for iri, title in await site.documents() if wanted.casefold() in title.casefold()]
        last = max(1, -(-len(documents) // _ON_A_PAGE))
        asked = request.query_params.get("page", "")
        number = min(int(asked), last) if asked.isdecimal() and len(asked) < 9 and int(asked) > 0 else 1
        shown = documents[(number - 1) * _ON_A_PAGE : number * _ON_A_PAGE]
        counts = {key: sum(site.manifest.classes.get(NS + kind, 0) for kind in kinds) for key, kinds in _COUNTED.items()}
        html = render_template(
            "front.html",
            setting,
            documents=tuple(Name(" ".join(title.split()), iri) for iri, title in shown),
            found=len(documents),
            wanted=wanted,
            number=number,
            last=last,
            counts={**counts, "graphs": site.graphs, "statements": site.quads},
            queries=named_queries(),
            limits=site.settings.limits.as_text(),
        )
        return page(html)

    return [Route("/", front)]


def ontology_page(setting: Setting) -> str:
    """Return the page of the ontology."""
    graph = ontology_graph()
    properties = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    terms: dict[str, list[Term]] = {"classes": [], "properties": []}
    for node in sorted({s for s in graph.subjects(RDF.type) if str(s).startswith(NS)}, key=str):
        kinds = set(graph.objects(node, RDF.type))
        if OWL.Class in kinds:
            terms["classes"].append(_term(str(node), setting.language))
        elif kinds & properties:
            terms["properties"].append(_term(str(node), setting.language))
    schemes = sorted({str(s) for s in schemes_graph().subjects(RDF.type, SKOS.ConceptScheme)})
    return render_template(
        "ontology.html",
        setting,
        terms=terms,
        schemes=tuple(Name(_text(schemes_graph(), iri, SKOS.prefLabel, setting.language) or iri, iri) for iri in schemes),
        code=CODE,
    )


def _term(iri: str, language: str) -> Term:
    graph, node = ontology_graph(), URIRef(iri)
    rows = []
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, SKOS.closeMatch, SKOS.exactMatch):
        values = sorted(str(o) for o in graph.objects(node, predicate) if isinstance(o, URIRef))
        if values:
            named = tuple(term_label(v, language) if v.startswith(NS) else Name(short(v), v) for v in values)
            rows.append((term_label(str(predicate), language), named))
    return Term(term_label(iri, language), iri.removeprefix(NS), _text(graph, iri, SKOS.definition, language), tuple(rows))


def _text(graph: object, iri: str, predicate: URIRef, language: str) -> str:
    found = {o.language: str(o) for o in graph.objects(URIRef(iri), predicate) if isinstance(o, Literal)}  # type: ignore[attr-defined]
    return found.get(language) or found.get("nl") or ""
