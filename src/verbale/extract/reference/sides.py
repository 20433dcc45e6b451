"""Who deals with whom in a report: the two sides, worked out once from the whole of it.

A side is a state, a movement, or another body that the report sets across from one ("talks between A and B", "A and B
signed"). Who hosts, mediates or calls on both sides helps them to talk and is none, however often it is named.
"""

from itertools import combinations

from verbale.extract.reference.cast import Member
from verbale.extract.reference.dealings import BETWEEN, helps_others, told_of
from verbale.extract.reference.scene import Scene, Told, in_order

_LEAST = 1.5  # times that each of the two is named
_ENOUGH = 2.6  # so much is told of the two sides at least
_ENOUGH_APART = 2.4  # … of two of whom nothing is told together
_OFTEN = 3.0  # so much makes them sure, whoever else is named
_AHEAD = 1.15  # the best pair is so much likelier than the next
_APART = 0.6  # what two of whom nothing is told together are worth
_FAR_AHEAD = 1.4  # … and how much likelier such a pair must be
_MOST = 12.0  # what is told of two together counts no further
_HELPER = 0.25  # what is left of one who helps others to talk
_CLOSE = 0.45  # two who are at least so likely as the best may be the sides as well
_CANDIDATES = 8


def sides_of(scene: Scene) -> tuple[str, ...]:
    """Keys of the two sides of the report; () where no two stand out."""
    ranked = sorted(_weights(scene).items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return ()
    best, weight = ranked[0]
    told = told_of(scene)
    ahead = _AHEAD if told.together[best] else _FAR_AHEAD
    if len(ranked) > 1 and weight < ahead * ranked[1][1]:
        return ()
    if not told.together[best]:
        return best if weight >= _ENOUGH_APART else ()
    return best if weight >= _ENOUGH and (told.together[best] >= _OFTEN or not _third(scene, best)) else ()


def _third(scene: Scene, pair: tuple[str, str]) -> bool:
    """True where a third that helps nobody is named as often as one of the two."""
    told = told_of(scene)
    least = min(told.times[key] for key in pair)
    others = (key for key in told.times if key not in pair and scene.cast.members[key].kind != "organisation")
    return any(told.times[key] >= least and not helps_others(told, key) for key in others)


def sure_sides(scene: Scene) -> tuple[str, ...]:
    """The sides of a report that tells of the two together again and again, or as parties to one deal."""
    two = sides_of(scene)
    return two if two and told_of(scene).together[in_order(*two)] >= _OFTEN else ()


def likely(scene: Scene, keys: tuple[str, ...]) -> bool:
    """True for two who may be the sides as well, by all that the report tells of them."""
    if len(keys) != 2:
        return False
    weights, together, pair = _weights(scene), told_of(scene).together, in_order(*keys)
    told = together[pair] > max((together[other] for other in weights if other != pair), default=0.0)
    return told or weights.get(pair, 0.0) >= _CLOSE * max(weights.values(), default=1.0)


def _weights(scene: Scene) -> dict[tuple[str, str], float]:
    """How likely any two of those that are named most are the sides."""
    told = told_of(scene)
    if told.weights is not None:
        return told.weights
    ranked = sorted(told.times, key=lambda key: (-told.times[key], key))[:_CANDIDATES]
    often = [key for key in ranked if told.times[key] >= _LEAST]
    pairs = [in_order(one, other) for one, other in combinations(often, 2)]
    told.weights = {pair: _weight(told, pair) for pair in pairs if _may_deal(scene, pair)}
    return told.weights


def _may_deal(scene: Scene, pair: tuple[str, str]) -> bool:
    """False for bodies that the report only names, and for a body and a state that it seldom tells of together: the
    state may be where the body is at home."""
    bodies = [key for key in pair if scene.cast.members[key].kind == "organisation"]
    home = [key for key in bodies if not (scene.cast.members[key].world or "").startswith("body/")]
    return told_of(scene).together[pair] >= (_OFTEN if len(home) == 1 else 1 if bodies else 0)


def _weight(told: Told, pair: tuple[str, str]) -> float:
    named = min(told.times[key] for key in pair)
    together = min(told.together[pair], _MOST)
    weight = named + together * min(1.0, named / 3) if together else _APART * named
    helpers = [key for key in pair if helps_others(told, key)]
    if any(told.helping[key] * BETWEEN > told.together[pair] for key in helpers):
        weight *= _HELPER
    return weight


def helps(scene: Scene, key: str) -> bool:
    """True for a party that hosts, mediates or observes, and is no side of the report."""
    return key not in sides_of(scene) and helps_others(told_of(scene), key)


def across(scene: Scene, party: Member) -> Member | None:
    """The other side than `party`, where it is one of the two."""
    two = sides_of(scene)
    other = next((key for key in two if key != party.key), None) if party.key in two else None
    return scene.cast.members[other] if other is not None else None
