"""From a page of bare text to a `Page`: body, section heads, captions, headline, byline, day, and what was dropped."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from verbale.ingest.address import address_in, is_page, outlet_of
from verbale.ingest.bare.captions import caption_strength, find_captions, is_printed_twice, is_signed_off
from verbale.ingest.bare.closing import without_closing
from verbale.ingest.bare.credits import CREDIT_WORDS, is_credit_only
from verbale.ingest.bare.features import features
from verbale.ingest.bare.fields import without_fields
from verbale.ingest.bare.furniture import FURNITURE, furniture_kind, words_in
from verbale.ingest.bare.head import find_headline
from verbale.ingest.bare.lines import Lines, seen_in_each
from verbale.ingest.bare.masthead import find_masthead
from verbale.ingest.bare.mend import mended
from verbale.ingest.bare.network import line_model
from verbale.ingest.bare.published import find_published, is_date_line
from verbale.ingest.bare.segment import best_path
from verbale.ingest.bare.units import DASHED, Unit, units_of
from verbale.ingest.bare.writers import find_byline, without_note
from verbale.ingest.byline import has_byline_lead
from verbale.ingest.dates import as_time, day_in_address
from verbale.ingest.page import NOTHING_KNOWN, UNKNOWN, Block, BlockKind, Known, Page, first_known
from verbale.ingest.site import Common, nothing_common
from verbale.model import Dropped, Published

# Lines of several pages that are looked at together: more would not fit the processor's cache.
_LINES_AT_ONCE = 1500
# What ends a sentence or opens what follows it, before quotes and brackets that close.
_TERMINAL, _CLOSING = (*".!?…。！？—–:", "--"), "\"'”’»)]"
# Pictures further above the text are other stories'.
_CAPTIONS_ABOVE, _CAPTIONS_BELOW = 8, 4
# So many short lines at the end are heads or teasers, and at the beginning what heads the text; more are a list or
# table that belongs to it.
_TRAILING, _LEADING = 4, 4
# A page's own address stands in one of so many lines at its top.
_ADDRESS_WITHIN = 3
# Words of a second headline, at most.
_SECOND_HEAD = 18
# Characters that a page's title has beside the headline, at most.
_SITE_NAME = 50
# A section head stands right above its paragraph; above it, a line of furniture or of signs alone may part the text.
_HEAD_WITHIN, _WORD = 2, re.compile(r"[^\W_]")
# Words beyond the first in a head that no blank line sets apart, and characters of the paragraphs around a head.
_SHORT_HEAD, _LONG = 4, 30
# An entry of a live report opens with its time of day and more words than a time zone's.
_ENTRY = re.compile(r"[012]?\d[.:h][0-5]\d (?=\S+ \S)")
# A section head: words, with no link, clock, list mark or separator among them.
_HEAD = re.compile(r"[\"“‘']?[^\W\d_][^|·»@/\d:]{2,70}$")


class Opened(Struct):
    """A page of bare text whose lines are told apart: `units` to be read, `above` those dropped already, what the
    page's address (`said`), its fields (`told`) and these with the caller (`known`) say; and what is seen in each line
    by itself, once somebody has looked."""

    units: list[Unit]
    above: tuple[Dropped, ...]
    said: Known
    told: Known
    known: Known
    lines: Lines | None = None


def read_bare(text: str, known: Known = NOTHING_KNOWN, common: Common = nothing_common) -> Page:
    """The report in a page of bare text. `common` says what a line loses by standing on the site's other pages."""
    return read_opened(opened(text, known), common)


def opened(text: str, known: Known = NOTHING_KNOWN) -> Opened:
    """The lines of a page of bare text, without the address and the labelled fields at its top."""
    units, addresses = _without_addresses(units_of(text))
    address = next((found for _, found in addresses if is_page(found)), "")
    said = _said_by_address(known.url or address, outlet_of(addresses[0][1]) if addresses else "")
    above = tuple(Dropped(unit.text, "address of the page", unit.offset) for unit, _ in addresses)
    fields = without_fields(units)
    above += tuple(Dropped(unit.text, "field before the report", unit.offset) for unit in fields.others)
    return Opened(fields.units, above, said, fields.known, first_known(known, fields.known))


def look_at(pages: Sequence[Opened]) -> None:
    """Note for each page what is seen in its lines, several pages at once."""
    waiting = [page for page in pages if page.units]
    while waiting:
        sizes = accumulate(len(page.units) for page in waiting)
        last = next((at for at, size in enumerate(sizes) if size >= _LINES_AT_ONCE), len(waiting) - 1)
        group, waiting = waiting[: last + 1], waiting[last + 1 :]
        seen = seen_in_each([[unit.text for unit in page.units] for page in group])
        for page, lines in zip(group, seen, strict=True):
            page.lines = lines


