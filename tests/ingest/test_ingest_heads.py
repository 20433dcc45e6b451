# ruff: noqa: E501 (a paragraph of a dump is one line)
"""What stands around the text in the manner of many outlets: headline, byline, masthead, credits; each found, and none
of it in the text."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from verbale.ingest import read_sources
from verbale.model import Report

NILE = """\
Egypt and Ethiopia will resume their talks on the filling of the Nile dam next week, the Sudanese irrigation minister said on Sunday.
“We have agreed on nine of the twelve articles, and the other three are law, not water,” the minister told reporters in Khartoum.
Cairo wants a binding rule for years of drought. Addis Ababa has refused to accept one, and offers notice of each season's filling instead."""
CYPRUS = """\
The leaders of the two communities in Cyprus met for three hours on Tuesday and agreed to open a crossing at Deryneia before the summer.
The United Nations envoy, who was host to the dinner, said that the talks on property would go on in the new year.
“Nobody has left the table,” a diplomat close to the process said. “That is more than we could say in March.”"""
KOSOVO = """\
Serbia and Kosovo failed on Thursday to settle their quarrel over number plates, and the European Union's envoy asked both for restraint.
The two prime ministers did not meet in person. Each spoke to the envoy in turn, in rooms at the two ends of a corridor.
Belgrade said that it would answer the proposal in writing by Monday, and Pristina said that it had nothing to add."""
IRAN = """\
Iran and the three European powers ended two days of talks on the nuclear accord on Friday without a date for the next round.
The European side had asked for the inspectors' return to two sites. The Iranian delegation said that it would put the request to Tehran.
A senior official from one of the three described the mood as better than the result, and the result as no worse than feared."""
COLOMBIA = """\
Colombia's government and the rebels of the ELN agreed on Wednesday to extend their ceasefire by six months, negotiators said in Havana.
The rebels promised to stop kidnapping for ransom for as long as the ceasefire lasts, which they had refused to do in January.
Families of those still held gathered outside the hall. “We want a list, with names,” one of them told the radio."""


@dataclass(frozen=True)
class Head:
    name: str
    above: str
    body: str
    headline: str
    byline: str = ""
    outlet: str = ""
    below: str = ""
    # What must stand in no paragraph.
    gone: tuple[str, ...] = ()


DAM, CROSSING = (
    "Nile dam talks to resume as three articles stay open",
    "Cyprus leaders agree to open a crossing by summer",
)
PLATES, ROUND = (
    "No deal on number plates as envoy asks for restraint",
    "Nuclear talks end with no date for a next round",
)
CEASEFIRE = "Colombia and ELN rebels extend their ceasefire by six months"

