"""Tags: cues that stand after, or amid, what they report ("…, the envoy said"; "…, she said, since …")."""

from spacy.tokens import Token

from verbale.extract.attribution.draft import Reading
from verbale.extract.attribution.extents import MAX_CONTENT, before_conjunction, finite, has_word, says_too
from verbale.extract.attribution.grammar import Range, noun_phrase, verb_group
from verbale.extract.attribution.sources import frames_of

# What opens a sentence before ", he said," belongs to his words where it is a clause, or at least this long.
LONG = 9
# How far after a verb of saying its "that" is looked for, in tokens.
_LOOSE = 14
_ENDS = frozenset({".", ",", ";", ":", "—", "–", "?", "!"})
# What opens a clause after a tag that is still reported: its grounds and conditions. Clauses of time ("as", "while",
# "after") are as often the reporter's.
_GROUNDS = frozenset(
    {"because", "since", "if", "unless", "so", "although", "though", "even", "provided", "until", "that"}
)


def around_tag(reading: Reading, verb: Token, source: Token | None, pieces: list[Range]) -> list[Range]:
    """`pieces` without what another sentence holds, and, where the cue follows its content ("…, he said"), with all of
    the sentence before the cue."""
    doc, sentences = reading.doc, reading.sentences
    kept = [
        piece
        for piece in pieces
        if piece[0] <= verb.i or not sentences.parted(verb.idx + len(verb), doc[min(piece[0], len(doc) - 1)].idx)
    ]
    before = tag_content(reading, verb, source)
    if before is None:
        return [piece for piece in kept if piece[0] > verb.i or _joined(reading, verb, source, piece)]
    if frames_of(reading, verb).get("that") == "intention":
        return [piece for piece in kept if piece[0] > verb.i]
    left = [piece for piece in kept if piece[0] < verb.i]
    right = [_own_words(reading, verb, piece) for piece in kept if piece[0] > verb.i]
    right = [piece for piece in right if has_word(reading, piece)]
    end = verb_group(verb)[1]
    inserted = end < len(doc) and doc[end].text == "," and (finite(reading, before) or before[1] - before[0] >= LONG)
    if right and not left and not (inserted or doc[before[0]].lower_ in ("if", "unless")):
        return right
    rest = _went_on(reading, verb, source)
    if rest is None or (right and right[0][0] < rest[0]):
        return [before, *right]
    return [before, rest]


def _own_words(reading: Reading, verb: Token, piece: Range) -> Range:
    """`piece` without another's report that is joined to it ("…, the governor said, and a driver said that …")."""
    start, end = piece
    for token in reading.doc[start:end]:
        if token.pos_ == "VERB" and not _of_a_state(token) and says_too(reading, verb, token):
            end = before_conjunction(token, start)
            return start, end if any(t.dep_ != "cc" and t.is_alpha for t in reading.doc[start:end]) else start
    return piece


def _went_on(reading: Reading, verb: Token, source: Token | None) -> Range | None:
    """The reported clause that goes on after a tag in the middle of its sentence ("…, the envoy said, since …", "…,
    said the envoy, and the guards “were asleep.”"), to the sentence's end; None where another cue stands there."""
    doc = reading.doc
    start = verb_group(verb)[1]
    if source is not None and source.i > verb.i:
        start = max(start, noun_phrase(source)[1])
    at = _clause_end(reading, start)
    stop = reading.sentences.after(verb.idx)
    end = at
    while end < len(doc) and end - at < MAX_CONTENT and (stop is None or doc[end].idx < stop):
        end += 1
    if at + 3 >= end or doc[at].text != ",":
        return None
    first = doc[at + 1]
    joined = first.lower_ in ("and", "but") and doc[at + 2].tag_ not in ("VBD", "VBZ", "VBG", "RB")
    if not (joined or first.lower_ in _GROUNDS):
        return None
    if not finite(reading, (at + 1, end)) and not any(token.pos_ == "VERB" for token in doc[at + 1 : end]):
        return None
    verbs = [token for token in doc[at + 1 : end] if token.pos_ == "VERB" and reading.quoted[token.i] < 0]
    others = [token for token in verbs if {"q", "call"} & frames_of(reading, token).keys()]
    return None if any(not _of_a_state(token) for token in others) else (at + 1, end)


def _of_a_state(verb: Token) -> bool:
    """Whether a place or body named for a state is the subject of `verb`: what it answered is told by who speaks ("A
    made an offer, the envoy said, and B replied that …")."""
    return any(child.dep_ == "nsubj" and child.ent_type_ == "GPE" for child in verb.children)


def _joined(reading: Reading, verb: Token, source: Token | None, piece: Range) -> bool:
    """Whether content before the cue stands right before it, or the cue is an "as" clause ("as the envoy put it")."""
    if any(child.lower_ == "as" and child.dep_ in ("mark", "advmod") for child in verb.children):
        return True
    if piece[1] > verb.i or (verb.dep_ == "relcl" and piece[0] <= verb.head.i < piece[1]):
        return True
    first = verb_group(verb)[0]
    if source is not None and source.i < verb.i:
        first = min(first, noun_phrase(source)[0])
    gap = reading.doc[piece[1] : first] if piece[1] <= first else reading.doc[first - 1 : first]
    return any(token.text in (",", "—", "–", "-", "?", "!") or token.is_quote for token in gap) and len(gap) <= 3


