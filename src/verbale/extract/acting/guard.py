"""Which triggers are worth an act: not sport, markets, fiction or weather; not the bare mention of an event."""

from functools import lru_cache
from itertools import islice

from verbale.extract.acting.agents import is_agent
from verbale.extract.acting.answers import reply_to
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words, word_classes
from verbale.extract.acting.phrases import objects_of, top_of
from verbale.extract.acting.politics import is_signing_of_named_paper, meets
from verbale.extract.acting.private import is_private_matter
from verbale.extract.acting.roles import Roles
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.trigger import Trigger, is_due, told_in
from verbale.language.parse import Token, once_a_word

# Before this year, what a sentence tells is history, not news of a negotiation.
FIRST_YEAR = 1945
# As long ago as this, deeds of war are history.
_AN_AGE = 25
# Names that contain a guard word and yet are politics ("the World Cup" is sport, "the Storm Shadow missile" is not).
_DOMAINS = ("guard.sport", "guard.market", "guard.culture", "guard.weather", "guard.private")
_CONTENT = frozenset({"NOUN", "VERB", "PROPN"})
# Told even where nobody is named on either side: "two mayors were shot", "riots broke out".
_NAMELESS = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "SANCTION"})
# So many words of markets and matches are what a protest is about, behind these.
_PRICES = 2
_AGAINST = frozenset({"against", "over", "outside"})
# Deeds that nobody does are none.
_DEEDS = frozenset({"RETREAT", "AID", "COOPERATE", "CONCEDE", "SUPPORT", "MOBILIZE", "SANCTION"})
_STRONG = frozenset({"REQUEST", "REJECT", "ACCUSE", "SANCTION", "THREATEN", "CONSULT", "CONCEDE", "SUPPORT", "AGREE"})


