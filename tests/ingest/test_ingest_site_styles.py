# ruff: noqa: E501 (a paragraph of a dump is one line)
"""Dumps in the manner of many presses: every body paragraph kept, everything else gone, captions apart.

A dump is written with a mark before what is not furniture: `H|` headline, `B|` body paragraph, `S|` section head,
`C|` caption. The marks are taken off before the dump is read.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from verbale.ingest import read_sources
from verbale.model import Report


@dataclass(frozen=True)
class Style:
    name: str
    dump: str
    byline: str = ""
    day: dt.date | None = None

    def marked(self, mark: str) -> list[str]:
        return [line[2:] for line in self.dump.splitlines() if line.startswith(f"{mark}|")]

    def raw(self) -> str:
        return "\n".join(line[2:] if line[1:2] == "|" else line for line in self.dump.splitlines()) + "\n"


STYLES = [
    Style(
        "Korean portal",
        """\
본문 바로가기
The Peninsula Post
전체메뉴
National | Politics | Foreign Affairs | Business | K-pop
Font Size 가 가 가
페이스북 공유
트위터 공유
카카오톡 공유
Posted : 2018-10-16 17:02
Updated : 2018-10-16 19:40
H|Two Koreas agree to break ground on railways
By Seo Dong-min
C|South Korean Unification Minister Cho Myoung-gyon, left, shakes hands with Ri Son-gwon in Panmunjeom. Yonhap
C|South Korean Unification Minister Cho Myoung-gyon, left, shakes hands with Ri Son-gwon in Panmunjeom. Yonhap
B|The two Koreas agreed Monday to hold a ceremony by early December for work on railways and roads across the border.
B|The agreement came at high-level talks in Panmunjeom that were led by Unification Minister Cho Myoung-gyon and Ri Son-gwon.
B|"We discussed everything candidly," Cho said.
B|Experts from both sides will begin a joint survey of the western line late this month, the press release said.
dmseo@peninsulapost.example
Top 10 Stories
1 Actor opens bakery in Jeju
2 Won slides for fifth day
3 [Photo] Autumn leaves reach Seoraksan
Back to Top
회사소개 | 광고안내 | 개인정보취급방침
Copyright (c) The Peninsula Post. All rights reserved. Unauthorized reproduction prohibited.
""",
        "Seo Dong-min",
        dt.date(2018, 10, 16),
    ),
    Style(
        "Balkan agency site",
        """\
Naslovna
Vesti
Sport
Biznes
EN | SR
H|Belgrade, Pristina close energy deal after night of talks
Izvor: Kosava Press
Tuesday, 21.06.2022. | 22:14
Podeli
C|Foto: Kosava/Arhiva – Bilateral meeting in Brussels, with the EU envoy at the head of the table. Photo: Kosava Press
B|Belgrade and Pristina agreed on a roadmap for the energy agreements on Tuesday, the EU's special representative said.
B|The chief negotiators, Petar Petkovic and Besnik Bislimi, did not meet face to face until late in the evening.
B|"Four municipalities in the north will get their bills from a Serb-owned company," Miroslav Lajcak wrote.
B|Petkovic told reporters: "We defended the interests of our people."
B|No date was given for the next round.
Komentari (12)
Pošalji komentar
nesa1974
21.06.2022 23:01
They sold us out again, and nobody even asks what it costs.
Marko BG
21.06.2022 23:17
We will see what the bills look like in winter, then talk about who won.
Najčitanije
Vreme sutra: sunčano i vruće
""",
        day=dt.date(2022, 6, 21),
    ),
    Style(
        "Latin American press in English",
        """\
SECTIONS
News
Opinion
Sports
Culture
Weather: 18° Cloudy
Subscribe for $1
PEACE TALKS
H|Government and ELN sign six-month truce in Bogotá
By María Inés Duarte / Altiplano Herald
3 Aug 2023 - 18:45
Compartir
C|President Gustavo Petro and the guerrilla commander Antonio García before the ceremony on Thursday. (Photo: Presidency)
B|Bogotá, Aug 3 (AH).- Colombia's government and the ELN began a nationwide ceasefire on Thursday that is to last 180 days.
B|Under the protocol signed in Havana, both sides bind themselves to:
B|1. Suspend offensive operations.
B|2. Respect humanitarian law.
B|3. Take part in the verification mechanism led by the United Nations.
B|"It is the longest truce we have ever agreed," said Otty Patiño, the government's chief negotiator.
B|The ELN's delegate Pablo Beltrán warned that kidnappings "were not on the table".
Te puede interesar: Coffee growers ask for credit
B|A national committee for participation will be installed in the afternoon.
Tags: ELN, peace talks, Colombia
Also in News
Bogotá metro delayed until 2029
Hailstorm closes El Dorado airport
Newsletter
Receive the best of the Altiplano Herald in your inbox
""",
        "María Inés Duarte",
        dt.date(2023, 8, 3),
    ),
    Style(
        "Arab English press",
        """\