HEADS = [
    Head("number of a bulletin above the headline", f"HORN OF AFRICA INSTITUTE\nResearch | People | Events | Give\n\nBriefing no. 14, March 2021\n\n{DAM}\n\nTsedale Bekele\n\nDownload as PDF     Cite\n\n", NILE, DAM, "Tsedale Bekele", below="\n\nAbout the author\nTsedale Bekele is a research fellow at the Institute.\nEarlier briefings: A river by treaty; Whose gauge?\nFollow us on Mastodon", gone=("research fellow", "A river by treaty", "Briefing no. 14")),
    Head("volume and number", f"EASTERN MEDITERRANEAN REVIEW\nVol. 9, Issue 2 – Spring 2022\n\n{CROSSING}\n\nBy Sotiris Petrou\n\n", CYPRUS, CROSSING, "Sotiris Petrou", gone=("Vol. 9", "Spring 2022")),
    Head("two writers above their role", f"{PLATES}\n\nVesna Horvat and Liridon Gashi\nStaff reporters\n\nFacebook 41   Twitter 12   Comments (7)\n\n", KOSOVO, PLATES, "Vesna Horvat and Liridon Gashi", gone=("Comments (7)", "Staff reporters")),
    Head("headline and day on two lines of a live page", f"VIENNA DESK\nPolitics   Energy   Nuclear   Live\n\n{ROUND}\n6 May 2021\nBy Clara Vestergaard in Vienna and Reza Moghaddam in Tehran\n\n17.40 What the two sides say as the doors close", (IRAN + "\n16.05 A corridor, two rooms and the coffee trolley\n" + CYPRUS + "\n15.20 Five hours of drafting, not a line in brackets\n" + KOSOVO).replace("\n", "\n\n").replace("trolley\n", "trolley").replace("brackets\n", "brackets"), ROUND, "Clara Vestergaard and Reza Moghaddam", gone=("6 May 2021",)),
    Head("picture from the archive", f"{CEASEFIRE}\nBy Marisol Cuenca\n\n", COLOMBIA + "\n\nRebels of the ELN at a camp on the San Juan river. Archive: El Litoral/M. Asprilla", CEASEFIRE, "Marisol Cuenca"),
    Head("a bar of sections with a date below it", f"THE LIFFEY DAILY\nIreland and its islands\nFront  Home news  Money  Farming  Property  Puzzles\nSaturday, 13 November 2017, 7.00 am\n\n{CROSSING}\n\nEleni Stavrou and Kemal Uzun\n\nSave  Gift this article  Font size\n", CYPRUS, CROSSING, "Eleni Stavrou and Kemal Uzun", gone=("Gift this article",)),
    Head("a writer above her post", f"{DAM}\n\nAmira Haddad\nWater Editor\n\nListen   Share\n", NILE, DAM, "Amira Haddad", gone=("Water Editor",)),
    Head("posted on a day by", f"THE DAM LINE\na river blog from the delta\nposted Mon 12 Apr 2021 by Amira Haddad | 14 replies | permalink\n\n{DAM}\n\n", NILE, DAM, "Amira Haddad", gone=("replies",)),
    Head("by two writers in two places", f"{ROUND}\nBy Clara Vestergaard in Vienna and Reza Moghaddam in Tehran\n", IRAN, ROUND, "Clara Vestergaard and Reza Moghaddam"),
    Head("correspondent behind a comma", f"{DAM}\nBy Amira Haddad, Middle East correspondent\n12 April 2021\n", NILE, DAM, "Amira Haddad"),
    Head("our correspondent, with a name", f"{CROSSING}\n\nBy our correspondent Eleni Stavrou\n", CYPRUS, CROSSING, "Eleni Stavrou"),
    Head("capitals behind by", f"{PLATES}\n\nBy DRAGANA ILIĆ\n", KOSOVO, PLATES, "Dragana Ilić"),
    Head("all capitals", f"{PLATES.upper()}\nBY ARBEN KRASNIQI AND DRAGANA ILIĆ\n", KOSOVO, PLATES.upper(), "Arben Krasniqi and Dragana Ilić"),
    Head("name alone, place, date", f"{DAM}\n\nSami Oğuz\nKHARTOUM\n12.04.2021\n\nFacebook Twitter Copy URL\n", NILE, DAM, "Sami Oğuz"),
    Head("names, bar, date", f"{CEASEFIRE}\n\nPilar Quintero and Andrés Mejía | 10 August 2023 - 07:20\n\nListen to this article (4 min)\n", COLOMBIA, CEASEFIRE, "Pilar Quintero and Andrés Mejía"),
    Head("date, bar, name", f"{CEASEFIRE}\n10 August 2023 | Pilar Quintero\n", COLOMBIA, CEASEFIRE, "Pilar Quintero"),
    Head("name and place alone", f"9 November 2017\nEUROPE\n\n{CROSSING}\n\nTheo van der Meer, Nicosia\n\nReading time: 3 minutes | Save for later | Share\n", CYPRUS, CROSSING, "Theo van der Meer"),
    Head("blog: date, name, section", f"Home » Africa\n\n{DAM}\n\nApril 12, 2021 Amira Haddad Africa Leave a comment\n", NILE, DAM, "Amira Haddad"),
    Head("agency and place in brackets", f"{ROUND}\nBy CLARA VESTERGAARD and REZA MOGHADDAM\nUnion Press Wire\n\nVIENNA (UPW) — {IRAN}", "", ROUND, "Clara Vestergaard and Reza Moghaddam"),
    Head("reporting and editing below", f"{ROUND}\n", IRAN, ROUND, "Clara Vestergaard", below="(Reporting by Clara Vestergaard; Editing by Tom Ashdown)", gone=("Ashdown",)),
    Head("two report, others edit", f"{PLATES}\n", KOSOVO, PLATES, "Arben Krasniqi and Dragana Ilić", below="Reporting by Arben Krasniqi in Pristina and Dragana Ilić in Belgrade; writing by Tom Ashdown; editing by Mary Pell", gone=("Ashdown", "Pell")),
    Head("dump of a data base", f"Union Press Wire\n\nApril 12, 2021 Monday 4:10 PM GMT\n\n{DAM}\n\nBYLINE: By AMIRA HADDAD, Union Press Wire\n\nSECTION: INTERNATIONAL NEWS\n\nLENGTH: 412 words\n\nDATELINE: KHARTOUM Sudan\n", NILE, DAM, "Amira Haddad", gone=("LENGTH", "SECTION", "DATELINE")),
    Head("dump of a data base, other fields", f"HD {CROSSING}\nBY By Eleni Stavrou\nWC 318 words\nPD 9 November 2017\nSN The Island Courier\n", CYPRUS, CROSSING, "Eleni Stavrou", gone=("318 words",)),
    Head("hyphens and particles", f"{CEASEFIRE}\nBy María-José de la Fuente, Jean-Luc O'Hara and Nguyen Thi Minh Khai\n10 August 2023\n", COLOMBIA, CEASEFIRE, "María-José de la Fuente, Jean-Luc O'Hara and Nguyen Thi Minh Khai"),
    Head("one name only", f"{ROUND}\nBy Suharto\nMarch 4, 2022\n", IRAN, ROUND, "Suharto"),
    Head("Korean and Arabic names", f"{ROUND}\nBy Kim Min-jung and Abd al-Rahman al-Sudani\n4 March 2022\n", IRAN, ROUND, "Kim Min-jung and Abd al-Rahman al-Sudani"),
    Head("address behind a name", f"{DAM}\nAmira Haddad\na.haddad@nilegazette.example\n12 April 2021\n", NILE, DAM, "Amira Haddad"),
    Head("name before a date of the same line", f"{PLATES}\nDragana Ilić, 22 September 2022, 18:05\n", KOSOVO, PLATES, "Dragana Ilić"),
    Head("mail", f"Subject: {ROUND}\nFrom: Clara Vestergaard\n\n{ROUND}\nby Clara Vestergaard\n", IRAN, ROUND, "Clara Vestergaard"),
    Head("analysis by", f"ANALYSIS\n{CEASEFIRE}\nAnalysis by Pilar Quintero\nUpdated 8:15 PM EDT, Wed August 9, 2023\n", COLOMBIA, CEASEFIRE, "Pilar Quintero"),
    Head("written by, with a role", f"{CROSSING}\nWritten by Eleni Stavrou, Diplomatic Editor\nPublished: 9 November 2017\n", CYPRUS, CROSSING, "Eleni Stavrou"),
    Head("masthead over a bar of sections", f"The Lakes Gazette\nHome | World | Talks | Sport | Opinion\n\n{DAM}\nBy Amira Haddad\n12 April 2021\n", NILE, DAM, "Amira Haddad", "The Lakes Gazette"),
    Head("masthead in capitals, named below", f"ISLAND COURIER\nNEWS   SPORT   PROPERTY\n\n{CROSSING}\nBy Eleni Stavrou\n", CYPRUS, CROSSING, "Eleni Stavrou", "Island Courier", below="© 2017 Island Courier Ltd. All rights reserved."),
    Head("bread crumbs", f"Danube Morning Post\nHome > World > Serbia-Kosovo\n\n{PLATES}\nBy Dragana Ilić\n22 September 2022\n", KOSOVO, PLATES, "Dragana Ilić", "Danube Morning Post"),
    Head("link to skip", f"Skip to content\nThe Andean Tribune\nWORLD · MONEY · OPINION · SUNDAY MAGAZINE\n\n{CEASEFIRE}\n\nby Pilar Quintero and Andrés Mejía\nThursday 10 August 2023 08.05\n", COLOMBIA, CEASEFIRE, "Pilar Quintero and Andrés Mejía", "The Andean Tribune"),
    Head("nobody named", f"{PLATES}\n22 September 2022\nMore in Europe\n", KOSOVO, PLATES),
    Head("a section is no writer", f"{DAM}\nMiddle East\n12 April 2021\n", NILE, DAM),
    Head("nor is a place", f"{DAM}\nAddis Ababa\n12 April 2021\n", NILE, DAM),
    Head("a title says what is quoted", f"‘Nobody has left the table’: {CROSSING}\nBy Eleni Stavrou\n9 November 2017\n", CYPRUS, f"‘Nobody has left the table’: {CROSSING}", "Eleni Stavrou"),
    Head("special to", f"{ROUND}\nBy Reza Moghaddam, Special to the Danube Morning Post\n4 March 2022\n", IRAN, ROUND, "Reza Moghaddam"),
    Head("with another's help", f"{ROUND}\nBy Clara Vestergaard with Reza Moghaddam in Tehran\n4 March 2022\n", IRAN, ROUND, "Clara Vestergaard and Reza Moghaddam"),
    Head("address of the page first", f"https://www.lakesgazette.example/world/2021/04/12/nile-dam-talks.html\n{DAM}\nBy Amira Haddad\n", NILE, DAM, "Amira Haddad"),
]  # fmt: skip


