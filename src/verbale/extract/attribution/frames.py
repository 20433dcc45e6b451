"""The content of a verb of saying, thinking or planning: what fills one of its frames in the sentence."""

from verbale.extract.attribution.cues import CueClass, load_cues
from verbale.extract.attribution.draft import Reading, subtract
from verbale.extract.attribution.grammar import Range, noun_phrase, subtree, verb_group
from verbale.extract.attribution.objects import (
    after_object,
    are_words,
    hears,
    is_place,
    prepositions,
    that_clause,
)
from verbale.extract.attribution.sources import own_subject
from verbale.language.parse import Token

# A filled frame: its name, the content as ranges of tokens, and where the cue ends.
Filled = tuple[str, list[Range], int]


# What opens a clause of time or contrast.
_OPENING = frozenset({"as", "while", "although", "though", "when", "after", "before"})
WH = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which"})

# What can be the head of a clause.
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "NOUN", "ADV", "PROPN"})
# What may stand between who is asked and "to", and turns or narrows what is asked: "not only to free them".
_BEFORE_TO = frozenset({"not", "never", "n't", "only", "neither", "either", "both", "at", "least", "even"})


def content_of(reading: Reading, verb: Token, frames: dict[str, CueClass]) -> Filled | None:
    """The first frame of `verb` that the sentence fills: its name, the content, and where the cue ends."""
    children = sorted(verb.children, key=lambda child: (child.i < verb.i and child.dep_ == "ccomp", child.i))
    objects = [child for child in children if child.dep_ in ("dobj", "dative") and child.i > verb.i]
    for child in children:
        if (
            child.dep_ in ("acomp", "oprd")
            and child.pos_ == "ADJ"
            and frames.get("that") == "speech"
            and child.i == verb_group(verb)[1]
            and child.n_rights
        ):
            return "that", [subtree(child)], verb.i + 1  # a headline's "says ready to meet"
        if child.dep_ not in ("ccomp", "xcomp", "advcl") or child.pos_ not in _PREDICATES:
            continue
        found = _clause(reading, verb, child, objects, frames)
        if found is not None and child.i < verb.i and _only_opens(child):
            continue
        if found is not None:
            return found
    told = _in_medium(verb) if "that" in frames else None
    if told is not None:
        return "that", [told], verb.i + 1
    around = _around(verb, children, frames)
    if around is not None:
        return around
    fronted = any(child.dep_ == "dobj" and child.tag_ in ("WDT", "WP") for child in children)
    about = _gap(verb, children) if not objects and ("as" in frames or "call" in frames) else None
    if (objects or fronted or about) and ("as" in frames or "call" in frames):
        tail = [
            child
            for child in children
            if (child.dep_ == "prep" and child.lower_ == "as" and "as" in frames and child.n_rights)
            or (
                "call" in frames
                and child.dep_ in ("oprd", "xcomp", "advcl", "attr", "acomp")
                and child.i > (objects[0].i if objects else verb.i)
                and not any(part.tag_ == "TO" for part in child.children)  # "called her to help": no name
                and reading.doc[child.left_edge.i - 1].text != ","
            )
        ]
        below = [part for part in objects[0].children if part.dep_ == "prep" and part.lower_ == "as"] if objects else []
        if not tail and below and "as" in frames and below[0].i > objects[0].i and below[0].nbor(-1).lower_ != "such":
            tail = below  # the parse gave the view to the thing: "see the courses as wasted space"
        if tail:
            frame = "as" if "as" in frames and tail[0].dep_ == "prep" else "call"
            opening = objects[0].left_edge.i if objects else tail[0].left_edge.i
            said = (opening, tail[0].right_edge.i + 1)
            return frame, [about, said] if about is not None else [said], verb.i + 1
    if "call" in frames:
        predicate = [child for child in children if child.dep_ in ("oprd", "ccomp", "xcomp") and child.i > verb.i]
        if predicate and not any(part.tag_ == "TO" for part in predicate[0].children):
            return "call", [subtree(predicate[0])], verb.i + 1
    quoted = _object_and_quote(reading, objects) if "call" in frames else None
    if quoted is not None:
        return "call", [quoted], verb.i + 1
    for child in prepositions(verb):
        frame = f"+{child.lower_}"
        if objects and f"rcpt{frame}" in frames and child.right_edge.i > child.i:
            return f"rcpt{frame}", [(child.i + 1, child.right_edge.i + 1)], verb.i + 1
        if "words" in frames and not are_words(reading, child):
            continue
        if objects and f"np{frame}" in frames and not ("assault" in frames and is_place(objects[0])):
            return f"np{frame}", [subtree(objects[0]), subtree(child)], verb.i + 1
        if frame in frames and not objects and any(part.dep_ != "prep" for part in child.children):
            beside = child.i if child.i == verb_group(verb)[1] else verb.i
            return frame, [(child.i + 1, child.right_edge.i + 1)], beside + 1
    if "deny" in frames and len(objects) > 1 and objects[0].dep_ == "dative":
        return None  # "denied them a visa": what is refused is not what is said not to be so
    direct = [child for child in objects if child.dep_ == "dobj"]
    for child in after_object(direct[0]) if direct else ():
        if f"np+{child.lower_}" in frames:
            end = child.right_edge.i + 1  # the parse gave the charge to the accused: "accused the rebels of mining"
            return f"np+{child.lower_}", [(direct[0].left_edge.i, end)], verb.i + 1
    if direct and "assault" in frames and is_place(direct[0]):
        return None  # "attacked the embassy": with stones, not with words
    if direct and "thing" in frames and (verb.tag_ in ("VB", "VBG") or hears(reading, direct[0])):
        return None  # "to address the shortage" is done with money, "addressed the crowd" says who heard it
    if direct and frames.get("np") == "evidence" and direct[0].pos_ == "PRON":
        stands = [child for child in children if child.i > direct[0].i and child.dep_ in ("prep", "advmod", "acomp")]
        return ("np", [(direct[0].i, stands[0].right_edge.i + 1)], verb.i + 1) if stands else None
    if direct and verb.lemma_ == "say" and direct[0].right_edge.i - direct[0].left_edge.i < 2:
        return None  # "said nothing", "said the same"
    if direct and "np" in frames and (direct[0].pos_ != "PRON" or frames["np"] in ("belief", "intention")):
        return "np", [subtree(direct[0])], verb.i + 1
    denied = "deny" in frames or frames.get("np") in ("belief", "intention")
    gap = _gap(verb, children) if not direct and "np" in frames and denied else None
    return ("np", [gap], verb.i + 1) if gap is not None else None


