"""Sentences: where they end, and where they do not."""

import pytest

from relaas import assets, boundaries
from relaas.structure.lines import Mask
from relaas.structure.passages import Joiner
from relaas.structure.sentences import cut
from relaas.structure.subquestions import asks, find, first_asking


def cut_up(text: str) -> list[str]:
    passage = Joiner(text, Mask(len(text))).passage(0, len(text))
    return [passage.text[s.start : s.end] for s in cut(passage, text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Het regent.", "De straat is nat."],
        ["Regent het?", "Zo ja, waar?"],
        ["Hij zei: “Het regent.”", "Daarna ging hij."],
        ["Het staat in nr. 5 van de lijst."],
        ["Dat zei dhr. Peeters gisteren."],
        ["Dat was op 3 mei jl.", "Daarna kwam niets."],
        ["Dat was op 3 mei jl. 12 keer zo."],
        ["A. de Vries en J.P. Jansen kwamen."],
        ["Er zijn 13. 000 bomen."],
        ["Er waren 5 mln. bomen.", "Nu zijn er 3."],
        ["De heer Peeters c.s. tekende."],
        ["Het bedrag is 3.5 procent."],
        ["Wat?!", "Echt waar."],
    ],
)
def test_end_marks(sentences: list[str]) -> None:
    assert cut_up(" ".join(sentences)) == sentences


def test_a_full_stop_that_lost_its_space() -> None:
    assert cut_up("De bus komt.Daarna de tram, zie www.bus.be en nr.Zes.") == [
        "De bus komt.",
        "Daarna de tram, zie www.bus.be en nr.",
        "Zes.",
    ]


def test_a_mark_of_asking_after_a_number_that_lost_its_space() -> None:
    assert cut_up("Kent u lijn 2?Rijdt die nog?") == ["Kent u lijn 2?", "Rijdt die nog?"]


def test_lines_cut_list_items_and_headings() -> None:
    text = "Er zijn drie delen:\n- een eerste\n- een tweede\na) een derde\nDat is alles.\nKosten\nAlles is betaald."
    assert cut_up(text) == [
        "Er zijn drie delen:",
        "- een eerste",
        "- een tweede",
        "a) een derde Dat is alles.",
        "Kosten",
        "Alles is betaald.",
    ]


def test_an_item_that_lost_its_line_break_is_a_sentence() -> None:
    assert cut_up("Er is overleg:- in Genk loopt een studie;- de halte (lijn 3);- in 2018 kwam er een loket.- Wie betaalt?") == [
        "Er is overleg:",
        "- in Genk loopt een studie;",
        "- de halte (lijn 3);",
        "- in 2018 kwam er een loket.",
        "- Wie betaalt?",
    ]


def test_a_dash_that_belongs_to_a_word_or_a_price_cuts_nothing() -> None:
    assert len(cut_up("Het kost 5,- euro, met zorg- en jeugdhulp :-D en A.-merken.")) == 1


def test_a_bullet_on_a_line_of_its_own_goes_with_its_item() -> None:
    assert cut_up("De lijst:\n-\neerste punt\n\uf0b7\ntweede punt") == ["De lijst:", "- eerste punt", "\uf0b7 tweede punt"]


def test_numbers_of_a_list_go_with_their_items() -> None:
    text = "Er zijn twee raden:\n1.\nDe eerste raad.\nHij is oud.\n2. De tweede raad;\n3. Meer niet."
    assert cut_up(text) == ["Er zijn twee raden:", "1. De eerste raad.", "Hij is oud.", "2. De tweede raad;", "3. Meer niet."]


def test_numbers_of_a_list_inside_a_line() -> None:
    assert cut_up("Er zijn twee raden: 1. De eerste raad; 2. De tweede.") == [
        "Er zijn twee raden:",
        "1. De eerste raad;",
        "2. De tweede.",
    ]


def test_a_number_that_a_line_break_brought_to_its_start_is_no_item() -> None:
    assert cut_up("Zie artikel\n12. Dat zegt genoeg.") == ["Zie artikel 12.", "Dat zegt genoeg."]


def test_a_line_break_in_a_sentence_cuts_nothing() -> None:
    assert cut_up("De minister van\nTreinen komt\n\nmorgen naar Gent.") == ["De minister van Treinen komt morgen naar Gent."]


def test_table_cells_are_sentences() -> None:
    assert cut_up("2020\n70\n10,2%\nDaarna daalde het.")[:2] == ["2020", "70"]


def test_years_in_a_row_are_no_cells() -> None:
    assert cut_up("Hoe was het in\n2024,\n2023\nen\n2022?") == ["Hoe was het in 2024, 2023 en 2022?"]


@pytest.mark.parametrize(
    "row", [r for k in ("never", "maybe") for r in assets.load_yaml("data", "lexicons", "abbreviations.yaml")[k]]
)
def test_every_abbreviation_has_an_example(row: dict[str, str]) -> None:
    assert f"{row['form']}." in row["example"].lower()


@pytest.mark.parametrize("row", assets.load_yaml("data", "lexicons", "abbreviations.yaml")["never"])
def test_no_sentence_ends_at_these(row: dict[str, str]) -> None:
    assert cut_up(row["example"]) == [row["example"]]


@pytest.mark.parametrize("row", assets.load_yaml("data", "lexicons", "abbreviations.yaml")["maybe"])
def test_a_sentence_may_end_at_these(row: dict[str, str]) -> None:
    assert len(cut_up(row["example"])) == 2


