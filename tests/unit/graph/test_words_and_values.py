"""Dates in Dutch, decimals, addresses: the small forms that labels and values take."""

from __future__ import annotations

from decimal import Decimal

import pytest

from relaas.graph.dates import dutch_date
from relaas.graph.literals import decimal
from relaas.graph.sources import page_iri


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-08-31", "31 augustus 2022"),
        ("2022-09", "september 2022"),
        ("2022", "2022"),
        ("2022-09-13/2022-09-14", "13–14 september 2022"),
        ("2022-08-31/2022-09-02", "31 augustus – 2 september 2022"),
        ("2021-12-31/2022-01-01", "31 december 2021 – 1 januari 2022"),
        ("2022-03/2022-05", "maart–mei 2022"),
        ("2021/2022", "2021–2022"),
        ("2021/..", "vanaf 2021"),
        ("../2024-05", "tot mei 2024"),
        ("2020-24", "winter 2020"),
        ("201X", "jaren 2010"),
        ("XXXX-09-13", "13 september"),
        ("2022-XX", "2022"),
        ("2022?", "mogelijk 2022"),
        ("2022-03%", "mogelijk omstreeks maart 2022"),
        ("2022-99", "2022-99"),
        ("XXXX", "XXXX"),
        ("../..", "../.."),
        ("[2021,2022]", "[2021,2022]"),
    ],
)
def test_a_date_in_dutch(edtf: str, words: str) -> None:
    assert dutch_date(edtf) == words


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("0.80", "0.8"),
        ("1.0", "1"),
        ("0", "0"),
        ("-0.0", "0"),
        ("1E+3", "1000"),
        ("1E-7", "0.0000001"),
        ("100", "100"),
        ("-2.50", "-2.5"),
    ],
)
def test_a_decimal_is_canonical(value: str, plain: str) -> None:
    assert str(decimal(Decimal(value))) == plain


def test_a_long_decimal_keeps_every_digit() -> None:
    digits = "12345678901234567890123456789012345678901.5"
    assert str(decimal(Decimal(digits))) == digits


@pytest.mark.parametrize(
    ("url", "iri"),
    [
        ("https://www.vrt.be/nws", "https://www.vrt.be/nws"),
        ("www.vrt.be", "https://www.vrt.be"),
        ("vrt.be:80/a", "https://vrt.be:80/a"),
        ("http://a.be/x%20y z", "http://a.be/x%20y%20z"),
        ("http://a.be/<script>\"'{}|\\^`", "http://a.be/%3Cscript%3E%22'%7B%7D%7C%5C%5E%60"),
        ("http://a.be/één\n/twee", "http://a.be/%C3%A9%C3%A9n/twee"),
    ],
)
def test_an_address_becomes_an_iri(url: str, iri: str) -> None:
    assert str(page_iri(url)) == iri
