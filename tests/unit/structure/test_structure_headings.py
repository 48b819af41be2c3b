"""Headings that any parliament may write: each opens its unit in every layout, and its near miss opens nothing."""

import pytest

from relaas import assets
from relaas.model import Document, Metadata, Source
from relaas.structure import arrange, headings, layouts, lines

KAMER = (
    "Vragen van het lid De Vink (ABC) aan de Minister van Vogelzaken over zwaluwen (ingezonden 3 maart 2031).\n"
    "Antwoord van Minister Van der Uil (Vogelzaken) (ontvangen 28 maart 2031).\n"
)
BELGISCH = "Schriftelijke vraag en antwoord\nAuteur: An Peeters, ABC\nTitel: Zwaluwen\nDatum indiening: 07/09/2031\n"
VLAAMS = (
    "SCHRIFTELIJKE VRAAG\nnr. 77\nvan LIES PEETERS\ndatum: 4 mei 2031\naan JAN DE UIL\nVLAAMS MINISTER VAN VOGELS\nZwaluwen\n"
)
ASKED = "Vraag 1\nZijn er zwaluwen?\n"


def arranged(text: str) -> Document:
    return arrange(Source("voorbeeld", text, "00"))


def units(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    kinds = ("question", "answer", "context")
    document = arranged(text)
    return [(p.part_id, p.passage.text, p.answers) for p in document.parts if p.kind in kinds and p.passage]


@pytest.mark.parametrize("header", [KAMER, VLAAMS, BELGISCH, ""])
@pytest.mark.parametrize(
    "answer",
    [
        "Antwoord 1: Er zijn er veel.",
        "Antwoord 1 Er zijn er veel.",
        "Antwoord 1. Er zijn er veel.",
        "Antwoord: Er zijn er veel.",
        "Antwoord 1 – Er zijn er veel.",
        "Antwoord (1): Er zijn er veel.",
        "Antwoord nr. 1: Er zijn er veel.",
        "Antw. 1: Er zijn er veel.",
        "antwoord: Er zijn er veel.",
        "*Antwoord 1*\nEr zijn er veel.",
        "> Antwoord 1\n> Er zijn er veel.",
        "Antwoord1\nEr zijn er veel.",
        "- Antwoord 1\nEr zijn er veel.",
        "Reactie\nEr zijn er veel.",
        "Reactie op vraag 1:\nEr zijn er veel.",
        "Beantwoording vraag 1\nEr zijn er veel.",
        "Beantwoording van vraag 1\nEr zijn er veel.",
        "Antwoord van de minister\nEr zijn er veel.",
        "Antwoord van de minister op vraag 1\nEr zijn er veel.",
        "Antwoord van staatssecretaris De Gans: Er zijn er veel.",
        "ANTWOORD van minister De Uil\nEr zijn er veel.",
        "ANTWOORD OP VRAAG 77 VAN 4 MEI\nEr zijn er veel.",
        "Minister Van der Uil antwoordt:\nEr zijn er veel.",
        "De staatssecretaris antwoordt als volgt: Er zijn er veel.",
        "## Antwoord 1\n\nEr zijn er veel.",
        "**Antwoord 1**\nEr zijn er veel.",
        "**Antwoord 1:** Er zijn er **veel**.",
        "__Antwoord 1__: Er zijn er veel.",
    ],
)
def test_a_heading_of_an_answer(header: str, answer: str) -> None:
    assert units(header + ASKED + answer) == [("q1", "Zijn er zwaluwen?", ()), ("a1", "Er zijn er veel.", ("q1",))]


@pytest.mark.parametrize(
    "words",
    [
        "Antwoord 1 van vorig jaar was korter.",
        "In antwoord op vraag 3 staat meer.",
        "Antwoord krijgen wij niet.",
        "Antwoord van de minister kwam er niet.",
        "Reactie bleef uit.",
        "Dit is het\nantwoord: er zijn er veel.",
        "Antwoord 1 - van vorig jaar - was korter.",
        "Het is 3 * 2\nen 2 * 3 > 5.",
        "Minister Van der Uil antwoordt dat er zwaluwen zijn.",
        "Zie ook\nAntwoord 1 Die zwaluwen.",
        "Dat is het\nANTWOORD waarop wij wachten.",
        "Wie zei ANTWOORD of vraag?",
        "A: een zwaluw. B: een gans.",
        "Van de zwaluw is dat bekend.",
        "Dit is **vet.\nEn 2 ** 3 is 8.",
    ],
)
def test_running_text_is_no_heading(words: str) -> None:
    shown = " ".join(words.split())
    assert units(f"{KAMER}{ASKED}{words}\n") == [("q1", f"Zijn er zwaluwen? {shown}", ())]
    assert [u[1] for u in units(f"{KAMER}{ASKED}Antwoord 1\nJa. {words}\n")] == ["Zijn er zwaluwen?", f"Ja. {shown}"]


def test_a_header_over_several_lines_holds_no_heading() -> None:
    header = KAMER.replace("Uil (Vogelzaken)", "Uil\n(Vogelzaken)").replace("zwaluwen (", "«Zijn er zwaluwen?» (")
    document = arranged(header + ASKED + "Antwoord 1\nJa.\n")
    assert [p.name for p in document.header.respondents] == ["Van der Uil"]
    assert [p.part_id for p in document.parts] == ["title", "q1", "a1"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. Zijn er zwaluwen?\nAntwoord: ", "2. Waar?\nAntwoord: "),
        ("V: Zijn er zwaluwen?\nA: ", "V: Waar?\nA: "),
        ("Q: Zijn er zwaluwen?\nA: ", "Q: Waar?\nA: "),
        ("V1: Zijn er zwaluwen?\nA1: ", "V2: Waar?\nA2: "),
        ("Vraag 1: Zijn er zwaluwen?\nAntwoord: ", "Vraag 2: Waar?\nAntwoord: "),
        ("Vraag 1: Zijn er zwaluwen? Antwoord 1: ", "Vraag 2: Waar? Antwoord 2: "),
        ("Vraag 1 Zijn er zwaluwen? Antwoord 1: ", "Vraag 2 Waar? Antwoord 2: "),
        ("Vr. 1: Zijn er zwaluwen?\nAntw. 1: ", "Vr. 2: Waar?\nAntw. 2: "),
        ("*Vraag 1*\nZijn er zwaluwen?\n*Antwoord 1*\n", "*Vraag 2*\nWaar?\n*Antwoord 2*\n"),
        ("## Vraag 1\n\nZijn er zwaluwen?\n\n## Antwoord 1\n\n", "## Vraag 2\n\nWaar?\n\n## Antwoord 2\n\n"),
    ],
)
@pytest.mark.parametrize("header", [KAMER, ""])
def test_questions_and_answers_that_take_turns(header: str, first: str, second: str) -> None:
    assert units(f"{header}{first}Het zijn er veel.\n{second}In Doel.\n") == [
        ("q1", "Zijn er zwaluwen?", ()),
        ("a1", "Het zijn er veel.", ("q1",)),
        ("q2", "Waar?", ()),
        ("a2", "In Doel.", ("q2",)),
    ]