Search
Today's print edition
GULF
LEVANT
BUSINESS
SPORT
H|Houthi team lands in Riyadh for first public talks since war began
https://dhow.example/4x9
Short Url
Updated 15 September 2023
DHOW NEWS
Follow
C|Smoke over Sanaa earlier this year. The delegation left the city on an Omani plane. (AFP/File)
September 15, 2023 00:12
RIYADH: A delegation of Yemen's Houthis arrived in the Saudi capital on Thursday night for talks on a lasting ceasefire.
B|Omani mediators travelled with the group, two sources familiar with the talks told Dhow News.
B|Saudi Arabia's foreign ministry said it had invited the team to “complete the meetings” held in Sanaa in April.
B|Mohammed Abdulsalam, the group's chief negotiator, listed what it wants: salaries, open ports and an end to the blockade.
B|“Those are humanitarian files, not favors.”
B|A Western diplomat called the visit overdue.
Topics: Yemen Saudi Arabia Houthis
RELATED
Yemen's cholera wards fill up again
Oman's role as a broker explained
Latest updates
Recommended
Oil steady ahead of OPEC+ meeting
""".replace("\nRIYADH:", "\nB|RIYADH:"),
        day=dt.date(2023, 9, 15),
    ),
    Style(
        "wire copy, hard wrapped",
        """\
BC-SUDAN-TALKS/1 (UPDATE 2, PIX)
UPDATE 2-Sudan's warring sides agree to open aid corridors
(Adds UN comment, background)

By Halima Osei

JEDDAH, May 21 (Sahel Wire) - Sudan's army and the Rapid Support Forces signed a deal
late on Saturday for a seven-day ceasefire that is to come into force on Monday
evening, Saudi Arabia and the United States said.

"The people of Sudan have suffered enough," the two sponsors said in a joint
statement. Earlier truces collapsed within hours.

The United Nations welcomed the paper.

(Reporting by Halima Osei in Jeddah and Tarek Nour in Cairo; Editing by Ann Pell)
((halima.osei@sahelwire.example; +966 55 0100 200))
Keywords: SUDAN TALKS/
""",
        "Halima Osei",
    ),
    Style(
        "mail newsletter",
        """\
View this email in your browser
THE CORRIDOR BRIEF
Your morning read on the South Caucasus
Forward to a friend
H|Yerevan and Baku swap maps in Brussels
15 July 2023
B|Good morning. Nikol Pashinyan and Ilham Aliyev met in Brussels on Saturday for their fourth round under EU auspices.
B|Charles Michel, who hosted them, said both leaders had reaffirmed the territorial integrity of the other's country.
B|They did not agree on the Lachin road, which has been closed to all but the Red Cross.
B|Aliyev's adviser Hikmet Hajiyev told us: “The Aghdam route is the answer.”
B|Pashinyan disagrees.
Enjoyed this email? Share it with a colleague
You are receiving this email because you signed up on our website.
Unsubscribe from this list | Update your preferences
Our mailing address is: Corridor Media, 4 Rustaveli Lane
Copyright © 2023 Corridor Media, All rights reserved.
""",
        day=dt.date(2023, 7, 15),
    ),
    Style(
        "interview",
        """\
Home
Interviews
Share on WhatsApp
H|Finland's negotiator: The trilateral memorandum was the easy part
Interview by Aino Rask
July 5, 2022
B|Ambassador Ilkka Kanerva-Holm led one of the teams that worked out the memorandum with Turkey in Madrid.
B|Q: Did Ankara drop its demands?
B|A: It put them into other words. We could live with the words.
B|Q: Which ones?
B|A: Extradition.
B|Q: Will Sweden hand anybody over?
B|A: That is for its courts, and we told the Turkish side so in each of the four meetings that I took part in.
B|Q: When will parliament in Ankara vote?
B|A: I do not know.
Read more interviews
Subscribe to our podcast
Terms of use
""",
        "Aino Rask",
        dt.date(2022, 7, 5),
    ),
    Style(
        "live blog",
        """\
