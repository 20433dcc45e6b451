"""What "it", "them" and "that" stand for, where a frame asks what kind of thing is acted on."""

from verbale.extract.acting.scene import Scene
from verbale.language.parse import Token

_SINGULAR = frozenset({"it", "this", "that", "one", "which"})
_PLURAL = frozenset({"them", "they", "these", "those", "both"})
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos"})
# How many nouns before the pronoun may be meant: those of its own sentence and of the one before.
_MAX_NEAR = 8


def antecedents(scene: Scene, pronoun: Token) -> list[Token]:
    """The nouns, nearest first, that a pronoun for a thing may stand for; none where it stands for a party."""
    if pronoun.i not in scene.meant:
        scene.meant[pronoun.i] = _antecedents(scene, pronoun)
    return scene.meant[pronoun.i]


def _antecedents(scene: Scene, pronoun: Token) -> list[Token]:
    plural = pronoun.lower_ in _PLURAL
    if pronoun.pos_ not in {"PRON", "DET"} or not (plural or pronoun.lower_ in _SINGULAR) or scene.own(pronoun):
        return []
    doc, found = pronoun.doc, []
    sentence = pronoun.sent
    start = doc[sentence.start - 1].sent.start if sentence.start > 0 else sentence.start
    for at in range(pronoun.i - 1, start - 1, -1):
        noun = doc[at]
        if (
            noun.pos_ == "NOUN"
            and noun.dep_ in _HEADS
            and (noun.tag_ == "NNS") == plural
            and not noun.is_ancestor(pronoun)
        ):
            found.append(noun)
            if len(found) == _MAX_NEAR:
                break
    return found
