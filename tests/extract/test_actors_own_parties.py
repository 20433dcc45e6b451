"""People of political parties and movements, and of the institutions that speak for a body of states."""

import pytest

from verbale.extract import actors
from verbale.extract.actors import ActorIndex
from verbale.language import analyse
from verbale.model import Report
from verbale.world import load_world


def read(text: str) -> ActorIndex:
    report = Report(id="r", path="r", text=text)
    world = load_world()
    return actors.find(analyse(report, world), report, world)


def party(text: str, name: str) -> str | None:
    return next(actor.party for actor in read(text).actors if actor.name == name)


def world_id(text: str, name: str) -> str | None:
    return next(actor.world for actor in read(text).actors if actor.name == name)


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        ("NILP leader Paddy Devlin, for his part, waited.", "Paddy Devlin", "NILP"),
        (
            "Yuichiro Tamaki, head of the Democratic Party for the People, said no.",
            "Yuichiro Tamaki",
            "Democratic Party for the People",
        ),
        (
            "In Seoul, Moon Hee-sang of the opposition Democratic Party called the pact a sell-out.",
            "Moon Hee-sang",
            "Democratic Party",
        ),
        (
            "Sir Reg Empey, whose Ulster Unionist Party holds ten seats, said it was thin.",
            "Reg Empey",
            "Ulster Unionist Party",
        ),
        ("Gerry Kelly, whose party, Sinn Fein, walked out, said no.", "Gerry Kelly", "Sinn Féin"),
        (
            "The SDLP wants more. Mark Durkan, whose party has sat in the assembly for years, said he would wait.",
            "Mark Durkan",
            "Social Democratic and Labour Party",
        ),
        (
            "“The pact is dead,” Luis Mora said. His Democratic Unity Movement has asked Norway to call a meeting.",
            "Luis Mora",
            "Democratic Unity Movement",
        ),
    ],
)
def test_who_is_of_a_party_of_its_own(text: str, person: str, of: str) -> None:
    assert party(text, person) == of


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        (
            "Sudan's army said it would wait. The accord was signed by Colonel Salih Idris for the army and Brigadier "
            "General Yusuf Hamdan for the RSF in Juba.",
            "Salih Idris",
            "Sudan",
        ),
        (
            "The accord was signed by Colonel Salih Idris for the army and Brigadier General Yusuf Hamdan for the RSF.",
            "Yusuf Hamdan",
            "Rapid Support Forces",
        ),
        ("Colombia waited. Hector Ruiz signed for the government.", "Hector Ruiz", "Colombia"),
        ("Hector Ruiz waited for the army. Colombia's army signed the text.", "Hector Ruiz", None),
    ],
)
def test_whom_one_signs_for(text: str, person: str, of: str | None) -> None:
    assert party(text, person) == of


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Jan Svoboda, whose Russian wife lives in Prague, said nothing.", "Jan Svoboda"),
        ("Jan Svoboda met Peter Novak. His Democratic Unity Movement said no.", "Jan Svoboda"),
        ("Han Duck-soo, a member of the ruling People Power Party, said the deal was good.", "Han Duck-soo"),
    ],
)
def test_no_party_where_it_is_not_plain(text: str, person: str) -> None:
    assert party(text, person) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The European Commission said on Tuesday that it would halt the proceedings.", "European Commission"),
        ("Maros Sefcovic, a vice-president of the European Commission, met Greek ministers.", "Maros Sefcovic"),
        ("Roberta Metsola, president of the European Parliament, welcomed the text.", "Roberta Metsola"),
    ],
)
def test_the_unions_institutions_speak_for_it(text: str, name: str) -> None:
    assert party(text, name) == "European Union"
    assert party(text, "European Union") is None


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The European Commission met in Brussels. A Commission official said Greece had to pay.", "European Union"),
        ("The EU wants an answer. A Commission official said it was late.", "European Union"),
        ("The African Union Commission met with EU envoys. A Commission official said no.", None),
        ("The EU waited. A Commission official said the Electoral Commission had erred.", None),
        ("The commission met. A Commission official said no.", None),
    ],
)
def test_the_commission_without_its_name(text: str, of: str | None) -> None:
    assert party(text, "A Commission official") == of


def test_another_countrys_democratic_party_is_not_american() -> None:
    text = (
        "South Korea and Japan agreed. The Democratic Party called South Korea's government a coward. Washington had "
        "asked South Korea and the United States' allies to wait."
    )
    assert party(text, "Democratic Party") is None
    text = "Washington waited. The U.S. Democratic Party opposed the treaty, and the United States did not sign."
    assert world_id(text, "Democratic Party") == "body/us-democratic-party"


def meant(text: str, words: str) -> set[str]:
    index = read(text)
    spans = ((actor.name, mention.span) for actor in index.actors for mention in actor.mentions)
    return {name for name, span in spans if span.text == words}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Rodrigo Londono, better known as Timochenko, signed for the FARC. Timochenko smiled.",
            "Timochenko",
            {"Rodrigo Londono"},
        ),
        (
            "The government and the opposition Civic Alliance opened talks in Managua. The opposition had asked for "
            "the release of prisoners.",
            "The opposition",
            {"Civic Alliance"},
        ),
        (
            "The delegates of President Daniel Ortega and those of the Civic Alliance, the main opposition bloc, "
            "signed a paper. The opposition had asked for an amnesty.",
            "The opposition",
            {"Civic Alliance"},
        ),
        (
            "Ministers met the Democratic Unity Roundtable, the main opposition bloc. The opposition consented.",
            "The opposition",
            {"Democratic Unity Roundtable"},
        ),
        (
            "Nicaragua and the opposition Civic Alliance opened talks. The paper lets in observers from the United "
            "Nations and the Red Cross. Both delegations will meet again on Monday.",
            "Both delegations",
            {"Nicaragua", "Civic Alliance"},
        ),
        (
            "The European Union and NATO signed a paper in Brussels. Both delegations were content.",
            "Both delegations",
            {"European Union", "NATO"},
        ),
        ("The Colombian government met the ELN in Quito. The opposition said no.", "The opposition", set()),
        (
            "The opposition Civic Alliance met Norway's envoy. The Syrian opposition was not there.",
            "The Syrian opposition",
            set(),
        ),
    ],
)
def test_who_is_meant_by_another_name(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words) == who


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        (
            "In Tokyo, the industry ministry announced that the curbs on chips would go.",
            "the industry ministry",
            "Japan",
        ),
        ("The foreign ministry announced that Peru would recall its envoy.", "The foreign ministry", "Peru"),
        ("In Seoul, the presidential office rejected the call.", "the presidential office", "South Korea"),
        ("The finance ministry announced that Chile had paid.", "The finance ministry", None),
        ("Ecuador's foreign ministry said no. The finance ministry was silent.", "The finance ministry", None),
    ],
)
def test_the_state_of_a_ministry_named_without_one(text: str, words: str, of: str | None) -> None:
    index = read(text + " Japan, South Korea, Peru and Chile have met before.")
    parties = {a.party for a in index.actors if any(mention.span.text == words for mention in a.mentions)}
    assert parties == ({of} if of else set())
