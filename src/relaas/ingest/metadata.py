"""NAME.metadata.json -> Metadata: what is known of a document beside its text.

Field names are those of the Flemish Parliament's open data: vraagsteller, minister, datum, onderwerp, thema; with nummer,
datumantwoord, functie (the office addressed) and parlement where they are known. Refuses a file that is no JSON object, a date
that is none, a value of the wrong kind. An unknown field is reported, never silently lost.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import get_args

from relaas.errors import InputError
from relaas.model import Chamber, Diagnostic, Metadata

_TEXT = {"vraagsteller": "asker", "minister": "minister", "functie": "office", "nummer": "number", "onderwerp": "subject"}
_DATES = {"datum": "submitted", "datumantwoord": "answered"}
_KNOWN = (*_TEXT, *_DATES, "thema", "parlement")
_CHAMBERS = {c: c for c in get_args(Chamber)} | {
    "Vlaams Parlement": "vlaams-parlement",
    "Tweede Kamer": "tweede-kamer",
    "Kamer": "belgische-kamer",
}


def read_metadata(path: Path) -> tuple[Metadata, tuple[Diagnostic, ...]]:
    """Read a metadata file; an empty value counts as absent. InputError when the file does not hold what it should."""
    name = path.name
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise InputError(name, "does not exist", "check the path given to --metadata") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(name, f"cannot be read ({error})", "save it as UTF-8") from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(name, f"is no JSON ({error})", 'write it as {"vraagsteller": "...", "minister": "..."}') from None
    if not isinstance(values, dict):
        raise InputError(name, "holds no JSON object", 'write it as {"vraagsteller": "...", "minister": "..."}')
    fields: dict[str, object] = {}
    for key, field in _TEXT.items():
        if values.get(key) not in (None, ""):
            fields[field] = _text(values[key], key, name)
    for key, field in _DATES.items():
        if values.get(key) not in (None, ""):
            fields[field] = _date(_text(values[key], key, name), key, name)
    themes = values.get("thema") or ()
    fields["themes"] = tuple(
        _text(t, "thema", name) for t in (themes if isinstance(themes, list) else [themes] if themes else [])
    )
    if values.get("parlement") not in (None, ""):
        chamber = _CHAMBERS.get(_text(values["parlement"], "parlement", name))
        if chamber is None:
            raise InputError(
                name, f"names an unknown parlement {values['parlement']!r}", f"use one of {', '.join(get_args(Chamber))}"
            )
        fields["chamber"] = chamber
    unknown = tuple(
        Diagnostic("warning", "ingest", f"{name}: field {key!r} is not one of {', '.join(_KNOWN)} and was left out")
        for key in sorted(set(values) - set(_KNOWN))
    )
    return Metadata(**fields), unknown  # type: ignore[arg-type]  # each value was checked above


def _text(value: object, key: str, name: str) -> str:
    if isinstance(value, dict):  # the open data gives persons as {"voornaam", "naam"} or {"naam"}
        value = " ".join(str(value[k]) for k in ("voornaam", "naam") if value.get(k))
    if isinstance(value, bool) or not isinstance(value, str | int) or not str(value).strip():
        raise InputError(name, f"has no text under {key!r}", 'write it as "..."')
    return str(value).strip()


def _date(value: str, key: str, name: str) -> date:
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        pass
    try:
        return datetime.strptime(value, "%d/%m/%Y").date()
    except ValueError:
        raise InputError(name, f"has no date under {key!r} ({value!r})", "write it as 2024-03-31") from None
