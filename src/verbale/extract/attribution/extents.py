"""How far content reaches: to the ends of its sentence, and not into asides, other cues or other sentences."""

from verbale.extract.attribution.draft import Reading
from verbale.extract.attribution.grammar import Range, joined_to_cue, verb_group
from verbale.extract.attribution.sources import frames_of, own_subject, tail_source
from verbale.language.parse import Token

# A content clause longer than this (in tokens) is a failed parse, not a statement.
MAX_CONTENT = 250
# Frames whose content a parse may cut short.
_REACHING = frozenset({"that", "to", "call", "as", "rcpt", "np"})
# What goes on with reported words after a comma.
_GOING_ON = frozenset(
    {"because", "like", "including", "especially", "particularly", "something", "some", "even", "not"}
)


def finite(reading: Reading, piece: Range) -> bool:
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in reading.doc[piece[0] : piece[1]])


def in_sentence(reading: Reading, verb: Token, piece: Range) -> Range:
    """`piece` cut where another sentence starts in it, outside quotation marks: the parse may join two."""
    start, end = piece
    if start <= verb.i or start >= end:
        return piece
    boundary = reading.sentences.after(reading.doc[start].idx)
    while boundary is not None and start < end and boundary <= reading.doc[end - 1].idx:
        inside = next((t for t in reading.doc[start:end] if t.idx >= boundary), None)
        if (
            inside is None
            or reading.quoted[inside.i] < 0
            or reading.quotes[reading.quoted[inside.i]].start == inside.idx
        ):
            return (start, inside.i) if inside is not None else piece
        boundary = reading.sentences.after(boundary)
    return piece


def reach(reading: Reading, verb: Token, frame: str, piece: Range) -> Range:
    """`piece` as far as its sentence goes on: a parse that cuts a clause short of the next comma is mended."""
    doc, (start, end) = reading.doc, piece
    given = end
    if start <= verb.i or (frame not in _REACHING and not frame.startswith("+")):
        return piece
    sentence_end = min(doc[verb.i].sent.end, start + MAX_CONTENT)
    while end < sentence_end:
        token = doc[end]
        opens = token.is_quote and reading.quoted[end] >= 0
        ends = (token.is_punct and not opens) or token.is_space or token.dep_ == "cc" or token.pos_ == "CCONJ"
        if ends or token.i == verb.i:
            break
        if reading.quoted[end] >= 0 and frame in ("call", "as") and not reading.doc[end - 1].is_punct:
            end = _past_quote(reading, end, sentence_end)
            break
        if token.dep_ == "nsubj" or reading.quoted[end] >= 0:
            end = max(given, _before_clause(token, end)) if token.dep_ == "nsubj" else end
            break
        end = max(end + 1, min(token.right_edge.i + 1, sentence_end))
    end = _joined_form(reading, start, end, sentence_end)
    if frame in ("that", "to"):
        end = _joined_clause(reading, verb, end, sentence_end)
    if frame == "that":
        end = _rest(reading, verb, (start, _aside(reading, verb, start, end)), sentence_end)
    elif "+" in frame:
        past = next((t for t in reading.doc[start + 1 : end] if t.dep_ == "conj" and joined_to_cue(t)), None)
        end = before_conjunction(past, start) if past is not None else end
    return start, end


def _before_clause(subject: Token, end: int) -> int:
    """`end` without what belongs to the clause of `subject` before it: its determiners, and "because" and the like."""
    end = min(end, subject.left_edge.i)
    return end - 1 if end > 0 and subject.doc[end - 1].dep_ == "mark" else end


def _joined_form(reading: Reading, start: int, end: int, sentence_end: int) -> int:
    """`end`, or the end of a gerund or infinitive that "and" or "or" joins to the one which opens the content
    ("suggested closing the road and moving the guns")."""
    doc = reading.doc
    if end + 2 >= sentence_end or doc[end].lower_ not in ("and", "or") or reading.quoted[end] >= 0:
        return end
    opening = doc[start + 1].tag_ if doc[start].tag_ == "TO" else doc[start].tag_
    second = doc[end + 2] if doc[end + 1].pos_ in ("ADV", "PART") else doc[end + 1]
    fits = opening in ("VBG", "VB") and second.tag_ == opening and "q" not in frames_of(reading, second)
    return min(second.right_edge.i + 1, sentence_end) if fits else end


