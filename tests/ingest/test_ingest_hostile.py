"""Bad and hostile input: one clear line each, and the rest of the batch is read."""

import bisect
import gzip
import io
import json
import os
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.ingest import Limits, ReadOptions, read_sources
from verbale.ingest.options import DEFAULTS
from verbale.ingest.source import Source
from verbale.ingest.sources import read_source
from verbale.model import Report, UnreadableReport

GOOD = "Ministers of Serbia and Kosovo met in Ohrid on Saturday and agreed on how to carry out their agreement.\n"


def problem(path: Path, options: ReadOptions = DEFAULTS) -> str:
    """The one line that a bad file gives, next to a good one that is read all the same."""
    good = path.parent / "good.txt"
    good.write_text(GOOD)
    results = list(read_sources([path, good], options))
    assert isinstance(results[-1], Report)
    (error,) = [result for result in results if isinstance(result, UnreadableReport)]
    assert "\n" not in str(error) and str(error).startswith(str(path).replace("\n", " "))
    assert error.problem and error.advice
    return str(error)


def made(tmp_path: Path, name: str, content: bytes) -> Path:
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "PNG image"),
        (b"\xff\xd8\xff\xe0" + os.urandom(3000), "JPEG image"),
        (b"\x7fELF" + b"\0" * 500, "program"),
        (("미국과 북한의 실무 협상이 스톡홀름에서 열렸다. 양측은 합의에 이르지 못했다. " * 5).encode(), "Korean"),
        (
            (
                "Die Gespräche in Wien sind am Freitag ohne Ergebnis zu Ende gegangen, und die Minister reisten ab. "
                * 6
            ).encode(),
            "German",
        ),
        (b"%PDF-1.7\nbroken", "PDF"),
        (b"PK\x03\x04 not really", "zip"),
        (b"\x1f\x8b\x08\0broken", "broken"),
        (b'{"title": "cut off', "JSON"),
        (b'{"title": "no text"}', "text"),
        (b"WARC/1.0\r\nbroken", "WARC"),
        (b"<html><body></body></html>", "without running text"),
        (b"<rss version='2.0'><channel></channel></rss>", "without entries"),
    ],
)
def test_one_clear_line(content: bytes, word: str, tmp_path: Path) -> None:
    assert word in problem(made(tmp_path, "bad.txt", content))


def test_missing_file_folder_without_files_and_link_to_itself(tmp_path: Path) -> None:
    assert "not there" in problem(tmp_path / "nowhere.txt")
    (tmp_path / "void").mkdir()
    assert "without files" in problem(tmp_path / "void")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert problem(loop)


def test_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    results = list(read_sources([tmp_path]))
    assert sum(isinstance(result, Report) for result in results) == 1


def test_name_with_a_newline(tmp_path: Path) -> None:
    assert "empty" in problem(made(tmp_path, "two\nlines.txt", b""))


def test_utf16_and_latin1_with_broken_bytes_are_read(tmp_path: Path) -> None:
    wide = made(tmp_path, "wide.txt", GOOD.encode("utf-16"))
    broken = made(
        tmp_path, "latin.txt", GOOD.replace("Ohrid", "Pri\u0161tina caf\xe9").encode("cp1252") + b" \x81\x8d."
    )
    first, second = read_sources([wide, broken])
    assert isinstance(first, Report) and first.text == GOOD.strip() and first.encoding.startswith("utf-16")
    assert isinstance(second, Report) and "Pri\u0161tina caf\xe9" in second.text


def test_large_report_and_long_line(tmp_path: Path) -> None:
    path = made(tmp_path, "long.txt", b"talks " * 100_000)
    assert "line of more than" in problem(path)
    assert "more than 50,000 lines" in problem(made(tmp_path, "lines.txt", b"a b\n" * 60_000))
    assert "more than 1,000 bytes" in problem(path, ReadOptions(limits=Limits(report_bytes=1000)))


def test_a_gigabyte_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = made(tmp_path, "huge.txt", b"")
    with path.open("r+b") as file:
        file.write(b"Talks resumed. " * 10_000)
        file.truncate(1_000_000_000)
    start = time.monotonic()
    assert "bytes in one report" in problem(path)
    assert time.monotonic() - start < 5


def test_gzip_and_zip_bombs(tmp_path: Path) -> None:
    bomb = made(tmp_path, "bomb.gz", gzip.compress(b"a" * 30_000_000))
    assert "times its size" in problem(bomb, ReadOptions(limits=Limits(report_bytes=100_000_000)))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"a" * 30_000_000)
        archive.writestr("report.txt", GOOD)
    path = made(tmp_path, "bomb.zip", packed.getvalue())
    results = list(read_sources([path]))
    assert [type(result) for result in results] == [UnreadableReport, Report]
    nested = GOOD.encode()
    for _ in range(8):
        nested = gzip.compress(nested)
    assert "deep" in problem(made(tmp_path, "nested.gz", nested))


def test_ten_thousand_nested_tags_and_billion_laughs(tmp_path: Path) -> None:
    deep = b"<html><body>" + b"<div>" * 10_000 + b"<p>Talks.</p>" + b"</div>" * 10_000 + b"</body></html>"
    assert "nested" in problem(made(tmp_path, "deep.html", deep))
    laughs = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss>&b;</rss>'
    assert "entities" in problem(made(tmp_path, "laughs.xml", laughs))
    assert "tags" in problem(made(tmp_path, "wide.html", b"<html><body>" + b"<p>Talks.</p>" * 60_000))
    brackets = b"[" * 100_000
    assert "JSON" in problem(made(tmp_path, "deep.json", b'[{"a":' + brackets))


