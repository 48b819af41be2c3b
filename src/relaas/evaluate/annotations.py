"""GOLD.yaml and its text -> the rows of the annotation, every locator turned into offsets.

A locator is a string that occurs in the text, `{t, occ}` for a later occurrence, `{from, to}`, or `{at: [start, end]}` in an
annotation that must not repeat the words of its text; white space in words matches any run of white space. Refuses a locator
that is not there.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from relaas.errors import InputError
from relaas.evaluate.geometry import Offsets

Row = dict[str, Any]
SECTIONS = ("units", "actors", "events", "claims", "figures", "sources", "coverage")
_ONE = {"trigger", "holder_text", "cue", "content", "span", "text"}
_MANY = {"quotes", "mentions", "also", "where"}


class _LostError(Exception):
    """A locator that is not in the text."""


def read_annotations(path: Path, text: str) -> dict[str, Any]:
    """Return the annotation with spans instead of locators. InputError for a file that is none or does not fit its text."""
    advice = "check that the text is the one it was made for"
    try:
        rows: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise InputError(path.name, f"cannot be read as YAML ({str(error).splitlines()[0]})", advice) from None
    if not isinstance(rows, dict):
        raise InputError(path.name, "holds no annotation", advice)
    for section in SECTIONS:
        rows[section] = rows.get(section) or []
        if section != "coverage":
            try:
                _resolve(rows[section], text)
            except _LostError as error:
                raise InputError(path.name, f"has a locator that is not in the text ({error})", advice) from None
    return rows


def _resolve(node: Any, text: str) -> None:
    if isinstance(node, list):
        for item in node:
            _resolve(item, text)
    elif isinstance(node, dict):
        for key, value in list(node.items()):
            if key in _ONE and isinstance(value, str | dict):
                node[key] = _locate(text, value)
            elif key in _MANY and value:
                node[key] = [_locate(text, v) for v in value]
            else:
                _resolve(value, text)


def _locate(text: str, locator: str | dict[str, Any]) -> Offsets:
    if isinstance(locator, str):
        return _find(text, locator)
    if "at" in locator:
        begin, end = locator["at"]
        if not 0 <= begin < end <= len(text):
            raise _LostError(f"{begin}-{end}")
        return begin, end
    if "t" in locator:
        return _find(text, locator["t"], locator.get("occ", 1))
    begin = _find(text, locator["from"], locator.get("occ", 1))[0]
    return begin, _find(text, locator["to"], 1, begin)[1]


def _find(text: str, words: str, occurrence: int = 1, at: int = 0) -> Offsets:
    pattern = re.compile(r"\s+".join(re.escape(w) for w in str(words).split()))
    for number, match in enumerate(pattern.finditer(text, at), start=1):
        if number == occurrence:
            return match.span()
    raise _LostError(f"{str(words)[:60]!r}, occurrence {occurrence}")


def listed(value: Any) -> list[Any]:
    """Return a value as a list, each item once; null as the empty one."""
    if isinstance(value, list | tuple):
        return list(dict.fromkeys(value))
    return [] if value is None else [value]


def doubtful(row: Row) -> bool:
    """Tell whether the annotator doubted the row: it is then optional."""
    return bool(row.get("doubt"))
