"""Nouns and adjectives as cues: "the claim that …", "voiced concern over …", "is confident that …"."""

from collections.abc import Iterator

from verbale.extract.attribution.cues import CueClass, load_cues
from verbale.extract.attribution.draft import Draft, Reading, subtract
from verbale.extract.attribution.extents import clean
from verbale.extract.attribution.grammar import Range, antecedent, asserted, noun_phrase, subject, subtree, verb_group
from verbale.extract.attribution.objects import is_place, of_time, that_clause
from verbale.extract.attribution.sources import frames_of
from verbale.language.parse import Token

_OPENS_CLAUSE = frozenset({"mark", "nsubj", "nsubjpass", "expl"})
_BEING = frozenset({"be", "become", "remain"})
# What leads to the noun of a stance: "in favour of", "at odds with", "on board with"
_STANDING = frozenset({"in", "at", "on"})
_CONTENT_AFTER = frozenset({"acl", "ccomp", "xcomp", "advcl", "relcl"})


def nominal_drafts(reading: Reading) -> Iterator[Draft]:
    """A draft for every noun and adjective of the lists that has content by one of its frames."""
    for token in reading.doc:
        if reading.quoted[token.i] >= 0:
            continue
        if token.pos_ == "NOUN":
            frames = _voiced(reading, token) or reading.cues.nouns.get(token.lemma_.lower())
            draft = _noun(reading, token, frames) if frames else None
        elif token.pos_ in ("ADJ", "VERB") and token.dep_ in (
            "acomp",
            "ROOT",
            "xcomp",
            "conj",
            "oprd",
            "advcl",
            "amod",
            "relcl",
            "ccomp",
        ):
            frames = reading.cues.adjectives.get(token.lower_)
            draft = _adjective(reading, token, frames) if frames else None
        else:
            continue
        if draft is not None:
            yield draft


def _voiced(reading: Reading, noun: Token) -> dict[str, CueClass]:
    """The frames of any noun that somebody expresses or voices: what is felt by what the list says of "feeling"."""
    verb = noun.head
    voiced = noun.dep_ == "dobj" and verb.pos_ == "VERB" and "feeling" in frames_of(reading, verb)
    frames = reading.cues.nouns.get(noun.lemma_.lower(), {}) if voiced else {}
    return {**reading.cues.nouns["voiced"], **frames} if voiced else {}


def _noun(reading: Reading, noun: Token, frames: dict[str, CueClass]) -> Draft | None:
    if noun.dep_ == "pobj" and noun.lemma_.lower() in reading.cues.media and "q" in frames_of(reading, noun.head.head):
        return None  # "said in a statement that …": the verb is the cue
    stance = _stance(reading, noun, frames)
    if stance is not None:
        return stance
    found = _complement(noun, frames) or _led_by_verb(reading, noun, frames) or _predicate(noun, frames)
    if found is None:
        return None
    frame, piece = found
    if _holds_no_words(noun, frames, piece):
        return None
    kind = frames[frame]
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    carrier = noun.head if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX") else None
    if carrier is not None and "light" not in frames_of(reading, carrier):
        if owner is None and "np" in frames_of(reading, carrier):
            return None  # "dismissed the claim that …": not the claim of who dismisses it
        carrier = None
    if carrier is not None and owner is not None and owner.tag_ == "PRP$" and subject(carrier) is not None:
        owner = None  # "voiced their opposition": whose it is says the subject
    by = next(
        (
            child
            for child in noun.children
            if child.dep_ == "prep" and child.lower_ in ("by", "from", "among") and child.i > noun.i
        ),
        None,
    )
    start, end = noun.i, noun.i + 1
    source: Token | None = None
    phrase: Range | None = None
    if owner is not None:
        source, phrase = owner, noun_phrase(owner)
        start = max(owner.right_edge.i + 1, phrase[1])
    else:
        start = noun.left_edge.i
        if carrier is not None:
            group = verb_group(carrier)
            if group[1] <= start and all(t.pos_ != "PUNCT" for t in noun.doc[group[1] : start]):
                start = group[0]
            source = subject(carrier)
            if source is not None and carrier.lemma_ == "raise" and reading.kind_of(source) != "person":
                return None  # "the papers raised questions about …": nobody in particular asks
        elif by is not None:
            source = next((child for child in by.children if child.dep_ == "pobj"), None)
        if source is not None:
            phrase = noun_phrase(source, outside=range(start, end))
    if frame.startswith("+"):
        end = piece[0] if piece[0] - end <= 2 else end
    if source is not None and (
        reading.quoted[source.i] >= 0 or (source.pos_ == "PRON" and reading.kind_of(source) == "other")
    ):
        source, phrase = None, None
    if carrier is not None and kind != "speech" and not asserted(carrier):
        return None  # "the right to raise objections to it"
    if source is None and (frame not in ("that", "is") or (frame == "that" and kind != "speech")):
        return None  # "concerns that the road is mined": nobody's in particular
    pieces = list(clean(reading, piece))
    if phrase is not None:
        pieces = subtract(pieces, phrase)
    least = 1 if frame.startswith("+") else 2
    content = [reading.chars(*part) for part in pieces if part[1] - part[0] >= least]
    if not content or start >= end:
        return None
    if frame == "is" and owner is not None and noun.head.i == end:
        end += 1  # "his contention was that …"
    cue = reading.chars(*reading.trimmed(start, end))
    return Draft(
        f"noun:{frame}",
        kind,
        noun.i,
        cue,
        phrase,
        source.i if source is not None else None,
        content,
        denial=noun.lemma_ in ("denial", "rejection") and kind == "speech",
    )


