"""Verbs as cues: who says, believes or intends what, from the source of a verb and the frame that holds its content."""

from collections.abc import Iterator

from verbale.extract.attribution.cues import CueClass, load_cues
from verbale.extract.attribution.cuespans import cue_span
from verbale.extract.attribution.draft import Chars, Draft, Reading, subtract
from verbale.extract.attribution.extents import (
    MAX_CONTENT,
    clean,
    finite,
    has_word,
    in_sentence,
    reach,
)
from verbale.extract.attribution.frames import Filled, content_of
from verbale.extract.attribution.grammar import (
    Range,
    agent,
    antecedent,
    asserted,
    is_passive,
    noun_phrase,
    subject,
    verb_group,
)
from verbale.extract.attribution.inserted import Inserted, closing_tag, inserted_tag, reports
from verbale.extract.attribution.misjoined import misjoined_clause
from verbale.extract.attribution.openings import opening_of
from verbale.extract.attribution.passives import passive_content_of
from verbale.extract.attribution.sources import frames_of, issuing, own_subject, source_of, tail_source
from verbale.extract.attribution.tags import alone, around_tag, closes, loose_content, says_it_again, tag_content
from verbale.extract.attribution.utterances import quotation_after
from verbale.language.parse import Token


def verb_drafts(reading: Reading) -> Iterator[Draft]:
    """A draft for every verb of the lists that has content by one of its frames. Quotations are bound elsewhere."""
    for token in reading.doc:
        if reading.quoted[token.i] >= 0 or not (token.pos_ in ("VERB", "AUX") or _mistaken(token)):
            continue
        frames = frames_of(reading, token)
        if not frames:
            continue
        draft = _draft(reading, token, frames)
        if draft is not None:
            yield draft


