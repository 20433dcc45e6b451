"""When an act happened: the expression of time that its clause holds."""

from spacy.tokens import Token

from verbale.extract.acting.clause import governors
from verbale.extract.acting.scene import Scene
from verbale.model import TimeValue


def when_of(scene: Scene, token: Token) -> TimeValue | None:
    """The time that stands in the clause of `token`: below it first, then below the verb that governs it."""
    starts = {mention.span.start: mention.time for mention in scene.times if mention.time is not None}
    if not starts:
        return None
    heads = [token, *(head for head in governors(token) if head.pos_ in {"VERB", "AUX"})][:2]
    for head in heads:
        for part in head.subtree:
            if part.idx in starts:
                return starts[part.idx]
    return None
