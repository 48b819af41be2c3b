"""How questions are dealt with: verdicts and the words that show them, on trees made by hand."""

import re
from decimal import Decimal

import pytest

from relaas import assets
from relaas.extract.coverage import find_coverage
from relaas.extract.responses import alike, meets, said
from relaas.ids import Namer
from relaas.model import Analysis, Coverage, Sentence, Source, Span, Token
from relaas.structure import arrange

LEXICON = assets.load_yaml("data", "lexicons", "coverage.yaml")
FUNCTION = frozenset(
    "de het een en of in op van voor met naar aan bij is zijn was werd worden wordt er dat die dit deze wat wie hoe hoeveel waar "
    "wanneer waarom ik u wij hij ja nee neen niet geen zo dan ook nog al daar hier over om te door tot als".split()
)


def sentence_of(text: str, span: Span, part_id: str, index: int) -> Sentence:
    tokens = []
    for i, match in enumerate(re.finditer(r"[\w-]+|[^\w\s]", text)):
        word = match[0]
        pos = "X" if word.lower() in FUNCTION or not word[0].isalpha() else "NOUN"
        at = span.start + match.start()
        space = text[match.end() : match.end() + 1] == " "
        tokens.append(Token(i, word, word.lower(), pos, "", "", "dep", 0, Span(at, at + len(word)), space))
    return Sentence(index, part_id, tuple(tokens))


def analysis_of(text: str) -> Analysis:
    document = arrange(Source("voorbeeld", text, "00"))
    sentences: list[Sentence] = []
    for part in document.parts:
        if part.passage is None or part.kind == "footnote":
            continue
        for cut in part.sentences:
            words = part.passage.text[cut.start : cut.end]
            sentences.append(sentence_of(words, part.passage.span(cut.start, cut.end), part.part_id, len(sentences)))
    return Analysis(document, tuple(sentences))


def covered(question: str, answer: str) -> dict[str, Coverage]:
    text = f"Titel van iets\n\n1. {question}\nANTWOORD\n" + (f"1. {answer}\n" if answer else "")
    return {c.question: c for c in find_coverage(analysis_of(text), Namer())}