def _joined_clause(reading: Reading, verb: Token, end: int, sentence_end: int) -> int:
    """`end`, or the end of a clause joined by "and" without a comma that has a subject of its own and is no cue.

    It goes on with what was said ("hoped the truce would hold and the roads would open"), though the parse joins it to
    the cue.
    """
    doc = reading.doc
    if end + 2 >= sentence_end or doc[end].lower_ not in ("and", "or") or doc[end].head.i != verb.i:
        return end
    clause = next((child for child in verb.children if child.dep_ == "conj" and child.i > end), None)
    if clause is None or frames_of(reading, clause):
        return end
    subjects = [child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass") and child.i > end]
    return min(clause.right_edge.i + 1, sentence_end) if subjects else end


def _past_quote(reading: Reading, start: int, sentence_end: int) -> int:
    """The token after the quotation that holds token `start`."""
    end = start
    while end < sentence_end and reading.quoted[end] == reading.quoted[start]:
        end += 1
    return end


def _aside(reading: Reading, verb: Token, start: int, end: int) -> int:
    """`end`, or where an aside of the reporter's begins that closes the sentence: ", which …", ", citing …".

    "They announced a pause, which surprised the market": it is not sure that this was said, so it is left out.
    """
    doc = reading.doc
    for i in range(end - 1, start + 1, -1):
        token = doc[i]
        joined = token.dep_ == "conj" and token.pos_ == "VERB"
        if joined and joined_to_cue(token):
            return before_conjunction(token, start)
        if joined and doc[start].pos_ != "CCONJ" and says_too(reading, verb, token):
            return before_conjunction(token, start)
        if joined and tail_source(reading, token, frames_of(reading, token)) is not None:
            return before_conjunction(token, start)
        before = i - 2 if doc[i - 1].is_quote and i > start + 2 else i - 1
        if doc[before].text != "," or reading.quoted[i] >= 0:
            continue
        head = token if token.tag_ == "VBG" else token.head
        closes = head.right_edge.i >= end - 2
        aside = (
            (token.lower_ == "which" and head.dep_ == "relcl")
            or (token.lower_ in ("before", "after") and i + 1 < end and doc[i + 1].tag_ == "VBG")
            or (token.tag_ == "VBG" and token.dep_ == "advcl" and _speaks_on(reading, token))
            or _names_the_words(reading, token)
        )
        if aside and closes:
            return _aside(reading, verb, start, i - 1) if i - 1 > start + 2 else i - 1
    return end


def _speaks_on(reading: Reading, participle: Token) -> bool:
    """Whether a participle after reported words tells what their speaker said further (", adding that …")."""
    frames = frames_of(reading, participle)
    return "tail" in frames or tail_source(reading, participle, frames) is not None


def before_conjunction(verb: Token, start: int) -> int:
    """Where the clause ends that `verb` is joined to ("… but added")."""
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    times = [c.left_edge.i for c in verb.lefts if c.dep_ in ("npadvmod", "advmod", "prep") and c.i > verb.head.i]
    end = min([verb_group(verb)[0], *times]) if own is None else own.left_edge.i  # "and a few hours later said"
    while end - 1 > start and (verb.doc[end - 1].dep_ == "cc" or verb.doc[end - 1].text == ","):
        end -= 1
    return end


def says_too(reading: Reading, verb: Token, other: Token) -> bool:
    """Whether `other`, joined to a clause that `verb` reports, is another report ("A said that …, and B said that …"):
    a verb of saying in the same tense with a subject that can speak, set off by a comma or semicolon."""
    own = next((child for child in other.children if child.dep_ == "nsubj"), None)
    frames = frames_of(reading, other)
    speaks = frames.get("that") == "speech" or frames.get("call") == "speech"
    if own is None or reading.quoted[other.i] >= 0 or not speaks:
        return False
    plain = other.tag_ == verb.tag_ and all(child.dep_ != "aux" for child in other.children)
    opening = own.left_edge.i - 1
    joined = opening > 1 and (reading.doc[opening].text == ";" or reading.doc[opening - 1].text in (",", ";"))
    return plain and joined and reading.kind_of(own) == "person"


def _names_the_words(reading: Reading, token: Token) -> bool:
    """Whether an apposition starts at `token` that names what was said ("…, a demand that …"), or says what another
    called it ("…, a step that the mayor called …")."""
    if token.lower_ not in ("a", "an") or token.head.pos_ != "NOUN":
        return False
    noun = token.head
    clauses = [child for child in noun.children if child.dep_ in ("relcl", "acl") and child.i > noun.i]
    names = noun.lemma_.lower() in reading.cues.nouns
    return any(names or judges(reading, clause) for clause in clauses)


def judges(reading: Reading, clause: Token) -> bool:
    """Whether a relative clause says what somebody called its noun ("a step the mayor described as …")."""
    frames = frames_of(reading, clause)
    own = [child for child in clause.children if child.dep_ == "nsubj" and child.tag_ not in ("WDT", "WP")]
    return bool(own) and ("call" in frames or "as" in frames or frames.get("np") == "belief")


def _rest(reading: Reading, verb: Token, piece: Range, sentence_end: int) -> int:
    """The end of `piece`, or the sentence's end where what follows a comma or colon goes on with the words reported: a
    reason, an example, an apposition, "not …, but …", or "but it …" with a pronoun that takes up their subject.
    Nothing that holds another cue."""
    doc, (start, end) = reading.doc, piece
    if end + 2 >= sentence_end or doc[end].text not in (",", ":") or reading.quoted[end] >= 0:
        return end
    rest = doc[end + 1 : sentence_end]
    cues = [token for token in rest if token.pos_ == "VERB" and "q" in frames_of(reading, token)]
    colon = doc[end].text == ":"
    if any(not colon or (own_subject(token) and token.dep_ not in ("relcl", "acl")) for token in cues):
        return end
    first, second = rest[0], rest[1]
    goes_on = first.lower_ in _GOING_ON or colon
    if first.dep_ == "cc" and first.head.i == verb.i:
        subject_again = second.tag_ == "PRP" or (second.tag_ == "EX")
        goes_on = subject_again and second.dep_ in ("nsubj", "nsubjpass", "expl")
        goes_on = goes_on or _still_reported(verb, end)
    goes_on = goes_on or (first.dep_ == "cc" and second.lower_ == "that" and second.dep_ in ("mark", "det"))
    goes_on = goes_on or (first.lower_ == "but" and any(token.lower_ == "not" for token in doc[start:end]))
    return sentence_end if goes_on else end


def _still_reported(verb: Token, comma: int) -> bool:
    """Whether the clause joined to the cue after a comma can only be reported: in the past of what is told ("said …,
    and the roads had been closed"), or with a modal and no subject of its own (", but would not sign")."""
    clause = next((child for child in verb.children if child.dep_ == "conj" and child.i > comma), None)
    if clause is None or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    parts = list(clause.children)
    own = any(part.dep_ in ("nsubj", "nsubjpass", "expl") for part in parts)
    first = next((part for part in parts if part.dep_ in ("aux", "auxpass")), None)
    if first is None or any(part.dep_ == "aux" for part in verb.children):
        return False
    past = first.lower_ in ("had", "would", "could", "might") and verb.tag_ == "VBD"
    return past or (first.tag_ == "MD" and not own)


def _in_brackets(reading: Reading, piece: Range) -> Range:
    """`piece` to a bracket that closes in it and was opened before it ("(as a report noted, the road is shut), …")."""
    depth = 0
    for i in range(*piece):
        text = reading.doc[i].text
        if reading.quoted[i] >= 0 or text not in ("(", ")"):
            continue
        depth += 1 if text == "(" else -1
        if depth < 0:
            return (piece[0], i) if i > piece[0] else piece
    return piece


def clean(reading: Reading, piece: Range) -> list[Range]:
    """One piece of content without a leading "that" and without punctuation at its ends."""
    doc = reading.doc
    start, end = reading.trimmed(*_in_brackets(reading, piece))
    while end - 1 > start and doc[end - 1].dep_ == "cc":
        start, end = reading.trimmed(start, end - 1)
    for i in range(start + 1, min(start + 10, end)):
        if doc[i].pos_ in ("VERB", "AUX") or reading.quoted[i] >= 0:
            break
        if doc[i].lower_ == "that" and doc[i].dep_ == "mark" and doc[i - 1].text in ("—", "–", "-", "--", ","):
            start = i  # "told the Council — for the first time — that …"
    if start + 1 < end and doc[start].pos_ == "ADV" and doc[start + 1].lower_ == "that":
        start += 1  # "said only that"
    if start + 1 < end and doc[start].lower_ == "that" and (doc[start].dep_ == "mark" or _must_join(doc[start])):
        start, end = reading.trimmed(start + 1, end)
    return [(start, end)] if start < end else []


def _must_join(that: Token) -> bool:
    """A "that" which the parser took for a determiner or an object, though a pronoun or a plural comes after it: "said
    in an interview that he hopes …", "that field tests suggested …"."""
    after = that.nbor(1)
    if that.dep_ == "det":
        return that.head.tag_ in ("NNS", "NNPS") and that.head.i > that.i
    return after.tag_ in ("PRP", "EX") and after.dep_ in ("nsubj", "nsubjpass", "expl")


def has_word(reading: Reading, piece: Range) -> bool:
    return any(token.is_alpha or token.like_num for token in reading.doc[piece[0] : piece[1]])
