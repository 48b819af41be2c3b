"""`templates/wording.yaml` -> the words of the HTML pages, in Dutch and in English, with the headings of the other pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from relaas.present.page import HEADINGS

_FILE = Path(__file__).resolve().parent / "templates" / "wording.yaml"


@cache
def words_of(language: str) -> Mapping[str, str]:
    """Return key -> words in this language, `nl` or `en`.

    >>> words_of("nl")["event"], words_of("en")["event"]
    ('gebeurtenis', 'event')
    """
    entries = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return HEADINGS[language] | {key: words[language] for key, words in entries.items()}