def test_nothing_is_answered_where_nothing_is_asked() -> None:
    assert [u[0] for u in units(f"{KAMER}De brug is oud.\nAntwoord: dat weten wij.\n")] == ["context"]
    assert [u[0] for u in units(f"{KAMER}De brug is oud?\nAntwoord: dat weten wij.\n")] == ["q1", "a1"]


def test_letters_that_do_not_take_turns() -> None:
    assert [u[1] for u in units(f"{KAMER}V: Waar?\nA: In Doel.\nA: En in Lier.\n")] == ["Waar?", "In Doel. A: En in Lier."]


def test_a_request_with_a_number_below_an_answer_is_asked_and_a_statement_is_not() -> None:
    text = f"{KAMER}1. Zijn er zwaluwen?\nAntwoord: Ja.\n2. Graag een overzicht per jaar.\nAntwoord: Dat volgt.\n"
    assert [u[1] for u in units(text)] == ["Zijn er zwaluwen?", "Ja.", "Graag een overzicht per jaar.", "Dat volgt."]
    stated = text.replace("Graag een overzicht", "Er komt een overzicht")
    assert [u[1] for u in units(stated)] == ["Zijn er zwaluwen?", "Ja. 2. Er komt een overzicht per jaar.", "Dat volgt."]


def test_a_list_in_an_answer_asks_nothing() -> None:
    text = "1. Zijn er zwaluwen?\nAntwoord: Ja:\n2. in Doel.\n2. Waar nog?\nAntwoord: Nergens.\n"
    assert [u[1] for u in units(KAMER + text)] == ["Zijn er zwaluwen?", "Ja: 2. in Doel.", "Waar nog?", "Nergens."]


