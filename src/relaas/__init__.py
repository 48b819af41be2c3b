"""Tell who says what about which event, on whose authority, and where that is written.

>>> import relaas
>>> built = relaas.build("data/documents/vijandelijkheden-armenie-azerbeidzjan.txt")
>>> built.report.conforms
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from relaas.errors import RelaasError
    from relaas.pipeline import Build, Options, build

__all__ = ["Build", "Options", "RelaasError", "build"]


def __getattr__(name: str) -> Any:
    """Import the public names on first use, so that `relaas --help` does not wait for the libraries."""
    if name in ("Build", "Options", "build"):
        from relaas import pipeline

        return getattr(pipeline, name)
    if name == "RelaasError":
        from relaas.errors import RelaasError

        return RelaasError
    raise AttributeError(f"module 'relaas' has no attribute {name!r}")
