"""`relaas store`, `relaas serve`, `relaas publish`: the graphs in a store, on the web, in somebody else's store."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaas.cli.options import give, graphs_of, quiet_and_verbose, say
from relaas.errors import UsageError
from relaas.ids import DEFAULT_BASE

if TYPE_CHECKING:
    from relaas.store import Change, Manifest

_STORE = click.option("--store", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder of the store.")
_FORM = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
_NAMES_SHOWN = 5


@click.group()
def store() -> None:
    """Make a store of graphs, keep it up to date, check it.

    The files are the truth: a store can be made anew from them at any time. What is served stays as it is until the new version
    is complete.
    """


@store.command(
    "build",
    epilog="\b\nExamples:\n  relaas store build --store store graph\n  relaas store build --store store part1.nq part2.nq",
)
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@_STORE
@_FORM
@quiet_and_verbose
def build_store(graphs: tuple[str, ...], store: Path, form: str, quiet: bool, verbose: bool) -> int:  # noqa: ARG001
    """Make the store of these N-Quads files, ours or not, and make it live.

    GRAPH is a file or a folder. A store that is there already is replaced when the new one is complete.
    """
    from relaas.store import build

    _tell(build(store, _n_quads(graphs)), store, form, quiet=quiet)
    return 0


@store.command(
    "update",
    epilog="\b\nExamples:\n  relaas store update --store store graph/vraag.nq\n"
    "  relaas store update --store store --withdraw vraag",
)
@click.argument("graphs", metavar="[GRAPH...]", nargs=-1)
@click.option("--withdraw", metavar="NAME|IRI", multiple=True, help="Take a document out: name of its file, its IRI, a graph.")
@_STORE
@_FORM
@quiet_and_verbose
def update_store(graphs: tuple[str, ...], withdraw: tuple[str, ...], store: Path, form: str, **rest: object) -> int:
    """Replace the documents of these names, add those that are new, withdraw others.

    The store is then the same as one built from all files. Files that have not changed cost nothing.
    """
    from relaas.store import update

    if not graphs and not withdraw:
        raise UsageError("what has changed? give GRAPH... or --withdraw")
    _tell(update(store, _n_quads(graphs) if graphs else (), withdraw=withdraw), store, form, quiet=bool(rest["quiet"]))
    return 0


@store.command("check", epilog="\b\nExample:\n  relaas store check --store store --format json")
@_STORE
@_FORM
@quiet_and_verbose
def check_store(store: Path, form: str, quiet: bool, verbose: bool) -> int:  # noqa: ARG001
    """Compare the store with what was written, byte by byte, and count; exit code 4 when it is damaged.

    Lists what the store holds.
    """
    from relaas.store import check

    manifest = check(store)
    if form == "json":
        give(manifest.to_json())
        return 0
    for entry in manifest.inputs if not quiet else ():
        give(f"{entry.name}  {entry.quads:,} statements  sha256 {entry.sha256}\n")
    say(f"{store}: sound; {_counts(manifest)}", quiet=quiet)
    return 0


def _n_quads(names: tuple[str, ...]) -> list[Path]:
    paths = graphs_of(names)
    if other := [path for path in paths if path.suffix != ".nq"]:
        raise UsageError(f"{other[0]}: a store is made of N-Quads; `relaas export {other[0].name} --out {other[0].stem}.nq`")
    return paths


def _tell(change: Change, store: Path, form: str, *, quiet: bool) -> None:
    lists = {k: getattr(change, k) for k in ("added", "replaced", "withdrawn", "same")}
    if form == "json":
        counts = {"documents": len(change.manifest.inputs), "graphs": len(change.manifest.graphs), "quads": change.manifest.quads}
        give(json.dumps({"version": change.version, **counts, **lists}, ensure_ascii=False, indent=1) + "\n")
        return
    for what, names in lists.items():
        if names:
            shown = ", ".join(names[:_NAMES_SHOWN]) + (" ..." if len(names) > _NAMES_SHOWN else "")
            say(f"{len(names)} {what}: {shown}", quiet=quiet)
    say(f"{store}: {_counts(change.manifest)}", quiet=quiet)


def _counts(manifest: Manifest) -> str:
    return f"{len(manifest.inputs):,} documents, {len(manifest.graphs):,} graphs, {manifest.quads:,} statements"


@click.command(
    epilog="\b\nExamples:\n  relaas serve --store store\n"
    "  relaas serve --store store --host 0.0.0.0 --port 80 --url https://data.example.org"
)
@_STORE
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 takes a free one.")
@click.option("--url", metavar="URL", help="Public address, when it is not the one that requests come under.")
@click.option("--title", default="relaas", show_default=True, help="What the pages call this site.")
@click.option("--base", metavar="IRI", default=DEFAULT_BASE, show_default=True, help="What the IRIs of the data begin with.")
@click.option("--seconds", type=click.FloatRange(0.1, 3600), default=15.0, show_default=True, help="Time a query may take.")
@click.option("--rows", type=click.IntRange(1), default=1_000_000, show_default=True, help="Rows an answer may have.")
@click.option("--memory", type=click.IntRange(64), default=2048, show_default=True, help="Memory a query may take, in MiB.")
@click.option("--workers", type=click.IntRange(2, 64), default=4, show_default=True, help="Queries at a time.")
@quiet_and_verbose
def serve(store: Path, host: str, port: int, **rest: object) -> int:
    """Put a store on the web: SPARQL endpoint, graphs, descriptions, a page for every IRI.

    The store may be updated meanwhile: the new version is served as soon as it is complete.
    """
    from relaas.serve import Limits, Settings, Site
    from relaas.serve.run import run
    from relaas.store import check

    quiet = bool(rest["quiet"])
    url = str(rest["url"]).rstrip("/") if rest["url"] else None
    if url is not None and not url.startswith(("http://", "https://")):
        raise UsageError("--url begins with http:// or https://")
    limits = Limits(
        seconds=float(str(rest["seconds"])), rows=int(str(rest["rows"])), memory=int(str(rest["memory"])) * 1024 * 1024,
        workers=int(str(rest["workers"])),
    )  # fmt: skip
    manifest = check(store)
    site = Site.of_store(store, Settings(base=str(rest["base"]), title=str(rest["title"]), url=url, limits=limits))
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise UsageError(f"cannot listen on {host} port {port} ({error.strerror}); give another --port") from None
    with listening:
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listening.getsockname()[1]}/"
        ready = f"{store}: {_counts(manifest)}\n{address} (stop with Ctrl+C)"
        run(site, listening, ready=lambda: say(ready, quiet=quiet), access_log=bool(rest["verbose"]))
    return 0


@click.command(
    epilog="\b\nExamples:\n  relaas publish http://localhost:7878/store graph\n"
    "  RELAAS_PASSWORD=... relaas publish http://localhost:8890/sparql-graph-crud-auth graph --user dba"
)
@click.argument("url", metavar="URL")
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@click.option("--user", help="Name to log in with; the password is in RELAAS_PASSWORD. A token goes into RELAAS_TOKEN.")
@click.option("--prune", is_flag=True, help="Remove what was published earlier and is in none of the files.")
@click.option("--all", "everything", is_flag=True, help="Send every graph, changed or not.")
@_FORM
@quiet_and_verbose
def publish(url: str, graphs: tuple[str, ...], user: str | None, form: str, **rest: object) -> int:
    """Send graphs to a store that speaks the SPARQL 1.1 Graph Store Protocol; only what has changed.

    URL is the address of its Graph Store: Oxigraph /store, Virtuoso /sparql-graph-crud-auth, GraphDB
    /repositories/NAME/rdf-graphs/service, Fuseki /NAME/data.
    """
    from relaas.publish import Access
    from relaas.publish import publish as push

    quiet, verbose = bool(rest["quiet"]), bool(rest["verbose"])
    access = Access(url, user, os.environ.get("RELAAS_PASSWORD", ""), os.environ.get("RELAAS_TOKEN"))
    done = push(
        access, _n_quads(graphs), prune=bool(rest["prune"]), everything=bool(rest["everything"]),
        progress=lambda graph: say(graph, quiet=quiet or not verbose),
    )  # fmt: skip
    if form == "json":
        give(json.dumps({"sent": done.sent, "same": done.same, "removed": done.removed}, ensure_ascii=False, indent=1) + "\n")
    else:
        say(f"{len(done.sent)} graphs sent, {len(done.same)} were there already, {len(done.removed)} removed", quiet=quiet)
    return 0
