"""What kind of quotation one is: words said, a title, a term in the reporter's sentence."""

import re

from verbale.extract.attribution.draft import Chars, Reading
from verbale.extract.attribution.quotes import Quote

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SAYING = frozenset({"said", "says", "say", "added", "adding", "saying", "wrote", "that", "told", "asked", "replied"})
# What stands before a title amid a sentence.
_INTO = frozenset({"on", "in", "of", "from", "for", "at", "called", "titled", "entitled", "named"})


def starts_sentence(reading: Reading, quote: Quote) -> bool:
    """Whether a sentence starts with `quote`."""
    return quote.start - reading.sentences.start(quote.start) <= 1


def ends_clause(text: str, quote: Quote) -> bool:
    """Whether a clause ends with `quote`."""
    return text[quote.end : quote.end + 2].strip()[:1] in ("", ".", ",", ";")


def is_utterance(text: str, quote: Quote) -> bool:
    """Whether a quotation can stand as words said, not as a term, a title or a phrase in the reporter's sentence."""
    inner = text[quote.inner_start : quote.inner_end].strip()
    words = _WORD.findall(inner)
    if not words or is_title(text, quote):
        return False
    if inner[-1] in ",.?!—…-" or quote.goes_on or quote.continues:
        return inner[0].isupper() or inner[0] in "([…." or not inner[0].isalpha() or len(words) >= 3
    return len(words) >= 5 and inner[0].isupper()


def is_title(text: str, quote: Quote) -> bool:
    """Whether a quotation is the name of a work or a show: capitals on its main words, in the middle of a sentence."""
    inner = text[quote.inner_start : quote.inner_end].strip()
    words = _WORD.findall(inner)
    if not words or inner[-1] in "?!…—" or len(words) > 8:
        return False
    before = text[max(0, quote.start - 20) : quote.start]
    word = re.search(r"([^\W_]+)\s+$", before)
    if word is None or not (word[1].islower() or "’" in before[-4:] or "'" in before[-4:]) or word[1] in _SAYING:
        return False
    if inner[-1] == "." and word[1] not in _INTO:
        return False  # a title that closes its sentence takes the full stop in ("on “Fox and Friends.”")
    return all(word[0].isupper() or word[0].isdigit() or len(word) <= 4 for word in words) and words[0][0].isupper()


def quotation_after(reading: Reading, end: int) -> Chars | None:
    """The quotation that stands right after token `end`, a comma between or not ("in the words of one lawyer, “…”")."""
    doc = reading.doc
    while end < len(doc) and doc[end].text == ",":
        end += 1
    quote = reading.quoted[end] if end < len(doc) else -1
    if quote < 0 or reading.quoted_from(quote) != end:
        return None
    return reading.quotes[quote].inner_start, reading.quotes[quote].inner_end
