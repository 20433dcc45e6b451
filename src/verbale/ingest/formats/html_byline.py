"""What a page that marks neither writer nor day prints of them: the lines around its headline, read as those of bare
text are."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from verbale.ingest.bare.published import find_published
from verbale.ingest.bare.units import Unit
from verbale.ingest.bare.writers import find_byline
from verbale.model import Published

# Lines below a headline that may name the writer, and above it the day; the longest that may.
_LINES, _ABOVE, _LONGEST = 8, 6, 120
# Paragraphs whose people are no writers of the report, and how short one may be.
_OPENING, _SHORTEST = 8, 90
_SEEN = 60
_BLOCKS = frozenset(("p", "div", "section", "article", "header", "ul", "ol", "table", "figure", "aside", "nav"))
_LINES_TOO = frozenset(("span", "address", "time", "td"))


def byline_below(tree: Any, body: list[str]) -> str:
    """The writers' names in the short lines below the page's headline; "" where none stand there. The people
    of the first paragraphs of `body`, the page's text, write nothing."""
    headline, opening = _headline(tree), _opening(body)
    below = _lines_below(headline) if headline is not None and opening else []
    if not below:
        return ""
    units = _units([_text(headline), *below, *opening])
    return find_byline(units, 0, list(range(1 + len(below), len(units))))[0]


def published_around(tree: Any, body: list[str]) -> Published | None:
    """The day of publication that a short line around the page's headline prints; None where none does."""
    headline, opening = _headline(tree), _opening(body)
    if headline is None or not opening:
        return None
    above, below = _lines_above(headline), _lines_below(headline)
    units = _units([*above, _text(headline), *below, *opening])
    first = len(above) + 1 + len(below)
    found, _ = find_published(units, len(above), list(range(first, len(units))))
    return found if found.how != "unknown" else None


def _headline(tree: Any) -> Any:
    found = next(iter(tree.iter("h1")), None)
    return found if found is not None and _text(found) else None


def _opening(body: list[str]) -> list[str]:
    return [text for text in body if len(text) > _SHORTEST][:_OPENING]


def _units(texts: list[str]) -> list[Unit]:
    return [Unit(text, 0, True, False, len(text)) for text in texts]


def _text(element: Any) -> str:
    return " ".join(element.text_content().split())


def _lines_below(headline: Any) -> list[str]:
    found: list[str] = []
    for element in _inner(islice(_behind(headline), _SEEN)):
        text = _text(element)
        if len(text) > _LONGEST or len(found) >= _LINES:
            break
        found += [text] if text else []
    return found


def _lines_above(headline: Any) -> list[str]:
    """The short lines that the page opens with, in order, the nearest ones."""
    lines = map(_text, _inner(headline.xpath("preceding::*")[-_SEEN:]))
    return [text for text in lines if 0 < len(text) <= _LONGEST][-_ABOVE:]


def _inner(elements: Iterable[Any]) -> list[Any]:
    """The innermost blocks among a page's elements, up to the next headline."""
    found: list[Any] = []
    for element in elements:
        if element.tag in ("h1", "h2"):
            break
        inner = any(child.tag in _BLOCKS | {"td", "tr", "tbody"} for child in element)
        if element.tag in _BLOCKS | _LINES_TOO and not inner and element.getparent() not in found:
            found.append(element)
    return found


def _behind(element: Any) -> Iterator[Any]:
    """The elements that begin behind the end of `element`, in order."""
    for within in (element, *element.iterancestors()):
        for sibling in within.itersiblings():
            yield from sibling.iter("*")
