"""Verbs as cues: who says, believes or intends what, from the verb's subject and the frame that holds the content."""

from collections.abc import Iterator

from spacy.tokens import Token

from verbale.extract.attribution.cues import CueClass, load_cues
from verbale.extract.attribution.draft import Draft, Reading, subtract
from verbale.extract.attribution.grammar import (
    Range,
    agent,
    antecedent,
    is_passive,
    noun_phrase,
    subject,
    subtree,
    verb_group,
)

# A content clause longer than this (in tokens) is a failed parse, not a statement.
MAX_CONTENT = 250
_STEPS = 12
# What opens a sentence before ", he said," belongs to his words where it is a clause, or at least this long.
LONG = 9
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
# What goes on with reported words after a comma
_GOING_ON = frozenset(
    {"because", "like", "including", "especially", "particularly", "something", "some", "even", "not"}
)
REACHING = frozenset({"that", "to", "call", "as", "rcpt", "np"})
# "I think" and "we want" outside quotation marks are the writer's own words, or those of a broken quotation
_NOT_REPORTED = frozenset({"i", "we", "you"})
_WH = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which"})
_REPORTED_PASSIVE = frozenset(
    {
        "say",
        "believe",
        "think",
        "expect",
        "report",
        "allege",
        "know",
        "understand",
        "consider",
        "rumor",
        "rumour",
        "suppose",
        "presume",
        "assume",
        "fear",
        "predict",
    }
)


def verb_drafts(reading: Reading) -> Iterator[Draft]:
    """A draft for every verb of the lists that has content by one of its frames. Quotations are bound elsewhere."""
    for token in reading.doc:
        if token.pos_ not in ("VERB", "AUX") or reading.quoted[token.i] >= 0:
            continue
        frames = frames_of(reading, token)
        if not frames:
            continue
        draft = _draft(reading, token, frames)
        if draft is not None:
            yield draft


def frames_of(reading: Reading, verb: Token) -> dict[str, CueClass]:
    """The frames of `verb`, looked up with its particle first."""
    lemma = verb.lemma_.lower()
    if lemma not in reading.cues.verbs and verb.tag_ in ("VBG", "VBD", "VBN") and f"{lemma}e" in reading.cues.verbs:
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
    return reading.cues.verbs.get(lemma, {})


def source_of(reading: Reading, verb: Token) -> Token | None:
    """The head of the source: the subject, the agent of a passive, or who "was quoted as" saying."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ == "as" and head.head.lemma_ in ("quote", "cite", "describe"):
        quoter = head.head
        return next((child for child in quoter.children if child.dep_ in ("nsubjpass", "dobj")), None)
    if is_passive(verb):
        return agent(verb)
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl", "advcl") and not _own_subject(verb):
        return agent(verb)
    return subject(verb) or _noun_before(verb)


def _noun_before(verb: Token) -> Token | None:
    """The noun phrase right before a finite verb of saying that the parse left without a subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or any(child.dep_ in _SUBJECTS for child in verb.children):
        return None
    at = verb_group(verb)[0] - 1
    while at > verb.sent.start and (verb.doc[at].text == "," or verb.doc[at].pos_ == "ADV"):
        at -= 1
    token = verb.doc[at]
    if token.pos_ not in ("NOUN", "PROPN", "PRON") or at < verb.sent.start:
        return None
    for _ in range(_STEPS):
        if token.head.pos_ not in ("NOUN", "PROPN", "ADP") or token.head.i > verb.i or token.head == token:
            break
        token = token.head
    return token if token.pos_ in ("NOUN", "PROPN", "PRON") else None


def _tail_source(reading: Reading, verb: Token, frames: dict[str, CueClass]) -> Token | None:
    """The speaker of the reported words that a participle such as ", adding that …" goes on with, or None."""
    if "tail" not in frames or verb.tag_ != "VBG" or verb.i == 0 or verb.doc[verb.left_edge.i - 1].text != ",":
        return None
    current, best = verb, None
    for _ in range(_STEPS):
        head = current.head
        if head == current:
            break
        if current.dep_ == "ccomp" and "q" in frames_of(reading, head):
            best = subject(head) or best
        current = head
    return best


