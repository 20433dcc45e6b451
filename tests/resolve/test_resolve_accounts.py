"""What two accounts leave unsaid: parties nobody names, days nobody gives, subjects that say little."""

import pytest
from desk import Story

from verbale.resolve import resolve


def acts(*stories: Story) -> int:
    """How many acts the stories come to."""
    return len(resolve([s.report for s in stories], [s.findings for s in stories]).acts)


def told(text: str, trigger: str, published: str, source: str, target: str | None = None, **act: object) -> Story:
    """A report of one sentence that tells of one act: `source` is a name, or "name: kind" or "name: kind: party"."""
    story = Story(text, published, outlet=f"The {text[:12]} Post {published}")

    def key(who: str) -> str:
        name, kind, party = [*who.split(": "), "", ""][:3]
        return story.actor(name, kind or "state", party=party or None)

    kind = str(act.pop("type", "REQUEST"))
    story.act(kind, text, (key(source),), (key(target),) if target else (), trigger=trigger, **act)
    return story


DECREE = {"type": "CONCEDE", "what": "ceasefire", "subject": "a ceasefire of six months"}


def test_a_president_nobody_places_may_be_the_party_that_another_report_names():
    one = told(
        "Ann Lee declared a ceasefire of six months on Monday",
        "declared",
        "2021-05-04",
        "Ann Lee: person",
        when="2021-05-03",
        **DECREE,
    )
    other = told(
        "Norland declared a ceasefire of six months", "declared", "2021-05-04", "Norland", when="2021-05-03", **DECREE
    )
    assert acts(one, other) == 1


def test_one_nobody_places_is_not_the_other_side_of_its_own_act():
    ask = {"what": "demand", "subject": "the release of all prisoners", "when": "2021-05-03"}
    one = told(
        "Ann Lee asked Sudria for the release of all prisoners",
        "asked",
        "2021-05-04",
        "Ann Lee: person",
        "Sudria",
        **ask,
    )
    other = told("Sudria asked for the release of all prisoners", "asked", "2021-05-04", "Sudria", **ask)
    assert acts(one, other) == 2


def test_two_whose_parties_are_known_and_differ_are_two():
    one = told(
        "Ann Lee declared a ceasefire of six months",
        "declared",
        "2021-05-04",
        "Ann Lee: person: Sudria",
        when="2021-05-03",
        **DECREE,
    )
    other = told(
        "Norland declared a ceasefire of six months", "declared", "2021-05-04", "Norland", when="2021-05-03", **DECREE
    )
    assert acts(one, other) == 2


@pytest.mark.parametrize(("published", "count"), [("2021-05-04", 1), ("2021-05-14", 2)])
def test_an_ask_without_day_or_subject_is_news_of_its_day(published: str, count: int):
    dated = told(
        "Norland urged Sudria on Monday to reopen the mountain road",
        "urged",
        "2021-05-04",
        "Norland",
        "Sudria",
        when="2021-05-03",
        subject="reopen the mountain road",
    )
    bare = told("Norland made a demand of Sudria", "demand", published, "Norland", "Sudria", subject="Sudria")
    assert acts(dated, bare) == count


@pytest.mark.parametrize(
    ("subjects", "count"),
    [
        (("the killings", "the attack"), 1),
        (("the killing of nine soldiers in the valley", "the arrest of two editors at home"), 2),
    ],
)
def test_one_word_of_subject_tells_no_two_acts_apart(subjects: tuple[str, str], count: int):
    stories = [
        told(
            f"Norway condemned {subject}", "condemned", day, "Norway", type="ACCUSE", what="criticism", subject=subject
        )
        for subject, day in zip(subjects, ("2021-05-04", "2021-05-05"), strict=True)
    ]
    assert acts(*stories) == count


def test_what_an_act_is_called_belongs_to_its_subject():
    one = told(
        "Norland declared a truce with five rebel groups of the north",
        "declared",
        "2021-05-04",
        "Norland",
        type="CONCEDE",
        what="ceasefire",
        subject="a truce with five rebel groups",
    )
    other = told(
        "Norland announced a bilateral ceasefire with four rebel groups",
        "announced",
        "2021-05-05",
        "Norland",
        type="CONCEDE",
        what="ceasefire",
        subject="a bilateral ceasefire with four rebel groups",
    )
    assert acts(one, other) == 1


def summit(text: str, published: str | None, **more: object) -> Story:
    story = Story(text, published, outlet=f"Post {published} {text[:20]}")
    keys = story.actor("Norland"), story.actor("Sudria")
    story.act("CONSULT", text, keys, trigger="summit", what="summit", level="leaders", **more)
    return story


KNOWN = summit("Norland and Sudria ended their summit in Bergen", "2021-05-04", place="Bergen", when="2021-05-03")
BARE = summit("After the disappointing summit Norland and Sudria fell silent", "2021-09-04")


def test_a_summit_without_day_or_place_is_the_only_one_known():
    assert acts(KNOWN, BARE) == 1


def test_a_summit_without_day_or_place_is_none_of_two():
    second = summit("Norland and Sudria held a second summit in Doha", "2021-07-04", place="Doha", when="2021-07-03")
    assert acts(KNOWN, second, BARE) == 3


def test_the_only_summit_known_is_not_that_of_years_before():
    assert acts(KNOWN, summit("Since the summit Norland and Sudria have not spoken", "2024-09-04")) == 2


@pytest.mark.parametrize(
    ("others", "actor"),
    [
        (("Ann Lindqvist",), "person/ann-lindqvist"),
        # Two of the name: nobody says which.
        (("Ann Lindqvist", "Olof Lindqvist"), "organisation/lindqvist"),
        # A given name is no surname.
        (("Lindqvist Berg",), "organisation/lindqvist"),
    ],
)
def test_a_surname_taken_for_an_organisation_is_the_one_person_of_that_name(others: tuple[str, ...], actor: str):
    stories = [told(f"{name} welcomed the talks", "welcomed", "2021-05-04", f"{name}: person") for name in others]
    stories.append(told("Lindqvist assured the rebels", "assured", "2021-05-05", "Lindqvist: organisation"))
    rows = resolve([s.report for s in stories], [s.findings for s in stories])
    assert actor in {a.id for a in rows.actors}
    assert (actor == "organisation/lindqvist") == ("organisation/lindqvist" in {a.id for a in rows.actors})
