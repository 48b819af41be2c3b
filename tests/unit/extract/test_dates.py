"""Dates: what the words say as EDTF, how they bound, and what only looks like a date."""

from __future__ import annotations

from datetime import date

import pytest
from event_examples import document
from plain_examples import analysis

from relaas.extract.dates import find_dates, reference_date
from relaas.extract.edtf import date_range, limits, third

NOW = date(2023, 11, 15)  # a Wednesday


def edtf(text: str, *, now: date | None = NOW) -> list[str | None]:
    return [d.when.edtf if d.when else None for d in find_dates(analysis(text, submitted=now))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Op 3 mei 2021 viel het besluit.", "2021-05-03"),
        ("Op maandag 3 mei 2021 viel het besluit.", "2021-05-03"),
        ("Op 3 en 4 mei 2021 was er overleg.", "2021-05-03/2021-05-04"),
        ("Op 3, 4 en 6 mei 2021 was er overleg.", "2021-05-03/2021-05-06"),
        ("Op 3, 4 en 5 mei 2021 was er overleg.", "2021-05-03/2021-05-05"),
        ("Sinds 3, 4 en 6 mei 2021 is er overleg.", "2021-05-03/2021-05-06"),
        ("Op 3, 5 tot 9 mei 2021 was er overleg.", "2021-05-03/2021-05-09"),
        ("Op 3 & 4 mei 2021 was er overleg.", "2021-05-03/2021-05-04"),
        ("In de nacht van 3 op 4 mei 2021 brandde het.", "2021-05-03/2021-05-04"),
        ("Van 3 tot 5 mei 2021 was er overleg.", "2021-05-03/2021-05-05"),
        ("Van 28 april tot en met 3 mei 2021 was er overleg.", "2021-04-28/2021-05-03"),
        ("Van 28 december 2020 tot 3 januari 2021 was er overleg.", "2020-12-28/2021-01-03"),
        ("Sedert 12 okt. 2019 geldt dat.", "2019-10-12/.."),
        ("In juni 2019 begon het.", "2019-06"),
        ("In juni en juli 2019 was het droog.", "2019-06/2019-07"),
        ("Tussen 2011 en 2014 daalde het.", "2011/2014"),
        ("Het plan van 2011-2014 liep af.", "2011/2014"),
        ("Het plan van 2011-14 liep af.", "2011/2014"),
        ("In de zomer van 2019 was het droog.", "2019-22"),
        ("In het derde kwartaal van 2019 kromp het.", "2019-35"),
        ("In de eerste helft van 2019 kromp het.", "2019-40"),
        ("Toekenning op 7.4.2019.", "2019-04-07"),
        ("Toekenning op 07/04/2019.", "2019-04-07"),
        ("Toekenning op 2019-04-07.", "2019-04-07"),
        ("Ultimo 2018 was het op.", "2018-12-31"),
        ("Sinds 2018 is dat zo.", "2018/.."),
        ("Vóór 1 januari 2025 moet het klaar zijn.", "../2025-01-01"),
        ("Uiterlijk maart 2025 komt het.", "../2025-03"),
        ("Tegen eind 2025 komt het.", "../2025"),
        ("Dat duurt tot 1 mei 2025.", "../2025-05-01"),
        ("Vanaf 1 mei 2020 geldt dat.", "2020-05-01"),
        ("In 1998 werd het gesloten.", "1998"),
        ("op4 november 2022 kwam een brief", "2022-11-04"),
    ],
)
def test_dates_that_say_all(words: str, expected: str) -> None:
    assert edtf(words, now=None) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Op 6 november jl. was er overleg.", "2023-11-06"),
        ("Op 20 november jl. was er overleg.", "2022-11-20"),
        ("Op 20 oktober ll. was er overleg.", "2023-10-20"),
        ("Twee jaar geleden was er overleg.", "2021"),
        ("Drie maanden geleden was er overleg.", "2023-08"),
        ("Vijf dagen geleden was er overleg.", "2023-11-10"),
        ("Op 20 november a.s. is er overleg.", "2023-11-20"),
        ("Op 20 december kwam het.", "2023-12-20"),
        ("Op 2 februari kwam het.", "2024-02-02"),
        ("In maart vorig jaar kwam het.", "2022-03"),
        ("Afgelopen mei kwam het.", "2023-05"),
        ("Vorig jaar kwam het.", "2022"),
        ("Dit jaar kwam het.", "2023"),
        ("Volgend jaar komt het.", "2024"),
        ("Vorige maand kwam het.", "2023-10"),
        ("Vorige week kwam het.", "2023-11-06/2023-11-12"),
        ("Deze week kwam het.", "2023-11-13/2023-11-19"),
        ("Volgende week komt het.", "2023-11-20/2023-11-26"),
        ("Afgelopen weekend kwam het.", "2023-11-11/2023-11-12"),
        ("Afgelopen vrijdag kwam het.", "2023-11-10"),
        ("Komende woensdag komt het.", "2023-11-22"),
        ("Gisteren kwam het.", "2023-11-14"),
        ("Dit najaar komt het.", "2023-23"),
        ("Afgelopen zomer kwam het.", "2023-22"),
        ("Komende zomer komt het.", "2024-22"),
    ],
)
def test_dates_that_count_from_the_date_of_the_words(words: str, expected: str) -> None:
    assert edtf(words) == [expected]
    assert edtf(words, now=None) == [None]