def _own_subject(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" for child in verb.children)


def _draft(reading: Reading, verb: Token, frames: dict[str, CueClass]) -> Draft | None:
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not _own_subject(verb))
    found = _passive_content(verb, frames) if passive else _content(reading, verb, frames)
    if not passive and "that" in frames and frames["that"] == "speech" and (found is None or found[0] == "np"):
        before = tag_content(reading, verb, source_of(reading, verb))
        if before is not None and _closes(reading, verb) and _finite(reading, before):
            found = "that", [before], verb.i + 1
    if found is None:
        return None
    frame, pieces, cue_end = found
    kind = frames.get(frame) or next(iter(frames.values()))
    source = _tail_source(reading, verb, frames) or source_of(reading, verb)
    if source is not None and reading.quoted[source.i] >= 0:
        source = None
    if source is not None and source.i in (verb.i, verb.head.i if verb.dep_ == "conj" else -1):
        source = None
    sort = reading.kind_of(antecedent(source)) if source is not None else "other"
    if not _plausible(verb, frame, kind, source, sort, passive):
        return None
    if kind == "evidence":
        kind = "speech" if sort != "other" else "belief"
    group = verb_group(verb)
    cue = (group[0], max(group[1], cue_end))
    if kind == "speech":
        cue = (cue[0], medium_end(verb, cue[1]))
    phrase = noun_phrase(source, outside=range(*cue)) if source is not None else None
    if frame == "that" and not passive:
        pieces = _around_tag(reading, verb, source, pieces)
        if not pieces:
            return None
    pieces = [_reach(reading, verb, frame, _in_sentence(reading, verb, piece)) for piece in pieces]
    pieces = [piece for part in pieces for piece in clean(reading, part)]
    pieces = subtract(pieces, cue)
    if phrase is not None and not passive:
        pieces = subtract(pieces, phrase)
    content = [reading.chars(*piece) for piece in pieces if has_word(reading, piece)]
    if not content or sum(end - start for start, end in pieces) > MAX_CONTENT:
        return None
    negated = any(child.dep_ == "neg" for child in verb.children) and kind == "speech"
    if any(child.dep_ == "aux" and child.lower_ in ("will", "’ll", "'ll", "shall") for child in verb.children):
        kind = "intention" if kind == "speech" else kind
    return Draft(
        rule=f"verb:{frame}" + (":passive" if passive else ""),
        kind=kind,
        cue_token=verb.i,
        cue=reading.chars(*cue),
        source=phrase,
        source_head=source.i if source is not None else None,
        content=content,
        denial=("deny" in frames) != negated,
    )


def _closes(reading: Reading, verb: Token) -> bool:
    """Whether the clause of the cue says nothing more: a comma or the sentence's end follows, or when and where."""
    doc, end = reading.doc, verb_group(verb)[1]
    if end >= len(doc) or doc[end].text in (".", ",", ";", "—", "–") or doc[end].is_space:
        return True
    return doc[end].ent_type_ in ("DATE", "TIME") or doc[end].dep_ in ("nsubj", "npadvmod", "prep", "compound", "det")


def _finite(reading: Reading, piece: Range) -> bool:
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in reading.doc[piece[0] : piece[1]])


def _plausible(verb: Token, frame: str, kind: CueClass, source: Token | None, sort: str, passive: bool) -> bool:
    """Whether a source of this sort can be behind such a cue."""
    if source is None:
        return passive and frame not in ("np", "call", "ing")
    if kind in ("belief", "intention") and source.lower_ in _NOT_REPORTED:
        return False
    if frame == "that":
        return sort != "other" or kind in ("speech", "evidence") or source.pos_ != "PRON"
    if frame == "to":
        return sort != "other" or source.pos_ != "PRON"
    if kind == "evidence":
        return sort != "person" or verb.lemma_ in ("reveal", "find", "suggest", "demonstrate")
    if kind == "manner":
        return False
    return sort == "person" or (sort == "document" and kind != "belief")


