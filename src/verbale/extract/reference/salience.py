"""Who is meant, within one report, by a short name, a title, a pronoun or a collective.

Rules of salience after Lappin & Leass (1994) and of accessibility by quotes and number: candidates are those named
before within a few sentences, weighed by distance, grammatical role, parallelism and whether they spoke last. Where two
weigh the same, both are kept and the mention is marked ambiguous.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from verbale.extract.reference.cast import Cast, Member
from verbale.extract.reference.layout import Layout, clause_of, first_of_coordination, subject_of
from verbale.extract.reference.words import actor_words, fold
from verbale.language.parse import Doc, Token

# How far back a pronoun, and a noun phrase, may find whom it means, in sentences; and how many mentions are weighed.
PRONOUN_REACH = 4
NOUN_REACH = 12
MEMORY = 80
# Two candidates closer than this are equally good.
TIE = 0.6

# "X accused him, and Y complained. He …": of two clauses, the later one's subject.
_LAST_SUBJECT = 1.2
# A quote goes on about its own subject: “Deputy X was killed,” said Y. “He was shot in the head.”
_GOES_ON = 1.2

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# Salience of who acts in a passive ("was criticised by Eastwood, but he added"): nearly a subject's.
_AGENT = 1.6


@dataclass(frozen=True, slots=True)
class Focus:
    """A mention as the discourse remembers it: `rank` is its salience in its own sentence, `later_rank` in those that
    follow."""

    token: int
    sentence: int
    paragraph: int
    keys: tuple[str, ...]
    rank: float
    later_rank: float
    subject: bool
    spoke: bool
    quoted: bool
    ambiguous: bool = False
    aside: bool = False


class Discourse:
    """What has been mentioned so far, the last things last."""

    def __init__(self, doc: Doc, layout: Layout, cast: Cast, outlet: str = "") -> None:
        self.doc, self.layout, self.cast = doc, layout, cast
        self.outlet = fold(outlet)
        self.seen: list[Focus] = []
        self.counts: dict[str, int] = {}

    def remember(self, token: Token, keys: tuple[str, ...], ambiguous: bool = False, aside: bool = False) -> None:
        """Note that `token` heads a mention of `keys`; `aside` for one inside a title ("former envoy to Iran")."""
        if not keys:
            return
        top = first_of_coordination(token)
        described = _described_beside(token)
        subject = described.dep_ in _SUBJECTS
        spoke = (subject and clause_of(top).lemma_.lower() in actor_words().lists["verbs.saying"]) or (
            top.dep_ == "pobj" and top.head.lower_ == "to" and top.head.head.lower_ == "according"
        )
        self.seen.append(
            Focus(
                token.i,
                self.layout.sentence[token.i],
                self.layout.paragraph[token.i],
                keys,
                _rank(top),
                _rank(described),
                subject,
                spoke,
                self.layout.quoted[token.i],
                ambiguous,
                aside,
            )
        )
        for key in keys:
            member = self.cast.members[key]
            party = self.cast.party_member_of(member) if member.party else None
            for counted in {key, party.key if party else key}:
                self.counts[counted] = self.counts.get(counted, 0) + 1

    def forget_part(self, token: Token, keys: tuple[str, ...]) -> None:
        """Drop "A and B" where the list of `keys` at `token` goes on with C: the two were not named as two."""
        here = self.layout.sentence[token.i]
        for n in range(len(self.seen) - 1, -1, -1):
            focus = self.seen[n]
            if focus.sentence != here or len(keys) < 3:
                return
            if focus.keys == keys[:-1]:
                del self.seen[n]
                return

    def recent(self, token: Token, reach: int) -> Iterable[Focus]:
        """What was mentioned before `token`, the last first, `reach` sentences back."""
        here = self.layout.sentence[token.i]
        for focus in reversed(self.seen[-MEMORY:]):
            if here - focus.sentence > reach:
                break
            yield focus

    # ---- one person or party -------------------------------------------------------------------------------------

    def weigh(
        self, token: Token, fits: Callable[[Member], float | None], reach: int, least_rank: float = -1.0
    ) -> dict[str, float]:
        """How likely those mentioned before are meant at `token`. `fits` says what speaks for a member beforehand, None
        for one that cannot be meant."""
        layout = self.layout
        here = layout.sentence[token.i]
        subject_here = first_of_coordination(token).dep_ in _SUBJECTS
        quoted_here = layout.quoted[token.i]
        speaks = _speaks(token)
        afterthought = speaks and _follows_content(token)
        commanding = _subjects_above(token)
        nearest = max(commanding, default=-1) if token.dep_ in _SUBJECTS | {"poss"} else -1
        beforehand: dict[str, float | None] = {}
        weights: dict[str, float] = {}
        last_speaker: str | None = None
        last_subject = -1
        for focus in self.recent(token, reach):
            if last_speaker is None and len(focus.keys) == 1 and not focus.quoted and focus.subject:
                someone = self.cast.members[focus.keys[0]].kind in {"person", "unnamed"}
                if focus.spoke:
                    last_speaker = focus.keys[0]
                elif someone and focus.later_rank >= 2.0 and here > focus.sentence:
                    last_speaker = ""  # another has acted since
            if last_speaker is None and here == focus.sentence and focus.rank == _AGENT and not focus.quoted:
                last_speaker = ""  # "was criticised by Eastwood, but he added"
            for key in focus.keys:
                if (len(focus.keys) > 1 and not focus.ambiguous) or focus.rank < least_rank:
                    continue
                if key not in beforehand:
                    beforehand[key] = fits(self.cast.members[key])
                if beforehand[key] is None:
                    continue
                distance = here - focus.sentence
                weight = _nearness(distance) + (focus.later_rank if distance else focus.rank)
                if subject_here and focus.subject:
                    weight += 0.8
                later = subject_here and token.tag_ == "PRP" and distance == 1 and last_subject in {-1, focus.token}
                if later and focus.subject and self.doc[focus.token].head.dep_ == "conj":
                    last_subject = focus.token
                    weight += _LAST_SUBJECT
                if distance == 0 and focus.token in commanding:
                    weight += 2.0 if focus.token == nearest else 1.0
                if distance == 0 and -focus.token in commanding:
                    weight += 3.2 - focus.rank
                if focus.quoted and not quoted_here:
                    weight -= 1.5
                elif focus.quoted and distance and focus.subject:
                    weight += _GOES_ON
                if focus.paragraph == layout.paragraph[token.i]:
                    weight += 0.5
                if focus.ambiguous:
                    weight -= 1.0
                if distance == 0 and focus.spoke and self._set_aside(focus) and not speaks:
                    weight -= 2.0  # "Kim had agreed, the diplomat said, when Lee asked him": who tells it is not in it
                if afterthought and distance == 0:
                    weight -= 3.0  # "Duterte was tired, he said": the one who said it stands further back
                weight += 0.002 * (focus.token - token.i) if distance == 0 else 0.0
                if weight > weights.get(key, -99.0):
                    weights[key] = weight
        for key in weights:
            weights[key] += (beforehand[key] or 0.0) + min(self.counts.get(key, 0), 6) * 0.08
        if last_speaker and last_speaker in weights and not quoted_here and speaks:
            weights[last_speaker] += 1.2
        return weights

    def _set_aside(self, focus: Focus) -> bool:
        """True for "the diplomat" of "…, the diplomat said, …", where he has no name."""
        members = [self.cast.members[key] for key in focus.keys]
        verb = clause_of(first_of_coordination(self.doc[focus.token]))
        after = verb.i + 1
        aside = after < len(self.doc) and self.doc[after].text in {",", ";"} and not focus.quoted
        return aside and all(member.kind == "unnamed" for member in members)

    def alone_before(self, token: Token, keys: set[str]) -> str | None:
        """The only one of `keys` that the sentence before, in the same paragraph, tells of."""
        here, paragraph = self.layout.sentence[token.i], self.layout.paragraph[token.i]
        near = [f for f in self.recent(token, 1) if f.sentence == here - 1 and f.paragraph == paragraph]
        told = {key for focus in near for key in focus.keys if key in keys}
        return told.pop() if len(told) == 1 else None

    def choose(self, weights: dict[str, float]) -> tuple[tuple[str, ...], bool]:
        """The best key; both of two equally good ones, marked ambiguous."""
        if not weights:
            return (), False
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < TIE:
            close = tuple(key for key, weight in ranked if ranked[0][1] - weight < TIE)
            return close, True
        return (ranked[0][0],), False


def _nearness(distance: int) -> float:
    """What the distance in sentences is worth."""
    near = (3.8, 2.0, 0.9, 0.2, -0.4)
    return near[distance] if distance < len(near) else -0.4 - 0.15 * (distance - len(near) + 1)


def _follows_content(token: Token) -> bool:
    """True for "he" in "…, he said"."""
    verb = clause_of(first_of_coordination(token))
    before = token.nbor(-1) if token.i else token
    if not before.is_punct or before.text == ";" or any(child.dep_ == "ccomp" for child in verb.rights):
        return False
    return any(child.dep_ == "ccomp" and child.i < token.i for child in verb.lefts)


def _described_beside(name: Token) -> Token:
    """The subject that a name is set beside ("One of them, Farhad Moini, had a photograph"): what follows is about
    him. Else the first of the names that `name` is joined to."""
    described = name.head
    alone = name.dep_ == "appos" and name.pos_ == "PROPN" and not any(child.dep_ == "conj" for child in name.rights)
    if alone and described.dep_ in _SUBJECTS and described.pos_ != "PROPN" and described.tag_ != "NNS":
        return described
    return first_of_coordination(name)


def _subjects_above(token: Token) -> set[int]:
    """Subjects of the clauses around `token`: "Momade" for "his" in "Momade said his men …".
    What "who" stands for is given as the negative of its token."""
    found: set[int] = set()
    verb = token
    for _ in range(8):
        above = clause_of(verb)
        if above == verb:
            break
        subject = subject_of(above)
        if subject is not None and subject.i < token.i:
            found.add(subject.i)
            if subject.tag_ == "WP" and above.dep_ == "relcl":  # "X, who said that he"
                found.add(-above.head.i)
        verb = above
    return found


def _rank(token: Token) -> float:
    """Grammatical salience: subjects over objects over the rest; main clauses over subordinate ones."""
    dep = token.dep_
    if dep in _SUBJECTS:
        verb = token.head
        if verb.dep_ in {"ROOT", "conj"}:
            return 2.0
        return 1.8 if verb.dep_ in {"ccomp", "parataxis"} else 1.5
    if dep == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according":
        return 2.0
    if _acts_next(token):
        return 2.0
    if dep in {"dobj", "dative"}:
        return 0.8
    if (
        dep in {"ROOT", "advcl"}
        and token.pos_ == "PROPN"
        and any(child.dep_ in {"acl", "relcl"} for child in token.rights)
    ):
        return 1.5  # a subject whose verb the parse has missed
    if dep in {"poss", "appos"}:
        return 0.5
    if dep == "pobj":
        if token.head.lower_ in {"on", "upon"} and token.head.head.lemma_ == "call":
            return 0.8  # whom one calls on to do something
        return 0.3 if token.head.dep_ != "agent" else _AGENT
    return 0.0


def _acts_next(name: Token) -> bool:
    """A name right before a verb that the parse gave no subject ("In Brussels the bloc's envoy, Ana Ruiz, had …")."""
    at = name.right_edge.i + 1
    if name.pos_ not in {"PROPN", "NOUN"} or at + 1 >= len(name.doc):
        return False
    verb = name.doc[at + 1] if name.doc[at].text == "," else name.doc[at]
    if verb.tag_ not in {"VBD", "VBZ"} or verb.dep_ != "ROOT":
        return False
    return not any(child.dep_ in _SUBJECTS or child.dep_ == "expl" for child in verb.children)


def _speaks(token: Token) -> bool:
    top = first_of_coordination(token)
    return top.dep_ in _SUBJECTS and clause_of(top).lemma_.lower() in actor_words().lists["verbs.saying"]
