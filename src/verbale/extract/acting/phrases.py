"""Single words and phrases of a dependency parse: what heads, joins or governs a noun, what a verb's form says.

What the parser gets wrong about news sentences is put right here, each by the construction that it misreads.
"""

from collections.abc import Iterator

from verbale.extract.acting.lexicon import context_words, word_classes
from verbale.language.parse import Token

# News sentences need four steps up a chain of governors; hostile ones get no more than these.
MAX_CLIMB = 12

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def agents_below(verb: Token) -> list[Token]:
    """ "was hailed as a breakthrough by both governments", "was asked for its consent by Oslo": the parser hangs "by"
    on the noun before it."""
    nouns = [noun for child in verb.rights if child.lower_ in {"as", "for"} for noun in objects_of(child)]
    return [one for noun in nouns for child in noun.rights if child.lower_ == "by" for one in objects_of(child)]


def across_caption(name: Token) -> list[Token]:
    """ "Moon, right, and Abe shake hands": the parser joins Abe to the side on which Moon stands."""
    sides = [child for child in name.rights if child.lower_ in word_classes()["caption_side"]]
    return [other for side in sides for other in side.rights if other.dep_ == "conj"]


def beside_apposition(noun: Token) -> list[Token]:
    """ "Peru's president, Ana Lima, and Chile's premier, Jo Paz, met": the parser joins the second to the name."""
    names = [child for child in noun.rights if child.dep_ == "appos"]
    return [other for name in names for other in name.rights if other.dep_ == "conj"]


def opens_sentence(verb: Token) -> bool:
    """ "Signed in Oslo in May, the accord …", "Welcomed by Jordan, the truce …": what the participle was done to is the
    subject of the clause that follows."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBN" or verb.head.i < verb.i:
        return False
    return not any(child.dep_ in {"mark", "advmod", "aux", "nsubj", "nsubjpass"} for child in verb.lefts)


def named_before_side(verb: Token) -> list[Token]:
    """ "Xi, left, and Biden shake hands": the parser takes "left" for what Xi did."""
    side = verb.head
    if (
        verb.dep_ != "conj"
        or side.lower_ not in word_classes()["caption_side"]
        or side.i == 0
        or side.i + 1 >= len(side.doc)
    ):
        return []
    if side.nbor(-1).text != "," or side.nbor(1).text != ",":
        return []
    return [child for child in side.lefts if child.dep_ == "nsubj"]


def before_aside(verb: Token) -> Token | None:
    """Who does it in "Moscow, a minister said on Monday, had offered …" and "Peru, which has two ports, offered …": the
    parser gives the first noun to the aside, or takes the verb for a participle beside it."""
    doc, start = verb.doc, verb.sent.start
    if verb.dep_ == "acl":
        whole = verb.tag_ in {"VBN", "VBD"} and verb.head.dep_ == "ROOT" and verb.i > 0 and doc[verb.i - 1].text == ","
        closed = any(child.dep_ in {"relcl", "appos"} and child.i < verb.i for child in verb.head.rights)
        return verb.head if whole and closed and verb.head.pos_ in {"NOUN", "PROPN"} else None
    if (named := _after_place(verb) or _after_weekday(verb) or _after_and(verb)) is not None:
        return named
    for aside in verb.lefts:
        if aside.dep_ not in {"parataxis", "ccomp"} or aside.pos_ != "VERB" or doc[aside.right_edge.i].text != ",":
            continue
        for noun in aside.lefts:
            first = noun.left_edge.i == start and noun.pos_ in {"NOUN", "PROPN"}
            speakers = [child for child in noun.rights if child.dep_ == "appos"] if noun.dep_ == "nsubj" else []
            closed = noun.i + 1 < len(doc) and doc[noun.i + 1].text == ","
            if first and closed and (noun.dep_ != "nsubj" or (speakers and speakers[-1].right_edge.i + 1 == aside.i)):
                return noun
    return None


def _after_weekday(verb: Token) -> Token | None:
    """ "In the palace on Monday Ana Pop and Jan Novak reached …": the parser makes the day part of the name."""
    if any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.lefts) or verb.tag_ != "VBD":
        return None
    for preposition in (child for child in verb.lefts if child.dep_ == "prep"):
        for noun in preposition.subtree:
            if noun.dep_ == "pobj" and noun.pos_ == "PROPN" and noun.i < verb.i and opens_with_weekday(noun):
                return noun
    return None


def opens_with_weekday(noun: Token) -> bool:
    """The first word of a name is a day's, and what follows is nobody's but a person's, a state's or a body's."""
    first = noun.left_edge
    dated = first.dep_ in {"compound", "nummod"} and first.ent_type_ == "DATE"  # "on 9 December Ana Pop met"
    return first != noun and dated and noun.ent_type_ in _NAMED


