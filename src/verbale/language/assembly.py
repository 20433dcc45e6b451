"""Puts the parsed pieces of a report together to one Doc that is as long as the report's text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from verbale.language.levelling import Levelled

_ATTRIBUTES: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A piece of the text from offset `start`, its levelled form, and the parse of that form."""

    start: int
    levelled: Levelled
    doc: Doc


def assemble(vocab: Vocab, text: str, parsed: Iterable[Parsed]) -> tuple[Doc, list[tuple[int, int, str]]]:
    """One Doc over `text` (levelled one for one) with the pieces' analysis, and the names in it as token spans.

    White space beyond a single space becomes tokens of its own, as spaCy has it, each hung on the token before it, so
    that sentences stay as they were parsed. The names are (first token, token after the last, label).
    """
    words: list[str] = []
    spaces: list[bool] = []
    blocks: list[np.ndarray] = []
    rows: list[np.ndarray] = []
    names: list[tuple[int, int, str]] = []
    white = np.zeros((1, len(_ATTRIBUTES)), dtype="uint64")
    white[0, 0], white[0, 1] = vocab.strings.add("_SP"), vocab.strings.add("SPACE")
    white[0, 4] = vocab.strings.add("dep")
    at = 0

    def blank(gap: str) -> None:
        """Append a white space token, hung on the token before it."""
        row = white.copy()
        row[0, 3] = vocab.strings.add(gap)
        row[0, 5] = np.int64(-1 if words else 0).astype("uint64")
        words.append(gap)
        spaces.append(False)
        rows.append(row)

    # Each piece's Doc is let go of before the next is parsed: a long text costs the memory of one Doc, not of many.
    for piece in parsed:
        doc, levelled = piece.doc, piece.levelled
        if len(doc) == 0:
            continue
        places: list[int] = []
        first = True
        copied = 0
        attributes = doc.to_array(_ATTRIBUTES)
        for token in doc:
            begin = token.idx
            start = piece.start + levelled.starts[begin]
            end = piece.start + levelled.ends[begin + len(token) - 1]
            gap = text[at:start]
            if gap:
                if first or len(gap) > 1 or not words:
                    if gap[0] == " " and len(gap) > 1 and words:
                        spaces[-1] = True
                        gap = gap[1:]
                    blank(gap)
                else:
                    spaces[-1] = True
            first = False
            if gap and rows:
                blocks.extend((attributes[copied : len(places)], *rows))
                copied = len(places)
                rows.clear()
            places.append(len(words))
            words.append(text[start:end])
            spaces.append(False)
            at = end
        index = np.asarray(places)
        heads = attributes[:, 5].astype("int64") + np.arange(len(doc))
        attributes[:, 5] = (index[heads] - index).astype("uint64")
        blocks.append(attributes[copied:])
        names.extend((places[ent.start], places[ent.end - 1] + 1, ent.label_) for ent in doc.ents)
    if at < len(text):
        blank(text[at:])
    whole = Doc(vocab, words=words, spaces=spaces)
    if words:
        values: Any = np.concatenate([*blocks, *rows])  # spaCy's stubs name thinc's array types
        whole.from_array(_ATTRIBUTES, values)
    return whole, names
