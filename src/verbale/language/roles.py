"""Government or place: what the name of a capital, a seat of government or a country stands for in its sentence.

A pure function of the parse: the syntactic position of the name, and the word that governs it, looked up in
`data/place_roles.toml`. "Pyongyang blames Seoul" tells of two governments, "held in Pyongyang" of a place.
"""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from verbale.language.parse import Span, Token

Role = Literal["government", "place"]

# Steps up a chain of coordination or nested names; news sentences need three, hostile ones get no more than this.
_MAX_CLIMB = 12

_NAME_TAGS = frozenset({"NNP", "NNPS"})


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    """The word lists as "table.key" → lemmas."""
    data = tomllib.loads(files("verbale.language").joinpath("data/place_roles.toml").read_text(encoding="utf-8"))
    return {f"{table}.{key}": frozenset(words) for table, keys in data.items() for key, words in keys.items()}


def is_government(name: Span, country: bool = False) -> bool:
    """True where `name` (a capital, seat or country in a parsed Doc) stands for a government in its sentence."""
    return role_of(name, country) == "government"


def role_of(name: Span, country: bool = False) -> Role:
    """Government or place, by the syntactic position of `name`; `country` for a state's own name, which as a modifier
    ("US soldiers") means the state, where a town's ("the Hanoi summit") means the town.

    The caller decides whether the name may stand for a government at all (a capital of a state, a seat): this
    function reads the sentence only.
    """
    words = _words()
    if _is_paired(name):
        return "government"
    if is_dateline(name) or _is_located(name, words):
        return "place"
    token = _top_of_name(name)
    for _ in range(_MAX_CLIMB):
        if token.dep_ == "conj" and token.head != token and token.head.tag_ in _NAME_TAGS | {"NN", "NNS"}:
            token = _top_of_token(token.head)
            continue
        if token.dep_ == "appos" and token.head != token and token.head.ent_type_ in {"GPE", "LOC", "FAC"}:
            if token.head.i < token.i and _only_comma_between(token.head, token):
                return "place" if not _listed(token) else role_at(_top_of_token(token.head), words, country)
            token = _top_of_token(token.head)
            continue
        break
    return role_at(token, words, country)


def role_at(token: Token, words: dict[str, frozenset[str]], country: bool = False) -> Role:
    """The role of the name whose topmost token is `token`, by its dependency relation."""
    dep, head = token.dep_, token.head
    if dep in {"nsubj", "csubj"}:
        return _as_subject(token, head, words)
    if dep == "nsubjpass":
        return "place" if head.lemma_ in words["subject.place_passive"] else "government"
    if dep in {"dobj", "dative", "attr", "oprd"}:
        return _as_object(token, head, words)
    if dep == "poss":
        return _as_owner(token, head, words)
    if dep == "agent":
        return "government"
    if dep == "pobj":
        return _after_preposition(token, head, words)
    if dep in {"compound", "nmod", "amod"}:
        return _as_modifier(token, head, words, country)
    if dep in {"npadvmod", "advmod"}:
        lacks_subject = not any(child.dep_ in _SUBJECTS for child in head.children)
        if lacks_subject and token.i < head.i and head.pos_ == "VERB" and not _is_hyphened(token):
            return _as_subject(token, head, words)  # "Riga, unlike Oslo, agreed": the subject, not seen as one
        return "government" if _is_hyphened(token) and head.lower_ in words["hyphened.government"] else "place"
    if dep == "ROOT" and not any(child.dep_ in {"acl", "relcl", "prep"} for child in token.children):
        return "place"  # a line of its own: a dateline or a table's cell
    if dep == "pcomp" or dep == "prep":
        return _after_preposition(token, head, words)
    return "government"


_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def _is_hyphened(token: Token) -> bool:
    """ "Ankara" in "Ankara-backed"."""
    doc = token.doc
    return token.i + 1 < len(doc) and doc[token.i + 1].text in {"-", "–"} and not token.whitespace_


def _top_of_name(name: Span) -> Token:
    return name.root


def _top_of_token(token: Token) -> Token:
    """The topmost token of the name that `token` is in: "North" of "North Korea" leads to "Korea"."""
    for _ in range(_MAX_CLIMB):
        if token.dep_ == "compound" and token.head.tag_ in _NAME_TAGS and token.head.ent_type_ == token.ent_type_ != "":
            token = token.head
        else:
            break
    return token


