"""Events: circumstances from the clause, factuality, joining, order, and what opens no event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from event_examples import document, events, shape

from relaas.extract.events import count_events, settle
from relaas.extract.eventwords import noun_of
from relaas.model import Claim, Event, Evidence, Figure, Span

STATES = {
    "Irak": "actor/iraq",
    "Koeweit": "actor/kuwait",
    "Iran": "actor/iran",
    "Oman": "actor/oman",
    "VN": "actor/united-nations",
}
TOWNS = {"Basra": "place/basra", "Genève": "place/geneva"}

INVASION = (
    "De|de|DET|det|1 inval|inval|NOUN|nsubj|7|Number=Sing van|van|ADP|case|3 Irak|Irak|PROPN|nmod|1 op|op|ADP|case|5 "
    "Koeweit|Koeweit|PROPN|nmod|1 werd|worden|AUX|aux:pass|7|Tense=Past,VerbForm=Fin veroordeeld|veroordelen|X|ROOT|7 "
    ".|.|PUNCT|punct|7"
)
TALKS = (
    "Iran|Iran|PROPN|nsubj|3 en|en|CCONJ|cc|2 Oman|Oman|PROPN|conj|0 hielden|houden|VERB|ROOT|3|Tense=Past,VerbForm=Fin "
    "op|op|ADP|case|5 3|3|NUM|obl|3 mei|mei|PROPN|flat|5 2021|2021|NUM|flat|5 gesprekken|gesprek|NOUN|obj|3|Number=Plur "
    "in|in|ADP|case|10 Genève|Genève|PROPN|obl|3 .|.|PUNCT|punct|3"
)


def only(*args: object) -> Event:
    (found,) = events(*args)  # type: ignore[arg-type]
    return found


def test_prepositions_and_types_give_the_roles_of_a_noun() -> None:
    found = only(document(("context", INVASION)), STATES)
    assert shape(found) == ("attack", None, [("actor/iraq", "agent"), ("actor/kuwait", "target")], [])
    assert found.event_id == "ev3-8"
    assert found.mentions[0].text == "inval"
    assert (found.evidence.rule, found.evidence.entry) == ("event-noun", "events#inval")


def test_a_light_verb_gives_its_noun_date_place_and_coordinated_participants() -> None:
    found = only(document(("context", TALKS)), STATES, TOWNS)
    people = [("actor/iran", "participant"), ("actor/oman", "participant")]
    assert shape(found) == ("meeting", "2021-05-03", people, ["place/geneva"])


def test_the_object_of_an_active_verb_is_the_target_and_the_subject_of_a_passive_too() -> None:
    active = (
        "Irak|Irak|PROPN|nsubj|1 bombardeerde|bombarderen|VERB|ROOT|1|Tense=Past,VerbForm=Fin Koeweit|Koeweit|PROPN|obj|1 "
        ".|.|PUNCT|punct|1"
    )
    passive = (
        "Koeweit|Koeweit|PROPN|nsubj:pass|4 werd|worden|AUX|aux:pass|4|Tense=Past,VerbForm=Fin door|door|ADP|case|3 "
        "Irak|Irak|PROPN|obl:agent|4 "
        "gebombardeerd|bombarderen|VERB|ROOT|4|VerbForm=Part .|.|PUNCT|punct|4"
    )
    for notation in (active, passive):
        people = shape(only(document(("context", notation)), STATES))[2]
        assert sorted(people) == [("actor/iraq", "agent"), ("actor/kuwait", "target")]


def test_the_subject_of_a_controlled_clause_is_the_object_above() -> None:
    notation = (
        "Iran|Iran|PROPN|nsubj|1 beschuldigt|beschuldigen|VERB|ROOT|1 Irak|Irak|PROPN|obj|1 ervan|ervan|ADV|advmod|1 "
        "Koeweit|Koeweit|PROPN|obj|7 "
        "te|te|ADP|mark|7 hebben|hebben|AUX|aux|7 gebombardeerd|bombarderen|VERB|xcomp|1|VerbForm=Part .|.|PUNCT|punct|1"
    )
    people = shape(only(document(("context", notation)), STATES))[2]
    assert sorted(people) == [("actor/iraq", "agent"), ("actor/kuwait", "target")]


def test_who_leads_is_a_mediator() -> None:
    notation = (
        "De|de|DET|det|1 gesprekken|gesprek|NOUN|nsubj|8|Number=Plur onder|onder|ADP|case|3 leiding|leiding|NOUN|nmod|1 "
        "van|van|ADP|case|6 "
        "de|de|DET|det|6 VN|VN|PROPN|nmod|3 zijn|zijn|AUX|aux|8 mislukt|mislukken|VERB|ROOT|8|VerbForm=Part .|.|PUNCT|punct|8"
    )
    assert shape(only(document(("context", notation)), STATES))[2] == [("actor/united-nations", "mediator")]


def test_a_relative_clause_belongs_to_the_noun_it_agrees_with() -> None:
    notation = (
        "De|de|DET|det|1 onderhandelingen|onderhandeling|NOUN|nsubj|12|Number=Plur over|over|ADP|case|4 een|een|DET|det|4 "
        "vredesakkoord|vredesakkoord|NOUN|nmod|1|Number=Sing "
        "die|die|PRON|nsubj|9 op|op|ADP|case|7 3|3|NUM|obl|9 mei|mei|PROPN|flat|7 "
        "begonnen|beginnen|VERB|acl:relcl|4|Number=Plur,Tense=Past,VerbForm=Fin "
        "in|in|ADP|case|11 Genève|Genève|PROPN|obl|9 stokken|stokken|VERB|ROOT|12 .|.|PUNCT|punct|12"
    )
    found = [
        e
        for e in events(document(("context", notation), submitted=date(2021, 6, 1)), STATES, TOWNS)
        if e.event_type == "negotiation"
    ]
    assert [shape(e) for e in found] == [("negotiation", "2021-05-03", [], ["place/geneva"])]


def test_a_trigger_without_date_place_or_participant_is_no_event() -> None:
    notation = "De|de|DET|det|1 inval|inval|NOUN|nsubj|2 mislukte|mislukken|VERB|ROOT|2|Tense=Past,VerbForm=Fin .|.|PUNCT|punct|2"
    assert events(document(("context", notation)), STATES) == ()


def test_what_a_question_asks_for_is_no_event_and_what_it_presupposes_is() -> None:
    asked = (
        "Bent|zijn|AUX|cop|2 u|u|PRON|nsubj|2 bereid|bereid|ADJ|ROOT|2 een|een|DET|det|4 gesprek|gesprek|NOUN|obj|8 "
        "met|met|ADP|case|6 Iran|Iran|PROPN|nmod|4 "
        "te|te|ADP|mark|8 voeren|voeren|VERB|xcomp|2 ?|?|PUNCT|punct|2"
    )
    presupposed = (
        "Kunt|kunnen|AUX|aux|6 u|u|PRON|nsubj|6 de|de|DET|det|3 gesprekken|gesprek|NOUN|obj|6 met|met|ADP|case|5 "
        "Iran|Iran|PROPN|nmod|3 "
        "toelichten|toelichten|VERB|ROOT|6 ?|?|PUNCT|punct|6"
    )
    assert events(document(("question", asked)), STATES) == ()
    assert [shape(e)[2] for e in events(document(("question", presupposed)), STATES)] == [[("actor/iran", "participant")]]


def test_a_standing_situation_is_no_event() -> None:
    notation = (
        "Iran|Iran|PROPN|nsubj|3 is|zijn|AUX|cop|3 voortdurend|voortdurend|ADV|advmod|3 gesprek|gesprek|NOUN|ROOT|3 "
        "met|met|ADP|case|5 Oman|Oman|PROPN|nmod|3 .|.|PUNCT|punct|3"
    )
    assert events(document(("context", notation)), STATES) == ()


@pytest.mark.parametrize(
    ("helper", "adverb", "expected"),
    [("zal", "", "planned"), ("heeft", "niet", "denied"), ("zou", "", "hypothetical"), ("heeft", "", "attested")],
)
def test_the_words_of_the_clause_tell_the_factuality(helper: str, adverb: str, expected: str) -> None:
    lemma, form = ("zullen", "VerbForm=Inf") if helper in ("zal", "zou") else ("hebben", "VerbForm=Part")
    word = adverb or "gisteren"
    notation = (
        f"Irak|Irak|PROPN|nsubj|4 {helper}|{lemma}|AUX|aux|4 Koeweit|Koeweit|PROPN|obj|4 {word}|{word}|ADV|advmod|4 "
        f"bombarderen|bombarderen|VERB|ROOT|4|{form} .|.|PUNCT|punct|4"
    )
    assert only(document(("context", notation)), STATES).factuality == expected


def test_what_has_a_date_to_come_is_planned() -> None:
    assert only(document(("context", TALKS), submitted=date(2021, 4, 1)), STATES, TOWNS).factuality == "planned"
    assert only(document(("context", TALKS), submitted=date(2021, 6, 1)), STATES, TOWNS).factuality == "attested"


# --- one happening or two ---

ACTION = "Deze|deze|DET|det|1 actie|actie|NOUN|nsubj|2 verbaast|verbazen|VERB|ROOT|2 Iran|Iran|PROPN|obj|2 .|.|PUNCT|punct|2"
FIGHTING = "De|de|DET|det|1 vijandelijkheden|vijandelijkheid|NOUN|nsubj|2 duren|duren|VERB|ROOT|2 .|.|PUNCT|punct|2"
OTHER = INVASION.replace("Irak|Irak", "Iran|Iran").replace("Koeweit|Koeweit", "Oman|Oman")


def test_what_points_back_and_what_can_name_the_same_joins() -> None:
    found = only(document(("context", INVASION), ("context", ACTION), ("answer", FIGHTING)), STATES)
    assert [m.text for m in found.mentions] == ["inval", "actie", "vijandelijkheden"]


def test_other_agents_make_another_happening() -> None:
    found = events(document(("context", INVASION), ("context", OTHER)), STATES)
    assert [shape(e)[2][0][0] for e in found] == ["actor/iraq", "actor/iran"]


def test_another_agent_is_another_happening_though_the_target_is_the_same() -> None:
    other = INVASION.replace("Irak|Irak", "Iran|Iran")
    assert len(events(document(("context", INVASION), ("context", other)), STATES)) == 2


def test_one_thing_is_not_taken_for_many() -> None:
    many = (
        "Alle|alle|DET|det|1 invallen|inval|NOUN|nsubj|4|Number=Plur van|van|ADP|case|3 Irak|Irak|PROPN|nmod|1 "
        "mislukten|mislukken|VERB|ROOT|4|Tense=Past,VerbForm=Fin .|.|PUNCT|punct|4"
    )
    assert [e.mentions[0].text for e in events(document(("context", INVASION), ("context", many)), STATES)] == [
        "inval",
        "invallen",
    ]
    again = many.replace("Alle|alle", "De|de").replace("invallen", "inval").replace("Number=Plur", "Number=Sing")
    assert len(events(document(("context", INVASION), ("context", again)), STATES)) == 1


def test_who_declines_takes_no_part() -> None:
    notation = (
        "Op|op|ADP|case|1 3|3|NUM|obl|8 mei|mei|PROPN|flat|1 2021|2021|NUM|flat|1 zal|zullen|AUX|aux|8 Iran|Iran|PROPN|nsubj|8 "
        "{}|{}|ADV|advmod|8 aan|aan|ADP|case|9 deelnemen|deelnemen|VERB|ROOT|8|VerbForm=Inf top|top|NOUN|obl|8 .|.|PUNCT|punct|8"
    )
    taken = [events(document(("context", notation.format(w, w))), STATES)[0].participants for w in ("ook", "niet")]
    assert [len(p) for p in taken] == [1, 0]


def test_other_dates_make_another_happening() -> None:
    found = events(document(("context", TALKS), ("context", TALKS.replace("3|3", "9|9"))), STATES, TOWNS)
    assert [shape(e)[1] for e in found] == ["2021-05-03", "2021-05-09"]


def test_the_same_date_and_people_are_one_happening() -> None:
    found = only(document(("context", TALKS), ("answer", TALKS)), STATES, TOWNS)
    assert len(found.mentions) == 2


def test_a_title_joins_what_the_text_tells_and_gives_no_name() -> None:
    title = "Inval|inval|NOUN|ROOT|0 van|van|ADP|case|2 Irak|Irak|PROPN|nmod|0"
    found = only(document(("title", title), ("context", INVASION)), STATES)
    assert (found.part_id, len(found.mentions)) == ("context", 2)
    assert found.event_id == "ev18-23"


def test_a_title_alone_opens_an_event() -> None:
    title = "Inval|inval|NOUN|ROOT|0 van|van|ADP|case|2 Irak|Irak|PROPN|nmod|0"
    assert only(document(("title", title)), STATES).part_id == "title"


# --- claims, order, figures ---

EVIDENCE = Evidence("event", Span(0, 9))


def claim(act: str, holder: str, content: Span) -> Claim:
    return Claim("cl1-2", act, (holder,), "asker", "context", EVIDENCE, content=content)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("act", "holder", "expected"),
    [
        ("assert", "actor/iran", "reported"),
        ("accuse", "actor/iran", "alleged"),
        ("call-for", "actor/iran", "called-for"),
        ("call-for", "answerer", "called-for"),
        ("assert", "answerer", "attested"),
        ("evaluate", "actor/iran", "attested"),
    ],
)
def test_claims_settle_how_an_event_is_presented(act: str, holder: str, expected: str) -> None:
    event = only(document(("context", INVASION)), STATES)
    (settled,) = settle((event,), (claim(act, holder, Span(0, 60)),))
    assert settled.factuality == expected


def test_what_the_text_says_itself_stays_attested_and_what_is_denied_denied() -> None:
    event = only(document(("context", INVASION), ("answer", INVASION)), STATES)
    (settled,) = settle((event,), (claim("assert", "actor/iran", Span(0, 20)),))
    assert settled.factuality == "attested"
    denied = replace(event, factuality="denied")
    assert settle((denied,), (claim("assert", "actor/iran", Span(0, 60)),)) == (denied,)


def test_dates_give_the_order() -> None:
    found = events(document(("context", TALKS), ("context", TALKS.replace("3|3", "9|9"))), STATES, TOWNS)
    assert [e.precedes for e in found] == [(found[1].event_id,), ()]


def test_dates_that_overlap_give_no_order() -> None:
    month = TALKS.replace("op|op|ADP|case|5 3|3|NUM|obl|3", "in|in|ADP|case|5 heel|heel|ADJ|obl|3")
    month = month.replace("Iran|Iran", "Irak|Irak").replace("Oman|Oman", "Koeweit|Koeweit")
    found = events(document(("context", TALKS), ("context", month)), STATES, TOWNS)
    assert [shape(e)[1] for e in found] == ["2021-05-03", "2021-05"]
    assert [e.precedes for e in found] == [(), ()]


def test_words_tell_what_led_to_what() -> None:
    notation = (
        "De|de|DET|det|1 inval|inval|NOUN|nsubj|4 van|van|ADP|case|3 Irak|Irak|PROPN|nmod|1 "
        "leidde|leiden|VERB|ROOT|4|Tense=Past,VerbForm=Fin tot|tot|ADP|case|7 "
        "de|de|DET|det|7 wapenstilstand|wapenstilstand|NOUN|obl|4 met|met|ADP|case|9 Iran|Iran|PROPN|nmod|7 .|.|PUNCT|punct|4"
    )
    first, second = events(document(("context", notation)), STATES)
    assert (first.event_type, second.event_type) == ("attack", "ceasefire")
    assert (first.leads_to, second.leads_to) == ((second.event_id,), ())


def test_casualties_count_the_event_before_them_and_other_figures_none() -> None:
    analysis = document(("context", INVASION), ("context", ACTION))
    found = events(analysis, STATES)
    end = analysis.sentences[1].span.end
    dead = Figure("fig1", Span(end - 4, end), "c2", "people", EVIDENCE, value=Decimal(3), outcome="killed")
    plain = replace(dead, outcome=None)
    inside = replace(dead, span=Span(found[0].mentions[0].span.start, found[0].mentions[0].span.end + 5), outcome=None)
    assert [f.of_event for f in count_events((dead, plain, inside), found, analysis)] == [
        found[0].event_id,
        None,
        found[0].event_id,
    ]


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("grondoffensief", "attack"),
        ("vredesonderhandelingen", "negotiation"),
        ("hartaanval", None),
        ("emissies", None),
        ("tafel", None),
    ],
)
def test_the_last_part_of_a_compound_tells_its_type(noun: str, expected: str | None) -> None:
    word = noun_of(noun)
    assert (word.event_type if word else None) == expected
