"""Asks of one report and their answers: demand, request, invitation, offer, proposal, appeal."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from verbale.extract.acting.answers import Reply, later_reply, points_back, reply_to
from verbale.extract.acting.clause import governors, is_apposed
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.scene import Scene
from verbale.extract.actors import ActorIndex
from verbale.model import Act, Answer, Answered, Report, Span, TimeMention, span_of
from verbale.world import World

# How many sentences after an ask a clause that only points back to it may answer it.
REACH = 3
_OPPOSITE: dict[Answered, Answered] = {"accepted": "refused", "refused": "accepted"}
_ANSWERING = frozenset({"REJECT", "AGREE", "CONCEDE", "SUPPORT", "CONSULT"})
_REPLYING = frozenset({"REJECT", "AGREE"})


@dataclass(slots=True)
class _Ask:
    """An ask with its trigger's token and the number of its sentence; `merged` points to the ask that it repeats."""

    act: Act
    token: Token
    sentence: int


def find(
    doc: Doc, report: Report, index: ActorIndex, times: tuple[TimeMention, ...], acts: tuple[Act, ...]
) -> tuple[tuple[Act, ...], tuple[Answer, ...]]:
    """`acts` with asks added that only their answer tells of, and the answers that this report gives.

    An ask whose target only its answer names gets it from there. Asks told twice ("… offered X. … the offer") are
    joined. No answer at all is not recorded: only silence that the report tells of is an answer "none".
    """
    scene = Scene(doc, report, World({}, {}, {}), index, times)
    return _Ledger(scene, acts).settle()