def _read(head: Head, folder: Path) -> Report:
    path = folder / "dump.txt"
    path.write_text("\n".join(part for part in (head.above, head.body, head.below) if part) + "\n")
    (report,) = read_sources([path])
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.name)
def test_what_stands_around_the_text(head: Head, tmp_path: Path) -> None:
    report = _read(head, tmp_path)
    assert (report.headline, report.byline) == (head.headline, head.byline)
    if head.outlet:
        assert report.outlet == head.outlet
    body = head.body or head.above.split("— ")[1]
    for paragraph in body.split("\n"):
        assert paragraph in report.text
    for words in (head.headline, *head.gone):
        assert words not in report.text


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        ('<p class="x1">Updated: April 12, 2021 | By Amira Haddad</p>', "Amira Haddad"),
        ('<div class="x2">12 April 2021 &middot; Amira Haddad &middot; 3 min</div>', "Amira Haddad"),
        ('<p class="x3">Amira Haddad, Khartoum</p><p>Published : 12 Apr 2021, 10:40 AM</p>', "Amira Haddad"),
        ('<p class="x4">Political Desk</p>', "Political Desk"),
        ('<p class="x5">Middle East</p><p>12 April 2021</p>', ""),
        ('<p class="x6">Egypt and Ethiopia talk again</p>', ""),
        ("<script>count()</script>" * 70 + '<p class="x7">Amira Haddad</p><p>12 April 2021</p>', "Amira Haddad"),
        ('<div class="x8"><svg><title>Copy the link</title></svg></div><p>Political Desk</p>', "Political Desk"),
    ],
)
def test_a_page_that_marks_no_byline_may_print_one_below_its_headline(lines: str, byline: str, tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in NILE.split("\n"))
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><main><h1>{DAM}</h1>{lines}<div>{paragraphs}</div></main></body></html>")
    (report,) = read_sources([path])
    assert isinstance(report, Report)
    assert (report.headline, report.byline) == (DAM, byline)


