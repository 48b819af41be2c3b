"""The command line: click commands over the rooms. Results go to standard output or --out, everything else to standard error."""

from __future__ import annotations

import click

from relaas.cli.building import build
from relaas.cli.linking import index_wikidata, link
from relaas.cli.reading import explain, export, query, show, validate
from relaas.cli.scoring import evaluate
from relaas.cli.serving import publish, serve, store

_HELP = """Who says what about which event, on whose authority, and where is that written?

Reads parliamentary questions and answers in Dutch, makes a validated and linked RDF graph of them, and answers queries.

\b
  relaas build data/documents          make the graphs, in graph/
  relaas show graph/NAME.nq            read one as a page
  relaas query --list                  what can be asked
  relaas query claims-per-holder       ask it

\b
Exit codes: 0 done; 1 some documents failed or a graph does not conform; 2 wrong usage; 3 no input could be read;
4 store damaged or locked; 5 a remote service failed; 70 our bug; 130 interrupted.
"""


@click.group(help=_HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(package_name="relaas", message="relaas %(version)s")
def relaas() -> None:
    """Run one of the commands."""


for _command in (build, validate, query, show, explain, export, evaluate, link, index_wikidata, store, serve, publish):
    relaas.add_command(_command)