_NAMED = frozenset({"PERSON", "GPE", "ORG"})


def _after_and(verb: Token) -> Token | None:
    """ "wrote to Bogota, and Lima and Quito accepted", "freed ten and Chad, a neighbour, freed six": the parser joins
    the subject to the noun, or to the verb, before it."""
    if verb.tag_ not in FINITE or any(child.dep_ in SUBJECTS | {"nsubjpass"} for child in verb.children):
        return None
    doc, at = verb.doc, verb.i - 1
    beside = verb.head.rights if verb.dep_ == "conj" and verb.head.pos_ == "VERB" else ()
    for noun in beside:
        if noun.dep_ == "conj" and noun.i < verb.i and noun.pos_ in _NOUNS and doc[noun.left_edge.i - 1].dep_ == "cc":
            return noun
    while at > verb.sent.start and (doc[at].head == verb or doc[at].lower_ in {"both", "all", "each"}):
        at -= 1
    noun = doc[at]
    for _ in range(4):
        start = noun.left_edge.i
        if noun.dep_ != "conj" or noun.pos_ not in _NOUNS or start < 2:
            return None
        if doc[start - 1].dep_ == "cc" and (doc[start - 2].text == "," or noun.pos_ == "PROPN" != noun.head.pos_):
            return noun
        noun = noun.head
    return None


_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def _after_place(verb: Token) -> Token | None:
    """ "In the Oslo declaration, Chad and Niger undertook …": the parser joins Chad to the declaration."""
    if any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.lefts):
        return None
    for prep in verb.lefts:
        if prep.dep_ != "prep" or prep.right_edge.i + 1 != verb.i:
            continue
        for noun in (token for token in prep.subtree if token.dep_ == "pobj"):
            for other in noun.rights:
                joined = other.dep_ in {"conj", "appos"} and other.pos_ == "PROPN" and other.right_edge.i + 1 == verb.i
                if joined and verb.doc[other.left_edge.i - 1].text == ",":
                    return other
    return None


def is_cut_off(clause: Token, head: Token) -> bool:
    """ "Sudan offered troops; Juba declined": two sentences in one, though the parser hangs the first on the second."""
    between = (
        clause.doc[clause.right_edge.i : head.i] if clause.i < head.i else clause.doc[head.i : clause.left_edge.i + 1]
    )
    ends = {";", ":"} if clause.i < head.i else {";"}
    return any(token.text in ends for token in between)


def heads_a_list(name: Token) -> bool:
    """ "China, Pakistan begin exercise": a headline joins its subjects by a comma. "Lima and the rebels will meet": the
    parser takes the first for an adverb."""
    if name.dep_ != "npadvmod" or name.ent_type_ != "GPE" or name.left_edge.i != name.sent.start:
        return False
    doc, comma = name.doc, name.i + 1
    if comma < len(doc) and doc[comma].lower_ == "and" and doc[comma].head == name:
        return any(child.dep_ == "nsubj" and child.i > name.i for child in name.head.lefts)
    return comma + 1 < len(doc) and doc[comma].text == "," and doc[comma + 1].ent_type_ in {"GPE", "ORG", "NORP"}


