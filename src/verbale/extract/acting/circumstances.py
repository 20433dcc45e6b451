"""Where, at which level and with what outcome: what the words around a trigger say of a meeting and of other acts."""

from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words, word_classes
from verbale.extract.acting.phrases import top_of
from verbale.extract.acting.roles import Roles
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.trigger import Trigger, told_in
from verbale.extract.actors import mention_at
from verbale.extract.tying_words import words as tying_words
from verbale.language.parse import Token
from verbale.model import Level, Outcome

_PLACE_PREPOSITIONS = ("in", "at", "near", "outside", "to", "around", "inside", "off", "from")
_LEVELS: tuple[Level, ...] = ("technical", "inter-agency", "unofficial", "working")


def place_of(scene: Scene, trigger: Trigger) -> str | None:
    """Canonical name of the place: after "in", "at", "near" in the act's clause, or before its noun."""
    clause = trigger.clause
    for word in _PLACE_PREPOSITIONS:
        if word in {"to", "from"} and trigger.frame.type not in {"CONSULT"}:
            continue
        for token in clause.preps.get(word, []):
            found = _place_in(scene, token)
            if found:
                return found
    for noun in (trigger.token, *clause.objects, *(t for ts in clause.preps.values() for t in ts)):
        if noun.pos_ != "NOUN" or lemma(noun) in word_classes()["deal"] & tying_words("documents", "nouns"):
            continue  # "the Algiers accord" is a name
        for child in noun.children:
            before = child.dep_ in {"compound", "nmod", "poss"}
            found = _place_at(scene, child) if before else None
            if found and (child.ent_type_ == "GPE" or not _is_topic(found)):
                return found
            if child.dep_ == "prep" and child.lower_ in {"in", "at", "near"}:
                for token in child.children:
                    if token.dep_ == "pobj" and (found := _place_in(scene, token)):
                        return found
    verb = told_in(trigger)
    if verb != trigger.token and (
        top_of(trigger.token).dep_ in {"nsubj", "nsubjpass", "dobj"} or trigger.clause.carrier == verb
    ):
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in {"in", "at", "near", "outside"}:
                for token in child.children:
                    if token.dep_ == "pobj" and (found := _place_in(scene, token)):
                        return found
    return None


def _place_in(scene: Scene, token: Token) -> str | None:
    """The place that the phrase names: its head, or what it is "the capital of", "the border village of"."""
    found = _place_at(scene, token)
    if found:
        return found
    for child in token.children:
        if child.dep_ in {"appos", "compound", "amod"} and (found := _place_at(scene, child)):
            return found
        if child.dep_ == "prep" and child.lower_ == "of" and lemma(token) in word_classes()["site"]:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    found = _place_at(scene, inner)
                    if found:
                        return found
                    for deeper in inner.children:
                        if deeper.lower_ == "of":
                            for last in deeper.children:
                                if found := _place_at(scene, last):
                                    return found
    return None


def _is_topic(name: str) -> bool:
    """ "the dam talks": what they are about, not where they are."""
    return bool(word_classes()["works"] & set(name.lower().split()))


def _place_at(scene: Scene, token: Token) -> str | None:
    mention = mention_at(scene.index, token)
    if mention is not None:
        for key in mention.actors:
            actor = scene.actor(key)
            if actor is not None and actor.kind == "place":
                return actor.name
        return None
    return token.text if token.ent_type_ in {"GPE", "FAC"} and token.pos_ == "PROPN" else None


def level_of(scene: Scene, trigger: Trigger, roles: Roles) -> Level | None:
    """The level of a meeting: by its own words first, then by the offices of those who take part."""
    words = context_words()
    near = _words_about(trigger)
    for level in _LEVELS:
        if near & words[f"level.{level}"]:
            return level
    if "summit" in near:
        return "leaders"
    people = [*trigger.clause.subjects, *trigger.clause.objects]
    people += [t for word in ("with", "between", "of", "by") for t in trigger.clause.preps.get(word, [])]
    heads = {lemma(token) for token in people} | {lemma(t) for token in people for t in token.conjuncts}
    titles = [
        title
        for key in roles.people
        if (actor := scene.actor(key)) is not None
        for title in (office.title.lower() for office in actor.offices)
    ]
    found = {_level_of_title(title) for title in titles} | {_level_of_title(head) for head in heads}
    for found_level in ("working", "ministers", "leaders"):
        if found_level in found:
            return found_level
    return None


