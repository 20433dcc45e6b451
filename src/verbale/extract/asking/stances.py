"""What those asked say to an ask in words that take up none of its own: "replied that the courts would decide",
"“That will not happen,” he said", "said that it was a matter for parliament"; and deeds that undo what was asked ("its
troops will stay there")."""

from verbale.extract.acting.clause import verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.mood import helpers_of
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.deeds import content_head, things_of
from verbale.extract.asking.said import is_negated, predicates_of, said_by, spoken_words
from verbale.extract.asking.window import shared, takes_up
from verbale.extract.asking.words import ask_words, keys_of
from verbale.language.parse import Token
from verbale.model import Answered

_WILL = frozenset({"will", "would", "wo", "shall", "can", "could", "ca", "’ll", "'ll", "going"})
_SELVES = frozenset({"we", "i", "it", "they", "he", "she", "that", "this", "there"})
_OWN = frozenset({"its", "their", "his", "her", "our"})
_LATER = frozenset({"when", "once", "until", "till", "after", "before", "if", "day", "course", "yet"})
_PERFECT = frozenset({"has", "have", "had", "’ve", "'ve"})


def stance(book: Book, ask: Ask, verb: Token) -> Answered | None:
    """What the clause of `verb` comes to, in which those asked speak right after the ask."""
    words = spoken_words()
    if book.sentence_of[verb.i] - ask.sentence > 1 or not keys_of(verb) & (
        words["telling"] | words["replying"] | words["insisting"]
    ):
        return None
    parts = [part for part in said_by(verb) if part != verb]
    for part in parts:
        if _has_none(book, ask, part) or is_undone(book, ask, part) or _leaves_to_others(part) or _will_not(book, part):
            return "refused"
    replies = words["replying"] | (words["insisting"] if _is_asked(book, ask, verb) else frozenset())
    if not parts or not keys_of(verb) & replies or is_negated(verb):
        return None
    return _to_the_ask(book, ask, parts)


def does_otherwise(book: Book, ask: Ask, verb: Token) -> Answered | None:
    """ "Instead, Quito gave him asylum", by those who are known to have been asked; what is offered in its place
    meets an ask halfway."""
    near = {child.lower_ for child in verb.children} | {c.lower_ for child in verb.rights for c in child.children}
    if "instead" not in near or verb.tag_ not in {"VBD", "VBN", "VBZ"} or not _is_asked(book, ask, verb):
        return None
    if book.sentence_of[verb.i] - ask.sentence > 1 or is_negated(verb):
        return None
    return "partial" if lemma(verb) in ask_words().promised | {"offer", "propose", "suggest", "send"} else "refused"


def _to_the_ask(book: Book, ask: Ask, parts: list[Token]) -> Answered | None:
    """What is replied says no, but where it says yes, later or something to be done."""
    words = spoken_words()
    first = parts[0]
    told = [token for part in parts for token in part.subtree]
    if any(keys_of(part) & words["pondering"] and _is_open(book, part) for part in parts):
        return "partial" if not is_negated(first) else "refused"
    if any(lemma(token) in words["friendly"] for token in told) or any(token.lower_ == "?" for token in told):
        return None
    if is_negated(first):
        return "refused"
    own = takes_up(book, ask, first) or bool(shared(book, ask, first))
    if helpers_of(first) & _WILL and _is_by_themselves(book, first):
        return "partial" if own and any(token.lower_ in _LATER for token in told) else None
    return None if own and helpers_of(first) & _PERFECT else "refused"


def _is_asked(book: Book, ask: Ask, verb: Token) -> bool:
    by = set(book.parties(book.scene.actors_of_all(verb_clause(verb).subjects)))
    return bool(by & set(book.parties(book.acts[ask.act.id].targets)))


def _is_open(book: Book, part: Token) -> bool:
    """ "would study it", "the matter would be looked at"; not "its courts would decide"."""
    subjects = [child for child in part.lefts if child.dep_ in {"nsubj", "nsubjpass"}]
    if any(child.dep_ == "nsubjpass" or child.lower_ in _SELVES for child in subjects):
        return True
    return not any(child.lower_ in _OWN for one in subjects for child in one.lefts) and _is_by_themselves(book, part)


