"""Who asks and who is asked, where the ask's own clause leaves it out or the parse misleads."""

from dataclasses import replace

from verbale.extract.acting.clause import verb_clause
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.words import ask_words, keys_of
from verbale.language.parse import Token
from verbale.model import Act, Statement

# Prepositions under which a party only says where or when: "on the sidelines of the General Assembly".
_SCENERY = frozenset({"on", "at", "in", "during", "before", "after", "under", "since", "until", "as", "near", "within"})
# Offers, proposals and demands take a party out of what is asked for want of a better; it may be no addressee there.
_PASSIVE_GOALS = frozenset({"to", "from", "in", "into", "at", "with"})
_GOALS = frozenset({"to", "into", "from"})
_OWNERS = frozenset({"of", "from"})
_WE = frozenset({"we", "i"})


def settle_sides(book: Book, statements: tuple[Statement, ...]) -> None:
    """Askers that speak of themselves, and addressees that are none."""
    speakers = {statement.id: statement.speakers for statement in statements}
    before: Ask | None = None
    for ask in book.asks():
        act = book.acts[ask.act.id]
        if not act.sources and act.claimed_by in speakers and _speaks(ask.token):
            parties = _one_party(book, speakers[act.claimed_by])
            if len(parties) == 1 and parties[0] not in act.targets:
                act = book.replace(replace(act, sources=parties))
        if not act.sources and before is not None and ask.sentence - before.sentence <= 1 and _goes_on(ask.token):
            sources = tuple(key for key in book.acts[before.act.id].sources if key not in act.targets)
            act = book.replace(replace(act, sources=sources))
        before = ask
        if act.targets and ask.token.pos_ == "VERB":
            kept = tuple(key for key in act.targets if not _is_scenery(book, ask, act, key))
            if kept != act.targets:
                book.replace(replace(act, targets=kept))


def _one_party(book: Book, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """The party of those who speak together, where some of them are only named."""
    parties = book.parties(speakers)
    return tuple(key for key in parties if not book.is_stranger(key)) or parties


def _goes_on(verb: Token) -> bool:
    """ "He also calls on …": whoever asked for something just before, where the report does not tell who "he" is."""
    further = any(child.lower_ in {"also", "further", "again", "likewise"} for child in verb.children)
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    return further and subject is not None and subject.lower_ in {"he", "she", "it", "they"}


def _speaks(verb: Token) -> bool:
    return any(token.lower_ in _WE for token in verb_clause(verb).subjects)


def _is_scenery(book: Book, ask: Ask, act: Act, key: str) -> bool:
    """True where the addressee stands nowhere but in what is asked, as a place, a time or the far end of a passive, or
    is the source of the news."""
    if _is_source(book, ask, key):
        return True
    if act.subject_span is None:
        return False
    doc = book.scene.doc
    words = doc.char_span(act.subject_span.start, act.subject_span.end, alignment_mode="expand")
    if words is None:
        return False
    named = [token for token in ask.token.subtree if key in book.parties(book.scene.own(token))]
    if not named or any(not words.start <= token.i < words.end for token in named):
        return False
    goes = not keys_of(words.root) & ask_words().giving and all(_is_town(book, token, key) for token in named)
    passive = any(child.dep_ == "auxpass" for child in words.root.children)
    more = _GOALS if goes else _PASSIVE_GOALS if passive else frozenset()
    if act.what == "offer":  # "offered to send monitors of the African Union", "offered land from British bases"
        more |= _OWNERS
    return all(_only_sets_the_scene(words.root, token, _SCENERY | more) for token in named)


def _is_town(book: Book, token: Token, key: str) -> bool:
    """ "offered to move the talks to Doha": a town that stands for its state elsewhere, but is a way's end here."""
    found = book.scene.actor(key)
    return token.ent_type_ == "GPE" and found is not None and token.text not in found.name


def _is_source(book: Book, ask: Ask, key: str) -> bool:
    """ "According to two people …": who tells of the ask is not asked."""
    named = [token for token in ask.token.subtree if key in book.parties(book.scene.actors(token))]
    return bool(named) and all(any(head.lower_ == "according" for head in token.ancestors) for token in named)


def _only_sets_the_scene(root: Token, token: Token, words: frozenset[str]) -> bool:
    current = token
    while current != root and current.head != current:
        if current.dep_ == "prep" and current.lower_ in words:
            return True
        current = current.head
    return False


def names_somebody(ask: Ask) -> bool:
    """ "asked the three powers to pay", "appealed to donors": whom the clause names is asked, known to us or not."""
    verb = ask.token
    if verb.pos_ != "VERB" or ask.act.subject_span is None:
        return False
    whom = [child for child in verb.rights if child.dep_ in {"dobj", "dative"}]
    whom += [t for c in verb.rights if c.lower_ in {"on", "upon", "to"} for t in c.children if t.dep_ == "pobj"]
    return any(
        token.pos_ in {"NOUN", "PROPN"} and token.idx + len(token) <= ask.act.subject_span.start for token in whom
    )


def by_context(book: Book) -> None:
    """Asks whose asker or addressee the sentence leaves out, where the words just before name one and no other.

    An asker is taken from a refusal coordinated with this one by the same party; an addressee from the last act before,
    up to two sentences back, that stands between the asker and one other party.
    """
    order = sorted(book.acts.values(), key=lambda act: act.trigger.start)
    for ask in book.asks():
        act = book.acts[ask.act.id]
        answer = book.answers.get(act.id)
        if answer is None:
            continue
        if not act.sources and answer.act in book.acts:
            answering = book.acts[answer.act]
            source = _from_coordinated(book, answering)
            if source:
                act = book.replace(replace(act, sources=source))
                if not answering.targets:
                    book.replace(replace(answering, targets=source))
        if act.sources and not act.targets and not names_somebody(ask):
            book.replace(replace(act, targets=_addressee(book, order, ask, act)))


def _from_coordinated(book: Book, answering: Act) -> tuple[str, ...]:
    """The target of another refusal by the same party in the same sentence, before this one."""
    place = book.token_of(answering)
    for act in book.acts.values():
        token = book.token_of(act)
        if token is None or place is None or act.type != "REJECT" or not act.targets or act.id == answering.id:
            continue
        near = token.i < place.i and book.sentence_of[token.i] == book.sentence_of[place.i]
        if near and set(act.sources) & set(answering.sources):
            return act.targets
    return ()


def _addressee(book: Book, order: list[Act], ask: Ask, act: Act) -> tuple[str, ...]:
    for earlier in reversed(order):
        token = book.token_of(earlier)
        if token is None or token.i >= ask.token.i or earlier.id == act.id:
            continue
        if ask.sentence - book.sentence_of[token.i] > 2:
            break
        sides = {*earlier.sources, *earlier.targets}
        others = sides - set(act.sources)
        if len(others) == 1 and sides & set(act.sources):
            return tuple(others)
    return ()
