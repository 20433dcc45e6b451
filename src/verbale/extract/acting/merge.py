"""Acts of one report that tell of the same event become one, with evidence from each place. Conservative."""

from dataclasses import replace

from verbale.extract.acting.scene import Scene
from verbale.model import Act, TimeValue


def merge(scene: Scene, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """`acts` with consultations that are clearly one event merged into the first that tells it."""
    kept: list[Act] = []
    for act in acts:
        at = next((i for i, known in enumerate(kept) if _is_same(scene, known, act)), None)
        if at is None and _only_points_back(scene, act):
            at = _pointed_at(kept, act)
        if at is None:
            at = _told_before(scene, kept, act)
        if at is None:
            if act.type != "CONSULT" or act.sources or act.targets or act.place or act.when or act.status != "happened":
                kept.append(act)
        else:
            kept[at] = _joined(scene, kept[at], act)
    return tuple(kept)


def _is_same(scene: Scene, known: Act, act: Act) -> bool:
    if known.type != act.type or known.type != "CONSULT" or known.claimed_by != act.claimed_by:
        return False
    if {known.status, act.status} - {"happened"} and known.status != act.status:
        return False
    mine, theirs = set(known.sources + known.targets), set(act.sources + act.targets)
    if mine and theirs and not (mine <= theirs or theirs <= mine):
        return False
    if known.place and act.place and known.place != act.place:
        return False
    if known.when and act.when and not _overlap(known.when, act.when):
        return False
    if "phone" in known.modes + act.modes and known.modes != act.modes:
        return False
    if known.level and act.level and known.level != act.level:
        return False
    same_place = bool(known.place and known.place == act.place)
    same_time = bool(known.when and act.when and known.when.edtf == act.when.edtf)
    return (bool(mine & theirs) and (same_place or same_time)) or (same_place and same_time)


def _only_points_back(scene: Scene, act: Act) -> bool:
    """A definite noun ("the talks", "their meeting") with no place and no day of its own."""
    if act.type != "CONSULT" or act.status not in {"happened", "planned"}:
        return False
    if act.when is not None and not act.when.approximate:
        return False
    words = scene.doc.char_span(act.trigger.start, act.trigger.end)
    if words is None or words.root.pos_ != "NOUN":
        return False
    return any(child.lower_ in _POINTING for child in words.root.children)


_POINTING = frozenset({"the", "their", "its", "these", "those", "this", "that"})


def _pointed_at(kept: list[Act], act: Act) -> int | None:
    """The last meeting told before that `act` may speak of: same parties where it names any, same kind of noun."""
    mine = set(act.sources + act.targets)
    for at in range(len(kept) - 1, -1, -1):
        known = kept[at]
        if (
            known.type != "CONSULT"
            or "phone" in known.modes
            or (known.status == "planned") != (act.status == "planned")
        ):
            continue
        if known.status not in {"happened", "ongoing", "planned"}:
            continue
        if mine and not mine <= set(known.sources + known.targets):
            continue
        if act.place and act.place != known.place:
            continue
        if ("summit" in act.what) != ("summit" in known.what):
            continue
        if act.level and known.level and act.level != known.level:
            continue
        return at
    return None


def _told_before(scene: Scene, kept: list[Act], act: Act) -> int | None:
    """A deed named once more ("the invasion", "Oslo's blockade of Bergen") with the parties that did it before."""
    words = scene.doc.char_span(act.trigger.start, act.trigger.end)
    if words is None or words.root.pos_ != "NOUN" or act.type in {"CONSULT", "REQUEST"} or not act.sources:
        return None
    definite = any(child.lower_ in _POINTING or child.dep_ == "poss" for child in words.root.children)
    for at, known in enumerate(kept):
        if not definite or known.type != act.type or known.status != act.status or known.claimed_by != act.claimed_by:
            continue
        if known.sources != act.sources or not set(act.targets) <= set(known.targets) or known.what != act.what:
            continue
        if act.when is None or known.when is None or act.when.edtf == known.when.edtf:
            return at
    return None


def _overlap(left: TimeValue, right: TimeValue) -> bool:
    if left.earliest and right.latest and left.earliest > right.latest:
        return False
    return not (left.latest and right.earliest and left.latest < right.earliest)


def _joined(scene: Scene, known: Act, act: Act) -> Act:
    """`known` with what `act` adds; "diplomats" who met are nobody beside parties known by name."""
    sources = dict.fromkeys((*known.sources, *act.sources)) if known.sources else dict.fromkeys(act.sources)
    parties = tuple(key for key in sources if scene.is_political(key) and scene.kind(key) != "unnamed")
    return replace(
        known,
        evidence=tuple(dict.fromkeys(known.evidence + act.evidence)),
        sources=parties or tuple(sources),
        people=tuple(dict.fromkeys(known.people + act.people)),
        place=known.place or act.place,
        when=_closer(known.when, act.when),
        level=known.level or act.level,
        outcome=known.outcome or act.outcome,
        outcome_text=known.outcome_text or act.outcome_text,
        numbers=tuple(dict.fromkeys(known.numbers + act.numbers)),
    )


def _closer(left: TimeValue | None, right: TimeValue | None) -> TimeValue | None:
    if left is None or right is None:
        return left or right
    if not (left.earliest and left.latest):
        return right
    if not (right.earliest and right.latest):
        return left
    return left if left.latest - left.earliest <= right.latest - right.earliest else right