def is_gerund_subject(token: Token) -> bool:
    """ "Fighting between border guards left forty dead", "Shelling was heard": a noun, read as a verb's form."""
    if token.tag_ != "VBG" or token.dep_ not in {"csubj", "csubjpass", "nsubj", "nsubjpass", "dobj"}:
        return False
    return not any(child.dep_ in {"dobj", "aux", "nsubj", "prt"} for child in token.children)


def is_infinitive(verb: Token) -> bool:
    bare = verb.tag_ == "VB" or any(child.dep_ == "auxpass" and child.tag_ == "VB" for child in verb.children)
    return bare and any(child.tag_ == "TO" for child in verb.children)


def is_main_again(part: Token, first: Token) -> bool:
    """ "demanded that they leave, and the answer was no", "asked him to go and would not wait": a finite clause that
    the parser coordinates with what is asked, which is none."""
    if part == first:
        return False
    if _is_called_for(first) and not _is_called_for(part):  # "that it should be solved … and the delay is undesired"
        return part.tag_ in {"VBZ", "VBD"} or any(child.tag_ in {"VBZ", "VBD"} for child in part.lefts)
    return is_finite(part) and not is_finite(first) and first.tag_ in {"VB", "VBP", "VBN"}


def _is_called_for(verb: Token) -> bool:
    return any(child.tag_ == "MD" and child.lower_ in {"should", "must"} for child in verb.lefts)


def is_finite(verb: Token) -> bool:
    """It has a tense of its own; what taggers take for a bare participle beside a bare present is a past."""
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    past = verb.tag_ == "VBN" and not helpers and verb.dep_ == "conj" and verb.head.tag_ in {"VB", "VBP"}
    return past or verb.tag_ in {"VBD", "VBZ"} or any(child.tag_ in {"MD", "VBD", "VBZ"} for child in helpers)


def is_subjunctive(verb: Token) -> bool:
    """ "that the troops be gone", "that Oslo withdraw": wished, with neither a modal nor "to"."""
    if verb.dep_ != "ccomp" or any(child.dep_ == "aux" for child in verb.lefts):
        return False
    return verb.tag_ == "VB" or any(child.dep_ == "auxpass" and child.tag_ == "VB" for child in verb.lefts)


def across_aside(verb: Token) -> Token | None:
    """ "pledged, the ministry said, that the corridor …": the parser hangs what is pledged on who tells of it."""
    for aside in verb.rights:
        if aside.dep_ == "parataxis":
            found = next((c for c in aside.rights if c.dep_ in {"ccomp", "xcomp"}), None)
            if found is not None:
                return found
    return None


def is_set_in(verb: Token) -> bool:
    """ "If they break it, he threatened, the troops will return": a verb of saying inside what it says."""
    if verb.dep_ == "parataxis":
        return True
    if verb.dep_ != "advcl" or verb.i > verb.head.i or verb.tag_ != "VBD":
        return False
    marked = any(child.dep_ in {"mark", "advmod", "dobj", "prep", "xcomp", "ccomp"} for child in verb.children)
    return not marked and any(child.dep_ == "nsubj" for child in verb.lefts)


def relative_owner(noun: Token) -> Token | None:
    """ "Riyadh, whose aircraft bombed the port": whose they are."""
    if not any(child.dep_ == "poss" and child.lower_ == "whose" for child in noun.lefts):
        return None
    verb = noun.head
    if verb.dep_ == "relcl":
        owner = verb.head
        beside = owner.dep_ == "appos" and owner.pos_ == "NOUN" and owner.tag_ == "NNS"
        if beside:  # "Lavrov and Fidan, the ministers, whose talks …": both of them
            return owner.head.head if owner.head.dep_ == "conj" else owner.head
        return owner
    # "Rabat and the Front, whose talks ended in March, have …": the parser takes the clause for the sentence
    return next((child for child in verb.lefts if child.dep_ == "nsubj" and child != noun), None)


