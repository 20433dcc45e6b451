"""Who tells by a verb of saying, and in what attitude: whether such a source can be behind such a cue."""

from collections.abc import Collection

from verbale.extract.attribution.cues import CueClass, load_cues
from verbale.extract.attribution.draft import Reading
from verbale.extract.attribution.grammar import Range, agent, antecedent, subject
from verbale.extract.attribution.openings import Opening
from verbale.extract.attribution.sources import source_of, tail_source
from verbale.language.parse import Token

_WILL = ("will", "’ll", "'ll", "shall")


def teller_of(
    reading: Reading, verb: Token, frames: dict[str, CueClass], passive: bool, opening: Opening | None
) -> Token | None:
    """The head of who tells, as the verb or what opens its cue has it; it may be nobody (`is_nobody`)."""
    if opening is not None and opening.lets:
        return subject(opening.verb)  # "let it be known that …"
    return agent(verb) if passive else tail_source(reading, verb, frames) or source_of(reading, verb)


def judge_within(reading: Reading, verb: Token, pieces: list[Range]) -> tuple[Token | None, list[Range]]:
    """Who judges in "is seen as a threat by both armies", where the parse gave "by …" to the threat, and `pieces`
    without it."""
    start, end = pieces[-1]
    by = next((t for t in reading.doc[max(start, verb.i) + 1 : end] if t.lower_ == "by" and t.dep_ == "prep"), None)
    noun = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    if by is None or noun is None or noun.right_edge.i + 1 < end or reading.kind_of(noun) != "person":
        return None, pieces
    return noun, [*pieces[:-1], (start, by.i)]


def is_nobody(verb: Token, source: Token) -> bool:
    """Whether what stands where the speaker should is nobody: a pronoun for a fact, taken from another verb ("It means
    admitting that …"), or part of an idiom ("That said, …", "All told, …")."""
    if source.lower_ in ("it", "this", "that", "these") and source.head != verb and source.tag_ not in ("WDT", "WP"):
        return source.head != verb.head or verb.dep_ != "conj"
    opens = source.i == source.sent.start and source.i + 1 == verb.i and verb.i + 1 < len(verb.doc)
    return opens and source.lower_ in ("that", "all") and verb.nbor(1).text == ","


def sort_of(reading: Reading, source: Token | None) -> str:
    """What kind of source it is (as `Reading.kind_of`); a relative pronoun's is that of its antecedent."""
    if source is None:
        return "other"
    return "person" if source.lower_ in ("who", "whom") else reading.kind_of(antecedent(source))


def after_topic(reading: Reading, noun: Token) -> Token | None:
    """The people whom the parse makes part of the topic before them ("Regarding the raids, Burhan agreed to talk")."""
    for token in noun.subtree:
        first = token.left_edge.i
        named = token.ent_type_ == "PERSON" and token.dep_ in ("conj", "appos", "nsubj") and token.i > noun.i
        if named and reading.doc[first - 1].text == "," and not reading.doc[noun.left_edge.i].is_sent_start:
            return token
    return None


def is_plausible(verb: Token, frame: str, kind: CueClass, source: Token | None, sort: str, passive: bool) -> bool:
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


def attitude_of(reading: Reading, verb: Token, frame: str, kind: CueClass, sort: str, piece: Range) -> CueClass:
    """The attitude of a cue of class `kind` with such a source before such content."""
    if frame == "call" and any(child.lower_ == "what" for child in verb.children):
        return "belief"  # "what officials call “proximity talks”": a name, not words said
    if kind == "topic" and reading.doc[piece[0]].lower_ in ("whether", "if", "why", "how"):
        return "speech"  # "asked them about whether …": a question is words
    if kind == "belief" and verb.lemma_ == "find" and sort == "document" and frame == "that":
        return "speech"  # "the audit found that …": it says so
    if kind == "evidence":
        return "speech" if sort != "other" else "belief"
    return kind


def attitude_told(
    verb: Token, frames: dict[str, CueClass], frame: str, kind: CueClass, nobody: bool
) -> tuple[CueClass, bool]:
    """The attitude as helpers, mood and a passive without a teller (`nobody`) make it, and whether it is negated."""
    if nobody and frame == "as" and kind == "speech":
        kind = "belief"  # "was hailed as a breakthrough": nobody's words
    if (nobody and verb.lemma_ == "ask") or (frame == "that" and _mandative(verb, frames)):
        kind = "intention"  # "asked whether he would sign": somebody wanted to know
    negated = kind == "speech" and any(child.dep_ == "neg" for child in verb.children)
    will = any(child.dep_ == "aux" and child.lower_ in _WILL for child in verb.children)
    return ("intention" if kind == "speech" and will else kind), negated


def is_conditional(verb: Token) -> bool:
    """ "If the minister says no": nothing was said yet."""
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.children)


def is_unsaid(verb: Token, frames: Collection[str], frame: str, kind: CueClass, denied: bool, nobody: bool) -> bool:
    """Whether nothing was said after all: "did not mention the word" (`denied`: its opening denies it), or nobody says
    it (`nobody`: a passive without a teller)."""
    words = (frame in ("np", "ing") and kind == "speech") or "words" in frames
    if words and "deny" not in frames and (denied or any(child.dep_ == "neg" for child in verb.children)):
        return True
    if not nobody:
        return False  # else "nothing was said of the prisoners", "is often compared with"
    return (frame.startswith("+") and kind == "speech") or (frame in ("np+with", "np+to") and "that" not in frames)


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