def _draft(reading: Reading, verb: Token, frames: dict[str, CueClass]) -> Draft | None:
    passive = is_passive(verb) or _reduced(verb)
    if passive and verb.lower_ in reading.cues.adjectives and agent(verb) is None:
        return None  # "are convinced that …" says what they think, not what they were told
    if says_it_again(verb) or ("decree" in frames and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl")):
        return None
    parted = inserted_tag(reading, verb, frames)
    if parted is not None:
        return _parted(reading, verb, frames, parted)
    found = passive_content_of(verb, frames) if passive else content_of(reading, verb, frames)
    if (found is None or found[0] == "np") and not passive and frames.get("that") == "speech":
        clause = misjoined_clause(reading, verb)
        found = ("that", [clause], verb.i + 1) if clause is not None else found
    if not passive and reports(frames) and _unfilled(reading, verb, found):
        teller = source_of(reading, verb)
        before = tag_content(reading, verb, teller)
        closed = before is not None and closes(reading, verb)
        if before is not None and closed and (finite(reading, before) or alone(reading, verb, teller, before)):
            found = "that", [before], verb.i + 1
        elif found is None:
            loose = loose_content(reading, verb, teller)
            found = ("that", loose, verb.i + 1) if loose else None
    tagged = found is not None and not passive and any(piece[0] < verb.i for piece in found[1])
    saying = _saying(verb) if found is not None and found[0] == "as" else None
    if saying is not None and passive:
        return _quoted_by(reading, verb)  # "was quoted as saying" is one cue, that of "saying"
    if saying is not None and not any(child.dep_ in ("ccomp", "dobj", "xcomp") for child in saying.children):
        return None  # "“…,” Xinhua quoted him as saying": all that was said is quoted
    if found is None:
        closing = closing_tag(reading, verb, frames) if not passive else None
        return _parted(reading, verb, frames, closing) if closing is not None else None
    frame, pieces, cue_end = found
    kind: CueClass = frames[frame] if frame in frames else next(iter(frames.values()))
    source = agent(verb) if passive else tail_source(reading, verb, frames) or source_of(reading, verb)
    if passive and source is None and frame in ("call", "as"):
        source, pieces = _judge_within(reading, verb, pieces)
    opening = opening_of(verb)
    if opening is not None and opening.lets:
        source, kind = subject(opening.verb), "speech"  # "let it be known that …"
    if source is not None and reading.quoted[source.i] >= 0:
        source = None
    if source is not None and source.i in (verb.i, verb.head.i if verb.dep_ == "conj" else -1):
        source = None
    if source is not None and _nobody(verb, source):
        return None
    sort = _sort(reading, source)
    if sort == "other" and source is not None:
        source = _after_topic(reading, source) or source
        sort = _sort(reading, source)
    if tagged and sort == "other" and "q" not in frames:
        return None  # "…, unrest is spreading"
    if frame == "that" and any(_of_another(reading, piece) for piece in pieces if piece[0] > verb.i + 1):
        return None  # "responded to reports that …": what the reports say
    if not _plausible(verb, frame, kind, source, sort, passive):
        return None
    if frame == "call" and any(child.lower_ == "what" for child in verb.children):
        kind = "belief"  # "what officials call “proximity talks”": a name, not words said
    if kind == "topic" and reading.doc[pieces[0][0]].lower_ in ("whether", "if", "why", "how"):
        kind = "speech"  # "asked them about whether …": a question is words
    if kind == "belief" and verb.lemma_ == "find" and sort == "document" and frame == "that":
        kind = "speech"  # "the audit found that …": it says so
    if kind == "evidence":
        kind = "speech" if sort != "other" else "belief"
    if kind == "speech" and any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.children):
        return None  # "if the minister says no": nothing was said yet
    unsaid = opening is not None and opening.denies
    cue = cue_span(reading, verb, source, cue_end, says=kind == "speech")
    outside = {
        *range(*cue),
        *(i for piece in pieces for i in range(*piece) if passive and (frame == "as" or "np+" in frame)),
    }
    phrase = noun_phrase(source, outside=outside) if source is not None else None
    if kind != "speech" and not asserted(issuing(reading, verb) or (opening.verb if opening is not None else verb)):
        return None
    words = _put_words(reading, verb, cue[1]) if verb.lemma_.lower() in ("put", "phrase") else None
    if frame == "that" and not passive:
        pieces = [_reopened(verb, piece) for piece in pieces]
        pieces = around_tag(reading, verb, source, pieces)
        if not pieces:
            return None
    pieces = [reach(reading, verb, frame, in_sentence(reading, verb, piece)) for piece in pieces]
    pieces = [piece for part in pieces for piece in clean(reading, part)]
    pieces = subtract(pieces, cue)
    if phrase is not None and not passive:
        pieces = subtract(pieces, phrase)
    content = [reading.chars(*piece) for piece in _adjacent(pieces) if has_word(reading, piece)]
    content = [words] if words is not None else content
    if not content or sum(end - start for start, end in pieces) > MAX_CONTENT:
        return None
    if (
        ((frame in ("np", "ing") and kind == "speech") or "words" in frames)
        and "deny" not in frames
        and (unsaid or any(c.dep_ == "neg" for c in verb.children))
    ):
        return None  # "did not mention the word": nothing was said
    if (
        passive
        and source is None
        and ((frame.startswith("+") and kind == "speech") or (frame in ("np+with", "np+to") and "that" not in frames))
    ):
        return None  # "nothing was said of the prisoners", "is often compared with": nobody says anything
    if passive and source is None and frame == "as" and kind == "speech":
        kind = "belief"  # "was hailed as a breakthrough": nobody's words
    if (passive and source is None and verb.lemma_ == "ask") or (frame == "that" and _mandative(verb, frames)):
        kind = "intention"  # "asked whether he would sign": somebody wanted to know
    negated = unsaid or (any(child.dep_ == "neg" for child in verb.children) and kind == "speech")
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
        direct=words is not None,
    )


def _judge_within(reading: Reading, verb: Token, pieces: list[Range]) -> tuple[Token | None, list[Range]]:
    """Who judges in "is seen as a threat by both armies", where the parse gave "by …" to the threat, and `pieces`
    without it."""
    start, end = pieces[-1]
    by = next((t for t in reading.doc[max(start, verb.i) + 1 : end] if t.lower_ == "by" and t.dep_ == "prep"), None)
    noun = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    if by is None or noun is None or noun.right_edge.i + 1 < end or reading.kind_of(noun) != "person":
        return None, pieces
    return noun, [*pieces[:-1], (start, by.i)]