@pytest.mark.parametrize(
    ("header", "heading"),
    [
        (BELGISCH, "Antwoord van de minister\n"),
        (BELGISCH, "ANTWOORD: "),
        (VLAAMS, "ANTWOORD van minister De Uil\n"),
        (VLAAMS, "ANTWOORD OP VRAAG 77 VAN 4 MEI 2031\n"),
        ("", "Reactie van de minister\n"),
    ],
)
def test_numbered_units_below_the_heading(header: str, heading: str) -> None:
    assert units(f"{header}1. Zijn er zwaluwen?\n2. Waar?\n{heading}1. Ja.\n2. In Doel.\n") == [
        ("q1", "Zijn er zwaluwen?", ()), ("q2", "Waar?", ()), ("a1", "Ja.", ("q1",)), ("a2", "In Doel.", ("q2",)),
    ]  # fmt: skip


@pytest.mark.parametrize("header", [VLAAMS, BELGISCH])
@pytest.mark.parametrize("word", ["Vraag", "Antwoord", "Antwoord op vraag"])
def test_an_answer_that_names_the_question_before_each_part(header: str, word: str) -> None:
    answer = f"ANTWOORD\n{word} 1\nJa.\n{word} 2\nIn Doel.\n"
    assert [u[:2] for u in units(f"{header}1. Zijn er zwaluwen?\n2. Waar?\n{answer}")] == [
        ("q1", "Zijn er zwaluwen?"), ("q2", "Waar?"), ("a1", "Ja."), ("a2", "In Doel."),
    ]  # fmt: skip


def test_numbered_answers_to_a_list_of_questions() -> None:
    text = f"{BELGISCH}Vraag\nHet regent.\n1. Hoe lang?\n2. Waar?\n\nAntwoord 1: Lang.\nAntwoord 2: In Doel.\n"
    assert [u[1] for u in units(text)] == ["Het regent.", "Hoe lang?", "Waar?", "Lang.", "In Doel."]
    lone = text.replace("1. Hoe", "Hoe").replace("2. Waar", "Waar")
    assert [u[1] for u in units(lone)] == ["Het regent. Hoe lang? Waar?", "Lang.", "In Doel."]


def test_a_heading_inside_a_line() -> None:
    asked = "1. Zijn er zwaluwen? 2. Waar? "
    assert [u[:2] for u in units(f"{VLAAMS}{asked}ANTWOORD 1. Ja. 2. In Doel.")][2:] == [("a1", "Ja."), ("a2", "In Doel.")]
    assert [u[0] for u in units(f"{VLAAMS}{asked}Het ANTWOORD 1. Ja.")] == ["q1", "q2"]
    twice = units(f"{VLAAMS}Waar?\nANTWOORD\nZie boven. ANTWOORD Doel is het.")
    assert [u[1] for u in twice] == ["Waar?", "Zie boven. ANTWOORD Doel is het."]
    assert [u[1] for u in units(f"{KAMER}Vraag: Waar? Antwoord: In Doel.")] == ["Waar?", "In Doel."]
    assert [u[1] for u in units(f"{KAMER}Vraag: Waar is het. Antwoord: In Doel?")] == ["Waar is het. Antwoord: In Doel?"]


def test_belgian_records_composed_with_a_colon() -> None:
    assert units(f"{BELGISCH}Vraag: Er zijn zwaluwen. Waar?\nAntwoord: In Doel.\n") == [
        ("context", "Er zijn zwaluwen.", ()), ("q1", "Waar?", ()), ("a1", "In Doel.", ("q1",)),
    ]  # fmt: skip


def test_markdown_stands_in_no_part() -> None:
    text = (
        "# " + KAMER.replace("\n", "\n\n") + "## Vraag 1\n\nZijn er **veel** zwaluwen?\n\n### Antwoord 1\n\n**Ja.** Op 2**3 na.\n"
    )
    document = arranged(text)
    assert [p.name for p in document.header.askers + document.header.respondents] == ["De Vink", "Van der Uil"]
    assert [p.passage.text for p in document.parts if p.passage] == ["zwaluwen", "Zijn er veel zwaluwen?", "Ja. Op 2**3 na."]


