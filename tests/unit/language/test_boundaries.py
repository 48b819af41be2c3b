"""The plain rule of sentence ends, and the component that sets starts by it."""

import pytest
import spacy
from spacy.language import Language

from relaas import boundaries


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("nl")
    made.add_pipe("relaas_sentences")
    return made


CASES = [
    ("De sluis is dicht. De brug is open.", ["De sluis is dicht.", "De brug is open."]),
    ("Wie betaalt dat? Wij niet!", ["Wie betaalt dat?", "Wij niet!"]),
    ("De brief d.d. 3 mei noemt art. 5 en nr. 12 van de lijst.", ["De brief d.d. 3 mei noemt art. 5 en nr. 12 van de lijst."]),
    ("Dat was op 3 mei jl. Daarna gebeurde niets.", ["Dat was op 3 mei jl.", "Daarna gebeurde niets."]),
    ("Hij las dat op 3 mei jl. 12 keer voor.", ["Hij las dat op 3 mei jl. 12 keer voor."]),
    ("Het schip vaart.De kade is leeg.", ["Het schip vaart.", "De kade is leeg."]),
    ("Er waren 2.023 boten. Dat is 3.5 keer zo veel.", ["Er waren 2.023 boten.", "Dat is 3.5 keer zo veel."]),
    ("„Wij varen niet.” De schipper zweeg.", ["„Wij varen niet.”", "De schipper zweeg."]),
    ("Zij zweeg. ,,Wat nu? '' Niemand wist het.", ["Zij zweeg.", ",,Wat nu? ''", "Niemand wist het."]),
    ("Het werk van J. de Wit en A.B. Claes ligt stil.", ["Het werk van J. de Wit en A.B. Claes ligt stil."]),
    ("Zie www.haven.example voor meer.", ["Zie www.haven.example voor meer."]),
    ("Kop zonder punt\n\nDe tekst begint hier.", ["Kop zonder punt\n\n", "De tekst begint hier."]),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_sentences_of_raw_text(nlp: Language, text: str, sentences: list[str]) -> None:
    doc = nlp(text)
    starts = [t.i for t in doc if t.i == 0 or t.is_sent_start]
    found = [doc[a:b].text for a, b in zip(starts, [*starts[1:], len(doc)], strict=True)]
    assert [f.strip() for f in found] == [s.strip() for s in sentences]


def test_a_heading_without_a_mark_is_left_to_the_parser(nlp: Language) -> None:
    doc = nlp("Bereikbaarheid eilanden De veerboot vaart niet")
    assert [(t.text, t.is_sent_start) for t in doc[1:4]] == [("eilanden", False), ("De", None), ("veerboot", False)]


def test_starts_that_somebody_set_stay(nlp: Language) -> None:
    doc = nlp.make_doc("De sluis is dicht. De brug is open.")
    doc[2].is_sent_start = True
    nlp.get_pipe("relaas_sentences")(doc)
    assert [t.i for t in doc if t.is_sent_start] == [0, 2]


def test_empty_and_single_word(nlp: Language) -> None:
    assert len(nlp("")) == 0
    assert [t.text for t in nlp("Ja")] == ["Ja"]


def test_numbers_of_items_go_with_their_items() -> None:
    text = "Dat zijn er twee: 1. Dijken; 2. Sluizen."
    assert sorted(boundaries.ends(text)) == [18, 29]
