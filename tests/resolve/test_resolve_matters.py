"""Acts of one party on one day, and tellings with less in them: what makes two accounts one matter, and what two."""

import pytest
from desk import Story
from test_resolve_accounts import acts, told

from verbale.resolve import resolve

DAYS = ("2021-05-04", "2021-05-05")


def both(type: str, what: tuple[str, str], subjects: tuple[str, str], *sides: str, days: tuple[str, str] = DAYS) -> int:
    """How many acts two reports come to, of one act each that `sides` (source and, if any, target) do."""
    return acts(
        *(
            told(
                f"{' and '.join(sides)}: {subject} as {word}", word, day, *sides, type=type, what=word, subject=subject
            )
            for word, subject, day in zip(what, subjects, days, strict=True)
        )
    )


@pytest.mark.parametrize(
    ("type", "subjects", "count"),
    [
        ("REQUEST", ("the prime minister's resignation", "early elections in June"), 2),
        ("REQUEST", ("weapons", "a telephone conversation"), 2),
        ("AGREE", ("slash spending on the army", "bring the killers of the judge to court"), 2),
        ("AGREE", ("free the last captives within a week", "release the remaining prisoners in a week"), 1),
        ("REJECT", ("the truce that the president announced", "a ceasefire by the president"), 1),
    ],
)
def test_a_party_that_acts_on_nobody_does_two_matters_on_one_day(type: str, subjects: tuple[str, str], count: int):
    assert both(type, ("statement", "statement"), subjects, "Norland") == count


def test_between_two_named_sides_two_wordings_may_be_one_ask():
    assert both("ACCUSE", ("accusation", "accusation"), ("killings", "violence"), "Norland", "Sudria") == 1


def by(name: str, day: str) -> Story:
    return told(
        f"{name} of Norland condemned the killings", "condemned", day, f"{name}: person: Norland", type="ACCUSE",
        what="criticism", subject="the killings",
    )  # fmt: skip


def test_what_two_people_of_one_party_say_are_two_acts():
    assert acts(by("Ann Lee", DAYS[0]), by("Omar Diallo", DAYS[1])) == 2
    assert acts(by("Ann Lee", DAYS[0]), by("Lee", DAYS[1])) == 1


def test_what_is_done_to_one_is_not_what_it_does():
    one = told("Norland turned it down", "turned", DAYS[0], "Norland", type="REJECT", what="refusal")
    other = Story("Norland was turned down", DAYS[1], "Other Post")
    other.act("REJECT", "Norland was turned down", (), (other.actor("Norland"),), trigger="turned", what="refusal")
    assert acts(one, other) == 2


def test_calling_up_an_army_is_not_its_attack():
    sides = ("Norland", "Sudria")
    one = told("Norland sent tanks to Sudria", "sent", DAYS[0], *sides, type="MOBILIZE", what="deployment")
    other = told("Norland shelled Sudria", "shelled", DAYS[0], *sides, type="ASSAULT", what="shelling")
    assert acts(one, other) == 2
    assert both("ASSAULT", ("shelling", "raid"), ("", ""), *sides) == 1
    assert both("ASSAULT", ("shelling", "raid"), ("a school", "the bridge at Ost"), *sides) == 2


def test_an_accord_of_two_is_not_the_accord_of_one_of_them_with_a_third():
    def made(other: str, day: str) -> Story:
        story = Story(f"Norland and {other} agreed on water", day, other)
        keys = (story.actor("Norland"), story.actor(other))
        story.act("AGREE", f"Norland and {other} agreed on water", keys, trigger="agreed", what="deal", subject="water")
        return story

    assert acts(made("Sudria", DAYS[0]), made("Ostland", DAYS[1])) == 2


def test_two_accords_of_the_same_two_in_one_month_on_one_thing_are_one():
    def made(when: str, subject: str, published: str) -> Story:
        story = Story(f"Norland and Sudria agreed on {subject}", published, published)
        keys = (story.actor("Norland"), story.actor("Sudria"))
        quote = f"Norland and Sudria agreed on {subject}"
        story.act("AGREE", quote, keys, trigger="agreed", what="deal", subject=subject, when=when)
        return story

    dated = made("2021-05-11", "a partial truce", "2021-05-12")
    assert acts(dated, made("2021-05", "the ceasefire", "2021-08-01")) == 1
    assert acts(dated, made("2021-05", "fish", "2021-08-01")) == 2


def test_an_account_without_a_party_is_found_by_its_subject():
    one = told(
        "Norland consented to exchange thousands of prisoners", "consented", DAYS[0], "Norland", type="AGREE",
        what="promise", subject="exchange thousands of prisoners", when="2021-05-01/2021-05-07",
    )  # fmt: skip
    other = Story("The exchange of prisoners was settled", "2021-05-10", "Other Post")
    other.act("AGREE", "The exchange of prisoners was settled", trigger="settled", what="settlement",
              subject="The exchange of prisoners", when="2021-05-01/2021-05-07")  # fmt: skip
    assert acts(one, other) == 1


def meeting(text: str, published: str, **act: object) -> Story:
    story = Story(f"Norland and Sudria {text}", published, published)
    story.act("CONSULT", text, (story.actor("Norland"), story.actor("Sudria")), what="talks", **act)
    return story


@pytest.mark.parametrize(("place", "count"), [("Prague Castle", 1), ("Brno", 2)])
def test_a_house_that_bears_the_name_of_its_town_lies_in_it(place: str, count: int):
    stories = (
        meeting(f"met in {where}", day, when="2021-05-03", place=where, level="leaders")
        for where, day in ((place, DAYS[0]), ("Prague", DAYS[1]))
    )
    assert acts(*stories) == count


@pytest.mark.parametrize(("told_on", "count"), [("2021-05-21", 1), ("2021-05-10", 2), ("2021-07-30", 2)])
def test_what_was_planned_for_a_day_is_what_is_told_as_done_right_after_it(told_on: str, count: int):
    plan = meeting("will meet on May 20", "2021-05-03", when="2021-05-20", status="planned", level="leaders")
    done = meeting("sat down over the river", told_on, level="leaders")
    rows = resolve([s.report for s in (plan, done)], [s.findings for s in (plan, done)])
    assert len(rows.acts) == count
    assert count > 1 or rows.acts[0].status == "happened"


def test_one_party_met_two_others():
    def made(other: str, day: str) -> Story:
        story = Story("Norland met officials", day, other)
        story.act("CONSULT", "Norland met officials", (story.actor("Norland"),), trigger="met", what="meeting")
        return story

    assert acts(made("A", DAYS[0]), made("B", DAYS[1])) == 2