def _object_and_quote(reading: Reading, objects: list[Token]) -> Range | None:
    """The object with the quotation right after it that says what it is called ("called the plan “a trap”")."""
    if not objects:
        return None
    end, limit = objects[0].right_edge.i + 1, len(reading.doc)
    within = next((i for i in range(objects[0].i + 1, end) if reading.quoted[i] >= 0), None)
    if within is not None and reading.quoted[objects[0].i] < 0:
        end = within  # the parse gave the name to the thing: "called those at the gate “fools”"
    if end >= limit or reading.quoted[end] < 0 or reading.quotes[reading.quoted[end]].start != reading.doc[end].idx:
        return None
    start, quote = objects[0].left_edge.i, reading.quoted[end]
    while end < limit and reading.quoted[end] == quote:
        end += 1
    return start, end


def _gap(verb: Token, children: list[Token]) -> Range | None:
    """The noun phrase that a relative clause with its own subject is about ("the terms that Ankara rejects")."""
    if verb.dep_ not in ("relcl", "acl") or verb.head.pos_ not in ("NOUN", "PROPN") or verb.head.i >= verb.i:
        return None
    subjects = [child for child in children if child.dep_ == "nsubj"]
    relative = [child for child in children if child.dep_ == "dobj"]
    if not subjects or subjects[0].lower_ in WH or subjects[0].lower_ == "that":
        return None
    if any(child.lower_ not in ("that", "which", "whom") for child in relative):
        return None
    return verb.head.left_edge.i, verb.head.i + 1


def _only_opens(clause: Token) -> bool:
    """Whether a clause before a cue only opens its sentence ("As Lima says it will pay, banks warn of …")."""
    before = clause.doc[clause.left_edge.i : clause.right_edge.i + 1]
    return before[0].lower_ in _OPENING and all(token.text != "," for token in before[:-1])


