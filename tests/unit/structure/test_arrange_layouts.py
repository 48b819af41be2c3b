"""Each layout on a text of our own: header, parts, numbers, answers, sub-questions, footnotes."""

from datetime import date

import pytest

from relaas.model import Document, Metadata, Source
from relaas.structure import arrange

KAMER = """Tweede Kamer der Staten-Generaal
2
Vergaderjaar 2030–2031
Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
512
Vragen van de leden De Vink (ABC) en Merel-Jansen (Groep Merel) aan de
Ministers van Vogelzaken en van Bossen, Water en Wind over het bericht «Zwaluwen
komen later» (ingezonden 3 maart 2031).
Antwoord van Minister Van der Uil (Vogelzaken), mede namens de Minister van
Bossen, Water en Wind (ontvangen 28 maart 2031). Zie ook Aanhangsel
Handelingen, vergaderjaar 2030–2031, nr. 498.
Vraag 1
Kent u het bericht «Zwaluwen komen later»?1
Antwoord 1
Ja.
Vraag 2 en 3
Hoeveel zwaluwen keerden dit jaar terug? Zo ja, waar zijn ze gezien?
Graag een overzicht per provincie.
Antwoord 2 en 3
Tot nu toe zijn 1.200 zwaluwen geteld. De telling loopt nog, zodat het waarne-
1 De Nestkast, 1 maart 2031, «Zwaluwen komen later»
(www.nestkast.example/zwaluwen-
komen-later).

1

mingsjaar niet is afgesloten.2 In april volgt de slotsom.
2 Kamerstuk 99 001, nr. 7
Vraag 4
Bent u bereid nestkasten te laten plaatsen?
Antwoord op vraag 4
Nee.
2
"""

VLAAMS = """SCHRIFTELIJKE VRAAG
nr. 77
van LIES VAN DEN BOSCH
datum: 4 mei 2029
aan JAN DE WITTE
VLAAMS MINISTER VAN BRUGGEN EN SLUIZEN
Sluizen op de Leie  -  Onderhoud
De sluizen op de Leie zijn oud. Ze worden om de
drie jaar nagekeken.
1.
Hoeveel sluizen zijn er
op de Leie?
2. Hoe vaak vielen ze uit op 2.1.2029? Wat kostte dat?
3. Komt er een nieuwe sluis?

JAN DE WITTE
VLAAMS MINISTER VAN BRUGGEN EN SLUIZEN
ANTWOORD
op vraag nr. 77 van 4 mei 2029
van LIES VAN DEN BOSCH
Alle cijfers gelden voor 2028.
1, 2. Er zijn zes sluizen:
a) vier oude;
b)
twee nieuwe.
3.
Neen.
"""

BELGISCH = """Schriftelijke vraag en antwoord - Zittingsperiode 99
Auteur: An Peeters, A&B
Departement: Minister van Treinen, belast met Stations en Perrons
Titel: Vertraging in Aarlen.
Datum indiening: 07/09/2031
Taal: N

Vraag
De trein naar Aarlen rijdt vaak te laat.
1. Hoe vaak reed de trein te laat?
2. Wat is de oorzaak?
3. Wat doet u eraan?
4. Wanneer?

Antwoord
1. Twaalf keer.
In juni was het erger.
2. tot 4. Het spoor wordt vernieuwd.
"""


def arranged(text: str, **options: object) -> Document:
    return arrange(Source("voorbeeld", text, "00"), **options)  # type: ignore[arg-type]


def words(document: Document, part_id: str) -> str:
    return " ".join(document.source.quote(document.part(part_id).span).split())


def sentences(document: Document, part_id: str) -> list[str]:
    part = document.part(part_id)
    assert part.passage is not None
    return [part.passage.text[s.start : s.end] for s in part.sentences]


