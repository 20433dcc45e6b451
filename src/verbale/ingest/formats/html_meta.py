"""What a page of HTML says of itself: JSON-LD (schema.org), Open Graph and other meta elements, <time>, its address."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

import lxml.etree

from verbale.ingest.byline import collective_byline, is_masthead, names_in_byline
from verbale.ingest.clean import clean
from verbale.ingest.dates import as_time, day_in_address, parse_day, until
from verbale.ingest.page import UNKNOWN, Known
from verbale.model import Published

_ARTICLE_TYPE = re.compile(r"Article|BlogPosting|Report|LiveBlog|Review|WebPage$", re.IGNORECASE)
# Names of meta elements, most certain first.
_PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date.created",
    "dc.date",
    "dc.created",
    "article.published",
    "published-date",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "published_time",
    "published_at",
    "ptime",
    "displaydate",
    "originalpublicationdate",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "bt:pubdate",
    "og:pubdate",
    "og:published_time",
    "rnews:datepublished",
    "date",
)
_OUTLET_META = ("og:site_name", "application-name", "dc.publisher", "article:publisher_name", "publisher")
_AUTHOR_META = (
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "dcterms.creator",
)
_TITLE_META = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:byline|by-line|author-name|author__name|article-author|c-byline)|(?:^|\s)authors?(?:$|\s)",
    re.IGNORECASE,
)
_DATE_CLASS = re.compile(
    r"publish|posted|entry-date|post-date|article-date|article__date|story-date|timestamp|dateline|byline|meta-date|date-display"
    r"|^date$|(?:^|[\s_-])date(?:$|[\s_-])|(?:^|[\s_-])time(?:$|[\s_-])",
    re.IGNORECASE,
)
# What parts a page's title from the name of its site.
_TITLE_PARTS = re.compile(r"\s+(?:\||-|–|—|::|»|·)\s+")
_UPDATED = re.compile(r"updat|modif|revis", re.IGNORECASE)
_NOT_THIS_REPORT = re.compile(
    r"relat|recommend|teaser|sidebar|promo|trending|most-|footer|comment|widget|popular|latest", re.IGNORECASE
)


# Elements that may print writers or a date, searched for only where the metadata do not say (by attribute:
# libxml2 is far faster so than by a test of each element).
_BYLINES = lxml.etree.XPath(
    "//@class[contains(.,'yline') or contains(.,'y-line') or contains(.,'uthor')]/.."
    " | //@rel[.='author']/.. | //@itemprop[.='author']/.."
)
_PRINTED = lxml.etree.XPath(
    "//@class[contains(.,'ate') or contains(.,'ime') or contains(.,'ublish') or contains(.,'osted')"
    " or contains(.,'yline')]/.. | //@itemprop[contains(.,'ate')]/.."
)


@dataclass(frozen=True, slots=True)
class Meta:
    """What the page says of itself, and the text of its first headings (for taking them out of the body)."""

    known: Known
    headings: tuple[str, ...]


def read_meta(tree: Any, url: str = "") -> Meta:
    """What the parsed page `tree` says of itself. `url` is its address where known."""
    metas: dict[str, str] = {}
    linked: list[str] = []
    headings: list[str] = []
    title = language = canonical = ""
    times: list[Any] = []
    for element in tree.iter("meta", "script", "title", "h1", "link", "time", "html"):
        tag = element.tag
        if tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            content = element.get("content")
            if name and content:
                metas.setdefault(name.lower(), content)
        elif tag == "script":
            if element.get("type") == "application/ld+json" and element.text and len(linked) < 20:
                linked.append(element.text)
        elif tag == "title":
            title = title or " ".join(element.itertext())
        elif tag == "h1":
            headings.append(clean(" ".join(" ".join(element.itertext()).split())).text)
        elif tag == "link":
            if element.get("rel") == "canonical":
                canonical = canonical or element.get("href") or ""
        elif tag == "html":
            language = language or element.get("lang") or ""
        elif tag == "time":
            times.append(element)
    articles = list(_articles(linked))
    url = url or metas.get("og:url", "") or canonical
    outlet = _first(_name(a.get("publisher")) for a in articles) or _first(metas.get(n, "") for n in _OUTLET_META)
    headline = _headline(articles, metas, headings, title, outlet)
    known = Known(
        outlet=_line(outlet),
        url=url.strip() if urlsplit_safe(url) else "",
        headline=headline,
        byline=_byline(articles, metas, tree),
        language=language[:2].lower(),
        published=_published(articles, metas, times, tree, url),
    )
    return Meta(known, tuple(h for h in headings if h))


def urlsplit_safe(url: str) -> bool:
    """Whether `url` is an address of the web."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _first(values: Iterator[str]) -> str:
    return next((value for value in values if value), "")


def _line(text: str) -> str:
    return clean(" ".join(text.split())).text[:300]


def _articles(scripts: list[str]) -> Iterator[dict[str, Any]]:
    """The articles that JSON-LD describes, with those of a named article type before mere web pages."""
    found: list[tuple[bool, int, dict[str, Any]]] = []
    for script in scripts:
        if len(script) > 1_000_000:
            continue
        try:
            data = json.loads(_LOOSE.sub(" ", script.strip().strip(";")), strict=False)
        except (ValueError, RecursionError):
            continue
        queue, seen = [data], 0
        while queue and seen < 2000:
            item = queue.pop(0)
            seen += 1
            if isinstance(item, list):
                queue.extend(item)
            elif isinstance(item, dict):
                kind = item.get("@type")
                kinds = " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")
                if _ARTICLE_TYPE.search(kinds):
                    found.append((kinds.endswith("WebPage"), len(found), item))
                queue.extend(v for k, v in item.items() if k in ("@graph", "mainEntity", "mainEntityOfPage") and v)
    for _, _, item in sorted(found, key=lambda entry: entry[:2]):
        yield item


