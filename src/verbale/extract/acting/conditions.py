"""Whether a frame's conditions hold of a clause: the meaning of the conditions column of the lexicon."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from spacy.tokens import Token

from verbale.extract.acting.clause import Clause, governors
from verbale.extract.acting.lexicon import Condition, Frame, context_words, frames, word_classes
from verbale.extract.acting.scene import Scene

# How deep "the type of the complement's own act" may nest ("plans to agree to meet").
MAX_NESTING = 3

TypeOf = Callable[[Token], str]


def holds(frame: Frame, scene: Scene, clause: Clause, type_of: TypeOf) -> bool:
    """True where every condition of `frame` holds of `clause`; `type_of` gives a token's own act type or ""."""
    return all(_holds(condition, scene, clause, type_of) != condition.negated for condition in frame.conditions)


def _holds(condition: Condition, scene: Scene, clause: Clause, type_of: TypeOf) -> bool:
    special = _SPECIAL.get(condition.slot)
    if special is not None:
        return special(scene, clause)
    if condition.slot == "comp":
        return _of_complement(condition, scene, clause, type_of)
    if condition.slot in {"prt", "advmod"}:
        return (
            bool(condition.value & (clause.particles | clause.adverbs)) if condition.value else bool(clause.particles)
        )
    if condition.slot == "compound":
        return any(lemma(token) in condition.value for token in clause.modifiers)
    tokens = slot_tokens(clause, condition.slot)
    if condition.slot in {"acomp", "oprd"}:
        tokens = clause.predicates
    if condition.kind == "has":
        return condition.slot.removeprefix("prep:") in clause.preps or bool(tokens)
    if condition.kind == "words":
        return any(has_word(token, condition.value) for token in tokens)
    return any(_is(token, kind, scene) for token in tokens for kind in condition.value)


def slot_tokens(clause: Clause, name: str) -> list[Token]:
    """The heads of the phrases in the slot `name` of `clause`."""
    if name == "subj":
        return clause.subjects
    if name == "obj":
        return clause.objects
    if name == "dat":
        return clause.datives
    if name == "poss":
        return clause.owners
    if name == "mod":
        return clause.modifiers
    if name == "own":
        return clause.owners + clause.preps.get("by", []) + clause.preps.get("from", []) + clause.modifiers
    if name in {"comp", "csubj"}:
        return complement_subjects(clause)
    return clause.preps.get(name.removeprefix("prep:"), [])


def complement_subjects(clause: Clause) -> list[Token]:
    """Who is to do what the complement says: its own subject, or the object that controls it ("asked Iran to …")."""
    verb = clause.complement
    if verb is None:
        return []
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if own or verb.dep_ == "ccomp":
        return own
    for child in verb.children:  # "for Iran to …"
        if child.dep_ == "mark" and child.lower_ == "for":
            return own
    return clause.objects + clause.datives


def lemma(token: Token) -> str:
    """The token's lemma in lower case; a verb's that the pipeline has cut short ("staged": "stag") is made whole."""
    word = token.lemma_.lower()
    if token.pos_ == "VERB" and word not in _known_verbs() and word + "e" in _known_verbs():
        return word + "e"
    return word


@lru_cache(maxsize=1)
def _known_verbs() -> frozenset[str]:
    carrying = (words for name, words in context_words().items() if name.startswith("carry."))
    return frozenset(frames("verb")).union(*carrying)


def has_word(token: Token, words: frozenset[str]) -> bool:
    """True where the phrase's head, what it is a number or part of, or one coordinated with it is one of `words`."""
    part = token
    for _ in range(6):
        if lemma(part) in words or part.lower_ in words:
            return True
        inner = next((t for child in part.children if child.lower_ == "of" for t in child.children), None)
        if (
            inner is not None
            and (part.pos_ == "NUM" or lemma(part) in word_classes()["partitive"])
            and lemma(inner) in words
        ):
            return True
        following = next((child for child in part.rights if child.dep_ == "conj"), None)
        if following is None:
            return False
        part = following
    return False