def _content(reading: Reading, verb: Token, frames: dict[str, CueClass]) -> tuple[str, list[Range], int] | None:
    """The first frame of `verb` that the sentence fills: its name, the content, and where the cue ends."""
    children = list(verb.children)
    objects = [child for child in children if child.dep_ in ("dobj", "dative") and child.i > verb.i]
    for child in children:
        if child.dep_ not in ("ccomp", "xcomp", "advcl") or child.pos_ not in (
            "VERB",
            "AUX",
            "ADJ",
            "NOUN",
            "ADV",
            "PROPN",
        ):
            continue
        found = _clause(verb, child, objects, frames)
        if found is not None:
            return found
    around = _around(verb, children, frames)
    if around is not None:
        return around
    fronted = any(child.dep_ == "dobj" and child.tag_ in ("WDT", "WP") for child in children)
    if (objects or fronted) and ("as" in frames or "call" in frames):
        tail = [
            child
            for child in children
            if (child.dep_ == "prep" and child.lower_ == "as" and "as" in frames)
            or (
                child.dep_ in ("oprd", "xcomp", "advcl", "attr", "acomp")
                and child.i > (objects[0].i if objects else verb.i)
            )
        ]
        if tail:
            frame = "as" if "as" in frames else "call"
            opening = objects[0].left_edge.i if objects else tail[0].left_edge.i
            return frame, [(opening, tail[0].right_edge.i + 1)], verb.i + 1
    if "call" in frames:
        predicate = [child for child in children if child.dep_ in ("oprd", "ccomp", "xcomp") and child.i > verb.i]
        if predicate:
            return "call", [subtree(predicate[0])], verb.i + 1
    for child in children:
        if child.dep_ != "prep" or child.i < verb.i:
            continue
        frame = f"+{child.lower_}"
        if objects and f"np{frame}" in frames:
            return f"np{frame}", [subtree(objects[0]), subtree(child)], verb.i + 1
        if frame in frames and not objects:
            beside = child.i if child.i == verb_group(verb)[1] else verb.i
            return frame, [(child.i + 1, child.right_edge.i + 1)], beside + 1
    direct = [child for child in objects if child.dep_ == "dobj"]
    if direct and "np" in frames and (direct[0].pos_ != "PRON" or frames["np"] in ("belief", "intention")):
        return "np", [subtree(direct[0])], verb.i + 1
    return None


def _clear(verb: Token, child: Token, frames: dict[str, CueClass]) -> tuple[str, list[Range], int] | None:
    """What "made (it) clear that …" makes clear."""
    if child.lower_ != "clear" or "that" not in frames or verb.lemma_ != "make":
        return None
    for clause in (*child.children, *verb.children):
        if clause.i > child.i and clause.dep_ in ("ccomp", "acl", "advcl", "xcomp") and clause.pos_ in ("VERB", "AUX"):
            return "that", [subtree(clause)], child.i + 1
    return None


def _clause(
    verb: Token, child: Token, objects: list[Token], frames: dict[str, CueClass]
) -> tuple[str, list[Range], int] | None:
    clear = _clear(verb, child, frames)
    if clear is not None:
        return clear
    own = {grandchild.dep_: grandchild for grandchild in child.children}
    infinitive = next((g for g in child.children if g.dep_ == "aux" and g.lower_ == "to"), None)
    opening = own.get("mark")
    if infinitive is not None and opening is not None and opening.lower_ == "for" and "+for" in frames:
        return (
            "+for",
            [(opening.i + 1, child.right_edge.i + 1)],
            opening.i + 1 if opening.i == verb.i + 1 else verb.i + 1,
        )
    if infinitive is not None and child.dep_ in ("xcomp", "advcl") and "rcpt" in frames:
        asked = next((g for g in verb.children if g.dep_ == "prep" and g.lower_ == "on" and g.i == verb.i + 1), None)
        if asked is not None:
            return "rcpt", [(infinitive.i, child.right_edge.i + 1)], asked.i + 1
    if child.dep_ == "advcl":
        marker = own.get("mark")
        if marker is None or marker.lower_ not in ("that", "whether") or "that" not in frames:
            return None
    if infinitive is not None:
        if "to" in frames and child.dep_ != "advcl":
            return "to", [subtree(child)], verb.i + 1
        if "rcpt" in frames and (objects or "nsubj" in own):
            return "rcpt", [(infinitive.i, child.right_edge.i + 1)], verb.i + 1
        wh = any(g.lower_ in _WH for g in child.lefts)
        return ("that", [subtree(child)], verb.i + 1) if wh and "that" in frames else None
    finite = any(dep in own for dep in ("nsubj", "nsubjpass", "expl", "csubj"))
    if child.dep_ in ("ccomp", "advcl") and "that" in frames and (finite or child.tag_ in ("VBD", "VBZ", "VBP")):
        bare = (
            finite
            and not any(g.dep_ in ("aux", "mark", "auxpass") for g in child.children)
            and child.tag_ in ("VB", "VBN", "NN", "NNP", "JJ", "VBG")
        )
        if bare and "call" in frames:
            return "call", [subtree(child)], verb.i + 1
        return "that", [subtree(child)], verb.i + 1
    if child.dep_ == "xcomp" and child.tag_ == "VBG" and "ing" in frames:
        return "ing", [subtree(child)], verb.i + 1
    if child.dep_ == "ccomp" and frames.get("np") == "evidence" and child.i > verb.i:
        return "np", [subtree(child)], verb.i + 1  # "the poll shows Díaz leading"
    return None