def _only_comma_between(left: Token, right: Token) -> bool:
    doc = left.doc
    between = [t for t in doc[left.i + 1 : right.i] if t.dep_ not in {"compound", "det"}]
    return len(between) == 1 and between[0].text == ","


def _listed(token: Token) -> bool:
    """True for a name in a list that goes on ("London, Paris and Berlin"), not "Stockholm, Sweden"."""
    return any(child.dep_ in {"conj", "cc"} for child in token.children)


def _is_paired(name: Span) -> bool:
    """ "Washington-Pyongyang talks", "U.S.-Iran": a pair joined by a hyphen are two parties."""
    doc = name.doc
    for hyphen, partner in ((name.start - 1, name.start - 2), (name.end, name.end + 1)):
        if not (0 <= hyphen < len(doc) and 0 <= partner < len(doc)) or doc[hyphen].whitespace_:
            continue
        if doc[hyphen].text in {"-", "–", "/"} and doc[partner].ent_type_ in {"GPE", "ORG", "NORP"}:
            return name.root.dep_ in {"compound", "nmod", "amod"} or name.start > hyphen
    return False


def is_dateline(name: Span) -> bool:
    """ "GENEVA (Agency) -- …", "Tehran, Jan. 5 —": a name that opens a paragraph before a dash or a bracket."""
    doc = name.doc
    if name.start > 0 and not doc[name.start - 1].is_space:
        return False
    for token in doc[name.end : name.end + 10]:
        if token.text in {"—", "–", "--", "-", "―", "|"}:
            return bool(token.whitespace_ or token.i + 1 >= len(doc)) and (
                (token.i == name.end and bool(doc[token.i - 1].whitespace_)) or token.i > name.end
            )
        if (token.is_sent_end and token.text in {".", "!", "?"}) or token.pos_ in {"VERB", "AUX"} or token.is_space:
            return False
        if token.text == "(" and token.i == name.end and name.text.isupper():
            return True
    return False


def _is_located(name: Span, words: dict[str, frozenset[str]]) -> bool:
    """ "the city of Basel", "downtown Kabul", "Vienna, where …"."""
    doc = name.doc
    if any(
        child.dep_ == "relcl" and child.left_edge.lower_ == "where" for token in name for child in token.children
    ) or (name.end + 1 < len(doc) and doc[name.end].text == "," and doc[name.end + 1].lower_ == "where"):
        return True
    before = doc[name.start - 1] if name.start else None
    if before is None:
        return False
    if before.lower_ in words["before_the_name.place"]:
        return True
    if before.lower_ == "of" and name.start > 1:
        return doc[name.start - 2].lower_ in {"city", "capital", "town", "village", "port"}
    return before.text == "," and name.start > 1 and doc[name.start - 2].lower_ in {"capital", "city", "town", "port"}


def _as_subject(token: Token, head: Token, words: dict[str, frozenset[str]]) -> Role:
    if head.lemma_ in words["subject.place"]:
        return "place"
    if head.lemma_ == "fall" and not any(child.lower_ in words["subject.fallen"] for child in head.children):
        return "place"
    if head.lemma_ == "be":
        if any(child.dep_ == "prep" and child.lower_ == "without" for child in head.children):
            return "place"  # "Kyiv was without water"
        forms = [head, *(child for child in head.children if child.dep_ == "xcomp" and child.lemma_ == "be")]
        told = [child.lemma_.lower() for form in forms for child in form.children if child.dep_ in {"attr", "acomp"}]
        if any(word in words["subject.place_attributes"] for word in told):
            return "place"
    return "government"


def _as_object(token: Token, head: Token, words: dict[str, frozenset[str]]) -> Role:
    lemma = head.lemma_
    if lemma == "be":  # "the next stop is Kinshasa"
        kinds = words["place_verbs.motion_nouns"] | words["subject.place_attributes"]
        subjects = [child.lemma_.lower() for child in head.children if child.dep_ == "nsubj"]
        return "place" if any(subject in kinds for subject in subjects) else "government"
    if lemma in words["object.place"]:
        if lemma in words["object.unless_with"] and any(c.dep_ == "prep" and c.lower_ == "with" for c in head.children):
            return "government"
        return "place"
    return "government"