def _is(token: Token, kind: str, scene: Scene) -> bool:
    keys = scene.actors(token)
    if kind == "actor":
        return any(scene.kind(key) in {"state", "government_body", "group", "organisation", "person"} for key in keys)
    if kind == "person":
        return (
            token.ent_type_ == "PERSON"
            or any(scene.kind(key) == "person" for key in scene.own(token))
            or (token.pos_ == "NOUN" and lemma(token) in word_classes()["leading_person"])
        )
    if kind == "party":
        return bool(scene.own(token)) or (bool(keys) and lemma(token) in word_classes()["official"])
    if kind == "political":
        return any(scene.is_political(key) for key in keys) or lemma(token) in word_classes()["always_political"]
    if kind == "government":
        return token.pos_ == "PROPN" and any(
            scene.kind(key) in {"state", "government_body"} for key in scene.own(token)
        )
    if kind == "state":
        return scene.is_state(token)
    if kind == "place":
        return scene.is_place(token) or token.ent_type_ in {"GPE", "LOC", "FAC"}
    if kind == "plural":
        return scene.is_plural(token)
    if kind == "demonym":
        return any(child.ent_type_ == "NORP" for child in token.children) or token.ent_type_ == "NORP"
    if kind in {"armed", "political_or_armed"}:
        armed = lemma(token) in word_classes()["armed_subject"]
        return armed or any(
            (kind == "political_or_armed" and scene.is_political(key))
            or ((actor := scene.actor(key)) is not None and bool(actor.world) and str(actor.world).startswith("armed/"))
            for key in keys
        )
    if kind == "self":
        parties = {scene.party(key) for key in keys or scene.states_at(token)}
        return token.lower_ in {"itself", "themselves", "himself"} or any(
            token.pos_ in {"PROPN", "PRON"} and scene.party(key) in parties
            for subject in token.head.children
            if subject.dep_ == "nsubj"
            for key in scene.actors(subject)
        )
    return False


def _of_complement(condition: Condition, scene: Scene, clause: Clause, type_of: TypeOf) -> bool:
    verb = clause.complement
    if condition.kind == "has":
        return verb is not None
    if verb is None:
        return False
    if condition.kind == "words":
        return has_word(verb, condition.value)
    if condition.kind == "type":
        return type_of(verb) in condition.value
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}] or (
        clause.objects if verb.dep_ == "xcomp" else []
    )
    subjects = {key for token in clause.subjects for key in scene.actors(token)}
    if any(lemma(token) in word_classes()["always_political"] for token in own):
        return True
    return any(scene.is_political(key) and key not in subjects for token in own for key in scene.actors(token))


def has_future(verb: Token) -> bool:
    words = context_words()
    future = words["status.future_auxiliaries"]
    if any(child.dep_ == "aux" and child.lower_ in future | {"would"} for child in verb.children):
        return True
    return verb.tag_ == "VBG" and verb.lower_ == "going"


def _future(scene: Scene, clause: Clause) -> bool:
    verb = clause.complement
    return (
        has_future(clause.head)
        or clause.head.tag_ == "VB"
        or (verb is not None and (has_future(verb) or verb.tag_ == "VB"))
    )


def _is_wished(verb: Token, governor: Token) -> bool:
    """The complement says what is to be done, not what is so: an infinitive, a subjunctive, "should", a gerund."""
    if any(child.lower_ in {"whether", "if", "why", "how"} for child in verb.children):
        return False
    if lemma(governor) in {"ask", "request"}:
        return True
    helpers = {child.lower_: child.tag_ for child in verb.children if child.dep_ == "aux"}
    if helpers.keys() & {"should", "to", "must"}:
        return True
    bare = verb.tag_ in {"VB", "VBG"} or any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children)
    return bare and "MD" not in helpers.values()


def _opinion(scene: Scene, clause: Clause) -> bool:
    """What is agreed is that something is so, not that something be done."""
    verb = clause.complement
    if verb is None or verb.dep_ != "ccomp" or verb.tag_ == "VBG":
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return not helpers & {"will", "would", "should", "to", "shall", "must", "can"} and verb.tag_ != "VB"


def _by_phone(scene: Scene, clause: Clause) -> bool:
    words = {"phone", "telephone", "videoconference", "videolink", "video"}
    near = {lemma(t) for tokens in clause.preps.values() for t in tokens} | {lemma(t) for t in clause.modifiers}
    return bool(words & near) or bool(words & clause.adverbs)


def _joint(scene: Scene, clause: Clause) -> bool:
    words = {"joint", "combined", "bilateral", "trilateral", "multinational"}
    return any(
        lemma(child) in words
        for noun in (*clause.objects, clause.head)
        for child in noun.children
        if child.dep_ == "amod"
    )


