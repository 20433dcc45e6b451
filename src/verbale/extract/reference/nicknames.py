"""Other names that people go by, told beside their own: "Manuel Marulanda, better known as Tirofijo"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.names import Name
from verbale.extract.reference.scene import Scene

_REACH = 11  # tokens from a person's name to the "as" before another


def bearer(scene: Scene, name: Name) -> Member | None:
    """Who goes by the one word at `name`: the person right before "(better) known as", here or earlier on."""
    if name.end - name.start != 1:
        return None
    text = scene.text(name.start, name.end)
    member = _told_here(scene, name.start)
    if member is not None:
        scene.cast.nickname(member, text)
    return member or scene.cast.nicknamed(text)


def _told_here(scene: Scene, start: int) -> Member | None:
    doc = scene.doc
    i = start - 1 - (doc[start - 1].is_quote if start else 0)
    if i < 2 or doc[i].lower_ != "as" or doc[i - 1].lower_ not in scene.words.lists["verbs.calling"]:
        return None
    for n in range(i - 2, max(i - 2 - _REACH, -1), -1):
        token = doc[n]
        if n in scene.within:
            member, named = scene.member_at(n), scene.name_at(n)
            if named is not None and named.kind != "person":
                continue  # "X, the FARC's commander, better known as"
            known = named is not None and named.kind == "person" and named.end - named.start > 1
            return member if known and member is not None and member.kind == "person" else None
        if token.pos_ in {"VERB", "ADP", "CCONJ"} or token.is_sent_start:
            return None
    return None
