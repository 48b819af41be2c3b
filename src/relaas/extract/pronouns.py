"""Pronouns -> the actors they stand for, where one alone fits.

First and second person are the voices of the part. Third person takes the nearest subject that agrees in number and
kind: first the subjects earlier in the sentence, then those of the sentence before it in the same part. A subject that is
no actor counts as well: if it fits, the pronoun names no actor. A relative pronoun stands for its antecedent.
Where gender or number leaves no subject, whoever else of the sentence has that gender, or those it joins, are meant; *deze*
takes up who was named after the subject.
Refuses to choose: when two subjects fit equally the pronoun stays without a referent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from relaas import assets
from relaas.extract.genders import find_genders
from relaas.extract.register import Node, Register
from relaas.extract.voices import Voices, chamber
from relaas.model import Analysis, Mention, Sentence, Token

Key = tuple[int, int]
_SUBJECT = frozenset({"nsubj", "nsubj:pass"})
_PEOPLE = frozenset({"person", "office-holder", "member-of-parliament"})
_BESIDE = frozenset({"obj", "iobj", "obl"})
_MANY = frozenset({"group", "authorities", "international-community"})


@dataclass(frozen=True, slots=True)
class Form:
    """What a pronoun tells: person, number (singular, plural, by-verb, any) and gender where it has one."""

    person: str
    number: str
    gender: str | None = None


@cache
def _forms() -> dict[str, Form]:
    entries: Any = assets.load_yaml("data", "lexicons", "pronouns.yaml")
    return {
        form: Form(entry["person"], entry["number"], entry.get("gender"))
        for entry in entries.values() if "forms" in entry and entry["person"] != "relative" for form in entry["forms"]
    }  # fmt: skip


def resolve(
    analysis: Analysis, named: dict[Key, tuple[str, ...]], register: Register, voices: Voices, *, government: str | None
) -> None:
    """Add to `named` every pronoun that one actor alone fits, and the mention to that actor."""
    resolver = _Resolver(analysis, named, register, voices, government)
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            if (sentence.index, token.i) in named:
                continue
            ids = resolver.referents(sentence, token)
            if ids:
                named[sentence.index, token.i] = ids
                for actor_id in ids if _is_mention(token) and len(ids) == 1 else ():
                    register.node(actor_id).mentions.append(_mention(sentence, token))


def join(analysis: Analysis, named: dict[Key, tuple[str, ...]], ends: dict[Key, tuple[str, ...]]) -> None:
    """Let *ik* behind *en* stand for both where the verb is plural: *de minister van Landbouw en ik hopen*; *zowel X als Y* too.

    `ends` gives whom the phrase stands for that ends at a token; the parser often takes the two for two clauses.
    """
    for sentence in analysis.sentences:
        _join_both(sentence, named, ends)
        for token in sentence.tokens[2:]:
            key = (sentence.index, token.i)
            if (
                token.lower not in {"ik", "ikzelf", "ondergetekende"}
                or sentence.tokens[token.i - 1].lower != "en"
                or key not in named
            ):
                continue
            before = ends.get((sentence.index, token.i - 2))
            if before and _plural(sentence, token):
                named[key] = tuple(dict.fromkeys((*before, *named[key])))


def _join_both(sentence: Sentence, named: dict[Key, tuple[str, ...]], ends: dict[Key, tuple[str, ...]]) -> None:
    """Let the first of *zowel X als Y* stand for both, since the parser often hangs the second on it as something else."""
    words = [t.lower for t in sentence.tokens]
    if "zowel" not in words:
        return
    start = words.index("zowel")
    middle = next((i for i in range(start + 2, len(words)) if words[i] == "als" and (sentence.index, i - 1) in ends), None)
    if middle is None:
        return
    last = next((i for i in range(middle + 1, len(words)) if (sentence.index, i) in ends), None)
    if last is None or any(w in _STOPS for w in words[start:last]):
        return
    first, second = ends[sentence.index, middle - 1], ends[sentence.index, last]
    for i in range(start + 1, middle):
        if named.get((sentence.index, i)) == first:
            named[sentence.index, i] = tuple(dict.fromkeys((*first, *second)))


def _mention(sentence: Sentence, token: Token) -> Mention:
    if token.lower == "land":  # *ons land*
        return Mention(sentence.source_span(token.i - 1, token.i), sentence.words(token.i - 1, token.i), "nominal")
    return Mention(token.span, token.text, "pronoun")


def _is_mention(token: Token) -> bool:
    """Tell whether the words are a mention of their own: possessives and relative pronouns are none."""
    return (token.pos == "PRON" and not _relative(token) and token.dep != "nmod:poss") or token.lower == "land"


def _relative(token: Token) -> bool:
    return token.pos == "PRON" and (token.tag.startswith("VNW|betr") or "PronType=Rel" in token.morph)


_STOPS = frozenset(",;:.?!")


class _Resolver:
    def __init__(
        self, analysis: Analysis, named: dict[Key, tuple[str, ...]], register: Register, voices: Voices, government: str | None
    ) -> None:
        self.analysis, self.named, self.register, self.voices = analysis, named, register, voices
        self.government = government
        self._voice = {p.part_id: p.voice for p in analysis.document.parts}
        self._genders = find_genders(analysis, named)

    def referents(self, sentence: Sentence, token: Token) -> tuple[str, ...]:
        """Return the ids a token stands for as a pronoun; empty when it is none or nobody fits alone."""
        if _relative(token):
            return self._antecedent(sentence, token)
        form = _forms().get(token.lower)
        if token.lower == "land" and token.i > 0 and sentence.tokens[token.i - 1].lower == "ons":
            return self._own_country()
        if form is not None and form.person == "owner":
            return self._voiced(self._voice.get(sentence.part_id), form) if token.dep == "nmod:poss" else ()
        if form is None or token.pos not in {"PRON", "PROPN", "DET", "X"} or token.dep in {"nmod:poss", "det"}:
            return ()
        if form.person == "third":
            fits = (token.dep in _SUBJECT or _told_by(sentence, token)) and (form.gender != "n" or _does(sentence, token))
            return self._third(sentence, token, form) if fits else ()
        return self._voiced(self._voice.get(sentence.part_id), form)

    def _voiced(self, voice: str | None, form: Form) -> tuple[str, ...]:
        if voice is None:
            return ()
        own, other = ("asker", "answerer") if voice == "asker" else ("answerer", "asker")
        if form.person == "second" or form.number == "other":
            return (other,)
        if form.number == "singular":
            return (own,)
        if voice == "answerer":
            return (self.government or own,)
        # *wij* of one asker is everybody or a party: nobody in particular
        return (own,) if len(self.analysis.document.header.askers) > 1 else ()

    def _own_country(self) -> tuple[str, ...]:
        state = chamber(self.analysis.document).get("state")
        node = self.register.by_key(state) if state else None
        return (node.actor_id,) if node else ()

    def _antecedent(self, sentence: Sentence, token: Token) -> tuple[str, ...]:
        verb = next((a for a in (token, *sentence.ancestors(token.i)) if a.dep == "acl:relcl"), None)
        if verb is None or verb.head >= token.i or token.lower in {"hetgeen", "wat"}:  # these take up what a clause says
            return ()
        return self.named.get((sentence.index, verb.head), ())

    def _third(self, sentence: Sentence, token: Token, form: Form) -> tuple[str, ...]:
        plural = _plural(sentence, token) if form.number == "by-verb" else form.number == "plural"
        if plural is None:
            return ()
        for tier in self._tiers(sentence, token):
            fits = [(s, t) for s, t in tier if self._agrees(s, t, form, plural=plural)]
            beside = self._beside(sentence, token, tier, plural=plural)
            meant = self._meant(form, [self._ids(s, t) for s, t in fits], beside, plural=plural)
            if meant is not None:
                return meant
            if len(fits) > 1 and _main(sentence, token):
                fits = [(s, t) for s, t in fits if _main(s, t)] or fits
            if len({self._ids(s, t) or (str(t.span),) for s, t in fits}) == 1:
                return self._human(self._ids(*fits[0]), form)
            if fits:
                return ()
        return ()

    def _meant(
        self, form: Form, subjects: list[tuple[str, ...]], beside: list[tuple[str, ...]], *, plural: bool
    ) -> tuple[str, ...] | None:
        """Return whom a pronoun means who is named beside the subjects, nobody where that is in doubt; None for a subject."""
        if form.gender == "n" or not beside:
            return None
        one = beside[0] if len(set(beside)) == 1 else ()
        if form.gender is None:  # *deze* is not the subject; where things could be meant it is nobody
            return one if subjects and all(subjects) else ()
        told = [ids for ids in beside if (len(ids) > 1 if plural else self._sex(ids) == form.gender)]
        if not subjects:
            return (told[0] if len(set(told)) == 1 else ()) if told else None
        if plural or not all(self._is_person(ids) and self._sex(ids) is None for ids in subjects):
            return None
        doubted = [ids for ids in beside if form.gender == "f" and self._sex(ids) is None and self._is_person(ids)]
        return () if told or doubted else None

    def _human(self, ids: tuple[str, ...], form: Form) -> tuple[str, ...]:
        """Return the ids; a name of which nothing was known is a person's when *hij* takes it up."""
        node = self.register.node(ids[0]) if len(ids) == 1 and form.gender == "m" else None
        if node is not None and _may_be_person(node):
            node.actor_type, node.person = "person", True
        return ids

    def _tiers(self, sentence: Sentence, token: Token) -> Iterator[list[tuple[Sentence, Token]]]:
        yield [(sentence, t) for t in _subjects(sentence) if t.i < token.i and t.head != token.head]
        for back in () if token.lower == "het" else (1, 2):
            index = sentence.index - back
            if index < 0 or self.analysis.sentences[index].part_id != sentence.part_id:
                return
            before = self.analysis.sentences[index]
            yield [(before, t) for t in _subjects(before)]

    def _beside(
        self, sentence: Sentence, token: Token, tier: list[tuple[Sentence, Token]], *, plural: bool
    ) -> list[tuple[str, ...]]:
        """Return whom the sentence of these subjects names besides them, in its own words, of the number asked for.

        A noun or a name that stands for no actor is an empty tuple: it may be meant as well.
        """
        if not tier:
            return []
        home = tier[0][0]
        begin = min(t.i for _, t in tier)
        out = []
        for t in home.tokens[begin + 1 : token.i if home is sentence else None]:
            if t.pos not in {"NOUN", "PROPN"} or t.dep.split(":")[0] not in _BESIDE:
                continue
            ids = self._ids(home, t)
            if ((len(ids) > 1 or "Number=Plur" in t.morph) == plural) and (ids or t.pos == "PROPN" or _common(home, t)):
                out.append(ids)
        return out

    def _sex(self, ids: tuple[str, ...]) -> str | None:
        return self._genders.get(ids[0]) if len(ids) == 1 else None

    def _is_person(self, ids: tuple[str, ...]) -> bool:
        """Tell whether ids are those of one person, or of a name that may be one's."""
        node = self.register.node(ids[0]) if len(ids) == 1 else None
        return node is not None and (node.actor_type in _PEOPLE or _may_be_person(node))

    def _ids(self, sentence: Sentence, token: Token) -> tuple[str, ...]:
        joined = [i for t in sentence.conjuncts(token.i) for i in self.named.get((sentence.index, t.i), ())]
        return tuple(dict.fromkeys(joined))

    def _agrees(self, sentence: Sentence, token: Token, form: Form, *, plural: bool) -> bool:
        spoken = _forms().get(token.lower) if token.pos == "PRON" else None
        if spoken is not None and spoken.person != "third":
            return False  # who says *ik* or *u* is no *hij*: *Ik belde de schipper. Hij zei …*
        ids = self._ids(sentence, token)
        if form.gender == "n":  # what a body does is told of it in a clause with *dat*, what a state does in any
            state = len(ids) == 1 and self.register.node(ids[0]).actor_type == "state"
            return state or _neuter(sentence, token)
        if not ids:
            return (
                token.pos in {"NOUN", "PROPN"}
                and ("Number=Plur" in token.morph) == plural
                and (plural or form.gender != "m" or _common(sentence, token))
            )
        types = {self.register.node(i).actor_type for i in ids}
        many = len(ids) > 1 or bool(types & _MANY) or ("Number=Plur" in token.morph and _plural(sentence, token) is not False)
        if not plural and form.gender in {"m", "f"} and self._sex(ids) not in {None, form.gender}:
            return False
        if many != plural:
            return False
        unknown = len(ids) == 1 and _may_be_person(self.register.node(ids[0]))
        return plural or form.gender != "m" or bool(types & _PEOPLE) or unknown or _common(sentence, token)


