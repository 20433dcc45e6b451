"""A Doc and its text, with tokens found by the character."""

import re
from bisect import bisect_right
from functools import cached_property

from verbale.extract.timex.meaning import Found
from verbale.language.parse import Doc, Token

_BEFORE_CHRIST = re.compile(r"\b\d{1,4}\s(?:BCE?|B\.C\.(?:E\.)?)(?!\w)")


class Context:
    """The Doc and the text, with tokens by character offset."""

    def __init__(self, doc: Doc, text: str) -> None:
        self.doc, self.text = doc, text

    @cached_property
    def starts(self) -> list[int]:
        return [token.idx for token in self.doc]

    @cached_property
    def is_ancient(self) -> bool:
        """True where the text counts years before Christ, more than once."""
        return len(_BEFORE_CHRIST.findall(self.text)) > 1

    def token_at(self, offset: int) -> Token:
        """The token that holds the character at `offset`."""
        return self.doc[max(bisect_right(self.starts, offset) - 1, 0)]

    def before(self, found: Found) -> Token | None:
        token = self.token_at(found.start)
        return self.doc[token.i - 1] if token.i else None

    def after(self, found: Found) -> Token | None:
        token = self.token_at(found.end - 1)
        return self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