def verdicts(question: str, answer: str) -> list[str]:
    return [c.verdict for c in covered(question, answer).values()]


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Rijdt de tram?", "Ja.", ["answered"]),
        ("Rijdt de tram?", "De wagens staan in de loods.", ["answered"]),
        ("Wat kost de tram?", "Zie het antwoord op vraag 7.", ["deferred"]),
        ("Wat kost de tram?", "De resultaten van de telling worden in mei verwacht.", ["deferred"]),
        ("Wat kost de tram?", "Voor meer details verwijs ik naar het verslag.", ["deferred"]),
        ("Wat kost de tram?", "Mijn diensten beschikken niet over die cijfers.", ["not-answered"]),
        ("Wat kost de tram?", "Het is te vroeg om daar iets over te zeggen. De proef loopt.", ["not-answered"]),
        ("Wat kost de tram?", "Over lopende zaken kan ik geen uitspraken doen.", ["refused"]),
        ("Wat kost de tram?", "De tram is oud. Ik kan niet ingaan op dit dossier.", ["refused"]),
        ("Wat kost de tram?", "De tram kost veel geld. De rails ook. Over de lonen kan ik geen uitspraken doen.", ["partly"]),
        ("Wat kost de tram?", "De tram kost 5 euro. Voor meer details verwijs ik naar het verslag.", ["answered"]),
        ("Wat kost de tram?", "De tram kost 5 euro (zie antwoord op vraag 7).", ["answered"]),
        ("Hoeveel trams rijden er?", "De trams rijden langs de kust.", ["partly"]),
        ("Hoeveel trams rijden er?", "Er rijden twaalf trams.", ["answered"]),
        ("Heeft de tramlijn een kans van slagen?", "De tramlijn loopt langs de kust.", ["partly"]),
        ("Heeft de tramlijn een kans van slagen?", "Ik verwacht dat de tramlijn er komt.", ["answered"]),
        (
            "Was u op de hoogte van de lekkage?",
            "Nee. De lekkage bleek gisteren. Over toezicht kan ik geen uitspraken doen.",
            ["answered"],
        ),
        ("Hoe schaadt regen de oogst?", "In het algemeen schaadt regen iedere oogst.", ["partly"]),
        ("Hoe schaadt regen de oogst?", "In het dal schaadt regen iedere oogst.", ["answered"]),
        ("Hoeveel trams rijden er?", "De trams rijden sinds 3 mei 2016 volgens artikel 7.", ["partly"]),
        ("Wat kost de tram?", "Vissers varen uit. De lijst wordt rechtstreeks bezorgd.", ["deferred"]),
        ("Wat kost de tram?", "De kosten van de tram dalen. De lijst wordt rechtstreeks bezorgd.", ["partly"]),
        ("Wat kost de tram?", "De tram kost 5 euro. Hiervoor wordt verwezen naar de brief van mei.", ["answered"]),
        ("In hoeverre deelt u die zorg over trams?", "Ik deel die zorg. Voor trams verwijs ik naar mijn brief.", ["answered"]),
    ],
)
def test_a_question_without_sub_questions(question: str, answer: str, expected: list[str]) -> None:
    assert verdicts(question, answer) == expected


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Rijdt de tram? Komen er bruggen?", "De tram rijdt weer. Bruggen komen er ook.", ["answered", "answered"]),
        ("Rijdt de tram? Komen er bruggen?", "De tram rijdt weer.", ["answered", "not-answered"]),
        ("Rijdt de tram? Zo ja, wanneer?", "Nee.", ["answered", "answered"]),
        ("Rijdt de tram? Zo nee, waarom niet?", "Ja.", ["answered", "answered"]),
        ("Rijdt de tram? Kunt u uw antwoord toelichten?", "De tram rijdt weer.", ["answered", "answered"]),
        ("Rijdt de tram? Graag een overzicht.", "De tram rijdt weer.", ["answered", "answered"]),
        ("Rijdt de tram? Of blijft hij staan?", "De tram rijdt weer.", ["answered", "answered"]),
        ("Rijdt de tram? Zo ja, wanneer?", "Bussen zijn duur.", ["not-answered", "not-answered"]),
        (
            "Rijdt de tram? Komen er bruggen?",
            "De tram rijdt. Voor de bruggen verwijs ik naar mijn brief.",
            ["answered", "deferred"],
        ),
        ("Rijdt de tram? Komen er bruggen?", "Nee, zo is het.", ["answered", "answered"]),
        ("Rijdt de tram? Komen er bruggen?", "Nee. De tram staat stil.", ["answered", "answered"]),
        ("Rijdt de tram? Welke bruggen komen er?", "Nee. De tram staat stil.", ["answered", "not-answered"]),
        ("Rijdt de tram? Hoeveel zijn het er (graag de jongste cijfers)?", "De tram rijdt 5 keer.", ["answered", "answered"]),
        (
            "Rijdt de tram?\na) Komen er bruggen?\nb) En tunnels?",
            "De tram rijdt.\na) Die zijn duur.",
            ["answered", "answered", "not-answered"],
        ),
        ("Rijdt de tram? Komen er bruggen?", "Over lopende zaken kan ik geen uitspraken doen.", ["refused", "refused"]),
        ("Rijdt de tram? Heeft de lijn een kans van slagen?", "De tram rijdt op deze lijn.", ["answered", "not-answered"]),
    ],
)
def test_sub_questions(question: str, answer: str, expected: list[str]) -> None:
    assert verdicts(question, answer) == expected


def test_a_condition_that_does_not_hold_says_so() -> None:
    found = covered("Rijdt de tram? Zo ja, wanneer?", "Nee.")
    assert [c.evidence.rule for c in found.values() if c.evidence] == ["coverage.stance", "coverage.condition"]


def test_a_word_that_both_sub_questions_have_answers_neither_alone() -> None:
    assert verdicts("Rijdt de tramlijn langs zee? Wat kost de tramlijn?", "De tramlijn rijdt langs zee.") == [
        "answered",
        "not-answered",
    ]


def test_a_sentence_that_joins_two_questions() -> None:
    question = "Welke trams rijden langs de kust en welke bruggen staan in Aalst?"
    assert verdicts(question, "De trams rijden langs de hele kust.") == ["partly"]
    assert verdicts(question, "De trams rijden langs de kust, de bruggen staan open.") == ["answered"]