def _around(verb: Token, children: list[Token], frames: dict[str, CueClass]) -> tuple[str, list[Range], int] | None:
    """The clause that a parenthetical cue stands in ("the talks, he said, had failed"; "as he put it")."""
    if "that" not in frames or verb.dep_ not in ("parataxis", "advcl", "ccomp", "dep"):
        return None
    host = verb.head
    if host.pos_ not in ("VERB", "AUX"):
        return None
    marker = next((child for child in children if child.dep_ in ("mark", "advmod") and child.i < verb.i), None)
    as_clause = marker is not None and marker.lower_ == "as"
    bare = not any(child.dep_ == "mark" for child in children) and verb.dep_ != "advcl" and _own_subject(verb)
    if not (as_clause or (bare and verb.i > host.left_edge.i)):
        return None
    own = subtree(verb)
    if not as_clause and verb.dep_ == "ccomp" and verb.i > host.i and verb.doc[own[0] - 1].text != ",":
        return None
    return "that", subtract([subtree(host)], own), verb.i + 1


def _passive_content(verb: Token, frames: dict[str, CueClass]) -> tuple[str, list[Range], int] | None:
    """What "is said to …", "was told that …", "was criticised by …" hold."""
    subjects = [child for child in verb.children if child.dep_ == "nsubjpass" and child.pos_ != "PRON"]
    held = [subtree(subjects[0])] if subjects else []
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "xcomp" and verb.lemma_ in _REPORTED_PASSIVE:
            return "to", [*held, subtree(child)], verb.i + 1
        if child.dep_ == "xcomp" and "rcpt" in frames:
            return "rcpt", [subtree(child)], verb.i + 1
        if child.dep_ == "ccomp" and "that" in frames:
            return "that", [subtree(child)], verb.i + 1
        if child.dep_ == "prep" and f"np+{child.lower_}" in frames:
            return f"np+{child.lower_}", [*held, subtree(child)], verb.i + 1
        if child.dep_ == "prep" and child.lower_ == "as" and "as" in frames:
            return "as", [*held, subtree(child)], verb.i + 1
        if child.dep_ == "prep" and f"+{child.lower_}" in frames and child.right_edge.i > child.i:
            return f"+{child.lower_}", [(child.i + 1, child.right_edge.i + 1)], child.i + 1
    if held and "np" in frames and agent(verb) is not None:
        return "np", held, verb.i + 1
    return None