def test_tweede_kamer_header() -> None:
    document = arranged(KAMER)
    header = document.header
    assert (document.layout, document.chamber, document.document_type) == ("tweede-kamer", "tweede-kamer", "written-question")
    assert (header.number, header.subject) == ("512", "het bericht «Zwaluwen komen later»")
    assert [(p.name, p.party) for p in header.askers] == [("De Vink", "ABC"), ("Merel-Jansen", "Groep Merel")]
    assert [p.office for p in header.addressees] == ["Minister van Vogelzaken", "Minister van Bossen, Water en Wind"]
    assert [(p.name, p.office) for p in header.respondents] == [
        ("Van der Uil", "Minister van Vogelzaken"),
        (None, "Minister van Bossen, Water en Wind"),
    ]
    assert (header.submitted, header.answered) == (date(2031, 3, 3), date(2031, 3, 28))
    names = [document.source.quote(p.span) for p in header.askers + header.respondents[:1] if p.span]
    assert names == ["De Vink", "Merel-Jansen", "Van der Uil"]


def test_tweede_kamer_parts() -> None:
    document = arranged(KAMER)
    assert [p.part_id for p in document.parts] == [
        "title", "q1", "a1", "q2", "q2.1", "q2.2", "q2.3", "a2", "q4", "a4", "fn1", "fn2",
    ]  # fmt: skip
    assert document.part("a2").number == "2 en 3"
    assert [document.part(a).answers for a in ("a1", "a2", "a4")] == [("q1",), ("q2",), ("q4",)]
    assert words(document, "q1") == "Kent u het bericht «Zwaluwen komen later»?"
    assert words(document, "a4") == "Nee."
    assert [words(document, f"q2.{k}") for k in (1, 2, 3)] == [
        "Hoeveel zwaluwen keerden dit jaar terug?",
        "Zo ja, waar zijn ze gezien?",
        "Graag een overzicht per provincie.",
    ]
    assert document.part("q2.1").parent == "q2"
    assert document.diagnostics == ()


@pytest.mark.parametrize("text", [KAMER, VLAAMS, BELGISCH])
def test_line_ends_of_another_system_change_nothing(text: str) -> None:
    document, other = arranged(text), arranged(text.replace("\n", "\r\n"))
    assert [(p.part_id, p.answers, p.passage and p.passage.text) for p in document.parts] == [
        (p.part_id, p.answers, p.passage and p.passage.text) for p in other.parts
    ]


def test_a_footnote_in_the_middle_of_an_answer_is_no_part_of_its_sentences() -> None:
    document = arranged(KAMER)
    assert sentences(document, "a2") == [
        "Tot nu toe zijn 1.200 zwaluwen geteld.",
        "De telling loopt nog, zodat het waarnemingsjaar niet is afgesloten.",
        "In april volgt de slotsom.",
    ]
    note = document.part("fn1")
    assert note.passage is not None
    assert note.passage.text == "De Nestkast, 1 maart 2031, «Zwaluwen komen later» (www.nestkast.example/zwaluwen-komen-later)."
    assert (note.number, note.parent, document.part("fn2").parent) == ("1", "q1", "a2")
    assert document.part("a2").span.contains(note.span)


def test_a_mark_that_a_line_break_brought_to_its_start() -> None:
    text = (
        "Aanhangsel van de Handelingen\nVraag 1\nKent u het boek van De Vink\n1 en het boek van Merel2?\nAntwoord 1\n"
        "Ja, sinds\n1 mei ken ik beide.\n1De Vink, Zwaluwen, 2030.\n2Merel, Mussen, 2031.\n"
    )
    document = arranged(text)
    assert sentences(document, "q1") == ["Kent u het boek van De Vink en het boek van Merel?"]
    assert sentences(document, "a1") == ["Ja, sinds 1 mei ken ik beide."]
    assert [document.part(f).parent for f in ("fn1", "fn2")] == ["q1", "q1"]


def test_footnotes_inside_a_line() -> None:
    text = (
        "Aanhangsel van de Handelingen\n\nVraag 1\nKent u het boek?[1 ]\n\nAntwoord 1\n"
        "Ja. Het is goed 1 De Vink, 3 mei 2030, Zwaluwen. h tk 20302031 12 - geschreven.\n"
    )
    document = arranged(text)
    assert sentences(document, "a1") == ["Ja.", "Het is goed geschreven."]
    assert words(document, "fn1") == "De Vink, 3 mei 2030, Zwaluwen."
    assert document.part("fn1").parent == "q1"


