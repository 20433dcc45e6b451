"""The making of an agreement: the words that tell of it, by whom, and when."""

from collections.abc import Iterable

from verbale.extract.acting.lexicon import word_classes
from verbale.extract.actors import ActorIndex, actor, actors_of, mention_at
from verbale.extract.agreement_words import STATUS, WORDS
from verbale.language.parse import Doc, Token

MAX_MAKERS = 14  # tokens within which those who made a deal are named in "that X and Y signed"


def makers_of(head: Token) -> list[Token]:
    """The words that tell that the agreement was made: "signed" over it, beside it or in its relative clause."""
    found = []
    governor = head.head
    if head.dep_ in {"dobj", "nsubjpass"} and governor.lemma_.lower() in WORDS.made and happened(governor):
        found.append(governor)
    if head.dep_ == "pobj" and governor.lower_ in {"on", "to", "of"} and governor.head.lemma_.lower() in WORDS.made:
        verb = governor.head  # but "signed the last annex to the accord"
        beside = any(child.dep_ == "dobj" and child.i < governor.i for child in verb.rights)
        if verb.pos_ == "VERB" and happened(verb) and not (beside and governor.lower_ == "to"):
            found.append(verb)
    if (
        head.dep_ == "pobj"
        and governor.lower_ == "in"
        and governor.head.dep_ == "advcl"
        and governor.i < governor.head.i
    ):
        made = governor.head  # "In the papers, signed by X, …"
        found += [made] if made.tag_ == "VBN" and made.lemma_.lower() in WORDS.made else []
    if head.dep_ == "pobj" and governor.lower_ in {"to", "on"} and _signs(governor.head) and happened(governor.head):
        found.append(governor.head)
    if head.dep_ == "pobj" and governor.lower_ == "of" and governor.head.lemma_.lower() in WORDS.weak_nouns:
        found += makers_of(governor.head)  # "reached the outline of a deal"
    if head.dep_ == "pobj" and governor.lower_ == "of" and governor.head.lemma_.lower() in WORDS.made_nouns:
        found.append(governor.head)
    if head.dep_ == "pobj" and governor.lower_ == "of" and governor.head.lower_ == "part":
        above = governor.head.head  # "signed in 2020 as part of the Withdrawal Agreement"
        if above.lower_ == "as" and above.head.lemma_.lower() in WORDS.made and happened(above.head):
            found.append(above.head)
    if head.dep_ == "pobj" and governor.lower_ == "in" and governor.head.lemma_.lower() in WORDS.settles:
        verb = governor.head  # "agreed in the Algiers treaty to put off …"
        found += [verb] if head.text[0].isupper() and verb.pos_ == "VERB" and happened(verb) else []
    if head.dep_ == "pobj" and governor.lower_ == "with" and governor.head.lemma_.lower() in WORDS.ends:
        found += [governor.head] if happened(governor.head) else []  # "ended on Monday with an agreement"
    if head.dep_ == "pobj" and governor.lower_ == "with" and governor.head.dep_ == "dobj":
        verb = governor.head.head  # "concluded their session with an agreement"
        found += [verb] if verb.lemma_.lower() in WORDS.ends and happened(verb) else []
    if head.lemma_.lower() in WORDS.truces and happened(governor):
        both = head.dep_ == "dobj" and _accepted(governor)  # "Both sides have accepted a truce"
        found += [governor] if both or (head.dep_ == "nsubj" and takes_effect(governor)) else []
    if _is_aside(head):
        found.append(governor)  # "A memorandum, signed the same day, obliges …"
    if head.dep_ == "nsubj" and governor.dep_ == "csubj" and governor.lemma_.lower() in WORDS.made:
        found.append(governor)  # "The truce agreed in Bern has collapsed": the parser takes "agreed" for a clause
    below = [
        child
        for child in head.rights
        if child.dep_ in {"acl", "relcl"}
        and (child.lemma_.lower() in WORDS.made or _accepted(child))
        and happened(child)
    ]
    if below and head.dep_ == "pobj" and governor.lower_ in {"to", "on"}:
        found = []  # "signed an annex to the accord that they concluded in 2012": that is its making
    found += below
    found += [] if found else _said_beside(head)
    by_whom = None if found else _made_by_whom(head)
    return found if by_whom is None else [by_whom]


