"""Whether a trigger tells of politics: by who acts, by who is acted on, or by what it is done with.

A match, a merger or a quarrel of neighbours uses the words of politics too. What tells them apart is who acts: states,
bodies, movements, officials and forces; crowds and police against each other; not companies, coaches and couples.
"""

from verbale.extract.acting.agents import is_agent, may_act
from verbale.extract.acting.conditions import SPOKEN, lemma
from verbale.extract.acting.lexicon import word_classes
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.trigger import Trigger
from verbale.language.parse import Token

# What those who negotiate do, told without them: "218 points were agreed", "that was refused".
_BY_THEM = frozenset({"REQUEST", "REJECT", "AGREE", "SUPPORT", "CONCEDE", "ACCUSE"})
# What sides of talks do to each other meanwhile.
_DONE = frozenset({"RETREAT", "AID", "ASSAULT", "COERCE", "MOBILIZE", "COOPERATE"})
_WHERE = frozenset({"GPE", "LOC", "NORP", "FAC"})
# What an unknown name does to a party is politics all the same; what it agrees or trades with one may be business.
_AGAINST = frozenset(
    {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "ACCUSE", "REJECT", "THREATEN", "REQUEST", "SANCTION"}
)


def is_politics(scene: Scene, trigger: Trigger, sources: tuple[str, ...], targets: tuple[str, ...]) -> bool:
    """Whether somebody political acts: by name, by office, or as an official, a force or a movement.

    Where the sentence names who acts and that is a company, a coach or a couple, it is not, whoever is acted on.
    """
    political = any(scene.is_political(key) for key in (*sources, *targets))
    subjects = trigger.clause.subjects or trigger.clause.owners
    frame = trigger.frame
    if frame.type == "PROTEST":
        return True
    if frame.type in SPOKEN and any(is_bargainer(scene, token) for token in subjects):
        return True
    if scene.is_on_talks and is_told_of_talks(scene, trigger):
        return True
    if any(_is_private(scene, token) for token in subjects):
        return False
    if frame.type == "THREATEN" and any(lemma(token) in word_classes()["people_crowd"] for token in subjects):
        return political
    if _is_done_with_politics(trigger):
        return True
    if (
        frame.type not in _AGAINST - {"SANCTION"}
        and not targets
        and len(sources) == 1
        and scene.is_newcomer(sources[0])
    ):
        return False  # "Ryanair cancelled 40 flights": an unknown name by itself
    states = any(scene.kind(scene.party(key)) in {"state", "group"} for key in (*sources, *targets))
    if not states and any(_is_private(scene, token) for token in trigger.clause.objects):
        return False  # "the court ordered the couple to pay"
    blown_up = frame.type == "ASSAULT" and any(lemma(t) in word_classes()["violent_thing"] for t in subjects)
    by_object = not any(slot.name == "subj" for union in frame.sources for slot in union)
    if by_object and trigger.token.pos_ == "VERB" and not blown_up:
        return political  # "won the endorsement of Iceland": the subject is the one acted on
    acting = word_classes()["official"] | word_classes()["armed_subject"]
    if any(scene.is_political(key) for key in sources) and any(lemma(token) in acting for token in subjects):
        return True
    if is_signing_of_named_paper(scene, trigger) or any(lemma(token) in scene.voices for token in subjects):
        return True
    if not subjects:
        if frame.type in {"AGREE", "SUPPORT"} and _is_on_a_deal(scene, trigger):
            return True
        if frame.type in {"CONSULT", "REQUEST"} and trigger.token.pos_ in {"NOUN", "PROPN"}:
            points_back = frame.type == "CONSULT" and any(c.lower_ == "the" for c in trigger.token.children)
            return political or points_back or scene.is_of_negotiation or _in_political_sentence(scene, trigger)
        if frame.type == "ASSAULT":
            return political or scene.is_of_negotiation or _is_of_a_war(scene, trigger)
        return political
    if any(_acts_for_party(scene, token) for token in subjects):
        return True
    if political and any(condition.slot == "relief" for condition in frame.conditions):
        return True  # "a Turkish train with medicine reached Herat"
    arms = word_classes()["armed_subject"] | word_classes()["violent_thing"] | word_classes()["force_act"]
    if frame.type == "ASSAULT" and any(lemma(t) in arms for t in subjects):
        return political or any(t.ent_type_ in _WHERE for t in trigger.token.sent)
    if frame.type == "REQUEST" and trigger.token.pos_ == "NOUN" and any(c.slot == "answered" for c in frame.conditions):
        return political or any(_acts_for_party(scene, child) for child in trigger.token.head.children)
    if frame.type == "CONSULT" and scene.is_of_negotiation and meets(scene, trigger):
        return True
    if any(token.ent_type_ == "PERSON" or token.pos_ == "PRON" or token.tag_ == "WP$" for token in subjects):
        return (
            political
            or (bool(sources) and (_in_political_sentence(scene, trigger) or _is_on_a_deal(scene, trigger)))
            or (frame.type == "CONSULT" and len(sources) > 1 and scene.is_of_negotiation)
        )
    if scene.is_on_talks and any(_has_office(token) for token in subjects):
        return True
    if any(_is_anonymous_official(token) or (political and _are_leaders(token)) for token in subjects):
        return True
    return frame.type in _AGAINST and political and all(token.pos_ == "PROPN" for token in subjects)


