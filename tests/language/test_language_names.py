"""Names made right: whole, typed, without what is no part of them, and the same through a report."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[[str], Doc]


def names(doc: Doc) -> list[tuple[str, str]]:
    kinds = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"}
    return [(ent.text, ent.label_) for ent in doc.ents if ent.label_ in kinds]


def people(doc: Doc) -> list[str]:
    return [text for text, label in names(doc) if label == "PERSON"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unification Minister Kim Yeon-chul spoke to reporters.", ["Kim Yeon-chul"]),
        ("Do Je-hae asked Ko Min-jung about it.", ["Do Je-hae", "Ko Min-jung"]),
        ("Vice Premier Liu He flew home with Hua Chunying.", ["Liu He", "Hua Chunying"]),
        ("Abdel Fattah al-Sisi received Mohammed bin Salman.", ["Abdel Fattah al-Sisi", "Mohammed bin Salman"]),
        ("Jean-Yves Le Drian phoned Ursula von der Leyen.", ["Jean-Yves Le Drian", "Ursula von der Leyen"]),
        ("Humberto de la Calle sat beside Miriam Coronel-Ferrer.", ["Humberto de la Calle", "Miriam Coronel-Ferrer"]),
        ("Staffan de Mistura met Bashar al-Ja'afari.", ["Staffan de Mistura", "Bashar al-Ja'afari"]),
        ("Mevlut Cavusoglu and Nikol Pashinyan shook hands.", ["Mevlut Cavusoglu", "Nikol Pashinyan"]),
        ("Nguyen Phu Trong welcomed Song Tao.", ["Nguyen Phu Trong", "Song Tao"]),
        ("Gen. Salva Kiir and Dr. Riek Machar signed.", ["Salva Kiir", "Riek Machar"]),
        ("Gerry Adams's aides left before Ian Paisley's did.", ["Gerry Adams", "Ian Paisley"]),
        ("The Putin-Macron call and the Macron-era plan: Putin spoke first, then Emmanuel Macron.", None),
    ],
)
def test_people_are_whole_and_without_titles(read: Read, text: str, expected: list[str] | None) -> None:
    found = people(read(text))
    if expected is None:
        assert all("-" not in name for name in found)
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S.-North Korea talks stalled.", ["state/US", "state/KP"]),
        ("The Iran-IAEA accord expired.", ["state/IR", "body/iaea"]),
        ("A US-led coalition struck; Houthi-run media denied it.", ["state/US", "armed/houthis"]),
        ("The two Koreas agreed, Cheong Wa Dae said.", ["group/two-koreas", "seat/KR/blue-house"]),
        ("North Korea's envoy left Sweden.", ["state/KP", "state/SE"]),
        ("OTTAWA — Canada welcomed the pact.", ["city/CA/ottawa", "state/CA"]),
        ("The Kremlin and the Élysée traded notes.", ["seat/RU/kremlin", "seat/FR/elysee"]),
        ("Talks between the P5+1 and Tehran resumed.", ["group/p5plus1", "city/IR/tehran"]),
        ("Swedish hosts greeted the Turkish Cypriot leader.", ["state/SE", "state/XN"]),
        ("Yonhap and KCNA carried the text.", ["outlet/yonhap", "outlet/kcna"]),
    ],
)
def test_the_world_is_recognised(read: Read, text: str, expected: list[str]) -> None:
    assert [ent.kb_id_ for ent in read(text).ents if ent.kb_id_] == expected


def test_relative_names_need_their_state(read: Read) -> None:
    told = read("North Korea sent no reply. The South had offered rice to the North in May.")
    assert [ent.kb_id_ for ent in told.ents if ent.text in ("North", "South")] == ["state/KP"]
    sudan = read("The rains came late to the North of the country, farmers in Sudan said.")
    assert "state/KP" not in [ent.kb_id_ for ent in sudan.ents]


def test_agencies_are_not_people(read: Read) -> None:
    doc = read(
        "The minister declined to comment. (Yonhap)\n\nTasnim and Kyodo reported the visit, as did Anadolu Agency."
    )
    assert people(doc) == []


def test_a_full_name_types_and_completes_short_ones(read: Read) -> None:
    doc = read(
        "Haniyeh left Cairo on Monday.\n\nIsmail Haniyeh, who leads Hamas, met mediators there. Haniyeh was upbeat."
    )
    assert people(doc) == ["Haniyeh", "Ismail Haniyeh", "Haniyeh"]


def test_defined_short_forms_are_organisations_everywhere(read: Read) -> None:
    doc = read(
        "The Lakes Mediation Council (LMC) will host them. An LMC official gave no date.\n\nThe LMC met in Arusha."
    )
    assert [label for text, label in names(doc) if text == "LMC"] == ["ORG", "ORG", "ORG"]


def test_headlines_are_not_one_name(read: Read) -> None:
    doc = read("Kosovo Talks Stall As Serbian President Walks Out Again\n\nSerbia's president left Brussels early.")
    assert all(len(text.split()) < 3 for text, _ in names(doc))
    capitals = read("SUDAN RIVALS SIGN TRUCE IN JEDDAH\n\nThe two armies signed.")
    assert {ent.kb_id_ for ent in capitals.ents} >= {"state/SD", "city/SA/jeddah"}


def test_page_furniture_is_no_name(read: Read) -> None:
    assert names(read("• Mail\n\nBack To Top\n\nhttps://example.org/News/Kim")) == []


def test_brackets_and_possessives_stay_outside(read: Read) -> None:
    for text, label in names(read("Albania's (then) premier, Edi Rama (60), met Ethiopia’s Abiy Ahmed’s team.")):
        assert not set(text) & set("()’'"), (text, label)


def test_names_do_not_overlap_and_lie_in_the_text(read: Read) -> None:
    doc = read(
        "Fatah's Azzam al-Ahmad and Hamas's Saleh al-Arouri met at Egypt's General Intelligence Service in Cairo."
    )
    ends = [0]
    for ent in doc.ents:
        assert ent.start >= ends[-1]
        ends.append(ent.end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("His Highness Sheikh Tamim bin Hamad Al Thani opened it.", ["Tamim bin Hamad Al Thani"]),
        ("Sheikh Abdullah called Tehran.", ["Abdullah"]),
        ("Sheikh Ammar bin Humaid Al Nuaimi came; Sheikh Ammar spoke.", ["Ammar bin Humaid Al Nuaimi", "Ammar"]),
        ("Prime Minister Sheikh Hasina left for Beijing.", ["Sheikh Hasina"]),
        ("Sharif Sheikh Ahmed signed in Djibouti.", ["Sharif Sheikh Ahmed"]),
        ("Mohamed Sheikh Abdi spoke for the elders.", ["Mohamed Sheikh Abdi"]),
        ("K P Sharma Oli and M J Akbar signed.", ["K P Sharma Oli", "M J Akbar"]),
        ("A Korean delegation and the C Company left.", []),
        ("S. Jaishankar said Colombo had agreed.", ["S. Jaishankar"]),
        ('Rodrigo "Timochenko" Londoño spoke last.', ['Rodrigo "Timochenko" Londoño']),
        ('Luis "Iván Márquez" Marín Arango left.', ['Luis "Iván Márquez" Marín Arango']),
        ("Girija Prasad Koirala signed for the seven parties.", ["Girija Prasad Koirala"]),
    ],
)
def test_address_initials_and_nicknames(read: Read, text: str, expected: list[str]) -> None:
    assert people(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Modi-Xi summit and the Putin-Erdogan call were short.", ["Modi", "Xi", "Putin", "Erdogan"]),
        ("The Geneva-Vienna meeting and the Iran-IAEA talks ended.", []),
        ("William Ruto came. Ruto praised Tshisekedi and Kagame.", ["William Ruto", "Ruto", "Tshisekedi", "Kagame"]),
        (
            "Michel Barnier, David Frost Trade Barbs Over Fish\n\nBarnier and Frost met. Frost left.",
            ["Michel Barnier", "David Frost", "Barnier", "Frost", "Frost"],
        ),
        (
            "PM STARMER MEETS MACRON OVER CHANNEL\n\nKeir Starmer met Emmanuel Macron.",
            ["STARMER", "MACRON", "Keir Starmer", "Emmanuel Macron"],
        ),
        (
            "SALVA KIIR SACKS MACHAR AGAIN\n\nSalva Kiir sacked Riek Machar.",
            ["SALVA KIIR", "MACHAR", "Salva Kiir", "Riek Machar"],
        ),
        (
            "KOSOVO, SERBIA LEADERS MEET IN BRUSSELS\n\nAlbin Kurti and Aleksandar Vucic met. Kurti left early.",
            ["Albin Kurti", "Aleksandar Vucic", "Kurti"],
        ),
        (
            '"We will not sign," Sartaj Aziz said. "Not today." Aziz\'s colleague, Tariq Fatemi, nodded. Fatemi left.',
            ["Sartaj Aziz", "Aziz", "Tariq Fatemi", "Fatemi"],
        ),
        (
            "MANILA - The MILF's Mohagher Iqbal said Iqbal's panel would stay.",
            ["Mohagher Iqbal", "Iqbal"],
        ),
        (
            "\u2022 Maduro meets Gustavo Petro in Caracas\n\u2022 Petro asks Maduro to free prisoners",
            ["Maduro", "Gustavo Petro", "Petro", "Maduro"],
        ),
    ],
)
def test_headlines_pairs_and_short_forms_over_a_report(read: Read, text: str, expected: list[str]) -> None:
    assert people(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HOUTHIS FREE CREW OF SHIP\n\nOman mediated.", ["armed/houthis", "state/OM"]),
        ("The India-Pakistan truce; a Saudi-Iranian deal.", ["state/IN", "state/PK", "state/SA", "state/IR"]),
        (
            "ADDIS ABABA, Nov. 3 (Xinhua) -- Ethiopia's envoy left.",
            ["city/ET/addis-ababa", "outlet/xinhua", "state/ET"],
        ),
        ("The EU-brokered pact angered Republika Srpska.", ["body/eu", "state/XR"]),
        ("GENEVA TALKS COLLAPSE AS SYRIA OPPOSITION WALKS OUT", ["city/CH/geneva", "state/SY"]),
    ],
)
def test_lines_in_capitals_compounds_and_datelines(read: Read, text: str, expected: list[str]) -> None:
    assert [ent.kb_id_ for ent in read(text).ents if ent.kb_id_] == expected
