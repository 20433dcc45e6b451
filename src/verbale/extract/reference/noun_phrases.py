"""Noun phrases that may mean an actor without naming it: "the minister", "Iranian officials", "the two sides"."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from verbale.extract.reference.regions import region_of
from verbale.extract.reference.words import ActorWords
from verbale.language.parse import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "either", "neither"})
_PREFIXES = frozenset({"vice", "deputy", "ex", "co"})
_MAX_LEFT, _MAX_RIGHT = 14, 24


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its tokens `start:end`. `sort` tells what its head may mean; `number` how many a collective
    stands for; `modifiers` the tokens in it that may name a party; `adjectives` the other words before the head; `bare`
    is True for a number or set alone ("both", "the pair")."""

    head: Token
    start: int
    end: int
    sort: Literal["role", "body", "collective"]
    definite: bool
    plural: bool
    number: int = 1
    of_people: bool = False
    modifiers: tuple[Token, ...] = ()
    adjectives: tuple[str, ...] = ()
    bare: bool = False

    @property
    def end_char(self) -> int:
        last = self.head.doc[self.end - 1]
        return last.idx + len(last.text)

    def owner_keys(self, keys_at: Callable[[Token], tuple[str, ...]]) -> set[str]:
        """Keys of whoever owns the phrase: "Kim" in "Kim's adviser"."""
        return {key for t in self.modifiers if t.dep_ == "poss" for key in keys_at(t)}

    def bare_text(self, text: str) -> str:
        """The phrase without its determiner."""
        doc = self.head.doc
        start = self.start
        while start < self.head.i and doc[start].tag_ in {"DT", "PRP$"}:
            start += 1
        return " ".join(text[doc[start].idx : self.end_char].split())

    def title_text(self, text: str) -> str:
        """The words that tell the office or body alone: "foreign minister" of "the Iranian foreign minister"."""
        doc = self.head.doc
        prefix = prefix_of(self.head)
        start = prefix.i if prefix is not None else self.head.i
        while start > self.start and (
            doc[start - 1].dep_ in {"compound", "amod", "nmod"} or doc[start - 1].tag_ == "HYPH"
        ):
            if doc[start - 1].ent_type_ in {"NORP", "GPE"}:
                break
            start -= 1
        return " ".join(text[doc[start].idx : self.head.idx + len(self.head.text)].split())

    def description(self, text: str) -> str:
        """The phrase as printed, with what describes the source, without relative and other trailing clauses."""
        doc = self.head.doc
        end = self.end
        for child in self.head.rights:
            if child.i < end:
                continue
            describes = child.dep_ == "prep" or (
                child.dep_ in {"amod", "acl", "advmod"} and child.tag_ in {"JJ", "VBN", "RB"} and child.n_rights > 0
            )
            if not describes or child.i != end or _tells_when(child):
                break
            end = min(child.right_edge.i + 1, self.head.i + _MAX_RIGHT)
            for i in range(child.i + 1, end):
                if (
                    doc[i].dep_ == "relcl"
                    or _tells_when(doc[i])
                    or doc[i].text in {",", ";", "(", '"', "“", "”"}
                    or doc[i].is_space
                ):
                    end = i
                    break
        last = doc[end - 1]
        return " ".join(text[doc[self.start].idx : last.idx + len(last.text)].split())


def _tells_when(token: Token) -> bool:
    """True for "on" of "a spokesman on Monday": when it was said is none of the speaker."""
    return token.tag_ == "IN" and token.i + 1 < len(token.doc) and token.nbor(1).ent_type_ in {"DATE", "TIME"}


def role_word(token: Token, words: ActorWords) -> str:
    """The noun of `token` as the list of roles has it; "counterpart" for "opposite number"."""
    lemma = token.lemma_.lower()
    if lemma == "head" and token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "of":
        whole = f"head of {token.nbor(2).lower_}"
        if whole in words.roles:
            return whole
    if lemma == "number" and token.i and token.nbor(-1).lower_ == "opposite":
        return "counterpart"
    if lemma == "general" and token.i > 1 and token.nbor(-1).text in {"-", "‐", "‑"}:
        whole = f"{token.nbor(-2).lower_}-general"
        return whole if whole in words.roles else lemma
    return lemma if lemma in words.roles else token.lower_


def phrase_at(token: Token, words: ActorWords) -> Phrase | None:
    """The phrase that `token` heads, where its noun can mean an actor; None for all other words."""
    lemma, lower = token.lemma_.lower(), token.lower_
    if token.tag_ in {"CD", "DT"} or lower in words.sets:
        return _bare_number(token, words)
    role = role_word(token, words) in words.roles
    body = lemma in words.bodies or lower in words.bodies
    group_of_parties = lemma in words.lists["collective.parties"] or lower in words.lists["collective.parties"]
    group_of_people = lemma in words.lists["collective.persons"]
    if not (role or body or group_of_parties or group_of_people):
        return None
    if token.dep_ == "compound" and token.head.i > token.i:
        return None
    start, definite, number, modifiers, adjectives = _left_side(token, words)
    first = token.doc[start].lower_  # of "the secretary-general" the article may hang on "secretary"
    definite = definite or (first == "the" and lower == "general") or (number > 1 and first == "all")
    plural = token.tag_ in {"NNS", "NNPS"} or lower in {"people", "police"}
    # "Chief negotiator of Japan said …": the article is only left out.
    if role and not plural and token.doc[start].is_sent_start and _is_told_of_body(token):
        definite = True
    modifiers = (*modifiers, *_right_parties(token))
    end = token.i + 1
    if (
        plural
        and number > 1
        and (group_of_parties or group_of_people)
        and (definite or (number == 2 and start == token.i - 1))
    ) and definite:
        return Phrase(token, start, end, "collective", True, True, number, group_of_people, modifiers, adjectives)
    if number == 2 and not plural and (group_of_parties or group_of_people) and _is_each(token):
        return Phrase(token, start, end, "collective", True, True, 2, group_of_people, modifiers, adjectives)
    bare = not modifiers and not adjectives
    opposed = group_of_parties and bool(words.lists["collective.opposed"] & set(adjectives))
    unnumbered = bare and lemma in words.lists["collective.unnumbered"]
    if plural and definite and (lemma == "side" or opposed or unnumbered):
        return Phrase(token, start, end, "collective", True, True, 2, False, modifiers, adjectives)
    if plural and definite and lemma == "power" and region_of(t.lower_ for t in modifiers):
        return Phrase(token, start, end, "collective", True, True, 0, False, modifiers, adjectives)
    if role and not (body and not definite and lemma != "head"):
        return Phrase(token, start, end, "role", definite, plural, number, False, modifiers, adjectives)
    if body:
        return Phrase(token, start, end, "body", definite, plural, number, False, modifiers, adjectives)
    return None