def test_numbers_below_each_other_are_cells_of_a_table_and_no_page_numbers() -> None:
    document = arranged(KAMER.replace("Nee.\n", "Zie de tabel.\nNesten\n12\n9\nUilen\n3\n4\nMeer is er niet.\n"))
    assert words(document, "a4").split()[3:9] == ["Nesten", "12", "9", "Uilen", "3", "4"]
    assert sentences(document, "a4")[-4:] == ["9", "Uilen 3", "4", "Meer is er niet."]


@pytest.mark.parametrize("row", ["704\n1.290\n877", "12,5\n9", "9\n€ 12", "9\n30 %"])
def test_a_number_beside_one_with_a_point_or_sign_is_a_cell_too(row: str) -> None:
    document = arranged(KAMER.replace("Nee.\n", f"Zie de tabel.\nNesten\n{row}\nMeer is er niet.\n"))
    assert words(document, "a4") == f"Zie de tabel. Nesten {row} Meer is er niet.".replace("\n", " ")


def test_a_number_inside_a_line_goes_on_with_the_numbers_that_begin_lines() -> None:
    document = arranged(
        BELGISCH.replace("2. Wat is de oorzaak?\n3. Wat", "2. Wat is de oorzaak? 3. a) Wat").replace(
            "4. Wanneer?", "4. Is er hoop? 5. Wanneer?"
        )
    )
    questions = [(p.number, words(document, p.part_id)) for p in document.parts if p.kind == "question"]
    assert questions[1:] == [
        ("2", "Wat is de oorzaak?"), ("3", "a) Wat doet u eraan?"), ("4", "Is er hoop?"), ("5", "Wanneer?"),
    ]  # fmt: skip
    document = arranged(BELGISCH.replace("Wat is de oorzaak?", "Wat kostte spoor 7. in 2030? Reed lijn 3 ook te laat?"))
    assert [p.number for p in document.parts if p.kind == "question"] == ["1", "2", "3", "4"]


def test_a_glued_footnote_that_begins_with_a_small_letter() -> None:
    document = arranged(
        "Vraag 1\nRijdt de bus?1\nAntwoord 1\nNee, pas in mei.2\nDe lijn is lang.3\n1De Bushalte, 3 mei 2031\n"
        "2bijlage bij Kamerstuk 99 001, nr. 7\n3www.bushalte.example/lijn\n"
    )
    assert [p.number for p in document.parts if p.kind == "footnote"] == ["1", "2", "3"]
    assert words(document, "a1").endswith("De lijn is lang.")


def test_vlaams_parlement() -> None:
    document = arranged(VLAAMS)
    header = document.header
    assert (document.layout, header.number, header.submitted) == ("vlaams-parlement", "77", date(2029, 5, 4))
    assert [p.name for p in header.askers] == ["Lies Van Den Bosch"]
    assert [(p.name, p.office) for p in header.addressees] == [("Jan De Witte", "Vlaams minister van Bruggen en Sluizen")]
    assert header.respondents[0].name == "Jan De Witte"
    assert words(document, "title") == "Sluizen op de Leie - Onderhoud"
    assert [p.part_id for p in document.parts] == ["title", "context", "q1", "q2", "q2.1", "q2.2", "q3", "a0", "a1", "a3"]
    assert words(document, "context") == "De sluizen op de Leie zijn oud. Ze worden om de drie jaar nagekeken."
    assert words(document, "q3") == "Komt er een nieuwe sluis?"
    assert document.part("a0").answers == ("q1", "q2", "q3")
    assert document.part("a1").answers == ("q1", "q2")
    assert sentences(document, "a1") == ["Er zijn zes sluizen:", "a) vier oude;", "b) twee nieuwe."]


@pytest.mark.parametrize("kind", ["GECOÖRDINEERD", "GEZAMENLIJK", "GEMEENSCHAPPELIJK", "VOORLOPIG"])
@pytest.mark.parametrize("torn", [False, True])
def test_an_answer_that_several_ministers_give_together_is_an_answer(kind: str, torn: bool) -> None:
    text = VLAAMS.replace("\nANTWOORD\n", f"\n{kind} ANTWOORD\n")
    document = arranged(" ".join(text.split()) if torn else text)
    assert document.header.respondents[0].name == "Jan De Witte"
    assert (words(document, "q3"), words(document, "a3")) == ("Komt er een nieuwe sluis?", "Neen.")