@pytest.mark.parametrize("row", assets.load_yaml("data", "layouts", "headings", "every.yaml")["headings"])
def test_every_heading_has_an_example_and_a_near_miss(row: dict[str, str]) -> None:
    layout = layouts.load()[-1]
    before = "V: Waar?\n" if row["kind"] == "answer" else "Waar?\nMinister De Vink: Daar.\n" if "speaker" in row else ""
    for words, kinds in ((row["example"], [row["kind"]]), (row["near_miss"], [])):
        found = headings.find(lines.split(before + words), layout)
        assert [h.kind for h in found if h.start >= len(before)] == kinds, words


def told(text: str) -> list[tuple[str, str]]:
    document = arranged(text)
    return [(d.message, document.source.quote(d.span)) for d in document.diagnostics if d.span and d.level == "warning"]


def test_a_line_that_begins_as_a_heading_is_reported() -> None:
    (found,) = told(f"{KAMER}{ASKED}Antwoord krijgen wij niet.\n")
    assert found[1] == "Antwoord krijgen wij niet."
    assert "not read as a heading; the document has questions and no answer" in found[0]
    (found,) = told(f"{KAMER}{ASKED}Antwoord 1\nJa.\nANTWOORDEN kwamen later.\n")
    assert found == ("a line begins with 'ANTWOORDEN' and is not read as a heading", "ANTWOORDEN kwamen later.")


def test_small_letters_are_reported_only_where_nothing_is_answered() -> None:
    assert [t[1] for t in told(f"{KAMER}{ASKED}antwoord (1)\nJa.\n")] == ["antwoord (1)"]
    assert told(f"{KAMER}Vraag 1\nKunt u uw\nantwoord toelichten?\n") == []
    assert told(f"{KAMER}{ASKED}Antwoord 1\nJa.\nantwoord (1) is kort.\n") == []
    assert told(f"{KAMER}{ASKED}Antwoord 1\nAntwoordapparaten staan er niet.\n") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{KAMER}{ASKED}Antwoord 1\nJa.\n", KAMER.replace("De Vink", "Merel") + "Vraag 1\nWaar?\nAntwoord 1\nIn Doel.\n"),
        (f"{VLAAMS}1. Zijn er zwaluwen?\nANTWOORD\n1. Ja.\n", f"{VLAAMS}1. Waar?\nANTWOORD\n1. In Doel.\n"),
        (f"{BELGISCH}Vraag\nZijn er zwaluwen?\nAntwoord\nJa.\n", f"{BELGISCH}Vraag\nWaar?\nAntwoord\nIn Doel.\n"),
        (
            "Vraag nr. 7-12 van An Peeters d.d. 3 mei 2031 (N.) aan de minister van Vogels:\nZijn er zwaluwen?\nAntwoord:\nJa.\n",
            "Vraag nr. 7-13 van Jan Merel d.d. 4 mei 2031 (N.) aan de minister van Vogels:\nWaar?\nAntwoord:\nIn Doel.\n",
        ),
    ],
)
def test_a_second_document_in_one_text_is_left_out_and_reported(first: str, second: str) -> None:
    (found,) = told(first + second)
    assert found[0].startswith("another document begins here")
    assert found[1] == second.strip()
    assert units(first + second) == units(first) == [("q1", "Zijn er zwaluwen?", ()), ("a1", "Ja.", ("q1",))]


def test_other_questions_that_an_answer_names_begin_no_document() -> None:
    words = "Zie ook\nVragen van het lid Merel over ganzen.\nAuteur: De Vink\nSCHRIFTELIJKE VRAAG is een woord.\n"
    for text in (
        f"{KAMER}{ASKED}Antwoord 1\n{words}",
        f"{VLAAMS}Waar?\nANTWOORD\n{words}",
        f"{BELGISCH}Vraag\nWaar?\nAntwoord\n{words}",
    ):
        assert told(text) == []


