"""The commands that read graphs: validate, query, show, explain, export."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaas.cli.options import ENDINGS, FORMATS, base_and_model, console, give, graphs_of, quiet_and_verbose, say
from relaas.errors import GraphError, QueryError, UsageError

if TYPE_CHECKING:
    from rdflib import Dataset

    from relaas.query import Table


@click.command(epilog="\b\nExamples:\n  relaas validate graph/vraag.nq\n  relaas validate graph --format json")
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json", "turtle"]), default="text", show_default=True)
@click.option("--language", type=click.Choice(["en", "nl"]), default="en", show_default=True, help="Language of the messages.")
@quiet_and_verbose
def validate(graphs: tuple[str, ...], form: str, language: str, quiet: bool, verbose: bool) -> int:  # noqa: ARG001
    """Check graphs against the SHACL shapes; exit code 1 when one does not conform.

    Several graphs are checked one by one.
    """
    import json

    from relaas.serialize import read_dataset
    from relaas.validate import validate as check

    datasets = {path: read_dataset(path) for path in graphs_of(graphs)}
    if empty := [path for path, dataset in datasets.items() if not len(dataset)]:
        raise GraphError(
            empty[0].name, "holds no statements, so there is nothing to check", "give a graph that `relaas build` made"
        )
    reports = {path: check(dataset) for path, dataset in datasets.items()}
    if form == "json":
        give(json.dumps({str(p): json.loads(r.to_json()) for p, r in reports.items()}, ensure_ascii=False, indent=1) + "\n")
    elif form == "turtle":
        give("\n".join(r.to_turtle() for r in reports.values()))
    else:
        for path, report in reports.items():
            give(f"{path}: {report.to_text(language='nl' if language == 'nl' else 'en')}\n")
    return 0 if all(report.conforms for report in reports.values()) else 1


@click.command(
    epilog="""\b
Examples:
  relaas query --list
  relaas query timeline
  relaas query claims-per-holder graph/vraag.nq -p holder=Turkije --format csv
  relaas query contested-figures --store store --timeout 30
  relaas query mine.rq graph
  relaas query 'SELECT ?c WHERE { ?c a <https://w3id.org/relaas/ns#Claim> }'"""
)
@click.argument("query", metavar="QUERY", required=False)
@click.argument("graphs", metavar="[GRAPH...]", nargs=-1)
@click.option("-p", "--param", "params", metavar="NAME=VALUE", multiple=True, help="A parameter of a named query.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "markdown"]), default="table", show_default=True)
@click.option("--store", type=click.Path(path_type=Path), help="Ask an Oxigraph store instead of files.")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    help="Give up after so long, reading the graphs included.  [default: no limit]",
)
@click.option("--list", "listing", is_flag=True, help="List the named queries and their parameters.")
@quiet_and_verbose
def query(
    query: str | None, graphs: tuple[str, ...], params: tuple[str, ...], form: str, store: Path | None, **rest: object
) -> int:
    """Ask graphs a question: a named query, a .rq file, or SPARQL text.

    Without GRAPH it reads the folder graph/. The default graph is the union of all graphs.
    """
    from relaas.query import Table, ask, ask_within, is_plain, load_graphs, open_store

    if rest["listing"]:
        _list_queries(form)
        return 0
    if query is None:
        raise UsageError("which query? `relaas query --list` names those there are")
    if store is not None and graphs:
        raise UsageError("give either --store or graphs, not both")
    text = _query_text(query, params)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the engine runs outside Python: without this, Ctrl-C waits for its answer
    if isinstance(timeout := rest["timeout"], float):
        answer = ask_within(timeout, text, graphs=graphs_of(graphs) if store is None else (), store=store)
    elif store is not None:
        answer = ask(open_store(store), text, union=is_plain(store))
    else:
        answer = ask(load_graphs(graphs_of(graphs)), text)
    if isinstance(answer, Table):
        _give_table(answer, form)
        say(f"{len(answer.rows)} row{'s' * (len(answer.rows) != 1)}", quiet=bool(rest["quiet"]) or form != "table")
    else:
        give(answer)
    return 0


def _query_text(query: str, params: tuple[str, ...]) -> str:
    from relaas.query import named_query

    values: dict[str, str] = {}
    for param in params:
        name, sign, value = param.partition("=")
        if not sign:
            raise UsageError(f"-p {param}: write it as -p name=value")
        values[name] = value
    if (named := named_query(query)) is not None:
        return named.bound(values)
    if values:
        raise UsageError("-p is for named queries; `relaas query --list` names them")
    if query.endswith(".rq"):
        try:
            return Path(query).read_text(encoding="utf-8")
        except OSError as error:
            raise QueryError(f"{query}: cannot be read ({error.strerror})") from None
    if " " not in query and "{" not in query:
        raise QueryError(f"there is no query named {query!r}; `relaas query --list` names those there are")
    return query


def _give_table(table: Table, form: str) -> None:
    if form == "csv":
        give(table.to_csv())
    elif form == "json":
        give(table.to_json())
    elif form == "markdown":
        give(table.to_markdown())
    else:
        _print_table(table)


#: Characters a column needs to be read; with less for each, rows are shown one under the other.
_NARROWEST = 14


def _print_table(table: Table) -> None:
    from rich.markup import escape
    from rich.table import Table as Grid

    screen = console()
    if len(table.columns) * _NARROWEST <= screen.width:
        grid = Grid(*table.columns, show_lines=False, header_style="bold", pad_edge=False)
        for row in table.cells():
            grid.add_row(*(escape(cell) for cell in row))
        screen.print(grid)
        return
    for row in table.cells():
        record = Grid.grid(padding=(0, 2))
        record.add_column(style="bold")
        record.add_column(overflow="fold")
        for name, cell in zip(table.columns, row, strict=True):
            if cell:
                record.add_row(name, escape(cell))
        screen.print(record)
        screen.print()


def _list_queries(form: str) -> None:
    import json

    from relaas.query import named_queries

    if form == "json":
        rows = [
            {
                "name": q.name, "title": q.title, "title@en": q.title_en, "description": q.description, "columns": q.columns,
                "parameters": [{"name": p.name, "kind": p.kind, "description": p.description} for p in q.parameters],
            }
            for q in named_queries()
        ]  # fmt: skip
        give(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        return
    for q in named_queries():
        give(f"{q.name}\n    {q.title} / {q.title_en}\n    {q.description}\n")
        for p in q.parameters:
            give(f"    -p {p.name}=<{p.kind}>  {p.description}\n")


@click.command(
    epilog="""\b
