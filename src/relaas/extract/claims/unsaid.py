"""Draft -> whether it is no claim after all, though its cue has a holder and a content.

A condition, a measure named among others, an open question, people in general that a clause picks out, a verb in another sense
beside this subject: somebody stands with a word of saying, and says nothing. What is refused here is told by words and heads,
never by one label of the parser.
"""

from __future__ import annotations

from itertools import pairwise

from relaas.extract.claims.drafts import Draft
from relaas.extract.claims.edges import reads
from relaas.extract.claims.scene import Scene
from relaas.model import Token

#: Nouns for people in general, of whom a clause without a comma tells which are meant.
_PEOPLE = frozenset({"mens", "persoon", "iemand", "degene", "eenieder", "mensen", "personen", "degenen", "diegenen", "velen"})
_RULES = frozenset("voorwaarde eis vereiste uitgangspunt vuistregel randvoorwaarde bedoeling doel doelstelling".split())
_IF = frozenset({"als", "indien", "wanneer", "mits", "tenzij"})
_BECAUSE = frozenset({"omdat", "doordat", "aangezien"})
_OPEN = frozenset(
    "vraag kwestie discussie onduidelijk onzeker onbekend twijfelachtig afwachten bezien zien nagaan onderzoeken".split()
)
_ASKING = frozenset("waar hoe waarom wanneer wie wat welke welk hoeveel waarop waarvoor waarmee".split())


def unsaid(draft: Draft) -> bool:
    """Tell whether nobody says what a draft has somebody say."""
    return any(rule(draft) for rule in _RULES_OF_REFUSAL)


def _of_people(draft: Draft) -> bool:
    """Tell whether the holders are people in general that a clause in the present picks out (*mensen die hier willen wonen*)."""
    scene, holder = draft.scene, draft.holder_token
    if holder is None or draft.verb is None or scene.words[holder] != "die":
        return False
    at = holder - 1 - (scene.words[holder - 1] == ",")
    while at > 0 and scene.tokens[at].pos not in ("NOUN", "PRON", "PROPN"):
        at -= 1
    near = scene.tokens[at]
    above = {a.i for a in scene.sentence.ancestors(holder)} | {near.i, *(a.i for a in scene.sentence.ancestors(near.i))}
    people = [i for i in above if i < holder and _general(scene, scene.tokens[i])]
    told = "VerbForm=Part" in scene.tokens[draft.verb].morph or "Tense=Past" in scene.tokens[draft.verb].morph
    return bool(people) and not told and scene.words[max(people) + 1 : holder].count(",") <= 1


def _general(scene: Scene, noun: Token) -> bool:
    """Tell whether a noun means people in general: no number of them, none that was named (*deze mensen*)."""
    own = {t.lower for t in scene.sentence.children(noun.i, "det", "nmod:poss", "nummod")}
    return bool({noun.lemma.lower(), noun.lower} & _PEOPLE) and not own & {"deze", "die", "mijn", "onze", "uw"}


def _as_rule(draft: Draft) -> bool:
    """Tell whether the clause is what a rule asks (*voorwaarde is dat zij beloven*) or a reason inside a condition."""
    scene, verb = draft.scene, draft.verb
    if verb is None or draft.holder_token is None:
        return False
    mark = _mark_before(scene, verb, draft.holder_token)
    if mark is None or mark < 2:
        return False
    before = scene.tokens[mark - 1]
    if scene.words[mark] == "dat" and before.lower in ("is", "was", "blijft", "luidt", "geldt"):
        first = scene.tokens[:mark]
        clause = [t for t in first[max((t.i + 1 for t in first if t.text in ",;:"), default=0) :] if t.pos == "NOUN"]
        return bool(clause) and clause[0].lemma.lower() in _RULES
    if scene.words[mark] in _BECAUSE and before.pos in ("VERB", "AUX"):
        return any(t.lower in _IF and t.head in (before.i, before.head) for t in scene.tokens[:mark])
    return False


def _mark_before(scene: Scene, verb: int, holder: int) -> int | None:
    """Return the word that opens the clause of the holder, right before the phrase of the latter."""
    first = min(i for i in scene.sentence.subtree(holder) if i <= holder and not any(w in ",;:" for w in scene.words[i:holder]))
    while first > 0 and scene.tokens[first].pos == "SCONJ":
        first += 1
    return first - 1 if 0 < first <= verb else None