def _put_words(reading: Reading, verb: Token, end: int) -> Chars | None:
    """The quotation right after "as an envoy put it,", or None."""
    return quotation_after(reading, end) if verb.dep_ != "ROOT" else None


def _parted(reading: Reading, verb: Token, frames: dict[str, CueClass], tag: Inserted) -> Draft | None:
    """The draft of a tag that parts a subject from its verb."""
    before = tag_content(reading, verb, tag.source, tag.comma)
    if before is None or reading.quoted[tag.comma] >= 0:
        return None
    if tag.rest[0] == tag.rest[1] and not finite(reading, before):
        return None
    group = verb_group(verb)
    pieces = [piece for part in (before, tag.rest) for piece in clean(reading, part)]
    return Draft(
        rule="verb:that:inserted",
        kind=frames["that"],
        cue_token=verb.i,
        cue=reading.chars(*group),
        source=reading.trimmed(*tag.speaker),
        source_head=tag.source.i,
        content=[reading.chars(*piece) for piece in pieces],
        denial="deny" in frames,
    )


def _reopened(verb: Token, piece: Range) -> Range:
    """`piece` from the "that" on which stands before it after an aside ("warned, as did the army, that …")."""
    between = verb.doc[verb.i + 1 : piece[0]]
    opening = next((token for token in between if token.lower_ == "that" and token.nbor(-1).text == ","), None)
    return (opening.i, piece[1]) if opening is not None and opening.dep_ == "mark" else piece


def _after_topic(reading: Reading, noun: Token) -> Token | None:
    """The people whom the parse makes part of the topic before them ("Regarding the raids, Burhan agreed to talk")."""
    for token in noun.subtree:
        first = token.left_edge.i
        named = token.ent_type_ == "PERSON" and token.dep_ in ("conj", "appos", "nsubj") and token.i > noun.i
        if named and reading.doc[first - 1].text == "," and not reading.doc[noun.left_edge.i].is_sent_start:
            return token
    return None


def _of_another(reading: Reading, piece: Range) -> bool:
    """Whether the clause `piece` completes a noun of saying before it that is no medium of the cue's."""
    doc, at = reading.doc, piece[0]
    noun = doc[at - 1]
    words = noun.lemma_.lower()
    told = words in reading.cues.nouns and (words not in reading.cues.media or noun.head.lower_ == "to")
    return doc[at].lower_ == "that" and noun.dep_ == "pobj" and told


def _mistaken(token: Token) -> bool:
    """Whether the tagger took a verb for a noun ("a third say the road is shut"): it heads a sentence and a clause."""
    if token.tag_ != "NN" or token.dep_ != "ROOT" or token.lower_ not in ("say", "report", "claim", "write"):
        return False
    return any(child.dep_ == "ccomp" for child in token.children)


def _nobody(verb: Token, source: Token) -> bool:
    """Whether what stands where the speaker should is nobody: a pronoun for a fact, taken from another verb ("It means
    admitting that …"), or part of an idiom ("That said, …", "All told, …")."""
    if source.lower_ in ("it", "this", "that", "these") and source.head != verb and source.tag_ not in ("WDT", "WP"):
        return source.head != verb.head or verb.dep_ != "conj"
    opens = source.i == source.sent.start and source.i + 1 == verb.i and verb.i + 1 < len(verb.doc)
    return opens and source.lower_ in ("that", "all") and verb.nbor(1).text == ","


def _adjacent(pieces: list[Range]) -> list[Range]:
    """`pieces` with those joined that follow on each other ("Egypt" and "of asking for a veto")."""
    found: list[Range] = []
    for start, end in pieces:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _reduced(verb: Token) -> bool:
    """Whether a participle stands for a passive: "told of the plan, …", "When asked whether …, he said"."""
    asked = verb.lemma_ == "ask" and verb.tag_ in ("VBD", "VBN")
    if asked and verb.dep_ in ("acl", "advcl") and verb.i and verb.nbor(-1).text == ",":
        return True  # "The envoy, asked about the port, replied that …"
    if own_subject(verb):
        return False
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl"):
        return True
    opens = verb.is_sent_start or verb.doc[verb.i - 1].lower_ in ("when", "if")
    return asked and bool(opens)