def read_opened(page: Opened, common: Common = nothing_common) -> Page:
    """The report in a page whose lines are told apart."""
    units, above, said, known = page.units, page.above, page.said, page.known
    if not units:
        return Page((), known=said, dropped=above)
    table, lines = features(units, page.lines)
    kinds, scores, shared = lines.kinds, line_model().odds(table).tolist(), set[int]()
    if common is not nothing_common:
        losses = common([unit.text for unit in units])
        scores = [score - loss for score, loss in zip(scores, losses, strict=True)]
        shared = {number for number, loss in enumerate(losses) if loss}
    path = best_path(scores, kinds)
    body = [number for number, state in enumerate(path) if state == 1]
    if body:
        body = mended(units, kinds, scores, body, lambda number: number in shared or _is_apart(units, number))
    body = without_closing(units, without_note(units, body))
    body = _with_heads(units, kinds, body) if body else _any_words(units)
    body = _from_text(units, _without_repeats(units, body))
    headline = _given_headline(units, known.headline)
    outlet, masthead = find_masthead(units, kinds, body[0] if body else 0)
    if headline is None:
        headline = find_headline(units, lines, _below_picture(units, body), masthead)
    byline, byline_lines = find_byline(units, headline, body)
    published, date_lines = find_published(units, headline, body)
    top = min([body[0], *([headline] if headline is not None else [])]) if body else 0
    inside = (
        range(max(top, body[0] - _CAPTIONS_ABOVE), min(len(units), body[-1] + 1 + _CAPTIONS_BELOW))
        if body
        else range(0)
    )
    captions = [n for n in find_captions(units, inside, set(body)) if n not in byline_lines and n != headline]
    apart = {*byline_lines, *captions, *([headline] if headline is not None else [])}
    apart |= {number for number in date_lines if number in body}
    apart |= {n for n in body if units[n].text.count(" ") < CREDIT_WORDS and is_credit_only(units[n].text)}
    apart |= _beside_headline(units, headline, body, byline_lines)
    body = _trimmed(units, [number for number in body if number not in apart]) or body
    headline = None if headline in body else headline
    captions = [number for number in captions if number not in body]
    kept = {*body, *captions}
    told = dict.fromkeys(date_lines, "date of publication") | dict.fromkeys(byline_lines, "byline")
    if headline is not None:
        told[headline] = "headline"
    printed = Known(
        outlet=outlet, headline=units[headline].text if headline is not None else "", byline=byline, published=published
    )
    return Page(
        tuple(Block(_kind(units, body, place), units[number].piece) for place, number in enumerate(body)),
        tuple(units[number].piece for number in captions),
        first_known(said, page.told, printed),
        above + _left_out(units, kinds, body, kept, told),
    )


def _below_picture(units: list[Unit], body: list[int]) -> list[int]:
    """The body without a caption that stands above its headline."""
    above = len(body) > 2 and caption_strength(units[body[0]].text) > 1 and _is_head(units[body[1]])
    return body[1:] if above else body


def _beside_headline(units: list[Unit], headline: int | None, body: list[int], bylines: list[int]) -> set[int]:
    """A second line of the headline right above the byline, and the page's title that says the headline too."""
    if headline is None:
        return set()
    text = units[headline].text
    longest = len(text) + _SITE_NAME
    found = {n for n in body[:3] if n != headline and text in units[n].text and len(units[n].text) <= longest}
    below = units[headline + 1].text if headline + 1 < len(units) else ""
    second = headline + 2 in bylines and below.count(" ") <= _SECOND_HEAD and not _is_ended(below)
    return found | {headline + 1} if second else found


def _left_out(
    units: list[Unit], kinds: list[str], body: list[int], kept: set[int], told: dict[int, str]
) -> tuple[Dropped, ...]:
    """The lines that are no part of the report, each with the reason."""
    first, last = (body[0], body[-1]) if body else (len(units), len(units))
    reasons = ["before the text"] * first + ["between paragraphs, not of the text"] * (last + 1 - first)
    reasons += ["after the text"] * (len(units) - len(reasons))
    for number, kind in enumerate(kinds):
        if kind:
            reasons[number] = FURNITURE[kind]
    for number, reason in told.items():
        reasons[number] = reason
    others = [
        Dropped(unit.text, reasons[number], unit.offset) for number, unit in enumerate(units) if number not in kept
    ]
    return tuple(others)


def _without_addresses(units: list[Unit]) -> tuple[list[Unit], list[tuple[Unit, str]]]:
    """The lines of a page without the web addresses among its first ones, and these: where the page was found."""
    top = units[:_ADDRESS_WITHIN]
    found = [(unit, address) for unit in top if (address := address_in(unit.text))]
    return ([*(unit for unit in top if not address_in(unit.text)), *units[_ADDRESS_WITHIN:]], found)


