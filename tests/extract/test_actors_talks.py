"""Who is meant in reports of talks: bodies and places by a noun, hosts, sources set aside, whom an office is of."""

import pytest
from test_actors_roles import meant, party, read


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        # A style before a name stands for it later.
        (
            "The Afghan movement sent Mullah Abdul Ghani Baradar to Doha. He prayed first. “We have "
            "time,” the mullah said.",
            "the mullah",
            {"Abdul Ghani Baradar"},
        ),
        (
            "Iran answered within a day. Ayatollah Mahmoud Shahroudi received the French envoy Claire Morel in Qom. "
            "The ayatollah told her that the letter had come too late.",
            "The ayatollah",
            {"Mahmoud Shahroudi"},
        ),
        (
            "Imam Mahmoud Dicko spoke to the crowd in Bamako. Mali's government listened. The imam asked for a week.",
            "The imam",
            {"Mahmoud Dicko"},
        ),
        # "The front" is the one whose name says so.
        (
            "The Moro Islamic Liberation Front signed with the Philippines in Manila. The front "
            "accused the army of delay.",
            "The front",
            {"Moro Islamic Liberation Front"},
        ),
        (
            "The Polisario Front left the talks with Morocco in Geneva. Rabat said that the front had "
            "never been serious.",
            "the front",
            {"Polisario Front"},
        ),
        (
            "The Tigray People's Liberation Front met the mediators. They urged it to wait, but the front refused.",
            "the front",
            {"Tigray People's Liberation Front"},
        ),
        ("The FARC and Colombia's government talk. Soldiers at the front heard of it.", "the front", set()),
        # Who hosts for a state is that state.
        ("The FARC asked the Norwegian hosts on Friday for a pause.", "the Norwegian hosts", {"Norway"}),
        ("Hamas told the Qatari mediators that it needed an answer.", "the Qatari mediators", {"Qatar"}),
        ("Serbia and Kosovo thanked the Austrian hosts for their patience.", "the Austrian hosts", {"Austria"}),
        # The parties to a state's war.
        (
            "Colombia's warring parties met in Oslo. The FARC sent three commanders.",
            "Colombia's warring parties",
            {"Colombia", "FARC"},
        ),
        (
            "Sudan's warring parties meet in Jeddah. The Rapid Support Forces said that they would come.",
            "Sudan's warring parties",
            {"Sudan", "Rapid Support Forces"},
        ),
        (
            "Yemen's rival sides exchanged prisoners on Monday, the Houthis said.",
            "Yemen's rival sides",
            {"Yemen", "Houthis"},
        ),
        # Two of one rank.
        (
            "General Ali Nasser and Colonel Pierre Kanda signed in Goma on Friday. Rain fell. The two "
            "commanders shook hands.",
            "The two commanders",
            {"Ali Nasser", "Pierre Kanda"},
        ),
        (
            "Ambassador Mona Haddad and Ambassador Yael Stern sat in Naqoura on Monday. The two "
            "ambassadors read in turn.",
            "The two ambassadors",
            {"Mona Haddad", "Yael Stern"},
        ),
        (
            "Ukraine's General Oleh Bondar met Russia's General Pavel Sokolov at the bridge. The two "
            "generals swapped lists.",
            "The two generals",
            {"Oleh Bondar", "Pavel Sokolov"},
        ),
        (
            "General Ali Nasser and Colonel Pierre Kanda signed in Goma. Kenya's William Ruto spoke. Rwanda's Vincent "
            "Biruta left. Both had come late. The two commanders shook hands.",
            "The two commanders",
            {"Ali Nasser", "Pierre Kanda"},
        ),
        # Two delegations that met are "them".
        (
            "The Serbian delegation met the Kosovo delegation in Brussels. The mediators handed them a paper.",
            "them",
            {"Serbia", "Kosovo"},
        ),
        (
            "Colombia's government met the ELN in Quito on Friday. The bishops urged them to stay.",
            "them",
            {"Colombia", "National Liberation Army"},
        ),
        (
            "The Armenian delegation held talks with the Azerbaijani delegation in Munich. The hosts gave them a week.",
            "them",
            {"Armenia", "Azerbaijan"},
        ),
        # A namesake has a name of his own.
        (
            "“We have,” said Getachew Reda. His namesake, Getachew Jember, a former deputy president of Amhara, left.",
            "His namesake",
            {"Getachew Jember"},
        ),
        (
            "Kim Jong Un sent no one. His namesake Kim Jong Yang, a former envoy, flew to Seoul.",
            "Kim Jong Yang",
            {"Kim Jong Yang"},
        ),
        # A place by its noun.
        ("Convoys left for Kherson on Monday. Ukraine said that the city was calm.", "the city", {"Kherson"}),
        ("Morocco and Algeria differ on Western Sahara. Both want a say.", "a say", set()),
        ("Aid is to be let into Tigray. Ethiopia said the region would get flights again.", "the region", {"Tigray"}),
        (
            "Fighters leave Hodeidah next week. Yemen sends police to the Red Sea port.",
            "the Red Sea port",
            {"Hodeidah"},
        ),
        ("Aid is to be let into Tigray. Ethiopia fears for peace in the wider region.", "the wider region", set()),
        # Whom the object and the opening pronoun mean.
        (
            "Serbia waited. “Nobody called,” Ivica Dacic said.\n\nIn Vienna, where he has lived since "
            "May, Kosovo's envoy "
            "Enver Hoxhaj met Robert Cooper on Friday and begged him to hurry.",
            "he has lived",
            {"Enver Hoxhaj"},
        ),
        (
            "Serbia waited. “Nobody called,” Ivica Dacic said.\n\nIn Vienna, where he has lived since "
            "May, Kosovo's envoy "
            "Enver Hoxhaj met Robert Cooper on Friday and begged him to hurry.",
            "him",
            {"Robert Cooper"},
        ),
        (
            "Moreno proposed a date for the talks in Quito, and he smiled.\n\nThe rebels also called on Santos to free "
            "two men. He has not replied.",
            "He has",
            {"Santos"},
        ),
    ],
)
def test_who_is_meant(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words) == (who, False)


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        # A source set aside between subject and verb is not the subject.
        (
            "President Juan Manuel Santos spoke of peace. Santos, a minister in Bogotá said, had asked "
            "Cuba for a venue.",
            "a minister in Bogotá",
            None,
        ),
        # Whose ministry, whose delegation.
        (
            "Norway's foreign minister, Anniken Huitfeldt, was silent. According to a diplomat in her "
            "ministry, Oslo waits.",
            "a diplomat in her ministry",
            "Norway",
        ),
        (
            "Armenia refused the map. Sources close to its delegation said that the line was wrong.",
            "Sources close to its delegation",
            "Armenia",
        ),
        (
            "The TPLF kept its guns. Ethiopia's government waited. “We have time,” a member of the "
            "federal delegation said.",
            "a member of the federal delegation",
            "Ethiopia",
        ),
        (
            "The Taliban wait. Afghanistan's government answered on Sunday. “Nobody asked us,” an "
            "official at the palace said.",
            "an official at the palace",
            "Afghanistan",
        ),
        # The state that the text gives a council to, not the one that the world data knows by its name.
        (
            "The Americans were told. Javid Faisal, spokesman for the National Security Council in Kabul, refused.",
            "Javid Faisal",
            "Afghanistan",
        ),
        (
            "The United States listened. Oleksiy Danilov, secretary of Ukraine's National Security Council, said no.",
            "Oleksiy Danilov",
            "Ukraine",
        ),
        # What the text tells comes before what is known of a leader.
        (
            "“It is done,” said Olusegun Obasanjo, the former Nigerian president, who led the African Union's team.",
            "Olusegun Obasanjo",
            "African Union",
        ),
        ("The paper came from an African Union mediator, Olusegun Obasanjo.", "Olusegun Obasanjo", "African Union"),
        (
            "Uhuru Kenyatta, the former Kenyan president, arrived. The East African Community's envoy, Uhuru Kenyatta, "
            "said that Goma was safe.",
            "Uhuru Kenyatta",
            "East African Community",
        ),
        # A commander of a region's forces is of the region's movement.
        (
            "The Tigray People's Liberation Front signed. Tadesse Werede, commander of the Tigray forces, smiled.",
            "Tadesse Werede",
            "Tigray People's Liberation Front",
        ),
    ],
)
def test_whom_they_speak_for(text: str, person: str, of: str | None) -> None:
    assert party(text, person) == of


@pytest.mark.parametrize(
    "text",
    [
        "Ghana, an official at the bank said, had asked Togo for help. “Nobody wrote,” the official said.",
        "President Nana Akufo-Addo met the lenders. Akufo-Addo, an official at the bank said, had asked for help.",
        "Prime Minister Hun Manet met the envoys. Hun Manet, a diplomat in the hall says, wants a summit.",
    ],
)
def test_source_set_aside_is_somebody_else(text: str) -> None:
    _, index = read(text)
    assert any(a.kind == "unnamed" for a in index.actors)
    assert all(not office.title.startswith(("official", "diplomat")) for a in index.actors for office in a.offices)
