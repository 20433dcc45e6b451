"""The content of a passive: what "is said to …", "was told that …", "was criticised by …" hold."""

from verbale.extract.attribution.cues import CueClass
from verbale.extract.attribution.frames import WH, Filled
from verbale.extract.attribution.grammar import Range, agent, subtree, verb_group
from verbale.extract.attribution.objects import of_time
from verbale.language.parse import Token

# Verbs whose passive with "as" names a thing: "the movement, known as the SPLM"
_NAMING = frozenset({"know", "identify"})
# Verbs whose passive with an infinitive reports: "is said to have agreed"
_REPORTED_PASSIVE = frozenset(
    {"say", "believe", "think", "expect", "report", "allege", "know", "understand", "consider", "rumor", "rumour"}
    | {"presume", "assume", "fear", "predict"}
)


def _charge_after_agent(agent_: Token, frames: dict[str, CueClass]) -> tuple[str, Range] | None:
    """The charge that the parse gave to who makes it ("was accused by a reporter of grabbing her")."""
    if agent_.dep_ != "agent":
        return None
    for part in agent_.subtree:
        if part.dep_ == "prep" and f"np+{part.lower_}" in frames and part.right_edge.i == agent_.right_edge.i:
            return f"np+{part.lower_}", (part.i, part.right_edge.i + 1)
    return None


def _belongs(verb: Token, clause: Token, subjects: list[Token], frames: dict[str, CueClass]) -> bool:
    """Whether a clause after a passive can be what was said: the one addressed is its subject ("was told …"), or "it"
    is, or a "that" opens it. "The truce was announced after the envoy had left" announces no clause."""
    addressed = "rcpt" in frames or "rcpt+about" in frames
    marked = any(child.dep_ == "mark" or child.lower_ in WH for child in clause.children)
    return marked or addressed or not subjects or subjects[0].lower_ == "it"


def _led_by(verb: Token, preposition: Token) -> tuple[int, Range]:
    """The end of the cue and the phrase of a preposition: one behind the verb belongs to the cue ("is seen as")."""
    start, end = subtree(preposition)
    if preposition.i == verb_group(verb)[1] and start == preposition.i and end - start > 1:
        return preposition.i + 1, (start + 1, end)
    return verb.i + 1, (start, end)


def passive_content_of(verb: Token, frames: dict[str, CueClass]) -> Filled | None:
    """What "is said to …", "was told that …", "was criticised by …" hold."""
    subjects = [child for child in verb.children if child.dep_ == "nsubjpass"]
    whole = [subtree(subjects[0])] if subjects else []
    held = whole if subjects and subjects[0].pos_ != "PRON" else []
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "xcomp" and verb.lemma_ in _REPORTED_PASSIVE:
            return "to", [*held, subtree(child)], verb.i + 1
        if child.dep_ == "xcomp" and "rcpt" in frames:
            return "rcpt", [subtree(child)], verb.i + 1
        if child.dep_ == "ccomp" and "that" in frames and _belongs(verb, child, subjects, frames):
            return "that", [subtree(child)], verb.i + 1
        if child.dep_ == "prep" and f"np+{child.lower_}" in frames:
            cue_end, piece = _led_by(verb, child)
            return f"np+{child.lower_}", [*held, piece], cue_end
        charge = _charge_after_agent(child, frames)
        if charge is not None:
            return charge[0], [*held, charge[1]], verb.i + 1
        if child.dep_ == "agent" and "as" in frames:  # "was seen by some as a setback"
            below = [part for noun in child.children for part in noun.children if part.lower_ == "as"]
            child = below[0] if below else child
        if child.dep_ == "prep" and child.lower_ == "as" and "as" in frames and verb.lemma_ not in _NAMING:
            cue_end, piece = _led_by(verb, child)
            return "as", [*whole, piece], cue_end
        if child.dep_ in ("oprd", "attr", "acomp") and frames.get("call") == "belief":
            return "call", [*whole, subtree(child)], verb.i + 1
        if child.dep_ == "prep" and f"+{child.lower_}" in frames and child.right_edge.i > child.i:
            if of_time(child):
                continue  # "as planned on May 2"
            return f"+{child.lower_}", [(child.i + 1, child.right_edge.i + 1)], child.i + 1
    stance = frames.get("np") in ("belief", "intention") and bool(subjects) and subjects[0].tag_ == "PRP"
    held = whole if stance else held  # "they were denounced by the clergy"
    if held and "np" in frames and agent(verb) is not None:
        return "np", held, verb.i + 1
    if verb.dep_ == "acl" and "np" in frames and agent(verb) is not None and verb.head.pos_ in ("NOUN", "PROPN"):
        return "np", [(verb.head.left_edge.i, verb.head.i + 1)], verb.i + 1  # "a plan backed by Cairo"
    return None
