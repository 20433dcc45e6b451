"""Pages from the web, politely and safely (extra "fetch").

Polite: robots.txt (RFC 9309) is kept, one request at a time to a host and a pause between two, a name that says who
asks. Safe: only http and https; every address that a host's name stands for is checked before each request, redirects
included, and the connection goes to the very address that was checked, so that no answer of the name service can
change it in between; sizes, times and redirects are bounded.
"""

import io
import ipaddress
import socket
import time
import urllib.robotparser
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

from verbale.ingest.options import DEFAULTS, ReadOptions
from verbale.ingest.page import Known
from verbale.ingest.source import Source, too_large
from verbale.model import UnreadableReport

AGENT = "verbale/0.1 (reads news reports for an analyst)"


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """`timeout` in seconds for each step of a request, `longest` for a whole one; `pause` in seconds between two
    requests to one host; `allow_loopback` lets requests through to this machine itself, for tests."""

    timeout: float = 20.0
    longest: float = 60.0
    pause: float = 1.0
    redirects: int = 5
    robots_bytes: int = 500_000
    allow_loopback: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the address after redirects, the bytes, and what the server says they are."""

    url: str
    content: bytes
    media_type: str
    charset: str


@dataclass(slots=True)
class Fetcher:
    """Keeps, for as long as it lives, each host's robots.txt and when it was last asked."""

    settings: FetchSettings = field(default_factory=FetchSettings)
    limit: int = DEFAULTS.limits.report_bytes
    _robots: dict[str, urllib.robotparser.RobotFileParser | None] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Fetched:
        """The page at `url`. Raises UnreadableReport where it is refused, missing, too large or too slow."""
        at = url
        for _ in range(self.settings.redirects + 1):
            self._check_robots(url, at)
            status, headers, content = self._ask(url, at, self.limit)
            target = headers.get("location", "")
            if status in (301, 302, 303, 307, 308) and target:
                at = urljoin(at, target)
                continue
            if status != 200:
                raise UnreadableReport(
                    url, f"the server answered {status}", "open the address in a browser and save the page"
                )
            kind, _, rest = headers.get("content-type", "").partition(";")
            charset = rest.partition("charset=")[2].strip("\"' ;") if "charset=" in rest else ""
            return Fetched(at, content, kind.strip().lower(), charset)
        raise UnreadableReport(url, f"more than {self.settings.redirects} redirects", "check the address")

    def _check_robots(self, url: str, at: str) -> None:
        parts = _checked(url, at)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._robots[host] = self._read_robots(url, host)
        rules = self._robots[host]
        if rules is not None and not rules.can_fetch(AGENT, at):
            raise UnreadableReport(url, "robots.txt asks not to fetch it", "open it in a browser and save the page")

    def _read_robots(self, url: str, host: str) -> urllib.robotparser.RobotFileParser | None:
        """The host's rules; None where it has none. A server that fails to answer is taken to refuse (RFC 9309)."""
        at = f"{host}/robots.txt"
        rules = urllib.robotparser.RobotFileParser()
        for _ in range(self.settings.redirects + 1):
            status, headers, content = self._ask(url, at, self.settings.robots_bytes, cut=True)
            if status in (301, 302, 303, 307, 308) and headers.get("location"):
                at = urljoin(at, headers["location"])
                continue
            if status >= 500:
                raise UnreadableReport(url, f"the server's robots.txt answered {status}", "try again later")
            if status != 200:
                return None
            rules.parse(content.decode("utf-8", "replace").splitlines())
            return rules
        return None

    def _ask(self, url: str, at: str, limit: int, cut: bool = False) -> tuple[int, dict[str, str], bytes]:
        """One request, to an address that was checked. `cut` keeps the beginning of what is beyond `limit`."""
        httpx = _httpx(url)
        parts = _checked(url, at)
        host = parts.hostname or ""
        address = self._address(url, host, parts.port or (443 if parts.scheme == "https" else 80))
        wait = self._asked.get(host, -1e9) + self.settings.pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        literal = f"[{address}]" if ":" in address else address
        netloc = f"{literal}:{parts.port}" if parts.port else literal
        target = urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))
        deadline = time.monotonic() + self.settings.longest
        content = bytearray()
        try:
            with (
                httpx.Client(timeout=self.settings.timeout, trust_env=False, follow_redirects=False) as client,
                client.stream(
                    "GET",
                    target,
                    headers={"Host": parts.netloc.rpartition("@")[2], "User-Agent": AGENT, "Accept-Encoding": "gzip"},
                    extensions={"sni_hostname": host},
                ) as answer,
            ):
                for chunk in answer.iter_bytes(65536):
                    content += chunk
                    if len(content) > limit:
                        if cut:
                            break
                        raise too_large(url, limit)
                    if time.monotonic() > deadline:
                        raise UnreadableReport(url, f"took more than {self.settings.longest:g} s", "try again later")
                return (
                    answer.status_code,
                    {name.lower(): value for name, value in answer.headers.items()},
                    bytes(content[:limit]),
                )
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            problem = f"cannot be fetched ({type(error).__name__})"
            raise UnreadableReport(url, problem, "check the address and the connection, or save the page") from None
        finally:
            self._asked[host] = time.monotonic()

    def _address(self, url: str, host: str, port: int) -> str:
        """An address that `host` stands for, once all of them are found to be public."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, ValueError):
            raise UnreadableReport(
                url, f"no address found for {host}", "check the address and the connection"
            ) from None
        addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
        if not addresses:
            raise UnreadableReport(url, f"no address found for {host}", "check the address")
        for address in addresses:
            if not is_public(address, self.settings.allow_loopback):
                raise UnreadableReport(
                    url, f"{host} is an address within a private network", "give a public address, or save the page"
                )
        return addresses[0]


def is_public(address: str, allow_loopback: bool = False) -> bool:
    """Whether an IP address belongs to the public internet (IANA's special-purpose registries); an IPv4 address
    within an IPv6 one is judged by itself."""
    try:
        number = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)
        if inner is None and number in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner), allow_loopback)
    if number.is_loopback:
        return allow_loopback
    return number.is_global and not number.is_multicast and not number.is_reserved


def _checked(url: str, at: str) -> Any:
    """The parts of an address of the web. Raises UnreadableReport for any other kind."""
    try:
        parts = urlsplit(at)
        port = parts.port
    except ValueError:
        raise UnreadableReport(url, "no valid address", "check it") from None
    if parts.scheme not in ("http", "https"):
        kind = f"{parts.scheme or 'no'} address"
        raise UnreadableReport(url, f"a {kind}, not one of the web", "give an http or https address, or a path")
    if not parts.hostname or port == 0:
        raise UnreadableReport(url, "an address without a host", "check it")
    return parts


def _httpx(url: str) -> Any:
    try:
        import httpx
    except ImportError:
        raise UnreadableReport(
            url, "fetching needs httpx, which is not installed", "pip install 'verbale[fetch]'"
        ) from None
    return httpx


def fetched_source(url: str, options: ReadOptions, fetcher: Fetcher | None = None) -> Source | UnreadableReport:
    """The page at `url` as a source to read."""
    fetcher = fetcher or Fetcher(limit=options.limits.report_bytes)
    try:
        page = fetcher.fetch(url)
    except UnreadableReport as error:
        return error
    return Source(
        url, io.BytesIO(page.content), options, Known(url=page.url), media_type=page.media_type, charset=page.charset
    )


def fetched_sources(
    urls: Iterable[str], options: ReadOptions, settings: FetchSettings | None = None
) -> Iterator[Source | UnreadableReport]:
    """The pages at `urls`, one after the other, hosts' rules and pauses kept throughout."""
    fetcher = Fetcher(settings or FetchSettings(), options.limits.report_bytes)
    for url in urls:
        yield fetched_source(url, options, fetcher)
