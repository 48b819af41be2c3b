"""Generality: what is said of a rule, a number, a kind or a topic is no happening; each with a near miss that is one."""

from __future__ import annotations

import pytest
from event_examples import document, events

ACTORS = {"Malta": "actor/malta"}
TOWNS = {"Rabat": "place/rabat"}
PRESENT, PAST, PART = "Tense=Pres,VerbForm=Fin", "Tense=Past,VerbForm=Fin", "VerbForm=Part"


def found(notation: str) -> list[tuple[str, str | None]]:
    there = events(document(("answer", notation)), ACTORS, TOWNS)
    return [(e.mentions[0].text, e.when.edtf if e.when else None) for e in there]


@pytest.mark.parametrize(
    ("day", "opened"), [("", False), ("op|op|ADP|case|8 3|3|NUM|obl|6 mei|mei|PROPN|flat|8 2019|2019|NUM|flat|8", True)]
)
def test_what_has_to_be_done_by_rule_has_not_happened(day: str, opened: bool) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 dienen|dienen|VERB|ROOT|1|{PRESENT} de|de|DET|det|3 aangifte|aangifte|NOUN|obj|6|Number=Sing "
        f"bij|bij|ADP|case|5 Rabat|Rabat|PROPN|obl|6 doen|doen|VERB|xcomp|1|VerbForm=Inf {day} te|te|ADP|mark|6"
    )
    assert bool(found(notation)) is opened


@pytest.mark.parametrize(("article", "opened"), [("het", False), ("een", True)])
def test_how_many_did_something_is_a_number(article: str, opened: bool) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 kent|kennen|VERB|ROOT|1|{PRESENT} {article}|{article}|DET|det|3 aantal|aantal|NOUN|obj|1 "
        "bewoners|bewoner|NOUN|nmod|3|Number=Plur dat|dat|PRON|nsubj|8 naar|naar|ADP|case|7 Rabat|Rabat|PROPN|obl|8 "
        f"vluchtte|vluchten|VERB|acl:relcl|4|{PAST}"
    )
    assert bool(found(notation)) is opened


@pytest.mark.parametrize(("main", "opened"), [(PRESENT, False), (PAST, True)])
def test_what_comes_before_a_practice_is_a_practice(main: str, opened: bool) -> None:
    notation = (
        f"De|de|DET|det|1 raad|raad|NOUN|nsubj|2 kiest|kiezen|VERB|ROOT|2|{main} nadat|nadat|SCONJ|mark|6 "
        f"Malta|Malta|PROPN|nsubj:pass|6 werd|worden|AUX|aux:pass|6|{PAST} gehoord|horen|VERB|advcl|2|{PART}"
    )
    assert bool(found(notation)) is opened


@pytest.mark.parametrize("adjective", ["", "nieuw|nieuw|ADJ|amod|8 "])
def test_a_participle_in_front_of_its_noun_says_which_it_is(adjective: str) -> None:
    at = 8 if adjective else 7
    notation = (
        f"Hij|hij|PRON|nsubj|1 rust|rusten|VERB|ROOT|1|{PRESENT} op|op|ADP|case|{at} een|een|DET|det|{at - 2} {adjective}"
        f"door|door|ADP|case|{at - 2} Malta|Malta|PROPN|obl|{at - 1} opgericht|oprichten|VERB|acl|{at}|{PART} "
        f"fonds|fonds|NOUN|obl|1|Number=Sing"
    )
    assert found(notation) == []


def test_a_participle_behind_its_noun_tells_what_happened() -> None:
    notation = (
        "Dit|dit|PRON|nsubj|3 is|zijn|AUX|cop|3 een|een|DET|det|3 fonds|fonds|NOUN|ROOT|3|Number=Sing "
        f"opgericht|oprichten|VERB|acl|3|{PART} door|door|ADP|case|6 Malta|Malta|PROPN|obl|4"
    )
    assert [word for word, _ in found(notation)] == ["opgericht"]


