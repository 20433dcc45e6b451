"""Levels a piece of text before it is parsed, and remembers where each character came from.

The pipeline's parse must not depend on typography: curly, straight and doubled quote marks, newlines, runs of spaces
and invisible characters are brought to one form, so that the same words give the same parse.
"""

import re
from dataclasses import dataclass

_DOUBLE = "“”„‟«»〝〞＂″"
_SINGLE = "‘’‚‛‹›ʼʻ′`´＇"
# One character for one: what the Doc shows in place of what the report prints. Lone surrogates cannot be encoded.
_ONE_FOR_ONE = {ord(char): '"' for char in _DOUBLE} | {ord(char): "'" for char in _SINGLE}
_SURROGATES = re.compile(r"[\ud800-\udfff]")
# What is more than one character, or none, to the parser: runs of white space and control characters; doubled single
# quotes (but not an apostrophe before a quote: "the workers'' vote" is too rare to matter); invisible characters.
_SPECIAL = re.compile(
    r"(?P<space>[\s\x00-\x1f\x7f-\x9f\xa0]+)|(?P<double>''|,,(?=\w))"
    r"|(?P<none>[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f]+)"
)


@dataclass(frozen=True, slots=True)
class Levelled:
    """`text` is what is parsed. `starts` and `ends` are where each of its characters starts and ends in the piece."""

    text: str
    starts: list[int]
    ends: list[int]


def level_characters(text: str) -> str:
    """`text` with quote marks levelled, one character for one; the result is as long as `text`."""
    return _SURROGATES.sub("\ufffd", text.translate(_ONE_FOR_ONE))


def level(text: str) -> Levelled:
    """The form of `text` that is parsed, with offsets back into it."""
    text = level_characters(text)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _SPECIAL.finditer(text):
        start, end = match.span()
        _copy(text, at, start, parts, starts, ends)
        at = end
        stand_in = {"space": " ", "double": '"', "none": ""}[str(match.lastgroup)]
        if stand_in:
            parts.append(stand_in)
            starts.append(start)
            ends.append(end)
    _copy(text, at, len(text), parts, starts, ends)
    return Levelled("".join(parts), starts, ends)


def _copy(text: str, start: int, end: int, parts: list[str], starts: list[int], ends: list[int]) -> None:
    parts.append(text[start:end])
    starts.extend(range(start, end))
    ends.extend(range(start + 1, end + 1))