@pytest.mark.parametrize("title", [f"{DAM} | The Lakes Gazette", f"The Lakes Gazette :: {DAM}"])
def test_the_outlets_name_is_no_part_of_a_pages_title(title: str, tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in NILE.split("\n"))
    path = tmp_path / "page.html"
    site = '<meta property="og:site_name" content="The Lakes Gazette">'
    path.write_text(f"<html><head><title>{title}</title>{site}</head><body><main>{paragraphs}</main></body></html>")
    (report,) = read_sources([path])
    assert isinstance(report, Report)
    assert (report.headline, report.outlet) == (DAM, "The Lakes Gazette")


def test_a_live_page_keeps_its_earlier_entries(tmp_path: Path) -> None:
    first, second, third = (NILE.split("\n")[n] for n in range(3))
    entries = [
        f"18.10 What we know so far\n{first}",
        f'17.25 Khartoum: "nine of twelve"\n{second}',
        f"16.40 Cairo and drought\n{third}",
        f"11.20 How we got here\n{CYPRUS.splitlines()[0]}",
        f"9.45 And in Brussels...\n{KOSOVO.splitlines()[0]}",
    ]
    above = f"THE DELTA DESK\nLive   Water   Power\nLIVE - updates have ended\n\n{DAM}\n12 April 2021\n\nSort by: newest first\n"
    path = tmp_path / "live.txt"
    path.write_text(above + "\n" + "\n\n".join(entries) + "\n\nLoad earlier posts\nRelated: Why the river rises late\n")
    (report,) = read_sources([path])
    assert isinstance(report, Report)
    for paragraph in (first, second, third, CYPRUS.splitlines()[0], KOSOVO.splitlines()[0]):
        assert paragraph in report.text
    assert "Load earlier" not in report.text and "river rises late" not in report.text
