"""The asks of one report while their answers are found, and how an answer is entered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import word_classes
from verbale.extract.acting.phrases import is_main_again
from verbale.extract.acting.replies import Reply
from verbale.extract.acting.scene import Scene
from verbale.extract.actors import actor
from verbale.extract.asking.degrees import degree
from verbale.language.parse import Doc, Token
from verbale.model import Act, Answer

# How many sentences after an ask a clause that only points back to it may answer it.
REACH = 3
_ANSWERING = frozenset({"REJECT", "AGREE", "CONCEDE", "SUPPORT", "CONSULT", "RETREAT", "COOPERATE", "AID"})
_REPLYING = frozenset({"REJECT", "AGREE"})


@dataclass(slots=True)
class Ask:
    """An ask with its trigger's token and the number of its sentence."""

    act: Act
    token: Token
    sentence: int


class Book:
    """Acts by id, and the answers entered so far by the id of their ask."""

    def __init__(self, scene: Scene, acts: Iterable[Act]) -> None:
        self.scene = scene
        self.acts = {act.id: act for act in acts}
        self.tokens = {token.idx: token for token in scene.doc}
        self.sentence_of = _sentence_numbers(scene.doc)
        self.answers: dict[str, Answer] = {}
        self.swallowed: dict[str, Token] = {}  # main verbs that the parser hung below what is asked
        self.filled: set[str] = set()  # asks whose addressee only their answer names
        self.replied: set[int] = set()  # verbs that have given their answer
        self._asks: tuple[Ask, ...] | None = None  # as `acts` now tells them
        self._at: dict[int, list[Act]] | None = None

    def token_of(self, act: Act) -> Token | None:
        return self.tokens.get(act.trigger.start)

    def at(self, token: Token) -> list[Act]:
        """The acts that `token` tells of."""
        if self._at is None:
            self._at = {}
            for act in self.acts.values():
                self._at.setdefault(act.trigger.start, []).append(act)
        return self._at.get(token.idx, [])[:]

    def asks(self) -> tuple[Ask, ...]:
        """All asks in order of the text, but for those that are only thought of."""
        if self._asks is None:
            self._asks = tuple(self._found_asks())
        return self._asks

    def _found_asks(self) -> list[Ask]:
        found = []
        for act in self.acts.values():
            token = self.token_of(act)
            if token is not None and is_ask(act):
                found.append(Ask(act, token, self.sentence_of[token.i]))
        return sorted(found, key=_place)

    def open_asks(self, before: Token, reach: int = REACH) -> list[Ask]:
        """Asks told in the last sentences before `before` that have no answer yet."""
        here = self.sentence_of[before.i]
        return [
            ask
            for ask in self.asks()
            if ask.token.i < before.i
            and here - ask.sentence <= reach
            and ask.act.id not in self.answers
            and ask.act.status != "denied"
        ]

    def replace(self, act: Act) -> Act:
        self.acts[act.id] = act
        self._asks = self._at = None
        return act

    def drop(self, key: str) -> None:
        """Leave out the act of this id: it is no ask after all."""
        del self.acts[key]
        self._asks = self._at = None

    def parties(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The parties of `keys`, once each; only actors that the report's index holds."""
        found = dict.fromkeys(self.scene.party(key) for key in keys)
        return tuple(key for key in found if actor(self.scene.index, key) is not None)

    def fits(self, act: Act, by: Iterable[str]) -> bool:
        """Those asked answer, not those who ask. Who is not known to belong to anybody may be an official of those
        asked, unless it was a person that was asked."""
        keys = self.parties(by)
        if not keys:
            return True
        if set(keys) & set(act.sources):
            return False
        if not act.targets or set(keys) & set(self.parties(act.targets)):
            return True
        return all(self.is_unplaced(key) for key in keys) and not any(self.is_unplaced(key) for key in act.targets)

    def is_stranger(self, key: str) -> bool:
        """A person whose party the report does not tell."""
        found = self.scene.actor(key)
        return found is not None and found.kind == "person" and found.party is None

    def is_office(self, key: str) -> bool:
        """A body whose party the report does not tell ("the presidential office")."""
        found = self.scene.actor(key)
        return found is not None and found.kind == "government_body" and self.scene.party(key) == key

    def is_unplaced(self, key: str) -> bool:
        """An office-holder whose party the report does not tell ("Prime Minister Kurti")."""
        if not self.is_stranger(key):
            return False
        official = word_classes()["official"]
        return any(lemma(child) in official for child in self._words_before(key))

    def _words_before(self, key: str) -> list[Token]:
        found = self.scene.actor(key)
        tokens = [self.tokens.get(mention.span.start) for mention in found.mentions] if found else []
        return [
            child
            for token in tokens
            if token is not None
            for child in (token, *(self.scene.doc[i] for i in range(max(token.i - 2, 0), token.i)), token.head)
        ]

    def record_all(self, act: Act, reply: Reply, origin: str) -> None:
        """Enter `reply` for `act` and what else was asked in the same breath."""
        for other in [one for one in self.acts.values() if one.trigger.start == act.trigger.start]:
            if is_ask(other) and other.id not in self.answers:
                self.record(other, reply, origin)

    def record(self, act: Act, reply: Reply, origin: str) -> None:
        """Enter `reply` for `act`; an addressee that only the answer names comes from there."""
        self.replied.add(reply.verb.i)
        span = act.subject_span
        words = self.scene.doc.char_span(span.start, span.end, alignment_mode="expand") if span is not None else None
        reply = replace(reply, answer=degree(words, reply))
        parties = self.parties(reply.by)
        act = self._split(act, parties)
        others = tuple(key for key in parties if key not in act.sources)
        if not act.targets and others:
            self.filled.add(act.id)
        evidence = act.evidence if act.subject else tuple(dict.fromkeys((*act.evidence, reply.evidence)))
        act = self.replace(replace(act, targets=act.targets or others, evidence=evidence))
        answering = self._answering(act, reply)
        published = self.scene.report.published.time
        as_of = published.latest if reply.answer == "none" and published is not None else None
        self.answers[act.id] = Answer(
            act.id, answering.id if answering else None, reply.answer, (reply.evidence,), as_of, origin
        )

    def _split(self, act: Act, by: tuple[str, ...]) -> Act:
        """Where some of those asked answer, the others' answer is still open: they get an ask of their own."""
        answered = tuple(key for key in act.targets if self.scene.party(key) in by)
        left = tuple(key for key in act.targets if key not in answered)
        if not answered or not left:
            return act
        other = replace(act, id=another_id(act, "left"), targets=left)
        self.replace(other)
        return self.replace(replace(act, targets=answered))

    def _answering(self, act: Act, reply: Reply) -> Act | None:
        """The act that gives the answer, its own target filled in where it is whoever asked."""
        told = [one for one in self.at(reply.verb) if one.id != act.id and one.type in _ANSWERING]
        if not told and reply.verb.dep_ == "xcomp":
            told = [one for one in self.at(reply.verb.head) if one.id != act.id]
        if not told:
            return None
        answer = told[0]
        apart = act.sources and not set(act.sources) & set(answer.sources)
        if answer.type in _REPLYING and not answer.targets and apart:
            answer = self.replace(replace(answer, targets=act.sources))
        return answer


def _place(ask: Ask) -> tuple[int, int, str]:
    span = ask.act.subject_span
    return ask.token.i, span.start if span else 0, ask.act.id


def is_ask(act: Act) -> bool:
    """A request that was made, or an ultimatum."""
    kind = act.type == "REQUEST" or (act.type == "THREATEN" and act.what == "ultimatum")
    return kind and act.status != "hypothetical"


def another_id(act: Act, mark: object) -> str:
    """An id for a second ask told by the words of `act`, put to somebody else or for something else."""
    return "act-" + sha256(f"{act.id}:{mark}".encode()).hexdigest()[:16]


def takes_up_which(verb: Token) -> bool:
    """ "…, which the North rebuffed", "…, which it declined to do", "…, something Oslo says it will not do"."""
    if verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" and verb.head.i < verb.i:
        return takes_up_which(verb.head)
    loose = verb.dep_ in {"advcl", "ccomp", "conj"} and any(
        child.lower_ == "which" and child.i > 0 and child.nbor(-1).text == "," for child in verb.lefts
    )
    if verb.dep_ != "relcl" and not loose:
        return False
    if verb.head.lower_ == "something" and verb.head.i > 0 and verb.head.nbor(-1).text == ",":
        return True  # "…, something they have declined to do"
    below = [*verb.children]
    below += [c for child in verb.children if child.dep_ in {"xcomp", "ccomp", "oprd"} for c in child.children]
    return any(child.lower_ == "which" for child in below)


def is_content(ask: Token, token: Token) -> bool:
    """True where `token` belongs to what is asked. Not so for what is coordinated with the ask ("asked, but was
    refused"), nor for ", which the North rebuffed", whatever noun the parser hangs that on."""
    if takes_up_which(token):
        return False
    current = token
    while current.head != current:
        if current.dep_ == "conj" and is_main_again(current, current.head):
            return False
        if current.head == ask:
            return current.dep_ not in {"conj", "advcl", "parataxis"}
        current = current.head
    return False


def _sentence_numbers(doc: Doc) -> dict[int, int]:
    return {token.i: number for number, sentence in enumerate(doc.sents) for token in sentence}
