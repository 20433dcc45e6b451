"""When an act was done: the time that grammar ties to it, unless that is the time of what is asked, or of last time."""

from dataclasses import replace

from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.phrases import deciders_of, top_of
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.slots import is_meeting
from verbale.extract.acting.trigger import Trigger, told_in
from verbale.extract.timex.bounds import closed
from verbale.extract.tying import time_of
from verbale.extract.tying_words import words as tying_words
from verbale.language.parse import Token
from verbale.model import Report, Span, Status, TimeMention, TimeValue


def when_of(scene: Scene, trigger: Trigger, subject: Span | None, status: Status) -> tuple[TimeValue | None, Status]:
    """The act's time, None where none is told, and its status once the time is known: a timetable's is planned."""
    report = scene.report
    time = _time_of(scene, trigger)
    if time is not None and _is_within(time, subject, trigger.token) and not _has_passed(report, trigger, time):
        time = None
    if status == "happened" and time is not None and _is_ahead(report, time):
        if _is_timetable(trigger):
            status = "planned"
        else:
            time = None  # "invited both sides for July 10": the day of what is asked
    if time is not None and (_is_since_last(scene, time) or _is_of_what_is_asked(scene, trigger, time)):
        time = None
    if time is None or time.time is None:
        return None, status
    if status == "planned" and _is_long_past(report, time):
        return None, status
    if status not in {"happened", "ongoing", "planned"}:
        return time.time, status
    return closed(time.time, status == "planned", report.published.time), status


def is_of_now(trigger: Trigger) -> bool:
    """Told in the present or of the future: saying it does it ("Oslo rejects", "will not sign", "said it rejected")."""
    verb = told_in(trigger)
    if _is_present_told_as_past(verb):
        return True
    if verb.tag_ in {"VBP", "VBZ"} or any(child.tag_ in {"MD", "VBZ", "VBP"} for child in verb.lefts):
        return True
    return trigger.token.pos_ == "ADJ" and trigger.told_by.tag_ in {"VBP", "VBZ", "VBD"}


def day_of_live(scene: Scene, trigger: Trigger, status: Status) -> TimeValue | None:
    """The report's own day for what a live report tells in the present tense or the perfect ("1405: Oslo recalls its
    envoy"), where it is known to the day; None for all else."""
    day = scene.report.published.time
    if day is None or day.earliest is None or day.earliest != day.latest or not scene.is_live:
        return None
    verb = told_in(trigger)
    present = verb.tag_ in {"VBP", "VBZ"} or any(
        child.tag_ in {"VBZ", "VBP"} and child.dep_ in {"aux", "auxpass"} for child in verb.lefts
    )
    return replace(day, how="published") if present and status in {"happened", "ongoing", "refused"} else None


def _is_present_told_as_past(verb: Token) -> bool:
    """ "Said it rejected the outcome": a present that a past verb of saying has moved back, of the one who speaks."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    moved = verb.tag_ == verb.head.tag_ == "VBD" and verb.dep_ == "ccomp" and verb.i > verb.head.i
    return moved and subject is not None and subject.pos_ == "PRON"


def _time_of(scene: Scene, trigger: Trigger) -> TimeMention | None:
    """The time that governs the trigger, what heads it ("the third round of talks ended on Friday"), or the meeting
    that it is done at ("walked out of talks on Friday")."""
    token = trigger.token
    if (decided := _time_of_decision(scene, token)) is not None:
        return decided
    found = time_of(scene.doc, token, scene.times)
    if found is not None and any(_time_of_decision(scene, child) == found for child in token.rights):
        return None  # "condemned the decision of Monday to expel": Monday's is the decision
    if found is None and token.pos_ in {"NOUN", "PROPN"}:
        found = time_of(scene.doc, top_of(token), scene.times)
        carrier = trigger.clause.carrier
        return found or (time_of(scene.doc, carrier, scene.times) if carrier is not None else None)
    if found is None:
        clause = trigger.clause
        meetings = (n for ns in (clause.objects, *clause.preps.values()) for n in ns if is_meeting(n))
        found = next((time for noun in meetings if (time := time_of(scene.doc, noun, scene.times))), None)
    return found


def _time_of_decision(scene: Scene, verb: Token) -> TimeMention | None:
    """ "the decision by Oslo on Monday to expel …": a day between the noun and what was decided."""
    deciders = deciders_of(verb)
    if not deciders:
        return None
    return next((time for time in scene.times if deciders[0].idx < time.span.start < verb.idx), None)


def _has_passed(report: Report, trigger: Trigger, time: TimeMention) -> bool:
    """A day gone by at the end of a noun phrase ("rejected a plan for the north on Monday") is the verb's: what is
    asked for lies ahead."""
    published = report.published.time
    token = trigger.token
    past = token.tag_ == "VBD" or (
        token.tag_ == "VBN" and (token.dep_ == "acl" or any(child.lemma_ == "have" for child in token.lefts))
    )
    if not past or trigger.clause.complement is not None or time.time is None or published is None:
        return False
    day, today = time.time.latest, published.earliest
    return day is not None and today is not None and day <= today


def _is_ahead(report: Report, time: TimeMention) -> bool:
    published = report.published.time
    if time.time is None or published is None:
        return False
    day, today = time.time.earliest, published.latest
    return day is not None and today is not None and day > today


def _is_long_past(report: Report, time: TimeMention) -> bool:
    """ "Will look into the killings of four years ago": a time that counts back is not that of what lies ahead."""
    words = time.span.text.lower().split()
    if "ago" not in words and words[0] not in {"last", "yesterday"}:
        return False
    published, day = report.published.time, time.time.latest if time.time is not None else None
    return published is not None and published.earliest is not None and day is not None and day < published.earliest


def _is_timetable(trigger: Trigger) -> bool:
    """A present tense, which with a day to come tells a timetable ("the ministers meet in Oslo on July 11")."""
    verb = told_in(trigger)
    return verb.tag_ in {"VBP", "VBZ", "VB"} and not any(child.dep_ == "aux" for child in verb.children)


def _is_since_last(scene: Scene, time: TimeMention) -> bool:
    """ "met for the first time since April": when they met before."""
    words = scene.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    before = [] if words is None else [token.lower_ for token in scene.doc[max(0, words.start - 4) : words.start]]
    return "since" in before and bool({"first", "last", "only"} & set(before))


def _is_of_what_is_asked(scene: Scene, trigger: Trigger, time: TimeMention) -> bool:
    """ "Asked for an answer by June", "invited him to a summit in May": when it is to be; "at the request of Oslo": the
    asking came before what was done."""
    token = trigger.token
    if trigger.frame.type != "REQUEST":
        return False
    if token.pos_ == "NOUN" and token.dep_ == "pobj" and token.head.lower_ in {"at", "on", "upon"}:
        return not token.idx < time.span.start <= token.right_edge.idx
    words = scene.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if words is None or words.start <= token.i:
        return False
    if scene.doc[words.start - 1].lower_ == "by":
        return True
    occasions = (noun for word in ("to", "for") for noun in trigger.clause.preps.get(word, []))
    return lemma(token) == "invite" and any(
        noun.pos_ == "NOUN" and token.i < noun.i < words.start and noun.lemma_ not in tying_words("timeless", "nouns")
        for noun in occasions
    )


def _is_within(time: TimeMention, subject: Span | None, trigger: Token) -> bool:
    """The time of what is asked for or promised is not the time of the asking."""
    if subject is None or subject.start <= trigger.idx < subject.end:
        return False
    return subject.start <= time.span.start < subject.end