def _may_be_person(node: Node) -> bool:
    """Tell whether a name can be a person's: two or three words written as names are, of which nothing else is known."""
    parts = node.label.split()
    written = all(p[0].isupper() and p[1:].islower() for p in parts)
    return node.key is None and node.actor_type == "organisation" and 2 <= len(parts) <= 3 and written


def _common(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun has *de*: *hij* can take it up, a word with *het* it cannot."""
    return any(t.lower in {"de", "deze", "die"} for t in sentence.children(token.i, "det"))


def _neuter(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun is one that *het* takes up: it has *het* or *dit*, or the tagger knows it as such."""
    article = any(t.lower in {"het", "dit", "dat"} for t in sentence.children(token.i, "det"))
    return article or ("Gender=Neut" in token.morph and "Number=Sing" in token.morph and token.pos == "NOUN")


def _does(sentence: Sentence, token: Token) -> bool:
    """Tell whether the verb of *het* says what somebody does, in a clause that depends on another."""
    verb = sentence.tokens[token.head]
    clause = verb.dep.split(":")[0] in {"advcl", "ccomp", "acl", "conj", "xcomp"}
    passive = any(t.dep == "aux:pass" for t in sentence.children(verb.i, "aux:pass"))
    judged = sentence.children(verb.i, "cop", "csubj", "expl")
    return clause and verb.pos == "VERB" and verb.lemma.lower() not in _loose() and not passive and not judged


@cache
def _loose() -> frozenset[str]:
    entries: Any = assets.load_yaml("data", "lexicons", "pronouns.yaml")
    return frozenset(entries["it"]["loose"])


def _told_by(sentence: Sentence, token: Token) -> bool:
    """Tell whether a pronoun is one that something stands on the authority of (*volgens hem*)."""
    return any(t.lower in {"volgens", "aldus"} for t in sentence.children(token.i, "case"))


def _subjects(sentence: Sentence) -> list[Token]:
    nouns = {"NOUN", "PROPN"}
    return [
        t for t in sentence.tokens
        if (t.dep in _SUBJECT and (t.pos in nouns or t.lower in _forms())) or (t.pos in nouns and _told_by(sentence, t))
    ]  # fmt: skip


def _main(sentence: Sentence, token: Token) -> bool:
    head = sentence.tokens[token.head]
    while head.dep == "conj" and head.head != head.i:
        head = sentence.tokens[head.head]
    return head.dep == "ROOT" or head.head == head.i


def _plural(sentence: Sentence, token: Token) -> bool | None:
    """Tell by the finite verb of the clause whether its subject is plural; None when the clause shows no finite verb."""
    head = sentence.tokens[token.head]
    for verb in (head, *sentence.children(head.i, "aux", "cop")):
        if "VerbForm=Fin" in verb.morph or "|pv|" in verb.tag:
            if "Number=Plur" in verb.morph:
                return True
            if "Number=Sing" in verb.morph:
                return False
    bare = "VerbForm=Inf" in head.morph and token.dep in _SUBJECT and not sentence.children(head.i, "aux")
    return True if bare else None  # the tagger takes a plural at the end of a clause for an infinitive