def tag_content(reading: Reading, verb: Token, source: Token | None) -> Range | None:
    """What stands before a cue in its sentence, where subject and cue follow a comma ("…, he said"); None where they do
    not, or where another cue stands there."""
    doc = reading.doc
    first = verb_group(verb)[0]
    if source is not None and source.i < verb.i:
        first = min(first, noun_phrase(source)[0])
    at = first - 1
    while at >= 0 and doc[at].is_space:
        at -= 1
    if at < 1 or doc[at].text != "," or reading.quoted[at] >= 0:
        return None
    start, semicolon = at, None
    opening = reading.sentences.start(doc[first].idx)
    while start > 0 and doc[start - 1].idx >= opening:
        start -= 1
        token = doc[start]
        if at - start > MAX_CONTENT:
            return None
        if token.text == ";" and reading.quoted[start] < 0 and semicolon is None:
            semicolon = start
        if reading.quoted[start] < 0 and _another_cue(reading, token):
            if semicolon is None:
                return None
            start = semicolon + 1  # "According to X, A; B, he said": only B goes with "he said"
            break
    start = _after_colon(reading, start, at, verb)
    for i in range(start, min(start + 6, at - 2)):
        if doc[i].text in ("—", "–", "--", "-") and all(t.is_upper or t.is_punct for t in doc[start:i]):
            start = i + 1  # a dateline ("VIENNA — …")
            break
    least = 1 if doc[start - 1].text == ":" else 2
    return (start, at) if at - start >= least else None


def _after_colon(reading: Reading, start: int, end: int, verb: Token) -> int:
    """`start`, or the token after a colon where a tag cuts the clause that follows it ("He disputed that: Cairo, he
    said, had walked out"): the words before the colon are the reporter's."""
    doc, after = reading.doc, verb_group(verb)[1]
    colon = next((i for i in range(end - 1, start, -1) if doc[i].text == ":" and reading.quoted[i] < 0), None)
    if colon is None or after >= len(doc) or doc[after].text != "," or finite(reading, (colon + 1, end)):
        return start
    return colon + 1


def _another_cue(reading: Reading, token: Token) -> bool:
    """Whether `token` is the verb, or opens the phrase, of a cue other than that of a tag which follows."""
    if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        return True
    if token.pos_ == "VERB":
        frames = frames_of(reading, token)
        asks = "intention" in frames.values() and not any(child.dep_ in ("ccomp", "agent") for child in token.children)
        asks = asks and token.dep_ != "advcl"  # but "Asked about the isles, …" opens the sentence of a tag
        return "q" in frames and frames.get("that") == "speech" and not asks
    return False


def closes(reading: Reading, verb: Token) -> bool:
    """Whether the clause of the cue says nothing more: a comma or the sentence's end follows, or when and where."""
    doc, end = reading.doc, verb_group(verb)[1]
    if end >= len(doc) or doc[end].text in (".", ",", ";", "—", "–") or doc[end].is_space:
        return True
    if doc[end].ent_type_ in ("DATE", "TIME") or doc[end].dep_ in ("nsubj", "npadvmod", "prep", "compound", "det"):
        return True
    return "rcpt" in frames_of(reading, verb) and all(
        token.pos_ not in ("VERB", "AUX") and token.dep_ != "mark" for token in doc[end : _clause_end(reading, end)]
    )


def _clause_end(reading: Reading, start: int) -> int:
    """The first token from `start` on with which a clause, paragraph or sentence may end."""
    doc, end = reading.doc, start
    while end < len(doc) and doc[end].text not in _ENDS and not doc[end].is_space:
        end += 1
    return end


def alone(reading: Reading, verb: Token, before: Range) -> bool:
    """Whether a cue at the end of its sentence has nothing to go with but what stands before it, and that is long
    enough to be a clause of which the parse saw no finite verb."""
    end = verb_group(verb)[1]
    ends = end >= len(reading.doc) or reading.doc[end].text in (".", "\n\n") or reading.doc[end].is_space
    return ends and before[1] - before[0] >= LONG - 2


def loose_content(reading: Reading, verb: Token, source: Token | None) -> list[Range]:
    """What a verb of saying governs where the parse lost it: the clause after a "that" further on ("said for the first
    time that …"), or the sentence around a tag between commas ("In both cases, he said, the gifts were legal")."""
    doc, end = reading.doc, verb_group(verb)[1]
    if source is None or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or reading.quoted[source.i] >= 0:
        return []
    stop = min(verb.sent.end, end + MAX_CONTENT)
    for i in range(end, min(end + _LOOSE, stop - 2)):
        if reading.quoted[i] >= 0 or (doc[i].pos_ in ("VERB", "AUX") and doc[i].tag_ != "VBG") or doc[i].text in ":;":
            break
        if doc[i].lower_ == "that" and doc[i].dep_ in ("mark", "det", "nsubj") and doc[i - 1].pos_ != "VERB":
            return [(i + 1, stop)] if finite(reading, (i + 1, stop)) and doc[i + 1].pos_ != "VERB" else []
    first = min(verb_group(verb)[0], noun_phrase(source)[0]) if source.i < verb.i else verb_group(verb)[0]
    if first < 2 or end >= stop or doc[first - 1].text != "," or doc[end].text != "," or source.i > verb.i:
        return []
    start = max(verb.sent.start, first - MAX_CONTENT)
    if verb.sent.start == first or any(reading.quoted[i] >= 0 for i in (first - 2, min(end + 1, stop - 1))):
        return []
    return [(start, first - 1), (end + 1, stop)] if finite(reading, (end + 1, stop)) else []
