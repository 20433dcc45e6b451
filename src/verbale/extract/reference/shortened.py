"""Names cut to one word: "the Board" after "the Board of Education", "the Order" after "the Orange Order"."""

from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token


def meet_shortened(scene: Scene, token: Token) -> bool:
    """Resolve a capital noun behind "the" that is no name of its own; False for all other words."""
    if token.text in scene.words.lists["collective.never_short"]:
        return False
    if not token.text[0].isupper() or token.tag_ not in {"NN", "NNP", "NNPS"} or not _stands_alone(token):
        return False
    meant = {scene.by_token[i].actors for i in _whole_names(scene, token) if i in scene.by_token}
    found = meant.pop() if len(meant) == 1 else ()
    if len(found) != 1:
        return False
    scene.mention(token.i, token.i + 1, token.i, "name", found)
    scene.discourse.remember(token, found)
    return True


def _stands_alone(token: Token) -> bool:
    """True behind "the", where no other capital goes on the name."""
    if not token.i or token.nbor(-1).lower_ != "the" or token.dep_ == "compound":
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return after is token or not (after.text[:1].isupper() or after.lower_ in {"of", "for", "-"})


def _whole_names(scene: Scene, token: Token) -> list[int]:
    """Where the bodies named before that the word may be short for are named."""
    found = []
    for name in scene.names:
        if name.start >= token.i:
            break
        if name.kind not in {"org", "body", "ministry"} or name.end - name.start < 2:
            continue
        opens = scene.doc[name.start].text == token.text and scene.doc[name.start + 1].lower_ in {"of", "for"}
        if opens or scene.doc[name.end - 1].text == token.text:
            found.append(name.start)
    return found