def _said_beside(head: Token) -> list[Token]:
    """ "Under the accord, signed in May, Spain promised …": the participle that the parser hangs on what follows."""
    doc, at = head.doc, head.i + 2
    if at >= len(doc) or doc[head.i + 1].text != "," or head.dep_ != "pobj":
        return []
    one = doc[at]
    return [one] if one.tag_ == "VBN" and one.dep_ in {"advcl", "acl"} and one.lemma_.lower() in WORDS.made else []


def _made_by_whom(head: Token) -> Token | None:
    """The verb of "the accord that Sadat and Begin signed", where the parser takes it for something else: read off the
    surface, the first verb after "that" or "which"."""
    doc, at = head.doc, head.i + 1
    at += at < len(doc) and doc[at].text == ","
    bare = at < len(doc) and doc[at - 1] is head and _begins_phrase(doc[at])  # "the deal his envoys signed in Bern"
    if at >= len(doc) or (doc[at].lower_ not in {"that", "which"} and not bare):
        return None
    for token in doc[at + (1 if bare else 2) : min(at + MAX_MAKERS, head.sent.end)]:
        if token.lemma_.lower() in WORDS.made - WORDS.blesses and token.tag_ in {"VBD", "VBN"}:
            own = bare and any(child.dep_ in {"dobj", "nsubjpass", "ccomp"} for child in token.children)
            return token if happened(token) and not own else None
        if token.text in {",", ";"} or token.tag_ in {"VBD", "VBZ", "MD", "TO", "IN"} or token.dep_ == "auxpass":
            return None
    return None


def _begins_phrase(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.dep_ in {"det", "poss"} and token.pos_ in {"DET", "PRON"})


def _accepted(verb: Token) -> bool:
    """ "the truce, which both sides accepted in April": by two, which makes it one."""
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    several = any(
        subject.conjuncts or (subject.lemma_.lower() in WORDS.sides and subject.tag_ == "NNS") for subject in subjects
    )
    return verb.lemma_.lower() == "accept" and several


def takes_effect(verb: Token) -> bool:
    """ "came into force", "took effect", "entered into effect"."""
    below = [child for child in verb.rights if child.dep_ == "dobj" or child.lower_ == "into"]
    nouns = [noun for child in below for noun in (child, *child.rights)]
    moves = verb.lemma_.lower() in {"come", "enter", "go", "take"}
    return moves and any(noun.lower_ in {"force", "effect", "hold"} for noun in nouns)


def _is_aside(head: Token) -> bool:
    """ "The treaty, signed in 2015, obliges …": the parser takes the participle for what the treaty does."""
    verb = head.head
    if head.dep_ != "nsubj" or verb.tag_ not in {"VBD", "VBN"} or verb.lemma_.lower() not in WORDS.made:
        return False
    apart = verb.i > 0 and verb.nbor(-1).text == "," and happened(verb)
    return apart and not any(child.dep_ in {"dobj", "ccomp", "aux"} for child in verb.children)


def _signs(verb: Token) -> bool:
    """ "put their names to the text"."""
    return any(child.dep_ == "dobj" and child.lemma_.lower() in WORDS.signatures for child in verb.rights)


def happened(verb: Token) -> bool:
    """True for a past or perfect verb that is not negated, nor under a modal, nor under another verb's infinitive."""
    lefts = list(verb.lefts)
    if any(left.dep_ == "neg" or left.tag_ in {"MD", "TO"} or left.lower_ in {"if", "unless"} for left in lefts):
        return False
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in {"after", "since", "on", "upon"}:
        return True  # "after signing the declaration in Asmara on Monday"
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in {"by", "with"}:
        return verb.head.head.pos_ == "VERB" and happened(verb.head.head)  # "ended their war by signing an accord"
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and not any(left.dep_ in {"mark", "advmod"} for left in lefts):
        return verb.i > verb.head.i and happened(verb.head)  # "have ended their war, signing a treaty on Thursday"
    return verb.tag_ in {"VBD", "VBN"} or any(left.lower_ in {"has", "have", "had"} for left in lefts)


