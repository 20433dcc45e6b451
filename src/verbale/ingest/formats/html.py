"""HTML: main text by trafilatura, and what it leaves to be found: captions, section heads, headline, byline, outlet
and date."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import lxml.etree
from msgspec import structs
from trafilatura import bare_extraction
from trafilatura.settings import Extractor
from trafilatura.utils import load_html

from verbale.ingest.bare.closing import closes_page
from verbale.ingest.bare.credits import CREDIT_WORDS, is_credit_only
from verbale.ingest.bare.furniture import FURNITURE, furniture_kind, words_in
from verbale.ingest.bare.mend import plain_furniture
from verbale.ingest.bare.published import is_date_line
from verbale.ingest.byline import collective_byline, has_byline_lead, names_in_byline
from verbale.ingest.clean import Piece, clean
from verbale.ingest.formats.html_byline import byline_below, published_around
from verbale.ingest.formats.html_captions import beside_pictures, take_captions, without_captions
from verbale.ingest.formats.html_meta import Meta, read_meta
from verbale.ingest.page import Block, Known, Page
from verbale.model import Dropped, UnreadableReport

# Blocks at the text's edges that may be furniture, and what parts links.
_EDGE, _BARS, _BRACKETED = 4, re.compile(r"\s+[|·•]\s+"), re.compile(r"(?:\[[^\]]{2,60}\]\s*){2,}")
_POINTER, _HEADING = 45, 14
# The depth at which libxml2 stops building a tree, against hostile pages.
_DEEPEST = 255
_WORDS = re.compile(r"\w+")
# What holds no word of a report. trafilatura takes it out as well, but only after it searched it several times over.
_WORDLESS = ("head", "script", "style", "svg", "link", "meta", "source")
# The one script that trafilatura reads: it tells a forum's thread, whose posts are no comments.
_FORUM = "DiscussionForumPosting"
# What a list that goes on the text stands right behind, and the fewest words of its items.
_LEADS, _FEW = frozenset({"p", "h2", "h3", "h4", "h5"}), 3
# A paragraph is looked for by so many of its first characters.
_OPENINGS = (40, 20, 10)


@cache
def _extractor() -> Extractor:
    # Precision favoured: on article-extraction-benchmark it beats the default mode; comments are never report text.
    return Extractor(output_format="txt", precision=True, comments=False)


def read_html(text: str, path: str, url: str = "") -> Page:
    """The report in a page of HTML, given as decoded text. `url` is its address where known.

    Offsets are best effort: each paragraph maps to where its first words stand in the HTML, or, where mark-up cuts
    these up, to the paragraph before it. Raises UnreadableReport where the page holds no text.
    """
    tree = load_html(text)
    if tree is None:
        raise no_report(path)
    meta = read_meta(tree, url)
    captions, others = take_captions(tree) if "aption" in text or "APTION" in text else ([], [])
    captions += beside_pictures(tree, captions) if "<img" in text or "<IMG" in text else []
    if _FORUM not in text:
        lxml.etree.strip_elements(tree, *_WORDLESS, with_tail=False)
    _lists_as_paragraphs(tree)
    document: Any = bare_extraction(tree, options=_extractor())
    blocks = list(_blocks(document.body)) if document is not None and document.body is not None else []
    byline = next((names for _, text in blocks[:4] if _is_byline(text, "") and (names := names_in_byline(text))), "")
    if not byline and not meta.known.byline:
        byline = byline_below(tree, [text for _, text in blocks])
    known = meta.known if meta.known.byline else structs.replace(meta.known, byline=byline)
    if known.published.how == "unknown":
        printed = published_around(tree, [text for _, text in blocks])
        known = structs.replace(known, published=printed) if printed else known
    blocks, apart = _without_head(blocks, replace(meta, known=known))
    blocks, more = without_captions(blocks)
    captions += more
    if not blocks and not captions:
        raise no_report(path, text.count("<") > _DEEPEST and _is_cut(tree))
    place = _Places(text)
    return Page(
        tuple(Block(kind, place.of(words)) for kind, words in blocks),
        tuple(place.of(words, back=True) for words in captions),
        known,
        tuple(place.left_out(words, reason) for words, reason in [*apart, *others]),
    )


def _lists_as_paragraphs(tree: Any) -> None:
    """Make paragraphs of the items of a list that goes on the text: right after a paragraph or a head, of words alone.
    trafilatura takes many such lists ("The main points: …") for links."""
    for listed in list(tree.iter("ul", "ol")):
        before = listed.getprevious()
        items = [item for item in listed if item.tag == "li"]
        told = before is not None and before.tag in _LEADS and len(items) > 1 and len(items) == len(listed)
        if not told or any(item.find(".//a") is not None or len(item.text_content().split()) < _FEW for item in items):
            continue
        for item in items:
            item.tag = "p"
        listed.drop_tag()


def no_report(path: str, cut: bool = False) -> UnreadableReport:
    problem = f"HTML nested more than {_DEEPEST} deep" if cut else "a web page without running text"
    return UnreadableReport(path, problem, "save the page once it has loaded, or paste its text")


def _is_cut(tree: Any) -> bool:
    """Whether the parser stopped at its bound on depth, and lost what lay deeper."""
    return any(sum(1 for _ in element.iterancestors()) >= _DEEPEST - 5 for element in tree.iter() if len(element) == 0)


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


def _without_head(blocks: list[tuple[Any, str]], meta: Meta) -> tuple[list[tuple[Any, str]], list[tuple[str, str]]]:
    """The blocks without headline and byline, which stand in fields of their own, and without furniture; and what was
    left out, with the reason."""
    heads = {_key(text) for text in (meta.known.headline, *meta.headings) if text}
    longest = 2 * max(map(len, heads), default=0)
    last = len(blocks) - 2
    kept, apart = [], []
    for number, (kind, text) in enumerate(blocks):
        if number < 6 and len(text) <= longest and _key(text) in heads:
            apart.append((text, "headline"))
        elif furniture := _furniture(text):
            apart.append((text, furniture))
        elif (number < 4 or number >= last) and _is_byline(text, meta.known.byline):
            apart.append((text, "byline"))
        else:
            kept.append((kind, text))
    while kept and kept[-1][0] == "section_head":
        apart.append((kept.pop()[1], "heads nothing"))
    return _without_edges(kept, apart, meta.known)


def _without_edges(
    kept: list[tuple[Any, str]], apart: list[tuple[str, str]], known: Known
) -> tuple[list[tuple[Any, str]], list[tuple[str, str]]]:
    """The blocks without bars of links above and below the text, and without lines that close the page; and all that
    was left out."""
    first, last = 0, len(kept)
    while first < min(_EDGE, last - 1) and (_is_bar(kept[first][1]) or _heads_text(kept[first][1], known.byline)):
        first += 1
    names = [known.outlet.lower()] if known.outlet else []
    while last > max(first + 1, len(kept) - _EDGE):
        text = kept[last - 1][1]
        if not (_is_bar(text) or closes_page(text, names) or _points_away(text)):
            break
        last -= 1
    left = [(text, "before the text") for _, text in kept[:first]] + [
        (text, "after the text") for _, text in kept[last:]
    ]
    return kept[first:last], [*apart, *left]


def _heads_text(text: str, byline: str) -> bool:
    """Whether a block above the text says when it came out or who wrote it."""
    if text.count(" ") > _HEADING or text[-1] in ".!?":
        return False
    return is_date_line(text) or bool(collective_byline(text)) or (bool(byline) and text.startswith(byline))


def _is_bar(text: str) -> bool:
    """Whether a block is short words set apart by bars, as links are, and no sentence."""
    if _BRACKETED.fullmatch(text):
        return True
    parts = _BARS.split(text)
    return len(parts) > 1 and text[-1] not in '.!?…”"' and all(0 < len(part.split()) <= 4 for part in parts)


def _points_away(text: str) -> bool:
    """Whether a block points to another story."""
    return text.count(" ") < _POINTER and ":" in text and furniture_kind(words_in(text.lower()))[0] == "related"


def _furniture(text: str) -> str:
    """What furniture a block of the main text is, or ""."""
    if text.count(" ") > 14:
        return ""
    if text.count(" ") < CREDIT_WORDS and is_credit_only(text):
        return FURNITURE["photo"]
    kind, how = furniture_kind(words_in(text.lower()))
    plain = how == "is" or (kind in ("ad", "subscribe") and plain_furniture(text))
    return FURNITURE[kind] if plain and kind in ("ad", "share", "related", "subscribe", "comment") else ""


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

    def left_out(self, words: str, reason: str) -> Dropped:
        """`words` as a line that is no part of the report."""
        piece = self.of(words, back=True)
        return Dropped(piece.text, reason, piece.offset)

    def of(self, words: str, back: bool = False) -> Piece:
        """`words` as a piece; with `back` the search begins at the top again."""
        piece = clean(words)
        start = 0 if back else self._at
        # What does not hold the shortest opening holds no longer one.
        found, opening = self._text.find(piece.text[: _OPENINGS[-1]], start), ""
        for length in _OPENINGS if found >= 0 else ():
            opening = piece.text[:length]
            at = self._text.find(opening, found)
            if at >= 0:
                found = at
                break
        if found < 0:
            return Piece(piece.text, ((0, start),))
        if not back:
            self._at = found + len(opening)
        return Piece(piece.text, ((0, found),))