def _said_by_address(url: str, outlet: str) -> Known:
    """What the address of a page says of it: the outlet, and the day that many outlets put in its path."""
    day = day_in_address(url)
    published = Published(as_time((day,), url[:200]), "metadata", ("the address holds the day",)) if day else UNKNOWN
    return Known(outlet=outlet, url=url, published=published)


def _is_apart(units: list[Unit], number: int) -> bool:
    """Whether a line near the body is a byline, a date or a caption."""
    text = units[number].text
    return (
        has_byline_lead(text)
        or (text.count(" ") < 16 and is_date_line(text))
        or (caption_strength(text) > 0 and not is_signed_off(text))
        or (text.count(" ") < CREDIT_WORDS and is_credit_only(text))
        or is_printed_twice(units, number)
    )


def _any_words(units: list[Unit]) -> list[int]:
    """Lines of a page in which no body stood out: those that are not plainly furniture, sentences before others."""
    lines: list[int] = []
    longer: list[int] = []
    for number, unit in enumerate(units):
        words = words_in(unit.text.lower())
        if words and not furniture_kind(words)[0]:
            lines.append(number)
            if len(words) >= 4:
                longer.append(number)
    return longer or lines


def _with_heads(units: list[Unit], kinds: list[str], body: list[int]) -> list[int]:
    """The body with the section heads that stand between its paragraphs: one short line, alone, no furniture. On
    pages without blank lines between paragraphs, only the shortest."""
    heads = []
    spaced = any(units[number].gap for number in body[1:])
    for before, after in pairwise(body):
        number = after - 1
        if not before < number <= before + _HEAD_WITHIN or kinds[number] or not _is_head(units[number]):
            continue
        if not all(kinds[other] or not _WORD.search(units[other].text) for other in range(before + 1, number)):
            continue
        text = units[number].text
        entry = _ENTRY.match(text)
        text = text[entry.end() :] if entry else text
        set_apart = units[number].gap and (units[after].gap or entry is not None)
        apart = set_apart if spaced else text.count(" ") <= _SHORT_HEAD
        long = len(units[before].text) > _LONG and len(units[after].text) > _LONG
        if apart and long and _HEAD.match(text) and not caption_strength(text):
            heads.append(number)
    return sorted([*body, *heads])


def _without_repeats(units: list[Unit], body: list[int]) -> list[int]:
    """The body without paragraphs that it prints again further down (pull quotes, summaries)."""
    seen: set[str] = set()
    kept = []
    for place, number in enumerate(body):
        text = units[number].text
        adjacent = place > 0 and body[place - 1] == number - 1 and units[number - 1].text == text
        if text in seen and len(text) > 30 and not adjacent:
            continue
        seen.add(text)
        kept.append(number)
    return kept


def _given_headline(units: list[Unit], headline: str) -> int | None:
    """Where the page prints the headline that the user or a feed gives."""
    wanted = words_in(headline.lower())
    if not wanted:
        return None
    for number, unit in enumerate(units):
        if words_in(unit.text.lower()) == wanted:
            return number
    return None


def _trimmed(units: list[Unit], body: list[int]) -> list[int]:
    """The body without heads that nothing follows, or that stand above it."""
    last = len(body)
    while last > 1 and _is_head(units[body[last - 1]]) and not _is_item(units, body, last - 1):
        last -= 1
    if len(body) - last <= _TRAILING:
        body = body[:last]
    return _from_text(units, body)


def _from_text(units: list[Unit], body: list[int]) -> list[int]:
    """The body without heads (headline, byline, date) that stand above its first paragraph."""
    first = 0
    while first < min(len(body) - 1, _LEADING) and _is_head(units[body[first]]):
        first += 1
    return body[first:]


def _is_head(unit: Unit) -> bool:
    text = unit.text
    if unit.bullet or text.count(" ") > 11 or text[:1].islower():
        return False
    return not _is_ended(text)


def _is_ended(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_TERMINAL)


def _is_item(units: list[Unit], body: list[int], place: int) -> bool:
    """Whether a line with a dash before it is one of several."""
    near = [units[number].text[:2] in DASHED for number in body[max(0, place - 1) : place + 2]]
    return units[body[place]].text[:2] in DASHED and sum(near) > 1


def _kind(units: list[Unit], body: list[int], place: int) -> BlockKind:
    unit = units[body[place]]
    if not _is_head(unit) or place + 1 >= len(body) or _is_item(units, body, place):
        return "body"
    return "section_head" if not _is_head(units[body[place + 1]]) or units[body[place + 1]].gap else "body"
