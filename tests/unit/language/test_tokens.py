"""Tokens of parliamentary Dutch, as the tokenizer of the model has them."""

import pytest
import spacy
from spacy.language import Language

from relaas.language.training.tokens import tune


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("nl")
    tune(made)
    return made


CASES = [
    ("artikel 2.023 en art. 5bis", "artikel|2.023|en|art.|5bis"),
    ("Kamerstuk 30 111, nr. 9 (21 501-02)", "Kamerstuk|30|111|,|nr.|9|(|21|501-02|)"),
    ("de brief d.d. 3 mei jl.", "de|brief|d.d.|3|mei|jl."),
    ("vraag nr. 7-123 dd. 12.03.2015", "vraag|nr.|7-123|dd.|12.03.2015"),
    ("CD&V, N-VA, sp.a, D66, 50PLUS en GroenLinks-PvdA", "CD&V|,|N-VA|,|sp.a|,|D66|,|50PLUS|en|GroenLinks-PvdA"),
    ("Zij stemt voor Volt.", "Zij|stemt|voor|Volt|."),
    ("De minister bevestigt dat.", "De|minister|bevestigt|dat|."),
    ("Het lid van de MR.", "Het|lid|van|de|MR|."),
    ("Zij vloog naar de VS.", "Zij|vloog|naar|de|VS|."),
    ("mr. Claes en dr. Smit", "mr.|Claes|en|dr.|Smit"),
    ("5 euro incl. en 4 euro excl. btw", "5|euro|incl.|en|4|euro|excl.|btw"),
    ("de foto’s van O’Brien en een PvdA’er", "de|foto’s|van|O’Brien|en|een|PvdA’er"),
    ("in ’s-Gravenhage, 's-Hertogenbosch en 's avonds", "in|’s-Gravenhage|,|'s-Hertogenbosch|en|'s|avonds"),
    ("Dat is zo.”Zij zwijgt.", "Dat|is|zo|.|”|Zij|zwijgt|."),
    ("Antwoord:De haven", "Antwoord|:|De|haven"),
    ("zegt:“Nee”.", "zegt|:|“|Nee|”|."),
    ("‘Hij weet het’, zei zij.", "‘|Hij|weet|het|’|,|zei|zij|."),
    ("Het schip vaart.De kade", "Het|schip|vaart|.|De|kade"),
    ("de regeling(zie bijlage)geldt", "de|regeling|(|zie|bijlage|)|geldt"),
    ("het staakt-het-vuren en de minister-president", "het|staakt-het-vuren|en|de|minister-president"),
    ("Stb. 2019, 12 en B.S. 3 mei", "Stb.|2019|,|12|en|B.S.|3|mei"),
]


@pytest.mark.parametrize(("text", "tokens"), CASES)
def test_tokens(nlp: Language, text: str, tokens: str) -> None:
    assert "|".join(t.text for t in nlp.make_doc(text)) == tokens


def test_tokens_give_the_text_back(nlp: Language) -> None:
    for text, _ in CASES:
        assert nlp.make_doc(text).text == text
