"""When a happening was: two days, a date that a clause says more of, the date of the gathering where it was done."""

from __future__ import annotations

from datetime import date

import pytest
from event_examples import document, events

STATES = {"Malta": "actor/malta", "Oman": "actor/oman"}


def dates(notation: str) -> dict[str, str | None]:
    found = events(document(("context", notation), submitted=date(2021, 6, 1)), STATES)
    return {str(e.event_type): e.when.edtf if e.when else None for e in found}


@pytest.mark.parametrize(
    ("joined", "expected"),
    [("en|en|CCONJ|cc|8 op|op|ADP|case|8", "2021-05-03/2021-05-09"), ("met|met|ADP|case|7 Oman|Oman|PROPN|obl|1", "2021-05-03")],
)
def test_two_days_of_one_happening_are_an_interval(joined: str, expected: str) -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 betoogde|betogen|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
        f"mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 {joined} 9|9|NUM|conj|3 mei|mei|PROPN|flat|8 2021|2021|NUM|flat|8"
    )
    assert dates(notation) == {"protest": expected}


def test_the_later_of_two_days_has_the_earlier_too() -> None:
    notation = (
        "Op|op|ADP|case|1 3|3|NUM|obl|8 mei|mei|PROPN|flat|1 2021|2021|NUM|flat|1 en|en|CCONJ|cc|5 9|9|NUM|conj|1 "
        "mei|mei|PROPN|flat|5 2021|2021|NUM|flat|5 betoogde|betogen|VERB|ROOT|8|Tense=Past,VerbForm=Fin Malta|Malta|PROPN|nsubj|8"
    )
    assert dates(notation) == {"protest": "2021-05-03/2021-05-09"}


@pytest.mark.parametrize(("now", "expected"), [(date(2021, 6, 1), "2021"), (None, None)])
def test_no_other_date_takes_the_place_of_one_that_cannot_be_told(now: date | None, expected: str | None) -> None:
    notation = (
        "In|in|ADP|case|1 2016|2016|NUM|obl|6 en|en|CCONJ|cc|4 begin|begin|NOUN|obl|6 dit|dit|DET|det|5 jaar|jaar|NOUN|obl|6 "
        "betoogde|betogen|VERB|ROOT|6|Tense=Past,VerbForm=Fin Malta|Malta|PROPN|nsubj|6"
    )
    (found,) = events(document(("context", notation), submitted=now), STATES)
    assert (found.when.edtf if found.when else None) == expected


def test_what_is_done_during_a_visit_dates_it_though_the_parser_hung_the_visit_on_a_helping_verb() -> None:
    notation = (
        "Tijdens|tijdens|ADP|case|2 het|het|DET|det|2 bezoek|bezoek|NOUN|obl|{0} aan|aan|ADP|case|4 Oman|Oman|PROPN|nmod|2 "
        "heeft|hebben|VERB|aux|10|Tense=Pres,VerbForm=Fin Malta|Malta|PROPN|nsubj|10 op|op|ADP|case|8 3|3|NUM|obl|10 "
        "mei|mei|PROPN|flat|8 gezwegen|zwijgen|VERB|ROOT|10|VerbForm=Part"
    )
    assert dates(notation.format(5)) == dates(notation.format(10)) == {"visit": "2021-05-03"}


@pytest.mark.parametrize(("opener", "expected"), [("wanneer", "2021-05-03"), ("terwijl", None)])
def test_a_clause_that_says_more_of_a_date_has_it(opener: str, expected: str | None) -> None:
    notation = (
        "Antwoord|antwoorden|VERB|ROOT|0 vóór|vóór|ADP|case|2 3|3|NUM|obl|0 mei|mei|PROPN|flat|2 2021|2021|NUM|flat|2 "
        f",|,|PUNCT|punct|8 {opener}|{opener}|SCONJ|mark|8 Malta|Malta|PROPN|nsubj|8 "
        "betoogde|betogen|VERB|advcl|0|Tense=Past,VerbForm=Fin"
    )
    assert dates(notation).get("protest") == expected


@pytest.mark.parametrize(("case", "expected"), [("op", "2021-05-03"), ("over", None)])
def test_what_is_done_at_a_gathering_has_its_date_and_what_is_done_about_it_has_not(case: str, expected: str | None) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 betoogde|betogen|VERB|ROOT|1|Tense=Past,VerbForm=Fin {case}|{case}|ADP|case|4 "
        "de|de|DET|det|4 top|top|NOUN|obl|1 van|van|ADP|case|6 3|3|NUM|nmod|4 mei|mei|PROPN|flat|6 2021|2021|NUM|flat|6"
    )
    assert dates(notation).get("protest") == expected


@pytest.mark.parametrize(("verb", "expected"), [("besloot|besluiten", "2021-05-03"), ("beloofde|beloven", None)])
def test_what_somebody_decides_to_do_has_the_date_of_the_decision(verb: str, expected: str | None) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 {verb}|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
        "mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 sancties|sanctie|NOUN|obj|9 tegen|tegen|ADP|case|8 Oman|Oman|PROPN|nmod|6 "
        "op+te+leggen|opleggen|VERB|xcomp|1|VerbForm=Inf te|te|ADP|mark|9"
    )
    assert dates(notation).get("sanction") == expected