@pytest.mark.parametrize(("thing", "opened"), [("slib|slib|NOUN", False), ("Malta|Malta|PROPN", True)])
def test_only_somebody_is_deposed(thing: str, opened: bool) -> None:
    notation = (
        f"De|de|DET|det|1 afzetting|afzetting|NOUN|nsubj|6|Number=Sing van|van|ADP|case|3 {thing}|nmod|1 "
        f"in|in|ADP|case|5 Rabat|Rabat|PROPN|nmod|1 volgde|volgen|VERB|ROOT|6|{PAST}"
    )
    assert bool(found(notation)) is opened


@pytest.mark.parametrize(("opener", "opened"), [("Is|zijn|AUX|ROOT|0", False), ("Dus|zijn|AUX|ROOT|0", True)])
def test_what_is_asked_after_may_not_be(opener: str, opened: bool) -> None:
    notation = (
        f"{opener} er|er|ADV|advmod|0 een|een|DET|det|3 ontmoeting|ontmoeting|NOUN|nsubj|0|Number=Sing "
        "met|met|ADP|case|5 Malta|Malta|PROPN|nmod|3"
    )
    assert bool(found(notation)) is opened


@pytest.mark.parametrize(("subject", "happenings"), [("raadpleging", []), ("fabriek", ["sluiting"])])
def test_the_closing_of_a_consultation_is_no_closure(subject: str, happenings: list[str]) -> None:
    notation = (
        f"Na|na|ADP|case|2 de|de|DET|det|2 sluiting|sluiting|NOUN|obl|6|Number=Sing van|van|ADP|case|5 de|de|DET|det|5 "
        f"{subject}|{subject}|NOUN|nmod|2|Number=Sing volgde|volgen|VERB|ROOT|6|{PAST} in|in|ADP|case|8 Rabat|Rabat|PROPN|obl|6"
    )
    assert [word for word, _ in found(notation)] == happenings


@pytest.mark.parametrize(("until", "when"), [("tot", "../2025-05-03"), ("na", None)])
def test_what_runs_until_a_day_is_dated_by_it(until: str, when: str | None) -> None:
    notation = (
        f"De|de|DET|det|1 raadpleging|raadpleging|NOUN|nsubj|4|Number=Sing van|van|ADP|case|3 Malta|Malta|PROPN|nmod|1 "
        f"loopt|lopen|VERB|ROOT|4|{PRESENT} {until}|{until}|ADP|case|6 3|3|NUM|obl|4 mei|mei|PROPN|flat|6 2025|2025|NUM|flat|6"
    )
    assert [day for _, day in found(notation)] == [when]


@pytest.mark.parametrize(("case", "when"), [("bij", "2020-05-03"), ("volgens", None)])
def test_what_a_law_sets_up_has_its_date(case: str, when: str | None) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|2 heeft|hebben|AUX|aux|2 opgericht|oprichten|VERB|ROOT|2|{PART} {case}|{case}|ADP|case|4 "
        "decreet|decreet|NOUN|obl|2 van|van|ADP|case|6 3|3|NUM|nmod|4 mei|mei|PROPN|flat|6 2020|2020|NUM|flat|6"
    )
    assert [day for _, day in found(notation)] == [when]


@pytest.mark.parametrize(("dep", "when"), [("cop", "2025-05-03"), ("dep", None)])
def test_a_passive_read_as_a_predicate_keeps_the_day_that_opens_it(dep: str, when: str | None) -> None:
    notation = (
        f"Op|op|ADP|case|1 3|3|NUM|obl|6 mei|mei|PROPN|flat|1 2025|2025|NUM|flat|1 is|zijn|AUX|{dep}|6 het|het|DET|det|6 "
        f"plan|plan|NOUN|ROOT|6 eerst|eerst|ADV|advmod|8 goedgekeurd|goedkeuren|VERB|acl|6|{PART} "
        "door|door|ADP|case|10 Malta|Malta|PROPN|obl|8"
    )
    assert found(notation) == [("goedgekeurd", when)]