def _weaponry(scene: Scene, clause: Clause) -> bool:
    words = word_classes()["weapon"] | {
        "nuclear",
        "ballistic",
        "icbm",
        "atomic",
        "hypersonic",
        "anti-satellite",
        "weapon",
    }
    return any(
        lemma(child) in words or any(lemma(grand) in words for grand in child.children)
        for noun in (*clause.objects, clause.head)
        for child in noun.children
        if child.dep_ in {"amod", "compound", "nmod", "prep"}
    )


def _military(scene: Scene, clause: Clause) -> bool:
    words = {
        "military",
        "naval",
        "live-fire",
        "war",
        "artillery",
        "army",
        "air",
        "missile",
        "amphibious",
        "live",
        "fire",
    }
    return any(
        lemma(child) in words for child in clause.head.children if child.dep_ in {"amod", "compound", "nmod"}
    ) or any(lemma(token) in word_classes()["forces"] for token in clause.subjects)


def _hunger(scene: Scene, clause: Clause) -> bool:
    tokens = [*clause.objects, *clause.preps.get("on", []), *clause.preps.get("in", [])]
    return any(lemma(t) == "strike" and any(lemma(c) == "hunger" for c in t.children) for t in tokens)


def _violent(scene: Scene, clause: Clause) -> bool:
    """An attack of arms, not of words or of sport: not "verbal", "personal", "late strike by the forward"."""
    mild = {
        "verbal",
        "personal",
        "scathing",
        "late",
        "general",
        "labour",
        "labor",
        "hunger",
        "public",
        "rhetorical",
        "heart",
        "panic",
        "political",
        "sit-down",
        "media",
        "bold",
        "charm",
        "cyber",
    }
    return not any(lemma(child) in mild for noun in (clause.head, *clause.objects) for child in noun.children)


def _factual(scene: Scene, clause: Clause) -> bool:
    """A noun that tells of something done: definite, or with an owner and a time or place."""
    return bool(clause.owners or clause.preps.get("in") or clause.preps.get("from") or clause.carrier)


def _said(scene: Scene, clause: Clause) -> bool:
    head = clause.head
    return head.dep_ == "ccomp" and lemma(head.head) in {
        "say",
        "claim",
        "complain",
        "charge",
        "declare",
        "insist",
        "argue",
    }


def _answered(scene: Scene, clause: Clause) -> bool:
    """The noun is the object of a verb that answers: an "idea" is an ask only where someone took or left it."""
    words = context_words()
    verb = clause.head.head
    if clause.head.dep_ not in {"dobj", "nsubjpass", "pobj"}:
        return False
    if clause.head.dep_ == "pobj":
        verb = verb.head
    reply = words["answers.refused"] | words["answers.accepted"] | words["answers.reply_verbs"] | words["answers.none"]
    return lemma(verb) in reply | words["answers.silence"]


def _diplomatic(scene: Scene, clause: Clause) -> bool:
    return any(lemma(c) in {"diplomatic", "formal", "verbale", "official", "strong"} for c in clause.head.children)


def _chemical(scene: Scene, clause: Clause) -> bool:
    words = {"chlorine", "sarin", "mustard", "nerve", "chemical", "poison", "biological"}
    return any(lemma(t) in words or any(lemma(c) in words for c in t.children) for t in clause.objects)


def _suicide(scene: Scene, clause: Clause) -> bool:
    return any(lemma(t) == "bomber" or any(lemma(c) == "suicide" for c in t.children) for t in clause.subjects)


def _bad_list(scene: Scene, clause: Clause) -> bool:
    """A list that it is a relief to be off."""
    words = {"sponsor", "terrorism", "terrorist", "terror", "blacklist", "black", "sanction", "sanctioned", "offender"}
    return any(lemma(t) in words for noun in clause.preps.get("from", []) for t in noun.subtree)


def _own_fault(scene: Scene, clause: Clause) -> bool:
    """Regret for what one did oneself: "for its role", "for the deaths that its troops caused"."""
    nouns = [*clause.preps.get("for", []), *clause.preps.get("over", [])]
    return any(c.lower_ in {"its", "their", "his", "her", "our", "my"} for n in nouns for c in n.subtree)


def _police(scene: Scene, clause: Clause) -> bool:
    return any(lemma(t) == "police" for t in clause.objects)


def _armed_context(scene: Scene, clause: Clause) -> bool:
    """ "attacked" with arms: a weapon, a base or victims near, or an armed subject."""
    near = [*clause.subjects, *clause.preps.get("with", []), *clause.objects]
    words = word_classes()
    armed = words["armed_subject"] | words["weapon"] | words["person_victim"]
    return any(lemma(token) in armed - {"group", "side", "government", "regime", "coalition"} for token in near)


