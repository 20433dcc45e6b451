"""Whether a noun phrase names an agreement: by a proper name, a noun for one, or a weaker noun that was signed."""

from dataclasses import dataclass

from verbale.extract.actors import ActorIndex, actor, mention_at
from verbale.extract.agreeing.making import are_several, makers_of
from verbale.extract.agreeing.names import is_titled, name_start
from verbale.extract.agreeing.parties import is_acronym_of_deal, is_unknown_place
from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Token

_MEASURES = frozenset({"point", "page", "chapter", "article", "clause", "paragraph"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})


@dataclass(frozen=True, slots=True)
class Kind:
    """How a noun phrase names an agreement."""

    proper: bool  # "the Minsk Protocol"
    strong: bool  # a noun that names one by itself
    named: bool  # as good as a proper name: "the Dayton accords"
    definite: bool  # "the accord", "their deal"


def kind_of(index: ActorIndex, head: Token) -> Kind | None:
    """How `head` names an agreement, or None where it names none, or one that there is not yet."""
    if not _is_noun(head):
        return None
    lemma = head.lemma_.lower()
    proper = head.text in WORDS.proper_heads and name_start(head) < head.i
    of_name = head.text in WORDS.proper_heads and is_titled(head)
    strong = lemma in WORDS.nouns or any(left.lower_ in WORDS.strengtheners.get(lemma, ()) for left in head.lefts)
    strong = strong or (lemma in WORDS.weak_nouns and has_points(head)) or _is_of_people(head)
    signed = lemma in WORDS.signed_nouns and any(maker.lemma_.lower() == "sign" for maker in makers_of(head))
    placed = lemma in WORDS.weak_nouns and _has_place_name(head) and (_is_under(head) or bool(makers_of(head)))
    strong = strong or signed or placed or _is_counted(head) or _is_dated_truce(head)
    titled = signed or (lemma in WORDS.weak_nouns and _is_settled(head))
    proper = proper or (titled and head.text[0].isupper() and name_start(head) < head.i)
    again = lemma in WORDS.signed_nouns and any(left.lower_ in DEFINITE for left in head.lefts)
    if not (proper or of_name or strong or again or lemma in WORDS.weak_nouns):
        return None
    if (head.dep_ == "compound" and misread_verb(head) is None) or _is_of_memorandum(head):
        return None
    if lemma == "term" and (head.tag_ != "NNS" or head.dep_ != "pobj" or head.head.lower_ not in {"under", "by"}):
        return None  # "Under the terms, …", not "his term", "the terms were hard"
    if _is_other_deal(head) or _is_outline(head) or _is_header(head) or _is_organisation(index, head):
        return None
    lefts = {left.lower_ for left in head.lefts}
    definite = bool(lefts & DEFINITE)
    unmade = lefts & WORDS.unmade_modifiers or _is_unmade(head)
    if not proper and (lefts & WORDS.never_made or (unmade and not telling_makers(head))):
        return None
    definite = definite or any(left.dep_ == "poss" for left in head.lefts)
    own = definite and strong and (_has_place_name(head) or _has_own_name(head) or _is_lettered(index, head))
    return Kind(proper, strong, proper or of_name or own, definite)


def telling_makers(head: Token) -> list[Token]:
    """The words that tell of its making; that others approved "the deal" is no making of it."""
    makers = makers_of(head)
    signed = [maker for maker in makers if maker.lemma_.lower() not in WORDS.blesses]
    if signed or any(left.lower_ in DEFINITE for left in head.lefts):
        makers = [maker for maker in makers if maker.lemma_.lower() not in WORDS.blesses]
    if head.lemma_.lower() in WORDS.truces:
        makers = [maker for maker in makers if not _is_ones_word(maker)]
    return makers


def _is_ones_word(maker: Token) -> bool:
    """ "He announced the truce", "a truce declared by the rebels": of one side by itself."""
    if maker.lemma_.lower() not in WORDS.proclaims | {"declare"}:
        return False
    agents = [noun for child in maker.rights if child.dep_ == "agent" for noun in child.rights]
    who = [*(child for child in maker.lefts if child.dep_ == "nsubj"), *agents]
    return bool(who) and not any(map(are_several, who))


def _is_organisation(index: ActorIndex, head: Token) -> bool:
    """ "the Government of National Accord": a body that bears the word in its name."""
    mention = mention_at(index, head)
    known = [actor(index, key) for key in mention.actors] if mention is not None else []
    return any(one is not None and one.world is not None and one.kind != "document" for one in known)


def _is_noun(head: Token) -> bool:
    """ "The Dayton accords give …": a tagger may take the noun for a verb that has an article and is a subject."""
    phrase = head.dep_ in {"nsubj", "dobj", "pobj"} and any(child.dep_ == "det" for child in head.lefts)
    return head.pos_ in {"NOUN", "PROPN"} or phrase


def has_points(head: Token) -> bool:
    """ "the six-point plan", "the 20-page text"."""
    before = head.doc[max(head.i - 4, head.sent.start) : head.i]
    return any(token.lower_.rpartition("-")[2] in _MEASURES for token in before)


def _is_settled(head: Token) -> bool:
    """ "The two agreed on a Joint Plan towards Peace": not what one body adopts for itself."""
    return any(
        one.pos_ == "VERB" and one.lemma_.lower() in WORDS.settles | {"sign", "initial"} for one in makers_of(head)
    )


