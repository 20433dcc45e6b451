"""Places meant by a noun: "the city", "the region", "the Red Sea port" — the one last named of that kind. No party."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.salience import PRONOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token


def meet_place(scene: Scene, token: Token) -> None:
    """Resolve a noun for a place, in its turn; where two places may be meant, or a name follows, nothing is sure."""
    lists, lemma = scene.words.lists, token.lemma_.lower()
    kind = "city" if lemma in lists["collective.towns"] else "region" if lemma in lists["collective.regions"] else ""
    if not kind or token.tag_ != "NN" or token.dep_ in {"compound", "attr", "appos"}:
        return
    words = [*token.lefts]
    if not any(word.lower_ in {"the", "this", "that"} for word in words if word.dep_ == "det"):
        return
    if any(word.lower_ in lists["collective.not_named"] or _names_it(scene, word, kind) for word in words):
        return
    if any(child.dep_ in {"appos", "relcl", "acl"} or child.lower_ == "of" for child in token.rights):
        return  # "the port of Aden", "the city where they met"

    states = {e.id for word in words if (e := scene.party_entry_at(word.i)) is not None}  # "the Ukrainian city"

    def fits(member: Member) -> float | None:
        entry = scene.world.entries.get(member.world or "")
        if member.kind != "place" or entry is None or entry.kind != kind or not states <= {entry.country, entry.party}:
            return None
        return 0.0

    keys, ambiguous = scene.discourse.choose(scene.discourse.weigh(token, fits, PRONOUN_REACH))
    if len(keys) == 1 and not ambiguous:
        left = min((word.left_edge.i for word in words), default=token.i)
        scene.mention(left, token.i + 1, token.i, "nominal", keys)


def _names_it(scene: Scene, word: Token, kind: str) -> bool:
    """True for the name that a place bears itself: "the Amhara region"; a sea or a state tells where a town lies."""
    name = scene.name_at(word.i)
    if name is None:
        return False
    return not name.demonym and (kind != "city" or name.kind not in {"region", "state"})