def _will_not(book: Book, part: Token) -> bool:
    """ "That will not happen", "Kyiv would not extend the contract", "We are not leaving"."""
    if not is_negated(part) or keys_of(part) & spoken_words()["harmless"] or lemma(part) in {"be", "know", "say"}:
        return False
    able = bool(helpers_of(part) & _WILL) or part.tag_ == "VBG"
    return able and _is_by_themselves(book, part)


def _is_by_themselves(book: Book, part: Token) -> bool:
    """Those who speak say it of themselves, or of the matter."""
    subject = next((child for child in part.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return part.dep_ == "xcomp"
    if subject.lower_ in _SELVES or any(child.lower_ in _OWN for child in subject.lefts):
        return True
    speaker = part.head
    if part.dep_ not in {"ccomp", "xcomp"} or speaker.pos_ != "VERB":
        return False
    by = set(book.parties(book.scene.actors_of_all(verb_clause(speaker).subjects)))
    return bool(by & set(book.parties(book.scene.actors_of_all([subject]))))


def _has_none(book: Book, ask: Ask, part: Token) -> bool:
    """ "says it has none there", "has no troops on its soil", where these were to go or to be handed over."""
    head = content_head(book, ask)
    if lemma(part) != "have" or head is None or part.tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    nouns = [child for child in part.rights if child.dep_ in {"dobj", "attr"}]
    asked = {lemma(token) for token in head.subtree if token.pos_ == "NOUN"}
    return any(
        noun.lower_ == "none" or (lemma(noun) in asked and any(child.lower_ == "no" for child in noun.lefts))
        for noun in nouns
    )


def _leaves_to_others(part: Token) -> bool:
    """ "was a matter for the courts", "it was up to the judges", "was for parliament to decide"."""
    if lemma(part) != "be" or is_negated(part):
        return False
    for word in predicates_of(part):
        whose = [child for child in word.rights if child.lower_ == "for"]
        if lemma(word) in spoken_words()["others_matter"] and whose:
            return True
    near = {child.lower_: child for child in part.rights if child.dep_ in {"prep", "advmod", "acomp"}}
    if "for" in near and any(lemma(token) in {"decide", "settle", "say", "judge"} for token in part.subtree):
        return True  # "is for the islanders to decide"
    return "up" in near and any(child.lower_ == "to" for child in (*near["up"].children, *part.rights))


def is_undone(book: Book, ask: Ask, part: Token) -> bool:
    """ "said its troops would stay there", "the blockade would go on", "kept the border shut": done is the contrary of
    what was asked, by those asked or by what was to go."""
    head = content_head(book, ask)
    if head is None or is_negated(part) or part.pos_ not in {"VERB", "AUX"}:
        return False
    words = ask_words()
    groups = words.deeds_of(keys_of(head))
    contrary = {word for name in groups for word in words.undoing.get(name, frozenset())}
    still = lemma(part) == "be" and any(child.lower_ == "still" for child in part.children) and "leave" in groups
    if not (keys_of(part) & contrary or still):
        return False
    clause = verb_clause(part)
    if clause.passive or helpers_of(part) & {"may", "might", "could", "should", "must"}:
        return False
    things = things_of(head) | {lemma(child) for child in head.lefts if child.dep_ in {"nsubj", "nsubjpass"}}
    if clause.objects:
        return any(noun.lower_ in {"it", "them", "one"} or lemma(noun) in things for noun in clause.objects)
    asked = set(book.parties(book.acts[ask.act.id].targets))
    if asked & set(book.parties(book.scene.actors_of_all(clause.subjects))):
        return True
    return any(
        noun.lower_ in {"it", "they", "we"}
        or lemma(noun) in things
        or any(child.lower_ in _OWN for child in noun.lefts)
        for noun in clause.subjects
    )
