"""Sources without a name: "a senior diplomatic source", "two people familiar with the talks", "the statement"."""

from dataclasses import replace

from verbale.extract.actor_index import ActorIndex, actor, index_of, mention_at, party_of
from verbale.extract.actor_phrases import actors_of, heads
from verbale.extract.called_by_kind import called_by_kind
from verbale.extract.reference.noun_phrases import Phrase, phrase_at
from verbale.extract.reference.paragraphs import party_of_paragraph
from verbale.extract.reference.words import actor_words
from verbale.language.parse import Doc, Token
from verbale.model import ActorKind, LocalActor, Mention, MentionForm, Report, span_of

_MAX_SUBTREE = 24


def with_source(index: ActorIndex, doc: Doc, report: Report, head: Token) -> tuple[ActorIndex, str | None]:
    """The actor that speaks at the noun phrase headed by `head`, and the index with it added where it was none yet.

    A source that is an actor already is returned as it is (the first one, where a phrase means several). Else a new
    actor is made: kind "unnamed" with its description as printed for people without a name, "document" for texts,
    "organisation" or "government_body" for bodies and media. None where the phrase can be no source (a pronoun that
    nobody is meant by).
    """
    mention = mention_at(index, head)
    if mention is not None and heads(mention, head):
        keys = [key for key in mention.actors if (found := actor(index, key)) is not None and found.kind != "place"]
        if keys:
            return index, keys[0]
    if head.tag_ in {"PRP", "PRP$", "WP", "WDT", "EX", "DT"} or head.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ"}:
        return index, None
    called = called_by_kind(index, head)
    if called is not None:
        return index, called
    words = actor_words()
    lemma = head.lemma_.lower()
    phrase = phrase_at(head, words) or Phrase(
        head, _left(head), head.i + 1, "role", False, head.tag_ in {"NNS", "NNPS"}
    )
    phrase = _without_marks(doc, phrase)
    kind = _kind(lemma if lemma in words.bodies else head.lower_, words.bodies, words.roles, head)
    key = f"a{len(index.actors) + 1}"
    text = report.text
    name = phrase.description(text) if kind == "unnamed" else phrase.bare_text(text)
    form: MentionForm = "description" if kind == "unnamed" else "nominal"
    last = doc[phrase.end - 1]
    span = span_of(text, doc[phrase.start].idx, last.idx + len(last.text))
    made = Mention(span, head.i, form, (key,))
    party, affiliation = _party(index, doc, phrase)
    source = LocalActor(key, name, kind, party=party, mentions=(made,), affiliation=affiliation)
    by_token = dict(index.by_token)
    for i in range(phrase.start, phrase.end):
        by_token.setdefault(i, made)
    by_token[head.i] = made
    return index_of((*index.actors, source), by_token, index.sides), key


def with_owner_named(index: ActorIndex, key: str, head: Token) -> ActorIndex:
    """`index` with "his spokesman" called after whose spokesman it is, where the text is sure of it.

    A description with a pronoun tells nothing once it stands in the record.
    """
    source, owner = actor(index, key), _owner(index, head)
    if source is None or owner is None or owner.key == key:
        return index
    if source.kind == "government_body" and source.name.lower() == head.lower_ and owner.kind == "person":
        named = replace(source, name=f"{owner.name}'s {source.name}")  # "his office"
        return index_of(tuple(named if a.key == key else a for a in index.actors), index.by_token, index.sides)
    if source.kind != "unnamed":
        return index
    pronoun, _, rest = source.name.partition(" ")
    if pronoun.lower() not in {"his", "her", "its", "their"} or not rest:
        return index
    named = replace(source, name=f"{owner.name}'s {rest}", party=source.party or owner.party)
    return index_of(tuple(named if a.key == key else a for a in index.actors), index.by_token, index.sides)


def _without_marks(doc: Doc, phrase: Phrase) -> Phrase:
    """`phrase` without punctuation that the parse puts before its first word."""
    start = phrase.start
    while start < phrase.head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    return replace(phrase, start=start)


def _owner(index: ActorIndex, head: Token) -> LocalActor | None:
    """The one actor whose spokesman, office or adviser the noun is, or None where there is none or it is not sure."""
    possessor = next((child for child in head.children if child.dep_ == "poss"), None)
    mention = mention_at(index, possessor) if possessor is not None else None
    if mention is None or mention.ambiguous or len(mention.actors) != 1:
        return None
    return actor(index, mention.actors[0])


def _left(head: Token) -> int:
    return max(head.left_edge.i, head.i - 12)


def _kind(noun: str, bodies: dict[str, str], roles: dict[str, str], head: Token) -> ActorKind:
    if noun in roles or head.lemma_.lower() in roles:
        return "unnamed"
    sort = bodies.get(noun, "")
    if sort == "document":
        return "document"
    if sort == "armed":
        return "group"
    if sort == "government_body":
        return "government_body"
    if sort:
        return "organisation"
    return "organisation" if head.pos_ == "PROPN" else "unnamed"


def _party(index: ActorIndex, doc: Doc, phrase: Phrase) -> tuple[str | None, str | None]:
    """Party and affiliation told in the phrase itself, else by the seat of power that its paragraph is about."""
    affiliation: str | None = None
    owner = _owner(index, phrase.head)
    if owner is not None and owner.kind in {"person", "unnamed"} and owner.party:
        return owner.party, affiliation
    for token in phrase.modifiers:
        mention = mention_at(index, token)
        for key in mention.actors if mention else ():
            found = actor(index, key)
            if found is None:
                continue
            if found.kind in {"organisation", "government_body", "group"}:
                affiliation = affiliation or found.name
            party = party_of(index, key) or (found.party if found.kind == "place" else None)
            if party:
                return party, affiliation
    keys, ambiguous = actors_of(doc, index, phrase.head)
    if len(keys) == 1 and not ambiguous:
        party = party_of(index, keys[0])
        if party:
            return party, affiliation
    return _party_in_context(index, doc, phrase), affiliation


def _party_in_context(index: ActorIndex, doc: Doc, phrase: Phrase) -> str | None:
    """ "a presidential aide" in a paragraph that opens with the presidential office: of that office's state."""
    official = actor_words().lists["official.adjectives"] & set(phrase.adjectives)
    return party_of_paragraph(doc, phrase.head.i, index.by_token, index.by_key) if official else None
