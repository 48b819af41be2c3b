"""Opening: what makes a trigger a happening of its own, each with a near miss."""

from __future__ import annotations

from datetime import date

import pytest
from event_examples import document, events

from relaas.model import PartKind

ACTORS = {"Malta": "actor/malta"}
TOWNS = {"Rabat": "place/rabat"}


def words(notation: str) -> list[str]:
    return [e.mentions[0].text for e in events(document(("answer", notation)), ACTORS, TOWNS)]


@pytest.mark.parametrize(("date", "opened"), [("mei|mei|PROPN", True), ("2019|2019|NUM", False)])
def test_a_year_alone_dates_nothing_that_nobody_does(date: str, opened: bool) -> None:
    year = " 2019|2019|NUM|flat|6" if date.startswith("mei") else ""
    notation = (
        "Het|het|DET|det|1 dossier|dossier|NOUN|nsubj|2 gaat|gaan|VERB|ROOT|2|Tense=Pres,VerbForm=Fin over|over|ADP|case|4 "
        f"inspecties|inspectie|NOUN|obl|2|Number=Plur uit|uit|ADP|case|6 {date}|nmod|4{year}"
    )
    assert bool(words(notation)) is opened


@pytest.mark.parametrize(("subject", "opened"), [("Malta|Malta|PROPN", True), ("iemand|iemand|PRON", False)])
def test_what_somebody_did_needs_no_date(subject: str, opened: bool) -> None:
    notation = (
        (
            f"{subject}|nsubj|2 heeft|hebben|AUX|aux|2 vrachtwagens|vrachtwagen|NOUN|obj|3 "
            "geleverd|leveren|VERB|ROOT|3|VerbForm=Part"
        )
        .replace("nsubj|2", "nsubj|3")
        .replace("aux|2", "aux|3")
    )
    assert bool(words(notation)) is opened


def test_what_somebody_does_time_and_again_needs_a_date() -> None:
    notation = "Malta|Malta|PROPN|nsubj|1 levert|leveren|VERB|ROOT|1|Tense=Pres,VerbForm=Fin hout|hout|NOUN|obj|1"
    assert words(notation) == []


@pytest.mark.parametrize(("article", "opened"), [("de|de|DET|det|4 ", True), ("", False)])
def test_a_noun_without_an_article_below_a_noun_is_what_that_is_about(article: str, opened: bool) -> None:
    at = 5 if article else 4
    notation = (
        "Het|het|DET|det|1 gevaar|gevaar|NOUN|nsubj|2 groeit|groeien|VERB|ROOT|2|Tense=Pres,VerbForm=Fin "
        f"van|van|ADP|case|{at} {article.replace('|4 ', f'|{at} ')}sanctie|sanctie|NOUN|nmod|1|Number=Sing "
        f"van|van|ADP|case|{at + 2} Ruritania|Ruritania|PROPN|nmod|{at}"
    )
    assert bool(words(notation)) is opened


@pytest.mark.parametrize(("case", "number", "opened"), [("na", "Sing", True), ("na", "Plur", False), ("zonder", "Sing", False)])
def test_what_a_clause_came_after_has_happened(case: str, number: str, opened: bool) -> None:
    notation = (
        f"Men|men|PRON|nsubj|1 vertrok|vertrek|NOUN|ROOT|1 {case}|{case}|ADP|case|3 overleg|overleg|NOUN|obl|1|Number={number}"
    )
    assert bool(words(notation)) is opened


@pytest.mark.parametrize(("helper", "lemma", "opened"), [("heeft", "hebben", True), ("kan", "kunnen", False)])
def test_what_can_be_done_has_not_happened(helper: str, lemma: str, opened: bool) -> None:
    form, verb = ("VerbForm=Part", "bezocht") if opened else ("VerbForm=Inf", "bezoeken")
    notation = (
        f"Malta|Malta|PROPN|nsubj|5 {helper}|{lemma}|AUX|aux|5 in|in|ADP|case|3 2019|2019|NUM|obl|5 "
        f"beurzen|beurs|NOUN|obj|5 {verb}|bezoeken|VERB|ROOT|5|{form}"
    )
    assert bool(words(notation)) is opened


@pytest.mark.parametrize(
    ("verb", "noun", "opened"),
    [
        ("voerde|voeren|VERB|ROOT|1|Tense=Past,VerbForm=Fin", "gesprekken|gesprek|NOUN|obj|1|Number=Plur", True),
        ("voert|voeren|VERB|ROOT|1|Tense=Pres,VerbForm=Fin", "gesprekken|gesprek|NOUN|obj|1|Number=Plur", False),
        ("ondertekent|ondertekenen|VERB|ROOT|1|Tense=Pres,VerbForm=Fin", "lijsten|lijst|NOUN|obj|1|Number=Plur", False),
    ],
)
def test_a_practice_in_the_simple_present_is_no_happening(verb: str, noun: str, opened: bool) -> None:
    assert bool(words(f"Malta|Malta|PROPN|nsubj|1 {verb} {noun} in|in|ADP|case|4 2019|2019|NUM|obl|1")) is opened


