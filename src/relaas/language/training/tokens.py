"""Pipeline -> the same pipeline with the tokens of parliamentary Dutch.

The rules come from `data/lexicons/tokens.yaml` and `abbreviations.yaml`; they are written into the model, which then needs
no lexicon to be read. The patterns here repair what the tokenizer of spaCy does to curly apostrophes (*foto’s*, *O’Brien*,
*’s-Gravenhage*) and to quotation marks that a text glued to the next word (*zo.”Zij*).
Refuses to split words that only look glued (*GroenLinks*, *PvdA*).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from relaas import assets

if TYPE_CHECKING:
    from spacy.language import Language

_OPENING = "“„«‘\"'"
_CLOSING = '”»"'
_APOSTROPHES = "’‘'"
_INFIXES = (
    rf"(?<=[a-z][.!?])[{_CLOSING}](?=[A-Z])",
    rf"(?<=[a-z])[.!?](?=[{_CLOSING}][A-Z])",
    rf"(?<=[A-Za-z]):(?=[{_OPENING}])",
    rf"(?<=:)[{_OPENING}](?=[A-Z])",
)


def tune(nlp: Language) -> None:
    """Give the pipeline's tokenizer the rules of the lexicons."""
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    tokenizer: Any = nlp.tokenizer
    lexicon = assets.load_yaml("data", "lexicons", "tokens.yaml")
    stops = assets.load_yaml("data", "lexicons", "abbreviations.yaml")
    rules = dict(type(nlp).Defaults.tokenizer_exceptions or {})
    for row in lexicon["words"]:
        rules.pop(row["form"] + ".", None)
    forms = [row["form"] + "." for part in ("never", "maybe") for row in stops[part]]
    for form in (*forms, *(row["form"] for row in lexicon["abbreviations"])):
        for written in (form, form[0].upper() + form[1:]):
            rules.setdefault(written, [{65: written}])  # 65: ORTH
    before = "|".join(row["form"] for row in lexicon["prefixes"])
    belongs = f"(?!(?:{before})-[A-Z])"
    prefixes = [p + belongs if p.removeprefix("\\") in _APOSTROPHES else p for p in map(str, type(nlp).Defaults.prefixes or ())]
    suffixes = [s for s in map(str, type(nlp).Defaults.suffixes or ()) if s not in {"’s", "’S"}]
    infixes = [_without_apostrophe(i) for i in map(str, type(nlp).Defaults.infixes or ())]
    tokenizer.rules = rules
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex([*infixes, *_INFIXES]).finditer


def _without_apostrophe(pattern: str) -> str:
    """Return the pattern of quotation marks between letters without the curly apostrophe, which joins letters."""
    return pattern.replace("\\’", "").replace("’", "") if "\\)" in pattern and "’" in pattern else pattern