def is_worth_telling(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """False for what no reader would count as an act of politics."""
    sentence = trigger.token.sent
    if _is_history(sentence[0]) or _is_long_ago(scene, trigger) or is_private_matter(scene, trigger, roles):
        return False
    if trigger.frame.type == "CONSULT" and _is_contest(trigger):
        return False
    states = len({key for key in (*roles.sources, *roles.targets) if scene.is_political(key)})
    if trigger.frame.type == "ASSAULT" and any(
        lemma(token) in word_classes()["accident"] for token in trigger.clause.subjects
    ):
        return False
    if any(_is_weather(token) for token in trigger.clause.subjects) or _is_anybodys(trigger, roles):
        return False
    if trigger.frame.type == "REQUEST" and trigger.clause.negated and not roles.sources:
        return False  # "Iran, which was not invited"
    if _is_absent(trigger) or _is_in_question(trigger) or _is_public(trigger) or _is_opinion(scene, trigger, roles):
        return False
    if (
        lemma(trigger.token) == "warn"
        and not scene.is_on_talks
        and not any(scene.is_political(key) for key in roles.sources)
    ):
        return False  # "most hospitals lack drugs, a unionist warns": nobody threatens
    if trigger.frame.type == "CONSULT" and trigger.token.pos_ == "VERB" and not roles.sources:
        if scene.is_on_talks:
            return any(is_agent(scene, token) for token in trigger.clause.subjects)
        if meets(scene, trigger) and scene.is_of_negotiation:
            return _is_placed_or_dated(scene, trigger)
        return False  # "was briefed on the plan": nobody is said to have talked
    if _heads_a_list(trigger) or _is_of_paper(trigger) or _is_news_of_others(scene, trigger, roles):
        return False
    foreign = _foreign_words(scene, trigger)
    if foreign and not _stays(trigger, states, foreign, scene.is_of_negotiation):
        return False
    if trigger.token.pos_ in {"NOUN", "PROPN"} and trigger.frame.type == "CONSULT":
        return _is_told(scene, trigger, roles)
    if trigger.frame.type == "CONSULT" and trigger.frame.targets == () and not roles.sources:
        return False
    if trigger.frame.type == "REQUEST" and trigger.token.pos_ == "NOUN":
        return bool(roles.sources) or _answered(trigger) or reply_to(scene, trigger.token) is not None
    if is_signing_of_named_paper(scene, trigger):
        return True
    if not roles.sources and trigger.clause.passive and trigger.frame.type in {"AGREE", "SUPPORT"}:
        definite = any(c.lower_ in {"the", "this"} for noun in trigger.clause.objects for c in noun.lefts)
        if definite and scene.is_of_negotiation:
            return True  # "the deal was extended for 60 days": by those who negotiate
    if scene.is_on_talks and trigger.token.pos_ == "VERB" and trigger.clause.passive and trigger.clause.objects:
        return True  # "two working groups were agreed", "the request was turned down"
    clause = trigger.clause
    told = roles.sources or clause.subjects or clause.passive or clause.preps.get("by")
    if trigger.token.pos_ == "VERB" and trigger.frame.type in _DEEDS and not told:
        return False  # "an accord to repatriate the remains": nobody does it
    return bool(roles.sources or roles.targets or trigger.clause.subjects or trigger.frame.type in _NAMELESS)


def _is_anybodys(trigger: Trigger, roles: Roles) -> bool:
    """ "It is easy to blame Egypt": nobody in particular does it."""
    token = trigger.token
    if roles.sources or token.tag_ != "VB" or not any(child.tag_ == "TO" for child in token.lefts):
        return False
    subjects = trigger.clause.subjects
    return bool(subjects) and all(subject.lower_ == "it" for subject in subjects)


def _is_absent(trigger: Trigger) -> bool:
    """ "no attacks on ships", "parted without signing a deal": what is only said not to be there."""
    token = trigger.token
    if token.pos_ == "NOUN":
        return trigger.clause.negated and trigger.clause.carrier is None and trigger.frame.type != "CONSULT"
    return token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ == "without"


def _is_placed_or_dated(scene: Scene, trigger: Trigger) -> bool:
    sentence = trigger.token.sent
    if any(sentence.start_char <= time.span.start < sentence.end_char for time in scene.times):
        return True
    return any(scene.is_place(noun) for word in ("in", "at") for noun in trigger.clause.preps.get(word, []))


def _is_in_question(trigger: Trigger) -> bool:
    """ "Do you support a change?", "Will Oslo sign?": asked, not told."""
    sentence = trigger.token.sent
    if not any(token.text == "?" for token in sentence[-3:]):
        return False
    asked = told_in(trigger)
    for _ in range(4):
        if asked.dep_ == "ROOT":
            return True
        if asked.dep_ not in {"conj", "xcomp", "ccomp"}:
            return False
        asked = asked.head
    return False


def _is_public(trigger: Trigger) -> bool:
    """ "held a news conference", "met with Czech media"."""
    if trigger.frame.type != "CONSULT":
        return False
    words = word_classes()
    if trigger.token.pos_ != "VERB":
        return any(lemma(child) in words["public_event"] for child in trigger.token.lefts)
    partners = [*trigger.clause.objects, *(t for word in ("with", "to") for t in trigger.clause.preps.get(word, []))]
    return bool(partners) and all(lemma(partner) in words["public_hearer"] for partner in partners)


def _is_opinion(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """ "A scholar agreed that the debate would change nothing": somebody without a party thinks so too."""
    verb = trigger.clause.complement
    if trigger.frame.type != "AGREE" or verb is None or verb.dep_ != "ccomp":
        return False
    return all(scene.kind(key) in {"person", "unnamed"} for key in roles.sources)


def _heads_a_list(trigger: Trigger) -> bool:
    """ "Under the accord, the parties agreed to:": what follows are the provisions of an agreement told elsewhere."""
    token = trigger.token
    following = [t for t in token.doc[token.i + 1 : token.i + 4] if not t.is_space]
    words = "".join(t.lower_ for t in following)
    return trigger.frame.type == "AGREE" and (words.startswith(("to:", ":", "on:")) or words == "to")


def _is_of_paper(trigger: Trigger) -> bool:
    """ "a British draft to send monitors": what a paper would have done is no deed."""
    token = trigger.token
    infinitive = token.tag_ == "VB" and any(child.tag_ == "TO" for child in token.lefts)
    first = token.left_edge
    before = first.nbor(-1) if infinitive and first.i > 0 else None
    return before is not None and before.pos_ == "NOUN" and lemma(before) in word_classes()["paper"]


def _is_news_of_others(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """ "The U.N. envoy announced the truce": a mediator's news is not the mediator's deed."""
    if lemma(trigger.token) != "announce" or trigger.frame.type not in {"AGREE", "CONCEDE"}:
        return False
    definite = any(c.lower_ == "the" for noun in trigger.clause.objects for c in noun.lefts)
    return definite and not any(scene.kind(key) in {"state", "group"} for key in roles.sources)


def _is_weather(token: Token) -> bool:
    """ "a cold front from Russia"."""
    words = word_classes()
    return lemma(token) in words["weather_thing"] and any(lemma(c) in words["weather_kind"] for c in token.lefts)


def _is_contest(trigger: Trigger) -> bool:
    """ "Japan and Korea meet in the final": teams, unless it is said that officials meet."""
    if any(lemma(token) in word_classes()["leading_person"] - {"team"} for token in trigger.clause.subjects):
        return False
    if trigger.token.tag_ == "VBP" and _is_team(trigger.clause.subjects):
        return True
    near = [token for word in ("in", "at", "for") for token in trigger.clause.preps.get(word, [])]
    return any(lemma(token) in word_classes()["contest"] for token in near)


def _is_team(subjects: list[Token]) -> bool:
    """ "Portugal meet Uruguay": one country that takes a plural verb is its team."""
    alone = len(subjects) == 1 and not any(child.dep_ == "conj" for child in subjects[0].rights)
    return alone and subjects[0].ent_type_ == "GPE" and subjects[0].tag_ == "NNP" and subjects[0].dep_ != "conj"


def _stays(trigger: Trigger, states: int, foreign: int, of_negotiation: bool) -> bool:
    """Politics all the same: acts of diplomacy between two parties, or by one in news of a negotiation."""
    if trigger.frame.type == "PROTEST" and foreign <= _PRICES and trigger.clause.preps.keys() & _AGAINST:
        return True  # "students rallied against price rises"
    if trigger.frame.type in _STRONG:
        return states >= 2 or (states == 1 and foreign == 1 and of_negotiation)
    return states >= 2 and foreign <= 2


def _answered(trigger: Trigger) -> bool:
    words = context_words()
    verb = told_in(trigger)
    return lemma(verb) in words["answers.refused"] | words["answers.accepted"] | words["answers.none"]


def _is_told(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """A meeting told by a noun: carried by a verb, or with parties, a place or an outcome that make it one event."""
    if trigger.clause.carrier is not None:
        summit = lemma(trigger.token) == "summit" or scene.is_of_negotiation or _is_of_sides(trigger.token)
        if scene.is_on_talks and any(is_agent(scene, token) for token in trigger.clause.subjects):
            return True
        return bool(roles.sources) or (summit and _is_placed_or_dated(scene, trigger))
    words = context_words()
    verb = told_in(trigger)
    main = (
        top_of(trigger.token).dep_ in {"nsubj", "nsubjpass"}
        and lemma(verb) in words["carry.as_subject"] | words["carry.cancel"] | words["carry.as_object"]
    )
    placed = any(scene.is_place(c) for c in trigger.token.children if c.dep_ in {"compound", "nmod"}) or any(
        scene.is_place(t) for word in ("in", "at") for t in trigger.clause.preps.get(word, [])
    )
    if main:  # "talks broke down in Oslo in May"
        placed = placed or any(
            scene.is_place(noun) for c in verb.rights if c.lower_ in {"in", "at"} for noun in objects_of(c)
        )
    main = main or is_due(trigger)
    if "visit" in trigger.frame.modes and roles.sources:  # "said during his visit to Lima"
        return bool(roles.targets) or any(scene.is_place(noun) for noun in trigger.clause.preps.get("to", []))
    off = lemma(verb) in {"call", "put"} and any(child.lower_ == "off" for child in verb.children)
    main = main or (off and trigger.token.dep_ in {"nsubjpass", "dobj"})
    if main:
        definite = any(c.lower_ in {"the", "their", "these", "those", "this", "that"} for c in trigger.token.children)
        dated = lemma(trigger.token) in word_classes()["talks"] and scene.is_of_negotiation
        definite = definite or _is_one_more(scene, trigger.token)
        return bool(roles.sources) or placed or definite or dated or lemma(verb) in words["carry.cancel"]
    if scene.is_on_talks and _is_measured(trigger.token):
        return True  # "after two days of meetings"
    vague = trigger.token.tag_ == "NNS" and lemma(trigger.token) not in {
        "talk",
        "negotiation",
        "consultation",
        "discussion",
    }
    if vague and not placed:
        return False
    if lemma(trigger.token) == "summit" and (placed or len(roles.sources) > 1):
        return True
    held = placed and scene.is_of_negotiation and lemma(trigger.token) in word_classes()["talks"]
    if held and (_is_measured(trigger.token) or _is_dated(scene, trigger)):
        return True  # "after five days of talks in Oslo", "last week's talks in Oslo, meant to end the war"
    return len({*roles.sources, *roles.targets}) > 1 or (bool(roles.sources) and placed)


def _is_one_more(scene: Scene, noun: Token) -> bool:
    """ "a further meeting is planned for July": of those that the report is on."""
    return scene.is_on_talks and any(lemma(child) in word_classes()["which_round"] for child in noun.lefts)


def _is_measured(noun: Token) -> bool:
    """So long as that they lasted, though nobody is named."""
    of = noun.head
    return noun.dep_ == "pobj" and of.lower_ == "of" and lemma(of.head) in word_classes()["lapse"]


def _is_of_sides(talks: Token) -> bool:
    """ "the six-party talks", "four-way negotiations"."""
    sides = word_classes()["sides_of_talks"]
    return any(child.lower_ in sides and child.nbor(-1).text == "-" for child in talks.lefts if child.i > 0)


def _is_dated(scene: Scene, trigger: Trigger) -> bool:
    """A time stands in the noun's own phrase."""
    first, last = trigger.token.left_edge.idx, trigger.token.right_edge.idx
    return any(first <= time.span.start <= last for time in scene.times)


@once_a_word
def _is_history(first: Token) -> bool:
    """The sentence that begins with `first` tells of another age."""
    sentence = first.sent
    years = [int(token.text) for token in sentence if token.shape_ == "dddd" and 1000 < int(token.text) < 2100]
    ancient = any(token.text in {"BC", "B.C.", "BCE"} or token.lower_ in word_classes()["bygone"] for token in sentence)
    ancient |= any(token.pos_ == "PROPN" and token.lower_ in word_classes()["realm_of_old"] for token in sentence)
    return ancient or (bool(years) and max(years) < FIRST_YEAR)


def _is_long_ago(scene: Scene, trigger: Trigger) -> bool:
    """ "the remains of troops killed in the war of 1950-53": a war of another age, told beside the news."""
    published = scene.report.published.time
    token = trigger.token
    if trigger.frame.type not in _NAMELESS or token.dep_ not in {"acl", "relcl"} or published is None:
        return False
    years = [int(part.text) for part in islice(token.subtree, 40) if part.shape_ == "dddd" and part.text[0] in "12"]
    day = published.latest
    return bool(years) and day is not None and max(years) < day.year - _AN_AGE


def _foreign_words(scene: Scene, trigger: Trigger) -> int:
    words = context_words()
    listed = _foreign(scene.is_on_talks)
    agents = trigger.clause.subjects or [*trigger.clause.owners, *trigger.clause.preps.get("by", [])]
    if any(_is_government(scene, token) or _stands_for_state(scene, token) for token in agents):
        listed -= words["guard.weak"]
    own = {trigger.token.i}
    if trigger.frame.type == "PROTEST":  # "held a rally"
        own.update(token.i for token in trigger.clause.objects)
    sport = any(lemma(token) in context_words()["guard.sport"] for token in trigger.clause.subjects)
    if trigger.frame.consumes and not sport:  # an ask about a match is politics
        told = [child for token in trigger.clause.objects for child in token.children if child.dep_ == "acl"]
        told += [trigger.clause.complement] if trigger.clause.complement is not None else []
        own.update(token.i for head in told for token in head.subtree)
    return sum(1 for token in trigger.token.sent if token.i not in own and _is_listed(token, listed))


@lru_cache(maxsize=2)
def _foreign(on_talks: bool) -> frozenset[str]:
    """Words of other fields; where talks are the news, firms and shares are what is talked about."""
    domains = _DOMAINS[:1] if on_talks else _DOMAINS
    return frozenset().union(*(context_words()[domain] for domain in domains))


def _is_government(scene: Scene, token: Token) -> bool:
    """A state, body or movement by its own name, or its government, parliament, leader, army …"""
    if token.pos_ == "PROPN" and token.ent_type_ != "PERSON":
        return any(scene.is_political(key) for key in scene.own(token))
    if lemma(token) in context_words()["guard.sport"]:  # "the US women's team", but not "Machar's team"
        return _negotiates(token) and any(scene.is_political(key) for key in scene.actors(token))
    words = word_classes()
    if lemma(token) in words["always_political"] | words["armed_subject"] | words["force_act"]:
        return True
    return lemma(token) in word_classes()["official"] and any(scene.is_political(key) for key in scene.actors(token))


def _stands_for_state(scene: Scene, token: Token) -> bool:
    """A person by name whose state or movement the report tells."""
    keys = scene.actors(token) if token.ent_type_ == "PERSON" else ()
    return any(scene.party(key) != key and scene.kind(scene.party(key)) in {"state", "group"} for key in keys)


def _is_listed(token: Token, listed: frozenset[str]) -> bool:
    if token.pos_ not in _CONTENT or token.tag_ == "VBG" or lemma(token) not in listed:
        return False
    if (lemma(token) == "team" and _negotiates(token)) or token.ent_kb_id_:
        return False  # "the Arab League" plays no matches
    return token.pos_ != "VERB" or lemma(token) not in context_words()["guard.market"]  # "which the two share"


def _negotiates(team: Token) -> bool:
    """ "the president's team", "Kim's team", "the two teams": not one that plays."""
    words = word_classes()
    return any(
        (child.dep_ == "poss" and (_is_person(child) or lemma(child) in words["leading_person"]))
        or lemma(child) in words["negotiating"]
        for child in team.lefts
    )


def _is_person(name: Token) -> bool:
    return name.pos_ == "PROPN" and name.ent_type_ in {"PERSON", ""}