def is_told_of_talks(scene: Scene, trigger: Trigger) -> bool:
    """In a report on talks: whoever speaks, asks, agrees or refuses there is a side or speaks of it.

    What is agreed or refused by nobody named is so by those who negotiate.
    """
    subjects = trigger.clause.subjects or trigger.clause.owners
    if trigger.frame.type in _DONE:
        doers = subjects or (trigger.clause.objects if trigger.clause.passive else [])
        return trigger.token.pos_ == "VERB" and any(is_agent(scene, token) for token in doers)
    if trigger.frame.type not in SPOKEN:
        return False
    if subjects:
        return any(may_act(scene, token) for token in subjects)
    return trigger.clause.passive and trigger.frame.type in _BY_THEM


def meets(scene: Scene, trigger: Trigger) -> bool:
    """Those who meet are sides or bodies of the talks, by no name."""
    on = scene.is_on_talks
    return any(is_side(token, on) or is_joint_body(token, on) for token in trigger.clause.subjects)


def is_bargainer(scene: Scene, token: Token) -> bool:
    """ "the carriers", "the armed groups", "most of the unions", in a report on talks: a side of them."""
    noun = next((inner for c in token.rights if c.lower_ == "of" for inner in c.rights if inner.dep_ == "pobj"), None)
    if noun is not None and lemma(token) in word_classes()["partitive"]:
        token = noun
    if not scene.is_on_talks or lemma(token) not in word_classes()["bargainer"]:
        return False
    return token.pos_ == "NOUN" and any(child.dep_ in {"det", "poss", "nummod", "compound"} for child in token.lefts)


def _has_office(name: Token) -> bool:
    """ "Police commissioner Ramon Avellan": an official, though nobody says whose."""
    acting = word_classes()["leading_person"] | word_classes()["official"]
    return name.ent_type_ == "PERSON" and any(
        child.dep_ in {"compound", "amod"} and child.pos_ in {"NOUN", "PROPN"} and lemma(child) in acting
        for child in name.lefts
    )


def is_side(token: Token, on_talks: bool = False) -> bool:
    """ "the four parties", "both delegations", "their negotiators": those who negotiate, by no name."""
    words = word_classes()
    counted = on_talks or any(child.lower_ in {"both", "two", "three", "four", "all"} for child in token.lefts)
    if token.tag_ != "NNS" or lemma(token) not in words["side"] | (words["counted_side"] if counted else frozenset()):
        return False
    return any(child.lower_ in {"the", "both", "their", "these", "all"} for child in token.lefts)


def is_joint_body(token: Token, on_talks: bool = False) -> bool:
    """ "the joint committee", "a steering commission": made of those who negotiate."""
    words = word_classes()
    kinds = {lemma(child) for child in token.lefts}
    known = bool(kinds & words["standing_kind"]) or (on_talks and any(c.lower_ == "the" for c in token.lefts))
    return lemma(token) in words["standing_body"] and known


def is_signing_of_named_paper(scene: Scene, trigger: Trigger) -> bool:
    """ "The Minsk protocol was signed in 2014": in news of a negotiation, by nobody named."""
    clause = trigger.clause
    if trigger.frame.what != "signing" or not clause.passive or not scene.is_of_negotiation:
        return False
    return any(_is_named_paper(noun) for noun in clause.objects)


def _is_named_paper(noun: Token) -> bool:
    named = any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in noun.lefts)
    return named and lemma(noun) in word_classes()["legal_text"]


def _is_on_a_deal(scene: Scene, trigger: Trigger) -> bool:
    """ "Deng Alor welcomed the declaration": in a report on two parties, the deal is theirs, whoever speaks of it."""
    return scene.is_of_negotiation and any(
        lemma(noun) in word_classes()["deal"] and any(c.lower_ in {"the", "this", "their"} for c in noun.lefts)
        for noun in trigger.clause.objects
    )


