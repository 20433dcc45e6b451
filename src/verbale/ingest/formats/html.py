"""HTML: main text by trafilatura, and what it leaves to be found: captions, section heads, headline, byline, outlet
and date."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import lxml.etree
from trafilatura import bare_extraction
from trafilatura.settings import Extractor
from trafilatura.utils import load_html

from verbale.ingest.bare.captions import caption_strength, is_signed_off
from verbale.ingest.bare.credits import is_credit_alone
from verbale.ingest.bare.furniture import FURNITURE, furniture_kind, words_in
from verbale.ingest.bare.mend import plain_furniture
from verbale.ingest.byline import has_byline_lead, names_in_byline
from verbale.ingest.clean import Piece, clean
from verbale.ingest.formats.html_byline import byline_below, published_around
from verbale.ingest.formats.html_meta import Meta, read_meta
from verbale.ingest.page import Block, Page
from verbale.model import Dropped, UnreadableReport

# The depth at which libxml2 stops building a tree, against hostile pages.
_DEEPEST = 255
_WORDS = re.compile(r"\w+")
# A paragraph is looked for by so many of its first characters.
_OPENINGS = (40, 20, 10)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|caption|figcaption|(?:image|photo|media|img|picture)[_-]*caption)", re.IGNORECASE
)
# By attribute first: libxml2 is far faster so than by a test of each element.
_CAPTIONS = lxml.etree.XPath("//figcaption | //@class[contains(., 'aption')]/..")
_CAPTION_WORDS = 90
# What holds no word of a report. trafilatura takes it out as well, but only after it searched it several times over.
_WORDLESS = ("head", "script", "style", "svg", "link", "meta", "source")
# The one script that trafilatura reads: it tells a forum's thread, whose posts are no comments.
_FORUM = "DiscussionForumPosting"
_CONTAINERS = frozenset(("html", "body", "article", "main", "section", "figure", "img", "a", "ul", "ol", "table"))
_CAPTION_LABEL = re.compile(
    r"^(?:image|photo|picture|caption|file)? ?(?:caption|\d+ of \d+|\d+/\d+)\s*[:.|-]?\s+", re.IGNORECASE
)
_NOT_CAPTION = re.compile(
    r"relat|recommend|teaser|sidebar|promo|trending|most-|footer|comment|widget|card|gallery|slide|carousel|video|player|thumb",
    re.IGNORECASE,
)


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
    captions, others = _take_captions(tree) if "aption" in text or "APTION" in text else ([], [])
    if _FORUM not in text:
        lxml.etree.strip_elements(tree, *_WORDLESS, with_tail=False)
    document: Any = bare_extraction(tree, options=_extractor())
    blocks = list(_blocks(document.body)) if document is not None and document.body is not None else []
    byline = next((names for _, text in blocks[:4] if _is_byline(text, "") and (names := names_in_byline(text))), "")
    if not byline and not meta.known.byline:
        byline = byline_below(tree, [text for _, text in blocks])
    known = meta.known if meta.known.byline else replace(meta.known, byline=byline)
    if known.published.how == "unknown":
        printed = published_around(tree, [text for _, text in blocks])
        known = replace(known, published=printed) if printed else known
    blocks, apart = _without_head(blocks, meta)
    blocks, more = _without_captions(blocks)
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


def no_report(path: str, cut: bool = False) -> UnreadableReport:
    problem = f"HTML nested more than {_DEEPEST} deep" if cut else "a web page without running text"
    return UnreadableReport(path, problem, "save the page once it has loaded, or paste its text")


def _is_cut(tree: Any) -> bool:
    """Whether the parser stopped at its bound on depth, and lost what lay deeper."""
    return any(sum(1 for _ in element.iterancestors()) >= _DEEPEST - 5 for element in tree.iter() if len(element) == 0)


def _take_captions(tree: Any) -> tuple[list[str], list[tuple[str, str]]]:
    """The captions of the report's own pictures, and those left out, with the reason. All are taken out of the tree,
    so that they do not stand in the body too."""
    found = dict.fromkeys(
        element
        for element in _CAPTIONS(tree)
        if element.tag == "figcaption"
        or (element.tag not in _CONTAINERS and _CAPTION.search(element.get("class") or ""))
    )
    taken: list[str] = []
    others: dict[str, str] = {}
    for element in found:
        if any(above in found for above in element.iterancestors()):
            continue
        if element.tag != "figcaption" and len(element.text_content()) > 8 * _CAPTION_WORDS:
            continue
        words = _CAPTION_LABEL.sub("", " ".join(" ".join(element.itertext()).split()))
        own = not _elsewhere(element)
        fits = own and 4 <= words.count(" ") + 1 <= _CAPTION_WORDS
        twice = any(_same(words, one) for one in taken)
        if fits and not twice and not _is_notice(words):
            taken.append(words)
        elif words and words not in taken:
            told = "no caption of a picture" if own else "picture of another story"
            others.setdefault(words, "caption printed twice" if twice else told)
        if element.getparent() is not None:
            element.drop_tree()
    return taken, list(others.items())


def _is_notice(words: str) -> bool:
    """Whether what stands where captions do is furniture. A credit, or the owner's copyright sign, makes no notice of
    a caption; alone, it says nothing of what the picture shows."""
    kind, how = furniture_kind(words_in(words.lower()))
    if kind in ("", "photo"):
        return how == "is" or is_credit_alone(words, known=bool(kind))
    return not (kind == "copyright" and caption_strength(words) > 1)


def _same(one: str, other: str) -> bool:
    """Whether two captions are of one picture: the same words to begin with, as in a gallery behind the picture."""
    return one[:60] == other[:60]


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
    return kept, apart


def _without_captions(blocks: list[tuple[Any, str]]) -> tuple[list[tuple[Any, str]], list[str]]:
    """The blocks without captions that no mark-up tells, by their credits; and these. What an agency signs at the end
    of its copy is none."""
    last = len(blocks) - 1
    kinds = [
        kind == "body" and caption_strength(text) > 1 and not (number == last and is_signed_off(text))
        for number, (kind, text) in enumerate(blocks)
    ]
    if all(kinds):
        return blocks, []
    kept = [block for block, caption in zip(blocks, kinds, strict=True) if not caption]
    return kept, [text for (_, text), caption in zip(blocks, kinds, strict=True) if caption]


def _furniture(text: str) -> str:
    """What furniture a block of the main text is, or ""."""
    if text.count(" ") > 14:
        return ""
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
