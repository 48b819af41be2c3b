"""Linking of actors, places and offices in findings made by hand, against the bundled gazetteer."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from relaas.link import link
from relaas.model import (
    Actor,
    DateRange,
    Document,
    Event,
    Evidence,
    Findings,
    Header,
    Link,
    Mention,
    Metadata,
    Office,
    Participation,
    Person,
    Place,
    Source,
    Span,
)

SPAN = Span(0, 1)


def findings(*, chamber: Any = "unknown", day: date | None = None, header: Header | None = None, **found: Any) -> Findings:
    header = header or Header()
    header = replace(header, submitted=header.submitted or day)
    document = Document(Source("made", "x", "0" * 64), "generic", chamber, "written-question", header, ())
    return Findings(document, **found)


def named(label: str, actor_type: Any, **fields: Any) -> Actor:
    return Actor("ac", actor_type, label, (Mention(SPAN, label),), **fields)


def decision(found: Findings, target: str = "ac") -> Link:
    return next(each for each in link(found).links if each.target_id == target)


def actor(
    label: str, actor_type: Any, *, chamber: Any = "unknown", day: date | None = None, also: tuple[Actor, ...] = ()
) -> Link:
    return decision(findings(chamber=chamber, day=day, actors=(named(label, actor_type), *also)))


def place(label: str, *, chamber: Any = "unknown", **fields: Any) -> Link:
    return decision(findings(chamber=chamber, places=(Place("pl", label, (Mention(SPAN, label),), **fields),)), "pl")


@pytest.mark.parametrize(
    ("label", "actor_type", "qid"),
    [
        ("Portugal", "state", "Q45"),
        ("het Verenigd Koninkrijk", "state", "Q145"),
        ("Belgie", "state", "Q31"),
        ("de Deense staat", "state", "Q35"),
        ("de EU", "union", "Q458"),
        ("de NAVO", "alliance", "Q7184"),
        ("Wereldhandelsorganisatie (WTO)", "organisation", "Q7825"),
        ("de Europese Rekenkamer", "institution", "Q8900"),
        ("Olaf Scholz", "person", "Q61053"),
    ],
)
def test_a_plain_name_of_the_right_type_is_linked(label: str, actor_type: Any, qid: str) -> None:
    home = (Actor("x", "state", "Duitsland", key="germany"),)
    found = actor(label, actor_type, day=date(2016, 5, 1), also=home)
    assert found.qid == qid
    assert found.confidence >= Decimal("0.8")
    assert found.candidates[0].qid == qid
    assert dict(found.candidates[0].features)["form"] in found.reason
    assert found.knowledge_base == "relaas gazetteer"
    assert found.snapshot


@pytest.mark.parametrize(
    ("label", "actor_type"),
    [
        ("het Georgische leger", "armed-force"),
        ("Georgische troepen", "group"),
        ("de Georgische autoriteiten", "authorities"),
        ("de Georgische oppositie", "organisation"),
        ("Georgische ngo's", "organisation"),
    ],
)
def test_an_adjective_does_not_link_the_phrase(label: str, actor_type: Any) -> None:
    found = link(findings(actors=(named(label, actor_type),)))
    assert [each.qid for each in found.links if each.qid] == []


def test_an_adjective_links_the_country_that_the_finder_made_of_it() -> None:
    state = Actor(
        "actor/georgia", "state", "Georgische", (Mention(SPAN, "Georgische", "adjective"),), key="georgia", geopolitical=True
    )
    found = decision(findings(actors=(state,)), "actor/georgia")
    assert found.qid == "Q230"
    assert found.confidence < Decimal("0.95")


def test_groups_and_unnamed_actors_get_no_decision() -> None:
    unnamed = Actor("asker", "person", "vraagsteller", identified=False)
    assert link(findings(actors=(unnamed, named("de NAVO-landen", "group")))).links == ()


def test_what_only_nouns_describe_gets_no_decision() -> None:
    described = Actor("ac", "authorities", "Franse autoriteiten", (Mention(SPAN, "Franse autoriteiten", "nominal"),))
    border = Place("pl", "grens", (Mention(SPAN, "grens", "nominal"),))
    assert link(findings(actors=(described,), places=(border,))).links == ()


def test_a_name_that_no_source_has_is_an_abstention_without_candidates() -> None:
    found = actor("Stichting Zonnebloemtuin", "organisation")
    assert (found.qid, found.candidates, found.confidence) == (None, (), Decimal(0))
    assert "no item" in found.reason


def test_a_known_name_without_item_is_an_abstention() -> None:
    found = actor("Amnesty International", "organisation")
    assert found.qid is None
    assert found.reason == "no source gives an item for it"


def test_the_type_is_a_hard_filter() -> None:
    assert actor("Portugal", "person").qid is None
    assert actor("VVD", "state").qid is None


def test_a_key_of_the_finder_is_linked_by_its_wording() -> None:
    known = Actor("actor/osce", "organisation", "OVSE", (Mention(SPAN, "OVSE", "abbreviation"),), key="osce")
    found = decision(findings(actors=(known,)), "actor/osce")
    assert found.qid == "Q81299"
    assert dict(found.candidates[0].features)["form"] == "abbreviation"


def test_linking_twice_gives_the_same() -> None:
    once = link(findings(actors=(named("Portugal", "state"),), places=(Place("pl", "Bakoe"),)))
    assert link(once) == once


@pytest.mark.parametrize(
    ("label", "qid"),
    [
        ("de Armeense eerste minister", "Q1123764"),
        ("de premier van Armenië", "Q1123764"),
        ("de Franse president", "Q191954"),
        ("president van de Verenigde Staten", "Q11696"),
        ("de Turkse minister van Buitenlandse Zaken", "Q20988486"),
        ("de Duitse bondskanselier", "Q4970706"),
    ],
)
def test_an_office_is_linked_by_its_title_and_its_state(label: str, qid: str) -> None:
    assert decision(findings(offices=(Office("of", label),)), "of").qid == qid


def test_an_office_takes_its_state_from_what_it_belongs_to() -> None:
    state = Actor("actor/turkey", "state", "Turkije", key="turkey")
    office = Office("of", "de minister van Justitie", of="actor/turkey")
    assert decision(findings(actors=(state,), offices=(office,)), "of").qid == "Q61895843"


def test_an_office_with_a_key_is_linked() -> None:
    assert decision(findings(offices=(Office("of", "voorzitter", key="president-of-france"),)), "of").qid == "Q191954"


def test_a_bare_title_is_the_chambers_own_only_when_the_document_is_addressed_to_it() -> None:
    office = Office("of", "de minister van Defensie")
    header = Header(addressees=(Person(office="Minister van Defensie"),))
    assert decision(findings(chamber="tweede-kamer", offices=(office,)), "of").qid is None
    assert decision(findings(chamber="tweede-kamer", header=header, offices=(office,)), "of").qid == "Q20740176"
    assert decision(findings(chamber="belgische-kamer", header=header, offices=(office,)), "of").qid == "Q24199589"
    assert decision(findings(header=header, offices=(office,)), "of").qid is None


def test_the_government_that_speaks_tells_the_chamber() -> None:
    answerer = Actor("answerer", "office-holder", "minister-president", identified=False, office="of")
    speaking = Actor("actor/flemish-government", "government", "Vlaamse Regering", key="flemish-government")
    office = Office("of", "de minister-president")
    assert decision(findings(actors=(answerer, speaking), offices=(office,)), "of").qid == "Q2746377"
    assert link(findings(actors=(answerer,), offices=(office,))).links == ()


def test_a_title_that_one_body_alone_has_needs_only_that_body() -> None:
    union = Actor("actor/european-union", "union", "Europese Unie", key="european-union", geopolitical=True)
    office = Office("of", "de Hoge Vertegenwoordiger")
    assert decision(findings(actors=(union,), offices=(office,)), "of").qid == "Q634291"
    assert decision(findings(offices=(office,)), "of").qid is None
    assert link(findings(actors=(union,), offices=(Office("of", "de premier"),))).links[1:] == ()


def test_a_metadata_file_tells_the_chamber() -> None:
    found = findings(offices=(Office("of", "minister-president"),))
    document = replace(found.document, metadata=Metadata(office="minister-president", chamber="vlaams-parlement"))
    assert decision(replace(found, document=document), "of").qid == "Q2746377"


def held(
    *whens: DateRange, day: date | None = None, title: str = "de Armeense minister van Buitenlandse Zaken"
) -> list[tuple[str, date | None]]:
    office = Office("of", title)
    holder = Actor("ac", "office-holder", "minister", identified=False, office="of")
    events = tuple(
        Event(
            f"ev{n}",
            "meeting",
            "attested",
            (),
            "a1",
            Evidence("r", SPAN),
            when=w,
            participants=(Participation("ac", "participant"),),
        )
        for n, w in enumerate(whens)
    )
    found = link(findings(day=day, actors=(holder,), offices=(office,), events=events))
    return [(h.person_qid, h.start) for h in found.holdings]


def on(first: date, last: date | None = None) -> DateRange:
    return DateRange("x", earliest_start=first, latest_end=last or first)


def test_who_held_the_office_is_background_of_the_date_of_the_event() -> None:
    assert held(on(date(2015, 3, 2))) == [("Q58197", date(2008, 4, 14))]
    assert held(on(date(2019, 3, 2)), day=date(2015, 1, 1)) == [("Q6510832", date(2018, 5, 12))]
    assert held(day=date(2015, 1, 1)) == [("Q58197", date(2008, 4, 14))]


def test_no_holder_is_said_where_it_is_not_certain() -> None:
    assert held() == []
    assert held(on(date(2015, 3, 2)), on(date(2019, 3, 2))) == []
    assert held(on(date(2018, 1, 1), date(2018, 12, 31))) == []
    assert held(on(date(2024, 3, 2))) == []


def test_an_office_that_several_hold_at_once_has_no_holder() -> None:
    assert held(on(date(2021, 3, 2)), title="de Belgische vice-eersteminister") == []
    assert held(on(date(2019, 11, 15)), title="de Belgische eerste minister") != []


def test_a_start_known_to_the_year_counts_from_the_next_year() -> None:
    assert held(on(date(2017, 6, 1)), title="de Duitse president") == []
    assert held(on(date(2019, 6, 1)), title="de Duitse president") == [("Q76658", None)]


def test_the_chambers_own_head_stays_itself_when_the_document_is_addressed_to_it() -> None:
    serbia = Actor("actor/serbia", "state", "Servië", key="serbia", geopolitical=True)
    office = Office("of", "eerste minister", key="prime-minister-of-belgium")
    header = Header(addressees=(Person(office="Eerste minister"),))
    found = findings(chamber="belgische-kamer", header=header, actors=(serbia,), offices=(office,))
    assert decision(found, "of").qid == "Q213107"


def test_a_named_holder_gets_no_background_holding() -> None:
    holder = named("Vartan Oskanian", "office-holder", office="of")
    office = Office("of", "de Armeense minister van Buitenlandse Zaken")
    assert link(findings(day=date(2005, 1, 1), actors=(holder,), offices=(office,))).holdings == ()


@pytest.mark.parametrize(
    ("label", "day", "qid"),
    [
        ("president Macron", date(2018, 1, 1), "Q3052772"),
        ("de Franse president Macron", date(2018, 1, 1), "Q3052772"),
        ("president Macron", date(2009, 1, 1), None),
        ("president Hollande", date(2015, 1, 1), "Q157"),
        ("president Hollande", date(2018, 1, 1), None),
        ("president Macron", None, None),
        ("minister Macron", date(2018, 1, 1), None),
        ("Macron", date(2018, 1, 1), None),
    ],
)
def test_a_title_and_a_family_name_are_a_holder_on_that_date(label: str, day: date | None, qid: str | None) -> None:
    assert actor(label, "person", day=day).qid == qid


def test_places_are_linked() -> None:
    assert place("Bakoe").qid == "Q9248"
    assert place("de provincie Utrecht").qid == "Q776"
    assert place("de gemeente Utrecht").qid == "Q803"
    assert place("Lissabon", chamber="tweede-kamer").qid == "Q597"
    assert place("een onbekend dal").qid is None
