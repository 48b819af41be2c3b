"""RDF files or a store -> answers, with Oxigraph as the engine.

Refuses, before the engine sees it, what would fetch from the network (SERVICE, FROM) or change anything (updates).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from relaas.errors import GraphError, QueryError, StoreError
from relaas.nesting import refuse_deep
from relaas.query.scan import scan
from relaas.query.table import Table

if TYPE_CHECKING:
    from pyoxigraph import Store

#: Levels of brackets in a query that people or programs write are under 20; thousands bring the engine down.
DEEPEST = 100


def load_graphs(paths: Sequence[Path]) -> Store:
    """Load RDF files into a store in memory. Its default graph holds each statement of all graphs once.

    The engine can look into every graph instead, but then finds a statement as often as there are graphs that hold it, and a
    query over what many documents say of one actor multiplies.
    Raises GraphError for a file that is missing or no RDF.
    """
    import pyoxigraph as ox

    store = ox.Store()
    for path in paths:
        form = ox.RdfFormat.from_extension(path.suffix.lstrip("."))
        if form is None:
            raise GraphError(path.name, "has no ending of an RDF format", "use one of .nq .trig .ttl .nt .jsonld")
        try:
            data = path.read_bytes()
            if form == ox.RdfFormat.JSON_LD:
                refuse_deep(path.name, data)
            store.bulk_load(data, format=form)
        except (SyntaxError, ValueError) as error:
            raise GraphError(path.name, f"is no {form.name} ({error})", "build it again with `relaas build`") from None
        except OSError as error:
            raise GraphError(path.name, f"cannot be read ({error})", "check the path") from None
    store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in list(store) if q.graph_name != ox.DefaultGraph())
    return store


def is_plain(folder: Path) -> bool:
    """Tell whether a folder is no store of ours; the default graph of a plain one need not hold what its named graphs say."""
    from relaas.store import live_version

    return live_version(folder) is None


def open_store(folder: Path) -> Store:
    """Open a store that `relaas store` made, or a plain Oxigraph one, for reading. StoreError when it is none or damaged."""
    import pyoxigraph as ox

    from relaas.store import hold_live

    if not is_plain(folder):
        return hold_live(folder)
    if not (folder / "CURRENT").is_file():
        raise StoreError(f"{folder.name}: is no Oxigraph store (it has no CURRENT file); build one first")
    try:
        return ox.Store.read_only(str(folder))
    except (OSError, RuntimeError) as error:
        raise StoreError(
            f"{folder.name}: the store cannot be opened ({error}); check that no other program writes to it"
        ) from None


def ask(store: Store, text: str, *, union: bool = False) -> Table | bytes:
    """Run a query over the default graph: a Table for SELECT and ASK, sorted N-Triples for CONSTRUCT and DESCRIBE.

    With `union` the engine looks into every graph instead, for stores whose default graph does not hold what the others say.
    Raises QueryError, with the place of the mistake, for a query that is malformed or refused.
    """
    import pyoxigraph as ox

    _refuse(text)
    try:
        answer = store.query(text, use_default_graph_as_union=union)
        if isinstance(answer, ox.QueryBoolean):
            return Table(("answer",), ((ox.Literal(bool(answer)),),))
        if isinstance(answer, ox.QuerySolutions):
            columns = tuple(v.value for v in answer.variables)
            return Table(columns, tuple(tuple(row) for row in answer))
        lines = sorted({f"{triple} .\n" for triple in answer})
        return "".join(lines).encode()
    except SyntaxError as error:
        raise QueryError(f"the query is no SPARQL: {str(error).strip()}") from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query could not be answered: {error}") from None


def _refuse(text: str) -> None:
    seen = scan(text)
    if word := seen.fetching or seen.choosing:
        raise QueryError(f"{word} is refused: a query reads the graphs that are given and nothing else")
    if seen.changing:
        raise QueryError(f"{seen.changing} is refused: queries only read")
    if seen.depth > DEEPEST:
        raise QueryError(f"the query is nested {seen.depth} levels deep; at most {DEEPEST} are taken")
