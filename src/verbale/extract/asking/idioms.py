"""Answers told by a set phrase: "gave in", "would not hear of it", "nothing of the kind", "the answer was no",
"preferred to wait"."""

from verbale.extract.acting.clause import Clause, verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words
from verbale.extract.acting.replies import Reply, evidence_of, reply_of
from verbale.extract.acting.scene import Scene
from verbale.extract.asking.said import spoken_words
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token
from verbale.model import Answered

_BACK = frozenset({"it", "that", "this", "them", "such"})


def by_set_phrase(scene: Scene, verb: Token) -> Reply | None:
    """The answer that the clause of `verb` gives by a set phrase, or None."""
    clause = verb_clause(verb)
    answer = (
        _given_in(verb, clause)
        or _not_hear_of(verb, clause)
        or _nothing_of_the_kind(clause)
        or _keeps_to_it(verb, clause)
        or _promises_to_try(verb)
        or _lives_with_it(verb, clause)
        or _not_a_word(verb, clause)
        or _came_to_nothing(verb, clause)
    )
    if answer is not None:
        return reply_of(scene, answer, verb, clause)
    return _answer_was(scene, verb)


def _given_in(verb: Token, clause: Clause) -> Answered | None:
    """ "gave in", "gave way", "relented"; what they gave way to, where told, is the ask."""
    words = ask_words()
    gave = lemma(verb) == "give" and (
        "in" in clause.particles | clause.adverbs or any(_is_bare(noun, "way") for noun in clause.objects)
    )
    if not (gave or lemma(verb) in words.relenting) or clause.passive:
        return None
    if any(child.dep_ == "aux" and child.tag_ in {"MD", "TO"} for child in verb.children):
        return "refused" if clause.negated and any(c.lower_ == "would" for c in verb.children) else None
    if verb.tag_ not in {"VBD", "VBN", "VB"} or verb.dep_ == "xcomp":
        return None
    return "refused" if clause.negated else "accepted"


def _is_bare(noun: Token, word: str) -> bool:
    return noun.lower_ == word and not any(child.dep_ in {"det", "poss", "amod"} for child in noun.children)


def _not_hear_of(verb: Token, clause: Clause) -> Answered | None:
    """ "would not hear of it"."""
    back = any(noun.lower_ in _BACK for noun in clause.preps.get("of", []))
    return "refused" if lemma(verb) == "hear" and clause.negated and back else None


def _nothing_of_the_kind(clause: Clause) -> Answered | None:
    """ "We shall do nothing of the kind", "did no such thing"."""
    if lemma(clause.head) != "do":
        return None
    for noun in clause.objects:
        kinds = {token.lower_ for child in noun.children if child.lower_ == "of" for token in child.children}
        if noun.lower_ == "nothing" and kinds & {"kind", "sort"}:
            return "refused"
        if noun.lower_ == "thing" and {"no", "such"} <= {child.lower_ for child in noun.children}:
            return "refused"
    return None


def _keeps_to_it(verb: Token, clause: Clause) -> Answered | None:
    """ "kept to it", "stuck to that"."""
    back = any(noun.lower_ in _BACK for noun in clause.preps.get("to", []))
    if not back or lemma(verb) not in {"keep", "stick"} or verb.tag_ not in {"VBD", "VBN", "VB"}:
        return None
    if any(child.tag_ in {"MD", "TO"} for child in verb.children):
        return None
    return "refused" if clause.negated else "accepted"


def _lives_with_it(verb: Token, clause: Clause) -> Answered | None:
    """ "said it could live with that"."""
    able = any(child.lower_ in {"could", "can", "would"} for child in verb.lefts if child.dep_ == "aux")
    back = any(noun.lower_ in _BACK for noun in clause.preps.get("with", []))
    if lemma(verb) != "live" or not (able and back):
        return None
    return "refused" if clause.negated else "accepted"


def _promises_to_try(verb: Token) -> Answered | None:
    """ "promised to try": as much of a yes as whoever is asked to see to something can give."""
    tries = any(child.dep_ == "xcomp" and lemma(child) == "try" and not _has_object(child) for child in verb.children)
    return "accepted" if tries and lemma(verb) in ask_words().promised and verb.tag_ == "VBD" else None


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "xcomp", "ccomp"} for child in verb.children)


def _not_a_word(verb: Token, clause: Clause) -> Answered | None:
    """ "have not said a word"."""
    return "none" if lemma(verb) == "say" and clause.negated and any(_is_word(t) for t in clause.objects) else None


