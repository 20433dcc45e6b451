"""JSON and JSON-lines from news APIs: each article is a source, its fields found by name or by the user's mapping."""

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from verbale.ingest.byline import names_in_byline
from verbale.ingest.dates import as_time, parse_day
from verbale.ingest.decode import Binary, decode
from verbale.ingest.options import JSON_FIELDS, ReadOptions
from verbale.ingest.page import UNKNOWN, Known, first_known
from verbale.ingest.source import Source, too_large
from verbale.model import Published, UnreadableReport

_ITEMS = ("articles", "results", "items", "docs", "data", "response", "news", "stories", "hits", "value", "entries")
_MARKUP = re.compile(r"</?(?:p|div|br|h[1-6]|article|span|a|ul|li)\b[^<>]*>", re.IGNORECASE)


def json_articles(source: Source) -> Iterator[Source | UnreadableReport]:
    """The articles in a JSON document: itself, its array, or the array at the user's path."""
    content = source.content()
    try:
        data = json.loads(decode(content, source.charset).text)
    except (ValueError, Binary, RecursionError) as error:
        if "Extra data" in str(error):  # one object a line after all, the first of them long
            yield from jsonl_articles(replace(source, stream=io.BytesIO(content), head=b""))
            return
        raise UnreadableReport(source.path, "broken JSON", "check that the file is whole") from None
    articles = _articles(data, source.options)
    if not articles:
        raise UnreadableReport(
            source.path, "JSON without articles that carry a text", "name the fields: --json-fields text=path.to.text"
        )
    for number, article in enumerate(articles[: source.options.limits.members], 1):
        yield _article(source, article, source.path if len(articles) == 1 else f"{source.path}#{number}")


def jsonl_articles(source: Source) -> Iterator[Source | UnreadableReport]:
    """One article a line, read line by line."""
    limit = source.options.limits.report_bytes
    stream = source.reader()
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        path = f"{source.path}#{number}"
        if len(line) > limit:
            raise too_large(path, limit)
        if not line.strip():
            continue
        if number > source.options.limits.members:
            raise UnreadableReport(
                source.path,
                f"more than {source.options.limits.members:,} lines",
                "split it, or raise the limit (members)",
            )
        try:
            article = json.loads(decode(line.removeprefix(b"\xef\xbb\xbf"), "utf-8").text)
        except (ValueError, Binary, RecursionError):
            yield UnreadableReport(path, "broken JSON", "check that line")
            continue
        if not isinstance(article, dict) or not _text(article, source.options)[0]:
            yield UnreadableReport(path, "an article without text", "name the fields: --json-fields text=path.to.text")
            continue
        yield _article(source, article, path)


def _articles(data: Any, options: ReadOptions) -> list[dict[str, Any]]:
    """The articles in a document, searched where news APIs put them."""
    if options.json_items:
        data = _at(data, options.json_items)
    queue, looked = [data], 0
    while queue and looked < 50:
        item = queue.pop(0)
        looked += 1
        if isinstance(item, list):
            found = [_source(each) for each in item if isinstance(each, dict)]
            found = [each for each in found if _text(each, options)[0]]
            if found:
                return found
        elif isinstance(item, dict):
            if _text(item, options)[0]:
                return [item]
            queue.extend(item[name] for name in _ITEMS if isinstance(item.get(name), list | dict))
    return []


def _source(item: dict[str, Any]) -> dict[str, Any]:
    inner = item.get("_source")
    return inner if isinstance(inner, dict) else item


def _at(data: Any, path: str) -> Any:
    """What stands at a dotted path; a number picks from a list."""
    for name in path.split("."):
        if isinstance(data, dict):
            data = data.get(name)
        elif isinstance(data, list) and name.isdigit() and int(name) < len(data):
            data = data[int(name)]
        else:
            return None
    return data


def _field(article: Mapping[str, Any], name: str, options: ReadOptions) -> str:
    mapped = options.json_fields.get(name)
    if mapped:
        return _words(_at(article, mapped))
    return next((words for field in JSON_FIELDS[name] if (words := _words(article.get(field)))), "")


def _words(value: Any) -> str:
    """A field's text, whether it is a text, a number, a list of texts, or a thing with a name or text."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        parts = [_words(item) for item in value[:2000]]
        return ("\n\n" if any(len(part) > 80 for part in parts) else " and ").join(part for part in parts if part)
    if isinstance(value, dict):
        return next((_words(value[key]) for key in ("name", "title", "text", "value", "main") if value.get(key)), "")
    return ""


def _text(article: Mapping[str, Any], options: ReadOptions) -> tuple[str, bool]:
    """An article's text, and whether it is HTML."""
    for name in ("text", "html"):
        text = _field(article, name, options)
        if text.strip() and not text.startswith(("http://", "https://")):
            return text, name == "html" or len(_MARKUP.findall(text[:20_000])) >= 2
    return "", False


def _article(source: Source, article: Mapping[str, Any], path: str) -> Source:
    options = source.options
    text, is_html = _text(article, options)
    known = Known(
        outlet=_field(article, "outlet", options),
        url=_field(article, "url", options),
        headline=" ".join(_field(article, "headline", options).split()),
        byline=names_in_byline(_field(article, "byline", options)),
        language=_field(article, "language", options)[:2].lower(),
        published=_published(_field(article, "published", options)),
    )
    page = f"<html><body><article>{text}</article></body></html>" if is_html else text
    return replace(
        source,
        path=path,
        stream=io.BytesIO(page.encode("utf-8", "replace")),
        head=b"",
        known=first_known(source.known, known),
        depth=source.depth + 1,
        media_type="text/html" if is_html else "text/plain",
        charset="utf-8",
    )


def _published(value: str) -> Published:
    """A date as APIs write it, or seconds (or milliseconds) since 1970 in UTC."""
    value = value.strip()
    day = parse_day(value)
    if day is None and re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", value):
        seconds = float(value) / (1000 if len(value.split(".")[0]) >= 12 else 1)
        day = datetime.fromtimestamp(seconds, UTC).date()
    return Published(as_time((day,), value[:40]), "metadata", ("the article's field",)) if day else UNKNOWN