def test_a_day_without_year_takes_the_year_of_the_same_day_nearby() -> None:
    found = find_dates(analysis("Op 8 en 9 juni 2020 brandde het.", "De brand van 8 en 9 juni is geblust.", submitted=NOW))
    assert [d.when.edtf for d in found if d.when] == ["2020-06-08/2020-06-09"] * 2


def test_a_day_without_year_takes_the_year_of_its_sentence() -> None:
    assert edtf("Op 3 maart en op 5 mei 2020 was er overleg.") == ["2020-03-03", "2020-05-05"]


@pytest.mark.parametrize(
    "words",
    [
        "De Huisvestingswet 2014 geldt.",
        "Er staan 2000 woningen leeg.",
        "Kamerstukken II 2020-2021 gaat daarover.",
        "Het afgelopen jaar was droog.",
        "De maart is een rivier.",
        "Artikel 5 geldt.",
        "Meer dan twee jaar geleden was er overleg.",
        "Drie weken geleden was er overleg.",
        "De bouw van 3 op 4 verdiepingen begon.",
    ],
)
def test_what_is_no_date(words: str) -> None:
    pos = {"woningen": "NOUN", "Huisvestingswet": "NOUN", "Kamerstukken": "NOUN", "II": "PROPN"}
    assert find_dates(analysis(words, submitted=NOW, pos=pos)) == ()


def test_a_day_that_no_calendar_has_has_no_range() -> None:
    assert edtf("Op 31 februari 2021 gebeurde het.") == [None]


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("In de brief van 3 mei 2021 staat het.", "document"),
        ("In het Haarlems Dagblad van 3 mei 2021 staat het.", "document"),
        ("Na 3 mei 2021 werd het stil.", "after"),
        ("Sinds 3 mei 2021 is het stil.", "since"),
        ("Uiterlijk op 3 mei 2021 is het stil.", "by"),
        ("Tot en met 3 mei 2021 was het stil.", "until"),
        ("Het debat van 3 mei 2021 was fel.", "at"),
    ],
)
def test_how_a_date_bounds(words: str, relation: str) -> None:
    (found,) = find_dates(analysis(words))
    assert found.relation == relation


def test_the_tokens_and_the_span_of_a_date() -> None:
    example = analysis("Er was", "Begin mei 2021 viel het besluit.")
    (found,) = find_dates(example)
    assert (found.sentence, found.first, found.last) == (1, 0, 2)
    assert found.when is not None
    assert found.when.span is not None
    assert example.document.source.quote(found.when.span) == "Begin mei 2021"
    assert (found.when.earliest_start, found.when.latest_end) == (date(2021, 5, 1), date(2021, 5, 10))


