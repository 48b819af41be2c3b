"""Graphs or a store + a query + seconds -> its answer, or an error when it is not there in time.

The engine answers outside Python and cannot be told to stop, so it works in a process of its own that can be ended. Reading the
graphs counts: who sets a limit wants to be answered within it. Refuses nothing that `ask` does not.
"""

from __future__ import annotations

import signal
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from relaas.errors import QueryError, RelaasError
from relaas.query.engine import ask, is_plain, load_graphs, open_store
from relaas.query.table import Table

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def ask_within(seconds: float, text: str, *, graphs: Sequence[Path] = (), store: Path | None = None) -> Table | bytes:
    """Run a query over RDF files, or over a store, and wait at most so many seconds for its answer.

    Raises what reading and asking raise, and QueryError when the time is over or the engine breaks down.
    """
    context = get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sending, text, tuple(graphs), store), daemon=True)
    process.start()
    sending.close()
    try:
        if not receiving.poll(seconds):
            raise QueryError(
                f"there was no answer within {seconds:g} seconds; give a longer --timeout, or ask for less (LIMIT, one graph)"
            )
        answer, failed = receiving.recv()
    except EOFError:
        raise QueryError("the query brought the engine down; ask for less at a time") from None
    finally:
        process.kill()
        process.join()
        receiving.close()
    if failed is not None:
        error = RelaasError(failed[0])
        error.exit_code = failed[1]
        raise error
    result: Table | bytes = answer
    return result


def _work(sending: Connection, text: str, graphs: tuple[Path, ...], store: Path | None) -> None:
    """Ask, and send the answer, or what is wrong with its exit code."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        found = ask(open_store(store), text, union=is_plain(store)) if store is not None else ask(load_graphs(graphs), text)
    except RelaasError as error:
        sending.send((None, (str(error), error.exit_code)))
    else:
        sending.send((found, None))