def _clause(
    reading: Reading, verb: Token, child: Token, objects: list[Token], frames: dict[str, CueClass]
) -> Filled | None:
    low, high = sorted((verb.i, child.left_edge.i if child.i > verb.i else child.right_edge.i))
    if any(token.text == ";" for token in verb.doc[low : high + 1]):
        return None  # "Sudan agreed to the plan; Egypt objected": what follows is not what was agreed
    if another_report(verb, child):
        return None
    first = child.left_edge
    if objects and first.lower_ == "who" and first.i > verb.i and first.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return None  # "told reporters who were waiting at the gate"
    clear = _clear(verb, child, frames)
    if clear is not None:
        return clear
    own = {grandchild.dep_: grandchild for grandchild in child.children}
    for helping in child.lefts:  # "that it was disappointed": the parse may give "it" to "was"
        if helping.dep_ in ("auxpass", "aux", "cop"):
            own = {**{part.dep_: part for part in helping.lefts}, **own}
    infinitive = next((g for g in child.children if g.dep_ == "aux" and g.lower_ == "to"), None)
    marker = own.get("mark")
    if infinitive is not None and marker is not None and marker.lower_ == "for" and "+for" in frames:
        return (
            "+for",
            [(marker.i + 1, child.right_edge.i + 1)],
            marker.i + 1 if marker.i == verb.i + 1 else verb.i + 1,
        )
    if infinitive is not None and child.dep_ in ("xcomp", "advcl") and "rcpt" in frames:
        asked = next((g for g in verb.children if g.dep_ == "prep" and g.lower_ == "on" and g.i == verb.i + 1), None)
        if asked is not None:
            return "rcpt", [(_from_negation(infinitive), child.right_edge.i + 1)], asked.i + 1
    if child.dep_ == "advcl":
        marker = own.get("mark")
        if marker is None or marker.lower_ not in ("that", "whether") or "that" not in frames:
            return None
    if infinitive is not None and objects and frames.get("np") == "intention" and child.i > verb.i:
        thing = objects[0].pos_ == "NOUN" and reading.kind_of(objects[0]) == "other"
        if thing and objects[0].right_edge.i + 1 >= infinitive.i - 1:  # "requested more time to prepare"
            return "np", [(objects[0].left_edge.i, child.right_edge.i + 1)], verb.i + 1
    if infinitive is not None:
        if "to" in frames and child.dep_ != "advcl":
            return "to", [subtree(child)], verb.i + 1
        if "rcpt" in frames and (objects or "nsubj" in own):
            return "rcpt", [(_from_negation(infinitive), child.right_edge.i + 1)], verb.i + 1
        wh = any(g.lower_ in WH for g in child.lefts)
        return ("that", [subtree(child)], verb.i + 1) if wh and "that" in frames else None
    finite = any(dep in own for dep in ("nsubj", "nsubjpass", "expl", "csubj"))
    modal = any(g.tag_ == "MD" for g in child.children)
    if child.i > verb.i and "that" in frames and not finite and (modal or child.tag_ in ("VBD", "VBZ", "VBP")):
        gap = _gap(verb, list(verb.children))
        if gap is not None:  # "a step they say would end the talks"
            return "that", [gap, subtree(child)], verb.i + 1
        if child.dep_ in ("ccomp", "xcomp"):
            return "that", [subtree(child)], verb.i + 1
    if child.dep_ in ("ccomp", "advcl") and "that" in frames and (finite or child.tag_ in ("VBD", "VBZ", "VBP")):
        bare = (
            finite
            and not any(g.dep_ in ("aux", "mark", "auxpass") for g in child.children)
            and child.tag_ in ("VB", "VBN", "NN", "NNP", "JJ", "VBG")
        )
        if bare and "call" in frames:
            return "call", [subtree(child)], verb.i + 1
        if bare and child.tag_ == "VB" and frames["that"] == "belief":
            return None  # "came to see her speak": what is watched is not what is thought
        if bare and child.tag_ == "VBG" and frames.get("np") != "evidence":
            return ("ing", [subtree(child)], verb.i + 1) if "ing" in frames else None
        return "that", [subtree(child)], verb.i + 1
    gerund = child.tag_ == "VBG" or any(g.dep_ in ("aux", "auxpass") and g.tag_ == "VBG" for g in child.children)
    if child.dep_ == "xcomp" and gerund and "ing" in frames:
        return "ing", [subtree(child)], verb.i + 1
    if "np" in frames and child.i > verb.i and child.dep_ in ("ccomp", "xcomp") and _nominal(child):
        return "np", [subtree(child)], verb.i + 1  # "deplores what happened", "endorse holding a vote"
    if child.dep_ == "ccomp" and frames.get("np") == "evidence" and child.i > verb.i:
        return "np", [subtree(child)], verb.i + 1  # "the poll shows Díaz leading"
    if child.dep_ == "ccomp" and frames.get("that") == "speech" and child.left_edge.i == verb_group(verb)[1]:
        told = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in verb.doc[child.left_edge.i : child.i])
        return ("that", [subtree(child)], verb.i + 1) if told else None  # "say they felt compelled to go"
    return None


