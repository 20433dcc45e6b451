"""Tracks that a case file names, and those only seen in the acts."""

import pytest
from desk import Story

from verbale.resolve import resolve
from verbale.world.case import Case, CaseTrack

OSLO = CaseTrack("Oslo channel", ("Norland", "Sudria", "Norway"))
QUARTET = CaseTrack("Quartet", ("Norland", "Sudria", "Norway", "Qatar"), "ministers")
DOHA = CaseTrack("Doha talks", ("Norland", "Sudria", "Qatar"))


def track(*named: CaseTrack, text: str, parties: tuple[str, ...], **more: object) -> tuple[str | None, str]:
    """The name of the track that one meeting goes to, and its level."""
    story = Story(text, published="2021-04-07")
    keys = tuple(story.actor(party) for party in parties)
    story.act("CONSULT", text, sources=keys, trigger="met", when="2021-04-06", **more)
    rows = resolve([story.report], [story.findings], Case("talks", tracks=tuple(named)))
    (found,) = rows.tracks
    assert rows.acts[0].track == found.id and found.acts == (rows.acts[0].id,)
    return found.name, found.level or ""


TWO = "Norland and Sudria met on Tuesday"


@pytest.mark.parametrize(
    ("named", "text", "parties", "level", "place", "name"),
    [
        # Part of the parties of one track only.
        ((OSLO,), TWO, ("Norland", "Sudria"), None, None, "Oslo channel"),
        # Two tracks hold them both, and neither holds the other: which one, nobody says.
        ((OSLO, DOHA), TWO, ("Norland", "Sudria"), None, None, "Norland – Sudria"),
        # The mediator, or the place that a track is named for, says it.
        (
            (OSLO, DOHA),
            "Norland, Sudria and Qatar met on Tuesday",
            ("Norland", "Sudria", "Qatar"),
            None,
            None,
            DOHA.name,
        ),
        ((OSLO, DOHA), "Norland and Sudria met in Oslo on Tuesday", ("Norland", "Sudria"), None, "Oslo", OSLO.name),
        # Of a track within a wider one, the narrower.
        ((QUARTET, OSLO), TWO, ("Norland", "Sudria"), None, None, OSLO.name),
        # Leaders do not sit in a track of ministers, nor strangers in anybody's.
        ((QUARTET,), TWO, ("Norland", "Sudria"), "leaders", None, "Norland – Sudria"),
        ((OSLO,), "Norland and Kenya met on Tuesday", ("Norland", "Kenya"), None, None, "Kenya – Norland"),
    ],
)
def test_an_act_goes_to_the_named_track_that_it_belongs_to(named, text, parties, level, place, name):
    assert track(*named, text=text, parties=parties, level=level, place=place)[0] == name


def test_a_track_seen_in_the_acts_is_its_parties_at_their_level():
    assert track(text=TWO, parties=("Norland", "Sudria"), level="ministers") == ("Norland – Sudria", "ministers")


def test_each_track_has_its_own_rounds_in_order():
    first = Story("Ministers of Norland and Sudria met on Tuesday. Envoys of both met on Wednesday.", "2021-04-08")
    keys = first.actor("Norland"), first.actor("Sudria")
    early = first.act(
        "CONSULT", "Envoys of both met on Wednesday", keys, trigger="met", when="2021-04-07", level="working"
    )
    first.act("CONSULT", "met on Tuesday", keys, when="2021-04-06", level="ministers")
    later = Story("Envoys of Norland and Sudria met again on May 3.", "2021-05-04")
    keys = later.actor("Norland"), later.actor("Sudria")
    late = later.act("CONSULT", "met again on May 3", keys, when="2021-05-03", level="working")
    rows = resolve([later.report, first.report], [later.findings, first.findings])
    rounds = {t.level: t.acts for t in rows.tracks}
    assert rounds["working"] == (early, late) and len(rounds["ministers"]) == 1


def test_a_party_that_nobody_names_is_no_party_of_a_track():
    story = Story("President Ann Lee met envoys of Sudria and of Norway on Tuesday.", "2021-04-07")
    keys = story.actor("Ann Lee", "person"), story.actor("Sudria"), story.actor("Norway")
    story.act("CONSULT", "met envoys of Sudria and of Norway on Tuesday", keys, when="2021-04-06")
    (found,) = resolve([story.report], [story.findings]).tracks
    assert found.parties == ("Norway", "Sudria")


def test_a_refusal_goes_to_the_track_that_its_words_name_though_no_round_is_told():
    story = Story("Norland called off the round in Oslo. Sudria and Norland met in Doha on Tuesday.", "2021-04-07")
    norland, sudria = story.actor("Norland"), story.actor("Sudria")
    off = story.act(
        "REJECT", "Norland called off the round in Oslo", (norland,), trigger="called", modes=("meet",), place="Oslo"
    )
    story.act("CONSULT", "met in Doha on Tuesday", (norland, sudria), place="Doha", when="2021-04-06")
    rows = resolve([story.report], [story.findings], Case("talks", tracks=(OSLO, DOHA)))
    tracks = {t.name: t for t in rows.tracks}
    assert next(a for a in rows.acts if a.id == off).track == tracks["Oslo channel"].id
    assert tracks["Oslo channel"].acts == () and len(tracks["Doha talks"].acts) == 1


ALONE = "Norland returned to the talks on Tuesday"


@pytest.mark.parametrize(
    ("named", "text", "others", "place", "name"),
    [
        ((OSLO,), ALONE, (), None, OSLO.name),
        ((OSLO, DOHA), ALONE, (), None, None),
        # What the track is named for says which.
        ((OSLO, DOHA), "Norland returned to the talks in Doha on Tuesday", (), "Doha", DOHA.name),
        # Whom it talked with is told, and sits in no track; nor does Norland in a track of others.
        ((OSLO,), "Norland held talks with Ann Lee on Tuesday", ("Ann Lee",), None, None),
        ((CaseTrack("Cairo talks", ("Sudria", "Egypt")),), ALONE, (), None, None),
        ((), ALONE, (), None, None),
    ],
)
def test_a_meeting_with_one_known_party_goes_to_the_only_named_track_that_it_fits(named, text, others, place, name):
    story = Story(text, published="2021-04-07")
    keys = (story.actor("Norland"), *(story.actor(other, "person") for other in others))
    story.act("CONSULT", text, sources=keys, trigger="talks", when="2021-04-06", place=place)
    rows = resolve([story.report], [story.findings], Case("talks", tracks=tuple(named)))
    assert [track.name for track in rows.tracks] == ([name] if name else [])
    assert rows.acts[0].track == (rows.tracks[0].id if name else None)
