"""Events stand two parses of one sentence: what hangs elsewhere, or bears another label, says the same."""

from __future__ import annotations

import pytest
from event_examples import document, events

from relaas.extract.carrying import is_one_of
from relaas.extract.clauses import own_words, subjects
from relaas.extract.factuality import is_condition
from relaas.extract.verbforms import weak_forms

NAMES = {
    "Malta": "actor/malta",
    "Oman": "actor/oman",
    "Cyprus": "actor/cyprus",
    "bedrijf": "actor/firm",
    "Zonna": "actor/zonna",
    "vissers": "actor/fishers",
}
PLACES = {"Rome": "place/rome", "landen": "place/lands"}


def found(notation: str, kind: str = "answer") -> list[tuple[str, str | None, tuple[str, ...], list[str]]]:
    """Type, date, places and participants of every event."""
    got = events(document((kind, notation)), NAMES, PLACES)  # type: ignore[arg-type]
    return [(e.event_type, e.when.edtf if e.when else None, e.places, sorted(p.actor_id for p in e.participants)) for e in got]


@pytest.mark.parametrize(("head", "who"), [(2, ["actor/malta", "actor/oman"]), (10, ["actor/malta", "actor/oman"])])
def test_what_stands_before_om_belongs_to_the_clause_above(head: int, who: list[str]) -> None:
    notation = (
        "Onlangs|onlangs|ADV|advmod|2 was|zijn|AUX|cop|2|Tense=Past,VerbForm=Fin overleg|overleg|NOUN|ROOT|2|Number=Sing "
        f"tussen|tussen|ADP|case|4 Malta|Malta|PROPN|obl|{head} en|en|CCONJ|cc|6 Oman|Oman|PROPN|conj|4 "
        "om|om|ADP|mark|10 dat|dat|PRON|obj|10 te|te|ADP|mark|10 regelen|regelen|VERB|advcl|2 .|.|PUNCT|punct|2"
    )
    assert [row[3] for row in found(notation)] == [who]


def test_what_stands_before_a_conjunction_is_no_subject_of_its_clause() -> None:
    notation = (
        "Ik|ik|PRON|nsubj|5 zwijg|zwijgen|VERB|parataxis|5 {}|{}|SCONJ|mark|5 de|de|DET|det|4 "
        "vissers|visser|NOUN|nsubj|5|Number=Plur "
        "staken|staken|VERB|ROOT|5 .|.|PUNCT|punct|5"
    )
    (closed,) = document(("answer", notation.format("wanneer", "wanneer"))).sentences
    (opened,) = document(("answer", notation.format("als", "als"))).sentences
    assert [t.text for t in subjects(closed, 5)] == ["vissers"]
    assert [t.text for t in subjects(opened, 5)] == ["Ik", "vissers"]
    assert 0 not in own_words(closed, 5)
    assert 0 in own_words(opened, 5)


@pytest.mark.parametrize(("mark", "who"), [("dat", []), ("te", ["Malta"])])
def test_a_clause_with_a_conjunction_has_no_subject_of_the_clause_above(mark: str, who: list[str]) -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 zegt|zeggen|VERB|ROOT|1|VerbForm=Fin "
        f"{mark}|{mark}|SCONJ|mark|3 gestraft|straffen|VERB|ccomp|1|VerbForm=Part worden|worden|AUX|aux:pass|3"
    )
    (sentence,) = document(("answer", notation)).sentences
    assert [t.text for t in subjects(sentence, 3)] == who


@pytest.mark.parametrize(("number", "who"), [("Sing", ["Malta"]), ("Plur", ["vissers"])])
def test_of_two_subjects_the_one_counts_that_agrees(number: str, who: list[str]) -> None:
    notation = (
        f"vissers|visser|NOUN|nsubj|3|Number=Plur heeft|hebben|AUX|aux|3|VerbForm=Fin,Number={number} "
        "Malta|Malta|PROPN|nsubj|3|Number=Sing gestraft|straffen|VERB|ROOT|3|VerbForm=Part"
    )
    (sentence,) = document(("answer", notation)).sentences
    assert [t.text for t in subjects(sentence, 3)] == who


