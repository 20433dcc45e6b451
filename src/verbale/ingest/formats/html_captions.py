"""Captions in a page of HTML: those that mark-up tells, those beside a picture, and blocks that bear a credit."""

import re
from itertools import islice
from typing import Any

import lxml.etree

from verbale.ingest.bare.captions import caption_strength, is_signed_off
from verbale.ingest.bare.credits import is_credit_alone, is_credit_only
from verbale.ingest.bare.furniture import furniture_kind, words_in

_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|caption|figcaption|(?:image|photo|media|img|picture)[_-]*caption)", re.IGNORECASE
)
# By attribute first: libxml2 is far faster so than by a test of each element.
_CAPTIONS = lxml.etree.XPath("//figcaption | //@class[contains(., 'aption')]/..")
_CAPTION_WORDS = 90
_IMAGES = lxml.etree.XPath("//img")
# So many pictures of a page are looked at; the report's own come first, or navigation's few.
_PICTURES = 60
# A block with so many links is no caption.
_LINKS = 3
_WHOLE = frozenset(("html", "body", "article", "main", "a", "li", "nav", "header", "footer", "h1", "h2", "h3"))
_CONTAINERS = frozenset(("html", "body", "article", "main", "section", "figure", "img", "a", "ul", "ol", "table"))
_CAPTION_LABEL = re.compile(
    r"^(?:image|photo|picture|caption|file)? ?(?:caption|\d+ of \d+|\d+/\d+)\s*[:.|-]?\s+", re.IGNORECASE
)
_NOT_CAPTION = re.compile(
    r"relat|recommend|teaser|sidebar|promo|trending|most-|footer|comment|widget|card|gallery|slide|carousel|video|player|thumb",
    re.IGNORECASE,
)


def take_captions(tree: Any) -> tuple[list[str], list[tuple[str, str]]]:
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


def beside_pictures(tree: Any, taken: list[str]) -> list[str]:
    """The captions that stand in one small block with a picture and that nothing marks, taken out of the tree: those of
    a <figure>, and others that bear a credit."""
    found: list[str] = []
    for image in _IMAGES(tree)[:_PICTURES]:
        block = next((above for above in islice(image.iterancestors(), 3) if above.text_content().strip()), None)
        if block is None or block.tag in _WHOLE or len(block.text_content()) > 6 * _CAPTION_WORDS:
            continue
        words = _CAPTION_LABEL.sub("", " ".join(" ".join(block.itertext()).split()))
        strong = block.tag == "figure" or (caption_strength(words) > 1 and len(block.findall(".//a")) < _LINKS)
        if (
            not strong
            or is_credit_only(words)
            or not 4 <= words.count(" ") + 1 <= _CAPTION_WORDS
            or _is_notice(words)
            or _elsewhere(block)
        ):
            continue
        if not any(_same(words, one) for one in (*taken, *found)):
            found.append(words)
        if block.getparent() is not None:
            block.drop_tree()
    return found


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


def without_captions(blocks: list[tuple[Any, str]]) -> tuple[list[tuple[Any, str]], list[str]]:
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