@pytest.mark.parametrize(
    ("text", "questions", "answers"),
    [
        ("Zijn er zwaluwen? Antwoord Er zijn er 12.", ["Zijn er zwaluwen?"], ["Er zijn er 12."]),
        ("Zijn er zwaluwen? antwoord: Er zijn er 12.", ["Zijn er zwaluwen?"], ["Er zijn er 12."]),
        ("Zijn er zwaluwen? Antwoord van de minister: Er zijn er 12.", ["Zijn er zwaluwen?"], ["Er zijn er 12."]),
        ("Zijn er zwaluwen? ANTWOORD VAN DE MINISTER Er zijn er 12.", ["Zijn er zwaluwen?"], ["Er zijn er 12."]),
        (
            "Vraag 1 Zijn er zwaluwen? Antwoord 1 Er zijn er 12. Vraag 2 Waar? Antwoord 2 Bij de sluis.",
            ["Zijn er zwaluwen?", "Waar?"],
            ["Er zijn er 12.", "Bij de sluis."],
        ),
        (
            "1. Zijn er zwaluwen? 2. Waar? Antwoord 1. Er zijn er 12. 2. Bij de sluis.",
            ["Zijn er zwaluwen?", "Waar?"],
            ["Er zijn er 12.", "Bij de sluis."],
        ),
        (
            "vraag 1\nZijn er zwaluwen?\nantwoord 1\nEr zijn er 12.\nvraag 2 Waar?\nantwoord 2 Bij de sluis.",
            ["Zijn er zwaluwen?", "Waar?"],
            ["Er zijn er 12.", "Bij de sluis."],
        ),
    ],
)
def test_headings_in_texts_that_lost_their_lines_or_capitals(text: str, questions: list[str], answers: list[str]) -> None:
    document = arranged(text)
    assert [p.passage.text for p in document.parts if p.kind == "question" and p.passage] == questions
    assert [p.passage.text for p in document.parts if p.kind == "answer" and p.passage] == answers


def test_who_speaks_opens_a_unit() -> None:
    first = "De heer De Vink (ABC): Zijn er zwaluwen?\nMinister Van der Uil: Er zijn er 12.\n"
    assert units(f"{first}De heer De Vink (ABC): Waar?\nMinister Van der Uil: Bij de sluis.\n")[1:] == [
        ("a1", "Er zijn er 12.", ("q1",)),
        ("q2", "Waar?", ()),
        ("a2", "Bij de sluis.", ("q2",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{ASKED}Minister Van der Uil: Er komen er meer.\nAntwoord 1\nJa.\n",  # the question quotes him: another heading answers
        "Kent u dit bericht van gisteren.\nMinister Van der Uil: Er komen er meer.\nWat vindt u daarvan?\n",
        "Zijn er zwaluwen?\nMinister Van der Uil zegt: Er komen er meer.\n",
    ],
)
def test_who_is_quoted_opens_nothing(text: str) -> None:
    assert not any("komen er meer" in words for part_id, words, _ in units(text) if part_id.startswith("a"))


def test_the_word_inside_a_line_is_reported_where_nothing_answers() -> None:
    (found,) = told("Zijn er zwaluwen? Vast wel. Antwoord krijgen wij niet.")
    assert found[1] == "Antwoord"
    assert "give the text with its line ends" in found[0]
    assert not told("Zijn er zwaluwen? Antwoord Ja. Antwoord krijgen wij niet.")


CAPITALS = "VRAGEN OVER ZWALUWEN\nDE ZWALUWEN ZIJN LAAT.\n1. ZIJN ER ZWALUWEN?\n\nANTWOORD\n\n1. ER ZIJN ER 12.\n"


def test_a_text_in_capitals_has_no_answerer_in_its_lines() -> None:
    document = arranged(CAPITALS)
    assert document.header.respondents == ()
    assert [p.passage.text for p in document.parts if p.kind == "answer" and p.passage] == ["ER ZIJN ER 12."]
    assert [p.passage.text for p in document.parts if p.kind == "question" and p.passage] == ["ZIJN ER ZWALUWEN?"]
    assert ["set in capitals" in d.message for d in document.diagnostics] == [True]
    assert not any("set in capitals" in d.message for d in arranged(VLAAMS).diagnostics)


def test_metadata_of_another_parliament_are_reported() -> None:
    source = Source("voorbeeld", f"{KAMER}{ASKED}Antwoord 1\nJa.\n", "00")
    document = arrange(source, metadata=Metadata(chamber="vlaams-parlement"))
    assert document.chamber == "tweede-kamer"
    (found,) = document.diagnostics
    assert (found.level, found.stage) == ("warning", "structure")
    assert "parlement 'vlaams-parlement'" in found.message
    assert "'tweede-kamer'" in found.message
    for chamber in ("tweede-kamer", "unknown", None):
        assert arrange(source, metadata=Metadata(chamber=chamber)).diagnostics == ()
