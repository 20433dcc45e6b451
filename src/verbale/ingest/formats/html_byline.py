"""The byline of a page that marks none: the lines between headline and text, read as those of bare text are."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from verbale.ingest.bare.units import Unit
from verbale.ingest.bare.writers import find_byline

# Lines below a headline that may name the writer, and the longest that may.
_LINES, _LONGEST = 8, 120
# Paragraphs whose people are no writers of the report.
_OPENING = 8
_SEEN = 60
_BLOCKS = frozenset(("p", "div", "section", "article", "header", "ul", "ol", "table", "figure", "aside", "nav"))
_LINES_TOO = frozenset(("span", "address", "time"))


def byline_below(tree: Any, body: list[str]) -> str:
    """The writers' names in the short lines below the page's headline; "" where none stand there. The people
    of the first paragraphs of `body`, the page's text, write nothing."""
    opening = [text for text in body if len(text) > _LONGEST][:_OPENING]
    headline = next(iter(tree.iter("h1")), None)
    if headline is None or not opening:
        return ""
    texts = [" ".join(headline.text_content().split())]
    for element in _following(headline):
        text = " ".join(element.text_content().split())
        if len(text) > _LONGEST or len(texts) > _LINES:
            break
        if text:
            texts.append(text)
    if not texts[0] or len(texts) == 1:
        return ""
    units = [Unit(text, 0, True, False, len(text)) for text in (*texts, *opening)]
    return find_byline(units, 0, list(range(len(texts), len(units))))[0]


def _following(element: Any) -> list[Any]:
    """The innermost blocks that stand behind `element` in the page, a few, up to the next headline."""
    found: list[Any] = []
    for after in islice(_behind(element), _SEEN):
        if after.tag in ("h1", "h2"):
            break
        inner = any(child.tag in _BLOCKS for child in after)
        if after.tag in _BLOCKS | _LINES_TOO and not inner and after.getparent() not in found:
            found.append(after)
    return found


def _behind(element: Any) -> Iterator[Any]:
    """The elements that begin behind the end of `element`, in order."""
    for within in (element, *element.iterancestors()):
        for sibling in within.itersiblings():
            yield from sibling.iter("*")