def _in_political_sentence(scene: Scene, trigger: Trigger) -> bool:
    return any(
        scene.is_political(key) and scene.kind(key) != "person" for t in trigger.token.sent for key in scene.own(t)
    )


def _acts_for_party(scene: Scene, token: Token) -> bool:
    """The phrase means a political actor by itself, or names officials, forces or a movement of one."""
    own = scene.own(token)
    if any(scene.is_political(key) for key in own) and (
        token.pos_ != "NOUN"
        or lemma(token) in word_classes()["official"] | word_classes()["told_persons"]
        or token.ent_type_ != ""
    ):
        return True
    if any(scene.is_political(key) for key in scene.actors(token)):
        if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in token.lefts):
            return True  # "said that his group had asked"
        acting = word_classes()["official"] | word_classes()["forces"]
        return lemma(token) in acting or token.pos_ in {"PROPN", "PRON", "NUM", "DET", "ADJ"}
    return False


def _is_anonymous_official(token: Token) -> bool:
    """ "the government", "the rebels", "negotiators", "the Europeans": political, though whose is not said."""
    if token.ent_type_ == "NORP" and token.tag_ in {"NNPS", "NNS"}:
        return True
    words = word_classes()["always_political"]
    if token.pos_ == "NOUN" and any(child.dep_ == "compound" and lemma(child) in words for child in token.lefts):
        return lemma(token) in word_classes()["official"] | word_classes()["side"]  # "opposition parties"
    return token.pos_ == "NOUN" and lemma(token) in words


def _are_leaders(token: Token) -> bool:
    """ "The leaders welcomed Albania's efforts": those who act for parties named before, whoever they are."""
    if lemma(token) not in word_classes()["leading_person"] or token.tag_ not in {"NNS", "NNPS"}:
        return False
    return any(child.lower_ in {"the", "their", "both", "these"} for child in token.lefts)


def _is_private(scene: Scene, token: Token) -> bool:
    """ "the company", "a couple", "the coach", "Hunter Services Inc.": nobody who acts for a state or a movement."""
    words = word_classes()
    if token.pos_ == "NOUN" and lemma(token) in words["private_person"]:
        return True
    whose = [inner for child in token.children if child.lower_ == "of" for inner in child.children]
    if token.pos_ == "NOUN" and any(
        inner.pos_ == "NOUN" and lemma(inner) in words["private_body"] for inner in (*whose, *token.children)
    ):
        return True
    found = [actor for key in scene.actors(token) if (actor := scene.actor(key)) is not None]
    return bool(found) and all(
        actor.kind == "organisation"
        and not actor.world
        and (actor.name.lower().split() or [""])[-1].strip(".,") in words["company_end"]
        for actor in found
    )


def _is_of_a_war(scene: Scene, trigger: Trigger) -> bool:
    """Killed by nobody named: in a conflict, where arms, a bomb or a clash are told, or the attack's noun and place."""
    if trigger.token.pos_ in {"NOUN", "PROPN"}:
        return any(scene.is_place(token) for token in trigger.token.sent if token.ent_type_ == "GPE")
    words = word_classes()
    arms = words["weapon"] | words["violent_thing"] | words["force_act"] | words["armed_subject"] | {"clash", "blast"}
    if any(lemma(token) in words["dissenter"] - words["people_crowd"] for token in trigger.clause.objects):
        return True
    return any(lemma(token) in arms for token in trigger.token.sent if token.pos_ == "NOUN")


def _is_done_with_politics(trigger: Trigger) -> bool:
    """Whoever acts, it is done to or with what only politics knows: envoys, sanctions, a truce, rebels, a protest."""
    clause = trigger.clause
    papers = word_classes()["deal"] | word_classes()["statement"] | word_classes()["legal_text"]
    if clause.subjects and all(lemma(token) in papers for token in clause.subjects):
        return False  # what a paper promises is no deed
    words = word_classes()["political_noun"]
    near = [*clause.subjects, *clause.objects, *clause.datives]
    near += [t for word, tokens in clause.preps.items() if word in _AIMED_BY for t in tokens]
    if trigger.token.pos_ == "NOUN":
        near.append(trigger.token)
    return any(_names(token, words) for token in near)


_AIMED_BY = frozenset({"against", "with", "on", "to", "from", "of", "at", "for"})


def _names(token: Token, words: frozenset[str]) -> bool:
    """The phrase's head, what it counts, or what it is made of ("a resolution on the embargo") is one of `words`."""
    if lemma(token) in words:
        return True
    for child in token.children:
        if child.dep_ in {"compound", "amod", "conj", "poss"} and lemma(child) in words:
            return True
        if child.lower_ == "of" and any(lemma(inner) in words for inner in child.children):
            return True
    return False
