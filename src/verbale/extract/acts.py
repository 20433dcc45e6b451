"""Acts of one report: who did what to whom (PLOVER 0.8).

The steps, each a module of `acting`: triggers from the lexicon, their roles, status, circumstances and words; then
acts that tell of the same event are merged. Pure: the same Doc, report and world give the same acts.
"""

from hashlib import sha256

from spacy.tokens import Doc, Token

from verbale.extract.acting import triggers
from verbale.extract.acting.answers import reply_to
from verbale.extract.acting.circumstances import level_of, outcome_of, place_of
from verbale.extract.acting.claims import Claims
from verbale.extract.acting.guard import is_worth_telling
from verbale.extract.acting.merge import merge
from verbale.extract.acting.phrases import deciders_of, governors, top_of
from verbale.extract.acting.roles import Roles, refuser_first, roles_of, with_shared_target
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.slots import is_meeting
from verbale.extract.acting.status import status_of, type_of
from verbale.extract.acting.triggers import Trigger, told_in
from verbale.extract.acting.wording import evidence_of, numbers_of, span_of_token, subjects_of, what_of
from verbale.extract.actors import ActorIndex
from verbale.extract.issues import issues_of
from verbale.extract.tying import time_of
from verbale.model import Act, ActType, Report, Span, Statement, Status, TimeMention
from verbale.world import World


def find(
    doc: Doc,
    report: Report,
    world: World,
    index: ActorIndex,
    times: tuple[TimeMention, ...],
    statements: tuple[Statement, ...],
) -> tuple[tuple[Act, ...], ActorIndex]:
    """All acts in order of the text, and the index with the parties added that only an act tells of."""
    scene = Scene(doc, report, world, index, times)
    claims = Claims(statements)
    acts: list[Act] = []
    known: dict[int, Roles] = {}
    for trigger in triggers.find(scene):
        roles = roles_of(scene, trigger)
        if roles is not None and is_worth_telling(scene, trigger, roles):
            roles = known[trigger.token.i] = with_shared_target(trigger, roles, known)
            acts.extend(_acts_of(scene, claims, trigger, roles))
    merged = merge(scene, tuple(acts))
    return merged, scene.newcomers.added_to(index, merged)


def _acts_of(scene: Scene, claims: Claims, trigger: Trigger, roles: Roles) -> list[Act]:
    """The act that `trigger` tells; for asks, one for each thing asked."""
    type_, status = type_of(trigger, status_of(trigger))
    if type_ == "REJECT" != trigger.frame.type:
        roles = refuser_first(scene, trigger, roles)
    subjects: list[Span | None] = list(subjects_of(scene.report, trigger))
    if type_ == "REQUEST" and trigger.token.pos_ == "NOUN" and not subjects and not _is_ask_enough(scene, trigger):
        return []
    if type_ != "REQUEST" or not subjects:
        subjects = subjects[:1] or [None]
    return [_act(scene, claims, trigger, roles, type_, status, subject) for subject in subjects]


def _is_ask_enough(scene: Scene, trigger: Trigger) -> bool:
    """An ask's noun without what is asked is told only by a light verb, a participle
    ("his proposal, offered on Monday") or an answer ("its demands" are not)."""
    told = any(child.dep_ == "acl" and child.tag_ == "VBN" for child in trigger.token.rights)
    return told or trigger.clause.carrier is not None or reply_to(scene, trigger.token) is not None


