"""When a deal was made, where its own words do not tell: by what the sides undertook under it, or by their meeting."""

from verbale.extract import tying
from verbale.extract.actors import ActorIndex, actors_of, party_key
from verbale.extract.agreeing.group import Group, sides_of
from verbale.extract.agreeing.making import happened
from verbale.extract.agreeing.naming import Naming
from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Doc, Span
from verbale.model import TimeMention, TimeValue

# How many sentences before a deal is first told of the meeting at which it was made may stand.
REACH = 3


def date_groups(doc: Doc, index: ActorIndex, times: tuple[TimeMention, ...], groups: list[Group]) -> None:
    """Give a deal that has points or makers, but no day, the day of "the two undertook on Monday to …", or of the
    meeting of the same parties told right before it."""
    for group in groups:
        if any(naming.date is not None for naming in group.namings):
            continue
        told = [naming for naming in group.namings if naming.told_made or naming.provisions]
        for naming in told[:1]:
            day = _of_undertaking(doc, times, naming)
            naming.date = day or _of_meeting(doc, index, times, group, naming)


def _of_undertaking(doc: Doc, times: tuple[TimeMention, ...], naming: Naming) -> TimeValue | None:
    """ "In the Jeddah declaration, the two sides undertook on Saturday to …"."""
    verb = next((above for above in naming.head.ancestors if above.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in WORDS.undertakes | {"say", "declare"} or not happened(verb):
        return None
    tied = tying.time_of(doc, verb, times)
    return tied.time if tied is not None else None


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