def _is_of_people(head: Token) -> bool:
    """ "agreed on an exchange of prisoners"."""
    of = [child for child in head.rights if child.lower_ == "of"] if head.lemma_ in {"exchange", "swap"} else []
    people = any(noun.lemma_.lower() in WORDS.of_people for prep in of for noun in prep.rights)
    return people and any(maker.lemma_.lower() in WORDS.made_weak for maker in makers_of(head))


def _is_counted(head: Token) -> bool:
    """ "agreed on six principles", "accepted the five points"."""
    counted = head.lemma_.lower() in WORDS.counted and head.tag_ == "NNS"
    counted = counted and any(left.dep_ == "nummod" for left in head.lefts)
    return counted and any(maker.lemma_.lower() in WORDS.counts for maker in makers_of(head))


def _is_dated_truce(head: Token) -> bool:
    """ "the ceasefire of 2002", "the 1991 truce"."""
    if head.lemma_.lower() not in WORDS.truces or not any(left.lower_ in DEFINITE for left in head.lefts):
        return False
    of = (noun for child in head.rights if child.lower_ in {"of", "from"} for noun in child.rights)
    return any(one.ent_type_ == "DATE" for one in (*head.lefts, *of))


def _is_outline(head: Token) -> bool:
    """ "the outline of a trade deal", "the terms of the accord": the deal below names it."""
    below = [child for child in head.rights if child.dep_ == "prep" and child.lower_ == "of"]
    nouns = [noun for prep in below for noun in prep.rights if noun.dep_ == "pobj"]
    signed = head.lemma_.lower() == "package"  # "a package of agreements" is one of several
    return (
        not signed
        and head.lemma_.lower() in WORDS.weak_nouns
        and any(noun.lemma_.lower() in WORDS.nouns for noun in nouns)
    )


def _is_header(head: Token) -> bool:
    """True for the plural that only announces documents named one by one after it."""
    below = [child for child in head.subtree if child.i > head.i and child.dep_ == "appos"]
    return head.tag_ == "NNS" and any(child.text in WORDS.proper_heads for child in below)


def _has_place_name(head: Token) -> bool:
    """True for "the Minsk agreements", "the Dayton accords": a place right before the noun makes it a name."""
    before = head.doc[head.i - 1] if head.i else None
    known = before is not None and before.dep_ == "compound" and before.ent_type_ in {"GPE", "LOC", "FAC"}
    return known or (before is not None and is_unknown_place(before))


def _has_own_name(head: Token) -> bool:
    """ "the Argyle declaration": a capitalised word of no party before a noun for a document."""
    before = head.doc[head.i - 1] if head.i else None
    if before is None or before.dep_ != "compound" or head.lemma_.lower() not in WORDS.documents:
        return False
    acronym = (
        before.text.isupper() and len(before) > 2 and before.ent_type_ not in {"GPE", "NORP"}
    )  # "the CMATS treaty"
    return acronym or (before.text.istitle() and before.pos_ == "PROPN" and not before.ent_type_)


def _is_lettered(index: ActorIndex, head: Token) -> bool:
    """ "the CMATS treaty": letters that stand for no party."""
    before = head.doc[head.i - 1] if head.i else None
    return before is not None and len(before) > 3 and is_acronym_of_deal(index, before)


def _is_other_deal(head: Token) -> bool:
    lefts = {left.lower_ for left in head.lefts}
    assembly = head.lemma_.lower() == "convention" and bool(lefts & WORDS.assemblies)
    return assembly or bool(lefts & WORDS.other_deals) or _is_end_of_title(head)


def _is_end_of_title(head: Token) -> bool:
    """ "Trade and Investment Agreements": the last words of a title that names no document."""
    start = name_start(head)
    joined = start < head.i and start > 1 and head.doc[start - 1].lower_ in {"and", "&"}
    return joined and head.tag_ in {"NNS", "NNPS"} and head.doc[start - 2].text.istitle()


def _is_unmade(head: Token) -> bool:
    """True where the clause says that there is no such agreement yet: "without a deal", "seek an accord", negation."""
    governor = head.head
    if head.dep_ == "pobj" and governor.lower_ in WORDS.unmade_prepositions:
        definite = any(left.lower_ in DEFINITE for left in head.lefts)
        return not definite or governor.lower_ in {"without", "absent"}
    if head.dep_ in {"dobj", "nsubjpass"} and governor.pos_ == "VERB":
        modal = any(
            left.dep_ == "neg" or (left.tag_ == "MD" and left.lower_ != "will") or left.tag_ == "TO"
            for left in governor.lefts
        )
        indefinite = any(left.lower_ in {"a", "an"} for left in head.lefts)
        return indefinite and (modal or governor.lemma_ in WORDS.unmade_verbs)
    return False


def misread_verb(head: Token) -> Token | None:
    """The "foresees" of "The Algiers accord foresees elected assemblies, …", which a tagger takes for a plural."""
    noun = head.head
    plural = head.dep_ == "compound" and noun.i == head.i + 1 and noun.tag_ == "NNS"
    return noun if plural and noun.lower_.removesuffix("s") in WORDS.lists else None


def _is_of_memorandum(head: Token) -> bool:
    """The second noun of "memorandum of understanding"."""
    above = head.head.head
    return head.lemma_.lower() == "understanding" and head.dep_ == "pobj" and above.lemma_.lower() == "memorandum"


def _is_under(head: Token) -> bool:
    """ "Under the Brussels statement, …", whatever follows."""
    return head.dep_ == "pobj" and head.head.lower_ == "under"