@pytest.mark.parametrize("row", assets.load_yaml("data", "lexicons", "hyphenation.yaml")["endings"])
def test_every_ending_has_an_example(row: dict[str, str]) -> None:
    assert f"-{row['form']}" in row["example"]
    assert f"-{row['form']}" not in " ".join(cut_up(row["example"]))


@pytest.mark.parametrize("row", assets.load_yaml("data", "lexicons", "requests.yaml")["requests"])
def test_every_request_has_an_example(row: dict[str, str]) -> None:
    assert asks(row["example"])


def asked(text: str) -> list[str]:
    passage = Joiner(text, Mask(len(text))).passage(0, len(text))
    return [passage.text[s.start : s.end] for s in find(passage, cut(passage, text))]


def test_one_interrogative_is_no_sub_question() -> None:
    assert asked("Het regent. Wat doet u?") == []


def test_statements_between_questions_are_left_out() -> None:
    assert asked("Regent het? Men zegt van niet. Waar?") == ["Regent het?", "Waar?"]


def test_a_question_that_is_a_list_is_one() -> None:
    text = "Komt u? Kunt u zeggen hoeveel er zijn van:\n- de bussen;\n- de trams?"
    assert asked(text) == ["Komt u?", "Kunt u zeggen hoeveel er zijn van: - de bussen; - de trams?"]


def test_a_quotation_of_two_sentences_stays_whole() -> None:
    text = "Wat vindt u van de uitspraak: «De bus is te laat. De tram is dat ook.»? Waarom?"
    assert asked(text) == ["Wat vindt u van de uitspraak: «De bus is te laat. De tram is dat ook.»?", "Waarom?"]


def test_where_a_text_begins_to_ask() -> None:
    text = "Wie weet het? Het regent. Het waait. Het sneeuwt. Dat stoort. Wat nu? Graag uitleg."
    passage = Joiner(text, Mask(len(text))).passage(0, len(text))
    assert first_asking(passage, cut(passage, text)) == 5


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        *(tuple(e.split(", ", 1)) for e in assets.load_yaml("data", "lexicons", "salutations.yaml")["examples"].values()),
        ("Geachte heer Peeters", "de sluis bij Eefde ging dicht."),
        ("Geachte leden van de molencommissie", "de sluis bij Eefde ging dicht."),
        ("Geachte voorzitter, beste collega's", "de sluis bij Eefde ging dicht."),
        ("Dames en heren", "de sluis bij Eefde ging dicht."),
        ("Beste Hanneke", "de sluis bij Eefde ging dicht."),
    ],
)
def test_a_salutation_is_no_part_of_the_sentence_behind_it(opening: str, rest: str) -> None:
    text = f"{opening}, {rest}"
    assert [text[:end] for end in boundaries.ends(text)] == [f"{opening},"]


@pytest.mark.parametrize(
    "text",
    [
        "Beste molens, zoals die bij Kinderdijk, draaien nog.",
        "Waarde en nut, zei de bond, zijn twee dingen.",
        "Beste voorzitter ooit, zo noemde de bond haar.",
        "Het geachte lid, zegt de bond, vergist zich.",
        "Mevrouw de minister, die de sluis opende, zweeg.",
        "Mevrouw Peeters, de voorzitter, zweeg.",
    ],
)
def test_a_sentence_that_only_looks_like_a_salutation_stays_whole(text: str) -> None:
    assert not boundaries.ends(text)


@pytest.mark.parametrize("month", ["jan", "febr", "mrt", "okt"])
def test_a_short_month_before_its_year_ends_no_sentence(month: str) -> None:
    assert not boundaries.ends(f"Op 3 {month}. 2019 ging de sluis dicht.")
    assert len(boundaries.ends(f"De sluis sloot op 3 {month}. In 2019 ging zij open.")) == 1


ASKER = "Vraag van de heer Jan De Smet aan de minister van Bruggen"


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        (ASKER, "De Molenbond eiste een nieuwe sluis, en daarna nog een tweede, aldus de krant."),
        (f"{ASKER} en\nVaarten", "De Molenbond eiste een nieuwe sluis."),
        (f"Er is nieuws.\n{ASKER} over\nde Leie", "Sluis 4 bleef dicht."),
        ("Mondelinge vraag van An Maes aan staatssecretaris Piet Vink", "Gent wacht."),
    ],
)
def test_a_line_that_says_who_asks_whom_is_a_sentence_of_its_own(heading: str, below: str) -> None:
    *_, last, following = cut_up(f"{heading}\n{below}")
    assert last == heading.removeprefix("Er is nieuws.\n").replace("\n", " ")
    assert following == below


@pytest.mark.parametrize(
    "text",
    [
        "Vraag van de dag aan iedereen\nDe bond wacht.",
        "De vraag van de bond aan de minister van\nBruggen kwam laat.",
        f"{ASKER}\nover de Leie.",
    ],
)
def test_a_line_in_running_text_is_no_heading(text: str) -> None:
    assert len(cut_up(text)) == 1


def test_who_asks_whom_has_an_example_and_a_near_miss() -> None:
    row = assets.load_yaml("data", "layouts", "headings", "every.yaml")["who_asks_whom"]
    assert [len(cut_up(f"{row[key]}\nDe sluis bij Gent is sinds gisteren dicht")) for key in ("example", "near_miss")] == [2, 1]
