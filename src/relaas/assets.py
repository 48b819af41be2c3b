"""Where ontology, shapes and data are: at the top of a checkout, or inside the installed package.

`folder("data", "lexicons") -> Path`. The wheel carries the three folders under `relaas/assets_of_relaas/`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_HERE = Path(__file__).resolve().parent
_WHEEL = _HERE / "assets_of_relaas"
_CHECKOUT = _HERE.parent.parent


@cache
def folder(*names: str) -> Path:
    """Return the folder `names` below the assets: `folder("shapes")`, `folder("data", "queries")`."""
    root = _WHEEL if _WHEEL.is_dir() else _CHECKOUT
    return root.joinpath(*names)


@cache
def load_yaml(*names: str) -> Any:
    """Return a YAML file of the assets, parsed once per process; callers must not change what they get."""
    text = folder(*names[:-1]).joinpath(names[-1]).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)