_LOOSE = re.compile(r"<!--|-->|//<!\[CDATA\[|//\]\]>|<!\[CDATA\[|\]\]>")


def _name(value: Any) -> str:
    """The name or names in a schema.org value: a text, a thing with a name, or a list of these."""
    if isinstance(value, str):
        return "" if value.startswith(("http:", "https:", "#")) else value
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return " and ".join(name for name in (_name(item) for item in value[:6]) if name)
    return ""


def _headline(
    articles: list[dict[str, Any]], metas: dict[str, str], headings: list[str], title: str, outlet: str
) -> str:
    """The printed heading where it says what the metadata says, else the metadata's headline."""
    said = _first(_line(str(a.get("headline") or "")) for a in articles) or _first(
        _line(metas.get(name, "")) for name in _TITLE_META
    )
    title = _line(title)
    words = set(re.findall(r"\w+", f"{said} {title}".lower()))
    for heading in headings:
        own = re.findall(r"\w+", heading.lower())
        if len(own) >= 2 and sum(word in words for word in own) >= 0.6 * len(own) and heading.lower() != outlet.lower():
            return heading
    if not said and len(headings) == 1 and len(headings[0].split()) >= 3:
        return headings[0]
    return _without_outlet(said or title, outlet)


def _without_outlet(title: str, outlet: str) -> str:
    """A title without the outlet's name that pages put behind it ("… | The Herald") or, with a mark, before it; where
    the page does not say its outlet, without what is surely a paper's name."""
    if outlet:
        name = re.escape(outlet)
        cut = re.sub(rf"\s*(?:\||-|–|—|::|»|·)\s*{name}\s*$", "", title, flags=re.IGNORECASE)
        cut = re.sub(rf"^\s*{name}\s*(?:\||::|»|·)\s*", "", cut, flags=re.IGNORECASE)
        return cut or title
    parts = _TITLE_PARTS.split(title)
    proper = [part for part in parts if not is_masthead(part.lower().split())]
    return proper[0] if len(parts) == 2 and len(proper) == 1 else title


def _byline(articles: list[dict[str, Any]], metas: dict[str, str], tree: Any) -> str:
    """The names that the page gives first, most certain places first; else what it prints in place of a name."""
    collective = ""
    for words in _bylines(articles, metas, tree):
        names = names_in_byline(words)
        if names:
            return names
        collective = collective or collective_byline(words)
    return collective


def _bylines(articles: list[dict[str, Any]], metas: dict[str, str], tree: Any) -> Iterator[str]:
    yield from (_name(article.get("author")) for article in articles)
    yield from (metas.get(name, "") for name in _AUTHOR_META)
    for element in _BYLINES(tree)[:8]:
        marked = "author" in (element.get("rel"), element.get("itemprop"))
        if (marked or _BYLINE_CLASS.search(element.get("class") or "")) and not _elsewhere(element):
            yield _line(" ".join(element.itertext())[:400])


def _elsewhere(element: Any) -> bool:
    """Whether an element stands among other reports' teasers, in a footer or in comments."""
    for depth, above in enumerate(element.iterancestors()):
        if depth > 12:
            break
        if above.tag in ("aside", "footer", "nav"):
            return True
        if above.tag in ("body", "html"):
            continue
        if _NOT_THIS_REPORT.search(f"{above.get('class') or ''} {above.get('id') or ''}"):
            return True
    return False


def _published(
    articles: list[dict[str, Any]], metas: dict[str, str], times: list[Any], tree: Any, url: str
) -> Published:
    for article in articles:
        for name in ("datePublished", "dateCreated", "uploadDate"):
            day = parse_day(str(article.get(name) or ""))
            if day:
                return Published(as_time((day,), str(article[name])[:40]), "metadata", (f"JSON-LD {name}",))
    for name in _PUBLISHED_META:
        day = parse_day(metas.get(name, ""))
        if day:
            return Published(as_time((day,), metas[name][:40]), "metadata", (f"meta {name}",))
    updated = ""
    for element in times:
        value = element.get("datetime") or " ".join(element.itertext())
        label = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        day = parse_day(value)
        if day is None or _elsewhere(element):
            continue
        if _UPDATED.search(label) or _UPDATED.search(
            (element.getprevious() is not None and element.getprevious().text) or ""
        ):
            updated = updated or value
            continue
        return Published(as_time((day,), value.strip()[:40]), "metadata", ("<time> on the page",))
    day = day_in_address(url)
    if day:
        return Published(as_time((day,), url[:200]), "metadata", ("the address holds the day",))
    dated = (e for e in _PRINTED(tree) if _DATE_CLASS.search(e.get("class") or e.get("itemprop") or ""))
    for element in islice(dated, 40):
        words = " ".join(" ".join(element.itertext())[:200].split())
        day = parse_day(words) or parse_day(element.get("content") or "")
        if day and len(words) < 120 and not _elsewhere(element) and not _UPDATED.search(words):
            return Published(as_time((day,), words[:80]), "printed", ("printed with the report",))
    for name in ("article:modified_time", "datemodified", "last-modified", "lastmod", "og:updated_time"):
        day = parse_day(metas.get(name, ""))
        if day:
            return Published(until(day, metas[name][:40]), "metadata", (f"not after meta {name}",))
    day = parse_day(updated)
    if day:
        return Published(until(day, updated[:40]), "metadata", ("not after the update that <time> gives",))
    return UNKNOWN
