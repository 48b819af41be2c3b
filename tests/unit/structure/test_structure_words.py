"""Small readers of a header and its labels."""

from datetime import date

import pytest

from relaas.model import Passage
from relaas.structure import dates, numbering, offices


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("4 en 5", (4, 5)),
        ("1. tot 3.", (1, 2, 3)),
        ("8, 9", (8, 9)),
        ("4 t/m 7", (4, 5, 6, 7)),
        ("4 tot en met 6", (4, 5, 6)),
        ("7, 8, 9 10 en 11", (7, 8, 9, 10, 11)),
        ("2l", (2,)),
        ("3-5", (3, 4, 5)),
        ("12 mei", None),
        ("2031", None),
        ("0", None),
        ("", None),
    ],
)
def test_labels(label: str, numbers: tuple[int, ...] | None) -> None:
    assert numbering.read(label) == numbers


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ingezonden 3 oktober 2014", date(2014, 10, 3)),
        ("22/02/2017", date(2017, 2, 22)),
        ("5 mrt. 2020", date(2020, 3, 5)),
        ("31 februari 2020", None),
        ("5 brumaire 2020", None),
        ("gisteren", None),
    ],
)
def test_dates(words: str, day: date | None) -> None:
    assert dates.read(words) == day


def passage(words: str) -> Passage:
    return Passage(words, tuple(range(len(words))))


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("het lid Van Dam (ABC)", [("Van Dam", "ABC")]),
        ("de leden Dam (ABC), De Boer (DEF) en Van Vliet (GH-I)", [("Dam", "ABC"), ("De Boer", "DEF"), ("Van Vliet", "GH-I")]),
        ("de leden Dam en Boer (beiden ABC)", [("Dam", "ABC"), ("Boer", "ABC")]),
        ("de leden Dam , Boer (beiden ABC) en Vis (DE)", [("Dam", "ABC"), ("Boer", "ABC"), ("Vis", "DE")]),
        ("de leden Boer-van der Vis(ABC) en Dam", [("Boer-van der Vis", "ABC"), ("Dam", None)]),
    ],
)
def test_members(words: str, people: list[tuple[str, str | None]]) -> None:
    found = offices.members(passage(words), 0, len(words))
    assert [(p.name, p.party) for p in found] == people
    assert all(p.span and words[p.span.start : p.span.end] == p.name for p in found)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("de Minister van Bos", ["Minister van Bos"]),
        ("de Minister voor Bos en Veld", ["Minister voor Bos en Veld"]),
        ("de Ministers van Bos, Veld en Weide en van Water", ["Minister van Bos, Veld en Weide", "Minister van Water"]),
        ("de Minister van Bos en de Staatssecretaris van Veld", ["Minister van Bos", "Staatssecretaris van Veld"]),
        ("de Staatssecretaris en de Minister van Bos", ["Staatssecretaris van Bos", "Minister van Bos"]),
        ("de Staatssecretarissen van Bos en van Veld", ["Staatssecretaris van Bos", "Staatssecretaris van Veld"]),
        ("de Minister-President, Minister van Bos", ["Minister-President, Minister van Bos"]),
        (
            "de Minister-President en de Ministers van Bos, van Veld en van Zee",
            ["Minister-President", "Minister van Bos", "Minister van Veld", "Minister van Zee"],
        ),
    ],
)
def test_addressees(words: str, named: list[str]) -> None:
    assert [p.office for p in offices.addressees(passage(words), 0, len(words))] == named


def test_the_office_of_the_signer_is_worded_as_addressed() -> None:
    to = offices.addressees(passage("de Minister voor Bos"), 0, 20)
    words = "Minister Van Vliet (Bos)"
    (signer,) = offices.ministers(passage(words), 0, len(words), addressed=to)
    assert (signer.name, signer.office) == ("Van Vliet", "Minister voor Bos")
    (alone,) = offices.ministers(passage(words), 0, len(words))
    assert alone.office == "Minister van Bos"


def test_capitals() -> None:
    assert offices.in_capitals("VLAAMS MINISTER VAN BOS")
    assert not offices.in_capitals("Vlaams minister")
    assert not offices.in_capitals("2020")
    assert offices.cased("AN DE BOER-MAES") == "An De Boer-Maes"
    assert (
        offices.cased_office("VICEMINISTER-PRESIDENT VAN DE VLAAMSE REGERING") == "Viceminister-president van de Vlaamse Regering"
    )
