"""That-clauses which the parse hangs on a noun beside the cue: "told donors at a meeting on 20 August that it needed as
much again" is no relative clause of "meeting"."""

from verbale.extract.attribution.draft import Reading
from verbale.extract.attribution.grammar import Range
from verbale.language.parse import Token

# How many words may stand between a cue and the "that" of its clause, and how deep a noun may hang below the cue.
_BETWEEN = 16
_DEEP = 6


def misjoined_clause(reading: Reading, verb: Token) -> Range | None:
    """The clause after "that" which `verb` reports, though the parse made it one of a noun under `verb`; None where
    another verb stands between, or the noun is one of saying that the clause may complete."""
    doc = reading.doc
    sentence_end = verb.sent.end
    for that in doc[verb.i + 1 : min(verb.i + 1 + _BETWEEN, sentence_end)]:
        if that.pos_ in ("VERB", "AUX") or that.text in (";", ":") or reading.quoted[that.i] >= 0:
            return None
        if that.lower_ != "that":
            continue
        clause = that.head
        own = [c for c in clause.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl") and c.i > that.i]
        if that.dep_ not in ("mark", "advmod") or not own or clause.dep_ not in ("relcl", "acl", "ccomp", "advcl"):
            return None
        noun = clause.head
        if noun.lemma_.lower() in reading.cues.nouns or not _hangs_below(noun, verb):
            return None
        return that.i + 1, clause.right_edge.i + 1
    return None


def _hangs_below(noun: Token, verb: Token) -> bool:
    for _ in range(_DEEP):
        if noun == verb:
            return True
        if noun.head == noun or noun.pos_ in ("VERB", "AUX"):
            return False
        noun = noun.head
    return False
