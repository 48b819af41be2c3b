"""`data/queries/*.rq` -> NamedQuery: title, description, parameters and columns from the comments at its head.

    # title: Wie zegt wat
    # title@en: Who says what
    # description: Every claim with its holder, act and words.
    # param holder text: only holders whose label contains this
    # columns: holder, act, words

A parameter `holder` is the variable `?_holder` of the query: unbound unless it is given. The line `#params` inside the WHERE
clause is where the given values are put, as a VALUES block, so a value is never spliced into the text of a query.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from relaas import assets
from relaas.errors import QueryError
from relaas.model import SCHEMES
from relaas.vocabulary import CODE

ParameterKind = Literal["text", "iri", "code", "date", "integer"]
_HEADER = re.compile(r"#\s*(title@en|title|description|columns|param)\b\s*(.*)")
_PARAMETER = re.compile(r"(\w+)\s+(text|iri|code|date|integer)\s*:\s*(.+)")
_XSD = "http://www.w3.org/2001/XMLSchema#"
_SLOT = re.compile(r"^[ \t]*#params[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a named query may be told."""

    name: str
    kind: ParameterKind
    description: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the project, with what a reader must know to use it."""

    name: str
    title: str
    title_en: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str

    def bound(self, values: Mapping[str, str]) -> str:
        """Return the query with these values bound. QueryError for an unknown parameter or a value that does not fit."""
        kinds = {p.name: p.kind for p in self.parameters}
        unknown = sorted(set(values) - set(kinds))
        if unknown:
            known = ", ".join(kinds) or "none"
            raise QueryError(f"query {self.name!r} has no parameter {', '.join(unknown)}; it takes: {known}")
        if not values:
            return self.text
        names = " ".join(f"?_{name}" for name in values)
        terms = " ".join(_term(value, kinds[name], name) for name, value in values.items())
        block = f"  VALUES ({names}) {{ ({terms}) }}"
        return _SLOT.sub(lambda _: block, self.text, count=1)


@cache
def named_queries() -> tuple[NamedQuery, ...]:
    """Return every named query, sorted by name."""
    return tuple(_parse(path) for path in sorted(assets.folder("data", "queries").glob("*.rq")))


def named_query(name: str) -> NamedQuery | None:
    """Return the query of that name, or None."""
    return next((q for q in named_queries() if q.name == name), None)


def _parse(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    head: dict[str, str] = {}
    parameters: list[Parameter] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        found = _HEADER.fullmatch(line)
        if found is None:
            continue
        key, value = found.groups()
        if key == "param":
            detail = _PARAMETER.fullmatch(value)
            if detail is None:
                raise QueryError(f"{path.name}: cannot read the parameter {value!r}; write `# param NAME KIND: DESCRIPTION`")
            parameters.append(Parameter(detail[1], cast(ParameterKind, detail[2]), detail[3]))
        else:
            head[key] = value.lstrip(": ")
    missing = [k for k in ("title", "title@en", "description", "columns") if k not in head]
    if missing or (parameters and not _SLOT.search(text)):
        raise QueryError(f"{path.name}: its head lacks {', '.join(missing) or 'the line #params in the WHERE clause'}")
    columns = tuple(c.strip() for c in head["columns"].split(","))
    return NamedQuery(path.stem, head["title"], head["title@en"], head["description"], tuple(parameters), columns, text)


def _code(value: str) -> str:
    """Return the IRI of a code given as `speech-act/accuse`, or as its IRI; ValueError when there is no such code."""
    scheme, _, code = value.removeprefix(CODE).partition("/")
    if code not in SCHEMES.get(scheme, ()):
        raise ValueError(value)
    return f"{CODE}{scheme}/{code}"


def _term(value: str, kind: ParameterKind, name: str) -> str:
    import pyoxigraph as ox

    try:
        if kind == "code":
            return str(ox.NamedNode(_code(value)))
        if kind == "iri":
            return str(ox.NamedNode(value))
        if kind == "integer":
            return str(ox.Literal(str(int(value)), datatype=ox.NamedNode(_XSD + "integer")))
        if kind == "date":
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
                raise ValueError(value)
            return str(ox.Literal(value, datatype=ox.NamedNode(_XSD + "date")))
        return str(ox.Literal(value))
    except ValueError:
        hint = f"; write it as scheme/code, with a scheme of {', '.join(SCHEMES)}" if kind == "code" else ""
        raise QueryError(f"parameter {name}: {value!r} is no {kind}{hint}") from None