@pytest.mark.parametrize(("head", "opened"), [("aantal|aantal", False), ("verslag|verslag", True)])
def test_what_is_only_counted_has_no_happening(head: str, opened: bool) -> None:
    notation = (
        f"Het|het|DET|det|1 {head}|NOUN|nsubj|2 faalde|falen|VERB|ROOT|2|Tense=Past,VerbForm=Fin "
        "over|over|ADP|case|4 vergaderingen|vergadering|NOUN|nmod|1|Number=Plur in|in|ADP|case|6 mei|mei|PROPN|nmod|4 "
        "2019|2019|NUM|flat|6"
    )
    assert bool(words(notation)) is opened


@pytest.mark.parametrize(
    ("month", "opened"), [("mei|mei|PROPN|obl|1 2019|2019|NUM|flat|3", True), ("2019|2019|NUM|obl|1", False)]
)
def test_what_as_often_only_notes_a_fact_needs_a_month(month: str, opened: bool) -> None:
    last = 5 if opened else 4
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 erkende|erkennen|VERB|ROOT|1|Tense=Past,VerbForm=Fin in|in|ADP|case|3 {month} "
        f"artsen|arts|NOUN|obj|1|Number=Plur stil|stil|ADV|advmod|{last - 1}"
    )
    assert bool(words(notation)) is opened


@pytest.mark.parametrize(("helper", "opened"), [("heeft|hebben", True), ("zal|zullen", False)])
def test_what_somebody_had_done_is_done(helper: str, opened: bool) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|3 {helper}|AUX|aux|3 regels|regel|NOUN|obj|3 laten|laten|VERB|ROOT|3|VerbForm=Inf "
        "evalueren|evalueren|VERB|xcomp|3|VerbForm=Inf"
    )
    assert bool(words(notation)) is opened


@pytest.mark.parametrize(("participle", "opened"), [(" gegaan|gaan|VERB|ROOT|4|VerbForm=Part", True), ("", False)])
def test_talks_that_began_are_a_happening_and_talks_that_go_on_none(participle: str, opened: bool) -> None:
    verb = 4 if participle else 3
    notation = (
        f"Malta|Malta|PROPN|nsubj|{verb} is|zijn|AUX|{'aux' if participle else 'cop'}|{verb} in|in|ADP|case|3 "
        f"gesprek|gesprek|NOUN|{'obl' if participle else 'ROOT'}|{verb}|Number=Sing{participle} "
        f"sinds|sinds|ADP|case|{verb + 2} maandag|maandag|NOUN|obl|{verb}"
    )
    assert bool(words(notation)) is opened


@pytest.mark.parametrize(
    ("head", "expected"),
    [("zetten|zetten|VERB|ROOT|4|VerbForm=Fin", 0), ("zetten|zetten|VERB|ROOT|4|VerbForm=Fin,Tense=Past", 1)],
)
def test_a_plural_that_may_be_a_present_tells_no_past(head: str, expected: int) -> None:
    notation = "Malta|Malta|PROPN|nsubj|4 en|en|CCONJ|cc|2 Cyprus|Cyprus|PROPN|conj|0 "
    notation += f"militairen|militair|NOUN|obj|4 {head} in|in|ADP|compound:prt|4"
    found = events(document(("answer", notation)), {"Malta": "actor/malta", "Cyprus": "actor/cyprus"})
    assert len(found) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [("acht|acht|NUM|nummod|7", ["attack"]), ("de|de|DET|det|7", ["attack", "death"])]
)
def test_the_dead_of_an_attack_are_counted_and_no_second_happening(number: str, expected: list[str]) -> None:
    notation = (
        "Na|na|ADP|case|2 de|de|DET|det|2 aanval|aanval|NOUN|obl|5 op|op|ADP|case|4 Malta|Malta|PROPN|nmod|2 "
        f"stierven|sterven|VERB|ROOT|5|Tense=Past,VerbForm=Fin {number} agenten|agent|NOUN|nsubj|5|Number=Plur"
    )
    found = events(document(("answer", notation)), {"Malta": "actor/malta", "agenten": "actor/police"})
    assert sorted(e.event_type for e in found) == expected


@pytest.mark.parametrize(("case", "expected"), [("Door|door|ADP|case|2", []), ("Tijdens|tijdens|ADP|case|2", ["meeting"])])
def test_a_council_that_acts_is_a_body_and_no_session(case: str, expected: list[str]) -> None:
    notation = (
        f"{case} de|de|DET|det|2 Vergadering|vergadering|NOUN|obl|6 in|in|ADP|case|4 2016|2016|NUM|obl|6 "
        "werd|worden|AUX|aux:pass|6 gelachen|lachen|VERB|ROOT|6|VerbForm=Part"
    )
    found = events(document(("answer", notation)), {"Vergadering": "actor/assembly"})
    assert [e.event_type for e in found] == expected


