"""What is known of the world before any report is read: states, seats of government, bodies, offices, outlets.

Facts stand in `data/`, each file with its source; a case file adds those of one negotiation.
"""

from verbale.world.case import Case, load_case
from verbale.world.entries import Entry, EntryKind, World, load_world

__all__ = ["Case", "Entry", "EntryKind", "World", "load_case", "load_world"]
