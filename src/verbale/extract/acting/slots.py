"""What stands in a clause's slots: the heads of its phrases, their lemmas, and the words they stand for."""

from functools import lru_cache

from verbale.extract.acting.clause import Clause
from verbale.extract.acting.lexicon import context_words, frames, word_classes
from verbale.extract.acting.misread import is_verb_in_disguise
from verbale.language.parse import Token, once_a_word

_OWN_LISTS = {"subj": "subjects", "obj": "objects", "dat": "datives", "poss": "owners", "mod": "modifiers"}


def slot_tokens(clause: Clause, name: str) -> list[Token]:
    """The heads of the phrases in the slot `name` of `clause`."""
    if name in _OWN_LISTS:
        found: list[Token] = getattr(clause, _OWN_LISTS[name])
        return found
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


@once_a_word
def lemma(token: Token) -> str:
    """The token's lemma in lower case, put right by the lexicon where the pipeline gets a verb's wrong ("stag" of
    "staged", "reconnecte"); a noun with a hyphen ("walk-out") whole."""
    word = token.lemma_.lower()
    if token.pos_ == "VERB" and word not in _known_verbs():
        if word + "e" in _known_verbs():
            return word + "e"
        if word.endswith("e") and word[:-1] in _known_verbs():
            return word[:-1]
    if is_verb_in_disguise(token):
        return next((form for form in (token.lower_[:-1], token.lower_[:-2]) if form in _known_verbs()), word)
    if token.tag_ == "NNPS" and token.ent_type_ in {"", "NORP"} and word.endswith("s"):
        return word[:-1]  # "Jihadists ambushed": a sentence's first word, tagged as a name
    if word in _tails() and token.i > 1 and token.nbor(-1).text == "-":
        joined = f"{token.nbor(-2).lower_}-{word}"
        return joined if joined in _hyphenated() else word
    return word


@lru_cache(maxsize=1)
def _known_verbs() -> frozenset[str]:
    carrying = (words for name, words in context_words().items() if name.startswith("carry."))
    return frozenset(frames("verb")).union(*carrying)


@lru_cache(maxsize=1)
def _hyphenated() -> frozenset[str]:
    """Words of the lexicon with a hyphen ("walk-out", "co-operate"), which the pipeline cuts in pieces."""
    words = frozenset(frames("noun")) | _known_verbs() | frozenset().union(*word_classes().values())
    return frozenset(word for word in words if word.count("-") == 1)


@lru_cache(maxsize=1)
def _tails() -> frozenset[str]:
    return frozenset(word.partition("-")[2] for word in _hyphenated())


def has_word(token: Token, words: frozenset[str]) -> bool:
    """True where the phrase's head, what it is a number or part of, or one coordinated with it is one of `words`."""
    part = token
    for _ in range(6):
        if lemma(part) in words or part.lower_ in words or _has_title(part, words):
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


def _has_title(name: Token, words: frozenset[str]) -> bool:
    """ "Ambassador Ana Lima": the title before a person's name is who the person is."""
    if name.ent_type_ != "PERSON":
        return False
    return any(child.dep_ == "compound" and lemma(child) in words for child in name.lefts)


def is_meeting(noun: Token) -> bool:
    """A noun for people who meet: it has a day of its own."""
    return noun.pos_ == "NOUN" and lemma(noun) in word_classes()["meeting"]


def has_future(verb: Token) -> bool:
    """The verb tells of what is to come: \"will\", \"would\", \"going to\"."""
    words = context_words()
    future = words["status.future_auxiliaries"]
    if any(child.dep_ == "aux" and child.lower_ in future | {"would"} for child in verb.children):
        return True
    return verb.tag_ == "VBG" and verb.lower_ == "going"