def test_a_heading_of_an_answer_that_is_not_known_is_reported() -> None:
    document = arranged(VLAAMS.replace("\nANTWOORD\n", "\nHERZIEN ANTWOORD\n"))
    assert any("'HERZIEN' and is not read as a heading" in d.message for d in document.diagnostics)


@pytest.mark.parametrize(
    ("text", "words_behind"),
    [
        ("1. Zijn de sluizen oud?\n2. Wie betaalt?\n\n1. Neen.\n2. De stad.\n3. Nooit.\n", "\n\n1. Neen"),
        ("1. Zijn de sluizen oud? Nee, ze zijn nieuw.\n", " Nee"),
        (
            "1. Zijn de sluizen oud?\nDe sluizen zijn in het voorjaar alle vier vervangen.\n"
            "2. Wie betaalt?\nDat doet de stad samen met haar buren en de provincie.\n",
            "\nDe sluizen",
        ),
        ("1. Zijn de sluizen oud?\n2. Wie betaalt? Graag een overzicht per jaar en per sluis van de stad.\n", None),
        ("1. Zijn de sluizen oud?\n2. Wie betaalt?\n\nAntwoord\n1. Neen.\n2. De stad.\n", None),
    ],
    ids=["counted on", "said no", "told", "only asked", "marked"],
)
def test_an_answer_without_a_heading_is_reported(text: str, words_behind: str | None) -> None:
    document = arranged(text)
    found = [document.source.quote(d.span) for d in document.diagnostics if d.span and "may be the answer" in d.message]
    begins = [behind.startswith(words_behind or "-") for behind in found]
    assert begins == ([True] if words_behind else [])


def test_belgische_kamer() -> None:
    document = arranged(BELGISCH)
    header = document.header
    assert (document.layout, header.subject, header.submitted) == ("belgische-kamer", "Vertraging in Aarlen", date(2031, 9, 7))
    assert [(p.name, p.party) for p in header.askers] == [("An Peeters", "A&B")]
    assert [p.office for p in header.addressees] == ["Minister van Treinen, belast met Stations en Perrons"]
    assert [p.part_id for p in document.parts] == ["title", "context", "q1", "q2", "q3", "q4", "a1", "a2"]
    assert words(document, "a1") == "Twaalf keer. In juni was het erger."
    assert document.part("a2").answers == ("q2", "q3", "q4")
    assert document.part("a2").number == "2. tot 4"


def test_one_answer_without_numbers_goes_with_every_question() -> None:
    text = BELGISCH[: BELGISCH.index("1. Twaalf")] + "Het spoor is oud.\n"
    assert arranged(text).part("a1").answers == ("q1", "q2", "q3", "q4")


@pytest.mark.parametrize("sign", ['"Art. 9. § 1.', '"Art. 9. ? 1.', 'de wet zegt:"? 1.'])
def test_a_paragraph_of_a_quoted_law_is_no_answer(sign: str) -> None:
    """Section signs come as question marks out of some archives."""
    answer = f'Het spoor is oud. Daarover: {sign} Elke trein rijdt op tijd." Dat geldt. {sign[:-2]}2. Elke reiziger zit."'
    assert [p.part_id for p in arranged(BELGISCH[: BELGISCH.index("1. Twaalf")] + answer + "\n").parts if p.kind == "answer"] == [
        "a1"
    ]


def test_a_question_without_a_number() -> None:
    document = arranged(
        "Schriftelijke vraag en antwoord\nAuteur: An Peeters, ABC\n\nVraag\nDe trein rijdt te laat. "
        "Dat stoort velen. Wat doet u daaraan?\n\nAntwoord\nNiets.\n"
    )
    assert words(document, "context") == "De trein rijdt te laat. Dat stoort velen."
    assert words(document, "q1") == "Wat doet u daaraan?"
    assert document.part("q1").number is None
    assert document.part("a1").answers == ("q1",)