def _level_of_title(title: str) -> str | None:
    words = context_words()
    parts = title.replace("-", " ").split()
    if not parts:
        return None
    if {"vice", "deputy", "envoy", "negotiator", "ambassador", "special"} & set(parts) and "president" not in parts:
        return "working"
    if "prime" in parts or parts[-1] == "premier":
        return "leaders"
    if words["level.ministers"] & set(parts):
        return "ministers"
    if words["level.leaders"] & set(parts):
        return "leaders"
    if words["level.working"] & set(parts):
        return "working"
    return None


def _words_about(trigger: Trigger) -> set[str]:
    nouns = [trigger.token, *trigger.clause.objects]
    nouns += [t for word in ("for", "in", "at", "during", "of") for t in trigger.clause.preps.get(word, [])]
    found = set()
    for noun in nouns:
        found.add(lemma(noun))
        for child in noun.children:
            if child.dep_ in {"amod", "compound", "nmod"}:
                found.add(lemma(child))
                text = noun.doc[child.left_edge.i : child.i + 1].text.lower()
                found.add(text)
            elif child.lower_ == "of":
                found.update(lemma(t) for t in child.children)
    return found


def outcome_of(trigger: Trigger) -> tuple[Outcome | None, str]:
    """The outcome that the clause states, and the words that state it."""
    if trigger.frame.type != "CONSULT":
        return None, ""
    words = context_words()
    near = {child.lower_: child for child in trigger.token.children if child.dep_ in {"amod", "compound", "nmod"}}
    for text, child in near.items():
        joined = child.doc[child.left_edge.i : child.i + 1].text.lower()
        if text in words["outcome.failed"] or joined in words["outcome.failed"]:
            return "none", joined if joined in words["outcome.failed"] else child.text
    verb = told_in(trigger)
    if verb == trigger.token and trigger.token.pos_ == "NOUN":
        return None, ""
    doc = verb.doc
    preps = [child for child in verb.subtree if child.dep_ == "prep" and child.lower_ == "without"][:3]
    for child in preps:
        for token in child.children:
            if lemma(token) in words["outcome.agreement"] | words["outcome.progress"] | {
                "result",
                "success",
                "compromise",
            }:
                return "none", doc[child.i : token.right_edge.i + 1].text
    down = any(child.lower_ in {"down", "off", "up"} for child in verb.children)
    if lemma(verb) in words["outcome.broke_off"] and (lemma(verb) != "break" or down):
        return "broke off", verb.text
    if lemma(verb) == "fail" and trigger.token.dep_ == "nsubj":
        return "none", verb.text
    if (told := _outcome_told(verb)) is not None:
        return told
    for child in verb.children:
        if child.dep_ == "dobj" and lemma(verb) in {"make", "produce", "yield", "bring", "reach", "achieve"}:
            no = any(c.lower_ in {"no", "little"} for c in child.children) or any(
                c.dep_ == "neg" for c in verb.children
            )
            no = no or (verb.dep_ == "xcomp" and lemma(verb.head) == "fail")
            if lemma(child) in words["outcome.progress"]:
                return ("none" if no else "progress"), doc[verb.i : child.right_edge.i + 1].text
            if lemma(child) in words["outcome.agreement"] | {"result", "outcome"}:
                return ("none" if no else "agreement"), doc[verb.i : child.right_edge.i + 1].text
        if (
            child.dep_ == "prep"
            and child.lower_ in {"with", "in"}
            and lemma(verb) in {"end", "conclude", "close", "finish"}
        ):
            for token in child.children:
                no = any(c.lower_ in {"no", "little"} for c in token.children)
                if lemma(token) in words["outcome.agreement"]:
                    return ("none" if no else "agreement"), doc[child.i : token.right_edge.i + 1].text
                if lemma(token) in {"failure", "stalemate", "deadlock", "impasse", "acrimony"}:
                    return "none", doc[child.i : token.right_edge.i + 1].text
    return None, ""


def _outcome_told(verb: Token) -> tuple[Outcome, str] | None:
    """ "ended badly", "went well", "met but failed to agree"."""
    words = context_words()
    if lemma(verb) in words["outcome.ending"]:
        for child in verb.children:
            if child.dep_ == "advmod" and child.lower_ in words["outcome.badly"] | words["outcome.well"]:
                text = verb.doc[verb.i : child.i + 1].text if child.i > verb.i else child.text
                return "none" if child.lower_ in words["outcome.badly"] else "progress", text
    for second in verb.rights:
        if second.dep_ != "conj" or lemma(second) != "fail":
            continue
        for goal in second.rights:
            if goal.dep_ == "xcomp" and lemma(goal) in words["outcome.no_agreement"]:
                return "none", verb.doc[second.i : goal.i + 1].text
    return None
