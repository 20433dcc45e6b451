"""The objects of a verb or noun: which of them can hold words, and the prepositions and clauses that lead to them."""

from verbale.extract.attribution.cues import load_cues
from verbale.extract.attribution.draft import Reading
from verbale.extract.attribution.grammar import Range, is_passive
from verbale.language.parse import Token


def after_object(noun: Token) -> list[Token]:
    """The prepositions that close the phrase of an object or of what is joined to it ("… the general and his men of
    mining the road")."""
    nouns = [noun, *(token for token in noun.subtree if token.dep_ == "conj" and token.head == noun)]
    return [
        child
        for head in nouns
        for child in head.children
        if child.dep_ == "prep" and child.i > noun.i and child.n_rights
    ]


def are_words(reading: Reading, preposition: Token) -> bool:
    """Whether a preposition leads to something said or written ("responded to the criticism")."""
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if noun is None or that_clause(noun) is not None:
        return False  # "responded to reports that …": the clause is what the reports say
    return noun.lemma_.lower() in reading.cues.nouns or noun.lemma_.lower() in reading.cues.documents


def hears(reading: Reading, noun: Token) -> bool:
    """Whether `noun` is who listens, or the occasion where they do."""
    return reading.kind_of(noun) == "person" or noun.lemma_.lower() in reading.cues.venues


def is_place(noun: Token) -> bool:
    """Whether `noun` is a place, a building or men under arms."""
    return noun.lemma_.lower() in load_cues().targets or noun.ent_type_ in ("FAC", "LOC")


def prepositions(verb: Token) -> list[Token]:
    """The prepositions after `verb` that lead to no day or hour; also one that the parse gave to a day between
    ("accused him on Monday of bad faith")."""
    found = []
    for child in verb.children:
        if child.dep_ != "prep" or child.i < verb.i:
            continue
        if not of_time(child):
            found.append(child)
            continue
        day = next((part for part in child.children if part.dep_ == "pobj"), None)
        found += [part for part in (day.children if day is not None else ()) if part.lower_ == "of"]
    return found


def of_time(preposition: Token) -> bool:
    """Whether a preposition leads to a day or an hour ("agreed on Wednesday")."""
    return any(child.dep_ == "pobj" and child.ent_type_ in ("DATE", "TIME") for child in preposition.children)


def that_clause(noun: Token) -> Range | None:
    """The clause with "that" that completes `noun`, from "that" on."""
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("acl", "ccomp", "advcl") and child.pos_ in ("VERB", "AUX"):
            mark = next((g for g in child.children if g.dep_ == "mark" and g.lower_ in ("that", "whether")), None)
            if mark is not None and mark.i - noun.i < 8 and not _lacks_object(child):
                return mark.i, child.right_edge.i + 1
    return None


def _lacks_object(clause: Token) -> bool:
    """Whether a clause after "that" lacks the object that its verb takes: it is a relative clause ("a demand that
    Ethiopia has refused"), though the parse may call "that" its mark."""
    frames = load_cues().verbs.get(clause.lemma_.lower(), {})
    if "call" in frames and not any(child.dep_ in ("dobj", "ccomp", "nsubjpass") for child in clause.children):
        return any(child.dep_ in ("oprd", "acomp") for child in clause.children)  # "terms that Israel found vague"
    full = ("dobj", "ccomp", "xcomp", "attr", "acomp", "prep", "dative", "advcl", "agent")
    if frames.get("np") not in ("belief", "intention") or is_passive(clause):
        return False
    return not any(child.dep_ in full for child in clause.children)
