"""The making of an agreement: the words that tell of it, and whether it has happened."""

from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Token

MAX_MAKERS = 14  # tokens within which those who made a deal are named in "that X and Y signed"


def makers_of(head: Token) -> list[Token]:
    """The words that tell that the agreement was made: "signed" over it, beside it or in its relative clause."""
    found = []
    governor = head.head
    if head.dep_ in {"dobj", "nsubjpass"} and governor.lemma_.lower() in WORDS.made and happened(governor):
        found.append(governor)
    if head.dep_ in {"dobj", "nsubjpass"} and _is_read_out(head, governor) and happened(governor):
        found.append(governor)
    if head.dep_ == "dobj" and governor.lemma_ == "have" and _have_one(head, governor):
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
    if head.dep_ == "pobj" and governor.lower_ in {"to", "on"}:
        verb = governor.head if governor.head.pos_ == "VERB" else governor.head.head  # "shook hands on", as "hands on"
        found += [verb] if signs(verb) and (happened(verb) or (verb.lower_ == "put" and verb.tag_ == "VBP")) else []
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
    if head.dep_ == "dobj" and _accepted(governor) and happened(governor):
        found.append(governor)  # "Both sides have accepted a truce"
    if head.lemma_.lower() in WORDS.truces and head.dep_ == "nsubj" and takes_effect(governor) and happened(governor):
        found.append(governor)
    if head.dep_ == "pobj" and governor.lower_ in {"under", "in"}:
        verb = governor.head.head if governor.head.dep_ == "xcomp" else governor.head
        found += [verb] if _settles_by(head, verb) else []
    if head.dep_ == "pobj" and governor.lower_ == "in" and governor.head.lemma_ == "join" and happened(governor.head):
        found.append(governor.head)  # "joined the two in a pact"
    if _is_aside(head):
        found.append(governor)  # "A memorandum, signed the same day, obliges …"
    if head.dep_ == "pobj" and governor.lower_ in {"on", "for"}:
        talks = governor.head  # "concluded their negotiations on a package"
        done = talks.dep_ in {"dobj", "nsubjpass"} and talks.lemma_.lower() in WORDS.talking
        verb = talks.head if done else governor.head
        if done and verb.lemma_.lower() in WORDS.ends | {"complete", "finalise", "finalize"} and happened(verb):
            found.append(verb)
    if head.dep_ == "nsubj" and governor.dep_ == "csubj" and governor.lemma_.lower() in WORDS.made:
        found.append(governor)  # "The truce agreed in Bern has collapsed": the parser takes "agreed" for a clause
    below = [child for child in head.rights if child.dep_ in {"acl", "relcl"} and _makes(child)]
    for noun in (noun for child in head.rights if child.lower_ == "of" for noun in child.rights):
        if noun.lemma_.lower() == "understanding":  # "a memorandum of understanding signed in May"
            below += [child for child in noun.rights if child.dep_ in {"acl", "relcl"} and _makes(child)]
    if below and head.dep_ == "pobj" and governor.lower_ in {"to", "on"}:
        found = []  # "signed an annex to the accord that they concluded in 2012": that is its making
    found += below
    found += [] if found else _said_beside(head)
    by_whom = None if found else made_by_whom(head)
    return found if by_whom is None else [by_whom]


def _is_read_out(head: Token, verb: Token) -> bool:
    """ "read a joint statement", "a joint communiqué was released"."""
    joint = head.lemma_.lower() in WORDS.said_in and any(left.lower_ == "joint" for left in head.lefts)
    return joint and verb.lemma_.lower() in WORDS.reads_out


def _have_one(head: Token, verb: Token) -> bool:
    """ "Serbia and Kosovo have a deal": news that one was made."""
    new = any(left.lower_ in {"a", "an"} for left in head.lefts) and head.lemma_.lower() in WORDS.general
    plain = verb.tag_ in {"VBP", "VBZ"} and not any(child.dep_ in {"neg", "mark", "aux"} for child in verb.children)
    return new and plain and any(are_several(child) for child in verb.lefts if child.dep_ == "nsubj")


def _makes(verb: Token) -> bool:
    return (verb.lemma_.lower() in WORDS.made or _accepted(verb)) and happened(verb)


def _said_beside(head: Token) -> list[Token]:
    """ "Under the accord, signed in May, Spain promised …": the participle that the parser hangs on what follows."""
    doc, at = head.doc, head.i + 2
    if at >= len(doc) or doc[head.i + 1].text != "," or head.dep_ != "pobj":
        return []
    one = doc[at]
    return [one] if one.tag_ == "VBN" and one.dep_ in {"advcl", "acl"} and one.lemma_.lower() in WORDS.made else []


def made_by_whom(head: Token) -> Token | None:
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
    return verb.lemma_.lower() == "accept" and any(map(are_several, subjects))


def are_several(subject: Token) -> bool:
    """ "X and Y", "both sides", "the leaders of X and Y"."""
    below = (token for prep in subject.rights if prep.lower_ in {"of", "from"} for token in prep.subtree)
    sides = subject.lemma_.lower() in WORDS.sides and subject.tag_ == "NNS"
    return bool(subject.conjuncts) or sides or (subject.tag_ == "NNS" and any(token.dep_ == "cc" for token in below))


def _settles_by(head: Token, verb: Token) -> bool:
    """ "X and Y agreed to pull back under an arrangement", "in a deal": what they settled is one."""
    new = any(left.lower_ in {"a", "an"} for left in head.lefts)
    settles = new and verb.lemma_.lower() in WORDS.settles and verb.pos_ == "VERB" and happened(verb)
    return settles and any(are_several(child) for child in verb.lefts if child.dep_ == "nsubj")


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


def signs(verb: Token) -> bool:
    """ "put their names to the text", "shook hands on an arrangement"."""
    return any(child.dep_ == "dobj" and child.lemma_.lower() in WORDS.signatures for child in verb.rights)


def happened(verb: Token) -> bool:
    """True for a past or perfect verb that is not negated, nor under a modal, nor under another verb's infinitive."""
    lefts = list(verb.lefts)
    if any(left.lower_ in {"almost", "nearly"} for left in lefts):
        return False
    to = any(left.tag_ == "TO" and left.dep_ != "prep" for left in lefts)  # not "to which they agreed"
    if to or any(left.dep_ == "neg" or left.tag_ == "MD" or left.lower_ in {"if", "unless"} for left in lefts):
        return False
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in {"after", "since", "on", "upon"}:
        return True  # "after signing the declaration in Asmara on Monday"
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in {"by", "with"}:
        return verb.head.head.pos_ == "VERB" and happened(verb.head.head)  # "ended their war by signing an accord"
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and not any(left.dep_ in {"mark", "advmod"} for left in lefts):
        return verb.i > verb.head.i and happened(verb.head)  # "have ended their war, signing a treaty on Thursday"
    return verb.tag_ in {"VBD", "VBN"} or any(left.lower_ in {"has", "have", "had"} for left in lefts)
