"""What kind of body a body is: a company, a union, a bank, a movement; told by its name or beside it."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import islice, pairwise

from verbale.extract.reference.cast import Member
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.words import fold
from verbale.language.parse import Token

_OTHER = "other"
_BODIES = frozenset({"org", "armed", "group", "body", "ministry"})
_BESIDE = 3  # words before a name that may tell its kind: "the state oil company X"


@lru_cache(maxsize=1)
def _kinds() -> dict[str, dict[str, frozenset[str]]]:
    text = files("verbale.extract").joinpath("data/body_kinds.toml").read_text(encoding="utf-8")
    return {
        table: {kind: frozenset(words) for kind, words in kinds.items()} for table, kinds in tomllib.loads(text).items()
    }


def kind_called(noun: str) -> str | None:
    """The kind that "the `noun`" calls a body by: "company" for "carmaker"; None where the noun tells none."""
    return next((kind for kind, nouns in _kinds()["called"].items() if noun in nouns), None)


def is_of_kind(scene: Scene, body: Member, kind: str) -> bool | None:
    """Whether `body` is of that kind; None where neither its name nor the text beside it tells of any."""
    told = {kind_called(noun) for noun in _called(scene, body)} | _named_kinds(scene, body)
    return kind in told if told else None


def is_called(scene: Scene, body: Member, noun: str) -> bool:
    """True where the text beside a name of `body` calls it so: "the carmaker X"."""
    return noun in _called(scene, body)


def _named_kinds(scene: Scene, body: Member) -> frozenset[str]:
    """What the names of `body` tell, those that the world data knows included; or the world data itself."""
    entry = scene.world.entries.get(body.world or "")
    known = {*entry.traits} & _kinds()["called"].keys() if entry is not None else set()
    if known:
        return frozenset(known)
    forms = entry.forms if entry is not None and entry.kind == "armed" else ()
    heads = {head for name in (body.name, *body.aliases, *forms) for head in _heads(fold(name))}
    kinds = {kind for kind, own in _kinds()["named"].items() if heads & own}
    kinds |= {k for k, ends in _kinds()["endings"].items() if any(h.endswith(e) for h in heads for e in ends)}
    if entry is not None and entry.kind in {"armed", "body"}:
        kinds.add(_OTHER)
    return frozenset(kinds - {_OTHER} or kinds)


def _heads(name: str) -> set[str]:
    """The words that a name may be headed by: its last, and those before "of" and "for"."""
    words = [word.strip(".,'’()") for word in name.split()]
    return {word for word, after in pairwise([*words, "of"]) if after in {"of", "for"}}


def _called(scene: Scene, body: Member) -> frozenset[str]:
    """The nouns that the report calls `body` by beside its name; read once, for all."""
    if scene.called is None:
        called: dict[str, set[str]] = {}
        for name in scene.names:
            member = scene.member_at(name.start) if name.kind in _BODIES else None
            if member is not None:
                nouns = _nouns_beside(scene, name.start, name.end)
                called.setdefault(member.key, set()).update(noun for noun in nouns if kind_called(noun))
        scene.called = {key: frozenset(nouns) for key, nouns in called.items()}
    return scene.called.get(body.key, frozenset())


def _nouns_beside(scene: Scene, start: int, end: int) -> set[str]:
    """The nouns of "the carmaker X", "X, a French oil company,", "X is a union of nurses"."""
    head = scene.doc[start:end].root
    found: set[Token] = set()
    before = scene.doc[max(0, start - _BESIDE) : start]
    found |= {token for token in before if token.head == head or token.i == start - 1}
    found |= {child for child in islice(head.rights, 6) if child.dep_ == "appos"}
    if head.dep_ == "appos":
        found.add(head.head)
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        found |= {child for child in head.head.rights if child.dep_ == "attr"}
    return {token.lemma_.lower() for token in found if token.tag_ in {"NN", "NNP"} and token.i not in scene.within}
