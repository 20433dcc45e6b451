"""What the index answers to the steps that ask it: offices, parties, phrases, unnamed sources, bounds."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from verbale.extract import actors
from verbale.extract.actor_index import mention_at
from verbale.extract.actors import ActorIndex
from verbale.language import analyse
from verbale.model import LocalActor, Report
from verbale.world import Case, load_world
from verbale.world.case import CaseParty, CasePerson


def read(text: str, outlet: str = "") -> tuple[Doc, Report, ActorIndex]:
    report = Report(id="r", path="r", text=text, outlet=outlet)
    doc = analyse(report, load_world())
    return doc, report, actors.find(doc, report, load_world())


def names(index: ActorIndex, keys: tuple[str, ...]) -> list[str]:
    return [index.by_key[key].name for key in keys]


def named(index: ActorIndex, name: str) -> LocalActor:
    return next(a for a in index.actors if a.name == name and a.kind != "place")


def at(doc: Doc, words: str, nth: int = 0) -> int:
    """Index of the last token of the nth occurrence of `words`."""
    start = -1
    for _ in range(nth + 1):
        start = doc.text.index(words, start + 1)
    return next(t.i for t in doc if t.idx < start + len(words) <= t.idx + len(t.text))


@pytest.mark.parametrize(
    ("text", "person", "title", "party", "affiliation"),
    [
        (
            "Iran's Deputy Foreign Minister Abbas Araghchi said no.",
            "Abbas Araghchi",
            "Deputy Foreign Minister",
            "Iran",
            None,
        ),
        ("Colombian President Juan Manuel Santos said no.", "Juan Manuel Santos", "President", "Colombia", None),
        (
            "Thomas Greminger, secretary general of the OSCE, said no.",
            "Thomas Greminger",
            "secretary general",
            "OSCE",
            "OSCE",
        ),
        (
            "Lena Brandt, a senior fellow at the Havel Institute, said no.",
            "Lena Brandt",
            "senior fellow",
            None,
            "Havel Institute",
        ),
        (
            "Secretary of State Alan Berg of the United States said no.",
            "Alan Berg",
            "Secretary of State",
            "United States",
            None,
        ),
        ("Kosovo's chief negotiator, Besnik Bislimi, said no.", "Besnik Bislimi", "chief negotiator", "Kosovo", None),
    ],
)
def test_titles_give_office_party_and_affiliation(
    text: str, person: str, title: str, party: str | None, affiliation: str | None
) -> None:
    _, report, index = read(text)
    found = named(index, person)
    assert title in [office.title.removesuffix(" of the OSCE") for office in found.offices]
    assert (found.party, found.affiliation) == (party, affiliation)
    for office in found.offices:
        assert office.evidence is not None
        assert report.text[office.evidence.start : office.evidence.end] == office.evidence.text


def test_a_minister_of_no_state_named_has_no_party() -> None:
    _, _, index = read("Foreign Minister Anna Keller said the talks would go on.")
    assert named(index, "Anna Keller").party is None


def test_a_phrase_means_its_conjuncts_owners_and_modifiers() -> None:
    doc, _, index = read(
        "Salva Kiir and Riek Machar met in Juba. Ankara's demands angered Greek officials. "
        "Nobody answered the envoys from Belgrade."
    )
    ask = lambda words: names(index, actors.actors_of(doc, index, doc[at(doc, words)])[0])  # noqa: E731
    assert ask("Salva Kiir") == ["Salva Kiir", "Riek Machar"]
    assert ask("demands") == ["Turkey"]
    assert ask("officials") == ["Greece"]
    assert ask("envoys") == ["Serbia"]


def test_a_relative_pronoun_means_what_it_stands_for() -> None:
    doc, _, index = read("Martin Griffiths, who flew to Sanaa, met the Houthis.")
    assert names(index, actors.actors_of(doc, index, doc[at(doc, "who")])[0]) == ["Martin Griffiths"]


def test_the_party_of_a_ministry_is_its_state_and_of_a_place_nobody() -> None:
    _, _, index = read("The Egyptian Foreign Ministry summoned the envoy. The talks were held in Khartoum.")
    ministry = next(a for a in index.actors if a.kind == "government_body")
    assert actors.party_of(index, ministry.key) == "Egypt"
    key = actors.party_key(index, ministry.key)
    assert key is not None and index.by_key[key].name == "Egypt" and index.by_key[key].kind == "state"
    place = next(a for a in index.actors if a.name == "Khartoum")
    assert place.kind == "place" and actors.party_of(index, place.key) is None


def test_two_men_of_one_name_that_nothing_tells_apart_stay_both() -> None:
    doc, _, index = read(
        "Kim Sung-min and Kim Dae-ho, the two delegates, met the press. Reporters were told that Kim had signed."
    )
    mention = actors.mention_at(index, doc[at(doc, "Kim", 2)])
    assert mention is not None and mention.ambiguous
    assert set(names(index, mention.actors)) == {"Kim Sung-min", "Kim Dae-ho"}


def test_a_title_and_a_gender_tell_namesakes_apart() -> None:
    doc, _, index = read(
        "Finance Minister Ivan Petrov met opposition leader Maria Petrov. Minister Petrov was late. Ms. Petrov smiled."
    )
    minister = actors.mention_at(index, doc[at(doc, "Petrov", 2)])
    lady = actors.mention_at(index, doc[at(doc, "Petrov", 3)])
    assert minister is not None and names(index, minister.actors) == ["Ivan Petrov"]
    assert lady is not None and names(index, lady.actors) == ["Maria Petrov"]


@pytest.mark.parametrize(
    ("text", "head", "name", "kind", "party"),
    [
        (
            "A senior Iranian official said talks would resume.",
            "official",
            "A senior Iranian official",
            "unnamed",
            "Iran",
        ),
        (
            "Two people familiar with the talks said a deal was near.",
            "people",
            "Two people familiar with the talks",
            "unnamed",
            None,
        ),
        (
            "A deal was near, according to Western diplomats, who asked not to be named.",
            "diplomats",
            "Western diplomats",
            "unnamed",
            None,
        ),
        ("The joint statement said the sides would meet again.", "statement", "joint statement", "document", None),
        (
            "A spokesman for the Turkish Foreign Ministry said it was over.",
            "spokesman",
            "A spokesman for the Turkish Foreign Ministry",
            "unnamed",
            "Turkey",
        ),
        (
            "The Kremlin was silent. A presidential aide said nothing had changed.",
            "aide",
            "A presidential aide",
            "unnamed",
            "Russia",
        ),
        ("State television said the border was shut.", "television", "State television", "organisation", None),
    ],
)
def test_sources_without_a_name(text: str, head: str, name: str, kind: str, party: str | None) -> None:
    doc, report, index = read(text)
    index, key = actors.with_source(index, doc, report, doc[at(doc, head)])
    assert key is not None
    source = index.by_key[key]
    assert (source.name, source.kind, source.party) == (name, kind, party)
    for mention in source.mentions:
        assert report.text[mention.span.start : mention.span.end] == mention.span.text


def test_a_named_spokesperson_is_not_unnamed() -> None:
    doc, report, index = read("Foreign Ministry spokeswoman Maria Zakharova said Moscow was waiting.")
    _, key = actors.with_source(index, doc, report, doc[at(doc, "Zakharova")])
    assert key is not None and index.by_key[key].kind == "person"


def test_an_unnamed_source_stays_the_same_while_it_speaks() -> None:
    doc, report, index = read("A Sudanese negotiator said the draft was fair. He added that nobody had signed.")
    first = actors.with_source(index, doc, report, doc[at(doc, "negotiator")])[1]
    assert first is not None and actors.with_source(index, doc, report, doc[at(doc, "He")])[1] == first


def test_a_case_file_adds_people_parties_and_their_seats() -> None:
    world = load_world(
        Case(
            parties=(CaseParty("Harbour Council", kind="armed", seats=("Oldport",)),),
            people=(CasePerson("Ada Merin", office="chair", party="Harbour Council"),),
        )
    )
    report = Report(id="r", path="r", text="Oldport rejected the offer. Merin said the council had not been asked.")
    index = actors.find(analyse(report, world), report, world)
    assert names(index, index.by_token[0].actors) == ["Harbour Council"]
    assert named(index, "Ada Merin").party == "Harbour Council"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            [
                "Kim",
                "he",
                "said",
                "the minister",
                "Seoul",
                "and",
                "the two sides",
                "'s",
                "“",
                "”",
                ",",
                ".",
                "\n\n",
                "their",
                "Iranian",
                "officials",
                "in",
                "Vienna",
                "President",
                "(",
                "it",
                "North Korea",
                "-",
                "who",
                "of",
            ]
        ),
        max_size=60,
    )
)
def test_any_words_give_exact_evidence_and_known_keys(parts: list[str]) -> None:
    _, report, index = read(" ".join(parts))
    for mention in index.by_token.values():
        assert report.text[mention.span.start : mention.span.end] == mention.span.text
        assert all(key in index.by_key for key in mention.actors)


def test_a_long_report_takes_time_in_step_with_its_length() -> None:
    sentence = "Iran's Javad Zarif told Federica Mogherini that he and the two sides would wait for their answer. "
    spent = []
    for times in (20, 160):
        report = Report(id="r", path="r", text=sentence * times)
        doc = analyse(report, load_world())
        before = time.perf_counter()
        actors.find(doc, report, load_world())
        spent.append(time.perf_counter() - before)
    assert spent[1] < 8 * 3 * max(spent[0], 0.005)


def test_a_form_of_state_means_a_state_of_that_form() -> None:
    doc, _, index = read(
        "Kenya's deputy president met Jordanian mediators on Tuesday. The kingdom offered to host a second round."
    )
    mention = mention_at(index, doc[at(doc, "kingdom")])
    assert mention is not None
    assert names(index, mention.actors) == ["Jordan"]


@pytest.mark.parametrize(
    ("text", "person", "party"),
    [
        (
            "Norwegian Special Envoy to the Lake Chad Basin Ambassador Kari Holm met senior Chadian officials.",
            "Kari Holm",
            "Norway",
        ),
        ("The special envoy for Sudan, Ivar Berg, was late.", "Ivar Berg", None),
        (
            "Chadian President Idriss Kali wants talks. Presidential spokesman Omar Saleh gave no day.",
            "Omar Saleh",
            "Chad",
        ),
        (
            "Chadian President Idriss Kali met Egyptian President Adel Samir. Presidential spokesman Omar Saleh left.",
            "Omar Saleh",
            None,
        ),
    ],
)
def test_whom_a_title_serves(text: str, person: str, party: str | None) -> None:
    _, _, index = read(text)
    assert named(index, person).party == party


def test_a_body_known_by_its_noun_alone_is_named_after_its_state() -> None:
    _, _, index = read(
        "The Egyptian presidency said Cairo would not wait. The presidency said Sudan's irrigation ministry agreed."
    )
    assert named(index, "Egyptian presidency").party == "Egypt"
    assert named(index, "Sudanese irrigation ministry").party == "Sudan"


def test_a_counterpart_is_no_office_but_holds_one() -> None:
    _, _, index = read("Sudan's prime minister, Abdalla Hamdok, spoke with his Ethiopian counterpart, Abiy Ahmed.")
    assert named(index, "Abiy Ahmed").party == "Ethiopia"
    assert [office.title for office in named(index, "Abiy Ahmed").offices] == ["prime minister"]


def test_the_secretary_general_is_the_one_person_of_a_body() -> None:
    doc, _, index = read("Antonio Guterres met the ministers on Friday. The secretary-general said he was sorry.")
    mention = mention_at(index, doc[at(doc, "general")])
    assert mention is not None
    assert names(index, mention.actors) == ["Antonio Guterres"]


def test_a_title_that_lacks_its_closing_comma() -> None:
    _, _, index = read(
        '"They will wait," Choi Min-ho, vice president of research at the Havel Institute said, sighing.'
    )
    found = named(index, "Choi Min-ho")
    assert ([office.title for office in found.offices], found.affiliation) == (
        ["vice president of research"],
        "Havel Institute",
    )