Examples:
  relaas show graph/vraag.nq
  relaas show vraag.pdf
  relaas show graph/vraag.nq --format markdown > vraag.md
  relaas show graph/vraag.nq --format html > vraag.html"""
)
@click.argument("target", metavar="INPUT|GRAPH")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "html", "json"]), default="text", show_default=True)
@base_and_model
@quiet_and_verbose
def show(target: str, form: str, base: str, language_model: str, quiet: bool, verbose: bool) -> int:  # noqa: ARG001
    """Show one document as a page: what it is, who says what to whom, when, and what is not said.

    Takes a graph, or a document, which is then built first (nothing is written). As html it is one file with the text and its
    findings marked, which needs neither network nor JavaScript.
    """
    from relaas.present import read_document, render, render_document, summarise

    dataset = _dataset_of(target, base, language_model)
    if form == "html":
        give(render_document(read_document(dataset)))
        return 0
    page = render(summarise(dataset), form=form)
    if form == "text":
        console().print(page)
    else:
        give(str(page))
    return 0


def _dataset_of(target: str, base: str, language_model: str) -> Dataset:
    from relaas.serialize import read_dataset

    if Path(target).suffix.lstrip(".") in ENDINGS:
        return read_dataset(Path(target))
    from relaas.ingest import expand
    from relaas.pipeline import Options, build, read_input

    options = Options(base=base, language_model=language_model, validate=False)
    items = expand([target])
    if len(items) != 1:
        raise UsageError(f"{target}: holds {len(items)} documents; show them one by one")
    source, metadata, _ = read_input(items[0], options)
    return build(source, options=options, metadata=metadata).dataset


@click.command(
    epilog="""\b
Examples:
  relaas explain cl205-220 graph/vraag.nq
  relaas explain https://w3id.org/relaas/id/doc/0123456789abcdef/cl205-220"""
)
@click.argument("iri", metavar="IRI")
@click.argument("graphs", metavar="[GRAPH...]", nargs=-1)
@click.option("--no-tree", is_flag=True, help="Do not parse the sentence anew to show its tree.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@base_and_model
@quiet_and_verbose
def explain(iri: str, graphs: tuple[str, ...], no_tree: bool, form: str, language_model: str, **rest: object) -> int:  # noqa: ARG001
    """Say why a finding is there: rule, cue, lexicon entry, sentence, and the sentence's tree.

    IRI is the whole IRI, or its last part (cl205-220).
    """
    from relaas.pipeline import explain_node

    page = explain_node(iri, graphs_of(graphs), form=form, language_model=None if no_tree else language_model)
    if form == "text":
        console().print(page)
    else:
        give(str(page))
    return 0


@click.command(
    epilog="\b\nExamples:\n  relaas export graph/vraag.nq --out vraag.ttl\n  relaas export graph/*.nq --format jsonld --out -"
)
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@click.option("--format", "form", type=FORMATS, help="Format; without it the ending of --out says which.")
@click.option("--out", metavar="FILE|-", default="-", show_default=True, help="Where it goes; - is standard output.")
@base_and_model
@quiet_and_verbose
def export(graphs: tuple[str, ...], form: str | None, out: str, base: str, quiet: bool, **rest: object) -> int:  # noqa: ARG001
    """Write graphs in another format. Several graphs become one file.

    Turtle, N-Triples and JSON-LD hold the union of the named graphs, TriG and N-Quads keep them apart.
    """
    from relaas.serialize import merge, read_dataset, serialize

    form = form or ENDINGS.get(Path(out).suffix.lstrip("."))
    if form is None:
        raise UsageError(f"which format? give --format, or an --out that ends in {' '.join('.' + e for e in ENDINGS)}")
    paths = graphs_of(graphs)
    give(serialize(merge(read_dataset(path) for path in paths), form, base=base), out)
    say(f"{len(paths)} graph{'s' * (len(paths) != 1)} -> {out} ({form})", quiet=quiet or out == "-")
    return 0
