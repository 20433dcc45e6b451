"""Whom a pronoun cannot mean: the subject of its own verb, who speaks, who asks, who is described with it."""

from collections.abc import Iterator
from itertools import islice

from verbale.extract.reference.cast import Member
from verbale.extract.reference.layout import clause_of, doer_of, subject_of
from verbale.extract.reference.person_names import person_name
from verbale.extract.reference.salience import PRONOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.titles import role_class
from verbale.language.parse import Token

SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
# So many words of what somebody says are searched for names.
_LONGEST_SAID = 80


def excluded(scene: Scene, token: Token) -> set[str]:
    """Whom the pronoun cannot mean: the subject of the verb whose object it is (it would be "himself"), the speaker of
    the quote that it stands in, and who reacts to "his" words."""
    out = _described_by(scene, token)
    verb = clause_of(token)
    if (
        token.tag_ == "PRP"
        and token.dep_ in {"dobj", "dative", "pobj"}
        and not token.lower_.endswith(("self", "selves"))
    ):
        within = verb.dep_ == "pcomp"  # "insisted on defending him"
        subject = doer_of(verb) or (doer_of(clause_of(verb)) if within else None)
        if subject is not None and subject.i != token.i:
            out |= may_be(scene, subject)
    elif (
        token.tag_ == "PRP$" and token.i > verb.i and token.head.dep_ in {"dobj", "pobj"} and not role_class(token.head)
    ):
        subject = subject_of(verb) if verb.lemma_.lower() in scene.words.lists["verbs.reaction"] else None
        if subject is not None:
            out |= may_be(scene, subject)
    out |= _spokespeople(scene, token) | _in_question(scene, token) | _named_in_words(scene, token)
    if scene.layout.quoted[token.i]:
        for _ in range(12):
            if not scene.layout.quoted[verb.i] or verb.head == verb:
                break
            verb = clause_of(verb)
        subject = subject_of(verb) if not scene.layout.quoted[verb.i] else None
        if subject is not None:
            out |= may_be(scene, subject) or _meant_after(scene, subject) or _unnamed(scene, subject)
        elif scene.layout.quoted[verb.i]:
            out |= _who_goes_on(scene, token)
    return out


def _unnamed(scene: Scene, subject: Token) -> set[str]:
    """Those without a name, where "the official" behind a quote is one of them, whatever he was called before."""
    if subject.tag_ != "NN" or not role_class(subject):
        return set()
    return {key for key, member in scene.cast.members.items() if member.kind == "unnamed"}


def _who_goes_on(scene: Scene, token: Token) -> set[str]:
    """Who spoke last, where a sentence is his from end to end: “…,” said X. “He was late.”"""
    here = scene.layout.paragraph[token.i]
    for focus in scene.discourse.recent(token, 2):
        if focus.paragraph != here:
            break
        if focus.spoke and not focus.quoted:
            return set(focus.keys)
    return set()


def _in_question(scene: Scene, token: Token) -> set[str]:
    """Whom "Asked whether the president had called, he said" asks about: who answers is another."""
    verb = clause_of(token)
    if token.dep_ != "nsubj":
        return set()
    asked = [c for c in verb.lefts if c.lemma_ == "ask" and c.tag_ == "VBN" and c.i < token.i]
    inside = (part for question in asked for part in question.subtree if part.pos_ != "PRON")
    return {key for part in inside for key in scene.keys_at(part)}


def _named_in_words(scene: Scene, token: Token) -> set[str]:
    """Whom "he" names in what he says: "“I asked Dr Okello,” she says", "a vote run by Sarkisian, he argued"."""
    verb = clause_of(token)
    if token.dep_ != "nsubj" or verb.lemma_.lower() not in scene.words.lists["verbs.saying"]:
        return set()
    said = [child for child in verb.children if child.dep_ == "ccomp"]
    last = token.sent.end
    colons = [other.i for other in scene.doc[token.sent.start : token.i] if other.text in {":", ";"}]
    first = colons[-1] + 1 if colons else token.sent.start  # "An engineer, Ana Ruiz, disagreed: they knew, she argued"
    words = {part.i for clause in said for part in islice(clause.subtree, _LONGEST_SAID) if part.i >= first}
    if not scene.layout.quoted[token.i]:
        words |= {i for i in range(first, last) if scene.layout.quoted[i]}
    return {key for i in words for key in _may_be_named(scene, i)}


