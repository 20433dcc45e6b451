"""Conditions of the lexicon that go by a name of their own ("joint", "said"), each a question to a clause."""

from collections.abc import Callable, Mapping
from itertools import islice

from verbale.extract.acting import thing_conditions as things
from verbale.extract.acting.clause import Clause
from verbale.extract.acting.lexicon import context_words, word_classes
from verbale.extract.acting.phrases import top_of
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.slots import has_future, has_word, lemma, slot_tokens
from verbale.extract.acting.wishes import is_for_them, is_plain_wish, is_small_clause, is_wished
from verbale.language.parse import Token


def _future(scene: Scene, clause: Clause) -> bool:
    verb = clause.complement
    return (
        has_future(clause.head)
        or clause.head.tag_ == "VB"
        or (verb is not None and (has_future(verb) or verb.tag_ == "VB"))
    )


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


def _two_parties(scene: Scene, clause: Clause) -> bool:
    """The subjects act for two parties: they speak with each other, not to somebody else."""
    if clause.preps.keys() & {"to", "at", "before", "against", "about", "of"}:
        return False
    return _two_sides(scene, clause)


def _two_sides(scene: Scene, clause: Clause) -> bool:
    """The subjects act for two parties."""
    return len({scene.party(key) for key in scene.actors_of_all(clause.subjects)}) > 1


def _blamed(scene: Scene, clause: Clause) -> bool:
    """ "held India responsible": the adjective hangs on the one held."""
    words = {"responsible", "accountable"}
    return any(child.lower_ in words for noun in clause.objects for child in noun.rights)


def _lapse(scene: Scene, clause: Clause) -> bool:
    """ "gave Niger a week to free him": a time is given, and what is to be done in it."""
    nouns = [*clause.objects, *(child for child in clause.head.rights if child.dep_ == "npadvmod")]
    return any(lemma(noun) in word_classes()["lapse"] for noun in nouns)


def _mum(scene: Scene, clause: Clause) -> bool:
    """ "declined to give details": to the reporter, not to a party."""
    verb = clause.complement
    if verb is None or lemma(verb) not in {"give", "provide", "offer"}:
        return False
    return any(child.dep_ == "dobj" and lemma(child) in word_classes()["detail"] for child in verb.rights)


def _obj_wanted(scene: Scene, clause: Clause) -> bool:
    """Those handed over are wanted by justice: "the fugitive banker", "three suspects"."""
    words = word_classes()
    return any(
        lemma(noun) in words["suspect"]
        or any({lemma(child), child.lower_} & words["wanted_kind"] for child in noun.lefts)
        for noun in clause.objects
    )


def _lasting(scene: Scene, clause: Clause) -> bool:
    """ "for ninety minutes", "for two hours": a talk, not a speech."""
    units = {"minute", "hour", "day", "week"}
    return any(lemma(noun) in units for noun in clause.preps.get("for", []))


def _obj_country(scene: Scene, clause: Clause) -> bool:
    """ "withdrew the United States from the accord": the country itself, not its troops."""
    return any(token.ent_type_ == "GPE" for token in clause.objects)


def _talk_round(scene: Scene, clause: Clause) -> bool:
    """ "the next round is planned for May", "held a third round in Bergen": of the talks that the report is on."""
    if clause.preps.get("of") or not scene.is_of_negotiation:
        return False
    words = word_classes()["which_round"]
    held = clause.carrier is not None and lemma(clause.head) == "round"
    told = held or clause.head.dep_ in {"nsubj", "nsubjpass"}
    return told and any(lemma(child) in words for child in clause.head.lefts)


def _asks_anonymity(scene: Scene, clause: Clause) -> bool:
    """ "asked not to be named"; not "asked both sides to name their envoys"."""
    verb = clause.complement
    if verb is None or lemma(verb) not in word_classes()["anonymity"]:
        return False
    return any(child.dep_ in {"neg", "auxpass"} for child in verb.lefts)


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
    top = top_of(clause.head)
    verb = top.head
    if top.dep_ == "attr" and lemma(verb) == "be":  # "there were clashes"
        return any(child.dep_ == "expl" for child in verb.lefts)
    if top.dep_ == "dobj" and lemma(verb) in word_classes()["witness_verb"]:
        return True
    return top.dep_ in {"nsubj", "nsubjpass", "csubj", "csubjpass"} and lemma(verb) in word_classes()["event_verb"]


def _in_force(scene: Scene, clause: Clause) -> bool:
    """ "the truce took effect", "a ceasefire went into force", "is holding": the noun's deed is there."""
    noun = clause.head
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if lemma(verb) in {"begin", "start", "hold"} and not clause.negated:
        return not any(child.dep_ in {"dobj", "neg"} for child in verb.children)
    inside = [*verb.rights, *(inner for child in verb.rights if child.dep_ == "prep" for inner in child.rights)]
    return any(part.lower_ in {"effect", "force"} for part in inside)


def _relief(scene: Scene, clause: Clause) -> bool:
    """Those who come bring help: "rescue teams", "a plane with medicine", "doctors"."""
    words = word_classes()["relief"]
    return any(lemma(part) in words for token in clause.subjects for part in islice(token.subtree, 12))


