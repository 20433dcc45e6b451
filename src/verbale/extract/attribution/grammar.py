"""The grammar around a cue, read from the dependency parse: verb group, subject, noun phrase, clause.

Labels are those of spaCy's English pipelines (ClearNLP). Spans are ranges of token indices, half open.
"""

from collections.abc import Iterable
from functools import partial

from verbale.language.parse import Doc, Token

Range = tuple[int, int]

_GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "prt", "preconj"})
_CHAIN = frozenset(
    {
        "seem",
        "appear",
        "begin",
        "start",
        "continue",
        "keep",
        "go",
        "come",
        "try",
        "attempt",
        "happen",
        "tend",
        "use",
        "have",
        "proceed",
        "stop",
        "cease",
        "manage",
    }
)
# Words that float into a verb group, whatever the parse makes of them ("have both argued").
_FLOATING = frozenset({"both", "all", "each", "again", "since", "once"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_STEPS = 12
# A relative clause set off by commas says who the source is where it is short; a long one is background.
_LONG_RELATIVE = 25


def is_passive(verb: Token) -> bool:
    """True where `verb` is a passive ("was told") or a reduced one ("told of the plan")."""
    return any(child.dep_ in ("auxpass", "nsubjpass", "csubjpass") for child in verb.children)


def verb_group(verb: Token, stop: frozenset[int] = frozenset()) -> Range:
    """`verb` with the auxiliaries, negation, particles and adverbs that stand beside it without a gap."""
    members = {child.i for child in verb.children if child.dep_ in _GROUP and _light(child)}
    start, end = verb.i, verb.i + 1
    chained = _chained_head(verb)
    if chained is not None:
        members |= {token.i for token in verb.children if token.dep_ == "aux"} | {chained.i}
        members |= {verb.head.i} if verb.head != chained else set()
        members |= {child.i for child in chained.children if child.dep_ in _GROUP and _light(child)}
    for i in range(start - 1, -1, -1):
        if i in stop or not (i in members or (i - 1 in members and verb.doc[i].lower_ in _FLOATING)):
            break
        start = i
    while end in members and end not in stop and not verb.doc[end].is_space:
        end += 1
    return start, end


def _light(token: Token) -> bool:
    if token.dep_ != "advmod":
        return True
    if token.lower_ in _FLOATING:
        return True
    return token.pos_ in ("ADV", "PART") and token.n_lefts + token.n_rights == 0 and token.tag_ not in ("WRB",)


def _chained_head(verb: Token) -> Token | None:
    """The light verb that `verb` completes ("continued to stress"), where nothing stands between but "to"."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.lower_ == "quick" and head.dep_ == "acomp":
        return head.head if head.i == head.head.i + 1 and verb.i == head.i + 2 else None  # "was quick to point out"
    if verb.dep_ != "xcomp" or head.lemma_ not in _CHAIN or head.i >= verb.i:
        return None
    return head if all(verb.doc[i].dep_ in _GROUP for i in range(head.i + 1, verb.i)) else None


def agent(verb: Token) -> Token | None:
    """The noun after "by" of a passive."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def subject(verb: Token) -> Token | None:
    """The noun that does what the active `verb` says, inherited where the verb has none of its own: from the verb it is
    joined to by "and", completes, or depends on as a participle. None for expletives and where none is found."""
    current = verb
    for _ in range(_STEPS):
        own = [child for child in current.children if child.dep_ in ("nsubj", "nsubjpass", "csubj")]
        own = [child for child in own if child.dep_ != "csubj"] or own or _of_auxiliary(current)
        own = [child for child in own if child.ent_type_ not in ("DATE", "TIME") or child.i < current.i]
        if own:
            found = min(own, key=partial(_distance, current))  # a second one belongs to another clause
            if current != verb and found.dep_ == "nsubjpass" and current.dep_ == "conj":
                return None
            return None if found.tag_ == "EX" or found.dep_ == "csubj" else found
        if any(child.dep_ == "expl" for child in current.children):
            return None
        head = current.head
        if head == current:
            return None
        quick = current.lower_ == "quick" and current.dep_ == "acomp"  # "was quick to point out"
        if joined_to_cue(current):
            current = head.head if head.dep_ in ("ccomp", "xcomp") else head
            current = current.head.head if current.dep_ == "pcomp" else current
            continue
        if (quick or current.dep_ in ("conj", "xcomp")) and head.pos_ in ("VERB", "AUX", "ADJ"):
            if current.dep_ == "xcomp" and any(child.dep_ in ("dobj", "dative") for child in head.children):
                return next(child for child in head.children if child.dep_ in ("dobj", "dative"))
            current = head
        elif current.dep_ in ("advcl", "ccomp", "parataxis", "dep") and current.tag_ in ("VBG", "VBN", "VB"):
            purpose = current.dep_ == "advcl" and any(child.tag_ == "TO" for child in current.children)
            if head.pos_ not in ("VERB", "AUX") or (purpose and is_passive(head)):
                return None  # "the day is kept to honour the dead": who honours them is not its subject
            current = head
        elif current.dep_ == "acl" and current.tag_ == "VBG" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return head
        elif current.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX"):
            if head.lower_ == "by" and is_passive(head.head):
                return None  # "is justified by arguing that …": who argues is not said
            current = head.head
        elif current.dep_ == "dep" and current.tag_ == head.tag_ and head.i < current.i and current.tag_ == "VBD":
            current = head  # "offered him a seat, then said …"
        else:
            return None
    return None


def _of_auxiliary(verb: Token) -> list[Token]:
    """The subject that the parse gave to what it takes for the auxiliary of `verb` ("gave warning that …")."""
    helping = [child for child in verb.children if child.dep_ == "aux" and child.tag_ in ("VBD", "VBZ", "VBP")]
    return [child for token in helping for child in token.children if child.dep_ == "nsubj"]


def joined_to_cue(verb: Token) -> bool:
    """Whether the parse joins a past tense without a subject to a clause that it cannot be joined to: an infinitive
    after a modal, or a present that somebody reported in the past. It goes on with the verb that reports ("said that it
    would leave and suggested that …", "said that Oman is ready, and thanked the hosts")."""
    head, own = verb.head, ("nsubj", "nsubjpass", "aux", "auxpass", "expl")
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or any(child.dep_ in own for child in verb.children):
        return False
    if head.tag_ == "VB":
        return any(child.tag_ == "MD" for child in head.children)
    if head.tag_ == "VBG" and head.dep_ == "pcomp":
        return True  # "accused them of mining the road and asked …"
    told = head.tag_ in ("VBZ", "VBP") and head.dep_ == "ccomp" and head.head.tag_ == "VBD"
    at = verb_group(verb)[0] - 1
    return told and at > head.i and verb.doc[at].dep_ == "cc" and verb.doc[at - 1].text == ","


def _distance(verb: Token, token: Token) -> int:
    return abs(token.i - verb.i)


def _described(name: Token) -> Token | None:
    """The noun right before a name that the parse makes another subject of its verb ("the news agency KCNA said")."""
    if name.pos_ != "PROPN" or name.dep_ != "nsubj":
        return None
    for child in name.head.children:
        if child.dep_ == "nsubj" and child.pos_ == "NOUN" and child.right_edge.i + 1 == name.left_edge.i:
            return child
    return None


def _titled(name: Token, start: int) -> int:
    """`start`, or the start of the office before a name that the parse gave to the clause before it ("They shut the
    mine, undersecretary for railways Luis Cano said"): nouns and prepositions alone, after a comma."""
    doc = name.doc
    if (
        name.ent_type_ != "PERSON"
        or name.dep_ != "nsubj"
        or name.i > name.head.i
        or name.head.tag_ not in ("VBD", "VBZ")
    ):
        return start
    at = start - 1
    while at > 0 and start - at <= _STEPS and doc[at].pos_ in ("NOUN", "PROPN", "ADP", "ADJ", "DET", "CCONJ"):
        at -= 1
    office = doc[at + 1 : start]
    if at < 1 or doc[at].text != "," or not len(office) or doc[start - 1].pos_ == "ADP" or name.sent.start >= at:
        return start
    singular = next((token.tag_ in ("NN", "NNP") for token in office if token.pos_ in ("NOUN", "PROPN")), False)
    return at + 1 if singular and office[0].pos_ in ("NOUN", "DET", "ADJ", "PROPN") else start


def antecedent(noun: Token) -> Token:
    """What a relative pronoun stands for; any other noun is itself."""
    if noun.lower_ not in _RELATIVE:
        return noun
    clause = noun.head
    for _ in range(_STEPS):
        if clause.dep_ == "relcl":
            return clause.head
        if clause.head == clause or clause.dep_ not in ("conj", "xcomp", "ccomp", "aux", "advcl"):
            break
        clause = clause.head
    return noun


def noun_phrase(head: Token, outside: Iterable[int] = ()) -> Range:
    """`head` with its determiners, modifiers and appositions, as one stretch around it: what stands beyond a token
    of `outside`, and long relative clauses set off by commas, are left out."""
    doc = head.doc
    if head.pos_ == "PRON" and head.lower_ in _RELATIVE:
        return head.i, head.i + 1
    blocked = set(outside)
    for child in head.children:
        wide = child.right_edge.i - child.left_edge.i + 1
        loose = child.i > head.i and doc[child.left_edge.i - 1].text == ","
        if _tells_the_day(child) and child.i > head.i:
            blocked.update(range(child.left_edge.i, child.right_edge.i + 1))
        if (
            (child.dep_ == "relcl" and loose and wide > _LONG_RELATIVE)
            or child.dep_ in ("parataxis", "ccomp", "dep")
            or (child.dep_ in ("acl", "advcl") and loose and wide > 12)
        ):
            blocked.update(range(child.left_edge.i, child.right_edge.i + 1))
    start, end = head.i, head.i + 1
    left, right = head.left_edge.i, head.right_edge.i
    while start - 1 >= left and start - 1 not in blocked:
        start -= 1
    while end <= right and end not in blocked:
        end += 1
    noun = _described(head)
    start = _titled(head, start) if noun is None else min(start, noun.left_edge.i)
    start, end = trim(doc, start, end)
    while end - 1 > head.i and doc[end - 1].dep_ == "cc":  # "said the envoy, and the guards …": a clause is joined
        start, end = trim(doc, start, end - 1)
    return (start, end) if start < end else (head.i, head.i + 1)


def _tells_the_day(part: Token) -> bool:
    """Whether a part of a noun phrase says when its words were said ("a police official on Tuesday")."""
    if part.dep_ == "prep" and part.lower_ == "on":
        return any(child.dep_ == "pobj" and child.ent_type_ == "DATE" for child in part.children)
    return part.dep_ == "npadvmod" and part.ent_type_ == "DATE" and part.tag_ in ("NNP", "NN")


def trim(doc: Doc, start: int, end: int) -> Range:
    """`start:end` without punctuation and white space at its ends; brackets that are closed inside stay."""
    while start < end and (doc[start].is_space or (doc[start].is_punct and doc[start].text not in "([“\"'‘")):
        start += 1
    while end > start and (doc[end - 1].is_space or (doc[end - 1].is_punct and doc[end - 1].text not in ")]”\"'’%")):
        end -= 1
    return start, end


def subtree(token: Token) -> Range:
    """The stretch from the first to the last token under `token`."""
    return token.left_edge.i, token.right_edge.i + 1


def runs(indices: set[int]) -> list[Range]:
    """`indices` as ranges in order."""
    found: list[Range] = []
    for i in sorted(indices):
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def asserted(verb: Token) -> bool:
    """Whether the report itself says what `verb` says: not where it stands in a condition, tells which ones are meant
    ("people who refuse to leave", "donors seeking a visa"), or completes another verb ("has decided to oppose it")."""
    current = verb
    for _ in range(_STEPS):
        if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in current.children):
            return False
        if current.dep_ == "pcomp" and current.head.lower_ in ("without", "of", "than"):
            return current.head.lower_ == "of" and current.head.nbor(-1).lower_ != "instead"
        chained = current.dep_ == "xcomp" and current.head.lemma_ in _CHAIN
        if current.dep_ not in ("conj", "relcl", "acl", "xcomp") or (current.dep_ == "xcomp" and not chained):
            return current.dep_ != "xcomp"
        if current.dep_ in ("relcl", "acl"):
            own = any(child.dep_ == "nsubj" and child.lower_ not in _RELATIVE for child in current.children)
            named = current.dep_ == "relcl" and (own or bool(current.head.ent_type_))  # "a status that Ankara rejects"
            return named or any(token.text == "," for token in current.doc[current.head.i : current.i])
        current = current.head
    return True