def another_report(verb: Token, clause: Token) -> bool:
    """Whether a clause after a comma is another's report, side by side with that of `verb` ("Oman did not say when,
    Iran said in May"), or the tag of what `verb` tells ("They asked for a pause, a delegate told this newspaper")."""
    own = next((child for child in clause.children if child.dep_ == "nsubj"), None)
    if own is None or clause.i < verb.i or clause.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    opening = min(own.left_edge.i, noun_phrase(own)[0])
    if (
        opening <= verb.i + 1
        or verb.doc[opening - 1].text != ","
        or any(child.dep_ == "mark" for child in clause.children)
    ):
        return False
    frames = load_cues().verbs.get(clause.lemma_.lower(), {})
    reports = "q" in frames and frames.get("that") == "speech"
    return clause.lemma_ == verb.lemma_ or (
        reports and all(child.dep_ not in ("ccomp", "xcomp") or child.i < clause.i for child in clause.children)
    )


def _nominal(clause: Token) -> bool:
    """Whether a clause stands where a noun could: a gerund, or a clause with a question word."""
    first = clause.left_edge
    return (clause.tag_ == "VBG" and clause.dep_ == "xcomp") or first.lower_ in WH


def _from_negation(to: Token) -> int:
    """Where an infinitive begins with the "not" or "never" right before its "to", whatever that hangs on."""
    first = to.i
    while first > 0 and to.doc[first - 1].lower_ in _BEFORE_TO:
        first -= 1
    return first


def _clear(verb: Token, child: Token, frames: dict[str, CueClass]) -> Filled | None:
    """What "made (it) clear that …" makes clear."""
    if child.lower_ != "clear" or "that" not in frames or verb.lemma_ != "make":
        return None
    for clause in (*child.children, *verb.children):
        if clause.i > child.i and clause.dep_ in ("ccomp", "acl", "advcl", "xcomp") and clause.pos_ in ("VERB", "AUX"):
            return "that", [subtree(clause)], child.i + 1
    return None


def _in_medium(verb: Token) -> Range | None:
    """The clause of "said in a statement that …", where the parse gives it to the statement."""
    for child in verb.children:
        if child.dep_ != "prep" or child.i != verb_group(verb)[1] or child.lower_ == "to":
            continue  # "responded to reports that …": what the reports say
        for noun in child.children:
            clause = that_clause(noun) if noun.dep_ == "pobj" and noun.lemma_.lower() in load_cues().media else None
            if clause is not None:
                return clause
    return None


def _around(verb: Token, children: list[Token], frames: dict[str, CueClass]) -> Filled | None:
    """The clause that a parenthetical cue stands in ("the talks, he said, had failed"; "as he put it")."""
    if frames.get("that") not in ("speech", "belief") or verb.dep_ not in ("parataxis", "advcl", "ccomp", "dep"):
        return None
    if frames["that"] == "belief" and any(child.dep_ == "dobj" and child.i > verb.i for child in children):
        return None  # "as they feared the worst": the object is what they feared
    host = verb.head
    low, high = sorted((verb.i, host.i))
    if host.pos_ not in ("VERB", "AUX") or any(token.text == ";" for token in verb.doc[low:high]):
        return None
    marker = next((child for child in children if child.dep_ in ("mark", "advmod") and child.i < verb.i), None)
    as_clause = marker is not None and marker.lower_ == "as"
    if as_clause and "intention" in frames.values() and "q" in frames and "rcpt" in frames:
        return None  # "freed them, as Manila had asked": what was asked for is not what was said
    bare = not any(child.dep_ == "mark" for child in children) and verb.dep_ != "advcl" and own_subject(verb)
    own = subtree(verb)
    starts = min((child.left_edge.i for child in children if child.dep_ == "nsubj"), default=verb.i)
    if not (as_clause or (bare and min(starts, verb.i) > host.left_edge.i)):
        return None
    if not as_clause and verb.dep_ == "ccomp" and verb.i > host.i and verb.doc[own[0] - 1].text != ",":
        return None
    return "that", subtract([subtree(host)], own), verb.i + 1
