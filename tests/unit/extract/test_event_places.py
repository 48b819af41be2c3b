"""Where a happening was: named works, settlements beside their noun, areas of countries, the state of things it caused."""

import pytest
from cast_examples import analysis_of as actor_analysis
from cast_examples import sentence_of
from event_examples import document, events, shape

from relaas.extract.coreference import find_cast
from relaas.extract.mentions import find_phrases, phrases_of
from relaas.extract.names import hits
from relaas.ids import Namer

STATES = {"Jemen": "actor/yemen", "Oman": "actor/oman"}
PLACES = {"Jemen": "actor/yemen", "Ulft": "pl1", "Oman": "actor/oman"}


def test_a_name_beside_the_noun_of_a_work_is_a_place_everywhere() -> None:
    analysis = actor_analysis(
        (
            "answer",
            "De/DET/det/3 Blue/PROPN/nmod/3 Arrow/PROPN/flat/1 pijpleiding/NOUN/nsubj/4 lekt/VERB/ROOT/4\n"
            "BlueArrow/PROPN/nsubj/1 breekt/VERB/ROOT/1",
        )
    )
    assert [(p.wording, p.sort) for p in find_phrases(analysis)] == [("Blue Arrow", "place"), ("BlueArrow", "place")]


@pytest.mark.parametrize(("noun", "sort"), [("dorpje", "place"), ("wijk", "place"), ("plan", None)])
def test_a_name_after_the_noun_of_a_settlement_is_a_place(noun: str, sort: str | None) -> None:
    found = phrases_of(sentence_of(f"In/ADP/case/2 het/DET/det/2 {noun}/NOUN/obl/4 Ulft/PROPN/appos/2 regent/VERB/ROOT/4"))
    assert [p.sort for p in found if not p.weak] == ([sort] if sort else [])


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("in/ADP/case/4 de/DET/det/4 noordelijke/ADJ/amod/4 landen/NOUN/obl/0", "noordelijke landen"),
        ("in/ADP/case/3 noordelijke/ADJ/amod/3 oeverlanden/NOUN/obl/0", "noordelijke oeverlanden"),
        ("voor/ADP/case/4 de/DET/det/4 noordelijke/ADJ/amod/4 landen/NOUN/obl/0", None),
        ("in/ADP/case/3 verschillende/ADJ/amod/3 landen/NOUN/obl/0", None),
    ],
)
def test_the_area_of_several_countries_is_a_place_after_in(words: str, place: str | None) -> None:
    cast = find_cast(actor_analysis(("answer", f"Regent/VERB/ROOT/0 {words}")), Namer())
    assert [p.label for p in cast.places] == ([place] if place else [])


def test_the_name_beside_a_noun_of_place_is_where_it_was() -> None:
    text = (
        "De|de|DET|det|1 aanval|aanval|NOUN|nsubj|5|Number=Sing in|in|ADP|case|3 dorpje|dorpje|NOUN|nmod|1 "
        "Ulft|Ulft|PROPN|appos|3 woedde|woeden|VERB|ROOT|5|Tense=Past,VerbForm=Fin"
    )
    (found,) = events(document(("context", text)), STATES, PLACES)
    assert found.places == ("pl1",)


def test_a_happening_without_a_place_was_where_the_state_of_things_is_that_it_caused() -> None:
    text = (
        "De|de|DET|det|1 nood|nood|NOUN|nsubj|6 in|in|ADP|case|3 Jemen|Jemen|PROPN|nmod|1 door|door|ADP|case|5 "
        "oorlog|oorlog|NOUN|nmod|1|Number=Sing steeg|stijgen|VERB|ROOT|6|Tense=Past,VerbForm=Fin"
    )
    (found,) = events(document(("context", text)), {}, PLACES)
    assert shape(found) == ("hostilities", None, [], ["actor/yemen"])
    other = text.replace("door|door", "over|over")
    assert [e.places for e in events(document(("context", other)), {}, PLACES)] in ([], [()])


def test_what_is_published_is_about_a_place_and_happens_elsewhere() -> None:
    text = (
        "Oman|Oman|PROPN|nsubj|1 publiceerde|publiceren|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
        "mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 lijsten|lijst|NOUN|obj|1 over|over|ADP|case|8 dijken|dijk|NOUN|nmod|6 "
        "in|in|ADP|case|10 Ulft|Ulft|PROPN|nmod|8"
    )
    (found,) = events(document(("context", text)), STATES, PLACES)
    assert (found.event_type, found.places) == ("publication", ())


