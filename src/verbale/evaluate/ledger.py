"""The ledger against gold: who asked whom for what, and what was answered."""

from collections.abc import Mapping

from verbale.evaluate.found import Found
from verbale.evaluate.gold import Gold, GoldAsk
from verbale.evaluate.match import same_name, shorten, stems
from verbale.evaluate.score import Fault, Score
from verbale.model import ActRow

KIND = "ledger"
WHAT = 0.5  # share of the gold's content words that the subject must hold


def score_ledger(gold: Gold, found: Found) -> tuple[Score, list[Fault]]:
    """Score the asks of all reports together. A hit has the right parties, at least half of the content words of
    `what`, and the right answer. Asks found only as planned or hypothetical are not lines of a ledger."""
    answers = {row.ask: row.answer for row in found.answers}
    asks = [
        act
        for act in found.acts
        if act.id in answers or (act.type == "REQUEST" and act.status not in ("planned", "hypothetical"))
    ]
    faults: list[Fault] = []
    used: set[str] = set()
    for wanted in gold.ledger or ():
        ranked = sorted(
            (
                (_parties(wanted, act, found), _what(wanted, act), answers.get(act.id, "none") == wanted.answer, act.id)
                for act in asks
                if act.id not in used
            ),
            reverse=True,
        )
        shown = f"{'/'.join(wanted.sources)} → {'/'.join(wanted.targets)}: {wanted.what} ({wanted.answer})"
        fit = next((entry for entry in ranked if entry[0] == 2 and entry[1] >= WHAT and entry[2]), None)
        if fit:
            used.add(fit[3])
            continue
        near = next((entry for entry in ranked if entry[1] >= WHAT), None)
        act = next((act for act in asks if near and act.id == near[3]), None)
        faults.append(
            Fault(KIND, "", "missed", shown, _show(act, answers) if act else "", "" if act else "no ask about it")
        )
    for act in asks:
        if act.id not in used:
            report = next((file for file, key in found.ids.items() if key == act.accounts[0].report), "")
            evidence = " … ".join(span.text for span in act.accounts[0].evidence)
            faults.append(Fault(KIND, report, "false alarm", "", _show(act, answers), shorten(evidence)))
    return Score(KIND, len(gold.ledger or ()), len(asks), len(used), len(used)), faults


def _parties(wanted: GoldAsk, act: ActRow, found: Found) -> int:
    """How many of the two sides are right."""
    return _side(wanted.sources, act.source_ids, act.sources, found) + _side(
        wanted.targets, act.target_ids, act.targets, found
    )


def _side(wanted: tuple[str, ...], ids: tuple[str, ...], shown: tuple[str, ...], found: Found) -> bool:
    """True where the side is right; one that the gold leaves open is not judged."""
    if not wanted:
        return True
    parties = tuple(actor.party or "" for key in ids if (actor := found.actors.get(key)))
    names = (*found.names(ids, shown), *parties)
    return len(shown) == len(wanted) and all(same_name(name, names) for name in wanted)


def _what(wanted: GoldAsk, act: ActRow) -> float:
    """The share of the gold's content words that the subject holds; where the subject is but a part of them ("a seat"
    of "a seat at the table"), that its evidence holds."""
    words = stems(wanted.what)
    subject = stems(act.subject)
    have = stems(_evidence(act)) if subject <= words else subject | stems(act.what)
    return len(words & have) / len(words) if words else 0.0


def _evidence(act: ActRow) -> str:
    return " ".join(span.text for account in act.accounts for span in account.evidence)


def _show(act: ActRow, answers: Mapping[str, str]) -> str:
    sides = f"{', '.join(act.sources) or 'nobody'} → {', '.join(act.targets) or 'nobody'}"
    return f"{sides}: {shorten(act.subject or act.what, 70)} ({answers.get(act.id, 'none')})"
