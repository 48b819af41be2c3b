"""Phrase -> the actors it stands for, where it names them well enough to take part in a happening.

A name, a pronoun that was resolved, a definite or counted group; never a bare plural. A phrase brings in those joined to it, whom
it lists or includes (*de leden Peeters en Maes*, *de partners, waaronder X*), and those of whom it counts some.
"""

from __future__ import annotations

from collections.abc import Iterator

from relaas.extract.carrying import company
from relaas.extract.cast import Cast
from relaas.extract.clauses import RELATIVES, case_of, is_definite, is_nominal, own_words
from relaas.gazetteer import bundled
from relaas.model import Sentence, Token

_MANY = frozenset({"wij", "we", "zij", "ze"})
_COUNTS = frozenset({"deel", "helft", "aantal", "merendeel", "tientallen", "honderden", "duizenden"})


class Presence:
    """One sentence with the cast of its document: answers whom its phrases stand for."""

    def __init__(self, sentence: Sentence, cast: Cast) -> None:
        self.sentence, self.cast = sentence, cast
        self._known = {a.actor_id for a in cast.actors}
        self.loose: set[str] = set()  # who is named well enough to take part, not to make a happening of what is named

    def ids(self, token: Token) -> tuple[str, ...]:
        """Return the actors a phrase stands for, coordinated ones too, when they are named well enough to take part."""
        out: list[str] = []
        for one in self.sentence.conjuncts(token.i):
            if self._named_after(one):
                continue
            if listed := self._listed(one):
                out += listed
                continue
            such = [c for c in self.sentence.children(one.i, "nmod", "obl") if self._opener(c) in ("zoals", "als")]
            beside = self.sentence.children(one.i, "appos")
            spots = (one, *self.sentence.children(one.i, "flat", "appos"), *such)
            found = [self._here(s, one) for s in spots]
            named: list[tuple[str, ...]] = [ids for spot, ids in zip(spots, found, strict=True) if ids and spot.pos == "PROPN"]
            named += [ids for spot in beside if (ids := self._named_of(one, spot))]
            if self._is_related(one):  # *mijn collega, de minister van Justitie*
                named += [ids for spot in beside if (ids := self._here(spot, one))]
            out += next(iter(named or [ids for ids in found if ids]), ())  # *een bedrijf, Woosh*: the name goes before
            out += [a for spot in beside if self._goes_beside(one, spot) for a in self.ids(spot)]
            out += () if any(found) else self._behind(self._antecedent(one) or one)
            for other in (*self._included(one), *self._whole(one)):
                out += self.ids(other)
        return tuple(dict.fromkeys(out))

    def _behind(self, noun: Token) -> tuple[str, ...]:
        """Return the state whose side or means acts: *van Franse zijde*, *Russische raketten troffen*."""
        if noun.lower not in company()["acting"]["nouns"]:
            return ()
        before = (t for t in self.sentence.children(noun.i, "amod", "nmod") if t.i < noun.i)
        return next((ids for t in before if (ids := self._of_nationality(t))), ())

    def case(self, token: Token) -> str:
        """Return the preposition of a phrase, also where the parser hung it on the adjective: *met de Europese directie*."""
        before = (c for c in self.sentence.children(token.i, "amod") if c.i < token.i)
        return case_of(self.sentence, token) or next((case for c in before if (case := case_of(self.sentence, c))), "")

    def _here(self, spot: Token, head: Token) -> tuple[str, ...]:
        found = self.cast.at(self.sentence.index, spot.i)
        noun = self._antecedent(spot)
        if noun is not None and set(found) & set(self.cast.at(self.sentence.index, noun.i)):
            spot = head = noun  # *leden die* is as well named as *leden*
        return tuple(a for a in found if self._is_named(a, spot, head))

    def _antecedent(self, pronoun: Token) -> Token | None:
        """Return the noun that a relative pronoun stands for, as the tree has it."""
        clause = self.sentence.tokens[pronoun.head]
        relative = pronoun.pos == "PRON" and pronoun.lower in RELATIVES and clause.dep.startswith("acl")
        return self.sentence.tokens[clause.head] if relative and clause.head < pronoun.i else None

    def _named_of(self, many: Token, spot: Token) -> tuple[str, ...]:
        """Return those whose names follow a second plural noun: *de ministers van Werk en Handel, de heren Smit en De Vos*."""
        plural = "Number=Plur" in many.morph and "Number=Plur" in spot.morph and spot.pos == "NOUN"
        names = [t for t in self.sentence.children(spot.i, "appos", "flat") if t.pos == "PROPN"] if plural else []
        return tuple(a for t in names for one in self.sentence.conjuncts(t.i) for a in self._here(one, one))

    def _is_related(self, token: Token) -> bool:
        """Tell whether a noun says whose somebody is, who is named after it: *mijn collega*, *zijn voorganger*."""
        return token.pos == "NOUN" and bool(self.sentence.children(token.i, "nmod:poss"))

    def _goes_beside(self, token: Token, other: Token) -> bool:
        """Tell whether what was read as another name of the one before it is one more: *wij, de minister en ik*, *X, de Y en Z*.

        A comma closes what only says who somebody is (*X, de voorzitter van Y, en Z*), not another name (*X, de Y, W en Z*).
        """
        tokens = self.sentence.tokens
        words = [i for i in self.sentence.subtree(other.i) if tokens[i].pos != "PUNCT"]
        if other.i < token.i or not words[0] or tokens[words[0] - 1].text != ",":
            return False
        if token.pos == "PRON":
            return token.lower in _MANY
        joined = [t for t in self.sentence.children(token.i, "conj") if t.i > other.i]
        last = words[-1] + 1
        named = other.pos == "PROPN" and not set(self._here(other, token)) & set(self._here(token, token))
        closing = ("en", "alsook", "alsmede", "evenals", *((",",) if named else ()))
        listed = last < len(tokens) and tokens[last].lower in closing
        return listed and bool(joined) and bool(self.sentence.children(other.i, "det")) and bool(self._here(other, token))

    def _named_after(self, token: Token) -> bool:
        """Tell whether a name between commas says who a noun with *een* is, read as one more: *een bedrijf, Woosh, begon*."""
        tokens = self.sentence.tokens
        comma = token.i + 2 < len(tokens) and tokens[token.i + 1].text == ","
        name = tokens[token.i + 2] if comma else None
        if name is None or name.pos != "PROPN" or name.dep != "conj" or self.sentence.children(name.i, "cc"):
            return False
        last = self.sentence.subtree(name.i)[-1]
        closed = any(t.text == "," for t in tokens[max(last, name.i + 1) : last + 2])
        return closed and any(d.lower == "een" for d in self.sentence.children(token.i, "det"))

    def _listed(self, token: Token) -> tuple[str, ...]:
        """Return those whose names follow a plural noun, wherever the parser hung them: *de leden Peeters en Maes*."""
        first = self.sentence.tokens[token.i + 1] if token.i + 1 < len(self.sentence.tokens) else None
        if first is None or "Number=Plur" not in token.morph or not first.text[0].isupper():
            return ()
        found = [self.cast.at(self.sentence.index, t.i) for t in self.sentence.conjuncts(first.i) if t.i > token.i]
        own = self.cast.at(self.sentence.index, token.i)
        return tuple(dict.fromkeys(a for ids in found for a in ids if a in self._known and a not in own))

    def _whole(self, token: Token) -> tuple[Token, ...]:
        """Return those of whom a count is some: *een van de leden*, *de helft van de leden*."""
        counts = token.pos in ("NUM", "DET", "PRON") or token.lower in _COUNTS
        if not counts or self._here(token, token):
            return ()
        below = self.sentence.children(token.i, "nmod", "obl")
        return tuple(c for c in below if c.i > token.i and case_of(self.sentence, c) == "van")[:1]

    def _opener(self, token: Token) -> str:
        """Return the word that joins a phrase to the one above it, whatever the parser takes it for (*zoals*, *waaronder*)."""
        return next((c.lower for c in self.sentence.children(token.i, "case", "mark", "advmod", "cc") if c.i < token.i), "")

    def _included(self, token: Token) -> Iterator[Token]:
        """Yield those who are named as some of a phrase, hung on it or beside it: *de partners, waaronder de gemeente Hoorn*."""
        words = {row["word"] for row in company()["including"]}
        after = [c for c in self.sentence.children(token.head) if c.i > token.i and token.head != token.i]
        beside = after[: next((n + 1 for n, c in enumerate(after) if is_nominal(c)), len(after))]
        for child in (*self.sentence.children(token.i), *beside):
            if child.i <= token.i or child.dep == "conj":
                continue
            if child.lower in words:  # *inclusief* read as an adjective
                yield from self.sentence.children(child.i, "obj", "nmod", "obl")
            elif is_nominal(child) and (self._opener(child) in words or self._goes_on(child)):
                yield child
        yield from self._right_behind(token, words)

    def _right_behind(self, token: Token, words: set[str]) -> Iterator[Token]:
        """Yield the noun that is named as one of a phrase right behind it, wherever the parser hung that."""
        tokens = self.sentence.tokens
        at = self.sentence.subtree(token.i)[-1] + 1
        at += at < len(tokens) and tokens[at].text == ","
        if at >= len(tokens) or tokens[at].lower not in words:
            return
        spot = tokens[tokens[at].head]
        if spot.i > at and is_nominal(spot):
            yield spot

    def _goes_on(self, token: Token) -> bool:
        """Tell whether a list goes on in a phrase that the parser set beside it: *X, inclusief Y, de gemeente Hoorn en Z*."""
        first = self.sentence.subtree(token.i)[0]
        comma = first > 0 and self.sentence.tokens[first - 1].text == ","
        own = self.sentence.children(token.i, "case", "mark", "nsubj", "cop")
        return comma and not own and token.dep == "parataxis" and bool(self.sentence.children(token.i, "conj"))

    def _is_named(self, actor_id: str, token: Token, head: Token) -> bool:
        if actor_id not in self._known:
            return False
        own = actor_id.startswith("actor/") or actor_id in ("asker", "answerer") or token.pos in ("PRON", "PROPN")
        if own or (token.i > 0 and token.text[0].isupper()):  # *Defensie*
            return True
        actor = self.cast.actor(actor_id)
        named = actor.actor_type != "group" and any(m.form in ("name", "abbreviation") for m in actor.mentions)
        below = (self.sentence.tokens[i] for i in own_words(self.sentence, head.i) if 0 < i != head.i)
        definite = is_definite(self.sentence, head.i) or any(t.text[0].isupper() for t in below)
        here = (m.text for m in actor.mentions if m.span.start <= token.span.start and token.span.end <= m.span.end)
        whose = any(w[0].isupper() for text in here for w in text.split()[1:])  # *vertegenwoordigers van de VNG*
        if definite and self._is_of_a_kind(token, head):  # *als de werkgever dat heeft gemeld*
            self.loose |= {actor_id}
            return True
        if named or definite or whose or self._is_counted(head):
            return True
        of_somebody = self._is_of_somebody(head)
        self.loose |= {actor_id} if of_somebody else set()
        return of_somebody

    def _is_of_a_kind(self, token: Token, head: Token) -> bool:
        """Tell whether *de werkgever, de huurder* stands for anyone of a kind: no name and nothing that says which."""
        below = [self.sentence.tokens[i] for i in own_words(self.sentence, head.i) if i != head.i]
        which = any(t.text[0].isupper() for t in below if t.i > 0) or self.sentence.children(head.i, "acl", "appos")
        article = {t.lower for t in self.sentence.children(head.i, "det")} <= {"de", "het", "een"}
        single = token is head and "Plur" not in head.morph
        return single and article and not which and head.lower in company()["kinds"]["nouns"]

    def _is_counted(self, token: Token) -> bool:
        """Tell whether so many bodies do something: *zeven gemeenten tekenden*, *door twaalf bedrijven*; people are figures."""
        number = [t for t in self.sentence.children(token.i, "nummod") if t.i < token.i and t.lower not in ("een", "één", "1")]
        if not number or "Number=Plur" not in token.morph or not token.lower.endswith(tuple(company()["counted"]["endings"])):
            return False
        first = token
        while first.dep == "conj" and first.head != first.i:
            first = self.sentence.tokens[first.head]
        joined = first is not token and bool(self._here(first, first))
        return joined or first.dep in ("nsubj", "obl:agent") or case_of(self.sentence, first) == "door"

    def _is_of_somebody(self, token: Token) -> bool:
        """Tell whether people are those of a definite body: *experts van de politie*."""
        people = token.pos == "NOUN" and token.lower not in _COUNTS
        bodies = [t for t in self.sentence.children(token.i, "nmod") if people and case_of(self.sentence, t) == "van"]
        known = (t for t in bodies if set(self.cast.at(self.sentence.index, t.i)) & self._known)
        return any(t.i > token.i and is_definite(self.sentence, t.i) for t in known)

    def _of_nationality(self, token: Token) -> tuple[str, ...]:
        """Return the states of an adjective: *Franse*, *Frans-Duitse*."""
        whole = self._named_in_gazetteer(token.text, ("adjective", "demonym"))
        parts = () if whole else token.text.split("-")
        found = [self._named_in_gazetteer(p, ("adjective", "demonym")) for p in parts if p[:1].isupper()]
        return whole or (tuple(a for ids in found for a in ids) if len(parts) > 1 and len(found) == len(parts) else ())

    def _named_in_gazetteer(self, form: str, forms: tuple[str, ...]) -> tuple[str, ...]:
        """Return the actor of the document that a word, or the first part of one, stands for in the gazetteer."""
        ids = [m.entry.local for m in bundled().lookup(form) if m.form in forms and m.entry.local in self._known]
        return tuple(dict.fromkeys(ids))[:1]