def _mandative(verb: Token, frames: dict[str, CueClass]) -> bool:
    """Whether the clause under `verb` says what shall be done, in a bare infinitive: "asked that his name be left out",
    "insisted that he go"."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i]
    if not clauses or "intention" not in frames.values():
        return False
    parts = {child.dep_: child for child in clauses[0].children}
    first = next((child for child in clauses[0].children if child.dep_ in ("aux", "auxpass")), clauses[0])
    own = parts.get("nsubj") or parts.get("nsubjpass")
    bare = first.tag_ == "VB" or (first.tag_ == "VBP" and own is not None and own.tag_ in ("NN", "NNP"))
    return "mark" in parts and parts["mark"].lower_ == "that" and bare and first.lower_ not in ("to", "have")


def _saying(verb: Token) -> Token | None:
    """The "saying" of "was quoted as saying"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            said = next((part for part in child.children if part.dep_ == "pcomp"), None)
            return said if said is not None and "that" in load_cues().verbs.get(said.lemma_.lower(), {}) else None
    return None


def _quoted_by(reading: Reading, verb: Token) -> Draft | None:
    """Who quotes in "X was quoted as saying … by Y": Y reports that X said so. None where the text does not tell."""
    saying = _saying(verb)
    by = [
        child
        for holder in (verb, saying)
        if holder is not None
        for child in holder.children
        if child.lower_ == "by" and child.dep_ in ("agent", "prep")
    ]
    source = next((noun for noun in by[0].children if noun.dep_ == "pobj"), None) if by else None
    if source is None or reading.kind_of(source) != "person":
        return None
    hole = (by[0].i, source.right_edge.i + 1)
    pieces = [reading.trimmed(*piece) for piece in subtract([(verb.sent.start, verb.right_edge.i + 1)], hole)]
    return Draft(
        rule="phrase:quoted_by",
        kind="speech",
        cue_token=by[0].i,
        cue=reading.chars(by[0].i, by[0].i + 1),
        source=noun_phrase(source),
        source_head=source.i,
        content=[reading.chars(*piece) for piece in pieces if piece[0] < piece[1]],
    )


def _sort(reading: Reading, source: Token | None) -> str:
    if source is None:
        return "other"
    return "person" if source.lower_ in ("who", "whom") else reading.kind_of(antecedent(source))


def _unfilled(reading: Reading, verb: Token, found: Filled | None) -> bool:
    """Whether what a verb of saying governs does not tell what was said: nothing, or a day that the parse takes for its
    object; and no "that" follows it."""
    if found is not None and (found[0] != "np" or reading.doc[found[1][0][1] - 1].ent_type_ not in ("DATE", "TIME")):
        return False
    following = reading.doc[verb.i + 1 : min(verb.i + 9, verb.sent.end)]
    return not any(token.lower_ == "that" and token.dep_ == "mark" for token in following)


def _plausible(verb: Token, frame: str, kind: CueClass, source: Token | None, sort: str, passive: bool) -> bool:
    """Whether a source of this sort can be behind such a cue."""
    if source is None:
        return passive and frame not in ("np", "ing") and kind != "topic"
    if source.lower_ == "you":
        return False
    if frame == "that":
        return sort != "other" or kind in ("speech", "evidence", "intention")  # no work or day sees or believes
    if kind == "topic" and sort == "other":
        return False
    if frame == "to" and source.lower_ == "it" and "q" not in load_cues().verbs.get(verb.lemma_.lower(), {}):
        asked = any(child.tag_ in ("WP", "WDT") for child in verb.children)  # "what it means to be free"
        return kind == "intention" and not asked  # "it hopes to open the port": a body; but "it threatens to rain"
    if frame == "to":
        return sort != "other" or source.pos_ != "PRON"
    if kind == "evidence":
        if verb.lemma_ == "find" and frame == "np":
            return sort == "document"  # "found a mechanic" says nothing
        return sort != "person" or verb.lemma_ in ("reveal", "find", "suggest", "demonstrate")
    if kind == "manner":
        return False
    return sort in ("person", "document")