def _came_to_nothing(verb: Token, clause: Clause) -> Answered | None:
    """ "Nothing came of it"."""
    nothing = any(noun.lower_ in {"nothing", "little"} for noun in clause.subjects)
    back = any(noun.lower_ in _BACK for noun in clause.preps.get("of", []))
    return "refused" if lemma(verb) == "come" and nothing and back else None


def _is_word(noun: Token) -> bool:
    return noun.lower_ == "word" and any(child.lower_ in {"a", "no"} for child in noun.children)


def _answer_was(scene: Scene, verb: Token) -> Reply | None:
    """ "The answer was no", "Oslo's reply, he said, was silence": whose answer it is stands with the noun."""
    words = context_words()
    if lemma(verb) not in {"be", "come", "follow", "arrive"}:
        return None
    if (came := _came(scene, verb)) is not None:
        return came
    nouns = [child for child in verb.lefts if child.dep_ == "nsubj" and lemma(child) in words["answers.silence"]]
    said = [child for child in verb.rights if child.dep_ in {"attr", "acomp", "advmod", "intj"}]
    if not nouns:
        return None
    answer = (_verdict(said[0]) if said else None) or _quoted_verdict(verb)
    givers = [c for noun in nouns for c in noun.children if c.dep_ in {"poss", "amod"}]
    givers += [t for noun in nouns for c in noun.children if c.lower_ == "from" for t in c.children]
    return Reply(answer, verb, scene.actors_of_all(givers), evidence_of(scene, verb)) if answer is not None else None


def _came(scene: Scene, verb: Token) -> Reply | None:
    """ "The refusal from Oslo came within hours", "Washington's consent followed"."""
    noun = next((child for child in verb.lefts if child.dep_ == "nsubj" and child.pos_ == "NOUN"), None)
    if noun is None or any(child.dep_ in {"neg", "attr", "acomp"} for child in verb.children) or verb.tag_ != "VBD":
        return None
    no, yes = lemma(noun) in spoken_words()["a_no"], lemma(noun) in spoken_words()["a_yes"]
    own = any(child.lower_ == "the" or child.dep_ == "poss" for child in noun.lefts)
    if not (no or yes) or not own or any(child.lower_ in {"of", "to"} for child in noun.rights):
        return None
    givers = [child for child in noun.lefts if child.dep_ in {"poss", "amod"}]
    givers += [t for child in noun.rights if child.lower_ in {"from", "by"} for t in child.children]
    return Reply("refused" if no else "accepted", verb, scene.actors_of_all(givers), evidence_of(scene, verb))


def _quoted_verdict(verb: Token) -> Answered | None:
    """ "Tehran's reply was short: “No.”"."""
    for token in verb.doc[verb.i + 1 : verb.sent[-1].i + 4]:
        alone = (
            token.nbor(-1).is_quote and token.i + 1 < len(verb.doc) and token.nbor().text in {".", "!", ",", "”", '"'}
        )
        if alone and token.lower_ in {"no", "yes"}:
            return "refused" if token.lower_ == "no" else "accepted"
    return None


def _verdict(said: Token) -> Answered | None:
    words = context_words()
    if said.lower_ == "no" or lemma(said) in words["answers.met_with_refused"]:
        return "refused"
    if said.lower_ == "yes" or lemma(said) in words["answers.met_with_accepted"]:
        return "accepted"
    return "none" if lemma(said) in words["answers.met_with_none"] else None


def prefers_other(scene: Scene, word: Token) -> Reply | None:
    """ "…; the Russians preferred the telephone", "but Sudan preferred to wait": an offer not taken. Parsers take
    "Yerevan preferred strangers" for a phrase."""
    if word.lower_ != "preferred" or word.i == 0:
        return None
    if word.dep_ == "amod" and word.head.i > word.i > 0 and word.nbor(-1).pos_ == "PROPN":
        by = scene.actors(word.nbor(-1)) or scene.states_at(word.nbor(-1))
        end = word.head
    elif word.pos_ == "VERB" and word.tag_ in {"VBD", "VBN"}:
        clause = verb_clause(word)
        if clause.passive or clause.negated or not (clause.objects or clause.complement):
            return None
        by = scene.actors_of_all(clause.subjects)
        end = word
    else:
        return None
    return Reply("refused", word, by, evidence_of(scene, end)) if by else None
