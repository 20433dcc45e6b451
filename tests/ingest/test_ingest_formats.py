"""Every format that analysts have: the same report out of each, with what the format itself says of it."""

import datetime as dt
import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from verbale.ingest import ReadOptions, read_manifest, read_sources
from verbale.model import Report, UnreadableReport, VerbaleError

PARAGRAPHS = (
    "Ethiopia's government and the Tigray People's Liberation Front signed a truce in Pretoria on Wednesday.",
    "African Union envoy Olusegun Obasanjo said that both had agreed to silence the guns for good.",
    "The accord obliges the rebels to lay down their arms within thirty days, a senior mediator said.",
    "Redwan Hussein, who led the government's delegation, called the paper a beginning and no more.",
)
TITLE = "Ethiopia and Tigray rebels sign truce in Pretoria"
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>{TITLE} | Rift Valley Times</title>
<meta property="og:site_name" content="Rift Valley Times"><link rel="canonical" href="https://rift.example/a/1">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}",
"datePublished":"2022-11-02T18:00:00+03:00","author":[{{"@type":"Person","name":"Almaz Bekele"}}]}}</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>{TITLE}</h1>
<p class="byline">By Almaz Bekele</p>
<figure><img src="a.jpg"><figcaption>Delegates shake hands in Pretoria on Wednesday. Photo: RVT</figcaption></figure>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><h2>What it says</h2><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>
<aside><h3>Related</h3><ul><li><a href="/2">Coffee prices fall for a third week</a></li></ul></aside>
</article><footer>Copyright 2022 Rift Valley Times</footer></body></html>"""
TEXT = "\n\n".join(PARAGRAPHS)


def only(path: Path, options: ReadOptions | None = None) -> Report:
    (result,) = read_sources([path], options or ReadOptions())
    assert isinstance(result, Report), result
    return result


def put(tmp_path: Path, content: str | bytes, name: str = "report") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def day(report: Report) -> str:
    assert report.published.time is not None
    return report.published.time.edtf


def holds_all(report: Report) -> bool:
    return all(paragraph in report.text for paragraph in PARAGRAPHS)


def test_html(tmp_path: Path) -> None:
    report = only(put(tmp_path, PAGE))
    assert holds_all(report)
    assert (report.headline, report.byline, report.outlet) == (TITLE, "Almaz Bekele", "Rift Valley Times")
    assert (day(report), report.published.how, report.url) == ("2022-11-02", "metadata", "https://rift.example/a/1")
    assert report.captions == ("Delegates shake hands in Pretoria on Wednesday. Photo: RVT",)
    assert report.text.endswith(report.captions[0])
    kinds = {report.text[zone.start : zone.end]: zone.kind for zone in report.zones}
    assert kinds["What it says"] == "section_head"
    for gone in ("Coffee", "Copyright", "Sport", "By Almaz", TITLE):
        assert gone not in report.text
    assert [PAGE[source : source + 12] for to, source in report.offsets[:2]] == [p[:12] for p in PARAGRAPHS[:2]]


def test_html_lists_what_was_taken_out_of_its_text(tmp_path: Path) -> None:
    other = (
        '<div class="teaser"><figure><img src="b.jpg"><figcaption>Pickers sort coffee beans near Jimma in October.'
        "</figcaption></figure></div>"
    )
    page = PAGE.replace("<aside>", f"<p>Share this article</p>{other}<aside>")
    report = only(put(tmp_path, page))
    assert holds_all(report)
    dropped = {line.text: line for line in report.dropped}
    beans = dropped["Pickers sort coffee beans near Jimma in October."]
    assert beans.reason == "picture of another story"
    assert page[beans.offset :].startswith(beans.text)
    assert dropped[TITLE].reason == "headline"
    assert all(line.text not in report.text for line in report.dropped)


def test_mhtml(tmp_path: Path) -> None:
    mhtml = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://rift.example/a/1\r\nSubject: x\r\n"
        "Date: Fri, 4 Nov 2022 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\nContent-Location: https://rift.example/a/1\r\n\r\n"
        f"{PAGE}\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b--\r\n"
    )
    report = only(put(tmp_path, mhtml))
    assert holds_all(report)
    assert day(report) == "2022-11-02", "the day of saving is no day of publication"
    assert report.url == "https://rift.example/a/1"


def test_mail(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = (
        "Horn Dispatch <news@horn.example>",
        "me@x.example",
        f"Fwd: {TITLE}",
    )
    message["Date"], message["Message-ID"] = "Thu, 3 Nov 2022 07:10:00 +0300", "<1@horn.example>"
    message.set_content(TEXT)
    report = only(put(tmp_path, message.as_bytes()))
    assert (report.outlet, report.headline, day(report)) == ("Horn Dispatch", TITLE, "2022-11-03")
    assert PARAGRAPHS[1] in report.text


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_feeds(form: str, tmp_path: Path) -> None:
    html = "".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in PARAGRAPHS)
    rss = (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>Rift Feed</title><item><title>{TITLE}</title>"
        f"<link>https://rift.example/a/1</link><pubDate>Wed, 02 Nov 2022 15:00:00 GMT</pubDate>"
        f"<description>{html}</description></item><item><title>Empty</title></item></channel></rss>"
    )
    atom = (
        f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Rift Feed</title><entry>"
        f"<title>{TITLE}</title>"
        f"<link href='https://rift.example/a/1'/><published>2022-11-02T15:00:00Z</published>"
        f"<content type='html'>{html}</content>"
        f"</entry><entry><title>Empty</title></entry></feed>"
    )
    report, empty = read_sources([put(tmp_path, {"rss": rss, "atom": atom}[form])])
    assert isinstance(report, Report) and isinstance(empty, UnreadableReport)
    assert (report.headline, report.outlet, report.url) == (TITLE, "Rift Feed", "https://rift.example/a/1")
    assert holds_all(report) and day(report) == "2022-11-02"


@pytest.mark.parametrize("packed", [False, True])
def test_warc_is_bounded_by_the_crawl(packed: bool, tmp_path: Path) -> None:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for number, (status, page) in enumerate([("200 OK", PAGE), ("404 Not Found", PAGE), ("200 OK", _undated(PAGE))]):
        headers = StatusAndHeaders(status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"https://rift.example/{number}",
            "response",
            payload=io.BytesIO(page.encode()),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2022-11-05T00:00:00Z"},
        )
        writer.write_record(record)
    first, second = read_sources([put(tmp_path, stream.getvalue())])
    assert isinstance(first, Report) and isinstance(second, Report)
    assert day(first) == "2022-11-02" and holds_all(first)
    assert second.published.time is not None
    assert (second.published.time.earliest, second.published.time.latest) == (None, dt.date(2022, 11, 5))


def _undated(page: str) -> str:
    return page.replace('"datePublished":"2022-11-02T18:00:00+03:00",', "")


def test_json_of_a_news_api_and_json_lines_with_mapping(tmp_path: Path) -> None:
    article = {"title": TITLE, "content": TEXT, "publishedAt": "2022-11-02T15:00:00Z", "source": {"name": "Rift"}}
    report = only(put(tmp_path, json.dumps({"status": "ok", "articles": [article]})))
    assert (report.headline, report.outlet, day(report)) == (TITLE, "Rift", "2022-11-02")
    assert holds_all(report)
    lines = "\n".join(
        json.dumps({"doc": {"t": f"{TEXT}\n\nVersion {n}.", "h": TITLE}, "ts": 1667401200}) for n in (1, 2)
    )
    options = ReadOptions(json_fields={"text": "doc.t", "headline": "doc.h", "published": "ts"})
    reports = list(read_sources([put(tmp_path, lines + "\n{broken\n")], options))
    assert [type(one) for one in reports] == [Report, Report, UnreadableReport]
    assert all(isinstance(one, Report) and one.headline == TITLE and day(one) == "2022-11-02" for one in reports[:2])


def test_pdf_with_a_text_layer(tmp_path: Path) -> None:
    report = only(put(tmp_path, _pdf([TITLE, "", *PARAGRAPHS])))
    assert PARAGRAPHS[1] in report.text


def _pdf(lines: list[str]) -> bytes:
    """A PDF of one page, made by hand, so that the test needs no writer."""
    shown = "".join(f"({line.replace('(', '').replace(')', '')}) Tj 0 -24 Td " for line in lines)
    content = f"BT /F1 9 Tf 40 800 Td {shown}ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    xref = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % xref


def test_zip_and_folder(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/page.html", PAGE)
        archive.writestr("b.txt", TEXT)
    folder = tmp_path / "in"
    folder.mkdir()
    path = put(folder, packed.getvalue(), "all.zip")
    reports = list(read_sources([folder]))
    assert [one.path for one in reports if isinstance(one, Report)] == [f"{path}!a/page.html", f"{path}!b.txt"]


def test_manifest_gives_what_the_page_does_not(tmp_path: Path) -> None:
    put(tmp_path, TEXT, "one.txt")
    put(tmp_path, PAGE, "two.html")
    manifest = put(
        tmp_path,
        "path,published,outlet,url,headline\n"
        "one.txt,2022-11-03,Horn Dispatch,,Truce signed\ntwo.html,,,,\nnone.txt,,,,\n",
        "reports.csv",
    )
    one, two, missing = read_manifest(manifest)
    assert isinstance(one, Report) and isinstance(two, Report) and isinstance(missing, UnreadableReport)
    assert (one.outlet, one.headline, day(one), one.published.how) == (
        "Horn Dispatch",
        "Truce signed",
        "2022-11-03",
        "given",
    )
    assert two.outlet == "Rift Valley Times"


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ("file,outlet\na,b\n", "path"),
        ("path,publishd\na,b\n", "publishd"),
        ("path,published\na,3/4/22\n", "YYYY-MM-DD"),
    ],
)
def test_unusable_manifest_says_why(table: str, word: str, tmp_path: Path) -> None:
    manifest = put(tmp_path, table, "reports.csv")
    with pytest.raises(VerbaleError, match=word):
        list(read_manifest(manifest))
