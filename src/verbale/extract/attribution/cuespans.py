"""How far a cue reaches around its verb: what opens it ("went on to say", "stopped short of calling", "issued a
statement saying"), its medium and its manner ("said in a statement", "said with a smile")."""

from verbale.extract.attribution.cues import load_cues
from verbale.extract.attribution.draft import Reading
from verbale.extract.attribution.grammar import Range, is_passive, verb_group
from verbale.extract.attribution.openings import opening_of
from verbale.extract.attribution.sources import issuing
from verbale.language.parse import Token

# How many tokens but those of a day may stand between "issued" and "saying" for both to be one cue ("issued a short
# statement on Monday saying").
_ISSUED = 6
# How many tokens a bare day may take ("early Tuesday morning").
_DAY = 4
# How many tokens a manner may take ("with a broad smile").
_MANNER = 5


def cue_span(reading: Reading, verb: Token, source: Token | None, end: int, *, says: bool) -> Range:
    """The cue of `verb`, which reaches at least to token `end`. `says` where it reports words: then the medium that
    follows belongs to it."""
    group = verb_group(verb)
    start = quoted_start(verb, group[0])
    opening = opening_of(verb)
    start = min(start, verb_group(opening.verb)[0]) if opening is not None else start
    start = _issued_start(reading, verb, source, start)
    end = _with_object(verb, max(group[1], end))
    return start, circumstances_end(verb, end) if says else end


def quoted_start(verb: Token, start: int) -> int:
    """The start of the cue with what comes before "saying" in "was quoted as saying"; `start` for any other verb."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or verb.head.i != start - 1:
        return start
    quoter = verb.head.head
    group = verb_group(quoter)
    return group[0] if is_passive(quoter) and group[1] == verb.head.i else start


def _issued_start(reading: Reading, verb: Token, source: Token | None, start: int) -> int:
    """The start of the cue with the issuing of the text that says it ("released a statement saying")."""
    carrier = issuing(reading, verb)
    if carrier is None or source is None or not source.i < carrier.i < start:
        return start
    between = reading.doc[carrier.i + 1 : start]
    days = sum(token.ent_type_ in ("DATE", "TIME") or token.lower_ == "on" for token in between)
    if len(between) - days >= _ISSUED or any(reading.quoted[i] >= 0 for i in (carrier.i, start)):
        return start
    return verb_group(carrier)[0]


def _with_object(verb: Token, end: int) -> int:
    """The end of a cue with the "clear" of "made (it) clear", the "it" of "put it" right after it."""
    doc = verb.doc
    at = end + 1 if end < len(doc) and doc[end].lower_ == "it" else end
    if verb.lemma_ == "make" and at < len(doc) and doc[at].lower_ == "clear":
        return at + 1
    return at if verb.lemma_.lower() in ("put", "phrase") else end


def circumstances_end(verb: Token, end: int) -> int:
    """The end of the cue with the medium and the bare day that follow it ("said in a statement Tuesday"); `end` where
    none does."""
    return _medium_end(verb, _day_end(verb, _medium_end(verb, end)))


def _medium_end(verb: Token, end: int) -> int:
    doc = verb.doc
    if end >= len(doc) or doc[end].lower_ not in ("in", "on", "during", "via") or doc[end].dep_ != "prep":
        return end
    noun = next((child for child in doc[end].children if child.dep_ == "pobj"), None)
    if noun is None or noun.i - end > 5:
        return end
    cues = load_cues()
    return noun.i + 1 if noun.lemma_.lower() in cues.media or noun.lower_ in cues.platforms else end


def _day_end(verb: Token, end: int) -> int:
    """The end of the cue with the day right after it, where that is no thing ("reported two days of rain", "described
    a day at home")."""
    doc, last = verb.doc, end
    while last < len(doc) and last - end < _DAY and doc[last].ent_type_ in ("DATE", "TIME"):
        last += 1
    thing = last > end and (doc[end].pos_ in ("ADP", "NUM") or doc[end].lower_ in ("a", "an", "the"))
    return end if thing or any(token.head.i >= last for token in doc[end:last]) else last


def manner_end(reading: Reading, verb: Token, end: int) -> int:
    """The end of the cue of a quotation with the manner that follows it ("said with a smile")."""
    doc = verb.doc
    if end >= len(doc) or doc[end].lower_ != "with" or doc[end].head != verb:
        return end
    last = doc[end].right_edge.i
    noun = next((child for child in doc[end].children if child.dep_ == "pobj"), None)
    closed = last + 1 >= len(doc) or doc[last + 1].is_punct or doc[last + 1].is_space
    if noun is None or noun.tag_ != "NN" or last - end > _MANNER or not closed or reading.kind_of(noun) != "other":
        return end
    return last + 1
