"""Who is meant by several: powers, countries, leaders, pairs; counterparts, countrymen, and people of movements."""

import pytest
from test_actors_roles import meant, party


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        # States by kind: no body or movement, and not whoever was named last.
        (
            "Kenya and Somalia asked the court for a line at sea. Brussels and Oslo sent observers. Ships wait. "
            "The two countries share the coast.",
            "The two countries",
            {"Kenya", "Somalia"},
        ),
        (
            "Sudan and Chad blamed each other. The government of Libya spent the week telephoning both capitals.",
            "both capitals",
            {"Sudan", "Chad"},
        ),
        (
            "The treaty was signed by Guinea, Senegal, Mali and Mauritania. It shares out a river. Rains were poor. "
            "Dams are full. The four countries meet in May.",
            "The four countries",
            {"Guinea", "Senegal", "Mali", "Mauritania"},
        ),
        (
            "The island has been divided since 1974. The talks bring in the three powers that vouch for it: Greece, "
            "Turkey and Britain.",
            "the three powers",
            {"Greece", "Turkey", "United Kingdom"},
        ),
        (
            "France, Germany and Britain handed Iran a letter. Tehran was silent. The European powers gave it a month.",
            "The European powers",
            {"France", "Germany", "United Kingdom"},
        ),
        # "A, B and C" are not also "A and B".
        (
            "Uganda, Rwanda and Burundi sent troops. Joseph Kabila met Salva Kiir in Goma. The two shook hands.",
            "The two",
            {"Joseph Kabila", "Salva Kiir"},
        ),
        # People by office, state and pair.
        (
            "Prime Minister Edi Rama met President Ilir Meta in Tirana. The pair did not speak to the press.",
            "The pair",
            {"Edi Rama", "Ilir Meta"},
        ),
        (
            "The mediator urged the two Cypriot leaders to hurry. President Tassos Papadopoulos agreed. Mehmet Ali "
            "Talat, the Turkish Cypriot leader, did not.",
            "the two Cypriot leaders",
            {"Tassos Papadopoulos", "Mehmet Ali Talat"},
        ),
        (
            "Presidents Isaias Afwerki of Eritrea and Ismail Guelleh of Djibouti met in Jeddah. It rained. "
            "The leaders signed a page.",
            "The leaders",
            {"Isaias Afwerki", "Ismail Guelleh"},
        ),
        (
            "Zambian envoy Vernon Mwaanga and Zambian minister Mark Chona flew to Lusaka. The two Zambians were tired.",
            "The two Zambians",
            {"Vernon Mwaanga", "Mark Chona"},
        ),
        # "The people who" are others than those met.
        ("Two people in the room confirmed it. We came for the people who sit in jail.", "the people", set()),
    ],
)
def test_several(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words) == (who, False)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Greece's defence minister, Panos Kammenos, spoke in Athens. His Turkish colleague, he said, had not "
            "called. Turkish Defence Minister Fikri Isik denied it.",
            "His Turkish colleague",
            {"Fikri Isik"},
        ),
        (
            "Mali's foreign minister, Abdoulaye Diop, flew to Algiers. His Burkinabe colleague stayed at home.",
            "His Burkinabe colleague",
            {"Burkinabe foreign minister"},
        ),
        (
            "Ghana's foreign minister, Hanna Tetteh, flew in. Togo's foreign minister, Robert Dussey, drew a line. His "
            "Ghanaian opposite number thanked the judges.",
            "His Ghanaian opposite number",
            {"Hanna Tetteh"},
        ),
        # The person of a state, also an hour later; and of one whose state the text had not told.
        (
            "Finnish envoy Martti Ahtisaari flew in. Serbia waited. Kosovo waited. Snow fell. Trains stood. "
            "Roads closed. The Finn went to bed.",
            "The Finn",
            {"Martti Ahtisaari"},
        ),
        ("Serbia rejected the Saudi-led plan after Ivica Dacic of Serbia spoke.", "Saudi", {"Saudi Arabia"}),
        # Met by the office, named in the next sentence.
        (
            "The Maoists' chief negotiator came by bicycle. Ram Bahadur Thapa wore a cap.",
            "The Maoists' chief negotiator",
            {"Ram Bahadur Thapa"},
        ),
        # Whom everybody knows, told of alone just before.
        ("Emmanuel Macron was short. “No,” the president told reporters.", "the president", {"Emmanuel Macron"}),
        # The acting minister is not the minister.
        (
            "The foreign minister of Chad, Moussa Faki, fell ill. The acting foreign minister, Hissein Taha, flew to "
            "Paris for Chad. He saw nobody. The acting minister flew home.",
            "The acting minister",
            {"Hissein Taha"},
        ),
        # Whom a quote is said of; who is described; whom one meets.
        (
            "Vojislav Kostunica met Boris Tadic twice. “He is late,” Tadic's aide Marko Djuric said of Kostunica.",
            "He is",
            {"Vojislav Kostunica"},
        ),
        ("Ana Brnabic greeted Mila Djukic, her deputy.", "her", {"Ana Brnabic"}),
        ("Fatou Bensouda, whom she had met in Banjul, called Aminata Toure.", "she", set()),
        # What "she" told of someone rules "he" out.
        (
            "Envoy Sahle Zewde met envoy Rebecca Grinspun. Grinspun said that she would wait. He asked for a day.",
            "He asked",
            {"Sahle Zewde"},
        ),
        ("Keshav Baliram Rao led the talks. K. B. Rao was hopeful.", "K. B. Rao", {"Keshav Baliram Rao"}),
        ("Juan Ramon Chamorro of Nicaragua sat down. Chamorro said little.", "Chamorro said", {"Juan Ramon Chamorro"}),
    ],
)
def test_one(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words) == (who, False)


@pytest.mark.parametrize(
    ("text", "name", "of"),
    [
        ("Peter Robinson, who leads the DUP, spoke.", "Peter Robinson", "Democratic Unionist Party"),
        ("Mark Durkan, an SDLP MP, said no.", "Mark Durkan", "Social Democratic and Labour Party"),
        ("Togo's envoy, Kodjo Menan, and Benin's, Jean Obame, met.", "Jean Obame", "Benin"),
        ("Abdul Salam commands the Houthis in the west.", "Abdul Salam", "Houthis"),
        (
            "Tendai Biti, a spokesman for Movement for Democratic Change, spoke.",
            "Tendai Biti",
            "Movement for Democratic Change",
        ),
        ("The governor of Kandahar, Tooryalai Wesa, said rockets fell.", "Tooryalai Wesa", "Afghanistan"),
        ("A scholar at Minsk's European university, Artyom Sharko, spoke.", "Artyom Sharko", None),
        ("LUSAKA, Zambia - UN envoy Haile Menkerios flew in.", "Haile Menkerios", "United Nations"),
        ("In a statement on Saturday UN envoy Haile Menkerios thanked Zambia.", "Haile Menkerios", "United Nations"),
    ],
)
def test_party(text: str, name: str, of: str | None) -> None:
    assert party(text, name) == of
