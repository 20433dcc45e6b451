"""Phrases that name the source of the clause: "according to X", "in X's view", and adverbs such as "reportedly"."""

from collections.abc import Iterator

from verbale.extract.attribution.draft import Draft, Reading, subtract
from verbale.extract.attribution.grammar import Range, noun_phrase, subtree, verb_group
from verbale.extract.attribution.sources import frames_of
from verbale.extract.attribution.utterances import is_utterance, quotation_after
from verbale.language.parse import Token

_CLAUSE = frozenset({"ROOT", "conj", "parataxis", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_STEPS = 15


def phrase_drafts(reading: Reading) -> Iterator[Draft]:
    """A draft for every such phrase outside quotations; its content is the clause that it stands in."""
    doc = reading.doc
    first: dict[str, list[int]] = {}
    for number, (before, _, _) in enumerate(reading.cues.phrases):
        first.setdefault(before[0], []).append(number)
    for token in doc:
        if reading.quoted[token.i] >= 0:
            continue
        if token.lower_ in reading.cues.adverbs and token.dep_ == "advmod":
            yield from _adverb(reading, token)
        for number in first.get(token.lower_, ()):
            draft = _phrase(reading, token, number)
            if draft is not None:
                yield draft
                break


def _phrase(reading: Reading, token: Token, number: int) -> Draft | None:
    before, after, kind = reading.cues.phrases[number]
    doc, start = reading.doc, token.i
    if tuple(t.lower_ for t in doc[start : start + len(before)]) != before:
        return None
    at = start + len(before)
    if after:
        source_range = _possessor(reading, at, after)
        if source_range is None:
            return None
        source, end, cue = source_range
    else:
        inner = doc[at - 1]
        below = next(
            (child for child in inner.children if child.dep_ in ("pobj", "pcomp", "nsubj") and child.i >= at), None
        )
        if below is None or below.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"):
            return None
        source = below
        if before == ("per",) and reading.kind_of(source) == "other":
            return None
        end, cue = max(source.right_edge.i + 1, at), (start, at)
    phrase = noun_phrase(source, outside=[*_saying_more(reading, source), *_parted_rest(reading, source)])
    end = min(end, max(phrase[1], source.i + 1)) if not after else end
    words = quotation_after(reading, phrase[1]) if "words" in (*before, *after) else None
    if words is not None:
        return Draft(
            rule="phrase:" + "_".join(before),
            kind=kind,
            cue_token=start,
            cue=reading.chars(*cue),
            source=(at, cue[0]) if after else phrase,
            source_head=source.i,
            content=[words],
            direct=True,
        )
    if after:
        phrase = (at, cue[0]) if cue[0] > at else phrase
    clause = clause_of(doc[start])
    if clause is None:
        return None
    clause = _first_joined(reading, clause) if doc[start - 1].text == "," else clause
    if not after and phrase[1] == verb_group(clause)[0] and not any(c.dep_ in _SUBJECTS for c in clause.children):
        phrase = _without_subject(reading, phrase)
        end = phrase[1]
    pieces = subtract([_segment(reading, start, clause)], (start, max(end, phrase[1])))
    if doc[start - 1].text == "," and start > 1 and doc[start - 2].dep_ in ("mark", "cc"):
        pieces = [piece for piece in pieces if piece[0] > start]  # "although, in the words of an aide, …"
    pieces = [piece for part in pieces for piece in _open(reading, part)]
    pieces = [piece for piece in pieces if piece[0] < phrase[1] or doc[piece[0]].lower_ not in ("who", "whose")]
    content = [reading.chars(*piece) for piece in pieces]
    if not content or doc[pieces[-1][1] - 1].tag_ == "TO":
        return None  # "The ministry, according to the text, is to": a list follows
    direct = False
    for quote in reading.quotes:
        if quote.start > content[-1][1]:
            break
        if quote.start >= content[0][0] - 1 and quote.end <= content[-1][1] + 1 and is_utterance(reading.text, quote):
            outside = reading.text[content[0][0] : quote.start] + reading.text[quote.end : content[-1][1]]
            if not any(char.isalnum() for char in outside):
                content, direct = [(quote.inner_start, quote.inner_end)], True
                break
    return Draft(
        rule="phrase:" + "_".join(before),
        kind=kind,
        cue_token=start,
        cue=reading.chars(*cue),
        source=phrase,
        source_head=source.i,
        content=content,
        direct=direct,
    )


def _first_joined(reading: Reading, clause: Token) -> Token:
    """The first of the clauses that "and" joins before a phrase which closes their sentence ("forty have died and nine
    thousand have fled, according to …"): both are the source's, unless one is a report of another or ends in ";"."""
    first = clause
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        between = reading.doc[first.head.i : first.i]
        if any(token.text in (";", ":") or token.lower_ == "but" for token in between):
            return clause
        first = first.head
    own = [token for token in reading.doc[first.left_edge.i : clause.i] if token.pos_ == "VERB"]
    if any("q" in frames_of(reading, token) for token in own):
        return clause
    return first


def _segment(reading: Reading, start: int, clause: Token) -> Range:
    """What the clause of `clause` says beside a phrase at token `start`: the part between semicolons that holds the
    phrase, where the parse would have it another one ("A did so, according to B; C did not")."""
    doc, piece = reading.doc, subtree(clause)
    if start == clause.sent.start or not any(
        token.text == ";" for token in doc[min(start, clause.i) : max(start, clause.i)]
    ):
        return piece
    low = high = start
    while low > clause.sent.start and doc[low - 1].text != ";":
        low -= 1
    while high < clause.sent.end and doc[high].text != ";":
        high += 1
    return low, high


def _saying_more(reading: Reading, source: Token) -> list[int]:
    """The tokens of a relative clause in which the source says more ("a diplomat, who added that …")."""
    clauses = [child for child in source.children if child.dep_ == "relcl" and child.i > source.i]
    saying = [clause for clause in clauses if frames_of(reading, clause).get("that") == "speech"]
    return [i for clause in saying for i in range(*subtree(clause))]


def _parted_rest(reading: Reading, source: Token) -> list[int]:
    """The tokens after a comma that the parse joins to a source as an apposition though they go on with the clause: a
    quotation, or a measure or number of other things ("according to his sister, two streets from the harbour")."""
    found: list[int] = []
    for child in source.children:
        if child.dep_ not in ("appos", "conj", "npadvmod") or child.i < source.i:
            continue
        start = child.left_edge.i
        while (
            start - 1 > source.i and reading.quoted[start] >= 0 and reading.quoted[start - 1] == reading.quoted[start]
        ):
            start -= 1
        quoted = reading.quoted[start] >= 0 and reading.quoted[source.i] < 0
        counted = child.tag_ == "NNS" and child.left_edge.tag_ == "CD" and reading.kind_of(child) == "other"
        if reading.doc[start - 1].text == "," and (quoted or counted):
            found += range(start, child.right_edge.i + 1)
    return found


def _without_subject(reading: Reading, phrase: Range) -> Range:
    """A source to its last comma where the parse gave it the subject of the clause too ("according to the movement,
    known as the SPLM, government troops had attacked")."""
    comma = next((i for i in range(phrase[1] - 1, phrase[0], -1) if reading.doc[i].text == ","), None)
    return reading.trimmed(phrase[0], comma) if comma is not None else phrase


def _possessor(reading: Reading, at: int, after: tuple[str, ...]) -> tuple[Token, int, Range] | None:
    """The source in "in … view", the end of the phrase and the range of its cue."""
    doc = reading.doc
    for i in range(at, min(at + 8, len(doc) - len(after) + 1)):
        if doc[i].lower_ == after[0] and tuple(t.lower_ for t in doc[i : i + len(after)]) == after:
            noun = doc[i + len(after) - 1]
            source = next((child for child in noun.children if child.dep_ == "poss"), None)
            return (source, i + len(after), (i, i + len(after))) if source is not None else None
    return None


def _adverb(reading: Reading, token: Token) -> Iterator[Draft]:
    clause = clause_of(token)
    if clause is None or "that" in frames_of(reading, token.head):
        return  # "he reportedly said that …" is the cue of "said"
    noun = token.head if token.head.pos_ in ("NOUN", "PROPN", "ADJ") and token.head.dep_ == "appos" else None
    held = subtree(noun) if noun is not None else subtree(clause)  # "Ruiz, reportedly the richest man there, …"
    pieces = subtract([held], (token.i, token.i + 1))
    content = [reading.chars(*piece) for part in pieces for piece in _open(reading, part)]
    if content:
        yield Draft("adverb", "speech", token.i, reading.chars(token.i, token.i + 1), None, None, content)


def clause_of(token: Token) -> Token | None:
    """The verb of the clause that a sentence adverbial stands in: the main clause where it opens or closes the sentence
    after a comma, else the nearest clause above it. None where no verb is found."""
    current = token
    for _ in range(_STEPS):
        head = current.head
        if head == current:
            break
        current = head
        if (
            current.pos_ in ("VERB", "AUX")
            and current.dep_ in _CLAUSE
            and (
                current.dep_ != "conj"
                or any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in current.children)
            )
        ):
            if current.dep_ == "ccomp" and _set_off(token) and current.head.pos_ in ("VERB", "AUX"):
                continue
            return current
    return current if current != token and current.dep_ == "ROOT" else None


def _set_off(token: Token) -> bool:
    doc, sentence = token.doc, token.sent
    return token.i == sentence.start or doc[token.i - 1].text in (",", "—", "–", "-")


def _open(reading: Reading, piece: Range) -> Iterator[Range]:
    """A piece of content without an opening connective that a comma sets off ("In particular, …") and loose ends."""
    doc = reading.doc
    start, end = reading.trimmed(*piece)
    if start >= end:
        return
    for i in range(start, min(start + 4, end - 1)):
        if (
            doc[i].text == ","
            and i > start
            and doc[i - 1].dep_ in ("advmod", "pcomp", "cc", "amod", "advcl")
            and doc[start].sent.start == start
        ):
            opening = doc[start:i]
            if all(t.pos_ in ("ADV", "CCONJ", "SCONJ", "ADP", "ADJ") for t in opening):
                start = i + 1
                break
    if start < end and any(token.is_alpha or token.like_num for token in doc[start:end]):
        yield start, end