def test_a_question_without_answer() -> None:
    (coverage,) = covered("Rijdt de tram?", "").values()
    assert (coverage.verdict, coverage.answers, coverage.passages) == ("not-answered", (), ())
    assert coverage.evidence is not None
    assert coverage.evidence.rule == "coverage.no-answer"


def test_passages_and_the_words_that_show_the_verdict() -> None:
    asked = "Titel van iets\n\n1. Rijdt de tram? Komen er bruggen?\n"
    text = asked + "ANTWOORD\n1. De tram rijdt. Over bruggen kan ik niets delen. Zie antwoord 7.\n"
    analysis = analysis_of(text)
    tram, bruggen = find_coverage(analysis, Namer())
    assert (tram.question, tram.answers) == ("q1.1", ("a1",))
    assert [text[s.start : s.end] for s in tram.passages] == ["De tram rijdt."]
    assert tram.coverage_id == f"cov{text.index('Rijdt')}-{text.index('Komen') - 1}"
    assert bruggen.evidence is not None
    assert (bruggen.evidence.rule, bruggen.evidence.entry) == ("coverage.point", "coverage#see-answer")
    assert text[bruggen.evidence.span.start : bruggen.evidence.span.end] == "Zie antwoord"
    assert bruggen.verdict == "partly"
    assert bruggen.evidence.confidence == Decimal("0.75")


def test_an_answer_to_all_questions_evades_only_the_one_it_speaks_of() -> None:
    text = (
        "Titel van iets\n\n1. Wat kost de tram?\n2. Waar liggen bruggen?\nANTWOORD\n"
        "De tram kost 5 euro. De bruggen liggen in Aalst. Over de kostprijs van bruggen heb ik geen zicht.\n"
    )
    found = {c.question: c.verdict for c in find_coverage(analysis_of(text), Namer())}
    assert found == {"q1": "answered", "q2": "partly"}


def test_what_an_answer_to_several_questions_does_instead_holds_for_all_where_nothing_is_told() -> None:
    text = "Titel van iets\n\n1. Wat kost de tram?\n2. Komen er schuitjes?\nANTWOORD\nIk verwijs naar mijn brief over de tram.\n"
    found = {c.question: c.verdict for c in find_coverage(analysis_of(text), Namer())}
    assert found == {"q1": "deferred", "q2": "deferred"}


def test_an_annex_only_adds_to_a_long_answer() -> None:
    annex = "De bijlagen zijn het geachte lid rechtstreeks toegestuurd."
    assert verdicts("Wat kost de remise?", f"{LONG} {annex}") == ["answered"]
    assert verdicts("Wat kost de remise?", f"De remise kost geld. {annex}") == ["partly"]


def test_a_long_answer_beside_the_point_tells_something() -> None:
    question = "Waarom varen er geen schuitjes en veren naar eilanden, havens en kades? Hoeveel veren varen?"
    unknown = "Het is niet bekend hoeveel veren varen."
    assert "not-answered" not in verdicts(
        "Waarom krijgen haltes, veren, sloepen, havens en kades geen schuitjes?", f"{LONG} {unknown}"
    )
    assert verdicts(question, f"De tram kost geld. {unknown}") == ["not-answered", "not-answered"]


def test_a_question_that_an_answer_to_several_does_not_speak_of_is_passed_over() -> None:
    asked = "Titel van iets\n\n1. Wat kost de tram?\n2. Komen er schuitjes?\nANTWOORD\n"
    found = {c.question: c.verdict for c in find_coverage(analysis_of(asked + "De tram kost 5 euro.\n"), Namer())}
    assert found == {"q1": "answered", "q2": "not-answered"}
    found = {c.question: c.verdict for c in find_coverage(analysis_of(asked + "Ja. De tram kost 5 euro.\n"), Namer())}
    assert found == {"q1": "answered", "q2": "answered"}


def test_a_sub_question_needs_more_than_one_of_its_many_words() -> None:
    question = "Rijdt de tram? Komen er bruggen, sluizen, dijken, kades, gemalen, havens, steigers en vlotten?"
    assert verdicts(question, "De tram rijdt langs vlotten.") == ["answered", "not-answered"]


