"""Names that the pipeline of the model finds and types, on sentences of our own."""

import pytest
from spacy.language import Language
from spacy.tokens import Span

from relaas.language import load
from relaas.naming import LABELS


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


CASES = [
    ("Minister Van Aalst opende de brug.", {("Van Aalst", "PER")}),
    ("De minister van Landbouw, Piet van der Molen, zweeg.", {("Piet van der Molen", "PER")}),
    ("Volgens hoogleraar Anna de Wit stijgt het water.", {("Anna de Wit", "PER")}),
    ("Mevrouw Claes vroeg het woord.", {("Claes", "PER")}),
    ("De heer Janssens antwoordde niet.", {("Janssens", "PER")}),
    ("Koning Filip bezocht de werf.", {("Filip", "PER")}),
    ("Noorwegen sloot de haven.", {("Noorwegen", "LOC")}),
    ("De trein stopte in Gent.", {("Gent", "LOC")}),
    ("De tol in Peru daalt.", {("Peru", "LOC")}),
    ("De haven van Antwerpen groeit.", {("Antwerpen", "LOC")}),
    ("Zij woont in Zwolle.", {("Zwolle", "LOC")}),
    ("Chili en Kenia tekenden het verdrag.", {("Chili", "LOC"), ("Kenia", "LOC")}),
    ("De NAVO oefent in Finland.", {("NAVO", "ORG"), ("Finland", "LOC")}),
    ("De Verenigde Naties stuurden een gezant.", {("Verenigde Naties", "ORG")}),
    ("De Europese Unie keurde het plan goed.", {("Europese Unie", "ORG")}),
    ("Zeewind NV bouwde twee molens.", {("Zeewind NV", "ORG")}),
    ("De Stichting Oude Molens kreeg een prijs.", {("Stichting Oude Molens", "ORG")}),
    ("Het Rode Kruis deelde dekens uit.", {("Rode Kruis", "ORG")}),
    ("De Europese Commissie stelde een kaart voor.", {("Europese Commissie", "GOV")}),
    ("De Tweede Kamer vergaderde tot laat.", {("Tweede Kamer", "GOV")}),
    ("Het Ministerie van Financiën weigerde.", {("Ministerie van Financiën", "GOV")}),
    ("Het Openbaar Ministerie onderzoekt de zaak.", {("Openbaar Ministerie", "GOV")}),
    ("Het RIVM publiceerde cijfers.", {("RIVM", "GOV")}),
    ("De VVD stemde tegen.", {("VVD", "PARTY")}),
    ("De leden van N-VA en CD&V liepen weg.", {("N-VA", "PARTY"), ("CD&V", "PARTY")}),
    ("GroenLinks wil een debat.", {("GroenLinks", "PARTY")}),
    ("Het lid Peeters (D66) vroeg een brief.", {("Peeters", "PER"), ("D66", "PARTY")}),
    ("Dat staat in Kamerstuk 30 111, nr. 12.", {("Kamerstuk 30 111, nr. 12", "DOC")}),
    ("Verordening (EU) 2014/11 geldt sinds mei.", {("Verordening (EU) 2014/11", "DOC")}),
    ("Het koninklijk besluit van 2 april 1998 regelt de sluizen.", {("koninklijk besluit van 2 april 1998", "DOC")}),
    ("Artikel 3 van het Wetboek van Koophandel geldt nog.", {("Wetboek van Koophandel", "DOC")}),
    ("De Noorse regering verlaagde de tol.", {("Noorse regering", "GOV")}),
    ("De nieuwe regering verlaagde de tol.", set()),
    ("Het kabinet verlaagde de tol.", set()),
    ("De schepen voeren uit.", set()),
    ("Noren houden van vis.", set()),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_names(nlp: Language, text: str, names: set[tuple[str, str]]) -> None:
    assert {(e.text, e.label_) for e in nlp(text).ents} == names


def test_a_name_is_typed_as_it_was_typed_before(nlp: Language) -> None:
    doc = nlp("Minister Verlinden las de brief. Daarna gaf Verlinden antwoord.")
    assert [(e.text, e.label_) for e in doc.ents] == [("Verlinden", "PER"), ("Verlinden", "PER")]


def test_an_abbreviation_has_the_label_of_its_name(nlp: Language) -> None:
    doc = nlp("De Vereniging Oude Molens (VOM) schreef. De VOM wacht.")
    assert {(e.text, e.label_) for e in doc.ents} == {("Vereniging Oude Molens", "ORG"), ("VOM", "ORG")}


def test_labels_are_the_documented_ones(nlp: Language) -> None:
    found = {e.label_ for text, _ in CASES for e in nlp(text).ents}
    assert found == set(LABELS)


def test_names_found_before_stay(nlp: Language) -> None:
    doc = nlp("De haven van Bergen is dicht.")
    doc.ents = (Span(doc, 1, 2, label="ORG"),)
    nlp.get_pipe("relaas_names")(doc)
    assert [(e.text, e.label_) for e in doc.ents] == [("haven", "ORG"), ("Bergen", "LOC")]