@pytest.mark.parametrize(("dep", "count"), [("obj", 1), ("compound:prt", 1), ("advmod", 0)])
def test_a_bare_noun_read_as_a_part_of_its_verb_is_its_object(dep: str, count: int) -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 verleende|verlenen|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
        f"mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 medewerking|medewerking|NOUN|{dep}|1|Number=Sing .|.|PUNCT|punct|1"
    )
    assert len(found(notation)) == count


@pytest.mark.parametrize("attribute", ["amod", "advcl"])
def test_a_doer_before_a_participle_does_what_that_says(attribute: str) -> None:
    notation = (
        "De|de|DET|det|1 gevechten|gevecht|NOUN|nsubj|10|Number=Plur op|op|ADP|case|3 Cyprus|Cyprus|PROPN|nmod|1 "
        "kort|kort|ADJ|advmod|10 "
        f"na|na|ADP|case|9 door|door|ADP|case|7 Malta|Malta|PROPN|obl|10 geleide|leiden|VERB|{attribute}|9 top|top|NOUN|obl|10 "
        "begonnen|beginnen|VERB|ROOT|10|Tense=Past,VerbForm=Fin"
    )
    people = next(row[3] for row in found(notation) if row[0] == "hostilities")
    assert ("actor/malta" in people) == (attribute == "advcl")
    plain = notation.replace("geleide|leiden|VERB", "lange|lang|ADJ")  # *door Malta lange gevechten begonnen*
    assert "actor/malta" in next(row[3] for row in found(plain) if row[0] == "hostilities")


@pytest.mark.parametrize(("label", "happened"), [("advcl", True), ("xcomp", True), ("acl", False)])
def test_what_somebody_decides_to_do_is_no_purpose(label: str, happened: bool) -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 besloot|besluiten|VERB|ROOT|1|Tense=Past,VerbForm=Fin in|in|ADP|case|3 "
        "mei|mei|PROPN|obl|1 2021|2021|NUM|flat|3 "
        f"om|om|ADP|mark|9 de|de|DET|det|7 bond|bond|NOUN|obj|9 te|te|ADP|mark|9 subsidiëren|subsidiëren|VERB|{label}|1"
    )
    assert [row[0] for row in found(notation)] == (["funding"] if happened else ["decision"])


def test_beside_an_object_om_gives_a_purpose() -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 besliste|beslissen|VERB|ROOT|1|Tense=Past,VerbForm=Fin in|in|ADP|case|3 "
        "mei|mei|PROPN|obl|1 2021|2021|NUM|flat|3 "
        "dat|dat|PRON|obj|1 om|om|ADP|mark|9 Oman|Oman|PROPN|obj|9 te|te|ADP|mark|9 subsidiëren|subsidiëren|VERB|advcl|1"
    )
    assert [row[0] for row in found(notation)] == ["decision"]


@pytest.mark.parametrize(("dep", "head"), [("nmod", 9), ("advcl", 1), ("obl", 1)])
def test_those_named_as_some_of_a_group_may_hang_beside_it(dep: str, head: int) -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 sprak|spreken|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
        "mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 ,|,|PUNCT|punct|1 met|met|ADP|case|9 de|de|DET|det|9 "
        "vissers|visser|NOUN|obl|1 "
        "{}|{}|SCONJ|mark|11 " + f"Oman|Oman|PROPN|{dep}|{head}"
    )
    assert [row[3] for row in found(notation.format("evenals", "evenals"))] == [["actor/fishers", "actor/malta", "actor/oman"]]
    assert [row[3] for row in found(notation.format("hoewel", "hoewel"))] == [["actor/fishers", "actor/malta"]]


