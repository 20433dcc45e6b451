"""What the lexicon of acts knows of wire English: multiword predicates, light verbs, converses; and who is no party."""

from collections.abc import Callable

import pytest

from verbale.extract import extract
from verbale.language import analyse
from verbale.model import Act, Published, Report
from verbale.world import load_world

Read = Callable[[str], list[tuple[str, list[str], list[str]]]]


@pytest.fixture(scope="module")
def found() -> Callable[[str], tuple[list[Act], dict[str, str]]]:
    world = load_world()

    def find(text: str) -> tuple[list[Act], dict[str, str]]:
        report = Report(id="t", path="t", text=text, published=Published(None, "unknown"), plain=True)
        findings = extract(analyse(report, world), report, world)
        return list(findings.acts), {actor.key: actor.name for actor in findings.actors}

    return find


@pytest.fixture(scope="module")
def read(found: Callable[[str], tuple[list[Act], dict[str, str]]]) -> Read:
    def find(text: str) -> list[tuple[str, list[str], list[str]]]:
        acts, names = found(text)
        return [(act.type, [names[k] for k in act.sources], [names[k] for k in act.targets]) for act in acts]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # converses: the subject is the one acted on
        ("The truce won the backing of Oman.", ("SUPPORT", ["Oman"], [])),
        ("Kosovo drew criticism from Spain over the vote.", ("ACCUSE", ["Spain"], ["Kosovo"])),
        ("Somalia received three patrol vehicles from Turkey.", ("AID", ["Turkey"], ["Somalia"])),
        # particles and idioms
        ("Jordan set free two Syrian pilots.", ("RETREAT", ["Jordan"], ["Syria"])),
        ("Denmark has put its signature to the fisheries accord.", ("SUPPORT", ["Denmark"], [])),
        ("Nepal and India settled their dispute over the river.", ("AGREE", ["Nepal", "India"], [])),
        ("Tunisia placed the former minister under house arrest.", ("COERCE", ["Tunisia"], [])),
        ("Ghana will not discuss the fishing zone.", ("REJECT", ["Ghana"], [])),
        ("Cuba shipped doctors to Angola in return for oil.", ("COOPERATE", ["Cuba"], ["Angola"])),
        ("Chilean and Peruvian troops trained together near Arica.", ("COOPERATE", ["Chile", "Peru"], [])),
        ("Somali and Kenyan soldiers exchanged fire.", ("ASSAULT", ["Somalia", "Kenya"], [])),
        ("Estonia pulled its diplomats out of Minsk.", ("SANCTION", ["Estonia"], ["Belarus"])),
        # threats by what is vowed, and on a condition
        ("Eritrea vowed to crush any invader.", ("THREATEN", ["Eritrea"], [])),
        ("Thailand will bomb the camps unless the rebels leave.", ("THREATEN", ["Thailand"], [])),
        ("Washington warned that aid to Uganda could be suspended.", ("THREATEN", ["United States"], ["Uganda"])),
        # the work of crowds
        ("Nurses walked off the job in Lusaka.", ("PROTEST", [], [])),
        ("Miners clashed with police near Oruro.", ("PROTEST", [], [])),
        ("Protests erupted in several Sudanese cities.", ("PROTEST", [], [])),
        # the lawmakers' text condemns in their name
        ("Canadian senators passed a motion condemning Belarus.", ("ACCUSE", ["Canada"], ["Belarus"])),
        # passives and relatives
        ("No monitors will be let in by Burundi.", ("REJECT", ["Burundi"], [])),
        (
            "Norway's foreign minister is due in Amman on Friday.",
            ("CONSULT", ["Norway"], ["Jordan"]),
        ),
    ],
)
def test_predicates_of_many_words(read: Read, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    type_, sources, targets = expected
    acts = [act for act in read(text) if act[0] == type_]
    assert acts, read(text)
    if sources:
        assert acts[0][1] == sources
    if targets:
        assert acts[0][2] == targets


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ghana's president arrived in Lomé for talks.", "Togo"),
        ("The last Portuguese troops have left Mali.", "Mali"),
        ("A Finnish envoy left for Thimphu for negotiations.", "Bhutan"),
    ],
)
def test_a_place_stands_for_the_state_acted_on(read: Read, text: str, state: str) -> None:
    """The report names only a town or land; the party is made for the act."""
    assert any(state in targets for _, _, targets in read(text)), read(text)