def _act(
    scene: Scene,
    claims: Claims,
    trigger: Trigger,
    roles: Roles,
    type_: ActType,
    status: Status,
    subject: Span | None,
) -> Act:
    report = scene.report
    evidence = evidence_of(report, trigger)
    words = scene.doc.char_span(evidence.start, evidence.end, alignment_mode="expand")
    time = _time_of(scene, trigger)
    if time is not None and _is_within(time, subject, trigger.token) and not _has_passed(report, trigger, time):
        time = None
    if status == "happened" and time is not None and _is_ahead(report, time):
        if _is_timetable(trigger):
            status = "planned"
        else:
            time = None  # "invited both sides for July 10": the day of what is asked
    if time is not None and _is_since_last(scene, time):
        time = None
    outcome, outcome_text = outcome_of(trigger)
    trigger_span = span_of_token(report, trigger.token)
    about = scene.doc.char_span(subject.start, subject.end, alignment_mode="expand") if subject else words
    return Act(
        id=act_id(report, trigger.token, type_, subject),
        type=type_,
        what=what_of(trigger),
        trigger=trigger_span,
        evidence=(evidence,),
        modes=trigger.frame.modes if type_ == trigger.frame.type else (),
        sources=roles.sources,
        targets=roles.targets,
        people=roles.people,
        subject=subject.text if subject else "",
        subject_span=subject,
        issues=issues_of(about, scene.world) if about is not None else (),
        level=level_of(scene, trigger, roles) if type_ == "CONSULT" else None,
        place=place_of(scene, trigger),
        when=time.time if time else None,
        status=status,
        outcome=outcome,
        outcome_text=outcome_text,
        claimed_by=_claimed_by(claims, trigger, trigger_span),
        numbers=numbers_of(report, words) if words is not None else (),
        origin=f"plover_{'verbs' if trigger.token.pos_ in {'VERB', 'AUX'} else 'words'}:{trigger.frame.row}",
    )


def _claimed_by(claims: Claims, trigger: Trigger, span: Span) -> str | None:
    """The statement that claims the act; none where the act is the claim itself, or is what the cue's verb takes up."""
    if any(slot.name == "speaker" for union in trigger.frame.sources for slot in union):
        return None
    if trigger.token.pos_ in {"VERB", "AUX", "ADJ"}:
        return claims.at(span)
    return claims.at(span, tuple(head.idx for head, _ in zip(governors(trigger.token), range(2), strict=False)))


def _time_of(scene: Scene, trigger: Trigger) -> TimeMention | None:
    """The time that governs the trigger, what heads it ("the third round of talks ended on Friday"), or the meeting
    that it is done at ("walked out of talks on Friday")."""
    token = trigger.token
    if (decided := _time_of_decision(scene, token)) is not None:
        return decided
    found = time_of(scene.doc, token, scene.times)
    if found is not None and any(_time_of_decision(scene, child) == found for child in token.rights):
        return None  # "condemned the decision of Monday to expel": Monday's is the decision
    if found is None and token.pos_ == "NOUN":
        return time_of(scene.doc, top_of(token), scene.times)
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
    past = token.tag_ == "VBD" or (token.tag_ == "VBN" and any(child.lemma_ == "have" for child in token.lefts))
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


def _is_timetable(trigger: Trigger) -> bool:
    """A present tense, which with a day to come tells a timetable ("the ministers meet in Oslo on July 11")."""
    verb = told_in(trigger)
    return verb.tag_ in {"VBP", "VBZ", "VB"} and not any(child.dep_ == "aux" for child in verb.children)


def _is_since_last(scene: Scene, time: TimeMention) -> bool:
    """ "met for the first time since April": when they met before."""
    words = scene.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    before = [] if words is None else [token.lower_ for token in scene.doc[max(0, words.start - 4) : words.start]]
    return "since" in before and bool({"first", "last", "only"} & set(before))


def _is_within(time: TimeMention, subject: Span | None, trigger: Token) -> bool:
    """The time of what is asked for or promised is not the time of the asking."""
    if subject is None or subject.start <= trigger.idx < subject.end:
        return False
    return subject.start <= time.span.start < subject.end


def act_id(report: Report, token: Token, type_: str, subject: Span | None) -> str:
    """An id that depends on the report, the trigger's place, the type and, for asks, what is asked."""
    key = f"{report.id}:{token.idx}:{type_}:{subject.start if subject else ''}"
    return "act-" + sha256(key.encode()).hexdigest()[:16]
