"""What can be seen of an ask, and of a clause that may answer it: where it stands and who tells it, how its verbs
stand, its words and what they lean to, what it has in common with what was asked, and how the text goes on. The model
of `weighing` weighs these signs; each is a short name."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files

from verbale.extract.acting.clause import Clause, verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.asking.book import Ask, Book, takes_up_which
from verbale.extract.asking.deeds import content_head
from verbale.extract.asking.entering import Voices
from verbale.extract.asking.nearby import Nearby, predicates, who_does
from verbale.extract.asking.said import spoken_words
from verbale.extract.asking.subjects import words_of
from verbale.extract.asking.words import ask_words, keys_of
from verbale.language.parse import Span, Token

_VERBS = frozenset({"VERB", "AUX"})
_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM", "ADV", "INTJ"})
_NAMING = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})
_NAMES = frozenset({"GPE", "PERSON", "NORP", "DATE", "ORG", "LOC"})
# Words too common to tell that two clauses are about one thing.
_EMPTY = frozenset({"be", "have", "do", "say"})


class Signs:
    """Reads the signs around the asks of one report."""

    def __init__(self, book: Book, voices: Voices) -> None:
        self.book = book
        self.voices = voices
        self._kinds: dict[int, tuple[str, ...]] = {}
        self._named: dict[str, frozenset[str]] = {}

    def of_ask(self, ask: Ask) -> list[str]:
        """Signs of the ask itself, by which it is left open or not."""
        act, verb = self.book.acts[ask.act.id], ask.token
        found = ["bias", f"what:{act.what}", f"pos:{verb.pos_}", f"lemma:{lemma(verb)}", f"tag:{verb.tag_}"]
        found += ["to" if act.targets else "to nobody", "from" if act.sources else "from nobody"]
        if verb.dep_ in {"ccomp", "xcomp", "advcl", "relcl", "acl"}:
            found.append(f"dep:{verb.dep_}")
        found += [f"aux:{child.lower_}" for child in verb.lefts if child.dep_ in {"aux", "auxpass", "neg"}]
        found += [f"adv:{child.lower_}" for child in verb.children if child.dep_ == "advmod"]
        head = content_head(self.book, ask)
        if head is not None:
            found += [f"head:{head.pos_}", *(f"deed:{deed}" for deed in ask_words().deeds_of(keys_of(head)))]
        sentence = self.book.scene.doc.sents[ask.sentence]
        found += ["quote"] * any(token.is_quote for token in sentence)
        found += ["ends paragraph"] * self._ends_paragraph(sentence)
        found += [f"turn:{token.lower_}" for token in sentence if token.i > verb.i and _turns(token)]
        return _once([*found, *self._other_asks(ask)])

    def of_clause(self, ask: Ask, one: Nearby) -> list[str]:
        """Signs of a clause near `ask`, by which it answers it."""
        head = one.head
        clause = verb_clause(head) if head.pos_ in _VERBS else Clause(head)
        who = who_does(self.book, self.voices, ask, clause.subjects)
        at = self._place(ask, head)
        found = ["bias", at, f"who:{who}", f"{at}|{who}", f"dep:{head.dep_}", f"nth:{min(one.place, 5)}"]
        found += ["passive", f"passive|{who}"] * clause.passive
        found += ["which"] * takes_up_which(head)
        found += self._verbs(ask, head, who)
        found += self._words(one, who)
        found += self._shared(ask, one, who)
        found += self._near_asks(ask, head)
        found += self._around(ask, one)
        return _once(found)

    def _ends_paragraph(self, sentence: Span) -> bool:
        after = self.book.scene.report.text[sentence.end_char : sentence.end_char + 2]
        return "\n" in after or not after

    def _other_asks(self, ask: Ask) -> Iterator[str]:
        for one in self.book.asks():
            if one.token is ask.token:
                if one.act.id != ask.act.id:
                    yield "several at once"
            elif one.sentence == ask.sentence:
                yield "other here"
            elif one.sentence - ask.sentence in (1, 2):
                yield "other soon"

    def _place(self, ask: Ask, head: Token) -> str:
        far = self.book.sentence_of[head.i] - ask.sentence
        if not far:
            return "at:0" if head.i > ask.token.i else "at:-0"
        broken = "\n" in self.book.scene.report.text[ask.token.idx : head.idx].strip()
        return f"at:{far}{'p' if broken else ''}"

    def _verbs(self, ask: Ask, head: Token, who: str) -> Iterator[str]:
        """How the predicates of the clause stand, and what they have to do with the deed that was asked for."""
        words = ask_words()
        asked = content_head(self.book, ask)
        deeds = words.deeds_of(keys_of(asked)) if asked is not None else frozenset()
        contrary = {word for deed in deeds for word in words.undoing.get(deed, frozenset())}
        for depth, verb in enumerate(predicates(head)):
            inner = "in " if depth else ""
            no = "not " if _is_denied(verb) else ""
            keys = keys_of(verb)
            yield f"{inner}tag:{verb.tag_}"
            if no:
                yield from (f"{inner}not", f"{inner}not|{who}")
            for kind in self._leanings(verb):
                yield from (f"k:{no}{kind}", f"k:{no}{kind}|{who}")
            for child in verb.children:
                if child.tag_ == "MD":
                    yield f"h:{child.lower_}"
                elif child.dep_ in {"mark", "cc"}:
                    yield f"mark:{child.lower_}"
            if deeds & words.deeds_of(keys):
                yield from (f"{no}same deed", f"{no}same deed|{who}", f"{inner}{no}same deed")
            if keys & contrary:
                yield from (f"{no}undone", f"{no}undone|{who}")
            if asked is not None and lemma(asked) == lemma(verb) and lemma(verb) not in _EMPTY:
                yield from (f"{no}same verb", f"{no}same verb|{who}")
        if head.dep_ == "conj":
            yield from (f"mark:{child.lower_}" for child in head.head.rights if child.dep_ == "cc")

    def _words(self, one: Nearby, who: str) -> Iterator[str]:
        negative = any(map(_denies, one.words))
        if negative:
            yield from ("negative", f"negative|{who}")
        for token in one.words:
            if token.is_punct or token.is_space:
                continue
            for kind in self._leanings(token):
                yield f"kw:{kind}"
                if negative:
                    yield f"kwn:{kind}"
            if token.pos_ in _CONTENT and token.ent_type_ not in _NAMES:
                yield f"w:{lemma(token)}"
        if any(token.is_quote for token in one.words):
            yield "quote"
        if any(token.text == "?" for token in one.words):
            yield "?"
        if any(token.like_num for token in one.words):
            yield "number"
        if self._ends_paragraph(one.head.sent):
            yield "ends paragraph"

    def _shared(self, ask: Ask, one: Nearby, who: str) -> Iterator[str]:
        """How many words the clause has in common with what was asked."""
        asked = self._naming(ask)
        here = {lemma(token) for token in one.words if token.pos_ in _NAMING} - _EMPTY
        mine = len(asked & here)
        yield from (f"shared:{min(mine, 3)}", f"shared:{min(mine, 3)}|{who}")

    def _naming(self, ask: Ask) -> frozenset[str]:
        """The words that tell what is asked."""
        if ask.act.id not in self._named:
            words: Iterable[Token] = words_of(self.book, self.book.acts[ask.act.id]) or ()
            self._named[ask.act.id] = frozenset(lemma(token) for token in words if token.pos_ in _NAMING) - _EMPTY
        return self._named[ask.act.id]

    def _near_asks(self, ask: Ask, head: Token) -> Iterator[str]:
        here = self.book.sentence_of[head.i]
        for other in self.book.asks():
            if ask.token.i < other.token.i < head.i:
                yield "ask between"
            if other.token.i > ask.token.i and other.sentence == here:
                yield "ask here"

    def _around(self, ask: Ask, one: Nearby) -> Iterator[str]:
        """What else stands in the sentence, and how the sentences beside it turn."""
        doc, sentence = self.book.scene.doc, one.head.sent
        mine = {token.i for token in one.words}
        for token in sentence:
            if token.i > ask.token.i and token.i not in mine:
                yield from (f"beside:{kind}" for kind in self._leanings(token))
                if _turns(token):
                    yield f"turn:{token.lower_}"
        if sentence.end < len(doc):
            following = doc[sentence.end].sent
            yield f"next:{following[0].lower_}"
            yield from (f"next turn:{token.lower_}" for token in following if _turns(token))
        if sentence.start:
            before = doc[sentence.start - 1].sent
            yield from (f"last turn:{token.lower_}" for token in before if _turns(token))

    def _leanings(self, word: Token) -> tuple[str, ...]:
        found = self._kinds.get(word.i)
        if found is None:
            known = leanings()
            keys = sorted(keys_of(word) | {word.lower_})
            found = self._kinds[word.i] = tuple(kind for key in keys for kind in known.get(key, ()))
        return found


@lru_cache(maxsize=1)
def leanings() -> dict[str, tuple[str, ...]]:
    """The classes of `data/answer_leanings.tsv` by word."""
    found: dict[str, tuple[str, ...]] = {}
    lines = files("verbale.extract").joinpath("data/answer_leanings.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            kind, words = line.split("\t")
            for word in words.split():
                found[word] = (*found.get(word, ()), kind)
    return found


def _is_denied(verb: Token) -> bool:
    """ "does not", "nobody will", "has no plans", "is nothing"."""
    if any(child.dep_ == "neg" or child.lower_ in {"never", "no"} for child in verb.children):
        return True
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    things = [child for child in verb.rights if child.dep_ in {"dobj", "attr", "acomp"}]
    return any(_is_negative(word) for word in ([subject, *things] if subject is not None else things))


def _is_negative(word: Token) -> bool:
    return _denies(word) or any(map(_denies, word.children))


def _denies(word: Token) -> bool:
    return word.lower_ in spoken_words()["negations"]


def _turns(word: Token) -> bool:
    return word.lower_ in spoken_words()["turns"]


def _once(found: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(found))
