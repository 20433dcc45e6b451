"""Leaders of states, bodies and movements: every row leads to an entry, and nobody stands for two parties."""

import pytest

from verbale.world import load_world, party_of_leader
from verbale.world.tables import items, rows, slug


def test_every_leader_stands_for_one_known_party() -> None:
    entries = load_world().entries
    seen: dict[str, str] = {}
    for party, forms in rows("leaders", 2):
        assert party in entries, party
        for form in items(forms):
            assert seen.setdefault(slug(form), party) == party, form


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Angela Merkel", "state/DE"),
        ("Merkel", "state/DE"),
        ("Kim Jong Un", "state/KP"),
        ("Kim", None),
        ("Recep Tayyip Erdoğan", "state/TR"),
        ("Jill Biden", None),
        ("Yahya Sinwar", "armed/hamas"),
        ("Johnson", None),
    ],
)
def test_whom_a_name_stands_for(name: str, party: str | None) -> None:
    assert party_of_leader(name) == party
