"""Tags: cues that stand after, or amid, what they report ("…, the envoy said"; "…, she said, since …")."""

from verbale.extract.attribution.draft import Reading
from verbale.extract.attribution.extents import MAX_CONTENT, before_conjunction, finite, has_word, says_too
from verbale.extract.attribution.grammar import Range, noun_phrase, verb_group
from verbale.extract.attribution.inserted import reports
from verbale.extract.attribution.resumed import asks, clause_end, goes_on_after, of_a_state, tag_end
from verbale.extract.attribution.sources import frames_of
from verbale.language.parse import Token

# What opens a sentence before ", he said," belongs to his words where it is a clause, or at least this long.
LONG = 9
# How far after a verb of saying its "that" is looked for, in tokens.
_LOOSE = 14
# What may stand between a cue and its quotation: whom it was said to, where and when.
CIRCUMSTANCE = frozenset(
    {"npadvmod", "advmod", "prep", "pobj", "det", "compound", "amod", "dative", "dobj", "nsubj", "poss", "appos"}
    | {"nummod", "case", "nmod", "conj", "cc", "quantmod", "pcomp"}
)
# How many tokens of them.
_CIRCUMSTANCES = 25
# What opens a clause between a tag and a quotation.
_CLAUSES = frozenset({"while", "and", "but", "although", "though", "because", "since"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


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
        kept = [piece for piece in kept if not (piece[0] > verb.i and _says_more_of_tag(reading, piece))]
        return [piece for piece in kept if piece[0] > verb.i or _joined(reading, verb, source, piece)]
    if frames_of(reading, verb).get("that") == "intention" and not reports(frames_of(reading, verb)):
        return [piece for piece in kept if piece[0] > verb.i]
    left = [piece for piece in kept if piece[0] < verb.i]
    right = [_own_words(reading, verb, piece) for piece in kept if piece[0] > verb.i]
    right = [piece for piece in right if has_word(reading, piece)]
    whole = finite(reading, before) or before[1] - before[0] >= LONG or opens(reading, before)
    end = tag_end(verb, source)
    inserted = end < len(doc) and doc[end].text == "," and whole
    if right and not left and not (inserted or doc[before[0]].lower_ in ("if", "unless")):
        return right
    rest = goes_on_after(reading, verb, source, opens(reading, before))
    if rest is None or (right and right[0][0] < rest[0]):
        return [before, *right]
    return [before, rest]


def _own_words(reading: Reading, verb: Token, piece: Range) -> Range:
    """`piece` without another's report that is joined to it ("…, the governor said, and a driver said that …")."""
    start, end = piece
    for token in reading.doc[start:end]:
        if token.pos_ == "VERB" and not of_a_state(token) and says_too(reading, verb, token):
            end = before_conjunction(token, start)
            return start, end if any(t.dep_ != "cc" and t.is_alpha for t in reading.doc[start:end]) else start
    return piece


def _says_more_of_tag(reading: Reading, piece: Range) -> bool:
    """Whether `piece` after a tag is a relative clause of a noun in the tag ("“…,” she said in a statement, at which no
    questions were allowed"; "…, half of which …"): the reporter's words."""
    doc = reading.doc
    first = [token for token in doc[piece[0] : min(piece[0] + 4, piece[1])] if token.text != ","]
    before = [token for token in first[:3] if token.tag_ in ("WDT", "WP", "WP$")]
    comma = doc[piece[0]].text == "," or doc[piece[0] - 1].text == ","
    return comma and bool(before) and before[0] != first[0] and reading.quoted[piece[0]] < 0


def opens(reading: Reading, before: Range) -> bool:
    """Whether what stands before a tag is but the opening of a sentence, so that its main clause follows the tag ("In
    both cases, he said, …"; "Should they stay, warned the envoy, …"); a day alone is not: he may have said so then."""
    doc, first = reading.doc, reading.doc[before[0]]
    if any(token.text == "," for token in doc[before[0] : before[1]]) or first.ent_type_ in ("DATE", "TIME"):
        return False
    if first.pos_ == "ADP" and doc[before[0] + 1 : before[1]] and doc[before[1] - 1].ent_type_ in ("DATE", "TIME"):
        return False
    inverted = first.lower_ in ("should", "had", "were") and first.pos_ in ("AUX", "VERB")
    return inverted or first.pos_ in ("ADP", "SCONJ") or first.lower_ in ("rather", "instead", "when")


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


def clause_after(reading: Reading, start: int, quote: int) -> int | None:
    """Where a clause opens, after a tag that ends at token `start`, which quotation `quote` completes (", while others
    “…”"); None where none does, or somebody speaks in it."""
    doc, stop = reading.doc, reading.quoted_from(quote)
    comma = next((i for i in range(start, stop) if doc[i].text == ","), stop)
    if stop - comma < 3 or doc[comma + 1].lower_ not in _CLAUSES:
        return None
    verbs = [token for token in doc[comma + 1 : stop] if token.pos_ == "VERB"]
    told = any("speech" in frames_of(reading, token).values() for token in verbs)
    return None if told else doc[comma + 1].idx


def bare_cue(reading: Reading, verb: Token, quote: int) -> bool:
    """Whether a sentence says that somebody spoke, not what, and ends right before quotation `quote` ("The ministry
    said in a statement. “…”")."""
    doc, end, stop = reading.doc, verb_group(verb)[1], reading.quoted_from(quote)
    told = [token for token in doc[end:stop] if token.text.strip(" \n.")]
    if verb.dep_ != "ROOT" or frames_of(reading, verb).get("that") != "speech" or stop - end > _CIRCUMSTANCES:
        return False
    medium = any({token.lower_, token.lemma_.lower()} & reading.cues.media for token in told)
    return medium and all(token.dep_ in CIRCUMSTANCE and token.text != "," for token in told)


def tag_content(reading: Reading, verb: Token, source: Token | None, comma: int | None = None) -> Range | None:
    """What stands before a cue in its sentence, where subject and cue follow a comma ("…, he said"); None where they do
    not, or where another cue stands there. `comma` says which one opens the tag, where that is known."""
    doc = reading.doc
    first = verb_group(verb)[0]
    if source is not None and source.i < verb.i:
        first = min(first, noun_phrase(source)[0])
    at = comma if comma is not None else first - 1
    while at >= 0 and doc[at].is_space:
        at -= 1
    if at < 1 or doc[at].text != "," or (source is not None and source.lower_ in _RELATIVE):
        return None
    if reading.quoted[at] >= 0:
        return None
    start, parting = at, None
    opening = reading.sentences.start(doc[first].idx)
    while start > 0 and doc[start - 1].idx >= opening:
        start -= 1
        token = doc[start]
        if at - start > MAX_CONTENT:
            return None
        if token.text in (";", ":") and reading.quoted[start] < 0 and parting is None:
            parting = start
            if token.text == ";" and _cut(reading, verb):
                start += 1  # "A; should B fail, he said, they would leave": the tag parts the second clause
                break
        if reading.quoted[start] < 0 and _another_cue(reading, token):
            if parting is None:
                return None
            start = parting + 1  # "According to X, A; B, he said": only B goes with "he said"
            break
    start = _after_relative(reading, _after_colon(reading, start, at, verb), at, verb)
    for i in range(start, min(start + 6, at - 2)):
        if doc[i].text in ("—", "–", "--", "-") and all(t.is_upper or t.is_punct for t in doc[start:i]):
            start = i + 1  # a dateline ("VIENNA — …")
            break
    least = 1 if comma is not None or doc[start - 1].text == ":" else 2
    return (start, at) if at - start >= least else None


def _after_colon(reading: Reading, start: int, end: int, verb: Token) -> int:
    """`start`, or the token after a colon where the words before it are the reporter's: where a tag cuts the clause
    after it ("He disputed that: Cairo, he said, had walked out"), where that is a quotation, or where the clause before
    says that somebody spoke ("The army denied the report: it was …, a statement said")."""
    doc = reading.doc
    colon = next((i for i in range(end - 1, start, -1) if doc[i].text == ":" and reading.quoted[i] < 0), None)
    if colon is None or colon + 1 >= len(doc):
        return start
    told = any(_tells(reading, token) for token in doc[start:colon] if reading.quoted[token.i] < 0)
    return colon + 1 if told or _cut(reading, verb) or reading.quoted[colon + 1] >= 0 else start


def _tells(reading: Reading, token: Token) -> bool:
    """Whether `token` says that somebody spoke or took a stand."""
    if token.pos_ == "VERB":
        return bool({"speech", "belief"} & set(frames_of(reading, token).values()))
    return token.pos_ == "NOUN" and token.lemma_.lower() in reading.cues.nouns


def _cut(reading: Reading, verb: Token) -> bool:
    """Whether a comma follows the cue: the clause that it stands in goes on."""
    after = verb_group(verb)[1]
    return after < len(reading.doc) and reading.doc[after].text == ","


def _after_relative(reading: Reading, start: int, end: int, verb: Token) -> int:
    """`start`, or the token after the relative pronoun of a clause that the tag cuts ("a wording that both sides, an
    aide said, can live with")."""
    if not _cut(reading, verb):
        return start
    for i in range(end - 1, start, -1):
        if reading.doc[i].pos_ in ("VERB", "AUX"):
            break
        if reading.doc[i].lower_ in _RELATIVE and i + 1 < end and reading.doc[i].pos_ != "DET":
            return i + 1
        if reading.doc[i].lower_ == "whose" and i + 1 < end:
            return i
    return start


def _another_cue(reading: Reading, token: Token) -> bool:
    """Whether `token` is the verb, or opens the phrase, of a cue other than that of a tag which follows."""
    if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        return True
    if token.pos_ == "VERB":
        frames = frames_of(reading, token)
        if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "once") for child in token.children):
            return False  # "If it is confirmed that …, he should go, the minister said"
        asking = asks(token, frames) and token.dep_ != "advcl"  # but "Asked about the isles, …" opens a tag's sentence
        return "q" in frames and frames.get("that") == "speech" and not asking
    return False


