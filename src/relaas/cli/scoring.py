"""`relaas evaluate`: graphs against hand-made annotations."""

from __future__ import annotations

from pathlib import Path

import click

from relaas.cli.options import give, quiet_and_verbose, say

_EPILOG = """\b
Examples:
  relaas evaluate graph gold texts
  relaas evaluate graph gold texts --errors
  relaas evaluate graph gold texts --format json"""


@click.command(epilog=_EPILOG)
@click.argument("graphs", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("texts", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="Every miss and every false find as well, with the words it covers.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@quiet_and_verbose
def evaluate(graphs: Path, gold: Path, texts: Path, errors: bool, form: str, *, quiet: bool, **_: object) -> int:
    """Score graphs against hand-made annotations.

    Every NAME.yaml in GOLD is scored with NAME.txt in TEXTS and the graph of that name in GRAPHS.
    """
    from relaas.evaluate import graph_of, score_folder, to_json, to_text

    sheets = score_folder(graphs, gold, texts)
    for name in sheets:
        if graph_of(graphs, name) is None:
            say(f"relaas: {name}: no graph of this name in {graphs}; it counts as an empty one", quiet=quiet)
    give(to_json(sheets, mistakes=errors) if form == "json" else to_text(sheets, mistakes=errors))
    return 0