def test_a_notice_of_postponement() -> None:
    text = KAMER[: KAMER.index("Antwoord 1\n")].replace("Antwoord van Minister", "Mededeling van Minister")
    document = arranged(text + "Mededeling\nDe vragen kunnen niet op tijd worden beantwoord.\n")
    assert document.document_type == "postponement"
    assert document.part("a1").answers == ("q1",)
    assert document.header.answered == date(2031, 3, 28)


def test_numbers_that_repeat_make_the_units_count() -> None:
    text = "".join(f"Vraag {n}\nIs dat zo?\nAntwoord {n}\nJa.\n" for n in (1, 2, 1, 2))
    document = arranged(text)
    assert [(p.part_id, p.number) for p in document.parts if p.kind == "question"] == [
        ("q1", "1"), ("q2", "2"), ("q3", "1"), ("q4", "2"),
    ]  # fmt: skip
    assert [p.answers for p in document.parts if p.kind == "answer"] == [("q1",), ("q2",), ("q3",), ("q4",)]


def test_all_questions_before_all_answers() -> None:
    text = "".join(f"Vraag {n}\nIs dat zo?\n" for n in (1, 2, 1)) + "".join(f"Antwoord {n}\nJa.\n" for n in (1, 2, 1))
    assert [p.answers for p in arranged(text).parts if p.kind == "answer"] == [("q1",), ("q2",), ("q3",)]


def test_a_list_inside_an_answer_is_no_new_answer() -> None:
    asked = "Vraag\n1. Wat is er?\n2. Wat nog?\n3. En verder?\n\n"
    text = asked + "Antwoord\n1. Er zijn drie punten.\n2. Dit:\n1. een\n2. twee\n3. drie\n3. Niets.\n"
    document = arranged(text)
    assert [words(document, a) for a in ("a1", "a2", "a3")] == ["Er zijn drie punten.", "Dit: 1. een 2. twee 3. drie", "Niets."]


def test_units_that_lost_their_line_breaks() -> None:
    document = arranged("Vraag\nHet regent.1. Hoe lang?2. Waarom?\n\nAntwoord\n1. Lang.2. Daarom.")
    assert [words(document, p) for p in ("context", "q1", "q2", "a1", "a2")] == [
        "Het regent.",
        "Hoe lang?",
        "Waarom?",
        "Lang.",
        "Daarom.",
    ]


def known(document: Document) -> tuple[object, ...]:
    """Return what a document's head says and which units it has, with the first word of each."""
    head = document.header
    people = [[(p.name, p.office) for p in persons] for persons in (head.askers, head.respondents, head.addressees)]
    units = [
        (p.part_id, p.number, p.answers, words(document, p.part_id).split()[0])
        for p in document.parts
        if p.kind in ("question", "answer")
    ]
    return document.layout, head.number, head.submitted, head.answered, people, units


@pytest.mark.parametrize(
    "text",
    [
        KAMER[: KAMER.index("1 De Nestkast")]
        + KAMER[KAMER.index("mingsjaar") : KAMER.index("2 Kamerstuk")]
        + KAMER[KAMER.index("Vraag 4") : -3],
        VLAAMS,
        BELGISCH,
    ],
)
def test_a_text_that_lost_every_line_end_is_read_as_with_them(text: str) -> None:
    document = arranged(" ".join(text.split()))
    assert known(document) == known(arranged(text))
    assert [d.level for d in document.diagnostics if "inside lines" in d.message] == ["info"]


def test_the_words_of_a_heading_inside_a_sentence_cut_nothing() -> None:
    """Where headings have lines of their own, nothing inside a line is one; nor where no number comes behind the word."""
    whole = arranged(KAMER.replace("Nee.", "Nee. Zie Kamerstuk 4, Antwoord 9 De Vink heeft dat gezien."))
    assert [p.part_id for p in whole.parts if p.kind == "answer"] == ["a1", "a2", "a4"]
    text = "Vragen van het lid De Vink (ABC) aan de Minister van Bossen. Het Antwoord volgt, zie Vraag drie."
    assert not any(p.kind == "answer" for p in arranged(text).parts)


