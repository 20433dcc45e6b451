"""Who made an agreement: "between X and Y", "the X-Y accord", "X's deal with Y", or whoever the verb says signed it."""

from collections.abc import Iterable, Iterator

from verbale.extract.acting.lexicon import word_classes
from verbale.extract.actors import ActorIndex, actor, actors_of, mention_at
from verbale.extract.agreeing.making import made_by_whom
from verbale.extract.agreement_words import STATUS, WORDS
from verbale.language.parse import Doc, Token

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_SIDES = frozenset({"state", "group", "organisation"})


def parties_of(doc: Doc, index: ActorIndex, head: Token, makers: Iterable[Token]) -> tuple[str, ...]:
    """Who made it: "between X and Y", "X-Y agreement", "X's deal with Y", or the subject of the verb that made it."""
    found: list[str] = []
    for noun in _told_in_phrase(index, head):
        found += _keys(doc, index, head, noun)
    for maker in makers:
        if (sides := _signed_for(doc, index, maker)) is not None:
            found += sides
            continue
        for noun in _who_made(head, maker):
            found += _keys(doc, index, head, noun)
    found += _of_header(doc, index, head)
    return tuple(dict.fromkeys(found))


def _keys(doc: Doc, index: ActorIndex, head: Token, token: Token) -> list[str]:
    """Those whom `token`, in the phrase of `head` or beside its making, means; none where it leaves that open."""
    mention = mention_at(index, token)
    if mention is not None and mention.span.start <= head.idx < mention.span.end:
        return []  # the document's own name, taken for a party
    if token.pos_ == "NOUN" and token.lemma_.lower() in word_classes()["private_person"]:
        return []  # "the Korean company signed a memorandum"
    found: list[str] = []
    for one in those_of(token):
        keys, ambiguous = actors_of(doc, index, one)
        if len(keys) == 1 and _are_several(one):
            continue  # "Libya's two rival camps": sides that this does not name
        found += () if ambiguous else keys or (_region(index, one) if one is not token else ())
    return found


def _told_in_phrase(index: ActorIndex, head: Token) -> Iterator[Token]:
    """ "the agreement between A and B", "the EU-Turkey statement", "the treaty of friendship between A and B"; "A quit
    the accord with B"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"between", "among", "with", "of"}:
            for below in child.rights:
                several = child.lower_ != "of" or any(other.ent_type_ for other in below.conjuncts)
                if below.dep_ == "pobj" and several:  # "the plan of Kenya and Uganda"
                    yield below
                inner = (prep for prep in below.rights if child.lower_ == "of" and prep.lower_ in {"between", "with"})
                yield from (noun for prep in inner for noun in prep.rights)
        elif child.dep_ in {"poss", "compound", "amod", "nmod"} and child.i < head.i and not is_unknown_place(child):
            if child.tag_ == "VBN" and child.lemma_.lower() in WORDS.through:
                continue  # "a U.S.-brokered deal"
            both = (*(left for left in child.lefts if _is_hyphened(left)), child)  # "the EU-Turkey statement"
            yield from (one for one in both if not is_acronym_of_deal(index, one))
    if _is_other_side(head):
        verb = head.head if head.dep_ == "dobj" else head.head.head
        yield from (child for child in verb.lefts if child.dep_ == "nsubj")


def _of_header(doc: Doc, index: ActorIndex, head: Token) -> tuple[str, ...]:
    """ "the agreements between the two Koreas -- the X Declaration and the Y Declaration": those of the whole row."""
    if head.dep_ not in {"appos", "conj"} or head.head.i > head.i:
        return ()
    anchor = head
    while anchor.dep_ in {"appos", "conj"} and anchor.head.i < anchor.i:
        anchor = anchor.head
        if anchor.lemma_.lower() in WORDS.nouns:
            return parties_of(doc, index, anchor, ())
        if anchor.dep_ == "pobj" and anchor.head.lower_ in {"between", "among"}:
            return tuple(_keys(doc, index, head, anchor))
    return ()


def _who_made(head: Token, maker: Token) -> Iterator[Token]:
    """The subjects of the making, and those it was made "by" or "with"; not who brokers or announces it."""
    if maker == made_by_whom(head) and maker.head != head:
        words = head.doc[head.i + 1 : maker.i]
        yield from (one for one in words if one.pos_ in {"PROPN", "NOUN"} and one.dep_ != "compound")
    if maker.lemma_.lower() in WORDS.mediates | WORDS.reads_out or _is_announced_by_one(maker):
        return
    for child in maker.children:
        if child.dep_ == "nsubj":
            yield from _subjects(child)
            if child.lower_ == "they" and maker.dep_ == "ccomp":  # "X and Y announced that they had reached …"
                yield from (above for above in maker.head.lefts if above.dep_ == "nsubj")
        elif child.dep_ == "dobj" and maker.lemma_ == "join":
            yield child
        elif child.dep_ in {"agent", "prep"} and child.lower_ in {"by", "with", "between"}:
            yield from (noun for noun in child.rights if noun.dep_ == "pobj" and not _looks_on(child, noun))
    shared = maker.dep_ == "conj" or (maker.dep_ in {"advcl", "pcomp"} and maker.tag_ == "VBG")
    if shared and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in maker.children):
        above = maker.head.head if maker.dep_ == "pcomp" else maker.head
        for child in above.children:
            if child.dep_ == "nsubj":
                yield from _subjects(child)


def _subjects(subject: Token) -> Iterator[Token]:
    """The subject, with those whom the parser took for parts of its name: "U.S. President Joe Biden and Korean
    President Yoon Suk-yeol signed"."""
    yield subject
    words = subject.doc[subject.left_edge.i : subject.i]
    if any(word.lower_ == "and" for word in words):
        yield from (word for word in words if word.ent_type_ in _NAMED and _is_part_of(word, subject))