LIVE
Share this
H|Ukraine grain deal: Turkey, UN announce extension in Istanbul
Last updated 2 hours ago
Pinned post
18:40 GMT
B|Turkish President Recep Tayyip Erdogan says the deal under which Ukraine ships grain has been extended, hours before it lapsed.
17:55 GMT
B|Russia's foreign ministry confirms the extension but says that it holds for 60 days only.
Share
17:20 GMT
B|Ukraine's infrastructure minister Oleksandr Kubrakov insists that the agreement provides for at least 120 days.
16:05 GMT
B|UN spokesman Stephane Dujarric declines to say how long the new term is.
Load more updates
""",
    ),
    Style(
        "paywall and teasers within the text",
        """\
Skip to main content
We value your privacy
We and our 743 partners store and/or access information on a device, such as cookies.
Accept all
Reject all
World
H|Brussels and London settle Northern Ireland row with Windsor framework
Clare Dunmore, Europe editor
27 February 2023 • 7:31pm
B|Rishi Sunak and Ursula von der Leyen announced a deal on Northern Ireland's trade rules in Windsor on Monday.
B|It sets up a green lane for goods that stay in the United Kingdom and a red one for those bound for Ireland.
Read more: What is the Stormont brake?
B|The Democratic Unionist Party asked for time.
Advertisement
B|“We will read every line,” its leader Jeffrey Donaldson said.
You have 3 free articles left this month. Subscribe for unlimited access.
B|Maros Sefcovic, who led for the Commission, ruled out another negotiation.
Related Topics
Northern Ireland
Ursula von der Leyen
More stories
Heat pumps: are they worth it?
The 20 best pubs in Cornwall
""",
        "Clare Dunmore",
        dt.date(2023, 2, 27),
    ),
    Style(
        "comments on the same matter",
        """\
The Canal Observer
H|Ethiopia skips Nile dam meeting in Kinshasa
Tuesday, April 6, 2021
B|Talks between Egypt, Ethiopia and Sudan on the Renaissance Dam ended in Kinshasa without progress on Tuesday.
B|Egypt's foreign ministry said that Ethiopia had turned down a proposal to bring in the EU, the US and the UN as mediators.
B|Sudan's Mariam al-Sadiq al-Mahdi said Addis Ababa's stance “threatens the peoples of the Nile basin”.
B|Ethiopia said it would go on with the second filling in July.
4 Comments
Abebe says:
April 6, 2021 at 7:12 pm
Ethiopia has every right to fill its own dam, and Egypt knows it. The river starts with us.
Reply
Nilewatcher says:
April 6, 2021 at 8:40 pm
Egypt has 100 million people who drink from this river. I do not see how the talks can go on like this.
Reply
Hoda K. says:
April 7, 2021 at 6:03 am
Mediators will not help when one side does not come to the meeting!
Leave a Reply
Your email address will not be published. Required fields are marked
""",
        day=dt.date(2021, 4, 6),
    ),
    Style(
        "South Asian press",
        """\
E-PAPER | February 26, 2021
LATEST
PAKISTAN
WORLD
PRAYER TIMINGS
BREAKING: Rupee gains 20 paisa in interbank trade
H|India, Pakistan agree to honour Line of Control ceasefire
Staff Correspondent
Published in The Indus Gazette February 26, 2021
Facebook Count
Twitter Share
0
B|ISLAMABAD: Pakistan and India have agreed to strictly observe all agreements on firing along the Line of Control.
B|The understanding was reached by the two directors general of military operations over the hotline, a joint statement said.
B|Foreign Minister Shah Mahmood Qureshi termed it “a positive step”.
B|He said New Delhi should now revisit its steps of Aug 5, 2019.
B|The hotline works round the clock.
Published in The Indus Gazette, February 26th, 2021
Read more
On DawnNews Watch: the budget in five charts
OPINION
The price of onions
Cartoon: 26 February, 2021
""".replace("DawnNews Watch", "Indus Watch"),
        day=dt.date(2021, 2, 26),
        byline="Staff Correspondent",
    ),
    Style(
        "African press",
        """\