def test_the_first_part_of_a_compound_does_what_its_last_part_names() -> None:
    text = (
        "De|de|DET|det|1 EU-sancties|EU-sanctie|NOUN|nsubj|5|Number=Plur tegen|tegen|ADP|case|3 Oman|Oman|PROPN|nmod|1 "
        "werden|worden|AUX|aux:pass|5|Tense=Past,VerbForm=Fin verlengd|verlengen|VERB|ROOT|5|VerbForm=Part "
        "door|door|ADP|case|7 EU|EU|PROPN|obl|5"
    )
    named = {"Oman": "actor/oman", "EU": "actor/european-union"}
    (found,) = events(document(("context", text)), named)
    assert next((p.actor_id, p.role) for p in found.participants) == ("actor/european-union", "agent")
    unknown = text.replace("EU-sancties", "XYZ-sancties")
    (other,) = events(document(("context", unknown)), {"Oman": "actor/oman"})
    assert [p.actor_id for p in other.participants] == ["actor/oman"]


def test_a_common_noun_behind_an_abbreviation_is_no_name() -> None:
    assert phrases_of(sentence_of("In/ADP/case/1 EU-verband/PROPN/obl/2 regent/VERB/ROOT/2")) == ()


@pytest.mark.parametrize(("noun", "places"), [("bezoek", ("actor/oman",)), ("steun", ())])
def test_who_visits_somebody_is_there(noun: str, places: tuple[str, ...]) -> None:
    text = (
        "Jemen|Jemen|PROPN|nsubj|1 bracht|brengen|VERB|ROOT|1|Tense=Past,VerbForm=Fin een|een|DET|det|3 "
        f"{noun}|{noun}|NOUN|obj|1 "
        "aan|aan|ADP|case|5 Oman|Oman|PROPN|obl|1 op|op|ADP|case|7 3|3|NUM|obl|1 mei|mei|PROPN|flat|7 2021|2021|NUM|flat|7"
    )
    found = events(document(("context", text)), STATES, PLACES)
    assert tuple(p for e in found for p in e.places) == places


@pytest.mark.parametrize(("noun", "places"), [("gesprek", ()), ("aanval", ("actor/oman",))])
def test_what_talks_are_over_is_no_place_and_what_an_attack_goes_over_is(noun: str, places: tuple[str, ...]) -> None:
    text = (
        f"Het|het|DET|det|1 {noun}|{noun}|NOUN|nsubj|4 over|over|ADP|case|3 Oman|Oman|PROPN|nmod|1 "
        "begon|beginnen|VERB|ROOT|4|Tense=Past,VerbForm=Fin in|in|ADP|case|6 2021|2021|NUM|obl|4"
    )
    (found,) = events(document(("context", text)), STATES, PLACES)
    assert found.places == places


@pytest.mark.parametrize(("second", "places"), [("BlueArrow", 1), ("BlueBarrow", 2)])
def test_a_place_is_one_though_a_line_end_took_its_space_away(second: str, places: int) -> None:
    analysis = actor_analysis(
        (
            "answer",
            "De/DET/det/3 Blue/PROPN/nmod/3 Arrow/PROPN/flat/1 pijpleiding/NOUN/nsubj/4 lekt/VERB/ROOT/4\n"
            f"De/DET/det/2 {second}/PROPN/nmod/2 pijpleiding/NOUN/nsubj/3 lekt/VERB/ROOT/3",
        )
    )
    assert len(find_cast(analysis, Namer()).places) == places


@pytest.mark.parametrize(("noun", "places"), [("deelstaat", ["Hessen"]), ("bedrijf", [])])
def test_the_area_of_a_government_is_a_place_after_in_and_a_company_is_none(noun: str, places: list[str]) -> None:
    analysis = actor_analysis(
        (
            "answer",
            f"De/DET/det/1 {noun}/NOUN/nsubj/3 Hessen/PROPN/appos/1 spreekt/VERB/ROOT/3\n"
            "Het/PRON/expl/1 regent/VERB/ROOT/1 in/ADP/case/3 Hessen/PROPN/obl/1",
        )
    )
    assert [p.label for p in find_cast(analysis, Namer()).places] == places


@pytest.mark.parametrize(("noun", "places"), [("noorden", ("actor/oman",)), ("belang", ())])
def test_a_part_of_a_state_is_in_that_state(noun: str, places: tuple[str, ...]) -> None:
    text = (
        "De|de|DET|det|1 aanval|aanval|NOUN|nsubj|7|Number=Sing in|in|ADP|case|4 het|het|DET|det|4 "
        f"{noun}|{noun}|NOUN|nmod|1 van|van|ADP|case|6 Oman|Oman|PROPN|nmod|4 begon|beginnen|VERB|ROOT|7|Tense=Past,VerbForm=Fin "
        "in|in|ADP|case|9 2021|2021|NUM|obl|7"
    )
    (found,) = events(document(("context", text)), STATES, PLACES)
    assert found.places == places