def _hostile_comp(scene: Scene, clause: Clause) -> bool:
    """What is vowed is harm: "turn it into a sea of fire", "make them pay the price"."""
    verb = clause.complement
    if verb is None:
        return False
    if any(child.lower_ in {"how", "whether", "when", "if"} for child in verb.lefts):
        return False
    warned = lemma(clause.head) in {"warn", "caution"} and any(child.tag_ == "MD" for child in verb.children)
    infinitive = verb.tag_ == "VB" and lemma(clause.head) not in {"say", "warn"}
    if not (has_future(verb) or warned or infinitive):
        return False
    words = word_classes()["hostile_deed"]
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    if lemma(verb) in words:
        return not (lemma(clause.head) == "warn" and _is_theirs(scene, clause, verb))
    solemn = lemma(clause.head) in {"vow", "swear", "threaten"}
    return solemn and any(lemma(token) in words for token in verb.subtree if token.dep_ in _NAMED_IN)


def _is_theirs(scene: Scene, clause: Clause, verb: Token) -> bool:
    """ "warned that the North may fire a missile": what others may do is no threat of one's own."""
    own = {scene.party(key) for key in scene.actors_of_all(clause.subjects)}
    doers = scene.actors_of_all(child for child in verb.lefts if child.dep_ == "nsubj" and child.pos_ != "PRON")
    return any(scene.is_political(key) and scene.party(key) not in own for key in doers)


_NAMED_IN = frozenset({"pobj", "dobj"})


def _freed(scene: Scene, clause: Clause) -> bool:
    """ "set free 12 fishermen", which the parser reads as fishermen who are free."""
    return any(child.lower_ == "free" and child.i < token.i for token in clause.objects for child in token.children)


def _told(scene: Scene, clause: Clause) -> bool:
    """The deed's noun is told as done: the subject of a past tense, or announced in a participle beside it."""
    top = top_of(clause.head)
    if top.dep_ in {"nsubj", "nsubjpass"} and (
        top.head.tag_ == "VBD" or any(child.tag_ == "VBD" for child in top.head.lefts if child.dep_ == "auxpass")
    ):
        return True
    return any(child.dep_ == "acl" and child.lower_ in {"announced", "agreed", "completed"} for child in top.rights)


def _by_people(scene: Scene, clause: Clause) -> bool:
    """ "marches by teachers", "protests in Bogota": of people, or of a place; not protests as such."""
    words = word_classes()["people_crowd"]
    if clause.preps.get("by") or any(lemma(t) in words or t.ent_type_ in {"NORP", "GPE"} for t in clause.modifiers):
        return True
    return any(scene.is_place(noun) for word in ("in", "outside", "at") for noun in clause.preps.get(word, []))


def _obj_number(scene: Scene, clause: Clause) -> bool:
    """ "killed 12": the victims are only counted."""
    return any(token.pos_ == "NUM" for token in clause.objects)


NAMED: Mapping[str, Callable[[Scene, Clause], bool]] = {
    "at_talks": lambda scene, clause: scene.is_on_talks,
    "done": lambda scene, clause: clause.head.tag_ in {"VBD", "VBN"},
    "neg": lambda scene, clause: clause.negated,
    "passive": lambda scene, clause: clause.passive,
    "future": _future,
    "will": lambda scene, clause: has_future(clause.head),
    "by_phone": _by_phone,
    "joint": things.joint,
    "obj_military": things.obj_military,
    "weaponry": things.weaponry,
    "military": things.military,
    "placed": lambda scene, clause: any(
        scene.is_place(token) for word in ("in", "at", "near", "outside") for token in clause.preps.get(word, [])
    ),
    "hunger": things.hunger,
    "violent": things.violent,
    "factual": _factual,
    "said": _said,
    "answered": _answered,
    "diplomatic": things.diplomatic,
    "obj_chemical": things.chemical,
    "subj_suicide": things.suicide,
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
    "bad_list": things.bad_list,
    "talk_round": _talk_round,
    "obj_country": _obj_country,
    "on_bad_list": things.on_bad_list,
    "obj_measure": things.obj_measure,
    "two_parties": _two_parties,
    "two_sides": _two_sides,
    "blamed": _blamed,
    "lapse": _lapse,
    "comp_mum": _mum,
    "obj_wanted": _obj_wanted,
    "armed_kind": lambda scene, clause: any(
        lemma(child) in word_classes()["armed_kind"] for child in clause.head.lefts
    ),
    "counted": lambda scene, clause: any(child.pos_ == "NUM" for child in clause.head.lefts),
    "lasting": _lasting,
    "own_fault": _own_fault,
    "armed_context": _armed_context,
    "carried": lambda scene, clause: clause.carrier is not None,
    "asking": lambda scene, clause: clause.complement is not None and is_wished(scene, clause.complement, clause.head),
    "anonymity": _asks_anonymity,
    "for_them": is_for_them,
    "plain_wish": is_plain_wish,
    "small": is_small_clause,
    "inf": lambda scene, clause: clause.complement is not None,
    "own": lambda scene, clause: bool(scene.actors_of_all(slot_tokens(clause, "own"))),
    "own_by": lambda scene, clause: bool(scene.actors_of_all(clause.preps.get("by", []))),
    "by_people": _by_people,
    "in_force": _in_force,
    "told": _told,
    "warning": lambda scene, clause: any(lemma(child) == "warning" for noun in clause.objects for child in noun.lefts),
    "forces_of": lambda scene, clause: any(
        has_word(t, word_classes()["forces"]) for t in clause.preps.get("of", []) + clause.modifiers
    ),
}
