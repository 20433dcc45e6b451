"""Verbs as cues: who says, believes or intends what, from the verb's subject and the frame that holds the content."""

from collections.abc import Iterator

from spacy.tokens import Token

from verbale.extract.attribution.cues import CueClass
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
    for child in verb.children:
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
    return subject(verb)


def _own_subject(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" for child in verb.children)


def _draft(reading: Reading, verb: Token, frames: dict[str, CueClass]) -> Draft | None:
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not _own_subject(verb))
    found = _passive_content(verb, frames) if passive else _content(reading, verb, frames)
    if found is None:
        return None
    frame, pieces, cue_end = found
    kind = frames.get(frame) or next(iter(frames.values()))
    source = source_of(reading, verb)
    if source is not None and source.i in (verb.i, verb.head.i if verb.dep_ == "conj" else -1):
        source = None
    sort = reading.kind_of(antecedent(source)) if source is not None else "other"
    if not _plausible(verb, frame, kind, source, sort, passive):
        return None
    if kind == "evidence":
        kind = "speech" if sort != "other" else "belief"
    group = verb_group(verb)
    cue = (group[0], max(group[1], cue_end))
    phrase = noun_phrase(source, outside=range(*cue)) if source is not None else None
    pieces = [piece for part in pieces for piece in _clean(reading, part)]
    pieces = subtract(pieces, cue)
    if phrase is not None and not passive:
        pieces = subtract(pieces, phrase)
    content = [reading.chars(*piece) for piece in pieces if _has_word(reading, piece)]
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


def _plausible(verb: Token, frame: str, kind: CueClass, source: Token | None, sort: str, passive: bool) -> bool:
    """Whether a source of this sort can be behind such a cue."""
    if source is None:
        return passive and frame in ("that", "to") and verb.lemma_ in _REPORTED_PASSIVE
    if frame == "that":
        return sort != "other" or kind in ("speech", "evidence") or source.lower_ in ("it", "which", "that")
    if kind == "evidence":
        return sort == "document"
    if kind == "manner":
        return False
    return sort == "person" or (sort == "document" and kind == "speech")


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
    if objects and ("as" in frames or "call" in frames):
        tail = [
            child
            for child in children
            if (child.dep_ == "prep" and child.lower_ == "as" and "as" in frames)
            or (child.dep_ in ("oprd", "xcomp", "advcl", "attr", "acomp") and child.i > objects[0].i)
        ]
        if tail:
            frame = "as" if "as" in frames else "call"
            return frame, [(objects[0].left_edge.i, tail[0].right_edge.i + 1)], verb.i + 1
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
    if direct and "np" in frames and direct[0].pos_ != "PRON":
        return "np", [subtree(direct[0])], verb.i + 1
    return None


def _clause(
    verb: Token, child: Token, objects: list[Token], frames: dict[str, CueClass]
) -> tuple[str, list[Range], int] | None:
    own = {grandchild.dep_: grandchild for grandchild in child.children}
    infinitive = next((g for g in child.children if g.dep_ == "aux" and g.lower_ == "to"), None)
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
    subjects = [child for child in verb.children if child.dep_ == "nsubjpass"]
    for child in verb.children:
        if child.dep_ == "xcomp" and verb.lemma_ in _REPORTED_PASSIVE and child.i > verb.i:
            held = [subtree(subjects[0])] if subjects and subjects[0].pos_ != "PRON" else []
            return "to", [*held, subtree(child)], verb.i + 1
        if child.dep_ == "xcomp" and "rcpt" in frames and child.i > verb.i:
            return "rcpt", [subtree(child)], verb.i + 1
        if child.dep_ == "ccomp" and "that" in frames:
            return "that", [subtree(child)], verb.i + 1
    if subjects and "np" in frames and agent(verb) is not None:
        return "np", [subtree(subjects[0])], verb.i + 1
    return None


def _clean(reading: Reading, piece: Range) -> list[Range]:
    """One piece of content without a leading "that" and without punctuation at its ends."""
    doc = reading.doc
    start, end = reading.trimmed(*piece)
    if start < end and doc[start].lower_ == "that" and doc[start].dep_ == "mark":
        start, end = reading.trimmed(start + 1, end)
    return [(start, end)] if start < end else []


def _has_word(reading: Reading, piece: Range) -> bool:
    return any(token.is_alpha or token.like_num for token in reading.doc[piece[0] : piece[1]])
