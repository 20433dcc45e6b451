"""Which state a paragraph is about: that of the bodies, the government and the officials it has told of."""

from collections.abc import Mapping, Sequence

from verbale.extract.reference.cast import Member
from verbale.extract.reference.layout import first_of_coordination
from verbale.extract.reference.words import actor_words
from verbale.language.parse import Doc, Token
from verbale.model import LocalActor, Mention

_LONGEST = 400  # tokens back that a paragraph is searched
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def party_of_paragraph(
    doc: Doc,
    i: int,
    by_token: Mapping[int, Mention],
    actors: Mapping[str, Member] | Mapping[str, LocalActor],
    quoted: Sequence[bool] = (),
) -> str | None:
    """The one state of the bodies and officials that are subjects of the paragraph's sentences before token `i`; None
    where they are of several. What stands in quotes (by `quoted`, if given) does not count."""
    found: set[str] = set()
    for token in reversed(doc[max(0, i - _LONGEST) : i]):
        if token.is_space and "\n\n" in token.text:
            break
        mention = by_token.get(token.i)
        if mention is None or mention.head != token.i or (quoted and quoted[token.i]):
            continue
        if first_of_coordination(token).dep_ not in _SUBJECTS:
            continue
        for key in mention.actors:
            party = _party_told(actors[key], mention, token)
            if party is not None:
                found.add(party)
    return next(iter(found)) if len(found) == 1 else None


def party_of_officials(
    doc: Doc,
    i: int,
    by_token: Mapping[int, Mention],
    actors: Mapping[str, Member],
    quoted: Sequence[bool],
) -> str | None:
    """The one state of the office holders and states that are subjects of the paragraph's sentences before token `i`:
    "The chief cabinet secretary ruled it out. An official of the Foreign Ministry …"."""
    found: set[str | None] = set()
    for token in reversed(doc[max(0, i - _LONGEST) : i]):
        if token.is_space and "\n\n" in token.text:
            break
        mention = by_token.get(token.i)
        if mention is None or mention.head != token.i or quoted[token.i] or mention.form == "pronoun":
            continue
        if first_of_coordination(token).dep_ in _SUBJECTS:
            held = (actors[key] for key in mention.actors)
            found |= {one.party if one.kind == "person" else one.name for one in held if _governs(one)}
    return next(iter(found)) if len(found) == 1 else None


def _governs(actor: Member) -> bool:
    return actor.kind == "state" or (actor.kind == "person" and bool(actor.party) and bool(actor.offices))


def _party_told(actor: Member | LocalActor, mention: Mention, token: Token) -> str | None:
    several = actor.kind == "unnamed" and token.tag_ in {"NNS", "NNPS"}
    if (actor.kind == "government_body" or several) and actor.party:
        return actor.party
    if actor.kind == "state" and (mention.form == "nominal" or _answers(token)):
        return actor.name
    return None


def _answers(subject: Token) -> bool:
    """True for the subject of a verb of saying or answering: "Kosovo ruled that out"."""
    verb, lists = first_of_coordination(subject).head.lemma_.lower(), actor_words().lists
    return verb in lists["verbs.speech"] or verb in lists["verbs.reaction"]
