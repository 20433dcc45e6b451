"""Fetching and watching, against a server that these tests start on the loopback address."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from verbale.ingest import FetchSettings, ReadOptions, fetch, read_sources, watch_once
from verbale.ingest.fetching import is_public
from verbale.model import Report, UnreadableReport, VerbaleError

BODY = "".join(
    f"<p>The delegations of Cyprus met in Geneva for day {n} of the talks and agreed on nothing.</p>" for n in range(6)
)
PAGE = f"<html><head><title>Cyprus talks drag on</title></head><body><article>{BODY}</article></body></html>"
FAST = FetchSettings(pause=0.0, timeout=3.0, allow_loopback=True)


class Site(BaseHTTPRequestHandler):
    asked: list[str]
    entries: list[int]
    away = False

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/robots.txt":
            self.answer(200, "User-agent: *\nDisallow: /private\n", "text/plain")
        elif self.path.startswith("/page") and self.away:
            self.answer(503, "later")
        elif self.path.startswith("/page") or self.path == "/private":
            self.answer(200, PAGE)
        elif self.path == "/moved":
            self.answer(302, "", location="/page")
        elif self.path == "/inside":
            self.answer(302, "", location="http://169.254.169.254/latest/meta-data/")
        elif self.path == "/file":
            self.answer(302, "", location="file:///etc/passwd")
        elif self.path == "/round":
            self.answer(302, "", location="/round")
        elif self.path == "/feed":
            items = "".join(
                f"<item><title>Day {n}</title><guid>{n}</guid><link>http://{self.headers['Host']}/page{n}</link>"
                f"<description>Short.</description></item>"
                for n in self.entries
            )
            self.answer(
                200, f"<rss version='2.0'><channel><title>Island Feed</title>{items}</channel></rss>", "text/xml"
            )
        elif self.path == "/large":
            self.answer(200, PAGE + "x" * 300_000)
        else:
            self.answer(404, "no")

    def answer(self, status: int, text: str, kind: str = "text/html", location: str = "") -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[tuple[str, type[Site]]]:
    kind = type("OneSite", (Site,), {"asked": [], "entries": [1, 2]})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", kind
    server.shutdown()
    server.server_close()


def one(url: str, settings: FetchSettings = FAST, options: ReadOptions | None = None) -> Report | UnreadableReport:
    (result,) = fetch([url], options or ReadOptions(), settings)
    return result


def test_page_is_fetched_after_robots_and_redirect(site: tuple[str, type[Site]]) -> None:
    address, kind = site
    report = one(f"{address}/moved")
    assert isinstance(report, Report) and "day 5 of the talks" in report.text
    assert report.url == f"{address}/page"
    assert kind.asked[0] == "/robots.txt" and kind.asked.count("/robots.txt") == 1


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/private", "robots.txt"),
        ("/inside", "private network"),
        ("/file", "not one of the web"),
        ("/round", "redirects"),
        ("/missing", "404"),
    ],
)
def test_refused(path: str, word: str, site: tuple[str, type[Site]]) -> None:
    result = one(site[0] + path)
    assert isinstance(result, UnreadableReport) and word in str(result)


def test_size_is_bounded(site: tuple[str, type[Site]]) -> None:
    from verbale.ingest import Limits

    result = one(f"{site[0]}/large", options=ReadOptions(limits=Limits(report_bytes=100_000)))
    assert isinstance(result, UnreadableReport) and "100,000 bytes" in str(result)


def test_own_machine_is_refused_unless_a_test_allows_it(site: tuple[str, type[Site]]) -> None:
    address, kind = site
    for url in (
        f"{address}/page",
        address.replace("127.0.0.1", "localhost"),
        address.replace("127.0.0.1", "2130706433"),
    ):
        result = one(url, FetchSettings(pause=0.0, timeout=3.0))
        assert isinstance(result, UnreadableReport), url
    assert kind.asked == []


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/x", "http://", "http://[::1", "gopher://x/"])
def test_addresses_that_are_not_of_the_web(url: str) -> None:
    (result,) = read_sources([url])
    assert isinstance(result, UnreadableReport)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "fe80::1",
     "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "224.0.0.1", "240.0.0.1"],
)  # fmt: skip
def test_private_addresses(address: str) -> None:
    assert not is_public(address)
    assert is_public("8.8.8.8") and is_public("2606:4700::1111")


def test_answers_of_the_name_service_cannot_change_between_check_and_request(
    site: tuple[str, type[Site]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the first answer is public, every later one is this machine."""
    port = int(site[0].rpartition(":")[2])
    asked: list[str] = []

    def rebinding(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        asked.append(host)
        address = host if host[0].isdigit() else "192.0.2.1" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr("verbale.ingest.fetching.is_public", lambda address, _=False: address == "192.0.2.1")
    result = one(f"http://rebind.example:{port}/page", FetchSettings(pause=0.0, timeout=0.5))
    assert isinstance(result, UnreadableReport)
    assert site[1].asked == [], "the connection went to another address than the one that was checked"


def test_a_file_that_is_still_being_written_is_left_for_the_next_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    whole = "Talks between Israel and Lebanon on their sea border opened in Naqoura. They went on until the evening."
    path.write_text(whole[:40])
    monkeypatch.setattr("verbale.ingest.watch.time.sleep", lambda _: path.write_text(whole))
    assert list(watch_once(str(tmp_path))) == []
    monkeypatch.setattr("verbale.ingest.watch.time.sleep", lambda _: None)
    (report,) = watch_once(str(tmp_path))
    assert isinstance(report, Report) and report.text == whole


def test_watching_a_folder_reads_each_file_once_over_restarts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Talks between Israel and Lebanon on their sea border opened in Naqoura on Wednesday."
    )
    assert len(list(watch_once(str(tmp_path)))) == 1
    assert list(watch_once(str(tmp_path))) == []
    (tmp_path / "b.txt").write_text(
        "The second round of the talks on the sea border ended without a word to the press."
    )
    assert [r.path for r in watch_once(str(tmp_path)) if isinstance(r, Report)] == [str(tmp_path / "b.txt")]