def parties_of(doc: Doc, index: ActorIndex, head: Token, makers: Iterable[Token]) -> tuple[str, ...]:
    """Who made it: "between X and Y", "X-Y agreement", "X's deal with Y", or the subject of the verb that made it."""
    found: list[str] = []

    def add(token: Token) -> None:
        mention = mention_at(index, token)
        if mention is not None and mention.span.start <= head.idx < mention.span.end:
            return  # the document's own name, taken for a party
        if token.pos_ == "NOUN" and token.lemma_.lower() in word_classes()["private_person"]:
            return  # "the Korean company signed a memorandum"
        for one in those_of(token):
            keys, ambiguous = actors_of(doc, index, one)
            if len(keys) == 1 and _are_several(one):
                continue  # "Libya's two rival camps": sides that this does not name
            found.extend(() if ambiguous else keys or (_region(index, one) if one is not token else ()))

    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"between", "among", "with", "of"}:
            for below in child.rights:
                several = child.lower_ != "of" or any(other.ent_type_ for other in below.conjuncts)
                if below.dep_ == "pobj" and several:  # "the plan of Kenya and Uganda"
                    add(below)
                for inner in below.rights:  # "the treaty of friendship between Niger and Chad"
                    if child.lower_ in {"of", "on"} and inner.lower_ in {"between", "with"}:
                        for noun in inner.rights:
                            add(noun)
        elif child.dep_ in {"poss", "compound", "amod", "nmod"} and child.i < head.i and not is_unknown_place(child):
            if child.tag_ == "VBN" and child.lemma_.lower() in WORDS.through:
                continue  # "a U.S.-brokered deal"
            for one in (*(left for left in child.lefts if _is_hyphened(left)), child):  # "the EU-Turkey statement"
                if not is_acronym_of_deal(index, one):
                    add(one)
    if _is_other_side(head):
        verb = head.head if head.dep_ == "dobj" else head.head.head
        for child in verb.lefts:
            if child.dep_ == "nsubj":
                add(child)
    if head.dep_ in {"appos", "conj"} and head.head.i < head.i:
        # "the agreements between the two Koreas -- the X Declaration and the Y Declaration"
        anchor = head
        while anchor.dep_ in {"appos", "conj"} and anchor.head.i < anchor.i:
            anchor = anchor.head
            if anchor.lemma_.lower() in WORDS.nouns:
                found.extend(parties_of(doc, index, anchor, ()))
                break
            if anchor.dep_ == "pobj" and anchor.head.lower_ in {"between", "among"}:
                add(anchor)
                break
    for maker in makers:
        if (sides := _signed_for(doc, index, maker)) is not None:
            found.extend(sides)
            continue
        if maker == _made_by_whom(head) and maker.head != head:
            for one in doc[head.i + 1 : maker.i]:
                if one.pos_ in {"PROPN", "NOUN"} and one.dep_ != "compound":
                    add(one)
        if maker.lemma_.lower() in WORDS.mediates or _is_announced_by_one(maker):
            continue
        for child in maker.children:
            if child.dep_ == "nsubj":
                add(child)
                if child.lower_ == "they" and maker.dep_ == "ccomp":  # "X and Y announced that they had reached …"
                    for above in maker.head.lefts:
                        if above.dep_ == "nsubj":
                            add(above)
            elif child.dep_ in {"agent", "prep"} and child.lower_ in {"by", "with", "between"}:
                for below in child.rights:
                    if below.dep_ == "pobj" and not _looks_on(child, below):
                        add(below)
        shared = maker.dep_ == "conj" or (maker.dep_ in {"advcl", "pcomp"} and maker.tag_ == "VBG")
        if shared and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in maker.children):
            above = maker.head.head if maker.dep_ == "pcomp" else maker.head
            for child in above.children:
                if child.dep_ == "nsubj":
                    add(child)
    return tuple(dict.fromkeys(found))


def _looks_on(preposition: Token, noun: Token) -> bool:
    """ "signed the treaty with the king as a witness": one who is there."""
    end = max(child.right_edge.i for child in (noun, *(c for c in noun.rights if c.dep_ in {"appos", "flat"})))
    after = noun.doc[noun.i + 1 : min(end + 2, len(noun.doc))]
    return preposition.lower_ == "with" and any(token.lower_ == "as" or token.tag_ == "VBG" for token in after)


def _are_several(token: Token) -> bool:
    """ "two rival camps", "the warring sides"."""
    return token.tag_ == "NNS" and any(left.lower_ in WORDS.opposed for left in token.lefts)


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
        if token.tag_ == "NNS" and prep.lower_ in {"of", "for"}:
            below = [noun for noun in prep.rights if noun.dep_ == "pobj" and noun.pos_ == "PROPN"]
            named = [other for noun in below for other in (noun, *noun.conjuncts) if other.pos_ == "PROPN"]
            if len(named) > 1:
                return named
    return [token]