def _is_part_of(word: Token, subject: Token) -> bool:
    while word != subject:
        if word.dep_ not in {"compound", "appos", "conj", "nmod"}:
            return False
        word = word.head
    return True


def _looks_on(preposition: Token, noun: Token) -> bool:
    """ "signed the treaty with the king as a witness": one who is there."""
    end = max(child.right_edge.i for child in (noun, *(c for c in noun.rights if c.dep_ in {"appos", "flat"})))
    after = noun.doc[noun.i + 1 : min(end + 2, len(noun.doc))]
    return preposition.lower_ == "with" and any(token.lower_ == "as" or token.tag_ == "VBG" for token in after)


def _are_several(token: Token) -> bool:
    """ "two rival camps", "the warring sides"."""
    return token.tag_ == "NNS" and any(left.lower_ in WORDS.opposed for left in token.lefts)


def without_helpers(index: ActorIndex, keys: Iterable[str]) -> tuple[str, ...]:
    """`keys` of those who are told to do something under a deal, but for the UN or the OSCE, which help it along."""
    told = [actor(index, key) for key in keys]
    known = [one for one in told if one is not None]
    return tuple(one.key for one in known if one.kind != "organisation" or one.world is None or one.key in index.sides)


def _is_hyphened(token: Token) -> bool:
    following = token.doc[token.i + 1]
    return following.text in {"-", "–"} and not token.whitespace_


def is_acronym_of_deal(index: ActorIndex, token: Token) -> bool:
    """ "the KORUS agreement": letters before the noun that nobody knows as a party."""
    mention = mention_at(index, token)
    known = [actor(index, key) for key in mention.actors] if mention is not None else []
    unknown = all(one is None or (one.world is None and one.kind == "organisation") for one in known)
    return token.text.isupper() and token.dep_ == "compound" and unknown


def _signed_for(doc: Doc, index: ActorIndex, maker: Token) -> list[str] | None:
    """ "was signed by General Said for the army and Mr Musa for the rebels": the sides, not those who sign for them.
    None where not two sides at least are told so."""
    if maker.lemma_.lower() not in {"sign", "initial"} or not any(child.dep_ == "agent" for child in maker.rights):
        return None
    fors = [token for token in maker.subtree if token.i > maker.i and token.lower_ == "for" and token.dep_ == "prep"]
    nouns = [noun for prep in fors for noun in prep.rights if noun.dep_ == "pobj"]
    found: list[str] = []
    for noun in nouns:
        keys, ambiguous = actors_of(doc, index, noun)
        found.extend(() if ambiguous else keys)
    return found if len(set(found)) > 1 else None


def _is_announced_by_one(maker: Token) -> bool:
    """ "The deal, announced by Qatar, …": a mediator's news."""
    agents = [noun for child in maker.rights if child.dep_ == "agent" for noun in child.rights if noun.dep_ == "pobj"]
    alone = bool(agents) and not any(other for noun in agents for other in noun.conjuncts)
    return alone and maker.lemma_.lower() in WORDS.proclaims


def _is_other_side(head: Token) -> bool:
    """ "Chad quit the accord with Libya", "A and B swapped men under a deal brokered by C": the subject is bound."""
    if head.dep_ == "dobj" and any(child.dep_ == "prep" and child.lower_ == "with" for child in head.rights):
        return STATUS.get(head.head.lemma_.lower(), ("",))[0] in {"suspended", "broken"} or head.head.lemma_ == "tear"
    verb = head.head.head
    brokered = any(child.dep_ == "acl" and child.lemma_.lower() in WORDS.mediates for child in head.rights)
    under = head.dep_ == "pobj" and head.head.lower_ == "under" and brokered
    return under and any(child.dep_ == "nsubj" and child.conjuncts for child in verb.lefts)


def is_unknown_place(token: Token) -> bool:
    """ "the Sebha accord", in a report that says "in Sebha": a place, whatever else the tagger takes it for."""
    if token.dep_ != "compound" or not token.text.istitle() or token.ent_type_ in {"GPE", "NORP"}:
        return False
    return any(
        other.text == token.text and other.dep_ == "pobj" and other.head.lower_ in {"in", "at"} for other in token.doc
    )


def _region(index: ActorIndex, token: Token) -> tuple[str, ...]:
    """ "the commanders of Ethiopia and Tigray": a region that has commanders is a side."""
    return tuple(one.key for one in index.actors if one.kind == "place" and one.name == token.text)


def those_of(token: Token) -> list[Token]:
    """ "the commanders of Chad and Libya": two people at least ("negotiators for" each too), one of each; "five
    officers from Chad and five from Libya"."""
    apart = [prep for one in (token, *token.conjuncts) for prep in one.rights if prep.lower_ == "from"]
    sides = [noun for prep in apart for noun in prep.rights if noun.dep_ == "pobj" and noun.pos_ == "PROPN"]
    if token.tag_ == "NNS" and len(sides) > 1:
        return sides
    for prep in token.rights:
        if token.tag_ in {"NNS", "NNPS"} and prep.lower_ in {"of", "for", "from"}:
            below = [noun for noun in prep.rights if noun.dep_ == "pobj" and noun.pos_ == "PROPN"]
            named = [other for noun in below for other in (noun, *noun.conjuncts) if other.pos_ == "PROPN"]
            if len(named) > 1:
                return named
    return [token]