def test_answers_count_from_the_answer_and_questions_from_the_question() -> None:
    answer = analysis("Gisteren.", kind="answer", submitted=date(2020, 1, 5), answered=date(2020, 2, 5))
    question = analysis("Gisteren.", kind="question", submitted=date(2020, 1, 5), answered=date(2020, 2, 5))
    late = analysis("Gisteren.", kind="answer", submitted=date(2020, 1, 5))
    assert [reference_date(a.document, "p") for a in (answer, question, late)] == [
        date(2020, 2, 5),
        date(2020, 1, 5),
        date(2020, 1, 5),
    ]


@pytest.mark.parametrize(
    ("expression", "low", "high"),
    [
        ("2024-24", date(2024, 12, 1), date(2025, 2, 28)),
        ("2024-33", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-41", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_limits(expression: str, low: date, high: date) -> None:
    assert limits(expression) == (low, high)


@pytest.mark.parametrize("expression", ["2021-13-01", "later", "2021-06-05/2021-06-01", "2021/nooit"])
def test_an_expression_that_is_no_date_has_no_range(expression: str) -> None:
    assert date_range(expression) is None


def test_an_open_interval_has_one_end() -> None:
    since, until = date_range("2020/.."), date_range("../2020")
    assert since is not None
    assert until is not None
    assert (since.earliest_start, since.latest_end) == (date(2020, 1, 1), None)
    assert (until.earliest_start, until.latest_end) == (None, date(2020, 12, 31))


def test_a_third_of_a_week_is_the_week() -> None:
    week = date_range("2023-11-06/2023-11-12")
    assert week is not None
    assert third(week, 2) == week


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("In de week van 12 mei 2021 was er overleg.", "2021-05-10/2021-05-16"),
        ("In 2019, 2020 en 2021 was er overleg.", "2019/2021"),
        ("Van eind mei tot begin juli 2021 was er overleg.", "2021-05/2021-07"),
        ("In de nacht van vrijdag 2 op zaterdag 3 april 2021 brandde het.", "2021-04-02/2021-04-03"),
        ("Voor eind 2025 komt het.", "../2025"),
        ("Vorige week dinsdag viel het besluit.", "2023-11-07"),
        ("Dinsdag vorige week viel het besluit.", "2023-11-07"),
        ("Dinsdag volgende week valt het besluit.", "2023-11-21"),
    ],
)
def test_weeks_lists_and_parts(words: str, expected: str) -> None:
    assert edtf(words)[0] == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("3 sloot|sluiten|VERB|ROOT|3|VerbForm=Fin,Tense=Past", "2023-22"),
        ("4 zal|zullen|AUX|aux|4 sluiten|sluiten|VERB|ROOT|4", "2024-22"),
        ("3 sluit|sluiten|VERB|ROOT|3|VerbForm=Fin,Tense=Pres", None),
    ],
)
def test_a_season_is_that_of_the_side_its_verb_tells(verb: str, expected: str | None) -> None:
    notation = "in|in|ADP|case|2 de|de|DET|det|2 zomer|zomer|NOUN|obl|" + verb
    (found,) = find_dates(document(("question", notation), submitted=NOW))
    assert (found.when.edtf if found.when else None) == expected


@pytest.mark.parametrize(
    ("words", "relations"),
    [
        ("De wet op de post van 3 mei 2020 geldt.", ["document"]),
        ("De programmawet (I) van 3 mei 2020 geldt.", ["document"]),
        ("Het koninklijk besluit nr. 12 van 3 mei 2020 geldt.", ["document"]),
        ("Het koninklijk besluit tot wijziging van het besluit van 3 mei 2020 geldt.", ["document"]),
        ("De wet over de aanslag van 3 mei 2020 geldt.", ["at"]),
        ("Het besluit van 3 mei 2020 viel.", ["at"]),
        ("Het uitstel van mei 2020 naar mei 2022 volgde.", ["term", "until"]),
    ],
)
def test_the_date_of_a_law_and_that_of_a_shift_date_nothing(words: str, relations: list[str]) -> None:
    assert [d.relation for d in find_dates(analysis(words))] == relations