def _holds_no_words(noun: Token, frames: dict[str, CueClass], piece: Range) -> bool:
    """Whether what follows `noun` is where words were posted ("his comment on Twitter"), or it is an assault by arms
    on a place or state."""
    led = next((child for child in noun.doc[piece[0] - 1].children if child.dep_ == "pobj"), None)
    if led is None:
        return False
    posted = led.lower_ in load_cues().platforms
    armed = "assault" in frames and (is_place(led) or led.ent_type_ == "GPE")
    return armed or (posted and noun.doc[piece[0] - 1].lower_ == "on")


def _stance(reading: Reading, noun: Token, frames: dict[str, CueClass]) -> Draft | None:
    """What somebody stands for or against by what he is: "is a vocal critic of …", "are at odds over …"."""
    led = noun.dep_ == "pobj" and noun.head.lower_ in _STANDING
    verb = noun.head.head if led else noun.head
    if verb.lemma_ not in _BEING or noun.dep_ not in ("attr", "pobj") or verb.i > noun.i or not asserted(verb):
        return None
    about = next((child for child in _after(noun, verb) if f"be+{child.lower_}" in frames), None)
    source = subject(verb)
    if about is None or source is None or reading.kind_of(antecedent(source)) != "person":
        return None
    start, end = verb_group(verb)[0], about.i + 1
    content = [reading.chars(*piece) for piece in clean(reading, (end, about.right_edge.i + 1))]
    if not content or reading.quoted[source.i] >= 0:
        return None
    phrase = noun_phrase(source, outside=range(start, end))
    cue = reading.chars(start, end) if source.i < start else reading.chars(noun.i, end)
    frame = f"be+{about.lower_}"
    return Draft(f"noun:{frame}", frames[frame], noun.i, cue, phrase, source.i, content)


def _after(noun: Token, verb: Token) -> list[Token]:
    """The prepositions that follow `noun`, also one that the parse gave to its verb right after it."""
    beside = [child for child in verb.children if child.dep_ in ("prep", "dative") and child.i == noun.i + 1]
    found = [child for child in noun.children if child.dep_ == "prep" and child.i > noun.i]
    return [child for child in (*found, *beside) if child.n_rights and not of_time(child)]


