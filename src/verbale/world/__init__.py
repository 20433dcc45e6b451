"""What is known of the world before any report is read: states, seats of government, bodies, offices, outlets.

Facts stand in `data/`, each file with its source; a case file adds those of one negotiation.
"""

from verbale.world.case import Case, CaseTrack, load_case
from verbale.world.entries import load_world
from verbale.world.entry import Entry, EntryKind, World
from verbale.world.heads import may_have
from verbale.world.leaders import leader_first_words, leader_name, party_of_leader
from verbale.world.offices import OfficeWord, honorifics, office_words
from verbale.world.personal_names import (
    arabic_given_names,
    common_family_names,
    common_given_names,
    family_name,
    given_names,
    is_family_first,
    name_particles,
)

__all__ = [
    "Case",
    "CaseTrack",
    "Entry",
    "EntryKind",
    "OfficeWord",
    "World",
    "arabic_given_names",
    "common_family_names",
    "common_given_names",
    "family_name",
    "given_names",
    "honorifics",
    "is_family_first",
    "leader_first_words",
    "leader_name",
    "load_case",
    "load_world",
    "may_have",
    "name_particles",
    "office_words",
    "party_of_leader",
]