def test_a_name_that_nobody_lists_is_a_party(read: Read) -> None:
    assert read("Zarenia expelled three diplomats.") == [("SANCTION", ["Zarenia"], [])]


def test_a_common_word_at_the_start_is_no_name(read: Read) -> None:
    assert read("Snow blocked the road to Almaty.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ghana and Mali meet in the semi-finals in Cairo on Friday.",
        "The Peruvian federation rejected an appeal by the club.",
        "The US women's team threatened to boycott the tournament.",
        "Caesar's legions invaded Britain in 55 BC.",
        "The president of the tennis club resigned over the fees.",
        "The court ordered the couple to sell the house.",
        "Hunter Services Inc. said it agreed to buy a plant in Quebec.",
        "Measles killed 30 people in a village in Chad.",
        "The accord includes promises to free captives and return the remains of soldiers.",
    ],
)
def test_who_is_no_party_does_no_act(read: Read, text: str) -> None:
    assert read(text) == []


def test_one_assault_told_twice_is_one(read: Read) -> None:
    assert len(read("Chadian soldiers attacked a rebel camp, killing six fighters.")) == 1


def test_opinion_is_no_agreement(read: Read) -> None:
    assert not [act for act in read("Sweden agrees that the plan is weak.") if act[0] == "AGREE"]


def test_both_sides_who_come_to_a_third_partys_town_do_not_visit_it(read: Read) -> None:
    (act,) = [a for a in read("Armenian and Azerbaijani envoys flew to Vienna for talks.") if a[0] == "CONSULT"]
    assert "Austria" not in act[2]


def test_the_relative_clause_of_an_ask_is_an_act(read: Read) -> None:
    acts = read("Kenya asked Somalia to reopen the port, a request that Somalia has refused.")
    assert ("REJECT", ["Somalia"], ["Kenya"]) in acts or any(act[:2] == ("REJECT", ["Somalia"]) for act in acts)


def test_the_time_and_place_of_a_round_are_those_of_its_talks(
    found: Callable[[str], tuple[list[Act], dict[str, str]]],
) -> None:
    acts, _ = found("The third round of talks between Serbia and Kosovo ended in Brussels without a deal.")
    assert [(act.type, act.place) for act in acts] == [("CONSULT", "Brussels")]


def test_a_bare_pronoun_is_no_subject(found: Callable[[str], tuple[list[Act], dict[str, str]]]) -> None:
    acts, _ = found("Oman made an offer. Yemen rejected it.")
    assert all(act.subject != "it" for act in acts)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Iran-backed fighters attacked the town of Azaz.", []),
        ("The Turkish-led force attacked a convoy near Azaz.", ["Turkey"]),
    ],
)
def test_led_is_of_a_party_and_backed_is_not(read: Read, text: str, sources: list[str]) -> None:
    (act,) = read(text)
    assert (act[0], [name for name in act[1] if name in {"Iran", "Turkey"}]) == ("ASSAULT", sources)


def test_a_past_tense_taken_for_an_adjective_is_a_verb(read: Read) -> None:
    assert read("Taiwan scrambled jets to shadow the bombers.")[0][:2] == ("MOBILIZE", ["Taiwan"])


def test_rebels_of_a_land_are_not_its_state(read: Read) -> None:
    ((type_, sources, _),) = read("Somali militants seized the village of Bardhere.")
    assert type_ == "COERCE" and "Somalia" not in sources


def test_a_decision_by_somebody_is_their_deed(read: Read) -> None:
    assert ("SANCTION", ["Croatia"]) in [
        act[:2] for act in read("The decision by Zagreb to recall its envoy was met with silence.")
    ]


def test_a_body_named_short_acts_for_the_one_state_named_that_has_it(read: Read) -> None:
    acts = read("The United States blamed Cuba. The Treasury rejected a Cuban request for talks.")
    assert ("REJECT", ["United States"], ["Cuba"]) in acts


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Chad promised not to close the border.", "AGREE"),
        ("Chad vowed never to negotiate with the rebels.", "REJECT"),
    ],
)
def test_a_promise_not_to_is_a_promise_and_a_vow_not_to_talk_a_refusal(read: Read, text: str, type_: str) -> None:
    assert read(text)[0][0] == type_
