"""Sentence + Cast -> Scene: what the rules of claims ask about one sentence.

Heads are taken before labels (obl, obl:arg, nmod and advmod are one class), because the parser is surer of the first. A scene
knows nothing of cues; it answers who a noun phrase stands for, what a clause holds, and whether words are negated.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from relaas.extract.cast import Cast
from relaas.extract.claims.lexicon import reporting
from relaas.extract.claims.quotes import MARKS, Quoted
from relaas.model import CitedSource, Part, Sentence, Span, Token

OBLIQUE = frozenset({"obl", "obl:arg", "obl:agent", "nmod", "advmod", "iobj"})
SUBJECTS = ("nsubj", "nsubj:pass")
CLAUSES = frozenset(
    {
        "ccomp",
        "xcomp",
        "advcl",
        "acl",
        "acl:relcl",
        "csubj",
        "parataxis",
        "root",
        "ROOT",
        "conj",
        "obl",
        "obj",
        "nsubj",
        "appos",
        "dep",
    }
)
NEGATIONS = frozenset({"niet", "geen", "nooit", "evenmin", "nergens", "niemand", "noch", "geenszins", "allerminst", "nauwelijks"})
#: Verbs below which an act is as good as performed (*ik wens te benadrukken dat*).
WISHES = frozenset({"willen", "wensen"})
#: Relative pronouns that take up what a clause says, so that nobody is meant.
OF_CLAUSE = frozenset({"hetgeen", "wat"})
_THIRD = frozenset({"hij", "zij", "ze", "hem", "haar"})
_ASKING_FIRST = frozenset({"wat", "hoe", "waarom", "wie", "wanneer", "waar"})
_POINTING = frozenset(
    "deze dit aangehaalde genoemde bovengenoemde voornoemde bovenvermelde voormelde desbetreffende betreffende bewuste".split()
)
_PROVISIONS = frozenset({"artikel", "artikelen", "art", "art.", "paragraaf", "hoofdstuk", "bijlage", "overweging", "bepaling"})
_DEMONSTRATIVE = frozenset({"dit", "deze"})
_NARROWING = frozenset({"amod", "nmod", "acl", "acl:relcl", "appos", "flat"})
_DEFINITE = frozenset({"het", "de", "dit", "deze", "dat", "die"})
#: What makes of *niet* before a phrase that others are meant too.
_NOT_ONLY = frozenset({"alleen", "enkel", "slechts", "louter", "uitsluitend", "zozeer", "in"})
_ONLY = (("alleen",), ("enkel",), ("slechts",), ("louter",), ("uitsluitend",))
#: Participles of verbs of motion and change, whose perfect has *zijn*; compounds too (*aangegaan*).
_WITH_ZIJN = tuple(
    "gegaan gekomen geworden geweest gebleven gebleken begonnen getreden vertrokken gevallen gestegen gedaald ontstaan verschenen"
    " overleden geslaagd toegenomen afgenomen gebeurd gelukt verhuisd teruggekeerd gevlucht gegroeid gestorven verdwenen".split()
)


@dataclass(frozen=True)
class Scene:
    """One sentence of a part, with the cast, the cited sources, and the quoted stretches of its passage."""

    sentence: Sentence
    part: Part
    cast: Cast
    sources: tuple[CitedSource, ...]
    quotes: tuple[Quoted, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The forms of the sentence in lower case."""
        return tuple(t.lower for t in self.sentence.tokens)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The forms of the sentence without order, to rule out quickly what is not in it."""
        return frozenset(self.words)

    @property
    def voice(self) -> str:
        """The id of the voice of the part."""
        return self.cast.voices.get(self.part.part_id, "asker" if self.part.voice != "answerer" else "answerer")

    @property
    def other_voice(self) -> str:
        """The id of the voice that is spoken to."""
        other = "question" if self.part.kind == "answer" else "answer"
        for part_id, voice in self.cast.voices.items():
            if voice != self.voice and (part_id.startswith(other[0])):
                return voice
        return "asker" if self.part.kind == "answer" else "answerer"

    @property
    def asks(self) -> bool:
        """Whether the sentence is a question put to the other side."""
        if self.part.kind not in ("question", "sub-question", "context"):
            return False
        first = self.tokens[0]
        asking = len(self.tokens) > 1 and first.lower in _ASKING_FIRST
        verb = self.tokens[1] if asking else first
        opens = self.part.kind == "question" and verb.pos in ("VERB", "AUX") and "VerbForm=Fin" in verb.morph
        return opens or self.sentence.text.rstrip(" \"'”’»)").endswith("?")

    def who(self, i: int) -> tuple[str, ...]:
        """Return the ids of the actors, or cited sources, that the phrase headed by token `i` stands for, with all it joins."""
        out: list[str] = []
        apart: set[int] = set()
        for token in self.sentence.conjuncts(i):
            if self._is_excluded(token):
                continue
            if token.i != i and (token.pos == "VERB" or token.head in apart or (self.case_of(token.i) and not self.case_of(i))):
                apart.add(token.i)
                continue
            out.extend(self._one(token.i))
        out.extend(x for t in self._listed(i) for x in self._one(t.i))
        return tuple(dict.fromkeys(out))

    def _is_excluded(self, token: Token) -> bool:
        """Tell whether *niet* before a phrase says that others are meant (*niet de raad maar de bond*, not *niet alleen*)."""
        no = [t.i for t in self.sentence.children(token.i, "amod", "advmod", "det", "cc:preconj") if t.lower == "niet"]
        return any(i < token.i and self.words[i + 1] not in _NOT_ONLY for i in no)

    def _listed(self, i: int) -> tuple[Token, ...]:
        """Return what was read as appositions but stands in a list that goes on: *de X, de Y en ik*."""
        joined = [t.i for t in self.sentence.children(i, "conj")]
        others = [t for t in self.sentence.children(i, "appos") if t.i > i and self._has_article(t)]
        if not joined and len(others) == 1 and self._is_plural(self.tokens[i].head):
            return (
                (others[0], *self.sentence.children(others[0].i, "conj")) if self.sentence.children(others[0].i, "conj") else ()
            )
        return tuple(t for t in self.sentence.children(i, "appos") if joined and i < t.i < joined[0] and self._has_article(t))

    def _is_plural(self, verb: int) -> bool:
        """Tell whether the finite form of a verb is plural, so that its subject is several (*de X, de Y en de Z hebben*)."""
        forms = (self.tokens[verb], *self.sentence.children(verb, "aux", "cop"))
        return any("VerbForm=Fin" in t.morph and "Number=Plur" in t.morph for t in forms)

    def _has_article(self, token: Token) -> bool:
        return any(t.lower in _DEFINITE for t in self.sentence.children(token.i, "det"))

    def _one(self, i: int) -> tuple[str, ...]:
        sentence = self.sentence
        found = self.cast.at(sentence.index, i)
        if found:
            # whoever is addressed with *u* is not *ze*
            other = found == (self.other_voice,) and self.words[i] in _THIRD and "u" in self.vocabulary
            return () if other or (found[0].startswith("actor/") and self._longer_name(i, found[0])) else found
        named = [t for t in sentence.children(i, "appos", "flat") if not self._stands_apart(t)]
        for token in named:
            found = found or self.cast.at(sentence.index, token.i)
        token = sentence.tokens[i]
        if not found and (token.tag.startswith("VNW_betr") or "PronType=Rel" in token.morph):
            found = self.antecedent(i)
        return found or self._document(i)

    def _stands_apart(self, token: Token) -> bool:
        """Tell whether what was read as an apposition is a phrase of its own: it has a determiner and no comma before it."""
        own = self.sentence.children(token.i, "det", "nmod:poss")
        return bool(own) and own[0].i > 0 and self.tokens[own[0].i - 1].text[-1] not in ",(–-:"

    def antecedent(self, i: int) -> tuple[str, ...]:
        """Return whom the noun stands for that the relative clause of token `i` describes."""
        clause = next((a for a in self.sentence.ancestors(i) if a.dep in ("acl:relcl", "acl")), None)
        if clause is None or clause.head == i or self.words[i] in OF_CLAUSE:
            return ()
        head = clause.head
        while self.words[i] == "die" and self._is_neuter(head) and self.tokens[head].dep in ("nmod", "appos"):
            head = self.tokens[head].head  # *de gebruikers van het net, die*
        return self.who(head) or (self._nearest(head, i) if head == clause.head else ())

    def _is_neuter(self, i: int) -> bool:
        """Tell whether a noun has the article of what *die* cannot take up."""
        return any(t.lower in ("het", "dit") and t.i < i for t in self.sentence.children(i, "det"))

    def _longer_name(self, i: int, actor_id: str) -> bool:
        """Tell whether the name of a state is only the beginning of another name (*Sudan Humanitarian Response Plan*)."""
        if any(a.actor_id == actor_id and not a.geopolitical for a in self.cast.actors):
            return False  # a body is called by the first word of its name (*Zeewind Bouw*)
        after = self.sentence.children(i, "flat")
        return any(t.i == i + 1 and t.pos == "PROPN" and not self.cast.at(self.sentence.index, t.i) for t in after)

    def _nearest(self, top: int, before: int) -> tuple[str, ...]:
        """Return the last actor named below token `top` before a relative pronoun whose clause the parser hung too high."""
        for i in reversed([j for j in self.sentence.subtree(top) if j < before]):
            found = self.cast.at(self.sentence.index, i)
            if found:
                between = self.tokens[i + 1 : before]
                other = any(t.pos == "NOUN" and t.i not in self.sentence.subtree(i) for t in between)
                return () if other or self.tokens[i].pos == "PRON" else found
        return ()

    def _document(self, i: int) -> tuple[str, ...]:
        """Return the cited source that the phrase names, when it is the phrase and not something inside it."""
        span = self.phrase(i)
        head = self.tokens[i].span
        for source in self.sources:
            for mention in source.mentions:
                if mention.span.contains(head) or (span.contains(mention.span) and mention.span.start <= head.end + 1):
                    return (source.source_id,)
        return self._provision(i) or self._document_again(i)

    def _provision(self, i: int) -> tuple[str, ...]:
        """Return the document that an article or chapter with its number is of (*artikel 12 van de Waterwet bepaalt dat*)."""
        words, span = self.words, self.phrase(i)
        numbered = i + 1 < len(words) and any(c.isdigit() for c in words[i + 1])
        if words[i] not in _PROVISIONS or not numbered or "van" not in words[i + 2 :]:
            return ()
        van = words.index("van", i + 2)
        of = self.tokens[van].span.start
        inside = ((m.span.start, s.source_id) for s in self.sources for m in s.mentions if m.span.start > of)
        found = min(((start, x) for start, x in inside if start < span.end), default=None)
        again = next((t.i for t in self.tokens[van + 1 : van + 4] if t.pos == "NOUN"), None)  # *artikel 12 van deze wet*
        return (found[1],) if found else self._document_again(again) if again is not None else ()

    def is_title(self, source_id: str, i: int) -> bool:
        """Tell whether token `i` is a word of the title of that source, so that the source does not say it."""
        return any(m.span.contains(self.tokens[i].span) for s in self.sources if s.source_id == source_id for m in s.mentions)

    def _document_again(self, i: int) -> tuple[str, ...]:
        """Return the one source of its kind that was cited before, if the phrase is no more than *het verslag*, *deze brief*."""
        token = self.tokens[i]
        kind = self._kind_of_paper(token)
        below = self.sentence.children(i)
        definite = any(t.lower in _DEFINITE for t in below)
        pointing = any(t.lower in _POINTING for t in below)
        if kind is None or not definite or any(t.dep in _NARROWING and t.lower not in _POINTING for t in below):
            return ()
        before = [s for s in self.sources if any(m.span.end <= token.span.start for m in s.mentions)]
        cited = [s for s in before if s.source_type == kind and kind != "other"]
        others = [s for s in cited if kind == "law" and all(token.lemma.lower() not in m.text.lower() for m in s.mentions)]
        cited = [s for s in cited if s not in others]  # a directive is no act of parliament
        if pointing and cited:  # *deze brief* is the one named last
            cited = [max(cited, key=lambda s: max(m.span.end for m in s.mentions if m.span.end <= token.span.start))]
        if any(t.lower in _DEMONSTRATIVE for t in below) and not cited:
            return tuple(x for x in self.just_named() if all(x != s.source_id for s in others))
        return (cited[0].source_id,) if len(cited) == 1 else ()

    def is_of_paper(self, i: int) -> bool:
        """Tell whether token `i` is the relative pronoun for something written, which then asks or says what follows."""
        token = self.tokens[i]
        if "PronType=Rel" not in token.morph and not token.tag.startswith("VNW_betr"):
            return False
        clause = next((a for a in self.sentence.ancestors(i) if a.dep == "acl:relcl"), None)
        return clause is not None and clause.head < i and self._kind_of_paper(self.tokens[clause.head]) is not None

    def _kind_of_paper(self, token: Token) -> str | None:
        lexicon = reporting()
        lemma = token.lemma.lower()
        return lexicon.papers.get(lemma) or lexicon.writings.get(lemma) or lexicon.writings.get(token.lower)

    def just_named(self) -> tuple[str, ...]:
        """Return the one document that the sentence before names, which *daaruit* points at; none where it names more."""
        assert self.part.passage is not None
        passage, start = self.part.passage, self.sentence.span.start
        spans = [passage.span(s.start, s.end) for s in self.part.sentences]
        before = next((s for s in reversed(spans) if s.end <= start), None)
        named = [s.source_id for s in self.sources if before and any(before.contains(m.span) for m in s.mentions)]
        return tuple(named) if len(named) == 1 else ()

    def phrase(self, i: int) -> Span:
        """Return the source span of the phrase headed by token `i`, without relative clauses after it."""
        keep = [t for t in self.sentence.subtree(i) if t <= i or not self._in_clause(t, i)]
        return self.sentence.source_span(keep[0], keep[-1])

    def _in_clause(self, t: int, top: int) -> bool:
        while t != top:
            token = self.tokens[t]
            if token.dep.startswith(("acl", "parataxis", "advcl")):
                return True
            t = token.head
        return False

    def below(self, i: int) -> tuple[Token, ...]:
        """Return the tokens that hang below token `i`, and that token."""
        return tuple(self.tokens[j] for j in self.sentence.subtree(i))

    def case_of(self, i: int) -> str | None:
        """Return the preposition of the phrase headed by token `i`, in lower case."""
        cases = [
            t for t in self.sentence.children(i, "case", "mark") if t.i < i and (t.dep == "case" or t.lower in ("als", "behalve"))
        ]
        return cases[0].lower if cases else None

    def obliques(self, i: int, prepositions: tuple[str, ...]) -> tuple[Token, ...]:
        """Return the phrases below token `i` that one of the prepositions begins, in reading order."""
        below = self.sentence.children(i)
        return tuple(t for t in below if self._is_phrase(t) and self.case_of(t.i) in prepositions)

    def _is_phrase(self, token: Token) -> bool:
        """Tell whether a token can head a phrase beside a verb; a noun behind *als* was sometimes read as a clause."""
        return token.dep in OBLIQUE | {"obj", "xcomp"} or (token.dep == "advcl" and token.pos in ("NOUN", "PROPN", "ADJ"))

    def negated(self, anchors: tuple[int, ...]) -> int | None:
        """Return the token that negates one of the anchors, or the object beside it; None when none does."""
        for a in anchors:
            for t in self.sentence.children(a):
                denies = t.lower in NEGATIONS and not self._adds(t.i)
                if denies and t.dep in ("advmod", "det", "amod", "obl", "nsubj", "case", "obj"):
                    return t.i
        return None

    def _adds(self, i: int) -> bool:
        """Tell whether *niet* denies nothing, since more is said to hold (*eist niet alleen A maar ook B*)."""
        return self.words[i + 1 : i + 2] in _ONLY

    def negated_object(self, verb: int) -> int | None:
        """Return the *geen* that belongs to the object or subject of the verb; None when there is none."""
        for t in self.sentence.children(verb, "obj", "nsubj", "obl"):
            for d in self.sentence.children(t.i, "det", "advmod"):
                if d.lower == "geen":
                    return d.i
        return None

    def described(self, i: int) -> tuple[Token, ...]:
        """Return the nouns that *die* or *dat* takes up (*geen feiten of sporen die erop wijzen dat*); none for other words."""
        clause = next((a for a in self.sentence.ancestors(i) if a.dep in ("acl:relcl", "acl")), None)
        return self.sentence.conjuncts(clause.head) if clause is not None and self.words[i] in ("die", "dat") else ()

    def negated_subject(self, verb: int) -> int | None:
        """Return the word by which the subject of the verb, or what it takes up, is none (*niets wijst erop*)."""
        subjects = self.sentence.children(verb, *SUBJECTS)
        for t in (*subjects, *(d for s in subjects for d in self.described(s.i))):
            no = next((d for d in (t, *self.sentence.children(t.i, "det")) if d.lower in ("geen", "niets")), None)
            if no is not None:
                return no.i
        return None

    def is_mark(self, i: int) -> bool:
        """Tell whether token `i` is nothing but a quotation mark."""
        return all(c in MARKS for c in self.tokens[i].text)

    def is_passive(self, verb: int) -> bool:
        """Tell whether the verb stands in the passive; a participle with *zijn* does, but for verbs of motion and change."""
        if self.sentence.children(verb, "aux:pass"):
            return True
        token = self.tokens[verb]
        below = [t for t in self.sentence.children(verb, "aux", "cop") if t.dep == "aux" or token.pos == "VERB"]
        perfect = any(t.lemma in ("zijn", "worden") for t in below)
        return perfect and "VerbForm=Part" in token.morph and not token.lower.endswith(_WITH_ZIJN)

    def is_lost_verb(self, i: int) -> bool:
        """Tell whether a finite form right behind the first phrase was read as its apposition (*De bond | bezweert dat*)."""
        token = self.tokens[i]
        form = token.pos == "NOUN" and token.text.islower() and token.lower in reporting().finite
        behind = form and token.dep == "appos" and token.head == i - 1 and self.sentence.root.i == i - 1
        return behind and self.finite(i - 1) is None and not any("VerbForm=Fin" in t.morph for t in self.tokens[:i])

    def clause_top(self, i: int) -> int:
        """Return the head of the clause in which token `i` stands."""
        while self.tokens[i].head != i and not self._heads_clause(i):
            i = self.tokens[i].head
        return i

    def _heads_clause(self, i: int) -> bool:
        token = self.tokens[i]
        verbal = token.pos in ("VERB", "AUX") or bool(self.sentence.children(i, "cop"))
        return token.dep in CLAUSES and (verbal or token.dep not in ("obl", "obj", "nsubj", "appos", "dep", "conj", "parataxis"))

    def is_bare_participle(self, verb: int) -> bool:
        """Tell whether a participle describes a noun, before it (*gevraagde steun*) or after it (*, gesteund door*)."""
        token = self.tokens[verb]
        described = token.dep == "amod" or (token.dep == "acl" and not self.sentence.children(verb, "nsubj", "aux"))
        return described and "VerbForm=Part" in token.morph

    def finite(self, verb: int) -> Token | None:
        """Return the finite verb of the clause headed by token `verb`: itself, an auxiliary or the copula."""
        forms = (self.tokens[verb], *self.sentence.children(verb, "aux", "cop"))
        sure = next((t for t in forms if "VerbForm=Fin" in t.morph), None)  # an infinitive may have the tag of a plural
        return sure or next((t for t in forms if t.tag.startswith("WW_pv")), None)

    def mark(self, verb: int) -> str | None:
        """Return the word that subordinates the clause headed by token `verb` (*dat*, *als*, *om*), in lower case."""
        subjects = [t.i for t in self.sentence.children(verb, *SUBJECTS)]
        first = min((t for t in subjects if t < verb), default=len(self.tokens))
        # *als* behind the subject names what something is taken for (*het werk wordt als zwaar ervaren*)
        marks = [t for t in self.sentence.children(verb, "mark") if t.lower != "te" and not (t.lower == "als" and t.i > first)]
        return marks[0].lower if marks else None
