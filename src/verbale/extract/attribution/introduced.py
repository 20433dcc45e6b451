"""Quotations that a whole sentence introduces, whatever its verb: "The envoy was in no mood to wait: “…”"."""

from verbale.extract.attribution.draft import Draft, Reading
from verbale.extract.attribution.grammar import noun_phrase, verb_group
from verbale.extract.attribution.quotes import Quote
from verbale.language.parse import Token

# How deep below the root of a sentence its clause before a colon is looked for.
_STEPS = 3


def said_after_colon(reading: Reading, quote: Quote) -> Draft | None:
    """A quotation after a sentence that ends in a colon: the words of who that sentence is about, a person or body
    ("The envoy was in no mood to wait: “…”")."""
    text, doc = reading.text, reading.doc
    before = text[max(0, quote.start - 6) : quote.start].rstrip()
    if not before.endswith(":"):
        return None
    colon = quote.start - 6 + len(before) - 1 if quote.start >= 6 else len(before) - 1
    span = doc.char_span(colon, colon + 1, alignment_mode="expand")
    if span is None:
        return None
    root = _main_verb(span.sent.root, span.start)
    if root is None:
        return None
    heads = [child for child in root.children if child.dep_ == "nsubj" and child.i < span.start]
    speaker, cue = (heads[0], verb_group(root)) if heads else (None, (0, 0))
    owner = next((child for child in heads[0].children if child.dep_ == "poss"), None) if heads else None
    if owner is not None and reading.cues.nouns.get(heads[0].lemma_.lower(), {}).get("is") == "speech":
        speaker, cue = owner, (heads[0].i, heads[0].i + 1)  # "Her answer was shorter: “No.”"
    if (
        speaker is None
        or reading.quoted[root.i] >= 0
        or reading.kind_of(speaker) != "person"
        or reading.quoted[speaker.i] >= 0
    ):
        return None
    if speaker.lower_ in ("i", "we", "you", "my", "our", "your"):
        return None
    return Draft(
        rule="quote:colon",
        kind="speech",
        cue_token=root.i,
        cue=reading.chars(*cue),
        source=noun_phrase(speaker),
        source_head=speaker.i,
        content=[(quote.inner_start, quote.inner_end)],
        direct=True,
    )


def _main_verb(root: Token, end: int) -> Token | None:
    """The verb of the clause before token `end`, where the parse may have put the words after the colon on top."""
    for _ in range(_STEPS):
        if root.i < end:
            return root
        below = [child for child in root.children if child.i < end and child.pos_ in ("VERB", "AUX")]
        if not below:
            return None
        root = below[-1]
    return None