def _named_measure(draft: Draft) -> bool:
    """Tell whether an infinitive with its object stands in a list of measures (*het verbeteren van X, mensen stimuleren om*)."""
    scene, verb, holder = draft.scene, draft.verb, draft.holder_token
    if verb is None or holder is None or holder != verb - 1 or holder < 1 or draft.act != "call-for":
        return False
    token = scene.tokens[verb]
    bare = scene.tokens[holder].pos == "NOUN" and not scene.sentence.children(holder, "det", "amod", "nmod", "nmod:poss")
    plural = token.lower.endswith("en") and scene.words[holder - 1] in (",", "en", "of", ":", ";", "zoals")
    listed = any(
        t.lower == "het" and t.dep == "det" and scene.tokens[t.head].pos == "VERB" and scene.tokens[t.head].lower.endswith("n")
        for t in scene.tokens
    )
    return bare and plural and listed


def _open_question(draft: Draft) -> bool:
    """Tell whether it is left open whether somebody says so (*het is de vraag of het kabinet dat wil*)."""
    scene, verb, holder = draft.scene, draft.verb, draft.holder_token
    if verb is None or holder is None or holder > verb:
        return False
    top = scene.clause_top(holder)
    if scene.words[holder] in ("die", "dat") and scene.tokens[top].head < holder:
        holder = scene.tokens[top].head  # *dat* was read as relative (*of het kabinet dat wil*)
    mark = _mark_before(scene, verb, holder)
    if mark is None or scene.words[mark] != "of" or mark < 1:
        return False
    before = scene.tokens[mark - 1]
    return before.lower in _OPEN or before.lemma.lower() in _OPEN


def _knows_other(draft: Draft) -> bool:
    """Tell whether what somebody knows is another clause than the one found (*weet niet waar het ligt, en dat …*)."""
    if draft.content is None or draft.content.frame != "dat" or draft.entry is None or "of" in draft.entry.frames:
        return False
    scene, after = draft.scene, max(draft.cue) + 1
    inside = reads(scene, draft.content.span)
    return after < len(scene.words) and scene.words[after] in _ASKING and bool(inside) and inside[0].i > after + 2


def _nothing_shown(draft: Draft) -> bool:
    """Tell whether nothing is shown after all (*uit de brief blijkt niet of het mag*)."""
    shows = draft.entry is not None and draft.entry.head == "blijken"
    return shows and draft.negative and draft.content is not None and draft.content.frame == "of"


def _subject_of_result(draft: Draft) -> bool:
    """Tell whether the holder is the subject of a verb nobody can perform (*in gesprekken met X is gebleken dat*)."""
    if draft.entry is None or draft.entry.head != "blijken" or draft.entry.words or draft.holder_token is None:
        return False
    token = draft.scene.tokens[draft.holder_token]
    subject = token.dep == "nsubj" and not token.lower.endswith("uit")  # *waaruit* is no subject
    return subject and draft.scene.case_of(draft.holder_token) not in ("uit", "in", "op")


def _taken_up_wrongly(draft: Draft) -> bool:
    """Tell whether *deze* in a subordinate clause was taken for the subject above it, which it never means."""
    scene, token = draft.scene, draft.holder_token
    if token is None or scene.words[token] not in ("deze", "dit") or scene.tokens[token].pos != "PRON":
        return False
    top = scene.clause_top(token)
    above = scene.tokens[top].head
    return above != top and any(set(scene.who(t.i)) & set(draft.holders) for t in scene.sentence.children(above, "nsubj"))


def _verb_first(draft: Draft) -> bool:
    """Tell whether a clause outside a question begins with its verb, which makes it a condition (*zegt X dat, dan volgt*)."""
    scene, verb, holder = draft.scene, draft.verb, draft.holder_token
    if verb is None or holder is None or scene.asks or (draft.content is not None and draft.content.frame == "quote"):
        return False
    finite = scene.finite(verb)
    start = next((t.i for t in scene.tokens if t.lower not in ("ook", "al", "en", "maar")), 0)
    if finite is None or not finite.i == start < holder or _asks(scene) or not _followed(scene, verb):
        return False
    return scene.words[:start] in ((), ("en",), ("maar",)) or finite.lower in ("zou", "zouden")  # *ook al zou X willen*


def _followed(scene: Scene, verb: int) -> bool:
    """Tell whether a main clause follows what begins with its verb: *, dan volgt …*, *, volgt …*."""
    after = (t for c, t in pairwise(scene.tokens[verb:]) if c.text == ",")
    return any(t.lower in ("dan", "zo") or "VerbForm=Fin" in t.morph for t in after)


def _asks(scene: Scene) -> bool:
    return scene.part.voice == "asker" or scene.sentence.text.rstrip().endswith("?")


_RULES_OF_REFUSAL = (
    _of_people,
    _as_rule,
    _named_measure,
    _open_question,
    _knows_other,
    _subject_of_result,
    _nothing_shown,
    _taken_up_wrongly,
    _verb_first,
)