Home
Politics
Metro
Sports
Epaper
Advert Rates
H|Pretoria talks: Tigray, Abuja of agreements?
By Our Reporter
On October 26, 2022
Kindly share this story:
B|THE African Union opened peace talks between the Ethiopian government and Tigray forces in Pretoria yesterday.
B|South Africa's presidency, which hosts them, said the meetings would end on Sunday.
B|A former Nigerian president, Chief Olusegun Obasanjo, leads the mediation with Uhuru Kenyatta and Phumzile Mlambo-Ngcuka.
B|“We come in peace,” Obasanjo said.
B|Neither delegation spoke to newsmen.
Join our WhatsApp channel for breaking news
Copyright Rift Punch. All rights reserved. This material, and other digital content on this website, may not be reproduced.
Contact: editor@riftpunch.example
Previous Post
Fuel queues return to Harare
Next Post
Court fixes date for ex-governor's trial
""",
        day=dt.date(2022, 10, 26),
        byline="Our Reporter",
    ),
    Style(
        "teasers with blurbs behind the text",
        """\
Menu
Log in
H|Greece and North Macedonia end name dispute on shore of Prespa
Elena Markou
June 17, 2018
C|Prime ministers Alexis Tsipras and Zoran Zaev embrace after the signing in Psarades. Reuters/A. Konstantinidis
B|The foreign ministers of Greece and its northern neighbour signed an accord on Sunday that ends a dispute of 27 years.
B|The country will be called North Macedonia at home and abroad, and Athens will no longer block its way into NATO.
B|“We have a historic responsibility that this deal is not held in abeyance,” Tsipras said.
B|Zaev's government has to change the constitution by the end of the year.
B|The opposition in both countries has called protests.
More from World
Spain takes in the Aquarius
The ship that Italy and Malta had turned away reached Valencia early on Sunday with the last of 630 people on board.
Elena Markou
June 17, 2018
Colombia votes for a new president
Polling stations opened across the country on Sunday for a run-off that may decide what becomes of the peace accord.
Pablo Ruiz
June 17, 2018
Follow us on Facebook
""",
        "Elena Markou",
        dt.date(2018, 6, 17),
    ),
    Style(
        "Russian agency in English",
        """\
Top stories
Russian Politics & Diplomacy
World
Business & Economy
10 Mar, 13:25
H|Lavrov, Kuleba find no common ground at talks in Antalya
The Ukrainian minister had asked for a truce of 24 hours
© Volga News Pool/Archive
B|ANTALYA, March 10. /VOLGA/. Russian Foreign Minister Sergey Lavrov met his Ukrainian counterpart Dmitry Kuleba on Thursday.
B|"The real negotiating track is in Belarus," Lavrov told a press conference.
B|He added that Moscow had not refused contacts between the two presidents.
B|Turkey's Mevlut Cavusoglu, who sat with the two, described the atmosphere as civil.
Read also
What is known about the Antalya format
Tags
Ukraine
Foreign policy
""",
    ),
    Style(
        "sections and lists",
        """\
Jump to navigation
H|What the Taif track now asks of Syria's neighbours
April 18, 2023
Estimated reading time: 3 minutes
B|Arab foreign ministers who met in Jeddah last week set out steps that Damascus should take before it returns to the League.
S|The demands
B|The communique names five of them:
B|• a halt to the trade in Captagon
B|• safe return for refugees
B|• access for UN convoys
B|• talks on a new constitution
B|• the release of detainees
B|Syria's foreign minister, Faisal Mekdad, gave no public answer.
S|Who objects
B|Qatar said its position had not changed.
B|Kuwait and Morocco asked for guarantees, according to two Arab diplomats.
Print
Email
PDF
""",
        day=dt.date(2023, 4, 18),
    ),
    Style(
        "tabloid with a block of related articles in the text",
        """\
Search
US News
Sport
H|Kerry and Zarif slip out for walk along Lake Geneva
Pair of ministers leave hotel for 15 minutes
By Dan Ostrow for News Planet
Published: 10:12, 15 January 2015 | Updated: 11:40, 15 January 2015
15 shares
8 View comments
B|John Kerry and Mohammad Javad Zarif went for a walk along the lake in Geneva on Wednesday.
B|The two men, in dark coats, talked as they went.
Scroll down for video
C|The U.S. secretary of state (right) and Iran's foreign minister on the shore
B|Their deputies stayed behind with the experts and went on with the talks on centrifuges.
RELATED ARTICLES
Previous
1
Next
Share this article
Share
B|'It was a good talk,' Zarif said.
B|Kerry made no comment.
Read more:
Kerry lands in Paris
Share or comment on this article
Comments 8
""",
        "Dan Ostrow",
        dt.date(2015, 1, 15),
    ),
    Style(
        "ministry's press release",
        """\
