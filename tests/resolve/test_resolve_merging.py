"""What makes two accounts one act, and what keeps them apart."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from desk import Story
from hypothesis import given, settings
from hypothesis import strategies as st
from test_resolve_seedlike import resolved, two_outlets

from verbale.model import ActRow, Published
from verbale.resolve import Decision, resolve

PARTIES = (("Sudan", "state/SD"), ("Egypt", "state/EG"), ("Ethiopia", "state/ET"))


def meeting(text: str, quote: str, published: str, outlet: str, parties: int = 2, **act: object) -> Story:
    story = Story(text, published, outlet)
    keys = tuple(story.actor(name, quote=name, world=world) for name, world in PARTIES[:parties])
    story.act("CONSULT", quote, keys, **act)
    return story


def ids_together(acts: tuple[ActRow, ...]) -> set[frozenset[str]]:
    return {frozenset(a.outlet for a in act.accounts) for act in acts}


def test_a_vague_account_that_fits_two_rounds_joins_neither():
    first = meeting(
        "Sudan and Egypt met in Cairo on April 3.",
        "met in Cairo on April 3",
        "2021-04-03",
        "A",
        when="2021-04-03",
        level="ministers",
        what="talks",
    )
    second = meeting(
        "Sudan and Egypt met in Cairo on April 21.",
        "met in Cairo on April 21",
        "2021-04-22",
        "B",
        when="2021-04-21",
        level="ministers",
        what="talks",
    )
    vague = meeting(
        "In April, ministers of Sudan and Egypt met.",
        "met",
        "2021-06-30",
        "C",
        when="2021-04",
        level="ministers",
        what="talks",
    )
    assert ids_together(resolved([first, second, vague]).acts) == {frozenset("A"), frozenset("B"), frozenset("C")}
    assert ids_together(resolved([first, vague]).acts) == {frozenset("AC")}


def test_leaders_and_envoys_are_not_at_one_table():
    leaders = meeting(
        "The leaders of Sudan and Egypt met in Cairo on May 2.",
        "met in Cairo",
        "2021-05-03",
        "A",
        when="2021-05-02",
        place="Cairo",
        level="leaders",
    )
    envoys = meeting(
        "Envoys of Sudan and Egypt met in Cairo on May 2.",
        "met in Cairo",
        "2021-05-03",
        "B",
        when="2021-05-02",
        place="Cairo",
        level="working",
    )
    assert len(resolved([leaders, envoys]).acts) == 2


@pytest.mark.parametrize(
    ("places", "count"), [(("Cairo", "Egypt"), 1), (("Cairo", "Khartoum"), 2), (("Panmunjeom", "Panmunjom"), 1)]
)
def test_a_town_lies_in_its_state_and_spellings_are_levelled(places: tuple[str, str], count: int):
    stories = [
        meeting(
            f"Sudan and Egypt met in {place} on May 2.",
            f"met in {place}",
            "2021-05-03",
            outlet,
            when="2021-05-02",
            place=place,
            what="talks",
        )
        for place, outlet in zip(places, "AB", strict=True)
    ]
    assert len(resolved(stories).acts) == count


def planned_and_done(planned: str, status: str = "planned") -> list[Story]:
    plan = meeting(
        "Sudan and Egypt will meet in Cairo on May 20.",
        "meet in Cairo on May 20",
        "2021-05-03",
        "A",
        when=planned,
        place="Cairo",
        status=status,
        what="meeting",
    )
    done = meeting(
        "Sudan and Egypt met in Cairo on May 20.",
        "met in Cairo on May 20",
        "2021-05-21",
        "B",
        when="2021-05-20",
        place="Cairo",
        what="meeting",
    )
    return [plan, done]


def test_a_meeting_planned_for_a_day_is_the_one_that_happened():
    stories = planned_and_done("2021-05-20")
    (act,) = resolved(stories).acts
    assert (act.status, [a.status for a in act.accounts], act.links) == ("happened", ["planned", "happened"], ())
    (before,) = resolved(stories[:1]).acts
    assert before.status == "planned"


def test_a_meeting_planned_for_no_certain_day_is_linked_to_its_happening():
    acts = {a.status: a for a in resolved(planned_and_done("2021-05")).acts}
    assert acts["planned"].links == (("happened as", acts["happened"].id),)
    assert acts["happened"].links == (("planned", acts["planned"].id),)


def test_a_meeting_called_off_is_not_the_one_that_happened():
    assert len(resolved(planned_and_done("2021-05-20", "cancelled")).acts) == 2


def test_asks_of_one_week_on_two_matters_are_two():
    story = Story("Sudan asked Egypt for grain and asked Egypt for a new border post.", "2021-05-03", "A")
    asker, asked = story.actor("Sudan"), story.actor("Egypt")
    story.act("REQUEST", "asked Egypt for grain", (asker,), (asked,), subject="grain", when="2021-05-02")
    story.act(
        "REQUEST",
        "asked Egypt for a new border post",
        (asker,),
        (asked,),
        subject="a new border post",
        when="2021-05-02",
    )
    again = Story("Khartoum's request for grain went unanswered in Cairo. Sudan waits for Egypt.", "2021-05-30", "B")
    asker, asked = again.actor("Sudan"), again.actor("Egypt")
    ask = again.act("REQUEST", "request for grain", (asker,), (asked,), subject="grain", trigger="request")
    again.answer(ask, "none", quote="went unanswered")
    rows = resolved([story, again])
    assert len(rows.answers) == 2
    subjects = {a.id: a.subject for a in rows.acts}
    told = {subjects[a.ask]: a for a in rows.answers}
    assert told["grain"].evidence and told["grain"].as_of == date(2021, 5, 30)
    assert not told["a new border post"].evidence and told["a new border post"].answer == "none"


def test_a_later_refusal_by_the_addressee_answers_the_ask():
    ask = Story("Sudan asked Egypt on May 2 for joint river patrols.", "2021-05-03", "A")
    ask.act(
        "REQUEST",
        "asked Egypt on May 2 for joint river patrols",
        (ask.actor("Sudan"),),
        (ask.actor("Egypt"),),
        subject="joint river patrols",
        when="2021-05-02",
    )
    no = Story("Egypt rejected joint river patrols on May 19. Sudan protested.", "2021-05-20", "B")
    egypt, sudan = no.actor("Egypt"), no.actor("Sudan")
    no.act(
        "REJECT",
        "rejected joint river patrols on May 19",
        (egypt,),
        (sudan,),
        subject="joint river patrols",
        when="2021-05-19",
    )
    rows = resolved([ask, no])
    (answer,) = rows.answers
    assert answer.answer == "refused"
    assert [e.text for e in answer.evidence] == ["rejected joint river patrols on May 19"]
    assert resolved([ask]).answers[0].answer == "none"


def test_a_copied_text_counts_once():
    text = " ".join(
        f"Sudan and Egypt met in Cairo on May 2 and took up point {n} of the list "
        "that the river commission drew up in the spring of that year."
        for n in ("one", "two", "three", "four")
    )
    stories = [
        meeting(
            text if outlet != "C" else "In Cairo, Sudan sat down with Egypt on May 2 over the river.",
            "Cairo",
            "2021-05-03",
            outlet,
            when="2021-05-02",
            place="Cairo",
            what="talks",
        )
        for outlet in "ABC"
    ]
    rows = resolved(stories)
    (act,) = rows.acts
    assert len(act.accounts) == 3 and act.independent == 2
    assert sum(r.copy_of is not None for r in rows.reports) == 1


def test_a_report_without_a_date_is_bounded_by_others():
    dated, vague = two_outlets()
    bare = Story(vague.report.text, None, "Drin Post")
    kosovo, serbia = bare.actor("Kosovo"), bare.actor("Serbia")
    bare.time("Last week")
    bare.act(
        "CONSULT",
        "Last week's talks in Brussels",
        (kosovo, serbia),
        what="talks",
        level="working",
        place="Brussels",
        trigger="talks",
    )
    rows = resolved([dated, bare])
    assert len(rows.acts) == 1
    row = next(r for r in rows.reports if r.outlet == "Drin Post")
    assert row.published and (row.published.earliest, row.published.latest) == (date(2020, 7, 17), date(2020, 7, 29))
    assert row.published_how == "inferred" and "last week" in row.published_reasons[0]
    assert next(r for r in rows.reports if r.outlet == "Morava Daily").published_how == "given"


def test_two_of_one_name_in_two_parties_are_two():
    texts = (("Ali Hassan", "Sudan"), ("Ali Hassan", "Egypt"), ("ALI HASSAN", "Sudan"))
    stories = []
    for i, (name, party) in enumerate(texts):
        story = Story(f"{name} of {party} spoke on day {i}.", "2021-05-03", f"O{i}")
        story.actor(name, "person", party=party, office=None)
        stories.append(story)
    people = [a for a in resolved(stories).actors if a.kind == "person"]
    assert sorted(len(p.reports) for p in people) == [1, 2]


@pytest.mark.parametrize(
    "names",
    [("Kim Jong-un", "Kim Jong Un"), ("Abiy Ahmed", "Ahmed Abiy"), ("Volodymyr Zelensky", "Volodymyr Zelenskyy")],
)
def test_spellings_of_one_name_are_one(names: tuple[str, str]):
    stories = []
    for i, name in enumerate(names):
        story = Story(f"{name} spoke on day {i}.", "2021-05-03", f"O{i}")
        story.actor(name, "person")
        stories.append(story)
    (person,) = resolved(stories).actors
    assert {person.name, *person.aliases} == set(names)


def test_near_spellings_are_one_where_party_and_office_agree():
    def made(name: str, office: str, outlet: str) -> Story:
        story = Story(f"{name}, {office}, spoke to {outlet}.", "2021-05-03", outlet)
        story.actor(name, "person", party="North Korea", office=office)
        return story

    same = [made("Choe Son-hui", "vice foreign minister", "A"), made("Choe Sun-hui", "vice foreign minister", "B")]
    assert len(resolved(same).actors) == 1
    other = [made("Choe Son-hui", "vice foreign minister", "A"), made("Choe Sun-hui", "a footballer", "B")]
    assert len(resolved(other).actors) == 2


def test_undated_accounts_of_one_report_are_not_made_one_for_that():
    story = Story("Sudan and Egypt held talks. Another meeting of Sudan and Egypt was called for.", "2021-05-03", "A")
    keys = story.actor("Sudan"), story.actor("Egypt")
    story.act("CONSULT", "held talks", keys, trigger="talks")
    story.act("CONSULT", "Another meeting", keys, trigger="meeting")
    assert len(resolved([story]).acts) == 2


def test_news_of_one_day_without_a_date_is_one_act():
    stories = []
    for outlet, verb in (("A", "praised"), ("B", "hailed")):
        story = Story(f"Norway {verb} it.", "2021-05-03", outlet)
        story.act("SUPPORT", f"{verb} it", (story.actor("Norway"),), what="praise")
        stories.append(story)
    assert len(resolved(stories).acts) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Rosa Quispe", "person"), ("Dorji Wangdi", "person")),  # of no party that anybody tells
        (("the drivers' union", "group"), ("Dorji Wangdi", "person")),
        (("Norway", "state"), ("Peru", "state")),
    ],
)
def test_two_who_have_nothing_in_common_do_two_things_on_one_day(one: tuple[str, str], other: tuple[str, str]):
    stories = []
    for outlet, (name, kind) in (("A", one), ("B", other)):
        story = Story(f"In a letter {name} praised it.", "2021-05-03", outlet)
        story.act("SUPPORT", "praised it", (story.actor(name, kind),), what="praise")
        stories.append(story)
    assert len(resolved(stories).acts) == 2


def test_a_government_refuses_two_matters_on_one_day():
    stories = []
    for outlet, matter in (("A", "the fishing quota plan"), ("B", "an extradition of two miners")):
        story = Story(f"Norway turned down {matter}.", "2021-05-03", outlet)
        story.act("REJECT", "turned down", (story.actor("Norway"),), what="refusal", subject=matter)
        stories.append(story)
    assert len(resolved(stories).acts) == 2


def test_unnamed_officials_of_two_outlets_are_two():
    stories = []
    for outlet in "AB":
        story = Story(f"A senior official told {outlet} that talks went on.", "2021-05-03", outlet)
        story.actor("a senior official", "unnamed", quote="A senior official")
        stories.append(story)
    assert len(resolved(stories).actors) == 2


def test_nameless_groups_of_two_reports_are_two_and_named_ones_one():
    stories = []
    for country in ("Sudan", "Nepal"):
        story = Story(f"{country} offered the rebels a truce, and asked the Elders for help.", "2021-05-03", country)
        story.actor("rebels", "group", quote="the rebels")
        story.actor("Elders", "group", quote="the Elders")
        stories.append(story)
    assert sorted(row.name for row in resolved(stories).actors) == ["Elders", "rebels", "rebels"]


def test_the_foreign_minister_of_march_is_not_that_of_october():
    def story(text: str, published: str, name: str | None) -> Story:
        made = Story(text, published, published)
        made.actor(
            name or "the foreign minister",
            "person",
            quote=name or "The foreign minister",
            party="Sudan",
            office="foreign minister",
        )
        return made

    march = story(
        "Foreign minister Mariam Sadiq spoke, and said that as foreign minister she would go.",
        "2021-03-02",
        "Mariam Sadiq",
    )
    march_title = story("The foreign minister left; the foreign minister said little.", "2021-03-09", None)
    october = story("The foreign minister of October, a new foreign minister, spoke.", "2021-10-09", None)
    rows = resolved([march, march_title, october])
    assert sorted(len(a.reports) for a in rows.actors) == [1, 2]
    mariam = next(a for a in rows.actors if a.name == "Mariam Sadiq")
    assert (mariam.offices[0].first, mariam.offices[0].last) == (date(2021, 3, 2), date(2021, 3, 9))


def decide(kind: str, seq: int = 1, **payload: object) -> Decision:
    return Decision(seq, datetime(2022, 1, 1, tzinfo=UTC), "an analyst", kind, payload)


def test_the_analyst_splits_merges_and_takes_it_back():
    stories = two_outlets()
    reports, findings = [s.report for s in stories], [s.findings for s in stories]
    (act,) = resolve(reports, findings).acts
    split = decide("split-act", ids=[act.accounts[1].act])
    assert len(resolve(reports, findings, None, [split]).acts) == 2
    assert len(resolve(reports, findings, None, [split, decide("undo", 2, decision=1)]).acts) == 1
    merge = decide("merge-acts", 3, ids=[a.act for a in act.accounts])
    assert len(resolve(reports, findings, None, [split, merge]).acts) == 1
    one = decide("merge-actors", ids=["state/RS", "state/XK"])
    assert [a.id for a in resolve(reports, findings, None, [one]).actors] == ["state/RS"]


_DAYS = [f"2021-04-{n:02}" for n in range(1, 29, 3)]


@st.composite
def records(draw: st.DrawFn) -> list[Story]:
    stories = []
    for i in range(draw(st.integers(1, 7))):
        place = draw(st.sampled_from(["Cairo", "Khartoum", "Egypt"]))
        told = draw(st.sampled_from([None, *_DAYS]))
        story = Story(
            f"Sudan, Egypt and Ethiopia met in {place}; report {i}. Sudan asked Egypt for water.", told, f"O{i}"
        )
        keys = [story.actor(name, world=world) for name, world in PARTIES]
        when = draw(st.sampled_from([None, "2021-04", "2021-04-01/2021-04-10", *_DAYS]))
        story.act(
            "CONSULT",
            f"met in {place}",
            tuple(keys[: draw(st.integers(1, 3))]),
            when=when,
            place=draw(st.sampled_from([place, None])),
            status=draw(st.sampled_from(["happened", "planned", "denied"])),
            level=draw(st.sampled_from([None, "leaders", "working"])),
            what="talks",
        )
        ask = story.act(
            "REQUEST",
            "asked Egypt for water",
            (keys[0],),
            (keys[1],),
            subject=draw(st.sampled_from(["water", "more water", "dam"])),
            when=when,
        )
        if draw(st.booleans()):
            story.answer(ask, draw(st.sampled_from(["none", "refused", "accepted"])), quote="for water")
        stories.append(story)
    return stories


@settings(max_examples=60, deadline=None)
@given(records(), st.randoms())
def test_any_order_gives_the_same_rows(stories: list[Story], rng: object):
    rows = resolved(stories)
    shuffled = list(stories)
    rng.shuffle(shuffled)
    assert resolved(shuffled) == rows
    texts = {s.id: s.report.text for s in stories}
    for act in rows.acts:
        told = {a.status for a in act.accounts}
        assert act.status != "planned" or "happened" not in told
        for account in act.accounts:
            assert all(texts[e.report][e.start : e.end] == e.text for e in account.evidence)
    assert sum(len(act.accounts) for act in rows.acts) == 2 * len(stories)


def test_a_given_date_is_never_narrowed():
    dated, vague = two_outlets()
    given = replace(vague.report, published=Published(dated.report.published.time, "given"))
    rows = resolve([dated.report, given], [dated.findings, replace(vague.findings, report=given.id)])
    assert all(r.published_how == "given" for r in rows.reports)


def _deal(text: str, quote: str, published: str | None, when: str | None, said: str, value: str = "") -> Story:
    story = Story(text, published, text[:9])
    keys = tuple(story.actor(name) for name in ("Armenia", "Azerbaijan"))
    story.time(said, when, value)
    story.act(
        "AGREE", quote, keys, subject="a text on border crossings", place="Tbilisi", what="agreement", when=when,
        trigger="agreed",
    )  # fmt: skip
    return story


OUTLINE = "On Wednesday Armenia and Azerbaijan agreed in Tbilisi on a text on border crossings"


@pytest.mark.parametrize(
    ("words", "value", "acts"),
    [
        ("on Friday", "XXXX-WXX-5", 2),  # 13 January 2021 was a Wednesday
        ("on Feb. 26", "XXXX-02-26", 2),
        ("in February", "XXXX-02", 2),
        ("on Wednesday", "XXXX-WXX-3", 1),
        ("on Thursday", "XXXX-WXX-4", 1),  # a night session
        ("on Jan. 13", "XXXX-01-13", 1),
        ("in January", "XXXX-01", 1),
    ],
)
def test_a_day_told_without_its_year_keeps_an_undated_report_apart(words: str, value: str, acts: int):
    dated = _deal(f"{OUTLINE}.", OUTLINE, "2021-01-14", "2021-01-13", "On Wednesday", "2021-01-13")
    quote = f"Armenia and Azerbaijan agreed {words} in Tbilisi on a text on border crossings"
    undated = _deal(f"LATER - {quote}.", quote, None, None, words, value)
    rows = resolved([dated, undated])
    assert len(rows.acts) == acts
    late = next(row for row in rows.reports if row.id == undated.id)
    assert (late.published is None) == (acts == 2)


def test_two_undated_reports_of_other_weekdays_tell_two_acts():
    quotes = {
        value: f"Armenia and Azerbaijan agreed on {day} in Tbilisi on a text on border crossings"
        for day, value in (("Monday", "XXXX-WXX-1"), ("Friday", "XXXX-WXX-5"), ("Sunday", "XXXX-WXX-7"))
    }
    monday, friday, sunday = (
        _deal(f"{value} {quote}.", quote, None, None, quote.split()[5], value) for value, quote in quotes.items()
    )
    assert len(resolved([monday, friday]).acts) == 2
    assert len(resolved([monday, sunday]).acts) == 1


def test_the_name_of_an_accord_is_not_its_subject():
    def told(quote: str, trigger: str, subject: str, *parties: str) -> Story:
        story = Story(f"{quote}.", "2021-05-04", trigger)
        keys = tuple(story.actor(name) for name in parties)
        story.act("AGREE", quote, keys, trigger=trigger, when="2021-05-03", subject=subject)
        return story

    deal = told("Negotiators of Norland reached a first agreement on Monday", "reached", "a first agreement", "Norland")
    gates = told(
        "Norland and Sudria agreed on Monday to reopen two gates", "agreed", "reopen two gates", "Norland", "Sudria"
    )
    (both,) = resolved([deal, gates]).acts
    assert len(both.accounts) == 2


def accord(text: str, quote: str, published: str, outlet: str, **act: object) -> Story:
    story = Story(text, published, outlet)
    keys = tuple(story.actor(name, quote=name, world=world) for name, world in PARTIES[:2])
    story.act(str(act.pop("type", "AGREE")), quote, keys, **act)
    return story


def test_an_agreement_and_a_deal_are_one_by_whatever_word():
    dated = accord(
        "Sudan and Egypt reached an agreement on water quotas on May 2.",
        "reached an agreement on water quotas",
        "2021-05-03",
        "A",
        when="2021-05-02",
        what="agreement",
        subject="an agreement on water quotas",
    )
    undated = accord(
        "Sudan and Egypt announced a deal on water.",
        "announced a deal on water",
        "2021-05-05",
        "B",
        what="deal",
        subject="a deal on water",
    )
    assert ids_together(resolved([dated, undated]).acts) == {frozenset("AB")}


def test_thanks_for_an_accord_are_not_the_accord():
    signed = accord(
        "Sudan and Egypt signed the water accord on May 2.",
        "signed the water accord",
        "2021-05-03",
        "A",
        type="SUPPORT",
        when="2021-05-02",
        what="signing",
        subject="the water accord",
    )
    thanked = accord(
        "Sudan and Egypt praised the water accord on May 2.",
        "praised the water accord",
        "2021-05-03",
        "B",
        type="SUPPORT",
        when="2021-05-02",
        what="praise",
        subject="the water accord",
    )
    assert len(resolved([signed, thanked]).acts) == 2


def test_a_promised_signing_and_the_signing_are_one():
    plan = accord(
        "Sudan and Egypt will sign the document on May 8 or 9.",
        "will sign the document",
        "2021-05-03",
        "A",
        when="2021-05-08/2021-05-09",
        status="planned",
        what="signing",
        subject="the document",
    )
    done = accord(
        "Sudan and Egypt signed the accord that ends a long quarrel on May 9.",
        "signed the accord that ends a long quarrel",
        "2021-05-10",
        "B",
        type="SUPPORT",
        when="2021-05-09",
        what="signing",
        subject="the accord that ends a long quarrel",
    )
    acts = resolved([plan, done]).acts
    assert ids_together(acts) == {frozenset("AB")}
    assert [(act.type, act.status) for act in acts] == [("SUPPORT", "happened")]


def asks_of(*subjects: str) -> list[Story]:
    stories = []
    for number, subject in enumerate(subjects):
        story = Story(f"Peru asked Chile for {subject}.", f"2021-0{number + 3}-02", f"Outlet {number}")
        story.act("REQUEST", "asked Chile", (story.actor("Peru"),), (story.actor("Chile"),), subject=subject)
        stories.append(story)
    return stories


def test_an_ask_told_again_weeks_later_in_other_words_is_one():
    subjects = ("the fishing quota in the northern strait", "a larger quota of fishing for its boats in the strait")
    assert len(resolved(asks_of(*subjects)).acts) == 1
    assert len(resolved(asks_of(subjects[0], "a ban on nets in the northern harbour")).acts) == 2


def test_signing_what_was_promised_is_a_signing():
    stories = []
    for outlet, kind in (("A", "AGREE"), ("B", "SUPPORT")):
        story = Story("Peru and Chile signed a pact in Lima.", "2021-05-03", outlet)
        parties = (story.actor("Peru"), story.actor("Chile"))
        story.act(kind, "signed a pact", parties, what="pact", subject="a pact", when="2021-05-02", place="Lima")
        stories.append(story)
    assert [act.type for act in resolved(stories).acts] == ["SUPPORT"]