def says_it_again(verb: Token) -> bool:
    """Whether what somebody said was said before ("said as much", "said the same of Kosovo")."""
    end = verb_group(verb)[1]
    words = [token.lower_ for token in verb.doc[end : end + 2]]
    return verb.lemma_ == "say" and (words in (["as", "much"], ["the", "same"]) or words[:1] == ["so"])


def closes(reading: Reading, verb: Token) -> bool:
    """Whether the clause of the cue says nothing more: a comma or the sentence's end follows, or when and where."""
    doc, end = reading.doc, verb_group(verb)[1]
    if end >= len(doc) or doc[end].text in (".", ",", ";", "—", "–") or doc[end].is_space:
        return True
    thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    common = thing is not None and thing.tag_ in ("NN", "NNS") and not thing.ent_type_
    if common and thing is not None and "rcpt" not in frames_of(reading, verb) and reading.kind_of(thing) == "other":
        return False  # "…, the visit added a twist"
    if doc[end].ent_type_ in ("DATE", "TIME") or doc[end].dep_ in ("nsubj", "npadvmod", "prep", "compound", "det"):
        return True
    return "rcpt" in frames_of(reading, verb) and all(
        token.pos_ not in ("VERB", "AUX") and token.dep_ != "mark" for token in doc[end : clause_end(reading, end)]
    )