def test_a_report_that_was_not_taken_is_given_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Talks between Israel and Lebanon on their sea border opened in Naqoura on Wednesday."
    )
    reading = watch_once(str(tmp_path))
    next(reading)
    del reading
    assert len(list(watch_once(str(tmp_path)))) == 1


def test_watching_a_feed_fetches_new_entries_once(site: tuple[str, type[Site]], tmp_path: Path) -> None:
    address, kind = site
    state = tmp_path / "state.jsonl"

    def look() -> list[str]:
        found = watch_once(f"{address}/feed", state=state, settings=FAST)
        return [report.headline for report in found if isinstance(report, Report) and "Geneva" in report.text]

    assert look() == ["Day 1", "Day 2"]
    assert look() == []
    kind.entries.append(3)
    assert look() == ["Day 3"]


def test_an_entry_whose_page_is_away_is_tried_again(site: tuple[str, type[Site]], tmp_path: Path) -> None:
    address, kind = site
    state = tmp_path / "state.jsonl"

    def look() -> list[tuple[str, bool]]:
        found = watch_once(f"{address}/feed", state=state, settings=FAST)
        return [(report.headline, "Geneva" in report.text) for report in found if isinstance(report, Report)]

    kind.away = True
    assert look() == [("Day 1", False), ("Day 2", False)]  # the teasers
    assert look() == []
    kind.away = False
    assert look() == [("Day 1", True), ("Day 2", True)]
    assert look() == []


def test_a_page_that_stays_away_is_given_up(site: tuple[str, type[Site]], tmp_path: Path) -> None:
    address, kind = site
    kind.away = True
    for _ in range(6):
        list(watch_once(f"{address}/feed", state=tmp_path / "state.jsonl", settings=FAST))
    assert kind.asked.count("/page1") == 5


def test_watching_what_is_no_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(VerbaleError, match="no folder"):
        watch_once(str(tmp_path / "none"))
