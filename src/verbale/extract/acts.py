"""Acts of one report: who did what to whom (PLOVER 0.8).

The steps, each a module of `acting`: triggers from the lexicon, their roles, status, circumstances and words; then
acts that tell of the same event are merged. Pure: the same Doc, report and world give the same acts.
"""

from hashlib import sha256

from verbale.extract.acting import triggers
from verbale.extract.acting.answers import reply_to
from verbale.extract.acting.circumstances import level_of, outcome_of, place_of
from verbale.extract.acting.claims import Claims
from verbale.extract.acting.contents import is_hurt_in
from verbale.extract.acting.guard import is_worth_telling
from verbale.extract.acting.merge import merge
from verbale.extract.acting.phrases import governors
from verbale.extract.acting.roles import Roles, refuser_first, roles_of, texts_of, with_shared_target
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.status import status_of, type_of
from verbale.extract.acting.trigger import Trigger
from verbale.extract.acting.unreal import is_only_thought_of
from verbale.extract.acting.when import day_of_live, is_of_now, when_of
from verbale.extract.acting.wording import evidence_of, numbers_of, span_of_token, subjects_of, what_of
from verbale.extract.actors import ActorIndex
from verbale.extract.issues import issues_of
from verbale.language.parse import Doc, Token
from verbale.model import Act, ActType, Report, Span, Statement, Status, TimeMention
from verbale.world import World

# Done by saying them: a speaker's refusal, threat or promise is of the day on which it is said.
_SPOKEN = frozenset({"REJECT", "THREATEN", "ACCUSE", "AGREE", "REQUEST"})


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
    told: list[tuple[Trigger, list[Act]]] = []
    known: dict[int, Roles] = {}
    for trigger in triggers.find(scene):
        roles = roles_of(scene, trigger)
        if roles is not None and is_worth_telling(scene, trigger, roles):
            roles = known[trigger.token.i] = with_shared_target(trigger, roles, known)
            told.append((trigger, _acts_of(scene, claims, trigger, roles)))
            scene.voices.update(dict.fromkeys(texts_of(trigger), roles.sources))
    assaults = {trigger.token.i for trigger, acts in told if acts and trigger.frame.type == "ASSAULT"}
    kept = [act for trigger, acts in told if not is_hurt_in(trigger, assaults) for act in acts]
    merged = merge(scene, tuple(kept))
    return merged, scene.newcomers.added_to(index, merged)


def _acts_of(scene: Scene, claims: Claims, trigger: Trigger, roles: Roles) -> list[Act]:
    """The act that `trigger` tells; for asks, one for each thing asked."""
    type_, status = type_of(trigger, status_of(trigger))
    if is_only_thought_of(trigger, status) or _may_be_of_nobody(scene, trigger, roles, status):
        return []
    if type_ == "REJECT" != trigger.frame.type:
        roles = refuser_first(scene, trigger, roles)
    subjects: list[Span | None] = list(subjects_of(scene.report, trigger))
    if type_ == "REQUEST" and trigger.token.pos_ == "NOUN" and not subjects and not _is_ask_enough(scene, trigger):
        return []
    if type_ != "REQUEST" or not subjects:
        subjects = subjects[:1] or [None]
    return [_act(scene, claims, trigger, roles, type_, status, subject) for subject in subjects]


def _may_be_of_nobody(scene: Scene, trigger: Trigger, roles: Roles, status: Status) -> bool:
    """ "They cannot go to the table with nothing": what somebody without a party may or might do is no news."""
    known = any(scene.is_political(key) for key in (*roles.sources, *roles.targets))
    return status == "hypothetical" and trigger.token.pos_ == "VERB" and not known


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
    trigger_span = span_of_token(report, trigger.token)
    words = scene.doc.char_span(evidence.start, evidence.end, alignment_mode="expand")
    when, status = when_of(scene, trigger, subject, status)
    if when is None and type_ in _SPOKEN and is_of_now(trigger):
        when = claims.said_by(trigger_span, {*roles.sources, *roles.people}, scene.party)
    when = when or day_of_live(scene, trigger, status)
    outcome, outcome_text = outcome_of(trigger)
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
        when=when,
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


def act_id(report: Report, token: Token, type_: str, subject: Span | None) -> str:
    """An id that depends on the report, the trigger's place, the type and, for asks, what is asked."""
    key = f"{report.id}:{token.idx}:{type_}:{subject.start if subject else ''}"
    return "act-" + sha256(key.encode()).hexdigest()[:16]
