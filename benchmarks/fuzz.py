"""Fuzz the readers: broken, mutated and spliced files of every format must give reports or one clear line, and never
raise or hang.

    python benchmarks/fuzz.py [--seconds 600] [--reader html] [--found DIR]

Hypothesis draws, for each reader, a small well-formed file of its format and a list of edits (cut, repeat, splice in
tokens of that format or random bytes); what raises or takes over `--longest` seconds is shrunk, printed and kept under
DIR. Exit code 1 if anything was found.
"""

import argparse
import gzip
import io
import json
import signal
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from verbale.ingest.options import ReadOptions
from verbale.ingest.source import Source
from verbale.ingest.sources import read_source
from verbale.model import Report, UnreadableReport

TEXT = (
    "Home\nWorld\nShare on Facebook\nRound three of the Ohrid talks ends\nBy Lena Marhold\n12 March 2021\n\n"
    "OHRID, March 12 (Lake Wire) \u2014 The two delegations left Ohrid on Friday without a paper to sign.\n\n"
    "\u201cWe asked for a date, and we have none,\u201d the envoy said.\n\nRelated: Ferry fares rise\n"
    "Delegates leave the hall in Ohrid on Friday. (Lake Wire/A. Photographer)\n\u00a9 2021 Lake Wire\n"
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXT.split("\n") if line)
HTML = (
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ohrid</title>"
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-03-12",'
    '"author":[{"name":"L. M"}]}'
    f"</script></head><body><nav><a href=/>x</a></nav><article><h1>Ohrid</h1><time datetime=2021-03-12>t</time>"
    f"<figure><figcaption>Delegates leave the hall.</figcaption></figure>{PARAGRAPHS}"
    "<table><tr><td>1</table></body></html>"
)


def _mail(kind: str) -> bytes:
    return (
        f"From: Lake Wire <a@b.example>\r\nTo: x\r\nSubject: =?utf-8?q?Ohrid?=\r\nMessage-ID: <1@x>\r\n"
        f"Date: Fri, 12 Mar 2021 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/{kind}; boundary=q\r\n"
        f"\r\n--q\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{HTML}\r\n--q\r\n"
        f"Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=a.txt\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\nVGFsa3M=\r\n--q--\r\n"
    ).encode()


def _rss() -> bytes:
    inner = PARAGRAPHS.replace("<", "&lt;")
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>Feed</title><item><title>a</title><guid>1</guid>"
        f"<pubDate>Fri, 12 Mar 2021 10:00:00 GMT</pubDate><description>{inner}</description></item></channel></rss>"
    ).encode()


def _atom() -> bytes:
    return (
        f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><entry><title>a</title>"
        f"<updated>2021-03-12T00:00:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
        f"{PARAGRAPHS}</div></content></entry></feed>"
    ).encode()


def _warc() -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(HTML.encode())}\r\n\r\n{HTML}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/1\r\nWARC-Date: 2021-03-12T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    return (head + body + b"\r\n\r\n") * 2


def _pdf() -> bytes:
    stream = (
        b"BT /F1 12 Tf 72 720 Td (The delegations left Ohrid on Friday.) Tj 0 -14 Td (They asked for a date.) Tj ET"
    )
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Title(Ohrid)/CreationDate(D:20210312100000Z)>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 7\n0000000000 65535 f \n%strailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(out),
        )
    )


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b/c.html", HTML)
    return packed.getvalue()


ARTICLE = {"title": "Ohrid", "content": TEXT, "publishedAt": "2021-03-12", "author": ["A B"], "source": {"name": "L"}}

