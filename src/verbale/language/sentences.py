"""Fixes what is sure about sentence boundaries before the parser decides on the rest.

The parser keeps a boundary that is set and may not make one where it is ruled out. A boundary is ruled out inside
brackets, after an abbreviation that belongs to what follows, after an ellipsis that runs on, before closing quotes and
brackets, and anywhere that no sentence has ended; it is set after a dateline, before a bullet, and after a full stop
and a space where a capital follows.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc

from verbale.ingest.dateline import read_dateline
from verbale.ingest.stamp import end_of_stamp
from verbale.language.columns import spaces_of, words_of

_TERMINALS = frozenset({".", "!", "?", "…", "...", "....", ":", ";", "--", "—", "–", "|", "▲", "•", "。"})
_CLOSERS = frozenset({'"', "'", "''", ")", "]", "}", "'s"})
_OPENERS = frozenset({'"', "'", "``", "(", "[", "{"})
_BULLETS = frozenset({"•", "▪", "▲", "△", "■", "□", "●", "○", "◆", "◇", "▶", "►", "·"})
_PAIRS = {"(": ")", "[": "]", "{": "}"}
# Longest stretch in brackets that is kept in one sentence, longest dateline, and the longest run without a full stop
# in which the parser may not part sentences by itself; in tokens.
_BRACKET_REACH, _DATELINE_REACH, _RUN = 60, 24, 90
_INITIAL = re.compile(r"[A-Z]\.")


@lru_cache(maxsize=1)
def _abbreviations() -> Mapping[str, str]:
    text = files("verbale.language").joinpath("data/abbreviations.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {abbreviation: place for abbreviation, place in rows}  # noqa: C416  (rows are lists)


@Language.component("verbale_sentences")
def fix_sentences(doc: Doc) -> Doc:
    """Set `is_sent_start` of the tokens of `doc` (one paragraph) where it is sure; leave None where it is not."""
    words, spaces = words_of(doc), spaces_of(doc)
    count = len(words)
    inside = _inside_brackets(words)
    dateline = _end_of_dateline(doc)
    abbreviations = _abbreviations()
    since_terminal = 0
    for i in range(1, count):
        before, word = words[i - 1], words[i]
        spaced = spaces[i - 1]
        since_terminal = 0 if before in _TERMINALS else since_terminal + 1
        if i == dateline or (word in _BULLETS and not inside[i]):
            start: bool | None = True
        elif inside[i] or not spaced or word in _CLOSERS - _OPENERS or not _may_end(words, i, abbreviations):
            start = None if since_terminal > _RUN and spaced and not inside[i] else False
        elif word[0].islower() and before not in (".", "!", "?") and not before.endswith(("!", "?")):
            start = None if since_terminal > _RUN else False
        elif before == "." and word[0].isupper() and i >= 2 and not _INITIAL.fullmatch(words[i - 2] + "."):
            start = True
        else:
            start = None
        if start is not None:
            doc[i].is_sent_start = start
    return doc


def _may_end(words: list[str], i: int, abbreviations: Mapping[str, str]) -> bool:
    """Whether a sentence may have ended before token `i`."""
    j = i - 1
    while j > 0 and words[j] in _CLOSERS and i - j < 4:
        j -= 1
    last = words[j]
    if last == "." and j > 0 and abbreviations.get(words[j - 1] + ".") == "before":
        return False  # the tokenizer parts "Amb" and "."
    if j == i - 1 and (abbreviations.get(last) == "before" or (_INITIAL.fullmatch(last) and len(words[i]) > 1)):
        return False
    if last in _BULLETS or (i - j == 1 and last in ("--", "—", "–", ";")):
        return False
    return last in _TERMINALS or last[-1] in ".!?…"


def _inside_brackets(words: list[str]) -> list[bool]:
    """For each token whether it stands inside brackets that close within reach, the opening one not counted."""
    inside = [False] * len(words)
    open_at: list[tuple[str, int]] = []
    for i, word in enumerate(words):
        if word in _PAIRS:
            open_at.append((_PAIRS[word], i))
            # Only the innermost few can close within reach: hostile nesting stays linear.
            if len(open_at) > _BRACKET_REACH:
                del open_at[0]
        elif open_at and word == open_at[-1][0]:
            _, start = open_at.pop()
            if i - start <= _BRACKET_REACH:
                for j in range(start + 1, i + 1):
                    inside[j] = True
    return inside


def _end_of_dateline(doc: Doc) -> int | None:
    """The token after what opens the paragraph: a dateline ("SEOUL, Oct. 5 (Yonhap) --", "GENEVA —"), or the time of
    day of a live report's entry; or None."""
    text = doc.text
    dateline = read_dateline(text)
    end = dateline.end if dateline is not None else end_of_stamp(text)
    if not end:
        return None
    return next((token.i for token in doc[: _DATELINE_REACH + 1] if token.idx >= end), None)