@pytest.mark.parametrize(
    ("before", "opened"),
    [("ter|ter|ADP|case|1", False), ("na|na|ADP|case|1", True)],
)
def test_what_something_is_meant_for_has_not_happened(before: str, opened: bool) -> None:
    notation = (
        f"{before} financiering|financiering|NOUN|obl|5 door|door|ADP|case|3 Malta|Malta|PROPN|nmod|1 werd|worden|AUX|aux:pass|5 "
    )
    assert bool(words(notation + "gezwegen|zwijgen|VERB|ROOT|5|VerbForm=Part")) is opened


@pytest.mark.parametrize(("between", "opened"), [("", False), ("steun|steun|NOUN|nmod|2 van|van|ADP|case|7 ", True)])
def test_an_aim_is_what_stands_right_after_its_phrase(between: str, opened: bool) -> None:
    last = 7 if between else 5
    notation = (
        f"met|met|ADP|case|2 het|het|DET|det|2 oog|oog|NOUN|obl|2 op|op|ADP|case|4 {between}de|de|DET|det|{last} "
        f"invasie|invasie|NOUN|nmod|2 door|door|ADP|case|{last + 2} Malta|Malta|PROPN|nmod|{last}"
    )
    assert bool(words(notation)) is opened


@pytest.mark.parametrize(("helper", "opened"), [("heeft|hebben|AUX|aux|4", True), ("zal|zullen|AUX|aux|4", False)])
def test_a_relative_clause_tells_that_a_weak_word_was_performed(helper: str, opened: bool) -> None:
    notation = (
        f"De|de|DET|det|1 maatregelen|maatregel|NOUN|nsubj|6|Number=Plur die|die|PRON|obj|4 {helper} "
        "genomen|nemen|VERB|acl:relcl|1|VerbForm=Part Malta|Malta|PROPN|nsubj|4 "
        "helpen|helpen|VERB|ROOT|6|Number=Plur,Tense=Pres,VerbForm=Fin"
    )
    assert bool(words(notation)) is opened


@pytest.mark.parametrize(
    ("infinitive", "expected"), [("onderzoeken", ["besloot", "onderzoeken"]), ("financieren", ["financieren"])]
)
def test_what_takes_its_time_follows_the_decision_to_do_it(infinitive: str, expected: list[str]) -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 besloot|besluiten|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
        f"mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 iets|iets|PRON|obj|8 te|te|ADP|mark|8 {infinitive}|{infinitive}|VERB|xcomp|1"
    )
    assert words(notation) == expected


@pytest.mark.parametrize(
    ("case", "noun", "opened"), [("na", "overleg", True), ("voor", "overleg", False), ("na", "aanwerving", False)]
)
def test_what_came_before_is_told_wherever_it_hangs(case: str, noun: str, opened: bool) -> None:
    notation = (
        "steun|steun|NOUN|ROOT|0 door|door|ADP|case|2 ministers|minister|NOUN|nmod|0|Number=Plur "
        f"{case}|{case}|ADP|case|4 {noun}|{noun}|NOUN|nmod|2|Number=Sing"
    )
    assert bool(words(notation)) is opened


@pytest.mark.parametrize(
    ("part", "verb", "factuality"),
    [
        ("answer", "vergaderde|vergaderen|VERB|ROOT|1|Tense=Past,VerbForm=Fin", "attested"),
        ("answer", "vergadert|vergaderen|VERB|ROOT|1|VerbForm=Fin", "planned"),
        ("context", "vergaderde|vergaderen|VERB|ROOT|1|Tense=Past,VerbForm=Fin", "planned"),
    ],
)
def test_an_answer_tells_in_the_past_what_came_after_its_question(part: PartKind, verb: str, factuality: str) -> None:
    notation = f"Malta|Malta|PROPN|nsubj|1 {verb} op|op|ADP|case|3 3|3|NUM|obl|1 mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3"
    (found,) = events(document((part, notation), submitted=date(2021, 4, 1)), ACTORS)
    assert found.factuality == factuality


@pytest.mark.parametrize(("verb", "opened"), [("beslist|beslissen", False), ("besloten|besluiten", True)])
def test_a_form_that_may_be_a_present_needs_its_auxiliary(verb: str, opened: bool) -> None:
    notation = f"wat|wat|PRON|ROOT|0 Malta|Malta|PROPN|nsubj|2 {verb}|VERB|acl|0|VerbForm=Part"
    assert bool(words(notation)) is opened