@pytest.mark.parametrize(
    ("verb", "lemma", "expected"), [("plaatsvond", "plaatsvinden", "2021-05-03"), ("opviel", "opvallen", None)]
)
def test_no_name_takes_place(verb: str, lemma: str, expected: str | None) -> None:
    notation = (
        "Men|men|PRON|nsubj|1 roemt|roemen|VERB|ROOT|1|Tense=Pres,VerbForm=Fin de|de|DET|det|3 expeditie|expeditie|NOUN|obj|1 "
        "naar|naar|ADP|case|5 Malta|Malta|PROPN|nmod|3 die|die|PRON|nsubj|7 "
        f"{verb}|{lemma}|VERB|acl:relcl|5|Tense=Past,VerbForm=Fin op|op|ADP|case|9 "
        "3|3|NUM|obl|7 mei|mei|PROPN|flat|9 "
        "2021|2021|NUM|flat|9"
    )
    found = events(document(("answer", notation)), {"Malta": "actor/malta"}, {"Malta": "actor/malta"})
    assert [e.when.edtf if e.when else None for e in found] == [expected]


@pytest.mark.parametrize(("joint", "expected"), [("en|en|CCONJ|cc", "2021-05"), ("al|al|ADV|advmod", "2021-06-03")])
def test_a_date_behind_a_joint_belongs_to_the_next_verb(joint: str, expected: str) -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|6 heeft|hebben|AUX|aux|6 in|in|ADP|case|3 mei|mei|PROPN|obl|6 2021|2021|NUM|flat|3 "
        f"iets|iets|PRON|obj|6 geratificeerd|ratificeren|VERB|ROOT|6|VerbForm=Part {joint}|6 op|op|ADP|case|9 3|3|NUM|obl|12 "
        "juni|juni|PROPN|flat|9 2021|2021|NUM|flat|9 verlengd|verlengen|VERB|conj|6|VerbForm=Part"
    )
    assert dates(notation)["legislation"] == expected


@pytest.mark.parametrize(("joint", "expected"), [("en", "2021-05-03/2021-06-20"), ("of", "2021-05-03/2021-05-09")])
def test_three_days_of_one_happening_last_from_the_first_to_the_last(joint: str, expected: str) -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 betoogde|betogen|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
        "mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 ,|,|PUNCT|punct|7 9|9|NUM|conj|3 mei|mei|PROPN|flat|7 2021|2021|NUM|flat|7 "
        f"{joint}|{joint}|CCONJ|cc|11 20|20|NUM|conj|3 juni|juni|PROPN|flat|11 2021|2021|NUM|flat|11"
    )
    assert dates(notation) == {"protest": expected}


@pytest.mark.parametrize(("rest", "expected"), [("40|40|NUM|orphan|8", "2019"), ("vooral|vooral|ADV|advmod|8", "2020")])
def test_a_clause_that_leaves_its_verb_out_does_not_date_the_one_before(rest: str, expected: str) -> None:
    notation = (
        "In|in|ADP|case|1 2019|2019|NUM|obl|5 heeft|hebben|AUX|aux|5 Malta|Malta|PROPN|nsubj|5 vaak|vaak|ADV|advmod|5 "
        "betoogd|betogen|VERB|ROOT|5|VerbForm=Part ,|,|PUNCT|punct|8 in|in|ADP|case|8 2020|2020|NUM|obl|5 " + rest
    )
    assert dates(notation) == {"protest": expected}


@pytest.mark.parametrize(("before", "expected"), [("tegenover", "2019"), ("vooral", "2020")])
def test_what_a_number_is_compared_with_dates_nothing(before: str, expected: str) -> None:
    notation = (
        "In|in|ADP|case|1 2019|2019|NUM|obl|5 heeft|hebben|AUX|aux|5 Malta|Malta|PROPN|nsubj|5 vaak|vaak|ADV|advmod|5 "
        f"betoogd|betogen|VERB|ROOT|5|VerbForm=Part {before}|{before}|ADV|advmod|5 in|in|ADP|case|8 2020|2020|NUM|obl|5"
    )
    assert dates(notation) == {"protest": expected}


def test_a_clause_without_a_verb_that_says_more_of_the_day_dates_it() -> None:
    notation = (
        "In|in|ADP|case|1 2020|2020|NUM|obl|5 heeft|hebben|AUX|aux|5 Malta|Malta|PROPN|nsubj|5 vaak|vaak|ADV|advmod|5 "
        "betoogd|betogen|VERB|ROOT|5|VerbForm=Part ,|,|PUNCT|punct|8 op|op|ADP|case|8 3|3|NUM|obl|5 mei|mei|PROPN|flat|8 "
        "2020|2020|NUM|flat|8 {}"
    )
    assert dates(notation.format("een|een|DET|det|12 dag|dag|NOUN|nmod|8")) == {"protest": "2020-05-03"}
    earlier = notation.replace("2020|2020|NUM|obl", "2019|2019|NUM|obl")
    assert dates(earlier.format("een|een|DET|det|12 keer|keer|NOUN|nmod|8")) == {"protest": "2019"}
