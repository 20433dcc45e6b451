"""The world data: what stands in it, and how it is found."""

import re

import pytest

from verbale.world import World, honorifics, load_world, office_words
from verbale.world.case import Case, CaseParty, CasePerson


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.mark.parametrize(
    ("form", "id"),
    [
        ("U.S.", "state/US"),
        ("US", "state/US"),
        ("N. Korea", "state/KP"),
        ("Islamic Republic of Iran", "state/IR"),
        ("Türkiye", "state/TR"),
        ("Kiev", "city/UA/kyiv"),
        ("Pyongyang", "city/KP/pyongyang"),
        ("the Kremlin", "seat/RU/kremlin"),
        ("Cheong Wa Dae", "seat/KR/blue-house"),
        ("Blue House", "seat/KR/blue-house"),
        ("Élysée", "seat/FR/elysee"),
        ("Foggy Bottom", "seat/US/foggy-bottom"),
        ("IAEA", "body/iaea"),
        ("Houthis", "armed/houthis"),
        ("P5+1", "group/p5plus1"),
        ("the two Koreas", "group/two-koreas"),
        ("Yonhap", "outlet/yonhap"),
        ("Iranian Foreign Ministry", "ministry/IR/foreign-ministry"),
        ("Korean Peninsula", "region/korean-peninsula"),
        ("Geneva", "city/CH/geneva"),
        ("Somaliland", "state/XS"),
        ("Hargeisa", "city/XS/hargeisa"),
        ("Kurdistan Regional Government", "state/XU"),
        ("KNPP", "armed/knpp"),
        ("Office of the High Representative", "body/ohr"),
        ("Villa Somalia", "seat/SO/villa-somalia"),
        ("SPLM/A", "armed/splma"),
        ("Riksdag", "ministry/SE/riksdag"),
    ],
)
def test_form_names_entry(world: World, form: str, id: str) -> None:
    assert world.by_form[form] == (id,)


def test_ids_have_the_form_the_contract_gives(world: World) -> None:
    pattern = re.compile(
        r"state/[A-Z]{2}|(city|seat|ministry)/[A-Za-z]+/[a-z0-9-]+|(body|armed|outlet|group|region)/[a-z0-9-]+"
    )
    assert [id for id in world.entries if not pattern.fullmatch(id)] == []
    assert all(id == entry.id for id, entry in world.entries.items())


def test_everything_that_entries_point_to_is_there(world: World) -> None:
    pointed = {
        id for entry in world.entries.values() for id in (entry.party, entry.country, *entry.members) if id is not None
    }
    assert pointed <= set(world.entries)


def test_forms_are_clean(world: World) -> None:
    strange = [
        form
        for entry in world.entries.values()
        for form in (*entry.forms, *entry.short_forms, *entry.demonyms)
        if form != form.strip() or not form or set(form) & set("*;=\t")
    ]
    assert strange == []


def test_capitals_stand_for_their_state_and_other_cities_do_not(world: World) -> None:
    assert world.entries["city/AT/vienna"].party == "state/AT"
    assert world.entries["city/CH/geneva"].party is None
    assert world.entries["city/CH/geneva"].country == "state/CH"
    members_of_the_un_without_capital = [
        entry.name
        for entry in world.entries.values()
        if entry.kind == "state"
        and entry.id[6:] not in ["SM", "SG", "HK", "MO", "BM", "GI", "FK", "SU", "YU", "CS", "DD"]
        and not any(city.party == entry.id for city in world.entries.values() if city.kind == "city")
    ]
    assert members_of_the_un_without_capital == []


def test_a_shared_demonym_names_all_who_share_it(world: World) -> None:
    assert world.by_demonym["Korean"] == ("state/KP", "state/KR")
    assert world.by_demonym["Swedes"] == ("state/SE",)


def test_relative_names_are_short_forms_only(world: World) -> None:
    assert "the North" not in world.by_form
    assert world.by_short_form["the North"] == ("state/KP",)
    assert "the Supreme Court" not in world.by_form


def test_both_apostrophes_find_an_entry(world: World) -> None:
    assert world.by_form["N'Djamena"] == world.by_form["N’Djamena"] == ("city/TD/n-djamena",)


def test_world_is_loaded_once() -> None:
    assert load_world() is load_world()


def test_codes_are_those_of_iso_3166(world: World) -> None:
    pycountry = pytest.importorskip("pycountry")
    codes = {country.alpha_2 for country in pycountry.countries}
    ours = {entry.id[6:] for entry in world.entries.values() if entry.kind == "state"}
    assert ours - codes == {"XK", "SU", "YU", "CS", "DD"}
    assert len(ours & codes) >= 195


def test_offices_and_forms_of_address() -> None:
    assert office_words()["special envoy"].level == "working"
    assert office_words()["prime minister"].level == "leaders"
    levels = {"leaders", "ministers", "working", "technical", "mediators", "unofficial"}
    assert {office.level for office in office_words().values()} <= levels
    assert honorifics()["Mrs."] == "f"


def test_a_case_adds_parties_and_people() -> None:
    case = Case(
        name="Talks on the lake",
        parties=(
            CaseParty("Lakeland Front", kind="armed", aliases=("LF",), seats=("Mirador",), demonyms=("Lakelander",)),
            CaseParty("Norway", aliases=("the host",)),
        ),
        people=(CasePerson("Ida Berg", party="Norway", aliases=("Berg",)), CasePerson("Omo Taro", party="LF")),
    )
    world = load_world(case)
    assert world.case is case
    assert world.by_form["LF"] == ("party/lakeland-front",)
    assert world.entries["party/lakeland-front"].kind == "armed"
    assert world.by_demonym["Lakelander"] == ("party/lakeland-front",)
    assert world.entries[world.by_form["Mirador"][0]].party == "party/lakeland-front"
    assert world.by_form["the host"] == ("state/NO",)
    assert world.entries["person/ida-berg"].party == "state/NO"
    assert world.entries["person/omo-taro"].party == "party/lakeland-front"
    assert "the host" not in load_world().by_form


def test_de_facto_governments_have_seats_of_their_own(world: World) -> None:
    for code in ("XA", "XK", "XN", "XO", "XP", "XR", "XS", "XT", "XU"):
        seats = [entry for entry in world.entries.values() if entry.party == f"state/{code}" and entry.kind == "city"]
        assert seats, code
        assert all(world.by_form[form][0] == seat.id for seat in seats for form in seat.forms)
