"""Who takes part where the tree hides it: lost subjects, lists read as names, company, what is set up."""

from __future__ import annotations

from datetime import date

import pytest

from relaas.extract.coreference import find_cast
from relaas.extract.dates import find_dates
from relaas.extract.events import find_events
from relaas.ids import Namer
from relaas.language import analyse
from relaas.model import Document, Header, Part, Passage, Source, Span


def participants(text: str) -> set[str]:
    """Labels of everybody who takes part in an event of the text."""
    passage = Passage(text, tuple(range(len(text))))
    part = Part("a1", "answer", Span(0, len(text)), 0, passage=passage, sentences=(Span(0, len(text)),))
    source = Source("own", text, "00" * 32)
    analysis = analyse(Document(source, "none", "unknown", "written-question", Header(submitted=date(2025, 6, 1)), (part,)))
    cast, namer = find_cast(analysis, Namer()), Namer()
    events = find_events(analysis, cast, find_dates(analysis), namer)
    return {cast.actor(p.actor_id).label for e in events for p in e.participants}


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("Samen met Unicef heeft Greenpeace op 3 mei 2022 een conferentie georganiseerd.", {"Unicef", "Greenpeace"}, set()),
        ("Malta is Portugal op 3 mei 2022 binnengevallen.", {"Malta", "Portugal"}, set()),
        ("Op 3 mei 2022 ondertekenden zeven gemeenten een akkoord met Unicef.", {"zeven gemeenten", "Unicef"}, set()),
        ("Gemeenten ondertekenden op 3 mei 2022 een akkoord met Unicef.", {"Unicef"}, {"Gemeenten", "gemeenten"}),
        (
            "Frankrijk en Duitsland zijn buren. Het Frans-Duitse overleg vond op 3 mei 2022 plaats.",
            {"Frankrijk", "Duitsland"},
            set(),
        ),
        ("Portugal is lid. De Portugese ontwikkelingssamenwerking besloot op 3 mei 2022 tot een subsidie.", {"Portugal"}, set()),
        (
            "Portugal is lid. De Portugese vakbonden besloten op 3 mei 2022 tot een staking.",
            {"Portugese vakbonden"},
            {"Portugal"},
        ),
        ("Op 3 mei 2022 hebben wij, de minister van Defensie en ikzelf, een akkoord gesloten.", {"minister van Defensie"}, set()),
        ("De analyse van de verplichtingen van Malta vond op 3 mei 2022 plaats.", set(), {"Malta"}),
        ("De analyse van Malta vond op 3 mei 2022 plaats.", {"Malta"}, set()),
        ("De minister wijst op klanten die op 3 mei 2022 Unicef hebben ontmoet.", {"Unicef"}, {"klanten"}),
        ("De minister wijst op de klanten die op 3 mei 2022 Unicef hebben ontmoet.", {"klanten", "Unicef"}, set()),
        ("De raad verwierp het beroep dat Malta op 3 mei 2022 tegen Portugal had aangespannen.", {"Malta"}, set()),
        ("De raad wees op het beroep dat Malta op 3 mei 2022 aanging.", set(), {"raad"}),
        ("Op 3 mei 2022 hebben experts van de politie met Unicef overlegd.", {"experts van de politie", "Unicef"}, set()),
        ("Op 3 mei 2022 hebben experts met Unicef overlegd.", {"Unicef"}, {"experts"}),
        ("Unicef is sinds 3 mei 2022 dankzij een subsidie van Portugal actief in Rome.", {"Unicef", "Portugal"}, set()),
        ("Unicef is sinds 3 mei 2022 ondanks een subsidie van Portugal actief in Rome.", {"Portugal"}, {"Unicef"}),
        ("Portugal heeft op 3 mei 2022 ingestemd met het voorstel van Malta.", {"Portugal", "Malta"}, set()),
        ("Op 3 mei 2022 vond een overleg (cf. artikel 8 van het statuut) plaats tussen Malta en Iran.", {"Malta", "Iran"}, set()),
        ("Malta weet dat niet, maar Unicef heeft op 3 mei 2022 een studie gepubliceerd.", {"Unicef"}, {"Malta"}),
        ("Malta betaalt op 3 mei 2022 meer steun aan Unicef dan was overeengekomen.", {"Malta"}, set()),
        ("Malta hield op 3 mei 2022 bij de evaluatie rekening met klachten.", {"Malta"}, set()),
        ("Malta hield op 3 mei 2022 na de evaluatie rekening met klachten.", set(), {"Malta"}),
        ("Bedrijven gevestigd in Malta en Iran hebben op 3 mei 2022 een akkoord ondertekend.", set(), {"Malta", "Iran"}),
        ("Ik verwijs naar het antwoord van Malta tijdens de hoorzitting van 3 mei 2022.", {"Malta"}, set()),
        ("Ik verwijs naar het antwoord over Malta tijdens de hoorzitting van 3 mei 2022.", set(), {"Malta"}),
    ],
)
def test_who_takes_part(text: str, there: set[str], absent: set[str]) -> None:
    found = participants(text)
    assert (there - found, absent & found) == (set(), set())