def _is_each(token: Token) -> bool:
    """ "Neither man", "neither side"; "on either side" is a place."""
    words = {child.lower_ for child in token.lefts}
    return "neither" in words or ("either" in words and token.dep_ in {"nsubj", "nsubjpass", "dobj"})


def _is_told_of_body(token: Token) -> bool:
    """True for a subject without an article that goes on with "of" or "for"."""
    bare = not any(child.dep_ in {"det", "poss", "nummod"} for child in token.lefts)
    return bare and token.dep_ == "nsubj" and any(child.lower_ in {"of", "for"} for child in token.rights)


def _bare_number(token: Token, words: ActorWords) -> Phrase | None:
    """ "the two agreed", "both said", "the pair left": a number, "both" or a set that stands for those meant."""
    word = token.lower_
    if word in words.sets:
        alone = token.tag_ == "NN" and token.i and token.doc[token.i - 1].lower_ == "the" and token.dep_ != "compound"
        if not alone or any(child.dep_ in {"prep", "relcl", "acl", "appos"} for child in token.rights):
            return None
        return Phrase(token, token.i - 1, token.i + 1, "collective", True, True, words.sets[word], bare=True)
    if not _stands_for_somebody(token, words) or any(child.lower_ == "of" for child in token.rights):
        return None
    if word == "neither" and token.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    if word in {"both", "neither"} or (word in words.numbers and token.i and token.doc[token.i - 1].lower_ == "the"):
        start = token.i if word in {"both", "neither"} else token.i - 1
        return Phrase(token, start, token.i + 1, "collective", True, True, words.numbers[word], bare=True)
    return None


def _stands_for_somebody(token: Token, words: ActorWords) -> bool:
    """True for "the two" as subject, and where somebody acts or suffers: "turned down by both", "urged both to"."""
    if token.dep_ == "pobj":
        return token.head.lower_ in {"between", "by"}
    if token.dep_ in {"dobj", "dative"}:
        return token.head.lemma_ in words.lists["verbs.addressing"]
    return token.dep_ in {"nsubj", "nsubjpass"}


def _left_side(token: Token, words: ActorWords) -> tuple[int, bool, int, tuple[Token, ...], tuple[str, ...]]:
    """Where the phrase begins, whether it is definite, its number, names and other words before the head."""
    definite, number, start = False, 1, token.i
    modifiers: list[Token] = []
    adjectives: list[str] = []
    prefix = prefix_of(token)
    children = [*token.lefts] if prefix is None else [*prefix.lefts, *token.lefts]
    if prefix is not None:
        start = prefix.i
        adjectives.append(prefix.lower_)
    for child in children:
        if token.i - child.i > _MAX_LEFT:
            continue
        dep = child.dep_
        if dep == "det" or dep == "predet":
            definite = definite or child.lower_ in _DEFINITE
            number = words.numbers.get(child.lower_, number)
        elif dep == "poss":
            definite = True
            modifiers.append(child)
        elif dep == "nummod":
            number = words.numbers.get(child.lower_, number)
        elif dep in {"compound", "amod", "nmod"}:
            modifiers.append(child)
            if child.tag_ != "VBN" or child.lower_ in words.lists["modifier.own"]:  # "US-backed rebels" aren't the US
                modifiers += [t for t in islice(child.subtree, 8) if t.i != child.i and t.i < token.i]
            if child.ent_type_ not in {"GPE", "NORP", "ORG", "PERSON"}:
                adjectives.append(child.lower_)
        elif dep not in {"quantmod", "advmod", "punct"}:
            continue
        start = min(start, child.left_edge.i) if token.i - child.left_edge.i <= _MAX_LEFT else min(start, child.i)
    return start, definite, number, tuple(modifiers), tuple(adjectives)


def prefix_of(token: Token) -> Token | None:
    """ "vice" of "vice-premier", where the parse lets both stand side by side."""
    doc = token.doc
    if token.i < 2 or doc[token.i - 1].text not in {"-", "‐", "‑"} or doc[token.i - 2].lower_ not in _PREFIXES:
        return None
    prefix = doc[token.i - 2]
    return prefix if prefix.head == token.head and prefix.head != token and token.dep_ == prefix.dep_ else None


def _right_parties(token: Token) -> list[Token]:
    """Names after "of", "from" or "for" behind the head."""
    found: list[Token] = []
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "from", "for", "at", "with", "in", "on"}:
            for noun in child.rights:
                if noun.dep_ == "pobj":
                    inside = [t for t in noun.lefts if t.dep_ in {"amod", "compound", "poss", "nmod"}]
                    found += inside if child.lower_ in {"in", "on"} else [noun, *inside]
                    break
    return found
