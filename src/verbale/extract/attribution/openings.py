"""What opens a cue before its verb: "went on to say", "responded by saying", "stopped short of calling"."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from verbale.language.parse import Token

# How many adverbs may stand between an opening and its verb.
_ADVERBS = 2


@dataclass(frozen=True, slots=True)
class Opening:
    """The verb that opens a cue before another ("went on to say"), whether that is not done ("failed to say"), and
    whether it is done by having it known ("let it be known")."""

    verb: Token
    denies: bool
    lets: bool


@lru_cache(maxsize=1)
def _openings() -> dict[str, list[tuple[str, tuple[str, ...], str]]]:
    """The openings of `cues_openings.tsv` by their last word: lemma of the first, words after it, sort."""
    found: dict[str, list[tuple[str, tuple[str, ...], str]]] = {}
    for line in files("verbale.extract").joinpath("data", "cues_openings.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            sort, words = line.split("\t")
            first, *rest = words.split()
            found.setdefault(rest[-1] if rest else first, []).append((first, tuple(rest), sort))
    return found


def opening_of(verb: Token) -> Opening | None:
    """What opens the cue of `verb` right before it, or None."""
    doc, at = verb.doc, verb.i - 1
    while at > 0 and verb.i - at <= _ADVERBS and doc[at].dep_ == "advmod" and doc[at].head == verb:
        at -= 1
    if at < 0:
        return None
    for first, rest, sort in (*_openings().get(doc[at].lower_, ()), *_openings().get(doc[at].lemma_.lower(), ())):
        start = at - len(rest)
        if start < 0 or doc[start].lemma_.lower() != first or doc[start].pos_ not in ("VERB", "AUX"):
            continue
        if sort == "let" and verb.lower_ != "known":
            continue
        if all(word in ("*", token.lower_) for word, token in zip(rest, doc[start + 1 : at + 1], strict=True)):
            return Opening(doc[start], sort == "not", sort == "let")
    return None
