"""The words whose time is an event's: its own word, what carries it, what it carries, and verbs joined to it."""

from collections.abc import Iterator

from verbale.extract import adrift, beside
from verbale.extract.tying_words import words
from verbale.language.parse import Token

MAX_CLIMB = 8
NAMES = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG", "NORP"})


def carriers_of(token: Token) -> Iterator[list[tuple[Token, str]]]:
    """The words whose time is the event's, nearest relation first, each with what it passes on."""
    yield [(token, "all")]
    if token.pos_ not in {"NOUN", "PROPN"} and token.dep_ not in {"nsubjpass", "csubjpass"}:
        yield from _of_verb(token)
        return
    described = [child for child in token.rights if child.dep_ in {"acl", "relcl"}]
    described += beside.clauses_behind_names(token)
    due = [c for verb in described if verb.lemma_ == "be" for c in verb.rights if c.dep_ == "xcomp"]
    described = [verb for verb in (*described, *due) if verb.dep_ == "acl" or verb.lemma_ in words("carrying", "verbs")]
    yield [(verb, "all") for verb in described]
    yield [(noun, "all") for verb in described if verb.tag_ == "VBN" for noun in _occasions(verb)]
    verb = verb_over(token)
    if verb is not None:
        yield [(verb, "all")]
        yield from _of_verb(verb)
    partner = _noun_over(token)
    if partner is not None:
        yield [(partner, "after")]


def _of_verb(verb: Token) -> Iterator[list[tuple[Token, str]]]:
    """What a verb's time may hang from besides itself: its objects, an aspectual verb above or below it, its pair."""
    objects = [child for child in verb.rights if child.dep_ in {"dobj", "attr", "prep", "agent", "oprd", "dative"}]
    inner = [
        each for child in objects if child.dep_ in {"prep", "agent"} for each in child.rights if each.dep_ == "pobj"
    ]
    # "host a round of talks in June": the noun that fills the object
    filling = [each for child in objects if child.dep_ == "dobj" for each in _filling(child)]
    yield [(child, "after") for child in (*objects, *inner, *filling) if child.dep_ not in {"prep", "agent"}]
    yield [(noun, "all") for noun in _occasions(verb)]
    yield [
        (speech, "all")
        for speech in verb.children
        if speech.tag_ == "VBG" and speech.lemma_ in words("speaking", "verbs")
    ]
    if verb.dep_ == "xcomp" and verb.head.lemma_ in words("aspectual", "verbs"):
        yield [(verb.head, "all")]
    if verb.dep_ == "xcomp" and verb.head.lemma_ in words("expected", "verbs"):  # "on Monday Oslo is expected to sign"
        yield [(verb.head, "front")]
    if verb.lemma_ in words("aspectual", "verbs"):
        yield [(child, "all") for child in verb.rights if child.dep_ == "xcomp"]
    yield [(joined, "all") for joined in _joined_verbs(verb)]
    if verb.lemma_ in words("concluding", "verbs"):
        yield [(noun, "end") for noun in adrift.ends_of_object(verb)]
    yield [(told, "told") for told in _told_before(verb)]
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        yield [(verb.head, "front")]
    yield [(told, "all") for told in beside.told_beside(verb)]


def _filling(noun: Token) -> Iterator[Token]:
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (each for each in child.rights if each.dep_ == "pobj")


def _occasions(verb: Token) -> Iterator[Token]:
    """ "In an ultimatum on Saturday, they told …", "said at Monday's talks": nouns for a verb's occasion."""
    for child in verb.children:
        if (
            child.dep_ != "prep"
            or child.lower_ not in words("occasion", "prepositions")
            or (child.lower_ == "on" and child.i > verb.i)
        ):
            continue  # "agreed on the 2018 plan": what about, not when
        for noun in child.rights:
            if noun.dep_ == "pobj" and noun.ent_type_ not in NAMES:
                yield noun
                # "in a letter sent on Thursday", "in a statement issued on Monday"
                yield from (each for each in noun.rights if each.dep_ == "acl" and each.tag_ == "VBN")


def verb_over(noun: Token) -> Token | None:
    """The carrying verb whose subject, object or occasion `noun` is."""
    token = noun
    for _ in range(MAX_CLIMB):
        if token.dep_ in {"conj", "appos"} and token.head.pos_ in {"NOUN", "PROPN"}:
            token = token.head
        else:
            break
    head = token.head
    if token.dep_ == "nsubj" and head.lemma_ == "be" and (due := _due(head)) is not None:
        return due  # "talks are to be held in May"
    if token.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and head.lemma_ in words("carrying", "verbs"):
        return head
    if token.dep_ == "nsubjpass" and head.lemma_ in words("witnessed", "verbs"):
        return head  # "clashes were reported on Tuesday"
    if token.dep_ in {"nsubj", "nsubjpass"} and (
        head.lemma_ in words("expected", "verbs") or head.pos_ in {"AUX", "ADJ"}
    ):
        return _due(head)
    if token.dep_ == "pobj" and head.lower_ in {"since", "after", "before", "until"}:
        return _verb_of_fragment(token)
    if token.dep_ == "pobj" and head.lower_ in words("occasion", "prepositions") and head.head.pos_ in {"VERB", "AUX"}:
        return head.head
    return None


def _due(head: Token) -> Token | None:
    return next(
        (child for child in head.rights if child.dep_ == "xcomp" and child.lemma_ in words("carrying", "verbs")), None
    )


def _verb_of_fragment(noun: Token) -> Token | None:
    """ "Since its summit in Doha ended": where a parser takes "since" for a preposition, the verb has no subject."""
    end = min(noun.sent.end, noun.right_edge.i + 3)
    for verb in noun.doc[noun.right_edge.i + 1 : end]:
        if verb.tag_ == "VBD" and verb.lemma_ in words("carrying", "verbs") and verb.left_edge == verb:
            return verb
    return None


def _noun_over(noun: Token) -> Token | None:
    """ "A round of talks last week": the noun that this one only fills."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        return noun.head.head
    return None


def _joined_verbs(verb: Token) -> Iterator[Token]:
    """Verbs joined to `verb` that share its subject."""
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and not _has_subject(verb):
        yield verb.head
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and not _has_subject(child):
            yield child


def _told_before(verb: Token) -> Iterator[Token]:
    """ "They initialled it on Friday, and the envoy lifted the freeze": two deeds told in one breath, both in the past
    tense; not one that had been done before."""
    first = verb.head
    if verb.dep_ == "conj" and _is_past(verb) and _is_past(first) and _has_subject(verb):
        yield first


def _is_past(verb: Token) -> bool:
    auxiliaries = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    return (verb.tag_ == "VBD" and not auxiliaries) or auxiliaries in ({"was"}, {"were"})


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