@pytest.mark.parametrize(("cancelled", "types"), [("niet", ["cancellation"]), ("gewoon", ["other"])])
def test_what_does_not_take_place_is_no_second_event(cancelled: str, types: list[str]) -> None:
    notation = (
        "De|de|DET|det|1 intocht|intocht|NOUN|nsubj|4|Number=Sing in|in|ADP|case|3 Rome|Rome|PROPN|nmod|1 "
        "ging|gaan|VERB|ROOT|4|Tense=Past,VerbForm=Fin "
        f"in|in|ADP|case|6 mei|mei|PROPN|obl|4 2021|2021|NUM|flat|6 {cancelled}|{cancelled}|ADV|advmod|4 "
        f"door|door|ADP|compound:prt|4"
    )
    assert [row[0] for row in found(notation)] == types


def test_what_somebody_is_asked_to_do_has_not_happened() -> None:
    notation = (
        "Cyprus|Cyprus|PROPN|nsubj|1 {}|{}|VERB|ROOT|1|Tense=Past,VerbForm=Fin Malta|Malta|PROPN|obj|1 in|in|ADP|case|4 "
        "gesprek|gesprek|NOUN|xcomp|6|Number=Sing te|te|ADP|mark|6 gaan|gaan|VERB|xcomp|1 met|met|ADP|case|8 "
        "Oman|Oman|PROPN|obl|6"
    )
    assert found(notation.format("verzocht", "verzoeken")) == []
    assert [row[0] for row in found(notation.format("zag", "zien"))] == ["meeting"]


def test_who_points_at_words_of_a_gathering_takes_no_part_and_who_speaks_there_does() -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 verwees|{}|VERB|ROOT|1|Tense=Past,VerbForm=Fin naar|naar|ADP|case|3 woorden|woord|NOUN|obl|1 "
        "op|op|ADP|case|6 de|de|DET|det|6 top|top|NOUN|obl|1|Number=Sing van|van|ADP|case|8 3|3|NUM|nmod|6 "
        "mei|mei|PROPN|flat|8 2021|2021|NUM|flat|8"
    )
    assert [row[3] for row in found(notation.format("verwijzen"))] == [[]]
    assert [row[3] for row in found(notation.format("luisteren"))] == [["actor/malta"]]


@pytest.mark.parametrize(("verb", "who"), [("zijn", ["actor/malta", "actor/oman"]), ("pleiten", [])])
def test_who_is_somewhere_for_a_gathering_takes_part(verb: str, who: list[str]) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 was|{verb}|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
        "mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 voor|voor|ADP|case|8 een|een|DET|det|8 top|top|NOUN|obl|1|Number=Sing "
        "in|in|ADP|case|10 Rome|Rome|PROPN|obl|1 met|met|ADP|case|12 Oman|Oman|PROPN|nmod|8"
    )
    assert [row[3] for row in found(notation)] == ([who] if who else [])
    elsewhere = notation.replace("Rome|Rome|PROPN|obl|1", "Rome|Rome|PROPN|nmod|8")  # *kom voor het debat met een antwoord*
    assert found(elsewhere) == []


def test_nothing_took_place_where_something_holds() -> None:
    notation = (
        "Sinds|sinds|ADP|case|1 2011|2011|NUM|obl|2 {}|{}|VERB|ROOT|2 dat|dat|PRON|nsubj|2 bij|bij|ADP|case|6 een|een|DET|det|6 "
        "rechtszaak|rechtszaak|NOUN|obl|2|Number=Sing tegen|tegen|ADP|case|8 Malta|Malta|PROPN|nmod|6"
    )
    assert [row[1] for row in found(notation.format("geldt", "gelden"))] == [None]
    assert [row[1] for row in found(notation.format("bleek", "blijken"))] == ["2011"]


@pytest.mark.parametrize(("head", "dep"), [(7, "nmod"), (1, "obl")])
def test_the_place_behind_what_a_paper_is_about_is_not_where_it_came_out(head: int, dep: str) -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 publiceerde|publiceren|VERB|ROOT|1|Tense=Past,VerbForm=Fin een|een|DET|det|3 "
        "studie|studie|NOUN|obj|1|Number=Sing "
        "{0}|{0}|ADP|case|7 de|de|DET|det|7 vele|veel|ADJ|amod|7 aanslagen|aanslag|NOUN|obl|1|Number=Plur in|in|ADP|case|9 "
        f"landen|land|NOUN|{dep}|{head} tussen|tussen|ADP|case|11 2013|2013|NUM|nmod|9 en|en|CCONJ|cc|13 2016|2016|NUM|conj|11"
    )
    rows = {row[0]: row[1:3] for row in found(notation.format("over"))}
    assert rows["attack"] == ("2013/2016", ("place/lands",))
    assert rows.get("publication", (None, ())) == (None, ())
    near = {row[0]: row[1:3] for row in found(notation.format("na"))}
    assert ("publication" not in near or near["publication"][1] == ()) == (head == 7)