@pytest.mark.parametrize(("fixed", "opened"), [("fixed", False), ("dep", True)])
def test_what_something_is_done_in_the_frame_of_has_a_day_of_its_own(fixed: str, opened: bool) -> None:
    notation = (
        f"In|in|ADP|case|3 kader|kader|NOUN|{fixed}|0 het|het|DET|det|3 debat|debat|NOUN|obl|4|Number=Sing "
        f"zong|zingen|VERB|ROOT|4|{PAST} Malta|Malta|PROPN|nsubj|4 op|op|ADP|case|7 3|3|NUM|obl|4 mei|mei|PROPN|flat|7 "
        "2025|2025|NUM|flat|7"
    )
    assert bool(found(notation)) is opened


@pytest.mark.parametrize(("phrase", "opened"), [("ter|te|ADP", False), ("zo|zo|ADV", True)])
def test_what_is_brought_up_is_only_spoken_of(phrase: str, opened: bool) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 bracht|brengen|VERB|ROOT|1|{PAST} de|de|DET|det|3 crisis|crisis|NOUN|obj|1|Number=Sing "
        f"op|op|ADP|case|5 3|3|NUM|obl|1 mei|mei|PROPN|flat|5 2025|2025|NUM|flat|5 {phrase}|compound:prt|1"
    )
    assert bool(found(notation)) is opened


@pytest.mark.parametrize(("number", "opened"), [("Sing", True), ("Plur", False)])
def test_a_participle_of_its_own_dates_what_is_asked_about(number: str, opened: bool) -> None:
    notation = (
        f"Kunt|kunnen|AUX|aux|6 u|u|PRON|nsubj|6 het|het|DET|det|3 onderzoek|onderzoek|NOUN|obj|6|Number={number} "
        f"in|in|ADP|case|5 2022|2022|NUM|obl|7 sturen|sturen|VERB|ROOT|6|VerbForm=Inf verricht|verrichten|VERB|acl|3|{PART} "
        "?|?|PUNCT|punct|6"
    )
    assert bool(found(notation)) is opened


@pytest.mark.parametrize(("day", "kind"), [("", "negotiation"), ("3|3|NUM|obl|4 ", "meeting")])
def test_talks_of_no_one_day_are_a_series(day: str, kind: str) -> None:
    month = "mei|mei|PROPN|flat|6 2025|2025|NUM|flat|6" if day else "mei|mei|PROPN|obl|4 2025|2025|NUM|flat|6"
    notation = (
        "De|de|DET|det|1 besprekingen|bespreking|NOUN|nsubj|4|Number=Plur met|met|ADP|case|3 Malta|Malta|PROPN|nmod|1 "
        f"begonnen|beginnen|VERB|ROOT|4|{PAST} in|in|ADP|case|6 {day}{month}"
    )
    assert [str(e.event_type) for e in events(document(("answer", notation)), ACTORS)] == [kind]


@pytest.mark.parametrize(("noun", "count"), [("inwerkingtreding", 1), ("wetswijziging", 2)])
def test_what_happens_once_is_not_told_as_new(noun: str, count: int) -> None:
    first = (
        f"De|de|DET|det|1 {noun}|{noun}|NOUN|nsubj|4|Number=Sing in|in|ADP|case|3 Malta|Malta|PROPN|nmod|1 "
        f"volgde|volgen|VERB|ROOT|4|{PAST}"
    )
    second = (
        f"Wij|wij|PRON|nsubj|1 noemden|noemen|VERB|ROOT|1|{PAST} een|een|DET|det|3 {noun}|{noun}|NOUN|obj|1|Number=Sing "
        "per|per|ADP|case|5 3|3|NUM|nmod|3 mei|mei|PROPN|flat|5 2025|2025|NUM|flat|5"
    )
    assert len(events(document(("answer", first), ("answer", second)), ACTORS)) == count


