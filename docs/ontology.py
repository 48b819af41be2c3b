"""Write docs/ontology.html from the ontology and the codes: `python docs/ontology.py`; with --check only compare.

Every term has its local name as anchor, so that https://w3id.org/relaas/ns#holder can lead to it. The page shows Dutch, English
and French together or one of them, without a script. Why not pyLODE: docs/decisions/0004-own-page-for-the-ontology.md.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from relaas import assets
from relaas.model import SCHEMES
from relaas.vocabulary import CODE, NS, ontology_graph, scheme_iri, schemes_graph

TARGET = Path(__file__).with_name("ontology.html")
LANGUAGES = ("nl", "en", "fr")
ONTOLOGY = URIRef(NS.rstrip("#"))
Words = dict[str, str]

KINDS: dict[URIRef, Words] = {
    OWL.Class: {"nl": "klasse", "en": "class", "fr": "classe"},
    OWL.ObjectProperty: {"nl": "eigenschap", "en": "property", "fr": "propriété"},
    OWL.DatatypeProperty: {"nl": "eigenschap met een letterlijke waarde", "en": "literal property", "fr": "propriété littérale"},
    RDFS.Datatype: {"nl": "datatype", "en": "datatype", "fr": "type de données"},
    OWL.FunctionalProperty: {"nl": "hoogstens één waarde", "en": "one value at most", "fr": "une valeur au plus"},
    OWL.SymmetricProperty: {"nl": "symmetrisch", "en": "symmetric", "fr": "symétrique"},
    OWL.TransitiveProperty: {"nl": "transitief", "en": "transitive", "fr": "transitive"},
}
ROWS: dict[URIRef, Words] = {
    RDFS.subClassOf: {"nl": "valt onder", "en": "sub-class of", "fr": "sous-classe de"},
    RDFS.subPropertyOf: {"nl": "valt onder", "en": "sub-property of", "fr": "sous-propriété de"},
    RDFS.domain: {"nl": "zegt iets van", "en": "domain", "fr": "domaine"},
    RDFS.range: {"nl": "waarde", "en": "range", "fr": "portée"},
    SKOS.closeMatch: {"nl": "staat dicht bij", "en": "close to", "fr": "proche de"},
}
SAID: dict[str, Words] = {
    "scheme": {"nl": "codes", "en": "codes", "fr": "codes"},
    "properties": {"nl": "eigenschappen", "en": "properties", "fr": "propriétés"},
    "narrower": {"nl": "daaronder", "en": "below it", "fr": "en dessous"},
    "version": {"nl": "versie", "en": "version", "fr": "version"},
    "namespace": {"nl": "naamruimte", "en": "namespace", "fr": "espace de noms"},
    "licence": {"nl": "licentie", "en": "licence", "fr": "licence"},
    "all": {"nl": "alle talen", "en": "all languages", "fr": "toutes les langues"},
    "group": {"nl": "groep", "en": "group", "fr": "groupe"},
    "show": {"nl": "Toon", "en": "Show", "fr": "Afficher"},
}
NAMES = {"nl": "Nederlands", "en": "English", "fr": "français"}
STYLE = """
:root { --ink: #1c2330; --soft: #5a6475; --line: #d8dce3; --tint: #f3f5f8; --link: #0a4d8c; color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e7ec; --soft: #a2abba; --line: #3a4252; --tint: #1e2430; --link: #8dbdf0; }
}
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); }
a { color: var(--link); }
code { font-size: .92em; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 3rem; }
h3 { margin: .6rem 0 0; }
h3 code { font-weight: 600; }
h2, tr, article { scroll-margin-top: 3rem; }
fieldset { position: sticky; top: 0; z-index: 1; border: 0; margin: 0 -1.5rem; padding: .6rem 1.5rem; background: Canvas; }
fieldset label { margin-right: 1rem; }
nav ol { columns: 2; padding-left: 1.2rem; }
nav p { margin: .2rem 0 .8rem; }
article { border-top: 1px solid var(--line); padding: .4rem 0 1rem; }
article:target, tr:target, .group { background: var(--tint); }
.kind { color: var(--soft); font-size: .9rem; margin: 0; }
.t { display: block; }
.i .t { display: inline; margin-right: .8rem; }
.t::before { content: attr(lang); color: var(--soft); font-size: .7rem; margin-right: .5rem; font-variant: small-caps; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .6rem 0 0; }
dt { color: var(--soft); }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-top: 1px solid var(--line); }
body:has(#only-nl:checked) .t:not([lang=nl]) { display: none; }
body:has(#only-en:checked) .t:not([lang=en]) { display: none; }
body:has(#only-fr:checked) .t:not([lang=fr]) { display: none; }
body:not(:has(#all:checked)) .t::before { content: none; }
@media (max-width: 40rem) { nav ol { columns: 1; } dl { grid-template-columns: 1fr; } }
"""


def page() -> str:
    """Return the page."""
    graph, schemes = ontology_graph(), schemes_graph()
    sections = list(read_sections(assets.folder("ontology").joinpath("relaas.ttl").read_text(encoding="utf-8")))
    title = words(graph, ONTOLOGY, DCTERMS.title)
    pieces = [
        "<!doctype html>",
        '<html lang="nl">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title['en'])}</title><style>{STYLE}</style></head>",
        "<body>",
        *head(graph, title),
        *contents(sections),
        *(line for number, (name, terms) in enumerate(sections, 1) for line in section(graph, number, name, terms)),
        *(line for name in SCHEMES for line in scheme(schemes, name)),
        "</body>",
        "</html>",
    ]
    return "\n".join(pieces) + "\n"


def read_sections(text: str) -> Iterator[tuple[Words, list[URIRef]]]:
    """Yield the sections of the file, named in three languages, with their terms in the order of the file."""
    pieces = re.split(r"^# \d+\. (.+ / .+ / .+)$", text, flags=re.MULTILINE)[1:]
    for name, body in zip(pieces[::2], pieces[1::2], strict=True):
        terms = [URIRef(NS + term) for term in re.findall(r"^relaas:(\w+) a ", body, flags=re.MULTILINE)]
        yield dict(zip(LANGUAGES, name.split(" / "), strict=True)), terms


def words(graph: Graph, subject: Node, predicate: URIRef) -> Words:
    """Return the values of a property by language."""
    found = {value.language: str(value) for value in graph.objects(subject, predicate) if isinstance(value, Literal)}
    return {language: found[language] for language in LANGUAGES}


def shown(said: Words) -> str:
    """Return a text in three languages; once where they say the same."""
    if len(set(said.values())) == 1:
        return escape(said["en"])
    return " ".join(f'<span class="t" lang="{language}">{escape(said[language])}</span>' for language in LANGUAGES)


def inline(said: Words) -> str:
    """Return a short text in three languages on one line."""
    return f'<span class="i">{shown(said)}</span>'


def head(graph: Graph, title: Words) -> Iterator[str]:
    """Yield the language switch and what the ontology says of itself."""
    yield f"<fieldset>{inline(SAID['show'])}"
    yield f'<label><input type="radio" name="only" id="all" checked> {inline(SAID["all"])}</label>'
    for language in LANGUAGES:
        yield f'<label lang="{language}"><input type="radio" name="only" id="only-{language}"> {NAMES[language]}</label>'
    yield "</fieldset>"
    yield f"<header><h1>{shown(title)}</h1><p>{shown(words(graph, ONTOLOGY, DCTERMS.description))}</p>"
    licence = graph.value(ONTOLOGY, DCTERMS.license)
    rows = [
        (SAID["namespace"], f"<code>{NS}</code> (<code>relaas:</code>)"),
        (SAID["version"], escape(str(graph.value(ONTOLOGY, OWL.versionInfo)))),
        (SAID["licence"], f'<a href="{licence}">CC BY 4.0</a>'),
    ]
    yield from table(rows)
    yield "</header>"


def table(rows: Iterable[tuple[Words, str]]) -> Iterator[str]:
    """Yield a list of names and values; nothing when there are none."""
    lines = [f"<dt>{inline(name)}</dt><dd>{value}</dd>" for name, value in rows]
    if lines:
        yield "<dl>" + "\n".join(lines) + "</dl>"


def contents(sections: list[tuple[Words, list[URIRef]]]) -> Iterator[str]:
    """Yield the table of contents."""
    yield "<nav><ol>"
    for number, (name, terms) in enumerate(sections, 1):
        links = ", ".join(link(term) for term in terms)
        yield f'<li><a href="#section-{number}">{inline(name)}</a><p>{links}</p></li>'
    links = ", ".join(f'<a href="#scheme-{name}"><code>{name}</code></a>' for name in SCHEMES)
    yield f"<li>{inline(SAID['scheme'])}<p>{links}</p></li></ol></nav>"


def section(graph: Graph, number: int, name: Words, terms: list[URIRef]) -> Iterator[str]:
    """Yield a section with its terms."""
    yield f'<section><h2 id="section-{number}">{number}. {inline(name)}</h2>'
    for term in terms:
        yield from article(graph, term)
    yield "</section>"


def article(graph: Graph, term: URIRef) -> Iterator[str]:
    """Yield what is said of one term."""
    local = term.removeprefix(NS)
    kinds = [KINDS[kind] for kind in KINDS if (term, RDF.type, kind) in graph]
    yield f'<article id="{local}"><h3><code>relaas:{local}</code> {inline(words(graph, term, RDFS.label))}</h3>'
    yield f'<p class="kind">{" · ".join(inline(kind) for kind in kinds)}</p>'
    yield f"<p>{shown(words(graph, term, SKOS.definition))}</p>"
    yield from table(rows_of(graph, term))
    yield "</article>"


def rows_of(graph: Graph, term: URIRef) -> Iterator[tuple[Words, str]]:
    """Yield the rows below a term: what it stands under, where it is used, what it is close to."""
    for predicate, name in ROWS.items():
        if values := sorted(node(graph, value) for value in graph.objects(term, predicate)):
            yield name, ", ".join(values)
    if below := sorted(link(one) for one in graph.subjects(RDFS.subClassOf, term) if isinstance(one, URIRef)):
        yield SAID["narrower"], ", ".join(below)
    if uses := sorted(link(one) for one in graph.subjects(RDFS.domain, term) if isinstance(one, URIRef)):
        yield SAID["properties"], ", ".join(uses)
    if coded := coding().get(term.removeprefix(NS)):
        yield SAID["scheme"], f'<a href="#scheme-{coded}"><code>{coded}</code></a>'


@cache
def coding() -> dict[str, str]:
    """Return the scheme of every property whose values are codes, as the JSON-LD context has it."""
    context = json.loads(assets.folder("ontology").joinpath("context.jsonld").read_text(encoding="utf-8"))["@context"]
    coded = {name: entry for name, entry in context.items() if isinstance(entry, dict) and entry.get("@type") == "@vocab"}
    return {name: entry["@context"][1]["@vocab"].removeprefix(CODE).rstrip("/") for name, entry in coded.items()}


def node(graph: Graph, value: Node) -> str:
    """Return a value as a link; a union as its members."""
    if isinstance(value, BNode):
        (members,) = graph.objects(value, OWL.unionOf)
        return " | ".join(link(URIRef(str(member))) for member in Collection(graph, members))
    return link(URIRef(str(value)))


def link(term: URIRef) -> str:
    """Return a term as a link: within the page for our own, to its IRI for those of others."""
    if term.startswith(NS):
        return f'<a href="#{term.removeprefix(NS)}"><code>{term.removeprefix(NS)}</code></a>'
    return f'<a href="{escape(term)}"><code>{escape(short(term))}</code></a>'


@cache
def prefixes() -> dict[str, str]:
    """Return the prefixes that the files of the ontology use."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(assets.folder("ontology").rglob("*.ttl")))
    return dict(sorted(re.findall(r"^@prefix ([\w-]+): <([^>]+)> \.$", text, flags=re.MULTILINE)))


def short(iri: str) -> str:
    """Return an IRI with its prefix; the IRI itself where the files have none for it."""
    for prefix, space in prefixes().items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri


def scheme(graph: Graph, name: str) -> Iterator[str]:
    """Yield a code scheme as a table: the groups with what stands below them, else the codes in their order."""
    iri = scheme_iri(name)
    yield f'<section><h2 id="scheme-{name}"><code>{name}</code> {inline(words(graph, iri, SKOS.prefLabel))}</h2>'
    yield f'<p class="kind"><code>{iri}/…</code></p><p>{shown(words(graph, iri, SKOS.definition))}</p><table>'
    groups = {one for one in graph.objects(URIRef(f"{iri}/groups"), SKOS.member) if isinstance(one, URIRef)}
    seen: set[Node] = set()
    for code in SCHEMES[name]:
        concept = URIRef(f"{iri}/{code}")
        for above in groups & set(graph.objects(concept, SKOS.broader)) - seen:
            seen.add(above)
            yield row(graph, above, name, group=True)
        yield row(graph, concept, name)
    yield "</table></section>"


def row(graph: Graph, concept: URIRef, name: str, *, group: bool = False) -> str:
    """Return a code as a row."""
    code = concept.rsplit("/", 1)[1]
    notations = [one for one in graph.objects(concept, SKOS.notation) if isinstance(one, Literal)]
    marks = sorted(f"{short(str(one.datatype)).split(':')[1]} {one}" for one in notations)
    close = sorted(link(URIRef(str(one))) for one in graph.objects(concept, SKOS.closeMatch))
    more = "".join(f'<span class="kind">{piece}</span><br>' for piece in (*map(escape, marks), *close))
    label = f'<span class="kind">{inline(SAID["group"])}</span>' if group else f"<code>{code}</code>"
    cells = (label, shown(words(graph, concept, SKOS.prefLabel)), shown(words(graph, concept, SKOS.definition)), more)
    marked = ' class="group"' if group else ""
    return f'<tr id="{name}-{code}"{marked}>' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def main() -> int:
    """Write the file, or compare it and return 1 when it differs."""
    text = page()
    if "--check" in sys.argv[1:]:
        if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text:
            return 0
        sys.stdout.write("docs/ontology.html is not what the ontology says; run python docs/ontology.py\n")
        return 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