@pytest.mark.parametrize(("mark", "who"), [(",", ["actor/zonna"]), ("ook", ["actor/firm", "actor/zonna"])])
def test_a_name_between_commas_says_who_a_noun_is(mark: str, who: list[str]) -> None:
    notation = (
        "Een|een|DET|det|1 bedrijf|bedrijf|NOUN|nsubj|5 ,|,|PUNCT|punct|3 Zonna|Zonna|PROPN|conj|1 "
        f"{mark}|{mark}|PUNCT|punct|3 begon|beginnen|VERB|ROOT|5|Tense=Past,VerbForm=Fin in|in|ADP|case|7 2021|2021|NUM|obl|5 "
        "met|met|ADP|case|10 een|een|DET|det|10 proefproject|proefproject|NOUN|obl|5|Number=Sing"
    )
    assert [row[3] for row in found(notation)] == [who]


@pytest.mark.parametrize(("verb", "who"), [("hebben", ["actor/malta"]), ("zoeken", [])])
def test_a_participle_at_the_object_of_hebben_is_a_perfect(verb: str, who: list[str]) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 heeft|{verb}|AUX|ROOT|1|VerbForm=Fin,Number=Sing in|in|ADP|case|3 "
        f"2021|2021|NUM|obl|6 een|een|DET|det|5 "
        "school|school|NOUN|obj|1 gesubsidieerd|subsidiëren|VERB|acl|5|VerbForm=Part"
    )
    assert [row[3] for row in found(notation)] == [who]
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 heeft|{verb}|AUX|ROOT|1|VerbForm=Fin,Number=Sing een|een|DET|det|6 in|in|ADP|case|4 "
        "2021|2021|NUM|obl|5 gesubsidieerde|subsidiëren|VERB|acl|6|VerbForm=Part school|school|NOUN|obj|1"
    )
    assert [row[3] for row in found(notation)] in ([], [[]])


@pytest.mark.parametrize(("article", "count"), [("de", 0), ("trouwe", 1)])
def test_a_condition_may_hang_on_the_subject_behind_it(article: str, count: int) -> None:
    pos, dep = ("DET", "det") if article == "de" else ("ADJ", "amod")
    notation = (
        f"als|als|SCONJ|mark|2 {article}|{article}|{pos}|{dep}|2 vissers|visser|NOUN|advcl|4 Rome|Rome|PROPN|nsubj|4 "
        "bestormden|bestormen|VERB|ROOT|4|Tense=Past,VerbForm=Fin"
    )
    (sentence,) = document(("answer", notation)).sentences
    assert is_condition(sentence, 4) == (count == 0)
    (alone,) = document(("answer", notation.replace("PROPN|nsubj", "PROPN|obj"))).sentences
    assert is_condition(alone, 4)


def test_verbs_are_known_by_their_forms_where_the_lemma_is_wrong() -> None:
    (sentence,) = document(
        ("answer", "ingestemd|ingestemen|VERB|ROOT|0 ontboden|ontboden|VERB|conj|0 bestemd|bestemmen|VERB|conj|0")
    ).sentences
    agreed, summoned, meant = sentence.tokens
    assert is_one_of(sentence, agreed, ["in+stemmen"])
    assert is_one_of(sentence, summoned, ["ontbieden|ontboden"])
    assert not is_one_of(sentence, meant, ["in+stemmen", "ontbieden|ontboden"])
    assert weak_forms("ondertekenen")[1] == "ondertekende"
    assert weak_forms("verlenen")[1] == "verleende"
    assert weak_forms("oefenen")[1] == "oefende"