def test_a_unit_that_a_page_break_tore_apart() -> None:
    document = arranged(
        "Aanhangsel van de Handelingen\n\nVraag 1\nRegent het? h tk 20302031 12 - het hele jaar. Vraag 2 Hoe veel?\n\n"
        "Antwoord 2\nVeel.\n"
    )
    assert [words(document, p) for p in ("q1", "a1", "q2", "a2")] == ["Regent het?", "het hele jaar.", "Hoe veel?", "Veel."]
    (diagnostic,) = document.diagnostics
    assert (diagnostic.level, diagnostic.span) == ("info", document.part("a1").span)


def test_an_answer_without_its_question_is_reported() -> None:
    document = arranged("Vraag 1\nRegent het?\nAntwoord 1\nJa.\nAntwoord 3\nNeen.\n")
    assert document.part("a3").answers == ()
    assert [(d.level, d.span) for d in document.diagnostics] == [("warning", document.part("a3").span)]


def test_an_office_in_the_third_person_is_the_addressee_of_a_text_without_header() -> None:
    document = arranged("Bussen  -  Haltes\n\nDe bus rijdt.\n\n1. Waarom stopt de minister met de bus?\nANTWOORD\n1. Daarom.\n")
    (addressee,) = document.header.addressees
    assert (addressee.office, document.source.quote(addressee.span)) == ("minister", "minister")  # type: ignore[arg-type]
    assert document.header.respondents == ()


def test_an_annex_is_reported_and_no_part_of_the_answer() -> None:
    document = arranged(VLAAMS + "BIJLAGE\nSV 77 – Tabel met sluizen\n")
    assert words(document, "a3") == "Neen."
    (diagnostic,) = document.diagnostics
    assert diagnostic.span is not None
    assert document.source.quote(diagnostic.span) == "SV 77 – Tabel met sluizen"


def test_a_bulletin_in_two_languages() -> None:
    document = arranged(
        "Vraag nr. 7-12 van de heer Jan Peeters d.d. 3 mei 2031 (N.) aan de minister van Treinen :\n"
        "Rijdt de trein?\nAntwoord :\nJa.\n"
    )
    assert document.layout == "generic"
    assert (document.header.number, document.header.submitted) == ("7-12", date(2031, 5, 3))
    assert document.header.askers[0].name == "de heer Jan Peeters"
    assert [p.office for p in document.header.addressees] == ["minister van Treinen"]
    assert words(document, "q1") == "Rijdt de trein?"


@pytest.mark.parametrize("text", ["hallo wereld", "Een zin. Nog een zin.", "1.", "...", "Vraag 1\n"])
def test_a_text_without_structure_is_context(text: str) -> None:
    document = arranged(text)
    assert [p.kind for p in document.parts] == ["context"]
    assert document.document_type == "other"


def test_white_space_alone_has_no_part_and_says_so() -> None:
    document = arranged(" \n")
    assert document.parts == ()
    assert [d.level for d in document.diagnostics] == ["error"]


def test_metadata_stays_beside_the_text() -> None:
    metadata = Metadata(asker="Lies Peeters", number="5", chamber="vlaams-parlement")
    document = arranged("Hallo allemaal.", metadata=metadata)
    assert document.metadata == metadata
    assert document.header.number is None
    assert document.chamber == "vlaams-parlement"
    assert arranged(KAMER, metadata=metadata).chamber == "tweede-kamer"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("De sluis bij Doel  -\nOnderhoud", "De sluis bij Doel - Onderhoud"),
        ("De sluis bij Doel", "De sluis bij Doel"),
        ("De sluis bij Doel gaat\ndicht.", None),
    ],
)
def test_a_first_paragraph_without_an_end_mark_is_the_title(head: str, title: str | None) -> None:
    document = arranged(f"{head}\n\nDe sluis ging open.\n\n1. Hoe beoordeelt de minister de sluis?\n\nANTWOORD\n1. Zij werkt.\n")
    assert document.header.subject == title
    assert words(document, "context").startswith("De sluis ging open" if title else "De sluis bij Doel gaat")
