"""When a deal was made, where its own words do not tell: by what the sides undertook under it, or by their meeting."""

from dataclasses import replace

from verbale.extract import tying
from verbale.extract.actors import ActorIndex, actors_of, party_key
from verbale.extract.agreeing.by_verb import who_agree
from verbale.extract.agreeing.group import Group, sides_of
from verbale.extract.agreeing.making import are_several, happened, signs
from verbale.extract.agreeing.naming import Naming
from verbale.extract.agreement_words import WORDS
from verbale.extract.live import is_live
from verbale.language.parse import Doc, Span, Token
from verbale.model import Report, TimeMention, TimeValue

# How many sentences before a deal is first told of the meeting at which it was made may stand.
REACH = 3


def date_groups(
    doc: Doc, report: Report, index: ActorIndex, times: tuple[TimeMention, ...], groups: list[Group]
) -> None:
    """Give a deal that has points or makers, but no day, the day of "the two undertook on Monday to …", or of the
    meeting of the same parties told right before it."""
    for group in groups:
        if any(naming.date is not None for naming in group.namings):
            continue
        told = [naming for naming in group.namings if naming.told_made or naming.provisions]
        for naming in told[:1]:
            day = _of_undertaking(doc, times, naming) or _of_saying(doc, times, naming)
            day = day or _of_meeting(doc, index, times, group, naming)
            naming.date = day or _of_ceremony(doc, times, naming) or _of_live(report, naming)
        if all(naming.date is None for naming in group.namings):
            _as_told_before(doc, index, times, group)


def _of_undertaking(doc: Doc, times: tuple[TimeMention, ...], naming: Naming) -> TimeValue | None:
    """ "In the Jeddah declaration, the two sides undertook on Saturday to …"."""
    verb = next((above for above in naming.head.ancestors if above.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in WORDS.undertakes | {"say", "declare"} or not happened(verb):
        return None
    tied = tying.time_of(doc, verb, times)
    return tied.time if tied is not None else None


def _of_saying(doc: Doc, times: tuple[TimeMention, ...], naming: Naming) -> TimeValue | None:
    """ "X and Y accepted a framework, the mediators said on Thursday": news of the day on which it is told."""
    for maker in naming.makers:
        verb = maker
        while verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
            verb = verb.head
        said = verb.head if verb.dep_ == "ccomp" else next((c for c in verb.rights if c.dep_ == "parataxis"), None)
        if said is None or said.lemma_.lower() not in WORDS.tells or not happened(said) or naming.definite:
            continue
        tied = tying.time_of(doc, said, times)
        if tied is not None and tied.time is not None and tied.time.granularity == "day":
            return tied.time
    return None


def _of_ceremony(doc: Doc, times: tuple[TimeMention, ...], naming: Naming) -> TimeValue | None:
    """ "The ceremony took place in Accra on Monday", shortly after the deal was told of."""
    after = [sentence for sentence in doc.sents if sentence.start >= naming.head.sent.start and len(sentence) > 1]
    for sentence in after[: REACH + 1]:
        root = sentence.root
        subjects = [child for child in root.lefts if child.dep_ in {"nsubj", "nsubjpass"}]
        if any(one.lemma_.lower() in WORDS.ceremonies for one in subjects) and happened(root):
            tied = tying.time_of(doc, root, times)
            return tied.time if tied is not None else None
    return None


def _of_live(report: Report, naming: Naming) -> TimeValue | None:
    """ "15.05 The leaders have signed …": the day of a report that tells it as it goes, where that is known."""
    day = report.published.time
    if day is None or day.earliest is None or day.earliest != day.latest or not is_live(report):
        return None
    verbs = [token for maker in naming.makers for token in (maker, *(c for c in maker.lefts if c.dep_ == "aux"))]
    present = any(verb.tag_ in {"VBZ", "VBP"} for verb in verbs)
    return replace(day, how="published") if present else None


def _as_told_before(doc: Doc, index: ActorIndex, times: tuple[TimeMention, ...], group: Group) -> None:
    """ "A and B agreed yesterday to stretch the debt. … Under the deal, …": the day, and the sides where none are
    known, of the last clause before it that tells of settling something."""
    first = min(group.namings, key=lambda naming: naming.head.i)
    if not (first.definite or first.named):
        return
    start = [sentence.start for sentence in doc.sents if sentence.end <= first.head.i and len(sentence) > 1]
    for token in reversed(doc[start[-REACH:][0] if start else 0 : first.head.sent.start]):
        if token.pos_ != "VERB" or not _settles(token) or not happened(token) or token.dep_ == "relcl":
            continue
        tied = tying.time_of(doc, token, times)
        if tied is None or tied.time is None or tied.time.granularity != "day":
            continue
        sides = sides_of(group, index)
        told = who_agree(doc, index, token)
        told = index.sides if set(index.sides) <= set(told) else told
        if sides and told and not sides & set(told):
            continue
        first.date = tied.time
        first.parties += told if len(sides) < 2 else ()
        return


def _settles(verb: Token) -> bool:
    """ "Both sides signed", "the two agreed to …", "X and Y announced that …"."""
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    joint = verb.lemma_.lower() == "announce" and any(map(are_several, subjects))
    return joint or verb.lemma_.lower() in WORDS.signs | WORDS.settles or signs(verb)


def _of_meeting(
    doc: Doc, index: ActorIndex, times: tuple[TimeMention, ...], group: Group, naming: Naming
) -> TimeValue | None:
    """ "Putin received the two leaders on Monday. … In the Sochi declaration, they undertook to …", "Chad and Libya
    ended their war on Monday. Their presidents signed …": only where the deal's own sentence is told as past, too, and
    no other day stands between."""
    verb = next((above for above in naming.head.ancestors if above.pos_ == "VERB"), None)
    parties = sides_of(group, index)
    if verb is None or not happened(verb) or len(parties) < 2:
        return None
    before = [sentence for sentence in doc.sents if sentence.end <= naming.head.sent.start and len(sentence) > 1]
    for sentence in reversed(before[-REACH:]):
        root = sentence.root
        told = root.lemma_.lower() in WORDS.meets or (sentence.end == naming.head.sent.start and naming.told_made)
        if told and root.tag_ == "VBD" and parties <= _parties_in(doc, index, sentence):
            tied = tying.time_of(doc, root, times)
            return tied.time if tied is not None else None
    return None


def _parties_in(doc: Doc, index: ActorIndex, sentence: Span) -> set[str]:
    found: set[str] = set()
    for token in sentence:
        if token.pos_ in {"NOUN", "PROPN", "PRON"}:
            keys, ambiguous = actors_of(doc, index, token)
            found |= set() if ambiguous else {party_key(index, key) or key for key in keys}
    return found
