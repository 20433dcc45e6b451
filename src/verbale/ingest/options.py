"""What the user says about a source, and the limits that keep hostile input from doing harm."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what one source may take; each may be raised by the user.

    `report_bytes` bounds one report (a page, a member of an archive, a WARC record, a line of JSON-lines), `members`
    the reports in one container, `unpacked_bytes` what one zip or gzip unpacks to, `ratio` how many times its packed
    size that may be, `depth` how deep containers nest, `files` the files of one folder, `line_chars` and `lines` the
    longest line and the number of lines of a text, `tags` the tags of a page of HTML. WARC and JSON-lines are
    streamed: their own size is not bounded.
    """

    report_bytes: int = 20_000_000
    members: int = 1_000_000
    unpacked_bytes: int = 4_000_000_000
    ratio: int = 250
    depth: int = 4
    files: int = 1_000_000
    line_chars: int = 200_000
    lines: int = 50_000
    tags: int = 100_000


# The names that news APIs give their fields, tried in order where the user maps none.
JSON_FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "articleBody", "article_body", "full_text", "fulltext", "story", "bodyText"),
    "html": ("html", "body_html", "content_html", "raw_html"),
    "headline": ("headline", "title", "webTitle", "headLine"),
    "byline": ("byline", "author", "authors", "creator"),
    "published": (
        "published",
        "published_at",
        "publishedAt",
        "publish_date",
        "pub_date",
        "pubDate",
        "datePublished",
        "published_date",
        "webPublicationDate",
        "date",
        "dateTime",
    ),
    "outlet": ("outlet", "source", "publisher", "site_name", "domain", "source_name"),
    "url": ("url", "link", "web_url", "webUrl", "uri", "canonical_url"),
    "language": ("language", "lang"),
    "captions": ("captions", "caption"),
}


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user gives for one source or a whole batch. What is given overrides what is found.

    `plain` takes the text as it is, to the letter. `json_fields` maps our names (text, headline, byline, published,
    outlet, url, language, captions) to dotted paths in the user's JSON ("response.fields.bodyText"); `json_items`
    is the dotted path of the array of articles, where it is not found by itself.
    """

    published: date | None = None
    outlet: str = ""
    url: str = ""
    headline: str = ""
    plain: bool = False
    json_fields: Mapping[str, str] = field(default_factory=dict)
    json_items: str = ""
    limits: Limits = Limits()
    any_language: bool = False


DEFAULTS = ReadOptions()
