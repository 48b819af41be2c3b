"""Triggers: a separable verb and its base, a verb and the noun it carries, undoes or is about."""

from __future__ import annotations

import pytest
from event_examples import document, events

from relaas.extract.eventwords import find_triggers

ACTORS = {"Malta": "actor/malta", "Genua": "actor/genoa"}


def types(notation: str) -> list[tuple[str, str]]:
    return [(str(e.event_type), e.mentions[0].text) for e in events(document(("answer", notation)), ACTORS)]


@pytest.mark.parametrize(("particle", "expected"), [("in", ["instorten"]), ("", ["storten"])])
def test_a_verb_that_stands_apart_from_its_particle_is_not_its_base(particle: str, expected: list[str]) -> None:
    notation = "De|de|DET|det|1 brug|brug|NOUN|nsubj|2 stortte|storten|VERB|ROOT|2|Tense=Past,VerbForm=Fin"
    notation += f" {particle}|{particle}|ADP|compound:prt|2" if particle else ""
    (sentence,) = document(("answer", notation)).sentences
    assert [t.noun for t in find_triggers(sentence)] == expected


@pytest.mark.parametrize(
    ("verb", "lemma", "expected"),
    [
        ("sloot", "sluiten", [("agreement", "verdrag")]),
        ("ondertekende", "ondertekenen", [("agreement", "verdrag")]),
        ("vernietigde", "vernietigen", [("ruling", "vernietigde")]),
        ("schorste", "schorsen", [("agreement", "verdrag")]),
    ],
)
def test_a_noun_names_what_its_verb_performs_but_not_what_undoes_it(
    verb: str, lemma: str, expected: list[tuple[str, str]]
) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 {verb}|{lemma}|VERB|ROOT|1|Tense=Past,VerbForm=Fin in|in|ADP|case|3 2021|2021|NUM|obl|1 "
        "het|het|DET|det|5 verdrag|verdrag|NOUN|obj|1 .|.|PUNCT|punct|1"
    )
    assert types(notation) == expected


@pytest.mark.parametrize(
    ("case", "expected"),
    [("aan", [("meeting", "conferentie")]), ("na", [("other", "meegewerkt")])],
)
def test_taking_part_in_a_gathering_is_that_gathering(case: str, expected: list[tuple[str, str]]) -> None:
    verb, lemma = ("deelgenomen", "deelnemen") if case == "aan" else ("meegewerkt", "meewerken")
    notation = (
        "Malta|Malta|PROPN|nsubj|6 heeft|hebben|AUX|aux|6 in|in|ADP|case|3 2021|2021|NUM|obl|6 "
        f"{case}|{case}|ADP|case|5 conferenties|conferentie|NOUN|obl|6|Number=Plur {verb}|{lemma}|VERB|ROOT|6|VerbForm=Part "
        ".|.|PUNCT|punct|6"
    )
    assert [(t, w.removesuffix("s")) for t, w in types(notation)] == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("die|die|PRON|nsubj:pass|5 gesloten|sluiten|VERB|acl:relcl|1|VerbForm=Part", ["afspraak"]),
        ("toen|toen|SCONJ|mark|5 ontsloeg|ontslaan|VERB|advcl|6|Tense=Past,VerbForm=Fin", ["ontsloeg"]),
    ],
)
def test_the_verb_of_a_relative_clause_performs_the_noun_before_it(clause: str, expected: list[str]) -> None:
    notation = (
        "De|de|DET|det|1 afspraak|afspraak|NOUN|nsubj|6|Number=Sing met|met|ADP|case|3 Malta|Malta|PROPN|nmod|1 "
        f"{clause} wankelde|wankelen|VERB|ROOT|6|Tense=Past,VerbForm=Fin in|in|ADP|case|8 mei|mei|PROPN|obl|5 "
        "2021|2021|NUM|flat|8"
    )
    assert sorted(word for _, word in types(notation)) == expected


@pytest.mark.parametrize(("case", "expected"), [("met", ["research"]), ("na", ["other"])])
def test_what_begins_with_a_happening_is_that_happening(case: str, expected: list[str]) -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 startte|starten|VERB|ROOT|1|Tense=Past,VerbForm=Fin in|in|ADP|case|3 mei|mei|PROPN|obl|1 "
        f"2021|2021|NUM|flat|3 {case}|{case}|ADP|case|7 onderzoeken|onderzoek|NOUN|obl|1|Number=Plur"
    )
    found = [t for t, _ in types(notation.replace("case|7", "case|6"))]
    assert found == expected


@pytest.mark.parametrize(("case", "expected"), [("met", ["spreken"]), ("namens", [])])
def test_company_that_the_parser_hung_on_the_subject_is_company(case: str, expected: list[str]) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|4 {case}|{case}|ADP|case|2 Chili|Chili|PROPN|nmod|0 heeft|hebben|AUX|aux|4 "
        "gesproken|spreken|VERB|ROOT|4|VerbForm=Part"
    )
    (sentence,) = document(("answer", notation)).sentences
    assert [t.noun for t in find_triggers(sentence)] == expected


