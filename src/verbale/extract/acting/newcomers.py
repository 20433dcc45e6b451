"""Parties that a report doesn't name as such: the state whose town is bombed or visited, and names nobody has listed.

"arrived in Beijing for talks" names a town; who is visited is China. "Gondor expelled two envoys" names somebody that
neither the world data nor the pipeline's names know, and yet it acts. Both become actors only where an act has them.
"""

from dataclasses import dataclass, field

from verbale.extract.acting.lexicon import context_words, word_classes
from verbale.extract.actor_index import ActorIndex, index_of
from verbale.extract.reference.words import actor_words
from verbale.language.parse import Token
from verbale.model import Act, LocalActor, Mention, Report, span_of
from verbale.world import World

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "conj", "dative", "agent"})
# Words before a phrase that say nothing of who is meant.
_OPENERS = frozenset({"DT", "PDT", "WDT"})
_MAX_BEFORE = 6
_NAME_TAGS = frozenset({"NNP", "NNPS"})


@dataclass(slots=True)
class Newcomers:
    """The actors made while the acts of one report are read, by name."""

    index: ActorIndex
    world: World
    report: Report
    made: dict[str, LocalActor] = field(default_factory=dict)

    def find(self, key: str) -> LocalActor | None:
        return next((actor for actor in self.made.values() if actor.key == key), None)

    def state(self, name: str) -> str | None:
        """Key of the state called `name`, made where the report names only places in it; None where there is none."""
        for known in self.index.actors:
            if known.kind == "state" and known.name == name:
                return known.key
        if name not in self.made:
            ids = [i for i in self.world.by_form.get(name, ()) if self.world.entries[i].kind == "state"]
            if not ids:
                return None
            self.made[name] = LocalActor(self._key(), name, "state", world=ids[0])
        return self.made[name].key

    def named(self, token: Token) -> str | None:
        """Key of whom an unlisted name means: a proper noun in the place of one who acts or is acted on."""
        if not is_unlisted(token) or token.i in self.index.by_token:
            return None
        name = token.text
        if name not in self.made:
            made = self._key()
            mention = Mention(span_of(self.report.text, token.idx, token.idx + len(token)), token.i, "name", (made,))
            self.made[name] = LocalActor(made, name, "organisation", mentions=(mention,))
        return self.made[name].key

    def described(self, token: Token) -> str | None:
        """Key of whom a phrase without a name means: "rights groups", "the district", where it says enough."""
        if token.pos_ != "NOUN" or token.i in self.index.by_token or not _says_who(token):
            return None
        doc, text = token.doc, self.report.text
        first = max(token.left_edge.i, token.i - _MAX_BEFORE)
        while first < token.i and (doc[first].tag_ in _OPENERS or doc[first].is_punct or doc[first].is_space):
            first += 1
        start, end = doc[first].idx, token.idx + len(token)
        name = " ".join(text[start:end].split())
        if name not in self.made:
            made = self._key()
            mention = Mention(span_of(text, start, end), token.i, "description", (made,))
            self.made[name] = LocalActor(made, name, "unnamed", mentions=(mention,))
        return self.made[name].key

    def added_to(self, index: ActorIndex, acts: tuple[Act, ...]) -> ActorIndex:
        """`index` with those that `acts` name."""
        used = {key for act in acts for key in (*act.sources, *act.targets, *act.people)}
        added = tuple(actor for actor in self.made.values() if actor.key in used)
        if not added:
            return index
        by_token = dict(index.by_token)
        for actor in added:
            for mention in actor.mentions:
                by_token.setdefault(mention.head, mention)
        return index_of((*index.actors, *added), by_token, index.sides)

    def _key(self) -> str:
        return f"a{len(self.index.actors) + len(self.made) + 1}"


def _says_who(noun: Token) -> bool:
    """ "the district", "rights groups", "the miners' committee"; not "a man", "their leaders"."""
    if any(child.tag_ == "PRP$" for child in noun.lefts):
        return False
    telling = {"compound", "amod", "poss", "nmod"}
    return any(child.lower_ in {"the", "these", "those"} or child.dep_ in telling for child in noun.lefts)


def is_unlisted(token: Token) -> bool:
    """A proper noun that the pipeline has no label for, in an argument's place: not a weekday, a title, an initial."""
    if token.tag_ not in _NAME_TAGS or token.ent_type_ or token.dep_ not in _ARGUMENTS:
        return False
    if token.is_sent_start and _is_common_word(token.lower_):
        return False
    if len(token) < 4 or not token.text[0].isupper() or token.text.isupper():
        return False
    if token.lower_ in actor_words().roles:
        return False  # "the Prime Minister" of nobody knows where
    words = word_classes()
    if token.lower_ in words["deal"] | words["legal_text"] | words["meeting"]:
        return False  # "the Indus Waters Treaty"
    return token.dep_ != "compound" or token.head.pos_ == "NOUN"


def _is_common_word(word: str) -> bool:
    """A word of the lexicon that a sentence opens with ("Crowds", "Snow") is no name, though tagged as one."""
    forms = {word, word.removesuffix("s")}
    listed = (*word_classes().values(), *context_words().values())
    return any(forms & words for words in listed)
