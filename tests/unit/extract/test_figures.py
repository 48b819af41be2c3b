"""Figures: value, unit, what is counted, outcome, approximation, and digits that count nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from claim_examples import analysis_of
from plain_examples import analysis

from relaas.extract.dates import find_dates
from relaas.extract.figures import find_figures
from relaas.extract.numerals import cardinal, digits
from relaas.extract.unitwords import units
from relaas.extract.verbforms import weak_forms
from relaas.ids import Namer
from relaas.model import SCHEMES, Figure

POS = {
    "kwamen": "VERB",
    "raakten": "VERB",
    "gewond": "ADJ",
    "leven": "NOUN",
    "er": "ADV",
    "Er": "ADV",
    "acht": "NUM",
    "bedroeg": "VERB",
}


def figures(text: str, pos: dict[str, str] | None = None) -> tuple[Figure, ...]:
    example = analysis(text, pos=POS | (pos or {}))
    return find_figures(example, find_dates(example), Namer())


def only(text: str, pos: dict[str, str] | None = None) -> Figure:
    (found,) = figures(text, pos)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Er waren 4.500 betogers.", "4500", "people"),
        ("Het kostte 13,4 miljard euro.", "13400000000", "eur"),
        ("Het kostte € 158.345,56 in totaal.", "158345.56", "eur"),
        ("Het kostte EUR 35,3 miljoen in totaal.", "35300000", "eur"),
        ("Het kostte USD 1.1 miljard in totaal.", "1100000000", "usd"),
        ("Het daalde met 9,7 % in totaal.", "9.7", "percent"),
        ("Het daalde met 40% in totaal.", "40", "percent"),
        ("Het duurde anderhalf jaar.", "1.5", "years"),
        ("Het duurde drieëntwintig dagen.", "23", "days"),
        ("Wij zagen tweehonderd soldaten.", "200", "soldiers"),
        ("Wij zagen tien burgers.", "10", "civilians"),
        ("Er staan 2000 woningen leeg.", "2000", "other"),
        ("Een tienjarig verdrag werd gesloten.", "10", "years"),
        ("Een 14-jarige jongen werd verhoord.", "14", "years"),
        ("Het daalde met -60% in totaal.", "-60", "percent"),
        ("Het werd driemaal gevraagd.", "3", "times"),
        ("Een vijftal landen deed mee.", "5", "countries"),
        ("Het kostte een miljard euro.", "1000000000", "eur"),
        ("Zij zagen er van247.000 woningen niets.", "247000", "other"),
        ("Het daalde bij alle gemalen30% in totaal.", "30", "percent"),
        ("Dat geldt voor de sluizen.42% van de kades.", "42", "percent"),
        ("De maatregel 3.000 volgde.", "3000", "other"),
    ],
)
def test_value_and_unit(text: str, value: str, unit: str) -> None:
    found = only(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Het daalde 2,5 à 3 procent in totaal.", "2.5", "3"),
        ("Er zijn 3.000 tot 4.000 plaatsen.", "3000", "4000"),
        ("Het ligt tussen 20% en 35% in totaal.", "20", "35"),
        ("Het ligt tussen de 0,2 en 0,5 procent in totaal.", "0.2", "0.5"),
        ("Het kost 2 tot 3 miljoen euro.", "2000000", "3000000"),
        ("Het trof de groep van 6-11 jaar.", "6", "11"),
        ("Er zijn kamers van twee tot acht personen.", "2", "8"),
    ],
)
def test_a_range_has_two_ends_and_no_value(text: str, low: str, high: str) -> None:
    found = only(text)
    assert (found.value, found.minimum, found.maximum) == (None, Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 5 en lid 2 gelden.",
        "Zie vraag 3 en 4.",
        "Dat geldt in de periode 2011-2014.",
        "Kamerstuk 36 410, nr. 93 gaat daarover.",
        "Richtlijn 2003/87/EG geldt.",
        "Een F-16 en een G20 kosten geld.",
        "Fase 2 begint.",
        "Op 3 mei 2021 viel het.",
        "Sinds 2018 is dat zo.",
        "Er kwamen tientallen klachten.",
        "Een bedrijf sloot.",
        "De derde keer lukte het.",
        "Zie https://voorbeeld.nl/pagina-12 voor meer.",
        "Om 14.30 uur viel het stil.",
        "In de jaren negentig was dat zo.",
        "Het 10e pakket werd verworpen.",
        "Dat staat in het rapport [12] van de raad.",
        "Rutte 3 viel.",
        'Zie "artikel 21 van de wet" daarover.',
        "Het boek DIJK 2 ligt klaar.",
        "Dat staat in artikel 2.116 van de wet.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(text, {"Fase": "NOUN", "Rutte": "PROPN", "derde": "ADJ", "keer": "NOUN", "DIJK": "ADJ", "ligt": "VERB"}) == ()


def test_from_one_value_to_another_is_no_range() -> None:
    assert [f.value for f in figures("Het daalde van 8 tot 3 procent.")] == [8, 3]
    assert [f.value for f in figures("Het steeg van 3 tot 8 procent.", {"steeg": "VERB"})] == [3, 8]


def test_a_number_right_after_a_date_counts_what_follows() -> None:
    found = figures("Wij zagen in 2013 250 boten en in 2014 232.")
    assert [f.value for f in found] == [250, 232]
    assert figures("In een arrest van 26 december 1876 staat dat.") == ()


def test_a_number_at_the_start_counts_a_common_noun_or_some_of_a_number() -> None:
    assert only("9 Belgische boten zonken.", {"Belgische": "ADJ"}).value == 9
    assert [f.value for f in figures("45 van deze 80 boten zonken.")] == [45, 80]
    assert figures("9 Telegraaf zonk.", {"Telegraaf": "PROPN"}) == ()
    assert figures("9 van de wet geldt.") == ()


def test_what_a_rate_is_counted_by_is_no_figure() -> None:
    assert only("Er waren 28 ongevallen per 1.000 inwoners.").value == 28
    assert [f.value for f in figures("Er komen 28 schepen per 30 dagen.")] == [28, 30]


def test_what_a_rate_is_counted_by_is_a_figure_where_it_is_the_only_number() -> None:
    assert only("De lijst geeft het aantal branden per 1.000 woningen.").value == 1000
    assert figures("De lijst geeft branden/1.000 woningen.") == ()
    assert figures("De lijst geeft branden, uitgedrukt per 1.000 woningen.") == ()


def test_tussen_reaches_over_what_is_measured() -> None:
    found = only("Zij hebben tussen een lengte van 20 en 26 meter.", {"lengte": "NOUN"})
    assert str(found.minimum) == "20"
    assert str(found.maximum) == "26"
    assert found.unit == "m"
    assert len(figures("Zij hebben een lengte van 20 en 26 meter.", {"lengte": "NOUN"})) == 2


def test_acht_counts_only_where_it_is_a_number() -> None:
    assert [f.value for f in figures("Wij zagen acht boten.")] == [Decimal(8)]
    assert figures("Dat acht ik juist.", {"acht": "VERB", "ik": "PRON", "juist": "ADJ"}) == ()


@pytest.mark.parametrize(
    ("text", "approximation"),
    [
        ("Er zijn ongeveer 40 boten.", "about"),
        ("Er zijn zo'n 40 boten.", "about"),
        ("Er zijn ruim 40 boten.", "at-least"),
        ("Er zijn minstens 40 boten.", "at-least"),
        ("Er zijn maximaal 40 boten.", "at-most"),
        ("Er zijn minder dan 40 boten.", "at-most"),
        ("Er zijn maar liefst 40 boten.", "exact"),
        ("Er zijn 40 boten.", "exact"),
        ("Het daalde tot 40 euro.", "exact"),
        ("Er is plaats voor 40 boten of meer.", "at-least"),
        ("Een veertigtal boten zonk.", "about"),
    ],
)
def test_how_sure_a_figure_is(text: str, approximation: str) -> None:
    assert only(text, {"zijn": "VERB", "daalde": "VERB"}).approximation == approximation


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Er vielen 12 doden en 30 gewonden.", ["killed", "injured"]),
        ("Daarbij kwamen 12 soldaten om het leven.", ["killed"]),
        ("Er zijn 12 soldaten en 5 burgers gesneuveld of vermist.", ["killed-or-missing", "killed-or-missing"]),
        ("Er raakten 12 burgers gewond.", ["injured"]),
        ("De politie hield 12 personen aan, zij werden opgepakt.", ["detained"]),
        ("Er zijn 12 soldaten in Mali.", [None]),
        ("Na de brand stierven mensen, het herstel kost 12 miljoen euro.", [None]),
    ],
)
def test_outcomes_are_of_casualties_only(text: str, outcomes: list[str | None]) -> None:
    assert [f.outcome for f in figures(text, {"zijn": "VERB", "doden": "NOUN"})] == outcomes


def test_what_is_counted() -> None:
    assert only("Wij bouwen 17 grote huizen.", {"grote": "ADJ"}).counted == "grote huizen"
    assert only("Het is 4% van het verbruik.", {"is": "VERB"}).counted == "het verbruik"
    assert only("Wij bouwen 17 grote huizen.", {"grote": "ADJ"}).unit_text == "huizen"
    assert only("Gevechten duurden 17 weken.", {"duurden": "VERB"}).counted is None


@pytest.mark.parametrize(
    ("tree", "counted"),
    [
        ("schuld/NOUN/nsubj/1 bedraagt~bedragen/VERB/ROOT/1/Fin 300/NUM/nummod/3 euro/NOUN/obj/1", "schuld"),
        (
            "schuld/NOUN/nsubj/1 loopt~lopen/VERB/ROOT/1/Fin op/ADP/compound:prt/1 300/NUM/nummod/4 euro/NOUN/obl/1",
            "schuld",
        ),
        (
            "boete/NOUN/nsubj:pass/2 werd/AUX/aux:pass/2/Fin verhoogd~verhogen/VERB/ROOT/2/Part 300/NUM/nummod/4 euro/NOUN/obl/2",
            "boete",
        ),
        ("stad/NOUN/nsubj/1 eist~eisen/VERB/ROOT/1/Fin 300/NUM/nummod/3 euro/NOUN/obj/1", None),
        ("Brugge/PROPN/nsubj/1 houdt~houden/VERB/ROOT/1/Fin het/PRON/obj/1 op/ADP/case/5 300/NUM/nummod/5 ton/NOUN/obl/1", None),
    ],
    ids=["bedraagt", "loopt op", "werd verhoogd", "eist", "houdt"],
)
def test_the_subject_is_measured_only_where_it_has_the_size(tree: str, counted: str | None) -> None:
    example = analysis_of(("answer", f"{tree} ./PUNCT/punct/1"))
    (figure,) = find_figures(example, find_dates(example), Namer())
    assert figure.counted == counted


def test_a_share_of_a_group_in_words_counts_nobody() -> None:
    assert figures("Volgens hem lekken een op de acht sluizen en 1 op de 20 molens.") == ()


def test_numbers_in_a_row_share_their_noun() -> None:
    found = figures("Wij zagen 6, 24 en 189 soldaten, waarvan 12 dood.", {"dood": "ADJ", "waarvan": "ADV", "zagen": "VERB"})
    assert [(f.value, f.unit) for f in found] == [(Decimal(n), "soldiers") for n in (6, 24, 189, 12)]
    assert found[3].outcome == "killed"


def test_an_age_shared_by_two() -> None:
    found = figures("Een 13- en een 14-jarige jongen.")
    assert [(f.value, f.unit) for f in found] == [(Decimal(13), "years"), (Decimal(14), "years")]


def test_the_span_is_the_number_with_its_unit_or_noun() -> None:
    example = analysis("Er kwamen 202 militairen en € 50.000 steun.", pos=POS)
    found = find_figures(example, (), Namer())
    assert [example.document.source.quote(f.span) for f in found] == ["202 militairen", "€ 50.000"]
    assert [f.figure_id for f in found] == [f"fig{f.span.start}-{f.span.end}" for f in found]


@pytest.mark.parametrize("word", ["een", "eerste", "honderden", "duizenden", "aantal", "driehoek", ""])
def test_words_that_are_no_cardinals(word: str) -> None:
    assert cardinal(word) is None


@pytest.mark.parametrize(
    ("word", "value"), [("tweeëndertig", 32), ("duizend", 1000), ("negentienhonderd", 1900), ("drieduizendvijfhonderd", 3500)]
)
def test_cardinals(word: str, value: int) -> None:
    assert cardinal(word) == value


def test_a_comma_parts_decimals_and_a_dot_thousands() -> None:
    assert [digits(t) for t in ("1.000", "1,5", "1.5", "12.345.678")] == [
        Decimal(1000),
        Decimal("1.5"),
        Decimal("1.5"),
        Decimal(12345678),
    ]


def test_the_lexicon_names_codes_that_exist() -> None:
    codes = set(SCHEMES["unit"])
    assert set(units()["units"]) <= codes
    assert set(units()["endings"].values()) | set(units()["before"].values()) <= codes
    assert set(units()["outcomes"]["nouns"].values()) | set(units()["outcomes"]["words"]) <= set(SCHEMES["outcome"])


@pytest.mark.parametrize(
    ("verb", "past"), [("evacueren", "evacueerde"), ("gunnen", "gunde"), ("klagen", "klaagde"), ("stellen", "stelde")]
)
def test_weak_forms(verb: str, past: str) -> None:
    assert past in weak_forms(verb)
    assert weak_forms("gaan") == ()


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("De tram haalde 70 km/u in de bocht.", "other", "km/u"),
        ("De tram haalde 70 kilometer per uur in de bocht.", "other", "kilometer per uur"),
        ("De tram reed 70 kilometer per dag.", "km", None),
    ],
)
def test_a_measure_of_one_thing_by_another_is_no_measure_of_the_one(text: str, unit: str, words: str | None) -> None:
    found = only(text)
    assert (found.unit, found.unit_text) == (unit, words)