def medium_end(verb: Token, end: int) -> int:
    """The end of the cue with the medium that follows it ("said in a statement"); `end` where none does."""
    doc = verb.doc
    if end >= len(doc) or doc[end].lower_ not in ("in", "on", "during", "via") or doc[end].dep_ != "prep":
        return end
    noun = next((child for child in doc[end].children if child.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in load_cues().media or noun.i - end > 5:
        return end
    return noun.i + 1


def _around_tag(reading: Reading, verb: Token, source: Token | None, pieces: list[Range]) -> list[Range]:
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
    right = [piece for piece in kept if piece[0] > verb.i]
    end = verb_group(verb)[1]
    inserted = end < len(doc) and doc[end].text == "," and (_finite(reading, before) or before[1] - before[0] >= LONG)
    if right and not left and not (inserted or doc[before[0]].lower_ in ("if", "unless")):
        return right
    return [before, *right]


def _joined(reading: Reading, verb: Token, source: Token | None, piece: Range) -> bool:
    """Whether content before the cue stands right before it, or the cue is an "as" clause ("as the envoy put it")."""
    if any(child.lower_ == "as" and child.dep_ in ("mark", "advmod") for child in verb.children):
        return True
    if piece[1] > verb.i:
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
    start = at
    opening = reading.sentences.start(doc[first].idx)
    while start > 0 and doc[start - 1].idx >= opening:
        start -= 1
        token = doc[start]
        if at - start > MAX_CONTENT or (
            token.pos_ == "VERB" and reading.quoted[start] < 0 and "q" in frames_of(reading, token)
        ):
            return None
    return (start, at) if at - start >= 2 else None


def _in_sentence(reading: Reading, verb: Token, piece: Range) -> Range:
    """`piece` cut where another sentence starts in it, outside quotation marks: the parse may join two."""
    start, end = piece
    if start <= verb.i:
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


def _reach(reading: Reading, verb: Token, frame: str, piece: Range) -> Range:
    """`piece` as far as its sentence goes on: a parse that cuts a clause short of the next comma is mended."""
    doc, (start, end) = reading.doc, piece
    if start <= verb.i or frame not in REACHING:
        return piece
    sentence_end = min(doc[verb.i].sent.end, start + MAX_CONTENT)
    while end < sentence_end:
        token = doc[end]
        if token.is_punct or token.is_space or token.dep_ == "cc" or token.pos_ == "CCONJ" or token.i == verb.i:
            break
        if token.dep_ == "nsubj" or reading.quoted[end] >= 0:
            break
        end = max(end + 1, min(token.right_edge.i + 1, sentence_end))
    if frame == "that":
        end = _rest(reading, verb, _aside(reading, start, end), sentence_end)
    return start, end


def _aside(reading: Reading, start: int, end: int) -> int:
    """`end`, or where an aside of the reporter's begins that closes the sentence: ", which …", ", citing …".

    "They announced a pause, which surprised the market": it is not sure that this was said, so it is left out.
    """
    doc = reading.doc
    for i in range(end - 1, start + 1, -1):
        token = doc[i]
        if doc[i - 1].text != "," or reading.quoted[i] >= 0:
            continue
        head = token if token.tag_ == "VBG" else token.head
        closes = head.right_edge.i >= end - 2
        aside = (
            (token.lower_ == "which" and head.dep_ == "relcl")
            or (token.tag_ == "VBG" and token.dep_ == "advcl" and "tail" in frames_of(reading, token))
            or _names_the_words(reading, token)
        )
        if aside and closes:
            return _aside(reading, start, i - 1) if i - 1 > start + 2 else i - 1
    return end


def _names_the_words(reading: Reading, token: Token) -> bool:
    """Whether an apposition starts at `token` that names what was said ("…, a demand that …", "…, a claim …")."""
    if token.lower_ not in ("a", "an") or token.head.pos_ != "NOUN":
        return False
    noun = token.head
    return noun.lemma_.lower() in reading.cues.nouns and any(
        child.dep_ in ("relcl", "acl") and child.i > noun.i for child in noun.children
    )


def _rest(reading: Reading, verb: Token, end: int, sentence_end: int) -> int:
    """`end`, or the sentence's end where what follows a comma or colon goes on with the words reported: a reason, an
    example, an apposition, or "but it …" with a pronoun that takes up their subject. Nothing that holds another cue."""
    doc = reading.doc
    if end + 2 >= sentence_end or doc[end].text not in (",", ":") or reading.quoted[end] >= 0:
        return end
    rest = doc[end + 1 : sentence_end]
    if any("q" in frames_of(reading, token) for token in rest if token.pos_ == "VERB"):
        return end
    first, second = rest[0], rest[1]
    goes_on = first.lower_ in _GOING_ON or doc[end].text == ":"
    if first.dep_ == "cc" and first.head.i == verb.i:
        subject_again = second.tag_ == "PRP" or (second.tag_ == "EX")
        goes_on = subject_again and second.dep_ in ("nsubj", "nsubjpass", "expl")
    return sentence_end if goes_on else end


def clean(reading: Reading, piece: Range) -> list[Range]:
    """One piece of content without a leading "that" and without punctuation at its ends."""
    doc = reading.doc
    start, end = reading.trimmed(*piece)
    if start < end and doc[start].lower_ == "that" and doc[start].dep_ == "mark":
        start, end = reading.trimmed(start + 1, end)
    return [(start, end)] if start < end else []


def has_word(reading: Reading, piece: Range) -> bool:
    return any(token.is_alpha or token.like_num for token in reading.doc[piece[0] : piece[1]])