def _led_by_verb(reading: Reading, noun: Token, frames: dict[str, CueClass]) -> tuple[str, Range] | None:
    """The object of the preposition right after a light verb and its noun ("took issue with …")."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB" or "light" not in frames_of(reading, verb):
        return None
    about = next((child for child in _after(noun, verb) if f"+{child.lower_}" in frames), None)
    return (f"+{about.lower_}", (about.i + 1, about.right_edge.i + 1)) if about is not None else None


def _complement(noun: Token, frames: dict[str, CueClass]) -> tuple[str, Range] | None:
    """The clause, infinitive or prepositional object that completes `noun`."""
    clause = that_clause(noun) if "that" in frames else None
    if clause is not None:
        return "that", clause
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in ("acl", "ccomp", "relcl", "advcl") and child.pos_ in ("VERB", "AUX"):
            infinitive = next((g for g in child.children if g.dep_ == "aux" and g.lower_ == "to"), None)
            if infinitive is not None and "to" in frames and infinitive.i - noun.i < 6:
                return "to", (infinitive.i, child.right_edge.i + 1)
        if child.dep_ == "prep" and f"+{child.lower_}" in frames and child.n_rights and not of_time(child):
            return f"+{child.lower_}", (child.i + 1, child.right_edge.i + 1)
    return None


def _predicate(noun: Token, frames: dict[str, CueClass]) -> tuple[str, Range] | None:
    """What stands after "is" where `noun` is its subject ("his fear is that …")."""
    verb = noun.head
    if "is" not in frames or noun.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    for child in verb.children:
        clause = child.dep_ in ("ccomp", "attr", "xcomp", "advcl") and child.pos_ in ("VERB", "AUX")
        opened = any(part.dep_ in _OPENS_CLAUSE or part.tag_ == "TO" for part in child.children)
        if child.i > verb.i and clause and opened:
            return "is", subtree(child)
    return None


def _adjective(reading: Reading, adjective: Token, frames: dict[str, CueClass]) -> Draft | None:
    verb = adjective.head if adjective.dep_ in ("acomp", "oprd") else adjective
    if adjective.lower_ == "clear" and verb.lemma_ == "make":
        return None  # "made clear that …" is a verb's cue
    source = subject(verb)
    if (
        source is None
        or reading.quoted[source.i] >= 0
        or (reading.kind_of(source) == "other" and source.pos_ == "PRON")
    ):
        return None
    if adjective.lower_ == "open" and reading.kind_of(antecedent(source)) == "other":
        return None  # "the pier is open to ferries"
    auxiliaries = any(child.dep_ in ("auxpass", "aux") for child in adjective.children)
    if adjective.pos_ == "VERB" and adjective.dep_ != "acomp" and not auxiliaries:
        return None
    candidates = sorted({*adjective.children, *verb.children}, key=lambda token: token.i)
    fitting = (_adjective_frame(child, frames) for child in candidates if child.i > adjective.i)
    found = next((fit for fit in fitting if fit is not None), None)
    if found is None:
        return None
    end = found[1][0] if found[0].startswith("+") else adjective.i + 1
    start = verb_group(verb)[0] if verb != adjective and verb.i < adjective.i else verb_group(adjective)[0]
    phrase = noun_phrase(source, outside=range(start, end))
    pieces = subtract(list(clean(reading, found[1])), phrase)
    content = [reading.chars(*part) for part in pieces]
    if not content:
        return None
    return Draft(
        f"adjective:{found[0]}", frames[found[0]], adjective.i, reading.chars(start, end), phrase, source.i, content
    )


def _adjective_frame(child: Token, frames: dict[str, CueClass]) -> tuple[str, Range] | None:
    """The frame that `child`, which stands after an adjective, fills."""
    if child.dep_ in ("prep", "agent") and f"+{child.lower_}" in frames and child.right_edge.i > child.i:
        return f"+{child.lower_}", (child.i + 1, child.right_edge.i + 1)
    if child.dep_ not in _CONTENT_AFTER or child.pos_ not in ("VERB", "AUX"):
        return None
    if any(part.dep_ == "aux" and part.lower_ == "to" for part in child.children):
        return ("to", subtree(child)) if "to" in frames else None
    if any(part.tag_ == "WRB" for part in child.children):
        return None  # "was shocked when he heard of it"
    marker = next((part.lower_ for part in child.children if part.dep_ == "mark"), "")
    clause = child.dep_ != "relcl" and child.tag_ != "VBG" and marker in ("", "that", "whether")
    return ("that", subtree(child)) if clause and "that" in frames else None