@pytest.mark.parametrize(
    ("thing", "verb", "expected"),
    [
        ("smokkelaar", "aangehouden|aanhouden", ["aanhouden"]),
        ("begrotingsbehandeling", "aangehouden|aanhouden", []),
        ("miljoenen", "besteed|besteden", ["besteden"]),
        ("aandacht", "besteed|besteden", []),
    ],
)
def test_an_object_of_another_sense_makes_the_verb_no_happening(thing: str, verb: str, expected: list[str]) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|5 heeft|hebben|AUX|aux|5 in|in|ADP|case|3 2021|2021|NUM|obl|5 {thing}|{thing}|NOUN|obj|5 "
        f"{verb}|VERB|ROOT|5|VerbForm=Part .|.|PUNCT|punct|5"
    )
    (sentence,) = document(("answer", notation)).sentences
    assert [t.word.forms[1] for t in find_triggers(sentence) if t.word is not None] == expected


@pytest.mark.parametrize(
    ("thing", "expected"),
    [("cassatieberoep", ["complaint", "ruling"]), ("voorstel", ["vote"]), ("pensioenwet", ["vote"])],
)
def test_what_is_rejected_tells_a_ruling_from_a_vote(thing: str, expected: list[str]) -> None:
    notation = f"Malta|Malta|PROPN|nsubj|3 heeft|hebben|AUX|aux|3 {thing}|{thing}|NOUN|obj|3 "
    notation += "verworpen|verwerpen|VERB|ROOT|3|VerbForm=Part"
    (sentence,) = document(("answer", notation)).sentences
    assert [t.word.event_type for t in find_triggers(sentence) if t.word is not None] == expected


@pytest.mark.parametrize(("pronoun", "expected"), [("dat|dat|PRON", "ruling"), ("gisteren|gisteren|ADV", "vote")])
def test_a_relative_pronoun_stands_for_the_noun_before_it(pronoun: str, expected: str) -> None:
    notation = (
        f"het|het|DET|det|1 hoger_beroep|beroep|NOUN|ROOT|1 {pronoun}|obj|4 Malta|Malta|PROPN|nsubj|4 "
        "verwierp|verwerpen|VERB|acl:relcl|1|VerbForm=Fin,Tense=Past"
    )
    (sentence,) = document(("answer", notation)).sentences
    verbs = [t.word.event_type for t in find_triggers(sentence) if t.word is not None and t.word.verbal]
    assert verbs == [expected]


@pytest.mark.parametrize(("written", "known"), [("beeindigd", True), ("geevalueerd", True), ("beneindigd", False)])
def test_a_paper_without_accents_is_read(written: str, known: bool) -> None:
    notation = f"Malta|Malta|PROPN|nsubj|2 heeft|hebben|AUX|aux|2 {written}|{written}|VERB|ROOT|2|VerbForm=Part"
    (sentence,) = document(("answer", notation)).sentences
    assert bool([t for t in find_triggers(sentence) if t.word is not None]) is known


@pytest.mark.parametrize(("form", "expected"), [("aanvullend|aanvullen", []), ("aangevuld|aanvullen", ["aanvullen"])])
def test_a_present_participle_names_no_happening(form: str, expected: list[str]) -> None:
    notation = f"Malta|Malta|PROPN|nsubj|2 kan|kunnen|AUX|aux|2 {form}|VERB|ROOT|2|VerbForm=Part"
    (sentence,) = document(("answer", notation)).sentences
    assert [t.noun for t in find_triggers(sentence)] == expected


@pytest.mark.parametrize(("verb", "expected"), [("vluchtte|vluchten", ["vluchten"]), ("stortte|storten", [])])
def test_a_verb_of_motion_keeps_its_sense_beside_a_direction(verb: str, expected: list[str]) -> None:
    notation = f"Malta|Malta|PROPN|nsubj|1 {verb}|VERB|ROOT|1|Tense=Past,VerbForm=Fin het|het|DET|det|3 land|land|NOUN|obj|1 "
    (sentence,) = document(("answer", notation + "uit|uit|ADP|compound:prt|1")).sentences
    assert [t.noun for t in find_triggers(sentence)] == expected


@pytest.mark.parametrize(("noun", "expected"), [("cao", "agreement"), ("fabriek", "closure")])
def test_of_a_participle_behind_a_noun_it_is_that_noun(noun: str, expected: str) -> None:
    notation = (
        f"de|de|DET|det|1 {noun}|{noun}|NOUN|ROOT|1 gesloten|sluiten|VERB|acl|1|VerbForm=Part op|op|ADP|case|4 3|3|NUM|obl|2 "
        "mei|mei|PROPN|flat|4 2007|2007|NUM|flat|4"
    )
    (sentence,) = document(("answer", notation)).sentences
    assert [t.word.event_type for t in find_triggers(sentence) if t.word is not None and t.word.verbal] == [expected]
