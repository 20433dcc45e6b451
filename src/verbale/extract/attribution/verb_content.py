"""What a verb of saying governs: the clause, noun or words that tell what is said, and how far these reach."""

from verbale.extract.attribution.cues import CueClass
from verbale.extract.attribution.draft import Chars, Reading, subtract
from verbale.extract.attribution.extents import MAX_CONTENT, clean, finite, has_word, in_sentence, reach
from verbale.extract.attribution.frames import Filled, content_of
from verbale.extract.attribution.grammar import Range
from verbale.extract.attribution.inserted import reports
from verbale.extract.attribution.misjoined import misjoined_clause
from verbale.extract.attribution.passives import passive_content_of
from verbale.extract.attribution.sources import source_of
from verbale.extract.attribution.tags import alone, around_tag, closes, loose_content, tag_content
from verbale.extract.attribution.utterances import quotation_after
from verbale.language.parse import Token


def governed(reading: Reading, verb: Token, frames: dict[str, CueClass], passive: bool) -> Filled | None:
    """The frame of `verb` that is filled, the pieces that fill it, and where the cue ends; None where none is."""
    if passive:
        return passive_content_of(verb, frames)
    found = content_of(reading, verb, frames)
    if (found is None or found[0] == "np") and frames.get("that") == "speech":
        clause = misjoined_clause(reading, verb)
        found = ("that", [clause], verb.i + 1) if clause is not None else found
    return _beside(reading, verb, found) if reports(frames) and _unfilled(reading, verb, found) else found


def _beside(reading: Reading, verb: Token, found: Filled | None) -> Filled | None:
    """What stands before a tag ("…, the minister says") or loose beside it, where `found` tells nothing said."""
    teller = source_of(reading, verb)
    before = tag_content(reading, verb, teller)
    closed = before is not None and closes(reading, verb)
    if before is not None and closed and (finite(reading, before) or alone(reading, verb, teller, before)):
        return "that", [before], verb.i + 1
    if found is not None:
        return found
    loose = loose_content(reading, verb, teller)
    return ("that", loose, verb.i + 1) if loose else None


def _unfilled(reading: Reading, verb: Token, found: Filled | None) -> bool:
    """Whether what a verb of saying governs does not tell what was said: nothing, or a day that the parse takes for its
    object; and no "that" follows it."""
    if found is not None and (found[0] != "np" or reading.doc[found[1][0][1] - 1].ent_type_ not in ("DATE", "TIME")):
        return False
    following = reading.doc[verb.i + 1 : min(verb.i + 9, verb.sent.end)]
    return not any(token.lower_ == "that" and token.dep_ == "mark" for token in following)


def is_of_another(reading: Reading, piece: Range) -> bool:
    """Whether the clause `piece` completes a noun of saying before it that is no medium of the cue's."""
    doc, at = reading.doc, piece[0]
    noun = doc[at - 1]
    words = noun.lemma_.lower()
    told = words in reading.cues.nouns and (words not in reading.cues.media or noun.head.lower_ == "to")
    return doc[at].lower_ == "that" and noun.dep_ == "pobj" and told


def put_words(reading: Reading, verb: Token, end: int) -> Chars | None:
    """The quotation right after "as an envoy put it,", or None."""
    put = verb.lemma_.lower() in ("put", "phrase") and verb.dep_ != "ROOT"
    return quotation_after(reading, end) if put else None


def reaching(
    reading: Reading, verb: Token, frame: str, pieces: list[Range], source: Token | None, passive: bool
) -> list[Range]:
    """`pieces` as far as their sentence goes on with them, in parts without asides and other cues; none where all was
    part of a tag."""
    if frame == "that" and not passive:
        pieces = around_tag(reading, verb, source, [_reopened(verb, piece) for piece in pieces])
    pieces = [reach(reading, verb, frame, in_sentence(reading, verb, piece)) for piece in pieces]
    return [piece for part in pieces for piece in clean(reading, part)]


def content_chars(reading: Reading, pieces: list[Range], *outside: Range | None) -> list[Chars]:
    """The characters of `pieces` without what stands `outside` the content (cue, source); none where they hold too much
    to be what somebody said."""
    for hole in outside:
        pieces = subtract(pieces, hole) if hole is not None else pieces
    if sum(end - start for start, end in pieces) > MAX_CONTENT:
        return []
    return [reading.chars(*piece) for piece in _adjacent(pieces) if has_word(reading, piece)]


def _reopened(verb: Token, piece: Range) -> Range:
    """`piece` from the "that" on which stands before it after an aside ("warned, as did the army, that …")."""
    between = verb.doc[verb.i + 1 : piece[0]]
    opening = next((token for token in between if token.lower_ == "that" and token.nbor(-1).text == ","), None)
    return (opening.i, piece[1]) if opening is not None and opening.dep_ == "mark" else piece


def _adjacent(pieces: list[Range]) -> list[Range]:
    """`pieces` with those joined that follow on each other ("Egypt" and "of asking for a veto")."""
    found: list[Range] = []
    for start, end in pieces:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
