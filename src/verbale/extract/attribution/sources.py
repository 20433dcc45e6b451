"""The frames of a verb, and who stands behind it: subject, agent of a passive, a speaker that it goes on with."""

from verbale.extract.attribution.cues import CueClass
from verbale.extract.attribution.draft import Reading
from verbale.extract.attribution.grammar import agent, antecedent, is_passive, subject, verb_group
from verbale.extract.attribution.openings import opening_of
from verbale.language.parse import Token

_STEPS = 12
# Particles that make another verb of a verb of saying: "called off", "backed down", "put off"
_TURNING = frozenset({"off", "down", "up", "away", "over", "in"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def frames_of(reading: Reading, verb: Token) -> dict[str, CueClass]:
    """The frames of `verb`, looked up with its particle first."""
    lemma = verb.lemma_.lower()
    if (
        lemma not in reading.cues.verbs
        and verb.tag_ in ("VBG", "VBD", "VBN", "VBZ")
        and f"{lemma}e" in reading.cues.verbs
    ):
        lemma += "e"  # spaCy makes "hop" of "hoping"
    for child in verb.children:
        if child.dep_ == "dobj" and child.lower_ == "it" and f"{lemma}_it" in reading.cues.verbs:
            return reading.cues.verbs[f"{lemma}_it"]
        if child.lower_ == "clear" and lemma == "make":
            return reading.cues.verbs.get("make_clear", {})
        if child.dep_ == "prt" or (child.dep_ in ("advmod", "prep") and child.i == verb.i + 1):
            found = reading.cues.verbs.get(f"{lemma}_{child.lower_}")
            if found:
                return found
            if child.dep_ == "prt" and child.lower_ in _TURNING:
                return {}
    return reading.cues.verbs.get(lemma, {})


def source_of(reading: Reading, verb: Token) -> Token | None:
    """The head of the source: the subject, the agent of a passive, or who "was quoted as" saying."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ == "as" and head.head.lemma_ in ("quote", "cite", "describe"):
        quoter = head.head
        return next((child for child in quoter.children if child.dep_ in ("nsubjpass", "dobj")), None)
    if is_passive(verb):
        return agent(verb)
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl", "advcl") and not own_subject(verb):
        return agent(verb)
    opening = opening_of(verb)
    if opening is not None and opening.verb.i < verb.i and not own_subject(verb):
        return source_of(reading, opening.verb)
    return (
        _issuer(reading, verb)
        or _at_venue(reading, verb)
        or _inverted(reading, verb)
        or _unquoted_subject(reading, verb)
        or subject(verb)
        or _parted(verb)
        or _noun_before(verb)
    )


def _inverted(reading: Reading, verb: Token) -> Token | None:
    """The speaker after the verb of a tag, where the parse makes him its object ("…, insisted the negotiator.")."""
    frames = frames_of(reading, verb)
    if frames.get("that") != "speech" or "rcpt" in frames or verb.tag_ not in ("VBD", "VBZ") or own_subject(verb):
        return None
    if verb.dep_ == "conj" or not verb.i or verb.nbor(-1).text != ",":
        return None
    told = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    if told is None or told.left_edge.i != verb.i + 1 or reading.kind_of(told) != "person":
        return None
    after = told.doc[told.right_edge.i + 1].text if told.right_edge.i + 1 < len(told.doc) else "."
    return told if after in (".", ",", ";") else None


def quoting_outlet(verb: Token) -> Token | None:
    """Who quotes in "the agency quoted him as saying", from its "saying"; None for any other verb and the passive."""
    head = verb.head
    if (
        verb.dep_ != "pcomp"
        or head.lower_ != "as"
        or head.head.lemma_ not in ("quote", "cite")
        or is_passive(head.head)
    ):
        return None
    return next((child for child in head.head.children if child.dep_ == "nsubj" and child.i < verb.i), None)


def _at_venue(reading: Reading, verb: Token) -> Token | None:
    """Who spoke on an occasion that goes on with `verb` as its participle ("said at a conference announcing …")."""
    occasion = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or occasion.dep_ != "pobj" or occasion.i > verb.i:
        return None
    if occasion.lemma_.lower() not in reading.cues.venues or occasion.head.head.pos_ not in ("VERB", "AUX"):
        return None
    found = subject(occasion.head.head)
    return found if found is not None and reading.kind_of(antecedent(found)) == "person" else None


def _parted(verb: Token) -> Token | None:
    """The subject that the parse gave to an "asked …" between commas ("The envoy, asked about the port, replied")."""
    for child in verb.children:
        aside = child.lemma_ == "ask" and child.dep_ in ("advcl", "parataxis") and child.i < verb.i
        aside = aside and child.i > 0 and child.nbor(-1).text == ","
        if aside:
            return next((part for part in child.children if part.dep_ == "nsubj" and part.i < child.i), None)
    return None


def _unquoted_subject(reading: Reading, verb: Token) -> Token | None:
    """The subject of a cue outside quotation marks, where the parse gives it one inside them too."""
    own = [child for child in verb.children if child.dep_ == "nsubj"]
    if len(own) < 2 or reading.quoted[verb.i] >= 0:
        return None
    outside = [child for child in own if reading.quoted[child.i] < 0]
    return outside[-1] if 0 < len(outside) < len(own) else None


def _issuer(reading: Reading, verb: Token) -> Token | None:
    """Who issued the text that says something ("the presidency released a statement saying that …"), or None."""
    carrier = issuing(reading, verb)
    found = subject(carrier) if carrier is not None else None
    return found if found is not None and reading.kind_of(antecedent(found)) == "person" else None


def issuing(reading: Reading, verb: Token) -> Token | None:
    """The verb whose object is a text that goes on with `verb` as its participle or relative clause, or None."""
    text = verb.head
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        text = next((child for child in verb.head.children if child.dep_ == "dobj" and child.i < verb.i), verb)
        if any(token.text == "," for token in verb.doc[text.i : verb.i]):
            return None  # "released a statement, denouncing …"
    elif verb.dep_ not in ("acl", "relcl"):
        return None
    if text.pos_ != "NOUN" or text.dep_ != "dobj":
        return None
    own = [child for child in verb.children if child.dep_ == "nsubj"]
    if (own and own[0].lower_ not in ("that", "which")) or text.lemma_.lower() not in reading.cues.documents:
        return None
    return text.head if "light" in frames_of(reading, text.head) else None


def _noun_before(verb: Token) -> Token | None:
    """The noun phrase right before a finite verb of saying that the parse left without a subject."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or any(child.i < verb.i or not child.ent_type_ for child in own):
        return None
    at = verb_group(verb)[0] - 1
    while at > verb.sent.start and (verb.doc[at].text == "," or verb.doc[at].pos_ == "ADV"):
        at -= 1
    token = verb.doc[at]
    if token.pos_ not in ("NOUN", "PROPN", "PRON") or at < verb.sent.start:
        return None
    named = None
    for _ in range(_STEPS):
        named = token if token.ent_type_ == "PERSON" and token.pos_ == "PROPN" else named
        if token.head.pos_ not in ("NOUN", "PROPN", "ADP") or token.head.i > verb.i or token.head == token:
            break
        token = token.head
    if token.ent_type_ in ("DATE", "TIME"):
        return _told_of(token)
    if token.pos_ in ("NOUN", "PROPN", "PRON"):
        return token
    return named  # "In a note to the paper, her aide, Jo Lee, said"


def _told_of(day: Token) -> Token | None:
    """The noun whose relative clause ends in a day: "an envoy who had been up since Thursday told them"."""
    clause = next((token for token in day.ancestors if token.dep_ == "relcl"), None)
    return clause.head if clause is not None and clause.head.pos_ in ("NOUN", "PROPN", "PRON") else None


def tail_source(reading: Reading, verb: Token, frames: dict[str, CueClass]) -> Token | None:
    """The speaker of the reported words that ", adding that …" or "but added that …" goes on with, or None."""
    if verb.i == 0 or own_subject(verb):
        return None
    before = verb.left_edge.i - 1
    before -= before > 0 and verb.doc[before].is_quote  # "…” with a comma inside the marks
    participle = verb.tag_ == "VBG" and verb.doc[before].text == ","
    if not participle and (verb.dep_ != "conj" or not _finite(verb)):
        return None
    current, best = verb, None
    for _ in range(_STEPS):
        head = current.head
        if head == current:
            break
        if current.dep_ == "ccomp" and "q" in frames_of(reading, head):
            speaker = subject(head)
            sure = "tail" in frames or (speaker is not None and _of_the_cue(reading, verb, head, current, speaker))
            best = speaker if speaker is not None and sure else best
        current = head
    return best


def _finite(verb: Token) -> bool:
    """Whether `verb` is finite, or a participle with an object that may be a past tense ("failed and rejected it")."""
    if verb.tag_ == "VBN" and not _auxiliaries(verb):
        return not is_passive(verb.head) and any(child.dep_ in ("dobj", "ccomp") for child in verb.children)
    return verb.tag_ in ("VBD", "VBZ") or any(child.tag_ in ("VBZ", "VBD", "VBP") for child in _auxiliaries(verb))


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "aux"]


def _of_the_cue(reading: Reading, verb: Token, cue: Token, clause: Token, speaker: Token) -> bool:
    """Whether `verb`, joined to the clause that `cue` reports, can only go on with the speaker of `cue`: it says or
    asks something, and the clause is about a thing ("said the plan was flawed and urged …") or the speaker
    ("said he regretted it, accusing …")."""
    frames = frames_of(reading, verb)
    says = "speech" in (frames.get("that"), frames.get("call"), frames.get("np+of")) or "rcpt" in frames
    helped = [token.lower_ for token in _auxiliaries(verb)]
    same_tense = verb.tag_ == "VBG" or (
        ({verb.tag_, cue.tag_} <= {"VBD", "VBN"} or verb.tag_ == cue.tag_)
        and helped == [token.lower_ for token in _auxiliaries(cue)]
    )
    about = subject(clause)
    if verb.tag_ == "VBG" and any(child.tag_ == "MD" for child in clause.children):
        return says  # "said all should go, saying that …": nobody says so while he should go
    if (
        not (says or frames.get("np") in ("belief", "intention"))
        or not same_tense
        or about is None
        or clause.tag_ == "VB"
    ):
        return False
    if about.tag_ == "PRP":
        own = about.lower_ == speaker.lower_ if speaker.tag_ == "PRP" else _agrees(about, speaker)
        return own and says
    sort = reading.kind_of(antecedent(about))
    return sort == "other" or (sort == "document" and "that" not in frames_of(reading, clause))


def _agrees(pronoun: Token, noun: Token) -> bool:
    """Whether `pronoun` can stand for `noun` by its number."""
    plural = noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in noun.children)
    return pronoun.lower_ == "they" if plural else pronoun.lower_ in ("he", "she", "it")


def own_subject(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" for child in verb.children)