def told_of(scene: Scene, token: Token) -> set[str]:
    """Whom a quote is said of: "“He came for the air,” the spokesman said of Kotzias"."""
    verb = token
    for _ in range(12):
        verb = clause_of(verb)
        if not scene.layout.quoted[verb.i] or verb.head == verb:
            break
    if not scene.layout.quoted[token.i] or scene.layout.quoted[verb.i]:
        return set()
    of = (c for c in verb.rights if c.dep_ == "prep" and c.lower_ in {"of", "about"})
    nouns = (noun for c in of for noun in c.rights if noun.dep_ == "pobj")
    return {key for noun in nouns for key in may_be(scene, noun)}


def _meant_after(scene: Scene, subject: Token) -> set[str]:
    """Whom the "he" behind a quote means that has not had its turn: "“She is an optimist,” he said"."""
    gender = SINGULAR.get(subject.lower_)
    if gender is None:
        return set()

    def fits(member: Member) -> float | None:
        return 0.0 if member.kind == "person" and (member.gender or member.pronoun) in {"", gender} else None

    keys, ambiguous = scene.discourse.choose(scene.discourse.weigh(subject, fits, PRONOUN_REACH))
    return set() if ambiguous else set(keys)


def _described_by(scene: Scene, token: Token) -> set[str]:
    """Who is described with the pronoun: "a person in her ministry" is not "her", nor is X in "X, her colleague", nor
    "whom he met" he."""
    out: set[str] = set()
    noun = token
    for _ in range(6):
        if noun == token.head and noun.dep_ == "appos":
            out |= may_be(scene, noun.head)
        if noun == token.head:
            out |= {key for child in noun.rights if child.dep_ == "appos" for key in may_be(scene, child)}
        above = noun.head
        who = next((child.dep_ for child in above.lefts if child.tag_ == "WP"), "") if above.dep_ == "relcl" else ""
        if who == "dobj" or (who == "nsubj" and above.lemma_ == "be" and noun.dep_ == "attr"):
            out |= set(scene.keys_at(above.head))
        noun = above
        if noun.pos_ in {"VERB", "AUX"} or noun == noun.head:
            break
        mention = scene.by_token.get(noun.i)
        if mention is not None and mention.head == noun.i and mention.form == "description":
            out |= set(mention.actors)
    return out


def _spokespeople(scene: Scene, token: Token) -> set[str]:
    """Of "his spokesman said that he would come": the spokesman, who speaks of the one he speaks for."""
    for verb in clauses_around(token):
        subject = subject_of(verb)
        if subject is None or subject.i >= token.i or not _speaks_for_another(scene, subject):
            continue
        if token.dep_ in {"dobj", "pobj", "dative"}:
            return set(scene.keys_at(subject))
        owner = next((child for child in subject.lefts if child.dep_ == "poss"), None)
        owners = scene.keys_at(owner) if owner is not None else ()
        if any(scene.cast.members[key].kind == "person" for key in owners):
            return set(scene.keys_at(subject))
    return set()


def _speaks_for_another(scene: Scene, subject: Token) -> bool:
    """True for "his spokesman" and for "spokesman X"."""
    called = [subject.lemma_.lower(), *(w for k in scene.keys_at(subject) for w in scene.cast.members[k].role_words)]
    return any(word.startswith("spokes") for word in called)


def may_be(scene: Scene, token: Token) -> set[str]:
    """Whom a subject means, also where it stands behind the pronoun and has not had its turn; with a name beside it
    ("Bolivia's, Daniel Salamanca, refused him")."""
    keys = set(scene.keys_at(token))
    keys |= {key for child in token.rights if child.dep_ == "appos" for key in scene.keys_at(child)}
    return keys or _may_be_named(scene, token.i)


def _may_be_named(scene: Scene, i: int) -> set[str]:
    """Whom the person's name at token `i` may mean, whether or not it has had its turn."""
    name = scene.name_at(i)
    if name is None or name.kind != "person":
        return set()
    fitting = scene.cast.people_fitting(person_name(scene.text(name.start, name.end)))
    return {member.key for _, member in fitting}


def clauses_around(token: Token) -> Iterator[Token]:
    """The clause of `token` and those that it is in, the smallest first."""
    verb = token
    for _ in range(8):
        above = clause_of(verb)
        if above == verb:
            return
        yield above
        verb = above


def who_tells(scene: Scene, noun: Token) -> set[str]:
    """Who tells of `noun`, and so is not meant by it: "he added that India's foreign minister had agreed" (Principle
    C, as in `attribution.binding`)."""
    found: set[str] = set()
    verb = clause_of(noun)
    while verb.dep_ == "ccomp" and verb.head != verb:
        verb = verb.head
        subject = doer_of(verb)
        if subject is not None and subject.i != noun.i:
            found |= set(scene.keys_at(subject))
    return found
