"""`templates/*.yaml` -> the words of the HTML pages, in Dutch and in English, with the headings of the other pages.

`wording.yaml` has the words of the pages, `queries.yaml` says in Dutch what the named queries say of themselves in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from relaas.present.page import HEADINGS

_FOLDER = Path(__file__).resolve().parent / "templates"


@cache
def words_of(language: str) -> Mapping[str, str]:
    """Return key -> words in this language, `nl` or `en`.

    >>> words_of("nl")["event"], words_of("en")["event"]
    ('gebeurtenis', 'event')
    """
    entries = _load("wording.yaml")
    return HEADINGS[language] | {key: words[language] for key, words in entries.items()}


@dataclass(frozen=True, slots=True)
class Wording:
    """Words with the language they are in, which may not be that of the page."""

    words: str
    language: str


def query_description(name: str, english: str, language: str) -> Wording:
    """Return what a named query answers, in the language of the page where that is known."""
    found = _load("queries.yaml")["queries"].get(name, {}).get("description") if language == "nl" else None
    return Wording(found, "nl") if found else Wording(english, "en")


def parameter_words(query: str, parameter: str, english: str, language: str) -> tuple[Wording, Wording]:
    """Return label and explanation of a parameter of a named query."""
    known = _load("queries.yaml")["queries"].get(query, {}).get("parameters", {}).get(parameter) if language == "nl" else None
    if known:
        return Wording(known["label"], "nl"), Wording(known["hint"], "nl")
    return Wording(parameter, "en"), Wording(english, "en")


def column_words(column: str, language: str) -> str:
    """Return the heading of a column.

    >>> column_words("holder", "nl"), column_words("holder", "en")
    ('houder', 'holder')
    """
    return str(_load("queries.yaml")["columns"].get(column, column)) if language == "nl" else column


def schemes_of(column: str) -> tuple[str, ...]:
    """Return the code schemes from which the values of a column come.

    >>> schemes_of("act"), schemes_of("words")
    (('speech-act',), ())
    """
    return tuple(_load("queries.yaml")["codes"].get(column, ()))


@cache
def _load(name: str) -> Any:
    return yaml.load(_FOLDER.joinpath(name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