def _as_owner(token: Token, head: Token, words: dict[str, frozenset[str]]) -> Role:
    if head.lemma_.lower() in words["owner.place"]:
        return "place"
    if head.tag_ in _NAME_TAGS and head.ent_type_ in {"FAC", "LOC"}:
        return "place"
    return "government"


def _as_modifier(token: Token, head: Token, words: dict[str, frozenset[str]], country: bool) -> Role:
    if country:
        return "place" if head.lemma_.lower() in words["compound.meeting"] else "government"
    return "government" if head.lemma_.lower() in words["compound.government"] else "place"


def _after_preposition(token: Token, preposition: Token, words: dict[str, frozenset[str]]) -> Role:
    word = preposition.lower_
    governor = preposition.head
    if governor.dep_ == "prep" and governor is not preposition:  # "from near Kabul", "out of Vienna"
        governor = governor.head
    for _ in range(3):  # "flew back to", "returned home from"
        if governor.lemma_.lower() in words["place_verbs.place_nouns"]:
            break  # "south of Juba"
        if governor.pos_ in {"ADV", "PART", "ADP"} and governor.head is not governor:
            governor = governor.head
    lemma = governor.lemma_.lower()
    if word in words["prepositions.place_as_event"]:
        return "place"
    if word in words["prepositions.place"]:
        return "government" if lemma in words["government_in.words"] else "place"
    if word in {"on", "upon", "against"}:
        is_assault = lemma in words["place_verbs.assault_nouns"] or (
            governor.pos_ == "VERB" and lemma in words["place_verbs.assault_verbs"]
        )
        return "place" if is_assault else "government"
    if word == "of" and preposition.head.lower_ == "out":
        return "place" if lemma in words["place_verbs.out_of"] else "government"
    if word == "of":
        return "place" if lemma in words["place_verbs.place_nouns"] else "government"
    if word in {"from", "to", "for", "toward", "towards", "between", "through", "via", "by"}:
        return "place" if _leads_somewhere(preposition, governor, lemma, words) else "government"
    return "government"


def _leads_somewhere(preposition: Token, governor: Token, lemma: str, words: dict[str, frozenset[str]]) -> bool:
    """ "flew to Vienna", "the road from Kabul", against "a message from Washington", "offered talks to Tehran"."""
    if preposition.lower_ == "from" and preposition.i:
        # "in the presence of guests from Oslo": the parser may hang "from" on a word far off.
        nearest = preposition.nbor(-1)
        if nearest.pos_ == "NOUN" and nearest.lemma_.lower() in words["place_verbs.motion_nouns"]:
            return True
    if governor.pos_ in {"NOUN", "PROPN"}:
        return lemma in words["place_verbs.motion_nouns"] and preposition.lower_ != "for"
    if any(
        child.dep_ == "dobj" and child.i < preposition.i and child.lemma_.lower() in words["place_verbs.ways"]
        for child in governor.children
    ):
        return preposition.lower_ != "for"
    if lemma == "be" and preposition.lower_ == "to":
        return True  # "has been to Luanda"
    if lemma in words["place_verbs.carrying"]:
        carried = [child for child in governor.children if child.dep_ in {"dobj", "nsubjpass"}]
        if lemma in words["place_verbs.taking_along"] and preposition.lower_ != "from":
            carried += [child for child in governor.children if child.dep_ == "nsubj"]
            carried += [by for child in governor.children if child.dep_ == "agent" for by in child.children]
        if carried:
            return any(_travels(child, words) for child in carried)
    if preposition.lower_ == "from" and lemma in words["place_verbs.speaking"]:
        return True
    if preposition.lower_ == "for":
        return lemma in {"leave", "depart", "head", "bind", "set", "make"}
    return lemma in words["place_verbs.motion"]


def _travels(token: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether `token` is someone, or a vehicle, that goes to places."""
    travellers = words["place_verbs.travellers"]
    return token.lower_ in travellers or token.lemma_.lower() in travellers or token.ent_type_ == "PERSON"
