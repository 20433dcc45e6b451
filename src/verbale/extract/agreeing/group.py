"""The namings that mean one agreement."""

from dataclasses import dataclass, field

from verbale.extract.actors import ActorIndex, party_key
from verbale.extract.agreeing.naming import Naming


@dataclass(slots=True)
class Group:
    """The namings that mean one agreement, in order of the text."""

    namings: list[Naming] = field(default_factory=list)
    by_account: set[int] = field(default_factory=set)  # where points begin that no sentence with its name tells
    mentioned: bool = False  # nothing tells of its making but what its terms may tell

    @property
    def first(self) -> Naming:
        return self.namings[0]

    @property
    def named(self) -> bool:
        """True where one of them is a proper name."""
        return any(naming.named for naming in self.namings)

    @property
    def parties(self) -> tuple[str, ...]:
        """The keys of those whom any of them names as parties."""
        return tuple(key for naming in self.namings for key in naming.parties)

    @property
    def points(self) -> set[int]:
        """Where the points that they tell begin."""
        return {point.evidence[0].start for naming in self.namings for point in naming.provisions}


def sides_of(told: Group | Naming, index: ActorIndex) -> set[str]:
    """The sides, each party for those who sign for it."""
    return {party_key(index, key) or key for key in told.parties}