Ministry of Foreign Affairs of the Republic of Lakeland
Embassies | Visas | Contact
Press release no. 112/2024
12.11.2024

H|Joint statement on the resumption of the border talks

B|1. The two sides met in Vaduz on 11 and 12 November 2024.

B|2. They agreed to exchange lists of the missing.

B|3. The next meeting is to take place in Bern.

(End)

Press Office
Tel. +423 555 01 01
""",
        day=dt.date(2024, 11, 12),
    ),
    Style(
        "transcript",
        """\
Transcript
Sept 8, 2020

B|MODERATOR: Good afternoon. We have ten minutes.

B|QUESTION: Will the Taliban meet the government's team this week?

B|SPOKESPERSON: We expect that. I will not get ahead of the parties.

B|QUESTION: Is the prisoner release done?

B|SPOKESPERSON: All but six.

B|MODERATOR: Thank you, everyone.
""",
        day=dt.date(2020, 9, 8),
    ),
    Style(
        "answer in one word",
        """\
https://thelagoon.example/world/2020/gaza-truce

Share

H|Gaza truce holds for a second day

The Lagoon, 22 May 2021

B|A truce between Israel and Hamas held on Saturday, and Egyptian mediators shuttled between the two sides.

B|"No rockets, no strikes," one of them said.

B|Would the crossings open?

B|No.

---
Sent from my iPhone
""",
        day=dt.date(2021, 5, 22),
    ),
]


@pytest.fixture(params=STYLES, ids=lambda style: style.name)
def style(request: pytest.FixtureRequest) -> Style:
    chosen: Style = request.param
    return chosen


@pytest.fixture
def report(style: Style, tmp_path: Path) -> Report:
    path = tmp_path / "page.txt"
    path.write_text(style.raw(), "utf-8")
    (result,) = read_sources([path])
    assert isinstance(result, Report), result
    return result


def zones(report: Report, *kinds: str) -> str:
    return "".join(report.text[z.start : z.end] for z in report.zones if z.kind in kinds)


def test_every_paragraph_is_kept_and_nothing_else(style: Style, report: Report) -> None:
    if "wrapped" in style.name:
        pytest.skip("its paragraphs are looked at below")
    marked = [line[2:].removeprefix("• ") for line in style.dump.splitlines() if line[:2] in ("B|", "S|")]
    assert zones(report, "body", "dateline", "section_head") == "".join(marked)
    assert zones(report, "section_head") == "".join(style.marked("S"))


def test_wire_copy_keeps_its_paragraphs_and_loses_slug_and_notes() -> None:
    from verbale.ingest.bare.read import read_bare

    (style,) = [style for style in STYLES if "wrapped" in style.name]
    paragraphs = [block.piece.text for block in read_bare(style.raw()).blocks]
    assert [text.split()[0] for text in paragraphs] == ["JEDDAH,", '"The', "The"]
    assert paragraphs[0].endswith("the United States said.") and "come into force on Monday" in paragraphs[0]


def test_captions_stand_apart_and_once(style: Style, report: Report) -> None:
    assert list(report.captions) == list(dict.fromkeys(style.marked("C")))


def test_headline_byline_and_day(style: Style, report: Report) -> None:
    if style.marked("H"):
        assert report.headline == style.marked("H")[0]
    assert report.byline == style.byline
    time = report.published.time
    assert (time.earliest if time else None) == style.day


def test_what_notices_say_too_may_be_said_in_a_report() -> None:
    from verbale.ingest.bare.read import read_bare

    body = [
        "The agency's director left Tehran on Sunday after two days of talks on the sites in Karaj and Natanz.",
        "He told us that inspectors had been promised unlimited access.",
        "“We will not sign up to your terms and conditions,” a member of parliament replied.",
        "The foreign ministry said that both sides would get more time, and that our readers' personal data was no matter of it.",
        "Reach the border, halt and wait: so the guards were told, according to the ministry.",
    ]
    text = (
        "Menu\nHome\n" + "\n".join(body) + "\nWe use cookies to improve your visit. See our privacy policy.\nSign in\n"
    )
    assert [block.piece.text for block in read_bare(text).blocks] == body