SEEDS: dict[str, tuple[list[bytes], list[bytes]]] = {
    "text": (
        [TEXT.encode(), TEXT.encode("utf-16"), TEXT.replace("\n", "\r\n").encode("cp1252"),
         "회담이 열렸다. ".encode() * 9],
        [b"\r", b"\n\n", b"\xff", b"\xc3", b"\xe2\x80\x8b", b"\xef\xac\x81", b"&#x0;", b"&amp;", b"(AP)",
         b"By ", b"\xc2\xad",
         b"12/13/2021", b"\x85", b"\xe2\x80\xa8", b"- ", b"\0\0", b"\xed\xa0\x80", b"2021-02-30"],
    ),
    "html": (
        [HTML.encode(), HTML.encode("utf-16"), PARAGRAPHS.encode()],
        [b"<div>", b"</p>", b"<table>", b"<!--", b"-->", b"<script>", b"<figure>", b"<figcaption>", b"<svg>", b"&#0;",
         b"<a", b"\0", b"<![CDATA[", b"<?xml", b"<time datetime=", b"<h1>", b"<br>", b"<li>",
         b"<base href='//[::1'>", b"]]>"],
    ),
    "mail": (
        [_mail("mixed"), _mail("alternative")],
        [b"\r\n", b"\r\n\r\n", b"--q", b"charset=", b"=?x?b?=?=", b": ", b"boundary="],
    ),
    "mhtml": (
        [b"Snapshot-Content-Location: http://a.example/1\r\n" + _mail("related")],
        [b"\r\n", b"\r\n\r\n", b"--q", b"quoted-printable", b"charset=utf-7", b"Content-Type: ",
         b"multipart/mixed", b"message/rfc822"],
    ),
    "rss": (
        [_rss()],
        [b"<item>", b"]]>", b"<![CDATA[", b"&x;", b"<!DOCTYPE a [", b"<pubDate>99", b"xmlns:a='b'",
         b"encoding='x'"],
    ),
    "atom": (
        [_atom()],
        [b"<entry>", b"</entry>", b"type='base64'", b"<link href='", b"xml:base='http://[", b"<content>", b"\0"],
    ),
    "warc": (
        [_warc(), gzip.compress(_warc())],
        [b"WARC/1.0\r\n", b"Content-Length: -1\r\n", b"\r\n\r\n", b"HTTP/1.1 ",
         b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n"],
    ),
    "json": (
        [json.dumps({"articles": [ARTICLE]}).encode(), json.dumps([ARTICLE, ARTICLE]).encode()],
        [b"[", b"{", b'"', b"null", b"1e999", b"\\ud800", b"NaN", b'"content":', b'{"name":', b"9" * 30, b"]", b"}"],
    ),
    "jsonl": (
        [(json.dumps(ARTICLE) + "\n").encode() * 3],
        [b"\n", b"{}", b"[]", b"\\u0000", b'"publishedAt": 99999999999999', b'"publishedAt": 9999999999',
         b"\xff", b"}\n{"],
    ),
    "pdf": (
        [_pdf()],
        [b"obj", b"endobj", b"stream", b"<<", b">>", b"/Length -1", b"/Filter/FlateDecode", b"2 0 R",
         b"/Kids[2 0 R]", b"Tj", b"(", b"/Encrypt 5 0 R"],
    ),
    "zip": ([_zip()], [b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"\xff\xff\xff\xff", b"\0\0\0\0"]),
    "gzip": ([gzip.compress(TEXT.encode()), gzip.compress(_zip())], [b"\x1f\x8b\x08", b"\xff" * 8, b"\0" * 8]),
}  # fmt: skip


class Hang(Exception):
    """A file took longer than allowed."""


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise Hang


def edited(seed: bytes, edits: list[tuple[int, int, int, bytes]]) -> bytes:
    """`seed` with each (place, length cut, times repeated, new bytes) applied."""
    content = bytearray(seed)
    for place, cut, times, new in edits:
        place %= len(content) + 1
        content[place : place + cut] = new * times + bytes(content[place : place + cut]) * (times % 3)
    return bytes(content)


def check(content: bytes, longest: float) -> None:
    """Raise where reading raises or hangs, or gives what no reader may give."""
    signal.setitimer(signal.ITIMER_REAL, longest)
    try:
        for options in (ReadOptions(), ReadOptions(plain=True)):
            for result in read_source(Source("fuzz", io.BytesIO(content), options)):
                assert isinstance(result, Report | UnreadableReport)
                if isinstance(result, UnreadableReport):
                    assert result.problem and result.advice and "\n" not in str(result)
                else:
                    assert all(0 <= zone.start < zone.end <= len(result.text) for zone in result.zones)
                    assert all(a <= b for (a, _), (b, _) in zip(result.offsets, result.offsets[1:], strict=False))
                    result.text.encode()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def fuzz(reader: str, seconds: float, longest: float, found: Path) -> tuple[int, int]:
    """(files read, failures) for one reader within `seconds`."""
    seeds, tokens = SEEDS[reader]
    end, count, failures = time.monotonic() + seconds, 0, 0
    new = st.one_of(st.sampled_from(tokens), st.binary(max_size=8))
    edit = st.tuples(st.integers(0, 1 << 20), st.integers(0, 60), st.sampled_from([1, 1, 1, 2, 5, 400]), new)
    last = b""

    def example(seed: bytes, edits: list[tuple[int, int, int, bytes]]) -> None:
        nonlocal count, last
        count += 1
        content = edited(seed, edits)
        try:
            check(content, longest)
        except BaseException:
            last = content
            raise

    run: Callable[[], Any] = settings(
        max_examples=400,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )(given(seed=st.sampled_from(seeds), edits=st.lists(edit, min_size=1, max_size=8))(example))
    while time.monotonic() < end:
        try:
            run()
        except Exception as error:
            failures += 1
            found.mkdir(parents=True, exist_ok=True)
            kept = found / f"{reader}-{failures}.bin"
            kept.write_bytes(last)
            print(f"{reader}: {type(error).__name__}: {str(error)[:200]} ({kept})", flush=True)
            if failures >= 5:
                break
    return count, failures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=600.0, help="for each reader")
    parser.add_argument("--longest", type=float, default=20.0, help="seconds that one file may take")
    parser.add_argument("--reader", action="append", choices=sorted(SEEDS), help="only this one (may be repeated)")
    parser.add_argument("--found", type=Path, default=Path("/tmp/verbale-fuzz"), help="where to keep what fails")
    given_ = parser.parse_args()
    signal.signal(signal.SIGALRM, _too_long)
    total = 0
    for reader in given_.reader or SEEDS:
        count, failures = fuzz(reader, given_.seconds, given_.longest, given_.found)
        print(f"{reader:8} {count:8} files in {given_.seconds:g} s, {failures} failures", flush=True)
        total += failures
    sys.exit(1 if total else 0)


if __name__ == "__main__":
    main()
