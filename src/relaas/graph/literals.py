"""Python values -> plain typed literals.

Only xsd:integer, xsd:decimal, xsd:date, xsd:boolean, xsd:string and rdf:langString: a store may rewrite what else there is.
A literal keeps the lexical form given here, which is the canonical one, so that every library writes the same bytes.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import cache

from rdflib import Literal

from relaas.vocabulary import XSD


def string(value: str) -> Literal:
    """Return a plain string."""
    return Literal(value)


def words(value: str, *, lang: str = "nl") -> Literal:
    """Return words in a language; Dutch, for they come from the text."""
    return Literal(value, lang=lang)


@cache
def integer(value: int) -> Literal:
    """Return an xsd:integer.

    >>> integer(205).n3()
    '"205"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return Literal(str(value), datatype=XSD.integer, normalize=False)


@cache
def boolean(value: bool) -> Literal:
    """Return an xsd:boolean."""
    return Literal("true" if value else "false", datatype=XSD.boolean, normalize=False)


def decimal(value: Decimal) -> Literal:
    """Return an xsd:decimal in canonical form: no exponent, no trailing zero, no sign before zero.

    >>> str(decimal(Decimal("0.80"))), str(decimal(Decimal("1.2793E9")))
    ('0.8', '1279300000')

    A value that is no number (NaN, infinity) raises ValueError: xsd:decimal has none.
    """
    if not value.is_finite():
        raise ValueError(f"no decimal number: {value}")
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return Literal("0" if plain in ("-0", "") else plain, datatype=XSD.decimal, normalize=False)


def date(value: datetime.date) -> Literal:
    """Return an xsd:date."""
    return Literal(value.isoformat(), datatype=XSD.date, normalize=False)