def alone(reading: Reading, verb: Token, source: Token | None, before: Range) -> bool:
    """Whether a cue at the end of its sentence has nothing to go with but what stands before it, and that is long
    enough to be a clause of which the parse saw no finite verb."""
    end = tag_end(verb, source)
    ends = end >= len(reading.doc) or reading.doc[end].text in (".", "\n\n") or reading.doc[end].is_space
    return opens(reading, before) or (ends and before[1] - before[0] >= LONG - 2)


def _aside_end(reading: Reading, start: int) -> int:
    """`start`, or the end of a phrase between commas that names where a report comes from ("replied only, according to
    two people in the room, that …")."""
    doc = reading.doc
    if start + 1 >= len(doc) or doc[start].text != "," or doc[start + 1].lower_ != "according":
        return start
    return next((i for i in range(start + 1, min(start + 1 + 2 * _LOOSE, len(doc))) if doc[i].text == ","), start)


def loose_content(reading: Reading, verb: Token, source: Token | None) -> list[Range]:
    """What a verb of saying governs where the parse lost it: the clause after a "that" further on ("said for the first
    time that …"), or the sentence around a tag between commas ("In both cases, he said, the gifts were legal")."""
    doc, end = reading.doc, verb_group(verb)[1]
    if source is None or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or reading.quoted[source.i] >= 0:
        return []
    stop = min(verb.sent.end, end + MAX_CONTENT)
    aside = _aside_end(reading, end)
    for i in range(aside, min(aside + _LOOSE, stop - 2)):
        if reading.quoted[i] >= 0 or (doc[i].pos_ in ("VERB", "AUX") and doc[i].tag_ != "VBG") or doc[i].text in ":;":
            break
        if doc[i].lower_ == "that" and doc[i - 1].lemma_.lower() in reading.cues.nouns:
            break  # "responded to reports that …": what the reports say
        if doc[i].lower_ == "that" and doc[i].dep_ in ("mark", "det", "nsubj") and doc[i - 1].pos_ != "VERB":
            return [(i + 1, stop)] if finite(reading, (i + 1, stop)) and doc[i + 1].pos_ != "VERB" else []
    first = min(verb_group(verb)[0], noun_phrase(source)[0]) if source.i < verb.i else verb_group(verb)[0]
    if first < 2 or end >= stop or doc[first - 1].text != "," or doc[end].text != "," or source.i > verb.i:
        return []
    start = max(verb.sent.start, first - MAX_CONTENT)
    if verb.sent.start == first or any(reading.quoted[i] >= 0 for i in (first - 2, min(end + 1, stop - 1))):
        return []
    return [(start, first - 1), (end + 1, stop)] if finite(reading, (end + 1, stop)) else []
