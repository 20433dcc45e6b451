"""What looks like an ask and is none: of nothing, of nobody, of the press, of one's own people or troops."""

from verbale.extract.acting.conditions import lemma
from verbale.extract.asking.book import Book
from verbale.extract.asking.private import is_private
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token
from verbale.model import Act

_OWNERS = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my", "your"})
_NOBODY = frozenset({"nobody", "no-one", "none"})
_HOLLOW = frozenset(
    {
        "it",
        "that",
        "this",
        "them",
        "so",
        "these",
        "those",
        "what",
        "which",
        "more",
        "much",
        "everything",
        "anything",
        "something",
        "all",
        "nothing",
    }
)


def _is_of_reporter(token: Token | None) -> bool:
    """ "When asked to define success, Liu said …": by whoever asked the question."""
    if token is None or token.pos_ != "VERB" or token.tag_ != "VBN" or token.dep_ != "advcl" or lemma(token) != "ask":
        return False
    helped = any(child.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass", "agent"} for child in token.children)
    return not helped and lemma(token.head) in {"say", "reply", "answer", "tell", "respond", "add", "decline"}


def puts_off(book: Book, act: Act) -> bool:
    """ "told it to wait", which has answered an ask, is none itself."""
    token = book.token_of(act)
    return token is not None and lemma(token) == "tell" and token.i in book.replied


def is_hollow(book: Book, act: Act) -> bool:
    """An ask that says nothing: no content, or a pronoun for one, and not even both sides; by nobody to nobody, and not
    answered; or of the press, for a comment."""
    first = act.subject.lower().removeprefix("further ").split()[:1]
    if set(first) & ask_words().press or is_private(book, act):
        return True
    if _is_of_reporter(book.token_of(act)) or _is_at_home(book, act) or _is_standing(book, act):
        return True
    if _is_by_nobody(book, act) or _is_backing(book, act) or _is_hoped_for(book, act):
        return True
    if not act.sources and not act.targets:
        return True
    words = {word.strip(".,;") for word in act.subject.lower().split()}
    told = words - _OWNERS
    if len(told) == 1 and not act.sources and act.id not in book.answers and told <= ask_words().nouns:
        return True  # "offered his proposal", "put the request"
    if words - _HOLLOW:
        return False
    return not (act.sources and act.targets)


def _is_by_nobody(book: Book, act: Act) -> bool:
    """ "Nobody asked him for a road", "had at no point put forward a proposal": not asked for."""
    verb = book.token_of(act)
    if verb is None:
        return False
    nobody = any(child.dep_ == "nsubj" and child.lower_ in _NOBODY for child in verb.lefts)
    never = any(child.lower_ == "at" and {"no", "point"} <= {t.lower_ for t in child.subtree} for child in verb.lefts)
    return nobody or never


def _is_backing(book: Book, act: Act) -> bool:
    """ "offered Kyiv its full support"."""
    verb = book.token_of(act)
    things = [child for child in verb.rights if child.dep_ == "dobj"] if verb is not None else []
    return act.what == "offer" and any(lemma(noun) in ask_words().backing for noun in things)


def _is_hoped_for(book: Book, act: Act) -> bool:
    """ "wants a deal", "seek normal relations with everybody": of nobody in particular, and not answered."""
    verb = book.token_of(act)
    if verb is None or lemma(verb) not in {"want", "seek"} or act.id in book.answers:
        return False
    if set(act.targets) & set(book.parties(key for token in verb.subtree for key in book.scene.own(token))):
        return False  # "wants a deal with Libya"
    things = [child for child in verb.rights if child.dep_ == "dobj"]
    return bool(things) and all(lemma(noun) in ask_words().hoped and _is_any(noun) for noun in things)


def _is_any(noun: Token) -> bool:
    """True for a thing of which nothing is told: "a deal", "lasting peace", not "a deal on the debt"."""
    return not any(child.dep_ in {"relcl", "acl"} or child.lower_ in {"on", "that"} for child in noun.rights)


def _is_at_home(book: Book, act: Act) -> bool:
    """ "urged its citizens to leave", "ordered troops to hold fire", "told Reuters that the grain must go out": a party
    that tells its own people what to do, or the press what others should, asks no other party for anything."""
    verb = book.token_of(act)
    if verb is None or verb.pos_ != "VERB":
        return False
    whom = [child for child in verb.rights if child.dep_ in {"dobj", "dative"}]
    whom += [t for c in verb.rights if c.lower_ in {"on", "upon", "to"} for t in c.children if t.dep_ == "pobj"]
    whom += [child for child in verb.lefts if child.dep_ == "nsubjpass"]
    # the parser takes whom "urge X to do Y" asks for the subject of what is to be done
    below = [c for child in verb.rights if child.dep_ in {"ccomp", "xcomp"} for c in child.lefts if c.dep_ == "nsubj"]
    span = act.subject_span
    whom += [token for token in below if span is None or not span.start <= token.idx < span.end]
    courts = (child for child in verb.lefts if child.dep_ == "nsubj" and lemma(child) in ask_words().courts)
    if any(not _is_known_body(book, court) for court in courts):
        return True  # "the tribunal ordered Gazprom to pay"; not so the International Court of Justice
    if any(_is_outlet(book, token) for token in whom):
        return True
    words = ask_words()
    crowds = {key for token in whom if lemma(token) in words.publics for key in book.scene.own(token)}
    crowds = {key for key in crowds if book.scene.kind(key) in {"group", "unnamed"}}
    listed = words.publics | (words.forces if lemma(verb) in words.ordering else frozenset())
    own = set(act.sources)
    if any(lemma(token) in listed & words.forces for token in whom):  # "the president ordered the army to hold fire"
        own.update(book.scene.party(key) for key in (*act.sources, *act.people))
    if not whom or any(key not in own and key not in crowds for key in act.targets):
        return False
    return all(lemma(token) in listed or _is_inner(token) for token in whom)


def _is_inner(token: Token) -> bool:
    """ "asked his cabinet to draft a reply", "urged her own party to back it"."""
    own = any(child.dep_ == "poss" and child.lower_ in {"his", "her", "its"} for child in token.lefts)
    return own and lemma(token) in ask_words().inner


def _is_known_body(book: Book, token: Token) -> bool:
    found = [book.scene.actor(key) for key in book.scene.own(token)]
    return any(one is not None and (one.world or "").startswith("body/") for one in found)


def _is_outlet(book: Book, token: Token) -> bool:
    """ "told AFP", "told state television"."""
    found = [book.scene.actor(key) for key in book.scene.own(token)]
    if any(one is not None and (one.world or "").startswith("outlet/") for one in found):
        return True
    return lemma(token) in ask_words().media


def _is_standing(book: Book, act: Act) -> bool:
    """ "insists on its right to enrich": what a party says that it has, it does not ask for."""
    verb = book.token_of(act)
    if verb is None or lemma(verb) != "insist":
        return False
    things = [t for child in verb.rights if child.lower_ in {"on", "upon"} for t in child.children if t.dep_ == "pobj"]
    return any(lemma(t) in ask_words().standings and any(c.dep_ == "poss" for c in t.lefts) for t in things)