def is_first_to(verb: Token) -> bool:
    """ "was the first to recognise it", "the only state to sign": they did."""
    if verb.dep_ not in {"relcl", "acl"} or not is_infinitive(verb):
        return False
    ranks = word_classes()["rank"]
    return verb.head.lower_ in ranks or any(child.lower_ in ranks for child in verb.head.lefts)


def objects_of(preposition: Token) -> list[Token]:
    return [child for child in preposition.children if child.dep_ in {"pobj", "pcomp"}]


def focus_of(verb: Token) -> Token | None:
    """Whom a cleft sentence puts first: "It was Athens that asked", where the parser sees no relative clause."""
    copula = verb.head
    if verb.dep_ not in {"ccomp", "advcl"} or copula.lemma_ != "be" or verb.i < copula.i:
        return None
    if not any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in copula.lefts):
        return None
    if not any(child.lower_ in {"that", "who", "which"} and child.dep_ == "nsubj" for child in verb.lefts):
        return None
    return next((child for child in copula.rights if child.dep_ == "attr" and child.i < verb.i), None)


def deciders_of(verb: Token) -> list[Token]:
    """Who decided to do what the infinitive says: "condemned Oslo's decision to expel its consul".

    The parser hangs the infinitive on the noun, or on the verb that the noun is the object of.
    """
    if not is_infinitive(verb):
        return []
    noun = verb.head
    if verb.dep_ in {"advcl", "xcomp"}:
        noun = next((child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i), verb.head)
    if noun.lemma_ not in context_words()["status.done_nouns"]:
        return []
    by = [inner for child in noun.rights if child.lower_ == "by" for inner in objects_of(child)]
    return by or [child for child in noun.lefts if child.dep_ == "poss"]


def is_finite_acl(verb: Token) -> bool:
    """ "a request that Berlin has refused", where the parser takes the relative clause for what is requested."""
    deps = {child.dep_ for child in verb.children if child.lower_ not in {"that", "which"}}
    if verb.dep_ != "acl" or "nsubj" not in deps or "dobj" in deps or verb.head.lemma_ not in word_classes()["ask"]:
        return False
    return verb.tag_ in FINITE or any(child.dep_ == "aux" and child.tag_ in FINITE for child in verb.children)


def authors(text: Token) -> list[Token]:
    """Who passed the resolution, or signed the letter, that condemns: its words are theirs."""
    if text.lemma_ not in word_classes()["voiced_text"]:
        return []
    if text.dep_ == "dobj":
        return [child for child in text.head.children if child.dep_ == "nsubj"]
    return []


def first_conjunct(noun: Token) -> Token:
    for _ in range(MAX_CLIMB):
        if noun.dep_ != "conj":
            break
        noun = noun.head
    return noun


def top_of(noun: Token) -> Token:
    """What heads the event's noun: "round" in "a third round of talks", "calls" in "calls and meetings"."""
    top = noun
    for _ in range(4):
        if top.dep_ == "conj" and top.head.pos_ == "NOUN":
            top = top.head
        elif top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.pos_ == "NOUN":
            top = top.head.head
        else:
            break
    return top


def governors(token: Token) -> Iterator[Token]:
    """`token`'s governors, nearest first, up to MAX_CLIMB."""
    for _ in range(MAX_CLIMB):
        if token.head == token:
            return
        token = token.head
        yield token


def is_apposed(noun: Token) -> bool:
    """ "…, a request that Berlin granted": a noun after a comma that says once more what the clause before told."""
    first = noun.left_edge
    if first.i == 0 or noun.doc[first.i - 1].text not in {",", "-", "–", "—", "--"}:
        return False
    return first.lower_ in {"a", "an", "the"} and any(child.dep_ in {"relcl", "acl"} for child in noun.children)
