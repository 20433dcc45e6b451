"""Who is meant: single mentions of one report against gold, and acts that several reports tell of."""

import re
from collections.abc import Mapping
from pathlib import PurePath

from verbale.evaluate.acts import located, tellings
from verbale.evaluate.found import Found
from verbale.evaluate.gold import Gold, GoldEvent, GoldMention, GoldReport
from verbale.evaluate.match import same_name, stems, words
from verbale.evaluate.score import Fault, Score
from verbale.model import Findings, LocalActor, Mention
from verbale.world import World

KIND = "mentions_resolved"
REACH = 40  # characters around a mention in which its context must stand


def score_mentions(gold: GoldReport, found: Found, world: World) -> tuple[Score, list[Fault]]:
    """Each gold mention is right where every mention of that surface (with that context) means whom the gold says.

    A place that is not an actor needs no mention: it is right where no mention makes a party of it."""
    report = found.reports[found.ids[gold.file]]
    findings = found.findings[report.id]
    faults: list[Fault] = []
    right = 0
    for wanted in gold.mentions:
        why = _wrong(wanted, report.text, findings, world, found)
        right += not why
        if why:
            key = f"{wanted.surface} ({wanted.context})" if wanted.context else wanted.surface
            faults.append(Fault(KIND, gold.file, "wrong", f"{key} = {' + '.join(wanted.means)}", "", why))
    return Score(KIND, len(gold.mentions), len(gold.mentions), right, right), faults


def _wrong(wanted: GoldMention, text: str, findings: Findings, world: World, found: Found) -> str:
    places = _places(wanted, text)
    if not places:
        return "does not stand in the text"
    actors = {actor.key: actor for actor in findings.actors}
    seen = False
    for start, end in places:
        article = len("the ") if text[start:end].lower().startswith("the ") else 0  # "the ELN" is mentioned by "ELN"
        mention = _mention_over(findings, start + article, end)
        if mention is None:
            if not _is_place(wanted, text[start:end], world):
                continue
        elif not _means(wanted, mention, actors, world):
            return f"taken for {' + '.join(actors[key].name for key in mention.actors) or 'nobody'}"
        seen = True
    return "" if seen else "no mention found"


def _places(wanted: GoldMention, text: str) -> list[tuple[int, int]]:
    """Where the surface stands (its first letter in either case, if small), with the context right before or after it.

    A context may hold the surface itself, to say on which side it stands: "Seoul (blames Seoul)"."""
    first, rest = wanted.surface[0], re.escape(wanted.surface[1:])
    either = f"[{first}{first.upper()}]" if first.islower() else re.escape(first)
    context = re.sub(rf"\b{re.escape(wanted.surface)}\b", "", wanted.context).strip().casefold()
    before_only = wanted.context.casefold().endswith(wanted.surface.casefold()) and bool(context)
    found = []
    for match in re.finditer(rf"(?<!\w){either}{rest}(?!\w)", text):
        before = text[max(0, match.start() - REACH) : match.start()].casefold().rstrip()
        after = text[match.end() : match.end() + REACH].casefold().lstrip()
        if before.endswith(context) or (after.startswith(context) and not before_only):
            found.append(match.span())
    return found


def _mention_over(findings: Findings, start: int, end: int) -> Mention | None:
    """The mention that holds most of the surface, more than half of it; the shortest of several."""
    best: Mention | None = None
    most = (0, -1000)
    for actor in findings.actors:
        for mention in actor.mentions:
            span = mention.span
            shared = min(span.end, end) - max(span.start, start)
            longer = (span.end - span.start) - (end - start)
            fits = shared > 0 and shared * 2 > end - start and longer <= len("the ") + 3
            if fits and (shared, -longer) > most:
                best, most = mention, (shared, -longer)
    return best


def _means(wanted: GoldMention, mention: Mention, actors: Mapping[str, LocalActor], world: World) -> bool:
    meant = [actors[key] for key in mention.actors if key in actors]
    if mention.ambiguous or len(meant) != len(wanted.means):
        return False
    names = [(actor.name, *actor.aliases, *_forms(actor, world), *_office(actor)) for actor in meant]
    return all(
        any(same_name(name, each) or stems(name) <= stems(" ".join(each)) for each in names) for name in wanted.means
    )


def _forms(actor: LocalActor, world: World) -> tuple[str, ...]:
    """The names that the world data gives a party or body: the gold may call the FARC by its whole name."""
    entry = world.entries.get(actor.world or "")
    return () if entry is None or actor.kind == "place" else (entry.name, *entry.forms)


def _office(actor: LocalActor) -> tuple[str, ...]:
    """A seat that stands for a head's office may be described in the gold instead of named."""
    if actor.world is None or not actor.world.startswith("seat/") or not actor.party:
        return ()
    return tuple(f"office of the {head} of {actor.party}" for head in ("President", "Prime Minister", "head"))


def _is_place(wanted: GoldMention, surface: str, world: World) -> bool:
    """True where the gold takes the surface for a place, and the world data know it (or it is its own name)."""
    known = {world.entries[key].name for key in world.by_form.get(surface, ()) if key in world.entries}
    return len(wanted.means) == 1 and (words(wanted.means[0]) == words(surface) or wanted.means[0] in known)


def score_same_events(gold: Gold, found: Found) -> tuple[Score, list[Fault]]:
    """Each group of gold events must be one act of the record; an entry reads "<file stem> <what>"."""
    kind = "same_event_across_reports"
    faults: list[Fault] = []
    right = 0
    for group in gold.same_events:
        common: set[str] | None = None
        for entry in group:
            acts = _acts_of(entry, gold, found)
            common = acts if common is None else common & acts
        if common:
            right += 1
        else:
            faults.append(Fault(kind, "", "missed", " = ".join(group), "", "not one act of the record"))
    return Score(kind, len(gold.same_events), len(gold.same_events), right, right), faults


def _acts_of(entry: str, gold: Gold, found: Found) -> set[str]:
    for report in gold.reports:
        stem = PurePath(report.file).stem
        if not entry.startswith(stem + " "):
            continue
        what = entry[len(stem) + 1 :].strip()
        events = [event for event in report.events or () if event.what == what]
        return {act for event in events for act in _matching(event, report, found)}
    return set()


def _matching(event: GoldEvent, gold: GoldReport, found: Found) -> set[str]:
    report = found.reports[found.ids[gold.file]]
    sentences = located(report.text, event.text)
    return {
        telling.act.id
        for telling in tellings(report.id, found.acts)
        if (not event.type or telling.act.type == event.type)
        and any(start < high and low < end for start, end in telling.spans for low, high in sentences)
    }
