"""Nouns beside a name that mean the same: "its state company, Timor Gap", "X, its secretary-general"."""

from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token

_LONGEST = 8  # tokens of such a phrase
_ARTICLES = frozenset({"the", "a", "an"})
_BESIDE = frozenset({",", "(", "–", "—", "-"})


def note_appositions(scene: Scene) -> None:
    """Note a mention for every noun that stands beside a name and explains it, and that has none of its own."""
    for name in scene.names:
        mention = scene.by_token.get(name.start)
        if mention is None or mention.ambiguous or name.demonym:
            continue
        head = scene.doc[name.start : name.end].root
        nouns = [child for child in head.rights if child.dep_ == "appos"]
        nouns += [head.head] if head.dep_ == "appos" else []
        for noun in nouns:
            start = noun.left_edge.i
            if name.kind == "state" and not _names_party(scene, noun):
                continue
            if _is_beside(scene, noun, name.start, name.end) and noun.i - start < _LONGEST:
                scene.mention(start, noun.i + 1, noun.i, "title", mention.actors)


def _names_party(scene: Scene, noun: Token) -> bool:
    """True for "the former colonial power", "the largest exporter" of a state; what happens to one is another thing."""
    lemma, lists = noun.lemma_.lower(), scene.words.lists
    return lemma in lists["collective.parties"] or lemma in scene.words.bodies or lemma.endswith(("er", "or"))


def _is_beside(scene: Scene, noun: Token, start: int, end: int) -> bool:
    """True for a common noun with an article or owner, parted from the name by a comma alone, that means nobody yet."""
    owned = any(child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in _ARTICLES) for child in noun.lefts)
    if noun.tag_ != "NN" or not owned or noun.i in scene.by_token or noun.i in scene.within:
        return False
    gap = start - 1 if noun.i < start else noun.left_edge.i - 1
    touches = noun.i == gap - 1 if noun.i < start else gap == end
    return touches and scene.doc[gap].text in _BESIDE
