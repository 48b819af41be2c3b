"""Whose losses a number counts: only where the words say so."""

import pytest
from plain_examples import analysis

from relaas.extract.cast import Cast
from relaas.extract.dates import find_dates
from relaas.extract.figures import find_figures
from relaas.extract.sides import give_sides
from relaas.ids import Namer
from relaas.model import Actor, Figure

WORDS = {
    "Noorse": "ADJ",
    "Deense": "ADJ",
    "sneuvelden": "VERB",
    "vielen": "VERB",
    "vroeg": "ADV",
    "aan": "ADP",
    "om": "ADV",
    "uit": "ADP",
}


def sided(text: str, *known: Actor) -> tuple[tuple[Figure, ...], tuple[Actor, ...]]:
    found = analysis(text, pos=WORDS)
    return give_sides(find_figures(found, find_dates(found), Namer()), found, Cast(known, (), (), {}))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Volgens de krant sneuvelden 12 Noorse soldaten.", ["actor/norway"]),
        ("Aan Noorse zijde vielen 12 doden.", ["actor/norway"]),
        ("Er vielen 12 doden aan Deense kant.", ["actor/denmark"]),
        ("Er vielen 12 doden aan de kant van Noorwegen.", ["actor/norway"]),
        ("Er sneuvelden 12 soldaten van Noorwegen.", ["actor/norway"]),
        ("Er vielen 12 doden aan Noorse zijde en 30 doden aan Deense zijde.", ["actor/norway", "actor/denmark"]),
        ("Noorwegen telde 12 doden.", [None]),
        ("Er vielen 12 doden in Noorwegen.", [None]),
        ("De Noorse regering meldde vroeg in de week, 12 doden.", [None]),
        ("Er zijn 12 Noorse soldaten.", [None]),
    ],
)
def test_the_side_of_a_count(text: str, sides: list[str | None]) -> None:
    assert [f.of_side for f in sided(text)[0]] == sides


def test_a_state_that_only_an_adjective_names_becomes_an_actor_with_that_mention() -> None:
    _, (norway,) = sided("Er sneuvelden 12 Noorse soldaten.")
    assert (norway.actor_id, norway.actor_type, norway.key, norway.geopolitical) == ("actor/norway", "state", "norway", True)
    assert [(m.text, m.form) for m in norway.mentions] == [("Noorse", "adjective")]
    assert sided("Er sneuvelden 12 Noorse soldaten.", norway)[1] == ()