@pytest.mark.parametrize(("law", "opened"), [("wet|wet", False), ("brief|brief", True)])
def test_what_the_name_of_a_law_names_is_cited(law: str, opened: bool) -> None:
    notation = (
        f"De|de|DET|det|1 {law}|NOUN|nsubj|10 van|van|ADP|case|3 3|3|NUM|nmod|1 mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 "
        "tot|tot|ADP|case|7 afschaffing|afschaffing|NOUN|obl|10|Number=Sing door|door|ADP|case|9 Malta|Malta|PROPN|nmod|7 "
        f"rust|rusten|VERB|ROOT|10|{PAST} op|op|ADP|case|12 6|6|NUM|nmod|7 mei|mei|PROPN|flat|12 2022|2022|NUM|flat|12"
    )
    assert ("afschaffing" in [word for word, _ in found(notation)]) is opened


@pytest.mark.parametrize(("verb", "opened"), [("zal|zullen|AUX|aux|4", False), ("toen|toen|ADV|advmod|4", True)])
def test_what_will_come_after_something_waits_for_it(verb: str, opened: bool) -> None:
    notation = (
        f"Er|er|ADV|advmod|4 {verb} na|na|ADP|case|3 sluiting|sluiting|NOUN|obl|4|Number=Sing volgen|volgen|VERB|ROOT|4 "
        "iets|iets|PRON|nsubj|4"
    )
    assert bool(found(notation)) is opened


@pytest.mark.parametrize(("told", "places"), [("Rabat", ["place/rabat"]), ("hier", ["place/oman"])])
def test_a_title_places_only_what_the_text_does_not(told: str, places: list[str]) -> None:
    title = "Oorlog|oorlog|NOUN|ROOT|0|Number=Sing in|in|ADP|case|2 Oman|Oman|PROPN|nmod|0"
    answer = (
        "De|de|DET|det|1 oorlog|oorlog|NOUN|nsubj|4|Number=Sing in|in|ADP|case|3 "
        f"{told}|{told}|PROPN|nmod|1 begon|beginnen|VERB|ROOT|4|{PAST} in|in|ADP|case|6 mei|mei|PROPN|obl|4 2021|2021|NUM|flat|6"
    )
    there = events(document(("title", title), ("answer", answer)), ACTORS, {**TOWNS, "Oman": "place/oman"})
    assert [list(e.places) for e in there] == [places]


@pytest.mark.parametrize(("word", "opened"), [("elke", False), ("de", True)])
def test_every_one_of_a_kind_is_no_happening(word: str, opened: bool) -> None:
    notation = (
        f"Op|op|ADP|case|2 {word}|{word}|DET|det|2 ontmoeting|ontmoeting|NOUN|obl|5|Number=Sing "
        f"met|met|ADP|case|4 Malta|Malta|PROPN|nmod|2 zong|zingen|VERB|ROOT|5|{PAST} iemand|iemand|PRON|nsubj|5"
    )
    assert bool(found(notation)) is opened


@pytest.mark.parametrize(
    ("verb", "opened"), [("voeren|voeren|VERB|ROOT|4|VerbForm=Inf", False), (f"volgde|volgen|VERB|ROOT|4|{PAST}", True)]
)
def test_what_is_on_a_list_of_what_to_do_is_not_done(verb: str, opened: bool) -> None:
    notation = f"Een|een|DET|det|1 gesprek|gesprek|NOUN|obj|4|Number=Sing met|met|ADP|case|3 Malta|Malta|PROPN|nmod|1 {verb}"
    assert bool(found(notation)) is opened


@pytest.mark.parametrize(("verb", "opened"), [("blijf", False), ("ging", True)])
def test_who_stays_in_talks_goes_on(verb: str, opened: bool) -> None:
    notation = (
        f"Ik|ik|PRON|nsubj|1 {verb}|{'gaan' if opened else 'blijven'}|VERB|ROOT|1|{PAST} met|met|ADP|case|3 "
        "Malta|Malta|PROPN|obl|1 in|in|ADP|case|5 gesprek|gesprek|NOUN|obl|1|Number=Sing"
    )
    assert bool(found(notation)) is opened