def said_of(text: str) -> str | None:
    return said(sentence_of(text, Span(0, len(text)), "a1", 0)).entry


@pytest.mark.parametrize("row", LEXICON["signals"], ids=lambda r: r["key"])
def test_every_signal_has_an_example_and_a_near_miss(row: dict[str, str]) -> None:
    assert said_of(row["example"]) == f"coverage#{row['key']}"
    assert said_of(row["near_miss"]) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("De vragen over de oogst zijn beantwoord middels een brief over de prijzen.", "answered-in-letter"),
        ("De vragen over de oogst zijn niet per brief gesteld.", None),
        ("Op die keuze wens ik niet vooruit te lopen.", "cannot-go-into"),
        ("De haven wenst vooruit te lopen.", None),
        ("Daarom is die vraag moeilijk te beantwoorden.", "impossible-to-say"),
        ("Die vraag is snel te beantwoorden.", None),
        ("Omdat de haven geen statistieken over regen bijhoudt, blijft het gissen.", "not-kept"),
        ("De haven houdt statistieken bij.", None),
    ],
)
def test_what_a_sentence_does(text: str, key: str | None) -> None:
    assert said_of(text) == (key and f"coverage#{key}")


@pytest.mark.parametrize(
    "row", [r for k in ("conditions", "elaborations", "stances") for r in LEXICON[k]], ids=lambda r: r["key"]
)
def test_every_pattern_has_an_example(row: dict[str, str]) -> None:
    assert re.search(row["pattern"], row["example"].lower())


@pytest.mark.parametrize("row", LEXICON["expectations"], ids=lambda r: r["key"])
def test_every_expectation_is_raised_and_met(row: dict[str, str]) -> None:
    assert re.search(row["asked"], row["example"].lower())
    assert meets(row["key"], row["met_example"])
    assert not meets(row["key"], "De tram rijdt langs de kust.")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("brug", "brug", True),
        ("onderhandeling", "vredesonderhandelingen", True),
        ("evaluatie", "evaluatierapport", True),
        ("kans", "kansspel", False),
        ("minister", "ministerie", True),
        ("subsidie", "tramlijn", False),
    ],
)
def test_lemmas_of_one_word(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
    assert alike(other, one) is same


LONG = " ".join(f"De {word} van de tram kost geld." for word in ("remise", "rails", "wielen", "stoelen", "bel"))


def test_a_long_answer_that_has_one_word_of_a_later_question_passes_it_over() -> None:
    question = "Wat kost de remise? Welke haltes, lijnen en bestuurders krijgen stoelen?"
    assert verdicts(question, LONG) == ["answered", "not-answered"]
    assert verdicts(question, f"{LONG} De haltes en lijnen volgen.") == ["answered", "answered"]
    assert verdicts(question, "De remise kost geld. De stoelen ook.")[0] == "answered"


def test_a_short_answer_may_use_other_words() -> None:
    question = "Wat kost de remise? Welke haltes, lijnen en bestuurders krijgen stoelen?"
    assert verdicts(question, "De remise kost geld. De stoelen, en dus de haltes, blijven.") == ["answered", "answered"]


def test_a_second_question_needs_more_than_one_of_its_many_words() -> None:
    question = "Welke tram rijdt er vandaag en welke haltes, lijnen, remises en bestuurders krijgen vandaag stoelen en wielen?"
    assert verdicts(question, "De tram rijdt op rails met stoelen.") == ["partly"]
    assert verdicts(question, "De tram rijdt; haltes en lijnen krijgen stoelen.") == ["answered"]


def test_an_opinion_is_expected_only_beside_other_questions() -> None:
    answer = "Een tram kost geld en rijdt hard."
    assert verdicts("Denkt u dat een tram hard rijdt?", answer) == ["answered"]
    assert verdicts("Wat kost een tram? Denkt u dat een tram hard rijdt?", answer) == ["answered", "not-answered"]
    assert verdicts("Wat kost een tram? Denkt u dat een tram hard rijdt?", f"{answer} Ik denk het.") == ["answered", "answered"]
