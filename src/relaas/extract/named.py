"""A phrase that names somebody or some place, and what makes two of them alike.

The value that `mentions` reads from a sentence and `coreference` gives a node: what was read and where, never who it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from relaas.extract.names import fold, words
from relaas.extract.nouns import Noun
from relaas.model import Sentence, Span
from relaas.model.findings import MentionForm

Sort = Literal["known", "office", "person", "body", "group", "name", "place"]
Piece = tuple[int, int, MentionForm]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name something. Tokens `first` to `last` (inclusive) of a sentence, `head` the noun or last name word.

    `pieces` are the mentions it gives (token ranges with their form), the fullest name first. `keys` are gazetteer keys it
    names itself, `origins` those of the adjectives before it; `split` when two origins make it two actors. `name` is a
    proper name within it, `scope` what an office or body is of, `noun` the lexicon noun. `listed` are the names behind a plural
    noun that stands for each of them. `weak`: nothing in the sentence tells that the name is one of an actor. `heads`
    are other tokens that can head it in a tree (*een aantal gemeenten*).
    """

    sentence: Sentence
    first: int
    last: int
    head: int
    sort: Sort
    pieces: tuple[Piece, ...]
    wording: str
    noun: Noun | None = None
    keys: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    split: bool = False
    modifiers: tuple[str, ...] = ()
    determiner: str = ""
    scope: str = ""
    scope_key: str | None = None
    name: str | None = None
    abbreviation: str | None = None
    party: str | None = None
    cue: str | None = None
    listed: tuple[Phrase, ...] = ()
    weak: bool = False
    heads: tuple[int, ...] = ()

    @property
    def span(self) -> Span:
        """Where the first piece stands in the source."""
        first, last, _ = self.pieces[0]
        return self.sentence.source_span(first, last)


def is_definite(phrase: Phrase) -> bool:
    """Tell whether a phrase points at somebody known: *de*, *het*, *deze*, *uw*; not *een* and no bare noun."""
    return bool(phrase.determiner) and phrase.determiner not in words("names", "indefinite")


def signature(phrase: Phrase) -> tuple[str, ...]:
    """Return what two nominal phrases must share to be one actor: noun, origins, scope and, of groups, the modifiers."""
    noun = (
        fold(phrase.sentence.tokens[phrase.head].lower) if phrase.sort == "group" else (phrase.noun.word if phrase.noun else "")
    )
    origins = tuple(sorted({*phrase.origins, *((phrase.scope_key,) if phrase.scope_key else ())}))
    passing = words("names", "passing-modifiers")
    modifiers = tuple(m for m in phrase.modifiers if m not in passing) if phrase.sort in {"group", "body"} else ()
    if phrase.sort in {"group", "body"} and not is_definite(phrase) and phrase.determiner not in {"", "een"}:
        modifiers = (phrase.determiner, *modifiers)
    return (phrase.sort, noun, *origins, "|", phrase.scope, "|", *modifiers)