def test_locked_and_broken_members_do_not_stop_an_archive(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0")
        archive.writestr("../../outside.txt", GOOD)
    results = list(read_sources([made(tmp_path, "a.zip", packed.getvalue())]))
    assert [type(result) for result in results] == [UnreadableReport, Report]
    assert not (tmp_path.parent / "outside.txt").exists()


def test_script_in_a_page_is_no_text(tmp_path: Path) -> None:
    page = f"<html><body><article><h1>Ohrid</h1><script>alert(1)</script><p>{GOOD * 4}</p></article></body></html>"
    (report,) = read_sources([made(tmp_path, "page.html", page.encode())])
    assert isinstance(report, Report) and "alert" not in report.text


def read_bytes(content: bytes) -> None:
    for result in read_source(Source("fuzz", io.BytesIO(content), DEFAULTS)):
        assert isinstance(result, Report | UnreadableReport)
        if isinstance(result, Report):
            assert all(0 <= zone.start < zone.end <= len(result.text) for zone in result.zones)
        else:
            assert "\n" not in str(result)


SEEDS = [
    GOOD.encode(),
    f"<html><head><meta charset=utf-8></head><body><p>{GOOD}</p><table><tr><td>x</table></body>".encode(),
    b"From: a@b.c\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n\r\nTalks\r\n--q--",
    b"<rss version='2.0'><channel><item><title>x</title><description>Talks go on</description></item></channel></rss>",
    b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nTalks\r\n\r\n",
    json.dumps({"articles": [{"title": "a", "content": GOOD, "publishedAt": "2021-01-01"}]}).encode(),
    json.dumps({"text": GOOD}).encode() + b"\n" + json.dumps({"text": GOOD}).encode() + b"\n",
    gzip.compress(GOOD.encode()),
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.sampled_from(SEEDS),
    cuts=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 40), st.binary(max_size=12)), max_size=5),
)
def test_mutated_files_of_every_format_never_raise(seed: bytes, cuts: list[tuple[int, int, bytes]]) -> None:
    content = bytearray(seed)
    for at, length, new in cuts:
        at %= len(content) + 1
        content[at : at + length] = new
    read_bytes(bytes(content))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_and_maps_back(text: str) -> None:
    content = text.encode("utf-8", "replace")
    read_bytes(content)
    if content:
        (result,) = read_source(Source("x", io.BytesIO(b"A " + content), ReadOptions(plain=True)))
        if isinstance(result, Report) and result.encoding == "utf-8":
            assert result.text == "A " + content.decode()


_WORDS = st.sampled_from(
    ["Talks", "resumed", "in", "Geneva", "o\ufb03cials", "cease\u00adfire", "said", "na\u00efve", "\u201cno\u201d",
     "Pri\u0161tina", "a\u200bnd", "R&amp;D", "ten\u00a0days", "the", "delegation", "left."]
)  # fmt: skip


_SPELT = {("\u00a0", " "), ("&", "&")}


@settings(max_examples=80, deadline=None)
@given(
    paragraphs=st.lists(st.lists(_WORDS, min_size=6, max_size=30), min_size=1, max_size=6),
    end=st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"]),
)
def test_every_character_leads_back_to_its_bytes(paragraphs: list[list[str]], end: str, encoding: str) -> None:
    """text → decoded source (by `offsets`) → bytes (by the encoding and its mark): the bytes hold that character, or
    what it was cleaned from."""
    raw = end.join("Talks " + " ".join(words) + "." for words in paragraphs)
    content = raw.encode(encoding, "replace")
    (report,) = read_source(Source("x", io.BytesIO(content), ReadOptions(any_language=True)))
    if not isinstance(report, Report):
        return
    bom = next((len(mark) for mark in (b"\xef\xbb\xbf", b"\xff\xfe") if content.startswith(mark)), 0)
    source = content[bom:].decode(report.encoding)
    starts = [to for to, _ in report.offsets]
    for at, character in enumerate(report.text):
        if character == "\n":
            continue
        to, place = report.offsets[bisect.bisect_right(starts, at) - 1]
        here = place + at - to
        byte = bom + len(source[:here].encode(report.encoding))
        found = content[byte:].decode(report.encoding, "replace")[:1]
        assert found == character or (found == "\ufb03" and character in "fi") or (found, character) in _SPELT


@pytest.mark.parametrize(
    "content",
    [
        b"a" * 150_000,
        b"Talks go on. " + b"a" * 150_000 + b" in Ohrid.",
        b"a.b-" * 40_000,
        b"@" * 150_000,
        b'."' * 60_000,
        b"<a" * 200_000,
        b"<p " * 200_000,
        b"<rss><channel><item><description>" + b"&lt;a" * 100_000,
        b"<?xml version='1.0'?><rss>" + b"<!DOCTYPE" * 50_000,
        b'{"text": "' + b"w" * 150_000 + b'", "author": "' + b"w" * 150_000 + b'"}',
        b"&" * 150_000,
        b"By " + b"Van " * 30_000,
        b"(" * 100_000,
        b"1/" * 60_000,
        b"- " * 90_000,
    ],
    ids=lambda content: repr(content[:12]),
)
def test_no_pattern_takes_long_on_one_long_line(content: bytes) -> None:
    start = time.process_time()
    read_bytes(content)
    assert time.process_time() - start < 3