def _erupts(scene: Scene, clause: Clause) -> bool:
    """The event's noun is the subject of a verb that tells that it happened: "protests erupted", "fighting raged"."""
    head = clause.head
    return head.dep_ in {"nsubj", "nsubjpass"} and lemma(head.head) in word_classes()["event_verb"]


def _relief(scene: Scene, clause: Clause) -> bool:
    """Those who come bring help: "rescue teams", "a plane with medicine", "doctors"."""
    words = {"rescue", "relief", "humanitarian", "medical", "aid", "supply", "medic", "rescuer", "paramedic", "doctor"}
    return any(
        lemma(token) in words or any(lemma(child) in words for child in token.children) for token in clause.subjects
    )


def _hostile_comp(scene: Scene, clause: Clause) -> bool:
    """What is vowed is harm: "turn it into a sea of fire", "make them pay the price"."""
    verb = clause.complement
    if verb is None:
        return False
    warned = lemma(clause.head) in {"warn", "caution"} and any(child.tag_ == "MD" for child in verb.children)
    infinitive = verb.tag_ == "VB" and lemma(clause.head) not in {"say", "warn"}
    if not (has_future(verb) or warned or infinitive):
        return False
    words = word_classes()["hostile_deed"]
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    if lemma(verb) in words:
        return True
    solemn = lemma(clause.head) in {"vow", "swear", "threaten"}
    return solemn and any(lemma(token) in words for token in verb.subtree if token.dep_ in _NAMED_IN)


_NAMED_IN = frozenset({"pobj", "dobj"})


def _freed(scene: Scene, clause: Clause) -> bool:
    """ "set free 12 fishermen", which the parser reads as fishermen who are free."""
    return any(child.lower_ == "free" and child.i < token.i for token in clause.objects for child in token.children)


def _obj_number(scene: Scene, clause: Clause) -> bool:
    """ "killed 12": the victims are only counted."""
    return any(token.pos_ == "NUM" for token in clause.objects)


_SPECIAL: Mapping[str, Callable[[Scene, Clause], bool]] = {
    "neg": lambda scene, clause: clause.negated,
    "passive": lambda scene, clause: clause.passive,
    "future": _future,
    "will": lambda scene, clause: has_future(clause.head),
    "by_phone": _by_phone,
    "joint": _joint,
    "weaponry": _weaponry,
    "military": _military,
    "placed": lambda scene, clause: any(
        scene.is_place(token) for word in ("in", "at", "near", "outside") for token in clause.preps.get(word, [])
    ),
    "hunger": _hunger,
    "violent": _violent,
    "factual": _factual,
    "said": _said,
    "answered": _answered,
    "diplomatic": _diplomatic,
    "obj_chemical": _chemical,
    "subj_suicide": _suicide,
    "police_obj": _police,
    "erupts": _erupts,
    "opinion": _opinion,
    "modal_comp": lambda scene, clause: (
        clause.complement is not None
        and any(child.dep_ == "aux" and child.tag_ == "MD" for child in clause.complement.children)
    ),
    "relief": _relief,
    "hostile_comp": _hostile_comp,
    "obj_number": _obj_number,
    "freed": _freed,
    "neg_comp": lambda scene, clause: (
        clause.complement is not None and any(child.dep_ == "neg" for child in clause.complement.children)
    ),
    "persona": lambda scene, clause: any(lemma(token) == "grata" for token in clause.head.subtree),
    "bad_list": _bad_list,
    "own_fault": _own_fault,
    "armed_context": _armed_context,
    "carried": lambda scene, clause: clause.carrier is not None,
    "asking": lambda scene, clause: clause.complement is not None and _is_wished(clause.complement, clause.head),
    "inf": lambda scene, clause: clause.complement is not None,
    "own": lambda scene, clause: bool(scene.actors_of_all(slot_tokens(clause, "own"))),
    "own_by": lambda scene, clause: bool(scene.actors_of_all(clause.preps.get("by", []))),
    "by_people": lambda scene, clause: bool(clause.preps.get("by") or clause.modifiers),
    "forces_of": lambda scene, clause: any(
        has_word(t, word_classes()["forces"]) for t in clause.preps.get("of", []) + clause.modifiers
    ),
}


def in_clause_of(token: Token, verb: Token) -> bool:
    """True where `verb` governs `token`, near or far."""
    return any(governor == verb for governor in governors(token))