class _Ledger:
    """The asks of one report while their answers are found; `settle` is its one verb."""

    def __init__(self, scene: Scene, acts: tuple[Act, ...]) -> None:
        self.scene = scene
        self.acts = {act.id: act for act in acts}
        self.tokens = {token.idx: token for token in scene.doc}
        self.sentence_of = _sentence_numbers(scene.doc)
        self.by_token: dict[int, list[str]] = {}
        for act in acts:
            token = self.tokens.get(act.trigger.start)
            if token is not None:
                self.by_token.setdefault(token.i, []).append(act.id)
        self.answers: dict[str, Answer] = {}

    def settle(self) -> tuple[tuple[Act, ...], tuple[Answer, ...]]:
        if any(act.type == "REQUEST" for act in self.acts.values()):
            self._join_repeated()
            self._by_grammar()
            self._by_discourse()
            self._by_contrast()
            self._by_context()
        order = sorted(self.acts.values(), key=lambda act: act.trigger.start)
        return tuple(order), tuple(answer for act in order if (answer := self.answers.get(act.id)))

    def _asks(self) -> list[_Ask]:
        found = []
        for act in self.acts.values():
            token = self.tokens.get(act.trigger.start)
            if act.type == "REQUEST" and token is not None and act.status not in {"hypothetical"}:
                found.append(_Ask(act, token, self.sentence_of[token.i]))
        return sorted(found, key=lambda ask: ask.token.i)

    def _join_repeated(self) -> None:
        """A noun that only points back to an earlier ask ("the offer", "a demand that …" in apposition) is that ask."""
        asks = self._asks()
        for at, ask in enumerate(asks):
            if ask.token.pos_ != "NOUN":
                continue
            apposed = ask.token.dep_ == "appos" or is_apposed(ask.token)
            if ask.act.subject and not (apposed and not ask.act.sources):
                continue
            if not (apposed or points_back(ask.token) or ask.act.sources):
                continue
            earlier = [
                one
                for one in asks[:at]
                if one.act.id in self.acts
                and ask.sentence - one.sentence <= REACH
                and (not ask.act.sources or set(ask.act.sources) & set(one.act.sources))
                and (ask.act.sources or not ask.act.targets or set(ask.act.targets) & set(one.act.targets))
                and one.act.subject
            ]
            if not earlier:
                continue
            first = earlier[-1]
            reply = reply_to(self.scene, ask.token)
            known = self.acts[first.act.id]
            self.acts[known.id] = replace(known, evidence=tuple(dict.fromkeys(known.evidence + ask.act.evidence)))
            del self.acts[ask.act.id]
            if reply is not None:
                self._record_all(known, reply, "answer:repeated")

    def _by_grammar(self) -> None:
        for ask in self._asks():
            if ask.act.id in self.answers:
                continue
            if lemma(ask.token) in {"persuade", "convince", "induce", "cajole", "coax"}:
                self._by_persuasion(ask.act)
                continue
            if ask.token.pos_ == "NOUN":
                reply = reply_to(self.scene, ask.token)
                if reply is not None:
                    self._record(ask.act, reply, "answer:grammar")

    def _by_persuasion(self, act: Act) -> None:
        """Who persuades gets a yes; who fails to gets a no."""
        refused = act.status in {"denied", "refused"} or act.status == "hypothetical"
        answer: Answered = "refused" if refused else "accepted"
        sources = act.sources or self._party_within(act)
        self.acts[act.id] = act = replace(act, status="happened", sources=sources)
        self.answers[act.id] = Answer(act.id, None, answer, act.evidence, None, "answer:persuasion")

    def _party_within(self, act: Act) -> tuple[str, ...]:
        """For an ask whose asker is not named: the one other party that what is asked names."""
        if act.subject_span is None:
            return ()
        words = self.scene.doc.char_span(act.subject_span.start, act.subject_span.end, alignment_mode="expand")
        keys = dict.fromkeys(self.scene.party(key) for token in words or () for key in self.scene.own(token))
        others = [key for key in keys if key not in act.targets and self.scene.is_political(key)]
        return tuple(others) if len(others) == 1 else ()

    def _by_discourse(self) -> None:
        """Clauses that answer by pointing back, each bound to the nearest ask before it that fits."""
        asks = [ask for ask in self._asks() if ask.act.status != "denied"]
        if not asks:
            return
        first = asks[0].token.i
        taken = {self.tokens[s.start].i for a in self.answers.values() for s in a.evidence if s.start in self.tokens}
        for token in self.scene.doc[first + 1 :]:
            if token.pos_ != "VERB" or token.i in taken:
                continue
            open_asks = [
                ask
                for ask in asks
                if ask.token.i < token.i
                and self.sentence_of[token.i] - ask.sentence <= REACH
                and ask.act.id not in self.answers
                and not _is_content(ask.token, token)
            ]
            if not open_asks:
                continue
            reply = later_reply(self.scene, token)
            if reply is None:
                continue
            fitting = [ask for ask in open_asks if ask.act.id not in self.answers and self._fits(ask, reply)]
            if fitting:
                self._record_all(self.acts[fitting[-1].act.id], reply, "answer:discourse")

    def _fits(self, ask: _Ask, reply: Reply) -> bool:
        """Those asked answer, not those who ask; where nobody is said to answer, the asker is who is refused."""
        act = self.acts[ask.act.id]
        by = {self.scene.party(key) for key in reply.by}
        if not by:
            return True
        if act.targets:
            return bool(by & {self.scene.party(key) for key in act.targets})
        return not by & {self.scene.party(key) for key in act.sources}

    def _record_all(self, act: Act, reply: Reply, origin: str) -> None:
        """Record for `act` and what else was asked in the same breath."""
        token = self.tokens[act.trigger.start]
        for other in self.by_token.get(token.i, [act.id]):
            if other in self.acts and self.acts[other].type == "REQUEST":
                self._record(self.acts[other], reply, origin)

    def _record(self, act: Act, reply: Reply, origin: str) -> None:
        parties = tuple(dict.fromkeys(self.scene.party(key) for key in reply.by))
        others = tuple(key for key in parties if key not in act.sources)
        targets = act.targets or others
        evidence = act.evidence if act.subject else tuple(dict.fromkeys((*act.evidence, reply.evidence)))
        self.acts[act.id] = act = replace(act, targets=targets, evidence=evidence)
        answering = next(
            (
                one
                for one in self.by_token.get(reply.verb.i, ())
                if one in self.acts and one != act.id and self.acts[one].type in _ANSWERING
            ),
            None,
        )
        if answering is None and reply.verb.dep_ == "xcomp":
            answering = next((one for one in self.by_token.get(reply.verb.head.i, ()) if one in self.acts), None)
        if answering is not None:
            answer = self.acts[answering]
            if (
                answer.type in _REPLYING
                and not answer.targets
                and act.sources
                and not set(act.sources) & set(answer.sources)
            ):
                self.acts[answering] = replace(answer, targets=act.sources)
        published = self.scene.report.published.time
        as_of = published.latest if reply.answer == "none" and published is not None else None
        self.answers[act.id] = Answer(act.id, answering, reply.answer, (reply.evidence,), as_of, origin)

    def _by_contrast(self) -> None:
        """ "Unlike Washington, Pyongyang refused …": the other one gave the opposite answer to the same ask."""
        for ask_id, answer in list(self.answers.items()):
            opposite = _OPPOSITE.get(answer.answer)
            verb = self.tokens.get(self.acts[answer.act].trigger.start) if answer.act in self.acts else None
            if opposite is None or verb is None:
                continue
            for child in verb.children:
                if child.lower_ != "unlike":
                    continue
                nouns = [t for t in child.children if t.dep_ == "pobj"]
                keys = tuple(dict.fromkeys(self.scene.party(k) for k in self.scene.actors_of_all(nouns)))
                act = self.acts[ask_id]
                keys = tuple(key for key in keys if key not in act.sources + act.targets)
                if not keys:
                    continue
                span = self._span(child, nouns[-1])
                other = replace(act, id=f"{act.id}-{child.i}", targets=keys, evidence=(*act.evidence, span), people=())
                self.acts[other.id] = other
                self.answers[other.id] = Answer(other.id, None, opposite, (span,), None, "answer:contrast")

    def _span(self, first: Token, last: Token) -> Span:
        end = last.right_edge if last.right_edge.i - last.i < 6 else last
        return span_of(self.scene.report.text, first.idx, end.idx + len(end))

    def _by_context(self) -> None:
        """Asks whose asker or addressee the sentence leaves out, where the words just before name one and no other.

        An asker is taken from a refusal coordinated with this one by the same party; an addressee from the last act
        before, up to two sentences back, that stands between the asker and one other party.
        """
        order = sorted(self.acts.values(), key=lambda act: act.trigger.start)
        for ask in self._asks():
            act = self.acts[ask.act.id]
            answer = self.answers.get(act.id)
            if answer is None:
                continue
            if not act.sources and answer.act in self.acts:
                source = self._from_coordinated(self.acts[answer.act])
                if source:
                    self.acts[act.id] = act = replace(act, sources=source)
                    answering = self.acts[answer.act]
                    if not answering.targets:
                        self.acts[answering.id] = replace(answering, targets=source)
            if act.sources and not act.targets:
                self.acts[act.id] = replace(act, targets=self._addressee(order, ask, act))

    def _from_coordinated(self, answering: Act) -> tuple[str, ...]:
        """The target of another refusal by the same party in the same sentence, before this one."""
        place = self.tokens[answering.trigger.start]
        for act in self.acts.values():
            token = self.tokens.get(act.trigger.start)
            if token is None or act.type != "REJECT" or not act.targets or act.id == answering.id:
                continue
            near = token.i < place.i and self.sentence_of[token.i] == self.sentence_of[place.i]
            if near and set(act.sources) & set(answering.sources):
                return act.targets
        return ()

    def _addressee(self, order: list[Act], ask: _Ask, act: Act) -> tuple[str, ...]:
        for earlier in reversed(order):
            token = self.tokens.get(earlier.trigger.start)
            if token is None or token.i >= ask.token.i or earlier.id == act.id:
                continue
            if ask.sentence - self.sentence_of[token.i] > 2:
                break
            sides = {*earlier.sources, *earlier.targets}
            others = sides - set(act.sources)
            if len(others) == 1 and sides & set(act.sources):
                return tuple(others)
        return ()


def _is_content(ask: Token, token: Token) -> bool:
    """True where `token` belongs to what is asked. Not so for what is coordinated with the ask ("asked, but was
    refused"), nor for ", which the North rebuffed", whatever noun the parser hangs that on."""
    if token.dep_ == "relcl" and any(child.lower_ == "which" for child in token.children):
        return False
    current = token
    for head in governors(token):
        if head == ask:
            return current.dep_ not in {"conj", "advcl", "parataxis"}
        current = head
    return False


def _sentence_numbers(doc: Doc) -> dict[int, int]:
    return {token.i: number for number, sentence in enumerate(doc.sents) for token in sentence}
