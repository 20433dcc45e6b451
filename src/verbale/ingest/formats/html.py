"""HTML: main text by trafilatura, and what it leaves to be found: captions, section heads, headline, byline, outlet
and date."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from trafilatura import bare_extraction
from trafilatura.settings import Extractor
from trafilatura.utils import load_html

from verbale.ingest.byline import has_byline_lead, names_in_byline
from verbale.ingest.clean import Piece, clean
from verbale.ingest.formats.html_meta import Meta, read_meta
from verbale.ingest.page import Block, Page
from verbale.model import UnreadableReport

_WORDS = re.compile(r"\w+")
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|caption|figcaption|(?:image|photo|media|img|picture)[_-]*caption)", re.IGNORECASE
)
_NOT_CAPTION = re.compile(
    r"relat|recommend|teaser|sidebar|promo|trending|most-|footer|comment|widget|card|gallery-nav", re.IGNORECASE
)


@cache
def _extractor() -> Extractor:
    # Precision favoured: on article-extraction-benchmark it beats the default mode; comments are never report text.
    return Extractor(output_format="python", precision=True, comments=False)


def read_html(text: str, path: str, url: str = "", tag_depth: int = 400) -> Page:
    """The report in a page of HTML, given as decoded text. `url` is its address where known.

    Offsets are best effort: each paragraph maps to where its first words stand in the HTML, or, where mark-up cuts
    these up, to the paragraph before it. Raises UnreadableReport where the page holds no text.
    """
    check_depth(text, path, tag_depth)
    tree = load_html(text)
    if tree is None:
        raise no_report(path)
    meta = read_meta(tree, text, url)
    captions = list(_take_captions(tree))
    document: Any = bare_extraction(tree, options=_extractor())
    blocks = list(_blocks(document.body)) if document is not None and document.body is not None else []
    byline = next((names for _, text in blocks[:4] if _is_byline(text, "") and (names := names_in_byline(text))), "")
    blocks = _without_head(blocks, meta)
    if not blocks and not captions:
        raise no_report(path)
    place = _Places(text)
    return Page(
        tuple(Block(kind, place.of(words)) for kind, words in blocks),
        tuple(place.of(words, back=True) for words in captions),
        meta.known if meta.known.byline else replace(meta.known, byline=byline),
    )


def no_report(path: str) -> UnreadableReport:
    return UnreadableReport(
        path, "a web page without running text", "save the page once it has loaded, or paste its text"
    )


_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Elements that HTML lets stand without an end tag.
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr")
)
_VOID |= {"track", "p", "li", "td", "th", "tr", "option", "dt", "dd"}


def check_depth(text: str, path: str, limit: int) -> None:
    """Raise UnreadableReport where elements nest deeper than `limit`, before any parser takes them on."""
    if text.count("<") < limit:
        return
    depth = deepest = 0
    for closing, name in _TAG.findall(text):
        if name.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > deepest:
            deepest = depth
            if deepest > limit:
                raise UnreadableReport(
                    path, f"HTML nested more than {limit} deep", "save the page again, or raise the limit (tag_depth)"
                )


def _take_captions(tree: Any) -> Iterator[str]:
    """The captions of the report's own pictures, taken out of the tree so that they do not stand in the body too."""
    found = []
    for element in tree.iter("figcaption", "p", "div", "span", "dd"):
        if element.tag == "figcaption" or _CAPTION.search(element.get("class") or ""):
            found.append(element)
    for element in found:
        if any(above in found for above in element.iterancestors()):
            continue
        words = " ".join("".join(element.itertext()).split())
        if 4 <= len(words.split()) <= 150 and not _elsewhere(element):
            yield words
        parent = element.getparent()
        if parent is not None:
            element.drop_tree()


def _elsewhere(element: Any) -> bool:
    for depth, above in enumerate(element.iterancestors()):
        if depth > 10 or above.tag in ("body", "html"):
            return False
        if above.tag in ("aside", "footer", "nav", "a"):
            return True
        if _NOT_CAPTION.search(f"{above.get('class') or ''} {above.get('id') or ''}"):
            return True
    return False


def _blocks(body: Any) -> Iterator[tuple[Any, str]]:
    """Paragraphs and section heads of trafilatura's result, in order, without recursion."""
    stack: list[Any] = [("open", body)]
    pending: list[str] = []

    def flush(kind: str) -> Iterator[tuple[Any, str]]:
        words = " ".join("".join(pending).split())
        pending.clear()
        if words:
            yield kind, words

    while stack:
        step, element = stack.pop()
        if step == "text":
            pending.append(element)
            continue
        if step != "open":
            yield from flush(step)
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        block = tag in ("p", "head", "item", "quote", "row", "list", "table", "code", "body", "div", "ab", "fw")
        kind = "section_head" if tag == "head" else "body"
        if block:
            yield from flush("body")
        following: list[Any] = [("text", element.text)] if element.text and tag else []
        for child in element:
            following.append(("open", child))
            if child.tail:
                following.append(("text", child.tail))
        if block:
            following.append((kind, None))
        elif tag == "lb":
            following = [("text", "\n"), *following]
        elif tag == "cell":
            following.append(("text", " "))
        stack.extend(reversed(following))
    yield from flush("body")


def _without_head(blocks: list[tuple[Any, str]], meta: Meta) -> list[tuple[Any, str]]:
    """The blocks without the headline, which stands in a field of its own."""
    heads = {_key(text) for text in (meta.known.headline, *meta.headings) if text}
    last = len(blocks) - 2
    kept = [
        block
        for number, block in enumerate(blocks)
        if not (number < 6 and _key(block[1]) in heads)
        and not ((number < 4 or number >= last) and _is_byline(block[1], meta.known.byline))
    ]
    while kept and kept[-1][0] == "section_head":
        kept.pop()
    return kept


def _is_byline(text: str, byline: str) -> bool:
    """Whether a block says who wrote the report and nothing else."""
    if text.count(" ") > 14:
        return False
    return (has_byline_lead(text) and bool(names_in_byline(text))) or (bool(byline) and _key(text) == _key(byline))


def _key(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


class _Places:
    """Finds where paragraphs stand in the HTML that they come from, each after the one before it."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def of(self, words: str, back: bool = False) -> Piece:
        """`words` as a piece; with `back` the search begins at the top again."""
        piece = clean(words)
        start = 0 if back else self._at
        for length in (40, 20, 10):
            opening = piece.text[:length]
            found = self._text.find(opening, start)
            if found >= 0:
                if not back:
                    self._at = found + len(opening)
                return Piece(piece.text, ((0, found),))
        return Piece(piece.text, ((0, start),))