@pytest.mark.parametrize(
    ("before", "word", "known"),
    [("in", "Zwolle", True), ("In", "Zwolle", False), ("van", "Zwolle", False), ("in", "zwolle", False)],
)
def test_a_capital_behind_in_shows_a_place_whatever_the_tagger_takes_it_for(before: str, word: str, known: bool) -> None:
    sentence = sentence_of(f"men/PRON/nsubj/2 fietst/VERB/ROOT/2 {before}/ADP/case/4 {word}/VERB/obl/2")
    assert [hit.first for hit in hits(sentence)] == ([3] if known else [])


def where(notation: str) -> list[list[str]]:
    return [shape(e)[3] for e in events(document(("answer", notation)), STATES | {"rechtbank": "actor/court"}, PLACES)]


@pytest.mark.parametrize(("case", "place"), [("over|over|ADP|case|4", []), ("tijdens|tijdens|ADP|case|4", ["actor/yemen"])])
def test_what_talks_are_about_lies_elsewhere(case: str, place: list[str]) -> None:
    notation = (
        f"Oman|Oman|PROPN|nsubj|1 vergaderde|vergaderen|VERB|ROOT|1|Tense=Past,VerbForm=Fin {case} "
        "de|de|DET|det|4 droogte_daar|droogte_daar|NOUN|obl|1 in|in|ADP|case|6 Jemen|Jemen|PROPN|nmod|4"
    )
    assert where(notation) == [place]


@pytest.mark.parametrize(("verb", "place"), [("begonnen|beginnen", ["pl1"]), ("verbaasden|verbazen", [])])
def test_a_place_that_the_parser_hung_on_the_topic_counts_where_the_verb_only_says_that_it_happened(
    verb: str, place: list[str]
) -> None:
    notation = (
        "De|de|DET|det|1 onderhandelingen|onderhandeling|NOUN|nsubj|6|Number=Plur over|over|ADP|case|3 vis|vis|NOUN|nmod|1 "
        f"te|te|ADP|case|5 Ulft|Ulft|PROPN|nmod|3 {verb}|VERB|ROOT|6|Tense=Past,VerbForm=Fin Oman|Oman|PROPN|obj|6"
    )
    assert [p for places in where(notation) for p in places] == place


@pytest.mark.parametrize(("topic", "place"), [("Jemen|Jemen|PROPN", ["pl1"]), ("vis|vis|NOUN", [])])
def test_a_place_behind_a_named_topic_is_where_it_was(topic: str, place: list[str]) -> None:
    notation = (
        f"Het|het|DET|det|1 debat|debat|NOUN|nsubj|6|Number=Sing over|over|ADP|case|3 {topic}|nmod|1 in|in|ADP|case|5 "
        "Ulft|Ulft|PROPN|nmod|3 verbaasde|verbazen|VERB|ROOT|6|Tense=Past,VerbForm=Fin Oman|Oman|PROPN|obj|6"
    )
    assert [p for places in where(notation) for p in places] == place


@pytest.mark.parametrize(("case", "place"), [("te|te", []), ("bij|bij", ["pl1"])])
def test_the_seat_of_a_court_is_part_of_its_name(case: str, place: list[str]) -> None:
    notation = (
        f"De|de|DET|det|1 rechtbank|rechtbank|NOUN|nsubj|4 {case}|ADP|case|3 Ulft|Ulft|PROPN|nmod|1 "
        "vernietigde|vernietigen|VERB|ROOT|4|Tense=Past,VerbForm=Fin de|de|DET|det|6 boete_toen|boete_toen|NOUN|obj|4"
    )
    assert where(notation) == [place]


@pytest.mark.parametrize(("verb", "place"), [("deporteerde|deporteren", ["pl1"]), ("vernietigde|vernietigen", [])])
def test_where_somebody_comes_from_places_only_what_moves(verb: str, place: list[str]) -> None:
    notation = (
        f"Oman|Oman|PROPN|nsubj|1 {verb}|VERB|ROOT|1|Tense=Past,VerbForm=Fin iemand|iemand|PRON|obj|1 "
        "uit|uit|ADP|case|4 Ulft|Ulft|PROPN|nmod|2"
    )
    assert where(notation) == [place]


@pytest.mark.parametrize(("hung", "place"), [(7, []), (8, ["pl1"])])
def test_around_a_gathering_only_the_clause_itself_tells_where(hung: int, place: list[str]) -> None:
    notation = (
        "Tijdens|tijdens|ADP|case|2 de|de|DET|det|2 vergadering|vergadering|NOUN|obl|8 in|in|ADP|case|4 2016|2016|NUM|nmod|2 "
        "sprak|spreken|AUX|aux|8 Oman|Oman|PROPN|nsubj|8 iets|iets|PRON|obj|8 gezegd|zeggen|VERB|ROOT|8|VerbForm=Part "
        f"in|in|ADP|case|10 Ulft|Ulft|PROPN|nmod|{hung}"
    )
    assert where(notation) == [place]
